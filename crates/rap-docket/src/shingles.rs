//! From words to shingles: short runs of words, of which two texts share many when one was made from the other.
//!
//! A shingle is three words of a script with spaces, or four characters of one without, or a mixture of that weight.
//! Three words are few enough that a text of which one word in ten was changed keeps half of its shingles, and many
//! enough that two people who write about the same rule share hardly any. A set of shingles is sorted and holds each
//! once; set operations on it are exact, up to the chance that two runs of words share a hash of 64 bits.

use rap_doc::Span;

use crate::words::{each_word, mixed};

/// The weights: three words or four characters make [`FULL`].
const WORD: u32 = 4;
const CHARACTER: u32 = 3;
const FULL: u32 = 12;

/// Names a text by its words in order: equal for texts that differ in case, punctuation and white space alone.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Fingerprint(pub u128);

/// The words of a text, its fingerprint and its set of shingles; reused from text to text to spare allocations.
#[derive(Clone, Debug, Default)]
pub struct Shingled {
    words: Vec<(u64, u32)>,
    spans: Vec<Span>,
    /// The shingle that begins at each word, in order.
    runs: Vec<(u64, u32)>,
    /// The same, sorted, each once.
    set: Vec<u64>,
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
        self.words.clear();
        self.spans.clear();
        each_word(text, |word| {
            self.words.push((word.hash, if word.single { CHARACTER } else { WORD }));
            self.spans.push(word.span);
        });
        self.cut();
        self.set.clear();
        self.set.extend(self.runs.iter().map(|(hash, _)| *hash));
        self.set.sort_unstable();
        self.set.dedup();
    }

    /// Leaves shingles out of the set.
    pub fn ignore(&mut self, sorted: &[u64]) {
        if !sorted.is_empty() {
            self.set.retain(|shingle| sorted.binary_search(shingle).is_err());
        }
    }

    /// Finds the shingle that begins at each word; a text that is shorter than one shingle is one.
    fn cut(&mut self) {
        self.runs.clear();
        for index in 0..self.words.len() {
            let (mut hash, mut weight, mut length) = (0_u64, 0, 0);
            for (word, more) in self.words.iter().skip(index) {
                hash = (hash.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
                weight += more;
                length += 1;
                if weight >= FULL {
                    break;
                }
            }
            if weight < FULL && index > 0 {
                break;
            }
            self.runs.push((mixed(hash), length));
        }
    }

    /// Returns the name of the text by its words.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let fold = |seed: u64| {
            self.words
                .iter()
                .fold(seed, |hash, (word, _)| (hash.rotate_left(29) ^ word).wrapping_mul(0xD6E8_FEB8_6659_FD93))
        };
        let (high, low) = (mixed(fold(0x243F_6A88_85A3_08D3)), mixed(fold(0x1319_8A2E_0370_7344)));
        Fingerprint(u128::from(high) << 64 | u128::from(low))
    }

    /// Returns the set of shingles, sorted, each once.
    #[must_use]
    pub fn set(&self) -> &[u64] {
        &self.set
    }

    /// Returns how many words the text has, four characters of a script without spaces counted as three.
    #[must_use]
    pub fn length(&self) -> usize {
        let weight: u32 = self.words.iter().map(|(_, weight)| weight).sum();
        usize::try_from(weight / WORD).unwrap_or(usize::MAX)
    }

    /// Returns the runs of words that this text has and `other` has not, in the order of the text.
    ///
    /// A word is shared where it stands in a shingle of both texts, or where both begin or end with it.
    #[must_use]
    pub fn own_runs(&self, other: &Self) -> Vec<OwnRun> {
        let mut shared = vec![false; self.words.len()];
        for (index, (hash, length)) in self.runs.iter().enumerate() {
            if other.set.binary_search(hash).is_ok() {
                shared.iter_mut().skip(index).take(*length as usize).for_each(|word| *word = true);
            }
        }
        let same = |(own, other): &(&(u64, u32), &(u64, u32))| own == other;
        let first = self.words.iter().zip(&other.words).take_while(same).count();
        let last = self.words.iter().rev().zip(other.words.iter().rev()).take_while(same).count();
        shared.iter_mut().take(first).for_each(|word| *word = true);
        shared.iter_mut().rev().take(last).for_each(|word| *word = true);
        let mut runs: Vec<OwnRun> = Vec::new();
        let mut open = false;
        for ((span, (_, weight)), shared) in self.spans.iter().zip(&self.words).zip(shared) {
            match runs.last_mut().filter(|_| open && !shared) {
                Some(run) => {
                    run.span = run.span.hull(*span);
                    run.weight += weight;
                }
                None if !shared => runs.push(OwnRun { span: *span, weight: *weight }),
                None => {}
            }
            open = !shared;
        }
        runs
    }
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
pub fn overlap(a: &[u64], b: &[u64]) -> usize {
    overlap_of_least(a, b, 0).unwrap_or_default()
}

/// Returns how many shingles two sets share; nothing where these are fewer than `needed`, which shows early.
pub(crate) fn overlap_of_least(a: &[u64], b: &[u64], needed: usize) -> Option<usize> {
    // How many shingles of each may yet be missing in the other.
    let (mut spare_a, mut spare_b) = (a.len().checked_sub(needed)?, b.len().checked_sub(needed)?);
    let (mut at_a, mut at_b, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(at_a), b.get(at_b)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => {
                spare_a = spare_a.checked_sub(1)?;
                at_a += 1;
            }
            std::cmp::Ordering::Greater => {
                spare_b = spare_b.checked_sub(1)?;
                at_b += 1;
            }
            std::cmp::Ordering::Equal => {
                shared += 1;
                at_a += 1;
                at_b += 1;
            }
        }
    }
    (shared >= needed).then_some(shared)
}

/// Returns the Jaccard index of two sets: what they share by what they hold together; 1 for two empty ones.
#[must_use]
pub fn jaccard(a: &[u64], b: &[u64]) -> f64 {
    let shared = overlap(a, b);
    let together = a.len() + b.len() - shared;
    if together == 0 { 1.0 } else { shared as f64 / together as f64 }
}

#[cfg(test)]
mod tests;
