//! Features: what of a unit tells it from others, as weighted bags.
//!
//! The tokens of the units of two acts enter; for each unit leave two bags: its words (pairs of characters in
//! Chinese) and its phrases (three words, four characters). What is rare in both acts weighs more, so that
//! "shall" joins nothing and "emission factor" does. Numbers weigh nothing: they change when a law is renumbered.

use rustc_hash::FxHashMap;

use super::unit::Unit;
use crate::compare::fold::{fold_into, is_ideograph};

/// Features by number, in rising order, each with its weight.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bag {
    pub(crate) features: Vec<(u32, f64)>,
    /// The sum of the weights.
    pub(crate) mass: f64,
    /// The length of the bag as a vector.
    pub(crate) length: f64,
}

impl Bag {
    /// Returns how alike two bags are: 1 for equal ones, 0 where nothing is shared.
    pub(crate) fn cosine(&self, other: &Self) -> f64 {
        let mut sum = 0.0;
        self.shared(other, |_, mine, theirs| sum += mine * theirs);
        let lengths = self.length * other.length;
        if lengths > 0.0 { (sum / lengths).min(1.0) } else { 0.0 }
    }

    /// Returns the weight of what both hold.
    pub(crate) fn overlap(&self, other: &Self) -> f64 {
        let mut sum = 0.0;
        self.shared(other, |_, mine, theirs| sum += mine.min(theirs));
        sum
    }

    /// Returns what of this bag neither of `others` holds.
    pub(crate) fn without(&self, other: &Self) -> Self {
        let mut features = self.features.clone();
        let mut rest = features.iter_mut().peekable();
        self.shared(other, |feature, mine, theirs| {
            while let Some((number, weight)) = rest.next_if(|(number, _)| *number <= feature) {
                if *number == feature {
                    *weight = (mine - theirs).max(0.0);
                }
            }
        });
        features.retain(|(_, weight)| *weight > 0.0);
        Self::of(features)
    }

    fn of(features: Vec<(u32, f64)>) -> Self {
        let mass = features.iter().map(|(_, weight)| weight).sum();
        let length = features.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
        Self { features, mass, length }
    }

    fn shared(&self, other: &Self, mut each: impl FnMut(u32, f64, f64)) {
        let (mut left, mut right) = (self.features.iter().peekable(), other.features.iter().peekable());
        while let (Some((a, mine)), Some((b, theirs))) = (left.peek(), right.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => drop(left.next()),
                std::cmp::Ordering::Greater => drop(right.next()),
                std::cmp::Ordering::Equal => {
                    each(*a, *mine, *theirs);
                    left.next();
                    right.next();
                }
            }
        }
    }
}

/// The bags of a unit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Features {
    pub(crate) words: Bag,
    pub(crate) phrases: Bag,
    pub(crate) heading: Bag,
    /// The words of each sentence or item, where the unit has more than one.
    pub(crate) sentences: Vec<Bag>,
}

/// Counts of features of a unit, before they are weighed.
#[derive(Default)]
struct Counts {
    words: Vec<(u32, u32)>,
    phrases: Vec<(u32, u32)>,
    heading: Vec<(u32, u32)>,
    sentences: Vec<Vec<(u32, u32)>>,
}

/// Returns the features of the units of both acts; `text` is the document of each.
pub(crate) fn features(old: (&str, &[Unit]), new: (&str, &[Unit])) -> (Vec<Features>, Vec<Features>) {
    let mut numbers = Numbers::default();
    let old_counts: Vec<Counts> = old.1.iter().map(|unit| numbers.count(old.0, unit)).collect();
    let new_counts: Vec<Counts> = new.1.iter().map(|unit| numbers.count(new.0, unit)).collect();
    // What stands in many units of either act tells little: the act that uses it more decides.
    let mut spread = vec![(0_u32, 0_u32); numbers.numbers.len()];
    for counts in &old_counts {
        each_feature(counts, |feature| {
            if let Some(spread) = spread.get_mut(feature) {
                spread.0 += 1
            }
        });
    }
    for counts in &new_counts {
        each_feature(counts, |feature| {
            if let Some(spread) = spread.get_mut(feature) {
                spread.1 += 1
            }
        });
    }
    let all = old.1.len().max(new.1.len()) as f64;
    let rarity: Vec<f64> =
        spread.iter().map(|(old, new)| (1.0 + all / f64::from((*old).max(*new).max(1))).ln()).collect();
    let weigh = |counts: Vec<Counts>| counts.into_iter().map(|counts| weighed(counts, &rarity)).collect();
    (weigh(old_counts), weigh(new_counts))
}

fn each_feature(counts: &Counts, mut each: impl FnMut(usize)) {
    counts.words.iter().chain(&counts.phrases).for_each(|(feature, _)| each(*feature as usize));
}

fn weighed(counts: Counts, rarity: &[f64]) -> Features {
    let bag = |counts: Vec<(u32, u32)>| {
        let weight = |(feature, count): (u32, u32)| {
            let rarity = rarity.get(feature as usize).copied().unwrap_or(1.0);
            (feature, rarity * (1.0 + f64::from(count).ln()))
        };
        Bag::of(counts.into_iter().map(weight).collect())
    };
    Features {
        words: bag(counts.words),
        phrases: bag(counts.phrases),
        heading: bag(counts.heading),
        sentences: counts.sentences.into_iter().map(bag).collect(),
    }
}

