//! Matching: which unit of the one act is which of the other.
//!
//! Candidates enter with the likeness of their texts; leave pairs, each with its score and the runner-up. Texts come
//! first; then neighbours, chapters and numbers speak for a pair, as they do for a reader who looks where a
//! rewritten article ought to stand. Evidence of place counts for little where the texts share nothing.

use super::assign::{Gain, assign};
use super::candidate::Candidate;
use super::unit::Unit;

/// A pair below this score is none. Units of one act that have nothing to do with each other score 0.1 to 0.3 by
/// their formulas alone, and 0.2 more where place speaks for them.
const LEAST: f64 = 0.45;

/// Two acts are versions of one where at least this part of the smaller one's units have partners.
const OF_ONE_ACT: f64 = 0.6;

/// In versions of one act, what was left over on both sides pairs where the texts are as alike as this, if neither has
/// anything nearly as like it: a rewritten article keeps a few of its rare words.
const LEAST_LEFT_OVER: f64 = 0.1;

/// And share as much as so many words weigh that only these two have.
const LEAST_SHARED: f64 = 3.0;

/// How much of the likeness of such a pair any other pair of the two may reach; as much more as the pair itself is
/// alike.
const MOST_BESIDE: f64 = 0.6;

/// What place may add at most: as much as lies between a rewritten article and a formula.
const PLACE: f64 = 0.22;

/// What citing counterparts may add at most.
const CITATION: f64 = 0.15;

/// How often pairs are found anew with the evidence of the last ones; the third time changed no pair that we saw.
const ROUNDS: usize = 4;

/// A pair of units.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) old: usize,
    pub(crate) new: usize,
    pub(crate) score: f64,
    /// The best other partner of the two, with its score.
    pub(crate) runner_up: Option<(Side, usize, f64)>,
}

/// The act in which something stands.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Side {
    Old,
    New,
}

/// What is known of the units of both acts besides their words.
pub(crate) struct Places<'u> {
    pub(crate) old: &'u [Unit],
    pub(crate) new: &'u [Unit],
    /// For each candidate, what its kinds and numbers add or take.
    pub(crate) prior: Vec<f64>,
    /// For each unit of each act, which units of the same act it cites.
    pub(crate) old_cites: Vec<Vec<usize>>,
    pub(crate) new_cites: Vec<Vec<usize>>,
}

/// Returns the pairs in the order of the old units.
pub(crate) fn pairs(candidates: &[Candidate], places: &Places<'_>) -> Vec<Pair> {
    let mut scores: Vec<f64> = candidates.iter().map(|candidate| candidate.text).collect();
    let mut partners = best(candidates, &scores, places, 0.5);
    for _ in 0..ROUNDS {
        let context = Context::of(&partners, places);
        scores = candidates
            .iter()
            .zip(&places.prior)
            .map(|(candidate, prior)| {
                // Where the texts share next to nothing, place proves nothing.
                let room = (candidate.text / 0.25).min(1.0);
                let place = PLACE * context.support(candidate.old, candidate.new, places);
                let cited = CITATION * context.cited(candidate.old, candidate.new, places);
                candidate.text + room * (place + cited + prior)
            })
            .collect();
        let next = best(candidates, &scores, places, LEAST);
        if next == partners {
            break;
        }
        partners = next;
    }
    pair_left_over(candidates, &mut partners, places);
    with_runners_up(candidates, &scores, &partners)
}

