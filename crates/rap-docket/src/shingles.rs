//! From words to shingles: short runs of words, of which two texts share many when one was made from the other.
//!
//! A shingle is three words of a script with spaces, or four characters of one without, or a mixture of that weight.
//! Three words are few enough that a text of which one word in ten was changed keeps half of its shingles, and many
//! enough that two people who write about the same rule share hardly any. A set of shingles is sorted and holds each
//! once, as a hash of 32 bits; set operations on it are exact, up to the chance that two runs of words share a hash:
//! in two texts of 150 words once in two hundred thousand comparisons, and then one shingle in 150 is miscounted.

use rap_doc::Span;

use crate::words::{Word, each_word, mixed};

/// The weights: three words or four characters make a shingle.
const WORD: u32 = 4;
const CHARACTER: u32 = 3;

/// Odd multipliers for the places of a shingle and of a text (digits of the golden ratio and of pi).
const PLACE: u64 = 0x9E37_79B9_7F4A_7C15;
const ORDER: u64 = 0xD6E8_FEB8_6659_FD93;

/// Names a text by its words in order: equal for texts that differ in case, punctuation and white space alone.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Fingerprint(pub u128);

/// The words of a text, its fingerprint and its set of shingles; reused from text to text to spare allocations.
#[derive(Clone, Debug, Default)]
pub struct Shingled {
    words: Vec<Word>,
    set: Vec<u32>,
}

impl Shingled {
    /// Returns the shingles of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut shingled = Self::default();
        shingled.read(text);
        shingled
    }

    /// Takes the shingles of another text in place of those that are here.
    pub fn read(&mut self, text: &str) {
        self.read_words(text);
        self.cut();
    }

    /// Takes the words of another text alone, enough for its fingerprint; [`cut`](Self::cut) makes the shingles.
    pub fn read_words(&mut self, text: &str) {
        self.words.clear();
        self.set.clear();
        each_word(text, |word| self.words.push(word));
    }

    /// Makes the shingles of the words that were read.
    pub fn cut(&mut self) {
        self.set.clear();
        self.set.extend(runs(&self.words).map(|(shingle, _)| shingle));
        self.set.sort_unstable();
        self.set.dedup();
    }

    /// Returns the name of the text by its words.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let (mut high, mut low) = (0x243F_6A88_85A3_08D3_u64, 0x1319_8A2E_0370_7344_u64);
        for word in &self.words {
            high = (high.rotate_left(29) ^ word.hash).wrapping_mul(ORDER);
            low = (low.rotate_left(31) ^ word.hash).wrapping_mul(PLACE);
        }
        Fingerprint(u128::from(mixed(high)) << 64 | u128::from(mixed(low)))
    }

    /// Returns the set of shingles, sorted, each once.
    #[must_use]
    pub fn set(&self) -> &[u32] {
        &self.set
    }

    /// Returns how many words the text has, four characters of a script without spaces counted as three.
    #[must_use]
    pub fn length(&self) -> usize {
        let weight: u32 = self.words.iter().map(weight).sum();
        usize::try_from(weight / WORD).unwrap_or(usize::MAX)
    }

    /// Returns the runs of words that this text has and `other` has not, in the order of the text.
    ///
    /// A word is shared where it stands in a shingle of both texts, or where both begin or end with it.
    #[must_use]
    pub fn own_runs(&self, other: &Self) -> Vec<OwnRun> {
        let mut shared = vec![false; self.words.len()];
        for (index, (shingle, length)) in runs(&self.words).enumerate() {
            if other.set.binary_search(&shingle).is_ok() {
                shared.iter_mut().skip(index).take(length).for_each(|word| *word = true);
            }
        }
        let same = |(own, other): &(&Word, &Word)| own.hash == other.hash;
        let first = self.words.iter().zip(&other.words).take_while(same).count();
        let last = self.words.iter().rev().zip(other.words.iter().rev()).take_while(same).count();
        shared.iter_mut().take(first).for_each(|word| *word = true);
        shared.iter_mut().rev().take(last).for_each(|word| *word = true);
        let mut runs: Vec<OwnRun> = Vec::new();
        let mut open = false;
        for (word, shared) in self.words.iter().zip(shared) {
            match runs.last_mut().filter(|_| open && !shared) {
                Some(run) => {
                    run.span = run.span.hull(word.span);
                    run.weight += weight(word);
                }
                None if !shared => runs.push(OwnRun { span: word.span, weight: weight(word) }),
                None => {}
            }
            open = !shared;
        }
        runs
    }
}

const fn weight(word: &Word) -> u32 {
    if word.single { CHARACTER } else { WORD }
}

/// Returns the shingle that begins at each word with its length in words: three where these are words of letters, else
/// four. A text that is shorter than one shingle is one.
fn runs(words: &[Word]) -> impl Iterator<Item = (u32, usize)> + '_ {
    let mut rest = words;
    let mut whole = true;
    std::iter::from_fn(move || {
        let run = match rest {
            [a, b, c, ..] if !(a.single || b.single || c.single) => (shingle([a, b, c].into_iter()), 3),
            [a, b, c, d, ..] => (shingle([a, b, c, d].into_iter()), 4),
            [_, ..] if whole => (shingle(rest.iter()), rest.len()),
            _ => return None,
        };
        whole = false;
        rest = rest.get(1..)?;
        Some(run)
    })
}

#[inline]
fn shingle<'w>(words: impl Iterator<Item = &'w Word>) -> u32 {
    let hash = words.fold(0, |hash: u64, word| (hash.rotate_left(23) ^ word.hash).wrapping_mul(PLACE));
    // The upper half: the lower bits of a product know too little of the upper ones of its factors.
    u32::try_from((hash ^ (hash >> 29)).wrapping_mul(ORDER) >> 32).unwrap_or_default()
}

/// A run of words that another text does not have.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct OwnRun {
    /// Where it stands.
    pub span: Span,
    weight: u32,
}

impl OwnRun {
    /// Returns how many words it has, counted as in [`Shingled::length`].
    #[must_use]
    pub const fn length(self) -> usize {
        (self.weight / WORD) as usize
    }
}

/// Returns how many shingles two sets share.
#[must_use]
pub fn overlap(a: &[u32], b: &[u32]) -> usize {
    let (mut at_a, mut at_b, mut shared) = (0, 0, 0);
    // Without a branch on the comparison, which no processor foresees on hashes.
    while let (Some(x), Some(y)) = (a.get(at_a), b.get(at_b)) {
        at_a += usize::from(x <= y);
        at_b += usize::from(y <= x);
        shared += usize::from(x == y);
    }
    shared
}

/// Returns the Jaccard index of two sets: what they share by what they hold together; 1 for two empty ones.
#[must_use]
pub fn jaccard(a: &[u32], b: &[u32]) -> f64 {
    let shared = overlap(a, b);
    let together = a.len() + b.len() - shared;
    if together == 0 { 1.0 } else { shared as f64 / together as f64 }
}

#[cfg(test)]
mod tests;
