use rap_doc::{Doc, SourceId};

use crate::{Act, AttributeOptions, SourceKind, Speaker, Voice, attribute};

/// Each statement of a text as its act, its speaker and its words.
fn check(text: &str, kind: SourceKind, expected: &[&str]) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let record = attribute(&doc, &AttributeOptions { kind: Some(kind), ..AttributeOptions::default() });
    let rows: Vec<String> = record
        .statements
        .iter()
        .filter(|statement| statement.act == Act::Demand || statement.voice == Voice::Continued)
        .map(|statement| {
            let who = match statement.speaker {
                Speaker::Actor(id) => record.actors[id.0 as usize].name.as_str(),
                Speaker::Author => "author",
                Speaker::Unknown => "unknown",
            };
            format!("{} {who}: {}", statement.act.name(), statement.quote().of(doc.text()))
        })
        .collect();
    assert_eq!(rows, expected, "in {text}");
}

#[test]
fn items_behind_words_that_ask_are_demands() {
    check(
        "We ask for:\n\n- a longer transition period for small mills;\n- a single contact point in each district.\n\nThe mills are old.\n",
        SourceKind::Submission,
        &[
            "demand author: a longer transition period for small mills;",
            "demand author: a single contact point in each district.",
        ],
    );
    check(
        "We therefore request the following:\n\n1. Article 4 is limited to high-risk systems.\n2. The deadline in Article 9 is extended to twelve months.\n",
        SourceKind::Submission,
        &[
            "demand author: Article 4 is limited to high-risk systems.",
            "demand author: The deadline in Article 9 is extended to twelve months.",
        ],
    );
}

#[test]
fn items_under_a_heading_of_proposals_are_demands_unless_they_say_otherwise() {
    check(
        "四、其他建议\n\n1. 条例施行前预留不少于六个月的过渡期。\n2. 设立统一的备案窗口；\n",
        SourceKind::Submission,
        &["demand author: 条例施行前预留不少于六个月的过渡期。", "demand author: 设立统一的备案窗口；"],
    );
}

#[test]
fn items_of_a_report_are_those_of_whoever_asked() {
    check(
        "The Otter Trust asked for the following:\n\n- a register of all mills;\n- a yearly report to the council.\n",
        SourceKind::Article,
        &["demand Otter Trust: a register of all mills;", "demand Otter Trust: a yearly report to the council."],
    );
}

#[test]
fn other_lists_ask_for_nothing() {
    check(
        "The following people attended:\n\n- Ada Lund from the Harbour Guild;\n- Bo Orr from the Mill Board.\n",
        SourceKind::Submission,
        &[],
    );
}
