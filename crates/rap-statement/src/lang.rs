//! Languages: each a folder of rules that turn a block into [`Found`].

pub(crate) mod en;
pub(crate) mod zh;

use rap_doc::{Doc, Language};

use crate::Finders;
use crate::found::Found;

/// The readers of all languages, with the buffers they use again from block to block.
#[derive(Default)]
pub(crate) struct Readers {
    english: en::Reader,
    chinese: zh::Reader,
}

impl Readers {
    /// Returns readers that look with these parts of the program.
    pub(crate) fn of(finders: Finders) -> Self {
        Self { english: en::Reader::of(finders), chinese: zh::Reader::of(finders) }
    }

    /// Finds the mentions and attributions of a block by the rules of its language, and adds them to `found`.
    pub(crate) fn read_block(&mut self, doc: &Doc, block: usize, found: &mut Found) {
        let language = doc.blocks().get(block).map_or(Language::Other, |block| block.language);
        self.read_block_as(language, doc, block, found);
    }

    /// Does the same by the rules of the language that the caller knows better.
    pub(crate) fn read_block_as(&mut self, language: Language, doc: &Doc, block: usize, found: &mut Found) {
        match language {
            Language::English => self.english.read_block(doc, block, found),
            Language::Chinese => self.chinese.read_block(doc, block, found),
            Language::Other => {}
        }
    }
}
