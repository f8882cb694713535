//! Words of English text: one pass over the bytes of a block.

use rap_doc::Span;

/// A word, number or mark.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Token {
    /// Where it starts, in bytes of the text.
    pub(crate) start: u32,
    /// Where it ends.
    pub(crate) end: u32,
    pub(crate) shape: Shape,
    /// The classes of the word in the lexicon, as bits.
    pub(crate) classes: u64,
}

/// Tells what a token looks like.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Shape {
    /// `law`
    Lower,
    /// `Law`
    Title,
    /// `AI`, `MiniMax`: capitals beyond the first letter.
    Upper,
    /// Begins with a digit.
    Number,
    /// Opening quotation mark.
    QuoteOpen,
    /// Closing quotation mark.
    QuoteClose,
    /// Any other mark: its span is one character (`…`, `--` and `...` one token).
    Mark,
}

impl Token {
    pub(crate) fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}
