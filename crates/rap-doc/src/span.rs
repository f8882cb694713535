//! Ranges of text: the smallest thing that a quote can rest on.

use std::ops::Range;

use crate::SourceId;

/// Names a range of bytes in the text of a document: start included, end excluded.
///
/// A span does not know its document; a [`Locus`] does. The start never lies behind the end.
///
/// ```
/// use rap_doc::Span;
///
/// let span = Span::new(4, 7);
/// assert_eq!(span.of("the law"), "law");
/// assert_eq!(span.of("short"), "", "a span outside of the text is empty, never a panic");
/// ```
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// Returns the span from `start` to `end`, both in bytes; empty at `start` where `end` lies before it.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// Returns the byte at which the span starts.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start
    }

    /// Returns the byte after the last one.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end
    }

    /// Returns the length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Tells whether the span holds nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns the span as a range of bytes.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns the words of `text` at this span, or nothing where the span does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Tells whether `other` lies wholly inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Tells whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the smallest span that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Returns the span moved to the right by `bytes`.
    #[must_use]
    pub const fn shifted(self, bytes: usize) -> Self {
        Self { start: self.start + bytes, end: self.end + bytes }
    }

    /// Returns the span without the white space at its two ends in `text`.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

/// Names a place in the world of papers: a range of the text of one source.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Locus {
    /// The paper.
    pub source: SourceId,
    /// The range in the text of its document.
    pub span: Span,
}

#[cfg(test)]
mod tests;
