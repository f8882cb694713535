//! How rare shingles are: in about how many texts each stands, in a table that knows no keys.
//!
//! A shingle that stands in one text alone can tell nothing about duplicates, one that stands in a thousand tells
//! little. Two shingles may share a count, which makes one look commoner than it is and never rarer. Nothing is decided
//! by these counts; they only spare comparisons. The table is filled part by part, each small enough for the cache of
//! a processor, so that a shingle costs nearly the same in ten thousand texts and in five million.

use rayon::prelude::*;

/// The bounds of the table: enough for a folder of letters, and half a gigabyte.
const LEAST: usize = 1 << 14;
const MOST: usize = 1 << 29;

/// How many counts are a part: eight megabytes.
const PART: usize = 1 << 23;

/// Counts of shingles, about.
#[derive(Debug)]
pub(crate) struct Rarity {
    counts: Vec<u8>,
    shift: u32,
}

impl Rarity {
    /// Counts the shingles of many texts, each of which has a shingle at most once.
    pub(crate) fn of(blocks: &[Vec<u32>]) -> Self {
        let shingles: usize = blocks.iter().map(Vec::len).sum();
        let slots = shingles.saturating_mul(4).clamp(LEAST, MOST).next_power_of_two();
        let shift = u32::BITS - slots.trailing_zeros();
        let mut counts = vec![0_u8; slots];
        counts.par_chunks_mut(PART).enumerate().for_each(|(part, counts)| {
            for shingle in blocks.iter().flatten() {
                let slot = (shingle >> shift) as usize;
                if let Some(count) = counts.get_mut(slot.wrapping_sub(part * PART)) {
                    *count = count.saturating_add(1);
                }
            }
        });
        Self { counts, shift }
    }

    /// Returns in about how many texts a shingle stands, never too few, 255 for more.
    pub(crate) fn of_shingle(&self, shingle: u32) -> u8 {
        self.counts.get((shingle >> self.shift) as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
