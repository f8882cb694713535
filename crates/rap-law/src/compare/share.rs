//! Shares: units that went into several, and units that several went into.
//!
//! The pairs of a matching enter with the candidates; leave further pairs, each of a unit that already has a partner
//! with one that took a share of it. What the partner already accounts for is not counted again, so that a formula
//! which stands in every article makes no split.

use std::collections::BTreeMap;

use super::candidate::Candidate;
use super::feature::{Bag, Features};
use super::matching::Pair;

/// The weight of the phrases that make a share: about eight that stand nowhere else.
const LEAST_MASS: f64 = 25.0;

/// The part of a unit without a partner that must come from elsewhere.
const LEAST_PART: f64 = 0.38;

/// What a unit that has a partner must still share with another one: half, because both have a better home.
const LEAST_PART_OF_PAIRED: f64 = 0.5;

/// How alike two sentences must be for one to be the other: by words that are rare in both acts.
const LEAST_SENTENCE: f64 = 0.5;

/// The part of a unit's sentences that must stand in another unit, and less in one whose partner is its neighbour.
const LEAST_SENTENCES: f64 = 0.65;
const LEAST_SENTENCES_BESIDE: f64 = 0.33;

/// The part of a unit that must stand in the sentences of several others together.
const LEAST_SCATTERED: f64 = 0.5;

/// A unit of more sentences is told by its phrases; this bounds the time.
const MOST_SENTENCES: usize = 40;

/// How alike two units must be where the one alone cites the counterparts of all that the other cites.
const CITING_LIKENESS: f64 = 0.12;

/// Two units that are less alike share a formula at most.
const FAINT: f64 = 0.04;

/// A share: an old and a new unit, of which at least one has another partner.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Share {
    pub(crate) old: usize,
    pub(crate) new: usize,
    /// The part of the smaller one that the share makes up.
    pub(crate) part: f64,
}

/// Returns the shares in the order of the old and then the new units.
pub(crate) fn shares(
    old: &[Features],
    new: &[Features],
    candidates: &[Candidate],
    pairs: &[Pair],
    cites: (&[Vec<usize>], &[Vec<usize>]),
) -> Vec<Share> {
    let mut to_new = vec![None; old.len()];
    let mut to_old = vec![None; new.len()];
    for pair in pairs {
        if let (Some(forth), Some(back)) = (to_new.get_mut(pair.old), to_old.get_mut(pair.new)) {
            (*forth, *back) = (Some(pair.new), Some(pair.old));
        }
    }
    let mut found = Vec::new();
    for candidate in candidates {
        let (partner, origin) = match (to_new.get(candidate.old), to_old.get(candidate.new)) {
            (Some(partner), Some(origin)) => (*partner, *origin),
            _ => continue,
        };
        let is_faint = candidate.text < FAINT;
        if is_faint || partner == Some(candidate.new) || (partner.is_none() && origin.is_none()) {
            continue;
        }
        let (Some(before), Some(after)) = (old.get(candidate.old), new.get(candidate.new)) else { continue };
        let both_paired = partner.is_some() && origin.is_some();
        let (partner, origin) = (partner.and_then(|at| new.get(at)), origin.and_then(|at| old.get(at)));
        let part = part(before, after, partner, origin).or_else(|| {
            let taken = partner.or(origin)?;
            let beside = beside(candidate.old, candidate.new, &to_new) || beside(candidate.new, candidate.old, &to_old);
            let least = if beside { LEAST_SENTENCES_BESIDE } else { LEAST_SENTENCES };
            let part = if both_paired { 0.0 } else { sentence_part(before, after, taken) };
            (part >= least).then_some(part)
        });
        let part = part.or_else(|| {
            let (olds, news) = cites;
            let takes_citations = match (partner, origin) {
                (None, Some(_)) if shorter_or_cites_several(before, after, olds.get(candidate.old)) => {
                    cites_alone(candidate.old, candidate.new, olds, news, &to_new)
                }
                (Some(_), None) if shorter_or_cites_several(after, before, news.get(candidate.new)) => {
                    cites_alone(candidate.new, candidate.old, news, olds, &to_old)
                }
                _ => false,
            };
            (takes_citations && candidate.text >= CITING_LIKENESS).then_some(LEAST_PART)
        });
        if let Some(part) = part {
            found.push(Share { old: candidate.old, new: candidate.new, part });
        }
    }
    let mut kept = keep_best(found, &to_new, &to_old);
    kept.extend(scattered(old, new, candidates, &kept, (&to_new, &to_old)));
    kept.sort_by_key(|share| (share.old, share.new));
    kept
}

