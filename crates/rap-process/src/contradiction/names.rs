//! Names of bodies: a name that two bodies bear, and one body under two names.

use rap_doc::{Language, Span};
use rap_statement::ActorKind;

use super::{Contradiction, ContradictionKind, listed};
use crate::body::{Bodies, BodyId};
use crate::event::Paper;
use crate::event::may_be_public;

pub(super) fn check(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    ambiguous(paper, found);
    two_names(paper, found);
    two_names_zh(paper, found);
}

/// A name that may mean two bodies of one country, with each form in which the paper gives it.
fn ambiguous(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    let bodies = Bodies::builtin();
    for actor in &paper.record.actors {
        let ActorKind::Body(kind) = actor.kind else { continue };
        if !may_be_public(kind) {
            continue;
        }
        // The narrowest reading that a form allows, and every form that leaves it open.
        let mut meant: Option<Vec<BodyId>> = None;
        let mut uses: Vec<(String, Span)> = Vec::new();
        for name in &actor.names {
            let named = of_one_country(bodies.named(&name.name).bodies);
            if let (true, Some(span)) = (named.len() > 1, name.spans.first()) {
                uses.push((name.name.clone(), *span));
                if meant.as_ref().is_none_or(|meant| named.len() < meant.len()) {
                    meant = Some(named);
                }
            }
        }
        if let Some(meant) = meant {
            uses.sort_by_key(|(_, span)| span.start());
            found.push(ambiguous_row(paper, &meant, &uses));
        }
    }
}

/// Leaves the bodies of the country that most of them belong to; none where no country has two of them.
fn of_one_country(named: Vec<BodyId>) -> Vec<BodyId> {
    let country = |id: &BodyId| Bodies::builtin().get(*id).map(|body| body.jurisdiction.clone());
    let shared = named.iter().find(|one| named.iter().filter(|other| country(one) == country(other)).count() > 1);
    let shared = shared.and_then(country);
    named.into_iter().filter(|id| shared.is_some() && country(id) == shared).collect()
}

fn ambiguous_row(paper: &Paper<'_>, meant: &[BodyId], uses: &[(String, Span)]) -> Contradiction {
    let known: Vec<&crate::body::Body> = meant.iter().filter_map(|id| Bodies::builtin().get(*id)).collect();
    let names: Vec<String> = uses.iter().map(|(name, _)| format!("“{name}”")).collect();
    let bodies: Vec<&str> = known.iter().map(|body| body.name()).collect();
    let notes: Vec<String> = known
        .iter()
        .filter(|body| !body.note.is_empty())
        .map(|body| format!("the {} is {}", body.name(), body.note))
        .collect();
    let verb = if names.len() == 1 { "may mean more than one body" } else { "may be names of one body or of several" };
    Contradiction {
        kind: ContradictionKind::BodyNames,
        words: format!("{} {verb}: {}", listed(&names), bodies.join(" or ")),
        caution: std::iter::once("left open, not decided".to_owned()).chain(notes).collect::<Vec<_>>().join("; "),
        evidence: uses.iter().map(|(_, span)| paper.evidence(*span)).collect(),
    }
}

/// Words that make a name the name of a body.
const HEADS: [&str; 14] = [
    "Institute",
    "Center",
    "Centre",
    "Department",
    "Office",
    "Committee",
    "Commission",
    "Bureau",
    "Division",
    "Agency",
    "Board",
    "Council",
    "Laboratory",
    "Academy",
];

/// Words that a name has or has not without being another.
const LOOSE: [&str; 6] = ["research", "national", "working", "the", "deputy", "director"];

/// The most names of one head that are compared.
const MOST_COMPARED: usize = 200;

/// Two names with the same words in another order or form: "Institute of Harbour Economics", "Harbour Economy Institute".
fn two_names(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    let text = paper.doc.text();
    let mut named: Vec<Name> = Vec::new();
    for (_, language, sentence) in paper.sentences() {
        if language == Language::Chinese {
            continue;
        }
        for name in names_in(sentence.of(text), sentence.start()) {
            if named.len() < MOST_COMPARED && !named.iter().any(|known| known.words == name.words) {
                named.push(name);
            }
        }
    }
    for (index, one) in named.iter().enumerate() {
        let twin = named
            .iter()
            .skip(index + 1)
            .find(|other| other.head == one.head && other.stems == one.stems && other.content != one.content);
        if let Some(twin) = twin {
            found.push(Contradiction {
                kind: ContradictionKind::BodyNames,
                words: format!("“{}” and “{}” may be one body under two names", one.words, twin.words),
                caution: "the words are the same in another order or form".to_owned(),
                evidence: vec![paper.evidence(one.span), paper.evidence(twin.span)],
            });
        }
    }
}