/// Pairs what is left over on both sides of two versions of one act, where each is by far the likest of the other.
fn pair_left_over(candidates: &[Candidate], partners: &mut [Option<usize>], places: &Places<'_>) {
    let paired = partners.iter().flatten().count();
    if (paired as f64) < OF_ONE_ACT * places.old.len().min(places.new.len()) as f64 {
        return;
    }
    let mut taken = vec![false; places.new.len()];
    for new in partners.iter().flatten() {
        if let Some(slot) = taken.get_mut(*new) {
            *slot = true;
        }
    }
    // The two likest of each unit; the second is what a pair has to stand out from.
    let (mut of_old, mut of_new) = (vec![(0.0, 0.0); places.old.len()], vec![(0.0, 0.0); places.new.len()]);
    for candidate in candidates {
        for likest in [of_old.get_mut(candidate.old), of_new.get_mut(candidate.new)].into_iter().flatten() {
            let (first, second): &mut (f64, f64) = likest;
            *second = second.max(first.min(candidate.text));
            *first = first.max(candidate.text);
        }
    }
    let least_shared = LEAST_SHARED * (1.0 + places.old.len().max(places.new.len()) as f64).ln();
    let enough = |candidate: &&Candidate| candidate.text >= LEAST_LEFT_OVER && candidate.shared >= least_shared;
    for candidate in candidates.iter().filter(enough) {
        let stands_out = |likest: Option<&(f64, f64)>| {
            likest.is_some_and(|(first, second)| {
                candidate.text >= *first && *second <= (MOST_BESIDE + candidate.text) * candidate.text
            })
        };
        let is_free = !taken.get(candidate.new).copied().unwrap_or(true);
        if let Some(slot) = partners.get_mut(candidate.old)
            && slot.is_none()
            && is_free
            && stands_out(of_old.get(candidate.old))
            && stands_out(of_new.get(candidate.new))
        {
            *slot = Some(candidate.new);
        }
    }
}

/// Returns the best assignment of what scores more than `least`.
fn best(candidates: &[Candidate], scores: &[f64], places: &Places<'_>, least: f64) -> Vec<Option<usize>> {
    let (olds, news) = (places.old.len(), places.new.len());
    let gains: Vec<Gain> = candidates
        .iter()
        .zip(scores)
        .map(|(candidate, score)| {
            // Among equals those in like places belong together; the square prefers pairs that do not cross.
            let apart = candidate.old as f64 / olds.max(1) as f64 - candidate.new as f64 / news.max(1) as f64;
            Gain { old: candidate.old, new: candidate.new, gain: score - least - 1e-5 * apart * apart }
        })
        .collect();
    assign(olds, news, &gains)
}

/// The partners of the last round, seen from both acts.
struct Context {
    to_new: Vec<Option<usize>>,
    to_old: Vec<Option<usize>>,
    /// For each unit, the nearest units before and behind it that have partners.
    old_near: Vec<(Option<usize>, Option<usize>)>,
    new_near: Vec<(Option<usize>, Option<usize>)>,
}

impl Context {
    fn of(partners: &[Option<usize>], places: &Places<'_>) -> Self {
        let mut to_old = vec![None; places.new.len()];
        for (old, new) in partners.iter().enumerate() {
            if let Some(slot) = new.and_then(|new| to_old.get_mut(new)) {
                *slot = Some(old);
            }
        }
        let (old_near, new_near) = (near(partners), near(&to_old));
        Self { to_new: partners.to_vec(), to_old, old_near, new_near }
    }

    /// Returns how much the places of two units speak for their being one, from 0 to 1.
    fn support(&self, old: usize, new: usize, places: &Places<'_>) -> f64 {
        let ends = (places.old.len(), places.new.len());
        let forth = beside(old, new, self.old_near.get(old), &self.to_new, ends);
        let back = beside(new, old, self.new_near.get(new), &self.to_old, (ends.1, ends.0));
        0.35 * (forth + back) + 0.3 * self.chapter(old, new, places)
    }

    /// Returns how far two units cite counterparts, from -0.8 where they cite others to 1; 0 where one cites nothing.
    fn cited(&self, old: usize, new: usize, places: &Places<'_>) -> f64 {
        let (from, to) = match (places.old_cites.get(old), places.new_cites.get(new)) {
            (Some(from), Some(to)) if !from.is_empty() && !to.is_empty() => (from, to),
            _ => return 0.0,
        };
        let partner = |at: &usize| self.to_new.get(*at).copied().flatten();
        let common = from.iter().filter_map(partner).filter(|cited| to.contains(cited)).count();
        let share = common as f64 / (from.len() + to.len() - common) as f64;
        if common == 0 { -0.8 } else { share }
    }