/// Returns the shares of units that no unit took whole, but whose sentences stand in several: an article whose
/// paragraphs went to the places where they belong.
fn scattered(
    old: &[Features],
    new: &[Features],
    candidates: &[Candidate],
    kept: &[Share],
    (to_new, to_old): (&[Option<usize>], &[Option<usize>]),
) -> Vec<Share> {
    let (mut of_old, mut of_new) = (vec![Vec::new(); old.len()], vec![Vec::new(); new.len()]);
    for candidate in candidates {
        if let (Some(old), Some(new)) = (of_old.get_mut(candidate.old), of_new.get_mut(candidate.new)) {
            old.push(candidate.new);
            new.push(candidate.old);
        }
    }
    let mut found = Vec::new();
    for (at, (features, homes)) in old.iter().zip(&of_old).enumerate().filter(|(at, _)| is_alone(*at, to_new)) {
        let parts = sentence_homes(features, homes, new, |home| old.get((*to_old.get(home)?)?));
        found.extend(parts.into_iter().map(|(home, part)| Share { old: at, new: home, part }));
    }
    for (at, (features, homes)) in new.iter().zip(&of_new).enumerate().filter(|(at, _)| is_alone(*at, to_old)) {
        let parts = sentence_homes(features, homes, old, |home| new.get((*to_new.get(home)?)?));
        found.extend(parts.into_iter().map(|(home, part)| Share { old: home, new: at, part }));
    }
    found.retain(|share| !kept.iter().any(|known| (known.old, known.new) == (share.old, share.new)));
    found
}

fn is_alone(at: usize, partners: &[Option<usize>]) -> bool {
    partners.get(at).copied().flatten().is_none()
}

/// Returns the units in which the sentences of one stand, each with its part of them, where there are several and
/// together they have most of it.
fn sentence_homes<'f>(
    unit: &Features,
    homes: &[usize],
    others: &'f [Features],
    partner: impl Fn(usize) -> Option<&'f Features>,
) -> Vec<(usize, f64)> {
    if unit.sentences.len() < 2 || unit.sentences.len() > MOST_SENTENCES {
        return Vec::new();
    }
    let mut parts: BTreeMap<usize, f64> = BTreeMap::new();
    for sentence in unit.sentences.iter().filter(|sentence| sentence.mass >= LEAST_MASS / 3.0) {
        let best =
            homes.iter().filter_map(|home| Some((*home, home_of(sentence, others.get(*home)?, partner(*home))?)));
        if let Some((home, likeness)) = best.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))) {
            *parts.entry(home).or_default() += sentence.mass * likeness / unit.words.mass.max(f64::MIN_POSITIVE);
        }
    }
    let together: f64 = parts.values().sum();
    if parts.len() < 2 || together < LEAST_SCATTERED { Vec::new() } else { parts.into_iter().collect() }
}

/// Returns how like the likest sentence of a unit is, where that sentence is not its partner's.
fn home_of(sentence: &Bag, home: &Features, partner: Option<&Features>) -> Option<f64> {
    let likeness = home.sentences.iter().map(|other| (other.cosine(sentence), other));
    let (likeness, other) = likeness.max_by(|a, b| a.0.total_cmp(&b.0))?;
    let theirs = partner.map_or(0.0, |partner| nearest(other, partner));
    (likeness >= LEAST_SENTENCE && likeness > theirs).then_some(likeness)
}

/// Returns how like a sentence the likest one of a unit is.
fn nearest(sentence: &Bag, of: &Features) -> f64 {
    of.sentences.iter().map(|other| other.cosine(sentence)).fold(0.0, f64::max)
}

