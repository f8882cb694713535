//! Commands: sentences without a subject that tell somebody to do something ("Add a deadline", "If in doubt, ask").

use super::{Class, Reading};

/// Tells whether a clause of the statement is a command.
pub(super) fn commands(reading: &Reading<'_>) -> bool {
    let conditional = reading.is(0, Class::CONDITION);
    let mut after_comma = false;
    for (at, word) in reading.words.iter().enumerate() {
        if (word.opens || (after_comma && conditional)) && begins_command(reading, at) {
            return true;
        }
        after_comma = word.id == reading.tables.known.comma;
    }
    false
}

fn begins_command(reading: &Reading<'_>, at: usize) -> bool {
    let known = &reading.tables.known;
    if known.negative.contains(&reading.id(at)) && reading.id(at) != known.not {
        let skip = 1 + usize::from(reading.id(at + 1) == known.not);
        let verb = reading.class(at + skip);
        return verb.intersects(Class::VERB | Class::EITHER) && !verb.contains(Class::STATE);
    }
    let verb = reading.class(at);
    if !verb.intersects(Class::VERB | Class::EITHER) || verb.contains(Class::STATE) {
        return false;
    }
    let next = reading.class(at + 1);
    if next.intersects(Class::FINITE) || reading.id(at + 1) == known.of || at + 1 >= reading.words.len() {
        return false;
    }
    !verb.contains(Class::EITHER) || next.contains(Class::DETERMINER)
}
