//! Where the law stands: procedures, bodies, events, signals, and what the sources contradict.
//!
//! [`events_of`] takes a [`Paper`] (its document and the record of who says what in it) and returns the [`Event`]s
//! that it tells of; [`events_from_csv`] and [`events_from_ics`] read those that people add. [`join`] finds the
//! accounts of one event, [`contradictions_within`] and [`contradictions_between`] tell what does not fit, and [`stand`] lays the time line beside a
//! [`Procedure`]: the ladder of stages with their proof, and the [`Signal`]s, each with its baseline, the exceptions
//! to it, and the inference apart from the facts. [`stretches`] finds where the share of one sort of remarks changes
//! from month to month. Before it stands `rap-statement`, after it the report.
//!
//! Absent on purpose: storage, files, a clock. The day as of which is asked is an argument. Nothing is corrected and
//! nothing concluded: a row says what the sources tell, and on what any expectation rests.

mod basis;
mod body;
mod contradiction;
mod dates;
mod discourse;
mod event;
mod fault;
mod procedure;
mod signal;
mod table;
mod when;

pub use basis::{Basis, BasisKind, Confidence};
pub use body::{Bodies, Body, BodyId, Named};
pub use contradiction::{Contradiction, ContradictionKind, contradictions_between, contradictions_within};
pub use dates::{DateBasis, DateContext, DateMention, Edge, date_mentions};
pub use discourse::{FEW, Month, SortCount, Stretch, can_change, stretches};
pub use event::{
    Event, EventKind, Evidence, Happening, Item, Paper, Participant, PlanIssue, PlanItem, Role, events_from_csv,
    events_from_ics, events_of, join, main_item, plan_of, to_ics,
};
pub use fault::FileFaults;
pub use procedure::{FirstSeen, Pace, PackSource, Procedure, Proof, Rule, Stage, TimeRule};
pub use signal::{Signal, SignalKind, SignalOptions, StageRow, Standing, Timeline, stand};
pub use when::{When, day_for_people, days_between, shifted};

#[cfg(test)]
mod cases;
