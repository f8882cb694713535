//! Offsets for the outside: code points and UTF-16 units beside the bytes that are used inside.

/// How far apart the checkpoints are: the index is a fifth of the text, and a look-up walks two cache lines at most.
const STRIDE: usize = 128;

/// A position in a text in three units.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Offset {
    /// UTF-8 bytes before it.
    pub byte: usize,
    /// Unicode code points before it.
    pub char: usize,
    /// UTF-16 code units before it.
    pub utf16: usize,
}

/// Turns byte offsets of one text into code points and UTF-16 units, without walking the text from its start.
///
/// ```
/// use rap_doc::OffsetIndex;
///
/// let offset = OffsetIndex::new("法律𝔸x").at(10);
/// assert_eq!((offset.byte, offset.char, offset.utf16), (10, 3, 4));
/// ```
#[derive(Debug)]
pub struct OffsetIndex<'t> {
    text: &'t str,
    ascii: bool,
    checkpoints: Vec<Offset>,
}

impl<'t> OffsetIndex<'t> {
    /// Returns the index of `text`; one pass, and none where the text is ASCII.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let ascii = text.is_ascii();
        let mut checkpoints = vec![Offset::default()];
        if !ascii {
            let mut seen = Offset::default();
            for piece in text.as_bytes().chunks(STRIDE) {
                seen = advance(seen, piece);
                checkpoints.push(seen);
            }
        }
        Self { text, ascii, checkpoints }
    }

    /// Returns the position at `byte`; one inside of a character counts as after it, one beyond the text as its end.
    #[must_use]
    pub fn at(&self, byte: usize) -> Offset {
        let byte = byte.min(self.text.len());
        if self.ascii {
            return Offset { byte, char: byte, utf16: byte };
        }
        let checkpoint = self.checkpoints.get(byte / STRIDE).copied().unwrap_or_default();
        if let Some(next) = self.checkpoints.get(byte / STRIDE + 1)
            && next.char - checkpoint.char == next.byte - checkpoint.byte
        {
            // ASCII up to the next checkpoint: nothing to walk.
            let beyond = byte - checkpoint.byte;
            return Offset { byte, char: checkpoint.char + beyond, utf16: checkpoint.utf16 + beyond };
        }
        let rest = self.text.as_bytes().get(checkpoint.byte..byte).unwrap_or_default();
        advance(checkpoint, rest)
    }
}

/// Counts the lead bytes of a piece of UTF-8; a piece may start or end inside of a character.
fn advance(from: Offset, piece: &[u8]) -> Offset {
    let continuation = count(piece, |byte| byte & 0xC0 == 0x80);
    let four_byte = count(piece, |byte| byte >= 0xF0);
    let chars = piece.len() - continuation;
    Offset { byte: from.byte + piece.len(), char: from.char + chars, utf16: from.utf16 + chars + four_byte }
}

/// Returns how many bytes are of a sort; counted in bytes, which the compiler does for sixteen at once.
fn count(piece: &[u8], is_wanted: impl Fn(u8) -> bool) -> usize {
    // No count of so few bytes overflows a byte.
    let parts = piece.chunks(128).map(|part| part.iter().map(|byte| u8::from(is_wanted(*byte))).sum::<u8>());
    parts.map(usize::from).sum()
}

#[cfg(test)]
mod tests;
