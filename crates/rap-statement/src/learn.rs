//! Learning the weights of the models from marked paragraphs: what `cargo xtask train` runs.
//!
//! Enters: paragraphs with marked attributions. Leaves: the bytes of a table of weights, the same on every machine for
//! the same paragraphs in the same order. Places are fitted by logistic regression, rankings by a softmax over their
//! options, both by AdaGrad over one table; a cross-validation says what to expect of them.
//! Absent on purpose: files, and any other text than what is handed in.

use std::ops::Range;

mod acts;

pub use acts::learn_acts;

use rap_doc::{Doc, Language, SourceId};

use crate::SourceKind;

use crate::lang::{en, zh};
use crate::weights::{TABLE, to_bytes};

/// A marked attribution, in bytes of its paragraph.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Marked {
    /// The pieces of the source.
    pub source: Vec<Range<usize>>,
    /// The pieces of the cue.
    pub cue: Vec<Range<usize>>,
    /// The pieces of the content.
    pub content: Vec<Range<usize>>,
    /// Whether it asks for something.
    pub demand: bool,
    /// Whether only the title or subject of a speech is given.
    pub topic: bool,
}

/// A paragraph to learn from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lesson {
    /// The words.
    pub text: String,
    /// All that is attributed in them.
    pub marked: Vec<Marked>,
    /// The kind of paper that it is from, where it is told.
    pub kind: Option<SourceKind>,
    /// Whether every demand is marked as one.
    pub acts_marked: bool,
}

/// What was learned, with figures of the learning itself.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Learned {
    /// The table of weights.
    pub bytes: Vec<u8>,
    /// Figures to print, one a line.
    pub notes: Vec<String>,
}

/// Options of which one is right.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    pub(crate) options: Vec<Vec<u32>>,
    pub(crate) right: usize,
}

/// What one paragraph teaches.
#[derive(Debug, Default)]
pub(crate) struct Noted {
    /// The features of each place, and whether it is a cue.
    pub(crate) places: Vec<(Vec<u32>, bool)>,
    pub(crate) rankings: Vec<Decision>,
    /// Marked attributions with a cue that some place holds, and those of them whose content it can give.
    pub(crate) reached: [usize; 2],
}

/// How often all paragraphs are gone through; more brings nothing in cross-validation.
const ROUNDS: usize = 12;
/// After how many of them weights begin to count.
const WARM_ROUNDS: usize = 5;
/// What the orders of the paragraphs begin from; any numbers.
const SEEDS: [u64; 3] = [0x2545_F491_4F6C_DD1D, 0x9E37_79B9_7F4A_7C15, 0xD1B5_4A32_D192_ED03];
/// The rate of AdaGrad; from experience.
const RATE: f32 = 0.15;
/// How strongly weights are drawn to zero.
const DECAY: f32 = 1e-4;
/// Parts of the cross-validation.
const FOLDS: usize = 5;

/// Fits the weights of the model of a language; those of a language that has none are English.
#[must_use]
pub fn learn(lessons: &[Lesson], language: Language) -> Learned {
    let mut notes = Vec::new();
    let mut reached = [0; 2];
    let mut taught = Vec::with_capacity(lessons.len());
    for lesson in lessons {
        let doc = Doc::of_plain_text(SourceId::of(lesson.text.as_bytes()), lesson.text.clone());
        let noted = match language {
            Language::Chinese => zh::observe(&doc, &lesson.marked),
            Language::English | Language::Other => en::observe(&doc, &lesson.marked),
        };
        for (sum, count) in reached.iter_mut().zip(noted.reached) {
            *sum += count;
        }
        taught.push(noted);
    }
    let marked: usize = lessons.iter().map(|lesson| lesson.marked.len()).sum();
    notes.push(format!("{} paragraphs, {marked} marked attributions", lessons.len()));
    notes.push(format!("{} have a cue that is a place, {} a content that it can give", reached[0], reached[1]));
    notes.push(validate(&taught));
    let all: Vec<&Noted> = taught.iter().collect();
    let weights = fit(&all);
    let used = weights.iter().filter(|weight| **weight != 0.0).count();
    notes.push(format!("{used} weights"));
    Learned { bytes: to_bytes(&weights), notes }
}

