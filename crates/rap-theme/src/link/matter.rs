//! Matter: which provision a demand speaks of, by its words and by the concepts of the codebook.
//!
//! Each term weighs the more the fewer provisions have it (inverse document frequency). A provision's score is the
//! part of the weight of the demand that it has too: 1 where it has every word that the demand has.

use std::collections::BTreeMap;

use rap_doc::Span;
use rap_law::{Law, Terms};
use rustc_hash::FxHashMap;

use super::Evidence;
use super::target::Target;
use super::tokens::{terms, tokens};
use crate::Tagger;

/// What a term of a heading counts beside one of the text: the heading says what the provision is about.
const HEADING: f32 = 1.6;

/// What a concept counts beside a word. It is a judgement of the codebook's author, and the only bridge between
/// languages.
const CONCEPT: f32 = 1.5;

/// What a term that the law does not have counts beside one that it has: it says that the demand is about something
/// else, or only that it is worded otherwise.
const UNKNOWN: f32 = 0.5;

/// The least score of a tie, and the least weight of what is shared, in terms that only one provision has: two such
/// words do, one of the heading, or one concept.
const LEAST: f32 = 0.3;
const LEAST_WEIGHT: f32 = 1.4;

/// The least score where all that is shared is one word: it must be half of what the demand says.
const LEAST_OF_ONE_WORD: f32 = 0.5;

/// The least score across languages, where terms and concepts speak alone and are wider than words.
const LEAST_OF_TERMS: f32 = 0.4;

/// The most that likeness of matter can reach: words that quote or cite are surer.
const MOST: f32 = 0.8;

/// How near a score must come to the best to be shown beside it.
const CLOSE: f32 = 0.75;

/// How many provisions are kept beside the best.
const MOST_CLOSE: usize = 4;

/// How many words of evidence are shown.
const MOST_EVIDENCE: usize = 6;

/// The terms of each provision of a law.
#[derive(Debug)]
pub(super) struct Matter<'l> {
    tagger: &'l Tagger,
    lexicon: Terms,
    /// Where each term stands: the target, what it counts there, and its words in the law.
    terms: FxHashMap<Key, Vec<Place>>,
    targets: usize,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Key {
    Word(String),
    Concept(usize),
    /// A legal term that both languages have, by its index in the lexicon.
    Term(usize),
}

#[derive(Copy, Clone, Debug)]
struct Place {
    target: usize,
    counts: f32,
    law: Span,
}

/// A target that shares terms with a demand.
#[derive(Clone, Debug)]
pub(super) struct Near {
    pub(super) target: usize,
    pub(super) score: f32,
    weight: f32,
    shared: Vec<(f32, Evidence)>,
    /// Whether a concept is among what is shared.
    concept: bool,
    /// Whether the demand is of another language than the law.
    foreign: bool,
}

impl Near {
    fn of(target: usize) -> Self {
        Self { target, score: 0.0, weight: 0.0, shared: Vec::new(), concept: false, foreign: false }
    }

    /// Returns it with its evidence in order and its weight told.
    fn settled(mut self) -> Self {
        self.score = self.score.min(MOST);
        self.shared.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        // The same words may be a term and earn a concept too: they tie once.
        let mut told: Vec<Span> = Vec::new();
        self.shared.retain(|(_, evidence)| {
            let new = !told.iter().any(|span| span.overlaps(evidence.words));
            told.extend(new.then_some(evidence.words));
            new
        });
        self.weight = self.shared.iter().map(|(weight, _)| weight).sum();
        self
    }

    /// Returns the words that the two share, the most telling first.
    pub(super) fn evidence(&self) -> Vec<Evidence> {
        self.shared.iter().take(MOST_EVIDENCE).map(|(_, evidence)| *evidence).collect()
    }

    /// Tells whether this is enough to tie a demand to the provision.
    pub(super) fn is_tie(&self) -> bool {
        let least = if self.foreign {
            LEAST_OF_TERMS
        } else if self.shared.len() > 1 || self.concept {
            LEAST
        } else {
            LEAST_OF_ONE_WORD
        };
        self.score >= least && self.weight >= LEAST_WEIGHT
    }

    /// Tells whether a reader should see this one beside the best.
    pub(super) fn is_close_to(&self, best: &Self) -> bool {
        self.score >= CLOSE * best.score
    }
}

impl<'l> Matter<'l> {
    pub(super) fn of(law: &Law, targets: &[Target], tagger: &'l Tagger) -> Self {
        let lexicon = Terms::built_in();
        let mut matter = Self { tagger, lexicon, terms: FxHashMap::default(), targets: targets.len() };
        let text = law.doc.text();
        for (index, target) in targets.iter().enumerate() {
            for heading in &target.headings {
                matter.add(text, *heading, index, HEADING);
            }
            matter.add(text, target.span, index, 1.0);
        }
        matter
    }

