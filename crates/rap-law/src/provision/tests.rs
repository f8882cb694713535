use rap_doc::{Doc, SourceId};

use crate::from_text;

const ACT: &str = "CHAPTER I\n\nArticle 1\n\n1. Lamps.\n\n2. Oil:\n\n(a) whale;\n\n(b) seed.\n\nArticle 2\n\nOne text.\n\nAnother text.\n\nANNEX\n\n1. Forms.\n";

#[test]
fn ids_are_found_whole_and_without_their_divisions() {
    let law = from_text(Doc::of_plain_text(SourceId::of(b""), ACT.to_owned()), "act");
    let id = |wanted: &str| law.find(wanted).map(|index| law.provisions[index].id.as_str());
    assert_eq!(id("chp_1__art_1__para_2__point_b"), Some("chp_1__art_1__para_2__point_b"));
    assert_eq!(id("art_1__para_2__point_b"), Some("chp_1__art_1__para_2__point_b"));
    assert_eq!(id("art_2__para_1"), Some("chp_1__art_2"));
    assert_eq!(id("art_2__para_2"), Some("chp_1__art_2__para_2"));
    assert_eq!(id("art_3"), None);
    assert_eq!(id("1__para_2"), None);
}

#[test]
fn children_are_those_right_below() {
    let law = from_text(Doc::of_plain_text(SourceId::of(b""), ACT.to_owned()), "act");
    let chapter = law.find("chp_1").unwrap();
    let below: Vec<_> = law.children(chapter).map(|index| law.provisions[index].id.as_str()).collect();
    assert_eq!(below, ["chp_1__art_1", "chp_1__art_2"]);
}

#[test]
fn spans_nest_and_ends_close() {
    let law = from_text(Doc::of_plain_text(SourceId::of(b""), ACT.to_owned()), "act");
    for (index, provision) in law.provisions.iter().enumerate() {
        assert!(provision.end > index);
        if let Some(parent) = provision.parent {
            assert!(law.provisions[parent].span.contains(provision.span), "{}", provision.id);
            assert!(law.provisions[parent].end >= provision.end);
        }
    }
}
