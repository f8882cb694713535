use super::*;
use crate::{AttributeOptions, attribute};
use rap_doc::{Doc, SourceId};

/// Checks the names that several papers leave, each with the papers that it is in.
fn check(papers: &[&str], expected: &[&str]) {
    let mut registry = Registry::default();
    let mut papers_of: Vec<Vec<usize>> = Vec::new();
    for (paper, text) in papers.iter().enumerate() {
        let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), (*text).to_owned());
        let record = attribute(&doc, &AttributeOptions::default());
        let numbers = registry.add(&record);
        assert_eq!(numbers.len(), record.actors.len());
        papers_of.resize(registry.actors().len(), Vec::new());
        for number in numbers {
            papers_of[number as usize].push(paper + 1);
        }
    }
    let shown: Vec<String> = registry
        .actors()
        .iter()
        .zip(papers_of)
        .map(|(actor, papers)| format!("{} [{}] {papers:?}", actor.name, actor.kind.name()))
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn people_of_one_name_at_two_bodies_stay_two() {
    check(
        &[
            "Anna Dahl, head of policy at Fern Group, said that the draft is clear.",
            "Anna Dahl, professor at Tarn University, said that the draft is late.",
            "Anna Dahl of Fern Group said that the draft is long.",
        ],
        &[
            "Fern Group [company] [1, 3]",
            "Anna Dahl [person] [1, 3]",
            "Tarn University [university] [2]",
            "Anna Dahl [person] [2]",
        ],
    );
}

#[test]
fn public_bodies_are_one_in_both_languages() {
    check(
        &["The Ministry of Justice said that the draft is ready.", "司法部表示，草案已经完成。"],
        &["Ministry of Justice [ministry] [1, 2]"],
    );
}

#[test]
fn groups_are_never_joined() {
    check(
        &["Experts said that the draft is clear.", "Experts said that the draft is late."],
        &["Experts [group] [1]", "Experts [group] [2]"],
    );
}

#[test]
fn capitals_and_apostrophes_make_no_other_body() {
    check(
        &[
            "The River Authors' Guild said that the draft is clear.",
            "The RIVER AUTHORS’ GUILD said that the draft is late.",
        ],
        &["River Authors' Guild [civil-society] [1, 2]"],
    );
}
