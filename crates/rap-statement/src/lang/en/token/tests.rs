use super::*;
use crate::lang::en::lexicon::lexicon;

/// Tokens joined by `|`, with `“` and `”` for marks that open and close.
fn check(text: &str, expected: &str) {
    let mut tokens = Vec::new();
    tokenize(text, Span::new(0, text.len()), lexicon(), &mut tokens);
    let shown: Vec<&str> = tokens
        .iter()
        .map(|token| match token.shape {
            Shape::QuoteOpen => "“",
            Shape::QuoteClose => "”",
            _ => token.of(text),
        })
        .collect();
    assert_eq!(shown.join("|"), expected);
}

#[test]
fn words_clitics_and_hyphens() {
    check("She doesn't like Norland's data-driven plan.", "She|does|n't|like|Norland|'s|data-driven|plan|.");
    check("They’re O’Dara’s; we’ll see, I’d say.", "They|’re|O’Dara|’s|;|we|’ll|see|,|I|’d|say|.");
    check("the voters’ will, can't it", "the|voters|’|will|,|ca|n't|it");
}

#[test]
fn short_forms_keep_their_stop() {
    check("Dr. J. B. Vale of the U.S. Dept. of Tides", "Dr.|J.|B.|Vale|of|the|U.S.|Dept.|of|Tides");
    check("He left. She stayed.", "He|left|.|She|stayed|.");
    check("It was I. Then e.g. this", "It|was|I|.|Then|e.g.|this");
}

#[test]
fn numbers_and_marks() {
    check(
        "1,200.50 on 3.4.2025, 20% of 12th-century—or -- so...",
        "1,200.50|on|3.4.2025|,|20|%|of|12th-century|—|or|--|so|...",
    );
}

#[test]
fn quotation_marks_open_and_close() {
    check(r#""No," she said ("never")."#, "“|No|,|”|she|said|(|“|never|”|)|.");
    check("‘It’s late,’ he wrote", "“|It|’s|late|,|”|he|wrote");
    check("'yes' and the boys' hats", "“|yes|”|and|the|boys|'|hats");
}

#[test]
fn other_letters() {
    check("Zoë née Müller said 法律 §5", "Zoë|née|Müller|said|法律|§|5");
}

#[test]
fn every_byte_sequence_has_ordered_tokens() {
    proptest::proptest!(|(text in "[a-zA-Z’'\"“”.\\-—é法 0-9,\u{301}]{0,80}")| {
        let mut tokens = Vec::new();
        tokenize(&text, Span::new(0, text.len()), lexicon(), &mut tokens);
        let mut last = 0;
        for token in tokens {
            assert!(token.start as usize >= last && token.end > token.start, "{token:?} in {text:?}");
            assert!(!token.of(&text).is_empty(), "{token:?} in {text:?}");
            last = token.end as usize;
        }
        assert!(last <= text.len());
    });
}
