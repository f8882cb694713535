use rap_dossier::Entry;
use rap_statement::{Act, ActorKind, BodyKind, Relay, SourceKind, Stance};

use super::*;
use crate::fixture::{PaperFixture, Said};

/// A text in which bytes, code points and UTF-16 units differ from the first words on.
fn paper() -> Entry {
    let text = "“𝔸 hearing” on the bill — 听证会\n\
                Harbour Robotics sent its counsel, Ada Quill. The law, she said, should be narrower.\n\
                应当缩小范围。";
    let mut paper = PaperFixture::new("hearing.txt", SourceKind::Record, text);
    let body = paper.actor("Harbour Robotics", ActorKind::Body(BodyKind::Company));
    let quill = paper.person("Ada Quill", "counsel", Some(body));
    paper.say(&Said {
        who: Some(quill),
        mention: "she",
        cue: "said",
        content: &["The law", "should be narrower"],
        act: Act::Demand,
        stance: Stance::SeeksRelief,
        themes: &[("scope", 0.812_345, "narrower")],
    });
    paper.say(&Said {
        who: None,
        mention: "",
        cue: "",
        content: &["应当缩小范围"],
        act: Act::Demand,
        stance: Stance::SeeksRelief,
        themes: &[],
    });
    paper.entry()
}

#[test]
fn a_statement_is_told_in_three_units() {
    let entry = paper();
    let paper = Paper::of(&entry);
    let rows: Vec<_> = paper.statements(&entry.codings).collect();
    assert_eq!(rows.len(), 2);
    for row in rows {
        let text = entry.doc.text();
        let chars: String = text.chars().skip(row.chars[0]).take(row.chars[1] - row.chars[0]).collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(row.quote, text.get(row.bytes[0]..row.bytes[1]).unwrap());
        assert_eq!(row.quote, chars);
        assert_eq!(row.quote, String::from_utf16(&units[row.utf16[0]..row.utf16[1]]).unwrap());
    }
}

#[test]
fn a_statement_serialises_to_the_promised_fields() {
    let entry = paper();
    let paper = Paper::of(&entry);
    let row = paper.statements(&entry.codings).next().unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&row).unwrap());
}

#[test]
fn a_statement_without_a_coding_has_no_themes() {
    let mut entry = paper();
    entry.codings.truncate(1);
    let paper = Paper::of(&entry);
    let themes: Vec<usize> = paper.statements(&entry.codings).map(|row| row.themes.len()).collect();
    assert_eq!(themes, [1, 0]);
}

#[test]
fn every_sentence_has_an_account_even_without_a_ledger() {
    let mut entry = paper();
    entry.record.ledger.accounts.truncate(1);
    let paper = Paper::of(&entry);
    let accounts: Vec<_> = paper.ledger().map(|row| (row.account, row.reason, row.text)).collect();
    assert_eq!(
        accounts,
        [
            ("set-aside", "heading", "“𝔸 hearing” on the bill — 听证会"),
            ("unread", "", "Harbour Robotics sent its counsel, Ada Quill."),
            ("unread", "", "The law, she said, should be narrower."),
            ("unread", "", "应当缩小范围。"),
        ]
    );
}

#[test]
fn a_body_that_speaks_is_its_own_organisation() {
    let mut paper = PaperFixture::new("a.txt", SourceKind::Record, "Harbour Robotics said the law is late.");
    let body = paper.actor("Harbour Robotics", ActorKind::Body(BodyKind::Company));
    paper.say(&Said {
        who: Some(body),
        mention: "Harbour Robotics",
        cue: "said",
        content: &["the law is late"],
        act: Act::Problem,
        stance: Stance::NamesProblem,
        themes: &[],
    });
    let entry = paper.entry();
    let paper = Paper::of(&entry);
    let row = paper.statements(&entry.codings).next().unwrap();
    assert_eq!(
        (row.speaker, row.organisation, row.organisation_kind),
        ("Harbour Robotics", "Harbour Robotics", "company")
    );
}

#[test]
fn those_who_speak_together_and_those_who_pass_it_on_are_told() {
    let mut paper =
        PaperFixture::new("a.txt", SourceKind::Record, "Quill, citing Reed and Lind, said the law is late.");
    let [quill, reed, lind] = ["Quill", "Reed", "Lind"].map(|name| paper.actor(name, ActorKind::Person));
    let mention = paper.span("Quill");
    let statement = paper.say(&Said {
        who: Some(reed),
        mention: "Reed and Lind",
        cue: "citing",
        content: &["the law is late"],
        act: Act::Problem,
        stance: Stance::NamesProblem,
        themes: &[],
    });
    statement.together = vec![lind];
    statement.relays = vec![Relay { actor: quill, mention }];
    let entry = paper.entry();
    let paper = Paper::of(&entry);
    let row = serde_json::to_value(paper.statements(&entry.codings).next().unwrap()).unwrap();
    assert_eq!(
        (&row["speaker"], &row["together"], &row["relays"]),
        (&"Reed".into(), &["Lind"].into(), &["Quill"].into())
    );
}

#[test]
fn every_row_has_a_cell_for_every_column() {
    fn check<R: Row>(row: &R) {
        assert_eq!(row.cells().len(), R::COLUMNS.len());
    }
    let entry = paper();
    let paper = Paper::of(&entry);
    check(&paper.row());
    check(&paper.ledger().next().unwrap());
    check(&paper.statements(&entry.codings).next().unwrap());
}
