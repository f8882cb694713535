use rap_doc::{Doc, SourceId};

use crate::{AttributeOptions, SourceKind, Voice, attribute};

/// Checks who speaks on what: `speakers: title`.
fn check(text: &str, expected: &[&str]) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let record = attribute(&doc, &AttributeOptions { kind: Some(SourceKind::Record), ..AttributeOptions::default() });
    let topics = record.statements.iter().filter(|statement| statement.voice == Voice::TopicOnly);
    let rows: Vec<String> = topics
        .map(|statement| {
            let names: Vec<_> = statement.speakers().map(|id| record.actors[id.0 as usize].name.as_str()).collect();
            format!("{}: {}", names.join(" & "), statement.quote().of(doc.text()))
        })
        .collect();
    assert_eq!(rows, expected, "{text}");
}

#[test]
fn titles_of_speeches_are_topics() {
    check(
        "Anna Dahl, head of policy at Tarn Mills, delivered a speech titled \"Rivers and Rules\" to the guests.",
        &["Anna Dahl: \"Rivers and Rules\""],
    );
    check("Subsequently, Bo Lind spoke on the theme \"Banks First.\"", &["Bo Lind: \"Banks First.\""]);
}

#[test]
fn several_speak_on_one_subject() {
    check(
        "The director of research at Tarn Mills Anna Dahl, and the head of law at Birch Technology Emma Stone, spoke on \
         their years at the river.",
        &["Anna Dahl & Emma Stone: their years at the river"],
    );
}

#[test]
fn speaking_for_somebody_is_no_subject() {
    check("Anna Dahl spoke on behalf of the mills.", &[]);
}
