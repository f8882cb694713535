//! The Chinese reader against the paragraphs under `corpus/attribution/zh`, and the laws that hold for any text.

mod attendance;
mod gold;
mod laws;
mod mentions;

use rap_doc::{Doc, SourceId};

use super::Reader;
use crate::found::Found;

/// Returns a document of one plain text.
fn doc(text: &str) -> Doc {
    Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned())
}

/// Returns what the reader finds in all blocks of a document.
fn read(doc: &Doc) -> Found {
    let mut found = Found::default();
    let mut reader = Reader::default();
    for block in 0..doc.blocks().len() {
        reader.read_block(doc, block, &mut found);
    }
    found
}
