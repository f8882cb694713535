use super::*;
use rap_doc::SourceId;

/// Checks the statements of a text, each as `voice: speaker: content`.
fn check(kind: SourceKind, text: &str, expected: &[&str]) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let record = attribute(&doc, &AttributeOptions { kind: Some(kind), ..AttributeOptions::default() });
    let rows: Vec<String> = record
        .statements
        .iter()
        .map(|statement| {
            let speaker = match statement.speaker {
                Speaker::Actor(id) => record.actors.get(id.0 as usize).unwrap().name.clone(),
                other => format!("{other:?}"),
            };
            format!("{}: {speaker}: {}", statement.voice.name(), statement.quote().of(doc.text()))
        })
        .collect();
    assert_eq!(rows, expected);
}

#[test]
fn a_report_goes_on_until_somebody_else_speaks_or_something_happens() {
    check(
        SourceKind::Record,
        "Anna Dahl believes that the register is too costly. Small mills cannot bear it. Bo Lind argued that the banks \
         are weak. Following the forum, the guests moved to the river.",
        &[
            "explicit: Anna Dahl: that the register is too costly",
            "continued: Anna Dahl: Small mills cannot bear it.",
            "explicit: Bo Lind: that the banks are weak",
        ],
    );
}

#[test]
fn in_an_article_nobody_goes_on_without_a_cue() {
    check(
        SourceKind::Article,
        "Anna Dahl said that the register is too costly. The river rose on Monday.",
        &["explicit: Anna Dahl: that the register is too costly"],
    );
}

#[test]
fn an_office_makes_a_person_of_a_name_that_no_list_knows() {
    check(
        SourceKind::Record,
        "Ottla Marsk, Permanent Secretary of the Ministry of Rivers, opened the meeting. She said that the register is \
         too costly. Marsk noted that the banks are weak.",
        &["explicit: Ottla Marsk: that the register is too costly", "explicit: Ottla Marsk: that the banks are weak"],
    );
}
