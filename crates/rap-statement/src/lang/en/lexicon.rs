//! The English lexicon: the lists under `packs/lexicons/en`, inflected, one entry a word.

use std::sync::LazyLock;

use rap_doc::{WordKey, WordRun};
use rustc_hash::FxHashMap;

use super::inflect::{Forms, regular_forms};
use super::{class, frame};

const FUNCTION_WORDS: &str = include_str!("../../../../../packs/lexicons/en/function-words.txt");
const IRREGULAR_VERBS: &str = include_str!("../../../../../packs/lexicons/en/irregular-verbs.txt");
const VERBS: &str = include_str!("../../../../../packs/lexicons/en/verbs.txt");
const WORDS: &str = include_str!("../../../../../packs/lexicons/en/words.txt");
const CUE_VERBS: &str = include_str!("../../../../../packs/lexicons/en/cue-verbs.txt");
const CUE_NOUNS: &str = include_str!("../../../../../packs/lexicons/en/cue-nouns.txt");
const CUE_ADJECTIVES: &str = include_str!("../../../../../packs/lexicons/en/cue-adjectives.txt");

/// Longer words are in no list; they need no look-up.
const LONGEST: usize = 24;

/// What the lexicon knows of a word.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Entry {
    /// Bits of [`class`].
    pub(crate) classes: u64,
    /// Bits of [`frame`] for the word as a verb.
    pub(crate) frames: u32,
    /// Bits of [`frame`] for the word as a noun or adjective.
    pub(crate) noun_frames: u16,
}

impl Entry {
    pub(crate) const fn is_abbreviation(self) -> bool {
        self.classes & class::ABBREVIATION != 0
    }
}

/// Every word that the rules of English know.
pub(crate) struct Lexicon {
    entries: FxHashMap<WordKey, Entry>,
}

/// Returns the key of a word; `None` where it is longer than any that is listed.
fn key(word: &[u8]) -> Option<WordKey> {
    if word.len() <= LONGEST { WordKey::of(word) } else { None }
}

/// Returns the lexicon, built at the first call.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::built_in);
    &LEXICON
}

impl Lexicon {
    /// Returns what is known of a word; a guess from its ending where it is in no list.
    pub(crate) fn entry(&self, word: &[u8]) -> Entry {
        let Some(key) = key(word) else { return Entry::default() };
        match self.entries.get(&key) {
            Some(entry) => *entry,
            None => Entry { classes: guess(word), ..Entry::default() },
        }
    }

    /// Returns what is known of a word by the run of letters that it is.
    pub(crate) fn entry_of(&self, run: &WordRun, word: &[u8]) -> Entry {
        match self.entries.get(&run.key) {
            Some(entry) => *entry,
            None if run.length <= LONGEST => Entry { classes: guess(word), ..Entry::default() },
            None => Entry::default(),
        }
    }

    fn built_in() -> Self {
        let mut lexicon = Self { entries: FxHashMap::default() };
        let irregular = irregular_verbs();
        for (word, names) in rows(FUNCTION_WORDS).chain(rows(WORDS)) {
            let classes = names.split_whitespace().map(class::of_name).fold(0, |all, bits| all | bits);
            lexicon.add(word, classes, 0);
            if classes & class::NOUN != 0 {
                lexicon.add(&super::inflect::plural(word), class::NOUN, 0);
            }
        }
        for (verb, _) in rows(VERBS).chain(rows(IRREGULAR_VERBS)) {
            lexicon.add_verb(verb, &irregular, 0);
        }
        for (verb, frames) in rows(CUE_VERBS) {
            lexicon.add_verb(verb, &irregular, frame::of_names(frames) | frame::VERB);
        }
        for (noun, frames) in rows(CUE_NOUNS) {
            lexicon.add_noun(noun, class::NOUN, frames);
            lexicon.add_noun(&super::inflect::plural(noun), class::NOUN, frames);
        }
        for (adjective, frames) in rows(CUE_ADJECTIVES) {
            lexicon.add_noun(adjective, class::ADJECTIVE, frames);
        }
        super::name_words::each(|word, classes| lexicon.mark(word, classes));
        lexicon
    }

    /// Adds classes to a word without calling it listed: a given name says nothing of the grammar of the word.
    fn mark(&mut self, word: &str, classes: u64) {
        let Some(key) = key(word.as_bytes()) else { return };
        let guessed = || Entry { classes: guess(word.as_bytes()), ..Entry::default() };
        self.entries.entry(key).or_insert_with(guessed).classes |= classes;
    }

    fn add(&mut self, word: &str, classes: u64, frames: u32) {
        let Some(key) = key(word.as_bytes()) else { return };
        let entry = self.entries.entry(key).or_default();
        entry.classes |= classes | class::LISTED;
        entry.frames |= frames;
    }

    /// Adds a noun or adjective that is a cue.
    #[expect(clippy::cast_possible_truncation, reason = "a test holds the lists of nouns to the lower 16 frames")]
    fn add_noun(&mut self, word: &str, classes: u64, frames: &str) {
        self.add(word, classes, 0);
        if let Some(entry) = key(word.as_bytes()).and_then(|key| self.entries.get_mut(&key)) {
            entry.noun_frames |= frame::of_names(frames) as u16;
        }
    }

    fn add_verb(&mut self, verb: &str, irregular: &FxHashMap<&str, &str>, frames: u32) {
        let forms = regular_forms(verb);
        let Forms { present, past, gerund, .. } = &forms;
        self.add(verb, class::BASE, frames);
        self.add(present, class::PRESENT, frames);
        self.add(gerund, class::GERUND, frames);
        match irregular.get(verb).and_then(|rest| rest.split_once(' ')) {
            Some((pasts, participles)) => {
                pasts.split('/').for_each(|form| self.add(form, class::PAST, frames));
                participles.trim().split('/').for_each(|form| self.add(form, class::PARTICIPLE, frames));
            }
            None => self.add(past, class::PAST | class::PARTICIPLE, frames),
        }
    }
}

/// Returns the rows of a list: the first word and the rest of the line, without comments.
fn rows(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines().filter_map(|line| {
        let line = line.split('#').next().unwrap_or_default().trim();
        (!line.is_empty()).then(|| line.split_once(' ').unwrap_or((line, "")))
    })
}

fn irregular_verbs() -> FxHashMap<&'static str, &'static str> {
    rows(IRREGULAR_VERBS).collect()
}

/// Guesses the classes of a word that is in no list from its ending.
fn guess(word: &[u8]) -> u64 {
    match word {
        [_, _, _, _] | [_, _, _] | [_, _] | [_] | [] => class::NOUN,
        [.., b'l', b'y'] => class::ADVERB,
        [.., b'i', b'n', b'g'] => class::GERUND | class::NOUN,
        [.., b'e', b'd'] => class::PAST | class::PARTICIPLE,
        [.., b'o', b'u', b's'] | [.., b'f', b'u', b'l'] | [.., b'b', b'l', b'e'] => class::ADJECTIVE,
        [.., b'i', b's', b'h'] | [.., b'l', b'e', b's', b's'] => class::ADJECTIVE,
        [.., b'i', b'v', b'e'] | [.., b'a', b'l'] | [.., b'i', b'c'] => class::ADJECTIVE | class::NOUN,
        _ => class::NOUN,
    }
}

#[cfg(test)]
mod tests;
