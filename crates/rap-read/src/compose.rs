//! Puts a document together block by block, for formats whose text is not the file itself.

use rap_doc::{Block, BlockKind, Language, Origin, Span};

/// A text that grows by blocks; what parts them is white space alone.
#[derive(Default)]
pub(crate) struct Composer {
    pub(crate) text: String,
    pub(crate) blocks: Vec<Block>,
}

impl Composer {
    /// Adds a block without the white space around its words, and returns its index; none where there are no words.
    pub(crate) fn add(&mut self, kind: BlockKind, words: &str, origin: Origin) -> Option<usize> {
        let words = words.trim();
        if words.is_empty() {
            return None;
        }
        if let Some(last) = self.blocks.last() {
            // Items and cells follow each other as they do on paper; everything else stands apart.
            let close = last.kind == kind && matches!(kind, BlockKind::ListItem | BlockKind::TableCell);
            self.text.push_str(if close { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        self.text.push_str(words);
        let span = Span::new(start, self.text.len());
        self.blocks.push(Block { kind, span, origin, language: Language::of(words) });
        Some(self.blocks.len() - 1)
    }

    /// Returns the words of the first heading that is not furniture, where it stands before the running text.
    pub(crate) fn first_heading(&self) -> Option<String> {
        first_heading(&self.text, &self.blocks)
    }
}

/// Returns the words of the first heading, where at most one other block stands before it.
pub(crate) fn first_heading(text: &str, blocks: &[Block]) -> Option<String> {
    let mut read = blocks.iter().filter(|block| block.kind != BlockKind::Furniture).take(2);
    let heading = read.find(|block| matches!(block.kind, BlockKind::Heading(_)))?;
    Some(one_line(heading.span.of(text)))
}

/// Returns the words with each run of white space as one space.
pub(crate) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
