//! Grounds: what two provisions have in common, and how much it weighs.

use std::collections::BTreeMap;

use super::quantity::quantities;
use super::terms::{Terms, stems};
use crate::Law;
use crate::compare::unit::Unit;
use rap_doc::Language;

/// Tells what sort of ground it is.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum GroundKind {
    /// Both define the term.
    Definition,
    /// Both use the term.
    Term,
    /// Both name the quantity.
    Quantity,
    /// Both use the word; only between acts in one language.
    Word,
}

impl GroundKind {
    /// Returns the word that rows use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Definition => "definition",
            Self::Term => "term",
            Self::Quantity => "quantity",
            Self::Word => "word",
        }
    }
}

/// Something that two provisions have in common.
#[derive(Clone, PartialEq, Debug)]
pub struct Ground {
    /// What sort it is.
    pub kind: GroundKind,
    /// What it is called: the usual name of a term, with the other language's behind a slash.
    pub name: String,
    /// How much of the score it makes up, from 0 to 1.
    pub weight: f64,
}

/// What can be in common.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Thing {
    Term(usize),
    Quantity(String),
    Word(String),
}

/// The matter of a provision: what it is about, each thing with its weight.
#[derive(Clone, Debug, Default)]
pub(super) struct Matter {
    things: BTreeMap<Thing, f64>,
    /// Terms that it defines.
    defined: Vec<usize>,
    length: f64,
    /// The weight of a term that no other unit of the act has.
    rarest: f64,
}

/// The weight of a term that every law has, beside one that is rare.
const COMMON: f64 = 0.15;

/// The weight of a word beside that of a term: words have other senses.
const WORD: f64 = 0.35;

/// The weight of a quantity beside that of a term; the same term of days is often chance.
const QUANTITY: f64 = 0.8;

/// How much more a term weighs in a heading, or where it is defined.
const HEADING: f64 = 2.2;

/// How many terms of the rarest sort make two thirds of what there is to know: one that both use twice.
const ENOUGH: f64 = 1.0;

/// Returns the matters of the units of an act.
pub(super) fn matters(law: &Law, units: &[Unit], terms: &Terms) -> Vec<Matter> {
    let text = law.doc.text();
    let is_english = law.doc.language() == Language::English;
    let mut counts: Vec<(BTreeMap<Thing, f64>, Vec<usize>)> = Vec::new();
    for unit in units {
        let stems = stems(text, &unit.tokens);
        let mut things: BTreeMap<Thing, f64> = BTreeMap::new();
        let mut defined = Vec::new();
        for found in terms.find(&stems) {
            let common = terms.term(found.term).is_some_and(|term| term.is_common);
            let defines = !common && is_defined(&stems, found.first, found.end);
            if defines {
                defined.push(found.term);
            }
            let factor = if found.first < unit.heading || defines { HEADING } else { 1.0 };
            *things.entry(Thing::Term(found.term)).or_default() += if common { COMMON * factor } else { factor };
        }
        for (_, quantity) in quantities(&stems) {
            *things.entry(Thing::Quantity(quantity)).or_default() += QUANTITY;
        }
        if is_english {
            for stem in stems.iter().filter(|stem| stem.len() > 4 && stem.chars().all(char::is_alphabetic)) {
                *things.entry(Thing::Word(stem.clone())).or_default() += WORD;
            }
        }
        defined.sort_unstable();
        defined.dedup();
        counts.push((things, defined));
    }
    weighed(counts)
}

