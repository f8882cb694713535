//! The row of an ask: one demand with all who make it, each in their own words.

use std::borrow::Cow;

use serde::Serialize;

use super::{Range, Row, list_cell, number_cell};

/// A demand with all who make it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AskRow<'a> {
    /// Its 1-based number in the order of the report.
    pub ask: usize,
    /// The theme it stands under.
    pub theme: &'a str,
    /// The words of one supporter that stand for all, verbatim.
    pub title: &'a str,
    /// How many different speakers make it.
    pub speakers: usize,
    /// The kinds of body that make it, without repetition.
    pub kinds: Vec<&'static str>,
    /// Each demand that makes it.
    pub supporters: Vec<SupporterRow<'a>>,
}

/// One supporter of an ask with their own words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SupporterRow<'a> {
    /// The resolved name; empty where the paper does not name the speaker.
    pub speaker: &'a str,
    /// The role, as printed.
    pub role: &'a str,
    /// The body.
    pub organisation: &'a str,
    /// The kind of that body.
    pub organisation_kind: &'static str,
    /// The stance of the statement.
    pub stance: &'static str,
    /// The strength of the statement.
    pub strength: &'static str,
    /// The words, verbatim.
    pub quote: &'a str,
    /// Where the paper came from.
    pub source: &'a str,
    /// The 1-based block in which the words start.
    pub paragraph: usize,
    /// The words in UTF-8 bytes.
    pub bytes: Range,
    /// The words in code points.
    pub chars: Range,
    /// The words in UTF-16 units.
    pub utf16: Range,
}

impl Row for AskRow<'_> {
    const COLUMNS: &'static [&'static str] = &["ask", "theme", "title", "speakers", "kinds", "supporters"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            number_cell(self.ask),
            self.theme.into(),
            self.title.into(),
            number_cell(self.speakers),
            list_cell(self.kinds.iter().copied()),
            list_cell(self.supporters.iter().map(|supporter| supporter.speaker)),
        ]
    }
}
