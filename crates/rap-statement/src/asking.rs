//! What is built like a demand and asks nothing of anybody that the paper is about.
//!
//! Enters: a statement that was judged to be a demand. Leaves: the act that it has after all, or nothing where it is no
//! statement. A demand is a thing asked that stands by itself: "four changes" announces a list, "asked us for help" was
//! asked of the writer, "is asked to" tells of nobody's asking, "the reason why" is a question.
//! Absent on purpose: the words that ask, which the languages hold.

use rap_doc::Span;

use crate::{Act, Speaker, Statement};

/// Returns what a demand really does; `None` where nobody asks for anything and nothing else is said.
pub(crate) fn act_of_demand(text: &str, statement: &Statement) -> Option<Act> {
    let content = statement.content.first().map_or("", |span| span.of(text));
    let cue = statement.cue.first().map_or("", |span| span.of(text));
    if cue.is_empty() {
        return Some(Act::Demand);
    }
    if is_nobodys(statement, cue) {
        return None;
    }
    if is_denied(text, statement) {
        return Some(Act::Position);
    }
    if asks_writer(text, statement, content) || announces_list(statement, content) {
        return Some(Act::Fact);
    }
    Some(if asks_reason(content) { Act::Question } else { Act::Demand })
}

/// Tells what is or will be asked by nobody: "libraries are advised not to", "we will be asked to".
fn is_nobodys(statement: &Statement, cue: &str) -> bool {
    let passive = ["is ", "are ", "will be ", "is being ", "are being ", "would be ", "being "];
    statement.speaker == Speaker::Unknown
        && statement.mention.is_empty()
        && passive.iter().any(|passive| cue.starts_with(passive))
}

/// Tells a Chinese cue that is denied by the word before it: 也不要求, 并未建议.
fn is_denied(text: &str, statement: &Statement) -> bool {
    const DENIALS: [&str; 9] = ["不", "未", "并不", "并未", "没有", "没", "无需", "不必", "从未"];
    let cue = statement.cue.first().copied().unwrap_or_default();
    let (before, own) = (text.get(..cue.start()).unwrap_or_default(), cue.of(text));
    DENIALS.iter().any(|denial| before.ends_with(denial) || own.starts_with(denial))
}

/// Tells what somebody asked of the writer, and not of those who make the law: "people ask us for help", "my pupils
/// asked me to pass on one more thing". What "we" ask is another matter.
fn asks_writer(text: &str, statement: &Statement, content: &str) -> bool {
    const DELIVERED: [&str; 9] =
        ["to pass", "to say", "to tell", "to add", "to write", "to convey", "to speak", "to mention", "for help"];
    if statement.speaker == Speaker::Author || !content.is_ascii() {
        return false;
    }
    let start = statement.content.first().map_or(0, |span| span.start());
    let cue = statement.cue.first().copied().unwrap_or_default();
    let whole = Span::new(cue.start().min(start), start + content.len()).of(text);
    ["me ", "us "].iter().any(|writer| {
        let at = whole.find(&format!(" {writer}"));
        let rest = at.and_then(|at| whole.get(at + 1 + writer.len()..)).or_else(|| content.strip_prefix(writer));
        rest.is_some_and(|rest| DELIVERED.iter().any(|words| rest.starts_with(words)))
    })
}

/// Tells words that only say how many things will be asked for: "four changes", "the following amendments".
fn announces_list(statement: &Statement, content: &str) -> bool {
    const THINGS: [&str; 18] = [
        "change",
        "changes",
        "thing",
        "things",
        "point",
        "points",
        "amendment",
        "amendments",
        "improvement",
        "improvements",
        "step",
        "steps",
        "measure",
        "measures",
        "request",
        "requests",
        "correction",
        "corrections",
    ];
    const COUNTS: [&str; 24] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "several",
        "some",
        "few",
        "a",
        "the",
        "following",
        "certain",
        "number",
        "of",
        "more",
        "further",
        "other",
        "these",
        "many",
    ];
    let mut words = content.trim_end_matches([':', '.']).split(' ');
    let last = words.next_back().unwrap_or_default();
    let counted = |word: &str| COUNTS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit());
    statement.items.is_empty() && THINGS.contains(&last) && words.all(counted)
}

/// Tells a question for a reason: "asked for the reason she was turned away".
fn asks_reason(content: &str) -> bool {
    ["the reason", "the reasons", "her reasons", "his reasons", "their reasons"]
        .iter()
        .any(|reason| content.starts_with(reason))
}

#[cfg(test)]
mod tests;
