//! Words of an English statement as the tables of acts see them: one pass over the bytes, numbers for known words.

use rap_doc::Span;

use crate::phrase::{Vocabulary, Word};

/// Marks that are words of their own to the tables.
const MARKS: [&str; 11] = [",", ";", ":", ".", "?", "!", "(", ")", "\"", "-", "/"];

/// Words after which a clause may still begin: "And please add", "Finally, we ask".
const CONNECTIVES: [&str; 40] = [
    "and",
    "but",
    "so",
    "also",
    "then",
    "or",
    "therefore",
    "however",
    "finally",
    "furthermore",
    "moreover",
    "lastly",
    "additionally",
    "thus",
    "hence",
    "instead",
    "otherwise",
    "first",
    "second",
    "third",
    "firstly",
    "secondly",
    "thirdly",
    "next",
    "again",
    "plus",
    "besides",
    "yet",
    "likewise",
    "similarly",
    "consequently",
    "accordingly",
    "just",
    "kindly",
    "please",
    "rather",
    "overall",
    "perhaps",
    "maybe",
    "nevertheless",
];

/// The longest word that a table can know, in bytes.
const LONGEST: usize = 24;

/// Returns the words and marks of `text` at `spans`; between two spans stands a comma's worth of break.
pub(in crate::lang::en) fn words(
    text: &str,
    spans: &[Span],
    vocabulary: &Vocabulary,
    connective: &[bool],
) -> Vec<Word> {
    let mut found = Vec::with_capacity(spans.iter().map(|span| span.len() / 5 + 2).sum());
    for span in spans {
        let mut opens = true;
        let mut at = span.start();
        while let Some((start, end)) = next_word(text.as_bytes(), at, span.end()) {
            let id = number(text.get(start..end).unwrap_or_default(), vocabulary);
            found.push(Word { id, start: bound(start), end: bound(end), opens });
            opens = opens_after(text.as_bytes(), start, opens, connective.get(usize::from(id)) == Some(&true));
            at = end;
        }
    }
    found
}

/// Tells which words of the vocabulary are connectives.
pub(in crate::lang::en) fn connectives(vocabulary: &mut Vocabulary) -> Vec<bool> {
    for mark in MARKS {
        vocabulary.learn(mark);
    }
    let ids: Vec<u16> = CONNECTIVES.iter().map(|word| vocabulary.learn(word)).collect();
    (0..vocabulary.size()).map(|id| u16::try_from(id).is_ok_and(|id| ids.contains(&id))).collect()
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
        Some(b',') => opens,
        _ => opens && connective,
    }
}
