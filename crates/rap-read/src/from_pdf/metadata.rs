//! What a PDF says of itself: title, author, date of creation.

use encoding_rs::{UTF_8, UTF_16BE, WINDOWS_1252};
use hayro_syntax::Pdf;
use jiff::civil::Date;

use crate::compose::one_line;

pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<Date>,
}

pub(super) fn of(pdf: &Pdf) -> Metadata {
    let metadata = pdf.metadata();
    let date = metadata.creation_date.as_ref().and_then(|at| {
        Date::new(i16::try_from(at.year).ok()?, i8::try_from(at.month).ok()?, i8::try_from(at.day).ok()?).ok()
    });
    let title = metadata.title.as_deref().map(words).filter(|title| !is_leftover(title));
    let author = metadata.author.as_deref().map(words).filter(|author| !author.is_empty());
    Metadata { title, author, date }
}

/// Decodes a text string (ISO 32000, 7.9.2.2): UTF-16 or UTF-8 with a mark, else PDFDocEncoding, which is Latin 1 in
/// the letters that names are written with.
fn words(bytes: &[u8]) -> String {
    let text = if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        UTF_16BE.decode_without_bom_handling(rest).0
    } else if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        UTF_8.decode_without_bom_handling(rest).0
    } else {
        WINDOWS_1252.decode_without_bom_handling(bytes).0
    };
    one_line(text.trim_matches('\0'))
}

/// Tells what programs leave where the title should be.
fn is_leftover(title: &str) -> bool {
    let lower = title.to_lowercase();
    lower.is_empty()
        || lower.starts_with("microsoft word - ")
        || lower.starts_with("untitled")
        || [".doc", ".docx", ".pdf", ".dvi", ".tex", ".indd", ".odt", ".rtf", ".txt"]
            .iter()
            .any(|end| lower.ends_with(end))
}
