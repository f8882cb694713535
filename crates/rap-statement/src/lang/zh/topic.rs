//! Topics: speeches of which nothing but the title or the subject is told.

use std::ops::Range;

use super::class::Class;
use super::draft::Draft;
use super::phrase::Sort;
use super::subject::{Subject, subject_of};
use super::window::Window;
use crate::found::{Finder, Manner};

/// Verbs of giving a speech.
const GIVING: [&str; 14] =
    ["作", "做", "发表", "带来", "进行", "作题", "作出", "开展", "展开", "作了", "做了", "为题", "作主题", "做题"];

/// Words that bring in a subject: 围绕, 就, 关于, 以.
const ABOUT: [&str; 6] = ["围绕", "就", "关于", "针对", "以", "聚焦"];

/// Speech acts of several together, which tell of the event and not of a speech.
const EXCHANGES: [&str; 4] = ["交流", "讨论", "研讨", "探讨"];

/// How far the verb and the title may stand before the noun of the speech, in tokens.
const REACH: usize = 60;

/// Returns the speech that the noun or verb at `at` tells of.
pub(super) fn topic_at(window: &Window<'_>, at: usize, sentence: &Range<usize>) -> Option<Draft> {
    if window.is(at, Class::TOPIC_VERB) {
        return reported_subject(window, at, sentence);
    }
    if !window.is(at, Class::TOPIC_NOUN) {
        return None;
    }
    let floor = at.saturating_sub(REACH).max(sentence.start);
    let verb =
        (floor..at).rev().find(|verb| GIVING.contains(&window.words(*verb)) && !window.is(*verb, Class::INSIDE))?;
    let (start, content) = title_before(window, at, floor).or_else(|| subject_before(window, verb, at, floor))?;
    draft(window, start.min(verb), at..at + 1, content, sentence)
}

/// 介绍了起草情况: the object is the subject of the speech.
fn reported_subject(window: &Window<'_>, at: usize, sentence: &Range<usize>) -> Option<Draft> {
    let mut end = at + 1;
    while end < sentence.end && !window.is(end, Class::COMMA | Class::SEMICOLON | Class::STOP) {
        end += 1;
    }
    if end == at + 1 {
        return None;
    }
    draft(window, at, at..at + 1, at + 1..end, sentence)
}

/// The title in marks before the noun: 作题为《……》的报告.
fn title_before(window: &Window<'_>, noun: usize, floor: usize) -> Option<(usize, Range<usize>)> {
    let close = (floor..noun).rev().find(|at| window.is(*at, Class::CLOSE_TITLE | Class::CLOSE_QUOTE))?;
    let open = window.token(close)?.partner as usize;
    if open >= close || open < floor {
        return None;
    }
    let mut start = open;
    while start > floor && !window.is(start - 1, Class::COMMA) && open - start < 4 {
        start -= 1;
        if GIVING.contains(&window.words(start)) || ABOUT.contains(&window.words(start)) {
            return Some((start, open..close + 1));
        }
    }
    None
}

/// The subject in plain words: 围绕……作交流发言, 作关于……的报告.
fn subject_before(window: &Window<'_>, verb: usize, noun: usize, floor: usize) -> Option<(usize, Range<usize>)> {
    let about = (floor..noun).rev().find(|at| ABOUT.contains(&window.words(*at)) && !window.is(*at, Class::INSIDE))?;
    let mut end = if about < verb { verb } else { noun };
    while end > about + 1
        && (window.words(end - 1) == "的" || window.is(end - 1, Class::COMMA | Class::ROLE_PART | Class::ADVERB))
    {
        end -= 1;
    }
    (end > about + 1).then_some((about, about + 1..end))
}

fn draft(
    window: &Window<'_>,
    start: usize,
    cue: Range<usize>,
    content: Range<usize>,
    sentence: &Range<usize>,
) -> Option<Draft> {
    let Subject::Phrases(phrases) = subject_of(window, start, sentence.start) else { return None };
    let named = window.phrases.get(phrases.clone())?;
    if named.last().is_some_and(|last| matches!(last.sort, Sort::BareGroup | Sort::Document)) {
        return None;
    }
    let exchange = EXCHANGES.iter().any(|noun| window.words(cue.start).ends_with(noun));
    if exchange && named.iter().any(|phrase| !phrase.is_single()) {
        return None;
    }
    let source = named.iter().map(|phrase| phrase.tokens.clone()).collect();
    Some(Draft {
        source,
        phrases,
        cue: vec![cue],
        content: vec![content],
        manner: Manner::Topic,
        finder: Finder::Rules,
    })
}
