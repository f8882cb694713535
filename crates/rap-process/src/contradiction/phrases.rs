//! Turns of phrase that claim more than they show: "it is well known", and a plan told as a draft.

use rap_doc::Language;
use rap_statement::SourceKind;

use super::{Contradiction, ContradictionKind};
use crate::event::Paper;

const KNOWN_EN: [&str; 23] = [
    "everybody knows that",
    "as everybody knows",
    "it is generally known",
    "it is commonly known",
    "it is widely accepted",
    "it is widely acknowledged",
    "it is universally acknowledged",
    "it is undisputed",
    "it is beyond dispute",
    "there is no doubt that",
    "it is well known that",
    "it's well known that",
    "is well known that",
    "as everyone knows",
    "everyone knows that",
    "as is well known",
    "as we all know",
    "it is common knowledge",
    "needless to say",
    "it goes without saying",
    "it is no secret that",
    "it is widely known",
    "nobody disputes that",
];
const KNOWN_ZH: [&str; 14] = [
    "尽人皆知",
    "不争的事实",
    "显而易见",
    "有目共睹",
    "不言自明",
    "举世公认",
    "众所周知",
    "众所皆知",
    "大家都知道",
    "毋庸置疑",
    "不言而喻",
    "人所共知",
    "无可争议的是",
    "毫无疑问",
];

/// Words that give a source after all.
const SOURCED: [&str; 15] = [
    "according to",
    "reported",
    "cited",
    "citing",
    "announced",
    "published",
    "http",
    "据报",
    "据悉",
    "据介绍",
    "据统计",
    "据《",
    "报道",
    "根据",
    "公布",
];

const PLAN_EN: [&str; 9] = [
    "plan",
    "agenda",
    "planning to include",
    "legislative programme",
    "work plan",
    "work programme",
    "listed",
    "pipeline",
    "roadmap",
];
const DRAFT_EN: [&str; 12] = [
    "prepped a draft",
    "prepared a draft",
    "has a draft",
    "already drafted",
    "drafted a law",
    "finished a draft",
    "completed a draft",
    "a draft is ready",
    "draft is ready",
    "had drafted",
    "has drafted",
    "ready draft",
];
const DRAFT_ZH: [&str; 7] =
    ["已起草完成", "草案已经", "已形成草案", "已完成草案", "已准备好草案", "起草了草案", "草案已准备"];
const PLAN_ZH: [&str; 4] = ["立法计划", "立法规划", "立法工作计划", "列入计划"];

pub(super) fn check(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    let text = paper.doc.text();
    let mut before = "";
    let mut last_block = usize::MAX;
    for (block, language, sentence) in paper.sentences() {
        let words = sentence.of(text);
        if block != last_block {
            before = "";
        }
        if paper.kind_of(block) != SourceKind::Law {
            known(paper, sentence, words, language, found);
            plan(paper, sentence, (before, words), language, found);
        }
        before = words;
        last_block = block;
    }
}

fn known(paper: &Paper<'_>, sentence: rap_doc::Span, words: &str, language: Language, found: &mut Vec<Contradiction>) {
    let lower = words.to_ascii_lowercase();
    let phrases: &[&str] = if language == Language::Chinese { &KNOWN_ZH } else { &KNOWN_EN };
    let fixed = phrases.iter().find(|phrase| lower.contains(**phrase)).map(|phrase| (*phrase).to_owned());
    let Some(phrase) = fixed.or_else(|| held_by_all(&lower)) else { return };
    if SOURCED.iter().any(|word| lower.contains(word)) {
        return;
    }
    found.push(Contradiction {
        kind: ContradictionKind::NoSource,
        words: format!("“{phrase}” stands for a source: nobody is named who says so"),
        caution: "it may be true; the paper does not show it".to_owned(),
        evidence: vec![paper.evidence(sentence)],
    });
}

/// Returns the words of a draft that is relied on for what the law is to say, and that a plan has announced.
fn relied_on(lower: &str) -> Option<&str> {
    let at = lower.find("according to ").or_else(|| lower.find("under the "))?;
    let rest = lower.get(at..)?;
    let draft = rest.find("draft ").filter(|draft| *draft <= 60)?;
    let announced = rest.get(draft..)?;
    let planned = ["announced in", "listed in", "included in", "named in", "foreseen in"];
    planned.iter().any(|word| announced.contains(word)).then(|| rest.get(..draft + "draft".len())).flatten()
}

/// Returns words that say that all hold something: "it is widely recognised", "as is generally accepted".
fn held_by_all(lower: &str) -> Option<String> {
    const HOW: [&str; 6] = ["well", "generally", "widely", "commonly", "universally", "broadly"];
    const HELD: [&str; 7] = ["known", "accepted", "acknowledged", "recognised", "recognized", "understood", "agreed"];
    let phrase = |lead: &str, how: &str, held: &str| format!("{lead} is {how} {held}");
    let all = ["it", "as"].into_iter().flat_map(|lead| {
        HOW.into_iter().flat_map(move |how| HELD.into_iter().map(move |held| phrase(lead, how, held)))
    });
    let mut all = all;
    lower.contains(" is ").then(|| all.find(|phrase| lower.contains(phrase.as_str()))).flatten()
}

fn plan(
    paper: &Paper<'_>,
    sentence: rap_doc::Span,
    (before, words): (&str, &str),
    language: Language,
    found: &mut Vec<Contradiction>,
) {
    let (drafts, plans): (&[&str], &[&str]) =
        if language == Language::Chinese { (&DRAFT_ZH, &PLAN_ZH) } else { (&DRAFT_EN, &PLAN_EN) };
    let lower = words.to_ascii_lowercase();
    let told = drafts.iter().find(|draft| lower.contains(**draft)).copied();
    let Some(draft) = told.or_else(|| relied_on(&lower)) else { return };
    let near = format!("{} {lower}", before.to_ascii_lowercase());
    let Some(plan) = plans.iter().find(|plan| near.contains(**plan)) else { return };
    // A draft that was shown is one.
    let shown = ["published", "released", "made public", "opened for comment", "公布", "公开征求"];
    if shown.iter().any(|word| lower.contains(word)) {
        return;
    }
    found.push(Contradiction {
        kind: ContradictionKind::PlanAsDraft,
        words: format!("an item of a plan (“{plan}”) is told together with a draft that exists (“{draft}”)"),
        caution: "a plan names drafts that are to be written; that one was written needs a source of its own"
            .to_owned(),
        evidence: vec![paper.evidence(sentence)],
    });
}
