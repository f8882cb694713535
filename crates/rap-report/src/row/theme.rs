//! The row of a theme: how much of the debate stands under it.

use std::borrow::Cow;

use serde::Serialize;

use super::{Row, number_cell};

/// A theme of the codebook with what was counted under it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ThemeRow<'a> {
    /// Its id in the codebook.
    pub id: &'a str,
    /// Its English name.
    pub name: &'a str,
    /// Its Chinese name, or empty.
    pub name_zh: &'a str,
    /// What belongs to it.
    pub definition: &'a str,
    /// Statements that bear its tag; one with two themes counts under both.
    pub statements: usize,
    /// Demands among them.
    pub demands: usize,
    /// Asks that stand under it.
    pub asks: usize,
    /// Different speakers of those statements.
    pub speakers: usize,
}

impl Row for ThemeRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["id", "name", "name_zh", "statements", "demands", "asks", "speakers", "definition"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.id.into(),
            self.name.into(),
            self.name_zh.into(),
            number_cell(self.statements),
            number_cell(self.demands),
            number_cell(self.asks),
            number_cell(self.speakers),
            self.definition.into(),
        ]
    }
}
