//! Attributions of a block: for each cue its source and content, by one file a construction.
//!
//! The order of work in a sentence: tags, verb groups, quotations; then every cue outside of quotations is asked for
//! its source and its content. Sentences without a cue or a quotation cost nothing but their tokens.

use std::ops::Range;

use rap_doc::{Doc, Span};

use super::class;
use super::clause::{Clauses, Group, find_groups};
use super::frame;
use super::model::Model;
use super::model::learn::Observer;
use super::quotation::{Quotation, find_quotations, quotation_at};
use super::tag::{Tag, tag};
use super::token::{Shape, Token};
use crate::found::{Attribution, Finder, Manner};

/// How many tokens of a sentence are read as one: no sentence that a person wrote is longer, and the rules look at
/// pairs of its verbs. What is longer is read in pieces of this size.
const LONGEST_SENTENCE: usize = 400;

/// A quotation of fewer tokens, its marks included, is a word in quotes and no speech.
const SHORTEST_SPEECH: usize = 6;

/// Finds the attributions of English blocks, one block after the other.
#[derive(Default)]
pub(crate) struct AttributionReader {
    tags: Vec<Tag>,
    groups: Vec<Group>,
    quotations: Vec<Quotation>,
    finds: Vec<Find>,
    /// The source and cue of words that the end of a block announced ("She said:") or left open.
    pending: Option<Pending>,
    /// The sentence whose groups are at hand.
    last_sentence: Option<Range<usize>>,
    /// Who judges what the rules find.
    pub(crate) judge: Judge,
}

/// Tells who judges what the rules find in a sentence.
#[derive(Debug)]
pub(crate) enum Judge {
    /// Nobody: the rules stand.
    Nobody,
    Model(Model),
    /// One who only looks on, to learn.
    Observer(Observer),
}

impl Default for Judge {
    fn default() -> Self {
        Self::Model(Model::default())
    }
}

/// An attribution whose content the next block holds.
#[derive(Clone, Debug)]
struct Pending {
    source: Vec<Span>,
    cue: Vec<Span>,
}

/// An attribution by the tokens of its block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Find {
    pub(crate) source: Vec<Range<usize>>,
    pub(crate) cue: Range<usize>,
    pub(crate) content: Vec<Range<usize>>,
    pub(crate) manner: Manner,
    pub(crate) finder: Finder,
}

/// What the constructions see of a sentence.
#[derive(Copy, Clone)]
pub(crate) struct Site<'s> {
    pub(crate) clauses: Clauses<'s>,
    /// The quotations of the block.
    pub(crate) quotations: &'s [Quotation],
}

impl Site<'_> {
    /// Tells whether the token stands in quoted speech, where no cue of the narrator's is.
    pub(crate) fn in_speech(&self, at: usize) -> bool {
        quotation_at(self.quotations, at).is_some_and(|quotation| quotation.range().len() >= SHORTEST_SPEECH)
    }
}

impl AttributionReader {
    /// Adds the attributions of a block to `found`, in the order of their content.
    pub(crate) fn read(&mut self, doc: &Doc, block: usize, tokens: &[Token], found: &mut Vec<Attribution>) {
        self.quotations.clear();
        self.tags.clear();
        self.finds.clear();
        self.last_sentence = None;
        find_quotations(tokens, &mut self.quotations);
        let before = found.len();
        self.take_pending(tokens, found);
        for sentence in doc.sentences_of(block) {
            let Some(span) = doc.sentences().get(sentence).map(|sentence| sentence.span) else { continue };
            let from = tokens.partition_point(|token| (token.start as usize) < span.start());
            let to = tokens.partition_point(|token| (token.start as usize) < span.end());
            let mut start = from;
            while start < to {
                let end = to.min(start + LONGEST_SENTENCE);
                self.read_sentence(doc.text(), tokens, start, end);
                start = end;
            }
        }
        self.join_speech(tokens);
        self.keep_pending(doc.text(), tokens);
        found.extend(self.finds.iter().map(|find| find.to_attribution(tokens)));
        if let Some(new) = found.get_mut(before..) {
            new.sort_by_key(|one| one.content.first().map(|span| span.start()));
        }
    }

