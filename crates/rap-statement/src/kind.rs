//! The kind of a paper: who speaks in it when nobody is named.

use rap_doc::Doc;

use crate::statement::words;

words! {
    /// Tells what sort of paper a text is.
    SourceKind {
        /// Minutes, a press release or another report of what was said at a meeting.
        Record = "record",
        /// An article or post: its author has a voice.
        Article = "article",
        /// A submission to a consultation, a comment, a letter: the submitter speaks throughout.
        Submission = "submission",
        /// A law or a draft of one: nobody speaks.
        Law = "law",
        /// A plan or agenda: a body says what it will do.
        Plan = "plan",
    }
}

/// A run of blocks of one kind; a newsletter that reprints a press release has two parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The blocks, by index.
    pub blocks: std::ops::Range<usize>,
    /// What sort of paper this part is.
    pub kind: SourceKind,
    /// The words of the reason, for people: "first person singular; no meeting reported".
    pub reason: String,
}

/// Returns the parts of a document with the kind of each.
#[must_use]
pub fn guess_kind(doc: &Doc) -> Vec<Part> {
    vec![Part { blocks: 0..doc.blocks().len(), kind: SourceKind::Article, reason: String::new() }]
}
