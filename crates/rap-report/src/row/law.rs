//! The row of a law: which one demands are tied to, and how much of it was read.

use std::borrow::Cow;

use rap_law::ProvisionKind;
use serde::Serialize;

use super::{Row, number_cell};
use crate::NamedLaw;

/// A law, or a draft of one, with its size.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LawRow<'a> {
    /// The law, by where it came from.
    pub law: &'a str,
    /// Its title as printed, white space made single; empty where it has none.
    pub title: String,
    /// The official identifier that it states, or empty.
    pub identifier: &'a str,
    /// Its language tag (BCP 47).
    pub language: &'static str,
    /// How many articles it has, or what stands in their place: clauses, sections.
    pub articles: usize,
    /// How many provisions of all levels.
    pub provisions: usize,
    /// How many findings there were when it was read.
    pub findings: usize,
}

impl<'a> LawRow<'a> {
    /// Returns the row of a law.
    #[must_use]
    pub fn of(named: &'a NamedLaw) -> Self {
        let NamedLaw { origin, law } = named;
        let title = law.title.map_or("", |title| title.of(law.doc.text()));
        Self {
            law: origin,
            title: title.split_whitespace().collect::<Vec<_>>().join(" "),
            identifier: law.identifier.as_deref().unwrap_or_default(),
            language: law.doc.language().tag(),
            articles: law.count(ProvisionKind::Article),
            provisions: law.provisions.len(),
            findings: law.findings.len(),
        }
    }
}

impl Row for LawRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["law", "title", "identifier", "language", "articles", "provisions", "findings"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.law.into(),
            Cow::Borrowed(&self.title),
            self.identifier.into(),
            self.language.into(),
            number_cell(self.articles),
            number_cell(self.provisions),
            number_cell(self.findings),
        ]
    }
}
