//! Judges in their own cause: those who wrote a draft also sort what others say of it, and find that it agrees.
//!
//! Three sentences of one paper make a row: one that tells who drafted, one that tells who collected or sorted the
//! opinions, one that finds them in agreement with the draft; and a body that the first two share.

use rap_doc::{Language, Span};
use rap_statement::ActorKind;

use super::{Contradiction, ContradictionKind};
use crate::event::Paper;

const DRAFTED: [&str; 22] = [
    "on behalf of the draft",
    "on behalf of the drafting",
    "drafting committee",
    "draft committee",
    "drafting group",
    "drafting team",
    "drafters of",
    "drafted by",
    "wrote the draft",
    "written by",
    "author of the draft",
    "authors of the draft",
    "led the drafting",
    "prepared the draft",
    "起草组",
    "起草小组",
    "起草人",
    "执笔",
    "牵头起草",
    "负责起草",
    "编写组",
    "起草单位",
];
const SORTED: [&str; 25] = [
    "collected",
    "categorized",
    "categorised",
    "sorted",
    "summarized the",
    "summarised the",
    "grouped",
    "compiled",
    "analysed the comments",
    "analyzed the comments",
    "reviewed the comments",
    "received the comments",
    "gathered",
    "evaluated the",
    "收集",
    "汇总",
    "梳理",
    "归纳",
    "整理",
    "征集",
    "分类",
    "总结",
    "评估",
    "研判",
    "归类",
];
const OPINIONS: [&str; 18] = [
    "suggestions",
    "comments",
    "opinions",
    "submissions",
    "demands",
    "responses",
    "feedback",
    "views of",
    "proposals",
    "requests",
    "意见",
    "建议",
    "诉求",
    "反馈",
    "问题",
    "需求",
    "评论",
    "来信",
];
const AGREES: [&str; 24] = [
    "resonate with",
    "resonates with",
    "consistent with",
    "in line with",
    "agree with the",
    "agrees with the",
    "coincide with",
    "aligned with",
    "align with",
    "match the",
    "matches the",
    "confirm the",
    "confirms the",
    "support the draft",
    "supports the draft",
    "echo the",
    "borne out",
    "不谋而合",
    "高度契合",
    "相契合",
    "一致",
    "相吻合",
    "呼应",
    "得到印证",
];
const DRAFT: [&str; 11] = [
    "model act",
    "model bill",
    "model code",
    "draft",
    "proposal",
    "model law",
    "bill",
    "建议稿",
    "草案",
    "示范法",
    "征求意见稿",
];

pub(super) fn check(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    let text = paper.doc.text();
    let has = |words: &str, list: &[&str]| list.iter().any(|word| words.contains(word));
    let mut drafted = Vec::new();
    let mut sorted = Vec::new();
    let mut agrees = Vec::new();
    for (_, _, sentence) in paper.sentences() {
        let words = sentence.of(text).to_ascii_lowercase();
        if has(&words, &DRAFTED) {
            drafted.push(sentence);
        }
        if has(&words, &SORTED) && has(&words, &OPINIONS) {
            sorted.push(sentence);
        }
        if has(&words, &AGREES) && has(&words, &DRAFT) {
            agrees.push(sentence);
        }
    }
    let (Some(agreement), false) = (agrees.first(), drafted.is_empty()) else { return };
    for draft in drafted.iter().take(20) {
        for sort in sorted.iter().take(50) {
            if let Some(body) = shared_body(paper, *draft, *sort) {
                found.push(Contradiction {
                    kind: ContradictionKind::OwnCause,
                    words: format!("{body} is named with those who wrote the draft, with those who sorted what others said, and the outcome is agreement with the draft"),
                    caution: "the same body is named; whether the same persons did both, the paper may tell".to_owned(),
                    evidence: [*draft, *sort, *agreement].iter().map(|span| paper.evidence(*span)).collect(),
                });
                return;
            }
        }
    }
}

/// Returns a body that two sentences share: by a name of the record, else by the longest name phrase in both. The
/// sentence before counts too, where the second goes on with "the working group" or "they".
fn shared_body(paper: &Paper<'_>, one: Span, other: Span) -> Option<String> {
    let text = paper.doc.text();
    let widened = |span: Span| {
        let before =
            paper.sentences().map(|(_, _, before)| before).take_while(|before| before.end() <= span.start()).last();
        let same_block = before.filter(|before| paper.doc.block_at(before.start()) == paper.doc.block_at(span.start()));
        same_block.map_or(span, |before| before.hull(span))
    };
    let (one, other) = (widened(one), widened(other));
    if Language::of(one.of(text)) == Language::Chinese {
        return shared_actor(paper, one, other);
    }
    let phrase = phrases(one.of(text))
        .into_iter()
        .filter(|phrase| other.of(text).contains(phrase.as_str()))
        .max_by_key(String::len);
    phrase.or_else(|| shared_actor(paper, one, other))
}

fn shared_actor(paper: &Paper<'_>, one: Span, other: Span) -> Option<String> {
    let actors =
        paper.record.actors.iter().filter(|actor| matches!(actor.kind, ActorKind::Body(_) | ActorKind::Person));
    let within = |span: Span| {
        move |actor: &&rap_statement::Actor| {
            actor.names.iter().flat_map(|name| &name.spans).any(|name| span.contains(*name))
        }
    };
    actors.filter(within(one)).filter(within(other)).map(|actor| actor.name.clone()).max_by_key(String::len)
}

/// Returns the name phrases that end in the word for a body: "Policy Working Group".
fn phrases(words: &str) -> Vec<String> {
    const HEADS: [&str; 12] = [
        "Group",
        "Committee",
        "Institute",
        "Centre",
        "Center",
        "Office",
        "Commission",
        "Department",
        "Alliance",
        "Team",
        "Bureau",
        "Association",
    ];
    let mut found = Vec::new();
    let tokens: Vec<&str> = words.split_whitespace().collect();
    for (index, token) in tokens.iter().enumerate() {
        let plain = token.trim_end_matches([',', '.', ';', ':']);
        if !HEADS.contains(&plain) {
            continue;
        }
        let mut phrase = vec![plain];
        for word in tokens.iter().take(index).rev().take(6) {
            let named = word.starts_with(char::is_uppercase) || matches!(*word, "and" | "for" | "on");
            if !named || word.ends_with([',', '.', ';', ':']) {
                break;
            }
            phrase.insert(0, word);
        }
        while phrase.first().is_some_and(|word| !word.starts_with(char::is_uppercase)) {
            phrase.remove(0);
        }
        // Every tail of two or more words may be the name in the other sentence.
        for from in 0..phrase.len().saturating_sub(1) {
            found.push(phrase.get(from..).unwrap_or_default().join(" "));
        }
    }
    found
}
