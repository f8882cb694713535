//! The index of leaders: which leaders may be like a text, by the rarest shingles of each.
//!
//! Two sets with a Jaccard index of t share at least the share t of either. So of the shingles of a leader, sorted by
//! any fixed order, one among the first (1 - t) of them must be in the other set, and only these are indexed. The
//! order is that of rarity, and shingles that stand nowhere else come first and are left out, so that most texts have
//! next to nothing in the index. A text asks with all of its shingles and misses no leader.
//!
//! One exception keeps the time linear on texts that are made to be slow: a shingle leads to [`MOST_LEADERS`] leaders
//! at most, and a text is compared with [`MOST_COMPARED`] of them.

use rustc_hash::FxHashMap;

use super::narrow;
use crate::{Rarity, overlap};

/// A shingle that is rare in one text and stands in so many leaders was made up, or is a phrase of the trade.
const MOST_LEADERS: u32 = 512;

/// How many leaders a text is compared with, those that share most indexed shingles first.
const MOST_COMPARED: usize = 128;

/// A leader: its wording and its shingles.
struct Leader {
    wording: u32,
    start: usize,
    end: usize,
}

/// A leader in the list of a shingle, and where the next one of the list is.
struct Posting {
    leader: u32,
    next: Option<u32>,
}

/// The list of a shingle: its last posting and its length.
struct List {
    last: u32,
    length: u32,
}

/// The leaders so far.
#[derive(Default)]
pub(super) struct Index {
    leaders: Vec<Leader>,
    shingles: Vec<u64>,
    lists: FxHashMap<u64, List>,
    postings: Vec<Posting>,
}

/// How a text relates to a leader.
#[derive(Copy, Clone, PartialEq, Debug)]
pub(super) struct Likeness {
    /// The wording of the leader.
    pub(super) leader: u32,
    /// How many shingles both have.
    pub(super) shared: usize,
    /// How many shingles the leader has.
    pub(super) size: usize,
}

impl Likeness {
    pub(super) fn jaccard(self, size: usize) -> f64 {
        let together = size + self.size - self.shared;
        if together == 0 { 1.0 } else { self.shared as f64 / together as f64 }
    }

    /// Returns which share of the leader stands in the text.
    pub(super) fn containment(self) -> f64 {
        if self.size == 0 { 0.0 } else { self.shared as f64 / self.size as f64 }
    }
}

impl Index {
    /// Returns how many leaders there are.
    pub(super) fn len(&self) -> usize {
        self.leaders.len()
    }

    /// Makes a wording a leader.
    pub(super) fn insert(&mut self, wording: u32, set: &[u64], rarity: &Rarity, threshold: f64) {
        let leader = narrow(self.leaders.len());
        let start = self.shingles.len();
        self.shingles.extend_from_slice(set);
        self.leaders.push(Leader { wording, start, end: self.shingles.len() });
        for shingle in prefix(set, rarity, threshold) {
            let next = self.lists.get(&shingle).map(|list| (list.last, list.length));
            let length = next.map_or(0, |(_, length)| length);
            if length < MOST_LEADERS {
                let last = narrow(self.postings.len());
                self.postings.push(Posting { leader, next: next.map(|(last, _)| last) });
                self.lists.insert(shingle, List { last, length: length + 1 });
            }
        }
    }

    /// Returns the leaders from the `from`-th on that a set may be like, with what they share, counted exactly.
    pub(super) fn like(&self, set: &[u64], from: usize, hits: &mut Vec<u32>) -> Vec<Likeness> {
        hits.clear();
        for list in set.iter().filter_map(|shingle| self.lists.get(shingle)) {
            let mut at = Some(list.last);
            while let Some(posting) = at.and_then(|at| self.postings.get(at as usize)) {
                if (posting.leader as usize) < from {
                    break;
                }
                hits.push(posting.leader);
                at = posting.next;
            }
        }
        hits.sort_unstable();
        let mut counted: Vec<(usize, u32)> =
            hits.chunk_by(|a, b| a == b).filter_map(|run| Some((run.len(), *run.first()?))).collect();
        counted.sort_unstable_by_key(|(count, leader)| (std::cmp::Reverse(*count), *leader));
        counted.truncate(MOST_COMPARED);
        let leaders = counted.into_iter().filter_map(|(_, leader)| self.leaders.get(leader as usize));
        leaders
            .map(|leader| {
                let theirs = self.shingles.get(leader.start..leader.end).unwrap_or_default();
                Likeness { leader: leader.wording, shared: overlap(set, theirs), size: theirs.len() }
            })
            .collect()
    }
}

/// Returns the rarest shingles of a set, one of which every set that is like it has; those that stand nowhere else
/// are counted and left out.
fn prefix(set: &[u64], rarity: &Rarity, threshold: f64) -> impl Iterator<Item = u64> {
    let needed = (threshold * set.len() as f64 - 1e-9).ceil().max(1.0) as usize;
    let length = (set.len() + 1).saturating_sub(needed);
    let mut by_rarity: Vec<(u8, u64)> = set.iter().map(|shingle| (rarity.of(*shingle), *shingle)).collect();
    by_rarity.sort_unstable();
    by_rarity.into_iter().take(length).filter(|(count, _)| *count > 1).map(|(_, shingle)| shingle)
}
