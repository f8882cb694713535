//! Words of an English statement as the tables of acts see them: one pass over the bytes, numbers for known words.

use rap_doc::{Span, WordRun};

use crate::phrase::{Vocabulary, Word};

/// Marks that are words of their own to the tables.
const MARKS: [&str; 11] = [",", ";", ":", ".", "?", "!", "(", ")", "\"", "-", "/"];

/// Words after which a clause may still begin: "And please add", "Finally, we ask".
const CONNECTIVES: &str = "and but so also then or therefore however finally furthermore moreover lastly additionally \
     thus hence instead otherwise first second third firstly secondly thirdly next again plus besides yet likewise \
     similarly consequently accordingly just kindly please rather overall perhaps maybe nevertheless either simply \
     certainly definitely definately possibly ideally hopefully alternatively personally ps";

/// How words get their numbers: the vocabulary of the tables, complete, and what it says of connectives and endings.
pub(in crate::lang::en) struct Numbering {
    vocabulary: Vocabulary,
    connective: Vec<bool>,
    /// The numbers of `@ed`, `@ing` and `@ly`.
    endings: [u16; 3],
    /// The numbers of ASCII marks.
    marks: Vec<u16>,
}

impl Numbering {
    /// Returns the numbering by a vocabulary to which every table has added its words.
    pub(in crate::lang::en) fn of(mut vocabulary: Vocabulary) -> Self {
        for mark in MARKS {
            vocabulary.learn(mark);
        }
        let ids: Vec<u16> = CONNECTIVES.split_whitespace().map(|word| vocabulary.learn(word)).collect();
        let endings = ["@ed", "@ing", "@ly"].map(|ending| vocabulary.learn(ending));
        let mut connective = vec![false; vocabulary.size()];
        for id in ids {
            connective.get_mut(usize::from(id)).into_iter().for_each(|connective| *connective = true);
        }
        let marks = (0..128).map(|mark: u8| vocabulary.id(&[mark])).collect();
        Self { vocabulary, connective, endings, marks }
    }

    /// Returns the words and marks of `text` at `spans`; a clause may begin with each span. After a strong mark one may
    /// begin too, and it may still begin after a comma, a number or a connective.
    pub(in crate::lang::en) fn words(&self, text: &str, spans: &[Span]) -> Vec<Word> {
        let mut found = Vec::with_capacity(spans.iter().map(|span| span.len() / 5 + 2).sum());
        for span in spans {
            let mut opens = true;
            let bytes = text.as_bytes().get(..span.end()).unwrap_or_default();
            let mut at = span.start();
            while let Some((start, end, id, ending)) = self.next(bytes, at) {
                found.push(Word { id, ending, start: bound(start), end: bound(end), opens });
                opens = match bytes.get(start) {
                    Some(b'.' | b';' | b':' | b'?' | b'!' | b'(' | b'"' | 0xE2) => true,
                    Some(b',' | b')' | b'0'..=b'9') => opens,
                    _ => opens && self.connective.get(usize::from(id)) == Some(&true),
                };
                at = end;
            }
        }
        found
    }

    /// Returns the next word or mark from `from` on: where it starts and ends, its number and that of its ending.
    fn next(&self, bytes: &[u8], from: usize) -> Option<(usize, usize, u16, u16)> {
        let start = from + bytes.get(from..)?.iter().position(|&byte| kind(byte) != Kind::Blank)?;
        let rest = bytes.get(start..)?;
        if let [mark, ..] = rest
            && mark.is_ascii()
            && kind(*mark) == Kind::Mark
        {
            return Some((start, start + 1, self.mark(*mark), 0));
        }
        if let Some(run) = WordRun::of_letters_and_digits(rest).filter(|run| run.length > 0)
            && rest.get(run.length).is_none_or(|&next| next.is_ascii() && next != b'\'')
        {
            let word = rest.get(..run.length).unwrap_or_default();
            return Some((start, start + run.length, self.vocabulary.id_of(run.key), self.ending(word)));
        }
        let end = uncommon_end(bytes, start);
        let word = bytes.get(start..end).unwrap_or_default();
        Some((start, end, number(word, &self.vocabulary), self.ending(word)))
    }

    /// Returns the number of an ASCII mark.
    fn mark(&self, mark: u8) -> u16 {
        self.marks.get(usize::from(mark)).copied().unwrap_or_default()
    }

    /// Tells a word in -ing.
    pub(super) fn is_gerund(&self, word: Option<&Word>) -> bool {
        word.is_some_and(|word| word.ending == self.endings[1])
    }

    fn ending(&self, word: &[u8]) -> u16 {
        let [ed, ing, ly] = self.endings;
        match word {
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

/// Returns the end of a word with apostrophes or letters beyond ASCII inside, or of a mark of three bytes.
fn uncommon_end(bytes: &[u8], start: usize) -> usize {
    match bytes.get(start..) {
        Some([0xE2, 0x80, _, ..]) => start + 3,
        _ => word_end(bytes, start).max(start + 1),
    }
}

fn word_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    loop {
        let rest = bytes.get(end..).unwrap_or_default();
        end += rest.iter().position(|&byte| kind(byte) != Kind::Letter).unwrap_or(rest.len());
        end += match bytes.get(end..) {
            Some([b'\'', next, ..]) if next.is_ascii_alphabetic() => 1,
            Some([0xE2, 0x80, 0x99, next, ..]) if next.is_ascii_alphabetic() => 3,
            Some([0xE2, next, ..]) if *next != 0x80 => 1,
            _ => return end,
        }
    }
}

/// What a byte begins.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Kind {
    /// A letter or digit; every byte of a letter beyond ASCII.
    Letter,
    /// A mark, or the first byte of a quotation mark, dash or ellipsis.
    Mark,
    Blank,
}

/// The kind of each byte: every byte of a paper passes here more than once.
const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Blank; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::indexing_slicing, reason = "computed by the compiler, which checks it")]
        #[expect(clippy::cast_possible_truncation, reason = "the loop ends at 256")]
        {
            kinds[byte] = match byte as u8 {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | 0x80..=0xE1 | 0xE3..=0xFF => Kind::Letter,
                b',' | b';' | b':' | b'.' | b'?' | b'!' | b'(' | b')' | b'"' | b'/' | 0xE2 => Kind::Mark,
                _ => Kind::Blank,
            };
        }
        byte += 1;
    }
    kinds
};

fn kind(byte: u8) -> Kind {
    KINDS.get(usize::from(byte)).copied().unwrap_or(Kind::Blank)
}

fn number(word: &[u8], vocabulary: &Vocabulary) -> u16 {
    match word {
        [0xE2, 0x80, 0x93 | 0x94] => vocabulary.id(b"-"),
        [0xE2, 0x80, 0x9C | 0x9D] => vocabulary.id(b"\""),
        _ if word.is_ascii() || !word.contains(&0xE2) => vocabulary.id(word),
        _ => straightened(word, vocabulary),
    }
}

/// The number of a word with a curly apostrophe; tables write the straight one.
fn straightened(word: &[u8], vocabulary: &Vocabulary) -> u16 {
    let mut straight = Vec::with_capacity(word.len());
    let mut bytes = word.iter();
    while let Some(&byte) = bytes.next() {
        straight.push(if byte == 0xE2 { b'\'' } else { byte });
        if byte == 0xE2 {
            let _ = bytes.nth(1);
        }
    }
    vocabulary.id(&straight)
}
