//! Agreement: which attributions of two lists are the same, by the measure that all sets here are scored with.
//!
//! Two attributions match where the Jaccard overlap of the characters of their content is at least one half, each used
//! once, best first; source and content agree where the sources overlap as well or both are absent.

use std::collections::BTreeSet;
use std::ops::Range;

/// Characters that do not count at the edge of a span.
const EDGE: &str = " \t\r\n\"'“”‘’「」『』.,;:!?—–-…。，；：！？、";

/// The bytes of a content and of a source that count.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Side {
    /// Where the characters of the content begin.
    pub content: BTreeSet<usize>,
    /// Where those of the source begin.
    pub source: BTreeSet<usize>,
}

impl Side {
    /// Returns what counts of the ranges of a text.
    #[must_use]
    pub fn new(text: &str, content: &[Range<usize>], source: &[Range<usize>]) -> Self {
        Self { content: counted(text, content), source: counted(text, source) }
    }

    /// Tells whether the sources overlap, or both are absent.
    #[must_use]
    pub fn same_source(&self, other: &Self) -> bool {
        !self.source.is_disjoint(&other.source) || (self.source.is_empty() && other.source.is_empty())
    }
}

fn counted(text: &str, ranges: &[Range<usize>]) -> BTreeSet<usize> {
    let mut kept = BTreeSet::new();
    for range in ranges {
        let words = text.get(range.clone()).unwrap_or_default();
        let start = range.start + words.len() - words.trim_start_matches(|c| EDGE.contains(c)).len();
        let inner = words.trim_matches(|c| EDGE.contains(c));
        kept.extend(inner.char_indices().filter(|(_, c)| !c.is_whitespace()).map(|(at, _)| start + at));
    }
    kept
}

/// Returns the pairs (by index) of `wanted` and `given` that match, with the overlap of each.
#[must_use]
pub fn pairs(wanted: &[Side], given: &[Side]) -> Vec<(usize, usize, f64)> {
    let mut overlaps = Vec::new();
    for (index, one) in wanted.iter().enumerate() {
        for (other_index, other) in given.iter().enumerate() {
            let common = one.content.intersection(&other.content).count();
            let union = one.content.len() + other.content.len() - common;
            if common > 0 && common * 2 >= union {
                overlaps.push((index, other_index, common as f64 / union as f64));
            }
        }
    }
    overlaps.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let (mut used, mut used_given) = (BTreeSet::new(), BTreeSet::new());
    overlaps.retain(|(one, other, _)| {
        let free = !used.contains(one) && !used_given.contains(other);
        if free {
            used.insert(*one);
            used_given.insert(*other);
        }
        free
    });
    overlaps
}

/// Counts of what two markings share.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Agreement {
    /// Attributions of the first marking.
    pub first: usize,
    /// Attributions of the second.
    pub second: usize,
    /// Pairs whose content is the same.
    pub content: usize,
    /// Pairs whose content and source are the same.
    pub both: usize,
    /// Pairs whose content is the same of which both or neither is marked as a demand.
    pub act: usize,
}

impl Agreement {
    /// Adds two markings of one paragraph; `acts` tells for each attribution of a side whether it is a demand.
    pub fn add(&mut self, first: &[(Side, bool)], second: &[(Side, bool)]) {
        let sides = |list: &[(Side, bool)]| -> Vec<Side> { list.iter().map(|(side, _)| side.clone()).collect() };
        self.first += first.len();
        self.second += second.len();
        for (one, other, _) in pairs(&sides(first), &sides(second)) {
            let (Some(one), Some(other)) = (first.get(one), second.get(other)) else { continue };
            self.content += 1;
            self.both += usize::from(one.0.same_source(&other.0));
            self.act += usize::from(one.1 == other.1);
        }
    }

    /// Returns the F1 of `hits` between the two markings.
    #[must_use]
    pub fn f1(&self, hits: usize) -> f64 {
        2.0 * hits as f64 / (self.first + self.second).max(1) as f64
    }
}
