//! Learning: what the sentences of a marked paragraph teach, as in English.

use std::ops::Range;

use super::super::draft::Draft;
use super::super::phrase::span_of;
use super::super::window::Window;
use super::{choice, place};
use crate::learn::{Decision, Marked, Noted, largest, overlap};
use crate::weights::Features;

/// Notes what a window teaches, whose tokens start at byte `base`, given what is marked in its paragraph.
pub(in super::super) fn observe(
    window: &Window<'_>,
    drafts: &[Draft],
    base: usize,
    marked: &[Marked],
    noted: &mut Noted,
) {
    let bytes = |ranges: &[Range<usize>]| -> Vec<Range<usize>> {
        let spans = ranges.iter().map(|range| span_of(window.tokens, range).shifted(base));
        spans.map(|span| span.start()..span.end()).collect()
    };
    let mut places = Vec::new();
    place::find_places(window, drafts, &mut places);
    let mut best: Vec<Option<(usize, f64)>> = vec![None; marked.len()];
    let mut targets = Vec::with_capacity(places.len());
    for (index, place) in places.iter().enumerate() {
        let cue = bytes(std::slice::from_ref(&place.tokens));
        let target = marked.iter().position(|marked| overlap(&cue, &marked.cue) > 0.0);
        targets.push(target);
        let Some((slot, wanted)) = target.and_then(|target| Some((best.get_mut(target)?, marked.get(target)?))) else {
            continue;
        };
        let rule = place.rule.and_then(|index| drafts.get(index));
        let contents = choice::contents(window, place, rule);
        let overlaps: Vec<f64> =
            contents.iter().map(|content| overlap(&bytes(&content.pieces), &wanted.content)).collect();
        let most = largest(&overlaps).and_then(|right| overlaps.get(right).copied()).unwrap_or_default();
        if slot.is_none_or(|(_, known)| most > known) {
            *slot = Some((index, most));
        }
    }
    let mut before: Option<Draft> = None;
    for (index, place) in places.iter().enumerate() {
        let target = targets.get(index).copied().flatten();
        let chosen = target.is_some_and(|target| {
            best.get(target).copied().flatten().is_some_and(|(at, most)| at == index && most >= 0.5)
        });
        let own = bytes(std::slice::from_ref(&place.tokens));
        let inside = marked.iter().any(|marked| overlap(&own, &marked.content) > 0.0);
        let label = match target {
            Some(_) => chosen.then_some(true),
            None if inside => None,
            None => Some(false),
        };
        let mut features = Features::default();
        place.describe(window, &mut features);
        noted.places.extend(label.map(|label| (features.list, label)));
        if let Some(wanted) = target.filter(|_| chosen).and_then(|target| marked.get(target)) {
            let rule = place.rule.and_then(|index| drafts.get(index));
            before = rank(window, place, rule, before, wanted, &bytes, noted);
        }
    }
    let [cue, content] = &mut noted.reached;
    *cue += best.iter().flatten().count();
    *content += best.iter().flatten().filter(|(_, most)| *most >= 0.5).count();
}

/// Notes the rankings of contents and sources at a place that is a cue; returns the draft that is right.
fn rank(
    window: &Window<'_>,
    place: &place::Place,
    rule: Option<&Draft>,
    before: Option<Draft>,
    wanted: &Marked,
    bytes: &impl Fn(&[Range<usize>]) -> Vec<Range<usize>>,
    noted: &mut Noted,
) -> Option<Draft> {
    let contents = choice::contents(window, place, rule);
    let overlaps: Vec<f64> = contents.iter().map(|content| overlap(&bytes(&content.pieces), &wanted.content)).collect();
    let right = largest(&overlaps)?;
    let described = contents.iter().map(|content| {
        let mut features = Features::default();
        content.describe(window, place, &mut features);
        features.list
    });
    noted.rankings.push(Decision { options: described.collect(), right });
    let content = contents.get(right)?;
    let sources = choice::sources(window, place, rule, before.as_ref());
    let overlaps: Vec<f64> = sources
        .iter()
        .map(|source| match (wanted.source.is_empty(), source.tokens.is_empty()) {
            (true, true) => 1.0,
            (false, false) => overlap(&bytes(&source.tokens), &wanted.source),
            _ => 0.0,
        })
        .collect();
    let right = largest(&overlaps).filter(|right| overlaps.get(*right).is_some_and(|most| *most > 0.0));
    let Some(right) = right else { return before };
    let described = sources.iter().map(|source| {
        let mut features = Features::default();
        source.describe(window, place, content, &mut features);
        features.list
    });
    noted.rankings.push(Decision { options: described.collect(), right });
    sources.get(right).map(|source| super::draft_of(place, content, source, rule))
}
