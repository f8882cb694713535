//! Phrases from atoms: an office finds its body and its holder.

use std::ops::Range;

use super::class::Class;
use super::phrase::{Phrase, Sort};
use super::token::Token;
use crate::BodyKind;

/// How many nouns may stand between a body and the office in it: 星河公司｜网络安全业务｜负责人.
const REACH: usize = 6;

/// Puts the phrases that the atoms make into `phrases`, in order.
pub(super) fn join_atoms(text: &str, tokens: &[Token], atoms: &[Phrase], phrases: &mut Vec<Phrase>) {
    phrases.clear();
    for atom in atoms {
        if phrases.last().is_some_and(|last| last.tokens.end > atom.tokens.start) {
            // Read already as part of a bracket.
            continue;
        }
        let joined = phrases.last().and_then(|last| join(text, tokens, last, atom));
        match (joined, phrases.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ => phrases.push(with_brand(text, tokens, atom, phrases.last())),
        }
    }
}

/// Puts the phrases into `all`, with what can only be a source between them: papers, meetings, bare nouns of groups.
pub(super) fn add_bare(tokens: &[Token], phrases: &[Phrase], all: &mut Vec<Phrase>) {
    all.clear();
    let mut from = 0;
    for phrase in phrases {
        all.extend((from..phrase.tokens.start).filter_map(|at| bare_at(tokens, at)));
        from = phrase.tokens.end;
        let alone = phrase.sort == Sort::Office && phrase.body.is_none() && phrase.tokens.len() == 1;
        let group = alone && tokens.get(phrase.tokens.start).is_some_and(|token| token.is(Class::GROUP_NOUN));
        let mut phrase = if group { Phrase { sort: Sort::BareGroup, ..phrase.clone() } } else { phrase.clone() };
        // 外交部｜声明: the body speaks by its paper.
        let paper = matches!(phrase.sort, Sort::Body(_))
            && bare_at(tokens, from).is_some_and(|bare| bare.sort == Sort::Document);
        if paper
            && tokens.get(from + 1).is_some_and(|next| next.is(Class::SAY | Class::ASK | Class::ADVERB | Class::TIME))
        {
            from += 1;
            phrase.tokens.end = from;
        }
        all.push(phrase);
    }
    all.extend((from..tokens.len()).filter_map(|at| bare_at(tokens, at)));
}

/// A noun of a group or a paper by itself.
fn bare_at(tokens: &[Token], at: usize) -> Option<Phrase> {
    let token = tokens.get(at)?;
    if token.is(Class::DOCUMENT) {
        Some(Phrase::bare(at..at + 1, Sort::Document))
    } else if token.is(Class::GROUP_NOUN) {
        Some(Phrase::bare(at..at + 1, Sort::BareGroup))
    } else {
        None
    }
}

/// Returns the phrase that two neighbours make together.
fn join(text: &str, tokens: &[Token], last: &Phrase, atom: &Phrase) -> Option<Phrase> {
    let gap = tokens.get(last.tokens.end..atom.tokens.start)?;
    let tight = gap.is_empty();
    let of = gap.len() == 1 && gap.iter().all(|token| token.of(text) == "的");
    match (last.sort, atom.sort) {
        (Sort::Body(kind), Sort::Office) if tight || of || is_department(gap) => Some(office_of(last, kind, atom, of)),
        (Sort::Body(kind), Sort::Person) if tight || of => Some(member_of(last, kind, atom)),
        (Sort::Definite, Sort::Office) if tight || of || is_department(gap) => {
            Some(Phrase { tokens: last.tokens.start..atom.tokens.end, ..atom.clone() })
        }
        (Sort::Office | Sort::Definite, Sort::Person) if tight => Some(holder(last, atom)),
        (Sort::Person, Sort::Office) if tight && last.role.is_none() => {
            Some(Phrase { tokens: last.tokens.start..atom.tokens.end, role: atom.role.clone(), ..last.clone() })
        }
        (Sort::Person, Sort::Office) if tight => {
            Some(Phrase { tokens: last.tokens.start..atom.tokens.end, ..last.clone() })
        }
        (Sort::Person, Sort::Office | Sort::Body(_)) if is_open_bracket(gap) => bracketed(tokens, last, atom),
        _ => None,
    }
}

fn office_of(body: &Phrase, kind: BodyKind, office: &Phrase, of: bool) -> Phrase {
    let role_start = if of { office.tokens.start } else { body.tokens.end };
    let role = role_start..office.role.as_ref().map_or(office.tokens.end, |role| role.end);
    let tokens = body.tokens.start..office.tokens.end;
    Phrase { name: tokens.clone(), tokens, role: Some(role), body: Some((body.name.clone(), kind)), sort: Sort::Office }
}

