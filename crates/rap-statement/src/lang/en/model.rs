//! The model beside the rules: which verbs, nouns and adjectives are cues, whose they are, and what their content is.
//!
//! Enters: a sentence with its tags and verb groups, and what the rules found in it. Leaves: the attributions that
//! rules and model together hold for right, each with who found it. Every verb group is a place where an attribution
//! may be, known to the lexicon or not, and so is every noun and adjective of the lexicon. A linear model judges each
//! place by its words, its neighbours and the vote of the rules; where it accepts one, two rankings choose the source
//! and the content among those that the grammar allows.
//! The weights come from our own marked paragraphs alone ([`learn`](crate::learn)).

mod content;
pub(crate) mod learn;
mod place;
mod source;

use std::ops::Range;
use std::sync::LazyLock;

use super::attribution::{Find, Site};
use super::clause::Form;
use crate::found::{Finder, Manner};
use crate::weights::Weights;
use content::Content;
use place::{Place, PlaceKind};
use source::Source;

static WEIGHTS: LazyLock<Option<Weights<'static>>> =
    LazyLock::new(|| Weights::read(include_bytes!("../../../../../packs/models/attribution-en.bin")));

/// From which score on a place is one where the rules found nothing.
const ENOUGH: f32 = 1.5;
/// The same where the word is no cue in any list.
const ENOUGH_UNKNOWN: f32 = 2.0;
/// From which score on what the rules found stands. The paragraphs that the weights are fitted to are fewer than the
/// texts that the rules were made for, so the model must be sure to overrule them, here and below.
const VETO: f32 = -3.0;
/// How much better another content must be than that of the rules.
const CONTENT_OF_RULE: f32 = 3.0;
/// How much better another source must be than that of the rules.
const SOURCE_OF_RULE: f32 = 1.0;

/// The model at work, with the buffers it uses again.
#[derive(Debug, Default)]
pub(crate) struct Model {
    places: Vec<Place>,
    contents: Vec<Content>,
    sources: Vec<Source>,
}

impl Model {
    /// Judges a sentence anew: `finds` from `first` on are what the rules found in it.
    pub(crate) fn revise(&mut self, site: &Site<'_>, finds: &mut Vec<Find>, first: usize) {
        let Some(weights) = WEIGHTS.as_ref() else { return };
        let rules = finds.split_off(first.min(finds.len()));
        place::find_places(site, &rules, &mut self.places);
        let places = std::mem::take(&mut self.places);
        for place in &places {
            let least = match place.rule {
                Some(_) => VETO,
                None if place.frames != 0 => ENOUGH,
                None => ENOUGH_UNKNOWN,
            };
            if weights.score(|sum| place.describe(site, &rules, sum)) >= least {
                finds.extend(self.choose(site, place, &rules, weights).filter(|find| is_somebodys(site, place, find)));
            }
        }
        self.places = places;
        // What the rules found by constructions that are no places: turns.
        let placed = |index: usize| self.places.iter().any(|place| place.rule == Some(index));
        finds.extend(rules.iter().enumerate().filter(|(index, _)| !placed(*index)).map(|(_, find)| find.clone()));
    }

    /// Returns the attribution at a place, with the source and content that rank first.
    fn choose(&mut self, site: &Site<'_>, place: &Place, rules: &[Find], weights: &Weights<'_>) -> Option<Find> {
        let rule = place.rule.and_then(|index| rules.get(index));
        content::list(site, place, rule, &mut self.contents);
        let content = best(&self.contents, |content| {
            weights.score(|sum| content.describe(site, place, sum))
                + if content.of_rule { CONTENT_OF_RULE } else { 0.0 }
        })?;
        source::list(site, place, rule, &mut self.sources);
        let source = best(&self.sources, |source| {
            weights.score(|sum| source.describe(site, place, content, sum))
                + if source.of_rule { SOURCE_OF_RULE } else { 0.0 }
        })?;
        Some(find_of(place, content, source, rule))
    }
}

/// Tells whether a report is somebody's, or one of those that name nobody: "it was suggested that", "is expected to",
/// and the "Resolved that" of minutes, which opens its sentence. What "is known" is everybody's.
fn is_somebodys(site: &Site<'_>, place: &Place, find: &Find) -> bool {
    let verb = place.kind == PlaceKind::Verb;
    let passive = verb && (place.group.passive || place.group.form == Form::Participle);
    let known = matches!(site.clauses.word(place.group.main), "known" | "understood");
    !find.source.is_empty() || passive && !known || place.group.first == site.clauses.from
}

/// Returns the first of those with the highest score.
fn best<T>(list: &[T], mut score: impl FnMut(&T) -> f32) -> Option<&T> {
    let mut best: Option<(f32, &T)> = None;
    for one in list {
        let score = score(one);
        if best.is_none_or(|(least, _)| score > least) {
            best = Some((score, one));
        }
    }
    best.map(|(_, one)| one)
}

fn find_of(place: &Place, content: &Content, source: &Source, rule: Option<&Find>) -> Find {
    let same = rule.is_some_and(|rule| rule.content == content.pieces && rule.source == source.pieces());
    let finder = match rule {
        Some(_) if same => Finder::Both,
        _ => Finder::Model,
    };
    let cue = match rule.filter(|_| content.of_rule) {
        Some(rule) => rule.cue.clone(),
        None => place.group.first..content.cue_end.max(place.group.end),
    };
    let manner = rule.map_or(place.manner, |rule| rule.manner);
    Find { source: source.pieces(), cue, content: content.pieces.clone(), manner, finder }
}

/// Returns a small number for a length: 0 to 9.
fn bucket(length: usize) -> u32 {
    match length {
        0..=4 => u32::try_from(length).unwrap_or_default(),
        5..=6 => 5,
        7..=9 => 6,
        10..=15 => 7,
        16..=25 => 8,
        _ => 9,
    }
}

/// Returns a number for the stem of a word: its letters without the endings of verbs.
fn stem(word: &str) -> u32 {
    let lower = word.len() > 3;
    let bare = ["ing", "ied", "ies", "ed", "es", "s", "e", "y"]
        .iter()
        .filter(|_| lower)
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() > 1))
        .unwrap_or(word);
    crate::weights::word_number(bare)
}

/// Returns a number for the last three letters of a word.
fn ending(word: &str) -> u32 {
    let at = word.len().saturating_sub(3);
    crate::weights::word_number(word.get(at..).unwrap_or(word))
}

/// Tells asking cues by the frames of their words.
fn manner_of(frames: u32) -> Manner {
    use super::frame;
    if frames & frame::ASKS != 0 {
        Manner::Asked
    } else if frames & frame::TOPIC != 0 {
        Manner::Topic
    } else {
        Manner::Said
    }
}

/// Tells whether two ranges share a token.
fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests;
