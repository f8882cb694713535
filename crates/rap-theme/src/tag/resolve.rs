//! From hits to findings: gaps are closed, the longer phrase wins, exceptions are taken out.

use std::cmp::Reverse;

use rap_doc::Span;

use super::{Finding, Sense, Tagger};
use crate::chinese;
use crate::cue::MOST_PARTS;
use crate::scan::Hit;

/// The most words of a gap, and the most Chinese characters: a clause, not a sentence.
const MOST_GAP_WORDS: usize = 8;
const MOST_GAP_CHARACTERS: usize = 14;

/// The most bytes of a gap, so that a gap is judged in bounded time.
const MOST_GAP_BYTES: usize = 120;

/// What each further place adds to the weight of a concept, as a share of the first, and how many count.
const FURTHER_SHARE: f32 = 0.2;
const FURTHER_PLACES: usize = 2;

/// A pattern that stands in a text, or whose first parts do. All of it lies in the value, because there are many.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Match {
    concept: usize,
    places: [Span; MOST_PARTS],
    count: usize,
    pattern: u32,
}

impl Match {
    const fn begun(concept: usize, pattern: u32, first: Span) -> Self {
        let nowhere = Span::new(0, 0);
        Self { concept, places: [first, nowhere, nowhere, nowhere], count: 1, pattern }
    }

    fn words(&self) -> &[Span] {
        self.places.get(..self.count).unwrap_or_default()
    }

    fn hull(&self) -> Span {
        self.words().iter().copied().reduce(Span::hull).unwrap_or_default()
    }

    /// Takes in the next part where it follows the last within a gap; tells whether it does.
    fn goes_on(&mut self, text: &str, part: usize, span: Span) -> bool {
        let Some(last) = self.words().last().filter(|_| self.count == part) else { return false };
        let near = last.end() <= span.start() && span.start() - last.end() <= MOST_GAP_BYTES;
        if !near || !text.get(last.end()..span.start()).is_some_and(is_gap) {
            return false;
        }
        let Some(place) = self.places.get_mut(part) else { return false };
        *place = span;
        self.count += 1;
        true
    }
}

/// The patterns with gaps that have begun, by the index of the pattern.
#[derive(Debug, Default)]
pub(super) struct Begun {
    /// For each pattern one more than its place in `matches`; empty until the first begins.
    slots: Vec<u32>,
    matches: Vec<Match>,
}

impl Begun {
    fn begin(&mut self, found: Match, patterns: usize) {
        if self.slots.len() < patterns {
            self.slots.resize(patterns, 0);
        }
        let Some(slot) = self.slots.get_mut(found.pattern as usize) else { return };
        match self.matches.get_mut((*slot as usize).wrapping_sub(1)) {
            Some(place) => *place = found,
            None => {
                self.matches.push(found);
                *slot = u32::try_from(self.matches.len()).unwrap_or_default();
            }
        }
    }

    fn of(&mut self, pattern: u32) -> Option<&mut Match> {
        let slot = self.slots.get(pattern as usize)?;
        self.matches.get_mut((*slot as usize).checked_sub(1)?)
    }

    fn clear(&mut self) {
        for found in self.matches.drain(..) {
            self.slots.get_mut(found.pattern as usize).into_iter().for_each(|slot| *slot = 0);
        }
    }
}

/// Adds the patterns that stand in `text` to `matches`, from the hits of their wordings; `begun` is used again.
pub(super) fn matches(text: &str, hits: &mut [Hit], tagger: &Tagger, begun: &mut Begun, matches: &mut Vec<Match>) {
    hits.sort_unstable_by_key(|hit| (hit.start, Reverse(hit.end), hit.wording));
    begun.clear();
    let mut eaten = Span::default();
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
                    matches.push(Match::begun(sense.concept, key.pattern, span));
                }
            } else if key.part == 0 {
                begun.begin(Match::begun(sense.concept, key.pattern, span), tagger.senses.len());
            } else if let Some(so_far) = begun.of(key.pattern)
                && so_far.goes_on(text, key.part as usize, span)
                && key.part + 1 == sense.parts
            {
                matches.push(*so_far);
            }
        }
        if eats && span.end() > eaten.end() {
            eaten = span;
        }
    }
}

/// Tells whether words lie within one sentence and are few enough.
fn is_gap(words: &str) -> bool {
    let (mut spaces, mut characters) = (0, 0);
    let mut before = ' ';
    for c in words.chars() {
        let ends_sentence = matches!(c, '。' | '！' | '？' | '；' | ';' | '!' | '?' | '\u{2029}')
            || (before == '.' && matches!(c, ' ' | '\n'))
            || (before == '\n' && c == '\n');
        if ends_sentence {
            return false;
        }
        spaces += usize::from(c == ' ' && before != ' ');
        characters += usize::from(chinese::is_han(c));
        before = c;
    }
    spaces <= MOST_GAP_WORDS && characters <= MOST_GAP_CHARACTERS
}

/// Returns the concepts of these matches, in the order of the codebook.
pub(super) fn findings(matches: &mut [Match], senses: &[Sense]) -> Vec<Finding> {
    matches.sort_unstable();
    let by_concept = matches.chunk_by(|one, other| one.concept == other.concept);
    by_concept.filter_map(|group| finding(group, senses)).collect()
}

/// Returns what the matches of one concept say of it; nothing where exceptions take them all away.
fn finding(group: &[Match], senses: &[Sense]) -> Option<Finding> {
    let sense_of = |found: &Match| senses.get(found.pattern as usize).copied();
    let concept = group.first()?.concept;
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
        if let Some(weight) = weight.filter(|_| !found.words().iter().any(is_excepted)) {
            most = most.max(weight);
            words.extend(found.words());
        }
    }
    words.sort();
    words.dedup();
    let places = words.chunk_by(|one, other| one.overlaps(*other)).count();
    let further = u8::try_from(places.saturating_sub(1).min(FURTHER_PLACES)).unwrap_or_default();
    let weight = most * (1.0 + FURTHER_SHARE * f32::from(further));
    (!words.is_empty()).then_some(Finding { concept, weight, words })
}
