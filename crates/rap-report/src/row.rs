//! Rows: the shapes in which statements, actors, asks and the rest leave the program.
//!
//! Enter entries of a dossier; leave values that borrow from them and serialise straight to a writer, with no tree
//! in between, because a list of a large dossier is as fast as its slowest row. A row is the edge: field names and
//! words are promised to other programs, and `docs/report-json.md` describes them.
//!
//! Offsets are `[start, end)`. `bytes` are UTF-8 bytes, `chars` Unicode code points, `utf16` UTF-16 code units, all
//! counted in the text of the document.

mod actor;
mod ask;
mod discourse;
mod finding;
mod law;
mod ledger;
mod link;
mod paper;
mod process;
mod reference;
mod source;
mod statement;
mod theme;

pub use actor::ActorRow;
pub use ask::{AskRow, SupportRow, SupporterRow};
pub use discourse::{ChangeShape, DiscourseRow, StatementPlace};
pub use finding::FindingRow;
pub use law::LawRow;
pub use ledger::LedgerRow;
pub use link::{CloseRow, EvidenceRow, LinkRow};
pub use paper::Paper;
pub(crate) use paper::chief_office;
pub use process::{ContradictionRow, EventRow, ParticipantRow, PlaceRow, SignalRow, StageShape};
pub use reference::ReferenceRow;
pub use source::{PartRow, SourceRow};
pub use statement::{StatementRow, ThemeTag};
pub use theme::ThemeRow;

use std::borrow::Cow;

/// A range `[start, end)` in the unit that the name of its field tells.
pub type Range = [usize; 2];

/// A row that can stand in a table.
pub trait Row: serde::Serialize {
    /// The names of the columns, in order.
    const COLUMNS: &'static [&'static str];

    /// Returns the cells in the order of the columns; lists are flattened as `docs/report-json.md` says.
    fn cells(&self) -> Vec<Cow<'_, str>>;
}

/// Returns ranges as one cell: `12-45 60-80`.
fn ranges_cell(ranges: &[Range]) -> Cow<'static, str> {
    let mut cell = String::new();
    for [start, end] in ranges {
        if !cell.is_empty() {
            cell.push(' ');
        }
        cell.push_str(&format!("{start}-{end}"));
    }
    Cow::Owned(cell)
}

/// Returns a list of words as one cell: `Ant; Ant Group`.
fn list_cell<'w>(words: impl IntoIterator<Item = &'w str>) -> Cow<'static, str> {
    Cow::Owned(words.into_iter().collect::<Vec<_>>().join("; "))
}

/// Returns a number as a cell.
fn number_cell(number: usize) -> Cow<'static, str> {
    Cow::Owned(number.to_string())
}

#[cfg(test)]
mod tests;
