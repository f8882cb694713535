//! "According to X, …" and "…, according to X".

use super::attribution::{Find, Site, single};
use super::class;
use super::clause::{Form, Group};
use super::tag::Tag;
use crate::found::{Finder, Manner};

impl Site<'_> {
    /// Returns the attribution of the first "according to" of the sentence.
    pub(crate) fn according(&self) -> Option<Find> {
        let clauses = &self.clauses;
        let at =
            (clauses.from..clauses.to).find(|at| clauses.is(*at, class::ACCORDING) && clauses.word(at + 1) == "to")?;
        if self.in_speech(at) {
            return None;
        }
        let from = at + 2;
        let mut end = clauses.phrase_end(from);
        if end == from {
            return None;
        }
        let cue = Group { first: at, main: at, end: from, form: Form::Gerund, passive: false };
        let mut content = Vec::with_capacity(2);
        let leads = clauses.tag_before(at, 1) == Tag::Edge
            || clauses.tag_before(at, 1) == Tag::Coordinator
            || clauses.tag_before(at, 1) == Tag::Comma
                && matches!(clauses.tag_before(at, 2), Tag::Subordinator | Tag::That | Tag::Coordinator | Tag::Edge);
        if !leads {
            content.push(clauses.trimmed(self.clause_start(at)..at));
        }
        let stops = |at: &usize| matches!(clauses.tag(*at), Tag::Comma | Tag::Stop | Tag::Dash | Tag::Semicolon);
        end = (end..clauses.to).find(stops).unwrap_or(end);
        while let Some(behind) =
            self.behind_apposition(end).filter(|behind| !leads || clauses.tag(*behind) == Tag::Comma)
        {
            end = behind;
        }
        if clauses.tag(end) == Tag::Comma
            && (leads || !clauses.tag(end + 1).breaks() && clauses.tag(end + 1) != Tag::Relative)
        {
            content.push(clauses.trimmed(end + 1..clauses.clause_end(end + 1, &cue)));
        }
        content.retain(|piece| !piece.is_empty());
        (!content.is_empty()).then(|| Find {
            source: single(from..end),
            cue: at..from,
            content,
            manner: Manner::Said,
            finder: Finder::Rules,
        })
    }

    /// Returns where what a name stands for ends, behind the comma at `at`: "Ben Orr, head of the Mill Board[, …]".
    fn behind_apposition(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 16;
        let clauses = &self.clauses;
        if clauses.tag(at) != Tag::Comma || !matches!(clauses.tag(at + 1), Tag::Determiner | Tag::Noun | Tag::Adjective)
        {
            return None;
        }
        let plain = |at: &usize| {
            clauses.tag(*at).in_noun_phrase() || matches!(clauses.tag(*at), Tag::Preposition | Tag::Coordinator)
        };
        let end = (at + 1..clauses.to.min(at + LONGEST)).find(|at| !plain(at)).unwrap_or(clauses.to);
        let closed = matches!(clauses.tag(end), Tag::Comma | Tag::Stop | Tag::Edge | Tag::Dash | Tag::Semicolon);
        let office = (at + 1..clauses.phrase_end(at + 1)).any(|at| clauses.is(at, class::ROLE | class::GROUP));
        (closed && office).then_some(end)
    }

    /// Returns where the clause before `at` begins.
    fn clause_start(&self, at: usize) -> usize {
        let clauses = &self.clauses;
        let breaks = |at: &usize| matches!(clauses.tag(*at), Tag::Semicolon | Tag::Colon);
        (clauses.from..at).rev().find(breaks).map_or(clauses.from, |at| at + 1)
    }
}

#[cfg(test)]
mod tests;
