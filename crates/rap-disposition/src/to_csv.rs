//! A disposition as CSV (RFC 4180) with a byte order mark, which spreadsheet programs open as it is.
//!
//! A cell that such a program would run as a formula gets an apostrophe in front, which [`crate::read`] takes away.

use crate::disposition::Disposition;
use crate::error::Error;
use crate::form::Form;

/// What a spreadsheet program takes for the beginning of a formula (OWASP, CSV injection).
pub(crate) const FORMULA_MARKS: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// Returns the table in the columns of `form`.
///
/// # Errors
///
/// Returns the failure of the writer, which does not occur in memory.
pub fn to_csv(table: &Disposition, form: Form) -> Result<Vec<u8>, Error> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::from("\u{feff}".as_bytes()));
    let failed = |error: csv::Error| Error::Part(error.into());
    writer.write_record(form.columns().iter().map(|column| column.name)).map_err(failed)?;
    for row in &table.rows {
        let cells = form.columns().iter().map(|column| guarded(form.cell(column.field, row)));
        writer.write_record(cells).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| Error::Part(std::io::Error::other(error.to_string())))
}

fn guarded(cell: String) -> String {
    if cell.starts_with(FORMULA_MARKS) { format!("'{cell}") } else { cell }
}
