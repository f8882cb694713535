//! What is asked for: single sentences and propositions that annotators marked as demands.

use std::path::Path;

use anyhow::Context;
use rap_doc::Language;
use rap_statement::{Act, judge_sentence};
use serde::Deserialize;

use super::outcome::{Outcome, Score, numbered};

#[derive(Deserialize)]
struct Sentence {
    text: String,
    demand: u8,
}

#[derive(Deserialize)]
struct Comment {
    text: String,
    #[serde(rename = "ACs_span")]
    spans: Vec<(usize, usize)>,
    #[serde(rename = "ACs")]
    kinds: Vec<String>,
}

/// Measures the sets of SemEval-2019 Task 9: one sentence a line, a suggestion or not.
pub(crate) fn measure_sentences(file: &Path) -> anyhow::Result<Outcome> {
    let mut tally = Tally::default();
    for line in lines(file)?.lines() {
        let sentence: Sentence = serde_json::from_str(line)?;
        tally.add([(sentence.text.as_str(), sentence.demand == 1)]);
    }
    Ok(tally.outcome("demand"))
}

/// Measures the set of CDCP: propositions of comments, of which the kind `policy` is a demand.
pub(crate) fn measure_propositions(file: &Path) -> anyhow::Result<Outcome> {
    let mut tally = Tally::default();
    for line in lines(file)?.lines() {
        let comment: Comment = serde_json::from_str(line)?;
        let text: Vec<char> = comment.text.chars().collect();
        let words =
            |&(start, end): &(usize, usize)| -> String { text.get(start..end).unwrap_or_default().iter().collect() };
        let propositions: Vec<String> = comment.spans.iter().map(words).collect();
        let expected = comment.kinds.iter().map(|kind| kind == "policy");
        tally.add(propositions.iter().map(String::as_str).zip(expected));
    }
    Ok(tally.outcome("policy"))
}

fn lines(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

#[derive(Default)]
struct Tally {
    score: Score,
    outcome: Outcome,
}

impl Tally {
    /// Judges the sentences of an example against what is expected of each.
    fn add<'s>(&mut self, sentences: impl IntoIterator<Item = (&'s str, bool)>) {
        let (mut marks, mut unexpected) = (String::new(), 0);
        for (sentence, expected) in sentences {
            let demand = judge_sentence(sentence, Language::English).act == Act::Demand;
            self.score.answered += usize::from(demand);
            self.score.expected += usize::from(expected);
            self.score.hits += usize::from(demand && expected);
            unexpected += usize::from(demand && !expected);
            if expected {
                marks.push(if demand { '1' } else { '0' });
            }
        }
        let number = self.outcome.examples.len();
        self.outcome.examples.insert(numbered(number), format!("{marks}/{unexpected}"));
    }

    fn outcome(self, name: &str) -> Outcome {
        let score = Score { name: name.to_owned(), ..self.score };
        Outcome { scores: vec![score], ..self.outcome }
    }
}
