//! What is no statement, and where a content begins behind its label, by invented texts.

use rap_doc::{Doc, SourceId, Span};

use super::unlabelled;
use crate::{AttributeOptions, Record, SourceKind, attribute};

fn record(text: &str) -> (Doc, Record) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let options = AttributeOptions { kind: Some(SourceKind::Article), ..AttributeOptions::default() };
    let record = attribute(&doc, &options);
    (doc, record)
}

/// Checks the contents that have a cue.
#[track_caller]
fn check(text: &str, wanted: &[&str]) {
    let (doc, record) = record(text);
    let cued = record.statements.iter().filter(|statement| !statement.cue.is_empty());
    let contents: Vec<&str> = cued.map(|statement| statement.quote().of(doc.text())).collect();
    assert_eq!(contents, wanted, "{text}");
}

#[test]
fn scraps_and_silence_are_no_statements() {
    check("Jon Peel supported it.", &[]);
    check("Jon Peel welcomed them.", &[]);
    check("Jon Peel said clause 2.", &[]);
    check("Jon Peel said nothing.", &[]);
    check("Jon Peel declined to say how the fee was set.", &[]);
    check("The Orrin Union opposes clause 9.", &["clause 9"]);
    check("Jon Peel demanded clarity.", &["clarity"]);
    check("Jon Peel said that the fee is too high.", &["that the fee is too high"]);
}

#[test]
fn nobody_and_labels_do_not_speak() {
    check("Nobody said that the fee was too high.", &[]);
    check("No company said that it would leave the market.", &[]);
    check("Everyone agreed that the law is late.", &[]);
    check("Reference: Comments on the Records Bill for the members of the committee.", &[]);
    check("To: The Committee on Records and all of its members and guests.", &[]);
    check("Norah Quill said that the fee is too high.", &["that the fee is too high"]);
}

#[test]
fn a_content_begins_behind_its_label() {
    for (text, wanted) in [
        ("2. Define the term.", "Define the term."),
        ("(a) The register should be public.", "The register should be public."),
        ("b) Lower the fee.", "Lower the fee."),
        ("（一）缩小范围。", "缩小范围。"),
        ("三、延长过渡期。", "延长过渡期。"),
        ("2.5 percent is too much.", "2.5 percent is too much."),
        ("一、二类系统应当备案。", "一、二类系统应当备案。"),
        ("A fee is due.", "A fee is due."),
        ("2032 was late.", "2032 was late."),
        ("(2)", "(2)"),
        ("", ""),
    ] {
        assert_eq!(unlabelled(text, Span::new(0, text.len())).of(text), wanted);
    }
}

#[test]
fn a_deed_that_goes_on_a_demand_is_demanded_too() {
    let text = "Jon Peel highlighted the necessity of a central law, encouraging applications in farming and schools. \
                Mira Halvorsen suggested establishing a register of models; and supporting outstanding firms in standards work.";
    let (doc, record) = record(text);
    let demands = || record.statements.iter().filter(|statement| statement.act == crate::Act::Demand);
    assert_eq!(demands().next_back().map(|list| list.items.len()), Some(2));
    let contents: Vec<&str> = demands().map(|statement| statement.quote().of(doc.text())).collect();
    assert_eq!(
        contents,
        [
            "the necessity of a central law",
            "encouraging applications in farming and schools",
            "establishing a register of models; and supporting outstanding firms in standards work",
        ]
    );
}

#[test]
fn what_is_only_asked_or_said_of_anybody_is_no_report() {
    check(
        "Asked whether the fund would grow, Jon Peel said no decision had been taken.",
        &["no decision had been taken"],
    );
    check("Could the ministry confirm that a warning comes first?", &[]);
    check("A provider does not know what its customers run.", &[]);
    check("现提出以下建议：", &[]);
}

#[test]
fn labels_with_words_are_no_content() {
    for (content, bare) in [
        ("Recommendation 2: Delete clause 4.", "Delete clause 4."),
        ("建议一：删除第四条。", "删除第四条。"),
        ("- free access", "free access"),
        ("一是明确数据权属。", "明确数据权属。"),
        ("一是一，二是二。", "一是一，二是二。"),
        ("Recommendations are late.", "Recommendations are late."),
    ] {
        assert_eq!(unlabelled(content, Span::new(0, content.len())).of(content), bare);
    }
}
