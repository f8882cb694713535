//! A place in a text that moves forward as words are taken.

use std::ops::Range;

use crate::number;

/// A cursor; a copy of it is a way back.
#[derive(Copy, Clone)]
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
}

impl<'t> Cursor<'t> {
    pub(super) const fn new(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Takes white space; returns whether there was any. More than a line break parts what belongs together.
    pub(super) fn space(&mut self) -> bool {
        let rest = self.rest();
        let kept = rest.trim_start_matches(|c: char| c.is_whitespace());
        let taken = rest.len() - kept.len();
        if taken == 0 || taken > 24 {
            return false;
        }
        self.at += taken;
        true
    }

    /// Takes these words exactly.
    pub(super) fn eat(&mut self, words: &str) -> bool {
        let found = self.rest().starts_with(words);
        if found {
            self.at += words.len();
        }
        found
    }

    /// Takes white space and this word, whole.
    pub(super) fn spaced(&mut self, word: &str) -> bool {
        let back = *self;
        if self.space() && self.whole(word) {
            return true;
        }
        *self = back;
        false
    }

    /// Takes this word where it is whole.
    pub(super) fn whole(&mut self, word: &str) -> bool {
        let after = self.rest().strip_prefix(word);
        let found = after.is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
        if found {
            self.at += word.len();
        }
        found
    }

    /// Takes a run of letters.
    pub(super) fn word(&mut self) -> Option<&'t str> {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        if end == 0 || end > 40 {
            return None;
        }
        self.at += end;
        rest.get(..end)
    }

    /// Takes a number of a division: `12`, `12a`, `III`, `A`; never the beginning of a longer word.
    pub(super) fn number(&mut self) -> Option<String> {
        let rest = self.rest();
        let (length, value) = number::division(rest)?;
        let first = rest.chars().next()?;
        let after = rest.get(length..)?;
        let whole = !after.starts_with(|c: char| c.is_alphanumeric());
        let decimal = first.is_numeric() || first.is_uppercase();
        let word = rest.get(..length)?;
        // "Part Three" is a number, "Article one" is none.
        let spelled = word.len() > 1 && number::number_word(word).is_some() && !first.is_uppercase();
        // "1.5" and "1/2015" are no numbers of a unit; "1." ends a sentence.
        let other = after.starts_with(['.', '/']) && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
        let nested = after.starts_with('.') && other;
        if !whole || !decimal || spelled || (other && !nested) {
            return None;
        }
        self.at += length;
        let mut value = value;
        if nested {
            self.decimal_tail(&mut value);
        }
        Some(value)
    }

    /// Takes the rest of `3.1` or `3.1.2`.
    fn decimal_tail(&mut self, value: &mut String) {
        while let Some(after) = self.rest().strip_prefix('.') {
            let Some((length, digits)) = number::decimal(after) else { break };
            value.push('.');
            value.push_str(&digits);
            self.at += 1 + length;
        }
    }

    /// Takes a label in brackets: `(1)`, `(a)`, `(iv)`, `(aa)`.
    pub(super) fn bracket(&mut self) -> Option<String> {
        let inner = self.rest().strip_prefix('(')?;
        let end = inner.bytes().take(8).position(|b| b == b')')?;
        let label = inner.get(..end)?;
        let digits = label.bytes().take_while(u8::is_ascii_digit).count();
        let letters = label.bytes().skip(digits).all(|b| b.is_ascii_alphabetic());
        let plain = !label.is_empty() && letters && digits <= 3 && label.len() - digits <= 5;
        let code = matches!(
            label,
            "EU" | "EC" | "EEC" | "the" | "as" | "and" | "or" | "COD" | "if" | "in" | "of" | "no" | "No"
        );
        let word = digits == 0 && label.len() > 2 && number::roman(label).is_none() && !repeated(label);
        if !plain || code || word {
            return None;
        }
        self.at += end + 2;
        Some(label.to_owned())
    }
}

fn repeated(label: &str) -> bool {
    label.chars().next().is_some_and(|first| label.chars().all(|c| c == first))
}

/// Tells whether a hit does not stand inside of a longer word.
pub(super) fn is_whole_word(text: &str, hit: &Range<usize>) -> bool {
    let before = text.get(..hit.start).and_then(|before| before.chars().next_back());
    let after = text.get(hit.end..).and_then(|after| after.chars().next());
    !before.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_') && !after.is_some_and(char::is_alphanumeric)
}
