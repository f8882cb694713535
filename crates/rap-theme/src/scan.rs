//! Scanning: where in a text the parts of patterns stand.
//!
//! Latin words are compared by their stems and whole, Chinese characters as they stand and anywhere. Both scanners
//! go over the text once; nothing is allocated before the first hit.

mod words;

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use rustc_hash::FxHashMap;

use crate::cue::{Pattern, Wording};
pub(crate) use words::Memory;
use words::WordScanner;

/// A wording in a text.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The number of the wording; [`Scanner::keys`] tells what it stands for.
    pub(crate) wording: u32,
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
    /// What finds the strings, built when the first text has Chinese characters.
    characters: OnceLock<Option<AhoCorasick>>,
    /// The wordings that are looked for as they stand, each with its number.
    strings: Vec<(String, u32)>,
    /// What each wording stands for.
    keys: Vec<Vec<Key>>,
}

impl Scanner {
    /// Returns the scanner of these patterns.
    pub(crate) fn of(patterns: &[Pattern]) -> Self {
        let mut words = WordScanner::default();
        let mut strings: Vec<(String, u32)> = Vec::new();
        let mut numbers: FxHashMap<&Wording, u32> = FxHashMap::default();
        let mut keys: Vec<Vec<Key>> = Vec::new();
        for (key, wording) in wordings(patterns) {
            let next = u32::try_from(keys.len()).unwrap_or(u32::MAX);
            let number = *numbers.entry(wording).or_insert(next);
            if number == next {
                keys.push(Vec::new());
                match wording {
                    Wording::Words(phrase) => words.add(phrase, number),
                    Wording::Characters(string) => strings.push((string.clone(), number)),
                }
            }
            keys.get_mut(number as usize).into_iter().for_each(|keys| keys.push(key));
        }
        Self { words, characters: OnceLock::new(), strings, keys }
    }

    /// Returns what a wording stands for, in the order of the patterns.
    pub(crate) fn keys(&self, wording: u32) -> &[Key] {
        self.keys.get(wording as usize).map_or(&[], Vec::as_slice)
    }

    /// Adds the hits in `text` to `hits`, each with its place in `text`.
    pub(crate) fn scan(&self, text: &str, memory: &mut Memory, hits: &mut Vec<Hit>) {
        self.words.scan(text.as_bytes(), memory, hits);
        // No Chinese character begins with a byte below E3; most Latin text ends the matter here.
        let may_have_characters = text.bytes().any(|byte| byte >= 0xE3);
        if !may_have_characters {
            return;
        }
        if let Some(automaton) = self.characters.get_or_init(|| automaton(&self.strings)) {
            for found in automaton.find_overlapping_iter(text) {
                let wording = self.strings.get(found.pattern().as_usize()).map_or(u32::MAX, |string| string.1);
                hits.push(Hit { start: found.start(), end: found.end(), wording });
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

fn automaton(strings: &[(String, u32)]) -> Option<AhoCorasick> {
    if strings.is_empty() {
        return None;
    }
    // Building fails only where there are more patterns than a codebook of 4 GB can hold.
    let mut builder = AhoCorasickBuilder::new();
    builder.match_kind(MatchKind::Standard).ascii_case_insensitive(true);
    builder.build(strings.iter().map(|string| &string.0)).ok()
}

#[cfg(test)]
mod tests;
