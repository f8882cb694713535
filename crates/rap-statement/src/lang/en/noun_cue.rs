//! Nouns and adjectives as cues: "her view that …", "their call for …", "is confident that …".

use std::ops::Range;

use super::attribution::{Find, Site, single};
use super::class;
use super::clause::{Form, Group};
use super::frame::{self, preposition_frame};
use super::tag::Tag;
use crate::found::{Finder, Manner};

impl Site<'_> {
    /// Returns the attribution of a noun that is a cue.
    pub(crate) fn noun_cue(&self, at: usize) -> Option<Find> {
        let frames = self.clauses.noun_frames(at);
        if frames == 0 {
            return None;
        }
        let source = self.holder(at);
        let clauses = &self.clauses;
        let group = Group { first: at, main: at, end: at + 1, form: Form::Finite, passive: false };
        let next = at + 1;
        let (content, cue_end) = match clauses.tag(next) {
            Tag::That if frames & frame::THAT != 0 => (next..clauses.clause_end(next, &group), next),
            Tag::Wh if frames & frame::WH != 0 => (next..clauses.clause_end(next, &group), next),
            Tag::To if frames & frame::TO != 0 && source.is_some() => (next..clauses.clause_end(next, &group), next),
            Tag::Preposition if source.is_some() && frames & (frame::WEAK | frame::PAPER) == 0 => {
                let wanted = preposition_frame(clauses.word(next));
                if frames & wanted == 0 {
                    return None;
                }
                (next + 1..clauses.object_end(next + 1, &group), next + 1)
            }
            _ => return None,
        };
        let content = clauses.trimmed(content);
        let manner = if frames & frame::ASKS != 0 { Manner::Asked } else { Manner::Said };
        (!content.is_empty()).then(|| Find {
            source: source.into_iter().collect(),
            cue: at..cue_end,
            content: single(content),
            manner,
            finder: Finder::Rules,
        })
    }

    /// Returns whoever holds what the noun names: "Lund's claim", "his claim", "she made the claim".
    fn holder(&self, at: usize) -> Option<Range<usize>> {
        // Adjectives between holder and noun; more than these belong to another phrase.
        const REACH: usize = 5;
        let clauses = &self.clauses;
        let mut left = at;
        while left > clauses.from
            && at - left < REACH
            && matches!(clauses.tag_before(left, 1), Tag::Adjective | Tag::Noun | Tag::Number)
        {
            left -= 1;
        }
        match clauses.tag_before(left, 1) {
            Tag::Genitive => clauses.phrase_before(left - 1).map(|start| start..left),
            Tag::Determiner if clauses.is(left - 1, class::POSSESSIVE) => Some(left - 1..left),
            tag => {
                let verb = if tag == Tag::Determiner { left - 1 } else { left };
                let group = clauses.groups_before(at).next()?;
                (group.end == verb && !group.passive && holds(clauses.word(group.main)))
                    .then(|| clauses.subject(group))
                    .flatten()
            }
        }
    }

    /// Returns the attribution of an adjective behind a form of `be`: "is sure that …".
    pub(crate) fn adjective_cue(&self, group: &Group) -> Option<Find> {
        // Adverbs that may stand before the adjective.
        const REACH: usize = 4;
        let clauses = &self.clauses;
        let copula = clauses.tag(group.main) == Tag::Be;
        if !copula && !group.passive {
            return None;
        }
        let from = if copula { group.end } else { group.main };
        let at = (from..from + REACH).find(|at| clauses.noun_frames(*at) != 0 && clauses.is(*at, class::ADJECTIVE))?;
        if !(from..at).all(|between| matches!(clauses.tag(between), Tag::Adverb | Tag::Not | Tag::Adjective)) {
            return None;
        }
        let frames = clauses.noun_frames(at);
        let next = at + 1;
        let subject = clauses.subject(group)?;
        let (content, cue_end) = match clauses.tag(next) {
            Tag::That if frames & frame::THAT != 0 => (next..clauses.clause_end(next, group), next),
            Tag::Wh if frames & frame::WH != 0 => (next..clauses.clause_end(next, group), next),
            Tag::To if frames & frame::TO != 0 => (next..clauses.clause_end(next, group), next),
            Tag::Preposition if frames & preposition_frame(clauses.word(next)) != 0 => {
                (next + 1..clauses.object_end(next + 1, group), next + 1)
            }
            Tag::Pronoun | Tag::Noun | Tag::Determiner
                if frames & frame::THAT != 0 && clauses.is(next, class::NOMINATIVE) =>
            {
                (next..clauses.clause_end(next, group), next)
            }
            _ => return None,
        };
        let content = clauses.trimmed(content);
        // "It is unclear whether": nobody is named.
        let expletive = subject.len() == 1 && clauses.word(subject.start).eq_ignore_ascii_case("it");
        let source = if expletive { Vec::new() } else { single(subject) };
        let cue = group.first..cue_end;
        (!content.is_empty()).then(|| Find {
            source,
            cue,
            content: single(content),
            manner: Manner::Said,
            finder: Finder::Rules,
        })
    }
}

/// Verbs whose subject holds the claim, view or plan that is their object.
fn holds(verb: &str) -> bool {
    const VERBS: [&str; 44] = [
        "has",
        "have",
        "had",
        "having",
        "make",
        "makes",
        "made",
        "making",
        "express",
        "expresses",
        "expressed",
        "expressing",
        "issue",
        "issues",
        "issued",
        "issuing",
        "give",
        "gives",
        "gave",
        "giving",
        "hold",
        "holds",
        "held",
        "voice",
        "voices",
        "voiced",
        "voicing",
        "share",
        "shares",
        "shared",
        "announce",
        "announces",
        "announced",
        "release",
        "released",
        "raise",
        "raises",
        "raised",
        "raising",
        "offer",
        "offers",
        "offered",
        "take",
        "took",
    ];
    VERBS.contains(&verb)
}

#[cfg(test)]
mod tests;
