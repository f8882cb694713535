//! The stage as a whole: what goes where, and that nothing is lost or panics.

use proptest::prelude::*;
use rap_doc::{BlockKind, Doc, Media, Severity};

use crate::{ReadOptions, Reading, read};

fn reading(bytes: impl AsRef<[u8]>, origin: &str) -> Reading {
    read(bytes.as_ref(), origin, &ReadOptions::default())
}

#[test]
fn formats_are_told_by_content_before_name() {
    let check =
        |bytes: &[u8], origin: &str, media: Media| assert_eq!(reading(bytes, origin).source.media, media, "{origin}");
    check(b"The bill is too wide.", "a.txt", Media::Text);
    check(b"# On the bill", "a.md", Media::Markdown);
    check(b"# On the bill", "a.txt", Media::Text);
    check(b"\xEF\xBB\xBF\n<!-- saved --><!DOCTYPE html><p>Hello.</p>", "a.txt", Media::Html);
    check(b"plain words in a page", "a.html", Media::Html);
    check(b"\x89PNG\r\n\x1a\n", "a.txt", Media::Unknown);
}

#[test]
fn what_is_no_paper_is_an_empty_document_with_the_reason() {
    let check = |bytes: &[u8], code: &str| {
        let reading = reading(bytes, "a.txt");
        assert!(reading.doc.blocks().is_empty());
        let [finding] = reading.findings.as_slice() else { panic!("one finding: {:?}", reading.findings) };
        assert_eq!((finding.severity, finding.code, finding.origin.as_str()), (Severity::Loss, code, "a.txt"));
        assert!(!finding.hint.is_empty());
    };
    check(b"", "empty");
    check(b" \n\t ", "empty");
    check(b"PK\x03\x04 of something else", "not-a-document");
    check(b"\x00\x01\x02\x03", "not-a-document");
    check(&(0..=255).cycle().take(10_000).collect::<Vec<u8>>(), "not-a-document");
}

#[test]
fn menus_and_footers_are_furniture_in_place() {
    let page = "<body><nav><a href=/>Home</a></nav><main><h1>On the bill</h1><p>Its scope is too wide, and it should \
                be narrowed before the second reading.</p></main><footer>Imprint</footer>";
    let kinds: Vec<_> = reading(page, "a.html").doc.blocks().iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Furniture, BlockKind::Heading(1), BlockKind::Paragraph, BlockKind::Furniture]);
}

/// Bytes that begin like each of the formats, so that the readers behind them are reached.
fn paper() -> impl Strategy<Value = (Vec<u8>, &'static str)> {
    let start = prop::sample::select(vec![
        ("", "a.txt"),
        ("", "a.md"),
        ("<html>", "a.html"),
        ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>", "a.pdf"),
        ("PK\u{3}\u{4}word/document.xml", "a.docx"),
        ("MIME-Version: 1.0\r\n", "a.eml"),
    ]);
    let piece = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<div>",
        "<ul><li>",
        "<table><td>",
        "<script>",
        "&amp;",
        "\n",
        "\n\n",
        "# ",
        "- ",
        "> ",
        "1. ",
        "*",
        "a word ",
        "It is wide. ",
        "草案应当收窄。",
        "|a|b|\n|-|-|\n",
        "```",
        "\u{3000}",
        "\u{fffd}",
        "\u{0}",
        "<a href=x>",
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n",
        "<br>",
        "</div>",
        "2024-05-03",
    ]);
    let bytes = (prop::collection::vec(piece, 0..30), prop::collection::vec(any::<u8>(), 0..8));
    (start, bytes).prop_map(|((start, origin), (pieces, tail))| {
        ([start.as_bytes(), pieces.concat().as_bytes(), &tail].concat(), origin)
    })
}

proptest! {
    #[test]
    fn every_paper_is_covered_and_read_the_same_twice((bytes, origin) in paper()) {
        let once = reading(&bytes, origin);
        let doc = &once.doc;
        prop_assert!(Doc::new(doc.source(), doc.text().to_owned(), doc.blocks().to_vec()).is_ok());
        prop_assert!(doc.blocks().iter().all(|block| !block.span.is_empty()));
        prop_assert!(once.findings.iter().all(|finding| finding.origin == origin));
        prop_assert_eq!(once, reading(&bytes, origin));
    }
}
