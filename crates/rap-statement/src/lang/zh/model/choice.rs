//! Choices: the contents and sources that a place may have, and what speaks for each.

use std::ops::Range;

use super::super::class::Class;
use super::super::content::{content_from, quotation_at, speech_before};
use super::super::draft::Draft;
use super::super::phrase::Sort;
use super::super::window::Window;
use super::place::{Place, bucket, sort_number, use_of};
use super::single;
use crate::weights::{TakeFeatures, word_number};

/// The templates of contents and of sources begin here.
const CONTENT: u32 = 2000;
const SOURCE: u32 = 3000;

/// At how many marks a content may end, at most.
const ENDS: usize = 8;
/// How many clauses and phrases before a cue may hold its source.
const NEAR: usize = 4;

/// What stands between a source and its cue.
const BETWEEN: Class = Class::ADVERB.union(Class::PREPOSITION).union(Class::TIME).union(Class::CONJUNCTION);

/// Words that may be the content.
#[derive(Clone, Debug)]
pub(super) struct Content {
    pub(super) pieces: Vec<Range<usize>>,
    kind: u32,
    pub(super) of_rule: bool,
}

/// Words that may name the source; none where nobody is named.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) tokens: Vec<Range<usize>>,
    pub(super) phrases: Range<usize>,
    kind: u32,
    pub(super) of_rule: bool,
}

/// Lists the contents that a place may have.
pub(super) fn contents(window: &Window<'_>, place: &Place, rule: Option<&Draft>) -> Vec<Content> {
    let mut list: Vec<Content> = Vec::new();
    let mut push = |pieces: Vec<Range<usize>>, kind: u32| {
        let pieces: Vec<_> = pieces.into_iter().filter(|piece| piece.start < piece.end).collect();
        if !pieces.is_empty() && !list.iter().any(|known| known.pieces == pieces) {
            let of_rule = rule.is_some_and(|rule| rule.content == pieces);
            list.push(Content { pieces, kind, of_rule });
        }
    };
    if let Some(rule) = rule {
        push(rule.content.clone(), 0);
    }
    let end = place.sentence.end;
    let (start, _) = place.next(window);
    if start < end && !window.is(start, Class::STOP) {
        push(single(content_from(window, start, end)), 1);
        if let Some(close) = quotation_at(window, start) {
            push(single(start..close), 2);
        }
        let stop = |at: usize| window.is(at, Class::STOP) && !window.is(at, Class::INSIDE);
        let mut last = end;
        while last > start + 1 && stop(last - 1) {
            last -= 1;
        }
        push(single(start..last), 3);
        let edge = Class::COMMA | Class::SEMICOLON;
        let marks = (start + 1..last).filter(|at| window.is(*at, edge) && !window.is(*at, Class::INSIDE));
        for at in marks.take(ENDS) {
            push(single(start..at), if window.is(at, Class::SEMICOLON) { 5 } else { 4 });
        }
    }
    before(window, place, &mut push);
    list
}

/// Adds what stands before the cue: a quotation, the clause, the object of 对.
fn before(window: &Window<'_>, place: &Place, push: &mut impl FnMut(Vec<Range<usize>>, u32)) {
    let (at, floor) = (place.tokens.start, place.sentence.start);
    let phrase = place.phrase.and_then(|index| window.phrases.get(index)).map(|phrase| phrase.tokens.start);
    let heads = [Some(place.clause), phrase];
    let (start, _) = place.next(window);
    for head in heads.into_iter().flatten() {
        let ends = [head, head.saturating_sub(usize::from(window.is_before(head, Class::COMMA)))];
        let speech = ends.into_iter().find_map(|end| speech_before(window, end, 0).map(|open| open..end));
        if let Some(speech) = speech {
            push(single(speech.clone()), 6);
            if let Some(close) = quotation_at(window, start) {
                push(vec![speech, start..close], 7);
            }
        }
        if head > floor + 1 && window.is_before(head, Class::COMMA) {
            push(single(floor..head - 1), 8);
        }
    }
    let object =
        (place.clause..at).rev().find(|to| matches!(window.words(*to), "对" | "对于" | "就" | "将" | "把" | "为"));
    if let Some(to) = object {
        let mut close = at;
        while close > to + 1 && window.is(close - 1, Class::ADVERB | Class::COMMA) {
            close -= 1;
        }
        push(single(to + 1..close), 9);
    }
}

