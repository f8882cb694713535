use rap_doc::{Doc, SourceId};

use crate::{AttributeOptions, Finder, Finders, SourceKind, attribute};

/// Reads a text as an article and compares who found what: `finder: cue`, one a line.
fn check(text: &str, finders: Finders, expected: &[&str]) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let options = AttributeOptions { kind: Some(SourceKind::Article), finders, ..AttributeOptions::default() };
    let record = attribute(&doc, &options);
    let attributed = record.statements.iter().filter(|statement| !statement.cue.is_empty());
    let shown: Vec<String> = attributed
        .map(|statement| format!("{}: {}", statement.finder.name(), statement.cue[0].of(doc.text())))
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn a_report_that_both_find_says_so() {
    check("Ada Lund said that the fee was too high.", Finders::RulesAndModel, &["rules-and-model: said"]);
    check("王大明认为，收费过高。", Finders::RulesAndModel, &["rules-and-model: 认为"]);
}

#[test]
fn without_the_model_the_rules_stand() {
    check("Ada Lund said that the fee was too high.", Finders::RulesOnly, &["rules: said"]);
    check("王大明认为，收费过高。", Finders::RulesOnly, &["rules: 认为"]);
}

#[test]
fn a_source_of_no_known_kind_speaks_where_the_model_agrees() {
    let text = "The defendant's brother shouted that the verdict was a disgrace.";
    check(text, Finders::RulesOnly, &[]);
    check(text, Finders::RulesAndModel, &["rules-and-model: shouted"]);
}

#[test]
fn a_text_without_reports_has_none() {
    check("The mill opened in May and closed in June.", Finders::RulesAndModel, &[]);
    assert_eq!(Finder::from_name("rules-and-model"), Some(Finder::Both));
}

#[test]
fn what_only_seems_or_is_known_is_nobodys() {
    check("It seems likely that the boats will stay in the harbour.", Finders::RulesAndModel, &[]);
    check("It is well known that the sea is deep.", Finders::RulesAndModel, &[]);
    check("This shows that the lock was open all night.", Finders::RulesAndModel, &[]);
    check("A quiet push to rename the quay came to nothing.", Finders::RulesAndModel, &[]);
}

#[test]
fn a_custom_and_a_silent_paper_say_nothing() {
    check("According to local custom, the boats are painted in May.", Finders::RulesAndModel, &[]);
    check("The logbook did not mention the storm.", Finders::RulesAndModel, &[]);
    let survey = "According to a survey, the boats are painted in May.";
    check(survey, Finders::RulesAndModel, &["rules-and-model: According to"]);
}

#[test]
fn who_was_invited_to_take_part_was_asked_for_nothing() {
    check("Ada Lund invited four speakers.", Finders::RulesAndModel, &[]);
    check("Ada Lund invited two captains to present their logs.", Finders::RulesAndModel, &[]);
    let demand = "Ada Lund invited the member to apologise.";
    check(demand, Finders::RulesOnly, &["rules: invited"]);
}
