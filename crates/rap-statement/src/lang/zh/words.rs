//! The dictionary of Chinese: from the lists under `packs/lexicons/zh/` to the classes of words and characters.
//!
//! A list holds words apart by white space; `#` begins a comment. Two lists put their words under a heading
//! `[kind]`, `[kind weak]` and so on, the kind of body that the word tells. All lists are in simplified
//! characters; the text is folded to them character by character before it is looked up, which moves no byte,
//! because every Chinese character of the block that both scripts come from takes three.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::class::Class;
use crate::BodyKind;

macro_rules! list {
    ($name:literal) => {
        include_str!(concat!("../../../../../packs/lexicons/zh/", $name, ".txt"))
    };
}

/// The lists and the class that each gives to its words.
const LISTS: &[(Class, &str)] = &[
    (Class::SAY, list!("cue-say")),
    (Class::SAY_COMMA, list!("cue-say-comma")),
    (Class::ASK, list!("cue-ask")),
    (Class::ASK_COMMA, list!("cue-ask-comma")),
    (Class::ATTITUDE, list!("cue-attitude")),
    (Class::CUE_NOUN, list!("cue-noun")),
    (Class::BREAK, list!("not-cue")),
    (Class::HEARSAY, list!("hearsay")),
    (Class::ACCORDING, list!("according")),
    (Class::IMPRESSION, list!("impression")),
    (Class::ADVERB, list!("adverb")),
    (Class::TIME, list!("time")),
    (Class::PREPOSITION, list!("preposition")),
    (Class::CLOSER, list!("closer")),
    (Class::CONJUNCTION, list!("conjunction")),
    (Class::BREAK, list!("break")),
    (Class::BREAK, list!("words-other")),
    (Class::VERB, list!("words-verb")),
    (Class::VERB, list!("verb-one")),
    (Class::NOUN, list!("words-modern")),
    (Class::NOUN, list!("words-noun")),
    (Class::PLACE, list!("places")),
    (Class::PLACE, list!("places-abroad")),
    (Class::ROLE, list!("role")),
    (Class::ROLE_PART, list!("role-part")),
    (Class::SURNAME, list!("surname")),
    (Class::SURNAME.union(Class::DOUBTFUL), list!("surname-doubtful")),
    (Class::COMPOUND, list!("surname-compound")),
    (Class::GIVEN, list!("given")),
    (Class::FOREIGN, list!("transliteration")),
    (Class::GROUP, list!("group")),
    (Class::GROUP_NOUN, list!("group-noun")),
    (Class::QUANTITY, list!("quantity")),
    (Class::OPINION, list!("opinion")),
    (Class::UNNAMED, list!("unnamed")),
    (Class::PRONOUN, list!("pronoun")),
    (Class::DETERMINER, list!("determiner")),
    (Class::DOCUMENT, list!("document")),
    (Class::NOT_CONTENT, list!("not-content")),
    (Class::TOPIC_NOUN, list!("topic-noun")),
    (Class::TOPIC_VERB, list!("topic-verb")),
    (Class::PRESENCE, list!("presence")),
];

/// The lists whose words stand under headings that tell a kind of body.
const KIND_LISTS: &[(Class, &str)] = &[(Class::SUFFIX, list!("suffix")), (Class::KNOWN, list!("known-bodies"))];

/// What the head of a general list says and that of no other.
const GENERAL: &str = "# The most frequent words first.";

/// The dictionary, read once.
pub(super) static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(Dictionary::read);

/// The first and the last character that the table of characters covers.
const FIRST: char = '\u{4e00}';
const LAST: char = '\u{9fff}';

/// What is known of one character: its classes as a word of its own, and the lengths of the words it begins.
#[derive(Copy, Clone, Default)]
struct Character {
    classes: Class,
    /// Bit n is set where a word of n characters begins with this one.
    lengths: u16,
    /// The simplified form, or 0 where it is its own.
    simplified: u16,
}

/// What is known of a word of several characters.
#[derive(Copy, Clone, Default)]
struct Word {
    classes: Class,
    /// How common it is, as the magnitude of its place in its list: 16 for the lists of the rules, 0 for the rarest.
    commonness: u8,
}

/// The words of Chinese with their classes.
pub(super) struct Dictionary {
    /// The words of two to four characters, under the numbers of their characters: see [`key`].
    words: FxHashMap<u64, Word>,
    long_words: FxHashMap<&'static str, Word>,
    characters: Vec<Character>,
    /// For each character a bit that is set where it has a simplified form: every text asks for every character.
    traditional: Vec<u64>,
}

/// The longest word that is looked up, in characters.
const LONGEST: usize = 15;

impl Dictionary {
    fn read() -> Self {
        let count = LAST as usize - FIRST as usize + 1;
        let mut dictionary = Self {
            words: FxHashMap::default(),
            long_words: FxHashMap::default(),
            characters: vec![Character::default(); count],
            traditional: vec![0; count / 64 + 1],
        };
        for (class, list) in LISTS {
            // The general lists are long and go from the most to the least frequent word.
            let general = list.contains(GENERAL);
            for (rank, word) in words(list).enumerate() {
                dictionary.add(word, *class, if general { commonness(rank) } else { 16 });
            }
        }
        for (class, list) in KIND_LISTS {
            dictionary.add_kinds(*class, list);
        }
        for pair in words(list!("traditional")) {
            let mut pair = pair.chars();
            if let (Some(traditional), Some(simplified)) = (pair.next(), pair.next()) {
                dictionary.add_pair(traditional, simplified);
            }
        }
        dictionary
    }

