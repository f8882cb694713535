//! A filled file back to a disposition, whichever form and format it has.

use rap_doc::Finding;

use crate::disposition::Disposition;
use crate::error::Error;
use crate::from_rows::from_rows;
use crate::{from_csv, from_docx, from_xlsx};

/// What a filled file holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filled {
    /// The rows that could be read.
    pub table: Disposition,
    /// The rows that could not.
    pub findings: Vec<Finding>,
}

/// Reads a filled disposition; `origin` is the name of the file, for what is said about it.
///
/// The format is told by content: a Word document, a workbook, or else CSV. The columns are told by their names in
/// either language, whatever their order; a table of eight unnamed columns is the ISO template's, which names them on
/// the head of the page.
///
/// # Errors
///
/// Returns why the file cannot be opened, or that none of its tables is a disposition. A row that cannot be read is a
/// finding.
pub fn read(bytes: &[u8], origin: &str) -> Result<Filled, Error> {
    let tables = if bytes.starts_with(b"PK") {
        from_xlsx::sheets(bytes).or_else(|_| from_docx::tables(bytes))?
    } else if bytes.contains(&0) {
        return Err(Error::Unknown(origin.to_owned()));
    } else {
        vec![from_csv::rows(bytes)?]
    };
    let mut filled = Filled::default();
    let mut any = false;
    for (table, findings) in tables.iter().filter_map(|rows| from_rows(rows, origin)) {
        any = true;
        filled.table.rows.extend(table.rows);
        filled.findings.extend(findings);
    }
    if any { Ok(filled) } else { Err(Error::NoTable(origin.to_owned())) }
}

#[cfg(test)]
mod tests;
