//! Likeness: how near two demands are, by their concepts and by their words.

use rustc_hash::FxHashMap;

use super::Group;
use crate::chinese::is_han;
use crate::stem::Stem;
use crate::{Tagger, tag::Finding};

const STOP_WORDS: &str = include_str!("../../../../packs/codebooks/empty-words.txt");

/// The part of a vector that concepts make up where one of them is a demand of its own, and where none is.
///
/// Two demands in two languages share no words: with the first share and the threshold of `join` they meet when
/// their concepts agree for the most part; with the second they never do.
const SHARE_OF_JOINING: f32 = 0.65;
const SHARE_OF_TOPICS: f32 = 0.3;

/// How much a concept that is but a topic weighs beside one that is a demand of its own.
const TOPIC: f32 = 0.3;

/// The most features of a vector; a demand of more words is a speech, and the rarest say what it is about.
const MOST_FEATURES: usize = 96;

/// A sparse vector of length 1: features rising, with their weights.
pub(super) type Vector = Vec<(u32, f32)>;

/// What every group looks like.
pub(super) struct Likeness {
    /// One for each group, in order.
    pub(super) vectors: Vec<Vector>,
    /// The concepts of each group, with weights.
    pub(super) concepts: Vec<Vec<(usize, f32)>>,
    /// How many features there are.
    pub(super) features: usize,
}

/// What is counted in one group before it is known how rare it is.
struct Raw {
    concepts: Vec<(u32, f32)>,
    words: Vec<(u32, f32)>,
    joining: bool,
}

impl Likeness {
    pub(super) fn of(groups: &[Group<'_>], tagger: &Tagger) -> Self {
        let mut numbers = Numbers::default();
        let mut concepts = Vec::with_capacity(groups.len());
        let raws: Vec<Raw> = groups
            .iter()
            .map(|group| {
                let quote = &group.unit.quote;
                let findings = tagger.reader(quote).findings(&[rap_doc::Span::new(0, quote.len())]);
                concepts.push(findings.iter().map(|finding| (finding.concept, finding.weight)).collect());
                Raw::of(&group.folded, &findings, tagger, &mut numbers)
            })
            .collect();
        let rarity = rarity(&raws, numbers.next as usize);
        let vectors = raws.iter().map(|raw| raw.vector(&rarity)).collect();
        Self { vectors, concepts, features: numbers.next as usize }
    }
}

/// Numbers for features, in the order in which they are first seen.
#[derive(Default)]
struct Numbers {
    words: FxHashMap<String, u32>,
    concepts: FxHashMap<usize, u32>,
    next: u32,
}

impl Numbers {
    fn of_word(&mut self, word: &str) -> u32 {
        if let Some(number) = self.words.get(word) {
            return *number;
        }
        self.words.insert(word.to_owned(), self.next);
        self.next += 1;
        self.next - 1
    }

    fn of_concept(&mut self, concept: usize) -> u32 {
        let number = *self.concepts.entry(concept).or_insert(self.next);
        self.next += u32::from(number == self.next);
        number
    }
}

impl Raw {
    fn of(folded: &str, findings: &[Finding], tagger: &Tagger, numbers: &mut Numbers) -> Self {
        let mut concepts = Vec::new();
        let mut joining = false;
        for finding in findings {
            let joins = tagger.joins(finding.concept);
            joining |= joins;
            concepts.push((numbers.of_concept(finding.concept), finding.weight * if joins { 1.0 } else { TOPIC }));
        }
        let mut words: Vec<(u32, f32)> = Vec::new();
        for_each_term(folded, |term| words.push((numbers.of_word(term), 1.0)));
        words.sort_by_key(|(word, _)| *word);
        // A word said twice is no more telling than one said once.
        words.dedup_by_key(|(word, _)| *word);
        Self { concepts, words, joining }
    }

