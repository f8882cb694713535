use rap_doc::{Doc, SourceId};

use crate::{AttributeOptions, SourceKind, Speaker, attribute};

/// Reads a record of a meeting and compares who speaks in it.
fn check(text: &str, speakers: &[&str]) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let options = AttributeOptions { kind: Some(SourceKind::Record), ..AttributeOptions::default() };
    let record = attribute(&doc, &options);
    let attributed = record.statements.iter().filter(|statement| !statement.cue.is_empty());
    let found: Vec<&str> = attributed
        .map(|statement| match statement.speaker {
            Speaker::Actor(id) => record.actors[id.0 as usize].name.as_str(),
            Speaker::Author | Speaker::Unknown => "nobody",
        })
        .collect();
    assert_eq!(found, speakers, "{text}");
}

#[test]
fn the_only_ministry_of_a_paper_is_meant_by_its_kind() {
    let text = "The Ministry of Rivers said that the fee was fair.\n\nMills were built and mills were sold.\n\n\
                Ministry said that the fee would stay.";
    check(text, &["Ministry of Rivers", "Ministry of Rivers"]);
}

#[test]
fn of_two_ministries_neither_is_meant() {
    let text = "The Ministry of Rivers said that the fee was fair. The Ministry of Roads said that the fee was unfair.\n\n\
                Ministry said that the fee would stay.";
    check(text, &["Ministry of Rivers", "Ministry of Roads", "Ministry"]);
}

#[test]
fn the_only_association_of_a_paper_is_meant_by_its_kind() {
    check("海州磨坊协会认为，收费过高。\n\n协会建议，降低收费。", &["海州磨坊协会", "海州磨坊协会"]);
}

#[test]
fn heads_lead_or_close_a_name() {
    assert!(super::is_headed("MINISTRY OF RIVERS", "Ministry"));
    assert!(super::is_headed("Mill Board", "Board"));
    assert!(!super::is_headed("Board", "Board"));
    assert!(!super::is_headed("Ministry Street", "Ministry"));
}

#[test]
fn an_association_of_a_profession_is_a_body() {
    check("海州市作家协会秘书长祝青禾指出，收费过高。", &["祝青禾"]);
}
