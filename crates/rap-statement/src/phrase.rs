//! Phrases: cues as data, and the machine that finds them among the words of a sentence.
//!
//! A table is a text file of sections, one phrase a line:
//!
//! ```text
//! good = good great helpful nice      # a set of words
//! [demand]                            # the phrases below have this label
//! should                              # a word
//! it would be (very)? <good> if       # a choice in brackets, optional with `?`; a set in angles
//! recommend~ that                     # a word and its regular inflections
//! call~ *2 for                        # a gap of at most two words
//! ^ let us                            # at the start of a clause
//! should have @ed                     # any word with this ending: @ed, @ing, @ly
//! ```
//!
//! The longest phrase that begins at a word wins and takes its words, so a false friend ("should have known") is a
//! longer phrase under another label, not a condition in code.

use rap_doc::WordKey;
use rustc_hash::FxHashMap;

/// The words that tables know, by number; 0 is every other word.
#[derive(Default)]
pub(crate) struct Vocabulary {
    words: FxHashMap<WordKey, u16>,
}

/// A word or mark of a sentence as tables see it.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Word {
    /// Its number in the vocabulary; 0 where no table knows it.
    pub(crate) id: u16,
    /// The number of its ending, `@ed`, `@ing` or `@ly`; 0 where it has none of them.
    pub(crate) ending: u16,
    /// Where it starts, in bytes of the text.
    pub(crate) start: u32,
    /// Where it ends.
    pub(crate) end: u32,
    /// Whether a clause may begin here: nothing, a strong mark or a connective stands before.
    pub(crate) opens: bool,
}

/// A phrase found: its label and the range of its words.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Hit<L> {
    pub(crate) label: L,
    pub(crate) first: usize,
    pub(crate) end: usize,
}

/// A compiled table.
pub(crate) struct Phrases<L> {
    phrases: Vec<Phrase<L>>,
    /// For each word number the phrases that begin with it, the longest first.
    by_anchor: Vec<Vec<Candidate>>,
}

/// A phrase to try at a word, with what turns most of them down at once.
#[derive(Copy, Clone)]
struct Candidate {
    phrase: u32,
    /// The most words that it can take.
    reach: u16,
    /// The words that may stand second, each as one of 64 bits; all bits where any may.
    second: u64,
}

struct Phrase<L> {
    label: L,
    at_start: bool,
    parts: Box<[Part]>,
}

struct Part {
    /// Sorted numbers of the words that fit; empty for a gap.
    words: Box<[u16]>,
    /// The same as bits, from the first of the numbers on; empty where there is only one.
    bits: Box<[u64]>,
    optional: bool,
    gap: u8,
}

impl Vocabulary {
    /// Returns the number of a word in any case; 0 where it is not known.
    pub(crate) fn id(&self, word: &[u8]) -> u16 {
        WordKey::of(word).map_or(0, |key| self.id_of(key))
    }

    /// Returns the number of the word of this key; 0 where it is not known.
    pub(crate) fn id_of(&self, key: WordKey) -> u16 {
        self.words.get(&key).copied().unwrap_or_default()
    }

    /// Returns the number of a word, which is known from now on; 0 where it is longer than any word.
    pub(crate) fn learn(&mut self, word: &str) -> u16 {
        let next = u16::try_from(self.size()).unwrap_or_default();
        WordKey::of(word.as_bytes()).map_or(0, |key| *self.words.entry(key).or_insert(next))
    }

    /// Returns how many numbers are in use, 0 included.
    pub(crate) fn size(&self) -> usize {
        self.words.len() + 1
    }
}

impl Part {
    fn new(words: Vec<u16>, optional: bool, gap: u8) -> Self {
        let (first, last) = (words.first().copied().unwrap_or_default(), words.last().copied().unwrap_or_default());
        let mut bits = vec![0_u64; if words.len() > 1 { usize::from(last - first) / 64 + 1 } else { 0 }];
        for bit in words.iter().map(|word| usize::from(word - first)) {
            bits.get_mut(bit / 64).into_iter().for_each(|bits| *bits |= 1 << (bit % 64));
        }
        Self { words: words.into(), bits: bits.into(), optional, gap }
    }

