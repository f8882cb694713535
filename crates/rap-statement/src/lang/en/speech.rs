//! Speeches of which only the title or subject is told: `delivered a speech titled "…"`, `spoke on the theme of …`.
//!
//! Enters: a sentence with its mentions. Leaves: attributions of manner [`Manner::Topic`] whose source is whoever the
//! sentence names before the verb, all of a list. What comes after the title ("…, highlighting three gaps") is left to
//! the constructions of attribution.

use rap_doc::Span;

use crate::found::{Attribution, Finder, Found, Manner, MentionForm};

use super::class;
use super::token::Shape;
use super::words::Words;

/// The nouns for what is given before an audience.
const SPEECHES: [&str; 12] = [
    "speech",
    "talk",
    "keynote",
    "address",
    "presentation",
    "lecture",
    "remarks",
    "report",
    "speeches",
    "talks",
    "presentations",
    "lectures",
];

/// Adds the speeches of a sentence whose mentions start at `first`.
pub(crate) fn read_speeches(words: Words<'_>, first: usize, found: &mut Found) {
    for at in 1..words.len() {
        let Some((cue_end, subject)) = speech_at(words, at) else { continue };
        let Some(content) = subject_of_speech(words, subject) else { continue };
        let cue = words.span(at, cue_end);
        let known = found.attributions.iter().any(|known| known.cue.iter().any(|span| span.overlaps(cue)));
        let speakers = speakers_before(words, at, first, found);
        if known || speakers.is_empty() {
            continue;
        }
        let attribution = found.attributions.len();
        let mentions = speakers.iter().filter_map(|&index| found.mentions.get(index));
        let source: Vec<Span> = mentions.map(|mention| mention.span).collect();
        found.attributions.push(Attribution {
            source,
            cue: vec![cue],
            content: vec![content],
            manner: Manner::Topic,
            finder: Finder::Rules,
            relay: Vec::new(),
        });
        found.said_by.extend(speakers.into_iter().map(|mention| (attribution, mention)));
    }
}

/// Returns the end of the words for speaking at `at`, and where its title or subject starts.
fn speech_at(words: Words<'_>, at: usize) -> Option<(usize, usize)> {
    if !words.is(at, class::PAST | class::GERUND) {
        return None;
    }
    // Most verbs are turned down by their first letter.
    if !matches!(words.word(at).as_bytes().first(), Some(letter) if b"dglmprst".contains(&(letter | 0x20))) {
        return None;
    }
    let says = |at: usize, choices: &[&str]| choices.iter().any(|choice| words.says(at, choice));
    if says(at, &["delivered", "gave", "made", "presented", "delivering", "giving"]) {
        let noun = (at + 1..at + 7).find(|&noun| says(noun, &SPEECHES))?;
        let plain = (at + 1..noun).all(|between| words.get(between).is_some_and(|token| token.is_word()));
        let link = titled(words, noun + 1)?;
        return plain.then_some((noun + 1, link));
    }
    if says(at, &["spoke", "lectured", "reported", "talked"]) {
        return Some((at + 1, titled(words, at + 1).filter(|_| !words.says(at + 2, "behalf"))?));
    }
    None
}

/// Returns where a title or subject starts behind "titled", "on", "about", "on the theme of", "under the title".
fn titled(words: Words<'_>, at: usize) -> Option<usize> {
    let says = |at: usize, choices: &[&str]| choices.iter().any(|choice| words.says(at, choice));
    if says(at, &["titled", "entitled", "themed", "called"]) {
        return Some(at + 1);
    }
    if !says(at, &["on", "about", "under", "with"]) {
        return None;
    }
    let article = usize::from(words.is(at + 1, class::DETERMINER));
    if says(at + 1 + article, &["theme", "topic", "subject", "title", "question", "issue"]) {
        let noun = at + 1 + article;
        return Some(noun + 1 + usize::from(says(noun + 1, &["of"])));
    }
    says(at, &["on", "about"]).then_some(at + 1)
}

/// Returns the title that starts at `at`, its marks included, or the words up to the end of the clause.
fn subject_of_speech(words: Words<'_>, at: usize) -> Option<Span> {
    let quoted = words.get(at).is_some_and(|token| token.shape == Shape::QuoteOpen);
    let end = if quoted {
        (at + 1..words.len()).find(|&end| words.get(end).is_some_and(|token| token.shape == Shape::QuoteClose))? + 1
    } else {
        let stops = |end: usize| {
            words.mark(end, b'.') && end + 1 >= words.len()
                || words.mark(end, b';')
                || words.mark(end, b',') && words.is(end + 1, class::GERUND | class::COORDINATOR | class::RELATIVE)
        };
        (at..words.len()).find(|&end| stops(end)).unwrap_or(words.len())
    };
    let span = words.span(at, end);
    (!span.is_empty()).then_some(span)
}

/// Returns the people and bodies named before the verb at `at`: the last one and those that commas and "and" join to it.
fn speakers_before(words: Words<'_>, at: usize, first: usize, found: &Found) -> Vec<usize> {
    let Some(verb) = words.get(at) else { return Vec::new() };
    let mut speakers = Vec::new();
    let mut start = verb.start as usize;
    for index in (first..found.mentions.len()).rev() {
        let Some(mention) = found.mentions.get(index) else { break };
        if mention.span.end() > start || !matches!(mention.form, MentionForm::Person | MentionForm::Body(_)) {
            continue;
        }
        let between = Span::new(mention.span.end(), start).of(words.text);
        let joined = between.split(|c: char| c == ',' || c.is_whitespace()).all(|word| {
            let adverb =
                speakers.is_empty() && (word.ends_with("ly") || matches!(word, "then" | "also" | "each" | "both"));
            word.is_empty() || matches!(word, "and" | "the") || adverb
        });
        if !joined {
            break;
        }
        speakers.push(index);
        start = mention.span.start();
    }
    speakers.reverse();
    speakers
}

#[cfg(test)]
mod tests;
