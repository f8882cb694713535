//! From hits to findings: gaps are closed, the longer phrase wins, exceptions are taken out.

use std::cmp::Reverse;

use rap_doc::Span;

use super::{Finding, Sense};
use crate::chinese;
use crate::scan::Hit;

/// The most words of a gap, and the most Chinese characters: a clause, not a sentence.
const MOST_GAP_WORDS: usize = 8;
const MOST_GAP_CHARACTERS: usize = 14;

/// The most bytes of a gap, so that a gap is judged in bounded time.
const MOST_GAP_BYTES: usize = 120;

/// What each further place adds to the weight of a concept, as a share of the first, and how many count.
const FURTHER_SHARE: f32 = 0.2;
const FURTHER_PLACES: usize = 2;

/// A pattern that stands in a text.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Match {
    pattern: u32,
    words: Vec<Span>,
}

impl Match {
    fn hull(&self) -> Span {
        self.words.iter().copied().reduce(Span::hull).unwrap_or_default()
    }
}

/// Adds the patterns that stand in `text` to `matches`, from the hits of their parts.
pub(super) fn matches(text: &str, hits: &mut [Hit], senses: &[Sense], matches: &mut Vec<Match>) {
    hits.sort_unstable_by_key(|hit| (hit.start, Reverse(hit.end), hit.key));
    let mut eaten_to = 0;
    let mut eater = 0;
    for (index, hit) in hits.iter().enumerate() {
        let Some(sense) = senses.get(hit.key.pattern as usize) else { continue };
        if hit.key.part > 0 {
            continue;
        }
        if sense.parts == 1 {
            // Hits come by their start and the longest first: what ends no later than a longer one lies inside of it.
            let inside = hit.end <= eaten_to && hit.end - hit.start < eater;
            if inside && sense.weight.is_some() {
                continue;
            }
            if hit.end > eaten_to && sense.weight.is_some() {
                (eaten_to, eater) = (hit.end, hit.end - hit.start);
            }
            matches.push(Match { pattern: hit.key.pattern, words: vec![Span::new(hit.start, hit.end)] });
        } else if let Some(words) = across_gaps(text, hit, hits.get(index..).unwrap_or_default(), sense.parts) {
            matches.push(Match { pattern: hit.key.pattern, words });
        }
    }
}

/// Returns the places of all parts of a pattern whose first part is `first`, each the next after the one before.
fn across_gaps(text: &str, first: &Hit, following: &[Hit], parts: u32) -> Option<Vec<Span>> {
    let mut words = vec![Span::new(first.start, first.end)];
    let mut last = *first;
    for part in 1..parts {
        let near = following.iter().take_while(|hit| hit.start <= last.end + MOST_GAP_BYTES);
        let wanted = |hit: &&Hit| hit.key.pattern == first.key.pattern && hit.key.part == part && hit.start >= last.end;
        let next = *near.into_iter().find(wanted)?;
        if !is_gap(text.get(last.end..next.start)?) {
            return None;
        }
        words.push(Span::new(next.start, next.end));
        last = next;
    }
    Some(words)
}

/// Tells whether words lie within one sentence and are few enough.
fn is_gap(words: &str) -> bool {
    let ends_sentence = |c: char| matches!(c, '。' | '！' | '？' | '；' | ';' | '!' | '?' | '\u{2029}');
    let stop = words.contains(". ") || words.contains(".\n") || words.contains("\n\n");
    let characters = words.chars().filter(|c| chinese::is_han(*c)).count();
    !stop
        && !words.contains(ends_sentence)
        && words.split_ascii_whitespace().count() <= MOST_GAP_WORDS
        && characters <= MOST_GAP_CHARACTERS
}

/// Returns the concepts of these matches, in the order of the codebook.
pub(super) fn findings(mut matches: Vec<Match>, senses: &[Sense]) -> Vec<Finding> {
    let concept_of = |found: &Match| senses.get(found.pattern as usize).map(|sense| sense.concept);
    matches.sort_by_cached_key(|found| (concept_of(found), found.words.clone(), found.pattern));
    let by_concept = matches.chunk_by(|one, other| concept_of(one) == concept_of(other));
    by_concept.filter_map(|group| finding(group, senses)).collect()
}

/// Returns what the matches of one concept say of it; nothing where exceptions take them all away.
fn finding(group: &[Match], senses: &[Sense]) -> Option<Finding> {
    let sense_of = |found: &Match| senses.get(found.pattern as usize).copied();
    let concept = sense_of(group.first()?)?.concept;
    let mut except: Vec<Span> = Vec::new();
    for found in group.iter().filter(|found| sense_of(found).is_some_and(|sense| sense.weight.is_none())) {
        match except.last_mut().filter(|last| last.overlaps(found.hull())) {
            Some(last) => *last = last.hull(found.hull()),
            None => except.push(found.hull()),
        }
    }
    let is_excepted = |span: &Span| {
        let next = except.partition_point(|out| out.end() <= span.start());
        except.get(next).is_some_and(|out| out.overlaps(*span))
    };
    let mut most: f32 = 0.0;
    let mut words: Vec<Span> = Vec::new();
    for found in group {
        let weight = sense_of(found).and_then(|sense| sense.weight);
        if let Some(weight) = weight.filter(|_| !found.words.iter().any(is_excepted)) {
            most = most.max(weight);
            words.extend(&found.words);
        }
    }
    words.sort();
    words.dedup();
    let places = words.chunk_by(|one, other| one.overlaps(*other)).count();
    let further = u8::try_from(places.saturating_sub(1).min(FURTHER_PLACES)).unwrap_or_default();
    let weight = most * (1.0 + FURTHER_SHARE * f32::from(further));
    (!words.is_empty()).then_some(Finding { concept, weight, words })
}
