//! The text of an act while it grows by blocks; what parts them is white space alone.

use rap_doc::{Block, BlockKind, Language, Origin, Span};

#[derive(Default)]
pub(super) struct Sheet {
    text: String,
    blocks: Vec<Block>,
    /// Whether the next block follows its number or heading and stands close to it.
    close: bool,
}

impl Sheet {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the first byte that the next block can have.
    pub(super) fn next_start(&self) -> usize {
        self.text.len()
    }

    /// Adds a block and returns its span; none where there are no words. After a block that is `close` there is one
    /// line break, after others two.
    pub(super) fn add(&mut self, kind: BlockKind, words: &str, path: String, close: bool) -> Option<Span> {
        let words = words.trim();
        if words.is_empty() {
            return None;
        }
        if !self.blocks.is_empty() {
            self.text.push_str(if self.close { "\n" } else { "\n\n" });
        }
        self.close = close;
        let start = self.text.len();
        self.text.push_str(words);
        let span = Span::new(start, self.text.len());
        let origin = Origin { page: None, path };
        self.blocks.push(Block { kind, span, origin, language: Language::of(words) });
        Some(span)
    }

    pub(super) fn into_parts(self) -> (String, Vec<Block>) {
        (self.text, self.blocks)
    }
}
