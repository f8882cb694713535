//! English.

pub(crate) mod act;
pub(crate) mod class;
pub(crate) mod frame;
mod inflect;
pub(crate) mod lexicon;
pub(crate) mod progress;
pub(crate) mod token;

use rap_doc::Doc;

use crate::found::Found;

/// Reads English blocks, one after the other.
#[derive(Default)]
pub(crate) struct Reader {}

impl Reader {
    /// Adds what the block says of people, bodies and their words to `found`.
    #[expect(clippy::unused_self, reason = "the buffers of the rules belong to the reader")]
    pub(crate) fn read_block(&mut self, doc: &Doc, block: usize, found: &mut Found) {
        let _ = (doc, block, found);
    }
}
