//! Laws that hold for any text.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{doc, read};

/// Pieces that Chinese papers are made of, and some that they are not.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("张某".to_owned()),
        Just("王教授".to_owned()),
        Just("指出".to_owned()),
        Just("，".to_owned()),
        Just("。".to_owned()),
        Just("：“".to_owned()),
        Just("”".to_owned()),
        Just("\"".to_owned()),
        Just("《".to_owned()),
        Just("（一）".to_owned()),
        Just("某某公司".to_owned()),
        Just("有意见认为".to_owned()),
        Just("據悉，".to_owned()),
        Just("出席会议".to_owned()),
        Just("作关于立法的报告".to_owned()),
        "\\PC{0,6}",
        "[\\p{Han}]{1,8}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn spans_fit_the_text_and_contents_are_not_empty(text in text()) {
        let doc = doc(&text);
        let found = read(&doc);
        let fits = |span: &rap_doc::Span| doc.text().get(span.range()).is_some();
        for attribution in &found.attributions {
            prop_assert!(!attribution.content.is_empty());
            prop_assert!(attribution.content.iter().all(|span| !span.is_empty()));
            prop_assert!(attribution.source.iter().chain(&attribution.cue).chain(&attribution.content).all(fits));
        }
        for mention in &found.mentions {
            prop_assert!(fits(&mention.span) && mention.span.contains(mention.name) && !mention.name.is_empty());
        }
        prop_assert!(found.mentions.is_sorted_by_key(|mention| mention.span.start()));
        prop_assert!(found.present.iter().all(|(index, verb)| *index < found.mentions.len() && fits(verb)));
    }
}

#[test]
fn names_that_no_list_knows_come_in_the_order_of_the_text() {
    let found = read(&doc("《有意见认为《：“指出，《有意见认为\"。據悉，指出指出"));
    assert!(found.mentions.is_sorted_by_key(|mention| mention.span.start()));
}

#[test]
fn hostile_texts_are_read_in_time() {
    let pieces =
        ["草", "“", "“”", "张三说，", "据", "（", "、张三", "一是", "有", "《", "公司", "认为", "张某说：“好。”"];
    for piece in pieces {
        let mut text = String::new();
        for _ in 0..40_000 {
            let _ = write!(text, "{piece}");
        }
        read(&doc(&text));
    }
}
