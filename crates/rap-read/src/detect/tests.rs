//! Formats told by content before name.

use rap_doc::Media::{self, Docx, Html, Mail, Markdown, Pdf, Text};

use super::media;

#[test]
fn content_decides_and_names_help() {
    let check =
        |bytes: &[u8], origin: &str, expected: Media| assert_eq!(media(bytes, origin), Ok(expected), "{origin}");
    check(b"\n%PDF-1.7", "a.txt", Pdf);
    check(b"PK\x03\x04..word/document.xml", "a.bin", Docx);
    check(b"Received: by x\r\nSubject: y\r\n\r\nz", "a.txt", Mail);
    check(b"Subject: y\r\n\r\nz", "a.eml", Mail);
    check(b"From: the clerk\nTo: members\n\nThe bill is tabled.", "memo.txt", Text);
    check(b"<p>a</p>", "a", Html);
    check(b"<pre-note> a", "a", Text);
    check(b"<3 for all", "a.txt", Text);
    check(b"words", "notes.v2.MD", Markdown);
    check(b"T\0h\0e\0 \0b\0i\0l\0l\0", "a.txt", Text);
    check(&[b"words ".repeat(50).as_slice(), b"\0"].concat(), "a.txt", Text);
}

#[test]
fn what_is_not_read_says_what_it_is() {
    for bytes in
        [b"\x1F\x8B\x08".as_slice(), b"PK\x03\x04xl/workbook.xml", b"\xD0\xCF\x11\xE0", b"{\\rtf1", b"\0\0\0\0\0\0"]
    {
        assert!(media(bytes, "a.txt").is_err());
    }
}
