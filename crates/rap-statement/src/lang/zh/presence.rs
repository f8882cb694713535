//! Presence: who the text says was there.

use std::ops::Range;

use super::class::Class;
use super::phrase::{Phrase, Sort};
use super::window::Window;

/// Words before the verb that say nobody was there yet, or at all.
const ABSENT: [&str; 12] = ["未", "没有", "将", "拟", "不", "未能", "缺席", "无法", "拒绝", "将要", "计划", "邀请"];

/// Characters of which counts are made: 四十余名.
const NUMERALS: &str = "一二三四五六七八九十百千两几数多余名位家个人";

/// How many phrases one list of attendees may hold.
const MANY: usize = 200;

/// Puts the phrases that were present, by index, with the verb that says so, into `present`.
pub(super) fn find_presence(window: &Window<'_>, present: &mut Vec<(usize, usize)>) {
    present.clear();
    for sentence in window.sentences {
        presiding(window, sentence, present);
        let verb = |at: &usize| window.is(*at, Class::PRESENCE) && !window.is(*at, Class::INSIDE);
        for at in sentence.clone().filter(verb) {
            if !ABSENT.contains(&window.words_before(at)) {
                before(window, at, sentence, present);
                after(window, at, sentence, present);
            }
        }
    }
    present.sort_unstable();
    present.dedup_by_key(|(phrase, _)| *phrase);
}

/// 会议由某某主持: whoever presides is there.
fn presiding(window: &Window<'_>, sentence: &Range<usize>, present: &mut Vec<(usize, usize)>) {
    for verb in sentence.clone().filter(|at| window.words(*at) == "主持") {
        let Some(index) = window.first_phrase_from(verb).checked_sub(1) else { continue };
        let Some(phrase) = window.phrases.get(index).filter(|phrase| phrase.tokens.end == verb) else { continue };
        if can_attend(phrase) && window.words_before(phrase.tokens.start) == "由" {
            present.push((index, verb));
        }
    }
}

/// A、B 和 C 出席: the list before the verb.
fn before(window: &Window<'_>, verb: usize, sentence: &Range<usize>, present: &mut Vec<(usize, usize)>) {
    let mut edge = verb;
    let end = window.first_phrase_from(verb);
    for index in (0..end).rev().take(MANY) {
        let Some(phrase) = window.phrases.get(index).filter(|phrase| phrase.tokens.start >= sentence.start) else {
            break;
        };
        if !is_list_gap(window, phrase.tokens.end..edge) || window.words_before(phrase.tokens.start) == "由" {
            break;
        }
        if can_attend(phrase) {
            present.push((index, verb));
        }
        edge = phrase.tokens.start;
    }
}

/// 出席会议的有 A、B 和 C: the list behind the verb.
fn after(window: &Window<'_>, verb: usize, sentence: &Range<usize>, present: &mut Vec<(usize, usize)>) {
    let window_end = sentence.end.min(verb + 12);
    let Some(opening) = (verb + 1..window_end)
        .find(|at| matches!(window.words(*at), "有" | "还有" | "包括") || window.is(*at, Class::COLON))
    else {
        return;
    };
    if !(verb..opening).any(|at| window.words(at) == "的") {
        return;
    }
    let first = window.first_phrase_from(opening);
    let listed = window.phrases.iter().enumerate().skip(first).take(MANY);
    for (index, phrase) in listed.take_while(|(_, phrase)| phrase.tokens.start < sentence.end) {
        if can_attend(phrase) {
            present.push((index, verb));
        }
    }
}

fn can_attend(phrase: &Phrase) -> bool {
    match phrase.sort {
        Sort::Person | Sort::Body(_) | Sort::Group => true,
        Sort::Office => phrase.body.is_some(),
        _ => false,
    }
}

/// Tells whether nothing stands between two attendees but marks, conjunctions, nouns and words of origin.
fn is_list_gap(window: &Window<'_>, gap: Range<usize>) -> bool {
    gap.len() <= 12
        && gap.clone().all(|at| {
            let Some(token) = window.token(at) else { return false };
            let words = token.of(window.text);
            let joins = Class::LISTING
                | Class::COMMA
                | Class::CONJUNCTION
                | Class::NOUN
                | Class::ROLE
                | Class::ROLE_PART
                | Class::GROUP_NOUN
                | Class::NUMBER
                | Class::ADVERB
                | Class::CLOSE_PAREN
                | Class::TIME;
            token.is(joins)
                || words.chars().all(|c| NUMERALS.contains(c))
                || matches!(
                    words,
                    "等" | "的" | "来自" | "多" | "余" | "位" | "家" | "名" | "派" | "分别" | "代表" | "人"
                )
        })
}
