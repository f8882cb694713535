//! Tags: which themes a statement speaks of, and the words that say so.

use rap_doc::Span;

use crate::Codebook;

/// A theme that a statement speaks of.
#[derive(Clone, PartialEq, Debug)]
pub struct Tag {
    /// The id of the theme in its codebook.
    pub theme: String,
    /// How surely, from 0 to 1.
    pub score: f32,
    /// The words that earned it, as ranges of the document.
    pub words: Vec<Span>,
}

/// Reads themes off words; built once for a codebook.
#[derive(Debug)]
pub struct Tagger {}

impl Tagger {
    /// Returns the tagger of a codebook.
    #[must_use]
    pub fn new(codebook: &Codebook) -> Self {
        let _ = codebook;
        Self {}
    }

    /// Returns the tags of the words of `text` at `content`, the surest first; `other` where no theme fits.
    #[must_use]
    pub fn tags(&self, text: &str, content: &[Span]) -> Vec<Tag> {
        let _ = (text, content);
        Vec::new()
    }
}
