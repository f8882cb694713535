//! Contents: what a place may attribute, and what speaks for each.

use std::ops::Range;

use super::super::attribution::{Find, Site};
use super::super::frame;
use super::super::quotation::quotation_at;
use super::super::tag::Tag;
use super::super::token::Shape;
use super::bucket;
use super::place::{Follows, Place, PlaceKind};
use crate::weights::{TakeFeatures, word_number};

/// The templates of this file begin here.
const TEMPLATE: u32 = 2000;

/// At how many marks or joints behind its start a content may end, at most.
const ENDS: usize = 8;

/// Words that may be the content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Content {
    pub(crate) pieces: Vec<Range<usize>>,
    pub(crate) kind: ContentKind,
    /// Behind the last word of the cue: a particle or preposition may belong to it.
    pub(crate) cue_end: usize,
    /// Whether the rules chose it.
    pub(crate) of_rule: bool,
    /// What the grammar of clauses and phrases says of its end.
    end: u32,
}

/// Tells where a content stands.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum ContentKind {
    /// Where a rule found it and nothing here does.
    Rule,
    /// Right behind the cue.
    Behind,
    /// Behind a preposition or particle that belongs to the cue.
    BehindPreposition,
    /// Behind whoever is spoken to.
    BehindAddressee,
    /// Before the cue.
    Before,
    /// Before the cue, and on behind it.
    Around,
    /// A quotation before the cue.
    Quotation,
    /// The subject, and what follows the verb.
    SubjectAndRest,
    /// The subject alone.
    Subject,
    /// A relative pronoun before the subject, and what follows the verb.
    Relative,
}

/// Lists the contents that a place may have.
pub(crate) fn list(site: &Site<'_>, place: &Place, rule: Option<&Find>, contents: &mut Vec<Content>) {
    contents.clear();
    let mut lister = Lister { site, place, rule, contents, trimmed: Vec::with_capacity(2) };
    lister.behind();
    match place.kind {
        PlaceKind::Verb => {
            lister.before();
            lister.passive();
            lister.relative();
        }
        PlaceKind::Adjective => lister.before(),
        PlaceKind::Noun | PlaceKind::According => {}
    }
    if let Some(rule) = rule
        && !lister.contents.iter().any(|known| known.of_rule)
    {
        lister.push(&rule.content, ContentKind::Rule, rule.cue.end, 0);
    }
}

struct Lister<'l, 's> {
    site: &'l Site<'s>,
    place: &'l Place,
    rule: Option<&'l Find>,
    contents: &'l mut Vec<Content>,
    /// The pieces under the pen.
    trimmed: Vec<Range<usize>>,
}

impl Lister<'_, '_> {
    /// Adds pieces that may be the content; what is known already is told only what the grammar says of its end.
    fn push(&mut self, pieces: &[Range<usize>], kind: ContentKind, cue_end: usize, end: u32) {
        let clauses = &self.site.clauses;
        let inside = |piece: &Range<usize>| {
            // A quotation may reach over the end of the sentence; everything else is trimmed inside of it.
            let reaches = piece.end > clauses.to || piece.start < clauses.from;
            if reaches { piece.clone() } else { clauses.trimmed(piece.clone()) }
        };
        self.trimmed.clear();
        self.trimmed.extend(pieces.iter().map(inside).filter(|piece| !piece.is_empty()));
        let pieces = self.trimmed.as_slice();
        if let Some(known) = self.contents.iter_mut().find(|known| known.pieces == pieces) {
            known.end |= end;
        } else if !pieces.is_empty() {
            let of_rule = self.rule.is_some_and(|rule| rule.content == pieces);
            self.contents.push(Content { pieces: pieces.to_vec(), kind, cue_end, of_rule, end });
        }
    }

    /// Adds one range that may be the content.
    fn push_one(&mut self, range: Range<usize>, kind: ContentKind, cue_end: usize, end: u32) {
        self.push(std::slice::from_ref(&range), kind, cue_end, end);
    }

