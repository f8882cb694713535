use rap_doc::{Doc, SourceId};

use super::*;
use crate::from_text;

/// Prints the definitions of an act: term, meaning, provision, number of uses.
fn defined(text: &str) -> String {
    let law = from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned()), "act");
    let line = |definition: &Definition| {
        let id = &law.provisions[definition.provision].id;
        let uses = definition.uses.len();
        format!("{} | {} | {id} | {uses}\n", law.words(definition.term), law.words(definition.meaning))
    };
    definitions(&law).iter().map(line).collect()
}

#[test]
fn english_terms() {
    insta::assert_snapshot!(defined(
        "Article 1\n\nIn this Act:\n\n(1) ‘lamp’ means a light on a vessel;\n\n(2) ‘master’s lamp’ means a lamp of the master;\n\n(3) ‘oil’ (‘fuel’) or ‘grease’ has the meaning given in Article 9;\n\nArticle 2\n\nLamps burn oil. A lamppost is no lamp. The words ‘harbour master’ are old. The term “person” includes a company.\n"
    ));
}

#[test]
fn chinese_terms() {
    insta::assert_snapshot!(defined(
        "第一条　本法所称船舶，是指水上航行的工具。前款所称的灯是指船灯。\n第二条　本法下列用语的含义：\n（一）船员，是指在船舶上工作的人。\n（二）港口，是指船舶停泊的地方。\n第三条　船员应当爱护船舶。他的意思是指别的。\n"
    ));
}

#[test]
fn quotation_marks_that_do_not_close_cost_nothing() {
    let text = format!("Article 1\n\n{}\n", "‘a ".repeat(20_000));
    assert_eq!(defined(&text), "");
}