/// Says how well places and rankings come out in parts that were not fitted to: the best F1 of places and its threshold.
fn validate(taught: &[Noted]) -> String {
    let mut scored: Vec<(f32, bool)> = Vec::new();
    let (mut right, mut ranked) = (0, 0);
    for fold in 0..FOLDS {
        let part = |wanted: bool| {
            let inside = move |index: usize| (index % FOLDS == fold) == wanted;
            taught.iter().enumerate().filter(move |(index, _)| inside(*index)).map(|(_, one)| one)
        };
        let training: Vec<&Noted> = part(false).collect();
        let weights = fit(&training);
        for one in part(true) {
            scored.extend(one.places.iter().map(|(features, label)| (sum(&weights, features), *label)));
            for decision in &one.rankings {
                ranked += 1;
                right += usize::from(first(&weights, decision) == decision.right);
            }
        }
    }
    scored.sort_by(|one, other| other.0.total_cmp(&one.0));
    let positives = scored.iter().filter(|(_, label)| *label).count();
    let (mut hits, mut best) = (0, (0.0, 0.0_f32));
    for (index, (score, label)) in scored.iter().enumerate() {
        hits += usize::from(*label);
        let f1 = 2.0 * hits as f64 / (index + 1 + positives).max(1) as f64;
        if f1 > best.0 {
            best = (f1, *score);
        }
    }
    format!("in {FOLDS} parts: places F1 {:.3} from {:.2} on, {right} of {ranked} rankings right", best.0, best.1)
}

/// Fits one table to what is taught: the mean of the weights after each of the later rounds, over several orders of the
/// paragraphs, so that neither the order nor the last paragraph weighs more than the rest.
fn fit(taught: &[&Noted]) -> Vec<f32> {
    let mut mean = vec![0.0_f32; TABLE];
    for seed in SEEDS {
        add_fit(taught, seed, &mut mean);
    }
    mean.iter_mut().for_each(|weight| *weight /= (SEEDS.len() * (ROUNDS - WARM_ROUNDS)) as f32);
    mean
}

/// Goes through the paragraphs in orders of one seed and adds the weights after each later round to `sums`.
fn add_fit(taught: &[&Noted], mut seed: u64, sums: &mut [f32]) {
    let mut table = Fitting { weights: vec![0.0; TABLE], squares: vec![1e-6; TABLE] };
    let mut order: Vec<usize> = (0..taught.len()).collect();
    for round in 0..ROUNDS {
        shuffle(&mut order, &mut seed);
        for one in order.iter().filter_map(|index| taught.get(*index)) {
            for (features, label) in &one.places {
                let error = logistic(sum(&table.weights, features)) - f32::from(u8::from(*label));
                table.step(features, error);
            }
            for decision in &one.rankings {
                table.rank(decision);
            }
        }
        if round >= WARM_ROUNDS {
            sums.iter_mut().zip(&table.weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
}

struct Fitting {
    weights: Vec<f32>,
    squares: Vec<f32>,
}

impl Fitting {
    fn step(&mut self, features: &[u32], error: f32) {
        for feature in features {
            let at = *feature as usize;
            let (Some(weight), Some(square)) = (self.weights.get_mut(at), self.squares.get_mut(at)) else { continue };
            let slope = error + DECAY * *weight;
            *square += slope * slope;
            *weight -= RATE * slope / square.sqrt();
        }
    }

    fn rank(&mut self, decision: &Decision) {
        let scores: Vec<f32> = decision.options.iter().map(|option| sum(&self.weights, option)).collect();
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let powers: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
        let total: f32 = powers.iter().sum();
        for (index, (option, power)) in decision.options.iter().zip(&powers).enumerate() {
            let error = power / total - f32::from(u8::from(index == decision.right));
            if error.abs() > 1e-3 {
                self.step(option, error);
            }
        }
    }
}

fn sum(weights: &[f32], features: &[u32]) -> f32 {
    features.iter().filter_map(|feature| weights.get(*feature as usize)).sum()
}

fn first(weights: &[f32], decision: &Decision) -> usize {
    let mut best = (0, f32::MIN);
    for (index, option) in decision.options.iter().enumerate() {
        let score = sum(weights, option);
        if score > best.1 {
            best = (index, score);
        }
    }
    best.0
}

fn logistic(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

/// Puts a list in another order, the same one for the same seed.
fn shuffle(order: &mut [usize], seed: &mut u64) {
    for at in (1..order.len()).rev() {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        #[expect(clippy::cast_possible_truncation, reason = "smaller than the length of the list")]
        order.swap(at, (*seed % (at as u64 + 1)) as usize);
    }
}

/// Returns the Jaccard overlap of two lists of ranges.
pub(crate) fn overlap(one: &[Range<usize>], other: &[Range<usize>]) -> f64 {
    let length = |ranges: &[Range<usize>]| ranges.iter().map(Range::len).sum::<usize>();
    let common: usize =
        one.iter().flat_map(|a| other.iter().map(|b| a.end.min(b.end).saturating_sub(a.start.max(b.start)))).sum();
    common as f64 / (length(one) + length(other) - common).max(1) as f64
}

/// Returns the place of the first of the largest values.
pub(crate) fn largest(values: &[f64]) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for (index, value) in values.iter().enumerate() {
        if best.is_none_or(|(_, most)| *value > most) {
            best = Some((index, *value));
        }
    }
    best.map(|(index, _)| index)
}

#[cfg(test)]
mod tests;
