//! English.

mod according;
pub(crate) mod act;
mod attribution;
mod body;
pub(crate) mod class;
mod clause;
mod complement;
pub(crate) mod frame;
mod inflect;
pub(crate) mod lexicon;
mod mention;
mod model;
mod name;
pub(crate) mod name_words;
pub(crate) mod narration;
mod noun_cue;
mod office;
mod person;
mod presence;
pub(crate) mod progress;
mod quotation;
mod reach;
mod relay;
mod source;
mod speaker_turn;
mod speech;
mod tag;
pub(crate) mod token;
mod verb_cue;
mod words;

use attribution::{AttributionReader, Judge};
use lexicon::lexicon;
use mention::Mentions;
use model::learn::Observer;
use rap_doc::{Doc, Span};
use source::tie_sources;
use speech::read_speeches;
use token::{Token, tokenize};
use words::Words;

use crate::Finders;
use crate::found::Found;
use crate::learn::{Marked, Noted};

/// Reads English blocks, one after the other.
#[derive(Default)]
pub(crate) struct Reader {
    tokens: Vec<Token>,
    attributions: AttributionReader,
    mentions: Mentions,
}

impl Reader {
    /// Returns a reader that looks with these parts of the program.
    pub(crate) fn of(finders: Finders) -> Self {
        let mut reader = Self::default();
        if finders == Finders::RulesOnly {
            reader.attributions.judge = Judge::Nobody;
        }
        reader
    }

    /// Adds what the block says of people, bodies and their words to `found`.
    pub(crate) fn read_block(&mut self, doc: &Doc, block: usize, found: &mut Found) {
        let Some(span) = doc.blocks().get(block).map(|block| block.span) else { return };
        self.tokens.clear();
        tokenize(doc.text(), span, lexicon(), &mut self.tokens);
        self.attributions.read(doc, block, &self.tokens, &mut found.attributions);
        for sentence in doc.sentences().get(doc.sentences_of(block)).unwrap_or_default() {
            let words = words_of(doc.text(), &self.tokens, sentence.span);
            let first = found.mentions.len();
            self.mentions.read_sentence(words, found);
            read_speeches(words, first, found);
        }
        tie_sources(Words { text: doc.text(), tokens: &self.tokens }, found);
    }
}

/// Returns the tokens of a sentence.
fn words_of<'a>(text: &'a str, tokens: &'a [Token], sentence: Span) -> Words<'a> {
    let first = tokens.partition_point(|token| (token.start as usize) < sentence.start());
    let end = tokens.partition_point(|token| (token.start as usize) < sentence.end());
    Words { text, tokens: tokens.get(first..end).unwrap_or_default() }
}

/// Returns what the sentences of a document teach, given what is marked in it.
pub(crate) fn observe(doc: &Doc, marked: &[Marked]) -> Noted {
    let mut reader = AttributionReader::default();
    reader.judge = Judge::Observer(Observer::new(marked));
    let mut tokens = Vec::new();
    for (index, block) in doc.blocks().iter().enumerate() {
        tokens.clear();
        tokenize(doc.text(), block.span, lexicon(), &mut tokens);
        reader.read(doc, index, &tokens, &mut Vec::new());
    }
    match reader.judge {
        Judge::Observer(observer) => observer.noted,
        Judge::Nobody | Judge::Model(_) => Noted::default(),
    }
}
