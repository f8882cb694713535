//! People: names that evidence inside of them and on both sides makes likely.
//!
//! A Chinese name is a family name and one or two characters more, none of which has to be rare. So each candidate
//! is weighed: the family name, the given name, what stands before it (an office, a listing) and after it (a cue,
//! an office, a mark). The weights are our own and came from nowhere but reading.

use std::ops::Range;

use super::class::Class;
use super::token::Token;

/// The least weight with which a candidate is a name.
const ENOUGH: i32 = 4;

/// What stands before a candidate.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(super) enum Before {
    /// An office or profession.
    Office,
    /// A body.
    Body,
    /// A mark or conjunction behind another person.
    Listed,
    /// The start of a clause, or a word that governs a name.
    Open,
    /// Any other word.
    #[default]
    Word,
}

impl Before {
    const fn weight(self) -> i32 {
        match self {
            Self::Office => 3,
            Self::Listed => 2,
            Self::Body | Self::Open => 1,
            Self::Word => -1,
        }
    }
}

/// Returns the likeliest name of a person that starts with the token at `first`.
pub(super) fn person_at(text: &str, tokens: &[Token], first: usize, before: Before) -> Option<Range<usize>> {
    let token = tokens.get(first)?;
    if token.is(Class::MARK | Class::NUMBER) {
        return None;
    }
    let chinese = chinese_candidates(text, tokens, first).into_iter().flatten();
    let swallowed = swallowed_candidate(text, tokens, first, before);
    let foreign = foreign_candidate(text, tokens, first);
    chinese
        .chain(swallowed)
        .chain(foreign)
        .map(|(end, weight)| (weight + before.weight() + after(tokens, end), end))
        .max()
        .filter(|(weight, _)| *weight >= ENOUGH)
        .map(|(_, end)| first..end)
}

/// Weighs a family name with one and with two characters after it.
fn chinese_candidates(text: &str, tokens: &[Token], first: usize) -> [Option<(usize, i32)>; 2] {
    let Some(family) = tokens.get(first) else { return [None, None] };
    let weight = if family.is(Class::COMPOUND) {
        4
    } else if family.len() == 3 && family.is(Class::SURNAME) {
        if family.is(Class::DOUBTFUL) { 0 } else { 2 }
    } else {
        return [None, None];
    };
    let (one, two) = (tokens.get(first + 1), tokens.get(first + 2));
    let adjacent = |token: &&Token, after: u32| token.start == after;
    let Some(one) = one.filter(|token| adjacent(token, family.end)) else { return [None, None] };
    if one.len() == 6 {
        let whole = given_word(text, one).map(|given| (first + 2, weight + given));
        return [whole, None];
    }
    let Some(given) = given_character(text, one) else { return [None, None] };
    let short = Some((first + 2, weight + given));
    let long = two
        .filter(|token| adjacent(token, one.end) && token.len() == 3)
        .and_then(|token| given_character(text, token))
        .map(|second| (first + 3, weight + given + second));
    [short, long]
}

/// Weighs one character of a given name.
fn given_character(text: &str, token: &Token) -> Option<i32> {
    if token.len() != 3 || token.is(Class::MARK | Class::NUMBER | Class::LATIN) {
        return None;
    }
    if token.of(text) == "某" {
        return Some(2);
    }
    if token.is(Class::VERB) {
        return Some(-3);
    }
    let everyday = token.is(Class::BREAK | Class::PREPOSITION | Class::ADVERB | Class::SAY | Class::CLOSER);
    Some(match (everyday, token.is(Class::GIVEN)) {
        (true, true) => -1,
        (true, false) => -3,
        (false, true) => 1,
        (false, false) => 0,
    })
}

/// Weighs a word of two characters as a given name: 建国, 志强, 长河.
fn given_word(text: &str, token: &Token) -> Option<i32> {
    if token.of(text).starts_with('某') {
        return Some(2);
    }
    let never = Class::CUE
        | Class::ROLE
        | Class::ROLE_PART
        | Class::BODY_END
        | Class::GROUP_NOUN
        | Class::PREPOSITION
        | Class::ADVERB
        | Class::TIME
        | Class::BREAK
        | Class::PRESENCE
        | Class::MARK
        | Class::UNNAMED
        | Class::HEARSAY;
    if token.is(never) {
        return None;
    }
    Some(if token.is(Class::VERB) { -1 } else { 0 })
}

/// Weighs a word that is a family name and a given one all the same: 方圆女士, 秘书长高士｜钧.
fn swallowed_candidate(text: &str, tokens: &[Token], first: usize, before: Before) -> Option<(usize, i32)> {
    let token = tokens.get(first)?;
    let family = super::words::DICTIONARY.classes(token.of(text).chars().next()?);
    let never = Class::CUE
        | Class::ROLE
        | Class::ROLE_PART
        | Class::BODY_END
        | Class::GROUP_NOUN
        | Class::PREPOSITION
        | Class::ADVERB
        | Class::TIME
        | Class::QUANTITY
        | Class::DETERMINER
        | Class::COMPOUND;
    if !(6..=9).contains(&token.len()) || token.is(never) || !family.contains(Class::SURNAME) {
        return None;
    }
    let next = tokens.get(first + 1)?;
    let surname = if family.contains(Class::DOUBTFUL) { 0 } else { 1 };
    if matches!(next.of(text), "先生" | "女士" | "小姐" | "同志" | "教授" | "老师") {
        return Some((first + 1, surname + 2));
    }
    if before != Before::Office {
        return None;
    }
    let longer = next.len() == 3 && next.is(Class::GIVEN) && !next.is(Class::BREAK | Class::VERB) && token.len() == 6;
    Some(if longer { (first + 2, surname) } else { (first + 1, surname - 2) })
}

