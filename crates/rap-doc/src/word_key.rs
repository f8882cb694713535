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

/// Returns eight bytes with their ASCII capitals in lower case, all at once.
#[inline]
const fn lower(bytes: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    let low = bytes & !HIGH;
    // The high bit of each byte of these sums tells: not below `A`, above `Z`.
    let from_a = low + (0x80 - b'A' as u64) * EACH;
    let above_z = low + (0x7F - b'Z' as u64) * EACH;
    let capital = from_a & !above_z & !bytes & HIGH;
    bytes | capital >> 2
}

#[cfg(test)]
mod tests;
