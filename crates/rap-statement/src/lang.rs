//! Languages: each a folder of rules that turn a block into [`Found`].

pub(crate) mod en;
pub(crate) mod zh;

use rap_doc::{Doc, Language};

use crate::found::Found;

/// The readers of all languages, with the buffers they use again from block to block.
#[derive(Default)]
pub(crate) struct Readers {
    english: en::Reader,
    chinese: zh::Reader,
}

impl Readers {
    /// Finds the mentions and attributions of a block by the rules of its language, and adds them to `found`.
    pub(crate) fn read_block(&mut self, doc: &Doc, block: usize, found: &mut Found) {
        match doc.blocks().get(block).map(|block| block.language) {
            Some(Language::English) => self.english.read_block(doc, block, found),
            Some(Language::Chinese) => self.chinese.read_block(doc, block, found),
            Some(Language::Other) | None => {}
        }
    }
}
