//! Presence: who a sentence says was there.
//!
//! "Experts from A, B and C attended", "representatives of companies such as A and B took part", "attendees included
//! A and B", "a seminar that drew in people from A": the names in the list were present, and nothing they may have
//! said is told.

use crate::found::{Found, Mention, MentionForm};
use crate::{BodyKind, lang::en::mention::kind_of_lead};

use super::class;
use super::name::{Name, NameKind};
use super::office::Names;

/// Where those present stand, seen from the words that say so.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// Marks the mentions of a sentence, from `first` on, that it says were present; names that only the list tells to be
/// bodies are added.
pub(crate) fn mark_presence(sentence: Names<'_>, first: usize, found: &mut Found) {
    let Some((at, end, side)) = presence_words(sentence) else { return };
    mark_side(sentence, first, (at, end), side, found);
    // "… attended, as did members of A", "… took part, together with B".
    if let Some(more) = Some(end).filter(|_| side == Side::Before).and_then(|end| company(sentence, end)) {
        mark_side(sentence, first, (at, more), Side::After, found);
    }
}

/// Returns where the words end that name more who were there behind those that say so.
fn company(sentence: Names<'_>, end: usize) -> Option<usize> {
    let words = sentence.words;
    let at = end + usize::from(words.mark(end, b','));
    let second: &[&str] = match words.word(at) {
        "as" => &["did", "were"],
        "together" | "along" => &["with"],
        "joined" => &["by"],
        "alongside" => return Some(at + 1),
        _ => return None,
    };
    second.iter().any(|word| words.says(at + 1, word)).then_some(at + 2)
}

fn mark_side(sentence: Names<'_>, first: usize, (at, end): (usize, usize), side: Side, found: &mut Found) {
    let words = sentence.words;
    let (from, to) = match side {
        Side::Before => (clause_start(sentence, at), at),
        Side::After => (end, clause_end(sentence, end)),
    };
    let said_by = words.span(at, end);
    let range = words.span(from, to);
    let mut mention = first;
    while let Some(known) = found.mentions.get(mention) {
        if range.contains(known.name) {
            found.present.push((mention, said_by));
        }
        mention += 1;
    }
    for name in sentence.names.iter().filter(|name| name.kind == NameKind::Unknown) {
        if from <= name.first && name.end <= to && stands_in_list(sentence, *name, from) {
            let kind = lead_of(sentence, name.first, from).unwrap_or(BodyKind::Other);
            let span = words.span(name.first, name.end);
            found.present.push((found.mentions.len(), said_by));
            let form = MentionForm::Body(kind);
            found.mentions.push(Mention { span, name: span, role: None, organisation: None, form });
        }
    }
}

/// Returns the words that speak of presence and the side on which those present stand.
fn presence_words(sentence: Names<'_>) -> Option<(usize, usize, Side)> {
    let words = sentence.words;
    let is = |at: usize, choices: &[&str]| choices.iter().any(|choice| words.says(at, choice));
    (0..words.len()).find_map(|at| {
        let next = |choices: &[&str]| is(at + 1, choices);
        let found = match words.word(at) {
            "attended" if words.says(at + 1, "by") => (2, Side::After),
            "attended" | "attend" => (1, Side::Before),
            "participated" => (1, Side::Before),
            "took" if next(&["part"]) => (2, Side::Before),
            "were" | "was" if next(&["present", "represented"]) => (2, Side::Before),
            "gathered" | "convened" if next(&["in", "at", "for", "to"]) => (1, Side::Before),
            "joined"
                if next(&["the"])
                    && is(
                        at + 2,
                        &[
                            "meeting",
                            "discussion",
                            "forum",
                            "symposium",
                            "seminar",
                            "conference",
                            "hearing",
                            "workshop",
                            "event",
                        ],
                    ) =>
            {
                (1, Side::Before)
            }
            "attendees" | "participants" | "guests" | "Attendees" | "Participants" | "Guests"
                if next(&["included", "were", "include"]) =>
            {
                (2, Side::After)
            }
            "attendance" if next(&["were", "was"]) => (2, Side::After),
            "drew" | "draws" | "attracted" => (1, Side::After),
            "brought" if next(&["together"]) => (2, Side::After),
            // "Scholars came from A and B": people before, bodies behind.
            "came" if next(&["from"]) && (0..at).any(|before| words.is(before, class::GROUP)) => (2, Side::After),
            "presence" if next(&["of"]) => (2, Side::After),
            _ => return None,
        };
        let gathers = found.1 == Side::Before || gathers_people(sentence, at, at + found.0);
        gathers.then_some((at, at + found.0, found.1))
    })
}

/// Tells "drew in officials from …" from "drew criticism from …": people or bodies must follow soon.
fn gathers_people(sentence: Names<'_>, at: usize, end: usize) -> bool {
    let words = sentence.words;
    let by = words.says(end.saturating_sub(1), "by")
        || words.says(at, "came")
        || words.says(at, "attendees")
        || words.says(at, "participants");
    by || (end..end + 4).any(|next| {
        words.is(next, class::GROUP | class::GATHERING)
            || words.says(next, "folks")
            || words.says(next, "the") && sentence.starting(next + 1).is_some()
            || sentence.starting(next).is_some_and(|name| name.kind != NameKind::Unknown)
    })
}

fn clause_start(sentence: Names<'_>, at: usize) -> usize {
    (0..at)
        .rev()
        .find(|&before| sentence.words.mark(before, b';') || sentence.words.mark(before, b':'))
        .map_or(0, |before| before + 1)
}

fn clause_end(sentence: Names<'_>, from: usize) -> usize {
    let words = sentence.words;
    // A dash or semicolon opens another thought; so does the relative clause of the last name.
    (from..words.len()).find(|&at| words.mark(at, b';') || words.mark(at, b'-')).unwrap_or(words.len())
}

/// Tells a name that a list of those present holds: behind "from", "like", "such as", a comma or "and".
fn stands_in_list(sentence: Names<'_>, name: Name, from: usize) -> bool {
    let words = sentence.words;
    let article = usize::from(words.is(name.first.saturating_sub(1), class::DETERMINER));
    let Some(before) = name.first.checked_sub(1 + article) else { return false };
    // Places are no bodies, and neither are the meeting and the year.
    let place = (name.first..name.end).all(|at| words.is(at, class::NATION | class::TIME));
    let linked = matches!(words.word(before), "from" | "like" | "as" | "and" | "of" | "including" | "included" | "by")
        || words.mark(before, b',');
    before >= from && linked && !place && lead_before(sentence, name.first, from)
}

/// Tells whether people or bodies of some sort are named before the list.
fn lead_before(sentence: Names<'_>, name: usize, from: usize) -> bool {
    let words = sentence.words;
    (from..name).any(|at| words.is(at, class::GROUP | class::GATHERING) || kind_of_lead(words.word(at)).is_some())
}

/// Returns the kind of the bodies in a list by the noun nearest before it.
fn lead_of(sentence: Names<'_>, name: usize, from: usize) -> Option<BodyKind> {
    (from..name).rev().find_map(|at| kind_of_lead(sentence.words.word(at)))
}
