//! Signals: where the events differ from what is usual, with the facts, the baseline and the inference apart.
//!
//! A procedure, a [`Timeline`] and a date enter; a [`Standing`] leaves: the ladder of stages with their proof, and the
//! signals. The date is an argument, or the newest that the sources give; nothing here knows today. Two orders that
//! are equal up to a shift of all dates give answers that are equal up to that shift.

mod bodies;
mod consultations;
mod plans;
mod stages;
mod timeline;

pub use timeline::{StageRow, Timeline};

use jiff::civil::Date;

use crate::basis::{Basis, named};
use crate::event::{Evidence, Item, PlanIssue};
use crate::procedure::Procedure;
use crate::when::When;

named! {
    /// Tells what is not as usual.
    SignalKind {
        /// A body is seen before the stage at which it usually is.
        EarlierThanUsual = "earlier-than-usual",
        /// A body is first seen after the stage at which it usually is.
        LaterThanUsual = "later-than-usual",
        /// A body that leads the stage is not among those who came.
        AbsentWhereUsual = "absent-where-usual",
        /// A body that does not lead the stage is listed first.
        ListedFirst = "listed-first",
        /// Bodies are listed in another order than that of protocol.
        ListedOutOfOrder = "listed-out-of-order",
        /// An item is in an issue of a plan and was not in the one before.
        AddedToPlan = "added-to-plan",
        /// An item was in an issue of a plan and is not in the next.
        DroppedFromPlan = "dropped-from-plan",
        /// A plan does not name the item.
        PlanSilent = "plan-silent",
        /// A day has passed on which something was due.
        DeadlinePassed = "deadline-passed",
        /// A time was shorter than the rule asks.
        ShorterThanRule = "shorter-than-rule",
        /// A later stage is told and nothing of one before it.
        StageSkipped = "stage-skipped",
        /// A stage came again.
        StageRepeated = "stage-repeated",
        /// The way was quicker than usual.
        QuickerThanUsual = "quicker-than-usual",
        /// The way was slower than usual.
        SlowerThanUsual = "slower-than-usual",
        /// Nothing has been told for long.
        LongSilence = "long-silence",
        /// It went back: withdrawn, postponed, repealed, rejected.
        WentBack = "went-back",
    }
}

impl SignalKind {
    /// Returns the words for people.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::EarlierThanUsual => "Earlier than usual",
            Self::LaterThanUsual => "Later than usual",
            Self::AbsentWhereUsual => "Absent where usual",
            Self::ListedFirst => "Listed first",
            Self::ListedOutOfOrder => "Listed out of protocol order",
            Self::AddedToPlan => "Added to a plan",
            Self::DroppedFromPlan => "Dropped from a plan",
            Self::PlanSilent => "Plan is silent",
            Self::DeadlinePassed => "Deadline passed",
            Self::ShorterThanRule => "Shorter than the rule",
            Self::StageSkipped => "Stage skipped",
            Self::StageRepeated => "Stage repeated",
            Self::QuickerThanUsual => "Quicker than usual",
            Self::SlowerThanUsual => "Slower than usual",
            Self::LongSilence => "Long silence",
            Self::WentBack => "Went back",
        }
    }
}

/// One thing that is not as usual.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signal {
    /// What is not as usual.
    pub kind: SignalKind,
    /// What or whom it is about: a body, a stage, an item.
    pub subject: String,
    /// The stage that it is about, by its id; empty for none.
    pub stage: String,
    /// When it was.
    pub when: Option<When>,
    /// What the sources tell, and nothing else.
    pub facts: String,
    /// What is usual.
    pub baseline: String,
    /// On what the baseline rests; none where it is the sources' own order, such as an earlier issue of a plan.
    pub basis: Option<Basis>,
    /// Known exceptions to the baseline, and what the law allows.
    pub exceptions: Vec<String>,
    /// What may follow from it.
    pub inference: String,
    /// What to keep in mind.
    pub caution: String,
    /// The words that the facts rest on.
    pub evidence: Vec<Evidence>,
}

/// Where a law stands on the way of a procedure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// The law that was followed.
    pub item: Item,
    /// The day as of which it was asked; none where no source has a date.
    pub as_of: Option<Date>,
    /// The stages with their proof, in the order of the procedure.
    pub stages: Vec<StageRow>,
    /// The stage that is under way, by its index: the next after the last that is proved.
    pub under_way: Option<usize>,
    /// Other laws that the events name and that are left out here, with how many events are of each.
    pub others: Vec<(String, usize)>,
    /// What is not as usual.
    pub signals: Vec<Signal>,
}

/// What to look for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SignalOptions {
    /// The law to follow, by its name; the one that the events name most where none is given.
    pub law: Option<String>,
    /// The day as of which to ask; the newest that the sources give where none is given.
    pub as_of: Option<Date>,
}

/// Returns where a law stands, and what is not as usual on its way.
#[must_use]
pub fn stand(procedure: &Procedure, timeline: &Timeline, plans: &[PlanIssue], options: &SignalOptions) -> Standing {
    let course = timeline::Course::of(procedure, timeline, options);
    let mut signals = Vec::new();
    bodies::check(&course, &mut signals);
    plans::check(&course, plans, &mut signals);
    stages::check(&course, &mut signals);
    signals.sort_by_key(|signal| (signal.when.is_none(), signal.when, signal.kind));
    Standing {
        item: course.item.clone(),
        as_of: course.as_of,
        under_way: course.under_way_now(),
        stages: course.rows(),
        others: course.other_laws(),
        signals,
    }
}
