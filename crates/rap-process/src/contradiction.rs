//! What the sources contradict, and where they leave gaps: each row says in words what, with both places.
//!
//! Papers and their events enter; rows leave. Nothing is corrected: a row stands beside the words and changes none.
//! A rule is a file. What is normal gives no row: a list that says "such as", a count that says "more than", a host
//! that speaks without being listed.

mod accounts;
mod attendance;
mod count;
mod instrument;
mod judge;
mod names;
mod numerals;
mod phrases;
mod weekday;

use crate::basis::named;
use crate::event::{Event, Evidence, Happening, Paper};

named! {
    /// Tells what does not fit.
    ContradictionKind {
        /// A weekday that its date did not have.
        WeekdayDate = "weekday-date",
        /// A number announced and another number told or listed.
        Count = "count",
        /// Two accounts of one event that differ.
        AccountsDiffer = "accounts-differ",
        /// One body under two names, or a name that two bodies bear.
        BodyNames = "body-names",
        /// An instrument called by the word for another kind.
        WrongInstrument = "wrong-instrument",
        /// A speaker from a body that the list of those attending does not name.
        SpeakerNotListed = "speaker-not-listed",
        /// Listed as attending, and no word is reported.
        AttendeeSilent = "attendee-silent",
        /// The same people wrote the text and judged what others said of it.
        OwnCause = "own-cause",
        /// Held to be known to all, without a source.
        NoSource = "no-source",
        /// An item of a plan told as a draft that exists.
        PlanAsDraft = "plan-as-draft",
    }
}

impl ContradictionKind {
    /// Tells whether something is missing rather than contradicted.
    #[must_use]
    pub const fn is_gap(self) -> bool {
        matches!(self, Self::SpeakerNotListed | Self::AttendeeSilent | Self::NoSource | Self::OwnCause)
    }

    /// Returns the words for people.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::WeekdayDate => "weekday and date",
            Self::Count => "announced and told",
            Self::AccountsDiffer => "two accounts differ",
            Self::BodyNames => "names of a body",
            Self::WrongInstrument => "name of an instrument",
            Self::SpeakerNotListed => "speaker not listed",
            Self::AttendeeSilent => "listed and silent",
            Self::OwnCause => "judge in their own cause",
            Self::NoSource => "no source",
            Self::PlanAsDraft => "plan told as a draft",
        }
    }
}

/// One thing that the sources contradict or leave open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contradiction {
    /// What does not fit.
    pub kind: ContradictionKind,
    /// In words, what: names, numbers, dates.
    pub words: String,
    /// What to keep in mind before relying on it; empty for most.
    pub caution: String,
    /// The places, those of one side before those of the other; never empty.
    pub evidence: Vec<Evidence>,
}

/// Returns what a paper contradicts in itself, in the order of its text. `events` are those that it tells of.
#[must_use]
pub fn contradictions_within(paper: &Paper<'_>, events: &[Event]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    weekday::check(paper, &mut found);
    count::check(paper, &mut found);
    names::check(paper, &mut found);
    instrument::check(paper, &mut found);
    phrases::check(paper, &mut found);
    judge::check(paper, &mut found);
    for event in events {
        attendance::check(paper, event, &mut found);
    }
    found.sort_by_key(|row| (row.evidence.first().map(|evidence| evidence.place), row.kind));
    found.dedup();
    found
}

/// Returns where accounts of one event differ, in the order of the events.
#[must_use]
pub fn contradictions_between(accounts: &[Event], happenings: &[Happening]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for happening in happenings {
        accounts::check(accounts, happening, &mut found);
    }
    found.dedup();
    found
}

/// Says a number of things with their names, the last after "and".
pub(crate) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}
