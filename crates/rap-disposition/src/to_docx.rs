//! A disposition as a Word document: in the form's own layout, or inside of the office's template.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::disposition::Disposition;
use crate::error::Error;
use crate::form::{Column, Form};
use crate::word::{archive, escaped, paragraphs, row};

/// The width of the text of an A4 page in landscape with margins of 1.5 cm, in twentieths of a point.
const WIDTH: u32 = 15_100;

/// How much one part of a template may inflate to.
const MOST_PART_BYTES: u64 = 16 << 20;

/// The part with the text.
const BODY: &str = "word/document.xml";

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const BORDERS: &str = r#"<w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>"#;

/// Returns the table in the columns of `form`, on pages in landscape whose head is repeated.
///
/// # Errors
///
/// Returns the failure of the archive, which does not occur in memory.
pub fn to_docx(table: &Disposition, form: Form) -> Result<Vec<u8>, Error> {
    let columns = form.columns();
    let width = |column: &Column| WIDTH * column.width / 100;
    let grid: String = columns.iter().map(|column| format!(r#"<w:gridCol w:w="{}"/>"#, width(column))).collect();
    let head = row(columns.iter().map(|column| (column.name.to_owned(), width(column))), true);
    let rows: String = table
        .rows
        .iter()
        .map(|comment| row(columns.iter().map(|column| (form.cell(column.field, comment), width(column))), false))
        .collect();
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="dxa"/>{BORDERS}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="851" w:right="851" w:bottom="851" w:left="851" w:header="425" w:footer="425" w:gutter="0"/></w:sectPr></w:body></w:document>"#,
        title(table, form)
    );
    archive([
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        (BODY, document.as_bytes()),
    ])
}

/// Returns the lines above the table: what it is, of which document, of which day.
fn title(table: &Disposition, form: Form) -> String {
    let name = if form.is_chinese() {
        "征求意见汇总处理表"
    } else {
        "Template for comments and secretariat observations"
    };
    let labels =
        if form.is_chinese() { ["文件：", "项目：", "日期："] } else { ["Document: ", "Project: ", "Date: "] };
    let values = [&table.document, &table.project, &table.date];
    let line: Vec<String> = labels
        .iter()
        .zip(values)
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| format!("{label}{value}"))
        .collect();
    paragraphs(name, true) + &if line.is_empty() { String::new() } else { paragraphs(&line.join("    "), false) }
}

/// Returns the office's own template with its table filled; all else of the template stays as it is.
///
/// The rows of the last table of the template that has as many columns as `form` are replaced; its grid, borders and
/// the page's head, where the ISO template names its columns, are kept.
///
/// # Errors
///
/// Returns why the template cannot be opened, or that it has no such table.
pub fn to_docx_in(template: &[u8], table: &Disposition, form: Form) -> Result<Vec<u8>, Error> {
    let mut parts = ZipArchive::new(Cursor::new(template))?;
    let mut kept: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..parts.len() {
        let part = parts.by_index(index)?;
        let name = part.name()?.into_owned();
        let mut bytes = Vec::new();
        part.take(MOST_PART_BYTES).read_to_end(&mut bytes)?;
        if name == BODY {
            bytes = filled(&String::from_utf8_lossy(&bytes), table, form)?.into_bytes();
        }
        if !name.ends_with('/') {
            kept.push((name, bytes));
        }
    }
    archive(kept.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
}

/// Returns the body of the template with the rows of its table in place of the empty ones.
fn filled(body: &str, table: &Disposition, form: Form) -> Result<String, Error> {
    let columns = form.columns();
    let fits = |at: &usize| {
        let rest = body.get(*at..).unwrap_or_default();
        let grid = rest.split("</w:tblGrid>").next().unwrap_or_default();
        grid.matches("<w:gridCol").count() == columns.len()
    };
    let start = body.rmatch_indices("<w:tbl>").map(|(at, _)| at).find(fits).ok_or(Error::Template)?;
    let rest = body.get(start..).unwrap_or_default();
    let first = rest.find("<w:tr>").or_else(|| rest.find("<w:tr ")).ok_or(Error::Template)?;
    let end = rest.find("</w:tbl>").ok_or(Error::Template)?;
    let grid = rest.get(..first).unwrap_or_default();
    let widths: Vec<u32> = grid
        .split("<w:gridCol")
        .skip(1)
        .map(|column| column.split('"').nth(1).and_then(|width| width.parse().ok()).unwrap_or(WIDTH / 8))
        .collect();
    let rows: String = table
        .rows
        .iter()
        .map(|comment| {
            let cells = columns.iter().zip(&widths).map(|(column, width)| (form.cell(column.field, comment), *width));
            row(cells, false)
        })
        .collect();
    let before = body.get(..start + first).unwrap_or_default();
    let after = rest.get(end..).unwrap_or_default();
    let after = after.replace("<w:t>{document}</w:t>", &format!("<w:t>{}</w:t>", escaped(&table.document)));
    Ok(format!("{before}{rows}{after}"))
}
