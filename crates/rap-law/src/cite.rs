//! The grammar of references, in English and in Chinese: what a piece of text refers to, before any act is looked at.
//!
//! A text goes in, [`Citation`]s come out: the words, the units and numbers they name from the highest to the lowest,
//! and the act they name if they name one. Which provisions of an act these are is told in [`crate::reference`].
//!
//! One automaton finds the words at which a reference can begin, and a parser of no more than a line or two tries
//! each; nothing is tried twice, so time is linear in the text.

mod chinese;
mod cursor;
mod english;
mod instrument;
mod official;

use aho_corasick::{AhoCorasick, MatchKind};
use rap_doc::Span;

use crate::instruments::Instruments;

/// A unit that a reference names.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Unit {
    Annex,
    Recital,
    Book,
    Part,
    Title,
    Chapter,
    Section,
    Article,
    Subsection,
    Paragraph,
    Subparagraph,
    Point,
    Indent,
    Sentence,
    /// A number in brackets after another: `(2)` in `Article 5(2)`.
    Bracket,
}

/// A number of a unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Pick {
    /// `5`, with the brackets after it: `5(1)(a)`.
    One(Vec<String>),
    /// `8 to 15`, `(a) to (d)`; brackets before the last number are the same for both.
    Range(Vec<String>, Vec<String>),
    /// `first`, 第一款.
    Place(usize),
    /// `last`.
    Last,
    /// `this Article`, 本条.
    This,
    /// 前款 is 1, 前两款 is 2.
    Before(usize),
}

/// Units of one kind with their numbers: `points (a) to (d) and (f)`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Group {
    pub(crate) unit: Unit,
    pub(crate) picks: Vec<Pick>,
}

/// The act that a reference names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Act {
    /// None: the act at hand.
    Unnamed,
    /// `this Regulation`, 本法.
    This,
    /// `that Directive`, `thereof`, 该法: the act that was named last.
    Named,
    /// An act with its official identifier.
    Known(String),
    /// An act that no identifier is known of.
    Unknown,
}

/// One reference as the text has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Citation {
    pub(crate) span: Span,
    /// Each path from the highest unit to the lowest; none where the act alone is named.
    pub(crate) paths: Vec<Vec<Group>>,
    pub(crate) act: Act,
    /// Whether the reference holds more than was understood, so that it must not be resolved to less.
    pub(crate) partial: bool,
}

/// What a word that the automaton finds begins.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Trigger {
    /// A unit in English.
    Unit(Unit),
    /// `Regulation`, `Directive`: an act by its kind and number.
    Kind,
    /// A name of the pack.
    Name(usize),
    /// A Chinese unit or name in brackets.
    Chinese,
    /// `U.S.C.`, CELEX, ELI.
    Official,
}

/// Finds references in text.
pub(crate) struct Grammar<'i> {
    automaton: Option<AhoCorasick>,
    triggers: Vec<Trigger>,
    pub(crate) instruments: &'i Instruments,
}

impl<'i> Grammar<'i> {
    /// Returns the grammar that knows these acts by name.
    pub(crate) fn new(instruments: &'i Instruments) -> Self {
        let mut patterns: Vec<&str> = Vec::new();
        let mut triggers = Vec::new();
        let words = english::WORDS.iter().map(|(word, unit)| (*word, Trigger::Unit(*unit)));
        let kinds = instrument::KINDS.iter().map(|kind| (*kind, Trigger::Kind));
        let chinese = chinese::STARTS.iter().map(|start| (*start, Trigger::Chinese));
        let official = official::STARTS.iter().map(|start| (*start, Trigger::Official));
        let names = instruments.names().enumerate().map(|(index, name)| (name, Trigger::Name(index)));
        for (pattern, trigger) in words.chain(kinds).chain(chinese).chain(official).chain(names) {
            patterns.push(pattern);
            triggers.push(trigger);
        }
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&patterns).ok();
        Self { automaton, triggers, instruments }
    }

    /// Returns the references of a text in order; none overlaps another.
    pub(crate) fn citations(&self, text: &str) -> Vec<Citation> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut found: Vec<Citation> = Vec::new();
        let mut done = 0;
        for hit in automaton.find_iter(text) {
            if hit.start() < done {
                continue;
            }
            let Some(trigger) = self.triggers.get(hit.pattern().as_usize()) else { continue };
            let citation = match *trigger {
                Trigger::Unit(unit) => english::citation(self, text, hit.range(), unit, done),
                Trigger::Kind => instrument::citation(text, hit.range(), done),
                Trigger::Name(index) => self.by_name(text, hit.range(), index, done),
                Trigger::Chinese => chinese::citation(self, text, hit.start(), done),
                Trigger::Official => official::citation(text, hit.range(), done),
            };
            if let Some(citation) = citation {
                done = citation.span.end().max(hit.end());
                found.push(citation);
            }
        }
        found
    }

    /// A name of the pack: an act alone, or a Chinese act with what follows.
    fn by_name(&self, text: &str, hit: std::ops::Range<usize>, index: usize, _done: usize) -> Option<Citation> {
        let chinese = text.get(hit.clone())?.starts_with(|c: char| !c.is_ascii());
        let whole = if chinese { chinese::is_whole_name(text, hit.end) } else { cursor::is_whole_word(text, &hit) };
        if !whole {
            return None;
        }
        let id = self.instruments.id(index)?.to_owned();
        if chinese {
            return Some(chinese::after_name(self, text, hit, Act::Known(id)));
        }
        Some(Citation { span: Span::new(hit.start, hit.end), paths: Vec::new(), act: Act::Known(id), partial: false })
    }
}

#[cfg(test)]
mod tests;