/// Weighs a run of the characters with which foreign names are written.
fn foreign_candidate(text: &str, tokens: &[Token], first: usize) -> Option<(usize, i32)> {
    let mut end = first;
    let (mut characters, mut places) = (0, 0);
    while let Some(token) = tokens.get(end).filter(|token| is_foreign(text, token)) {
        characters += token.len() / 3;
        places += if token.is(Class::PLACE) { token.len() / 3 } else { 0 };
        end += 1;
    }
    if let Some(end) = dotted_end(text, tokens, first) {
        return Some((end, 6));
    }
    let weight = match characters.checked_sub(places)? {
        0 | 1 => return None,
        2 => return (characters >= 3).then_some((end, 0)),
        3 => 1,
        4 => 2,
        _ => 3,
    };
    Some((end, weight))
}

/// How many tokens a part of a name behind a dot may have.
const PART: usize = 6;

/// Returns the end of a name whose parts dots join. Behind a dot any character belongs to the name until an office,
/// a cue or a mark shows where it ends; where none is near, the characters of transliteration do.
fn dotted_end(text: &str, tokens: &[Token], first: usize) -> Option<usize> {
    let ahead = tokens.get(first..)?;
    if !ahead.iter().take(PART + 2).any(|token| token.is(Class::DOT)) {
        return None;
    }
    let mut dot = first + ahead.iter().take(PART + 1).take_while(|token| is_name_part(text, token)).count();
    let mut name = None;
    while dot > first && tokens.get(dot).is_some_and(|token| token.is(Class::DOT)) {
        let part = tokens.get(dot + 1..)?;
        let edge = Class::ROLE | Class::CUE | Class::MARK | Class::TIME | Class::PREPOSITION;
        let edge_at =
            part.iter().take(PART + 1).position(|token| token.is(edge) && !token.is(Class::GIVEN | Class::FOREIGN));
        let foreign = part.iter().take(PART).take_while(|token| is_foreign(text, token)).count();
        let length = edge_at.filter(|length| (1..=PART).contains(length)).unwrap_or(foreign).max(foreign);
        if length == 0 {
            break;
        }
        dot += 1 + length;
        name = Some(dot);
    }
    name
}

/// Tells a token that may stand in the part of a name before its first dot.
fn is_name_part(text: &str, token: &Token) -> bool {
    let used = Class::FOREIGN | Class::GIVEN | Class::SURNAME;
    let word = Class::PREPOSITION | Class::VERB | Class::CONJUNCTION | Class::CUE | Class::ROLE;
    is_foreign(text, token) || (token.len() == 3 && token.is(used) && !token.is(word))
}

/// Tells a token of transliteration: one such character, or a word of nothing else that is no verb.
fn is_foreign(text: &str, token: &Token) -> bool {
    if token.len() == 3 {
        let everyday = token.is(Class::BREAK | Class::PREPOSITION | Class::ADVERB) && !token.is(Class::GIVEN);
        return token.is(Class::FOREIGN) && !everyday;
    }
    let never = Class::CUE
        | Class::ROLE
        | Class::ADVERB
        | Class::PREPOSITION
        | Class::TIME
        | Class::VERB
        | Class::BREAK
        | Class::BODY_END
        | Class::MARK
        | Class::NUMBER
        | Class::LATIN;
    !token.is(never) && token.of(text).chars().all(|c| super::words::DICTIONARY.classes(c).contains(Class::FOREIGN))
}

/// Weighs what stands behind a candidate that ends before the token at `end`.
fn after(tokens: &[Token], end: usize) -> i32 {
    let Some(next) = tokens.get(end) else { return 1 };
    let gap = tokens.get(end - 1).is_some_and(|last| last.end != next.start);
    if next.is(Class::ROLE) || next.is(Class::SAY | Class::ASK | Class::SAY_COMMA | Class::ASK_COMMA) {
        3
    } else if next.is(Class::COLON | Class::OPEN_PAREN) {
        2
    } else if next.is(Class::MARK
        | Class::PREPOSITION
        | Class::ADVERB
        | Class::TIME
        | Class::BREAK
        | Class::ATTITUDE
        | Class::CONJUNCTION)
        || gap
    {
        1
    } else if next.is(Class::BODY_END) {
        -3
    } else if next.is(Class::VERB) {
        1
    } else if next.len() == 3
        && next.classes.difference(Class::GIVEN | Class::FOREIGN | Class::SURNAME | Class::DOUBTFUL).is_empty()
    {
        -2
    } else {
        -1
    }
}
