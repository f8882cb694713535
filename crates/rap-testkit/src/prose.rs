//! Invented papers about an invented bill, of any length, by a fixed seed.
//!
//! The mix is that of reports of consultations: one sentence in three is attributed to somebody, one in eight holds
//! a quotation, a paragraph has three to six sentences. Sentences are put together from parts, so that lines repeat
//! in shape and hardly ever in words.

mod parts;

use parts::{CHINESE, ENGLISH, Parts};

/// The language that prose is written in.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Tongue {
    /// English.
    English,
    /// Chinese in simplified characters.
    Chinese,
}

/// Returns at least `bytes` bytes of prose: paragraphs parted by blank lines. Same arguments, same text.
#[must_use]
pub fn prose(tongue: Tongue, bytes: usize, seed: u64) -> String {
    let parts = match tongue {
        Tongue::English => &ENGLISH,
        Tongue::Chinese => &CHINESE,
    };
    let mut random = Random(seed);
    let mut text = String::with_capacity(bytes + 1024);
    while text.len() < bytes {
        for index in 0..random.between(3, 6) {
            if index > 0 {
                text.push_str(parts.space);
            }
            write_sentence(&mut text, parts, &mut random);
        }
        text.push_str("\n\n");
    }
    text
}

/// Writes a sentence after a random pattern, in which `{x}` stands for a random part of that sort.
fn write_sentence(text: &mut String, parts: &Parts, random: &mut Random) {
    let pattern = random.pick(parts.patterns);
    let start = text.len();
    let mut pieces = pattern.split(['{', '}']);
    while let Some(words) = pieces.next() {
        text.push_str(words);
        if let Some(sort) = pieces.next() {
            text.push_str(random.pick(parts.of(sort)));
        }
    }
    if let Some(first) = text.get(start..).and_then(|sentence| sentence.chars().next()) {
        text.replace_range(start..start + first.len_utf8(), &first.to_uppercase().to_string());
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, fixed, and good enough to pick words.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Returns a number below `most`; 0 where that is 0.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most.max(1) as u64).unwrap_or_default()
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(crate) const fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.next() % (most - least + 1)
    }

    fn pick<'p>(&mut self, parts: &[&'p str]) -> &'p str {
        let index = self.next() % (parts.len().max(1) as u64);
        usize::try_from(index).ok().and_then(|index| parts.get(index)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
