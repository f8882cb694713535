//! Blocks of plain text: what is joined, what is parted, and that every text is covered.

use proptest::prelude::*;

use super::plain_blocks;
use crate::{Doc, SourceId};

fn check(text: &str, expected: &[(&str, &str, &str)]) {
    let blocks = plain_blocks(text);
    let found: Vec<_> =
        blocks.iter().map(|block| (block.kind.name(), block.origin.path.as_str(), block.span.of(text))).collect();
    assert_eq!(found, expected);
}

#[test]
fn each_line_is_a_paragraph_where_lines_are_not_wrapped() {
    check(
        "The first speaker asked for time, because the firms that she speaks for are small and have no lawyers at all.\n\
         No.\r\n",
        &[
            (
                "paragraph",
                "line 1",
                "The first speaker asked for time, because the firms that she speaks for are small and have no lawyers at all.",
            ),
            ("paragraph", "line 2", "No."),
        ],
    );
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    let text = "The bill is too wide, and it should be made\nnarrower before the chamber reads it again, or\nnobody will know.\n\nThank you.";
    check(text, &[("paragraph", "line 1", text.split("\n\n").next().unwrap()), ("paragraph", "line 5", "Thank you.")]);
}

#[test]
fn items_are_told_by_their_labels() {
    check(
        "- one\n(a) two\n（三）第三\n4. four\n5、第五\n2024 was a good year",
        &[
            ("list-item", "line 1", "- one"),
            ("list-item", "line 2", "(a) two"),
            ("list-item", "line 3", "（三）第三"),
            ("list-item", "line 4", "4. four"),
            ("list-item", "line 5", "5、第五"),
            ("paragraph", "line 6", "2024 was a good year"),
        ],
    );
}

#[test]
fn a_short_open_line_before_text_is_a_heading() {
    check(
        "On the scope\n\nIt is too wide.\n\nYours sincerely,\n\nMara Lund, director",
        &[
            ("heading", "line 1", "On the scope"),
            ("paragraph", "line 3", "It is too wide."),
            ("paragraph", "line 5", "Yours sincerely,"),
            ("paragraph", "line 7", "Mara Lund, director"),
        ],
    );
}

#[test]
fn one_long_line_and_many_short_ones_take_linear_time() {
    for piece in ["a.", "(", "a\n", "1", "\n", " ", "- \n", "x. ", "法"] {
        let text = piece.repeat(300_000 / piece.len());
        let blocks = plain_blocks(&text);
        assert!(blocks.iter().map(|block| block.span.len()).sum::<usize>() <= text.len());
    }
}

proptest! {
    #[test]
    fn blocks_cover_every_text(text in "([a-z0-9 .()•法律\u{3000}-]{0,90}(\n|\r\n|\n\n)?){0,12}") {
        let source = SourceId::of(text.as_bytes());
        prop_assert!(Doc::new(source, text.clone(), plain_blocks(&text)).is_ok());
    }

    #[test]
    fn blocks_cover_any_text(text in "\\PC{0,120}[\\s\\S]{0,60}") {
        let source = SourceId::of(text.as_bytes());
        prop_assert!(Doc::new(source, text.clone(), plain_blocks(&text)).is_ok());
    }
}
