//! Words with their places, as links compare them: stems of Latin words, single Chinese characters, pairs of them.

use rap_doc::Span;

use crate::ask::likeness::{content_stem, is_empty_character, is_empty_word};
use crate::chinese::{is_han, simplified};

/// A token of running text: a Latin word or number in lower case, or one Chinese character in its simplified form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Token {
    pub(super) word: String,
    pub(super) span: Span,
}

/// Returns the tokens of `text` at `span`, in order; marks and white space are none.
pub(super) fn tokens(text: &str, span: Span) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut open = false;
    for (at, c) in span.of(text).char_indices() {
        let here = Span::new(span.start() + at, span.start() + at + c.len_utf8());
        if is_han(c) {
            found.push(Token { word: simplified(c).to_string(), span: here });
            open = false;
        } else if c.is_alphanumeric() {
            match found.last_mut().filter(|_| open) {
                Some(token) => {
                    token.word.extend(c.to_lowercase());
                    token.span = token.span.hull(here);
                }
                None => found.push(Token { word: c.to_lowercase().collect(), span: here }),
            }
            open = true;
        } else {
            // An apostrophe inside of a word does not end it: "provider's" is one word, of which the stem is compared.
            open = open && matches!(c, '\'' | '’');
        }
    }
    found
}

/// Returns the terms that say something by themselves, with their places: stems, and pairs of Chinese characters.
pub(super) fn terms(tokens: &[Token]) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if token.word.is_ascii() {
            found.extend(content_stem(&token.word).map(|stem| (stem, token.span)));
            continue;
        }
        let next = tokens.get(index + 1).filter(|next| next.span.start() == token.span.end() && is_one_han(&next.word));
        if let Some(next) = next.filter(|_| is_one_han(&token.word)) {
            let pair = format!("{}{}", token.word, next.word);
            if !is_empty_word(&pair) && !pair.chars().any(is_empty_character) {
                found.push((pair, token.span.hull(next.span)));
            }
        }
    }
    found
}

pub(super) fn is_one_han(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(is_han) && characters.next().is_none()
}
