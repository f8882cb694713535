//! Places: where in a sentence an attribution may be, and what can be seen there.

use std::ops::Range;

use super::super::attribution::{Find, Site};
use super::super::class;
use super::super::clause::{Clauses, Form, Group};
use super::super::frame;
use super::super::tag::Tag;
use super::super::token::{Shape, Token};
use super::{bucket, ending, manner_of, overlap, stem};
use crate::found::Manner;
use crate::weights::{TakeFeatures, Templates, word_number};

/// The templates of this file begin here.
const TEMPLATE: u32 = 1000;

/// A word that may be a cue.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) kind: PlaceKind,
    /// The verb group, or the noun or adjective as one.
    pub(crate) group: Group,
    /// The number of the stem of its main word.
    pub(crate) stem: u32,
    /// The frames of the cue as the kind of word that it is here.
    pub(crate) frames: u32,
    /// Behind the cue, adverbs skipped.
    pub(crate) next: usize,
    /// What stands there.
    pub(crate) follows: Follows,
    /// The subject that the grammar gives.
    pub(crate) subject: Option<Range<usize>>,
    /// What the rules found here, by its index.
    pub(crate) rule: Option<usize>,
    pub(crate) manner: Manner,
}

/// Tells what kind of word stands at a place.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum PlaceKind {
    Verb,
    Noun,
    Adjective,
    According,
}

/// Tells what follows a cue.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Follows {
    That,
    Wh,
    To,
    Quotation,
    CommaQuotation,
    Colon,
    Gerund,
    /// A noun phrase and its finite verb.
    Clause,
    /// A noun phrase, then `to`.
    PhraseTo,
    /// A noun phrase, then `that`, a question word or a quotation.
    PhraseClause,
    Phrase,
    Adjective,
    Preposition,
    Comma,
    Stop,
    Other,
}

/// Finds the places of a sentence, in the order of their words.
pub(crate) fn find_places(site: &Site<'_>, rules: &[Find], places: &mut Vec<Place>) {
    places.clear();
    let clauses = &site.clauses;
    for group in clauses.groups {
        if site.in_speech(group.main) {
            continue;
        }
        match clauses.tag(group.main) {
            Tag::Be => {
                if let Some(at) = predicate(clauses, group) {
                    let whole = Group { main: at, end: at + 1, ..*group };
                    places.push(place_of(clauses, PlaceKind::Adjective, whole, rules));
                }
            }
            Tag::Have | Tag::Do | Tag::Modal => {}
            _ if may_report(clauses, group) => places.push(place_of(clauses, PlaceKind::Verb, *group, rules)),
            _ => {}
        }
    }
    for (at, token) in (clauses.from..clauses.to).zip(clauses.tokens.iter().skip(clauses.from)) {
        let noun = token.noun_frames != 0 && clauses.tag(at) == Tag::Noun;
        let according = token.is(class::ACCORDING) && clauses.word(at + 1) == "to";
        if !(noun || according) || site.in_speech(at) {
            continue;
        }
        let group = Group { first: at, main: at, end: at + 1, form: Form::Finite, passive: false };
        if noun {
            places.push(place_of(clauses, PlaceKind::Noun, group, rules));
        } else {
            let group = Group { end: at + 2, ..group };
            places.push(place_of(clauses, PlaceKind::According, group, rules));
        }
    }
    places.sort_by_key(|place| (place.group.main, place.group.first));
    // A cue of two words, "expressed hope", is one place: that of the word it begins with.
    let leads = |place: &Place| {
        place.rule.and_then(|rule| rules.get(rule)).is_some_and(|rule| rule.cue.start == place.group.first)
    };
    let led: Vec<usize> = places.iter().filter(|place| leads(place)).filter_map(|place| place.rule).collect();
    places.retain(|place| leads(place) || place.rule.is_none_or(|rule| !led.contains(&rule)));
}

