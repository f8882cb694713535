//! Phrases from atoms: an office finds its body and its holder.

use std::ops::Range;
use std::sync::LazyLock;

use super::aliases;
use super::class::Class;
use super::phrase::{Phrase, Sort, span_of};
use super::token::Token;
use crate::BodyKind;
use crate::word_list::WordList;

/// How many nouns may stand between a body and the office in it: 星河公司｜网络安全业务｜负责人.
const REACH: usize = 6;

/// Puts the phrases that the atoms make into `phrases`, in order.
pub(super) fn join_atoms(text: &str, tokens: &[Token], atoms: &[Phrase], phrases: &mut Vec<Phrase>) {
    phrases.clear();
    for atom in atoms {
        let within = |last: &Phrase| last.tokens.end > atom.tokens.start || is_in_alias(text, tokens, last, atom);
        if phrases.last().is_some_and(within) {
            // Read already as part of a bracket, or the short form that a bracket gives.
            continue;
        }
        let joined = phrases.last().and_then(|last| join(text, tokens, last, atom));
        match (joined, phrases.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ => {
                hold_further_office(tokens, phrases);
                let office = with_field(text, tokens, atom, phrases.last());
                phrases.push(with_brand(text, tokens, &office, phrases.last()));
            }
        }
    }
    hold_further_office(tokens, phrases);
}

