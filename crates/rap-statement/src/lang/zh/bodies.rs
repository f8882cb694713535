//! Bodies: names that end in a word which only bodies end in, and public bodies by their known names.
//!
//! The end is sure, the start is not: Chinese sets no space before it. The name reaches to the left over nouns,
//! places, unknown characters and Latin letters, and stops at verbs, particles and marks.

use std::ops::Range;

use super::class::Class;
use super::phrase::{Phrase, Sort};
use super::token::Token;
use crate::BodyKind;

/// The longest name of a body, in bytes: thirty characters, as long as the longest names of ministries.
const LONGEST: u32 = 90;

/// What may stand inside of the name of a body.
const INSIDE: Class = Class::NOUN
    .union(Class::PLACE)
    .union(Class::BODY_END)
    .union(Class::LATIN)
    .union(Class::DOT)
    .union(Class::ROLE_PART);

/// What may not, though it may be a noun as well.
const OUTSIDE: Class = Class::MARK
    .union(Class::BREAK)
    .union(Class::CUE)
    .union(Class::ADVERB)
    .union(Class::TIME)
    .union(Class::PREPOSITION)
    .union(Class::ROLE)
    .union(Class::GROUP)
    .union(Class::QUANTITY)
    .union(Class::DETERMINER)
    .union(Class::PRONOUN)
    .union(Class::UNNAMED)
    .union(Class::PRESENCE)
    .union(Class::HEARSAY)
    .union(Class::ACCORDING);

/// Returns the body whose name ends with the token `last`, reaching to the left no further than `floor`.
pub(super) fn body_at(text: &str, tokens: &[Token], last: usize, floor: usize) -> Option<Phrase> {
    let ending = tokens.get(last)?;
    let kind = ending.classes.kind()?;
    let names = ending.is(Class::KNOWN) && !ending.is(Class::SUFFIX);
    let first = if names { known_start(tokens, last, floor) } else { start(text, tokens, last, floor) };
    if first == last && !ending.is(Class::KNOWN) {
        return (!ending.is(Class::WEAK | Class::SHORT)).then(|| Phrase::bare(last..last + 1, Sort::Definite));
    }
    if ending.is(Class::SHORT) && !is_short_named(tokens, first..last) {
        return None;
    }
    if ending.is(Class::WEAK) && !is_witnessed(text, tokens, first, last) {
        return None;
    }
    if !names && is_common(kind) && !is_proper(tokens.get(first..last)?) && !is_followed(text, tokens, last) {
        return None;
    }
    let first_kind = tokens.get(first..last)?.iter().find(|token| token.is(Class::BODY_END) && !token.is(Class::WEAK));
    let kind = first_kind.and_then(|token| token.classes.kind()).unwrap_or(kind);
    Some(Phrase::bare(first..last + 1, Sort::Body(kind)))
}

/// Joins a body to the one that stands directly before it: a department to its house.
pub(super) fn joined(before: &Phrase, after: &Phrase) -> Option<Phrase> {
    let Sort::Body(kind) = before.sort else { return None };
    let joins = before.tokens.end == after.tokens.start && matches!(after.sort, Sort::Body(_) | Sort::Definite);
    joins.then(|| Phrase::bare(before.tokens.start..after.tokens.end, Sort::Body(kind)))
}

fn known_start(tokens: &[Token], last: usize, floor: usize) -> usize {
    let mut first = last;
    while first > floor && tokens.get(first - 1).is_some_and(|token| token.is(Class::PLACE) && !token.is(OUTSIDE)) {
        first -= 1;
    }
    first
}

fn start(text: &str, tokens: &[Token], last: usize, floor: usize) -> usize {
    let mut first = last;
    let mut conjunctions = 0;
    let end = tokens.get(last).map(|token| token.end).unwrap_or_default();
    while first > floor {
        let Some(before) = tokens.get(first - 1) else { break };
        if let Some(open) = bracketed_place(tokens, first - 1).filter(|open| *open > floor) {
            first = open;
            continue;
        }
        if end - before.start > LONGEST {
            break;
        }
        if before.is(Class::CONJUNCTION | Class::LISTING)
            && conjunctions == 0
            && joins_nouns(tokens, first - 1, last, floor)
        {
            conjunctions += 1;
        } else if !(may_be_inside(text, before) || is_transliterated(tokens, first - 1)) {
            break;
        }
        first -= 1;
    }
    while first < last && tokens.get(first).is_some_and(|token| token.is(Class::DOT | Class::CONJUNCTION)) {
        first += 1;
    }
    first
}