    fn behind(&mut self) {
        let clauses = &self.site.clauses;
        let group = self.place.group;
        let next = self.place.next;
        if matches!(self.place.follows, Follows::Stop) {
            return;
        }
        let starts_quote = usize::from(matches!(self.place.follows, Follows::CommaQuotation | Follows::Colon));
        self.from(next + starts_quote, ContentKind::Behind, group.end);
        let particle = matches!(clauses.tag(next), Tag::Preposition | Tag::Adverb | Tag::Subordinator)
            || matches!(clauses.word(next), "out" | "up" | "down" | "off" | "back" | "forward");
        if particle {
            self.from(next + 1, ContentKind::BehindPreposition, next + 1);
            if clauses.tag(next + 1) == Tag::Preposition {
                self.from(next + 2, ContentKind::BehindPreposition, next + 2);
            }
        }
        if particle && clauses.word(next) == "for" {
            // "Called for models to be exempt": who is to be exempt belongs to what is asked.
            return;
        }
        let addressed = clauses.phrase_end(next + usize::from(particle));
        let aside = clauses.skip_aside(addressed);
        let aside = aside + usize::from(clauses.tag(aside) == Tag::Comma);
        let opens = |at: usize| {
            matches!(clauses.tag(at), Tag::That | Tag::Wh | Tag::To | Tag::Open | Tag::Preposition | Tag::Pronoun)
        };
        let starts = [clauses.core_end(next + usize::from(particle)), addressed, aside];
        for (index, start) in starts.into_iter().enumerate() {
            let again = index.checked_sub(1).and_then(|before| starts.get(before)) == Some(&start);
            if !again && start > next && opens(start) {
                let preposition = usize::from(clauses.tag(start) == Tag::Preposition);
                // "Called on the firm to wait": the preposition is the cue's, whatever stands between.
                let cue_end = if particle { next + 1 } else { group.end + preposition };
                self.from(start + preposition, ContentKind::BehindAddressee, cue_end);
            }
        }
    }

    /// Adds what begins at `start`, to each joint where it may end.
    fn from(&mut self, start: usize, kind: ContentKind, cue_end: usize) {
        let (clauses, quotations) = (self.site.clauses, self.site.quotations);
        let group = self.place.group;
        if start >= clauses.to {
            return;
        }
        if let Some(quotation) = quotation_at(quotations, start).filter(|quotation| quotation.open == start) {
            self.push_one(quotation.range(), kind, cue_end, 1);
        }
        let (clause, object) = (clauses.clause_end(start, &group), clauses.object_end(start, &group));
        let phrase = clauses.phrase_end(start);
        let widened = |end: usize| match quotation_at(quotations, end.saturating_sub(1)) {
            Some(quotation) if quotation.open >= start && quotation.end > end => quotation.end,
            _ => end,
        };
        let mut push = |end: usize, mark: u32| {
            if end > start {
                self.push_one(start..widened(end), kind, cue_end, mark);
            }
        };
        for (end, mark) in [(clause, 2), (object, 4), (phrase, 8), (clauses.to, 16)] {
            push(end, mark);
        }
        let mut joints = 0;
        let mut at = start;
        while at < clauses.to && joints < ENDS {
            at = match clauses.tag(at) {
                Tag::Open => clauses.behind_quote(at),
                Tag::Comma | Tag::Coordinator | Tag::Semicolon | Tag::Dash | Tag::Subordinator | Tag::Colon
                    if at > start =>
                {
                    push(at, 0);
                    joints += 1;
                    at + 1
                }
                _ => at + 1,
            };
        }
    }

