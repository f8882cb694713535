//! The index of leaders: which leaders may be like a text, by the rarest samples of each.
//!
//! Two sets with a Jaccard index of t share at least the share t of either. So, with the samples of both in the order
//! of their rarity, one of the first (1 - t) of the one is among the first (1 - t) of the other, and only these are listed
//! and asked for: most texts have next to nothing in the index, and phrases of the trade are in no list. A template of
//! which a letter holds the share c has one of its first (1 - c) in the letter, wherever there; shorter lists serve
//! letters. Who is met is compared shingle by shingle: the samples propose, and what two sets share is counted exactly.
//!
//! Two bounds keep the time linear on texts that are made to be slow: a shingle leads to [`MOST_LEADERS`] leaders at
//! most, the first that had it, and a text is compared with [`MOST_COMPARED`].

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::{CampaignOptions, Reader, SURE, Survey, Wordings};
use crate::overlap;
use crate::sketches::{LONG, Sketch, is_sampled, narrow};

/// A shingle that is among the rarest of so many leaders was made up, or is a phrase of the trade.
const MOST_LEADERS: u32 = 32;

/// How many leaders a text is compared with, those that it meets most often first, and how many where one of them is
/// like it: the likest is nearly always among these.
const MOST_COMPARED: usize = 32;
const ENOUGH_COMPARED: usize = 3;

/// How often a long text meets a long leader that it is like: the lists hold more samples than may be missed, and once
/// is chance. A letter meets a template that it contains three times, or all but two where that is listed five times
/// or less.
const LEAST_MET: usize = 2;
const LEAST_HELD: usize = 3;

/// The first quarter of all hashes, which is compared before the rest: of hashes it holds about a quarter of each set.
const QUARTER: u32 = 1 << 30;

/// A leader: its wording, its sketch, and where its shingles lie.
struct Leader {
    wording: u32,
    sketch: Sketch,
    start: usize,
    end: usize,
    /// In how many lists for letters it is.
    listed: usize,
}

/// A leader in the list of a shingle, and where the one before it is.
#[derive(Copy, Clone)]
struct Posting {
    leader: u32,
    before: Option<u32>,
}

/// The list of a shingle: its last posting and its length. Most lists have one, which is found at once.
#[derive(Copy, Clone)]
struct List {
    last: Posting,
    length: u32,
}

/// Shingles with the leaders that have them.
#[derive(Default)]
struct Lists {
    lists: FxHashMap<u32, List>,
    postings: Vec<Posting>,
}

impl Lists {
    fn insert(&mut self, shingle: u32, leader: u32) {
        let next = narrow(self.postings.len());
        match self.lists.entry(shingle) {
            Entry::Vacant(entry) => {
                entry.insert(List { last: Posting { leader, before: None }, length: 1 });
            }
            Entry::Occupied(mut entry) if entry.get().length < MOST_LEADERS => {
                let list = entry.get_mut();
                self.postings.push(list.last);
                *list = List { last: Posting { leader, before: Some(next) }, length: list.length + 1 };
            }
            Entry::Occupied(_) => {}
        }
    }

    /// Puts the leaders from the `from`-th on that have one of the shingles into `met`, as often as they do.
    fn meet(&self, shingles: &[u32], from: usize, met: &mut Vec<u32>) {
        met.clear();
        for shingle in shingles {
            let mut at = self.lists.get(shingle).map(|list| list.last);
            while let Some(posting) = at.filter(|posting| posting.leader as usize >= from) {
                met.push(posting.leader);
                at = posting.before.and_then(|before| self.postings.get(before as usize)).copied();
            }
        }
        met.sort_unstable();
    }
}

/// The leaders so far.
#[derive(Default)]
pub(super) struct Index {
    leaders: Vec<Leader>,
    shingles: Vec<u32>,
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

/// Memory in which texts are compared one after the other.
#[derive(Default)]
pub(super) struct Asking {
    pub(super) reader: Reader,
    met: Vec<u32>,
    /// How often a leader was met, and its number.
    proposed: Vec<(usize, u32)>,
}

impl Asking {
    /// Puts the leaders that were met and that `fits` into order, those met most often first.
    fn propose(&mut self, fits: impl Fn(usize, u32) -> bool) {
        self.proposed.clear();
        let runs = self.met.chunk_by(|a, b| a == b).filter_map(|run| Some((run.len(), *run.first()?)));
        self.proposed.extend(runs.filter(|(times, leader)| fits(*times, *leader)));
        self.proposed.sort_unstable_by_key(|(times, leader)| (std::cmp::Reverse(*times), *leader));
        self.proposed.truncate(MOST_COMPARED);
    }
}

impl Index {
    /// Returns how many leaders there are.
    pub(super) fn len(&self) -> usize {
        self.leaders.len()
    }

