//! Cues: the words that attribute, and the uses of the same words that do not.

use std::ops::Range;

use super::class::Class;
use super::window::Window;

/// A run of cue words: 强调指出, 回应称.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Cue {
    pub(super) tokens: Range<usize>,
    /// The classes of all its words together.
    pub(super) classes: Class,
}

/// What follows a cue.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Opening {
    /// Content from this token on.
    Content(usize),
    /// A mark that ends the sentence, or nothing: content can only stand before.
    Nothing,
    /// Words which show that this is no cue.
    Other,
}

/// Words before a cue that make a noun or a report of a refusal of it.
const NOT_AFTER: [&str; 38] = [
    "的", "作出", "做出", "作", "予以", "进行", "加以", "未", "没有", "拒绝", "未予", "无法", "没", "不便", "并未",
    "从未", "未曾", "被", "有待", "给予", "获得", "得到", "无", "受到", "尚未", "不愿", "不予", "符合", "满足", "达到",
    "按照", "根据", "依照", "按", "以", "听取", "征求", "以及",
];

/// Words behind a cue that make a noun of it: 建议书, 支持者.
const NOT_BEFORE: [&str; 12] = ["的", "者", "书", "稿", "案", "权", "率", "性", "函", "之", "等", "和"];

/// Words that make a clause of obligation, after which 提出 is a cue without a comma.
const OBLIGATION: [&str; 12] = ["要", "应", "应当", "应该", "必须", "须", "需", "需要", "希望", "建议", "可以", "不应"];

/// Returns the run of cue words that starts at `at`, or nothing where the words do not attribute there.
pub(super) fn cue_at(window: &Window<'_>, at: usize) -> Option<Cue> {
    let mut end = at;
    let mut classes = Class::empty();
    while let Some(token) = window.token(end).filter(|token| token.is(Class::CUE)) {
        classes |= token.classes & Class::CUE;
        end += 1;
    }
    if end > at && window.words(end) == "道" {
        end += 1;
        classes |= Class::SAY;
    }
    let noun = classes.intersects(Class::CUE_NOUN);
    if end == at || (!noun && is_misused(window, at, end)) {
        return None;
    }
    Some(Cue { tokens: at..end, classes })
}

fn is_misused(window: &Window<'_>, at: usize, end: usize) -> bool {
    let before = window.words_before(at);
    // 对……表示感谢 and its like are acts of courtesy.
    let courtesy = window.words(end - 1) == "表示"
        && (end..end + 3)
            .take_while(|next| !window.is(*next, Class::MARK))
            .any(|next| window.is(next, Class::NOT_CONTENT));
    let counted = window.is_before(at, Class::DETERMINER | Class::NUMBER) && !window.is_before(at, Class::TIME)
        || matches!(before, "条" | "点" | "项" | "个" | "些" | "种");
    courtesy || counted || NOT_AFTER.contains(&before) || NOT_BEFORE.contains(&window.words(end))
}

impl Cue {
    /// Tells what follows the cue in a sentence that ends before the token `end`.
    pub(super) fn opening(&self, window: &Window<'_>, end: usize) -> Opening {
        let mut at = self.tokens.end;
        if matches!(window.words(at), "了" | "过") {
            at += 1;
        }
        let Some(next) = window.token(at).filter(|_| at < end) else { return Opening::Nothing };
        if next.is(Class::STOP) {
            return Opening::Nothing;
        }
        if next.is(Class::COMMA | Class::COLON) {
            // 表示支持，并……: what is supported stands before.
            if self.classes == Class::ATTITUDE && next.is(Class::COMMA) && window.words(at - 1).starts_with("表示") {
                return Opening::Other;
            }
            return if at + 1 < end { Opening::Content(at + 1) } else { Opening::Nothing };
        }
        let free = self.classes.intersects(Class::SAY | Class::ASK | Class::ATTITUDE | Class::CUE_NOUN);
        let obliges = self.classes.intersects(Class::ASK_COMMA) && OBLIGATION.contains(&next.of(window.text));
        let quoted = next.is(Class::OPEN_QUOTE) && !self.classes.intersects(Class::ASK_COMMA);
        let listed = next.is(Class::LISTING | Class::CLOSING | Class::SEMICOLON);
        if !listed && (free || obliges || quoted) && at == self.tokens.end {
            Opening::Content(at)
        } else {
            Opening::Other
        }
    }

    /// Tells whether the cue itself asks for its content.
    pub(super) fn asks(&self) -> bool {
        self.classes.intersects(Class::ASKING) && !self.classes.intersects(Class::SAY)
    }
}
