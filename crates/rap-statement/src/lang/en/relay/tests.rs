use rap_doc::{Doc, SourceId};

use crate::{AttributeOptions, SourceKind, Speaker, attribute};

/// Reads an article and compares its statements, each as `speaker < relay: content`.
fn check(text: &str, expected: &[&str]) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let options = AttributeOptions { kind: Some(SourceKind::Article), ..AttributeOptions::default() };
    let record = attribute(&doc, &options);
    let rows: Vec<String> = record
        .statements
        .iter()
        .map(|statement| {
            let name = |id: crate::ActorId| record.actors[id.0 as usize].name.as_str();
            let Speaker::Actor(speaker) = statement.speaker else { return String::from("nobody") };
            let relays: Vec<&str> = statement.relays.iter().map(|relay| name(relay.actor)).collect();
            format!("{} < {}: {}", name(speaker), relays.join(" < "), statement.quote().of(doc.text()))
        })
        .collect();
    assert_eq!(rows, expected, "{text}");
}

#[test]
fn whoever_is_cited_speaks_and_the_other_passes_it_on() {
    check(
        "The Courier, citing Ada Lund, reported that the mill would close in March.",
        &["Ada Lund < Courier: that the mill would close in March"],
    );
    check(
        "The Courier, citing two officials, reported that the mill would close in March.",
        &["two officials < Courier: that the mill would close in March"],
    );
}

#[test]
fn a_survey_that_is_cited_is_no_speaker() {
    check(
        "Ada Lund, citing a survey by Harbour University, said that the mill would close.",
        &["Ada Lund < : that the mill would close"],
    );
}

#[test]
fn a_report_inside_of_a_report_has_the_outer_speaker_as_its_relay() {
    check(
        "According to Ada Lund, Ben Orr had said that the mill would close in March.",
        &[
            "Ada Lund < : Ben Orr had said that the mill would close in March",
            "Ben Orr < Ada Lund: that the mill would close in March",
        ],
    );
    check(
        "据《海州日报》报道，市长王大明表示，收费过高。",
        &["海州日报 < : 市长王大明表示，收费过高", "王大明 < 海州日报: 收费过高"],
    );
}

#[test]
fn chinese_words_that_pass_on_name_the_relay() {
    check("李新华转述王大明的话称，收费过高。", &["王大明 < 李新华: 收费过高"]);
}

#[test]
fn an_apposition_belongs_to_the_source() {
    check("According to Ben Orr, head of the Mill Board, the fee is too high.", &["Ben Orr < : the fee is too high"]);
    check(
        "The fee, according to Ben Orr, head of the Mill Board, is too high.",
        &["Ben Orr < : The fee, according to Ben Orr, head of the Mill Board, is too high"],
    );
}