/// Joins an office to the holder of another one that is listed behind it: 省委常委、江澜市委书记庞某.
fn hold_further_office(tokens: &[Token], phrases: &mut Vec<Phrase>) {
    let [.., office, person] = phrases.as_slice() else { return };
    let listed = person.tokens.start == office.tokens.end + 1
        && tokens.get(office.tokens.end).is_some_and(|token| token.is(Class::LISTING));
    if office.sort == Sort::Office && person.sort == Sort::Person && person.role.is_some() && listed {
        let joined = Phrase { tokens: office.tokens.start..person.tokens.end, ..person.clone() };
        phrases.truncate(phrases.len() - 2);
        phrases.push(joined);
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
    let tight = gap.is_empty() || is_alias(text, gap);
    let of = gap.len() == 1 && gap.iter().all(|token| token.of(text) == "的");
    match (last.sort, atom.sort) {
        // The department behind a short form is part of the office that follows it.
        (Sort::Body(_), Sort::Body(_)) if tight => {
            Some(Phrase { tokens: last.tokens.start..atom.tokens.end, role: Some(atom.tokens.clone()), ..last.clone() })
        }
        (Sort::Body(kind), Sort::Office) if tight || of || is_department(text, gap) => {
            Some(office_of(last, kind, atom, of || is_alias(text, gap)))
        }
        (Sort::Body(kind), Sort::Person) if tight || of => Some(member_of(last, kind, atom)),
        (Sort::Definite, Sort::Office) if tight || of || is_department(text, gap) => {
            Some(Phrase { tokens: last.tokens.start..atom.tokens.end, ..atom.clone() })
        }
        (Sort::Office | Sort::Definite, Sort::Person) if tight => Some(holder(text, tokens, last, atom)),
        // 常委会组成人员｜某某: one of the group.
        (Sort::Group, Sort::Person) if gap.is_empty() && is_membership(text, tokens, last) => {
            Some(Phrase { tokens: last.tokens.start..atom.tokens.end, role: Some(last.name.clone()), ..atom.clone() })
        }
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

/// Tells words for the members of a body that stand before the name of one of them.
fn is_membership(text: &str, tokens: &[Token], group: &Phrase) -> bool {
    const MEMBERS: [&str; 6] = ["组成人员", "代表", "委员", "成员", "专家", "学者"];
    const MANY: [&str; 8] = ["多", "各", "些", "几", "诸", "全体", "部分", "一致"];
    let words = span_of(tokens, &group.name).of(text);
    MEMBERS.iter().any(|member| words.ends_with(member)) && !MANY.iter().any(|many| words.contains(many))
}

fn office_of(body: &Phrase, kind: BodyKind, office: &Phrase, of: bool) -> Phrase {
    let department = body.role.as_ref().map_or(body.tokens.end, |department| department.start);
    let role_start = if of { office.tokens.start } else { department };
    let role = role_start..office.role.as_ref().map_or(office.tokens.end, |role| role.end);
    let tokens = body.tokens.start..office.tokens.end;
    Phrase { name: tokens.clone(), tokens, role: Some(role), body: Some((body.name.clone(), kind)), sort: Sort::Office }
}

fn member_of(body: &Phrase, kind: BodyKind, person: &Phrase) -> Phrase {
    Phrase { tokens: body.tokens.start..person.tokens.end, body: Some((body.name.clone(), kind)), ..person.clone() }
}

fn holder(text: &str, tokens: &[Token], office: &Phrase, person: &Phrase) -> Phrase {
    let role = office.role.clone().or_else(|| person.role.clone());
    let body = office.body.clone().or_else(|| described_body(text, tokens, office));
    Phrase { tokens: office.tokens.start..person.tokens.end, role, body, ..person.clone() }
}

/// Returns the words before an office that point at a body or give its short form: 该公司｜总经理, 法工委｜副主任.
fn described_body(text: &str, tokens: &[Token], office: &Phrase) -> Option<(Range<usize>, BodyKind)> {
    const HEADS: [&str; 9] = ["委", "局", "部", "厅", "院", "会", "办", "公司", "集团"];
    let role = office.role.as_ref()?;
    let of = usize::from(role.start > 0 && tokens.get(role.start - 1).is_some_and(|token| token.of(text) == "的"));
    let before = office.tokens.start..role.start.checked_sub(of)?;
    let words = span_of(tokens, &before).of(text);
    let named = !before.is_empty() && HEADS.iter().any(|head| words.ends_with(head));
    named.then_some((before, BodyKind::Other))
}

/// Tells whether a gap is a bracket that gives a short form and nothing else: （以下简称“……”）.
fn is_alias(text: &str, gap: &[Token]) -> bool {
    let (Some(first), Some(last)) = (gap.first(), gap.last()) else { return false };
    let closes = last.is(Class::CLOSE_PAREN) && last.partner < first.partner;
    first.is(Class::OPEN_PAREN) && closes && aliases::opens_alias(text, gap.get(1..).unwrap_or_default())
}

/// Tells a name in the bracket behind another name that gives its short form: 某某委员会（以下简称｜某委｜）主任.
fn is_in_alias(text: &str, tokens: &[Token], last: &Phrase, atom: &Phrase) -> bool {
    let open = tokens.get(last.tokens.end).filter(|token| token.is(Class::OPEN_PAREN));
    let close = open.map_or(0, |open| open.partner as usize);
    let inside = tokens.get(last.tokens.end + 1..close).unwrap_or_default();
    atom.tokens.end <= close && atom.tokens.start > last.tokens.end && aliases::opens_alias(text, inside)
}

/// Tells whether the words between a body and an office name a department.
fn is_department(text: &str, gap: &[Token]) -> bool {
    let no =
        Class::BREAK | Class::MARK | Class::CUE | Class::PREPOSITION | Class::ADVERB | Class::TIME | Class::PRESENCE;
    // 民三庭, 二处: words of no dictionary, told by what they end in.
    const UNITS: [char; 8] = ['庭', '处', '科', '室', '司', '厅', '组', '部'];
    let unit = gap.last().is_some_and(|last| last.of(text).ends_with(UNITS));
    let short = gap.iter().map(|token| token.of(text).chars().count()).sum::<usize>() <= 2 * REACH;
    let digit = |token: &Token| matches!(token.of(text), "一" | "二" | "三" | "四" | "五" | "六" | "七" | "八" | "九");
    let named = unit && short && !gap.iter().any(|token| token.is(no | Class::VERB) && !digit(token));
    named
        || gap.len() <= REACH
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

/// How many nouns before an office tell its field: 人工智能｜伦理｜专家.
const FIELD: usize = 3;

/// What is no field of an office though it may be a noun.
const NO_FIELD: Class = Class::MARK
    .union(Class::BREAK)
    .union(Class::BODY_END)
    .union(Class::ADVERB)
    .union(Class::TIME)
    .union(Class::PREPOSITION)
    .union(Class::CUE)
    .union(Class::QUANTITY)
    .union(Class::DETERMINER)
    .union(Class::PLACE)
    .union(Class::CLOSER)
    .union(Class::VERB);

/// Gives an office the nouns before it that tell its field, where they open a phrase: 法学专家.
fn with_field(text: &str, tokens: &[Token], atom: &Phrase, last: Option<&Phrase>) -> Phrase {
    let Some(role) = atom.role.clone().filter(|_| atom.sort == Sort::Office && !is_business(text, tokens, atom)) else {
        return atom.clone();
    };
    let floor = last.map_or(0, |last| last.tokens.end).max(role.start.saturating_sub(FIELD));
    let field = |token: &Token| token.is(Class::NOUN) && !token.is(NO_FIELD) && token.of(text) != "方面";
    let mut first = role.start;
    while first > floor && tokens.get(first - 1).is_some_and(field) {
        first -= 1;
    }
    let edge =
        Class::MARK | Class::BREAK | Class::PREPOSITION | Class::VERB | Class::ADVERB | Class::TIME | Class::QUANTITY;
    let opens = first.checked_sub(1).and_then(|before| tokens.get(before)).is_none_or(|before| before.is(edge));
    if first == role.start || !opens {
        return atom.clone();
    }
    Phrase { role: Some(first..role.end), ..Phrase::bare(first..atom.tokens.end, Sort::Office) }
}

/// Offices that only companies have.
static BUSINESS: LazyLock<WordList> =
    LazyLock::new(|| WordList::of(["总监", "总裁", "董事", "经理", "创始人", "首席", "合伙人", "法务"]));

fn is_business(text: &str, tokens: &[Token], office: &Phrase) -> bool {
    BUSINESS.stands_in(span_of(tokens, &office.tokens).of(text))
}

/// Gives an office the unknown word before it as its body: 星图｜法务总监.
fn with_brand(text: &str, tokens: &[Token], atom: &Phrase, last: Option<&Phrase>) -> Phrase {
    let floor = last.map_or(0, |last| last.tokens.end);
    if atom.sort != Sort::Office || atom.role.is_none() {
        return atom.clone();
    }
    let business = is_business(text, tokens, atom);
    let Some(brand) = brand_before(tokens, atom.tokens.start, floor, business) else { return atom.clone() };
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
    let nouns = run.len() > 1 && run.iter().all(|token| token.is(Class::NOUN));
    (!nouns && (latin || (6..=12).contains(&length)) && opens).then_some(first..office)
}