/// Returns the adjective of the lists of cues that a form of `be` leads to: "is not quite sure".
fn predicate(clauses: &Clauses<'_>, group: &Group) -> Option<usize> {
    let at = (group.end..group.end + 4).find(|at| {
        clauses.noun_frames(*at) != 0 && clauses.is(*at, class::ADJECTIVE) && clauses.tag(*at) != Tag::Adverb
    })?;
    let plain = |at: usize| matches!(clauses.tag(at), Tag::Adverb | Tag::Not | Tag::Adjective);
    (group.end..at).all(plain).then_some(at)
}

/// Tells a verb of the lists of cues from one that could be a cue only by what follows: a clause or quoted words.
fn may_report(clauses: &Clauses<'_>, group: &Group) -> bool {
    // Forms in -ing that are prepositions: "the rules regarding mills".
    const PREPOSITIONS: [&str; 7] =
        ["regarding", "concerning", "including", "following", "excluding", "pending", "considering"];
    if group.form == Form::Gerund && PREPOSITIONS.contains(&clauses.word(group.main)) {
        return false;
    }
    if clauses.frames(group.main) != 0 {
        return true;
    }
    let next = clauses.skip_adverbs(group.end);
    let opens = |at: usize| matches!(clauses.tag(at), Tag::That | Tag::Wh | Tag::Open | Tag::Colon);
    opens(next) || opens(next + 1) || clauses.tag(next).in_noun_phrase() && clauses.bare_clause(next)
}

fn place_of(clauses: &Clauses<'_>, kind: PlaceKind, group: Group, rules: &[Find]) -> Place {
    let next = clauses.skip_adverbs(group.end);
    let subject = match kind {
        PlaceKind::Verb | PlaceKind::Adjective => clauses.subject(&group).filter(|range| !range.is_empty()),
        PlaceKind::Noun | PlaceKind::According => None,
    };
    let frames = if kind == PlaceKind::Verb { clauses.frames(group.main) } else { clauses.noun_frames(group.main) };
    Place {
        kind,
        stem: stem(clauses.word(group.main)),
        frames,
        next,
        follows: follows(clauses, next),
        subject,
        rule: rules.iter().position(|rule| rule.cue.contains(&group.main)),
        manner: manner_of(frames),
        group,
    }
}

fn follows(clauses: &Clauses<'_>, at: usize) -> Follows {
    match clauses.tag(at) {
        Tag::That => Follows::That,
        Tag::Wh => Follows::Wh,
        Tag::To => Follows::To,
        Tag::Open => Follows::Quotation,
        Tag::Comma if clauses.tag(at + 1) == Tag::Open => Follows::CommaQuotation,
        Tag::Comma => Follows::Comma,
        Tag::Colon => Follows::Colon,
        Tag::Gerund => Follows::Gerund,
        Tag::Stop | Tag::Edge | Tag::Dash | Tag::Semicolon | Tag::Close => Follows::Stop,
        Tag::Preposition | Tag::Subordinator => Follows::Preposition,
        tag if tag.in_noun_phrase() => {
            if clauses.bare_clause(at) {
                return Follows::Clause;
            }
            let end = clauses.phrase_end(at);
            match clauses.tag(clauses.skip_aside(end)) {
                Tag::To => Follows::PhraseTo,
                Tag::That | Tag::Wh | Tag::Open => Follows::PhraseClause,
                _ if end == at + 1 && tag == Tag::Adjective => Follows::Adjective,
                _ => Follows::Phrase,
            }
        }
        _ => Follows::Other,
    }
}

