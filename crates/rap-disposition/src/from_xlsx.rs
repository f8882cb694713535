//! Rows of a workbook: of the first sheet that holds a disposition.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};

use crate::error::Error;

/// Returns the rows of each sheet in turn.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<Vec<Vec<String>>>, Error> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let names = workbook.sheet_names();
    let mut sheets = Vec::new();
    for name in names {
        sheets.push(rows(&workbook.worksheet_range(&name)?));
    }
    Ok(sheets)
}

fn rows(range: &Range<Data>) -> Vec<Vec<String>> {
    // Formulas come back as the value that the program last saw.
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}
