//! A row of English words under the rules: tokens beside their text, asked by index.

use rap_doc::Span;

use super::token::Token;

/// The tokens of a sentence, or of any run of them.
#[derive(Copy, Clone)]
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
}

impl<'a> Words<'a> {
    pub(crate) fn len(self) -> usize {
        self.tokens.len()
    }

    pub(crate) fn get(self, at: usize) -> Option<Token> {
        self.tokens.get(at).copied()
    }

    /// Returns the words at `at`; nothing outside of the row.
    pub(crate) fn word(self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.of(self.text))
    }

    /// Tells whether the word at `at` has any of these classes.
    pub(crate) fn is(self, at: usize, classes: u64) -> bool {
        self.get(at).is_some_and(|token| token.is(classes))
    }

    pub(crate) fn mark(self, at: usize, mark: u8) -> bool {
        self.get(at).is_some_and(|token| token.is_mark(mark))
    }

    /// Tells whether the word at `at` is this one, in whatever case.
    pub(crate) fn says(self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    pub(crate) fn capital(self, at: usize) -> bool {
        self.get(at).is_some_and(Token::is_capital)
    }

    /// Tells whether no space parts the token at `at` from the one after it.
    pub(crate) fn touches_next(self, at: usize) -> bool {
        matches!((self.get(at), self.get(at + 1)), (Some(this), Some(next)) if this.end == next.start)
    }

    /// Returns the range of the text from the first token to the last before `end`.
    pub(crate) fn span(self, first: usize, end: usize) -> Span {
        match (self.get(first), end.checked_sub(1).and_then(|last| self.get(last))) {
            (Some(first), Some(last)) if first.start <= last.start => first.span().hull(last.span()),
            _ => Span::default(),
        }
    }

    /// Returns the text from the first token to the last before `end`.
    pub(crate) fn of(self, first: usize, end: usize) -> &'a str {
        self.span(first, end).of(self.text)
    }
}
