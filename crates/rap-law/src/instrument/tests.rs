use jiff::civil::date;
use rap_doc::{Doc, SourceId};

use super::*;
use crate::from_text;

fn version(day: Date, in_force: Option<Date>, stage: Stage, text: &str) -> Version {
    let law = from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned()), "act");
    Version { date: day, in_force, stage, author: "Port Assembly".to_owned(), law }
}

fn harbour_act() -> Instrument {
    let amended = version(date(2031, 5, 1), Some(date(2032, 1, 1)), Stage::Amended, "Article 1\n\nThree lamps.\n");
    let proposal = version(date(2029, 3, 1), None, Stage::Proposal, "Article 1\n\nOne lamp.\n");
    let reading = version(date(2029, 9, 1), None, Stage::Reading(1), "Article 1\n\nA lamp.\n");
    let adopted = version(date(2030, 2, 1), Some(date(2030, 7, 1)), Stage::Adopted, "Article 1\n\nTwo lamps.\n");
    Instrument::new("Harbour Act".to_owned(), vec![amended, proposal, reading, adopted])
}

#[test]
fn versions_stand_in_the_order_of_their_dates() {
    let act = harbour_act();
    let stages: Vec<_> = act.versions().iter().map(|version| version.stage.clone()).collect();
    assert_eq!(stages, [Stage::Proposal, Stage::Reading(1), Stage::Adopted, Stage::Amended]);
    assert_eq!(act.steps().count(), 3);
}

#[test]
fn the_text_at_a_date_is_that_in_force_and_no_draft() {
    let act = harbour_act();
    let text = |day| act.in_force_on(day).map(|version| version.law.doc.text());
    assert_eq!(text(date(2030, 6, 30)), None);
    assert_eq!(text(date(2030, 7, 1)), Some("Article 1\n\nTwo lamps.\n"));
    assert_eq!(text(date(2031, 12, 31)), Some("Article 1\n\nTwo lamps.\n"));
    assert_eq!(text(date(2032, 1, 1)), Some("Article 1\n\nThree lamps.\n"));
}

#[test]
fn drafts_are_found_by_date_and_stage() {
    let act = harbour_act();
    assert_eq!(act.put_out_by(date(2029, 2, 1)), None);
    assert_eq!(act.put_out_by(date(2029, 10, 1)).map(|version| &version.stage), Some(&Stage::Reading(1)));
    assert_eq!(act.at_stage(&Stage::Proposal).map(|version| version.date), Some(date(2029, 3, 1)));
    assert_eq!(act.at_stage(&Stage::Reading(2)), None);
}