/// Lists the sources that a place may have.
pub(super) fn sources(window: &Window<'_>, place: &Place, rule: Option<&Draft>, last: Option<&Draft>) -> Vec<Source> {
    let mut list: Vec<Source> = Vec::new();
    let mut push = |tokens: Vec<Range<usize>>, phrases: Range<usize>, kind: u32| {
        if !list.iter().any(|known| known.tokens == tokens) {
            let of_rule = rule.is_some_and(|rule| rule.source == tokens);
            list.push(Source { tokens, phrases, kind, of_rule });
        }
    };
    if let Some(rule) = rule {
        push(rule.source.clone(), rule.phrases.clone(), 0);
    }
    let (at, floor) = (place.tokens.start, place.sentence.start);
    for (number, back) in (0..NEAR).zip(1_u32..) {
        let index = place.phrase.and_then(|nearest| nearest.checked_sub(number));
        let Some((index, phrase)) = index.and_then(|index| Some((index, window.phrases.get(index)?))) else { break };
        if phrase.tokens.start < floor {
            break;
        }
        push(single(phrase.tokens.clone()), index..index + 1, back);
    }
    let mut clause = place.clause;
    for number in 10..10 + u32::try_from(NEAR).unwrap_or_default() {
        let chunk = chunk_at(window, clause, at);
        if !chunk.is_empty() {
            let phrases = covered(window, &chunk);
            push(single(chunk), phrases, number);
        }
        if clause <= floor {
            break;
        }
        clause = window.clause_start(clause - 1, floor);
    }
    if let Some(last) = last.filter(|last| !last.source.is_empty()) {
        push(last.source.clone(), last.phrases.clone(), 20);
    }
    push(Vec::new(), 0..0, 21);
    list
}

/// Returns the words with which a clause begins, up to what stands between a source and its cue.
fn chunk_at(window: &Window<'_>, clause: usize, at: usize) -> Range<usize> {
    let mut start = clause;
    while start < at && window.is(start, BETWEEN) {
        start += 1;
    }
    let stops = BETWEEN | Class::CUE | Class::MARK | Class::VERB;
    let inner = |at: usize| window.is(at, Class::OPEN_QUOTE | Class::OPEN_TITLE | Class::OPEN_PAREN | Class::INSIDE);
    let mut end = start;
    while end < at && (!window.is(end, stops) || window.is(end, Class::NOUN | Class::LISTING) || inner(end)) {
        end = window.token(end).map_or(end + 1, |token| (token.partner as usize).max(end) + 1);
    }
    start..end.min(at)
}

/// Returns the phrases that lie in a run of tokens.
fn covered(window: &Window<'_>, chunk: &Range<usize>) -> Range<usize> {
    let first = window.first_phrase_from(chunk.start);
    let inside = |index: &usize| window.phrases.get(*index).is_some_and(|phrase| phrase.tokens.end <= chunk.end);
    let end = (first..).find(|index| !inside(index)).unwrap_or(first);
    first..end
}

