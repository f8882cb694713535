//! What makes a document, and what does not.

use proptest::prelude::*;

use super::{Doc, DocError, Sentence};
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

const TEXT: &str = "On the bill\nIt is wide. It should be narrow.\n\n草案过宽。应当收窄。\n";

fn plain(text: &str) -> Doc {
    Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned())
}

/// Puts a document together again from its parts.
fn again(doc: &Doc, sentences: &[Sentence]) -> Result<Doc, DocError> {
    Doc::of_parts(doc.source(), doc.text().to_owned(), doc.blocks().to_vec(), sentences.to_vec())
}

#[test]
fn sentences_that_are_not_of_the_text_are_refused() {
    let doc = plain(TEXT);
    let check = |change: &dyn Fn(&mut Vec<Sentence>), sentence| {
        let mut sentences = doc.sentences().to_vec();
        change(&mut sentences);
        assert_eq!(again(&doc, &sentences), Err(DocError::Sentence { sentence }));
    };
    check(&|sentences| sentences.swap(1, 2), 2);
    check(&|sentences| sentences[1].block = 2, 1);
    check(&|sentences| sentences[2].block = 99, 2);
    check(&|sentences| sentences[2].span = Span::new(24, 99), 2);
    check(&|sentences| sentences[3].span = Span::new(sentences[3].span.start(), sentences[3].span.end() - 1), 3);
}

#[test]
fn sentences_may_be_cut_otherwise_than_this_program_would() {
    let doc = plain(TEXT);
    let mut sentences = doc.sentences().to_vec();
    sentences.remove(1);
    let kept = again(&doc, &sentences).unwrap();
    assert_eq!(kept.sentences(), sentences);
    assert_eq!(kept.sentences_of(1), 1..2);
    assert_eq!(kept.sentences_of(2), 2..4);
}

proptest! {
    #[test]
    fn a_document_is_put_together_again(text in "([A-Za-z .!?\n。草案]|\n\n){0,80}") {
        let doc = plain(&text);
        prop_assert_eq!(again(&doc, doc.sentences()).unwrap(), doc);
    }
}
