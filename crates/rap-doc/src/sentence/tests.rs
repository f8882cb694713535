//! Where sentences end, and that no text makes it slow or loses a character.

use proptest::prelude::*;

use super::sentences;
use crate::Span;

fn check(text: &str, expected: &[&str]) {
    let found: Vec<&str> = sentences(text).map(|span| span.of(text)).collect();
    assert_eq!(found, expected);
}

#[test]
fn short_forms_of_titles_and_law_do_not_end_a_sentence() {
    check("Dr. Okoye spoke. She left.", &["Dr. Okoye spoke.", "She left."]);
    check("See Art. 6(1) and No. 5. It is vague.", &["See Art. 6(1) and No. 5.", "It is vague."]);
    check("The U.S. Senate met. It rose.", &["The U.S. Senate met.", "It rose."]);
    check("J. K. Marsh of Delta Corp. said so.", &["J. K. Marsh of Delta Corp. said so."]);
    check("The answer was no. They left.", &["The answer was no.", "They left."]);
    check("It rose by 3.5 per cent. Then it fell.", &["It rose by 3.5 per cent.", "Then it fell."]);
}

#[test]
fn closing_marks_belong_to_the_sentence_they_close() {
    check("“It should go.” He sat.", &["“It should go.”", "He sat."]);
    check("\"Why?\" asked Mara. \"Because!\"", &["\"Why?\" asked Mara.", "\"Because!\""]);
    check("他说：“应当修改。”随后离席。", &["他说：“应当修改。”", "随后离席。"]);
    check("（见附件。）草案过宽！", &["（见附件。）", "草案过宽！"]);
}

#[test]
fn chinese_and_english_may_follow_each_other() {
    check("草案过宽。It should go. 应当收窄。", &["草案过宽。", "It should go.", "应当收窄。"]);
    check("“可行吗？”，他问。", &["“可行吗？”，他问。"]);
}

#[test]
fn numbers_of_items_stay_with_their_words() {
    check("1. Narrow the scope. 2. Wait.", &["1. Narrow the scope.", "2. Wait."]);
}

/// Texts that would take the square of their length if anything were looked at again and again.
#[test]
fn hostile_texts_take_linear_time() {
    const BYTES: usize = 300_000;
    let pieces =
        ["a.", "a.法", "”", ".”", ". ", ".   (", "。", "…", "\u{e3}", "a. “", "No.", "?!\"", "U.S.", " .法", "'"];
    for piece in pieces {
        let text = piece.repeat(BYTES / piece.len());
        let covered: usize = sentences(&text).map(|span| span.len()).sum();
        assert!(covered <= text.len());
    }
}

proptest! {
    #[test]
    fn every_character_is_in_one_sentence(text in "[a-zA-Z0-9 .!?。！？…”“\"'()法律，;\n\u{2003}-]{0,200}") {
        cover(&text)?;
    }

    #[test]
    fn any_text_is_covered(text in "\\PC{0,200}") {
        cover(&text)?;
    }
}

/// Sentences lie in order, do not overlap, have no white space at their ends, and leave white space alone out.
fn cover(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for span in sentences(text) {
        prop_assert!(span.start() >= end && !span.is_empty());
        prop_assert!(Span::new(end, span.start()).of(text).trim().is_empty());
        prop_assert_eq!(span.of(text).trim(), span.of(text));
        end = span.end();
    }
    prop_assert!(Span::new(end, text.len()).of(text).trim().is_empty());
    Ok(())
}
