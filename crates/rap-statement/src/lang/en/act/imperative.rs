//! Commands: sentences without a subject that tell somebody to do something ("Add a deadline", "If in doubt, ask").

use super::{Class, Reading};

/// Tells whether a clause of the statement is a command.
pub(super) fn commands(reading: &Reading<'_>) -> bool {
    let known = &reading.tables.known;
    let led = reading.is(0, Class::CONDITION | Class::PREPOSITION);
    let mut may_begin = false;
    for (at, word) in reading.words.iter().enumerate() {
        if (word.opens && begins(reading, at)) || (may_begin && begins_plainly(reading, at)) {
            return true;
        }
        let so = known.so.contains(&word.id) && !reading.is(at.wrapping_sub(1), Class::MODAL | Class::FINITE);
        may_begin = so || (led && word.id == known.comma);
    }
    false
}

/// A command where a clause begins: "Open sideloading", "Stop calling", "Define the term".
fn begins(reading: &Reading<'_>, at: usize) -> bool {
    if forbids(reading, at) {
        return true;
    }
    let (verb, next) = (reading.class(at), reading.class(at + 1));
    if !is_command(reading, at) {
        return false;
    }
    !verb.contains(Class::EITHER)
        || next.contains(Class::DETERMINER)
        || reading.tables.numbering.is_gerund(reading.words.get(at + 1))
        || !has_other_verb(reading, at + 1)
}

/// A command further on, where only a verb with its object is one: "…, so bring your coat".
fn begins_plainly(reading: &Reading<'_>, at: usize) -> bool {
    forbids(reading, at)
        || (is_command(reading, at) && (!reading.is(at, Class::EITHER) || reading.is(at + 1, Class::DETERMINER)))
}

/// "Don't" and "never" with a verb.
fn forbids(reading: &Reading<'_>, at: usize) -> bool {
    let known = &reading.tables.known;
    if !known.negative.contains(&reading.id(at)) {
        return false;
    }
    let even = usize::from(reading.word(at + 1) == "even");
    let skip = 1 + even + usize::from(reading.id(at + 1) == known.not);
    let verb = reading.class(at + skip);
    let expects = matches!(reading.word(at + skip), "expect" | "trust" | "fear" | "stay");
    verb.intersects(Class::VERB | Class::EITHER) && (expects || !verb.contains(Class::STATE))
}

/// A verb that commands, with something behind it that it can command.
fn is_command(reading: &Reading<'_>, at: usize) -> bool {
    let verb = reading.class(at);
    verb.intersects(Class::VERB | Class::EITHER)
        && !verb.contains(Class::STATE)
        && !reading.is(at + 1, Class::FINITE)
        && reading.id(at + 1) != reading.tables.known.of
        && at + 1 < reading.words.len()
}

/// Tells whether a verb that could be the clause's own follows before its end.
fn has_other_verb(reading: &Reading<'_>, from: usize) -> bool {
    let end = |at: &usize| !matches!(reading.word(*at), "," | ";" | "." | ":" | "-" | "(");
    let mut rest = (from..reading.words.len()).take_while(end).take(12).peekable();
    rest.peek().is_none()
        || rest.any(|at| reading.is(at, Class::FINITE | Class::MODAL))
        || reading.is(from, Class::PREPOSITION)
}
