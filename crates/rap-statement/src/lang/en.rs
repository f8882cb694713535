//! English.

mod according;
pub(crate) mod act;
mod attribution;
pub(crate) mod class;
mod clause;
mod complement;
pub(crate) mod frame;
mod inflect;
pub(crate) mod lexicon;
mod noun_cue;
pub(crate) mod progress;
mod quotation;
mod reach;
mod speaker_turn;
mod tag;
pub(crate) mod token;
mod verb_cue;

use attribution::AttributionReader;
use lexicon::lexicon;
use rap_doc::Doc;
use token::{Token, tokenize};

use crate::found::Found;

/// Reads English blocks, one after the other.
#[derive(Default)]
pub(crate) struct Reader {
    tokens: Vec<Token>,
    attributions: AttributionReader,
}

impl Reader {
    /// Adds what the block says of people, bodies and their words to `found`.
    pub(crate) fn read_block(&mut self, doc: &Doc, block: usize, found: &mut Found) {
        let Some(span) = doc.blocks().get(block).map(|block| block.span) else { return };
        self.tokens.clear();
        tokenize(doc.text(), span, lexicon(), &mut self.tokens);
        self.attributions.read(doc, block, &self.tokens, &mut found.attributions);
    }
}
