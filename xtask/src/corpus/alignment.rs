//! Which provision became which: the comparison of acts against tables that people made.
//!
//! Scored are the pairs of articles, and apart from them the decisions that an article is new or gone, and the pairs
//! of splits and merges, where a plain nearest match fails.

mod acts;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Context;
use rap_law::{AlignOptions, CompareOptions, Law, ProvisionKind, align, compare};

use super::outcome::{Outcome, Score};

/// What a table says of two acts, or what the program does.
#[derive(Default)]
struct Decisions {
    /// Old and new number of each pair.
    pairs: BTreeSet<(String, String)>,
    inserted: BTreeSet<String>,
    deleted: BTreeSet<String>,
}

impl Decisions {
    /// Returns the pairs of which one side has other counterparts too.
    fn shared(&self) -> BTreeSet<(String, String)> {
        let several = |(old, new): &&(String, String)| {
            let of = |pick: &dyn Fn(&(String, String)) -> bool| self.pairs.iter().filter(|pair| pick(pair)).count();
            of(&|pair| pair.0 == *old) > 1 || of(&|pair| pair.1 == *new) > 1
        };
        self.pairs.iter().filter(several).cloned().collect()
    }
}

/// Measures the two versions of a Chinese law.
pub(crate) fn measure_chinese(folder: &Path) -> anyhow::Result<Outcome> {
    let (old, new) = (acts::plain(&folder.join("2019.txt"))?, acts::plain(&folder.join("2025.txt"))?);
    let expected = table(&folder.join("alignment.tsv"), str::to_owned)?;
    Ok(outcome(&expected, &found(&old, &new)))
}

/// Measures an Indian act against the one that replaced it, section by section.
pub(crate) fn measure_indian(folder: &Path) -> anyhow::Result<Outcome> {
    let (old, new) = (acts::repealed(&folder.join("iea.json"))?, acts::in_force(&folder.join("bsa_2023_en.jsonl"))?);
    let mut expected = table(&folder.join("alignment.tsv"), acts::section)?;
    // The table leaves sections out, so that a section which it does not name proves nothing.
    let listed: BTreeSet<&String> = expected.pairs.iter().map(|(old, _)| old).collect();
    let paired: BTreeSet<&String> = expected.pairs.iter().map(|(_, new)| new).collect();
    let mut found = found(&old, &new);
    found.pairs.retain(|(old, _)| listed.contains(old));
    found.deleted.retain(|old| listed.contains(old));
    expected.inserted.retain(|new| !paired.contains(new));
    found.inserted.retain(|new| paired.contains(new) || expected.inserted.contains(new));
    Ok(outcome(&expected, &found))
}

/// Measures one act in two languages, whose articles have the same numbers.
pub(crate) fn measure_bilingual(folder: &Path) -> anyhow::Result<Outcome> {
    let (left, right) =
        (acts::plain(&folder.join("2023-07-10.zh.md"))?, acts::plain(&folder.join("2023-07-10.en.md"))?);
    let numbers =
        |law: &Law| -> BTreeSet<String> { (0..law.provisions.len()).filter_map(|at| number(law, Some(at))).collect() };
    let expected = Decisions {
        pairs: numbers(&left).intersection(&numbers(&right)).map(|both| (both.clone(), both.clone())).collect(),
        ..Decisions::default()
    };
    let mut found = Decisions::default();
    for row in align(&left, &right, &AlignOptions::default()).rows {
        if let (Some(left), Some(right)) = (number(&left, row.left), number(&right, row.right)) {
            found.pairs.insert((left, right));
        }
    }
    Ok(outcome(&expected, &found))
}

/// Returns the number of an article; what has none or is no article has no row.
fn number(law: &Law, provision: Option<usize>) -> Option<String> {
    let provision = law.provisions.get(provision?)?;
    let number = provision.number.as_ref().filter(|_| provision.kind == ProvisionKind::Article)?;
    Some(number.value.clone())
}

/// Reads a table: the old number, the new one, one of them empty or `New` where there is no counterpart.
fn table(file: &Path, number: impl Fn(&str) -> String) -> anyhow::Result<Decisions> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut decisions = Decisions::default();
    for line in text.lines().skip(1) {
        let mut cells = line.split('\t').map(str::trim);
        // A cell without a digit names no provision: `New`, a remark, or nothing.
        let mut cell = || cells.next().filter(|cell| cell.contains(|c: char| c.is_ascii_digit())).unwrap_or_default();
        let (old, new) = (cell(), cell());
        match (old.is_empty(), new.is_empty()) {
            (false, false) => drop(decisions.pairs.insert((number(old), number(new)))),
            (true, false) => drop(decisions.inserted.insert(number(new))),
            (false, true) => drop(decisions.deleted.insert(number(old))),
            // The row of a new article that names no number says only that there is one.
            (true, true) => {}
        }
    }
    Ok(decisions)
}

fn found(old: &Law, new: &Law) -> Decisions {
    let mut decisions = Decisions::default();
    for change in compare(old, new, CompareOptions::default()).changes {
        match (number(old, change.old), number(new, change.new)) {
            (Some(old), Some(new)) => drop(decisions.pairs.insert((old, new))),
            (None, Some(new)) => drop(decisions.inserted.insert(new)),
            (Some(old), None) => drop(decisions.deleted.insert(old)),
            (None, None) => {}
        }
    }
    decisions
}

fn outcome(expected: &Decisions, found: &Decisions) -> Outcome {
    let (shared_expected, shared_found) = (expected.shared(), found.shared());
    let mut outcome = Outcome {
        scores: vec![
            score("pairs", &expected.pairs, &found.pairs),
            score("splits and merges", &shared_expected, &shared_found),
            score("new", &inserted(expected, found), &found.inserted),
            score("deleted", &expected.deleted, &found.deleted),
        ],
        ..Outcome::default()
    };
    for (index, pair) in expected.pairs.iter().enumerate() {
        let mark = if found.pairs.contains(pair) { "1/0" } else { "0/0" };
        outcome.examples.insert(super::outcome::numbered(index), mark.to_owned());
    }
    let wrong = found.pairs.difference(&expected.pairs).count();
    outcome.examples.insert(super::outcome::numbered(expected.pairs.len()), format!("/{wrong}"));
    outcome
}

/// Returns the new articles of a table; where it gives no numbers, they are those that it pairs with nothing.
fn inserted(expected: &Decisions, found: &Decisions) -> BTreeSet<String> {
    if !expected.inserted.is_empty() {
        return expected.inserted.clone();
    }
    let paired: BTreeSet<&String> = expected.pairs.iter().map(|(_, new)| new).collect();
    let all = found.pairs.iter().map(|(_, new)| new).chain(&found.inserted);
    all.filter(|number| !paired.contains(number)).cloned().collect()
}

fn score<T: Ord>(name: &str, expected: &BTreeSet<T>, found: &BTreeSet<T>) -> Score {
    Score {
        name: name.to_owned(),
        hits: expected.intersection(found).count(),
        answered: found.len(),
        expected: expected.len(),
    }
}
