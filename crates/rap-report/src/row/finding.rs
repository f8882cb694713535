//! The row of a finding: what could not be read, where, and what to do.

use std::borrow::Cow;

use rap_doc::Finding;
use serde::Serialize;

use super::Row;

/// A finding of any stage.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FindingRow<'a> {
    /// `note`, `warning` or `loss`.
    pub severity: &'static str,
    /// Its stable short name.
    pub code: &'a str,
    /// The paper.
    pub source: &'a str,
    /// The place in the paper; empty where it is the paper as a whole.
    pub place: String,
    /// What was wrong.
    pub message: &'a str,
    /// The next action, or empty.
    pub hint: &'a str,
}

impl<'a> From<&'a Finding> for FindingRow<'a> {
    fn from(finding: &'a Finding) -> Self {
        Self {
            severity: finding.severity.name(),
            code: finding.code,
            source: &finding.origin,
            place: finding.place.to_string(),
            message: &finding.message,
            hint: &finding.hint,
        }
    }
}

impl Row for FindingRow<'_> {
    const COLUMNS: &'static [&'static str] = &["severity", "code", "source", "place", "message", "hint"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.severity.into(),
            self.code.into(),
            self.source.into(),
            Cow::Borrowed(&self.place),
            self.message.into(),
            self.hint.into(),
        ]
    }
}
