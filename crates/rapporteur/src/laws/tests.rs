use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::read_law;
use crate::{CodeOptions, Listing, ReportOptions};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The share of the demands of the example whose tie is right, by the key that people made; the figure of the day is
/// in `docs/quality.md`.
const AT_LEAST: f32 = 0.55;

/// The key: for paper and words of a demand, the clauses that are right.
fn key() -> BTreeMap<(String, String), Vec<String>> {
    let text = std::fs::read_to_string(repository().join("corpus/links/ai-bill.tsv")).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            ((cells[0].to_owned(), cells[1].to_owned()), cells[2].split('|').map(str::to_owned).collect())
        })
        .collect()
}

#[test]
fn demands_of_the_example_find_their_clauses() {
    let law = read_law(&repository().join("examples/ai-bill-law/bill.md")).unwrap();
    let listing = Listing::open(&[repository().join("examples/ai-bill")], CodeOptions::default()).unwrap();
    let report = listing.report(&ReportOptions { laws: vec![law], ..ReportOptions::default() }).unwrap();
    let key = key();
    let mut right: BTreeMap<(String, String), bool> = BTreeMap::new();
    for row in report.link_rows() {
        let words = row.quote.split_whitespace().collect::<Vec<_>>().join(" ");
        let paper = row.source.rsplit('/').next().unwrap().to_owned();
        let got = match row.tie {
            "whole-draft" => "*",
            "none" => "-",
            _ => row.number.split_whitespace().nth(1).unwrap_or(""),
        };
        if let Some(expected) = key.get(&(paper.clone(), words.clone())) {
            *right.entry((paper, words)).or_default() |= expected.iter().any(|clause| clause == got);
        }
    }
    let agree = right.values().filter(|right| **right).count();
    let share = agree as f32 / right.len() as f32;
    println!("links of the example: {agree} of {} right, {share:.3}", right.len());
    assert!(right.len() * 10 > key.len() * 8, "most demands of the key are found: {} of {}", right.len(), key.len());
    assert!(share >= AT_LEAST, "{agree} of {} ties are right", right.len());
}
