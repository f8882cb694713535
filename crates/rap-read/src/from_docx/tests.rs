//! Word documents put together in code: styles, numbers, changes, notes, comments, and archives that are traps.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{ReadOptions, Reading, read};

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:styleId="Q"><w:name w:val="Quote"/></w:style></w:styles>"#;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn docx(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    let parts = [("word/document.xml", document.as_str()), ("word/styles.xml", STYLES)];
    archive(&[&parts, more].concat())
}

fn reading(bytes: &[u8]) -> Reading {
    read(bytes, "a.docx", &ReadOptions::default())
}

fn check(body: &str, more: &[(&str, &str)], expected: &[(&str, &str, &str)]) -> Reading {
    let reading = reading(&docx(body, more));
    let found: Vec<_> = reading
        .doc
        .blocks()
        .iter()
        .map(|block| (block.kind.name(), block.origin.path.as_str(), block.span.of(reading.doc.text())))
        .collect();
    assert_eq!(found, expected);
    reading
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn kinds_come_from_styles_and_tables() {
    let body = format!(
        r#"<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>On the scope</w:t></w:r></w:p>{}<w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr><w:r><w:t>As written.</w:t></w:r></w:p><w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bold line</w:t></w:r></w:p>"#,
        p("It is too wide &amp; vague."),
        p("Clause"),
        p("Comment"),
    );
    let reading = check(
        &body,
        &[],
        &[
            ("heading", "word/document.xml#p1", "On the scope"),
            ("paragraph", "word/document.xml#p2", "It is too wide & vague."),
            ("quote", "word/document.xml#p3", "As written."),
            ("table-cell", "word/document.xml#p4 (table 1, row 1, column 1)", "Clause"),
            ("table-cell", "word/document.xml#p5 (table 1, row 1, column 2)", "Comment"),
            ("heading", "word/document.xml#p6", "Bold line"),
        ],
    );
    assert_eq!(reading.source.title.as_deref(), Some("On the scope"));
}

#[test]
fn tracked_changes_are_read_as_accepted_and_counted() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">It should </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins><w:r><w:t>soon </w:t></w:r></w:ins><w:r><w:t>go.</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p><w:p><w:r><w:t>paragraph.</w:t></w:r></w:p>"#;
    let reading = check(
        body,
        &[],
        &[
            ("paragraph", "word/document.xml#p1", "It should soon go."),
            ("paragraph", "word/document.xml#p2", "One paragraph."),
        ],
    );
    let [finding] = reading.findings.as_slice() else { panic!("{:?}", reading.findings) };
    assert_eq!(finding.code, "docx-tracked-changes");
    assert!(finding.message.contains("1 insertions kept, 1 deletions left out"), "{}", finding.message);
}

#[test]
fn notes_and_comments_follow_the_text_with_their_number_or_author() {
    let body = r#"<w:p><w:r><w:t>It is wide.</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>"#;
    let footnotes = r#"<w:footnotes><w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote><w:footnote w:id="7"><w:p><w:r><w:t>See the annex.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let comments = r#"<w:comments><w:comment w:id="0" w:author="Mara Lund"><w:p><w:r><w:t>Too weak.</w:t></w:r></w:p></w:comment></w:comments>"#;
    let header = format!("<w:hdr>{}</w:hdr>", p("Letter of the alliance"));
    check(
        body,
        &[
            ("word/footnotes.xml", footnotes),
            ("word/comments.xml", comments),
            ("word/header1.xml", &header),
            ("word/header2.xml", &header),
        ],
        &[
            ("paragraph", "word/document.xml#p1", "It is wide."),
            ("caption", "word/footnotes.xml#p1", "[1] See the annex."),
            ("caption", "word/comments.xml#p1", "Mara Lund: Too weak."),
            ("furniture", "word/header1.xml#p1", "Letter of the alliance"),
        ],
    );
}

#[test]
fn numbers_that_the_program_computes_are_words() {
    let numbering = r#"<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;
    let item = |level: u8, words: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#
        )
    };
    let body =
        [item(0, "范围过宽。"), item(1, "one"), item(1, "two"), item(0, "应当收窄。"), item(1, "again")].concat();
    check(
        &body,
        &[("word/numbering.xml", numbering)],
        &[
            ("list-item", "word/document.xml#p1", "第三条 范围过宽。"),
            ("list-item", "word/document.xml#p2", "(a) one"),
            ("list-item", "word/document.xml#p3", "(b) two"),
            ("list-item", "word/document.xml#p4", "第四条 应当收窄。"),
            ("list-item", "word/document.xml#p5", "(a) again"),
        ],
    );
}

#[test]
fn text_boxes_are_read_once_and_empty_fields_not_at_all() {
    let body = format!(
        r#"<w:p><w:r><w:t>Before.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"#,
        p("In the box."),
        p("In the box."),
        p("Click here to enter text."),
    );
    check(
        &body,
        &[],
        &[("paragraph", "word/document.xml#p1", "Before."), ("paragraph", "word/document.xml#p2", "In the box.")],
    );
}

#[test]
fn a_truncated_archive_gives_what_can_be_unpacked() {
    let body: String = (0..4000).map(|row| p(&format!("Row {row} of {}.", row * 7919 % 4001))).collect();
    let whole = docx(&body, &[]);
    let reading = reading(&whole[..whole.len() / 2]);
    assert!(reading.doc.text().starts_with("Row 0 of 0."), "{:?}", reading.findings);
    assert!(reading.findings.iter().any(|finding| finding.code == "docx-truncated"));
}

#[test]
fn a_bomb_is_read_up_to_the_bound() {
    let body = format!("<w:p><w:r><w:t>First. {}</w:t></w:r></w:p>", " ".repeat(70 << 20));
    let reading = reading(&docx(&body, &[]));
    assert!(reading.findings.iter().any(|finding| finding.code == "docx-too-large"), "{:?}", reading.findings);
    assert_eq!(reading.doc.text(), "First.");
}

#[test]
fn entities_of_the_file_are_not_expanded() {
    let document = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>It is &b;.</w:t></w:r></w:p></w:body></w:document>"#;
    let reading = reading(&archive(&[("word/document.xml", document)]));
    assert_eq!(reading.doc.text(), "It is \u{FFFD}.");
}

#[test]
fn archives_without_a_text_say_so() {
    let found = reading(&archive(&[("word/other.xml", "<a/>")]));
    assert_eq!(found.findings.first().map(|finding| finding.code), Some("docx-no-text"));
    assert!(!reading(b"PK\x03\x04").findings.is_empty());
}