/// Endings of names in Chinese that tell one body of its kind from another.
const ENDINGS_ZH: [&str; 10] =
    ["研究院", "研究所", "研究中心", "协会", "联盟", "委员会", "商会", "学会", "基金会", "中心"];

/// Two names in Chinese of one beginning and one ending, of which one has a character or two more in the middle.
fn two_names_zh(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    let text = paper.doc.text();
    let mut named: Vec<(Span, Vec<char>)> = Vec::new();
    for (_, language, sentence) in paper.sentences() {
        if language != Language::Chinese {
            continue;
        }
        for ending in ENDINGS_ZH {
            for (at, _) in sentence.of(text).match_indices(ending) {
                let end = sentence.start() + at + ending.len();
                let name = name_before(text, sentence.start(), end);
                let words: Vec<char> = name.of(text).chars().collect();
                if words.len() >= 6 && named.len() < MOST_COMPARED && !named.iter().any(|(_, known)| *known == words) {
                    named.push((name, words));
                }
            }
        }
    }
    for (index, (span, one)) in named.iter().enumerate() {
        let twin = named.iter().skip(index + 1).find(|(_, other)| are_twins(one, other));
        if let Some((other, _)) = twin {
            found.push(Contradiction {
                kind: ContradictionKind::BodyNames,
                words: format!("“{}” and “{}” may be one body under two names", span.of(text), other.of(text)),
                caution: "the names differ in a character or two".to_owned(),
                evidence: vec![paper.evidence(*span), paper.evidence(*other)],
            });
        }
    }
}

/// Returns the run of characters up to `end` that may be a name: from the last mark or small word before it.
fn name_before(text: &str, from: usize, end: usize) -> Span {
    let head = text.get(from..end).unwrap_or_default();
    let mut start = end;
    for (at, c) in head.char_indices().rev().take(20) {
        if !('\u{4e00}'..='\u{9fff}').contains(&c) || "的由和与及、在了对向为是据经请来自".contains(c)
        {
            break;
        }
        start = from + at;
    }
    Span::new(start, end)
}

/// Tells whether two names begin and end alike and one has one or two characters more in between.
fn are_twins(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let more = long.len() - short.len();
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let tail = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    (1..=2).contains(&more) && head >= 2 && tail >= 3 && head + tail >= short.len()
}

struct Name {
    span: Span,
    words: String,
    head: &'static str,
    /// The words beside the head, each cut to its first letters, in order of the alphabet.
    stems: Vec<String>,
    content: Vec<String>,
}

fn names_in(sentence: &str, start: usize) -> Vec<Name> {
    let tokens: Vec<(usize, &str)> = sentence
        .split(' ')
        .scan(0, |at, word| {
            let begin = *at;
            *at += word.len() + 1;
            Some((begin, word))
        })
        .collect();
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let mut found = Vec::new();
    for (index, (begin, token)) in tokens.iter().enumerate() {
        let Some(head) = HEADS.iter().find(|head| plain(token) == **head) else { continue };
        let after = |offset: usize| tokens.get(index + offset).map_or("", |(_, word)| *word);
        let mut content: Vec<String> = Vec::new();
        let (mut from, mut to) = (*begin, begin + token.len());
        if after(1) == "of" && !token.ends_with([',', '.']) {
            for (at, word) in tokens.iter().skip(index + 2).take(6) {
                let word_plain = plain(word);
                let named = word.starts_with(char::is_uppercase) || *word == "and";
                if !named || HEADS.contains(&word_plain.as_str()) {
                    break;
                }
                to = at + word.trim_end_matches([',', '.', ';', ':', ')']).len();
                content.push(word_plain);
                if word.ends_with([',', '.', ';', ':']) {
                    break;
                }
            }
        } else {
            for (at, word) in tokens.iter().take(index).rev().take(6) {
                let named = word.starts_with(char::is_uppercase) || *word == "and";
                if !named || word.ends_with([',', '.', ';', ':']) {
                    break;
                }
                from = *at;
                content.push(plain(word));
            }
        }
        content.retain(|word| word != "and" && !LOOSE.contains(&word.to_lowercase().as_str()) && word.len() > 2);
        let mut stems: Vec<String> = content.iter().map(|word| word.to_lowercase().chars().take(5).collect()).collect();
        stems.sort();
        stems.dedup();
        content.sort();
        if stems.len() >= 2 {
            let span = Span::new(start + from, start + to);
            let words = sentence.get(from..to).unwrap_or_default().trim_end_matches([',', '.', ';', ':']).to_owned();
            let span = Span::new(span.start(), span.start() + words.len());
            found.push(Name { span, words, head, stems, content });
        }
    }
    found
}
