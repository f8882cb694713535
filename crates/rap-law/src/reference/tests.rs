use rap_doc::{Doc, SourceId};

use super::*;
use crate::from_text;

/// Prints the references of an act: words, kind, whether resolved, target.
fn referred(text: &str) -> String {
    let law = from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned()), "act");
    lines(text, &references(&law, &Instruments::built_in()))
}

fn lines(text: &str, found: &[Reference]) -> String {
    let line = |reference: &Reference| {
        let resolved = if reference.resolved { "" } else { " unresolved" };
        let words = reference.span.of(text).replace('\n', " ");
        format!("{words} | {}{resolved} | {}\n", reference.kind.name(), reference.target.join(" "))
    };
    found.iter().map(line).collect()
}

#[test]
fn references_within_an_act() {
    insta::assert_snapshot!(referred(
        "CHAPTER I\n\nLAMPS\n\nArticle 1\n\n1. Lamps:\n\n(a) oil;\n\n(b) gas, as in point (a).\n\nSecond text, by paragraph 2 and points (a) and (b).\n\n2. See paragraph 1, second subparagraph, Article 2 and Articles 1 to 3.\n\nArticle 2\n\nBy this Article, this Chapter, Article 9, Articles 1 to 9 and point (c) of Article 1(1). By Annex I, point 1.\n\nArticle 3\n\nFirst text.\n\nSecond text of this Regulation, see the first paragraph and Article 3(2).\n\nANNEX I\n\n1. See point 1 and Article 1(2).\n"
    ));
}

#[test]
fn an_article_that_amends_another_act() {
    insta::assert_snapshot!(referred(
        "Article 1\n\nRegulation (EU) 2018/1139 is amended as follows:\n\n(1) in Article 17, the following paragraph is added:\n\n‘3. By paragraph 2, and Chapter III of that Regulation.’\n\nArticle 2\n\nSee Article 1.\n"
    ));
}

#[test]
fn chinese_references_within_an_act() {
    insta::assert_snapshot!(referred(
        "第一章　总则\n第一条　船舶应当有灯。\n前款规定的灯，包括：\n（一）油灯；\n（二）前项规定以外的灯。\n违反前两款规定的，依照第二条第一款处罚。\n第二条　依照本法第一条第二款第（一）项、第二项和本条第一款。\n第三条　依照前条和第一条至第二条、第九条。\n依照第一款。\n依照《中华人民共和国民法典》第十条第二款。\n"
    ));
}

#[test]
fn a_text_without_an_act() {
    let text = "We ask to delete Article 5(1)(a) and Article 6(1) of Regulation (EU) 2016/679.";
    insta::assert_snapshot!(lines(text, &references_in_text(text, &Instruments::built_in())));
}

/// Looks up what a submission says in an act, and prints words, target and whether it is resolved.
fn spoken_of(act: &str, text: &str) -> Vec<String> {
    let doc = rap_doc::Doc::of_plain_text(rap_doc::SourceId::of(act.as_bytes()), act.to_owned());
    let law = crate::from_text(doc, "bill.txt");
    let found = crate::references_to(&law, text, &Instruments::built_in());
    found
        .iter()
        .map(|found| format!("{} -> {} {}", found.span.of(text), found.target.join(" "), found.resolved))
        .collect()
}

#[test]
fn a_submission_is_looked_up_in_the_act_it_speaks_of() {
    let bill = "Harbour Bill\n\nPart 1 General\n\nClause 1 Purpose\n\n(1) Ships are safe.\n\n(2) Crews are safe.\n\n\
                Clause 2 Fines\n\nA fine is paid.\n";
    assert_eq!(
        spoken_of(bill, "Clause 2 is harsh, and clause 1(2) is empty."),
        ["Clause 2 -> part_1__clause_2 true", "clause 1(2) -> part_1__clause_1__para_2 true"]
    );
    assert_eq!(
        spoken_of(bill, "We oppose Article 2 and clause 9."),
        ["Article 2 -> part_1__clause_2 true", "clause 9 -> point_9 false"]
    );
    let act = "海港法\n\n第一条 船舶应当安全。\n\n第二条 违反本法的，处以罚款。\n";
    assert_eq!(
        spoken_of(act, "草案第二条过于严厉，《海港法》第一条没有内容。"),
        ["第二条 -> art_2 true", "《海港法》第一条 -> art_1 true"]
    );
}
