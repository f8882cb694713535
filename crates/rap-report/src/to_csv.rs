//! Rows to CSV (RFC 4180), in the form that spreadsheet programs open without harm.
//!
//! UTF-8 with a byte order mark, so that Chinese opens as Chinese; lines end in CR LF; every line, the header
//! included, has the same number of cells. A cell that a spreadsheet would run as a formula (it begins with `=`, `+`,
//! `-`, `@`, their full-width forms, a tab or a carriage return) gets an apostrophe in front, because the words of a
//! paper are not to be trusted. This is the one place where a quote is not printed verbatim; `report.json` has it
//! untouched.

use std::io::{self, Write};

use crate::row::Row;

/// What a spreadsheet program takes for the beginning of a formula (OWASP, CSV injection).
const FORMULA_MARKS: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Writes the byte order mark and the header of a table of rows `R`.
///
/// # Errors
///
/// Returns the failure of the writer.
pub fn write_header<R: Row>(out: &mut impl Write) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK.as_bytes())?;
    write_line(out, R::COLUMNS.iter().copied())
}

/// Writes one row.
///
/// # Errors
///
/// Returns the failure of the writer.
pub fn write_row<R: Row>(out: &mut impl Write, row: &R) -> io::Result<()> {
    write_line(out, row.cells().iter().map(AsRef::as_ref))
}

/// Writes one line of cells.
///
/// # Errors
///
/// Returns the failure of the writer.
pub fn write_line<'c>(out: &mut impl Write, cells: impl Iterator<Item = &'c str>) -> io::Result<()> {
    for (column, cell) in cells.enumerate() {
        if column > 0 {
            out.write_all(b",")?;
        }
        write_cell(out, cell)?;
    }
    out.write_all(b"\r\n")
}

fn write_cell(out: &mut impl Write, cell: &str) -> io::Result<()> {
    let guard = if cell.starts_with(FORMULA_MARKS) { "'" } else { "" };
    if !cell.contains(['"', ',', '\n', '\r']) {
        out.write_all(guard.as_bytes())?;
        return out.write_all(cell.as_bytes());
    }
    out.write_all(b"\"")?;
    out.write_all(guard.as_bytes())?;
    for (index, piece) in cell.split('"').enumerate() {
        if index > 0 {
            out.write_all(b"\"\"")?;
        }
        out.write_all(piece.as_bytes())?;
    }
    out.write_all(b"\"")
}

#[cfg(test)]
mod tests;
