//! Candidates: which units of two acts may belong together, by what they share.
//!
//! The features of both acts enter; for each unit of the old act leave the few units of the new one that share the
//! most with it, and the same from the other side, so that the outcome does not depend on which act is the old one.
//! Absent on purpose: place and order, which `matching` adds.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::feature::Features;
use super::unit::Unit;

/// How many candidates a unit has from its own side. Of the true counterparts in the acts that we read none stood
/// lower than fourth; the rest is room for boilerplate.
const MOST: usize = 10;

/// How many candidates a unit has besides by the plain sum of what is shared: long units that swallowed it.
const MOST_BY_SUM: usize = 4;

/// In acts of many thousand units a feature of more units than this is not followed, which bounds the time.
const MOST_FOLLOWED: usize = 100_000;

/// A pair that may belong together.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) old: usize,
    pub(crate) new: usize,
    /// How alike the texts are, from 0 to 1.
    pub(crate) text: f64,
    /// The weight of the words that both have: a few rare ones, or many.
    pub(crate) shared: f64,
}

/// Returns the candidates, in order of the old unit and then of the new one.
pub(crate) fn candidates(old: (&[Unit], &[Features]), new: (&[Unit], &[Features])) -> Vec<Candidate> {
    let mut pairs = nearest(old.1, new.1);
    pairs.extend(nearest(new.1, old.1).into_iter().map(|(new, old)| (old, new)));
    pairs.extend(equal(old.0, new.0));
    pairs.sort_unstable();
    pairs.dedup();
    let scored = pairs.into_iter().filter_map(|(i, j)| {
        let same = old.0.get(i)?.keys().eq(new.0.get(j)?.keys());
        let (before, after) = (old.1.get(i)?, new.1.get(j)?);
        let text = if same { 1.0 } else { likeness(before, after) };
        (text > 0.0).then(|| Candidate { old: i, new: j, text, shared: before.words.overlap(&after.words) })
    });
    scored.collect()
}

/// Of units that say the same several times in each act, this many are tried with each other; of more, each with the
/// one in the same place of the row, from the front and from the back.
const MOST_EQUAL: usize = 8;

/// Returns the pairs of units with the same words. What has no feature, such as "(deleted)", is found in this way only.
fn equal(old: &[Unit], new: &[Unit]) -> Vec<(usize, usize)> {
    let mut groups: BTreeMap<u64, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    let hash = |unit: &Unit| {
        let mut hasher = FxHasher::default();
        unit.keys().for_each(|key| key.hash(&mut hasher));
        hasher.finish()
    };
    old.iter().enumerate().for_each(|(at, unit)| groups.entry(hash(unit)).or_default().0.push(at));
    new.iter().enumerate().for_each(|(at, unit)| groups.entry(hash(unit)).or_default().1.push(at));
    let mut pairs = Vec::new();
    for (olds, news) in groups.into_values() {
        if olds.len().max(news.len()) <= MOST_EQUAL {
            pairs.extend(olds.iter().flat_map(|old| news.iter().map(move |new| (*old, *new))));
        } else {
            pairs.extend(olds.iter().copied().zip(news.iter().copied()));
            pairs.extend(olds.iter().rev().copied().zip(news.iter().rev().copied()));
        }
    }
    pairs
}

/// Returns how alike two units are by their words alone.
///
/// Words tell the matter and phrases the sentence; a heading tells as much as half a text. A unit that is contained
/// in a longer one is like it although most of the longer one is new.
pub(crate) fn likeness(old: &Features, new: &Features) -> f64 {
    let words = old.words.cosine(&new.words);
    let phrases = old.phrases.cosine(&new.phrases);
    let text = 0.6 * words + 0.4 * phrases;
    let contained = containment(old, new);
    let text = text.max(0.85 * contained);
    if old.heading.mass > 0.0 && new.heading.mass > 0.0 {
        let heading = old.heading.cosine(&new.heading);
        return text + (1.0 - text) * 0.35 * heading * heading;
    }
    text
}

/// Returns how much of the shorter unit stands in the longer one, doubted where the shorter one says little.
pub(crate) fn containment(old: &Features, new: &Features) -> f64 {
    let least = old.phrases.mass.min(new.phrases.mass);
    if least <= 0.0 {
        return 0.0;
    }
    let shared = old.phrases.overlap(&new.phrases);
    // A dozen phrases that only these two have; fewer may be a formula.
    let enough = 1.0 - (-shared / 30.0).exp();
    (shared / least).min(1.0) * enough
}

fn nearest(from: &[Features], to: &[Features]) -> Vec<(usize, usize)> {
    let mut postings: Vec<Vec<(usize, f64)>> = Vec::new();
    for (unit, features) in to.iter().enumerate() {
        for (feature, weight) in &features.words.features {
            let feature = *feature as usize;
            if postings.len() <= feature {
                postings.resize(feature + 1, Vec::new());
            }
            if let Some(posting) = postings.get_mut(feature) {
                posting.push((unit, *weight));
            }
        }
    }
    let most_followed = (MOST_FOLLOWED / from.len().max(1)).max(40);
    let mut sums = vec![0.0; to.len()];
    let mut pairs = Vec::new();
    for (unit, features) in from.iter().enumerate() {
        let mut touched = Vec::new();
        for (feature, weight) in &features.words.features {
            let posting = postings.get(*feature as usize).map(Vec::as_slice).unwrap_or_default();
            if posting.len() > most_followed {
                continue;
            }
            for (other, theirs) in posting {
                if let Some(sum) = sums.get_mut(*other) {
                    if *sum == 0.0 {
                        touched.push(*other);
                    }
                    *sum += weight * theirs;
                }
            }
        }
        pairs.extend(best(unit, touched, &mut sums, features, to));
    }
    pairs
}

/// Returns the best pairs of a unit by cosine and, for contained ones, by the share of the other; clears the sums.
fn best(
    unit: usize,
    touched: Vec<usize>,
    sums: &mut [f64],
    features: &Features,
    to: &[Features],
) -> impl Iterator<Item = (usize, usize)> {
    let mut ranked: Vec<(f64, f64, usize)> = touched
        .into_iter()
        .filter_map(|other| {
            let sum = std::mem::take(sums.get_mut(other)?);
            let lengths = features.words.length * to.get(other)?.words.length;
            Some((sum / lengths.max(f64::MIN_POSITIVE), sum, other))
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
    let mut others: Vec<usize> = ranked.iter().take(MOST).map(|(_, _, other)| *other).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.2.cmp(&b.2)));
    others.extend(ranked.iter().take(MOST_BY_SUM).map(|(_, _, other)| *other));
    others.into_iter().map(move |other| (unit, other))
}
