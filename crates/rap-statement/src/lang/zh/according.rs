//! Sources that prepositions bring in: 据悉, 根据某某的说法, 在某某看来.

use std::ops::Range;

use super::class::Class;
use super::content::content_from;
use super::draft::Draft;
use super::window::Window;
use crate::found::{Finder, Manner};

/// Nouns that close the source of a report: 根据某某的说法.
const REPORTS: [&str; 14] =
    ["说法", "报道", "消息", "介绍", "统计", "观点", "分析", "解释", "看法", "估计", "估算", "测算", "数据", "通报"];

/// 据悉，……: nobody is named.
pub(super) fn hearsay_at(window: &Window<'_>, at: usize, sentence: &Range<usize>) -> Option<Draft> {
    let opens = at == sentence.start || window.is_before(at, Class::CLAUSE_EDGE | Class::ADVERB);
    if !window.is(at, Class::HEARSAY) || !opens || !window.is(at + 1, Class::COMMA) {
        return None;
    }
    let cue = at..at + 1;
    draft(window, Vec::new(), 0..0, vec![cue], at + 2, sentence)
}

/// 根据某某的说法，……
pub(super) fn according_at(window: &Window<'_>, at: usize, sentence: &Range<usize>) -> Option<Draft> {
    if !window.is(at, Class::ACCORDING) {
        return None;
    }
    let index = window.first_phrase_from(at + 1);
    let phrase =
        window.phrases.get(index).filter(|phrase| phrase.tokens.start <= at + 2 && phrase.tokens.end < sentence.end)?;
    let mut noun = phrase.tokens.end;
    while noun < phrase.tokens.end + 4 && !REPORTS.contains(&window.words(noun)) {
        noun += 1;
    }
    if !REPORTS.contains(&window.words(noun)) || !window.is(noun + 1, Class::COMMA) {
        return None;
    }
    draft(window, vec![phrase.tokens.clone()], index..index + 1, vec![at..at + 1, noun..noun + 1], noun + 2, sentence)
}

/// 在某某看来，……
pub(super) fn impression_at(window: &Window<'_>, at: usize, sentence: &Range<usize>) -> Option<Draft> {
    let index = window.first_phrase_from(at).checked_sub(1)?;
    let phrase = window.phrases.get(index)?;
    let before = phrase.tokens.start.checked_sub(1)?;
    let opens = window.words(before) == "在" && phrase.tokens.end == at && before >= sentence.start;
    if !window.is(at, Class::IMPRESSION) || !opens {
        return None;
    }
    let start = if window.is(at + 1, Class::COMMA) { at + 2 } else { at + 1 };
    draft(window, vec![phrase.tokens.clone()], index..index + 1, vec![before..before + 1, at..at + 1], start, sentence)
}

fn draft(
    window: &Window<'_>,
    source: Vec<Range<usize>>,
    phrases: Range<usize>,
    cue: Vec<Range<usize>>,
    start: usize,
    sentence: &Range<usize>,
) -> Option<Draft> {
    let content = vec![content_from(window, start, sentence.end)];
    (start < sentence.end).then_some(Draft {
        source,
        phrases,
        cue,
        content,
        manner: Manner::Said,
        finder: Finder::Rules,
    })
}
