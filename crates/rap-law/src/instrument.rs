//! An act through time: its versions, who made each, and its text at a date.
//!
//! Enter laws with dates; leave the version that stood at a date. Nothing here reads a clock: the date is asked for.

use jiff::civil::Date;

use crate::provision::Law;

/// Where a version stands in the making of an act.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Stage {
    /// What was proposed: a bill, a proposal of the Commission, 草案.
    Proposal,
    /// A reading by its number: 一审稿 is the first.
    Reading(u8),
    /// The position of one body: a parliament, a council.
    Position(String),
    /// The act as adopted.
    Adopted,
    /// The act as amended by a later one.
    Amended,
}

/// The text of an act as one author put it out on one day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    /// The day on which it was put out.
    pub date: Date,
    /// The first day on which it is in force; nothing for a draft.
    pub in_force: Option<Date>,
    /// Where it stands in the making of the act.
    pub stage: Stage,
    /// Who put it out, as stated.
    pub author: String,
    /// The text.
    pub law: Law,
}

/// An act with all its versions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Instrument {
    /// Its name.
    pub name: String,
    versions: Vec<Version>,
}

impl Instrument {
    /// Returns the act with these versions, which are put in the order of their dates; those of one day stay in the
    /// order given.
    #[must_use]
    pub fn new(name: String, mut versions: Vec<Version>) -> Self {
        versions.sort_by_key(|version| version.date);
        Self { name, versions }
    }

    /// Returns the versions from the oldest.
    #[must_use]
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// Returns the last version that had been put out on a day, drafts included.
    #[must_use]
    pub fn put_out_by(&self, date: Date) -> Option<&Version> {
        self.versions.iter().rfind(|version| version.date <= date)
    }

    /// Returns the version that is the law on a day: the one that came into force last, drafts never.
    #[must_use]
    pub fn in_force_on(&self, date: Date) -> Option<&Version> {
        let in_force = |version: &&Version| version.in_force.is_some_and(|from| from <= date);
        // Of two that come into force on one day the later one counts: max_by_key keeps the last.
        self.versions.iter().filter(in_force).max_by_key(|version| version.in_force)
    }

    /// Returns the first version of a stage.
    #[must_use]
    pub fn at_stage(&self, stage: &Stage) -> Option<&Version> {
        self.versions.iter().find(|version| version.stage == *stage)
    }

    /// Returns each version with the one before it, as they are compared.
    pub fn steps(&self) -> impl Iterator<Item = (&Version, &Version)> {
        self.versions.iter().zip(self.versions.iter().skip(1))
    }
}

#[cfg(test)]
mod tests;
