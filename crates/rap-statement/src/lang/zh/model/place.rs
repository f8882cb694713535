//! Places: where in a window an attribution may be, and what can be seen there.

use std::ops::Range;

use super::super::class::Class;
use super::super::draft::Draft;
use super::super::phrase::Sort;
use super::super::token::Token;
use super::super::window::Window;
use crate::found::Manner;
use crate::weights::{TakeFeatures, word_number};

/// The templates of this file begin here.
const TEMPLATE: u32 = 1000;

/// A run of words that may be a cue.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) tokens: Range<usize>,
    /// The sentence it stands in, as far as it is looked at.
    pub(super) sentence: Range<usize>,
    /// What the rules found here, by its index.
    pub(super) rule: Option<usize>,
    /// The classes of its words together.
    pub(super) classes: Class,
    /// Where its clause begins.
    pub(super) clause: usize,
    /// The nearest phrase before it in its sentence, by its index.
    pub(super) phrase: Option<usize>,
}

/// How far before a place its clause and sentence are looked at, in tokens: farther than a person's sentence reaches,
/// and short enough for a text without marks.
const REACH: usize = 120;

/// Finds the places of a window, in the order of their words.
pub(super) fn find_places(window: &Window<'_>, drafts: &[Draft], places: &mut Vec<Place>) {
    places.clear();
    let mut cues: Vec<(usize, usize, usize)> = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        cues.extend(draft.cue.iter().map(|cue| (cue.start, cue.end, index)));
    }
    cues.sort_unstable();
    for sentence in window.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let Some(token) = window.token(at) else { break };
            let cue = Class::CUE;
            let verb = token.is(Class::VERB) && token.len() >= 6;
            // 据悉 and its like have constructions of their own.
            let special = token.is(Class::HEARSAY | Class::ACCORDING | Class::IMPRESSION);
            if token.is(Class::INSIDE) || special || !(token.is(cue) || verb) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            let mut classes = token.classes;
            while token.is(cue) && end < sentence.end {
                let Some(next) = window.token(end).filter(|next| next.is(cue) && !next.is(Class::INSIDE)) else {
                    break;
                };
                classes |= next.classes;
                end += 1;
            }
            if window.words(end) == "道" && end < sentence.end {
                end += 1;
            }
            let place = place_of(window, at..end, classes, sentence, &cues);
            // A verb that no list calls a cue is one at most behind somebody.
            if token.is(cue) || place.phrase.is_some() {
                places.push(place);
            }
            at = end;
        }
    }
}

fn place_of(
    window: &Window<'_>,
    tokens: Range<usize>,
    classes: Class,
    sentence: &Range<usize>,
    cues: &[(usize, usize, usize)],
) -> Place {
    // Cues of drafts do not overlap: only the two that begin nearest can touch the place.
    let behind = cues.partition_point(|(start, ..)| *start < tokens.end);
    let near_cues = cues.get(behind.saturating_sub(2)..behind).unwrap_or_default();
    let touching = near_cues.iter().find(|(_, end, _)| tokens.start < *end);
    let floor = sentence.start.max(tokens.start.saturating_sub(REACH));
    let before = window.first_phrase_from(tokens.start).checked_sub(1);
    let near = |index: &usize| {
        window
            .phrases
            .get(*index)
            .is_some_and(|phrase| phrase.tokens.start >= floor && phrase.tokens.end <= tokens.start)
    };
    Place {
        rule: touching.map(|(.., index)| *index),
        clause: window.clause_start(tokens.start, floor),
        phrase: before.filter(near),
        classes,
        sentence: floor..sentence.end.min(tokens.end + 4 * REACH),
        tokens,
    }
}

/// Returns a number for the classes of a token that tell its use in a sentence.
pub(super) fn use_of(token: Option<&Token>) -> u32 {
    const USES: [Class; 20] = [
        Class::STOP,
        Class::COMMA,
        Class::COLON,
        Class::SEMICOLON,
        Class::OPEN_QUOTE,
        Class::CLOSE_QUOTE,
        Class::LISTING,
        Class::PREPOSITION,
        Class::TIME,
        Class::ADVERB,
        Class::CUE,
        Class::CLOSER,
        Class::ROLE,
        Class::BODY_END,
        Class::PRONOUN,
        Class::GROUP_NOUN,
        Class::VERB,
        Class::NUMBER,
        Class::NOUN,
        Class::BREAK,
    ];
    let Some(token) = token else { return 99 };
    let position = USES.iter().position(|class| token.is(*class)).unwrap_or(USES.len());
    u32::try_from(position).unwrap_or_default()
}

/// Returns a number for what a phrase names.
pub(super) fn sort_number(sort: Sort) -> u32 {
    match sort {
        Sort::Person => 1,
        Sort::Body(_) => 2,
        Sort::Office => 3,
        Sort::Pronoun => 4,
        Sort::Definite => 5,
        Sort::Group => 6,
        Sort::BareGroup => 7,
        Sort::Document => 8,
    }
}

