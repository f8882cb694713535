use super::*;
use crate::{SourceKind, attribute};
use rap_doc::SourceId;

fn check(text: &str, submitter: Option<&str>, expected: Option<&str>) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let options = AttributeOptions {
        kind: Some(SourceKind::Submission),
        submitter: submitter.map(str::to_owned),
        ..AttributeOptions::default()
    };
    let record = attribute(&doc, &options);
    let speakers: Vec<Option<&str>> = record
        .statements
        .iter()
        .map(|statement| match statement.speaker {
            Speaker::Actor(id) => record.actors.get(id.0 as usize).map(|actor| actor.name.as_str()),
            Speaker::Author | Speaker::Unknown => None,
        })
        .collect();
    assert!(!speakers.is_empty(), "nothing said in `{text}`");
    assert!(speakers.iter().all(|speaker| *speaker == expected), "{speakers:?} in `{text}`");
}

#[test]
fn the_submitter_is_found_where_the_paper_names_it() {
    for (text, expected) in [
        ("I write on behalf of the Otter Trust. The bill should protect every river in the land.", Some("Otter Trust")),
        (
            "Tarn Mills Ltd welcomes the opportunity to comment. The bill should be narrower for us.",
            Some("Tarn Mills Ltd"),
        ),
        (
            "The bill should be narrower for small mills.\n\nYours sincerely,\n\nMira Dahl\n\nOtter Trust",
            Some("Otter Trust"),
        ),
        ("The bill should be narrower for small mills.\n\nYours sincerely,\n\nAnna Dahl", Some("Anna Dahl")),
        (
            "Position of the Millers' Union of Tarn\n\nThe bill should be narrower for small mills.",
            Some("Millers' Union of Tarn"),
        ),
        (
            "Otter Trust · 4 May 2031\n\nDear Minister,\n\nThe bill should be narrower.\n\nYours sincerely,\n\nAnna Dahl",
            Some("Otter Trust"),
        ),
        (
            "The Otter Trust has three hundred members. The bill should protect every river in the land.",
            Some("Otter Trust"),
        ),
        ("河湾水务有限公司关于河流保护法草案的意见\n\n草案第四条过宽，应当缩小适用范围。", Some("河湾水务有限公司")),
        ("The bill should be narrower for small mills.", None),
    ] {
        check(text, None, expected);
    }
}

#[test]
fn the_user_knows_better() {
    check(
        "I write on behalf of the Otter Trust. The bill should be narrower for us.",
        Some("Fern Group"),
        Some("Fern Group"),
    );
}