    /// Tells whether the word of this number fits; 0, which every unknown word has, never does.
    fn fits(&self, number: u16) -> bool {
        let Some(first) = self.words.first() else { return false };
        if self.bits.is_empty() {
            return number == *first;
        }
        let Some(bit) = number.checked_sub(*first).map(usize::from) else { return false };
        number != 0 && self.bits.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }
}

impl<L: Copy> Phrases<L> {
    /// Compiles a table; `label_of` turns the name of a section into a label. Lines that cannot be read are left out,
    /// and a test holds the shipped tables to having none.
    pub(crate) fn of_table(table: &str, words: &mut Vocabulary, label_of: impl Fn(&str) -> Option<L>) -> Self {
        let mut sets: FxHashMap<&str, Vec<u16>> = FxHashMap::default();
        let mut phrases = Vec::new();
        let mut label = None;
        for line in table.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                label = label_of(name);
            } else if let Some((name, members)) = line.split_once(" = ") {
                let set = members.split_whitespace().flat_map(|member| numbers(member, words)).collect();
                sets.insert(name.trim(), set);
            } else if let (Some(label), false) = (label, line.is_empty()) {
                compile(line, label, words, &sets, &mut phrases);
            }
        }
        Self { by_anchor: anchors(&phrases), phrases }
    }

    /// Appends what is found among `words`, from left to right, none overlapping another.
    pub(crate) fn find(&self, words: &[Word], hits: &mut Vec<Hit<L>>) {
        let mut at = 0;
        while let Some(word) = words.get(at) {
            match self.longest(words, at, *word) {
                Some(hit) => {
                    at = hit.end;
                    hits.push(hit);
                }
                None => at += 1,
            }
        }
    }

    fn longest(&self, words: &[Word], at: usize, word: Word) -> Option<Hit<L>> {
        let candidates = self.by_anchor.get(usize::from(word.id)).filter(|candidates| !candidates.is_empty())?;
        let second = words.get(at + 1).map_or(0, |next| bit(next.id) | bit(next.ending));
        let mut best: Option<Hit<L>> = None;
        for candidate in candidates {
            if best.is_some_and(|hit| hit.end - at >= usize::from(candidate.reach)) {
                break;
            }
            if candidate.second != u64::MAX && candidate.second & second == 0 {
                continue;
            }
            let Some(phrase) = self.phrases.get(candidate.phrase as usize) else { continue };
            if (!phrase.at_start || word.opens)
                && let Some(end) = fits_behind_anchor(&phrase.parts, words, at)
                && best.is_none_or(|hit| end > hit.end)
            {
                best = Some(Hit { label: phrase.label, first: at, end });
            }
        }
        best
    }
}

/// Returns the bit of a word number; unknown words have none.
fn bit(number: u16) -> u64 {
    if number == 0 { 0 } else { 1 << (number % 64) }
}

impl<L> Phrase<L> {
    fn candidate(&self, index: usize) -> Option<Candidate> {
        let reach: usize = self.parts.iter().map(|part| usize::from(part.gap.max(1))).sum();
        Some(Candidate { phrase: index.try_into().ok()?, reach: reach.try_into().ok()?, second: self.second() })
    }

    /// Returns the bits of the words that may stand second.
    fn second(&self) -> u64 {
        let mut bits = 0;
        for part in self.parts.iter().skip(1) {
            if part.gap > 0 {
                return u64::MAX;
            }
            bits |= part.words.iter().fold(0, |bits, &word| bits | bit(word));
            if !part.optional {
                return bits;
            }
        }
        u64::MAX
    }
}

/// Does what [`fits`] does where the word at `at` is one of those by which the phrase was found: its first part fits.
fn fits_behind_anchor(parts: &[Part], words: &[Word], at: usize) -> Option<usize> {
    match parts.split_first()? {
        (anchor, _) if anchor.optional => fits(parts, words, at),
        (_, rest) => fits(rest, words, at + 1),
    }
}