/// Returns a small number for a length: 0 to 9.
pub(super) fn bucket(length: usize) -> u32 {
    match length {
        0..=4 => u32::try_from(length).unwrap_or_default(),
        5..=6 => 5,
        7..=9 => 6,
        10..=15 => 7,
        16..=30 => 8,
        _ => 9,
    }
}

impl Place {
    /// Returns the words of the cue.
    pub(super) fn words<'w>(&self, window: &Window<'w>) -> &'w str {
        let first = window.token(self.tokens.start).map_or(0, |token| token.start as usize);
        let last = window.token(self.tokens.end - 1).map_or(0, |token| token.end as usize);
        window.text.get(first..last).unwrap_or_default()
    }

    /// Returns a number for the kinds of cue that the lists give it.
    pub(super) fn cue_number(&self) -> u32 {
        u32::try_from(self.classes.bits() & Class::CUE.bits()).unwrap_or_default()
    }

    /// Returns the manner of what is said here.
    pub(super) fn manner(&self) -> Manner {
        let asks = self.classes.intersects(Class::ASKING) && !self.classes.intersects(Class::SAY);
        if asks { Manner::Asked } else { Manner::Said }
    }

    /// Returns where what follows the cue begins, its mark left out, and what stands between.
    pub(super) fn next(&self, window: &Window<'_>) -> (usize, u32) {
        let mut at = self.tokens.end;
        let mut between = 0;
        if matches!(window.words(at), "了" | "过" | "着") {
            at += 1;
            between = 1;
        }
        if window.is(at, Class::COMMA) {
            return (at + 1, between + 2);
        }
        if window.is(at, Class::COLON) {
            return (at + 1, between + 4);
        }
        (at, between)
    }

    /// Adds what can be seen at the place.
    pub(super) fn describe(&self, window: &Window<'_>, out: &mut impl TakeFeatures) {
        let words = self.words(window);
        let word = word_number(words);
        let cue = self.cue_number();
        let rule = u32::from(self.rule.is_some());
        let (start, between) = self.next(window);
        let before = use_of(self.tokens.start.checked_sub(1).and_then(|at| window.token(at)));
        let after = use_of(window.token(self.tokens.end));
        let next = use_of(window.token(start));
        let phrase = self.phrase.and_then(|index| window.phrases.get(index));
        let sort = phrase.map_or(0, |phrase| sort_number(phrase.sort));
        let gap = phrase.map_or(0, |phrase| bucket(self.tokens.start - phrase.tokens.end));
        let opens = phrase.is_some_and(|phrase| phrase.tokens.start <= self.clause);
        let mut out = out.templates(TEMPLATE);
        out.add(0, [rule]);
        out.add(1, [cue, rule]);
        out.add(2, [word]);
        out.add(3, [word, between]);
        out.add(4, [cue, between, rule]);
        out.add(5, [cue, before]);
        out.add(6, [cue, after, next]);
        out.add(7, [word, sort]);
        out.add(8, [cue, sort, gap]);
        out.add(9, [sort, gap, u32::from(opens), rule]);
        out.add(10, [before, after, rule]);
        out.add(11, [word_number(self.tokens.start.checked_sub(1).map_or("", |at| window.words(at))), cue]);
        out.add(12, [word_number(window.words(self.tokens.end)), cue]);
        out.add(13, [word_number(window.words(start)), rule]);
        let characters: Vec<char> = words.chars().collect();
        for character in &characters {
            out.add(14, [*character as u32, cue]);
        }
        out.add(15, [characters.last().map_or(0, |last| *last as u32), between]);
        out.add(16, [characters.first().map_or(0, |first| *first as u32), between, sort]);
        let first = use_of(window.token(self.clause));
        out.add(17, [first, u32::from(self.clause == self.tokens.start), cue]);
        out.add(18, [word_number(window.words(self.clause)), cue]);
        out.add(19, [u32::from(self.clause == self.sentence.start), sort, cue]);
        let commas = (self.sentence.start..self.tokens.start).filter(|at| window.is(*at, Class::COMMA)).count();
        out.add(20, [bucket(commas), rule, cue]);
        let governed = (self.clause..self.tokens.start).rev().find(|at| window.is(*at, Class::PREPOSITION));
        out.add(21, [governed.map_or(0, |at| word_number(window.words(at))), cue]);
        let ends = window.is(self.tokens.end, Class::STOP) || self.tokens.end >= self.sentence.end;
        out.add(22, [u32::from(ends), cue, bucket(commas)]);
        let verb_before = (self.clause..self.tokens.start)
            .rev()
            .find(|at| window.is(*at, Class::VERB | Class::CUE) && !window.is(*at, Class::ADVERB | Class::NOUN));
        out.add(23, [verb_before.map_or(0, |at| word_number(window.words(at))), cue]);
    }
}