fn member_of(body: &Phrase, kind: BodyKind, person: &Phrase) -> Phrase {
    Phrase { tokens: body.tokens.start..person.tokens.end, body: Some((body.name.clone(), kind)), ..person.clone() }
}

fn holder(office: &Phrase, person: &Phrase) -> Phrase {
    let role = office.role.clone().or_else(|| person.role.clone());
    Phrase { tokens: office.tokens.start..person.tokens.end, role, body: office.body.clone(), ..person.clone() }
}

/// Tells whether the words between a body and an office name a department.
fn is_department(gap: &[Token]) -> bool {
    let no =
        Class::BREAK | Class::MARK | Class::CUE | Class::PREPOSITION | Class::ADVERB | Class::TIME | Class::PRESENCE;
    gap.len() <= REACH
        && gap.iter().all(|token| token.is(Class::NOUN | Class::ROLE_PART | Class::PLACE) && !token.is(no))
}

fn is_open_bracket(gap: &[Token]) -> bool {
    matches!(gap, [token] if token.is(Class::OPEN_PAREN))
}

/// Reads 张某（某公司副总裁）: the bracket closes behind the office.
fn bracketed(tokens: &[Token], person: &Phrase, atom: &Phrase) -> Option<Phrase> {
    let opener = tokens.get(person.tokens.end)?;
    let closer = opener.partner as usize;
    if !opener.is(Class::OPEN_PAREN) || closer <= person.tokens.end {
        return None;
    }
    let tokens_to = closer + 1;
    let (role, body) = match (atom.sort, office_within(tokens, atom.tokens.end..closer)) {
        (Sort::Body(kind), role) => (role, Some((atom.name.clone(), kind))),
        _ => (atom.role.clone(), None),
    };
    Some(Phrase {
        tokens: person.tokens.start..tokens_to,
        role: role.or_else(|| person.role.clone()),
        body,
        ..person.clone()
    })
}

fn office_within(tokens: &[Token], range: Range<usize>) -> Option<Range<usize>> {
    let run = tokens.get(range.clone())?;
    let last = run.iter().rposition(|token| token.is(Class::ROLE))?;
    Some(range.start..range.start + last + 1)
}

/// Offices that only companies have.
const BUSINESS: [&str; 8] = ["总监", "总裁", "董事", "经理", "创始人", "首席", "合伙人", "法务"];

/// Gives an office the unknown word before it as its body: 星图｜法务总监.
fn with_brand(text: &str, tokens: &[Token], atom: &Phrase, last: Option<&Phrase>) -> Phrase {
    let floor = last.map_or(0, |last| last.tokens.end);
    let office = super::phrase::span_of(tokens, &atom.tokens).of(text);
    let business = BUSINESS.iter().any(|word| office.contains(word));
    let brand = match atom.sort {
        Sort::Office if atom.role.is_some() => brand_before(tokens, atom.tokens.start, floor, business),
        _ => None,
    };
    let Some(brand) = brand else { return atom.clone() };
    let kind = if business { BodyKind::Company } else { BodyKind::Other };
    let tokens = brand.start..atom.tokens.end;
    Phrase { name: tokens.clone(), tokens, body: Some((brand, kind)), ..atom.clone() }
}

/// Returns the unknown characters or Latin letters that stand between the start of a clause and an office; before an
/// office of business a common noun may be a brand as well.
fn brand_before(tokens: &[Token], office: usize, floor: usize, business: bool) -> Option<Range<usize>> {
    let noun = if business { Class::NOUN } else { Class::empty() };
    let known = !(noun
        | Class::GIVEN
        | Class::FOREIGN
        | Class::SURNAME
        | Class::DOUBTFUL
        | Class::LATIN
        | Class::QUOTED
        | Class::ASIDE);
    let unknown = |token: &Token| !token.is(Class::MARK) && token.classes.intersection(known).is_empty();
    let mut first = office;
    while first > floor && tokens.get(first - 1).is_some_and(unknown) {
        first -= 1;
    }
    let run = tokens.get(first..office)?;
    let length: u32 = run.iter().map(Token::len).sum();
    let latin = run.first().is_some_and(|token| token.is(Class::LATIN));
    let opens = first
        .checked_sub(1)
        .and_then(|at| tokens.get(at))
        .is_none_or(|token| token.is(Class::MARK | Class::BREAK | Class::PREPOSITION | Class::TIME));
    ((latin || (6..=12).contains(&length)) && opens).then_some(first..office)
}