/// Numbers the features of two acts.
#[derive(Default)]
struct Numbers {
    numbers: FxHashMap<[u32; 4], u32>,
    stems: FxHashMap<String, u32>,
    /// The stem of each key of a token that was seen; 0 is not yet known, 1 is a number or a mark.
    of_key: FxHashMap<u32, Stem>,
    scratch: String,
}

/// What a token counts as.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Stem {
    /// A mark: it ends a phrase of Chinese and is nothing in English.
    Mark,
    /// A number, a letter of a point: nothing, but no end of a phrase.
    Label,
    Word(u32),
    Character(u32),
}

impl Numbers {
    fn count(&mut self, text: &str, unit: &Unit) -> Counts {
        let stems: Vec<Stem> =
            unit.tokens.iter().map(|token| self.stem(token.key, token.is_word, token.span.of(text))).collect();
        let heading = stems.get(..unit.heading).unwrap_or_default();
        let (mut words, mut phrases, mut of_heading) = (Vec::new(), Vec::new(), Vec::new());
        self.words(&stems, &mut words);
        self.phrases(&stems, &mut phrases);
        self.words(heading, &mut of_heading);
        Counts {
            words: counted(words),
            phrases: counted(phrases),
            heading: counted(of_heading),
            sentences: self.sentences(text, unit, &stems),
        }
    }

    fn sentences(&mut self, text: &str, unit: &Unit, stems: &[Stem]) -> Vec<Vec<(u32, u32)>> {
        let mut sentences = Vec::new();
        let mut from = 0;
        for (at, token) in unit.tokens.iter().enumerate() {
            let ends = !token.is_word && ends_sentence(token.span.of(text)) || at + 1 == unit.tokens.len();
            if ends {
                let mut words = Vec::new();
                self.words(stems.get(from..=at).unwrap_or_default(), &mut words);
                from = at + 1;
                if !words.is_empty() {
                    sentences.push(counted(words));
                }
            }
        }
        sentences
    }

    fn stem(&mut self, key: u32, is_word: bool, words: &str) -> Stem {
        if !is_word {
            return Stem::Mark;
        }
        if let Some(stem) = self.of_key.get(&key) {
            return *stem;
        }
        let stem = self.new_stem(words.trim_end());
        self.of_key.insert(key, stem);
        stem
    }

    fn new_stem(&mut self, words: &str) -> Stem {
        self.scratch.clear();
        words.chars().flat_map(char::to_lowercase).for_each(|c| fold_into(c, &mut self.scratch));
        let first = self.scratch.chars().next();
        let is_character = first.is_some_and(is_ideograph);
        let is_label = self.scratch.len() < 2 || self.scratch.chars().all(|c| c.is_ascii_digit() || "ivx".contains(c));
        if !is_character && is_label {
            return Stem::Label;
        }
        // A plural is the same word; the languages of Europe mostly agree in this.
        if self.scratch.len() > 3 && self.scratch.ends_with('s') && !self.scratch.ends_with("ss") {
            self.scratch.pop();
        }
        let next = u32::try_from(self.stems.len() + 1).unwrap_or(u32::MAX);
        let number = *self.stems.entry(self.scratch.clone()).or_insert(next);
        if is_character { Stem::Character(number) } else { Stem::Word(number) }
    }

    /// Appends each word, and each pair of neighbouring characters.
    fn words(&mut self, stems: &[Stem], found: &mut Vec<u32>) {
        let mut before = None;
        for stem in stems {
            match *stem {
                Stem::Word(word) => found.push(self.number([word, 0, 0, 0])),
                Stem::Character(character) => {
                    if let Some(before) = before {
                        found.push(self.number([before, character, 0, 0]));
                    }
                }
                Stem::Mark | Stem::Label => {}
            }
            before = if let Stem::Character(character) = *stem { Some(character) } else { None };
        }
    }

    /// Appends each run of three words and of four characters; what is too short for one has one of its own.
    fn phrases(&mut self, stems: &[Stem], found: &mut Vec<u32>) {
        let (mut words, mut characters) = (Vec::new(), Vec::new());
        for stem in stems {
            match *stem {
                Stem::Word(word) => words.push(word),
                Stem::Character(character) => characters.push(character),
                Stem::Mark => self.runs(&mut characters, 4, found),
                Stem::Label => {}
            }
        }
        self.runs(&mut characters, 4, found);
        self.runs(&mut words, 3, found);
    }

    fn runs(&mut self, parts: &mut Vec<u32>, length: usize, found: &mut Vec<u32>) {
        for run in parts.windows(length) {
            // The length keeps runs of characters and of words apart.
            let at = |place: usize| run.get(place).copied().unwrap_or(u32::MAX);
            found.push(self.number([at(0), at(1), at(2), at(3)]));
        }
        parts.clear();
    }

    fn number(&mut self, feature: [u32; 4]) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(feature).or_insert(next)
    }
}

fn ends_sentence(mark: &str) -> bool {
    mark.starts_with(['.', ';', ':', '。', '；', '：'])
}

fn counted(mut found: Vec<u32>) -> Vec<(u32, u32)> {
    found.sort_unstable();
    let mut counts: Vec<(u32, u32)> = Vec::new();
    for feature in found {
        match counts.last_mut() {
            Some((last, count)) if *last == feature => *count += 1,
            _ => counts.push((feature, 1)),
        }
    }
    counts
}
