use rap_doc::{Doc, SourceId};
use rap_law::from_text;

use super::*;

const ACT: &str = "Harbour Act\n\nCHAPTER I\n\nLAMPS\n\nArticle 1\n\nOil\n\n1. In this Act ‘oil’ means:\n\n(a) seed oil;\n\n(b) gas as in point (a).\n\nArticle 2\n\nSee Article 1(1) and Regulation (EU) 2016/679.\n";

fn written(write: impl Fn(&LawSheet<'_>, &mut Vec<u8>)) -> String {
    let law = from_text(Doc::of_plain_text(SourceId::of(ACT.as_bytes()), ACT.to_owned()), "act");
    let mut out = Vec::new();
    write(&LawSheet::of(&law, &Instruments::built_in()), &mut out);
    String::from_utf8(out).unwrap()
}

#[test]
fn the_tree_reads_like_the_act() {
    insta::assert_snapshot!(written(|sheet, out| sheet.write_text(out).unwrap()));
}

#[test]
fn the_json_holds_the_tree_and_what_was_found_in_it() {
    insta::assert_snapshot!(written(|sheet, out| sheet.write_json(out).unwrap()));
}

#[test]
fn the_summary_counts() {
    insta::assert_snapshot!(written(|sheet, out| sheet.write_summary_json(out).unwrap()));
}
