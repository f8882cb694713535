//! The state of the law in five lines: which of the sentences about progress a report puts first.
//!
//! Enter all such sentences of all papers; leave up to five, verbatim, the newest last. A line is worth more when it
//! names a date and a body, and less when it asks or runs on; nothing is reworded.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::dates::{SpokenDate, latest_date};
use crate::report::{LawLine, PaperCard};

/// As many lines as fit on the first page of a report.
const LINES: usize = 5;

/// A sentence about the progress of the law, with what it is worth as a line.
#[derive(Debug)]
pub(crate) struct Progress {
    line: LawLine,
    worth: i32,
}

impl Progress {
    /// Returns a sentence, with its date read off its words.
    pub(crate) fn new(line: LawLine, names_a_body: bool) -> Self {
        let date = latest_date(&line.words);
        let worth = worth(&line.words, date, names_a_body);
        Self { line: LawLine { date, ..line }, worth }
    }
}

/// Returns what a sentence is worth; the weights are of our making, and only their order matters.
fn worth(words: &str, date: Option<SpokenDate>, names_a_body: bool) -> i32 {
    let dated = match date {
        Some(date) if date.month > 0 => 4,
        Some(_) => 3,
        None => 0,
    };
    // A Chinese character says about as much as three bytes of English, and takes three bytes.
    let length = match words.len() {
        0..40 => -2,
        40..400 => 1,
        400..700 => 0,
        _ => -3,
    };
    let asks = if words.ends_with(['?', '？']) { -4 } else { 0 };
    dated + length + asks + if names_a_body { 2 } else { 0 }
}

/// Returns up to five of the sentences: the most telling, in the order of what they tell.
pub(crate) fn five_lines(progress: Vec<Progress>, papers: &[PaperCard]) -> Vec<LawLine> {
    let times = times(&progress, papers);
    let mut ranked: Vec<(usize, Progress)> = progress.into_iter().enumerate().collect();
    ranked.sort_by_key(|(index, progress)| (Reverse(progress.worth), *index));
    let mut seen = BTreeSet::new();
    ranked.retain(|(_, progress)| seen.insert(progress.line.words.clone()));
    ranked.truncate(LINES);
    ranked.sort_by_key(|(index, _)| (times.get(*index).copied().flatten(), *index));
    ranked.into_iter().map(|(_, progress)| progress.line).collect()
}

/// Returns of which time each sentence tells: its own date, else that of the sentence before it in the same paper,
/// else that of the paper.
fn times(progress: &[Progress], papers: &[PaperCard]) -> Vec<Option<SpokenDate>> {
    let mut before: Option<(usize, Option<SpokenDate>)> = None;
    let told = progress.iter().map(|progress| {
        let line = &progress.line;
        let inherited = before.filter(|(paper, _)| *paper == line.paper).and_then(|(_, date)| date);
        let of_paper = || {
            let date = papers.get(line.paper)?.source.date?;
            SpokenDate::of(date.year(), date.month(), date.day())
        };
        let time = line.date.or(inherited).or_else(of_paper);
        before = Some((line.paper, time));
        time
    });
    told.collect()
}

#[cfg(test)]
mod tests;
