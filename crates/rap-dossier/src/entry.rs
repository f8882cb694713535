//! What a dossier keeps of one paper.

use rap_doc::{Doc, Finding, Source};
use rap_statement::Record;
use rap_theme::Tag;

/// One paper with everything that the stages made of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// What it is and where it came from.
    pub source: Source,
    /// Its text, blocks and sentences.
    pub doc: Doc,
    /// Who says what in it.
    pub record: Record,
    /// The coding of each statement, by the index of the statement in the record.
    pub codings: Vec<Coding>,
    /// What could not be read, or only with doubt.
    pub findings: Vec<Finding>,
}

/// The themes of one statement and of its items.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Coding {
    /// The themes of the whole statement.
    pub tags: Vec<Tag>,
    /// The themes of each of its items.
    pub items: Vec<Vec<Tag>>,
}
