//! Tells the format of a paper: by its content first, by its name second.
//!
//! A name may lie and often does (a mail saved as `.txt`, a page saved as `.doc`); the first bytes of a format
//! rarely do. Markdown alone cannot be told from plain text by content, so there the name decides.

use memchr::memmem;
use rap_doc::{Finding, Media, Place, Severity};

use crate::reading::finding;

/// How far into a file its marks may stand: PDF readers accept the header within the first kilobyte.
const HEAD: usize = 1024;

/// Formats that are not read, by their first bytes: what they are, and what to do.
const UNREAD: [(&[u8], &str, &str); 13] = [
    (b"\xD0\xCF\x11\xE0", "an old or an encrypted Office file", "open it in a word processor and save it as DOCX"),
    (b"{\\rtf", "a Rich Text file", "open it in a word processor and save it as DOCX"),
    (b"\x1F\x8B", "a gzip archive", "unpack it first"),
    (b"7z\xBC\xAF", "a 7-Zip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xFD7zXZ", "an xz archive", "unpack it first"),
    (b"\x89PNG", "a picture (PNG)", "run a text recognition (OCR) on it first"),
    (b"\xFF\xD8\xFF", "a picture (JPEG)", "run a text recognition (OCR) on it first"),
    (b"GIF8", "a picture (GIF)", "run a text recognition (OCR) on it first"),
    (b"II*\0", "a picture (TIFF)", "run a text recognition (OCR) on it first"),
    (b"SQLite format 3\0", "a database (SQLite)", "export the texts you need"),
    (b"\x7FELF", "a program", "leave it out"),
];

/// Returns the format of a paper, or the finding that it has none that is read.
pub(crate) fn media(bytes: &[u8], origin: &str) -> Result<Media, Finding> {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    if memmem::find(head, b"%PDF-").is_some() {
        return Ok(Media::Pdf);
    }
    if head.starts_with(b"PK\x03\x04") {
        return if is_docx(bytes, origin) { Ok(Media::Docx) } else { Err(unread("a ZIP archive", "unpack it first")) };
    }
    if let Some((_, what, hint)) = UNREAD.iter().find(|(mark, ..)| head.starts_with(mark)) {
        return Err(unread(what, hint));
    }
    let name = Name::of(origin);
    // Markdown may begin with an element; only a whole page is HTML whatever its name.
    if is_html(head, if matches!(name, Name::Markdown) { &[] } else { &FRAGMENTS }) {
        return Ok(Media::Html);
    }
    if is_mail(head, &name) {
        return Ok(Media::Mail);
    }
    if looks_binary(bytes) {
        return Err(unread("binary data, not text", "check that the right file was saved"));
    }
    Ok(match name {
        Name::Markdown => Media::Markdown,
        Name::Html => Media::Html,
        Name::Mail | Name::Other => Media::Text,
    })
}

fn unread(what: &str, hint: &str) -> Finding {
    finding(Severity::Loss, "not-a-document", Place::Whole, format!("this is {what}"), hint)
}

/// What a whole page begins with.
const PAGES: [&str; 4] = ["<!doctype html", "<html", "<head", "<body"];

/// What a part of a page begins with.
const FRAGMENTS: [&str; 18] = [
    "<title",
    "<meta",
    "<article",
    "<main",
    "<section",
    "<div",
    "<p",
    "<h1",
    "<h2",
    "<h3",
    "<table",
    "<ul",
    "<ol",
    "<blockquote",
    "<span",
    "<script",
    "<style",
    "<pre",
];

/// What the ending of a name says.
enum Name {
    Markdown,
    Html,
    Mail,
    Other,
}

impl Name {
    fn of(origin: &str) -> Self {
        match ending(origin).as_str() {
            "md" | "markdown" | "mdown" | "mkd" => Self::Markdown,
            "html" | "htm" | "xhtml" | "xht" => Self::Html,
            "eml" => Self::Mail,
            _ => Self::Other,
        }
    }
}

fn ending(origin: &str) -> String {
    let name = origin.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

/// Tells a Word document from other ZIP archives by the names of its parts, which a ZIP archive holds in the clear;
/// a truncated one by the first of them.
fn is_docx(bytes: &[u8], origin: &str) -> bool {
    memmem::find(bytes, b"word/document").is_some() || matches!(ending(origin).as_str(), "docx" | "docm" | "dotx")
}

/// Tells a page by what it begins with, white space and comments aside; a bare fragment only by a block of text.
fn is_html(head: &[u8], fragments: &[&str]) -> bool {
    let mut rest = without_mark(head).trim_ascii_start();
    if rest.starts_with(b"<?xml") {
        rest = after(rest, b"?>");
    }
    while rest.starts_with(b"<!--") {
        rest = after(rest, b"-->");
    }
    let starts = |tag: &[u8]| {
        rest.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag))
            && rest.get(tag.len()).is_none_or(|next| next.is_ascii_whitespace() || matches!(next, b'>' | b'/'))
    };
    PAGES.iter().chain(fragments).any(|tag| starts(tag.as_bytes()))
}

fn without_mark(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head)
}

fn after<'b>(bytes: &'b [u8], mark: &[u8]) -> &'b [u8] {
    let at = memmem::find(bytes, mark).map_or(bytes.len(), |at| at + mark.len());
    bytes.get(at..).unwrap_or_default().trim_ascii_start()
}

/// Tells a mail by its header: lines of `Name: value`, among them one that only mails have.
///
/// A paper that merely opens with "From: … To: … Subject: …", as memoranda do, is told by the name `.eml` alone.
fn is_mail(head: &[u8], name: &Name) -> bool {
    let head = without_mark(head);
    let mut fields = 0;
    let mut proof = matches!(name, Name::Mail);
    for line in head.split(|byte| *byte == b'\n') {
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") || (fields == 0 && line.starts_with(b"From ")) {
            continue;
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            // The last line of the head may be cut; any other line without a colon is no header.
            return fields > 0 && proof && line.len() + 200 > HEAD;
        };
        let field = line.get(..colon).unwrap_or_default();
        if field.is_empty() || !field.iter().all(|byte| byte.is_ascii_graphic()) {
            return false;
        }
        fields += 1;
        proof |= ["received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature"]
            .iter()
            .any(|known| field.eq_ignore_ascii_case(known.as_bytes()));
    }
    fields > 0 && proof
}

/// Tells data from text by its control characters: text has next to none of them, random bytes one in ten.
///
/// UTF-16 without a mark is full of zeros and yet text; [`crate::decode`] tells it.
fn looks_binary(bytes: &[u8]) -> bool {
    /// Enough to be sure, little enough to cost nothing.
    const SAMPLE: usize = 64 * 1024;
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    if crate::decode::utf16_order(sample).is_some() {
        return false;
    }
    let controls = sample.iter().filter(|byte| matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F)).count();
    // One in fifty; a few strays in a long text are no proof, in a tiny one they are.
    controls * 50 > sample.len() && (controls > 2 || sample.len() < 64)
}

#[cfg(test)]
mod tests;
