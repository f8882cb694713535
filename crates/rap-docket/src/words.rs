//! From a text to its words, as duplicates are told by: what a careless copy changes is not seen here.
//!
//! A text enters, a [`Word`] leaves for each run of letters and digits, for each single character where a script has
//! no spaces. Case, punctuation, white space, full-width forms and apostrophes make no difference. Numbers are kept:
//! "Article 3" and "Article 5" are not one. A word is a hash of 64 bits and a place; its letters stay in the text.

use rap_doc::Span;

/// A word of a text, or one character of a script without spaces.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Word {
    /// What it says, as a hash of its folded letters.
    pub hash: u64,
    /// Where it stands.
    pub span: Span,
    /// Whether it is a single character of a script without spaces.
    pub single: bool,
}

/// Prime and offset of FNV-1a (Fowler, Noll and Vo), 64 bits; the result is mixed once more.
const FNV_PRIME: u64 = 0x0100_0000_01b3;
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// Hands on the words of `text` in order.
///
/// ```
/// use rap_docket::each_word;
///
/// let said = |text: &str| { let mut words = Vec::new(); each_word(text, |word| words.push(word.hash)); words };
/// assert_eq!(said("I don't agree."), said("i  DON’T agree!"));
/// assert_eq!(said("应当缩小 ＡＩ 的范围。").len(), 8);
/// ```
pub fn each_word(text: &str, mut take: impl FnMut(Word)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut word = Growing::NONE;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            word.push_byte(at, byte.to_ascii_lowercase());
            at += 1;
        } else if byte.is_ascii() {
            if byte != b'\'' {
                word.end(at, &mut take);
            }
            at += 1;
        } else {
            at = push_wide(text, at, &mut word, &mut take);
        }
    }
    word.end(text.len(), &mut take);
}

/// Takes in the character beyond ASCII at `at` and returns where the next one stands.
fn push_wide(text: &str, at: usize, word: &mut Growing, take: &mut impl FnMut(Word)) -> usize {
    let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return text.len() };
    let end = at + c.len_utf8();
    let folded = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    if is_single(folded) {
        word.end(at, take);
        let mut single = Growing::NONE;
        single.push_char(at, folded);
        single.single = true;
        single.end(end, take);
    } else if folded.is_alphanumeric() {
        folded.to_lowercase().for_each(|lower| word.push_char(at, lower));
    } else if !matches!(folded, '\'' | '\u{2019}' | '\u{2018}' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' | '\u{300}'..='\u{36F}')
    {
        word.end(at, take);
    }
    end
}

/// Tells the characters that are words of their own: of Chinese, kana, and the scripts of South-East Asia.
const fn is_single(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30FF}' | '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// A word that is being read.
struct Growing {
    hash: u64,
    start: Option<usize>,
    single: bool,
}

impl Growing {
    const NONE: Self = Self { hash: FNV_OFFSET, start: None, single: false };

    const fn push_byte(&mut self, at: usize, byte: u8) {
        if self.start.is_none() {
            self.start = Some(at);
        }
        self.hash = (self.hash ^ byte as u64).wrapping_mul(FNV_PRIME);
    }

    fn push_char(&mut self, at: usize, c: char) {
        let mut buffer = [0; 4];
        for byte in c.encode_utf8(&mut buffer).bytes() {
            self.push_byte(at, byte);
        }
    }

    fn end(&mut self, end: usize, take: &mut impl FnMut(Word)) {
        if let Some(start) = self.start {
            take(Word { hash: mixed(self.hash), span: Span::new(start, end), single: self.single });
            *self = Self::NONE;
        }
    }
}

/// Spreads the bits of a hash (the finaliser of SplitMix64).
pub(crate) const fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests;
