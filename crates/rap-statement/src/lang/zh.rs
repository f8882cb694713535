//! Chinese: from a block to its mentions and attributions, by word lists and rules.
//!
//! A block is read in windows of a size that keeps hostile input cheap. The way of a window:
//!
//! 1. `token`: words by the longest match in the dictionary (`words`, `class`), marks paired;
//! 2. `atoms`: bodies, people, offices, groups, each by itself (`bodies`, `people`, `groups`);
//! 3. `phrases`: an office finds its body and its holder;
//! 4. `attributions`: cues (`cue`) find their subject (`subject`) and content (`content`); the constructions that go
//!    another way have a file each (`turn`, `according`, `topic`);
//! 5. `presence`: who was there.
//!
//! Both scripts are read: traditional characters are folded to simplified ones before they are looked up, which
//! moves no byte. Absent on purpose: word segmentation by a model, and any list of people or companies.

pub(crate) mod act;
pub(crate) mod progress;

mod according;
mod aliases;
mod atoms;
mod attributions;
mod bodies;
mod class;
mod content;
mod cue;
mod draft;
mod groups;
mod model;
mod people;
mod phrase;
mod phrases;
mod presence;
mod subject;
pub(crate) mod token;
mod topic;
mod turn;
mod window;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

use rap_doc::{BlockKind, Doc, Span};

use self::class::Class;
use self::draft::Draft;
use self::model::Model;
use self::phrase::{Phrase, Sort};
use self::token::Token;
use self::window::Window;
use crate::Finders;
use crate::found::Found;
use crate::learn::{Marked, Noted};

/// How much of a block is read at once, in bytes: far more than a paragraph, little enough for any cache.
const WINDOW: usize = 64 * 1024;

/// Reads Chinese blocks, one after the other.
#[derive(Default)]
pub(crate) struct Reader {
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
    atoms: Vec<Phrase>,
    joined: Vec<Phrase>,
    phrases: Vec<Phrase>,
    present: Vec<(usize, usize)>,
    aliases: Vec<(usize, Range<usize>)>,
    judge: Judge,
}

/// Tells who judges what the rules find in a window.
enum Judge {
    /// Nobody: the rules stand.
    Nobody,
    Model(Model),
    /// One who only looks on, to learn from what is marked.
    Observer(Vec<Marked>, Noted),
}

impl Default for Judge {
    fn default() -> Self {
        Self::Model(Model::default())
    }
}

impl Reader {
    /// Returns a reader that looks with these parts of the program.
    pub(crate) fn of(finders: Finders) -> Self {
        let judge = if finders == Finders::RulesOnly { Judge::Nobody } else { Judge::default() };
        Self { judge, ..Self::default() }
    }

    /// Adds what the block says of people, bodies and their words to `found`.
    pub(crate) fn read_block(&mut self, doc: &Doc, block: usize, found: &mut Found) {
        let Some(block) = doc.blocks().get(block) else { return };
        // A headline quotes nobody: what it says is said again below, with its source.
        let speaks = !matches!(block.kind, BlockKind::Heading(_));
        for window in windows(doc.text(), block.span) {
            self.read_window(doc.text(), window, speaks, found);
        }
    }

    fn read_window(&mut self, text: &str, span: Span, speaks: bool, found: &mut Found) {
        let text = token::simplified(span.of(text));
        token::tokenize(&text, &mut self.tokens);
        window::find_sentences(&text, &self.tokens, &mut self.sentences);
        atoms::find_atoms(&text, &self.tokens, &mut self.atoms);
        phrases::join_atoms(&text, &self.tokens, &self.atoms, &mut self.joined);
        phrases::add_bare(&self.tokens, &self.joined, &mut self.phrases);
        let window = Window { text: &text, tokens: &self.tokens, phrases: &self.phrases, sentences: &self.sentences };
        let drafts = if speaks { attributions::find_attributions(window) } else { Vec::new() };
        let drafts = match &mut self.judge {
            Judge::Nobody => drafts,
            Judge::Model(model) => model.revise(&window, drafts),
            Judge::Observer(marked, noted) => {
                model::learn::observe(&window, &drafts, span.start(), marked, noted);
                drafts
            }
        };
        presence::find_presence(&window, &mut self.present);
        aliases::find_aliases(&window, &mut self.aliases);
        let finds = Finds { drafts: &drafts, present: &self.present, aliases: &self.aliases };
        hand_on(&window, &finds, span.start(), found);
    }
}

/// What the constructions found in a window, in tokens; phrases are named by their index.
struct Finds<'f> {
    drafts: &'f [Draft],
    present: &'f [(usize, usize)],
    aliases: &'f [(usize, Range<usize>)],
}

