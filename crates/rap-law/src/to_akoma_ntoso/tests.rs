use proptest::prelude::*;
use rap_doc::{Doc, SourceId};

use super::*;
use crate::shape::shape;
use crate::{from_akoma_ntoso, from_text};

fn law(text: &str) -> Law {
    from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned()), "act")
}

#[test]
fn an_act_is_printed_and_read_back() {
    let text = "Harbour Act\n\nHaving regard to the Treaty,\n\nWhereas:\n\n(1) Lamps are dim & < old.\n\nHAVE ADOPTED THIS REGULATION:\n\nCHAPTER I\n\nLAMPS\n\nArticle 1\n\nOil\n\n1. Oil is:\n\n(a) seed oil;\n\n(b) whale oil,\n\nand it is clean.\n\nIt is cheap.\n\n2. No gas.\n\nDone at Port, 1 May.\n\nANNEX I\n\nForms\n\n1. One.\n\nANNEX II\n\nOther forms\n";
    let first = to_akoma_ntoso(&law(text));
    insta::assert_snapshot!(first);
    let again = from_akoma_ntoso(first.as_bytes(), "act");
    let without = |shape: String| shape.lines().filter(|line| !line.starts_with('!')).collect::<Vec<_>>().join("\n");
    assert_eq!(without(shape(&again)), without(shape(&law(text))));
    assert_eq!(to_akoma_ntoso(&again), first);
}

/// Lines of which generated acts are made: headings, numbers, texts of both languages.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        (1..12_u32).prop_map(|n| format!("Article {n}")),
        (1..5_u32).prop_map(|n| format!("CHAPTER {n}")),
        (1..5_u32).prop_map(|n| format!("{n}. Vessels shall have lamps.")),
        (0..4_u8).prop_map(|n| format!("({}) a lamp;", char::from(b'a' + n))),
        (1..4_u32).prop_map(|n| format!("({n}) some oil;")),
        Just("第三条　船舶应当有灯。".to_owned()),
        Just("第四条之一　船舶应当有绳：".to_owned()),
        Just("（一）客船；".to_owned()),
        Just("第二章　灯光".to_owned()),
        Just("ANNEX II".to_owned()),
        Just("Whereas:".to_owned()),
        Just("HAVE ADOPTED THIS LAW:".to_owned()),
        "[A-Za-z ,.;:&<>“”一二条款（）()]{0,40}",
    ]
}

proptest! {
    #[test]
    fn what_was_printed_is_printed_again(lines in proptest::collection::vec(line(), 0..30)) {
        let first = to_akoma_ntoso(&law(&lines.join("\n\n")));
        prop_assert_eq!(to_akoma_ntoso(&from_akoma_ntoso(first.as_bytes(), "act")), first);
    }

    #[test]
    fn ids_are_unique_and_words_are_kept(lines in proptest::collection::vec(line(), 0..40)) {
        let law = law(&lines.join("\n\n"));
        let ids: std::collections::BTreeSet<_> = law.provisions.iter().map(|provision| &provision.id).collect();
        prop_assert_eq!(ids.len(), law.provisions.len());
        for provision in &law.provisions {
            for own in &provision.own {
                prop_assert!(provision.span.contains(*own));
            }
        }
    }

    #[test]
    fn ids_are_stable_under_edits_elsewhere(count in 2..9_usize, words in "[a-z]{1,9}( [a-z]{1,9}){0,5}") {
        let article = |n: usize| format!("Article {n}\n\n1. Lamps:\n\n(a) oil;\n\n(b) gas.\n\n2. Ropes.");
        let act = |first: &str| {
            let rest: Vec<_> = (2..=count).map(article).collect();
            law(&format!("Article 1\n\n{first}\n\n{}", rest.join("\n\n")))
        };
        let ids = |law: &Law| -> Vec<String> {
            let all = law.provisions.iter().map(|provision| provision.id.to_string());
            all.filter(|id| !id.starts_with("art_1_") && id != "art_1").collect()
        };
        let edited = act(&format!("1. {words}.\n\n(a) {words};\n\n2. {words}."));
        prop_assert_eq!(ids(&act("One text.")), ids(&edited));
    }
}
