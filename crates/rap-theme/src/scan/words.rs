//! Scanning for phrases of Latin words.

use std::ops::Range;

use rap_doc::{WordKey, WordRun};
use rustc_hash::FxHashMap;

use super::Hit;
use crate::cue::Word;
use crate::stem::Stem;

/// Words between the words of a phrase that change nothing: "the use of such data" is "use of data".
const FILLERS: [&[u8]; 14] =
    [b"the", b"a", b"an", b"its", b"their", b"our", b"his", b"her", b"this", b"these", b"such", b"any", b"all", b"s"];

/// The first letters of fillers, a bit each.
const FILLER_LETTERS: u32 =
    1 << (b'a' & 31) | 1 << (b'h' & 31) | 1 << (b'i' & 31) | 1 << (b'o' & 31) | 1 << (b's' & 31) | 1 << (b't' & 31);

/// The most fillers between two words of a phrase.
const MOST_FILLERS: usize = 2;

/// The most bytes between two words of a phrase: a space, a hyphen, a quotation mark, a line's end with its indent.
const MOST_BETWEEN: usize = 8;

/// The number of beginnings of words that the filters tell apart: three characters of five bits.
const BEGINNINGS: usize = 1 << 15;

/// Finds phrases by a tree over word numbers.
#[derive(Debug, Default)]
pub(super) struct WordScanner {
    /// Which beginnings any first word of a phrase has; most words of a text go no further.
    first_words: Beginnings,
    stems: FxHashMap<WordKey, u32>,
    /// Which beginnings any prefix has.
    prefixed: Beginnings,
    /// The prefixes by their first three letters, which every prefix has.
    prefixes: FxHashMap<[u8; 3], Vec<(Vec<u8>, u32)>>,
    /// How many words have a number.
    words: u32,
    /// The node behind each first word of a phrase, by the number of the word.
    roots: Vec<Option<u32>>,
    nodes: Vec<Node>,
}

/// A place in the tree, behind one or more words of a phrase.
#[derive(Debug, Default)]
struct Node {
    /// The wording that ends here.
    end: Option<u32>,
    /// The words that may follow by number, and the nodes behind them.
    edges: Vec<(u32, u32)>,
    /// The first letters of those words, a bit each.
    letters: u32,
}

impl Node {
    fn behind(&self, word: u32) -> Option<u32> {
        self.edges.iter().find(|edge| edge.0 == word).map(|edge| edge.1)
    }
}

/// A set of beginnings of words.
#[derive(Debug)]
struct Beginnings(Vec<u64>);

impl Default for Beginnings {
    fn default() -> Self {
        Self(vec![0; BEGINNINGS / 64])
    }
}

impl Beginnings {
    fn add(&mut self, beginning: [u8; 3]) {
        let bit = place(beginning);
        if let Some(bits) = self.0.get_mut(bit / 64) {
            *bits |= 1 << (bit % 64);
        }
    }

    fn has(&self, beginning: [u8; 3]) -> bool {
        let bit = place(beginning);
        self.0.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }
}

impl WordScanner {
    /// Adds a phrase by the number of its wording.
    pub(super) fn add(&mut self, phrase: &[Word], wording: u32) {
        let Some((first, rest)) = phrase.split_first() else { return };
        let (Word::Stem(letters) | Word::Prefix(letters)) = first;
        self.let_pass(letters);
        let mut at = self.root(first);
        for word in rest {
            at = self.edge(at, word);
        }
        if let Some(node) = self.nodes.get_mut(at as usize) {
            node.end = Some(wording);
        }
    }

    fn root(&mut self, word: &Word) -> u32 {
        let number = self.number(word) as usize;
        if let Some(known) = self.roots.get(number).copied().flatten() {
            return known;
        }
        let node = self.node();
        self.roots.resize(self.roots.len().max(number + 1), None);
        self.roots.get_mut(number).into_iter().for_each(|root| *root = Some(node));
        node
    }

    fn edge(&mut self, from: u32, word: &Word) -> u32 {
        let number = self.number(word);
        if let Some(known) = self.nodes.get(from as usize).and_then(|node| node.behind(number)) {
            return known;
        }
        let next = self.node();
        let (Word::Stem(letters) | Word::Prefix(letters)) = word;
        if let Some(node) = self.nodes.get_mut(from as usize) {
            node.edges.push((number, next));
            node.letters |= letter_bit(beginning(letters));
        }
        next
    }