    fn read_sentence(&mut self, text: &str, tokens: &[Token], from: usize, to: usize) {
        let Some(sentence) = tokens.get(from..to) else { return };
        let worth = |token: &Token| {
            token.frames != 0 || token.noun_frames != 0 || token.mark == b':' || token.is(class::ACCORDING)
        };
        let verbs = matches!(self.judge, Judge::Model(_) | Judge::Observer(_));
        if !sentence.iter().any(|token| worth(token) || verbs && token.is(class::VERB)) {
            return;
        }
        self.tags.resize(from, Tag::Edge);
        tag(text, sentence, &mut self.tags);
        self.groups.clear();
        self.last_sentence = Some(from..to);
        find_groups(&self.tags, from, to, &mut self.groups);
        let before = self.finds.len();
        let clauses =
            Clauses { text, tokens, tags: self.tags.get(from..to).unwrap_or_default(), from, to, groups: &self.groups };
        let site = Site { clauses, quotations: &self.quotations };
        for group in &self.groups {
            if !site.in_speech(group.main) {
                self.finds.extend(site.verb_cue(group).or_else(|| site.adjective_cue(group)));
            }
        }
        for at in from..to {
            if clauses.tag(at) == Tag::Noun && clauses.noun_frames(at) != 0 && !site.in_speech(at) {
                self.finds.extend(site.noun_cue(at));
            }
        }
        self.finds.extend(site.according());
        match &mut self.judge {
            Judge::Nobody => {}
            Judge::Model(model) => model.revise(&site, &mut self.finds, before),
            Judge::Observer(observer) => observer.observe(&site, self.finds.get(before..).unwrap_or_default()),
        }
        let reported = self.finds.iter().skip(before).any(|find| names_by_pronoun(clauses, find));
        if !reported {
            self.finds.extend(site.speaker_turn());
        }
        keep_outermost(clauses, &mut self.finds, before);
    }

    /// Adds sentences that are quoted whole to the speech before them: `"No," she said. "Never."`
    fn join_speech(&mut self, tokens: &[Token]) {
        for find in &mut self.finds {
            let Some(last) = find.content.last().cloned() else { continue };
            let quoted = find
                .content
                .iter()
                .any(|piece| tokens.get(piece.start).is_some_and(|token| token.shape == Shape::QuoteOpen));
            if !quoted {
                continue;
            }
            let mut end =
                last.end.max(find.cue.end).max(find.source.iter().map(|range| range.end).max().unwrap_or_default());
            // The date or place behind the cue and the full stop.
            end = end_of_sentence(tokens, &self.quotations, end);
            while let Some(next) = quotation_at(&self.quotations, end).filter(|next| next.open == end) {
                let whole = ends_sentence(tokens, next.end);
                if !whole {
                    break;
                }
                find.content.push(next.range());
                end = next.end;
            }
        }
    }

    /// Gives the quotation that opens this block to the cue that the last block ended with.
    fn take_pending(&mut self, tokens: &[Token], found: &mut Vec<Attribution>) {
        let Some(pending) = self.pending.take() else { return };
        let opens = self.quotations.first().filter(|first| first.open == 0 && ends_sentence(tokens, first.end));
        let Some(first) = opens else { return };
        let content: Vec<Span> = span_of(tokens, &first.range()).into_iter().collect();
        found.push(Attribution {
            source: pending.source.clone(),
            cue: pending.cue.clone(),
            content,
            manner: Manner::Said,
            finder: Finder::Rules,
            relay: Vec::new(),
        });
        if !first.closed {
            self.pending = Some(pending);
        }
    }

    /// Remembers a cue whose content goes on in the next block, or stands there: `She said:`.
    fn keep_pending(&mut self, text: &str, tokens: &[Token]) {
        let spans = |ranges: &[Range<usize>]| ranges.iter().filter_map(|range| span_of(tokens, range)).collect();
        if let Some((source, cue)) = self.announced(text, tokens) {
            self.pending = Some(Pending { source: spans(&[source]), cue: spans(&[cue]) });
            return;
        }
        let open = self.quotations.last().is_some_and(|last| !last.closed && last.open > 0);
        let last = self.finds.iter().max_by_key(|find| find.cue.end);
        let Some(find) = last else { return };
        let reaches = find.content.iter().any(|piece| piece.end + 1 >= tokens.len());
        if open && reaches {
            self.pending = Some(Pending { source: spans(&find.source), cue: spans(std::slice::from_ref(&find.cue)) });
        }
    }

    /// Returns source and cue of what a colon at the end of the block announces: by the last verb that takes a
    /// quotation, or the last verb of all where a paper or speech is released.
    fn announced(&self, text: &str, tokens: &[Token]) -> Option<(Range<usize>, Range<usize>)> {
        tokens.last().filter(|token| token.is_mark(b':'))?;
        let to = tokens.len() - 1;
        // Only the last sentence of the block has its groups at hand.
        let from = self.last_sentence.clone().filter(|sentence| sentence.end > to)?.start;
        let clauses =
            Clauses { text, tokens, tags: self.tags.get(from..to).unwrap_or_default(), from, to, groups: &self.groups };
        let quotes = |group: &&Group| clauses.frames(group.main) & (frame::QUOTE | frame::THAT) != 0 && !group.passive;
        let speech = (from..to).any(|at| clauses.tag(at) == Tag::Noun && clauses.noun_frames(at) != 0);
        let group = self.groups.iter().rev().find(quotes).or_else(|| self.groups.last().filter(|_| speech))?;
        let source = clauses.subject(group).filter(|source| !source.is_empty() && source.end <= to)?;
        Some((source, group.first..group.end))
    }
}

