use rap_doc::{BlockKind, Doc, SourceId, Span};

use crate::found::{Attribution, Found};
use crate::lang::en::Reader;

/// Reads a text and compares the attributions with the marked ones, one line each: `[S source] [C cue] [Q content]`.
/// Without its marks every line must be the text.
pub(crate) fn check(expected: &[&str]) {
    let text = unmarked(expected.first().expect("at least the text itself"));
    let found: Vec<String> = attributions(&text).iter().map(|one| marked(&text, one)).collect();
    let wanted: Vec<&str> = expected.iter().copied().filter(|line| line.contains("[Q ")).collect();
    assert_eq!(found, wanted, "\nfound:\n{}\n", found.join("\n"));
}

fn attributions(text: &str) -> Vec<Attribution> {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let mut reader = Reader::of(crate::Finders::RulesOnly);
    let mut found = Found::default();
    (0..doc.blocks().len()).for_each(|block| reader.read_block(&doc, block, &mut found));
    found.attributions
}

fn unmarked(line: &str) -> String {
    line.replace("[S ", "").replace("[C ", "").replace("[Q ", "").replace(']', "")
}

fn marked(text: &str, one: &Attribution) -> String {
    let mut marks: Vec<(Span, char)> = one.source.iter().map(|span| (*span, 'S')).collect();
    marks.extend(one.cue.iter().map(|span| (*span, 'C')));
    marks.extend(one.content.iter().map(|span| (*span, 'Q')));
    marks.sort_by_key(|(span, kind)| (span.start(), *kind));
    let mut shown = String::new();
    let mut at = 0;
    for (span, kind) in marks {
        assert!(span.start() >= at, "spans of one attribution overlap in {text:?}: {one:?}");
        shown += &format!("{}[{kind} {}]", Span::new(at, span.start()).of(text), span.of(text));
        at = span.end();
    }
    shown + Span::new(at, text.len()).of(text)
}

#[test]
fn quoted_sentences_go_on_after_their_cue() {
    check(&["[Q “The draft is too wide,”] [S Ada Lund] [C said]. [Q “It should be narrower.”] She left."]);
}

#[test]
fn a_quotation_goes_on_in_the_next_paragraph() {
    check(&[
        "[S She] [C said]: [Q “The draft is far too wide.]\n\n“It should be narrower.”\n\nThe hall was full.",
        "[S She] [C said]: “The draft is far too wide.\n\n[Q “It should be narrower.”]\n\nThe hall was full.",
    ]);
}

#[test]
fn a_sentence_without_a_cue_has_no_attribution() {
    check(&["The committee met in the old town hall on Monday."]);
    check(&["The law entered into force in March 2021."]);
}

#[test]
fn any_text_is_read_without_a_panic() {
    let words = "(said|that|to|the|Ada|Lund|plan|urged|\"|“|”|,|\\.|:|—|and|by|who|was|not|it|according to|’s|\n\n)";
    proptest::proptest!(|(text in proptest::string::string_regex(&format!("({words} ?){{0,40}}")).expect("a pattern"))| {
        for one in attributions(&text) {
            for span in one.content.iter().chain(&one.source).chain(&one.cue) {
                assert!(!span.of(&text).is_empty(), "{one:?} in {text:?}");
            }
        }
    });
}

#[test]
fn a_sentence_of_a_million_words_is_read_in_linear_time() {
    let text = "the board said that the plan, ".repeat(20_000);
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.clone());
    assert!(doc.blocks().iter().all(|block| block.kind != BlockKind::Furniture));
    assert!(attributions(&text).len() > 1000);
}
