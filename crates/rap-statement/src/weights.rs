//! Weights of a linear model whose features are numbers from hashing: a table of bytes under `packs/models`.
//!
//! Enters: the bytes of a table and the features of something to be judged. Leaves: its score. The table is read where
//! it lies and costs nothing until the first score. Absent on purpose: learning, which is [`learn`](crate::learn).

/// How many weights a table holds; a power of two, so that a feature finds its place by its low bits.
pub(crate) const TABLE: usize = 1 << 17;

/// The bytes before the weights: how much one step is worth.
const HEAD: usize = 4;

/// A table of weights; one without any where the bytes are no table.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Weights<'b> {
    step: f32,
    table: &'b [u8; TABLE],
}

impl<'b> Weights<'b> {
    /// Reads a table.
    pub(crate) fn read(bytes: &'b [u8]) -> Option<Self> {
        let (head, table) = bytes.split_at_checked(HEAD)?;
        let step = f32::from_le_bytes(*head.first_chunk()?);
        Some(Self { step, table: table.try_into().ok()? })
    }

    /// Returns the sum of the weights of the features that `describe` gives.
    pub(crate) fn score(&self, describe: impl FnOnce(&mut Sum<'b>)) -> f32 {
        let mut sum = Sum { table: self.table, weights: 0 };
        describe(&mut sum);
        sum.weights as f32 * self.step
    }
}

/// Returns the bytes of a table, each weight rounded to one of 255 steps.
pub(crate) fn to_bytes(weights: &[f32]) -> Vec<u8> {
    let largest = weights.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
    let step = (largest / 127.0).max(f32::MIN_POSITIVE);
    let mut bytes = Vec::with_capacity(HEAD + TABLE);
    bytes.extend(step.to_le_bytes());
    #[expect(clippy::cast_possible_truncation, reason = "the largest weight is 127 steps")]
    bytes.extend(weights.iter().map(|weight| ((weight / step).round() as i8).cast_unsigned()));
    bytes
}

/// Takes the features of one thing: to sum their weights as they come, or to note them for learning.
pub(crate) trait TakeFeatures: Sized {
    /// Takes the number of a feature, below [`TABLE`].
    fn take(&mut self, feature: u32);

    /// Returns what adds features by the templates of one file, whose numbers begin at `first`.
    fn templates(&mut self, first: u32) -> Templates<'_, Self> {
        Templates { first, features: self }
    }
}

/// The sum of the weights of features.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Sum<'b> {
    table: &'b [u8; TABLE],
    weights: i32,
}

impl TakeFeatures for Sum<'_> {
    #[inline]
    fn take(&mut self, feature: u32) {
        let byte = self.table.get(feature as usize % TABLE).copied().unwrap_or_default();
        self.weights += i32::from(byte.cast_signed());
    }
}

/// The features of one thing as learning notes them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Features {
    pub(crate) list: Vec<u32>,
}

impl TakeFeatures for Features {
    fn take(&mut self, feature: u32) {
        self.list.push(feature);
    }
}

/// Adds features by templates.
#[derive(Debug)]
pub(crate) struct Templates<'f, F> {
    first: u32,
    features: &'f mut F,
}

impl<F: TakeFeatures> Templates<'_, F> {
    /// Adds the feature that a template (its number, unique in the model) has by its values.
    #[inline]
    pub(crate) fn add<const N: usize>(&mut self, template: u32, values: [u32; N]) {
        let mut hash = (self.first + template).wrapping_mul(0x9E37_79B1);
        for value in values {
            hash = (hash ^ value).wrapping_mul(0x85EB_CA6B);
            hash ^= hash >> 15;
        }
        self.features.take((hash ^ (hash >> 17)) % TABLE as u32);
    }
}

/// Returns a number for a word, the same for both cases of ASCII letters.
pub(crate) fn word_number(word: &str) -> u32 {
    word.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests;
