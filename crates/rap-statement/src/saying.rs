//! What is no statement though it is built like one: nobody's words, a label before a colon, silence, scraps.
//!
//! Enters: the words of a source, a cue and a content as attribution found them. Leaves: whether they are a statement,
//! and where its content begins behind the label of a list. It knows no actor and no act but the plainest.

use std::sync::LazyLock;

use rap_doc::Span;

use crate::found::Attribution;
use crate::{Act, Finder, Statement, lang};

/// Words in the place of a speaker that are none.
#[derive(Default)]
struct NotSpeakers {
    nobody: Vec<&'static str>,
    /// The first characters of `nobody`, most of which no source begins with.
    nobody_heads: Vec<char>,
    field: Vec<&'static str>,
    opening: Vec<&'static str>,
}

static NOT_SPEAKERS: LazyLock<NotSpeakers> = LazyLock::new(|| {
    let mut found = NotSpeakers::default();
    let mut section = "";
    for line in include_str!("../../../packs/lexicons/not-speakers.txt").lines() {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => section = name,
            None if line.is_empty() || line.starts_with('#') => {}
            None if section == "nobody" => found.nobody.push(line),
            None if section == "field" => found.field.push(line),
            None => found.opening.push(line),
        }
    }
    found.nobody_heads = found.nobody.iter().filter_map(|word| word.chars().next()).collect();
    found
});

/// Tells whether somebody says something: not nobody, not a label before a colon, and not by keeping silent.
pub(crate) fn is_said(text: &str, attribution: &Attribution) -> bool {
    let words = |spans: &[Span]| spans.first().map_or("", |span| span.of(text));
    let (cue, content) = (words(&attribution.cue), words(&attribution.content));
    let source = words(&attribution.source).trim();
    let colon = matches!(cue.trim(), ":" | "：");
    !(is_nobody(source)
        || colon && is_label(source)
        || is_silence(cue, content)
        || is_invitation(cue, content)
        || is_cut(content))
}

/// Tells words that were cut off before they said anything: "the ministry to", the introduction of a list; in Chinese
/// what begins with a particle that belongs to the word before, or is a number alone ("五十二条").
pub(crate) fn is_cut(content: &str) -> bool {
    const OPEN: [&str; 9] = [" to", " that", " whether", " the", " a", " an", " of", " and", " or"];
    const COUNTED: [char; 12] = ['条', '项', '份', '件', '个', '余', '多', '次', '名', '家', '第', '点'];
    let bare = content.trim_end_matches([':', '：', ' ', ',', '，', '。']);
    let numeral = |sign: char| {
        sign.is_ascii_digit()
            || is_numeral(sign)
            || matches!(sign, '百' | '千' | '万' | '两' | '零')
            || COUNTED.contains(&sign)
    };
    let counted = !bare.is_ascii() && !bare.is_empty() && bare.chars().all(numeral);
    counted
        || content.starts_with(['的', '地', '得'])
            && !content.starts_with("的确")
            && !content.starts_with("地方")
            && !content.starts_with("地区")
            && !content.starts_with("得到")
        || bare.is_ascii() && OPEN.iter().any(|open| bare.ends_with(open))
}

/// Tells the question of somebody unnamed that only leads in an answer: "Asked whether the fund would grow, she said".
pub(crate) fn is_prompt(text: &str, attribution: &Attribution) -> bool {
    const PROMPTS: [&str; 5] = ["Asked", "Pressed", "Questioned", "Quizzed", "When asked"];
    let cue = attribution.cue.first().map_or("", |cue| cue.of(text));
    attribution.source.is_empty() && PROMPTS.iter().any(|prompt| cue.starts_with(prompt))
}

/// Tells what the writer says of anybody of a kind, who said nothing: "a provider does not know what its customers run",
/// "one in three firms needs to".
pub(crate) fn is_general(text: &str, attribution: &Attribution) -> bool {
    const ANYBODY: [&str; 14] = [
        "a ", "an ", "any ", "no ", "every ", "each ", "one in ", "A ", "An ", "Any ", "No ", "Every ", "Each ",
        "One in ",
    ];
    const MINDED: [&str; 10] =
        ["know", "knows", "need", "needs", "understand", "understands", "care", "cares", "expect", "expects"];
    let words = |spans: &[Span]| spans.first().map_or("", |span| span.of(text));
    let (source, cue) = (words(&attribution.source), words(&attribution.cue));
    MINDED.iter().any(|verb| cue.ends_with(verb)) && ANYBODY.iter().any(|word| source.starts_with(word))
}

