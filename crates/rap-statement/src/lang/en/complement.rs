//! Complements: what follows a cue verb and is its content.

use std::ops::Range;

use super::class;
use super::clause::{Clauses, Form, Group};
use super::frame::{self, preposition_frame};
use super::tag::Tag;
use crate::found::Manner;

/// The content behind a cue, and how far the cue itself reaches.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Complement {
    /// The words of the content.
    pub(crate) content: Range<usize>,
    /// Behind the last word of the cue: a particle or preposition belongs to it.
    pub(crate) cue_end: usize,
    pub(crate) manner: Manner,
}

impl Clauses<'_> {
    /// Returns the complement of a verb group, by the frames of its verb.
    pub(crate) fn complement(&self, group: &Group) -> Option<Complement> {
        let frames = self.frames(group.main);
        let start = self.skip_adverbs(group.end);
        self.clause_at(start, group, frames)
            .or_else(|| self.infinitive_at(start, group, frames))
            .or_else(|| self.preposition_at(start, group, frames))
            .or_else(|| self.behind_aside(start, group, frames))
            .or_else(|| self.object_at(start, group, frames))
    }

    /// `that …`, `whether …`, a quotation, a colon.
    fn clause_at(&self, start: usize, group: &Group, frames: u32) -> Option<Complement> {
        let opened = match self.tag(start) {
            Tag::That => frames & frame::THAT != 0,
            Tag::Wh => frames & frame::WH != 0,
            Tag::Open => frames & (frame::QUOTE | frame::THAT) != 0,
            Tag::Comma => self.tag(start + 1) == Tag::Open && frames & frame::QUOTE != 0,
            Tag::Colon => frames & (frame::QUOTE | frame::THAT) != 0,
            Tag::Gerund => frames & frame::GERUND != 0,
            _ => false,
        };
        if opened {
            let marked = matches!(self.tag(start), Tag::Comma | Tag::Colon);
            let from = start + usize::from(marked);
            let to = match self.tag(start) {
                Tag::Colon => self.to,
                _ => self.clause_end(from, group),
            };
            return self.filled(from..to, group.end, frames);
        }
        // "shows Lund taking the lead"
        let taking = frames & frame::SHOWS != 0 && self.tag(self.phrase_end(start)) == Tag::Gerund;
        let bare = frames & frame::THAT != 0 && (taking || self.bare_clause(start));
        if bare { self.filled(start..self.clause_end(start, group), group.end, frames) } else { None }
    }

    /// Tells whether a clause without `that` begins at `start`: a noun phrase and its finite verb.
    pub(crate) fn bare_clause(&self, start: usize) -> bool {
        if !(self.tag(start).in_noun_phrase() || self.tag(start) == Tag::Gerund) {
            return false;
        }
        if self.dates(start) && matches!(self.tag(start + 1), Tag::That | Tag::Pronoun | Tag::Determiner | Tag::Comma) {
            return false;
        }
        // "says Lund, the farmer who took the mill over, will sell": the verb of the relative clause is not the one.
        let relative = |group: &&Group| self.tag_before(group.first, 1) == Tag::Relative;
        let finite = || self.groups.iter().filter(|group| group.first > start && group.form == Form::Finite);
        let Some(verb) = finite().find(|group| !relative(group)) else {
            return false;
        };
        let aside: Vec<&Group> = finite().take_while(|group| group.first < verb.first).collect();
        let between = start..verb.first;
        let plain = |at: usize| {
            let tag = self.tag(at);
            tag.in_noun_phrase()
                || aside.iter().any(|group| (group.first..group.end).contains(&at))
                || matches!(tag, Tag::Preposition | Tag::Adverb | Tag::Not | Tag::Relative | Tag::Open | Tag::Close)
                || matches!(
                    tag,
                    Tag::Coordinator | Tag::Gerund | Tag::Participle | Tag::To | Tag::Base | Tag::Comma | Tag::Mark
                )
        };
        // A subject longer than this is not what follows a verb without `that`.
        const LONGEST: usize = 25;
        let first = self.phrase_end(start);
        let pronoun = self.tag(start) == Tag::Pronoun && verb.first <= start + 3;
        let near = self.skip_adverbs(first) == verb.first;
        let gerund = self.tag(start) == Tag::Gerund;
        pronoun
            || near
            || (gerund && verb.first - start <= LONGEST && between.clone().all(plain))
            || (verb.first - start <= LONGEST && between.clone().all(plain) && self.subject_starts_at(verb, start))
    }

    fn subject_starts_at(&self, verb: &Group, start: usize) -> bool {
        self.subject_before(verb.first).is_some_and(|range| range.start <= start + 1)
    }

    /// `to …`: `plans to close`, `urged the board to act`.
    fn infinitive_at(&self, start: usize, group: &Group, frames: u32) -> Option<Complement> {
        if self.tag(start) == Tag::To && frames & frame::TO != 0 {
            return self.filled(start..self.clause_end(start, group), group.end, frames);
        }
        if frames & frame::OBJECT_TO != 0 {
            let end = self.phrase_end(start);
            if end > start && matches!(self.tag(self.skip_adverbs(end)), Tag::To) {
                return self.filled(start..self.clause_end(start, group), group.end, frames);
            }
        }
        None
    }

    /// `for …`, `on X to …`, `about how …`.
    fn preposition_at(&self, start: usize, group: &Group, frames: u32) -> Option<Complement> {
        let particle = frames & frame::PARTICLE != 0
            && matches!(self.word(start), "out" | "up" | "down" | "off" | "back" | "forward");
        let start = start + usize::from(particle);
        if particle {
            let next = self
                .clause_at(start, group, frames | frame::THAT)
                .or_else(|| self.noun_phrase(start, group, frames | frame::OBJECT));
            if next.is_some() {
                return next.map(|complement| Complement { cue_end: complement.cue_end.max(start), ..complement });
            }
        }
        if !matches!(self.tag(start), Tag::Preposition | Tag::Adverb) {
            return None;
        }
        let wanted = preposition_frame(self.word(start));
        if frames & wanted == 0 {
            return None;
        }
        let from = start + 1;
        let object = self.phrase_end(from);
        let clause =
            matches!(self.tag(from), Tag::Wh | Tag::Gerund | Tag::That | Tag::Open) || self.tag(object) == Tag::To;
        let to = if clause { self.clause_end(from, group) } else { self.object_end(from, group) };
        self.filled(from..to, from, frames)
    }

    /// What follows an aside or the one spoken to: "told the board on Monday that …".
    fn behind_aside(&self, start: usize, group: &Group, frames: u32) -> Option<Complement> {
        if frames & (frame::THAT | frame::QUOTE) == 0 {
            return None;
        }
        let addressed = if frames & frame::ADDRESSEE != 0 { self.phrase_end(start) } else { start };
        let mut at = self.skip_aside(addressed);
        if at > start && self.tag(at) == Tag::Comma && self.tag(at + 1) == Tag::Preposition {
            at = self.skip_aside(at + 1);
        }
        if at == start {
            return None;
        }
        if let Some(found) = self.clause_at(at, group, frames) {
            // A noun phrase and a verb behind a place are a clause of their own more often than content.
            let sure = !self.tag(at).in_noun_phrase() || frames & frame::WEAK == 0;
            return sure.then_some(found);
        }
        None
    }

    /// A noun phrase that is the content, or is said to be something.
    fn object_at(&self, start: usize, group: &Group, frames: u32) -> Option<Complement> {
        if frames & (frame::OBJECT | frame::AS) == 0 {
            return None;
        }
        self.behind_noun(start, group, frames).or_else(|| self.noun_phrase(start, group, frames))
    }

    fn noun_phrase(&self, start: usize, group: &Group, frames: u32) -> Option<Complement> {
        let starts = self.tag(start).in_noun_phrase() || self.tag(start) == Tag::Open;
        if !starts || frames & (frame::OBJECT | frame::AS) == 0 || self.is_date(start) {
            return None;
        }
        let end = self.object_end(start, group);
        let said_to_be = frames & frame::OBJECT != 0 || (start..end).any(|at| self.word(at) == "as");
        if said_to_be { self.filled(start..end, group.end, frames) } else { None }
    }

    /// Tells a noun phrase that says when: "announced Friday", "reported last week".
    pub(crate) fn is_date(&self, start: usize) -> bool {
        let phrase = start..self.core_end(start);
        let timely = |at: usize| {
            self.is(at, class::TIME | class::NUMBER) || matches!(self.tag(at), Tag::Determiner | Tag::Adjective)
        };
        phrase.clone().any(|at| self.is(at, class::TIME)) && phrase.clone().all(timely)
    }

    /// The clause or phrase of a noun that is the object: "expressed hope that …", "rejected the idea that …".
    fn behind_noun(&self, start: usize, group: &Group, frames: u32) -> Option<Complement> {
        let end = self.core_end(start);
        let noun = self.noun_frames(end.checked_sub(1)?);
        if end == start || self.tag(end - 1) != Tag::Noun || noun == 0 {
            return None;
        }
        match self.tag(end) {
            Tag::That if noun & frame::THAT != 0 => self.filled(end..self.clause_end(end, group), end, frames),
            Tag::To if noun & frame::TO != 0 => self.filled(end..self.clause_end(end, group), end, frames),
            Tag::Preposition if end == start + 1 && noun & preposition_frame(self.word(end)) != 0 => {
                self.filled(end + 1..self.object_end(end + 1, group), end + 1, frames)
            }
            _ => None,
        }
    }

    fn filled(&self, content: Range<usize>, cue_end: usize, frames: u32) -> Option<Complement> {
        let content = self.trimmed(content);
        let manner = if frames & frame::ASKS != 0 {
            Manner::Asked
        } else if frames & frame::TOPIC != 0 {
            Manner::Topic
        } else {
            Manner::Said
        };
        (!content.is_empty()).then_some(Complement { content, cue_end, manner })
    }

    /// Returns the range without commas, dashes and stops at its ends, and without an "and" that joins nothing to it.
    pub(crate) fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let edge = |tag: Tag| matches!(tag, Tag::Comma | Tag::Colon | Tag::Semicolon | Tag::Dash | Tag::Stop);
        let (mut start, mut end) = (range.start, range.end.min(self.to));
        while start < end && edge(self.tag(start)) {
            start += 1;
        }
        while end > start && (edge(self.tag(end - 1)) || self.tag(end - 1) == Tag::Coordinator) {
            end -= 1;
        }
        start..end
    }
}
