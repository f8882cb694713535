use super::*;
use crate::lang::en::frame;

fn has(word: &str, classes: u64) -> bool {
    lexicon().entry(word.as_bytes()).classes & classes == classes
}

#[test]
fn verbs_are_inflected() {
    assert!(has("said", class::PAST | class::PARTICIPLE));
    assert!(has("Urging", class::GERUND));
    assert!(has("spoke", class::PAST) && !has("spoke", class::PARTICIPLE));
    assert!(has("plans", class::PRESENT | class::NOUN));
    assert_ne!(lexicon().entry(b"told").frames & frame::ADDRESSEE, 0);
}

#[test]
fn unknown_words_are_guessed() {
    assert!(has("quizzically", class::ADVERB) && !has("quizzically", class::LISTED));
    assert!(has("frobnicated", class::PAST));
    assert_eq!(lexicon().entry(&[b'x'; 100]), Entry::default());
}

#[test]
fn lists_hold_only_names_the_rules_know() {
    for (list, known) in [
        (CUE_VERBS, frame::of_name as fn(&str) -> u32),
        (CUE_NOUNS, |name| frame::of_name(name) & 0xFFFF),
        (CUE_ADJECTIVES, |name| frame::of_name(name) & 0xFFFF),
        (WORDS, |name| u32::from(class::of_name(name) != 0)),
        (FUNCTION_WORDS, |name| u32::from(class::of_name(name) != 0)),
    ] {
        for (word, names) in rows(list) {
            assert!(names.split_whitespace().all(|name| known(name) != 0), "{word}: {names}");
            assert!(word.len() <= LONGEST, "{word}");
        }
    }
}