    fn node(&mut self) -> u32 {
        self.nodes.push(Node::default());
        u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX)
    }

    fn number(&mut self, word: &Word) -> u32 {
        let next = self.words;
        let number = match word {
            // A cue holds no word that is too long for a key.
            Word::Stem(stem) => *self.stems.entry(WordKey::of(stem).unwrap_or_default()).or_insert(next),
            Word::Prefix(start) => {
                self.prefixed.add(beginning(start));
                let list = self.prefixes.entry(beginning(start)).or_default();
                match list.iter().find(|(known, _)| known == start) {
                    Some((_, number)) => *number,
                    None => {
                        list.push((start.clone(), next));
                        next
                    }
                }
            }
        };
        self.words += u32::from(number == next);
        number
    }

    /// Lets words of this beginning pass the filter. Endings change nothing before the third letter of a stem, and
    /// in a shorter stem nothing before its last, so that any third letter must pass then.
    fn let_pass(&mut self, stem: &[u8]) {
        let [first, second, third] = beginning(stem);
        let thirds = if stem.len() > 3 { third..=third } else { 0..=31 };
        thirds.for_each(|third| self.first_words.add([first, second, third]));
    }

    /// Adds the hits of every phrase in `text`; `memory` may be that of any text before.
    pub(super) fn scan(&self, text: &[u8], memory: &mut Memory, hits: &mut Vec<Hit>) {
        let mut at = 0;
        while let Some(start) = next_start(text, at) {
            let rest = text.get(start..).unwrap_or_default();
            if !self.first_words.has(beginning(rest)) {
                at = start + length(rest);
                continue;
            }
            memory.forget_when_full();
            let word = InText::at(rest, start);
            for index in self.numbers(&word, memory) {
                let root = memory.numbers.get(index).and_then(|number| self.roots.get(*number as usize));
                if let Some(root) = root.copied().flatten() {
                    self.arrive(text, root, (word.start, word.end), memory, hits);
                }
            }
            at = word.end;
        }
    }

    /// Returns where `memory` holds the number of the word itself, if it has one, and those of the prefixes it begins
    /// with.
    fn numbers(&self, word: &InText<'_>, memory: &mut Memory) -> Range<usize> {
        let Some(run) = &word.run else { return 0..0 };
        if let Some((first, end)) = memory.words.get(&run.key) {
            return *first as usize..*end as usize;
        }
        let first = memory.numbers.len();
        memory.numbers.extend(self.stems.get(&Stem::of_run(run).key()));
        let beginning = beginning(word.letters);
        if self.prefixed.has(beginning) {
            let prefixes = self.prefixes.get(&beginning).into_iter().flatten();
            let begun =
                |prefix: &[u8]| word.letters.get(..prefix.len()).is_some_and(|it| it.eq_ignore_ascii_case(prefix));
            memory.numbers.extend(prefixes.filter(|(prefix, _)| begun(prefix)).map(|(_, number)| *number));
        }
        let end = memory.numbers.len();
        if let (Ok(start), Ok(stop)) = (u32::try_from(first), u32::try_from(end)) {
            memory.words.insert(run.key, (start, stop));
        }
        first..end
    }

    /// Notes the phrase that ends at this node, if one does, and goes on with the words behind it.
    fn arrive(&self, text: &[u8], node: u32, (start, end): (usize, usize), memory: &mut Memory, hits: &mut Vec<Hit>) {
        let Some(node) = self.nodes.get(node as usize) else { return };
        hits.extend(node.end.map(|wording| Hit { start, end, wording }));
        if node.edges.is_empty() {
            return;
        }
        let mut behind = end;
        for _ in 0..=MOST_FILLERS {
            let Some(from) = next_start(text, behind).filter(|from| joins(text, behind, *from)) else { return };
            let rest = text.get(from..).unwrap_or_default();
            let letter = letter_bit(beginning(rest));
            if (node.letters | FILLER_LETTERS) & letter == 0 {
                return;
            }
            let word = InText::at(rest, from);
            if node.letters & letter != 0 {
                for index in self.numbers(&word, memory) {
                    if let Some(next) = memory.numbers.get(index).and_then(|number| node.behind(*number)) {
                        self.arrive(text, next, (start, word.end), memory, hits);
                    }
                }
            }
            if letter & FILLER_LETTERS == 0 || !is_filler(word.letters) {
                return;
            }
            behind = word.end;
        }
    }
}

