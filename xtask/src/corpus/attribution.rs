//! Who said what: statements against the marked attributions of the PolNeAR sets.
//!
//! The scoring is that of the reference scorer: a statement matches an expected one, each used once, best first,
//! where the Jaccard overlap of the characters of their content is at least one half; `content+source` also asks
//! that the sources overlap or that both have none.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Context;
use rap_doc::{Doc, OffsetIndex, SourceId, Span};
use rap_statement::{AttributeOptions, SourceKind, Statement, Voice, attribute};
use serde::{Deserialize, Serialize};

use super::outcome::{Outcome, Score, numbered};

/// Characters that do not count at the edge of a span.
const EDGE: &str = " \t\r\n\"'“”‘’「」『』.,;:!?—–-…。，；：！？、";
const QUOTES: &str = "\"“”「」『』";

type Ranges = Vec<(usize, usize)>;

#[derive(Deserialize)]
struct Example {
    id: String,
    text: String,
    attributions: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    source: Ranges,
    content: Ranges,
}

#[derive(Serialize)]
struct Answer<'d> {
    doc: &'d str,
    content: Ranges,
    source: Ranges,
    cue: Ranges,
}

/// Measures the statements of a set.
pub(crate) fn measure(file: &Path) -> anyhow::Result<Outcome> {
    let names = ["content J>=0.5", "content+source", "direct", "mixed", "indirect"];
    let mut scores = names.map(|name| Score { name: name.to_owned(), ..Score::default() });
    let mut outcome = Outcome::default();
    for (number, example) in examples(file)?.iter().enumerate() {
        let marks = score_example(example, &mut scores);
        outcome.examples.insert(numbered(number), marks);
    }
    let [content, joint, kinds @ ..] = &mut scores;
    for kind in kinds {
        // What an answer of nobody's is, direct or indirect, cannot be told: the kinds have recall alone.
        kind.answered = kind.expected;
        kind.name = format!("recall of {}", kind.name);
    }
    joint.answered = content.answered;
    outcome.scores = scores.to_vec();
    Ok(outcome)
}

/// Prints the answers of a set as the reference scorer reads them.
pub(crate) fn dump(file: &Path) -> anyhow::Result<()> {
    for example in examples(file)? {
        for [content, source, cue] in answers(&example.text) {
            println!("{}", serde_json::to_string(&Answer { doc: &example.id, content, source, cue })?);
        }
    }
    Ok(())
}

fn examples(file: &Path) -> anyhow::Result<Vec<Example>> {
    let lines = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    lines.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// Returns content, source and cue of each attributed statement, in code points.
fn answers(text: &str) -> Vec<[Ranges; 3]> {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let options = AttributeOptions { kind: Some(SourceKind::Article), ..AttributeOptions::default() };
    let record = attribute(&doc, &options);
    let index = OffsetIndex::new(doc.text());
    let ranges = |spans: &[Span]| -> Ranges {
        spans.iter().map(|span| (index.at(span.start()).char, index.at(span.end()).char)).collect()
    };
    let attributed =
        |statement: &&Statement| matches!(statement.voice, Voice::Explicit | Voice::Continued | Voice::Collective);
    let statements = record.statements.iter().filter(attributed);
    statements
        .map(|statement| [ranges(&statement.content), ranges(&statement.mention), ranges(&statement.cue)])
        .collect()
}

fn score_example(example: &Example, scores: &mut [Score; 5]) -> String {
    let text: Vec<char> = example.text.chars().collect();
    let expected: Vec<&Expected> = example.attributions.iter().filter(|one| !one.content.is_empty()).collect();
    let gold: Vec<_> =
        expected.iter().map(|one| (characters(&text, &one.content), characters(&text, &one.source))).collect();
    let system: Vec<_> = answers(&example.text)
        .iter()
        .map(|[content, source, _]| (characters(&text, content), characters(&text, source)))
        .filter(|(content, _)| !content.is_empty())
        .collect();
    let mut marks: Vec<char> = vec!['0'; gold.len()];
    let pairs = pairs(&gold, &system);
    let [content, joint, kinds @ ..] = scores;
    content.answered += system.len();
    content.expected += gold.len();
    content.hits += pairs.len();
    joint.expected += gold.len();
    let kinds_of: Vec<usize> = expected.iter().map(|one| kind(&text, &one.content)).collect();
    for kind in &kinds_of {
        kinds.get_mut(*kind).map(|score| score.expected += 1).unwrap_or_default();
    }
    for (wanted, given) in &pairs {
        let (Some(one), Some(other)) = (gold.get(*wanted), system.get(*given)) else { continue };
        let same = !one.1.is_disjoint(&other.1) || (one.1.is_empty() && other.1.is_empty());
        joint.hits += usize::from(same);
        if let Some(score) = kinds_of.get(*wanted).and_then(|kind| kinds.get_mut(*kind)) {
            score.hits += usize::from(same);
        }
        if let (true, Some(mark)) = (same, marks.get_mut(*wanted)) {
            *mark = '1';
        }
    }
    format!("{}/{}", marks.iter().collect::<String>(), system.len() - pairs.len())
}

/// Returns the characters of the ranges that count: neither white space nor marks at an edge.
fn characters(text: &[char], ranges: &Ranges) -> BTreeSet<usize> {
    let edge = |at: usize| text.get(at).is_some_and(|c| EDGE.contains(*c));
    let mut kept = BTreeSet::new();
    for &(mut start, mut end) in ranges {
        while start < end && edge(start) {
            start += 1;
        }
        while end > start && edge(end - 1) {
            end -= 1;
        }
        kept.extend((start..end).filter(|at| text.get(*at).is_some_and(|c| !c.is_whitespace())));
    }
    kept
}

/// Returns 0 for direct speech, 1 for mixed, 2 for indirect.
fn kind(text: &[char], ranges: &Ranges) -> usize {
    let words: Vec<String> =
        ranges.iter().map(|(start, end)| text.get(*start..*end).unwrap_or_default().iter().collect()).collect();
    let words = words.join(" ");
    let words = words.trim();
    if words.starts_with(|c| QUOTES.contains(c)) && words.ends_with(|c| QUOTES.contains(c)) {
        0
    } else if words.contains(|c| QUOTES.contains(c)) {
        1
    } else {
        2
    }
}

type Sides = (BTreeSet<usize>, BTreeSet<usize>);

/// Pairs expected and given contents, best overlap first, each used once.
fn pairs(gold: &[Sides], system: &[Sides]) -> Vec<(usize, usize)> {
    let mut overlaps: Vec<(f64, usize, usize)> = Vec::new();
    for (wanted, one) in gold.iter().enumerate() {
        for (given, other) in system.iter().enumerate() {
            let common = one.0.intersection(&other.0).count();
            let union = one.0.len() + other.0.len() - common;
            if common * 2 >= union && common > 0 {
                overlaps.push((common as f64 / union as f64, wanted, given));
            }
        }
    }
    overlaps.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let (mut wanted_used, mut given_used) = (BTreeSet::new(), BTreeSet::new());
    let free = overlaps.into_iter().filter(|(_, wanted, given)| {
        !wanted_used.contains(wanted) && !given_used.contains(given) && {
            wanted_used.insert(*wanted);
            given_used.insert(*given);
            true
        }
    });
    free.map(|(_, wanted, given)| (wanted, given)).collect()
}