/// Tells what is so "according to" a measure or a custom, which says nothing: "according to tradition", "to their risk".
pub(crate) fn accords_with_measure(text: &str, attribution: &Attribution) -> bool {
    const MEASURES: [&str; 34] = [
        "tradition",
        "traditions",
        "custom",
        "customs",
        "practice",
        "convention",
        "conventions",
        "schedule",
        "timetable",
        "calendar",
        "need",
        "needs",
        "circumstances",
        "preference",
        "preferences",
        "principle",
        "principles",
        "procedure",
        "procedures",
        "standard",
        "standards",
        "criteria",
        "ability",
        "size",
        "income",
        "age",
        "use",
        "risk",
        "nature",
        "level",
        "degree",
        "category",
        "type",
        "kind",
    ];
    let words = |spans: &[Span]| spans.first().map_or("", |span| span.of(text));
    let cue = words(&attribution.cue);
    let according = cue.get(.."according".len()).is_some_and(|word| word.eq_ignore_ascii_case("according"));
    let head =
        words(&attribution.source).split(' ').take_while(|word| !matches!(*word, "of" | "for" | "in" | "and")).last();
    according && head.is_some_and(|head| MEASURES.contains(&head))
}

/// Tells who was invited to take part, which is a deed of the meeting: "invited four speakers", "invited the companies
/// to speak". What was invited to be done or sent is asked for: "invited the member to apologise", "invites comments".
fn is_invitation(cue: &str, content: &str) -> bool {
    const PARTS: [&str; 13] = [
        "to speak",
        "to discuss",
        "to present",
        "to address",
        "to attend",
        "to join",
        "to share",
        "to introduce",
        "to deliver",
        "to exchange",
        "to participate",
        "to take part",
        "to take the floor",
    ];
    const SENT: [&str; 7] = ["comment", "view", "suggestion", "submission", "response", "proposal", "contribution"];
    if !cue.split(' ').any(|word| word.starts_with("invit")) {
        return false;
    }
    let asked =
        content.contains(" to ") || content.starts_with("to ") || SENT.iter().any(|sent| content.contains(sent));
    !asked || PARTS.iter().any(|part| content.contains(part))
}

/// The longest entry of the list in bytes, with room: no source need be looked at any further.
const LONGEST_ENTRY: usize = 40;

fn is_nobody(source: &str) -> bool {
    let first = source.chars().flat_map(char::to_lowercase).next();
    if !first.is_some_and(|first| NOT_SPEAKERS.nobody_heads.contains(&first)) {
        return false;
    }
    let head = lower_head(source);
    NOT_SPEAKERS.nobody.iter().any(|word| leads(&head, word))
}

fn is_label(source: &str) -> bool {
    let head = lower_head(source);
    NOT_SPEAKERS.field.contains(&head.as_str()) || NOT_SPEAKERS.opening.iter().any(|word| leads(&head, word))
}

fn lower_head(source: &str) -> String {
    source.chars().take(LONGEST_ENTRY).flat_map(char::to_lowercase).collect()
}

/// Tells whether words begin with a word or are it; Chinese puts no space behind it.
fn leads(words: &str, word: &str) -> bool {
    words.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') || !word.is_ascii())
}

/// Tells a cue that reports that nothing was said: "said nothing", "declined to comment", "would not say whether".
fn is_silence(cue: &str, content: &str) -> bool {
    const NOTHING: [&str; 5] = ["nothing", "nothing more", "no more", "anything", "little"];
    const DECLINED: [&str; 7] = ["declin", "refus", "did not", "would not", "didn't", "wouldn't", "拒绝"];
    const NAMED: [&str; 4] = ["to be named", "to be identified", "to be quoted", "not to be named"];
    const TO_SAY: [&str; 9] = [
        "to say",
        "to comment",
        "to answer",
        "to speak",
        "to discuss",
        "to give details",
        "to name",
        "to be named",
        "to elaborate",
    ];
    const NOT_SAY: [&str; 10] = [
        "not say",
        "n't say",
        "not comment",
        "not mention",
        "n't mention",
        "not even mention",
        "n't even mention",
        "拒绝透露",
        "拒绝回答",
        "没有透露",
    ];
    let declined = DECLINED.iter().any(|word| cue.starts_with(word));
    NOTHING.contains(&content.trim_end_matches(['.', ',', ' ']))
        || declined && TO_SAY.iter().any(|words| content.starts_with(words))
        || NAMED.iter().any(|words| content.starts_with(words))
        || NOT_SAY.iter().any(|words| cue.contains(words))
}

