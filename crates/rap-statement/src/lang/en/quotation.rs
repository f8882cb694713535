//! Quotations of a block: where quoted words begin and end, over the borders of sentences.

use std::ops::Range;

use super::token::{Shape, Token};

/// A stretch of quoted words, by the tokens of its block, its marks included.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Quotation {
    /// The token of the opening mark.
    pub(crate) open: usize,
    /// Behind the closing mark, or the end of the block where there is none.
    pub(crate) end: usize,
    /// Whether the closing mark is there.
    pub(crate) closed: bool,
}

impl Quotation {
    pub(crate) fn range(&self) -> Range<usize> {
        self.open..self.end
    }
}

/// Adds the quotations of a block to `found`, in order, those inside of another left out.
pub(crate) fn find_quotations(tokens: &[Token], found: &mut Vec<Quotation>) {
    let mut open: Option<(usize, u8)> = None;
    for (at, token) in tokens.iter().enumerate() {
        match (token.shape, open) {
            (Shape::QuoteOpen, None) => open = Some((at, token.mark)),
            (Shape::QuoteClose, Some((start, mark))) if mark == token.mark => {
                found.push(Quotation { open: start, end: at + 1, closed: true });
                open = None;
            }
            _ => {}
        }
    }
    if let Some((start, mark)) = open {
        // A lone single mark is an apostrophe.
        if mark == b'"' {
            found.push(Quotation { open: start, end: tokens.len(), closed: false });
        }
    }
}

/// Returns the quotation that holds the token at `at`.
pub(crate) fn quotation_at(quotations: &[Quotation], at: usize) -> Option<&Quotation> {
    let index = quotations.partition_point(|quotation| quotation.end <= at);
    quotations.get(index).filter(|quotation| quotation.open <= at)
}