/// Weighs each thing by how few units have it, and dampens repetition.
fn weighed(counts: Vec<(BTreeMap<Thing, f64>, Vec<usize>)>) -> Vec<Matter> {
    let mut spread: BTreeMap<Thing, usize> = BTreeMap::new();
    for thing in counts.iter().flat_map(|(things, _)| things.keys()) {
        *spread.entry(thing.clone()).or_default() += 1;
    }
    let all = counts.len().max(1) as f64;
    let matter = |(things, defined): (BTreeMap<Thing, f64>, Vec<usize>)| {
        let things: BTreeMap<Thing, f64> = things
            .into_iter()
            .map(|(thing, count)| {
                let rarity = (1.0 + all / spread.get(&thing).copied().unwrap_or(1) as f64).ln();
                let damped = if count > 1.0 { 1.0 + count.ln() } else { count };
                (thing, rarity * damped)
            })
            .collect();
        let length = things.values().map(|weight| weight * weight).sum::<f64>().sqrt();
        Matter { things, defined, length, rarest: (1.0 + all).ln() }
    };
    counts.into_iter().map(matter).collect()
}

/// Tells whether "means" or 是指 stands right behind a term, with no more than a quotation mark or a few words between.
fn is_defined(stems: &[String], first: usize, end: usize) -> bool {
    let behind = stems.get(end..(end + 3).min(stems.len())).unwrap_or_default();
    let quoted = first.checked_sub(1).and_then(|at| stems.get(at)).is_some_and(|mark| mark == "'");
    let means = behind.iter().any(|stem| stem == "mean" || stem == "means");
    let chinese = behind.windows(2).any(|pair| matches!(pair, [a, b] if a == "是" && b == "指"));
    chinese || means && (quoted || behind.first().is_some_and(|stem| stem == "mean" || stem == "means"))
}

impl Matter {
    /// Returns how much of the matter of two provisions is the same: 1 for all of it, and little where there is
    /// little to tell by.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        // Words are of one language; between two they are no part of the lengths either.
        let (mut sum, mut shared, mut strong) = (0.0, 0.0, 0);
        for (thing, mine) in &self.things {
            if let Some(theirs) = other.things.get(thing) {
                sum += mine * theirs;
                shared += mine.min(*theirs);
                strong += usize::from(!matches!(thing, Thing::Word(_)) && *mine > 1.0);
            }
        }
        let lengths = self.length_beside(other) * other.length_beside(self);
        if lengths <= 0.0 || strong == 0 {
            return 0.0;
        }
        let enough = 1.0 - (-shared / (ENOUGH * (self.rarest + other.rarest) / 2.0)).exp();
        (sum / lengths).min(1.0) * enough
    }

    fn has_words(&self) -> bool {
        self.things.keys().any(|thing| matches!(thing, Thing::Word(_)))
    }

    fn length_beside(&self, other: &Self) -> f64 {
        if self.has_words() == other.has_words() {
            return self.length;
        }
        let terms = self.things.iter().filter(|(thing, _)| !matches!(thing, Thing::Word(_)));
        terms.map(|(_, weight)| weight * weight).sum::<f64>().sqrt()
    }
}

/// How many grounds are told of a pair.
const MOST: usize = 8;

/// Returns what two matters have in common, the weightiest first.
pub(super) fn grounds(left: &Matter, right: &Matter, terms: &Terms) -> Vec<Ground> {
    let common = left.things.iter().filter_map(|(thing, mine)| Some((thing, mine * right.things.get(thing)?)));
    let mut common: Vec<(&Thing, f64)> = common.collect();
    let all: f64 = common.iter().map(|(_, weight)| weight).sum();
    common.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    let ground = |(thing, weight): (&Thing, f64)| {
        let (kind, name) = match thing {
            Thing::Term(index) => {
                let term = terms.term(*index)?;
                if term.is_common {
                    return None;
                }
                let both = left.defined.contains(index) && right.defined.contains(index);
                let kind = if both { GroundKind::Definition } else { GroundKind::Term };
                (kind, format!("{} / {}", term.english.first()?, term.chinese.first()?))
            }
            Thing::Quantity(quantity) => (GroundKind::Quantity, quantity.clone()),
            Thing::Word(word) => (GroundKind::Word, word.clone()),
        };
        Some(Ground { kind, name, weight: weight / all.max(f64::MIN_POSITIVE) })
    };
    common.into_iter().filter_map(ground).take(MOST).collect()
}
