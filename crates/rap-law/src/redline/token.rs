//! Words of English, characters of Chinese: the units of which a redline is made.
//!
//! A text enters, its tokens leave: a run of letters and digits, one Chinese character, one mark. White space belongs
//! to the token before it, so that tokens cover the text without a gap. A token is compared by a key that
//! typography does not change.

use rap_doc::Span;
use rustc_hash::FxHashMap;

use crate::compare::fold::{fold_into, is_ideograph};

/// A token: where it stands with the white space after it, and the number of its key.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) key: u32,
    /// Whether it is a word or a Chinese character, and not a mark.
    pub(crate) is_word: bool,
}

/// Numbers the keys of tokens, so that two laws are compared by numbers.
#[derive(Default, Debug)]
pub(crate) struct Keys {
    numbers: FxHashMap<String, u32>,
    scratch: String,
}

impl Keys {
    /// Returns the number of the word `text`; 0 stands for white space and what has no width.
    fn number(&mut self, text: &str) -> u32 {
        self.scratch.clear();
        for c in text.chars() {
            fold_into(c, &mut self.scratch);
        }
        if self.scratch.is_empty() {
            return 0;
        }
        if let Some(number) = self.numbers.get(self.scratch.as_str()) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len() + 1).unwrap_or(u32::MAX);
        self.numbers.insert(self.scratch.clone(), number);
        number
    }
}

#[derive(Copy, Clone, PartialEq, Eq)]
enum Class {
    Space,
    Letter,
    Single,
}

fn class(c: char) -> Class {
    if c.is_ascii_alphanumeric() {
        Class::Letter
    } else if c.is_ascii() {
        if c.is_ascii_whitespace() { Class::Space } else { Class::Single }
    } else if c.is_whitespace() {
        Class::Space
    } else if is_ideograph(c) {
        Class::Single
    } else if c.is_alphanumeric()
        || matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
    {
        Class::Letter
    } else {
        Class::Single
    }
}

/// Appends the tokens of the text at `span`.
pub(crate) fn tokens_into(text: &str, span: Span, keys: &mut Keys, tokens: &mut Vec<Token>) {
    let words = span.of(text);
    let first = tokens.len();
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let class_here = class(c);
        let mut end = at + c.len_utf8();
        if class_here != Class::Single {
            while let Some((next, after)) = chars.next_if(|(_, after)| class(*after) == class_here) {
                end = next + after.len_utf8();
            }
        }
        let here = Span::new(span.start() + at, span.start() + end);
        match tokens.get_mut(first..).and_then(|added| added.last_mut()) {
            Some(before) if class_here == Class::Space => before.span = before.span.hull(here),
            _ => {
                let key = if class_here == Class::Space { 0 } else { keys.number(here.of(text)) };
                let is_word = class_here == Class::Letter || is_ideograph(c);
                tokens.push(Token { span: here, key, is_word });
            }
        }
    }
}
