//! Alignment across jurisdictions: which provisions of two acts are about the same matter.
//!
//! Two acts enter, in one language or in two; an [`Alignment`] leaves: for each provision of the one the provisions
//! of the other that deal with the same matter, with what that rests on, or an honest nothing. It rests on terms that
//! both use ([`Terms`], in two languages), on terms that both define, on quantities (72 hours), and on citing
//! provisions that are aligned. Absent on purpose: order and numbers, which mean nothing between two legislatures,
//! and verdicts: that two provisions are about one matter does not say that they demand the same.

mod ground;
mod quantity;
mod terms;

use crate::Law;
use crate::compare::{Level, citation, unit};
use crate::redline::Keys;
use ground::{Matter, grounds, matters};

pub use ground::{Ground, GroundKind};
pub use terms::{Term, Terms};

/// How two acts are to be aligned.
#[derive(Clone, Debug)]
pub struct AlignOptions {
    /// How fine.
    pub level: Level,
    /// The terms of both languages.
    pub terms: Terms,
}

impl Default for AlignOptions {
    fn default() -> Self {
        Self { level: Level::Article, terms: Terms::built_in() }
    }
}

/// Two provisions on the same matter, or one that has no counterpart.
#[derive(Clone, PartialEq, Debug)]
pub struct Aligned {
    /// The provision of the one act, by its index.
    pub left: Option<usize>,
    /// The provision of the other act.
    pub right: Option<usize>,
    /// How much of their matter is the same, from 0 to 1.
    pub score: f64,
    /// What that rests on, the weightiest first; of a row without a counterpart, what the nearest one shares.
    pub grounds: Vec<Ground>,
    /// Of a row without a counterpart the nearest provision of the other act.
    pub nearest: Option<usize>,
}

/// Two acts aligned.
#[derive(Clone, PartialEq, Debug)]
pub struct Alignment {
    /// The rows in the order of the one act; what the other has alone stands at the end.
    pub rows: Vec<Aligned>,
}

/// Below this two provisions are not on the same matter. Provisions of two laws of one field that have nothing else
/// in common share a fifth of their terms.
const LEAST: f64 = 0.34;

/// Where two provisions are each other's best and nothing else comes near, less is enough.
const LEAST_MUTUAL: f64 = 0.27;

/// What is near to a best that stands alone: nothing above this part of it.
const ALONE: f64 = 0.8;

/// As many pairs of provisions are looked at; acts of three thousand provisions each have fewer.
const MOST_PAIRS: usize = 9_000_000;

/// A second or third counterpart must come this near to the best.
const NEAR: f64 = 0.82;

/// Most counterparts of one provision.
const MOST: usize = 3;

/// What citing aligned provisions adds.
const CITATION: f64 = 0.08;

/// Returns which provisions of two acts are about the same matter.
#[must_use]
pub fn align(left: &Law, right: &Law, options: &AlignOptions) -> Alignment {
    let mut keys = Keys::default();
    let left_units = unit::units(left, options.level, &mut keys);
    let mut right_units = unit::units(right, options.level, &mut keys);
    right_units.truncate((MOST_PAIRS / left_units.len().max(1)).max(1));
    let lefts = matters(left, &left_units, &options.terms);
    let rights = matters(right, &right_units, &options.terms);
    let mut scores: Vec<Vec<f64>> =
        lefts.iter().map(|left| rights.iter().map(|right| left.likeness(right)).collect()).collect();
    cite(&mut scores, &citation::citations(left, &left_units), &citation::citations(right, &right_units));
    let chosen = choose(&scores, rights.len());
    let row = |at: usize, other: usize, score: f64| Aligned {
        left: left_units.get(at).map(|unit| unit.provision),
        right: right_units.get(other).map(|unit| unit.provision),
        score,
        grounds: ground_of(&lefts, &rights, at, other, &options.terms),
        nearest: None,
    };
    let mut rows = Vec::new();
    for (at, unit) in left_units.iter().enumerate() {
        let mine: Vec<_> = chosen.iter().filter(|(left, ..)| *left == at).collect();
        rows.extend(mine.iter().map(|(left, right, score)| row(*left, *right, *score)));
        if mine.is_empty() {
            let best = best_of(scores.get(at).map(Vec::as_slice).unwrap_or_default());
            let nearest = best.and_then(|(other, score)| Some((other, score, right_units.get(other)?.provision)));
            rows.push(Aligned {
                left: Some(unit.provision),
                right: None,
                score: nearest.map_or(0.0, |(_, score, _)| score),
                grounds: nearest
                    .map_or_else(Vec::new, |(other, ..)| ground_of(&lefts, &rights, at, other, &options.terms)),
                nearest: nearest.map(|(.., provision)| provision),
            });
        }
    }
    for (at, unit) in right_units.iter().enumerate().filter(|(at, _)| !chosen.iter().any(|(_, right, _)| right == at)) {
        let column: Vec<f64> = scores.iter().map(|row| row.get(at).copied().unwrap_or(0.0)).collect();
        let best = best_of(&column);
        rows.push(Aligned {
            left: None,
            right: Some(unit.provision),
            score: best.map_or(0.0, |(_, score)| score),
            grounds: best.map_or_else(Vec::new, |(left, _)| ground_of(&lefts, &rights, left, at, &options.terms)),
            nearest: best.and_then(|(left, _)| Some(left_units.get(left)?.provision)),
        });
    }
    Alignment { rows }
}

