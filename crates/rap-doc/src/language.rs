//! Languages: which rules a block is read by.

use crate::WordRun;

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

/// Small words that English does not share with other languages written in Latin letters.
const ENGLISH_WORDS: [&str; 26] = [
    "the", "of", "and", "to", "that", "is", "for", "with", "by", "be", "this", "are", "was", "it", "have", "should",
    "not", "we", "from", "has", "would", "which", "will", "they", "its", "their",
];

/// Small words of English that other languages have as well, or that are rarer. Headlines have no others.
const ENGLISH_HINTS: [&str; 26] = [
    "in", "on", "at", "as", "an", "or", "our", "your", "you", "he", "she", "his", "her", "but", "can", "must", "may",
    "how", "what", "why", "new", "law", "act", "bill", "about", "through",
];

/// Small words of the languages of Europe that English does not have.
const FOREIGN_WORDS: [&str; 40] = [
    "le", "la", "les", "des", "une", "du", "et", "est", "que", "pour", "dans", "sur", "der", "das", "und", "ist",
    "von", "mit", "dem", "ein", "eine", "zur", "el", "los", "las", "del", "por", "con", "di", "della", "che", "il",
    "het", "een", "niet", "och", "att", "som", "para", "dos",
];

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
    /// Counts letters and words in one pass; most bytes are ASCII letters, so these come first, a run at a time.
    fn of(sample: &str) -> Self {
        let mut seen = Self::default();
        let mut word = Word::default();
        let mut at = 0;
        while let Some(byte) = sample.as_bytes().get(at) {
            if byte.is_ascii_alphabetic() {
                at += seen.take_letters(sample.as_bytes().get(at..).unwrap_or_default(), &mut word);
            } else if byte.is_ascii() {
                seen.end(&mut word);
                at += 1;
            } else {
                let Some(c) = sample.get(at..).and_then(|rest| rest.chars().next()) else { break };
                seen.take_wide(c, &mut word);
                at += c.len_utf8();
            }
        }
        seen.end(&mut word);
        seen
    }

    /// Takes the ASCII letters that `rest` begins with and returns how many they are.
    fn take_letters(&mut self, rest: &[u8], word: &mut Word) -> usize {
        let letters = || rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
        let (length, key) = match WordRun::of_letters(rest) {
            Some(run) => (run.length, run.key.short()),
            None => (letters(), None),
        };
        self.latin += length;
        word.key = key.filter(|_| word.length == 0);
        word.length += length;
        length
    }

    fn take_wide(&mut self, c: char, word: &mut Word) {
        if matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}') {
            self.han += 1;
            self.end(word);
        } else if !is_wide_mark(c) && c.is_alphabetic() {
            self.other += 1;
            *word = Word { key: None, length: word.length + 1 };
        } else {
            self.end(word);
        }
    }

    fn end(&mut self, word: &mut Word) {
        if word.length == 0 {
            return;
        }
        self.words += 1;
        match std::mem::take(word).key.map(small_word) {
            Some(ENGLISH) => self.english += 1,
            Some(HINT) => self.hints += 1,
            Some(FOREIGN) => self.foreign += 1,
            _ => {}
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

/// Tells the marks of Chinese and of print, which is quicker than to ask whether they are letters.
const fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{ff00}'..='\u{ff20}')
}

/// The word being read.
#[derive(Default)]
struct Word {
    /// Its letters as a number, where they are eight ASCII letters at most; no listed word has others.
    key: Option<u64>,
    length: usize,
}

/// What a small word speaks for.
const ENGLISH: u8 = 1;
const HINT: u8 = 2;
const FOREIGN: u8 = 3;

/// How many slots the table of small words has: more than twice as many as there are words.
const SLOTS: usize = 256;

/// The small words by their keys, with what each speaks for: a table of open addresses.
static SMALL_WORDS: [(u64, u8); SLOTS] = {
    let mut slots = [(0, 0); SLOTS];
    fill(&mut slots, &ENGLISH_WORDS, ENGLISH);
    fill(&mut slots, &ENGLISH_HINTS, HINT);
    fill(&mut slots, &FOREIGN_WORDS, FOREIGN);
    slots
};

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone, which would report it")]
const fn fill(slots: &mut [(u64, u8); SLOTS], words: &[&str], sort: u8) {
    let mut at = 0;
    while at < words.len() {
        let (mut key, mut rest, mut shift) = (0, words[at].as_bytes(), 0);
        while let [first, after @ ..] = rest {
            key |= (*first as u64) << shift;
            shift += 8;
            rest = after;
        }
        let mut slot = slot_of(key);
        while slots[slot].1 != 0 {
            slot = (slot + 1) % SLOTS;
        }
        slots[slot] = (key, sort);
        at += 1;
    }
}

const fn slot_of(key: u64) -> usize {
    // The multiplier of Fibonacci hashing; the highest byte is the slot.
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as usize % SLOTS
}

/// Returns what a word of this key speaks for; 0 where it is no small word.
fn small_word(key: u64) -> u8 {
    let mut slot = slot_of(key);
    loop {
        match SMALL_WORDS.get(slot) {
            Some((known, sort)) if *known == key => return *sort,
            Some((_, sort)) if *sort != 0 => slot = (slot + 1) % SLOTS,
            _ => return 0,
        }
    }
}

#[cfg(test)]
mod tests;
