//! Whether a name in English and one in Chinese are of one subject, so far as `packs/lexicons/subjects.txt` tells.

use std::sync::LazyLock;

const LIST: &str = include_str!("../../../../packs/lexicons/subjects.txt");

/// The words of a subject in English, in the form of keys of laws, and what Chinese has for it.
struct Subject {
    english: Vec<Vec<String>>,
    chinese: Vec<&'static str>,
}

fn subjects() -> &'static [Subject] {
    static SUBJECTS: LazyLock<Vec<Subject>> = LazyLock::new(|| {
        let lines = LIST.lines().filter(|line| !line.starts_with('#'));
        let read = lines.filter_map(|line| {
            let (english, chinese) = line.split_once('|')?;
            let words = |name: &str| name.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            let english = english.split('/').map(words).filter(|words| !words.is_empty()).collect();
            Some(Subject { english, chinese: chinese.trim().split('/').collect() })
        });
        let mut subjects: Vec<Subject> = read.collect();
        // Names of more words first: "personal information" before "information".
        subjects.sort_by_key(|subject| std::cmp::Reverse(subject.english.iter().map(Vec::len).max()));
        subjects
    });
    &SUBJECTS
}

/// Tells whether the two keys are of one subject; none where a word of the English one is not in the list.
pub(super) fn is_one(english: &[String], chinese: &str) -> Option<bool> {
    let mut open: Vec<&String> = english.iter().collect();
    let mut fits = true;
    for subject in subjects() {
        let named = |words: &&Vec<String>| words.iter().all(|word| open.contains(&word));
        let Some(words) = subject.english.iter().find(named) else { continue };
        open.retain(|word| !words.contains(word));
        fits &= subject.chinese.iter().any(|word| chinese.contains(word));
    }
    // One word that does not fit tells two subjects apart, whatever the others mean.
    if fits && !open.is_empty() { None } else { Some(fits) }
}
