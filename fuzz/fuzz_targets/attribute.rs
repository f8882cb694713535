//! Any text: a record whose spans lie in the text, with one account for every sentence, the same each time.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rap_doc::{Doc, SourceId};
use rap_statement::{AttributeOptions, attribute};

fuzz_target!(|text: &str| {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let record = attribute(&doc, &AttributeOptions::default());
    assert_eq!(record.ledger.accounts.len(), doc.sentences().len(), "one account for every sentence");
    for statement in &record.statements {
        assert!(!statement.content.is_empty(), "a statement says something");
        let spans = [&statement.content, &statement.cue, &statement.mention, &statement.items];
        for span in spans.into_iter().flatten() {
            assert!(doc.text().get(span.start()..span.end()).is_some(), "{span:?} is no part of the text");
        }
    }
    assert_eq!(record, attribute(&doc, &AttributeOptions::default()));
});
