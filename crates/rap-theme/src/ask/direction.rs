//! Directions: which way a demand goes. "Relax the rules" and "tighten the rules" share every other word.

use rap_statement::Stance;

use super::Group;
use crate::cue;
use crate::scan::{Hit, Memory, Scanner};

const TABLE: &str = include_str!("../../../../packs/codebooks/directions.txt");

/// How far before a word, in bytes, a negation turns it round: "should not under any pretext be relaxed".
const NEGATION_REACH: usize = 24;

/// Words that turn round what follows.
const NEGATIONS: [&str; 14] = [
    "not", "no", "never", "without", "against", "oppose", "avoid", "nor", "cannot", "不", "反对", "避免", "勿", "无需",
];

/// The ways that a demand goes, one bit an axis, which is a line of the table; the stance is on the first.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Direction {
    forth: u32,
    back: u32,
}

impl Direction {
    /// Tells whether two go opposite ways on an axis.
    pub(super) const fn opposes(self, other: Self) -> bool {
        self.forth & other.back != 0 || self.back & other.forth != 0
    }

    /// Returns all the ways that the two go.
    pub(super) const fn with(self, other: Self) -> Self {
        Self { forth: self.forth | other.forth, back: self.back | other.back }
    }

    /// Returns the direction where it is denied: not to relax is to hold on to the rules, but not to raise is not to
    /// lower, nor is not to broaden to narrow.
    const fn turned(self) -> Self {
        Self { forth: self.back & 1, back: self.forth & 1 }
    }

    /// Returns the direction without the axes on which it goes both ways, which say nothing.
    const fn settled(self) -> Self {
        let both = self.forth & self.back;
        Self { forth: self.forth & !both, back: self.back & !both }
    }
}

/// Reads directions off words.
pub(super) struct Compass {
    scanner: Scanner,
    /// What each pattern of the scanner says.
    ways: Vec<Direction>,
}

impl Compass {
    pub(super) fn new() -> Self {
        let mut patterns = Vec::new();
        let mut ways = Vec::new();
        let lines = TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        for (axis, line) in (0_u32..).zip(lines) {
            let (forth, back) = line.split_once('|').map_or((line, ""), |_| split_ways(line));
            for (words, way) in
                [(forth, Direction { forth: 1 << axis, back: 0 }), (back, Direction { forth: 0, back: 1 << axis })]
            {
                for pattern in words.split(", ").filter_map(|cue| cue::pattern(cue).ok()) {
                    patterns.push(pattern);
                    ways.push(way);
                }
            }
        }
        Self { scanner: Scanner::of(&patterns), ways }
    }

    /// Returns the way that units of the same words go.
    pub(super) fn direction(&self, group: &Group<'_>) -> Direction {
        let mut hits: Vec<Hit> = Vec::new();
        self.scanner.scan(&group.folded, &mut Memory::default(), &mut hits);
        let by_words = hits.iter().map(|hit| {
            let keys = self.scanner.keys(hit.wording).iter();
            let ways = keys.filter_map(|key| self.ways.get(key.pattern as usize).copied());
            let way = ways.fold(Direction::default(), Direction::with);
            if is_negated(&group.folded, hit.start) { way.turned() } else { way }
        });
        let by_stance = group.stances.iter().map(|stance| way_of(*stance));
        // Where the words and the stance disagree, nobody knows: the demand is held to no side.
        by_words.chain(by_stance).fold(Direction::default(), Direction::with).settled()
    }
}

/// Splits a line at its ` | `, which alternatives inside of a cue do not have around them.
fn split_ways(line: &str) -> (&str, &str) {
    line.split_once(" | ").unwrap_or((line, ""))
}

const fn way_of(stance: Stance) -> Direction {
    match stance {
        Stance::SeeksRelief | Stance::SeeksSupport => Direction { forth: 1, back: 0 },
        Stance::SupportsRegulation | Stance::SeeksProtection => Direction { forth: 0, back: 1 },
        _ => Direction { forth: 0, back: 0 },
    }
}

fn is_negated(words: &str, at: usize) -> bool {
    let mut from = at.saturating_sub(NEGATION_REACH);
    while !words.is_char_boundary(from) {
        from += 1;
    }
    let before = words.get(from..at).unwrap_or_default();
    NEGATIONS.iter().any(|negation| match negation.is_ascii() {
        true => before.split(' ').any(|word| word == *negation),
        // Chinese negates close by; eight characters before, the negation belongs to another verb.
        false => before
            .char_indices()
            .rev()
            .take(3)
            .last()
            .is_some_and(|(near, _)| before.get(near..).is_some_and(|near| near.contains(negation))),
    })
}
