//! Regular inflection of English verbs and nouns, so that the lists hold one form a word.

/// The regular forms of a verb.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Forms {
    /// `argues`
    pub(crate) present: String,
    /// `argued`
    pub(crate) past: String,
    /// `arguing`
    pub(crate) gerund: String,
}

/// Returns the regular forms of a verb in lower case.
pub(crate) fn regular_forms(verb: &str) -> Forms {
    let stem = doubled(verb);
    let (past, gerund) = if let Some(short) = verb.strip_suffix("ie") {
        (format!("{verb}d"), format!("{short}ying"))
    } else if ends_in_consonant_y(verb) {
        (format!("{}ied", without_last(verb)), format!("{verb}ing"))
    } else if verb.ends_with("ee") || verb.ends_with("oe") || verb == "be" {
        (format!("{verb}d"), format!("{verb}ing"))
    } else if let Some(short) = verb.strip_suffix('e') {
        (format!("{verb}d"), format!("{short}ing"))
    } else {
        (format!("{stem}ed"), format!("{stem}ing"))
    };
    Forms { present: plural(verb), past, gerund }
}

/// Returns the form in -s of a noun or verb.
pub(crate) fn plural(word: &str) -> String {
    if ends_in_consonant_y(word) {
        format!("{}ies", without_last(word))
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|ending| word.ends_with(ending))
        || matches!(word, "go" | "do" | "veto" | "forego" | "echo" | "hero")
    {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

fn without_last(word: &str) -> &str {
    word.get(..word.len().saturating_sub(1)).unwrap_or_default()
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut ends = word.bytes().rev();
    ends.next() == Some(b'y') && ends.next().is_some_and(|byte| !is_vowel(byte))
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Doubles the last consonant where English does: after one short stressed vowel (`plan`, `admit`).
fn doubled(verb: &str) -> String {
    // Verbs of two syllables with the stress on the last, which spelling does not show.
    const STRESSED_LAST: [&str; 22] = [
        "admit", "commit", "compel", "concur", "confer", "control", "defer", "deter", "embed", "emit", "forget",
        "incur", "infer", "occur", "omit", "permit", "prefer", "propel", "rebut", "refer", "regret", "submit",
    ];
    let bytes = verb.as_bytes();
    let [.., before, vowel, last] = bytes else { return verb.to_owned() };
    let closes = !is_vowel(*before) && is_vowel(*vowel) && !is_vowel(*last) && !matches!(last, b'w' | b'x' | b'y');
    let vowels = bytes.iter().filter(|byte| is_vowel(**byte)).count();
    let quit = verb == "quit" || verb == "quip" || verb == "equip";
    if quit || closes && (vowels == 1 || STRESSED_LAST.contains(&verb)) {
        format!("{verb}{}", char::from(*last))
    } else {
        verb.to_owned()
    }
}

#[cfg(test)]
mod tests;
