//! From hits to findings: gaps are closed, the longer phrase wins, exceptions are taken out.

use std::cmp::Reverse;

use rap_doc::Span;
use rustc_hash::FxHashMap;

use super::{Finding, Sense, Tagger};
use crate::chinese;
use crate::scan::{Hit, Key};

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

/// Adds the patterns that stand in `text` to `matches`, from the hits of their wordings.
pub(super) fn matches(text: &str, hits: &mut [Hit], tagger: &Tagger, matches: &mut Vec<Match>) {
    hits.sort_unstable_by_key(|hit| (hit.start, Reverse(hit.end), hit.wording));
    let mut eaten = Span::default();
    // The places of the parts so far of each pattern with gaps that has begun.
    let mut begun: FxHashMap<u32, Vec<Span>> = FxHashMap::default();
    for hit in hits {
        let span = Span::new(hit.start, hit.end);
        // Hits come by their start and the longest first: what ends no later than a longer one lies inside of it.
        let inside = eaten.contains(span) && span.len() < eaten.len();
        let mut eats = false;
        // Later parts first: a wording may be both the end of one occurrence and the beginning of the next.
        for key in tagger.scanner.keys(hit.wording).iter().rev() {
            let Some(sense) = tagger.senses.get(key.pattern as usize) else { continue };
            if sense.parts == 1 {
                if !inside || sense.weight.is_none() {
                    eats |= sense.weight.is_some();
                    matches.push(Match { pattern: key.pattern, words: vec![span] });
                }
            } else if let Some(words) = across_gap(text, *key, span, sense.parts, &mut begun) {
                matches.push(Match { pattern: key.pattern, words });
            }
        }
        if eats && span.end() > eaten.end() {
            eaten = span;
        }
    }
}

/// Takes in a part of a pattern with gaps; returns the places of all its parts where this is the last of them.
fn across_gap(
    text: &str,
    key: Key,
    span: Span,
    parts: u32,
    begun: &mut FxHashMap<u32, Vec<Span>>,
) -> Option<Vec<Span>> {
    if key.part == 0 {
        begun.insert(key.pattern, vec![span]);
        return None;
    }
    let so_far = begun.get_mut(&key.pattern)?;
    let last = so_far.last()?;
    let follows = so_far.len() == key.part as usize
        && last.end() <= span.start()
        && span.start() - last.end() <= MOST_GAP_BYTES
        && is_gap(text.get(last.end()..span.start())?);
    if !follows {
        return None;
    }
    so_far.push(span);
    if key.part + 1 < parts { None } else { begun.remove(&key.pattern) }
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
