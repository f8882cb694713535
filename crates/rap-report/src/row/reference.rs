//! The row of a reference: words of a paper that name a provision or an act.

use std::borrow::Cow;

use rap_doc::OffsetIndex;
use rap_law::{Law, Reference};
use serde::Serialize;

use super::{Range, Row, list_cell, ranges_cell};

/// A reference to provisions or to an act.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ReferenceRow<'a> {
    /// The paper.
    pub source: &'a str,
    /// The words in code points.
    pub chars: Range,
    /// The words, verbatim.
    pub text: &'a str,
    /// `internal` or `external`.
    pub kind: &'static str,
    /// What they refer to, one id for each provision.
    pub target: &'a [String],
    /// Whether everything that the words refer to was found.
    pub resolved: bool,
    /// The provision that the words stand in; empty outside of provisions.
    pub provision: &'a str,
    /// The words in UTF-8 bytes.
    pub bytes: Range,
    /// The words in UTF-16 units.
    pub utf16: Range,
}

impl<'a> ReferenceRow<'a> {
    /// Returns the row of a reference of `law`; `units` counts in its text.
    #[must_use]
    pub fn of(source: &'a str, law: &'a Law, units: &OffsetIndex<'_>, reference: &'a Reference) -> Self {
        let (start, end) = (units.at(reference.span.start()), units.at(reference.span.end()));
        let provision = reference.provision.and_then(|index| law.provisions.get(index));
        Self {
            source,
            chars: [start.char, end.char],
            text: law.words(reference.span),
            kind: reference.kind.name(),
            target: &reference.target,
            resolved: reference.resolved,
            provision: provision.map_or("", |provision| provision.id.as_str()),
            bytes: [start.byte, end.byte],
            utf16: [start.utf16, end.utf16],
        }
    }
}

impl Row for ReferenceRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["source", "chars", "text", "kind", "target", "resolved", "provision", "bytes", "utf16"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.source.into(),
            ranges_cell(&[self.chars]),
            self.text.into(),
            self.kind.into(),
            list_cell(self.target.iter().map(String::as_str)),
            if self.resolved { "true" } else { "false" }.into(),
            self.provision.into(),
            ranges_cell(&[self.bytes]),
            ranges_cell(&[self.utf16]),
        ]
    }
}
