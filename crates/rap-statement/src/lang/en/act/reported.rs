//! Duties in reported speech: what its moods and tenses ask for, and what a question inside of it does not.
//!
//! Enters: a statement with the cues that the tables found. Leaves: the same without those that a clause with "whether"
//! holds ("is split over whether models should be exempt"), and with one more where the mood alone asks ("insisted that
//! the register be opened") or a need is told in the past tense of the report ("said the board needed powers").

use super::{Class, Reading};
use crate::act::Cue;
use crate::phrase::Hit;

/// As many words as the subject of a clause in the subjunctive may have.
const LONGEST_SUBJECT: usize = 14;

/// Takes out what is asked in an open question, and adds what moods and tenses ask for.
pub(super) fn weigh(reading: &mut Reading<'_>) {
    let open =
        |hit: &Hit<Cue>| matches!(hit.label, Cue::Demand | Cue::Must | Cue::Implied) && in_question(reading, hit.first);
    if reading.hits.iter().any(open) {
        let kept: Vec<Hit<Cue>> = reading.hits.iter().filter(|hit| !open(hit)).cloned().collect();
        reading.hits = kept;
    }
    if reading.cue.is_empty() {
        return;
    }
    if let Some(at) = wished(reading).or_else(|| needed(reading)) {
        reading.hits.push(Hit { label: Cue::Demand, first: at, end: at + 1 });
    }
}

/// Tells whether "whether" opens the clause in which the word at `at` stands.
fn in_question(reading: &Reading<'_>, at: usize) -> bool {
    const REACH: usize = 12;
    let near = (at.saturating_sub(REACH)..at).rev();
    let mut clause = near.take_while(|&before| !matches!(reading.word(before), ";" | ":" | "." | "," | "that" | "but"));
    clause.any(|before| reading.word(before).eq_ignore_ascii_case("whether"))
}

/// Returns the verb of a clause with "that" in the subjunctive: "that the register be opened".
fn wished(reading: &Reading<'_>) -> Option<usize> {
    let known = &reading.tables.known;
    if reading.id(0) != known.that {
        return None;
    }
    let near = 1..reading.words.len().min(LONGEST_SUBJECT);
    let at = near.clone().find(|&at| reading.is(at, Class::FINITE | Class::MODAL))?;
    let before = reading.word(at.saturating_sub(1));
    let modal =
        ["cannot", "n't", "n’t", "'ll", "’ll", "'d", "’d", "may", "ought"].iter().any(|end| before.ends_with(end));
    let bare = !modal && reading.word(at) == "be" && reading.id(at.saturating_sub(1)) != known.to;
    bare.then_some(at)
}

/// Returns the need that a report tells in the past tense: "the board needed powers".
fn needed(reading: &Reading<'_>) -> Option<usize> {
    const BEHIND: [&str; 8] = ["by", "for", "in", "from", "when", "at", "on", "was"];
    let needs = |at: &usize| {
        reading.word(*at) == "needed"
            && *at > 0
            && !reading.is(at - 1, Class::FINITE | Class::PREPOSITION)
            && reading.word(at + 1).starts_with(char::is_alphabetic)
            && !BEHIND.contains(&reading.word(at + 1))
    };
    (0..reading.words.len()).find(needs)
}
