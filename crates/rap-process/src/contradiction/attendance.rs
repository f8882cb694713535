//! The list of those attending against those who spoke: speakers whom it does not name, and attendees without a word.

use rap_doc::Span;
use rap_statement::{ActorKind, SourceKind};

use super::{Contradiction, ContradictionKind, listed};
use crate::body::plain;
use crate::event::{Event, Evidence, Paper, Participant, Role};

/// Fewer names are no list of those attending but a mention.
const LIST: usize = 3;

/// A report of fewer speeches does not set out to report who spoke.
const SPEECHES: usize = 3;

/// How far behind the list the words of those on it are looked for, in sentences.
const MOST_SENTENCES: usize = 400;

pub(super) fn check(paper: &Paper<'_>, event: &Event, found: &mut Vec<Contradiction>) {
    if !event.kind.gathers() {
        return;
    }
    let Some(first) = event.evidence.first() else { return };
    if paper.kind_of(first.place.saturating_sub(1)) != SourceKind::Record {
        return;
    }
    let attended: Vec<&Participant> = event.with_role(&[Role::Attended]).collect();
    let bodies = attended.iter().filter(|person| matches!(person.kind, ActorKind::Body(_))).count();
    let spoke: Vec<&Participant> = event.with_role(&[Role::Spoke]).collect();
    if attended.len() < LIST || spoke.len() < SPEECHES {
        return;
    }
    let list = list_of(paper, &attended);
    if bodies >= LIST {
        not_listed(paper, event, &attended, &spoke, &list, found);
    }
    silent(paper, event, &attended, &spoke, &list, found);
}

/// Returns the sentences that hold the list of those attending.
fn list_of(paper: &Paper<'_>, attended: &[&Participant]) -> Vec<Evidence> {
    let mut spans: Vec<Span> = Vec::new();
    for place in attended.iter().filter_map(|person| person.span) {
        let sentence = paper.sentences().map(|(_, _, span)| span).find(|span| span.contains(place));
        spans.extend(sentence.filter(|sentence| !spans.contains(sentence)));
    }
    spans.into_iter().map(|span| paper.evidence(span)).collect()
}

fn not_listed(
    paper: &Paper<'_>,
    event: &Event,
    attended: &[&Participant],
    spoke: &[&Participant],
    list: &[Evidence],
    found: &mut Vec<Contradiction>,
) {
    let hosts: Vec<&Participant> =
        event.with_role(&[Role::Convened, Role::Hosted, Role::Organised, Role::Chaired]).collect();
    let missing: Vec<&&Participant> = spoke
        .iter()
        .filter(|speaker| {
            let from = if speaker.organisation.is_empty() { &speaker.name } else { &speaker.organisation };
            let known = |other: &Participant| {
                is_of(from, &other.name) || other.name == speaker.name || is_of(from, &other.organisation)
            };
            let tells_body = !speaker.organisation.is_empty() || matches!(speaker.kind, ActorKind::Body(_));
            // The list may name it in words that are no name elsewhere.
            let written = list.iter().any(|sentence| sentence.quote.contains(from.as_str()));
            tells_body
                && !written
                && !attended.iter().any(|other| known(other))
                && !hosts.iter().any(|other| known(other))
        })
        .collect();
    if missing.is_empty() {
        return;
    }
    let names: Vec<String> = missing
        .iter()
        .map(|speaker| match speaker.organisation.as_str() {
            "" => speaker.name.clone(),
            body => format!("{} ({body})", speaker.name),
        })
        .collect();
    let open = list.iter().any(|sentence| {
        ["such as", "including", "other bodies", "and others", "more than", "等"]
            .iter()
            .any(|word| sentence.quote.contains(word))
    });
    let mut evidence = list.to_vec();
    evidence.extend(missing.iter().filter_map(|speaker| speaker.span).map(|span| paper.evidence(span)));
    found.push(Contradiction {
        kind: ContradictionKind::SpeakerNotListed,
        words: format!(
            "{} from bodies that the list of those attending does not name: {}",
            if missing.len() == 1 { "1 speaker is".to_owned() } else { format!("{} speakers are", missing.len()) },
            listed(&names)
        ),
        caution: if open { "the list says of itself that it is not complete".to_owned() } else { String::new() },
        evidence,
    });
}

fn silent(
    paper: &Paper<'_>,
    event: &Event,
    attended: &[&Participant],
    spoke: &[&Participant],
    list: &[Evidence],
    found: &mut Vec<Contradiction>,
) {
    let chairs: Vec<&Participant> = event.with_role(&[Role::Chaired]).collect();
    let silent: Vec<&&Participant> = attended
        .iter()
        .filter(|attendee| {
            let speaks = |speaker: &&Participant| {
                speaker.name == attendee.name
                    || is_of(&speaker.organisation, &attendee.name)
                    || is_of(&speaker.name, &attendee.name)
            };
            !spoke.iter().any(&speaks) && !chairs.iter().any(speaks) && !is_named_with_words(paper, event, attendee)
        })
        .collect();
    // People who come without a body of their own, and a report in which nobody listed speaks, tell nothing.
    if silent.is_empty() || silent.len() == attended.len() {
        return;
    }
    let names: Vec<String> = silent.iter().map(|person| person.name.clone()).collect();
    let mut evidence = list.to_vec();
    evidence.extend(silent.iter().filter_map(|person| person.span).map(|span| paper.evidence(span)));
    found.push(Contradiction {
        kind: ContradictionKind::AttendeeSilent,
        words: format!(
            "{} of {} listed as attending have no word reported: {}",
            silent.len(),
            attended.len(),
            listed(&names)
        ),
        caution: "silence in a report is no position, and may be the report's".to_owned(),
        evidence,
    });
}

/// Tells whether a sentence that holds somebody's words names the body: its speaker may come from it.
fn is_named_with_words(paper: &Paper<'_>, event: &Event, attendee: &Participant) -> bool {
    let text = paper.doc.text();
    let from = event.evidence.first().and_then(|evidence| evidence.locus).map_or(0, |locus| locus.span.start());
    let listed = attendee.span.map_or(0, Span::end);
    // Before the words, not among them.
    let speaks = |sentence: Span| {
        let name = sentence.of(text).find(attendee.name.as_str()).map(|at| sentence.start() + at + attendee.name.len());
        let attributed =
            |statement: &&rap_statement::Statement| statement.mention.iter().any(|mention| sentence.contains(*mention));
        name.is_some_and(|name| {
            paper.record.statements.iter().filter(attributed).any(|statement| name <= statement.quote().start())
        })
    };
    let behind = paper.sentences().map(|(_, _, span)| span).filter(|span| span.start() >= from.max(listed));
    let behind = behind.take(MOST_SENTENCES).filter(|span| span.of(text).contains(attendee.name.as_str()));
    attendee.name.chars().count() >= 3 && behind.take(20).any(speaks)
}

/// Tells whether a name is that of a body, its short form, or of a part of it.
fn is_of(name: &str, body: &str) -> bool {
    let (name, body) = (plain(name), plain(body));
    if name.trim().is_empty() || body.trim().is_empty() {
        return false;
    }
    // "JD.com" and "JD Group" share the word that is their name.
    let first = |words: &str| words.split_whitespace().next().unwrap_or_default().to_owned();
    let short = |words: &str| words.split_whitespace().count() <= 2;
    name == body
        || name.starts_with(&body)
        || body.starts_with(&name)
        || name.contains(&body)
        || body.contains(&name) && name.is_ascii() && name.split_whitespace().count() > 3
        || short(&name) && short(&body) && first(&name) == first(&body)
}
