//! The Chinese reader against the paragraphs under `corpus/attribution/zh`, and the laws that hold for any text.

mod attendance;
mod gold;
mod laws;
mod mentions;

use rap_doc::{Doc, SourceId};

use super::Reader;
use crate::found::Found;

/// Returns a document of one plain text.
fn doc(text: &str) -> Doc {
    Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned())
}

/// Returns what the reader finds in all blocks of a document.
fn read(doc: &Doc) -> Found {
    let mut found = Found::default();
    let mut reader = Reader::default();
    for block in 0..doc.blocks().len() {
        reader.read_block(doc, block, &mut found);
    }
    found
}
/// Returns the source, cue and content of each attribution, a line each.
fn told(text: &str) -> String {
    let words = |spans: &[rap_doc::Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join("+");
    let found = read(&doc(text));
    let line = |found: &crate::found::Attribution| {
        format!("{} | {} | {}", words(&found.source), words(&found.cue), words(&found.content))
    };
    found.attributions.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_short_name_before_its_cue_is_no_word_with_it() {
    assert_eq!(told("李明说，他不会来。"), "李明 | 说 | 他不会来");
    assert_eq!(told("“岸边的小店承担不起。”李明说。"), "李明 | 说 | “岸边的小店承担不起。”");
    let both = "“岸边的小店承担不起。”蓝桨公司总监王芳说，希望港务部门提供统一的指引。";
    assert!(told(both).starts_with("蓝桨公司总监王芳 | 说 | “岸边的小店承担不起。”+希望港务部门"), "{}", told(both));
    assert_eq!(told("他喜欢马小说，不喜欢诗。"), "");
}

#[test]
fn a_different_view_is_no_content() {
    assert!(!told("对此，协会秘书长冯小棠持不同意见。").contains("见\n"));
    assert!(!told("对此，协会秘书长冯小棠持不同意见。").ends_with("| 见"));
}
