use super::*;
use crate::{AttributeOptions, attribute};
use rap_doc::SourceId;

fn totals(text: &str, kind: SourceKind) -> (usize, usize, usize) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let options = AttributeOptions { kind: Some(kind), ..AttributeOptions::default() };
    let ledger = attribute(&doc, &options).ledger;
    assert_eq!(ledger.accounts.len(), doc.sentences().len());
    ledger.totals()
}

#[test]
fn every_sentence_has_an_account() {
    let text = "Dear Minister,\n\nThe bill should be narrower. It is too wide for small mills and for their owners.";
    assert_eq!(totals(text, SourceKind::Submission), (2, 1, 0));
    assert_eq!(totals("第一条 为了保护河流，制定本法。", SourceKind::Law), (0, 1, 0));
}

#[test]
fn a_language_without_rules_is_unread() {
    let text = "Le projet de loi est beaucoup trop large pour les petites entreprises du pays.";
    assert_eq!(totals(text, SourceKind::Article), (0, 0, 1));
}
