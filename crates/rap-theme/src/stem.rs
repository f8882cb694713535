//! English endings: `licences`, `licensed` and `licensing` are one word to a cue.
//!
//! Only inflection is taken off, never derivation: `general` and `generate` stay apart, which the stemmers of search
//! engines do not promise. The stem is no word, only a key: what matters is that the same word always gets the same.

use rap_doc::{WordKey, WordRun};

/// A stem, on the stack, so that reading a text allocates nothing.
#[derive(Copy, Clone)]
pub(crate) struct Stem {
    letters: [u8; WordKey::LONGEST],
    length: usize,
}

impl Stem {
    /// Returns the stem of a word; none where it is empty or too long to be one.
    pub(crate) fn of(word: &[u8]) -> Option<Self> {
        let run = WordRun::of_letters(word).filter(|run| run.length == word.len());
        let stem = match run {
            Some(run) => Self::of_run(&run),
            // Other letters, and digits, have no endings.
            None => Self { letters: WordKey::of(word)?.bytes(), length: word.len() },
        };
        (stem.length > 0).then_some(stem)
    }

    /// Returns the stem of a run of letters and digits.
    pub(crate) fn of_run(run: &WordRun) -> Self {
        let mut stem = Self { letters: run.key.bytes(), length: run.length };
        if run.length > 2 && !run.has_digits {
            stem.drop_plural();
            stem.drop_tense();
            stem.unify_spelling();
        }
        stem
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.letters.get(..self.length).unwrap_or_default()
    }

    /// Returns the stem as look-ups want it.
    pub(crate) fn key(&self) -> WordKey {
        WordKey::of_lower(&self.letters, self.length)
    }

    fn cut(&mut self, bytes: usize) {
        self.length = self.length.saturating_sub(bytes);
    }

    fn swap(&mut self, bytes: usize, ending: &str) {
        let start = self.length.saturating_sub(bytes);
        if let Some(place) = self.letters.get_mut(start..start + ending.len()) {
            place.copy_from_slice(ending.as_bytes());
            self.length = start + ending.len();
        }
    }

    fn drop_plural(&mut self) {
        match self.as_bytes() {
            [.., b'c', b'o', b'r', b'p', b'o', b'r', b'a'] => self.swap(3, "us"),
            [_, _, .., b'i', b'e', b's'] if self.length > 4 => self.swap(3, "y"),
            [.., b's', b's' | b'h', b'e', b's']
            | [.., b'x', b'e', b's']
            | [.., b'c', b'h', b'e', b's']
            | [.., b'z', b'z', b'e', b's'] => self.cut(2),
            [.., b's' | b'u' | b'i', b's'] => {}
            [.., b's'] if self.length > 3 => self.cut(1),
            _ => {}
        }
    }

    fn drop_tense(&mut self) {
        match self.as_bytes() {
            [_, _, .., b'i', b'e', b'd'] => self.swap(3, "y"),
            [.., b'i', b'n', b'g'] if self.has_vowel_before(3) => self.cut(3),
            [.., b'e', b'e', b'd'] => {}
            [.., b'e', b'd'] if self.has_vowel_before(2) => self.cut(2),
            _ => {}
        }
    }

    /// Tells whether what an ending leaves could be a word: two letters or more, one of them a vowel.
    fn has_vowel_before(&self, ending: usize) -> bool {
        let rest = self.as_bytes().get(..self.length.saturating_sub(ending)).unwrap_or_default();
        rest.len() >= 2 && rest.iter().any(|letter| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
    }

    /// Makes one of the British and the American spelling, of doubled and single consonants, of `e` and no `e`.
    fn unify_spelling(&mut self) {
        if self.length > 2 && self.as_bytes().last() == Some(&b'e') {
            self.cut(1);
        }
        if let [.., before, last] = *self.as_bytes()
            && before == last
            && !matches!(last, b's' | b'e' | b'o')
            && self.length > 2
        {
            self.cut(1);
        }
        match self.as_bytes() {
            [_, _, .., b'e', b'n', b'c'] => self.swap(1, "s"),
            [_, _, .., b'o', b'u', b'r'] if self.length > 4 => self.swap(2, "r"),
            [_, _, .., b'i' | b'y', b's'] => self.swap(1, "z"),
            [_, _, .., b'i', b's', b'a', b't', b'i', b'o', b'n'] => self.swap(6, "zation"),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
