//! The window: a stretch of a block with everything that the constructions look at.

use std::ops::Range;

use super::class::Class;
use super::phrase::Phrase;
use super::token::Token;

/// The tokens, sentences and phrases of a stretch of text.
#[derive(Copy, Clone)]
pub(super) struct Window<'w> {
    pub(super) text: &'w str,
    pub(super) tokens: &'w [Token],
    pub(super) phrases: &'w [Phrase],
    /// The sentences as ranges of tokens; a stop within quotation marks ends none.
    pub(super) sentences: &'w [Range<usize>],
}

impl<'w> Window<'w> {
    pub(super) fn token(&self, at: usize) -> Option<&'w Token> {
        self.tokens.get(at)
    }

    /// Tells whether there is a token at `at` and it has one of these classes.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(class))
    }

    /// Tells whether the token before `at` has one of these classes.
    pub(super) fn is_before(&self, at: usize, class: Class) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, class))
    }

    /// Returns the words of the token at `at`, or nothing.
    pub(super) fn words(&self, at: usize) -> &'w str {
        self.tokens.get(at).map(|token| token.of(self.text)).unwrap_or_default()
    }

    /// Returns the words of the token before `at`, or nothing.
    pub(super) fn words_before(&self, at: usize) -> &'w str {
        at.checked_sub(1).map(|before| self.words(before)).unwrap_or_default()
    }

    /// Returns the index of the first phrase that starts at `token` or later.
    pub(super) fn first_phrase_from(&self, token: usize) -> usize {
        self.phrases.partition_point(|phrase| phrase.tokens.start < token)
    }

    /// Returns where the clause with the token `at` starts: behind the nearest mark that parts clauses.
    pub(super) fn clause_start(&self, at: usize, floor: usize) -> usize {
        let mut start = at;
        while start > floor && !self.is(start - 1, Class::CLAUSE_EDGE) {
            start -= 1;
        }
        start
    }
}

/// Puts the sentences of the tokens into `sentences`.
pub(super) fn find_sentences(text: &str, tokens: &[Token], sentences: &mut Vec<Range<usize>>) {
    sentences.clear();
    let (mut start, mut at) = (0, 0);
    while at < tokens.len() {
        at += 1;
        if ends_sentence(text, tokens, at - 1) {
            while tokens.get(at).is_some_and(|token| token.is(Class::STOP) && !token.is(Class::QUOTED)) {
                at += 1;
            }
            sentences.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
}

fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| !token.is(Class::INSIDE)) else { return false };
    if token.is(Class::STOP) {
        return true;
    }
    let closes =
        token.is(Class::CLOSE_QUOTE) && tokens.get(at.wrapping_sub(1)).is_some_and(|last| last.is(Class::STOP));
    closes
        && tokens.get(at + 1).is_none_or(|next| {
            !next.is(Class::COMMA | Class::SEMICOLON | Class::LISTING | Class::STOP | Class::CLOSING)
                && !matches!(next.of(text), "的" | "等" | "是")
        })
}
