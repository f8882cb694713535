use proptest::prelude::*;

use super::*;

/// The slow and plain way to the same key.
fn plainly(word: &[u8]) -> Option<[u8; WordKey::LONGEST]> {
    let mut bytes = [0; WordKey::LONGEST];
    bytes.get_mut(..word.len())?.copy_from_slice(word);
    bytes.make_ascii_lowercase();
    Some(bytes)
}

#[test]
fn every_byte_is_lowered_as_ascii_does() {
    for byte in 0..=u8::MAX {
        let word = [b'A', byte, b'z'];
        assert_eq!(WordKey::of(&word).map(WordKey::bytes), plainly(&word), "byte {byte}");
    }
}

proptest! {
    #[test]
    fn a_key_holds_the_word_in_lower_case(word in prop::collection::vec(any::<u8>(), 0..40)) {
        prop_assert_eq!(WordKey::of(&word).map(WordKey::bytes), plainly(&word));
    }

    #[test]
    fn a_word_is_cut_out_of_longer_bytes(word in "[a-z]{0,32}", length in 0_usize..33) {
        let length = length.min(word.len());
        let bytes = plainly(word.as_bytes()).unwrap_or_default();
        prop_assert_eq!(Some(WordKey::of_lower(&bytes, length)), WordKey::of(&word.as_bytes()[..length]));
    }
}
