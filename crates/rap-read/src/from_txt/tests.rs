//! Plain text: every character is kept.

use proptest::prelude::*;

use crate::{ReadOptions, read};

#[test]
fn heading_and_dateline_are_told() {
    let reading = read(
        b"On the scope of the bill\n\nHarbour City, 3 May 2024\n\nIt is too wide, and it should be narrowed.\n",
        "a.txt",
        &ReadOptions::default(),
    );
    assert_eq!(reading.source.title.as_deref(), Some("On the scope of the bill"));
    assert_eq!(reading.source.date.map(|date| date.to_string()).as_deref(), Some("2024-05-03"));
    assert!(reading.findings.is_empty());
}

proptest! {
    #[test]
    fn the_text_is_the_file(text in "[a-zA-Z法律 .,\r\n]{0,200}") {
        let reading = read(format!("x{text}").as_bytes(), "a.txt", &ReadOptions::default());
        prop_assert_eq!(reading.doc.text(), format!("x{text}"));
    }
}
