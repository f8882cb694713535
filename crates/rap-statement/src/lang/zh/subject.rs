//! Subjects: who it is that a cue speaks of.
//!
//! Between a source and its cue stand adverbs, times and adjuncts (在会上, 就此事, 接受采访时). The subject is the
//! nearest phrase to the left that nothing but these parts from the cue, and that no preposition governs.

use std::ops::Range;

use super::class::Class;
use super::phrase::Sort;
use super::window::Window;

/// Whom a cue speaks of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Subject {
    /// Phrases, by index, in order.
    Phrases(Range<usize>),
    /// Opinions without an owner: the tokens of 有意见.
    Opinion(Range<usize>),
    /// Nobody in this clause, which starts with nothing but adverbs: the one who spoke before goes on.
    Elided(usize),
    /// A name that no list and no ending tells: the tokens.
    Unlisted(Range<usize>),
    /// Somebody or something else.
    Other,
}

/// How far an adjunct may part a source from its cue, in bytes.
const FAR: u32 = 240;

/// Returns the subject of a cue that starts at `cue` in a sentence that starts at `floor`.
pub(super) fn subject_of(window: &Window<'_>, cue: usize, floor: usize) -> Subject {
    let mut candidate = window.first_phrase_from(cue);
    while let Some(index) = candidate.checked_sub(1) {
        candidate = index;
        let Some(phrase) = window.phrases.get(index).filter(|phrase| phrase.tokens.start >= floor) else { break };
        if phrase.tokens.end > cue {
            continue;
        }
        let (Some(last), Some(at)) = (window.token(phrase.tokens.end - 1), window.token(cue)) else { break };
        if at.start - last.end > FAR || (last.is(Class::INSIDE) && !window.is(cue, Class::INSIDE)) {
            break;
        }
        if !is_adjunct(window, phrase.tokens.end..cue) {
            break;
        }
        if is_governed(window, phrase.tokens.start, floor) {
            continue;
        }
        if phrase.sort == Sort::BareGroup && !opens_clause(window, phrase.tokens.start, floor) {
            break;
        }
        return Subject::Phrases(coordinated(window, index, floor)..index + 1);
    }
    without_phrase(window, cue, floor)
}

/// How many commas may part a cue without a subject from the one who leads its sentence.
const CLAUSES: usize = 3;

/// Returns the phrase that a sentence begins with, for a cue in a later clause: 某某率队调研，强调……
pub(super) fn leader(window: &Window<'_>, cue: usize, floor: usize) -> Option<usize> {
    let commas = (floor..cue).filter(|at| window.is(*at, Class::COMMA)).count();
    let parted =
        (floor..cue).any(|at| window.is(at, Class::SEMICOLON | Class::COLON | Class::OPEN_QUOTE | Class::STOP));
    if commas > CLAUSES || parted {
        return None;
    }
    let first = window.first_phrase_from(floor);
    let phrase = window.phrases.get(first).filter(|phrase| phrase.is_single() && phrase.tokens.end < cue)?;
    let leads = opens_clause(window, phrase.tokens.start, floor) && !is_governed(window, phrase.tokens.start, floor);
    // Nobody else may have come between.
    let alone = window
        .phrases
        .iter()
        .skip(first + 1)
        .take_while(|other| other.tokens.end <= cue)
        .all(|other| !other.is_single());
    let predicate =
        !window.is(phrase.tokens.end, Class::LISTING | Class::CONJUNCTION) && window.words(phrase.tokens.end) != "的";
    (leads && alone && predicate).then_some(first)
}

/// Reads what stands before a cue where no phrase does.
fn without_phrase(window: &Window<'_>, cue: usize, floor: usize) -> Subject {
    let start = window.clause_start(cue, floor);
    let mut first = start;
    while first < cue && window.is(first, Class::ADVERB | Class::TIME) && !window.is(first, Class::QUANTITY) {
        first += 1;
    }
    if let Some(opinion) = opinion_before(window, cue, start) {
        return Subject::Opinion(opinion);
    }
    if is_adverbial(window, start..cue) || is_adjunct(window, start..cue) {
        return Subject::Elided(start);
    }
    let joined = cue.checked_sub(1).filter(|last| *last > start && matches!(window.words(*last), "并" | "且" | "并且"));
    if let Some(joined) = joined {
        return Subject::Elided(joined);
    }
    match unlisted_name(window, first, cue) {
        Some(name) => Subject::Unlisted(name),
        None => Subject::Other,
    }
}

/// 有意见认为, 也有观点指出: the words before the cue.
fn opinion_before(window: &Window<'_>, cue: usize, start: usize) -> Option<Range<usize>> {
    let opinion = cue.checked_sub(1).filter(|at| *at > start && window.is(*at, Class::OPINION))?;
    let quantity = (start..opinion).rev().take(4).find(|at| window.is(*at, Class::QUANTITY))?;
    Some(quantity..opinion + 1)
}

