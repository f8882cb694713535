//! Keys of words: a short word as four numbers, so that look-ups neither allocate nor compare byte by byte.

use std::hash::{Hash, Hasher};

/// A word of at most 32 bytes, its ASCII letters in lower case.
///
/// Every word of a text is looked up in several lists; a key is built in a few steps, compared in four and hashed in
/// one, which is a fraction of what a slice of bytes costs.
///
/// ```
/// use rap_doc::WordKey;
///
/// assert_eq!(WordKey::of(b"Model"), WordKey::of(b"model"));
/// assert_ne!(WordKey::of(b"model"), WordKey::of(b"models"));
/// assert_eq!(WordKey::of(&[b'a'; 33]), None);
/// ```
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct WordKey([u64; 4]);

impl WordKey {
    /// The longest word that has a key, in bytes.
    pub const LONGEST: usize = 32;

    /// Returns the key of a word; `None` where it is longer than [`LONGEST`](Self::LONGEST).
    #[must_use]
    #[inline]
    pub fn of(word: &[u8]) -> Option<Self> {
        if word.len() < 8 {
            // Most words of any text.
            return Some(Self([lower(number(word)), 0, 0, 0]));
        }
        if word.len() > Self::LONGEST {
            return None;
        }
        let mut key = [0; 4];
        let (pieces, rest) = word.as_chunks::<8>();
        for (slot, piece) in key.iter_mut().zip(pieces) {
            *slot = lower(u64::from_le_bytes(*piece));
        }
        if let Some(slot) = key.get_mut(pieces.len()) {
            *slot = lower(number(rest));
        }
        Some(Self(key))
    }

    /// Returns the word as one number, its first byte the lowest; `None` where it has more than eight bytes.
    #[inline]
    pub(crate) fn short(self) -> Option<u64> {
        let [first, rest @ ..] = self.0;
        (rest == [0; 3]).then_some(first)
    }

    /// Returns the bytes of the word, zeros behind it.
    #[must_use]
    #[inline]
    pub fn bytes(self) -> [u8; Self::LONGEST] {
        let mut bytes = [0; Self::LONGEST];
        for (piece, number) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(self.0) {
            *piece = number.to_le_bytes();
        }
        bytes
    }

    /// Returns the key of bytes in lower case of which the first `length` are the word.
    #[must_use]
    #[inline]
    pub fn of_lower(bytes: &[u8; Self::LONGEST], length: usize) -> Self {
        let mut key = [0; 4];
        let mut left = length.min(Self::LONGEST);
        for (slot, piece) in key.iter_mut().zip(bytes.as_chunks::<8>().0) {
            let inside = left.min(8);
            if inside == 0 {
                break;
            }
            *slot = u64::from_le_bytes(*piece) & (u64::MAX >> (64 - 8 * inside));
            left -= inside;
        }
        Self(key)
    }
}

/// The word that some bytes begin with: a run of ASCII letters, or of letters and digits.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct WordRun {
    /// Its length in bytes.
    pub length: usize,
    /// Its key.
    pub key: WordKey,
    /// Which of its bytes are capitals, the first one as the lowest bit.
    pub capitals: u32,
    /// Whether digits are among its bytes.
    pub has_digits: bool,
}

impl WordRun {
    /// Returns the run of ASCII letters at the beginning of `bytes`; `None` where it is too long for a key.
    ///
    /// ```
    /// use rap_doc::{WordKey, WordRun};
    ///
    /// let run = WordRun::of_letters(b"Data7 sets").unwrap();
    /// assert_eq!((run.length, run.key, run.capitals), (4, WordKey::of(b"data").unwrap(), 1));
    /// ```
    #[must_use]
    #[inline]
    pub fn of_letters(bytes: &[u8]) -> Option<Self> {
        Self::of(bytes, |_| 0)
    }

    /// Returns the run of ASCII letters and digits at the beginning of `bytes`; `None` where it is too long for a key.
    #[must_use]
    #[inline]
    pub fn of_letters_and_digits(bytes: &[u8]) -> Option<Self> {
        Self::of(bytes, |piece| between(piece, b'0', b'9'))
    }

    /// Reads eight bytes at a time; what is found of a byte is told by the high bit in its place.
    #[inline]
    fn of(bytes: &[u8], digits: impl Fn(u64) -> u64) -> Option<Self> {
        let ends_of = |piece: u64| !(between(piece | SMALL, b'a', b'z') | digits(piece)) & HIGH;
        let mut run = Self { length: 0, key: WordKey::default(), capitals: 0, has_digits: false };
        for slot in &mut run.key.0 {
            let rest = bytes.get(run.length..).unwrap_or_default();
            let piece = rest.first_chunk::<8>().map_or_else(|| number(rest), |piece| u64::from_le_bytes(*piece));
            let lowered = piece | SMALL;
            let (letters, digits) = (between(lowered, b'a', b'z'), digits(piece));
            let ends = ends_of(piece);
            // All bits of the bytes before the first that ends the run.
            let inside = ((ends & ends.wrapping_neg()) >> 7).wrapping_sub(1);
            *slot = lowered & inside;
            run.capitals |= gathered(letters & inside & !(piece << 2)) << run.length;
            run.has_digits |= digits & inside != 0;
            run.length += ends.trailing_zeros() as usize / 8;
            if ends != 0 {
                return Some(run);
            }
        }
        let next = bytes.get(run.length).copied().map_or(0, u64::from);
        (ends_of(next) & 0x80 != 0).then_some(run)
    }
}

impl Hash for WordKey {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        let [first, second, third, fourth] = self.0;
        // Rotations keep the parts of a long word from undoing each other; nothing else is asked of them.
        state.write_u64(first ^ second.rotate_left(23) ^ third.rotate_left(43) ^ fourth.rotate_left(11));
    }
}

/// Returns up to seven bytes as a number, from one or two reads that may overlap.
#[inline]
fn number(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4));
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<2>(), bytes.last_chunk::<2>()) {
        return u64::from(u16::from_le_bytes(*first)) | u64::from(u16::from_le_bytes(*last)) << (8 * (bytes.len() - 2));
    }
    bytes.first().copied().map_or(0, u64::from)
}

/// A one in each of eight bytes, the high bit of each, and the bit that makes a small letter of a capital.
const EACH: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * EACH;
const SMALL: u64 = 0x20 * EACH;

/// Returns eight bytes with their ASCII capitals in lower case, all at once.
#[inline]
const fn lower(bytes: u64) -> u64 {
    bytes | (between(bytes, b'A', b'Z') >> 2)
}

/// Tells by their high bits which of eight bytes lie between two ASCII characters.
#[inline]
const fn between(bytes: u64, first: u8, last: u8) -> u64 {
    let low = bytes & !HIGH;
    // No sum reaches the next byte: both summands are below 128.
    let from_first = low + (0x80 - first as u64) * EACH;
    let behind_last = low + (0x7F - last as u64) * EACH;
    from_first & !behind_last & !bytes & HIGH
}

/// Returns the high bits of eight bytes side by side.
#[inline]
const fn gathered(high_bits: u64) -> u32 {
    // The product brings the bit of each byte to its place in the highest one (Warren, Hacker's Delight, 2013).
    ((high_bits >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
}

#[cfg(test)]
mod tests;
