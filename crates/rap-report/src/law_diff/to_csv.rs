//! The correlation table: a row for each pair of provisions, as published tables have it.
//!
//! No byte order mark and exactly six columns, because programs and spreadsheets compare such tables cell by cell.

use std::io::{self, Write};

use super::{LawDiff, plain_number};
use crate::to_csv::write_line;

/// The columns of the table.
const COLUMNS: [&str; 6] = ["old_id", "old_number", "new_id", "new_number", "kind", "similarity"];

impl LawDiff<'_> {
    /// Writes the correlation table as CSV; a split or merge is several rows, an empty cell is no counterpart.
    ///
    /// # Errors
    ///
    /// Returns the failure of the writer.
    pub fn write_csv(&self, out: &mut impl Write) -> io::Result<()> {
        write_line(out, COLUMNS.into_iter())?;
        for change in self.changes() {
            let id = |law: &rap_law::Law, at: Option<usize>| {
                at.and_then(|at| law.provisions.get(at)).map_or(String::new(), |provision| provision.id.to_string())
            };
            let number = |law, at: Option<usize>| at.map_or(String::new(), |at| plain_number(law, at));
            let cells = [
                id(self.old, change.old),
                number(self.old, change.old),
                id(self.new, change.new),
                number(self.new, change.new),
                change.kind.name().to_owned(),
                if change.old.is_some() && change.new.is_some() {
                    format!("{:.3}", change.similarity)
                } else {
                    String::new()
                },
            ];
            write_line(out, cells.iter().map(String::as_str))?;
        }
        Ok(())
    }
}