    fn vector(&self, rarity: &[f32]) -> Vector {
        let share = match (self.concepts.is_empty(), self.words.is_empty()) {
            (true, _) => 0.0,
            (false, true) => 1.0,
            (false, false) if self.joining => SHARE_OF_JOINING,
            (false, false) => SHARE_OF_TOPICS,
        };
        let mut vector = of_length(&self.concepts, rarity, share);
        vector.extend(of_length(&self.words, rarity, 1.0 - share));
        if vector.len() > MOST_FEATURES {
            vector.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
            vector.truncate(MOST_FEATURES);
        }
        vector.sort_by_key(|(feature, _)| *feature);
        vector
    }
}

/// Returns the features with their weights times their rarity, scaled to the square root of `share`.
fn of_length(features: &[(u32, f32)], rarity: &[f32], share: f32) -> Vector {
    let rare = |feature: u32| rarity.get(feature as usize).copied().unwrap_or_default();
    let weighed: Vector = features.iter().map(|&(feature, weight)| (feature, weight * rare(feature))).collect();
    let length = weighed.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    let scale = if length > 0.0 { share.sqrt() / length } else { 0.0 };
    weighed.into_iter().map(|(feature, weight)| (feature, weight * scale)).collect()
}

/// Returns how rare each feature is among the groups: the fewer have it, the more it says.
fn rarity(raws: &[Raw], features: usize) -> Vec<f32> {
    let mut counts = vec![0.0_f32; features];
    for raw in raws {
        for (feature, _) in raw.concepts.iter().chain(&raw.words) {
            counts.get_mut(*feature as usize).into_iter().for_each(|count| *count += 1.0);
        }
    }
    let all = raws.len() as f32;
    counts.into_iter().map(|count| (1.0 + all / count.max(1.0)).ln()).collect()
}

/// Calls `take` with each content word of folded words: stems of Latin words, pairs of Chinese characters.
pub(super) fn for_each_term(folded: &str, mut take: impl FnMut(&str)) {
    for word in folded.split(' ') {
        if word.is_ascii() {
            if let Some(stem) = content_stem(word) {
                take(&stem);
            }
            continue;
        }
        let mut before: Option<(usize, char)> = None;
        for (at, c) in word.char_indices() {
            let han = is_han(c);
            if let Some((from, _)) = before.filter(|_| han) {
                let pair = word.get(from..at + c.len_utf8()).unwrap_or_default();
                if !is_empty_word(pair) {
                    take(pair);
                }
            }
            before = han.then_some((at, c)).filter(|(_, c)| !is_empty_character(*c));
            if han && is_empty_character(c) {
                before = None;
            }
        }
    }
}

/// Returns the stem of a Latin word that says something by itself.
pub(crate) fn content_stem(word: &str) -> Option<String> {
    if word.len() < 2 || is_empty_word(word) {
        return None;
    }
    let stem = Stem::of(word.as_bytes())?;
    Some(String::from_utf8_lossy(stem.as_bytes()).into_owned())
}

pub(crate) fn is_empty_word(word: &str) -> bool {
    EMPTY_WORDS.with_words(word)
}

/// Characters of grammar, which make no word with their neighbours.
pub(crate) const fn is_empty_character(c: char) -> bool {
    matches!(
        c,
        '的' | '了'
            | '和'
            | '与'
            | '及'
            | '或'
            | '在'
            | '是'
            | '对'
            | '为'
            | '以'
            | '等'
            | '其'
            | '将'
            | '被'
            | '把'
            | '也'
            | '都'
            | '就'
            | '而'
            | '我'
            | '们'
            | '应'
            | '要'
            | '须'
            | '可'
            | '能'
            | '会'
            | '请'
            | '望'
    )
}

struct EmptyWords(std::sync::LazyLock<rustc_hash::FxHashSet<&'static str>>);

static EMPTY_WORDS: EmptyWords = EmptyWords(std::sync::LazyLock::new(|| {
    STOP_WORDS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}));

impl EmptyWords {
    fn with_words(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

/// Returns how alike two vectors are.
pub(super) fn product(one: &[(u32, f32)], other: &[(u32, f32)]) -> f32 {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut sum = 0.0;
    if long.len() > 8 * short.len() {
        for (feature, weight) in short {
            if let Some((_, found)) =
                long.binary_search_by_key(feature, |(known, _)| *known).ok().and_then(|at| long.get(at))
            {
                sum += weight * found;
            }
        }
        return sum;
    }
    let mut rest = long.iter().peekable();
    for (feature, weight) in short {
        while rest.next_if(|(known, _)| known < feature).is_some() {}
        if let Some((_, found)) = rest.next_if(|(known, _)| known == feature) {
            sum += weight * found;
        }
    }
    sum
}
