//! Tables in workbooks: XLSX, and what else the reader of sheets reads (XLS, ODS).
//!
//! The sheet is the first one whose header names a field, else the first one. The header is the first row that names a
//! field within the first rows, because workbooks have titles above their tables. A cell with a formula has the value
//! that was saved with it. Merged cells have their value in the first of them, which is told.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Sheets, open_workbook_auto_from_rs};
use rap_doc::{Place, Severity};

use crate::Submission;
use crate::import::{Cells, Intake, Stop};
use crate::mapping::is_header;

/// The largest workbook in bytes; it is unpacked in memory.
const MOST_BYTES: u64 = 256 << 20;

/// How many rows above the header are looked at.
const TITLES: usize = 10;

/// The cells of a row, as text.
struct Row(Vec<Option<String>>);

impl Cells for Row {
    fn width(&self) -> usize {
        self.0.len()
    }

    fn cell(&self, column: usize) -> Option<Cow<'_, [u8]>> {
        self.0.get(column)?.as_deref().map(|cell| Cow::Borrowed(cell.as_bytes()))
    }
}

/// Reads a workbook and hands the rows of its table to `intake`.
pub(crate) fn read<E, F: FnMut(Submission) -> Result<(), E>>(
    input: impl Read,
    intake: &mut Intake<'_, E, F>,
) -> Result<(), Stop<E>> {
    let mut bytes = Vec::new();
    input.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Stop::Unreadable(format!(
            "a workbook of more than {} MiB; save the sheet as CSV",
            MOST_BYTES >> 20
        )));
    }
    let unreadable = |error: calamine::Error| Stop::Unreadable(format!("the workbook cannot be read: {error}"));
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let Some((name, range, header)) = table(&mut book).map_err(unreadable)? else {
        intake.find(Severity::Loss, "table-empty", Place::Whole, "the workbook holds no row", "");
        return Ok(());
    };
    tell_formulas(&mut book, &name, &range, intake);
    tell_merged(&mut book, &name, intake);
    intake.columns = names(&range, header);
    let first = range.start().map_or(0, |(row, _)| row as usize);
    for (index, cells) in range.rows().enumerate().skip(header + 1) {
        let row = Row(cells.iter().map(text).collect());
        let number = (first + index + 1) as u64;
        tell_errors(cells, number, intake);
        if row.0.iter().flatten().any(|cell| !cell.trim().is_empty()) {
            intake.row(number, &row)?;
        }
    }
    Ok(())
}

/// Returns the sheet with the table, its cells and the index of the row of names.
fn table<R: Read + std::io::Seek>(
    book: &mut Sheets<R>,
) -> Result<Option<(String, Range<Data>, usize)>, calamine::Error> {
    let mut first = None;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name)?;
        if range.is_empty() {
            continue;
        }
        if let Some(header) = (0..TITLES.min(range.height())).find(|row| is_header(&names(&range, *row))) {
            return Ok(Some((name, range, header)));
        }
        first.get_or_insert((name, range, 0));
    }
    Ok(first)
}

fn names(range: &Range<Data>, row: usize) -> Vec<String> {
    let cells = range.rows().nth(row).unwrap_or_default();
    cells.iter().map(|cell| text(cell).unwrap_or_default().trim().to_owned()).collect()
}

/// Returns the words of a cell as the sheet shows them, numbers without needless zeros, dates as 2025-03-31.
fn text(cell: &Data) -> Option<String> {
    match cell {
        Data::Empty | Data::Error(_) => None,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Some(text.clone()),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Some(format!("{year:04}-{month:02}-{day:02}"))
        }
        other => Some(other.to_string()),
    }
}

fn column_of<'c, E, F: FnMut(Submission) -> Result<(), E>>(intake: &'c Intake<'_, E, F>, column: usize) -> &'c str {
    intake.columns.get(column).map_or("", String::as_str)
}

fn tell_errors<E, F: FnMut(Submission) -> Result<(), E>>(cells: &[Data], row: u64, intake: &mut Intake<'_, E, F>) {
    for (column, cell) in cells.iter().enumerate() {
        if let Data::Error(error) = cell {
            let place = intake.place(row, column_of(intake, column));
            intake.find(Severity::Warning, "cell-error", place, format!("the cell holds the error {error}"), "");
        }
    }
}

/// Tells how many cells have formulas: what is read is the value that was last saved.
fn tell_formulas<E, F: FnMut(Submission) -> Result<(), E>, R: Read + std::io::Seek>(
    book: &mut Sheets<R>,
    name: &str,
    range: &Range<Data>,
    intake: &mut Intake<'_, E, F>,
) {
    let Ok(formulas) = book.worksheet_formula(name) else { return };
    let (top, left) = formulas.start().unwrap_or_default();
    let (mut count, mut first) = (0_usize, None);
    for (row, column, formula) in formulas.used_cells() {
        if formula.is_empty() {
            continue;
        }
        count += 1;
        let at = (top + row as u32, left + column as u32);
        first.get_or_insert(at);
        if range.get_value(at).is_none_or(|cell| matches!(cell, Data::Empty)) {
            let place = Place::Path(format!("{name}, row {}, column {}", at.0 + 1, at.1 + 1));
            intake.find(
                Severity::Warning,
                "formula-without-value",
                place,
                "the formula was saved without its value",
                "open the workbook, let it calculate, and save it",
            );
        }
    }
    if let Some((row, column)) = first {
        let place = Place::Path(format!("{name}, row {}, column {}", row + 1, column + 1));
        let message = format!("{count} cells have formulas, this is the first; their saved values were read");
        intake.find(Severity::Note, "formulas", place, message, "");
    }
}

fn tell_merged<E, F: FnMut(Submission) -> Result<(), E>, R: Read + std::io::Seek>(
    book: &mut Sheets<R>,
    name: &str,
    intake: &mut Intake<'_, E, F>,
) {
    let merged = match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        _ => return,
    };
    for area in merged {
        let place = Place::Path(format!("{name}, row {}, column {}", area.start.0 + 1, area.start.1 + 1));
        let message = format!(
            "cells are merged to row {}, column {}; their value belongs to the first row alone",
            area.end.0 + 1,
            area.end.1 + 1
        );
        intake.find(
            Severity::Warning,
            "cells-merged",
            place,
            message,
            "unmerge the cells and repeat the value where it belongs",
        );
    }
}

#[cfg(test)]
mod tests;
