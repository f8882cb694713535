//! From sets of shingles to sketches: a sample of each set that is small enough to keep for every text of a docket.
//!
//! A sample holds the shingles whose hash ends in zeros: all of a short text, half of those of a longer one, a quarter
//! of those of a long one. Which shingles of a text are sampled depends on nothing but the shingle, so that two texts
//! with many shingles in common have many samples in common too; that is where duplicates are looked for. Nothing is
//! decided by a sample. A quarter is what a template of 25 words still needs to be met inside of a letter: of the 18
//! shingles that the letter must hold one or more is sampled in 994 cases of a thousand.
//!
//! Samples lie in blocks, one after the other: some 130 bytes for a text of 150 words, and no block ever moves.

use rayon::prelude::*;

/// The most shingles of a set that is sampled whole, and of one of which every second shingle is.
const WHOLE: usize = 32;
const HALVED: usize = 64;

/// How thin the sample of a long text is.
pub(crate) const LONG: u8 = 2;

/// How many samples a block holds.
const BLOCK: usize = 1 << 18;

/// What is known of a text without its words.
#[derive(Copy, Clone, Default, Debug)]
pub(crate) struct Sketch {
    /// How many shingles it has.
    pub(crate) size: u32,
    /// How many words it has.
    pub(crate) length: u32,
    /// How many shingles are sampled.
    pub(crate) sampled: u32,
    /// How many of these stand in other texts too and can tell something, and a few that do not but look so.
    pub(crate) shared: u32,
    /// One in two to the power of this is sampled.
    pub(crate) level: u8,
    block: u32,
    start: u32,
}

/// The sketches of texts, by number from 0.
#[derive(Default, Debug)]
pub struct Sketches {
    sketches: Vec<Sketch>,
    blocks: Vec<Vec<u32>>,
}

impl Sketches {
    /// Adds the sketch of a text with this set of shingles and so many words.
    pub fn push(&mut self, set: &[u32], length: usize) {
        let level = level_of(set.len());
        let sampled = set.iter().copied().filter(|shingle| is_sampled(*shingle, level));
        let most = set.len();
        if self.blocks.last().is_none_or(|block| block.capacity() - block.len() < most) {
            self.blocks.push(Vec::with_capacity(BLOCK.max(most)));
        }
        let block = narrow(self.blocks.len() - 1);
        let Some(samples) = self.blocks.last_mut() else { return };
        let start = samples.len();
        samples.extend(sampled);
        self.sketches.push(Sketch {
            size: narrow(set.len()),
            // A text that says the same over and over is no longer than what it says.
            length: narrow(length.min(set.len() + 2)),
            sampled: narrow(samples.len() - start),
            shared: 0,
            level,
            block,
            start: narrow(start),
        });
    }

    /// Returns one sketch; an empty one where there is none of this number.
    pub(crate) fn sketch(&self, text: u32) -> Sketch {
        self.sketches.get(text as usize).copied().unwrap_or_default()
    }

    /// Returns the samples of a text.
    pub(crate) fn samples(&self, text: u32) -> &[u32] {
        self.sketches.get(text as usize).map_or(&[], |sketch| {
            let start = sketch.start as usize;
            let block = self.blocks.get(sketch.block as usize);
            block.and_then(|block| block.get(start..start + sketch.sampled as usize)).unwrap_or_default()
        })
    }

    /// Returns all samples, by blocks.
    pub(crate) fn blocks(&self) -> &[Vec<u32>] {
        &self.blocks
    }

    /// Changes every sketch and the order of its samples, given its number, on every core.
    pub(crate) fn change(&mut self, change: impl Fn(u32, &mut [u32], &mut Sketch) + Sync) {
        let mut sketches = self.sketches.as_mut_slice();
        let mut first = 0;
        let mut parts = Vec::with_capacity(self.blocks.len());
        for (block, samples) in (0..).zip(&mut self.blocks) {
            let of_block = sketches.partition_point(|sketch| sketch.block <= block);
            let (of_block, later) = sketches.split_at_mut(of_block);
            let next = first + narrow(of_block.len());
            parts.push((std::mem::replace(&mut first, next), of_block, samples));
            sketches = later;
        }
        parts.into_par_iter().for_each(|(first, sketches, samples)| {
            let mut samples = samples.as_mut_slice();
            for (text, sketch) in (first..).zip(sketches) {
                let (own, later) = samples.split_at_mut((sketch.sampled as usize).min(samples.len()));
                change(text, own, sketch);
                samples = later;
            }
        });
    }
}

/// Returns how thin the sample of a set of so many shingles is.
pub(crate) const fn level_of(size: usize) -> u8 {
    if size <= WHOLE {
        0
    } else if size <= HALVED {
        1
    } else {
        LONG
    }
}

/// Tells whether a shingle is in a sample of this level.
pub(crate) const fn is_sampled(shingle: u32, level: u8) -> bool {
    shingle.trailing_zeros() >= level as u32
}

/// A docket has fewer than four thousand million texts; more are not told apart.
pub(crate) fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
