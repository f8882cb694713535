//! Languages: which rules a block is read by.

/// Tells the language of a text as far as Rapporteur reads languages.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Language {
    /// English.
    English,
    /// Chinese in simplified or traditional characters.
    Chinese,
    /// Neither of them, or no letters at all.
    #[default]
    Other,
}

/// How much of a long text is looked at: some eighty words settle it, and a paragraph is seldom longer.
const SAMPLE_BYTES: usize = 512;

/// Small words that English does not share with other languages written in Latin letters, packed by [`keys`].
const ENGLISH_WORDS: [u64; 26] = keys([
    "the", "of", "and", "to", "that", "is", "for", "with", "by", "be", "this", "are", "was", "it", "have", "should",
    "not", "we", "from", "has", "would", "which", "will", "they", "its", "their",
]);

/// Small words of English that other languages have as well, or that are rarer. Headlines have no others.
const ENGLISH_HINTS: [u64; 26] = keys([
    "in", "on", "at", "as", "an", "or", "our", "your", "you", "he", "she", "his", "her", "but", "can", "must", "may",
    "how", "what", "why", "new", "law", "act", "bill", "about", "through",
]);

/// Small words of the languages of Europe that English does not have.
const FOREIGN_WORDS: [u64; 40] = keys([
    "le", "la", "les", "des", "une", "du", "et", "est", "que", "pour", "dans", "sur", "der", "das", "und", "ist",
    "von", "mit", "dem", "ein", "eine", "zur", "el", "los", "las", "del", "por", "con", "di", "della", "che", "il",
    "het", "een", "niet", "och", "att", "som", "para", "dos",
]);

impl Language {
    /// Returns the language of `text`, judged from its first half kilobyte.
    ///
    /// Chinese is told by its characters: where kana or hangul stand among them, the text is Japanese or Korean
    /// and therefore `Other`. Latin letters are English when common English words are among the words, or when
    /// the text is too short to tell otherwise (a title, a name).
    ///
    /// ```
    /// use rap_doc::Language;
    ///
    /// assert_eq!(Language::of("The bill should be narrower."), Language::English);
    /// assert_eq!(Language::of("草案应当缩小 AI 的范围。"), Language::Chinese);
    /// assert_eq!(Language::of("Le projet de loi est trop large pour les petites entreprises."), Language::Other);
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Self {
        let seen = Seen::of(sample(text));
        // A Chinese character carries about as much as four Latin letters.
        if seen.han > 0 && seen.han * 4 >= seen.latin && seen.other * 10 <= seen.han {
            Self::Chinese
        } else if seen.latin > seen.other && seen.is_english() {
            Self::English
        } else {
            Self::Other
        }
    }

    /// Returns the language tag (BCP 47); `und` where it is not known.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
            Self::Other => "und",
        }
    }

    /// Returns the language with this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        match tag {
            "en" => Self::English,
            "zh" => Self::Chinese,
            _ => Self::Other,
        }
    }
}

fn sample(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// What a sample is made of.
#[derive(Default)]
struct Seen {
    latin: usize,
    han: usize,
    /// Letters that are neither; accented Latin letters are among them.
    other: usize,
    words: usize,
    english: usize,
    hints: usize,
    foreign: usize,
}

impl Seen {
    /// Counts letters and words in one pass; most bytes are ASCII letters, so these come first.
    fn of(sample: &str) -> Self {
        let mut seen = Self::default();
        let mut word = Word::default();
        for c in sample.chars() {
            if c.is_ascii_alphabetic() {
                seen.latin += 1;
                word.add(c);
            } else if c.is_ascii() {
                seen.end(&mut word);
            } else if matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}') {
                seen.han += 1;
                seen.end(&mut word);
            } else if c.is_alphabetic() {
                seen.other += 1;
                word.spoil();
            } else {
                seen.end(&mut word);
            }
        }
        seen.end(&mut word);
        seen
    }

    fn end(&mut self, word: &mut Word) {
        let Word { key, length } = std::mem::take(word);
        self.words += usize::from(length > 0);
        if (1..=8).contains(&length) {
            self.english += usize::from(ENGLISH_WORDS.contains(&key));
            self.hints += usize::from(ENGLISH_HINTS.contains(&key));
            self.foreign += usize::from(FOREIGN_WORDS.contains(&key));
        }
    }

    /// Tells English by its small words: one word in twelve is plenty below the usual one in four. A headline has
    /// few of them and a name none; there it is enough that no letter and no word speaks for another language.
    const fn is_english(&self) -> bool {
        let plain = self.english > 0 && self.english * 12 >= self.words && self.english >= self.foreign;
        let short = self.words < 40 && self.foreign == 0 && self.other == 0 && self.english + self.hints > 0;
        plain || short || (self.words < 6 && self.other == 0 && self.foreign == 0)
    }
}

/// The word being read: its first eight letters in lower case, packed, and its length.
#[derive(Default)]
struct Word {
    key: u64,
    length: usize,
}

impl Word {
    fn add(&mut self, letter: char) {
        self.length += 1;
        if self.length <= 8 {
            self.key = self.key << 8 | u64::from(u32::from(letter) | 0x20);
        }
    }

    /// Takes a letter that no listed word has.
    const fn spoil(&mut self) {
        self.length += 9;
    }
}

/// Packs each word of at most eight lower-case letters into a number, so that it is compared in one step.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone, which would report it")]
const fn keys<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut keys = [0; N];
    let mut at = 0;
    while at < N {
        let mut rest = words[at].as_bytes();
        while let [first, after @ ..] = rest {
            keys[at] = keys[at] << 8 | *first as u64;
            rest = after;
        }
        at += 1;
    }
    keys
}

#[cfg(test)]
mod tests;
