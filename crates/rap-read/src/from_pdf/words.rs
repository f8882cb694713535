//! Words across the ends of lines: what is joined with a space, what without, what was broken by a hyphen.

use std::collections::HashSet;

/// Tells signs that Chinese is set of, which needs no spaces.
pub(super) const fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}' | '“' | '”' | '‘' | '’' | '…' | '—')
}

/// The words that stand whole somewhere in a paper, lower case: they tell `AI-based` from `regu-lation`.
pub(super) struct Vocabulary {
    words: HashSet<String>,
}

impl Vocabulary {
    pub(super) fn of<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        let mut words = HashSet::new();
        for line in lines {
            let mut tokens = line.split_whitespace().peekable();
            while let Some(token) = tokens.next() {
                let word = token.trim_matches(|c: char| !c.is_alphabetic());
                // The last token of a line may be half a word, and then says nothing.
                if tokens.peek().is_some() && !word.is_empty() {
                    words.insert(word.to_lowercase());
                }
            }
        }
        Self { words }
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }
}

/// Adds the words of the next line to a paragraph; returns the broken form where a hyphen was taken out.
pub(super) fn join(paragraph: &mut String, next: &str, vocabulary: &Vocabulary) -> Option<String> {
    let Some(last) = paragraph.chars().next_back() else {
        paragraph.push_str(next);
        return None;
    };
    if is_hyphen(last)
        && let Some(broken) = broken_word(paragraph, next, vocabulary)
    {
        paragraph.pop();
        paragraph.push_str(next);
        return Some(broken);
    }
    let wide = is_wide(last) && next.chars().next().is_some_and(is_wide);
    // A hyphen that stays holds its word together: `AI-` and `based`; a dash between words has a space before it.
    let held = (is_hyphen(last) || last == '–') && paragraph.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
    if !(wide || held) {
        paragraph.push(' ');
    }
    paragraph.push_str(next);
    None
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{2010}')
}

/// Returns the form with its hyphen, where the end of `before` and the start of `next` are one word broken in two.
fn broken_word(before: &str, next: &str, vocabulary: &Vocabulary) -> Option<String> {
    let token = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let head = token.trim_end_matches(is_hyphen).trim_start_matches(|c: char| !c.is_alphabetic());
    let tail: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    let starts_low = tail.chars().next().is_some_and(char::is_lowercase);
    let ends_low = head.chars().next_back().is_some_and(char::is_lowercase);
    if token.ends_with('\u{ad}') && !tail.is_empty() {
        return Some(format!("{head}-{tail}"));
    }
    if !starts_low || !ends_low || head.chars().count() < 2 {
        return None;
    }
    let hyphenated = format!("{head}-{tail}");
    let keeps = vocabulary.has(&hyphenated) || head.contains(is_hyphen);
    (vocabulary.has(&format!("{head}{tail}")) || !keeps).then_some(hyphenated)
}

#[cfg(test)]
mod tests;
