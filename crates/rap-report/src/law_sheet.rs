//! One act, for people and programs: the exits of a [`Law`].
//!
//! Enters an act; leave the tree as text, the tree as JSON, and the counts of both. `docs/law.md` describes them.

mod to_json;
mod to_text;

use rap_law::{Definition, Instruments, Law, ProvisionKind, Reference, definitions, references};
use serde::Serialize;

/// An act with what was found in it, as it is to be shown.
#[derive(Clone, Debug)]
pub struct LawSheet<'l> {
    law: &'l Law,
    definitions: Vec<Definition>,
    references: Vec<Reference>,
}

/// The counts of an act.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LawCounts {
    /// Numbered recitals.
    pub recitals: usize,
    /// Chapters, 章.
    pub chapters: usize,
    /// Articles, 条; in acts whose basic unit is the section, sections.
    pub articles: usize,
    /// Annexes, schedules, 附件.
    pub annexes: usize,
    /// Terms that the act defines.
    pub definitions: usize,
    /// References to its own provisions and to other acts.
    pub references: usize,
    /// What did not fit.
    pub findings: usize,
}

impl<'l> LawSheet<'l> {
    /// Returns the sheet of an act; acts that it names are looked up in `instruments`.
    #[must_use]
    pub fn of(law: &'l Law, instruments: &Instruments) -> Self {
        Self { law, definitions: definitions(law), references: references(law, instruments) }
    }

    /// Returns the counts, each from the rows that the JSON holds.
    #[must_use]
    pub fn counts(&self) -> LawCounts {
        LawCounts {
            recitals: self.law.count(ProvisionKind::Recital),
            chapters: self.law.count(ProvisionKind::Chapter),
            articles: self.law.count(ProvisionKind::Article),
            annexes: self.law.count(ProvisionKind::Annex),
            definitions: self.definitions.len(),
            references: self.references.len(),
            findings: self.law.findings.len(),
        }
    }
}

impl LawCounts {
    /// Returns the counts by name, in the order in which they are printed.
    #[must_use]
    pub const fn named(&self) -> [(&'static str, usize); 7] {
        [
            ("recitals", self.recitals),
            ("chapters", self.chapters),
            ("articles", self.articles),
            ("annexes", self.annexes),
            ("definitions", self.definitions),
            ("references", self.references),
            ("findings", self.findings),
        ]
    }
}

#[cfg(test)]
mod tests;
