//! Verbs as cues: "she said that …", "… , he argued", "the plan was criticised by …".

use std::ops::Range;

use super::attribution::{Find, Site, single};
use super::class;
use super::clause::{Form, Group};
use super::frame;
use super::quotation::quotation_at;
use super::tag::Tag;
use super::token::{Shape, Token};
use crate::found::{Finder, Manner};

impl Site<'_> {
    /// Returns the attribution of a verb group whose verb is a cue.
    pub(crate) fn verb_cue(&self, group: &Group) -> Option<Find> {
        let frames = self.clauses.frames(group.main);
        if frames & frame::VERB == 0 {
            return None;
        }
        if group.passive || group.form == Form::Participle {
            return self.passive(group, frames);
        }
        let subject = self.clauses.subject(group);
        self.quoted_before(group, subject.as_ref(), frames)
            .or_else(|| self.inverted_tail(group, frames).then(|| self.said_before(group, None, frames)).flatten())
            .or_else(|| self.around_relative(group, subject.as_ref(), frames))
            .or_else(|| self.forward(group, subject.as_ref(), frames))
            .or_else(|| self.said_before(group, subject.as_ref(), frames))
    }

    fn forward(&self, group: &Group, subject: Option<&Range<usize>>, frames: u32) -> Option<Find> {
        let subject = subject?;
        let expletive =
            matches!(self.clauses.word(subject.start), "it" | "It" | "there" | "There") && subject.len() == 1;
        if expletive && group.form == Form::Infinitive {
            return None;
        }
        let complement = self.clauses.complement(group)?;
        let clause = matches!(self.clauses.tag(complement.content.start), Tag::That | Tag::Open | Tag::Wh | Tag::To);
        if frames & frame::WEAK != 0 && !clause && complement.cue_end == group.end {
            return None;
        }
        if group.form == Form::Infinitive && !clause && !self.clauses.controlled(group) {
            return None;
        }
        let content = self.whole_quotation(complement.content, group);
        Some(Find {
            source: single(subject.clone()),
            cue: group.first..complement.cue_end,
            content: single(content),
            manner: complement.manner,
            finder: Finder::Rules,
        })
    }

    /// `a rule that officials say will be dropped`: the content is the relative pronoun and the verb behind the cue.
    fn around_relative(&self, group: &Group, subject: Option<&Range<usize>>, frames: u32) -> Option<Find> {
        let clauses = &self.clauses;
        let subject = subject.filter(|range| range.end <= group.first)?;
        let pronoun = subject.start.checked_sub(1)?;
        let next = clauses.skip_adverbs(group.end);
        let verb = clauses.group_at(next).is_some_and(|other| other.form == Form::Finite);
        let relative = clauses.tag(pronoun) == Tag::Relative && !clauses.tag_before(subject.end, 1).breaks();
        if frames & frame::THAT == 0 || !relative || !verb {
            return None;
        }
        let end = clauses.clause_end(next, group);
        let content = vec![pronoun..pronoun + 1, clauses.trimmed(next..end)];
        Some(Find {
            source: single(subject.clone()),
            cue: group.first..group.end,
            content,
            manner: Manner::Said,
            finder: Finder::Rules,
        })
    }

    /// Widens content that is one quotation to the end of the quotation, over the borders of sentences, and ends it
    /// there where the quotation is a sentence by its last mark: `wrote, "It is late," and left`.
    fn whole_quotation(&self, content: Range<usize>, group: &Group) -> Range<usize> {
        let clauses = &self.clauses;
        if let Some(first) = quotation_at(self.quotations, content.start).filter(|first| first.open == content.start) {
            let sentence = matches!(clauses.tag_before(first.end, 2), Tag::Comma | Tag::Stop);
            if first.closed && sentence && first.end < content.end {
                return first.range();
            }
        }
        let last = content.end.saturating_sub(1).max(content.start);
        match quotation_at(self.quotations, last) {
            Some(quotation) if quotation.open >= group.end && quotation.end > content.end => {
                content.start..quotation.end
            }
            _ => content,
        }
    }

    /// `"…," she said`, `"…," said Lund, "…"`.
    fn quoted_before(&self, group: &Group, subject: Option<&Range<usize>>, frames: u32) -> Option<Find> {
        if frames & (frame::QUOTE | frame::THAT) == 0 || group.form == Form::Infinitive {
            return None;
        }
        let clauses = &self.clauses;
        let (left, source, right) = self.around(group, subject)?;
        let close = match clauses.tag_before(left, 1) {
            Tag::Close => left - 1,
            Tag::Comma | Tag::Dash if clauses.tag_before(left, 2) == Tag::Close => left - 2,
            // "Is it late?" she asked: two sentences to the eye of a splitter.
            Tag::Edge if left == clauses.from && self.tails(right) => left.checked_sub(1)?,
            _ => return None,
        };
        clauses.tokens.get(close).filter(|token| token.shape == Shape::QuoteClose)?;
        let quotation = quotation_at(self.quotations, close)?;
        // "On the show “Good Day,” she said that …": a name, and what she said follows.
        let named = matches!(
            clauses.tag_before(quotation.open, 1),
            Tag::Genitive | Tag::Noun | Tag::Preposition | Tag::Determiner
        );
        if named && quotation.open > clauses.from && clauses.complement(group).is_some() {
            return None;
        }
        if quotation.range().len() < 4 && quotation.open > clauses.from {
            return None;
        }
        let start = if quotation.open > clauses.from { self.words_before(quotation.open) } else { quotation.open };
        let mut content = single(start..close + 1);
        let comma = clauses.tag(right) == Tag::Comma;
        let next = right + usize::from(comma);
        if clauses.tag(next) == Tag::Open {
            let end = quotation_at(self.quotations, next).map_or(next, |quotation| quotation.end);
            content.push(next..end);
        }
        Some(Find {
            source: source.into_iter().collect(),
            cue: group.first..group.end,
            content,
            manner: Manner::Said,
            finder: Finder::Rules,
        })
    }

    /// Tells whether nothing that could be content follows a cue that ends at `right`.
    fn tails(&self, right: usize) -> bool {
        matches!(self.clauses.tag(right), Tag::Stop | Tag::Edge | Tag::Comma)
    }

    /// Returns where the sentence that ends in the quotation at `open` begins.
    fn words_before(&self, open: usize) -> usize {
        let breaks = |at: &usize| matches!(self.clauses.tag(*at), Tag::Colon | Tag::Semicolon);
        let start = (self.clauses.from..open).rev().find(breaks).map_or(self.clauses.from, |at| at + 1);
        if self.clauses.tag(start) == Tag::Coordinator { start + 1 } else { start }
    }

    /// Returns where cue and source begin, the source, and where they end: "she said on Monday" or "said Ada Lund".
    fn around(&self, group: &Group, subject: Option<&Range<usize>>) -> Option<(usize, Option<Range<usize>>, usize)> {
        let clauses = &self.clauses;
        let inverted = matches!(clauses.tag_before(group.first, 1), Tag::Comma | Tag::Close | Tag::Dash | Tag::Edge)
            && clauses.is(group.main, class::PAST | class::PRESENT);
        if inverted
            && group.form == Form::Finite
            && group.end == group.first + 1
            && let Some(source) = self.subject_after(group.end)
        {
            let right = clauses.skip_aside(source.end);
            return Some((group.first, Some(source), right));
        }
        let subject = subject.filter(|range| range.end <= group.first)?;
        let near = clauses.subject_before(group.first).is_some_and(|near| near == *subject);
        let spoken_to = clauses.frames(group.main) & frame::ADDRESSEE != 0;
        let end = if spoken_to { clauses.phrase_end(group.end) } else { group.end };
        near.then(|| (subject.start, Some(subject.clone()), clauses.skip_aside(end)))
    }

    /// Tells whether the sentence closes with an inverted cue: "…, said Ada Lund, the mayor."
    fn inverted_tail(&self, group: &Group, frames: u32) -> bool {
        let clauses = &self.clauses;
        let told = clauses.is(group.main, class::PAST | class::PRESENT) && frames & frame::QUOTE != 0;
        if !told || clauses.tag_before(group.first, 1) != Tag::Comma || clauses.bare_clause(group.end) {
            return false;
        }
        self.subject_after(group.end).is_some_and(|source| {
            let next = clauses.tag(source.end);
            matches!(next, Tag::Comma | Tag::Stop | Tag::Edge | Tag::Dash) && !clauses.tag(source.end + 1).verbal()
        })
    }

    /// Returns the subject behind an inverted cue, with its apposition: "[said] Ada Lund, a farmer".
    fn subject_after(&self, at: usize) -> Option<Range<usize>> {
        let clauses = &self.clauses;
        let end = clauses.phrase_end(at);
        if end == at || matches!(clauses.tag(end), Tag::To) {
            return None;
        }
        let end = if clauses.word(end) == "(" { self.behind_bracket(end) } else { end };
        if clauses.tag(end) != Tag::Comma {
            return Some(at..end);
        }
        let apposed = matches!(clauses.tag(end + 1), Tag::Determiner | Tag::Noun | Tag::Relative | Tag::Adjective);
        let stop = (end + 1..clauses.to)
            .find(|at| matches!(clauses.tag(*at), Tag::Comma | Tag::Stop | Tag::Open | Tag::Dash | Tag::Semicolon));
        Some(if apposed && clauses.tag(end + 1) != Tag::Gerund { at..stop.unwrap_or(clauses.to) } else { at..end })
    }

    /// Returns the position behind the bracket that opens at `at`: a party and place, a date.
    fn behind_bracket(&self, at: usize) -> usize {
        const REACH: usize = 8;
        (at..self.clauses.to.min(at + REACH))
            .find(|inner| self.clauses.word(*inner) == ")")
            .map_or(at, |close| close + 1)
    }

    /// `The rule, she said, is too wide`, `the rule is too wide, she said`, `as she said, …`.
    fn said_before(&self, group: &Group, subject: Option<&Range<usize>>, frames: u32) -> Option<Find> {
        if frames & frame::THAT == 0 || group.form != Form::Finite {
            return None;
        }
        let clauses = &self.clauses;
        let (left, source, right) = self.around(group, subject)?;
        let like = clauses.word(left.checked_sub(1)?) == "as" || clauses.word(left - 1) == "As";
        let left = if like { left - 1 } else { left };
        let closes = matches!(clauses.tag(right), Tag::Comma | Tag::Stop | Tag::Edge | Tag::Semicolon);
        if !closes || !(like || matches!(clauses.tag_before(left, 1), Tag::Comma | Tag::Dash)) {
            return None;
        }
        let start = self.words_before(left.saturating_sub(1).max(clauses.from));
        let mut content = Vec::with_capacity(2);
        let first = clauses.trimmed(start..left);
        if !first.is_empty() {
            content.push(first);
        }
        // "…, she said, adding that …": what follows is another report.
        let another = clauses
            .group_at(clauses.skip_adverbs(right + 1))
            .is_some_and(|next| next.form == Form::Gerund && clauses.frames(next.main) & frame::VERB != 0);
        if clauses.tag(right) == Tag::Comma && !another {
            // What follows is the main clause, whatever clause the cue stands in.
            let cue = Group { first: right + 1, ..*group };
            let rest = clauses.trimmed(right + 1..clauses.clause_end(right + 1, &cue));
            if !rest.is_empty() {
                content.push(rest);
            }
        }
        let alone = content.len() == 1 && content.first().is_some_and(|piece| piece.len() < 3);
        if content.is_empty() || alone {
            return None;
        }
        Some(Find {
            source: source.into_iter().collect(),
            cue: group.first..group.end,
            content,
            manner: Manner::Said,
            finder: Finder::Rules,
        })
    }

    /// `it was argued that …`, `the plan was rejected by …`, `is expected to …`.
    fn passive(&self, group: &Group, frames: u32) -> Option<Find> {
        let clauses = &self.clauses;
        let source = self.agent(group);
        let start = clauses.skip_adverbs(group.end);
        let find = |content: Vec<Range<usize>>, end: usize| {
            let content: Vec<_> =
                content.into_iter().map(|piece| clauses.trimmed(piece)).filter(|piece| !piece.is_empty()).collect();
            let manner = if frames & frame::ASKS != 0 { Manner::Asked } else { Manner::Said };
            let source = source.clone().into_iter().collect();
            (!content.is_empty()).then_some(Find {
                source,
                cue: group.first..end,
                content,
                manner,
                finder: Finder::Rules,
            })
        };
        if frames & frame::THAT != 0 && clauses.tag(start) == Tag::That {
            return find(single(start..clauses.clause_end(start, group)), group.end);
        }
        if group.form == Form::Participle {
            let head = clauses.phrase_before(group.first)?;
            source.as_ref()?;
            return (frames & frame::OBJECT != 0).then(|| find(single(head..group.first), group.end)).flatten();
        }
        let subject = clauses.subject_before(group.first)?;
        if frames & (frame::TO | frame::OBJECT_TO | frame::THAT) != 0 && clauses.tag(start) == Tag::To {
            return find(vec![subject, start..clauses.clause_end(start, group)], group.end);
        }
        if frames & frame::AS != 0 && (clauses.word(start) == "as" || clauses.tag(start) == Tag::Adjective) {
            return find(vec![subject, start..clauses.object_end(start, group)], group.end);
        }
        (source.is_some() && frames & frame::OBJECT != 0).then(|| find(single(subject), group.end)).flatten()
    }

    /// Returns the noun phrase behind `by` soon after a passive.
    fn agent(&self, group: &Group) -> Option<Range<usize>> {
        // A place or an adverbial may stand between, not more.
        const REACH: usize = 8;
        let clauses = &self.clauses;
        let by = (group.end..clauses.to.min(group.end + REACH))
            .take_while(|at| !clauses.tag(*at).breaks() && clauses.tag(*at) != Tag::Comma)
            .find(|at| clauses.word(*at) == "by")?;
        let end = clauses.phrase_end(by + 1);
        (end > by + 1).then_some(by + 1..end)
    }

    pub(crate) fn capital(&self, at: usize) -> bool {
        self.clauses.token(at).is_some_and(Token::is_capital)
    }
}

#[cfg(test)]
mod tests;
