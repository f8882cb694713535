//! How rare shingles are: in about how many wordings each stands.
//!
//! A shingle that stands in one wording alone can tell nothing about duplicates, and most shingles do. The counts are
//! kept in a table of bytes that knows no keys, so that memory does not grow with the docket: two shingles may share
//! a byte, which makes one look commoner than it is and never rarer. Nothing is decided by these counts; they only
//! spare comparisons. Counting is done from any number of threads and gives the same table.

use std::sync::atomic::{AtomicU8, Ordering};

/// About how many bytes of text make one new shingle; measured on dockets, where words have five to six letters.
const BYTES_OF_SHINGLE: u64 = 6;

/// The bounds of the table: enough for a folder of letters, and half a gigabyte.
const LEAST: u64 = 1 << 16;
const MOST: u64 = 1 << 29;

/// Counts of shingles, about.
#[derive(Debug)]
pub struct Rarity {
    counts: Vec<AtomicU8>,
    shift: u32,
}

impl Rarity {
    /// Returns an empty table that is large enough for so many bytes of text.
    #[must_use]
    pub fn for_bytes(bytes: u64) -> Self {
        let size = (bytes / BYTES_OF_SHINGLE * 8).clamp(LEAST, MOST).next_power_of_two();
        let mut counts = Vec::new();
        counts.resize_with(usize::try_from(size).unwrap_or(1 << 16), AtomicU8::default);
        Self { counts, shift: 64 - size.trailing_zeros() }
    }

    /// Counts the shingles of one wording, given each once.
    pub fn count(&self, set: &[u64]) {
        for shingle in set {
            if let Some(count) = self.slot(*shingle) {
                // The value is the number of calls up to 255, whatever their order.
                let _full = count.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |count| count.checked_add(1));
            }
        }
    }

    /// Returns in about how many wordings a shingle stands, never too few, 255 for more.
    #[must_use]
    pub fn of(&self, shingle: u64) -> u8 {
        self.slot(shingle).map_or(0, |count| count.load(Ordering::Relaxed))
    }

    fn slot(&self, shingle: u64) -> Option<&AtomicU8> {
        self.counts.get(usize::try_from(shingle >> self.shift).unwrap_or(usize::MAX))
    }
}

#[cfg(test)]
mod tests;
