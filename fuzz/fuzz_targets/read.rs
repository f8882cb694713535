//! Any bytes under any name: a reading whose blocks cover its text, the same each time.
//!
//! The first byte chooses the name, so that every reader is reached: `cargo +nightly fuzz run read`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rap_doc::{Doc, Media};
use rap_read::{ReadOptions, read};

const MEDIA: [Option<Media>; 7] = [
    None,
    Some(Media::Text),
    Some(Media::Markdown),
    Some(Media::Html),
    Some(Media::Docx),
    Some(Media::Pdf),
    Some(Media::Mail),
];

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else { return };
    let mut options = ReadOptions::default();
    options.media = MEDIA[usize::from(*choice) % MEDIA.len()];
    let reading = read(bytes, "fuzzed", &options);
    let doc = &reading.doc;
    assert!(Doc::new(doc.source(), doc.text().to_owned(), doc.blocks().to_vec()).is_ok());
    assert_eq!(reading, read(bytes, "fuzzed", &options));
});
