//! The row of a month: how much of what some kind of body says in it is of one sort.

use std::borrow::Cow;

use serde::Serialize;

use super::{Range, Row, number_cell};

/// A sort of statements (a theme, stance or act) in a month.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DiscourseRow<'a> {
    /// The month, `2031-05`; `undated` for papers without a date.
    pub month: String,
    /// Who speaks: `all`, a kind of body, or `none-stated`.
    pub bodies: &'static str,
    /// By what the statements are sorted: `theme`, `stance` or `act`.
    pub by: &'static str,
    /// The sort: the id of a theme (`none` where there is none), a stance, an act.
    pub sort: &'a str,
    /// Statements of the sort.
    pub count: usize,
    /// All statements of those bodies in that month.
    pub of: usize,
    /// The share, from 0 to 1, to four digits.
    pub share: f64,
    /// Papers of the month in which those bodies speak; 0 for papers without a date.
    pub papers: usize,
    /// Whether there are too few statements for the share to be read as one.
    pub few: bool,
    /// Where the share changes with this month: the share before and after.
    pub change: Option<ChangeShape>,
    /// The statements, by their numbers in the report.
    pub statements: Vec<usize>,
    /// Where they stand.
    pub places: Vec<StatementPlace<'a>>,
}

/// A change of a share.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ChangeShape {
    /// Statements of the sort in the months before.
    pub before: usize,
    /// All statements in the months before.
    pub before_of: usize,
    /// Statements of the sort in the months from this one on.
    pub after: usize,
    /// All statements in the months from this one on.
    pub after_of: usize,
}

/// Where a statement stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct StatementPlace<'a> {
    /// The paper.
    pub source: &'a str,
    /// Its words, in bytes of the text of the paper.
    pub bytes: Range,
}

impl Row for DiscourseRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["month", "bodies", "by", "sort", "count", "of", "share", "papers", "few", "change", "statements", "places"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let change = self.change.as_ref().map(|change| {
            format!("{} of {} before; {} of {} after", change.before, change.before_of, change.after, change.after_of)
        });
        let numbers: Vec<String> = self.statements.iter().map(usize::to_string).collect();
        let places = self.places.iter().map(|place| format!("{} {}-{}", place.source, place.bytes[0], place.bytes[1]));
        vec![
            Cow::Borrowed(&self.month),
            self.bodies.into(),
            self.by.into(),
            self.sort.into(),
            number_cell(self.count),
            number_cell(self.of),
            Cow::Owned(format!("{:.4}", self.share)),
            number_cell(self.papers),
            if self.few { "yes" } else { "no" }.into(),
            Cow::Owned(change.unwrap_or_default()),
            Cow::Owned(numbers.join(" ")),
            Cow::Owned(places.collect::<Vec<_>>().join("; ")),
        ]
    }
}