/// Returns the part of the smaller of two units that they share and that no partner accounts for, where it is enough.
fn part(before: &Features, after: &Features, partner: Option<&Features>, origin: Option<&Features>) -> Option<f64> {
    let (before, after) = (&before.phrases, &after.phrases);
    let both_paired = partner.is_some() && origin.is_some();
    let smaller = before.mass.min(after.mass).max(f64::MIN_POSITIVE);
    // What is too little with all that partners account for is too little without.
    if before.overlap(after) < f64::min(LEAST_MASS / 3.0, LEAST_PART * smaller) {
        return None;
    }
    let left = partner.map(|taken| before.without(&taken.phrases));
    let open = origin.map(|taken| after.without(&taken.phrases));
    let shared = left.as_ref().unwrap_or(before).overlap(open.as_ref().unwrap_or(after));
    let part = shared / smaller;
    let (least, mass) = if both_paired { (LEAST_PART_OF_PAIRED, 2.0 * LEAST_MASS) } else { (LEAST_PART, LEAST_MASS) };
    // A unit of a few words is a share where nearly all of it is.
    let enough = shared >= mass || (part >= 0.7 && shared >= mass / 3.0);
    (enough && part >= least).then_some(part.min(1.0))
}

/// Tells whether `other` alone cites the counterparts of all that `at` cites: a penal clause that became an item of a
/// list keeps what it punishes, and often little else.
fn cites_alone(
    at: usize,
    other: usize,
    mine: &[Vec<usize>],
    theirs: &[Vec<usize>],
    partners: &[Option<usize>],
) -> bool {
    let cited = mine.get(at).map(Vec::as_slice).unwrap_or_default();
    let counterparts: Option<Vec<usize>> = cited.iter().map(|at| partners.get(*at).copied().flatten()).collect();
    let Some(counterparts) = counterparts.filter(|all| !all.is_empty()) else { return false };
    let cites_all = |cites: &Vec<usize>| counterparts.iter().all(|at| cites.contains(at));
    // A list cites more; a clause that cites the same is another clause about it.
    let is_list = |cites: &Vec<usize>| cites_all(cites) && cites.len() > cited.len() + 1;
    theirs.get(other).is_some_and(is_list) && theirs.iter().filter(|cites| cites_all(cites)).count() == 1
}

/// Tells whether a unit can be an item of the other: it is the shorter one, or cites so much that the list which cites
/// the same is no accident although it says it in fewer words.
fn shorter_or_cites_several(unit: &Features, list: &Features, cites: Option<&Vec<usize>>) -> bool {
    unit.words.mass < list.words.mass || cites.is_some_and(|cites| cites.len() > 1)
}

/// Tells whether a unit beside `at` is the partner of `other`.
fn beside(at: usize, other: usize, partners: &[Option<usize>]) -> bool {
    let partner = |at: Option<usize>| at.and_then(|at| partners.get(at).copied().flatten());
    partner(at.checked_sub(1)) == Some(other) || partner(at.checked_add(1)) == Some(other)
}

/// Returns the part of the shorter unit that stands in sentences of the longer one which the partner of that one does
/// not account for.
fn sentence_part(before: &Features, after: &Features, taken: &Features) -> f64 {
    let (small, large) = if before.words.mass < after.words.mass { (before, after) } else { (after, before) };
    if small.words.mass < LEAST_MASS / 3.0 || small.sentences.len() > MOST_SENTENCES {
        return 0.0;
    }
    if small.words.overlap(&large.words) < LEAST_SENTENCES_BESIDE * LEAST_SENTENCE * small.words.mass {
        return 0.0;
    }
    let (mut covered, mut all) = (0.0, 0.0);
    for sentence in &small.sentences {
        if let Some(likeness) = home_of(sentence, large, Some(taken)) {
            covered += sentence.mass * likeness;
        }
        all += sentence.mass;
    }
    covered / f64::max(all, f64::MIN_POSITIVE)
}

/// Keeps for each unit without a partner the best home, and others that are as good.
fn keep_best(found: Vec<Share>, to_new: &[Option<usize>], to_old: &[Option<usize>]) -> Vec<Share> {
    let best = |of: &dyn Fn(&Share) -> bool| {
        found.iter().filter(|share| of(share)).map(|share| share.part).fold(0.0, f64::max)
    };
    let keeps = |share: &&Share| {
        let homeless_old = to_new.get(share.old).copied().flatten().is_none();
        let homeless_new = to_old.get(share.new).copied().flatten().is_none();
        let of_old = !homeless_old || share.part >= 0.8 * best(&|other| other.old == share.old);
        let of_new = !homeless_new || share.part >= 0.8 * best(&|other| other.new == share.new);
        of_old && of_new
    };
    found.iter().filter(keeps).copied().collect()
}