/// How many words are remembered: more than a paper has, and no more than a few megabytes.
const MOST_REMEMBERED: usize = 1 << 15;

/// Words that were met and their numbers, because a paper says the same words again and again.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// Where in `numbers` those of a word begin and end.
    words: FxHashMap<WordKey, (u32, u32)>,
    numbers: Vec<u32>,
}

impl Memory {
    fn forget_when_full(&mut self) {
        if self.words.len() >= MOST_REMEMBERED {
            self.words.clear();
            self.numbers.clear();
        }
    }
}

/// A run of ASCII letters and digits in a text.
struct InText<'t> {
    start: usize,
    end: usize,
    letters: &'t [u8],
    /// None where it is too long to be a word of a cue.
    run: Option<WordRun>,
}

impl<'t> InText<'t> {
    /// Returns the one that `rest` begins with; `start` is where it stands in the text.
    #[inline]
    fn at(rest: &'t [u8], start: usize) -> Self {
        let run = WordRun::of_letters_and_digits(rest);
        let length = run.as_ref().map_or_else(|| length(rest), |run| run.length);
        Self { start, end: start + length, letters: rest.get(..length).unwrap_or_default(), run }
    }
}

/// Returns where the next letter or digit stands.
#[inline]
fn next_start(text: &[u8], from: usize) -> Option<usize> {
    text.get(from..)?.iter().position(|byte| code(*byte) != 0).map(|at| from + at)
}

/// Returns the length of the word that `rest` begins with.
#[inline]
fn length(rest: &[u8]) -> usize {
    rest.iter().position(|byte| code(*byte) == 0).unwrap_or(rest.len())
}

/// Tells whether what stands between two words leaves them one phrase: no comma, stop or bracket.
fn joins(text: &[u8], from: usize, to: usize) -> bool {
    let mut between = text.get(from..to).unwrap_or_default();
    if between.len() > MOST_BETWEEN {
        return false;
    }
    loop {
        between = match between {
            [] => return true,
            [b' ' | b'\t' | b'\n' | b'\r' | b'-' | b'\'' | b'"' | b'/', rest @ ..] => rest,
            // No-break space; hyphens and quotation marks of Unicode.
            [0xC2, 0xA0, rest @ ..] | [0xE2, 0x80, 0x90 | 0x91 | 0x98 | 0x99 | 0x9C | 0x9D, rest @ ..] => rest,
            _ => return false,
        };
    }
}

fn is_filler(word: &[u8]) -> bool {
    FILLERS.iter().any(|filler| word.eq_ignore_ascii_case(filler))
}

/// Returns the first three characters of the word that `rest` begins with, each by its [`code`].
#[inline]
fn beginning(rest: &[u8]) -> [u8; 3] {
    let at = |place: usize| rest.get(place).map_or(0, |byte| code(*byte));
    match [at(0), at(1), at(2)] {
        [first, 0, _] => [first, 0, 0],
        codes => codes,
    }
}

/// Returns a character in five bits: letters 1 to 26, digits 27, what is no part of a word 0.
#[inline]
fn code(byte: u8) -> u8 {
    CODES.get(usize::from(byte)).copied().unwrap_or_default()
}

/// The code of each byte.
static CODES: [u8; 256] = {
    let mut codes = [0; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        #[expect(clippy::indexing_slicing, reason = "computed by the compiler, which checks it")]
        {
            codes[byte as usize] = match byte {
                b'a'..=b'z' | b'A'..=b'Z' => byte & 31,
                b'0'..=b'9' => 27,
                _ => 0,
            };
        }
        byte += 1;
    }
    codes
};

/// Returns the bit of the first letter of a word.
const fn letter_bit([first, ..]: [u8; 3]) -> u32 {
    1 << first
}

fn place([first, second, third]: [u8; 3]) -> usize {
    usize::from(first) << 10 | usize::from(second) << 5 | usize::from(third)
}
