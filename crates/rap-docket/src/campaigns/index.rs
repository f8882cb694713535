//! The index of leaders: which leaders may be like a text, by the rarest shingles of each.
//!
//! Two sets with a Jaccard index of t share at least the share t of either. So, with the shingles of both sorted in the
//! same order, one of the first (1 - t) of the one is among the first (1 - t) of the other, and only these are indexed
//! and asked for. The order is that of rarity: shingles that stand nowhere else come first and are left out, so that most
//! texts have next to nothing in the index, and phrases of the trade come last. A template of which a letter holds the
//! share c has one of its first (1 - c) in the letter, wherever there; a second, shorter index serves letters.
//!
//! One exception keeps the time linear on texts that are made to be slow: a shingle leads to [`MOST_LEADERS`] leaders
//! at most, and a text is compared with [`MOST_COMPARED`] of them.

use rustc_hash::FxHashMap;

use super::{CampaignOptions, narrow};
use crate::Rarity;
use crate::shingles::overlap_of_least;

/// A shingle that is rare in one text and stands in so many leaders was made up, or is a phrase of the trade.
const MOST_LEADERS: u32 = 96;

/// How many leaders a text is compared with, those that share most indexed shingles first.
const MOST_COMPARED: usize = 64;

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

/// Shingles with the leaders that have them.
#[derive(Default)]
struct Lists {
    lists: FxHashMap<u64, List>,
    postings: Vec<Posting>,
}

impl Lists {
    fn insert(&mut self, shingle: u64, leader: u32) {
        let next = self.lists.get(&shingle).map(|list| (list.last, list.length));
        let length = next.map_or(0, |(_, length)| length);
        if length < MOST_LEADERS {
            let last = narrow(self.postings.len());
            self.postings.push(Posting { leader, next: next.map(|(last, _)| last) });
            self.lists.insert(shingle, List { last, length: length + 1 });
        }
    }

    /// Adds the leaders of a shingle from the `from`-th on to `hits`.
    fn add(&self, shingle: u64, from: usize, hits: &mut Vec<u32>) {
        let mut at = self.lists.get(&shingle).map(|list| list.last);
        while let Some(posting) = at.and_then(|at| self.postings.get(at as usize)) {
            if (posting.leader as usize) < from {
                break;
            }
            hits.push(posting.leader);
            at = posting.next;
        }
    }
}

/// The leaders so far.
#[derive(Default)]
pub(super) struct Index {
    leaders: Vec<Leader>,
    shingles: Vec<u64>,
    near: Lists,
    within: Lists,
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

    /// Makes a wording a leader; it is looked for inside of letters where it is long enough to be a template.
    pub(super) fn insert(&mut self, wording: u32, set: &[u64], rarity: &Rarity, options: &CampaignOptions) {
        let leader = narrow(self.leaders.len());
        let start = self.shingles.len();
        self.shingles.extend_from_slice(set);
        self.leaders.push(Leader { wording, start, end: self.shingles.len() });
        for shingle in prefix(set, rarity, options.threshold) {
            self.near.insert(shingle, leader);
        }
        if set.len() + 2 >= options.least_template {
            for shingle in prefix(set, rarity, options.containment) {
                self.within.insert(shingle, leader);
            }
        }
    }

    /// Returns the leaders from the `from`-th on that a set may be near to, with what they share, counted exactly.
    pub(super) fn near(
        &self,
        set: &[u64],
        (rarity, threshold): (&Rarity, f64),
        from: usize,
        hits: &mut Vec<u32>,
    ) -> Vec<Likeness> {
        hits.clear();
        if self.leaders.len() > from {
            prefix(set, rarity, threshold).for_each(|shingle| self.near.add(shingle, from, hits));
        }
        // A Jaccard index of t needs this share of both sizes together.
        let share = threshold / (1.0 + threshold);
        self.compared(set, hits, |size| share * (set.len() + size) as f64)
    }

    /// Returns the leaders that a set may contain, with what they share, counted exactly.
    pub(super) fn within(&self, set: &[u64], containment: f64, hits: &mut Vec<u32>) -> Vec<Likeness> {
        hits.clear();
        set.iter().for_each(|shingle| self.within.add(*shingle, 0, hits));
        self.compared(set, hits, |size| containment * size as f64)
    }

    /// Compares a set with the leaders that were hit, most hits first; those that do not share what is `needed` of
    /// their size are left as soon as that is sure.
    fn compared(&self, set: &[u64], hits: &mut [u32], needed: impl Fn(usize) -> f64) -> Vec<Likeness> {
        hits.sort_unstable();
        let mut counted: Vec<(usize, u32)> =
            hits.chunk_by(|a, b| a == b).filter_map(|run| Some((run.len(), *run.first()?))).collect();
        counted.sort_unstable_by_key(|(count, leader)| (std::cmp::Reverse(*count), *leader));
        counted.truncate(MOST_COMPARED);
        let leaders = counted.into_iter().filter_map(|(_, leader)| self.leaders.get(leader as usize));
        leaders
            .filter_map(|leader| {
                let theirs = self.shingles.get(leader.start..leader.end).unwrap_or_default();
                let needed = (needed(theirs.len()) - 1e-6).ceil().max(0.0) as usize;
                let shared = overlap_of_least(set, theirs, needed)?;
                Some(Likeness { leader: leader.wording, shared, size: theirs.len() })
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
