//! The XML of a Word document (ECMA-376) as far as tables need it: escaping, cells, and an archive with fixed dates.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::error::Error;

/// Returns words with the marks of XML escaped and without characters that XML 1.0 forbids.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// Returns the paragraphs of a cell, one for each line of `words`.
pub(crate) fn paragraphs(words: &str, bold: bool) -> String {
    let weight = if bold { "<w:b/>" } else { "" };
    let line = |line: &str| {
        format!(
            r#"<w:p><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr><w:r><w:rPr>{weight}<w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r></w:p>"#,
            escaped(line)
        )
    };
    words.split('\n').map(line).collect()
}

/// Returns a row of cells with their widths in twentieths of a point; a head is repeated on every page.
pub(crate) fn row(cells: impl Iterator<Item = (String, u32)>, head: bool) -> String {
    let kind = if head { "<w:tblHeader/>" } else { "" };
    let cells: String = cells
        .map(|(words, width)| {
            format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{}</w:tc>"#, paragraphs(&words, head))
        })
        .collect();
    format!("<w:tr><w:trPr><w:cantSplit/>{kind}</w:trPr>{cells}</w:tr>")
}

/// Returns an archive of these parts, the same bytes for the same parts.
pub(crate) fn archive<'p>(parts: impl IntoIterator<Item = (&'p str, &'p [u8])>) -> Result<Vec<u8>, Error> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in parts {
        writer.start_file(name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
