//! The outcome of a set: scores to print, and a line an example to compare with the accepted run.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context;

/// Counts of one kind of answer.
#[derive(Clone, Default)]
pub(crate) struct Score {
    pub(crate) name: String,
    pub(crate) hits: usize,
    pub(crate) answered: usize,
    pub(crate) expected: usize,
}

impl Score {
    /// Returns precision, recall and F1; 0 where nothing was answered or expected.
    pub(crate) fn figures(&self) -> (f64, f64, f64) {
        let share = |of: usize| if of == 0 { 0.0 } else { self.hits as f64 / of as f64 };
        let (precision, recall) = (share(self.answered), share(self.expected));
        let sum = precision + recall;
        (precision, recall, if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum })
    }
}

/// What a run made of a set.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) scores: Vec<Score>,
    /// For each example a mark for each expected answer, `1` found and `0` missed, then `/` and how many answers
    /// were given that nobody expected.
    pub(crate) examples: BTreeMap<String, String>,
}

/// Returns the name of an example: its line in the set, from 1, because the names that sets give may quote.
pub(crate) fn numbered(index: usize) -> String {
    format!("{:05}", index + 1)
}

impl Outcome {
    pub(crate) fn print(&self) {
        for score in &self.scores {
            let (precision, recall, f1) = score.figures();
            println!(
                "  {:24} P {precision:.3}  R {recall:.3}  F1 {f1:.3}   ({} hits, {} answered, {} expected)",
                score.name, score.hits, score.answered, score.expected
            );
        }
    }

    /// Prints which examples gained and which lost against the accepted run.
    pub(crate) fn compare(&self, accepted: &Path) -> anyhow::Result<()> {
        let Ok(before) = std::fs::read_to_string(accepted) else {
            println!("  no accepted run to compare with");
            return Ok(());
        };
        let before: BTreeMap<&str, &str> = before.lines().filter_map(|line| line.split_once(' ')).collect();
        let (mut gains, mut losses) = (Vec::new(), Vec::new());
        for (id, now) in &self.examples {
            let then = before.get(id.as_str()).copied().unwrap_or_default();
            let (gained, lost) = differences(then, now);
            gains.extend(gained.map(|answer| format!("{id}#{answer}")));
            losses.extend(lost.map(|answer| format!("{id}#{answer}")));
        }
        println!("  against the accepted run: {} gained, {} lost", gains.len(), losses.len());
        for (word, list) in [("gained", gains), ("lost", losses)] {
            const SHOWN: usize = 10;
            for example in list.iter().take(SHOWN) {
                println!("    {word} {example}");
            }
            if list.len() > SHOWN {
                println!("    … and {} more", list.len() - SHOWN);
            }
        }
        Ok(())
    }

    /// Writes the run as the one to compare with.
    pub(crate) fn write(&self, accepted: &Path) -> anyhow::Result<()> {
        let mut lines = String::new();
        for (id, marks) in &self.examples {
            let _ = writeln!(lines, "{id} {marks}");
        }
        if let Some(folder) = accepted.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(accepted, lines).with_context(|| format!("cannot write {}", accepted.display()))
    }
}

/// Returns the numbers of the answers that were missed then and are found now, and the other way round.
fn differences<'m>(
    then: &'m str,
    now: &'m str,
) -> (impl Iterator<Item = usize> + 'm, impl Iterator<Item = usize> + 'm) {
    let pairs = |then: &'m str, now: &'m str, wanted: (char, char)| {
        let pairs = then.chars().zip(now.chars()).enumerate();
        pairs.filter(move |(_, pair)| *pair == wanted).map(|(answer, _)| answer)
    };
    (pairs(then, now, ('0', '1')), pairs(then, now, ('1', '0')))
}
