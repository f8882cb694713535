//! Simplified and traditional characters: one word in two scripts.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

const TABLE: &str = include_str!("../../../packs/codebooks/traditional.txt");

/// The most traditional spellings of one cue: a character may have several, and a cue several such characters.
const MOST_SPELLINGS: usize = 8;

static TO_TRADITIONAL: LazyLock<FxHashMap<char, &'static str>> = LazyLock::new(|| {
    let groups = groups().filter_map(|group| {
        let simplified = group.chars().next()?;
        Some((simplified, group.get(simplified.len_utf8()..)?))
    });
    groups.collect()
});

static TO_SIMPLIFIED: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let pairs = groups().flat_map(|group| {
        let simplified = group.chars().next();
        group.chars().skip(1).filter_map(move |traditional| Some((traditional, simplified?)))
    });
    pairs.filter(|(traditional, simplified)| traditional != simplified).collect()
});

fn groups() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// Returns the simplified form of a character; itself where it has none.
pub(crate) fn simplified(c: char) -> char {
    TO_SIMPLIFIED.get(&c).copied().unwrap_or(c)
}

/// Returns the spellings of these words in both scripts, as given first; one where the scripts agree.
pub(crate) fn scripts(words: &str) -> Vec<String> {
    let mut spellings = vec![words.to_owned()];
    if words.is_ascii() {
        return spellings;
    }
    let simple: String = words.chars().map(simplified).collect();
    let mut traditional = vec![String::new()];
    for c in simple.chars() {
        let forms = TO_TRADITIONAL.get(&c).copied().unwrap_or_default();
        let usual = forms.chars().next().unwrap_or(c);
        let branches = forms.chars().count().max(1);
        if branches > 1 && traditional.len() * branches <= MOST_SPELLINGS {
            traditional =
                traditional.iter().flat_map(|start| forms.chars().map(move |form| format!("{start}{form}"))).collect();
        } else {
            traditional.iter_mut().for_each(|start| start.push(usual));
        }
    }
    for spelling in std::iter::once(simple).chain(traditional) {
        if !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    }
    spellings
}

/// Tells whether a character belongs to the Chinese script.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}
