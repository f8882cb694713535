//! English endings: `licences`, `licensed` and `licensing` are one word to a cue.
//!
//! Only inflection is taken off, never derivation: `general` and `generate` stay apart, which the stemmers of search
//! engines do not promise. The stem is no word, only a key: what matters is that the same word always gets the same.

/// The longest word that is looked at; longer runs of letters are identifiers or noise.
pub(crate) const LONGEST: usize = 32;

/// A stem, on the stack, so that reading a text allocates nothing.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(crate) struct Stem {
    letters: [u8; LONGEST],
    length: usize,
}

impl Stem {
    /// Returns the stem of a run of ASCII letters and digits; none where it is empty or too long to be a word.
    pub(crate) fn of(word: &[u8]) -> Option<Self> {
        let mut letters = [0; LONGEST];
        letters.get_mut(..word.len())?.copy_from_slice(word);
        letters.make_ascii_lowercase();
        let mut stem = Self { letters, length: word.len() };
        if word.len() > 2 && word.iter().all(u8::is_ascii_alphabetic) {
            stem.drop_plural();
            stem.drop_tense();
            stem.unify_spelling();
        }
        (stem.length > 0).then_some(stem)
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.letters.get(..self.length).unwrap_or_default()
    }

    fn ends(&self, ending: &str) -> bool {
        self.as_bytes().ends_with(ending.as_bytes())
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
        if self.ends("corpora") {
            self.swap(3, "us");
        } else if self.ends("ies") && self.length > 4 {
            self.swap(3, "y");
        } else if ["sses", "xes", "ches", "shes", "zzes"].iter().any(|ending| self.ends(ending)) {
            self.cut(2);
        } else if self.ends("s") && self.length > 3 && !["ss", "us", "is"].iter().any(|ending| self.ends(ending)) {
            self.cut(1);
        }
    }

    fn drop_tense(&mut self) {
        if self.ends("ied") && self.length > 4 {
            self.swap(3, "y");
        } else if self.ends("ing") && self.has_vowel_before(3) {
            self.cut(3);
        } else if self.ends("ed") && !self.ends("eed") && self.has_vowel_before(2) {
            self.cut(2);
        }
    }

    /// Tells whether what an ending leaves could be a word: two letters or more, one of them a vowel.
    fn has_vowel_before(&self, ending: usize) -> bool {
        let rest = self.as_bytes().get(..self.length.saturating_sub(ending)).unwrap_or_default();
        rest.len() >= 2 && rest.iter().any(|letter| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
    }

    /// Makes one of the British and the American spelling, of doubled and single consonants, of `e` and no `e`.
    fn unify_spelling(&mut self) {
        if self.ends("e") && self.length > 2 {
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
