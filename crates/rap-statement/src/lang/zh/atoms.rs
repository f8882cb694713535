//! Atoms: one pass from left to right that finds names, offices, groups and pronouns, each by itself.

use super::class::Class;
use super::people::{Before, person_at};
use super::phrase::{Phrase, Sort};
use super::token::Token;
use super::{aliases, bodies, groups};

/// Puts the atoms of a window into `atoms`, in order and without overlap.
pub(super) fn find_atoms(text: &str, tokens: &[Token], atoms: &mut Vec<Phrase>) {
    atoms.clear();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(end) = alias_end(text, tokens, at) {
            at = end;
            continue;
        }
        match atom_at(text, tokens, at, atoms) {
            Some(atom) => {
                at = atom.tokens.end.max(at + 1);
                push(atoms, atom);
            }
            None => at += 1,
        }
    }
}

/// Returns where a bracket ends that defines a short form; it names nobody anew.
fn alias_end(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.is(Class::OPEN_PAREN) && token.partner as usize > at)?;
    aliases::opens_alias(text, tokens.get(at + 1..)?).then_some(token.partner as usize + 1)
}

fn push(atoms: &mut Vec<Phrase>, atom: Phrase) {
    if let Some(last) = atoms.last_mut()
        && let Some(joined) = bodies::joined(last, &atom)
    {
        *last = joined;
    } else {
        atoms.push(atom);
    }
}

/// Returns the atom whose first token, or for a body whose last, is at `at`.
fn atom_at(text: &str, tokens: &[Token], at: usize, atoms: &[Phrase]) -> Option<Phrase> {
    let token = tokens.get(at)?;
    if token.is(Class::OPEN_TITLE) {
        return title_at(text, tokens, at);
    }
    if token.is(Class::MARK) {
        return None;
    }
    let floor = atoms.last().map_or(0, |atom| atom.tokens.end);
    if token.is(Class::QUANTITY) && tokens.get(at + 1).is_some_and(|next| next.is(Class::OPINION)) {
        return None;
    }
    groups::definite_at(text, tokens, at)
        .or_else(|| groups::group_at(text, tokens, at))
        .or_else(|| if token.is(Class::BODY_END) { bodies::body_at(text, tokens, at, floor) } else { None })
        .or_else(|| office_at(text, tokens, at))
        .or_else(|| pronoun_at(tokens, at))
        .or_else(|| titled_surname(tokens, at, atoms))
        .or_else(|| named_person(text, tokens, at, atoms))
        .or_else(|| latin_name(text, tokens, at))
}

/// A title that speaks: 《白皮书》指出, 《晨报》报道.
fn title_at(text: &str, tokens: &[Token], at: usize) -> Option<Phrase> {
    let close = tokens.get(at)?.partner as usize;
    let last = tokens.get(close.checked_sub(1)?)?;
    if close <= at || close - at > 20 {
        return None;
    }
    let press = last.of(text).ends_with(['报', '刊', '网', '社']);
    let sort = if press { Sort::Body(crate::BodyKind::Media) } else { Sort::Document };
    Some(Phrase { name: at + 1..close, ..Phrase::bare(at..close + 1, sort) })
}

/// An office: 副院长, 首席合规官兼副总裁, 有关负责人.
fn office_at(text: &str, tokens: &[Token], at: usize) -> Option<Phrase> {
    let mut end = at;
    while tokens.get(end).is_some_and(|token| token.is(Class::ROLE_PART) && !token.is(Class::ROLE)) {
        end += 1;
    }
    if tokens.get(end).is_some_and(|token| token.is(Class::UNNAMED)) {
        return Some(Phrase { role: Some(at..end + 1), ..Phrase::bare(at..end + 1, Sort::Office) });
    }
    if !tokens.get(end)?.is(Class::ROLE) {
        return None;
    }
    loop {
        while tokens.get(end).is_some_and(|token| token.is(Class::ROLE | Class::ROLE_PART)) {
            end += 1;
        }
        let joins = tokens.get(end).is_some_and(|token| matches!(token.of(text), "兼" | "暨" | "、" | "，兼"));
        if !joins || !tokens.get(end + 1).is_some_and(|token| token.is(Class::ROLE)) {
            break;
        }
        end += 1;
    }
    while end > at + 1 && tokens.get(end - 1).is_some_and(|token| !token.is(Class::ROLE)) {
        end -= 1;
    }
    Some(Phrase { role: Some(at..end), ..Phrase::bare(at..end, Sort::Office) })
}

