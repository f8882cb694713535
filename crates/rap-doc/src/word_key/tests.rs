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

    #[test]
    fn a_run_is_what_reading_byte_by_byte_finds(bytes in "[a-eXYZ0-9é’ .-]{0,40}") {
        let bytes = bytes.as_bytes();
        let length = |fits: fn(&u8) -> bool| bytes.iter().position(|byte| !fits(byte)).unwrap_or(bytes.len());
        let letters = length(u8::is_ascii_alphabetic);
        let both = length(u8::is_ascii_alphanumeric);
        for (length, run) in [(letters, WordRun::of_letters(bytes)), (both, WordRun::of_letters_and_digits(bytes))] {
            let word = &bytes[..length];
            let capitals = (0..length.min(32)).filter(|&at| word[at].is_ascii_uppercase()).fold(0, |all, at| all | 1 << at);
            let plainly = WordKey::of(word).map(|key| WordRun {
                length,
                key,
                capitals,
                has_digits: word.iter().any(u8::is_ascii_digit),
            });
            prop_assert_eq!(run, plainly);
        }
    }
}
