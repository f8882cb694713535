//! Cues: how the words of a codebook are written, and what they match.
//!
//! A cue is a word or a phrase. In it, `…` (or `...`) is a gap of a few words within the sentence, `(a|b)` is one or
//! the other, `(a|b)?` one of them or nothing, and `*` after a word is any ending. English endings need no `*`: `licence` finds `licensed`.

use crate::chinese;
use crate::stem::Stem;

/// The most wordings of one part of a cue: with more alternatives than that it reads like a riddle.
const MOST_WORDINGS: usize = 256;

/// The most parts of a cue: three gaps are more than anybody can foresee.
pub(crate) const MOST_PARTS: usize = 4;

/// What a cue matches: its parts in order, with gaps between them.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Pattern {
    pub(crate) parts: Vec<Part>,
}

/// A part of a cue: any one of these wordings.
pub(crate) type Part = Vec<Wording>;

/// A run of words, or of Chinese characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Wording {
    /// Latin words, matched by their stems.
    Words(Vec<Word>),
    /// Anything with Chinese characters, matched as it stands.
    Characters(String),
}

/// A Latin word of a cue.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Word {
    /// This word in any inflection.
    Stem(Vec<u8>),
    /// Every word that begins so.
    Prefix(Vec<u8>),
}

/// Says what is wrong with a cue, and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct CueFault {
    pub(crate) message: &'static str,
    pub(crate) hint: &'static str,
}

const fn fault(message: &'static str, hint: &'static str) -> CueFault {
    CueFault { message, hint }
}

/// Returns what a cue matches; it has a part, and each of its parts a wording.
pub(crate) fn pattern(cue: &str) -> Result<Pattern, CueFault> {
    if cue.trim().is_empty() {
        return Err(fault("the cue is empty", "write a word or a phrase, or take the line out"));
    }
    let unified = cue.replace("...", "…");
    let parts: Vec<_> = unified.split('…').map(part).collect::<Result<_, _>>()?;
    if parts.len() > MOST_PARTS {
        return Err(fault("more than three gaps", "write a shorter cue"));
    }
    Ok(Pattern { parts })
}

fn part(words: &str) -> Result<Part, CueFault> {
    let mut wordings = Vec::new();
    for choice in choices(words.trim())? {
        for spelling in chinese::scripts(&choice) {
            wordings.push(wording(spelling.trim())?);
        }
    }
    wordings.sort();
    wordings.dedup();
    Ok(wordings)
}

/// Returns the words with each choice of their alternatives.
fn choices(words: &str) -> Result<Vec<String>, CueFault> {
    const CLOSED_ONLY: CueFault = fault("`)` without `(`", "write alternatives as `(one|other)`");
    let mut chosen = vec![String::new()];
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inner, following)) = after.split_once(')') else {
            return Err(fault("`(` without `)`", "write alternatives as `(one|other)`, on one side of a gap"));
        };
        if inner.contains('(') {
            return Err(fault("alternatives inside of alternatives", "write them as two cues"));
        }
        if before.contains(')') {
            return Err(CLOSED_ONLY);
        }
        let optional = following.strip_prefix('?');
        let none = optional.map(|_| "");
        chosen = chosen
            .iter()
            .flat_map(|start| inner.split('|').chain(none).map(move |one| format!("{start}{before}{}", one.trim())))
            .collect();
        if chosen.len() > MOST_WORDINGS {
            return Err(fault("too many alternatives: over 256 wordings", "write it as several cues"));
        }
        rest = optional.unwrap_or(following);
    }
    if rest.contains(')') {
        return Err(CLOSED_ONLY);
    }
    Ok(chosen.into_iter().map(|start| start + rest).collect())
}

fn wording(words: &str) -> Result<Wording, CueFault> {
    if words.is_empty() {
        return Err(fault("a gap with nothing on one side", "write words on both sides of `…`"));
    }
    if words.chars().any(|c| !c.is_ascii() && c.is_alphanumeric()) {
        return match words.contains('*') {
            true => Err(fault("`*` in a cue that is not in Latin letters", "leave it out: any ending fits already")),
            false => Ok(Wording::Characters(words.to_ascii_lowercase())),
        };
    }
    let separated = |c: char| !c.is_ascii_alphanumeric() && c != '*';
    let words: Vec<_> = words.split(separated).filter(|word| !word.is_empty()).map(word).collect::<Result<_, _>>()?;
    if words.is_empty() {
        return Err(fault("a cue without letters", "write a word or a phrase"));
    }
    Ok(Wording::Words(words))
}

fn word(word: &str) -> Result<Word, CueFault> {
    if let Some(start) = word.strip_suffix('*') {
        return match start.len() {
            _ if start.contains('*') => Err(fault("`*` inside of a word", "put it at the end of the word")),
            0..3 => Err(fault("`*` after fewer than three letters", "write more of the word")),
            _ => Ok(Word::Prefix(start.to_ascii_lowercase().into_bytes())),
        };
    }
    if word.contains('*') {
        return Err(fault("`*` inside of a word", "put it at the end of the word"));
    }
    match Stem::of(word.as_bytes()) {
        Some(stem) => Ok(Word::Stem(stem.as_bytes().to_vec())),
        None => Err(fault("a word of more than 32 letters", "write it shorter, with `*` at its end")),
    }
}

#[cfg(test)]
mod tests;
