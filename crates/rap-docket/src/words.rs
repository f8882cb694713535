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

/// What a word begins with, and what its letters are folded in by: digits of pi and the golden ratio, odd.
const SEED: u64 = 0x243F_6A88_85A3_08D3;
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// What a byte is to a word: itself in lower case where it is a letter or digit of ASCII, else one of these.
const BREAK: u8 = 0;
const APOSTROPHE: u8 = 1;
const WIDE: u8 = 2;
const FOLDED: [u8; 256] = folded();

const fn folded() -> [u8; 256] {
    let mut table = [BREAK; 256];
    let mut byte = 0;
    let mut rest: &mut [u8] = &mut table;
    while let [first, others @ ..] = rest {
        *first = match byte {
            b'0'..=b'9' | b'a'..=b'z' => byte,
            b'A'..=b'Z' => byte + (b'a' - b'A'),
            b'\'' => APOSTROPHE,
            0x80..=0xFF => WIDE,
            _ => BREAK,
        };
        byte = byte.wrapping_add(1);
        rest = others;
    }
    table
}

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
        match FOLDED.get(usize::from(byte)).copied().unwrap_or(BREAK) {
            BREAK => {
                word.end(at, &mut take);
                at += 1;
            }
            APOSTROPHE => at += 1,
            WIDE => at = push_wide(text, at, &mut word, &mut take),
            _ => at = push_letters(bytes, at, &mut word),
        }
    }
    word.end(text.len(), &mut take);
}

/// Takes in the letters and digits of ASCII from `at` on and returns where they end.
#[inline]
fn push_letters(bytes: &[u8], at: usize, word: &mut Growing) -> usize {
    word.start.get_or_insert(at);
    let (mut letters, mut taken) = (word.letters, word.taken);
    let mut end = at;
    for byte in bytes.get(at..).unwrap_or_default() {
        let folded = FOLDED.get(usize::from(*byte)).copied().unwrap_or(BREAK);
        if folded <= WIDE {
            break;
        }
        letters |= u64::from(folded) << taken;
        taken += 8;
        end += 1;
        if taken == u64::BITS {
            word.letters = letters;
            word.fold();
            (letters, taken) = (0, 0);
        }
    }
    (word.letters, word.taken) = (letters, taken);
    end
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

/// A word that is being read: eight letters at a time go into its hash.
struct Growing {
    hash: u64,
    letters: u64,
    /// Bits of `letters` that are taken.
    taken: u32,
    start: Option<usize>,
    single: bool,
}

impl Growing {
    const NONE: Self = Self { hash: SEED, letters: 0, taken: 0, start: None, single: false };

    #[inline]
    const fn push_byte(&mut self, at: usize, byte: u8) {
        if self.start.is_none() {
            self.start = Some(at);
        }
        self.letters |= (byte as u64) << self.taken;
        self.taken += 8;
        if self.taken == u64::BITS {
            self.fold();
        }
    }

    const fn fold(&mut self) {
        self.hash = (self.hash.rotate_left(29) ^ self.letters).wrapping_mul(FACTOR);
        self.letters = 0;
        self.taken = 0;
    }

    fn push_char(&mut self, at: usize, c: char) {
        let mut buffer = [0; 4];
        for byte in c.encode_utf8(&mut buffer).bytes() {
            self.push_byte(at, byte);
        }
    }

    #[inline]
    fn end(&mut self, end: usize, take: &mut impl FnMut(Word)) {
        if let Some(start) = self.start {
            self.fold();
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
