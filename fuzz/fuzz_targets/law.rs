//! Any bytes as an act: spans that nest and lie in the text, ids that are unique, references that equal their words,
//! and a printed act that prints the same when it is read back.

#![no_main]

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;
use rap_law::{Instruments, from_akoma_ntoso, import, references, to_akoma_ntoso};

fuzz_target!(|bytes: &[u8]| {
    let law = import(&[("act", bytes)], "act");
    let text = law.doc.text();
    let ids: BTreeSet<_> = law.provisions.iter().map(|provision| &provision.id).collect();
    assert_eq!(ids.len(), law.provisions.len(), "ids are unique");
    for (index, provision) in law.provisions.iter().enumerate() {
        assert!(provision.end > index && provision.end <= law.provisions.len());
        assert!(provision.own.iter().all(|own| provision.span.contains(*own)), "own words lie inside");
        if let Some(parent) = provision.parent {
            assert!(law.provisions[parent].span.contains(provision.span), "provisions nest");
        }
    }
    for reference in references(&law, &Instruments::built_in()) {
        assert!(text.get(reference.span.range()).is_some_and(|words| !words.is_empty()));
    }
    let printed = to_akoma_ntoso(&law);
    assert_eq!(to_akoma_ntoso(&from_akoma_ntoso(printed.as_bytes(), "act")), printed);
});