/// Returns where the bracket opens that closes at `close` and holds a place: 某某（北京）有限公司.
fn bracketed_place(tokens: &[Token], close: usize) -> Option<usize> {
    let open = tokens.get(close).filter(|token| token.is(Class::CLOSE_PAREN))?.partner as usize;
    let inside = tokens.get(open + 1..close)?;
    let named = |token: &Token| token.is(Class::PLACE | Class::NOUN) || token.len() == 3;
    ((1..=3).contains(&inside.len()) && inside.iter().all(named)).then_some(open)
}

fn may_be_inside(text: &str, token: &Token) -> bool {
    if token.is(Class::LATIN) {
        return token.of(text).starts_with(|c: char| c.is_uppercase());
    }
    let unknown = token.len() == 3 && !token.is(Class::MARK | Class::NUMBER);
    if token.is(Class::VERB) && !token.is(INSIDE) {
        return false;
    }
    !token.is(OUTSIDE) && (token.is(INSIDE) || unknown)
        // Nouns that also serve as something else between a source and its cue: 分析, 发展, 报告.
        || (token.is(Class::NOUN) && token.len() >= 6 && !token.is(OUTSIDE.difference(Class::CUE.union(Class::PREPOSITION))))
        || (token.is(Class::ROLE_PART) && token.is(Class::NOUN))
}

/// Tells whether a conjunction joins two nouns of one name, as in 法律与科技研究中心, and not two names.
fn joins_nouns(tokens: &[Token], at: usize, last: usize, floor: usize) -> bool {
    let names = Class::PLACE | Class::BODY_END | Class::ROLE | Class::GROUP_NOUN;
    let before =
        at > floor && tokens.get(at - 1).is_some_and(|token| token.is(Class::NOUN) && !token.is(OUTSIDE | names));
    let between = tokens.get(at + 1..last).unwrap_or_default();
    before
        && (1..=3).contains(&between.len())
        && between.iter().all(|token| token.is(Class::NOUN) && (!token.is(names) || token.is(Class::WEAK)))
        && tokens.get(last).is_some_and(|token| token.classes.kind() != Some(BodyKind::Company))
}

/// A one-character ending such as 部 or 局 needs a noun of two characters at least before it.
fn is_short_named(tokens: &[Token], name: Range<usize>) -> bool {
    tokens.get(name.end - 1).is_some_and(|token| token.is(Class::NOUN | Class::BODY_END) && token.len() >= 6)
}

/// What shows that the words before it are a name: an office, a cue of speech, a person, more of the same body.
const FOLLOWING: Class = Class::ROLE
    .union(Class::ROLE_PART)
    .union(Class::SAY)
    .union(Class::SAY_COMMA)
    .union(Class::ASK)
    .union(Class::UNNAMED)
    .union(Class::BODY_END)
    .union(Class::LISTING)
    .union(Class::CLOSE_PAREN)
    .union(Class::PRESENCE);

fn is_followed(text: &str, tokens: &[Token], last: usize) -> bool {
    tokens.get(last + 1).is_some_and(|next| next.is(FOLLOWING) || next.of(text) == "等")
}

/// An ending such as 科技 names a company where something shows it and the name before it is short.
fn is_witnessed(text: &str, tokens: &[Token], first: usize, last: usize) -> bool {
    let named = Class::LATIN | Class::PLACE | Class::NOUN;
    last - first <= 3
        && is_followed(text, tokens, last)
        && tokens.get(first).is_some_and(|token| token.is(named) || token.len() == 3)
}

/// Kinds of bodies whose endings are everyday words as well: 商业银行, 电竞俱乐部.
fn is_common(kind: BodyKind) -> bool {
    matches!(kind, BodyKind::Company | BodyKind::Other | BodyKind::CivilSociety | BodyKind::Media)
}

/// Tells whether the words before an ending hold anything that is no everyday noun.
fn is_proper(name: &[Token]) -> bool {
    name.iter().any(|token| {
        token.is(Class::PLACE | Class::LATIN | Class::BODY_END) || !token.is(Class::NOUN | Class::ROLE_PART)
    })
}

/// Tells a character of a foreign name that is an everyday verb as well, by its neighbours: 马达｜加｜斯加.
fn is_transliterated(tokens: &[Token], at: usize) -> bool {
    let foreign = |at: usize| tokens.get(at).is_some_and(|token| token.is(Class::FOREIGN) && token.len() == 3);
    let plain = tokens.get(at).is_some_and(|token| !token.is(OUTSIDE));
    plain && foreign(at) && foreign(at + 1) && at.checked_sub(1).is_some_and(foreign)
}
