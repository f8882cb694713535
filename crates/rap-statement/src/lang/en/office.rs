//! Offices: what a person is and for whom, in the words beside the name.
//!
//! Before the name: `Acme's Vice President of Legal Affairs, Ann Lee`, `the head of policy at Acme Ann Lee`,
//! `Acme Vice President Ann Lee`. After it: `Ann Lee, Vice President at Acme and co-chair of the Forum`,
//! `Ann Lee of Acme`, `Ann Lee (Acme)`.

mod in_clause;
mod whose;

use rap_doc::Span;

use crate::BodyKind;

use super::class;
use super::name::{Name, NameKind};
use super::name_words::head_kind;
use super::words::Words;

/// An office has at most so many words before it ends or a name comes.
const LONGEST: usize = 26;

/// A role, a body, or both, over the tokens `first..end`.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Office {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) role: Option<Span>,
    pub(crate) organisation: Option<(Span, BodyKind)>,
    /// Whether the head of the role is a plural: "Professors A and B".
    pub(crate) plural: bool,
}

/// A sentence with its names: what offices are read from.
#[derive(Copy, Clone)]
pub(crate) struct Names<'a> {
    pub(crate) words: Words<'a>,
    pub(crate) names: &'a [Name],
}

impl Names<'_> {
    /// Returns the name that starts at a token.
    pub(crate) fn starting(self, at: usize) -> Option<Name> {
        let index = self.names.partition_point(|name| name.first < at);
        self.names.get(index).copied().filter(|name| name.first == at)
    }

    fn ending(self, end: usize) -> Option<Name> {
        let index = self.names.partition_point(|name| name.end < end);
        self.names.get(index).copied().filter(|name| name.end == end)
    }

    /// Tells whether the token at `at` lies inside of a name of a body.
    fn inside_body(self, at: usize) -> Option<Name> {
        let index = self.names.partition_point(|name| name.end <= at);
        self.names.get(index).copied().filter(|name| name.first <= at && name.kind != NameKind::Person)
    }

    /// Returns the office before the person whose name starts at `name`, none of its words before `floor`.
    pub(crate) fn before(self, name: usize, floor: usize) -> Option<Office> {
        let words = self.words;
        if let Some(office) = self.owned(name, floor) {
            return Some(office);
        }
        // "the head of policy, Ms Lee": a form of address is no part of an office.
        let addressed = name > floor && words.is(name - 1, class::TITLE) && !words.is(name - 1, class::ROLE);
        let lead = if addressed && words.mark(name.wrapping_sub(2), b',') { name - 1 } else { name };
        let comma = lead > floor && words.mark(lead - 1, b',');
        let stop = lead - usize::from(comma);
        let start = self.phrase_start(stop, floor);
        if stop == start || words.is(stop - 1, class::PREPOSITION | class::COORDINATOR | class::DETERMINER) {
            return None;
        }
        let head = (start..stop).find(|&at| self.heads_role(at, stop))?;
        // "Associate Professors": the last of several heads in a row is the one.
        let head = (head..stop).find(|&at| !words.is(at + 1, class::ROLE) || at + 1 >= stop).unwrap_or(head);
        let office = self.around(head, start, stop)?;
        let before = office.first.checked_sub(1).filter(|&at| at >= floor);
        let governed = before.is_some_and(|at| words.is(at, class::PREPOSITION) && !words.says(at, "by"));
        (!comma || !governed).then_some(office)
    }

    /// Returns where the noun phrase begins that ends before `stop`.
    fn phrase_start(self, stop: usize, floor: usize) -> usize {
        let floor = floor.max(stop.saturating_sub(LONGEST));
        let mut at = stop;
        while at > floor {
            if let Some(body) = self.inside_body(at - 1).filter(|body| body.first >= floor && body.end <= stop) {
                at = body.first;
            } else if self.breaks(at - 1) {
                break;
            } else {
                at -= 1;
            }
        }
        at
    }

    /// Tells words and marks that no office runs across.
    fn breaks(self, at: usize) -> bool {
        let words = self.words;
        let Some(token) = words.get(at) else { return true };
        if !token.is_word() && !token.is(class::POSSESSIVE) {
            return true;
        }
        if matches!(words.word(at), "of" | "at" | "for" | "from" | "in" | "with" | "to" | "on" | "and" | "'s" | "’s")
        {
            return false;
        }
        let lower = !token.is_capital();
        let verb = lower
            && token.is(class::VERB)
            && token.is(class::LISTED)
            && !token.is(class::ROLE | class::ROLE_MODIFIER | class::ADJECTIVE | class::FIELD)
            && !token.is(class::NOUN);
        verb || token.is(class::PREPOSITION
            | class::SUBORDINATOR
            | class::MODAL
            | class::AUXILIARY
            | class::WH
            | class::RELATIVE
            | class::NEGATION)
            || token.is(class::PRONOUN) && !token.is(class::DETERMINER)
    }

    /// Tells whether the role whose head is at `at` can run on to `stop`.
    fn heads_role(self, at: usize, stop: usize) -> bool {
        let words = self.words;
        if !words.is(at, class::ROLE) || self.inside_body(at).is_some() {
            return false;
        }
        let next = at + 1;
        next == stop
            || matches!(words.word(next), "of" | "at" | "for" | "from" | "in" | "with" | "to" | "on" | "and")
            || words.is(next, class::FIELD | class::ROLE)
    }

    /// Reads the office around the head of its role, between `start` and `stop`.
    fn around(self, head: usize, start: usize, stop: usize) -> Option<Office> {
        let words = self.words;
        let mut first = self.role_start(head, start);
        let mut role_first = first;
        let mut organisation = None;
        let genitive = |at: usize| matches!(words.word(at), "'s" | "’s" | "'" | "’");
        if first > start && genitive(first - 1) {
            let owner = self.ending(first - 1).filter(|owner| owner.kind != NameKind::Person);
            if let Some(owner) = owner {
                organisation = Some(self.body(owner));
                first = owner.first;
            } else {
                let noun = first.checked_sub(2)?;
                organisation = self.common_body(noun, start);
                first = if organisation.is_some() { self.noun_start(noun, start) } else { first };
            }
        } else if let Some(owner) =
            self.starting(first).filter(|owner| owner.end <= head && owner.kind != NameKind::Person)
        {
            let proper = !words.is(owner.first, class::ROLE_MODIFIER | class::NATION | class::FIELD);
            if proper || matches!(owner.kind, NameKind::Body(_)) {
                organisation = Some(self.body(owner));
                role_first = owner.end;
            }
        }
        let mut role_end = stop;
        if organisation.is_none() && first > start && words.says(first - 1, "its") {
            organisation = Some((words.span(first - 1, first), BodyKind::Other));
        }
        if let Some((body, before)) = self.body_of_complement(head + 1, stop).filter(|_| !self.represents(head, stop)) {
            organisation = Some(body);
            role_end = before;
        }
        let determiner = first > start && words.is(first - 1, class::DETERMINER);
        Some(Office {
            first: first - usize::from(determiner),
            end: stop,
            role: Some(words.span(role_first, role_end)).filter(|role| !role.is_empty()),
            organisation,
            plural: words.is(head, class::ROLE_PLURAL),
        })
    }

    /// Returns where the role begins whose head is at `head`: adjectives, nouns and names before it belong to it.
    fn role_start(self, head: usize, start: usize) -> usize {
        let words = self.words;
        let mut at = head;
        while at > start {
            let before = at - 1;
            if let Some(body) = self.inside_body(before).filter(|body| body.first >= start) {
                at = body.first;
                continue;
            }
            let joins = words.says(before, "and")
                && before > start
                && words.is(before - 1, class::FIELD | class::ROLE)
                && !words.is(before - 1, class::DETERMINER);
            let modifies = words.get(before).is_some_and(|token| {
                token.is_word()
                    && !matches!(words.word(before), "'s" | "’s" | "'" | "’")
                    && !token.is(class::DETERMINER | class::PREPOSITION | class::COORDINATOR | class::PRONOUN)
                    && !token.is(class::ADVERB)
            });
            if !joins && !modifies {
                break;
            }
            at = before;
        }
        at
    }

    /// Returns the body that ends the complement `from..stop` of a role, and where the words before it end.
    fn body_of_complement(self, from: usize, stop: usize) -> Option<((Span, BodyKind), usize)> {
        let words = self.words;
        let index = self.names.partition_point(|name| name.end <= from);
        let inside = self.names.get(index..)?.iter().take_while(|name| name.end <= stop);
        let body =
            inside.filter(|name| name.kind != NameKind::Person && self.is_governed(**name, from)).last().copied();
        if let Some(body) = body {
            let article = usize::from(words.is(body.first.saturating_sub(1), class::DETERMINER));
            return Some((self.body(body), body.first.saturating_sub(1 + article)));
        }
        let last = stop.checked_sub(1)?;
        let preposition = (from..stop).rev().find(|&at| words.is(at, class::PREPOSITION))?;
        let body = self.common_body(last, preposition + 1)?;
        Some((body, preposition))
    }

    /// Tells whether a name depends on "of", "at", "from" or the like, or stands behind the comma of a chain.
    fn is_governed(self, name: Name, from: usize) -> bool {
        let words = self.words;
        let article = usize::from(words.is(name.first.saturating_sub(1), class::DETERMINER));
        let before = name.first.saturating_sub(1 + article);
        before >= from
            && (matches!(words.word(before), "of" | "at" | "for" | "from" | "with" | "to")
                || words.mark(before, b',') && self.ending(before).is_some())
    }

    /// Returns the body that a common noun names: "an AI company", "the ministry".
    fn common_body(self, noun: usize, start: usize) -> Option<(Span, BodyKind)> {
        let kind = head_kind(self.words.word(noun)).filter(|_| self.words.is(noun, class::BODY_HEAD))?;
        let first = self.noun_start(noun, start);
        Some((self.words.span(first, noun + 1), kind))
    }

    fn noun_start(self, noun: usize, start: usize) -> usize {
        let words = self.words;
        let stops = |at: usize| {
            words.is(at, class::PREPOSITION | class::COORDINATOR) || !words.get(at).is_some_and(|t| t.is_word())
        };
        let mut at = noun;
        while at > start && !stops(at - 1) {
            at -= 1;
            if words.is(at, class::DETERMINER) {
                break;
            }
        }
        at
    }

    pub(crate) fn body(self, name: Name) -> (Span, BodyKind) {
        let kind = match name.kind {
            NameKind::Body(kind) => kind,
            NameKind::Person | NameKind::Unknown => BodyKind::Other,
        };
        (self.words.span(name.first, name.end), kind)
    }

    /// Adds the offices after the person whose name ends at `end` to `offices`; returns where they end.
    ///
    /// `bound` says that the person has an office before the name already: then only a phrase with an article is
    /// one more ("Professor Ann Lee, a member of the board").
    pub(crate) fn after(self, end: usize, bound: bool, offices: &mut Vec<Office>) -> usize {
        let words = self.words;
        let mut at = end;
        if matches!(words.word(at), "of" | "from" | "at" | "with") {
            at = self.affiliation(at, at + 1, offices).unwrap_or(at);
        } else if words.mark(at, b'(') {
            at = self.bracketed(at, offices).unwrap_or(at);
        } else if !bound && let Some(office) = self.in_clause(at) {
            // The clause is no part of the name: a cue may stand in it or behind it.
            offices.push(office);
            return at;
        }
        loop {
            let found = offices.len();
            let comma = words.mark(at, b',');
            let joined = found > 0 && words.says(at + usize::from(comma), "and");
            if !comma && !joined {
                return at;
            }
            let from = at + usize::from(comma) + usize::from(joined);
            let article = words.is(from, class::DETERMINER);
            if let Some(end) = self.body_of_last(from, bound, offices).filter(|_| comma && !joined) {
                at = end;
                continue;
            }
            if bound && !article && found == 0 {
                return at;
            }
            let Some(office) = self.role_from(from).or_else(|| self.bare_body(from, found)) else { return at };
            // "Ann Lee, head of policy Bo Li": the phrase is the office of the next one.
            let next = self.starting(office.end).is_some_and(|name| name.kind == NameKind::Person);
            let listed = (joined || bound)
                && words.mark(office.end, b',')
                && self.starting(office.end + 1).is_some_and(|name| name.kind == NameKind::Person);
            if next || listed {
                return at;
            }
            offices.push(office);
            at = office.end;
        }
    }

    /// Reads "of Acme", "from the University of Oslo".
    fn affiliation(self, at: usize, from: usize, offices: &mut Vec<Office>) -> Option<usize> {
        let article = usize::from(self.words.is(from, class::DETERMINER));
        let body = self.starting(from + article).filter(|name| name.kind != NameKind::Person)?;
        // "Ann Lee of Norway" is where she is from, not whom she speaks for.
        if self.words.is(body.first, class::NATION) && body.end == body.first + 1 && body.kind == NameKind::Unknown {
            return None;
        }
        let organisation = Some(self.body(body));
        offices.push(Office { first: at, end: body.end, role: None, organisation, plural: false });
        Some(body.end)
    }

    /// Reads "(Acme)" and "(head of policy, Acme)".
    fn bracketed(self, at: usize, offices: &mut Vec<Office>) -> Option<usize> {
        let words = self.words;
        let close = (at + 1..at + LONGEST).find(|&close| words.mark(close, b')'))?;
        let office = match self.role_from(at + 1) {
            Some(office) => office,
            None => {
                let body = self.starting(at + 1).filter(|name| name.kind != NameKind::Person)?;
                let organisation = Some(self.body(body));
                Office { first: at + 1, end: body.end, role: None, organisation, plural: false }
            }
        };
        offices.push(office);
        Some(close + 1)
    }

    /// Reads the body of "Ann Lee, Acme Ltd:" and "Ann Lee, of Acme Ltd,".
    fn bare_body(self, from: usize, found: usize) -> Option<Office> {
        let words = self.words;
        let preposition = usize::from(matches!(words.word(from), "of" | "from" | "at" | "with"));
        let article = usize::from(words.is(from + preposition, class::DETERMINER));
        let body = self.starting(from + preposition + article)?;
        let closes = words.get(body.end).is_none_or(|token| !token.is_word());
        let is_body = matches!(body.kind, NameKind::Body(_)) || preposition > 0 && body.kind == NameKind::Unknown;
        let organisation = Some(self.body(body));
        (found == 0 && is_body && closes).then_some(Office {
            first: from,
            end: body.end,
            role: None,
            organisation,
            plural: false,
        })
    }

    /// Reads a role that begins at `from`, with its complement.
    fn role_from(self, from: usize) -> Option<Office> {
        let words = self.words;
        let owned = words.says(from, "its");
        let first =
            from + usize::from(owned || words.is(from, class::DETERMINER) && !words.is(from, class::POSSESSIVE));
        let mut head = first;
        while head < first + 8 && (!words.is(head, class::ROLE) || self.modifies_role(head)) {
            if let Some(body) = self.starting(head) {
                if body.kind == NameKind::Person {
                    return None;
                }
                head = body.end;
                head += usize::from(matches!(words.word(head), "'s" | "’s"));
                continue;
            }
            let joins = words.says(head, "and") && words.is(head.saturating_sub(1), class::FIELD);
            if !joins
                && (self.breaks(head) || words.is(head, class::PREPOSITION | class::COORDINATOR | class::DETERMINER))
            {
                return None;
            }
            head += 1;
        }
        if !words.is(head, class::ROLE) {
            return None;
        }
        let stop = self.complement_end(head + 1);
        let mut office = self.around(head, if owned { from } else { first }, stop)?;
        office.first = from;
        Some(office)
    }

    /// Tells the "chief" of "chief engineer", a role that another one follows.
    fn modifies_role(self, at: usize) -> bool {
        let words = self.words;
        words.is(at + 1, class::ROLE | class::ROLE_MODIFIER) && self.starting(at + 1).is_none()
            || words.is(at + 1, class::FIELD) && words.is(at + 2, class::ROLE)
    }

    /// Returns the end of the complement that starts at `at`: "of Legal Affairs at the Academy of Sciences".
    fn complement_end(self, mut at: usize) -> usize {
        let words = self.words;
        let (head, limit) = (at, at + LONGEST);
        while at < limit {
            let links = matches!(words.word(at), "of" | "at" | "for" | "from" | "in" | "with" | "to" | "on");
            let doubles = at == head && words.says(at, "and") && self.role_goes_on(at + 1);
            if !links && !doubles {
                break;
            }
            let start = at + 1 + usize::from(words.is(at + 1, class::DETERMINER));
            let end = self.complement_noun(start);
            if end == start {
                break;
            }
            // The one who holds the office follows its own words.
            at = self.chained(end);
        }
        at
    }

    /// Tells "president and chief executive of …", one office, from "head of policy and director of …", which are two.
    fn role_goes_on(self, at: usize) -> bool {
        let words = self.words;
        let end = (at..at + 5).find(|&head| !words.is(head, class::ROLE | class::ROLE_MODIFIER)).unwrap_or(at);
        let named = self.starting(end).is_some_and(|name| name.kind == NameKind::Person);
        end > at && (named || matches!(words.word(end), "of" | "at" | "for"))
    }

    fn complement_noun(self, start: usize) -> usize {
        let words = self.words;
        let mut at = start;
        while at < start + 10 {
            if let Some(name) = self.starting(at) {
                if name.kind == NameKind::Person {
                    break;
                }
                return name.end;
            }
            let joins = words.says(at, "and") && words.is(at - 1, class::FIELD) && words.is(at + 1, class::FIELD);
            if !joins
                && (self.breaks(at)
                    || words.is(at, class::PREPOSITION | class::COORDINATOR | class::DETERMINER | class::POSSESSIVE))
            {
                break;
            }
            // A lower-case verb of the sentence ends the noun phrase even where it could be a noun.
            if words.get(at).is_some_and(|t| {
                !t.is_capital() && t.is(class::PAST | class::PRESENT) && !t.is(class::ADJECTIVE) && at > start
            }) && !words.is(at, class::FIELD)
            {
                break;
            }
            at += 1;
        }
        at
    }

    /// Follows the comma of "the School of Law, Beihang University": a part of a body and the body.
    fn chained(self, end: usize) -> usize {
        const PARTS: [&str; 8] =
            ["school", "faculty", "department", "college", "institute", "center", "centre", "division"];
        let words = self.words;
        let Some(part) = self.ending(end) else { return end };
        let divides = (part.first..part.end).any(|at| PARTS.iter().any(|known| words.says(at, known)));
        let whole = if words.mark(end, b',') { self.starting(end + 1) } else { None };
        match whole {
            Some(whole) if divides && matches!(whole.kind, NameKind::Body(_)) => whole.end,
            _ => end,
        }
    }
}