fn ground_of(lefts: &[Matter], rights: &[Matter], left: usize, right: usize, terms: &Terms) -> Vec<Ground> {
    match (lefts.get(left), rights.get(right)) {
        (Some(left), Some(right)) => grounds(left, right, terms),
        _ => Vec::new(),
    }
}

/// Returns the best of a row of scores that is more than nothing.
fn best_of(scores: &[f64]) -> Option<(usize, f64)> {
    let all = scores.iter().copied().enumerate().filter(|(_, score)| *score > 0.0);
    all.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
}

/// Adds to the score of two provisions that cite provisions which are each other's best.
fn cite(scores: &mut [Vec<f64>], left: &[Vec<usize>], right: &[Vec<usize>]) {
    let best: Vec<Option<usize>> =
        scores.iter().map(|row| best_of(row).filter(|(_, score)| *score >= LEAST).map(|(at, _)| at)).collect();
    for (row, cited) in scores.iter_mut().zip(left) {
        let counterparts: Vec<usize> = cited.iter().filter_map(|at| best.get(*at).copied().flatten()).collect();
        for (score, cited) in row.iter_mut().zip(right) {
            if *score > 0.0 && counterparts.iter().any(|at| cited.contains(at)) {
                *score = (*score + CITATION).min(1.0);
            }
        }
    }
}

/// Returns the pairs that are on the same matter: good enough, near the best of both.
fn choose(scores: &[Vec<f64>], rights: usize) -> Vec<(usize, usize, f64)> {
    let mut best_right = vec![0.0_f64; rights];
    for row in scores {
        for (best, score) in best_right.iter_mut().zip(row) {
            *best = best.max(*score);
        }
    }
    let mut chosen = Vec::new();
    for (left, row) in scores.iter().enumerate() {
        let best_left = row.iter().copied().fold(0.0, f64::max);
        let near = |(right, score): &(usize, f64)| {
            let best = best_right.get(*right).copied().unwrap_or(0.0);
            let mutual = *score >= LEAST_MUTUAL && stands_alone(scores, left, *right, *score);
            (mutual || *score >= LEAST) && *score >= NEAR * best_left && *score >= NEAR * NEAR * best
        };
        let mut mine: Vec<(usize, f64)> = row.iter().copied().enumerate().filter(near).collect();
        mine.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        chosen.extend(mine.into_iter().take(MOST).map(|(right, score)| (left, right, score)));
    }
    chosen
}

/// Tells whether a score is the best of its row and its column, and no other comes near.
fn stands_alone(scores: &[Vec<f64>], left: usize, right: usize, score: f64) -> bool {
    let row = scores.get(left).map(Vec::as_slice).unwrap_or_default();
    let beside = row.iter().enumerate().filter(|(at, _)| *at != right).map(|(_, other)| *other);
    let above = scores.iter().enumerate().filter(|(at, _)| *at != left).filter_map(|(_, row)| row.get(right).copied());
    beside.chain(above).all(|other| other <= ALONE * score)
}

#[cfg(test)]
mod tests;