/// Returns the end of the parts laid on the words from `at`, or nothing where they do not fit.
fn fits(parts: &[Part], words: &[Word], at: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    if part.gap > 0 {
        return (0..=usize::from(part.gap)).find_map(|skipped| fits(rest, words, at + skipped));
    }
    let here = words.get(at).is_some_and(|word| part.fits(word.id) || part.fits(word.ending));
    let taken = if here { fits(rest, words, at + 1) } else { None };
    taken.or_else(|| if part.optional { fits(rest, words, at) } else { None })
}

fn anchors<L>(phrases: &[Phrase<L>]) -> Vec<Vec<Candidate>> {
    let mut by_anchor: Vec<Vec<Candidate>> = Vec::new();
    for (index, phrase) in phrases.iter().enumerate() {
        for &word in phrase.parts.first().map(|part| part.words.as_ref()).unwrap_or_default() {
            let word = usize::from(word);
            if by_anchor.len() <= word {
                by_anchor.resize_with(word + 1, Vec::new);
            }
            if let Some(list) = by_anchor.get_mut(word) {
                list.extend(phrase.candidate(index));
            }
        }
    }
    for list in &mut by_anchor {
        list.sort_by_key(|candidate| std::cmp::Reverse(candidate.reach));
    }
    by_anchor
}

/// Adds the phrase of a line; one that begins with optional parts is one phrase for each place where it may begin.
fn compile<L: Copy>(
    line: &str,
    label: L,
    words: &mut Vocabulary,
    sets: &FxHashMap<&str, Vec<u16>>,
    phrases: &mut Vec<Phrase<L>>,
) {
    let (at_start, line) = line.strip_prefix("^ ").map_or((false, line), |rest| (true, rest));
    let mut from = 0;
    loop {
        let written = line.split_whitespace().skip(from);
        let Some(parts) = written.map(|written| part(written, words, sets)).collect::<Option<Vec<Part>>>() else {
            return;
        };
        let Some(first) = parts.first() else { return };
        let (optional, gap) = (first.optional, first.gap > 0);
        if !gap {
            phrases.push(Phrase { label, at_start, parts: parts.into() });
        }
        if !optional {
            return;
        }
        from += 1;
    }
}

fn part(written: &str, words: &mut Vocabulary, sets: &FxHashMap<&str, Vec<u16>>) -> Option<Part> {
    let (written, optional) =
        written.strip_suffix('?').filter(|rest| !rest.is_empty()).map_or((written, false), |rest| (rest, true));
    if let Some(gap) = written.strip_prefix('*') {
        return Some(Part::new(Vec::new(), false, gap.parse().ok()?));
    }
    let choice = written.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(written);
    let mut found = Vec::new();
    for option in choice.split('|') {
        match option.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
            Some(name) => found.extend(sets.get(name)?),
            None => found.extend(numbers(option, words)),
        }
    }
    found.sort_unstable();
    found.dedup();
    Some(Part::new(found, optional, 0))
}

/// Returns the number of a word, or of all its forms where it is written `word~`.
fn numbers(written: &str, words: &mut Vocabulary) -> Vec<u16> {
    match written.strip_suffix('~') {
        Some(stem) => inflected(stem).iter().map(|form| words.learn(form)).collect(),
        None => vec![words.learn(written)],
    }
}

/// Returns the regular forms of an English word: itself, -s, -ed, -ing.
pub(crate) fn inflected(word: &str) -> [String; 4] {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let mut letters = word.chars().rev();
    let (last, before) = (letters.next().unwrap_or_default(), letters.next().unwrap_or_default());
    let stem = word.strip_suffix(last).unwrap_or_default();
    if last == 'e' {
        let present = if word.ends_with("ee") { word } else { stem };
        return [word.into(), format!("{word}s"), format!("{word}d"), format!("{present}ing")];
    }
    if last == 'y' && !vowel(before) {
        return [word.into(), format!("{stem}ies"), format!("{stem}ied"), format!("{word}ing")];
    }
    let hissing = matches!(last, 's' | 'x' | 'z') || word.ends_with("ch") || word.ends_with("sh");
    let plural = if hissing { format!("{word}es") } else { format!("{word}s") };
    [word.into(), plural, format!("{word}ed"), format!("{word}ing")]
}

#[cfg(test)]
mod tests;
