//! What makes a document, and what does not.

use proptest::prelude::*;

use super::{Doc, DocError};
use crate::{Block, BlockKind, Language, Origin, SourceId, Span};

fn block(kind: BlockKind, start: usize, end: usize) -> Block {
    Block { kind, span: Span::new(start, end), origin: Origin::default(), language: Language::English }
}

fn doc(text: &str, blocks: Vec<Block>) -> Result<Doc, DocError> {
    Doc::new(SourceId::of(text.as_bytes()), text.to_owned(), blocks)
}

#[test]
fn blocks_must_cover_the_words_in_order() {
    use BlockKind::Paragraph;
    assert!(doc(" ab  cd\n", vec![block(Paragraph, 1, 3), block(Paragraph, 5, 7)]).is_ok());
    assert_eq!(doc("ab cd", vec![block(Paragraph, 0, 2)]), Err(DocError::Uncovered { at: 3 }));
    assert_eq!(doc("ab cd", vec![block(Paragraph, 0, 4), block(Paragraph, 3, 5)]), Err(DocError::Overlap { block: 1 }));
    assert_eq!(doc("法", vec![block(Paragraph, 0, 2)]), Err(DocError::Misfit { block: 0, start: 0, end: 2 }));
    assert_eq!(doc("a", vec![block(Paragraph, 0, 9)]), Err(DocError::Misfit { block: 0, start: 0, end: 9 }));
}

#[test]
fn furniture_has_no_sentences() {
    let doc = doc(
        "Menu. More.\nIt is wide. It is vague.",
        vec![block(BlockKind::Furniture, 0, 11), block(BlockKind::Paragraph, 12, 36)],
    )
    .unwrap();
    assert_eq!(doc.sentences_of(0), 0..0);
    assert_eq!(doc.sentences_of(1), 0..2);
    assert_eq!(doc.sentences_of(9), 0..0);
    assert_eq!(doc.block_at(13), Some(1));
    assert_eq!(doc.block_at(0), Some(0));
}

#[test]
fn a_document_is_in_the_language_of_most_of_its_text() {
    let of = |text: &str| Doc::of_plain_text(SourceId::of(b""), text.to_owned()).language();
    assert_eq!(of("草案过宽，应当收窄范围。\n\nYes."), Language::Chinese);
    assert_eq!(of("The bill is too wide.\n\n好。"), Language::English);
    assert_eq!(of(""), Language::Other);
}

proptest! {
    #[test]
    fn sentences_lie_in_their_blocks_in_order(text in "([A-Za-z .。法]{0,40}\n?){0,10}") {
        let doc = Doc::of_plain_text(SourceId::of(b""), text);
        let mut end = 0;
        for (index, sentence) in doc.sentences().iter().enumerate() {
            prop_assert!(doc.blocks()[sentence.block].span.contains(sentence.span));
            prop_assert!(doc.sentences_of(sentence.block).contains(&index));
            prop_assert!(sentence.span.start() >= end);
            end = sentence.span.end();
        }
    }
}
