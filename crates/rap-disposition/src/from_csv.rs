//! Rows of a CSV file, as spreadsheet programs save it: comma, semicolon or tab, with or without a byte order mark.

use crate::error::Error;
use crate::to_csv::FORMULA_MARKS;

pub(crate) fn rows(bytes: &[u8]) -> Result<Vec<Vec<String>>, Error> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(bytes)).from_reader(bytes);
    let mut rows = Vec::new();
    for record in reader.byte_records() {
        let record = record.map_err(|error| Error::Part(error.into()))?;
        rows.push(record.iter().map(|cell| unguarded(&String::from_utf8_lossy(cell)).to_owned()).collect());
    }
    Ok(rows)
}

/// Returns the mark between the cells: the one that the first line has most of.
fn delimiter(bytes: &[u8]) -> u8 {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |mark: u8| line.iter().filter(|byte| **byte == mark).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|mark| (count(*mark), *mark == b',')).unwrap_or(b',')
}

/// Takes away the apostrophe that keeps a spreadsheet program from running a cell.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA_MARKS)).unwrap_or(cell)
}
