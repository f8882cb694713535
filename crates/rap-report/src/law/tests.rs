use rap_doc::Language;
use rap_statement::SourceKind;

use super::*;
use crate::fixture::PaperFixture;

/// Returns the five lines of papers given as (date, sentences).
fn lines(papers: &[(&str, &[&str])]) -> Vec<String> {
    let mut cards = vec![];
    let mut progress = vec![];
    for (index, (date, sentences)) in papers.iter().enumerate() {
        let mut paper = PaperFixture::new("a.txt", SourceKind::Article, &sentences.join(" "));
        if !date.is_empty() {
            paper = paper.dated(date);
        }
        for words in *sentences {
            let span = paper.span(words);
            let line = LawLine {
                paper: index,
                span,
                words: (*words).to_owned(),
                language: Language::English,
                kind: None,
                speaker: None,
                date: None,
            };
            progress.push(Progress::new(line, false));
        }
        let codebook = crate::fixture::codebook();
        let tagger = rap_theme::Tagger::new(&codebook);
        let mut builder = crate::ReportBuilder::new(&codebook, &tagger, crate::Manifest::default());
        builder.add(&paper.entry());
        cards.extend(builder.finish().papers);
    }
    five_lines(progress, &cards).into_iter().map(|line| line.words).collect()
}

#[test]
fn the_newest_line_is_the_last() {
    let found = lines(&[
        ("", &["The bill was tabled in the chamber in May 2031."]),
        ("", &["The ministry promised a bill in June 2030.", "By autumn the agenda did not name the bill."]),
    ]);
    assert_eq!(
        found,
        [
            "The ministry promised a bill in June 2030.",
            "By autumn the agenda did not name the bill.",
            "The bill was tabled in the chamber in May 2031.",
        ]
    );
}

#[test]
fn dated_lines_come_before_questions_and_fragments() {
    let many: Vec<String> =
        (1..=5).map(|month| format!("The bill was read again on {month} May 2031, as planned.")).collect();
    let mut sentences: Vec<&str> = vec!["Will it pass, as it was first thought of?", "It is late."];
    sentences.extend(many.iter().map(String::as_str));
    assert_eq!(lines(&[("", &sentences)]), many);
}

#[test]
fn equal_words_stand_once() {
    let words = "The bill was tabled in the chamber in May 2031.";
    assert_eq!(lines(&[("", &[words]), ("", &[words])]), [words]);
}

#[test]
fn no_line_is_made_up() {
    assert_eq!(lines(&[]), Vec::<String>::new());
}