/// Adds the mentions, attributions, attendees and short forms of a window to `found`.
fn hand_on(window: &Window<'_>, finds: &Finds<'_>, base: usize, found: &mut Found) {
    let Finds { drafts, present, aliases } = finds;
    let span = |tokens: &Range<usize>| phrase::span_of(window.tokens, tokens).shifted(base);
    let mut short_forms = aliases.iter().peekable();
    let mut sourced: Vec<usize> = drafts.iter().flat_map(|draft| draft.phrases.clone()).collect();
    sourced.sort_unstable();
    // The model may find its names in another order than that of the text.
    let mut unlisted: Vec<_> = drafts.iter().filter_map(Draft::unlisted).collect();
    unlisted.sort_by_key(|name| name.tokens.start);
    let mut unlisted = unlisted.into_iter().peekable();
    let mut attendees = present.iter().peekable();
    for (index, phrase) in window.phrases.iter().enumerate() {
        while let Some(name) = unlisted.next_if(|name| name.tokens.start < phrase.tokens.start) {
            found.mentions.push(name.mention(window.text, window.tokens, base));
        }
        let forms: Vec<Span> = std::iter::from_fn(|| short_forms.next_if(|(named, _)| *named == index))
            .map(|(_, form)| span(form))
            .collect();
        if let Some(body) = phrase.employer(window.tokens, base).filter(|_| !forms.is_empty()) {
            found.aliases.extend(forms.iter().map(|form| (found.mentions.len(), *form)));
            found.mentions.push(body);
        } else if matches!(phrase.sort, Sort::Body(_) | Sort::Person) {
            found.aliases.extend(forms.iter().map(|form| (found.mentions.len(), *form)));
        }
        let attends = attendees.next_if(|(attendee, _)| *attendee == index);
        if attends.is_some() || names_somebody(phrase) || sourced.binary_search(&index).is_ok() {
            if let Some((_, verb)) = attends {
                found.present.push((found.mentions.len(), span(&(*verb..verb + 1))));
            }
            if let Some(female) = phrase.female(window.text, window.tokens) {
                found.female.push((found.mentions.len(), female));
            }
            found.mentions.push(phrase.mention(window.text, window.tokens, base));
        } else if let Some(role) = &phrase.role {
            add_title(window, role, base, found);
        }
    }
    found.mentions.extend(unlisted.map(|name| name.mention(window.text, window.tokens, base)));
    found.attributions.extend(drafts.iter().filter_map(|draft| draft.attribution(window, base)));
}

/// Adds an office of nobody in particular.
fn add_title(window: &Window<'_>, role: &Range<usize>, base: usize, found: &mut Found) {
    let span = phrase::span_of(window.tokens, role);
    let office = role.clone().any(|at| window.is(at, Class::ROLE));
    if office && !phrase::HONORIFICS.contains(&span.of(window.text)) {
        found.titles.push(span.shifted(base));
    }
}

/// Tells phrases that are mentions wherever they stand from those that are only as a source.
fn names_somebody(phrase: &Phrase) -> bool {
    match phrase.sort {
        Sort::Person | Sort::Body(_) | Sort::Pronoun => true,
        Sort::Office => phrase.body.is_some(),
        Sort::Definite | Sort::Group | Sort::BareGroup | Sort::Document => false,
    }
}

/// Cuts a block into windows, behind a stop where there is one.
fn windows(text: &str, block: Span) -> impl Iterator<Item = Span> {
    let mut from = block.start();
    std::iter::from_fn(move || {
        let rest = Span::new(from, block.end());
        if rest.is_empty() {
            return None;
        }
        let window = if rest.len() <= WINDOW { rest } else { Span::new(from, window_end(text, from)) };
        from = window.end();
        Some(window)
    })
}

fn window_end(text: &str, from: usize) -> usize {
    let mut end = from + WINDOW;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let words = text.get(from..end).unwrap_or_default();
    let stop = words.rfind(['。', '！', '？', '\n']).map(|at| from + at + 3);
    stop.filter(|stop| *stop > from + WINDOW / 2 && text.is_char_boundary(*stop)).unwrap_or(end)
}

/// Returns what the sentences of a document teach, given what is marked in it.
pub(crate) fn observe(doc: &Doc, marked: &[Marked]) -> Noted {
    let mut reader = Reader { judge: Judge::Observer(marked.to_vec(), Noted::default()), ..Reader::default() };
    for block in 0..doc.blocks().len() {
        reader.read_block(doc, block, &mut Found::default());
    }
    match reader.judge {
        Judge::Observer(_, noted) => noted,
        Judge::Nobody | Judge::Model(_) => Noted::default(),
    }
}
