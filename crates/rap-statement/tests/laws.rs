//! Laws of the stage that hold for any text.
#![allow(missing_docs, clippy::unwrap_used)]

use proptest::prelude::*;
use rap_doc::{Doc, SourceId};
use rap_statement::{AttributeOptions, Speaker, attribute};

/// Texts made of the words that the rules look for, so that the rules are met, and of anything else.
fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("Anna Dahl".to_owned()),
        Just("He".to_owned()),
        Just(", head of policy at Fern Group, ".to_owned()),
        Just(" said that ".to_owned()),
        Just("“the rules should go”".to_owned()),
        Just(": ".to_owned()),
        Just(". ".to_owned()),
        Just("\n\n".to_owned()),
        Just(" attended".to_owned()),
        Just("青藤集团法务总监李文静表示，".to_owned()),
        Just("草案应当收窄。".to_owned()),
        Just("该公司".to_owned()),
        Just("Article 5 ".to_owned()),
        "\\PC{0,6}",
    ];
    proptest::collection::vec(word, 0..24).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_span_is_words_of_the_text(text in texts()) {
        let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.clone());
        let record = attribute(&doc, &AttributeOptions::default());
        for statement in &record.statements {
            prop_assert!(!statement.content.is_empty());
            let spans = statement.content.iter().chain(&statement.cue).chain(&statement.mention).chain(&statement.items);
            for span in spans {
                prop_assert!(!span.is_empty() && text.get(span.range()).is_some(), "{span:?}");
            }
            if let Speaker::Actor(id) = statement.speaker {
                prop_assert!(record.actors.get(id.0 as usize).is_some());
            }
        }
        for actor in &record.actors {
            let names = actor.names.iter().flat_map(|name| name.spans.iter().map(|span| (name.name.as_str(), *span)));
            for (name, span) in names {
                prop_assert_eq!(span.of(&text), name);
            }
        }
        prop_assert_eq!(record.ledger.accounts.len(), doc.sentences().len());
    }

    #[test]
    fn a_text_has_one_record(text in texts()) {
        let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text);
        let options = AttributeOptions::default();
        prop_assert_eq!(attribute(&doc, &options), attribute(&doc, &options));
    }
}
