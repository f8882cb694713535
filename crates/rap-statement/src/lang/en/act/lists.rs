//! Lists inside an English demand: each item that could stand as a demand, with its own span.
//!
//! An item is headed like the first one: by a gerund ("suggested increasing A, opening B"), a bare verb behind a modal
//! ("should define A and exempt B"), an infinitive, a clause with "that", or a noun that names a deed ("called for
//! protection of A, a review of B"). What is not so headed belongs to the item before it: "in finance, healthcare and
//! welfare" lists objects of one demand.

use rap_doc::Span;

use super::{Class, Reading};
use crate::act::{Cue, JudgeContext};
use crate::found::Manner;

/// How an item begins.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Head {
    Gerund,
    Bare,
    Infinitive,
    That,
    Deed,
}

/// Returns the items of the list in a demand; nothing where it asks for one thing.
pub(super) fn items(reading: &Reading<'_>, context: &JudgeContext<'_>) -> Vec<Span> {
    let starts = ordinals(reading);
    if starts.len() > 1 {
        return spans(reading, &starts);
    }
    for from in origins(reading, context) {
        let starts = starts_of(reading, from);
        if starts.len() > 1 {
            let starts = if context.manner == Manner::Asked { starts } else { asking(reading, starts) };
            return if starts.len() > 1 { spans(reading, &starts) } else { Vec::new() };
        }
    }
    let clauses = clauses(reading);
    if clauses.len() > 1 { spans(reading, &clauses) } else { Vec::new() }
}

/// Leaves out the clauses with "that" which ask for nothing: "holds that a law is needed, and that the draft is sound".
/// Where only one of them asks there is no list.
fn asking(reading: &Reading<'_>, starts: Vec<usize>) -> Vec<usize> {
    let known = &reading.tables.known;
    let clauses = starts.iter().filter(|&&start| reading.id(start) == known.that).count();
    if clauses < 2 {
        return starts;
    }
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([reading.words.len()]).collect();
    let asks = |start: usize, end: usize| {
        let asked = |cue: Cue| matches!(cue, Cue::Ask | Cue::Demand | Cue::Must | Cue::Implied);
        reading.hits.iter().any(|hit| asked(hit.label) && hit.first >= start && hit.first < end)
    };
    let all = starts.iter().zip(&ends).all(|(&start, &end)| asks(start, end));
    if all { starts } else { Vec::new() }
}

/// Items that are counted: "first, …; second, …", "(1) … (2) …".
fn ordinals(reading: &Reading<'_>) -> Vec<usize> {
    let known = &reading.tables.known;
    let mut starts = Vec::new();
    for (at, word) in reading.words.iter().enumerate() {
        let bracketed =
            reading.word(at) == ")" && at >= 2 && reading.word(at - 2) == "(" && reading.word(at - 1).len() <= 3;
        let counted = word.opens && known.ordinal.contains(&word.id) && reading.id(at + 1) == known.comma;
        if bracketed || counted {
            starts.push(at + 1 + usize::from(counted));
        }
    }
    starts
}

/// The places where a list may begin: behind the modal or the cue, or where content that is asked for begins.
fn origins(reading: &Reading<'_>, context: &JudgeContext<'_>) -> Vec<usize> {
    let mut found = Vec::new();
    if context.manner == Manner::Asked {
        found.push(0);
    }
    let known = &reading.tables.known;
    let asking = |cue: Cue| matches!(cue, Cue::Ask | Cue::Demand | Cue::Must | Cue::Implied);
    for hit in reading.hits.iter().filter(|hit| asking(hit.label)).take(4) {
        // The cue may have taken the first verb along ("must define"), or leave somebody between ("we ask you to").
        found.extend([hit.end, hit.end - 1]);
        found.extend((hit.end..hit.end + 8).find(|&at| reading.id(at) == known.to));
    }
    found.extend((0..reading.words.len().min(24)).find(|&at| reading.is(at, Class::MODAL)).map(|at| at + 1));
    found.push(0);
    found.dedup();
    found
}

/// Returns where the items of a list that begins at `from` start.
fn starts_of(reading: &Reading<'_>, from: usize) -> Vec<usize> {
    let Some((head, first)) = head(reading, from) else { return Vec::new() };
    let mut starts = vec![first];
    for at in from..reading.words.len() {
        if !separates(reading, at) || separates(reading, at + 1) {
            continue;
        }
        if let Some((next, start)) = self::head(reading, at + 1)
            && (next == head || (head == Head::Infinitive && next == Head::Bare))
            && stands(reading, head, starts.last().copied().unwrap_or_default(), start)
        {
            starts.push(start);
        }
    }
    starts
}

/// Tells whether an item of deeds can stand beside the one before: a bare noun behind a preposition is its object.
fn stands(reading: &Reading<'_>, head: Head, before: usize, start: usize) -> bool {
    if head != Head::Deed {
        return true;
    }
    let alone = start + 1 >= reading.words.len() || separates(reading, start + 1) || reading.word(start + 1) == ".";
    let governed = (before..start.min(before + 12)).any(|at| reading.is(at, Class::PREPOSITION));
    !(alone && governed)
}