    /// Makes a wording a leader; it is looked for inside of letters where it is long enough to be a template.
    pub(super) fn insert<W: Wordings>(
        &mut self,
        survey: &Survey<'_, W>,
        options: &CampaignOptions,
        wording: u32,
        set: &[u32],
    ) {
        let leader = narrow(self.leaders.len());
        let start = self.shingles.len();
        self.shingles.extend_from_slice(set);
        let sketch = survey.sketch(wording);
        let mut listed = 0;
        for shingle in survey.rarest(wording, options.threshold) {
            self.near.insert(*shingle, leader);
        }
        if sketch.length as usize >= options.least_template {
            // A letter is long, and what is not sampled of long texts is not asked for.
            let sampled = survey.telling(wording).iter().filter(|shingle| is_sampled(**shingle, LONG));
            let most = ((1.0 - options.containment) * f64::from(sketch.sampled)) as usize + SURE;
            for shingle in sampled.take(most) {
                self.within.insert(*shingle, leader);
                listed += 1;
            }
        }
        self.leaders.push(Leader { wording, sketch, start, end: self.shingles.len(), listed });
    }

    /// Returns the leader from the `from`-th on that a wording joins: the one it is likest to if it is near to one, else
    /// the longest that it contains.
    pub(super) fn joined<W: Wordings>(
        &self,
        survey: &Survey<'_, W>,
        options: &CampaignOptions,
        (wording, from): (u32, usize),
        asking: &mut Asking,
    ) -> Option<Likeness> {
        if self.leaders.len() <= from {
            return None;
        }
        let near = self.near(survey, options, (wording, from), asking);
        near.or_else(|| {
            let within = self.within(survey, options, (wording, from), asking);
            within.into_iter().max_by_key(|found| (found.size, std::cmp::Reverse(found.leader)))
        })
    }

    fn near<W: Wordings>(
        &self,
        survey: &Survey<'_, W>,
        options: &CampaignOptions,
        (wording, from): (u32, usize),
        asking: &mut Asking,
    ) -> Option<Likeness> {
        let own = survey.sketch(wording);
        let threshold = options.threshold;
        self.near.meet(survey.rarest(wording, threshold), from, &mut asking.met);
        asking.propose(|times, leader| {
            let theirs = self.sketch(leader);
            (times >= LEAST_MET || own.level < LONG || theirs.level < LONG)
                && f64::from(own.size.min(theirs.size)) >= threshold * f64::from(own.size.max(theirs.size)) - 1.0
        });
        let Asking { reader, proposed, .. } = asking;
        let set = if proposed.is_empty() { &[][..] } else { reader.set(survey, wording) };
        // A Jaccard index of t needs the share t / (1 + t) of both sizes together.
        let share = threshold / (1.0 + threshold);
        let mut best: Option<Likeness> = None;
        for (compared, (_, leader)) in proposed.iter().enumerate() {
            if best.is_some() && compared >= ENOUGH_COMPARED {
                break;
            }
            let found = self.compared(set, *leader, |size| share * (set.len() + size) as f64);
            let better = found.filter(|found| {
                let jaccard = found.jaccard(set.len());
                jaccard + 1e-9 >= threshold && best.is_none_or(|best| jaccard > best.jaccard(set.len()))
            });
            best = better.or(best);
        }
        best
    }

    /// Returns the leaders from the `from`-th on that a wording contains, with what they share.
    pub(super) fn within<W: Wordings>(
        &self,
        survey: &Survey<'_, W>,
        options: &CampaignOptions,
        (wording, from): (u32, usize),
        asking: &mut Asking,
    ) -> Vec<Likeness> {
        let own = survey.sketch(wording).size;
        self.within.meet(survey.telling(wording), from, &mut asking.met);
        asking.propose(|times, leader| {
            self.leaders.get(leader as usize).is_some_and(|leader| {
                leader.sketch.size < own && times >= leader.listed.saturating_sub(2).clamp(1, LEAST_HELD)
            })
        });
        let Asking { reader, proposed, .. } = asking;
        if proposed.is_empty() {
            return Vec::new();
        }
        let set = reader.set(survey, wording);
        let found = proposed
            .iter()
            .filter_map(|(_, leader)| self.compared(set, *leader, |size| options.containment * size as f64));
        found.filter(|found| found.leader != wording && survey.contains(options, found, set.len())).collect()
    }

    fn sketch(&self, leader: u32) -> Sketch {
        self.leaders.get(leader as usize).map(|leader| leader.sketch).unwrap_or_default()
    }

    /// Counts what a set and a leader share; nothing where it cannot be what is `needed` of a leader of that size.
    fn compared<'s>(&'s self, set: &'s [u32], leader: u32, needed: impl Fn(usize) -> f64) -> Option<Likeness> {
        let leader = self.leaders.get(leader as usize)?;
        let theirs = self.shingles.get(leader.start..leader.end)?;
        let cut = |set: &'s [u32]| set.split_at_checked(set.partition_point(|shingle| *shingle < QUARTER));
        let ((first, rest), (their_first, their_rest)) = (cut(set)?, cut(theirs)?);
        let expected = needed(theirs.len()) / 4.0;
        let shared = overlap(first, their_first);
        // Three standard deviations fewer than expected come by chance once in seven hundred.
        if (shared as f64) < expected - 3.0 * (expected * 0.75).sqrt() {
            return None;
        }
        let shared = shared + overlap(rest, their_rest);
        Some(Likeness { leader: leader.wording, shared, size: theirs.len() })
    }
}