    /// Returns how far the other units of the old unit's chapter went to the chapter of the new one.
    fn chapter(&self, old: usize, new: usize, places: &Places<'_>) -> f64 {
        let share = |at: usize, other: usize, from: &[Unit], to: &[Unit], partners: &[Option<usize>]| {
            let (home, target) =
                (from.get(at).and_then(|unit| unit.container), to.get(other).and_then(|unit| unit.container));
            let (mut went, mut all) = (0, 0);
            // A chapter is a run of units; those far away in a long one say less and cost time.
            let low = at.saturating_sub(12);
            for (index, unit) in from.iter().enumerate().take(at + 13).skip(low) {
                if index != at
                    && unit.container == home
                    && let Some(partner) = partners.get(index).copied().flatten()
                {
                    all += 1;
                    went += usize::from(to.get(partner).is_some_and(|unit| unit.container == target));
                }
            }
            if all == 0 { 0.5 } else { went as f64 / all as f64 }
        };
        let forth = share(old, new, places.old, places.new, &self.to_new);
        let back = share(new, old, places.new, places.old, &self.to_old);
        (forth + back) / 2.0
    }
}

/// Returns for each unit the nearest ones before and behind that have partners.
fn near(partners: &[Option<usize>]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut near = vec![(None, None); partners.len()];
    let mut last = None;
    for (index, partner) in partners.iter().enumerate() {
        if let Some(slot) = near.get_mut(index) {
            slot.0 = last;
        }
        last = if partner.is_some() { Some(index) } else { last };
    }
    last = None;
    for (index, partner) in partners.iter().enumerate().rev() {
        if let Some(slot) = near.get_mut(index) {
            slot.1 = last;
        }
        last = if partner.is_some() { Some(index) } else { last };
    }
    near
}

/// Returns how well `other` stands where the neighbours of `at` say that its partner should: 1 right beside both.
fn beside(
    at: usize,
    other: usize,
    near: Option<&(Option<usize>, Option<usize>)>,
    partners: &[Option<usize>],
    ends: (usize, usize),
) -> f64 {
    let (before, behind) = near.copied().unwrap_or_default();
    let fits = |gap: isize, there: isize| {
        if there <= 0 { 0.0 } else { 1.0 / (1.0 + 0.5 * (there - gap).unsigned_abs() as f64) }
    };
    let place = |index: usize| partners.get(index).copied().flatten();
    let left = match before.and_then(|index| Some((index, place(index)?))) {
        Some((index, partner)) => fits((at - index) as isize, other as isize - partner as isize),
        None => fits(at as isize + 1, other as isize + 1),
    };
    let right = match behind.and_then(|index| Some((index, place(index)?))) {
        Some((index, partner)) => fits((index - at) as isize, partner as isize - other as isize),
        None => fits((ends.0 - at) as isize, (ends.1 - other) as isize),
    };
    (left + right) / 2.0
}

fn with_runners_up(candidates: &[Candidate], scores: &[f64], partners: &[Option<usize>]) -> Vec<Pair> {
    let news = candidates.iter().map(|candidate| candidate.new + 1).max().unwrap_or(0);
    let mut of_old = vec![Vec::new(); partners.len()];
    let mut of_new = vec![Vec::new(); news];
    for (candidate, score) in candidates.iter().zip(scores) {
        if let (Some(old), Some(new)) = (of_old.get_mut(candidate.old), of_new.get_mut(candidate.new)) {
            old.push((candidate.new, *score));
            new.push((candidate.old, *score));
        }
    }
    let second = |list: &[(usize, f64)], chosen: usize| {
        let others = list.iter().copied().filter(|(other, _)| *other != chosen);
        others.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    };
    let mut pairs = Vec::new();
    for (old, new) in partners.iter().enumerate() {
        let Some(new) = *new else { continue };
        let (mine, theirs) = match (of_old.get(old), of_new.get(new)) {
            (Some(mine), Some(theirs)) => (mine, theirs),
            _ => continue,
        };
        let score = mine.iter().find(|(other, _)| *other == new).map_or(0.0, |(_, score)| *score);
        let for_old = second(mine, new).map(|(other, score)| (Side::New, other, score));
        let for_new = second(theirs, old).map(|(other, score)| (Side::Old, other, score));
        let runner_up = match (for_old, for_new) {
            (Some(a), Some(b)) => Some(if b.2 > a.2 { b } else { a }),
            (a, b) => a.or(b),
        };
        pairs.push(Pair { old, new, score, runner_up });
    }
    pairs
}