    /// Adds the terms of `text` at `span`, each once a target, with what it counts for most.
    fn add(&mut self, text: &str, span: Span, target: usize, counts: f32) {
        for (key, law) in self.keys(text, span) {
            let places = self.terms.entry(key).or_default();
            if places.last().is_none_or(|place| place.target != target) {
                places.push(Place { target, counts, law });
            }
        }
    }

    /// Returns the targets that share most with the words of `text` at these spans, the best first; each span with
    /// what a full agreement with it counts.
    pub(super) fn closest(&self, text: &str, spans: &[(Span, f32)]) -> Vec<Near> {
        let mut nears: BTreeMap<usize, Near> = BTreeMap::new();
        let mut seen: Vec<Key> = Vec::new();
        for (span, share) in spans {
            self.add_shared(text, *span, *share, &mut seen, &mut nears);
        }
        let mut nears: Vec<Near> = nears.into_values().map(Near::settled).collect();
        nears.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.target.cmp(&other.target)));
        nears.truncate(1 + MOST_CLOSE);
        nears
    }

    /// Adds what each target shares with the words at one span that were not seen before.
    fn add_shared(&self, text: &str, span: Span, share: f32, seen: &mut Vec<Key>, nears: &mut BTreeMap<usize, Near>) {
        let most = (1.0 + self.targets as f32).ln();
        let mut demand = Demand::default();
        let mut here: BTreeMap<usize, (f32, f32)> = BTreeMap::new();
        let keys = self.keys(text, span);
        let foreign = self.is_foreign(&keys);
        for (key, words) in keys {
            // Between texts of one language the words themselves say what a lexicon of terms could.
            if seen.contains(&key) || matches!(key, Key::Term(_)) && !foreign {
                continue;
            }
            let places = self.terms.get(&key).map_or(&[][..], Vec::as_slice);
            let is_concept = matches!(key, Key::Concept(_) | Key::Term(_));
            // 1 for a term of one provision alone, less for one of many.
            let rarity = (1.0 + self.targets as f32 / (places.len().max(1) as f32)).ln() / most;
            let weight = if is_concept { CONCEPT * rarity } else { rarity };
            demand.take(is_concept, !places.is_empty(), weight);
            for place in places {
                let (plain, lifted) = here.entry(place.target).or_default();
                *plain += weight;
                *lifted += weight * place.counts;
                let near = nears.entry(place.target).or_insert_with(|| Near::of(place.target));
                near.concept |= is_concept;
                near.foreign |= foreign;
                near.shared.push((share * weight * place.counts, Evidence { words, law: Some(place.law) }));
            }
            seen.push(key);
        }
        let total = demand.total();
        for (target, (plain, lifted)) in here {
            let near = nears.entry(target).or_insert_with(|| Near::of(target));
            // A heading lifts a provision beside others, and a share of the demand's weight stays a share.
            near.score += share * (plain * lifted).sqrt() / total;
        }
    }

    /// Tells whether the law is in another language than these words: one in five or fewer of them stands in it.
    fn is_foreign(&self, keys: &[(Key, Span)]) -> bool {
        let words = || keys.iter().filter(|(key, _)| matches!(key, Key::Word(_)));
        let known = words().filter(|(key, _)| self.terms.contains_key(key)).count();
        known * FOREIGN <= words().count()
    }

    /// Returns the words, concepts and legal terms of `text` at `span`, with their places.
    fn keys(&self, text: &str, span: Span) -> Vec<(Key, Span)> {
        let words = terms(&tokens(text, span)).into_iter().map(|(word, at)| (Key::Word(word), at));
        let findings = self.tagger.reader(text).findings(&[span]);
        let concepts =
            findings.iter().filter_map(|finding| Some((Key::Concept(finding.concept), *finding.words.first()?)));
        let legal = self.lexicon.places(text, span).into_iter().map(|(term, at)| (Key::Term(term), at));
        words.chain(concepts).chain(legal).collect()
    }
}

/// A text is of another language than the law where the law has less than this share of its words.
const FOREIGN: usize = 5;

/// Where what is known of the words weighs less than this part of what is not, they are of another language.
const FEW_KNOWN: f32 = 4.0;

/// What a demand weighs.
#[derive(Default)]
struct Demand {
    concepts: f32,
    known: f32,
    unknown: f32,
}

impl Demand {
    fn take(&mut self, is_concept: bool, is_known: bool, weight: f32) {
        match (is_concept, is_known) {
            (true, true) => self.concepts += weight,
            (true, false) => self.concepts += UNKNOWN * weight,
            (false, true) => self.known += weight,
            (false, false) => self.unknown += UNKNOWN * weight,
        }
    }

    /// Words of which the law has none are of another language: then the concepts speak alone.
    fn total(&self) -> f32 {
        // A few words of another language are names that both have.
        let words = if self.known > self.unknown / FEW_KNOWN { self.known + self.unknown } else { 0.0 };
        (self.concepts + words).max(f32::MIN_POSITIVE)
    }
}
