//! Rows on standard output: text for people, JSON and CSV for programs.

mod plain;

use std::io::{self, Write};

use clap::ValueEnum;
use rapporteur::row::Row;
use rapporteur::to_csv;

pub(crate) use plain::Plain;

#[derive(Copy, Clone, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// One array
    Json,
    /// One object a line
    Jsonl,
    /// A table with a header, as spreadsheets open it
    Csv,
}

/// Prints rows of one sort in one format.
pub(crate) struct Printer<W: Write> {
    format: Format,
    out: W,
    rows: usize,
}

impl<W: Write> Printer<W> {
    pub(crate) const fn new(format: Format, out: W) -> Self {
        Self { format, out, rows: 0 }
    }

    pub(crate) fn row<R: Row + Plain>(&mut self, row: &R) -> io::Result<()> {
        match self.format {
            Format::Text => row.plain(&mut self.out)?,
            Format::Json => {
                self.out.write_all(if self.rows == 0 { b"[\n" } else { b",\n" })?;
                serde_json::to_writer(&mut self.out, row)?;
            }
            Format::Jsonl => {
                serde_json::to_writer(&mut self.out, row)?;
                self.out.write_all(b"\n")?;
            }
            Format::Csv => {
                if self.rows == 0 {
                    to_csv::write_header::<R>(&mut self.out)?;
                }
                to_csv::write_row(&mut self.out, row)?;
            }
        }
        self.rows += 1;
        Ok(())
    }

    /// Ends the output and returns how many rows it has; a table without rows still has its header.
    pub(crate) fn finish<R: Row>(mut self) -> io::Result<usize> {
        match (self.format, self.rows) {
            (Format::Json, 0) => self.out.write_all(b"[]\n")?,
            (Format::Json, _) => self.out.write_all(b"\n]\n")?,
            (Format::Csv, 0) => to_csv::write_header::<R>(&mut self.out)?,
            _ => {}
        }
        self.out.flush()?;
        Ok(self.rows)
    }
}