fn pronoun_at(tokens: &[Token], at: usize) -> Option<Phrase> {
    let token = tokens.get(at)?;
    if !token.is(Class::PRONOUN) {
        return None;
    }
    let speaks = Class::CUE | Class::ADVERB | Class::TIME | Class::PREPOSITION | Class::IMPRESSION;
    let personal = !token.is(Class::NOUN | Class::DETERMINER);
    let next = tokens.get(at + 1).map(|next| next.classes).unwrap_or_default();
    (personal && next.intersects(speaks)).then(|| Phrase::bare(at..at + 1, Sort::Pronoun))
}

/// 王教授, 欧阳女士: a family name with an office behind it.
fn titled_surname(tokens: &[Token], at: usize, atoms: &[Phrase]) -> Option<Phrase> {
    let token = tokens.get(at)?;
    let everyday =
        Class::BREAK | Class::PREPOSITION | Class::ADVERB | Class::CONJUNCTION | Class::ROLE_PART | Class::SAY;
    let family = (token.len() == 3 && token.is(Class::SURNAME) && !token.is(everyday)) || token.is(Class::COMPOUND);
    let title = tokens.get(at + 1).filter(|next| next.is(Class::ROLE) && next.start == token.end)?;
    if !family || title.len() < 6 || before(tokens, at, atoms) == Before::Word {
        return None;
    }
    Some(Phrase { role: Some(at + 1..at + 2), ..Phrase::bare(at..at + 2, Sort::Person) })
}

fn named_person(text: &str, tokens: &[Token], at: usize, atoms: &[Phrase]) -> Option<Phrase> {
    let name = person_at(text, tokens, at, before(tokens, at, atoms))?;
    Some(Phrase::bare(name, Sort::Person))
}

/// Tells what stands before the token at `at`.
fn before(tokens: &[Token], at: usize, atoms: &[Phrase]) -> Before {
    let Some(last) = at.checked_sub(1).and_then(|index| tokens.get(index)) else { return Before::Open };
    if let Some(atom) = atoms.last() {
        let listed = last.is(Class::LISTING | Class::CONJUNCTION) && atom.tokens.end + 1 == at;
        if listed && atom.sort == Sort::Person {
            return Before::Listed;
        }
        if atom.tokens.end == at {
            return match atom.sort {
                Sort::Office | Sort::Definite => Before::Office,
                // 常委会组成人员｜某某
                Sort::Body(_) | Sort::Group => Before::Body,
                _ => Before::Word,
            };
        }
    }
    let opens = Class::MARK
        | Class::BREAK
        | Class::PREPOSITION
        | Class::ADVERB
        | Class::TIME
        | Class::CONJUNCTION
        | Class::ACCORDING
        | Class::VERB
        | Class::CLOSER;
    let spaced = tokens.get(at).is_some_and(|token| token.start > last.end);
    if last.is(opens) || spaced { Before::Open } else { Before::Word }
}

/// Latin letters directly before a cue: one word is a body, two with capitals a person.
fn latin_name(text: &str, tokens: &[Token], at: usize) -> Option<Phrase> {
    let capital = |token: &Token| token.is(Class::LATIN) && token.of(text).starts_with(|c: char| c.is_uppercase());
    let mut end = at;
    while tokens.get(end).is_some_and(capital) {
        end += 1;
    }
    let speaks = Class::CUE.difference(Class::ATTITUDE) | Class::ADVERB | Class::TIME;
    if end == at || !tokens.get(end)?.is(speaks) {
        return None;
    }
    let sort = if end - at >= 2 { Sort::Person } else { Sort::Body(crate::BodyKind::Other) };
    Some(Phrase::bare(at..end, sort))
}
