//! The document: one text, its blocks and its sentences.

use crate::{Block, BlockKind, Language, SourceId, Span, plain_blocks, sentences};

/// A sentence: its range in the text and the block it stands in.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Its range in the text of the document.
    pub span: Span,
    /// The index of its block.
    pub block: usize,
}

/// Says why blocks do not make a document of a text.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DocError {
    /// A block does not fit the text, or begins or ends inside of a character.
    #[error("block {block} at bytes {start} to {end} does not fit the text")]
    Misfit {
        /// The index of the block.
        block: usize,
        /// Where it starts, in bytes.
        start: usize,
        /// Where it ends, in bytes.
        end: usize,
    },
    /// A block begins before the end of the one before it.
    #[error("block {block} begins inside of the block before it")]
    Overlap {
        /// The index of the block.
        block: usize,
    },
    /// A sentence is not in order, or not inside of its block.
    #[error("sentence {sentence} does not fit its block")]
    Sentence {
        /// The index of the sentence.
        sentence: usize,
    },
    /// Letters or other marks stand outside of every block.
    #[error("text at byte {at} is in no block")]
    Uncovered {
        /// Where the first of them stands, in bytes.
        at: usize,
    },
}

/// The text of a paper, cut into blocks and sentences.
///
/// The text is what was decoded and is never normalised or trimmed. Blocks are in order and do not overlap; what
/// lies between them is white space alone, so every character that says anything belongs to a block and can be
/// traced by it. Sentences lie inside of blocks, in order; furniture has none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doc {
    source: SourceId,
    text: String,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    /// The index of the first sentence of each block, and one more for the end.
    first_sentence: Vec<usize>,
}

impl Doc {
    /// Returns the document of `text` in these blocks, and finds its sentences.
    ///
    /// # Errors
    ///
    /// Returns the first way in which the blocks do not cover the text in order.
    pub fn new(source: SourceId, text: String, blocks: Vec<Block>) -> Result<Self, DocError> {
        check_cover(&text, &blocks)?;
        Ok(Self::assembled(source, text, blocks))
    }

    /// Returns the document of a plain text, with its blocks as [`plain_blocks`] finds them.
    #[must_use]
    pub fn of_plain_text(source: SourceId, text: String) -> Self {
        // INVARIANT: plain_blocks covers every text in order; a property test holds it to that.
        let blocks = plain_blocks(&text);
        Self::assembled(source, text, blocks)
    }

    /// Returns the document that was taken apart into these blocks and sentences, as kept by a store.
    ///
    /// The sentences are taken as they are, because another version of the program may cut them otherwise.
    ///
    /// # Errors
    ///
    /// Returns the first way in which the parts are not those of one document.
    pub fn of_parts(
        source: SourceId,
        text: String,
        blocks: Vec<Block>,
        sentences: Vec<Sentence>,
    ) -> Result<Self, DocError> {
        check_cover(&text, &blocks)?;
        let mut first_sentence = Vec::with_capacity(blocks.len() + 1);
        let mut end = 0;
        for (index, sentence) in sentences.iter().enumerate() {
            let fits = blocks.get(sentence.block).is_some_and(|block| block.span.contains(sentence.span))
                && sentence.span.start() >= end
                && text.get(sentence.span.range()).is_some();
            if !fits {
                return Err(DocError::Sentence { sentence: index });
            }
            end = sentence.span.end();
            // INVARIANT: blocks are in order and sentences too, so the block of a sentence never goes back.
            first_sentence.resize(first_sentence.len().max(sentence.block + 1), index);
        }
        first_sentence.resize(blocks.len() + 1, sentences.len());
        Ok(Self { source, text, blocks, sentences, first_sentence })
    }

    fn assembled(source: SourceId, text: String, blocks: Vec<Block>) -> Self {
        let mut found = Vec::new();
        let mut first_sentence = Vec::with_capacity(blocks.len() + 1);
        for (index, block) in blocks.iter().enumerate() {
            first_sentence.push(found.len());
            if block.kind != BlockKind::Furniture {
                let spans = sentences(block.span.of(&text)).map(|span| span.shifted(block.span.start()));
                found.extend(spans.map(|span| Sentence { span, block: index }));
            }
        }
        first_sentence.push(found.len());
        Self { source, text, blocks, sentences: found, first_sentence }
    }

    /// Returns the paper this is the text of.
    #[must_use]
    pub const fn source(&self) -> SourceId {
        self.source
    }

    /// Returns the whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the blocks in order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Returns the sentences in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Returns the indices of the sentences of a block; empty for furniture and for a block that is not there.
    #[must_use]
    pub fn sentences_of(&self, block: usize) -> std::ops::Range<usize> {
        match (self.first_sentence.get(block), self.first_sentence.get(block + 1)) {
            (Some(&first), Some(&end)) => first..end,
            _ => 0..0,
        }
    }

    /// Returns the index of the block that holds `byte`, or of the last one before it.
    #[must_use]
    pub fn block_at(&self, byte: usize) -> Option<usize> {
        self.blocks.partition_point(|block| block.span.start() <= byte).checked_sub(1)
    }

    /// Returns the language most of the text is written in.
    #[must_use]
    pub fn language(&self) -> Language {
        let weight = |language| -> usize {
            self.blocks.iter().filter(|block| block.language == language).map(|block| block.span.len()).sum()
        };
        let (english, chinese, other) = (weight(Language::English), weight(Language::Chinese), weight(Language::Other));
        if chinese > english && chinese > other {
            Language::Chinese
        } else if english > other {
            Language::English
        } else {
            Language::Other
        }
    }
}

fn check_cover(text: &str, blocks: &[Block]) -> Result<(), DocError> {
    let mut covered = 0;
    for (index, block) in blocks.iter().enumerate() {
        let (start, end) = (block.span.start(), block.span.end());
        if text.get(block.span.range()).is_none() {
            return Err(DocError::Misfit { block: index, start, end });
        }
        if start < covered {
            return Err(DocError::Overlap { block: index });
        }
        check_blank(text, covered, start)?;
        covered = end;
    }
    check_blank(text, covered, text.len())
}

fn check_blank(text: &str, from: usize, to: usize) -> Result<(), DocError> {
    let gap = text.get(from..to).unwrap_or_default();
    match gap.find(|c: char| !c.is_whitespace()) {
        Some(at) => Err(DocError::Uncovered { at: from + at }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
