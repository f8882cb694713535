//! From a document to its record: the stage itself.

use rap_doc::{Doc, Span};

use crate::{Actor, Ledger, Part, SourceKind, Statement, guess_kind};

/// Says how a document is to be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AttributeOptions {
    /// The kind of the paper where the user knows it; guessed part by part where not.
    pub kind: Option<SourceKind>,
    /// The name of the submitter, where the paper came with one (a mail's sender, a column of a table).
    pub submitter: Option<String>,
}

/// What a paper says and who says it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Record {
    /// The parts of the paper with their kinds.
    pub parts: Vec<Part>,
    /// The people and bodies it names, by [`ActorId`](crate::ActorId).
    pub actors: Vec<Actor>,
    /// What they said, in the order of the text.
    pub statements: Vec<Statement>,
    /// The sentences that tell where the law stands (planned, drafted, released, dropped), in the order of the text.
    pub progress: Vec<Span>,
    /// What became of every sentence.
    pub ledger: Ledger,
}

/// Returns the record of a document.
#[must_use]
pub fn attribute(doc: &Doc, options: &AttributeOptions) -> Record {
    let _ = options;
    Record { parts: guess_kind(doc), ..Record::default() }
}