/// Returns a number for what kind of thing a noun phrase names, by its head.
pub(crate) fn head_class(clauses: &Clauses<'_>, range: &Range<usize>) -> u32 {
    let Some(head) = head_of(clauses, range) else { return 0 };
    let Some(token) = clauses.token(head) else { return 0 };
    if range.len() == 1 && token.is(class::PRONOUN | class::POSSESSIVE | class::NOMINATIVE) {
        return 100 + word_number(clauses.word(head)) % 4096;
    }
    const CLASSES: [(u64, u32); 5] =
        [(class::GROUP, 1), (class::ROLE, 2), (class::ROLE_PLURAL, 3), (class::BODY_HEAD, 4), (class::TIME, 5)];
    let known = CLASSES.iter().find(|(bits, _)| token.is(*bits)).map(|(_, number)| *number);
    match known {
        Some(number) => number,
        None if u32::from(token.noun_frames) & frame::PAPER != 0 => 6,
        None if matches!(clauses.tag(head), Tag::Relative | Tag::Wh) => 7,
        None if token.shape == Shape::Number => 8,
        None if token.is_capital() => 9,
        None if clauses.token(range.start).is_some_and(Token::is_capital) && range.start > clauses.from => 10,
        None if clauses.tag(head) == Tag::Gerund => 11,
        None if token.noun_frames != 0 => 12,
        None => 13,
    }
}

/// Returns the head of a noun phrase: the last noun before what hangs on it.
pub(crate) fn head_of(clauses: &Clauses<'_>, range: &Range<usize>) -> Option<usize> {
    let stop = |at: &usize| {
        *at > range.start
            && !(clauses.tag(*at).in_noun_phrase() || matches!(clauses.tag(*at), Tag::Gerund | Tag::Participle))
    };
    let end = range.clone().find(stop).unwrap_or(range.end);
    end.checked_sub(1).filter(|head| *head >= range.start)
}

impl Place {
    /// Adds what can be seen at the place.
    pub(crate) fn describe(&self, site: &Site<'_>, rules: &[Find], out: &mut impl TakeFeatures) {
        let clauses = &site.clauses;
        let group = &self.group;
        let kind = self.kind as u32;
        let shape = kind * 16 + group.form as u32 * 2 + u32::from(group.passive);
        let word = clauses.word(group.main);
        let (stem, follows, frames) = (self.stem, self.follows as u32, self.frames);
        let rule = u32::from(self.rule.is_some());
        let subject = self.subject.as_ref().map_or(0, |range| 1 + head_class(clauses, range));
        let mut out = out.templates(TEMPLATE);
        out.add(0, [kind]);
        out.add(1, [shape]);
        out.add(2, [stem, kind]);
        out.add(3, [stem, follows]);
        out.add(4, [frames, kind]);
        out.add(5, [frames, follows, kind]);
        out.add(6, [follows, shape]);
        out.add(7, [follows, subject]);
        out.add(8, [stem, subject]);
        out.add(9, [subject, rule, kind]);
        out.add(10, [rule, shape]);
        out.add(11, [rule, follows, kind]);
        out.add(12, [rule, stem]);
        out.add(13, [ending(word), follows]);
        out.add(14, [frames, subject, kind]);
        out.add(15, [follows, subject, rule, shape]);
        let mut bits = frames;
        while bits != 0 {
            out.add(16, [bits.trailing_zeros(), follows, kind]);
            bits &= bits - 1;
        }
        let before = group.first.checked_sub(1);
        let tag = |at: Option<usize>| at.map_or(0, |at| clauses.tag(at) as u32);
        out.add(17, [tag(before), shape]);
        out.add(18, [word_number(before.map_or("", |at| clauses.word(at))), kind]);
        out.add(19, [tag(before), tag(before.and_then(|at| at.checked_sub(1))), follows]);
        out.add(20, [clauses.tag(self.next) as u32, clauses.tag(self.next + 1) as u32, kind]);
        out.add(21, [word_number(clauses.word(self.next)), kind]);
        out.add(22, [word_number(clauses.word(self.next)), stem]);
        self.describe_group(clauses, rule, &mut out);
        self.describe_sentence(site, rules, &mut out);
    }

