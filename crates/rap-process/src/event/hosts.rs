//! Who held, hosted, organised or chaired a gathering, by the words around their names.
//!
//! A name that nobody quoted is no actor of the record; here the phrase behind "hosted by" or before "held" is one.

use rap_doc::{Language, Span};
use rap_statement::{ActorKind, BodyKind};

use super::people::{ENDINGS, Named, bodies_zh};
use super::{Participant, Role};
use crate::body::Bodies;

/// Returns those who held, hosted, organised or chaired a gathering, by the words around their names.
pub(super) fn hosts(text: &str, sentence: Span, language: Language, names: &[&Named]) -> Vec<Participant> {
    if language == Language::Chinese { hosts_zh(text, sentence, names) } else { hosts_en(text, sentence, names) }
}

const PASSIVE: [(&str, Role); 14] = [
    ("hosted by", Role::Hosted),
    ("organised by", Role::Organised),
    ("organized by", Role::Organised),
    ("convened by", Role::Convened),
    ("held by", Role::Convened),
    ("called by", Role::Convened),
    ("sponsored by", Role::Organised),
    ("chaired by", Role::Chaired),
    ("moderated by", Role::Chaired),
    ("presided over by", Role::Chaired),
    ("led by", Role::Chaired),
    ("guided by", Role::Organised),
    ("under the auspices of", Role::Organised),
    ("at the invitation of", Role::Hosted),
];

const ACTIVE: [(&str, Role); 18] = [
    (" held ", Role::Convened),
    (" hosted ", Role::Hosted),
    (" co-hosted ", Role::Hosted),
    (" convened ", Role::Convened),
    (" organised ", Role::Organised),
    (" organized ", Role::Organised),
    (" holds ", Role::Convened),
    (" hosts ", Role::Hosted),
    (" will hold ", Role::Convened),
    (" will host ", Role::Hosted),
    (" will convene ", Role::Convened),
    (" chaired ", Role::Chaired),
    (" presided over ", Role::Chaired),
    (" moderated ", Role::Chaired),
    (" is holding ", Role::Convened),
    (" announced a ", Role::Convened),
    (" called a ", Role::Convened),
    (" staged ", Role::Convened),
];

fn hosts_en(text: &str, sentence: Span, names: &[&Named]) -> Vec<Participant> {
    let words = sentence.of(text);
    let mut found = Vec::new();
    for (cue, role) in PASSIVE {
        let Some(at) = words.find(cue) else { continue };
        let from = sentence.start() + at + cue.len();
        let mut end = from;
        // The whole name phrase, of which the known name may be the last part: "the Harbour Office of the Ministry".
        if let Some(phrase) = phrase_after(text, from, sentence.end())
            && !names
                .iter()
                .any(|name| name.span.contains(phrase) || name.kind == ActorKind::Person && name.span.overlaps(phrase))
        {
            found.push(of_phrase(text, phrase, role));
            end = phrase.end();
        }
        for name in names.iter().filter(|name| name.span.start() >= from) {
            let gap = text.get(end..name.span.start()).unwrap_or_default();
            let linked = if end == from { gap.len() <= 40 } else { is_list_gap(gap) };
            if !linked {
                break;
            }
            found.push(name.participant(role));
            end = name.span.end();
        }
    }
    for (cue, role) in ACTIVE {
        let Some(at) = words.find(cue) else { continue };
        let passive = words.get(at..).is_some_and(|rest| rest.split_whitespace().nth(1) == Some("by"));
        let be = words
            .get(..at)
            .is_some_and(|head| head.ends_with(" was") || head.ends_with(" were") || head.ends_with(" be"));
        if passive || be {
            continue;
        }
        let at = sentence.start() + at;
        let person = role == Role::Chaired;
        let before = names.iter().rfind(|name| {
            let reach = if person { 160 } else { 40 };
            let fits = !person || name.kind == ActorKind::Person;
            fits && name.span.end() <= at && at - name.span.end() <= reach
        });
        let new = |found: &[Participant], span| !found.iter().any(|known: &Participant| known.span == Some(span));
        match (before, phrase_before(text, sentence.start(), at)) {
            (Some(name), _) if new(&found, name.span) => found.push(name.participant(role)),
            (None, Some(phrase)) if new(&found, phrase) => found.push(of_phrase(text, phrase, role)),
            _ => {}
        }
    }
    found.sort_by_key(|person| person.span.map(Span::start));
    found
}