/// A word or two that the dictionary does not know, at the start of a clause and directly before the cue.
fn unlisted_name(window: &Window<'_>, first: usize, cue: usize) -> Option<Range<usize>> {
    let mut end = cue;
    while end > first && window.is(end - 1, Class::ADVERB | Class::TIME) {
        end -= 1;
    }
    let run = window.tokens.get(first..end)?;
    let shape =
        Class::GIVEN | Class::FOREIGN | Class::SURNAME | Class::DOUBTFUL | Class::LATIN | Class::NOUN | Class::PLACE;
    let fits = run.iter().all(|token| token.classes.difference(shape).is_empty());
    let unknown = run.iter().any(|token| !token.is(Class::NOUN | Class::PLACE));
    let length: u32 = run.iter().map(super::token::Token::len).sum();
    (fits && unknown && (6..=18).contains(&length)).then_some(first..end)
}

/// Tells whether tokens are nothing but adverbs and times.
pub(super) fn is_adverbial(window: &Window<'_>, range: Range<usize>) -> bool {
    let run = window.tokens.get(range).unwrap_or_default();
    run.iter().all(|token| {
        token.is(Class::ADVERB | Class::TIME | Class::NUMBER | Class::CONJUNCTION) || is_date(token.of(window.text))
    })
}

fn is_date(words: &str) -> bool {
    matches!(
        words,
        "年" | "月"
            | "日"
            | "号"
            | "时"
            | "上"
            | "点"
            | "一"
            | "二"
            | "三"
            | "四"
            | "五"
            | "六"
            | "七"
            | "八"
            | "九"
            | "十"
    )
}

/// Tells whether tokens, cut at their commas, are nothing but adverbs, times and adjuncts.
fn is_adjunct(window: &Window<'_>, range: Range<usize>) -> bool {
    let mut start = range.start;
    let mut segments = 0;
    for at in range.clone() {
        if window.is(at, Class::STOP | Class::SEMICOLON | Class::COLON | Class::OPEN_QUOTE)
            && !window.is(at, Class::INSIDE)
        {
            return false;
        }
        if window.is(at, Class::COMMA) && !window.is(at, Class::INSIDE) {
            segments += 1;
            if segments > 2 || !is_adjunct_segment(window, start..at) {
                return false;
            }
            start = at + 1;
        }
    }
    is_adjunct_segment(window, start..range.end)
}

fn is_adjunct_segment(window: &Window<'_>, range: Range<usize>) -> bool {
    let (mut start, mut end) = (range.start, range.end);
    while start < end && is_adverbial(window, start..start + 1) {
        start += 1;
    }
    let aside = window.token(start).filter(|token| token.is(Class::OPEN_PAREN)).map(|token| token.partner as usize);
    if let Some(close) = aside.filter(|close| *close > start && *close < end) {
        return is_adjunct_segment(window, close + 1..end);
    }
    while end > start && is_adverbial(window, end - 1..end) && !window.is(end - 1, Class::CLOSER) {
        end -= 1;
    }
    let ends = end > start && (window.is(end - 1, Class::CLOSER) || is_occasion(window, end - 1));
    let of_opinion = end == start + 1 && window.words(start) == "的" && window.is(end, Class::CUE_NOUN);
    start == end
        || window.is(start, Class::PREPOSITION)
        || ends
        || of_opinion
        || (end < range.end && window.words(end) == "并")
}

/// Words of time that close an adjunct by themselves: 采访时, 会上.
fn is_occasion(window: &Window<'_>, at: usize) -> bool {
    window.is(at, Class::TIME) && window.words(at).ends_with(['时', '上', '中', '间', '后', '前'])
}

/// Tells whether a preposition or verb takes the phrase that starts at `start` as its object.
fn is_governed(window: &Window<'_>, start: usize, floor: usize) -> bool {
    let governs = Class::VERB.union(Class::PREPOSITION);
    if let Some(before) = start.checked_sub(1).filter(|before| *before >= floor).and_then(|before| window.token(before))
        && before.is(governs)
        && !before.is(Class::ACCORDING)
        && !before.is(Class::TIME | Class::CLOSER)
        && !(before.is(Class::ADVERB) && before.is(Class::VERB))
    {
        return true;
    }
    let earlier = window.first_phrase_from(start).checked_sub(1).and_then(|index| window.phrases.get(index));
    let floor = earlier.map_or(floor, |phrase| phrase.tokens.end.max(floor));
    (floor..start)
        .rev()
        .take_while(|at| !window.is(*at, Class::CLAUSE_EDGE | Class::CLOSER | Class::TIME))
        .take(8)
        .any(|at| window.is(at, Class::PREPOSITION) && !window.is(at, Class::ADVERB | Class::ACCORDING))
}

/// Tells whether nothing but adverbs stands between the start of a clause and this token.
fn opens_clause(window: &Window<'_>, at: usize, floor: usize) -> bool {
    let start = window.clause_start(at, floor);
    is_adverbial(window, start..at) || is_adjunct(window, start..at)
}

/// Returns the first of the phrases that are listed together and end with the one at `index`.
fn coordinated(window: &Window<'_>, mut index: usize, floor: usize) -> usize {
    while let (Some(before), Some(this)) =
        (index.checked_sub(1).and_then(|at| window.phrases.get(at)), window.phrases.get(index))
    {
        let gap = before.tokens.end..this.tokens.start;
        let joined = gap.len() == 1 && window.is(gap.start, Class::LISTING | Class::CONJUNCTION);
        if !joined || before.tokens.start < floor || before.sort == Sort::BareGroup {
            break;
        }
        index -= 1;
    }
    index
}
