//! People, bodies and offices in Chinese news: exact spans.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use rap_doc::Language;
use rap_statement::{NameKind, names};
use serde::Deserialize;

use super::outcome::{Outcome, Score};

/// A sentence of CLUENER: kind, string, places as first and last character.
#[derive(Deserialize)]
struct Sentence {
    text: String,
    label: BTreeMap<String, BTreeMap<String, Vec<(usize, usize)>>>,
}

/// What a name is called here, with the kinds of the set that are the same.
const KINDS: [(&str, &[&str]); 3] =
    [("people", &["name"]), ("bodies", &["government", "company", "organization"]), ("offices", &["position"])];

/// Measures the names of a set in the format of CLUENER.
pub(crate) fn measure(file: &Path) -> anyhow::Result<Outcome> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut scores = KINDS.map(|(name, _)| Score { name: name.to_owned(), ..Score::default() });
    let mut outcome = Outcome::default();
    for (number, line) in text.lines().enumerate() {
        let sentence: Sentence = serde_json::from_str(line)?;
        let found = found_in(&sentence.text);
        let (mut marks, mut unexpected) = (String::new(), 0);
        for (kind, score) in scores.iter_mut().enumerate() {
            let expected = expected_in(&sentence, kind);
            let answers: Vec<_> = found.iter().filter(|(_, of)| *of == kind).map(|(span, _)| *span).collect();
            let hits = expected.iter().filter(|span| answers.contains(span)).count();
            marks.extend(expected.iter().map(|span| if answers.contains(span) { '1' } else { '0' }));
            unexpected += answers.len() - hits;
            score.hits += hits;
            score.answered += answers.len();
            score.expected += expected.len();
        }
        outcome.examples.insert(format!("{:05}", number + 1), format!("{marks}/{unexpected}"));
    }
    outcome.scores = vec![sum(&scores)];
    outcome.scores.extend(scores);
    Ok(outcome)
}

fn sum(scores: &[Score]) -> Score {
    let mut all = Score { name: "micro".to_owned(), ..Score::default() };
    for score in scores {
        all.hits += score.hits;
        all.answered += score.answered;
        all.expected += score.expected;
    }
    all
}

/// Returns the names that the program finds, as characters from the first to behind the last, with the kind's number.
fn found_in(text: &str) -> Vec<((usize, usize), usize)> {
    let characters = |byte: usize| text.get(..byte).unwrap_or_default().chars().count();
    let mut found: Vec<_> = names(text, Language::Chinese)
        .iter()
        .map(|name| {
            let kind = match name.kind {
                NameKind::Person => 0,
                NameKind::Body(_) => 1,
                NameKind::Office => 2,
            };
            ((characters(name.span.start()), characters(name.span.end())), kind)
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn expected_in(sentence: &Sentence, kind: usize) -> Vec<(usize, usize)> {
    let Some((_, labels)) = KINDS.get(kind) else { return Vec::new() };
    let places = labels.iter().filter_map(|label| sentence.label.get(*label)).flat_map(BTreeMap::values).flatten();
    let mut expected: Vec<_> = places.map(|(first, last)| (*first, last + 1)).collect();
    expected.sort_unstable();
    expected.dedup();
    expected
}
