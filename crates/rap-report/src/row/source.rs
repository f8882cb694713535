//! The row of a source: what the paper is, and as what it was read.

use std::borrow::Cow;

use rap_doc::Source;
use rap_statement::Part;
use serde::Serialize;

use super::paper::Paper;
use super::{Range, Row, list_cell, number_cell};

/// A paper with the kinds of its parts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SourceRow<'a> {
    /// Where the paper came from, as the user gave it.
    pub source: &'a str,
    /// The SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Its media type.
    pub media: &'static str,
    /// Its title, or empty.
    pub title: &'a str,
    /// Its date (ISO 8601), or empty.
    pub date: String,
    /// Its language tag (BCP 47).
    pub language: &'static str,
    /// As what its parts were read, and why.
    pub parts: Vec<PartRow<'a>>,
    /// How many sentences it has.
    pub sentences: usize,
    /// How many statements were found in it.
    pub statements: usize,
}

/// A part of a paper with its kind.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PartRow<'a> {
    /// The 1-based blocks `[first, last]`, both included.
    pub paragraphs: Range,
    /// `record`, `article`, `submission`, `law` or `plan`.
    pub kind: &'static str,
    /// Why, in words for people.
    pub reason: &'a str,
}

impl<'a> SourceRow<'a> {
    pub(super) fn of(paper: &Paper<'a>) -> Self {
        let sentences = paper.doc.sentences().len();
        Self::new(paper.source, &paper.record.parts, sentences, paper.record.statements.len())
    }

    pub(crate) fn new(source: &'a Source, parts: &'a [Part], sentences: usize, statements: usize) -> Self {
        Self {
            source: &source.origin,
            sha256: source.id.to_string(),
            media: source.media.mime(),
            title: source.title.as_deref().unwrap_or_default(),
            date: source.date.map(|date| date.to_string()).unwrap_or_default(),
            language: source.language.tag(),
            parts: parts.iter().map(PartRow::from).collect(),
            sentences,
            statements,
        }
    }
}

impl<'a> From<&'a Part> for PartRow<'a> {
    fn from(part: &'a Part) -> Self {
        let paragraphs = [part.blocks.start + 1, part.blocks.end.max(part.blocks.start + 1)];
        Self { paragraphs, kind: part.kind.name(), reason: &part.reason }
    }
}

impl Row for SourceRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["source", "title", "date", "language", "kinds", "sentences", "statements", "media", "sha256"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.source.into(),
            self.title.into(),
            Cow::Borrowed(&self.date),
            self.language.into(),
            list_cell(self.parts.iter().map(|part| part.kind)),
            number_cell(self.sentences),
            number_cell(self.statements),
            self.media.into(),
            Cow::Borrowed(&self.sha256),
        ]
    }
}
