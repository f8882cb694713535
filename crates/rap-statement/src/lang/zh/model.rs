//! The model beside the rules: which words are cues, whose they are, and what their content is.
//!
//! Enters: a window with its phrases, and the drafts of the rules. Leaves: the drafts that rules and model together hold
//! for right, each with who found it. Every cue of the lists and every verb is a place where an attribution may be; a
//! linear model judges each by its words and neighbours and by the vote of the rules, and two rankings choose source
//! and content among what the marks and phrases of the sentence allow. What is absent is as in English: any other text
//! than our own marked paragraphs.

mod choice;
pub(super) mod learn;
mod place;

use std::ops::Range;
use std::sync::LazyLock;

use super::class::Class;
use super::draft::Draft;
use super::window::Window;
use crate::found::{Finder, Manner};
use crate::weights::Weights;
use choice::{Content, Source};
use place::Place;

static WEIGHTS: LazyLock<Option<Weights<'static>>> =
    LazyLock::new(|| Weights::read(include_bytes!("../../../../../packs/models/attribution-zh.bin")));

/// From which score on a place is one where the rules found nothing.
const ENOUGH: f32 = 0.5;
/// From which score on what the rules found stands; the model must be sure to overrule them, here and below.
const VETO: f32 = -1.5;
/// How much better another content must be than that of the rules.
const CONTENT_OF_RULE: f32 = 1.0;
/// How much better another source must be than that of the rules.
const SOURCE_OF_RULE: f32 = 1.0;

/// The model at work, with the buffers it uses again.
#[derive(Debug, Default)]
pub(super) struct Model {
    places: Vec<Place>,
}

impl Model {
    /// Judges a window anew: `drafts` are what the rules found in it.
    pub(super) fn revise(&mut self, window: &Window<'_>, drafts: Vec<Draft>) -> Vec<Draft> {
        let Some(weights) = WEIGHTS.as_ref() else { return drafts };
        let mut places = std::mem::take(&mut self.places);
        place::find_places(window, &drafts, &mut places);
        let mut placed = vec![false; drafts.len()];
        for index in places.iter().filter_map(|place| place.rule) {
            if let Some(placed) = placed.get_mut(index) {
                *placed = true;
            }
        }
        let unplaced = drafts.iter().zip(&placed).filter(|(draft, placed)| draft.manner == Manner::Topic || !**placed);
        let mut kept: Vec<Draft> = unplaced.map(|(draft, _)| draft.clone()).collect();
        let turns = spoken(&kept);
        let mut before: Option<Draft> = None;
        for place in &places {
            let rule = place.rule.and_then(|index| drafts.get(index));
            if rule.is_some_and(|rule| rule.manner == Manner::Topic) {
                continue;
            }
            let least = if rule.is_some() { VETO } else { ENOUGH };
            if weights.score(|sum| place.describe(window, sum)) < least {
                continue;
            }
            // What stands in the content of the one before belongs to it, unless the rules hold it for a relay.
            let inside = before.as_ref().is_some_and(|before| holds(before, &place.tokens))
                || is_within(&turns, place.tokens.start);
            if inside && rule.is_none() {
                continue;
            }
            let Some(draft) = self.choose(window, place, rule, before.as_ref(), weights) else { continue };
            if !inside {
                before = Some(draft.clone());
            }
            kept.push(draft);
        }
        self.places = places;
        kept.sort_by_key(|draft| draft.cue.first().or(draft.content.first()).map(|range| range.start));
        kept
    }

    fn choose(
        &mut self,
        window: &Window<'_>,
        place: &Place,
        rule: Option<&Draft>,
        before: Option<&Draft>,
        weights: &Weights<'_>,
    ) -> Option<Draft> {
        let mut contents = choice::contents(window, place, rule);
        // “……。”某某说，……: the quotation right before a source is the source's, whatever it goes on to say.
        if let Some(speech) = rule.and_then(|rule| speech_before_cue(window, rule)) {
            contents.retain(|content| content.pieces.first().is_some_and(|first| first.start == speech.start));
        }
        let content = best(&contents, |content| {
            weights.score(|sum| content.describe(window, place, sum))
                + if content.of_rule { CONTENT_OF_RULE } else { 0.0 }
        })?;
        let sources = choice::sources(window, place, rule, before);
        let source = best(&sources, |source| {
            weights.score(|sum| source.describe(window, place, content, sum))
                + if source.of_rule { SOURCE_OF_RULE } else { 0.0 }
        })?;
        Some(draft_of(place, content, source, rule))
    }
}

fn draft_of(place: &Place, content: &Content, source: &Source, rule: Option<&Draft>) -> Draft {
    // The stop at the end is cut off later and makes no difference.
    let alike =
        |(one, other): (&Range<usize>, &Range<usize>)| one.start == other.start && one.end.abs_diff(other.end) <= 1;
    let same = source.of_rule
        && rule.is_some_and(|rule| {
            rule.content.len() == content.pieces.len() && rule.content.iter().zip(&content.pieces).all(alike)
        });
    let finder = if same { Finder::Both } else { Finder::Model };
    let manner = rule.map_or(place.manner(), |rule| rule.manner);
    let cue = match rule {
        Some(rule) => rule.cue.clone(),
        None => single(place.tokens.clone()),
    };
    Draft {
        source: source.tokens.clone(),
        phrases: source.phrases.clone(),
        cue,
        content: content.pieces.clone(),
        manner,
        finder,
    }
}

/// Returns the quotation before the cue of a draft that also has content behind it.
fn speech_before_cue(window: &Window<'_>, rule: &Draft) -> Option<Range<usize>> {
    let first = rule.content.first().filter(|first| rule.cue.first().is_some_and(|cue| first.end <= cue.start))?;
    (rule.content.len() > 1 && window.is(first.start, Class::OPEN_QUOTE)).then(|| first.clone())
}

/// Returns the contents of the turns among drafts, in order.
fn spoken(drafts: &[Draft]) -> Vec<Range<usize>> {
    let turns = drafts.iter().filter(|draft| draft.manner != Manner::Topic && draft.cue.is_empty());
    let mut turns: Vec<Range<usize>> = turns.flat_map(|draft| draft.content.iter().cloned()).collect();
    turns.sort_by_key(|range| range.start);
    turns
}

/// Tells whether one of the ranges, which are in order, holds a token.
fn is_within(ranges: &[Range<usize>], at: usize) -> bool {
    let behind = ranges.partition_point(|range| range.start <= at);
    behind.checked_sub(1).and_then(|index| ranges.get(index)).is_some_and(|range| range.contains(&at))
}

/// Tells whether the content of a draft holds a place.
fn holds(draft: &Draft, place: &Range<usize>) -> bool {
    draft.content.iter().any(|piece| piece.contains(&place.start))
}

/// Returns the list of one range.
fn single(range: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(range).collect()
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
