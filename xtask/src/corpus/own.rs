//! Our own marked paragraphs: the held-out files of `corpus/attribution`, which nothing is trained on.
//!
//! A statement counts where its voice is that of a report; topics are apart. A marked attribution inside of the content
//! of another is neither expected nor wrong when found. Demands are scored over all voices, in files that mark them.

use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use rap_doc::{Doc, SourceId, Span};
use rap_statement::{Act, AttributeOptions, SourceKind, Statement, Voice, attribute};
use rap_testkit::{MarkedAttribution, MarkedManner, MarkedParagraph, Side, pairs, read_marks};

use super::outcome::{Outcome, Score};

/// Returns the files of a language whose names begin with `held-out`, or those whose names do not, in order.
pub(crate) fn files(root: &Path, language: &str, held_out: bool) -> anyhow::Result<Vec<PathBuf>> {
    let folder = root.join("corpus/attribution").join(language);
    let mut files = Vec::new();
    let Ok(entries) = std::fs::read_dir(&folder) else { return Ok(files) };
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // Whatever is called fresh is for one measuring and belongs to neither.
        if name.ends_with(".txt") && !name.starts_with("fresh") && name.starts_with("held-out") == held_out {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Reads the paragraphs of a file.
pub(crate) fn read(file: &Path) -> anyhow::Result<Vec<MarkedParagraph>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    match read_marks(&text) {
        Ok(paragraphs) => Ok(paragraphs),
        Err(errors) => {
            let errors: Vec<String> = errors.iter().map(|error| format!("{}: {error}", file.display())).collect();
            bail!("{}", errors.join("\n"))
        }
    }
}

/// Measures the statements found in the held-out files of a language.
pub(crate) fn measure(root: &Path, language: &str) -> anyhow::Result<Outcome> {
    let mut scores =
        ["content J>=0.5", "content+source", "demands"].map(|name| Score { name: name.to_owned(), ..Score::default() });
    let mut outcome = Outcome::default();
    for file in files(root, language, true)? {
        let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        for paragraph in read(&file)? {
            let marks = score(&paragraph, &mut scores);
            outcome.examples.insert(format!("{name}:{:04}", paragraph.line), marks);
        }
    }
    outcome.scores = scores.to_vec();
    Ok(outcome)
}

/// Prints what is missed and what is found too much in a marked file: for those who write rules or mark paragraphs.
pub(crate) fn slips(file: &Path) -> anyhow::Result<()> {
    for paragraph in read(file)? {
        let text = &paragraph.text;
        let show = |kind: &str, side: &Side| {
            let words = |bytes: &std::collections::BTreeSet<usize>| -> String {
                let (first, last) = (bytes.first().copied(), bytes.last().copied());
                let end = last.map_or(0, |last| text.ceil_char_boundary(last + 1));
                text.get(first.unwrap_or_default()..end).unwrap_or_default().to_owned()
            };
            println!("{}: {kind} [{}] <{}>", paragraph.line, words(&side.source), words(&side.content));
        };
        let statements = statements(&paragraph);
        let (expected, optional) = expected(&paragraph);
        let given: Vec<Side> = statements.iter().filter(|one| is_report(one)).map(|one| side_of(text, one)).collect();
        let found = pairs(&expected, &given);
        let spare = pairs(&optional, &given);
        for (index, side) in expected.iter().enumerate() {
            match found.iter().find(|(wanted, ..)| *wanted == index).map(|(_, got, _)| given.get(*got)) {
                None => show("missed", side),
                Some(Some(got)) if !side.same_source(got) => {
                    show("wanted", side);
                    show("got", got);
                }
                Some(_) => {}
            }
        }
        for (index, side) in given.iter().enumerate() {
            if !found.iter().chain(&spare).any(|(_, got, _)| *got == index) {
                show("extra", side);
            }
        }
        if paragraph.acts_marked {
            let (wanted, given) = demands(&paragraph, &statements);
            let found = pairs(&wanted, &given);
            let missed = (0..wanted.len()).filter(|index| !found.iter().any(|(one, ..)| one == index));
            missed.filter_map(|index| wanted.get(index)).for_each(|side| show("demand missed", side));
            let extra = (0..given.len()).filter(|index| !found.iter().any(|(_, one, _)| one == index));
            extra.filter_map(|index| given.get(index)).for_each(|side| show("demand extra", side));
        }
    }
    Ok(())
}

/// Returns the contents that are marked as demands, and those that are found to be.
fn demands(paragraph: &MarkedParagraph, statements: &[Statement]) -> (Vec<Side>, Vec<Side>) {
    let text = &paragraph.text;
    let wanted = paragraph.attributions.iter().filter(|one| one.act.as_deref() == Some("demand"));
    let given = statements.iter().filter(|one| one.act == Act::Demand);
    (
        wanted.map(|one| Side::new(text, &one.content, &[])).collect(),
        given.map(|one| Side::new(text, &ranges(&one.content), &[])).collect(),
    )
}

fn score(paragraph: &MarkedParagraph, [content, joint, demands]: &mut [Score; 3]) -> String {
    let statements = statements(paragraph);
    let text = &paragraph.text;
    let (expected, optional) = expected(paragraph);
    let given: Vec<Side> = statements.iter().filter(|one| is_report(one)).map(|one| side_of(text, one)).collect();
    let found = pairs(&expected, &given);
    let spare: Vec<Side> = (0..given.len())
        .filter(|index| !found.iter().any(|(_, used, _)| used == index))
        .filter_map(|index| given.get(index).cloned())
        .collect();
    let answered = given.len() - pairs(&optional, &spare).len();
    let mut marks = vec!['0'; expected.len()];
    for (wanted, got, _) in &found {
        let same = expected.get(*wanted).zip(given.get(*got)).is_some_and(|(one, other)| one.same_source(other));
        joint.hits += usize::from(same);
        if let (true, Some(mark)) = (same, marks.get_mut(*wanted)) {
            *mark = '1';
        }
    }
    content.hits += found.len();
    for score in [content, joint] {
        score.expected += expected.len();
        score.answered += answered;
    }
    if paragraph.acts_marked {
        score_demands(paragraph, &statements, demands);
    }
    format!("{}/{}", marks.iter().collect::<String>(), answered - found.len())
}

fn score_demands(paragraph: &MarkedParagraph, statements: &[Statement], score: &mut Score) {
    let (wanted, given) = demands(paragraph, statements);
    score.hits += pairs(&wanted, &given).len();
    score.expected += wanted.len();
    score.answered += given.len();
}

/// Tells a statement that words attribute to somebody, the writer included: "we ask", 我们建议.
fn is_report(statement: &Statement) -> bool {
    match statement.voice {
        Voice::Explicit | Voice::Collective => true,
        Voice::Author => !statement.cue.is_empty(),
        Voice::Continued | Voice::TopicOnly | Voice::Narrator => false,
    }
}

/// Returns the attributions that must be found, and those inside of others, which may.
fn expected(paragraph: &MarkedParagraph) -> (Vec<Side>, Vec<Side>) {
    let side = |one: &MarkedAttribution| Side::new(&paragraph.text, &one.content, &one.source);
    let attributed = paragraph.attributions.iter().filter(|one| one.manner == MarkedManner::Attributed);
    let (nested, outer): (Vec<_>, Vec<_>) = attributed.partition(|one| is_nested(one, paragraph));
    (outer.into_iter().map(side).collect(), nested.into_iter().map(side).collect())
}

/// Tells whether the content of an attribution lies in that of another, and is not all of it.
fn is_nested(one: &MarkedAttribution, paragraph: &MarkedParagraph) -> bool {
    let within = |inner: &Range<usize>, outer: &Range<usize>| {
        outer.start <= inner.start && inner.end <= outer.end && inner.len() < outer.len()
    };
    let holds = |other: &MarkedAttribution| {
        one.content.iter().all(|inner| other.content.iter().any(|outer| within(inner, outer)))
    };
    paragraph.attributions.iter().any(|other| other != one && holds(other))
}

/// Returns the statements of a paragraph, read as a paper by itself.
fn statements(paragraph: &MarkedParagraph) -> Vec<Statement> {
    let doc = Doc::of_plain_text(SourceId::of(paragraph.text.as_bytes()), paragraph.text.clone());
    let kind = match paragraph.kind.as_deref() {
        Some("record") => SourceKind::Record,
        Some("submission") => SourceKind::Submission,
        Some("plan") => SourceKind::Plan,
        _ => SourceKind::Article,
    };
    let options = AttributeOptions { kind: Some(kind), ..AttributeOptions::default() };
    attribute(&doc, &options).statements
}

fn side_of(text: &str, statement: &Statement) -> Side {
    Side::new(text, &ranges(&statement.content), &ranges(&statement.mention))
}

fn ranges(spans: &[Span]) -> Vec<Range<usize>> {
    spans.iter().map(|span| span.start()..span.end()).collect()
}
