//! Content: how far the words reach that a cue attributes.

use std::ops::Range;

use super::class::Class;
use super::window::Window;

/// Returns the content that starts with the token `start` in a sentence that ends before the token `end`.
///
/// A quotation that is a sentence of its own ends the content, with the quotations that follow it directly; a
/// quotation inside of a clause does not. A list that begins with 一是 or （一） goes on over the sentences of its items.
pub(super) fn content_from(window: &Window<'_>, start: usize, end: usize) -> Range<usize> {
    if let Some(close) = speech_at(window, start, end) {
        return start..close;
    }
    start..comment_start(window, start, list_end(window, start, end))
}

/// How far into a content a comment on it is looked for, in tokens; a content is rarely longer.
const COMMENTED: usize = 256;

/// Returns where the writer begins to judge what was said: ，这种看法值得商榷.
fn comment_start(window: &Window<'_>, start: usize, end: usize) -> usize {
    let comments = |at: &usize| {
        window.is(*at, Class::COMMA)
            && !window.is(*at, Class::INSIDE)
            && matches!(window.words(at + 1), "这种" | "这一" | "这个" | "此种" | "该" | "这样")
            && window.is(at + 2, Class::OPINION)
    };
    (start..end).take(COMMENTED).find(comments).unwrap_or(end)
}

/// Returns the end of the quotation at `start`, where it is speech and no part of a clause.
fn speech_at(window: &Window<'_>, start: usize, end: usize) -> Option<usize> {
    let mut close = quotation_at(window, start)?;
    let complete = window.is(close - 2, Class::STOP | Class::COMMA);
    let ends = close >= end || window.is(close, Class::STOP | Class::SEMICOLON);
    if !complete && !ends {
        return None;
    }
    while let Some(next) = quotation_at(window, close) {
        close = next;
    }
    Some(close)
}

/// Returns the end of the quotation that opens at `start`.
pub(super) fn quotation_at(window: &Window<'_>, start: usize) -> Option<usize> {
    let token = window.token(start).filter(|token| token.is(Class::OPEN_QUOTE))?;
    let partner = token.partner as usize;
    (partner > start + 1).then_some(partner + 1)
}

/// Returns the start of the speech whose closing mark stands directly before the token `at`.
pub(super) fn speech_before(window: &Window<'_>, at: usize, floor: usize) -> Option<usize> {
    let close = at.checked_sub(1)?;
    let token = window.token(close).filter(|token| token.is(Class::CLOSE_QUOTE))?;
    let open = token.partner as usize;
    let complete = close > 0 && window.is(close - 1, Class::STOP | Class::COMMA);
    let apart = open == 0 || window.is(open - 1, Class::CLAUSE_EDGE);
    (open < close && open >= floor && apart && (complete || close - open > 4)).then_some(open)
}

/// How the items of a list are counted, the first item first.
const COUNTS: [&[&str]; 3] = [
    &["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"],
    &["第一", "第二", "第三", "第四", "第五", "第六", "第七", "第八", "第九", "第十"],
    &["（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）", "（九）", "（十）"],
];

fn list_end(window: &Window<'_>, start: usize, end: usize) -> usize {
    let rest =
        |at: usize| window.token(at).and_then(|token| window.text.get(token.start as usize..)).unwrap_or_default();
    let Some(count) = COUNTS.iter().find(|count| count.first().is_some_and(|item| rest(start).starts_with(item)))
    else {
        return end;
    };
    let mut next = window.sentences.partition_point(|sentence| sentence.start < end);
    let mut list_end = end;
    while let Some(sentence) = window.sentences.get(next)
        && count.iter().skip(1).any(|item| rest(sentence.start).starts_with(item))
    {
        list_end = sentence.end;
        next += 1;
    }
    list_end
}
