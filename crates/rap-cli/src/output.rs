//! Rows on standard output: text for people, JSON and CSV for programs.

mod json;
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
    /// A calendar (iCalendar); for events
    Ics,
}

/// Takes rows of one sort.
pub(crate) trait TakeRows {
    fn row<R: Row + Plain>(&mut self, row: &R) -> io::Result<()>;
}

/// Rows in one format, as bytes that wait for their place in the output.
#[derive(Debug)]
pub(crate) struct Page {
    format: Format,
    bytes: Vec<u8>,
    rows: usize,
}

impl Page {
    pub(crate) const fn new(format: Format) -> Self {
        Self { format, bytes: Vec::new(), rows: 0 }
    }
}

impl TakeRows for Page {
    fn row<R: Row + Plain>(&mut self, row: &R) -> io::Result<()> {
        match self.format {
            // A calendar is no list of rows; whoever prints one does not come here.
            Format::Text | Format::Ics => row.plain(&mut self.bytes)?,
            Format::Json => {
                self.bytes.extend_from_slice(b",\n");
                json::write_json(&mut self.bytes, row)?;
            }
            Format::Jsonl => {
                json::write_json(&mut self.bytes, row)?;
                self.bytes.push(b'\n');
            }
            Format::Csv => to_csv::write_row(&mut self.bytes, row)?,
        }
        self.rows += 1;
        Ok(())
    }
}

/// Prints rows of the sort `R` in one format.
pub(crate) struct Printer<W: Write> {
    format: Format,
    out: W,
    rows: usize,
}

impl<W: Write> TakeRows for Printer<W> {
    fn row<R: Row + Plain>(&mut self, row: &R) -> io::Result<()> {
        let mut page = Page::new(self.format);
        page.row(row)?;
        self.page::<R>(&page)
    }
}

impl<W: Write> Printer<W> {
    pub(crate) const fn new(format: Format, out: W) -> Self {
        Self { format, out, rows: 0 }
    }

    /// Prints the rows of a page behind those that were printed before.
    pub(crate) fn page<R: Row>(&mut self, page: &Page) -> io::Result<()> {
        let mut bytes = page.bytes.as_slice();
        if self.rows == 0 && page.rows > 0 {
            match self.format {
                Format::Json => {
                    self.out.write_all(b"[")?;
                    bytes = bytes.strip_prefix(b",").unwrap_or(bytes);
                }
                Format::Csv => to_csv::write_header::<R>(&mut self.out)?,
                Format::Text | Format::Jsonl | Format::Ics => {}
            }
        }
        self.rows += page.rows;
        self.out.write_all(bytes)
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