impl Content {
    /// Adds what speaks for the content.
    pub(super) fn describe(&self, window: &Window<'_>, place: &Place, out: &mut impl TakeFeatures) {
        let (Some(first), Some(last)) = (self.pieces.first(), self.pieces.last()) else { return };
        let rule = u32::from(self.of_rule) + 2 * u32::from(place.rule.is_some());
        let (kind, cue) = (self.kind, place.cue_number());
        let (_, between) = place.next(window);
        let word = word_number(place.words(window));
        let length = bucket(self.pieces.iter().map(Range::len).sum());
        let end = use_of(window.token(last.end));
        let mut out = out.templates(CONTENT);
        out.add(0, [kind, cue]);
        out.add(1, [kind, between]);
        out.add(2, [kind, word]);
        out.add(3, [kind, rule]);
        out.add(4, [kind, length]);
        out.add(5, [rule, end]);
        out.add(6, [end, use_of(window.token(last.end + 1)), use_of(window.token(last.end + 2))]);
        out.add(7, [end, word_number(window.words(last.end + 1))]);
        out.add(8, [kind, use_of(window.token(first.start)), between]);
        let phrase = window.first_phrase_from(last.end);
        let named = window.phrases.get(phrase).filter(|phrase| phrase.tokens.start <= last.end + 2);
        let sort = named.map_or(0, |phrase| sort_number(phrase.sort));
        let cue_behind = named.map_or(last.end + 1, |phrase| phrase.tokens.end);
        let speaks = (cue_behind..cue_behind + 3).any(|at| window.is(at, Class::CUE));
        out.add(9, [end, sort, u32::from(speaks)]);
        let cues = self.pieces.iter().flat_map(Clone::clone).filter(|at| window.is(*at, Class::CUE)).count();
        out.add(10, [bucket(cues), kind, end]);
        let semicolons =
            self.pieces.iter().flat_map(Clone::clone).filter(|at| window.is(*at, Class::SEMICOLON)).count();
        out.add(11, [bucket(semicolons), kind]);
        let commas = self.pieces.iter().flat_map(Clone::clone).filter(|at| window.is(*at, Class::COMMA)).count();
        out.add(12, [bucket(commas), kind, end, cue]);
        let quoted = u32::from(window.is(first.start, Class::OPEN_QUOTE));
        let closed = u32::from(window.is(last.end - 1, Class::CLOSE_QUOTE));
        out.add(13, [quoted, closed, kind, between]);
        out.add(14, [u32::from(last.end >= place.sentence.end), end, kind]);
        out.add(15, [word_number(window.words(last.end + 1)), word_number(window.words(last.end + 2))]);
    }
}

impl Source {
    /// Adds what speaks for the source.
    pub(super) fn describe(&self, window: &Window<'_>, place: &Place, content: &Content, out: &mut impl TakeFeatures) {
        let rule = u32::from(self.of_rule) + 2 * u32::from(place.rule.is_some());
        let (kind, cue) = (self.kind, place.cue_number());
        let first = self.tokens.first().cloned().unwrap_or(0..0);
        let sort =
            window.phrases.get(self.phrases.clone()).and_then(<[_]>::last).map_or(0, |phrase| sort_number(phrase.sort));
        let within = content.pieces.iter().any(|piece| piece.start < first.end && first.start < piece.end);
        let gap = if first.end <= place.tokens.start { bucket(place.tokens.start - first.end) } else { 90 };
        let opens = u32::from(first.start <= place.clause) + 2 * u32::from(first.start == place.sentence.start);
        let last = first.end.checked_sub(1).map_or("", |at| window.words(at));
        let mut out = out.templates(SOURCE);
        out.add(0, [kind, cue]);
        out.add(1, [kind, rule]);
        out.add(2, [kind, sort]);
        out.add(3, [sort, gap, opens]);
        out.add(4, [kind, u32::from(within)]);
        out.add(5, [kind, word_number(place.words(window))]);
        out.add(6, [word_number(last)]);
        out.add(7, [last.chars().last().map_or(0, |last| last as u32), kind]);
        out.add(8, [use_of(first.start.checked_sub(1).and_then(|at| window.token(at))), sort]);
        out.add(9, [use_of(window.token(first.end)), sort, opens]);
        out.add(10, [bucket(first.len()), kind]);
        out.add(11, [kind, content.kind, opens]);
        out.add(12, [word_number(window.words(first.start)), kind]);
        out.add(13, [word_number(first.start.checked_sub(1).map_or("", |at| window.words(at))), sort]);
        let clause_empty = u32::from(place.clause == place.tokens.start);
        out.add(14, [kind, clause_empty, cue]);
        let between = (first.end..place.tokens.start.max(first.end)).take(12);
        for at in between {
            out.add(15, [use_of(window.token(at)), sort]);
        }
        let group = u32::from(matches!(
            window.phrases.get(self.phrases.clone()).and_then(<[_]>::first).map(|phrase| phrase.sort),
            Some(Sort::Group | Sort::BareGroup)
        ));
        out.add(16, [group, kind, opens, cue]);
    }
}
