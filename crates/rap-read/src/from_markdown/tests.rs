//! Markdown: the words without their marks, by line.

use crate::{ReadOptions, Reading, read};

fn reading(markdown: &str) -> Reading {
    read(markdown.as_bytes(), "a.md", &ReadOptions::default())
}

fn check(markdown: &str, expected: &[(&str, &str, &str)]) {
    let reading = reading(markdown);
    let text = reading.doc.text();
    let found: Vec<_> = reading
        .doc
        .blocks()
        .iter()
        .map(|block| (block.kind.name(), block.origin.path.as_str(), block.span.of(text)))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn quotes_read_well_and_are_traced_by_line() {
    check(
        "# On *the* bill\n\nIt is **too wide**, see [the draft](https://x.example).\n\n3. Narrow it.\n4. Wait.\n\n- a `term`\n\n> As said.\n\n| a | b |\n|---|---|\n| c | d |\n",
        &[
            ("heading", "line 1", "On the bill"),
            ("paragraph", "line 3", "It is too wide, see the draft."),
            ("list-item", "line 5", "3. Narrow it."),
            ("list-item", "line 6", "4. Wait."),
            ("list-item", "line 8", "a term"),
            ("quote", "line 10", "As said."),
            ("table-cell", "line 12", "a"),
            ("table-cell", "line 12", "b"),
            ("table-cell", "line 14", "c"),
            ("table-cell", "line 14", "d"),
        ],
    );
}

#[test]
fn front_matter_tells_title_author_and_date() {
    let reading = reading("---\ntitle: \"On the bill\"\nauthor: Mara Lund\ndate: 2024-05-03\n---\n\nIt is wide.\n");
    assert_eq!(reading.source.title.as_deref(), Some("On the bill"));
    assert_eq!(reading.author.as_deref(), Some("Mara Lund"));
    assert_eq!(reading.source.date.map(|date| date.to_string()).as_deref(), Some("2024-05-03"));
    assert!(reading.doc.text().ends_with("It is wide."));
}

#[test]
fn html_inside_gives_its_words_and_no_scripts() {
    check(
        "<div>Words <b>here</b><script>alert(1)</script></div>\n\nMore<br>words.\n",
        &[("paragraph", "line 1", "Words here"), ("paragraph", "line 3", "More\nwords.")],
    );
}

#[test]
fn what_nests_too_deep_is_read_as_plain_text() {
    let reading = reading(&format!("{}a\n{}", "> ".repeat(1000), "\n".repeat(1000)));
    assert_eq!(reading.findings.first().map(|finding| finding.code), Some("markdown-too-nested"));
    assert!(reading.doc.text().contains('a'));
}
