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

/// How much of a long text is looked at: enough to be sure, little enough to cost nothing.
const SAMPLE_BYTES: usize = 4096;

/// English words that hardly any other language written in Latin letters shares.
const ENGLISH_WORDS: [&str; 24] = [
    "the", "of", "and", "to", "that", "is", "for", "with", "by", "be", "this", "are", "was", "it", "have", "should",
    "not", "we", "from", "has", "would", "which", "will", "they",
];

impl Language {
    /// Returns the language of `text`, judged from its first 4 KiB.
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
        let sample = sample(text);
        let (mut han, mut latin, mut other) = (0_usize, 0_usize, 0_usize);
        for c in sample.chars() {
            match c {
                'a'..='z' | 'A'..='Z' => latin += 1,
                '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => han += 1,
                _ if c.is_alphabetic() => other += 1,
                _ => {}
            }
        }
        // A Chinese character carries about as much as four Latin letters.
        if han > 0 && han * 4 >= latin && other * 10 <= han {
            Self::Chinese
        } else if latin > other && is_english(sample) {
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

/// Tells English by its small words: one word in twelve is plenty below the usual one in four.
fn is_english(text: &str) -> bool {
    let (mut words, mut hits) = (0_usize, 0_usize);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        hits += usize::from(ENGLISH_WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)));
    }
    hits * 12 >= words || (words < 6 && text.is_ascii())
}
