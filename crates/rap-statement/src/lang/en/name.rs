//! Names in a sentence: runs of capitals, cut into people, bodies and names of which nothing more is known.

use crate::BodyKind;

use super::body::{capitals_end, drawn_out, has_head, joins_genitive, kind_of};
use super::class;
use super::person::{person_in_run, pinyin_syllables};
use super::words::Words;
use crate::public_bodies::public_body;

/// A name: the tokens `first..end` and what they name.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Name {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) kind: NameKind,
}

/// Tells what a name names, as far as its own words tell.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum NameKind {
    Person,
    Body(BodyKind),
    /// A proper name: a person by surname, a company, a place, a thing.
    Unknown,
}

/// Classes of words that begin no name, whatever their first letter.
const SMALL: u64 = class::DETERMINER
    | class::PRONOUN
    | class::PREPOSITION
    | class::COORDINATOR
    | class::SUBORDINATOR
    | class::COMPLEMENTIZER
    | class::RELATIVE
    | class::WH
    | class::AUXILIARY
    | class::NEGATION
    | class::TIME;

/// Adds the names of a sentence to `names`, in order.
pub(crate) fn names(words: Words<'_>, names: &mut Vec<Name>) {
    let mut at = 0;
    while at < words.len() {
        at = if starts_run(words, at) { cut(words, at, run_end(words, at), names) } else { at + 1 };
    }
}

fn starts_run(words: Words<'_>, at: usize) -> bool {
    let Some(token) = words.get(at) else { return false };
    if !token.is_capital() || is_small(words, at) {
        return false;
    }
    // The first word of a sentence has a capital anyway: a word of the lexicon is a name only in company.
    let opens = at == 0 || !words.get(at - 1).is_some_and(|before| before.is_word() || before.is_mark(b','));
    let common = token.is(class::LISTED | class::ADVERB) && !token.is(class::GIVEN_NAME | class::PINYIN_SURNAME);
    !(opens && common && !words.capital(at + 1) && token.shape == super::token::Shape::Title)
}

/// Tells a small word from the name that is spelled like it: "He" of "He Wei", "Will" of "Will Ames".
fn is_small(words: Words<'_>, at: usize) -> bool {
    let family = words.is(at, class::PINYIN_SURNAME) && pinyin_syllables(words.word(at + 1)) > 0;
    words.is(at, SMALL) && !words.is(at, class::GIVEN_NAME) && !family
}

fn run_end(words: Words<'_>, first: usize) -> usize {
    let mut at = first;
    loop {
        if words.capital(at) && (at == first || !is_small(words, at)) {
            at += 1;
            if joins_genitive(words, at) || words.word(at) == "&" && words.capital(at + 1) {
                at += 1;
            } else if is_domain(words, at) {
                return at + 2;
            }
        } else if at > first && is_particle(words.word(at)) {
            let next = (at..at + 3).find(|&next| !is_particle(words.word(next))).unwrap_or(at);
            if !words.capital(next) {
                return at;
            }
            at = next;
        } else {
            return at;
        }
    }
}

/// Tells the `.com` of `Fern.com`.
fn is_domain(words: Words<'_>, at: usize) -> bool {
    words.mark(at, b'.')
        && words.touches_next(at.wrapping_sub(1))
        && words.touches_next(at)
        && matches!(words.word(at + 1), "com" | "ai" | "io" | "org" | "net" | "cn" | "gov" | "edu" | "eu")
}

/// Tells the small words inside of the names of people.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "von"
            | "van"
            | "bin"
            | "al"
            | "der"
            | "den"
            | "la"
            | "le"
            | "du"
            | "da"
            | "dos"
            | "di"
            | "ibn"
            | "ter"
            | "ten"
            | "zu"
            | "del"
            | "bint"
            | "ben"
            | "el"
            | "y"
            | "af"
            | "av"
    )
}

/// Cuts the run `first..end` into names; returns where to go on.
fn cut(words: Words<'_>, first: usize, end: usize, names: &mut Vec<Name>) -> usize {
    if let Some(person) = person_in_run(words, first, end).filter(|_| public_body(words.of(first, end)).is_none()) {
        office_body(words, first, person, names);
        names.push(Name { first: person, end, kind: NameKind::Person });
        return end;
    }
    let office = (first..end).find(|&at| begins_office(words, at, end)).unwrap_or(end);
    if office < end {
        office_body(words, first, office, names);
        return end;
    }
    body_or_unknown(words, first, end, names)
}

/// Tells the first word of "Vice President" and "Director" at the end of a run.
fn begins_office(words: Words<'_>, at: usize, end: usize) -> bool {
    let heads =
        (at..end).find(|&head| !words.is(head, class::ROLE_MODIFIER | class::FIELD) || words.is(head, class::ROLE));
    heads.is_some_and(|head| words.is(head, class::ROLE) && !words.is(end - 1, class::BODY_HEAD))
}

/// Names the body that stands before an office or a person in one run: the `Acme` of "Acme Vice President".
fn office_body(words: Words<'_>, first: usize, end: usize, names: &mut Vec<Name>) {
    let stop = (first..end).find(|&at| words.is(at, class::ROLE | class::TITLE | class::ROLE_MODIFIER)).unwrap_or(end);
    let stop = if words.is(end.saturating_sub(1), class::BODY_HEAD) { end } else { stop };
    if stop > first && (first..stop).any(|at| !words.is(at, class::FIELD | class::NATION)) {
        let kind = match kind_of(words, first, stop) {
            Some(kind) if words.is(stop - 1, class::BODY_HEAD) || stop - first > 1 => NameKind::Body(kind),
            _ => NameKind::Unknown,
        };
        names.push(Name { first, end: stop, kind });
    }
}

fn body_or_unknown(words: Words<'_>, first: usize, end: usize, names: &mut Vec<Name>) -> usize {
    let known = public_body(words.of(first, end));
    let joined = words.is(end - 1, class::FIELD) && words.says(end, "and") && {
        let stop = capitals_end(words, end + 1);
        stop > end + 1 && words.is(stop - 1, class::BODY_HEAD) && (end + 1..stop).any(|at| words.is(at, class::FIELD))
    };
    if has_head(words, first, end) || joined || known.is_some() && words.says(end, "of") {
        let stop = drawn_out(words, first, end);
        let lone = stop == first + 1 && known.is_none();
        if !lone {
            let kind = kind_of(words, first, stop).unwrap_or(BodyKind::Other);
            names.push(Name { first, end: stop, kind: NameKind::Body(kind) });
        }
        return stop;
    }
    let kind = known.map_or(NameKind::Unknown, |body| NameKind::Body(body.kind));
    let common = (first..end).all(|at| words.is(at, class::FIELD | class::GROUP | class::ROLE | class::NATION));
    if known.is_some() || !common {
        names.push(Name { first, end, kind });
    }
    end
}
