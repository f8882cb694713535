use rap_doc::{Doc, SourceId};
use rap_law::from_text;
use rap_theme::{Tagger, Tie};

use crate::fixture::{codebook, sample};
use crate::{Manifest, NamedLaw, Report, ReportBuilder, to_disposition};

fn law(text: &str) -> NamedLaw {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    NamedLaw { origin: "bill.txt".to_owned(), law: from_text(doc, "bill.txt") }
}

fn report(laws: &[NamedLaw]) -> Report {
    let codebook = codebook();
    let tagger = Tagger::new(&codebook);
    let mut builder = ReportBuilder::new(&codebook, &tagger, Manifest::default()).with_laws(laws);
    sample().iter().for_each(|entry| builder.add(entry));
    builder.finish()
}

#[test]
fn without_a_law_every_ask_is_a_row() {
    let report = report(&[]);
    let table = to_disposition(&report);
    assert_eq!(table.rows.len(), report.asks.len());
    assert!(table.rows.iter().all(|row| row.clause.is_empty() && row.answer.is_empty()));
    assert_eq!(table.counts().unanswered, report.asks.len());
}

#[test]
fn every_single_demand_has_a_tie_to_every_law_and_a_row() {
    let laws = [law("Lakeland Machines Bill\n\nArticle 1 Purpose\n\nThis Act protects the lake.\n"), law("Empty")];
    let report = report(&laws);
    assert!(!report.units.is_empty());
    for card in &report.laws {
        let mut units: Vec<usize> = card.links.iter().map(|link| link.unit).collect();
        units.dedup();
        assert_eq!(units, (0..report.units.len()).collect::<Vec<_>>());
    }
    let table = to_disposition(&report);
    for unit in &report.units {
        assert!(table.rows.iter().any(|row| row.comment.contains(&unit.quote)), "{}", unit.quote);
    }
    let ids: std::collections::BTreeSet<&str> = table.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids.len(), table.rows.len());
}

#[test]
fn words_of_ties_are_verbatim() {
    let laws =
        [law("Lakeland Machines Bill\n\nArticle 1 Insurance\n\nAn insurer insures machines and their keepers.\n")];
    let report = report(&laws);
    let entries = sample();
    for link in &report.laws[0].links {
        let place = &report.places[link.unit];
        let paper = report.statements[place.statement].paper;
        for found in &link.evidence {
            assert_eq!(found.span.of(entries[paper].doc.text()), found.words);
            assert!(laws[0].law.doc.text().contains(&found.law));
        }
        assert_eq!(link.provision.is_none(), matches!(link.tie, Tie::None | Tie::WholeDraft));
    }
}