fn separates(reading: &Reading<'_>, at: usize) -> bool {
    let known = &reading.tables.known;
    let id = reading.id(at);
    id == known.comma || id == known.semicolon || id == known.and || id == known.or
}

/// Returns how the item at `at` begins, and where: adverbs before its head belong to it.
fn head(reading: &Reading<'_>, at: usize) -> Option<(Head, usize)> {
    let known = &reading.tables.known;
    let mut verb = at;
    while verb < at + 3 && (is_adverb(reading, verb) || reading.id(verb) == known.not) {
        verb += 1;
    }
    let id = reading.id(verb);
    if id == known.that {
        return Some((Head::That, at));
    }
    if id == known.to && reading.is(verb + 1, Class::VERB | Class::EITHER) {
        return Some((Head::Infinitive, at));
    }
    if is_gerund(reading, verb) {
        return Some((Head::Gerund, at));
    }
    if is_bare_verb(reading, verb) {
        return Some((Head::Bare, at));
    }
    names_deed(reading, at).then_some((Head::Deed, at))
}

/// A verb with what it acts on. A word that is a noun as well must be a verb more often, or stand behind a modal, or
/// before a determiner.
fn is_bare_verb(reading: &Reading<'_>, at: usize) -> bool {
    // Verbs that are adjectives or parts of prepositions more often, but before a determiner: "a single, free licence".
    const ADJECTIVES: [&str; 12] = [
        "free",
        "open",
        "clear",
        "clean",
        "complete",
        "direct",
        "separate",
        "secure",
        "correct",
        "moderate",
        "appropriate",
        "subject",
    ];
    let class = reading.class(at);
    if ADJECTIVES.contains(&reading.word(at)) && at > 0 && separates(reading, at - 1) {
        return reading.is(at + 1, Class::DETERMINER);
    }
    let alone = at + 1 >= reading.words.len() || separates(reading, at + 1) || reading.word(at + 1) == ".";
    if alone || !class.intersects(Class::VERB | Class::EITHER) || reading.id(at + 1) == reading.tables.known.of {
        return false;
    }
    class.contains(Class::VERB) || reading.is(at + 1, Class::DETERMINER) || (at > 0 && reading.is(at - 1, Class::MODAL))
}

fn is_adverb(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    (word.len() > 4 && word.ends_with("ly"))
        || ["also", "further", "thus", "then", "possibly", "better", "therefore", "and", "or", "finally"]
            .contains(&word)
}

/// A word in -ing that has an object or goes on otherwise: "opening public data".
fn is_gerund(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    word.len() > 4
        && word.ends_with("ing")
        && !reading.is(at, Class::NOT_ING)
        && at + 1 < reading.words.len()
        && !separates(reading, at + 1)
        && reading.id(at + 1) != reading.tables.known.of
}

/// A noun phrase whose head, the last word before a preposition or mark, names a deed.
fn names_deed(reading: &Reading<'_>, at: usize) -> bool {
    let end = (at..reading.words.len().min(at + 6))
        .find(|&end| separates(reading, end) || reading.is(end, Class::PREPOSITION) || reading.word(end) == ".")
        .unwrap_or_else(|| reading.words.len().min(at + 6));
    end > at && reading.is(end - 1, Class::DEED)
}

/// Clauses that each ask with a cue of their own: "A should be defined, and B must be exempt".
fn clauses(reading: &Reading<'_>) -> Vec<usize> {
    let known = &reading.tables.known;
    let mut starts: Vec<usize> = Vec::new();
    let mut last = 0;
    for hit in reading.hits.iter().filter(|hit| matches!(hit.label, Cue::Demand | Cue::Must)) {
        let break_before = (last..hit.first).rev().find(|&at| {
            reading.id(at) == known.semicolon
                || (reading.id(at) == known.and && reading.id(at.wrapping_sub(1)) == known.comma)
        });
        match break_before {
            _ if starts.is_empty() => starts.push(0),
            Some(at) => starts.push(at + 1),
            None => {}
        }
        last = hit.end;
    }
    starts
}

/// Returns the spans between the starts, without the marks and joining words at their ends.
fn spans(reading: &Reading<'_>, starts: &[usize]) -> Vec<Span> {
    let ends = starts.iter().skip(1).copied().chain([reading.words.len()]);
    starts.iter().zip(ends).filter_map(|(&start, end)| span(reading, start, end)).collect()
}

fn span(reading: &Reading<'_>, mut start: usize, mut end: usize) -> Option<Span> {
    let joins = |at: usize| {
        let word = reading.word(at);
        separates(reading, at) || matches!(word, "." | ":" | "(" | "!" | "then")
    };
    while end > start
        && (joins(end - 1)
            || reading.tables.known.ordinal.contains(&reading.id(end - 1))
            || reading.word(end - 1).len() == 1 && reading.word(end) == ")")
    {
        end -= 1;
    }
    while start < end && joins(start) {
        start += 1;
    }
    let (first, last) = (reading.words.get(start)?, reading.words.get(end.checked_sub(1)?)?);
    (start < end).then(|| Span::new(first.start as usize, last.end as usize))
}
