//! Words of an English statement as the tables of acts see them: one pass over the bytes, numbers for known words.

use rap_doc::Span;

use crate::phrase::{Vocabulary, Word};

/// Marks that are words of their own to the tables.
const MARKS: [&str; 11] = [",", ";", ":", ".", "?", "!", "(", ")", "\"", "-", "/"];

/// Words after which a clause may still begin: "And please add", "Finally, we ask".
const CONNECTIVES: &str = "and but so also then or therefore however finally furthermore moreover lastly additionally \
     thus hence instead otherwise first second third firstly secondly thirdly next again plus besides yet likewise \
     similarly consequently accordingly just kindly please rather overall perhaps maybe nevertheless either simply \
     certainly definitely definately possibly ideally hopefully alternatively personally ps";

/// The longest word that a table can know, in bytes.
const LONGEST: usize = 24;

/// How words get their numbers: the vocabulary of the tables, complete, and what it says of connectives and endings.
pub(in crate::lang::en) struct Numbering {
    vocabulary: Vocabulary,
    connective: Vec<bool>,
    /// The numbers of `@ed`, `@ing` and `@ly`.
    endings: [u16; 3],
}

impl Numbering {
    /// Returns the numbering by a vocabulary to which every table has added its words.
    pub(in crate::lang::en) fn of(mut vocabulary: Vocabulary) -> Self {
        for mark in MARKS {
            vocabulary.learn(mark);
        }
        let ids: Vec<u16> = CONNECTIVES.split_whitespace().map(|word| vocabulary.learn(word)).collect();
        let endings = ["@ed", "@ing", "@ly"].map(|ending| vocabulary.learn(ending));
        let connective = (0..vocabulary.size()).map(|id| u16::try_from(id).is_ok_and(|id| ids.contains(&id))).collect();
        Self { vocabulary, connective, endings }
    }

    /// Returns the words and marks of `text` at `spans`; a clause may begin with each span.
    pub(in crate::lang::en) fn words(&self, text: &str, spans: &[Span]) -> Vec<Word> {
        let mut found = Vec::with_capacity(spans.iter().map(|span| span.len() / 5 + 2).sum());
        for span in spans {
            let mut opens = true;
            let mut at = span.start();
            while let Some((start, end)) = next_word(text.as_bytes(), at, span.end()) {
                let word = text.get(start..end).unwrap_or_default();
                let id = number(word, &self.vocabulary);
                found.push(Word { id, ending: self.ending(word), start: bound(start), end: bound(end), opens });
                let connective = self.connective.get(usize::from(id)) == Some(&true);
                opens = opens_after(text.as_bytes(), start, opens, connective);
                at = end;
            }
        }
        found
    }

    /// Tells a word in -ing.
    pub(super) fn is_gerund(&self, word: Option<&Word>) -> bool {
        word.is_some_and(|word| word.ending == self.endings[1])
    }

    fn ending(&self, word: &str) -> u16 {
        let [ed, ing, ly] = self.endings;
        match word.as_bytes() {
            [_, _, .., b'e', b'd'] => ed,
            [_, _, .., b'i', b'n', b'g'] => ing,
            [_, _, .., b'l', b'y'] => ly,
            _ => 0,
        }
    }
}

fn bound(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Returns the next word or mark: letters and digits with apostrophes inside, or one mark.
fn next_word(bytes: &[u8], from: usize, limit: usize) -> Option<(usize, usize)> {
    let mut start = from;
    while start < limit {
        match piece(bytes, start) {
            Piece::Letter => return Some((start, word_end(bytes, start, limit))),
            Piece::Mark(length) => return Some((start, (start + length).min(limit))),
            Piece::Blank => start += 1,
        }
    }
    None
}

fn word_end(bytes: &[u8], start: usize, limit: usize) -> usize {
    let mut end = start;
    while end < limit {
        match (piece(bytes, end), bytes.get(end..)) {
            (Piece::Letter, _) => end += 1,
            (_, Some([b'\'', next, ..])) if next.is_ascii_alphabetic() => end += 1,
            (_, Some([0xE2, 0x80, 0x99, next, ..])) if next.is_ascii_alphabetic() => end += 3,
            _ => break,
        }
    }
    end.min(limit)
}

/// What a byte begins.
enum Piece {
    /// A letter or digit; every byte of a letter beyond ASCII.
    Letter,
    /// A mark of so many bytes.
    Mark(usize),
    Blank,
}

fn piece(bytes: &[u8], at: usize) -> Piece {
    match bytes.get(at..).unwrap_or_default() {
        [byte, ..] if byte.is_ascii_alphanumeric() => Piece::Letter,
        [b',' | b';' | b':' | b'.' | b'?' | b'!' | b'(' | b')' | b'"' | b'/', ..] => Piece::Mark(1),
        [0xE2, 0x80, _, ..] => Piece::Mark(3),
        [0x80..=0xFF, ..] => Piece::Letter,
        _ => Piece::Blank,
    }
}

fn number(word: &str, vocabulary: &Vocabulary) -> u16 {
    let mut lower = [0_u8; LONGEST];
    let mut length = 0;
    let mut bytes = word.bytes();
    while let Some(byte) = bytes.next() {
        let byte = if byte == 0xE2 {
            // The curly apostrophe is written with the plain one.
            let _ = (bytes.next(), bytes.next());
            b'\''
        } else {
            byte.to_ascii_lowercase()
        };
        let Some(slot) = lower.get_mut(length) else { return 0 };
        *slot = byte;
        length += 1;
    }
    let known = match word {
        "“" | "”" => "\"",
        "—" | "–" => "-",
        _ => std::str::from_utf8(lower.get(..length).unwrap_or_default()).unwrap_or_default(),
    };
    vocabulary.id(known)
}

/// Tells whether a clause may begin after the word at `start`.
fn opens_after(bytes: &[u8], start: usize, opens: bool, connective: bool) -> bool {
    match bytes.get(start) {
        Some(b'.' | b';' | b':' | b'?' | b'!' | b'(' | b'"' | 0xE2) => true,
        Some(b',' | b')' | b'0'..=b'9') => opens,
        _ => opens && connective,
    }
}
