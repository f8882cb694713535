//! Scanning: where in a text the parts of patterns stand.
//!
//! Latin words are compared by their stems and whole, Chinese characters as they stand and anywhere. Both scanners
//! go over the text once; nothing is allocated before the first hit.

mod words;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use rustc_hash::FxHashMap;

use crate::cue::{Pattern, Wording};
use words::WordScanner;

/// A part of a pattern in a text.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) key: Key,
}

/// Names a part of a pattern: the index of the pattern, and of the part in it.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Key {
    pub(crate) pattern: u32,
    pub(crate) part: u32,
}

/// Finds the parts of many patterns at once.
#[derive(Debug)]
pub(crate) struct Scanner {
    words: WordScanner,
    characters: Option<AhoCorasick>,
    /// What each string of `characters` stands for.
    character_keys: Vec<Vec<Key>>,
}

impl Scanner {
    /// Returns the scanner of these patterns.
    pub(crate) fn of(patterns: &[Pattern]) -> Self {
        let mut words = WordScanner::default();
        let mut strings: Vec<&str> = Vec::new();
        let mut places: FxHashMap<&str, usize> = FxHashMap::default();
        let mut character_keys: Vec<Vec<Key>> = Vec::new();
        for (key, wording) in wordings(patterns) {
            match wording {
                Wording::Words(phrase) => words.add(phrase, key),
                Wording::Characters(string) => {
                    let place = *places.entry(string).or_insert_with(|| {
                        strings.push(string);
                        character_keys.push(Vec::new());
                        strings.len() - 1
                    });
                    character_keys.get_mut(place).into_iter().for_each(|keys| keys.push(key));
                }
            }
        }
        Self { words, characters: automaton(&strings), character_keys }
    }

    /// Adds the hits in `text` to `hits`, each with its place in `text`.
    pub(crate) fn scan(&self, text: &str, hits: &mut Vec<Hit>) {
        self.words.scan(text.as_bytes(), hits);
        // No Chinese character begins with a byte below E3; most Latin text ends the matter here.
        let may_have_characters = text.bytes().any(|byte| byte >= 0xE3);
        if let Some(automaton) = self.characters.as_ref().filter(|_| may_have_characters) {
            for found in automaton.find_overlapping_iter(text) {
                let keys = self.character_keys.get(found.pattern().as_usize()).into_iter().flatten();
                hits.extend(keys.map(|&key| Hit { start: found.start(), end: found.end(), key }));
            }
        }
    }
}

/// Returns every wording of every part of the patterns, with the part it stands for.
fn wordings(patterns: &[Pattern]) -> impl Iterator<Item = (Key, &Wording)> {
    (0_u32..).zip(patterns).flat_map(|(index, pattern)| {
        (0_u32..).zip(&pattern.parts).flat_map(move |(part_index, part)| {
            part.iter().map(move |wording| (Key { pattern: index, part: part_index }, wording))
        })
    })
}

fn automaton(strings: &[&str]) -> Option<AhoCorasick> {
    if strings.is_empty() {
        return None;
    }
    // Building fails only where there are more patterns than a codebook of 4 GB can hold.
    AhoCorasickBuilder::new().match_kind(MatchKind::Standard).ascii_case_insensitive(true).build(strings).ok()
}

#[cfg(test)]
mod tests;