/// Takes out the finds from `first` on whose cue stands in the content of another: what is reported to be wished or
/// held belongs to the report. A relay stays: another source that is named, and a clause with `that` or a quotation.
fn keep_outermost(clauses: Clauses<'_>, finds: &mut Vec<Find>, first: usize) {
    let inside = |inner: &Find, outer: &Find| {
        outer.content.iter().chain([&outer.cue]).any(|piece| piece.contains(&inner.cue.start))
    };
    let relays = |find: &Find| {
        let named = find.source.first().is_some_and(|source| clauses.tag(source.start) != Tag::Pronoun);
        let clause =
            find.content.first().is_some_and(|piece| matches!(clauses.tag(piece.start), Tag::That | Tag::Open));
        named && clause && !matches!(clauses.tag(find.cue.start), Tag::Noun | Tag::To)
    };
    let mut kept: Vec<bool> = Vec::with_capacity(finds.len() - first);
    for find in finds.iter().skip(first) {
        let nested = finds.iter().skip(first).any(|outer| outer != find && inside(find, outer) && !inside(outer, find));
        kept.push(!nested || relays(find));
    }
    let mut kept = std::iter::repeat_n(true, first).chain(kept);
    finds.retain(|_| kept.next().unwrap_or(true));
}

/// Tells "he said that": behind "Ada Lund:" such a report, and not the turn, holds what was said.
fn names_by_pronoun(clauses: Clauses<'_>, find: &Find) -> bool {
    let third =
        |source: &Range<usize>| matches!(clauses.word(source.start), "he" | "she" | "they" | "He" | "She" | "They");
    let clause = find.content.first().is_some_and(|piece| matches!(clauses.tag(piece.start), Tag::That | Tag::Open));
    clause && find.source.first().is_some_and(third)
}

impl Find {
    fn to_attribution(&self, tokens: &[Token]) -> Attribution {
        let spans = |ranges: &[Range<usize>]| ranges.iter().filter_map(|range| span_of(tokens, range)).collect();
        let content: Vec<Span> = spans(&self.content);
        Attribution {
            source: spans(&self.source),
            cue: spans(std::slice::from_ref(&self.cue)),
            content,
            manner: self.manner,
            finder: self.finder,
            relay: Vec::new(),
        }
    }
}

/// Returns the list of one range.
pub(crate) fn single(range: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(range).collect()
}

fn span_of(tokens: &[Token], range: &Range<usize>) -> Option<Span> {
    let first = tokens.get(range.start)?;
    let last = tokens.get(range.end.checked_sub(1)?)?;
    Some(Span::new(first.start as usize, last.end as usize))
}

/// Returns the position behind the full stop at or soon behind `at`.
fn end_of_sentence(tokens: &[Token], quotations: &[Quotation], at: usize) -> usize {
    // As far as a date and a place reach.
    const REACH: usize = 30;
    let stop = |token: &Token| matches!(token.mark, b'.' | b'!' | b'?') && token.shape == Shape::Mark;
    let mut end = at;
    while let Some(token) = tokens.get(end).filter(|_| end < at + REACH) {
        if stop(token) {
            return end + 1;
        }
        if token.shape != Shape::QuoteOpen {
            end += 1;
            continue;
        }
        // The name of a programme: "she said on “Good Day.” “Never.”"
        let named =
            quotation_at(quotations, end).filter(|name| name.closed && name.range().len() < SHORTEST_SPEECH + 2);
        let Some(name) = named else { return at };
        if name.end.checked_sub(2).and_then(|last| tokens.get(last)).is_some_and(stop) {
            return name.end;
        }
        end = name.end;
    }
    at
}

/// Tells whether the quotation that ends at `end` ends a sentence: nothing follows, or a capital or another quotation,
/// and the last mark in it is a strong one.
fn ends_sentence(tokens: &[Token], end: usize) -> bool {
    let last = end.checked_sub(2).and_then(|at| tokens.get(at));
    let strong =
        last.is_none_or(|token| matches!(token.mark, b'.' | b'!' | b'?') || (token.mark == 0 && !token.is_word()));
    let after = tokens
        .get(end)
        .is_none_or(|token| matches!(token.shape, Shape::Title | Shape::Upper | Shape::QuoteOpen | Shape::Number));
    (strong && after) || end >= tokens.len()
}

#[cfg(test)]
pub(crate) mod tests;