    fn add_pair(&mut self, traditional: char, simplified: char) {
        let Some(character) = self.character_mut(traditional) else { return };
        character.simplified = u16::try_from(simplified as u32).unwrap_or_default();
        let bit = traditional as usize - FIRST as usize;
        if let Some(bits) = self.traditional.get_mut(bit / 64) {
            *bits |= 1 << (bit % 64);
        }
    }

    fn add_kinds(&mut self, class: Class, list: &'static str) {
        let mut under = class;
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            if let Some(heading) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                let mut parts = heading.split(' ');
                let kind = parts.next().and_then(BodyKind::from_name).unwrap_or(BodyKind::Other);
                under = class | Class::of_kind(kind);
                match parts.next() {
                    Some("weak") => under |= Class::WEAK,
                    Some("short") => under |= Class::SHORT,
                    Some("whole") => under |= Class::KNOWN,
                    _ => {}
                }
            } else {
                line.split_whitespace().for_each(|word| self.add(word, under, 16));
            }
        }
    }

    fn add(&mut self, word: &'static str, class: Class, commonness: u8) {
        let length = word.chars().count();
        let Some(character) = word.chars().next().and_then(|first| self.character_mut(first)) else { return };
        if length == 1 {
            character.classes = merged(character.classes, class);
        } else if length <= LONGEST {
            character.lengths |= 1 << length;
            let entry = match key(word) {
                Some(key) if length <= 4 => self.words.entry(key).or_default(),
                _ => self.long_words.entry(word).or_default(),
            };
            entry.classes = merged(entry.classes, class);
            entry.commonness = entry.commonness.max(commonness);
        }
    }

    fn character_mut(&mut self, c: char) -> Option<&mut Character> {
        self.characters.get_mut((c as usize).checked_sub(FIRST as usize)?)
    }

    fn character(&self, c: char) -> Option<Character> {
        self.characters.get((c as usize).checked_sub(FIRST as usize)?).copied()
    }

    /// Returns the length in bytes and the classes of the word that `text` begins with.
    ///
    /// It is the longest one, unless a word that begins with its second character is longer still or more common:
    /// 大数｜据管理局 is read as 大｜数据｜管理局. A Chinese character that begins no word is a word of itself. Returns
    /// nothing where `text` begins with something else than a Chinese character.
    pub(super) fn word_at(&self, text: &str, first: char) -> Option<(usize, Class)> {
        let character = self.character(first)?;
        let alone = (3, character.classes);
        let Some((bytes, word)) = self.longest(text, character.lengths) else { return Some(alone) };
        if bytes == 6 && word.commonness < 16 && self.is_crossed(text, word) {
            return Some(alone);
        }
        Some((bytes, word.classes))
    }

    /// Tells whether the second character of a word of two begins a better one.
    fn is_crossed(&self, text: &str, word: Word) -> bool {
        let from = |at: usize| {
            let rest = text.get(at..)?;
            self.longest(rest, self.character(rest.chars().next()?)?.lengths)
        };
        match from(3) {
            Some((9.., next)) => next.commonness >= word.commonness,
            Some((_, next)) => next.commonness > word.commonness + 1 && from(6).is_none(),
            None => false,
        }
    }

    /// Returns the longest word of these lengths that `text` begins with.
    fn longest(&self, text: &str, mut lengths: u16) -> Option<(usize, Word)> {
        while lengths > 0b1_1111 {
            let length = 15 - lengths.leading_zeros();
            let bytes = length as usize * 3;
            if let Some(word) = text.get(..bytes).and_then(|word| self.long_words.get(word)) {
                return Some((bytes, *word));
            }
            lengths &= !(1 << length);
        }
        if lengths == 0 {
            return None;
        }
        let mut keys = [0_u64; 5];
        let mut key = 0;
        // No more characters than the longest of these words has.
        let characters = text.chars().take(15 - lengths.leading_zeros() as usize);
        for (length, (slot, c)) in keys.iter_mut().skip(1).zip(characters).enumerate() {
            if !(FIRST..=LAST).contains(&c) {
                lengths &= (2 << length) - 1;
                break;
            }
            key = key << 16 | u64::from(c as u32);
            *slot = key;
        }
        while lengths != 0 {
            let length = 15 - lengths.leading_zeros();
            if let Some(word) = keys.get(length as usize).and_then(|key| self.words.get(key)) {
                return Some((length as usize * 3, *word));
            }
            lengths &= !(1 << length);
        }
        None
    }

    /// Returns the classes of one character as a word of its own.
    pub(super) fn classes(&self, c: char) -> Class {
        self.character(c).map(|character| character.classes).unwrap_or_default()
    }

    /// Returns the simplified form of a character that has one of its own.
    pub(super) fn simplified(&self, c: char) -> Option<char> {
        let bit = (c as usize).checked_sub(FIRST as usize)?;
        if self.traditional.get(bit / 64)? >> (bit % 64) & 1 == 0 {
            return None;
        }
        match self.character(c)?.simplified {
            0 => None,
            form => char::from_u32(u32::from(form)),
        }
    }
}

/// Returns the magnitude of a place in a list, the greater the earlier.
fn commonness(rank: usize) -> u8 {
    15_u8.saturating_sub(u8::try_from((rank / 8 + 1).ilog2()).unwrap_or(u8::MAX))
}

/// Returns the numbers of up to four Chinese characters as one; nothing where there is another character.
fn key(word: &str) -> Option<u64> {
    word.chars().try_fold(0_u64, |key, c| (FIRST..=LAST).contains(&c).then_some(key << 16 | u64::from(c as u32)))
}

/// Joins the classes that two lists give to a word; the kind of body comes from the first list that tells one.
fn merged(old: Class, new: Class) -> Class {
    if old.kind().is_some() { old | new.without_kind() } else { old | new }
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}