/// Tells whether what was attributed is more than a scrap: under three words it must do something, have a verb or be
/// quoted, and words that only point ("them", "that it is") say nothing by themselves.
pub(crate) fn tells_something(text: &str, statement: &Statement) -> bool {
    const POINTING: [&str; 34] = [
        "it", "them", "this", "that", "these", "those", "they", "he", "she", "we", "you", "i", "him", "her", "us",
        "me", "so", "is", "are", "was", "were", "do", "does", "did", "mean", "means", "the", "a", "an", "both", "all",
        "to", "not", "what",
    ];
    let words = || statement.content.iter().flat_map(|span| span.of(text).split_whitespace());
    let quoted = |word: &str| word.contains(['"', '“', '”', '‘', '「', '『', '《']);
    let first = statement.content.first().map_or("", |span| span.of(text));
    let mut opening = words();
    let three = [opening.next(), opening.next(), opening.next()];
    if three.into_iter().flatten().any(quoted) {
        return true;
    }
    if !first.is_ascii() && first.chars().any(|sign| sign as u32 > 0x2E80) {
        const POINTING: [&str; 10] = ["对此", "为此", "就此", "据此", "此事", "此", "这", "那", "其", "见"];
        if POINTING.contains(&first.trim_matches(|sign: char| !sign.is_alphanumeric())) {
            return false;
        }
        let signs = statement.content.iter().flat_map(|span| span.of(text).chars());
        return statement.act != Act::Fact || signs.filter(|sign| sign.is_alphanumeric()).nth(2).is_some();
    }
    let points = |word: &str| {
        let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        // None of them is longer.
        bare.len() <= "those".len() && POINTING.iter().any(|pointing| bare.eq_ignore_ascii_case(pointing))
    };
    let short = three[2].is_none();
    // Where the model has weighed it, a stand towards a thing may be short: "praised her effort".
    const PLAIN: [&str; 7] = ["said", "says", "say", "told", "added", "noted", "wrote"];
    let cue = statement.cue.first().map_or("", |cue| cue.of(text));
    let plain = cue.split(' ').any(|word| PLAIN.contains(&word));
    let weighed = statement.finder != Finder::Rules && !plain;
    !(three.into_iter().flatten().all(points) && opening.take(POINTING.len() - 3).all(points)
        || short && !weighed && statement.act == Act::Fact && !words().any(lang::en::act::may_be_verb))
}

/// Returns the content without the label of a list that opens it: "2. ", "(a) ", "（一）", "三、".
pub(crate) fn unlabelled(text: &str, content: Span) -> Span {
    const LONGEST_LABEL: usize = 4;
    let words = content.of(text);
    let bullet = ["- ", "* ", "– ", "— ", "• ", "· ", "•", "●", "▪", "◦", "‣"];
    if let Some(rest) = bullet.iter().find_map(|bullet| words.strip_prefix(bullet)).map(str::trim_start) {
        return if rest.is_empty() { content } else { Span::new(content.end() - rest.len(), content.end()) };
    }
    if let Some(rest) = behind_numbered_label(words).or_else(|| behind_counting(words)) {
        return Span::new(content.end() - rest.len(), content.end());
    }
    let inside = |sign: char| sign.is_ascii_alphanumeric() || is_numeral(sign);
    let (opened, rest) = match words.strip_prefix(['(', '（']) {
        Some(rest) => (true, rest),
        None => (false, words),
    };
    let behind = rest.trim_start_matches(inside);
    let label = rest.strip_suffix(behind).unwrap_or_default();
    let signs = label.chars().count();
    if signs == 0 || signs > LONGEST_LABEL {
        return content;
    }
    let number = label.chars().all(|sign| sign.is_ascii_digit() || is_numeral(sign));
    let after = match behind.chars().next() {
        Some(')' | '）') if opened || signs <= 2 => behind.strip_prefix([')', '）']),
        Some('.') if !opened && (number || signs == 1) => behind.strip_prefix('.').filter(|rest| rest.starts_with(' ')),
        Some('、' | '．') if !opened && number => behind.strip_prefix(['、', '．']),
        _ => None,
    };
    let Some(after) = after.map(str::trim_start).filter(|after| !after.is_empty()) else { return content };
    // 一、二类系统: two numbers of one phrase.
    if after.starts_with(is_numeral) && behind.starts_with('、') {
        return content;
    }
    Span::new(content.end() - after.len(), content.end())
}

/// Returns what stands behind the 一是 of a counted list; 一是一 is none.
fn behind_counting(words: &str) -> Option<&str> {
    let mut signs = words.chars();
    let number = signs.next().filter(|sign| is_numeral(*sign))?;
    let rest = signs.as_str().strip_prefix('是')?.trim_start_matches('，');
    (!rest.is_empty() && !rest.starts_with(number)).then_some(rest)
}

/// Returns what stands behind "Recommendation 3:", "Proposal 2." or 建议一：.
fn behind_numbered_label(words: &str) -> Option<&str> {
    const LABELS: [&str; 10] = [
        "Recommendation ",
        "RECOMMENDATION ",
        "Proposal ",
        "Request ",
        "Amendment ",
        "Demand ",
        "Ask ",
        "Suggestion ",
        "建议",
        "意见",
    ];
    let rest = LABELS.iter().find_map(|label| words.strip_prefix(label))?.trim_start_matches("No. ");
    let behind = rest.trim_start_matches(|sign: char| sign.is_ascii_digit() || is_numeral(sign));
    let after = behind
        .strip_prefix([':', '：', '.', ')', '–'])
        .or_else(|| behind.strip_prefix(" –"))
        .or_else(|| behind.strip_prefix(" -"))?;
    let after = after.trim_start();
    (behind.len() < rest.len() && !after.is_empty()).then_some(after)
}

fn is_numeral(sign: char) -> bool {
    matches!(sign, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

#[cfg(test)]
mod tests;
