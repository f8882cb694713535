//! Lists of words and phrases, compiled: asking a text for all of them costs little more than asking for one does.
//!
//! Enters: a list as the rules write it. Leaves: whether one of its entries opens a text or stands in it, and where,
//! as its bytes are; what is a whole word the rules say by the spaces in their entries.

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};

/// A list of words and phrases.
#[derive(Debug)]
pub(crate) struct WordList {
    heads: Heads,
    /// Finds the longest entry that opens a text. None only where the entries are more than any list that a person
    /// wrote.
    automaton: Option<AhoCorasick>,
}

/// An entry that stands in a text: its place in the list, and the range of its bytes.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Listed {
    pub(crate) entry: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl WordList {
    /// Compiles a list.
    pub(crate) fn of<'w>(entries: impl IntoIterator<Item = &'w str>) -> Self {
        let entries: Vec<&str> = entries.into_iter().collect();
        let mut builder = AhoCorasick::builder();
        builder.kind(Some(AhoCorasickKind::ContiguousNFA)).start_kind(StartKind::Anchored);
        builder.match_kind(MatchKind::LeftmostLongest);
        Self { heads: Heads::of(&entries), automaton: builder.build(&entries).ok() }
    }

    /// Tells whether the text begins with an entry.
    pub(crate) fn opens(&self, text: &str) -> bool {
        self.at(text, 0).is_some()
    }

    /// Returns the length of the longest entry that the text begins with; 0 where it begins with none.
    pub(crate) fn opening(&self, text: &str) -> usize {
        self.at(text, 0).map_or(0, |listed| listed.end)
    }

    /// Tells whether an entry stands anywhere in the text.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        self.find_from(text, 0).is_some()
    }

    /// Returns the entries that stand in the text, from left to right, the longest at each place, none overlapping
    /// another.
    pub(crate) fn find(&self, text: &str) -> impl Iterator<Item = Listed> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.find_from(text, from)?;
            from = found.end;
            Some(found)
        })
    }

    /// Returns the first entry that begins at `from` or behind it, the longest of those that begin there.
    fn find_from(&self, text: &str, from: usize) -> Option<Listed> {
        let mut from = from;
        loop {
            let start = self.heads.next(text.as_bytes(), from)?;
            if let Some(found) = self.at(text, start) {
                return Some(found);
            }
            from = start + 1;
        }
    }

    /// Returns the longest entry that begins at `start`.
    fn at(&self, text: &str, start: usize) -> Option<Listed> {
        if !self.heads.may_begin(text.as_bytes(), start) {
            return None;
        }
        let input = Input::new(text).range(start..).anchored(Anchored::Yes);
        let found = self.automaton.as_ref()?.find(input).filter(|found| !found.is_empty())?;
        Some(Listed { entry: found.pattern().as_usize(), start, end: found.end() })
    }
}

/// The first three bytes of entries, which turn down nearly every place of a text: three ASCII letters, or a whole
/// Chinese character.
#[derive(Debug)]
struct Heads {
    /// A bit for each value of [`place`] that an entry has.
    bits: [u64; PLACES / 64],
    /// Whether an entry has fewer than three bytes; then the heads turn nothing down.
    short: bool,
}

/// How many heads are told apart.
const PLACES: usize = 1 << 12;

impl Heads {
    fn of(entries: &[&str]) -> Self {
        let short = entries.iter().any(|entry| entry.len() < 3);
        let mut heads = Self { bits: [if short { u64::MAX } else { 0 }; PLACES / 64], short };
        for entry in entries {
            if let [first, second, third, ..] = *entry.as_bytes() {
                let place = place(number(first, second, third));
                heads.bits.get_mut(place / 64).into_iter().for_each(|bits| *bits |= 1 << (place % 64));
            }
        }
        heads
    }

    fn has(&self, number: u32) -> bool {
        let place = place(number);
        self.bits.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    /// Tells whether an entry may begin at `at`.
    fn may_begin(&self, text: &[u8], at: usize) -> bool {
        match text.get(at..) {
            Some([first, second, third, ..]) => self.has(number(*first, *second, *third)),
            Some(rest) => self.short && !rest.is_empty(),
            None => false,
        }
    }

    /// Returns the first place from `from` on where an entry may begin.
    fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        let rest = text.get(from..)?;
        if self.short {
            return (!rest.is_empty()).then_some(from);
        }
        let [first, second, rest @ ..] = rest else { return None };
        let mut window = number(0, *first, *second);
        let begins = |third: &u8| {
            window = window >> 8 | u32::from(*third) << 16;
            self.has(window)
        };
        rest.iter().position(begins).map(|at| from + at)
    }
}

fn number(first: u8, second: u8, third: u8) -> u32 {
    u32::from(first) | u32::from(second) << 8 | u32::from(third) << 16
}

/// Returns a number below [`PLACES`] for three bytes.
fn place(number: u32) -> usize {
    // The multiplier of Fibonacci hashing; the highest bits of the product are the place.
    (number.wrapping_mul(0x9E37_79B1) >> 20) as usize % PLACES
}

#[cfg(test)]
mod tests;
