//! Offsets against naive counting.

use proptest::prelude::*;

use super::{Offset, OffsetIndex, STRIDE};
use crate::Span;

fn naive(text: &str, byte: usize) -> Offset {
    let before = Span::new(0, byte).of(text);
    Offset { byte, char: before.chars().count(), utf16: before.encode_utf16().count() }
}

#[test]
fn offsets_beyond_the_text_are_its_end() {
    assert_eq!(OffsetIndex::new("法").at(99), Offset { byte: 3, char: 1, utf16: 1 });
    assert_eq!(OffsetIndex::new("").at(1), Offset::default());
}

#[test]
fn strides_may_cut_characters() {
    let text = "𝔸律a".repeat(STRIDE);
    let index = OffsetIndex::new(&text);
    for (byte, _) in text.char_indices().step_by(37) {
        assert_eq!(index.at(byte), naive(&text, byte));
    }
}

proptest! {
    #[test]
    fn offsets_equal_naive_counting(text in "[a-z法𝔸é ]{0,1500}") {
        let index = OffsetIndex::new(&text);
        for (byte, _) in text.char_indices().step_by(97) {
            prop_assert_eq!(index.at(byte), naive(&text, byte));
        }
    }
}