    fn before(&mut self) {
        let clauses = &self.site.clauses;
        let group = self.place.group;
        let Some(left) = self.left() else { return };
        let close = [left.checked_sub(1), left.checked_sub(2)].into_iter().flatten().find(|at| {
            clauses.tokens.get(*at).is_some_and(|token| token.shape == Shape::QuoteClose)
                && (*at + 1 == left || clauses.tokens.get(*at + 1).is_some_and(|token| !token.is_word()))
        });
        if let Some(quotation) = close.and_then(|close| quotation_at(self.site.quotations, close)) {
            let first = quotation.range();
            self.push_one(first.clone(), ContentKind::Quotation, group.end, 0);
            if let Some(on) = self.goes_on() {
                self.push(&[first, on], ContentKind::Quotation, group.end, 1);
            }
        }
        if left <= clauses.from + 1 || !matches!(clauses.tag_before(left, 1), Tag::Comma | Tag::Dash | Tag::Close) {
            return;
        }
        let breaks = |at: &usize| matches!(clauses.tag(*at), Tag::Colon | Tag::Semicolon);
        let start = (clauses.from..left).rev().find(breaks).map_or(clauses.from, |at| at + 1);
        let coordinated = usize::from(clauses.tag(start) == Tag::Coordinator);
        for start in [start, start + coordinated] {
            self.push_one(start..left, ContentKind::Before, group.end, 0);
            if let Some(on) = self.goes_on() {
                self.push(&[start..left, on], ContentKind::Around, group.end, 0);
            }
        }
    }

    /// Returns where cue and source begin.
    fn left(&self) -> Option<usize> {
        let first = self.place.group.first;
        let subject = self.place.subject.as_ref().map_or(first, |range| range.start.min(first));
        let clauses = &self.site.clauses;
        let inverted = matches!(clauses.tag_before(first, 1), Tag::Comma | Tag::Close | Tag::Dash | Tag::Edge);
        let left = if inverted { first } else { subject };
        let like = left.checked_sub(1).is_some_and(|at| matches!(clauses.word(at), "as" | "As"));
        Some(left - usize::from(like)).filter(|left| *left > 0)
    }

    /// Returns what follows the cue and its source as a piece of its own: "…, she said on Monday, …".
    fn goes_on(&self) -> Option<Range<usize>> {
        let clauses = &self.site.clauses;
        let end = clauses.phrase_end(self.place.next);
        let end = clauses.skip_aside(end);
        // A title behind the name may stand between.
        const REACH: usize = 14;
        let comma = (end..clauses.to.min(end + REACH)).find(|at| clauses.tag(*at) == Tag::Comma)?;
        let start = comma + 1;
        if let Some(quotation) = quotation_at(self.site.quotations, start).filter(|quotation| quotation.open == start) {
            return Some(quotation.range());
        }
        (start + 2 < clauses.to).then(|| clauses.trimmed(start..clauses.to))
    }

    fn passive(&mut self) {
        let clauses = &self.site.clauses;
        let place = self.place;
        if !place.group.passive && place.group.form != Form::Participle {
            return;
        }
        let Some(subject) = clauses.subject_before(place.group.first) else { return };
        let end = clauses.clause_end(place.next, &place.group);
        let cue_end = place.group.end;
        self.push(&[subject.clone(), place.next..end], ContentKind::SubjectAndRest, cue_end, 0);
        let object = clauses.object_end(place.next, &place.group);
        self.push(&[subject.clone(), place.next..object], ContentKind::SubjectAndRest, cue_end, 1);
        self.push_one(subject, ContentKind::Subject, cue_end, 0);
    }

    fn relative(&mut self) {
        let clauses = &self.site.clauses;
        let place = self.place;
        let Some(subject) = place.subject.as_ref().filter(|range| range.end <= place.group.first) else { return };
        let Some(pronoun) = subject.start.checked_sub(1) else { return };
        if !matches!(clauses.tag(pronoun), Tag::Relative | Tag::Wh | Tag::That) {
            return;
        }
        let end = clauses.clause_end(place.next, &place.group);
        let cue_end = place.group.end;
        self.push_one(pronoun..pronoun + 1, ContentKind::Relative, cue_end, 0);
        self.push(&[pronoun..pronoun + 1, place.next..end], ContentKind::Relative, cue_end, 1);
    }
}

