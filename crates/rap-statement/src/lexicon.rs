//! Word lists: which classes a word belongs to.
//!
//! A list is a text file under `packs/lexicons/<language>/`, one word a line, `#` begins a comment. Its name is a
//! class. A word may be in many lists; one look-up gives all its classes.

use rustc_hash::FxHashMap;

/// The classes of every word of one language, as bits; what a bit means is the language's own affair.
pub(crate) struct Lexicon {
    classes: FxHashMap<&'static str, u64>,
    longest: usize,
}

impl Lexicon {
    /// Returns the lexicon of these lists, each with the bits that its words get.
    pub(crate) fn of_lists(lists: &[(u64, &'static str)]) -> Self {
        let mut classes: FxHashMap<&'static str, u64> = FxHashMap::default();
        for (bits, list) in lists {
            for word in list.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
                if !word.is_empty() {
                    *classes.entry(word).or_default() |= bits;
                }
            }
        }
        let longest = classes.keys().map(|word| word.len()).max().unwrap_or_default();
        Self { classes, longest }
    }

    /// Returns the bits of a word in lower case; none where it is in no list.
    pub(crate) fn classes(&self, word: &str) -> u64 {
        if word.len() > self.longest { 0 } else { self.classes.get(word).copied().unwrap_or_default() }
    }
}
