//! Scanning for phrases of Latin words.

use rustc_hash::FxHashMap;

use super::Hit;
use crate::cue::Word;
use crate::stem::Stem;

/// Words between the words of a phrase that change nothing: "the use of such data" is "use of data".
const FILLERS: [&[u8]; 14] =
    [b"the", b"a", b"an", b"its", b"their", b"our", b"his", b"her", b"this", b"these", b"such", b"any", b"all", b"s"];

/// The most fillers between two words of a phrase.
const MOST_FILLERS: usize = 2;

/// The most bytes between two words of a phrase: a space, a hyphen, a quotation mark, a line's end with its indent.
const MOST_BETWEEN: usize = 8;

/// The number of beginnings of words that the filter tells apart: three characters of five bits.
const BEGINNINGS: usize = 1 << 15;

/// Finds phrases by a tree over word numbers; the tree's node 0 is the root.
#[derive(Debug)]
pub(super) struct WordScanner {
    /// Which beginnings any first word of a phrase has; most words of a text go no further.
    filter: Vec<u64>,
    stems: FxHashMap<Vec<u8>, u32>,
    /// The prefixes by their first three letters, which every prefix has.
    prefixes: FxHashMap<[u8; 3], Vec<(Vec<u8>, u32)>>,
    words: u32,
    edges: FxHashMap<(u32, u32), u32>,
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    /// The wording that ends here.
    end: Option<u32>,
    has_edges: bool,
}

impl Default for WordScanner {
    fn default() -> Self {
        Self {
            filter: vec![0; BEGINNINGS / 64],
            stems: FxHashMap::default(),
            prefixes: FxHashMap::default(),
            words: 0,
            edges: FxHashMap::default(),
            nodes: vec![Node::default()],
        }
    }
}

impl WordScanner {
    /// Adds a phrase by the number of its wording.
    pub(super) fn add(&mut self, phrase: &[Word], wording: u32) {
        if let Some(Word::Stem(first) | Word::Prefix(first)) = phrase.first() {
            self.let_pass(first);
        }
        let mut at = 0;
        for word in phrase {
            let number = self.number(word);
            let next = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
            let node = *self.edges.entry((at, number)).or_insert(next);
            if node == next {
                self.nodes.push(Node::default());
            }
            if let Some(parent) = self.nodes.get_mut(at as usize) {
                parent.has_edges = true;
            }
            at = node;
        }
        if let Some(node) = self.nodes.get_mut(at as usize) {
            node.end = Some(wording);
        }
    }

    fn number(&mut self, word: &Word) -> u32 {
        let next = self.words;
        let number = match word {
            Word::Stem(stem) => *self.stems.entry(stem.clone()).or_insert(next),
            Word::Prefix(start) => {
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
        for third in thirds {
            let bit = place([first, second, third]);
            if let Some(word) = self.filter.get_mut(bit / 64) {
                *word |= 1 << (bit % 64);
            }
        }
    }

    fn passes(&self, word: &[u8]) -> bool {
        let bit = place(beginning(word));
        self.filter.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }

    /// Adds the hits of every phrase in `text`.
    pub(super) fn scan(&self, text: &[u8], hits: &mut Vec<Hit>) {
        let mut at = 0;
        while let Some((start, end)) = next_word(text, at) {
            let word = text.get(start..end).unwrap_or_default();
            if self.passes(word) {
                self.follow(text, 0, (start, start, end), hits);
            }
            at = end;
        }
    }

    /// Goes down the tree from `node` with the word at `from..end`; the phrase began at `start`.
    fn follow(&self, text: &[u8], node: u32, (start, from, end): (usize, usize, usize), hits: &mut Vec<Hit>) {
        let word = text.get(from..end).unwrap_or_default();
        let Some(stem) = Stem::of(word) else { return };
        if let Some(number) = self.stems.get(stem.as_bytes()) {
            self.step(text, (node, *number), (start, end), hits);
        }
        for (prefix, number) in self.prefixes.get(&beginning(word)).into_iter().flatten() {
            if word.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)) {
                self.step(text, (node, *number), (start, end), hits);
            }
        }
    }

    fn step(&self, text: &[u8], edge: (u32, u32), (start, end): (usize, usize), hits: &mut Vec<Hit>) {
        let Some(&next) = self.edges.get(&edge) else { return };
        let Some(node) = self.nodes.get(next as usize) else { return };
        hits.extend(node.end.map(|wording| Hit { start, end, wording }));
        if !node.has_edges {
            return;
        }
        let mut behind = end;
        for _ in 0..=MOST_FILLERS {
            let Some((from, to)) = next_word(text, behind).filter(|(from, _)| joins(text, behind, *from)) else {
                return;
            };
            self.follow(text, next, (start, from, to), hits);
            if !is_filler(text.get(from..to).unwrap_or_default()) {
                return;
            }
            behind = to;
        }
    }
}

/// Returns where the next run of ASCII letters and digits begins and ends.
fn next_word(text: &[u8], from: usize) -> Option<(usize, usize)> {
    let is_letter = |byte: &u8| IS_LETTER.get(usize::from(*byte)).copied().unwrap_or_default();
    let start = from + text.get(from..)?.iter().position(is_letter)?;
    let length = text.get(start..)?.iter().position(|byte| !is_letter(byte));
    Some((start, length.map_or(text.len(), |length| start + length)))
}

/// Which bytes are ASCII letters or digits: one look-up a byte is what scanning costs.
const IS_LETTER: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        #[expect(clippy::indexing_slicing, reason = "computed by the compiler, which checks it")]
        {
            table[byte] = (byte as u8).is_ascii_alphanumeric();
        }
        byte += 1;
    }
    table
};

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

/// Returns the first three characters in five bits each: letters 1 to 26, digits 27, nothing 0.
fn beginning(word: &[u8]) -> [u8; 3] {
    let code = |place: usize| match word.get(place) {
        Some(byte) if byte.is_ascii_alphabetic() => byte & 31,
        Some(_) => 27,
        None => 0,
    };
    [code(0), code(1), code(2)]
}

fn place([first, second, third]: [u8; 3]) -> usize {
    usize::from(first) << 10 | usize::from(second) << 5 | usize::from(third)
}