use super::super::clause::Form;

impl Content {
    /// Adds what speaks for the content.
    pub(crate) fn describe(&self, site: &Site<'_>, place: &Place, out: &mut impl TakeFeatures) {
        let clauses = &site.clauses;
        let kind = self.kind as u32 * 2 + u32::from(self.pieces.len() > 1);
        let follows = place.follows as u32;
        let (frames, stem) = (place.frames, place.stem);
        let rule = u32::from(self.of_rule) + 2 * u32::from(place.rule.is_some());
        let length = self.pieces.iter().map(Range::len).sum::<usize>();
        let (Some(first), Some(last)) = (self.pieces.first(), self.pieces.last()) else { return };
        let first_tag = clauses.tag(first.start) as u32;
        let behind = clauses.tag(last.end) as u32;
        let shape = place.group.form as u32 * 2 + u32::from(place.group.passive) + 16 * place.kind as u32;
        let mut out = out.templates(TEMPLATE);
        out.add(0, [kind, follows]);
        out.add(1, [kind, frames]);
        out.add(2, [kind, stem]);
        out.add(3, [kind, first_tag, follows]);
        out.add(4, [kind, bucket(length)]);
        out.add(5, [rule, kind]);
        out.add(6, [rule, follows]);
        out.add(7, [rule, self.end]);
        out.add(8, [kind, shape]);
        out.add(9, [self.end, follows]);
        out.add(
            10,
            [self.end, kind, frames & (frame::THAT | frame::OBJECT | frame::OBJECT_TO | frame::TO | frame::ADDRESSEE)],
        );
        out.add(11, [behind, self.end]);
        out.add(12, [behind, follows, bucket(length)]);
        out.add(13, [clauses.tag(last.end + 1) as u32, behind, kind]);
        out.add(14, [word_number(clauses.word(last.end)), u32::from(clauses.tag(last.end + 1).verbal())]);
        let finite = |range: &Range<usize>| {
            let groups = clauses.groups.iter().skip(clauses.groups.partition_point(|group| group.first < range.start));
            groups.take_while(|group| group.first < range.end).any(|group| group.form == Form::Finite)
        };
        let verbs = u32::from(self.pieces.iter().any(finite));
        out.add(15, [verbs, follows, kind]);
        out.add(16, [verbs, self.end, first_tag]);
        let after = clauses.skip_adverbs(last.end + 1);
        if let Some(next) = clauses.group_at(after) {
            let frames =
                clauses.frames(next.main) & (frame::THAT | frame::QUOTE | frame::OBJECT | frame::TO | frame::VERB);
            out.add(17, [behind, frames, next.form as u32, place.group.form as u32]);
        }
        let left = first.start.checked_sub(1).map_or(0, |at| clauses.tag(at) as u32);
        out.add(18, [left, kind]);
        let count = |wanted: Tag| {
            let tags = self.pieces.iter().flat_map(|piece| clauses.tags_in(piece));
            tags.filter(|tag| **tag == wanted).count()
        };
        let quoted = clauses.tag(first.start) == Tag::Open;
        out.add(19, [u32::from(quoted), bucket(count(Tag::Open)), follows]);
        let first_word = word_number(clauses.word(first.start));
        out.add(20, [first_word, stem]);
        out.add(21, [first_word, kind]);
        let cue_word = if self.cue_end > place.group.end { word_number(clauses.word(self.cue_end - 1)) } else { 0 };
        out.add(22, [cue_word, stem, kind]);
        out.add(23, [cue_word, frames, kind]);
        out.add(24, [cue_word, verbs, kind]);
        out.add(25, [bucket(count(Tag::Comma)), self.end, verbs]);
    }
}
