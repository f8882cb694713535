//! The report on a symposium, read against an answer key: who said what, for whom, and who said nothing.
//!
//! The key holds ranges, not words. The text is not part of the repository; where it is absent the test is skipped.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

use std::ops::Range;
use std::path::Path;

use rap_doc::{Doc, SourceId, Span};
use rap_statement::{Actor, AttributeOptions, Record, Statement, Voice, attribute};

const KEY: &str = include_str!("symposium.key");
const TEXT: &str = "../../../shared/corpus/symposium/ai-law-symposium-2024-04-19.en.txt";

struct Expected {
    line: usize,
    content: Span,
    speaker: Span,
    voice: &'static str,
    acts: Vec<&'static str>,
}

fn text() -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(TEXT);
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    };
    let sum = SourceId::of(text.as_bytes()).to_string();
    assert!(KEY.contains(&sum), "the key is for another text than {sum}");
    Some(text)
}

fn record(text: &str) -> (Doc, Record) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let record = attribute(&doc, &AttributeOptions::default());
    (doc, record)
}

fn rows(name: &str) -> impl Iterator<Item = Vec<&'static str>> {
    KEY.lines().filter_map(move |line| {
        let mut cells = line.split(' ');
        (cells.next() == Some(name)).then(|| cells.collect())
    })
}

fn span(cells: &[&str], at: usize) -> Span {
    Span::new(cells[at].parse().unwrap(), cells[at + 1].parse().unwrap())
}

fn expected() -> Vec<Expected> {
    rows("statement")
        .map(|cells| Expected {
            line: cells[0].parse().unwrap(),
            content: span(&cells, 1),
            speaker: span(&cells, 3),
            voice: cells[5],
            acts: cells[6].split('|').collect(),
        })
        .collect()
}

/// The share of the bytes of two contents that both have.
fn overlap(content: &[Span], wanted: Span) -> f64 {
    let all: usize = content.iter().map(|span| span.len()).sum();
    let both: usize = content
        .iter()
        .map(|span| {
            let common: Range<usize> = span.start().max(wanted.start())..span.end().min(wanted.end());
            common.len()
        })
        .sum();
    both as f64 / (all + wanted.len() - both) as f64
}

fn bears(actor: &Actor, name: &str) -> bool {
    actor.name == name || actor.names.iter().any(|known| known.name == name)
}

fn said_by(record: &Record, statement: &Statement, name: &str) -> bool {
    statement.speakers().any(|id| bears(&record.actors[id.0 as usize], name))
}

#[test]
fn statements_are_found_with_their_speakers() {
    let Some(text) = text() else { return };
    let (doc, record) = record(&text);
    let expected = expected();
    let (mut hits, mut acts, mut voices) = (0, 0, 0);
    let mut used = vec![false; record.statements.len()];
    for wanted in &expected {
        let name = wanted.speaker.of(&text);
        let best = record
            .statements
            .iter()
            .enumerate()
            .filter(|(index, statement)| !used[*index] && said_by(&record, statement, name))
            .max_by(|a, b| overlap(&a.1.content, wanted.content).total_cmp(&overlap(&b.1.content, wanted.content)));
        match best.filter(|(_, statement)| overlap(&statement.content, wanted.content) >= 0.5) {
            Some((index, statement)) => {
                used[index] = true;
                hits += 1;
                let voice = statement.voice == Voice::Collective || statement.voice.name() == wanted.voice;
                voices += usize::from(voice);
                let act = wanted.acts.contains(&statement.act.name());
                acts += usize::from(act);
                if !voice || !act {
                    let found = (statement.voice.name(), statement.act.name());
                    eprintln!("line {}: {:?} is {found:?}", wanted.line, statement.quote());
                }
            }
            None => eprintln!("line {}: missed {:?}", wanted.line, wanted.content),
        }
    }
    // What is said in nobody's name claims nothing of anybody.
    let claims = record
        .statements
        .iter()
        .zip(&used)
        .filter(|(statement, _)| !matches!(statement.voice, Voice::Author | Voice::Narrator | Voice::TopicOnly));
    let (mut answered, mut matched) = (0, 0);
    for (statement, used) in claims {
        answered += 1;
        matched += usize::from(*used);
        if !used {
            let line = text[..statement.quote().start()].matches('\n').count() + 1;
            eprintln!("line {line}: not in the key: {:?} {:?}", statement.quote(), statement.voice);
        }
    }
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    let (recall, precision) = (share(hits, expected.len()), share(matched, answered));
    eprintln!(
        "recall {recall:.3} ({hits} of {}), precision {precision:.3} ({matched} of {answered}), voice {voices}, act {acts}",
        expected.len()
    );
    assert!(doc.sentences().len() == record.ledger.accounts.len());
    assert!(recall >= 0.92, "recall is {recall:.3}");
    assert!(precision >= 0.92, "precision is {precision:.3}");
}

#[test]
fn people_have_their_offices() {
    let Some(text) = text() else { return };
    let (_, record) = record(&text);
    for cells in rows("office") {
        let (name, role, body) = (span(&cells, 0).of(&text), span(&cells, 2).of(&text), span(&cells, 4).of(&text));
        let actor = record.actors.iter().find(|actor| bears(actor, name));
        let actor = actor.unwrap_or_else(|| panic!("nobody at {:?}", span(&cells, 0)));
        let fits = actor.offices.iter().any(|office| {
            let organisation = office.organisation.map(|id| &record.actors[id.0 as usize]);
            office.role.eq_ignore_ascii_case(role) && organisation.is_some_and(|organisation| bears(organisation, body))
        });
        assert!(fits, "{:?} has {:?}", span(&cells, 0), actor.offices);
    }
}

#[test]
fn who_said_nothing_has_no_words_and_who_came_was_there() {
    let Some(text) = text() else { return };
    let (_, record) = record(&text);
    for cells in rows("silent") {
        let name = span(&cells, 0).of(&text);
        let words = record.statements.iter().find(|statement| said_by(&record, statement, name));
        assert_eq!(words, None, "words for {:?}", span(&cells, 0));
    }
    for cells in rows("present") {
        let name = span(&cells, 0).of(&text);
        let there = record.actors.iter().any(|actor| bears(actor, name) && !actor.presence.is_empty());
        assert!(there, "{:?} was there", span(&cells, 0));
    }
}