pub(super) fn of_phrase(text: &str, span: Span, role: Role) -> Participant {
    let name = span.of(text).to_owned();
    let bodies = Bodies::builtin().named(&name).bodies;
    let told = ENDINGS.iter().find(|(ending, _)| name.ends_with(ending)).map_or(BodyKind::Other, |(_, kind)| *kind);
    let kind = bodies.first().and_then(|id| Bodies::builtin().get(*id)).map_or(told, |body| body.kind);
    Participant { name, kind: ActorKind::Body(kind), organisation: String::new(), role, bodies, span: Some(span) }
}

/// Small words inside of the names of bodies.
const LINKS: [&str; 8] = ["of", "the", "and", "for", "on", "in", "de", "&"];

/// Returns the name phrase that starts at `from`: words with capitals and the small words between them.
fn phrase_after(text: &str, from: usize, end: usize) -> Option<Span> {
    let rest = text.get(from..end)?;
    let skip = rest.len() - rest.trim_start().trim_start_matches("the ").len();
    let mut last = None;
    let mut at = skip;
    for word in rest.get(skip..)?.split_inclusive(' ').take(16) {
        let plain = word.trim_end();
        let closes = plain.ends_with([',', '.', ';', ':', ')']);
        let plain = plain.trim_end_matches([',', '.', ';', ':', ')', '"', '”']);
        if plain.starts_with(char::is_uppercase) {
            last = Some(at + plain.len());
        } else if !LINKS.contains(&plain) {
            break;
        }
        if closes {
            break;
        }
        at += word.len();
    }
    let span = Span::new(from + skip, from + last?);
    (span.len() >= 6).then_some(span)
}

/// Returns the name phrase that ends before `at`, a short form in brackets left out.
fn phrase_before(text: &str, from: usize, at: usize) -> Option<Span> {
    let head = text.get(from..at)?.trim_end();
    let head = if head.ends_with(')') { head.get(..head.rfind('(')?)?.trim_end() } else { head };
    let mut start = None;
    let mut edge = head.len();
    for word in head.rsplit(' ').take(14) {
        let begin = edge.checked_sub(word.len())?;
        if word.ends_with([',', ';', ':', '.']) {
            break;
        }
        if word.starts_with(char::is_uppercase) {
            start = Some(begin);
        } else if !LINKS.contains(&word) {
            break;
        }
        edge = begin.saturating_sub(1);
    }
    let head_span = Span::new(from + start?, from + head.len());
    let words = head_span.of(text);
    let trimmed = words.strip_prefix("The ").map_or(0, |_| 4);
    let span = Span::new(head_span.start() + trimmed, head_span.end());
    (span.of(text).contains(' ') && span.len() >= 6).then_some(span)
}

pub(super) fn is_list_gap(gap: &str) -> bool {
    let plain = gap.trim().trim_matches(',').trim();
    matches!(plain, "" | "and" | "and the" | "the" | "jointly with" | "together with" | "、" | "和" | "与" | "及")
}

fn hosts_zh(text: &str, sentence: Span, names: &[&Named]) -> Vec<Participant> {
    const CUES: [(&str, Role); 12] = [
        ("联合主办", Role::Hosted),
        ("共同主办", Role::Hosted),
        ("主办", Role::Hosted),
        ("承办", Role::Organised),
        ("协办", Role::Organised),
        ("主持召开", Role::Convened),
        ("主持", Role::Chaired),
        ("召集", Role::Convened),
        ("组织召开", Role::Convened),
        ("召开", Role::Convened),
        ("举办", Role::Convened),
        ("举行", Role::Convened),
    ];
    let mut found: Vec<Participant> = Vec::new();
    for (cue, role) in CUES {
        let Some(at) = text.get(sentence.range()).and_then(|words| words.find(cue)).map(|at| at + sentence.start())
        else {
            continue;
        };
        let mut edge = at;
        let clause_start = text.get(sentence.start()..at).map_or(sentence.start(), |head| {
            let cut = head.rfind(['，', '；', '。', '由', '：']);
            cut.map_or(sentence.start(), |cut| sentence.start() + cut + "，".len())
        });
        let unknown = !names.iter().any(|name| name.span.start() >= clause_start && name.span.end() <= at);
        if unknown && let Some(clause) = text.get(clause_start..at) {
            for place in bodies_zh(clause) {
                found.push(of_phrase(text, place.shifted(clause_start), role));
            }
        }
        for name in names.iter().rev().filter(|name| name.span.end() <= at) {
            let gap = text.get(name.span.end()..edge).unwrap_or_default();
            let near = if edge == at {
                gap.chars().count() <= 16 && !gap.contains(['，', '；', '。'])
            } else {
                is_list_gap(gap)
            };
            if !near {
                break;
            }
            if !found.iter().any(|known| known.span == Some(name.span)) {
                found.push(name.participant(role));
            }
            edge = name.span.start();
        }
    }
    found.sort_by_key(|person| person.span.map(Span::start));
    found
}
