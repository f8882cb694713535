//! What the cue of a report does with its content: "called for" asks for it, "opposed" refuses it.
//!
//! Enters: the words of the cue and the first words of the content. Leaves: the sense of the cue by the table
//! `cue-acts.txt`, and the act that follows from it where the content cannot tell: "a longer period" is a demand
//! behind "asked for", "clause 9" is none behind "opposed".

use super::Reading;
use crate::act::{Cue, JudgeContext, Signs, decide};
use crate::found::Manner;
use crate::phrase::{Hit, Word};
use crate::{Act, Strength};

/// What a cue does with its content, by the name of its section in the table.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Sense {
    /// Asks for it.
    Asks,
    /// Asks a question.
    AsksWhether,
    /// Is against it.
    Refuses,
    /// Is for it.
    Favours,
    /// Fears it.
    Worries,
    /// A false friend of another sense.
    Not,
}

impl Sense {
    /// Returns the sense of a section.
    pub(super) fn of_section(name: &str) -> Option<Self> {
        Some(match name {
            "asks" => Self::Asks,
            "asks-whether" => Self::AsksWhether,
            "refuses" => Self::Refuses,
            "favours" => Self::Favours,
            "worries" => Self::Worries,
            "not" => Self::Not,
            _ => return None,
        })
    }
}

/// Returns the sense of the cue, or of the verb behind the "we" that opens a sentence without a cue.
pub(super) fn sense(reading: &Reading<'_>) -> Option<Sense> {
    /// As many words as the longest phrase of the table can take from the content.
    const INTO_CONTENT: usize = 8;
    let tables = reading.tables;
    let own = ["we", "i"].iter().any(|word| reading.word(0).eq_ignore_ascii_case(word));
    if reading.cue.is_empty() && !own {
        return None;
    }
    let cue_words = reading.cue.len();
    let words: Vec<Word> = reading.cue.iter().chain(reading.words.iter().take(INTO_CONTENT)).copied().collect();
    let mut hits: Vec<Hit<Sense>> = Vec::new();
    tables.cues.find(&words, &mut hits);
    if cue_words > 0 {
        return hits.iter().find(|hit| hit.first < cue_words).map(|hit| hit.label);
    }
    let hit = hits.first().filter(|hit| matches!(hit.first, 1 | 2))?;
    let asked = [Cue::Ask, Cue::Demand, Cue::Must].iter().any(|&cue| reading.has(cue));
    (hit.label == Sense::Refuses && !asked).then_some(Sense::Refuses)
}

/// Returns how a cue of this sense gives its content.
pub(super) fn manner(reading: &Reading<'_>, sense: Option<Sense>, manner: Manner) -> Manner {
    let quoted = matches!(reading.text.as_bytes().get(start(reading)), Some(b'"' | 0xE2));
    match sense {
        Some(Sense::Asks) if manner == Manner::Said && !quoted => Manner::Asked,
        _ => manner,
    }
}

/// Returns the act that the cue alone decides.
pub(super) fn act(reading: &Reading<'_>, sense: Option<Sense>, context: &JudgeContext<'_>) -> Option<(Act, Strength)> {
    if context.manner == Manner::Topic {
        return None;
    }
    match sense? {
        Sense::Asks if context.verdict.is_some() => None,
        Sense::Asks if context.manner == Manner::Asked && reading.id(0) != reading.tables.known.that => {
            Some((Act::Demand, Strength::Explicit))
        }
        Sense::AsksWhether => Some((Act::Question, Strength::Explicit)),
        Sense::Refuses if !reading.has(Cue::Ask) && !reading.asks() => Some((Act::Position, Strength::Explicit)),
        Sense::Favours => {
            let (act, strength) = decide(reading, context);
            let told = matches!(act, Act::Fact | Act::Problem);
            Some(if told { (Act::Position, Strength::Explicit) } else { (act, strength) })
        }
        Sense::Worries => {
            let (act, strength) = decide(reading, context);
            Some(if act == Act::Fact { (Act::Problem, Strength::Explicit) } else { (act, strength) })
        }
        Sense::Asks | Sense::Refuses | Sense::Not => None,
    }
}

fn start(reading: &Reading<'_>) -> usize {
    reading.words.first().map_or(usize::MAX, |word| word.start as usize)
}