    fn describe_group(&self, clauses: &Clauses<'_>, rule: u32, out: &mut Templates<'_, impl TakeFeatures>) {
        let group = &self.group;
        let follows = self.follows as u32;
        for at in group.first..group.main {
            let tag = clauses.tag(at) as u32;
            out.add(23, [tag, rule]);
            out.add(24, [word_number(clauses.word(at)), rule]);
        }
        if let Some(range) = &self.subject {
            let head = head_of(clauses, range).map_or("", |head| clauses.word(head));
            out.add(25, [word_number(head), follows]);
            out.add(26, [ending(head), rule]);
            out.add(27, [bucket(range.len()), rule]);
            out.add(28, [bucket(group.first.saturating_sub(range.end)), rule]);
        }
        if let Some(governor) = clauses.groups_before(group.first).next() {
            let near = bucket(group.first.saturating_sub(governor.end));
            let own = group.form as u32;
            out.add(29, [stem(clauses.word(governor.main)), own]);
            out.add(30, [clauses.frames(governor.main), own, near]);
            out.add(31, [governor.form as u32, own, near, rule]);
        } else {
            out.add(32, [group.form as u32, rule]);
        }
        let end = clauses.phrase_end(self.next);
        if end > self.next {
            let object = head_class(clauses, &(self.next..end));
            let stem = self.stem;
            out.add(33, [object, self.kind as u32, rule]);
            out.add(34, [object, stem]);
            out.add(35, [word_number(clauses.word(end)), self.frames]);
            out.add(36, [clauses.tag(end) as u32, stem]);
            out.add(37, [word_number(head_of(clauses, &(self.next..end)).map_or("", |at| clauses.word(at))), rule]);
        }
    }

    fn describe_sentence(&self, site: &Site<'_>, rules: &[Find], out: &mut Templates<'_, impl TakeFeatures>) {
        let clauses = &site.clauses;
        let kind = self.kind as u32;
        let rule = u32::from(self.rule.is_some());
        let main = self.group.main;
        let own = self.rule;
        let mut others = rules.iter().enumerate().filter(|(index, _)| Some(*index) != own);
        let inside = others.clone().any(|(_, other)| other.content.iter().any(|piece| piece.contains(&main)));
        let beside = others.any(|(_, other)| overlap(&other.cue, &(clauses.from..main)));
        out.add(40, [u32::from(inside), u32::from(beside), rule, kind]);
        let opening = word_number(clauses.word(clauses.from));
        out.add(41, [opening, rule]);
        let before = clauses.tags_in(&(clauses.from..main));
        let leads = before.iter().rposition(|tag| matches!(tag, Tag::Subordinator | Tag::Relative));
        out.add(42, [leads.map_or(0, |at| word_number(clauses.word(clauses.from + at))), rule]);
        let quoted = clauses.tags_in(&(clauses.from..clauses.to)).contains(&Tag::Open);
        out.add(43, [u32::from(quoted), self.follows as u32, kind]);
        let before = self.subject.as_ref().map_or(self.group.first, |range| range.start.min(self.group.first));
        let left = before.checked_sub(1);
        let behind_quote = left
            .is_some_and(|at| clauses.tokens.get(at).is_some_and(|token| token.shape == Shape::QuoteClose))
            || left.and_then(|at| at.checked_sub(1)).is_some_and(|at| clauses.tag(at) == Tag::Close);
        out.add(44, [u32::from(behind_quote), self.follows as u32, kind]);
        out.add(45, [left.map_or(0, |at| clauses.tag(at) as u32), self.follows as u32, kind]);
        let capital = clauses.token(main).is_some_and(Token::is_capital);
        out.add(46, [u32::from(capital), kind, rule]);
        out.add(47, [bucket(main - clauses.from), self.follows as u32]);
        if self.kind == PlaceKind::Noun {
            let before = main.checked_sub(1);
            out.add(48, [before.map_or(0, |at| clauses.tag(at) as u32), self.follows as u32]);
            out.add(49, [before.map_or(0, |at| clauses.tag(at) as u32), self.stem]);
            let holder = (0..5)
                .filter_map(|back| main.checked_sub(back + 1))
                .find(|at| clauses.tag(*at) == Tag::Genitive || clauses.is(*at, class::POSSESSIVE));
            out.add(50, [u32::from(holder.is_some()), self.follows as u32, word_number(clauses.word(self.next))]);
        }
    }
}
