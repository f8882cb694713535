//! Tables whose cells are parted by commas, semicolons, tabs or bars (RFC 4180 and its many kin).
//!
//! The delimiter is the one that cuts the first lines into equally many cells. A quotation mark that is never closed
//! would swallow the rest of the table: a record that spans lines and does not fit the header is therefore tried once
//! more as the one line it begins with, its quotation marks taken as words. Records longer than [`LONGEST`] are passed
//! over and told. Every byte is looked at a bounded number of times.

use std::borrow::Cow;
use std::io::Read;
use std::ops::Range;

use rap_doc::{Place, Severity};

use crate::Submission;
use crate::encoding::Utf8;
use crate::import::{Cells, Intake, Stop};
use crate::mapping::is_header;

/// The longest record in bytes: three times the longest submission that offices accept in writing.
const LONGEST: usize = 16 << 20;

/// How much is read at once.
const CHUNK: usize = 1 << 18;

/// How many records may be tried once more; a table with more open quotation marks has another trouble.
const MOST_REPAIRS: u32 = 1000;

/// A record: its cells in the buffer, its end, its lines.
struct Record {
    cells: Vec<Cut>,
    end: usize,
    lines: u64,
}

/// A cell in the buffer, without its quotation marks.
#[derive(Clone)]
struct Cut {
    range: Range<usize>,
    /// Whether doubled quotation marks in it stand for single ones.
    doubled: bool,
}

enum Scan {
    Record(Record),
    /// The buffer ends before the record does, inside of quotation marks or not.
    Short {
        quoted: bool,
        column: usize,
    },
}

/// Reads a table and hands its rows to `intake`.
pub(crate) fn read<E, F: FnMut(Submission) -> Result<(), E>>(
    input: impl Read,
    origin: &str,
    intake: &mut Intake<'_, E, F>,
) -> Result<(), Stop<E>> {
    let (input, encoding) = Utf8::new(input)?;
    if let Some(encoding) = encoding {
        let message = format!("read as {encoding}, told by its bytes");
        let hint = "if names or signs look wrong, save the table as UTF-8";
        intake.find(Severity::Note, "table-encoding-guessed", Place::Whole, message, hint);
    }
    intake.unit = "line";
    let mut table = Table { input, buffer: Vec::new(), at: 0, ended: false, line: 1, delimiter: b',', repairs: 0 };
    table.fill(CHUNK)?;
    table.delimiter = delimiter(table.rest(), origin);
    let mut first = true;
    while let Some((line, record)) = table.next(intake)? {
        let row = Row { buffer: &table.buffer, cells: &record.cells };
        if first {
            first = false;
            if begin(intake, &row) {
                continue;
            }
        }
        if row.width() == 1 && row.cell(0).is_none_or(|cell| cell.trim_ascii().is_empty()) {
            continue;
        }
        hand_on(intake, line, &row)?;
    }
    Ok(())
}

/// Takes the first row as names of columns, or, where it holds none that are known and one column only is there or
/// its cells are data, gives the columns numbers. Returns whether it was a header.
fn begin<E, F: FnMut(Submission) -> Result<(), E>>(intake: &mut Intake<'_, E, F>, row: &Row<'_>) -> bool {
    /// Longer cells are words of people and no names of columns.
    const LONGEST_NAME: usize = 120;
    let text = |column| row.cell(column).map(|cell| String::from_utf8_lossy(&cell).trim().to_owned());
    let names: Vec<String> = (0..row.width()).map(|column| text(column).unwrap_or_default()).collect();
    let is_data = names.iter().any(|name| name.len() > LONGEST_NAME || name.parse::<f64>().is_ok());
    if is_data && !is_header(&names) {
        intake.columns = (1..=names.len()).map(|number| format!("column {number}")).collect();
        let hint = "the columns are called `column 1`, `column 2` and so on; choose one with --column text=…";
        intake.find(Severity::Note, "no-header", Place::Line(1), "the first row is data and names no columns", hint);
        return false;
    }
    intake.columns = names;
    true
}

/// Hands on a row, with a finding where it has more or fewer cells than there are columns.
fn hand_on<E, F: FnMut(Submission) -> Result<(), E>>(
    intake: &mut Intake<'_, E, F>,
    line: u64,
    row: &Row<'_>,
) -> Result<(), Stop<E>> {
    let (width, columns) = (row.width(), intake.columns.len());
    if width == columns {
        return intake.row(line, row);
    }
    let place = intake.place(line, "");
    let message = format!("{width} cells where the header has {columns}");
    let hint = "check the delimiters and quotation marks of this line";
    intake.find(Severity::Warning, "row-ragged", place, message, hint);
    if width > columns && intake.words_are_last() {
        return intake.row(line, &row.joined(columns));
    }
    intake.row(line, row)
}

/// The cells of a record in the buffer.
struct Row<'b> {
    buffer: &'b [u8],
    cells: &'b [Cut],
}

impl Cells for Row<'_> {
    fn width(&self) -> usize {
        self.cells.len()
    }

    fn cell(&self, column: usize) -> Option<Cow<'_, [u8]>> {
        let cut = self.cells.get(column)?;
        let bytes = self.buffer.get(cut.range.clone())?;
        if !cut.doubled {
            return Some(Cow::Borrowed(bytes));
        }
        let mut single = Vec::with_capacity(bytes.len());
        let mut after_quote = false;
        for byte in bytes {
            after_quote = *byte == b'"' && !after_quote;
            if *byte != b'"' || after_quote {
                single.push(*byte);
            }
        }
        Some(Cow::Owned(single))
    }
}

impl Row<'_> {
    /// Returns the row with everything from the last column on as one cell, delimiters and all.
    fn joined(&self, columns: usize) -> Joined<'_> {
        Joined { row: self, columns }
    }
}

struct Joined<'b> {
    row: &'b Row<'b>,
    columns: usize,
}

impl Cells for Joined<'_> {
    fn width(&self) -> usize {
        self.columns
    }

    fn cell(&self, column: usize) -> Option<Cow<'_, [u8]>> {
        if column + 1 < self.columns {
            return self.row.cell(column);
        }
        let (first, last) = (self.row.cells.get(column)?, self.row.cells.last()?);
        self.row.buffer.get(first.range.start..last.range.end).map(Cow::Borrowed)
    }
}

struct Table<R> {
    input: Utf8<R>,
    buffer: Vec<u8>,
    /// Where the next record begins.
    at: usize,
    ended: bool,
    /// The line on which it begins.
    line: u64,
    delimiter: u8,
    repairs: u32,
}

impl<R: Read> Table<R> {
    fn rest(&self) -> &[u8] {
        self.buffer.get(self.at..).unwrap_or_default()
    }

    /// Reads until `more` bytes wait, or the table ends.
    fn fill(&mut self, more: usize) -> std::io::Result<()> {
        if self.at > 0 {
            self.buffer.drain(..self.at);
            self.at = 0;
        }
        while self.buffer.len() < more && !self.ended {
            let before = self.buffer.len();
            let read = (&mut self.input).take((more - before).max(CHUNK) as u64).read_to_end(&mut self.buffer)?;
            self.ended = read == 0;
        }
        Ok(())
    }

    /// Returns the next record with its line; its cells lie in the buffer until the next call.
    fn next<E, F: FnMut(Submission) -> Result<(), E>>(
        &mut self,
        intake: &mut Intake<'_, E, F>,
    ) -> Result<Option<(u64, Record)>, Stop<E>> {
        loop {
            if self.rest().is_empty() {
                self.fill(CHUNK)?;
                if self.rest().is_empty() {
                    return Ok(None);
                }
            }
            let (quoted, column) = match scan(&self.buffer, self.at, self.delimiter, Quotes::Meant, self.ended) {
                Scan::Record(record) => match self.repaired(intake, &record) {
                    Some(line) => return Ok(Some(self.pass(line))),
                    None => return Ok(Some(self.pass(record))),
                },
                Scan::Short { quoted, column } => (quoted, column),
            };
            if !self.ended && self.rest().len() < LONGEST {
                let more = (self.rest().len() * 2).clamp(CHUNK, LONGEST + CHUNK);
                self.fill(more)?;
                continue;
            }
            if quoted && let Some(line) = self.one_line(intake, column) {
                return Ok(Some(self.pass(line)));
            }
            self.pass_over(intake, column)?;
        }
    }

    /// Moves behind a record.
    fn pass(&mut self, record: Record) -> (u64, Record) {
        let line = self.line;
        self.line += record.lines;
        self.at = record.end;
        (line, record)
    }

    /// Returns the first line alone where a record spans lines, does not fit the header, and its first line does.
    fn repaired<E, F: FnMut(Submission) -> Result<(), E>>(
        &mut self,
        intake: &mut Intake<'_, E, F>,
        record: &Record,
    ) -> Option<Record> {
        let fits = |record: &Record| record.cells.len() == intake.columns.len();
        if record.lines < 2 || intake.columns.is_empty() || fits(record) {
            return None;
        }
        self.one_line(intake, record.cells.len().saturating_sub(1))
    }

    /// Returns the line at hand as a record of its own, its quotation marks taken as words, where it fits the header.
    fn one_line<E, F: FnMut(Submission) -> Result<(), E>>(
        &mut self,
        intake: &mut Intake<'_, E, F>,
        column: usize,
    ) -> Option<Record> {
        if self.repairs >= MOST_REPAIRS {
            return None;
        }
        let Scan::Record(line) = scan(&self.buffer, self.at, self.delimiter, Quotes::Words, self.ended) else {
            return None;
        };
        if line.cells.len() != intake.columns.len() {
            return None;
        }
        self.repairs += 1;
        let column = intake.columns.get(column.min(line.cells.len().saturating_sub(1))).cloned().unwrap_or_default();
        let place = intake.place(self.line, &column);
        let message = "a quotation mark is opened and not closed; the line was read by itself";
        intake.find(Severity::Warning, "quote-open", place, message, "close the quotation mark, or double it");
        Some(line)
    }

    /// Passes over a record that is too long, to its end or that of the table.
    fn pass_over<E, F: FnMut(Submission) -> Result<(), E>>(
        &mut self,
        intake: &mut Intake<'_, E, F>,
        column: usize,
    ) -> Result<(), Stop<E>> {
        let name = intake.columns.get(column).cloned().unwrap_or_default();
        let place = intake.place(self.line, &name);
        let message = format!(
            "a cell of more than {} MiB, or a quotation mark that is never closed; not imported",
            LONGEST >> 20
        );
        intake.find(Severity::Loss, "cell-too-long", place, message, "shorten the cell, or close the quotation mark");
        let mut quoted = false;
        loop {
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            let mut end = None;
            for (index, byte) in rest.iter().enumerate() {
                quoted ^= *byte == b'"';
                self.line += u64::from(*byte == b'\n');
                if *byte == b'\n' && !quoted {
                    end = Some(index + 1);
                    break;
                }
            }
            self.at += end.unwrap_or(rest.len());
            if end.is_some() || self.ended {
                return Ok(());
            }
            self.fill(CHUNK)?;
        }
    }
}

/// What quotation marks are.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Quotes {
    /// They hold a cell together.
    Meant,
    /// They are words like any other.
    Words,
}

/// Cuts the record at `at` into cells. Words behind a closing quotation mark belong to the cell.
fn scan(buffer: &[u8], at: usize, delimiter: u8, quotes: Quotes, ended: bool) -> Scan {
    let mut cells = Vec::with_capacity(16);
    let mut lines = 1;
    let mut start = at;
    loop {
        let quoted = quotes == Quotes::Meant && buffer.get(start) == Some(&b'"');
        let (mut cut, mut from) = (Cut { range: start..start, doubled: false }, start);
        if quoted {
            let Some((close, doubled)) = closing(buffer, start + 1) else {
                return Scan::Short { quoted: true, column: cells.len() };
            };
            lines += memchr::memchr_iter(b'\n', buffer.get(start..close).unwrap_or_default()).count() as u64;
            (cut, from) = (Cut { range: start + 1..close, doubled }, close + 1);
        }
        let found = memchr::memchr2(delimiter, b'\n', buffer.get(from..).unwrap_or_default());
        let end = match found {
            Some(offset) => from + offset,
            None if ended => buffer.len(),
            None => return Scan::Short { quoted: false, column: cells.len() },
        };
        let is_last = buffer.get(end) != Some(&delimiter);
        let trimmed = if is_last && end > from && buffer.get(end - 1) == Some(&b'\r') { end - 1 } else { end };
        if !quoted {
            cut.range = start..trimmed;
        } else if trimmed > from {
            // `"word" and more`: the whole cell as it stands, which no program should write and some do.
            cut = Cut { range: start..trimmed, doubled: false };
        }
        cells.push(cut);
        if is_last {
            return Scan::Record(Record { cells, end: (end + 1).min(buffer.len()), lines });
        }
        start = end + 1;
    }
}

/// Returns where the quotation mark that closes a cell stands, and whether doubled ones are before it.
fn closing(buffer: &[u8], from: usize) -> Option<(usize, bool)> {
    let mut at = from;
    let mut doubled = false;
    loop {
        let quote = at + memchr::memchr(b'"', buffer.get(at..)?)?;
        if buffer.get(quote + 1) != Some(&b'"') {
            return Some((quote, doubled));
        }
        doubled = true;
        at = quote + 2;
    }
}

/// Returns the delimiter that cuts most of the first records into as many cells as the first one.
fn delimiter(head: &[u8], origin: &str) -> u8 {
    const ROWS: usize = 25;
    /// No delimiter: one column. The unit separator does not stand in tables of words.
    const NONE: u8 = 0x1F;
    let tab_first = origin.to_ascii_lowercase().ends_with(".tsv") || origin.to_ascii_lowercase().ends_with(".tab");
    let order: [u8; 4] = if tab_first { *b"\t,;|" } else { *b",;\t|" };
    let score = |delimiter: u8| {
        let mut widths = Vec::new();
        let mut at = 0;
        while widths.len() < ROWS && at < head.len() {
            let Scan::Record(record) = scan(head, at, delimiter, Quotes::Meant, true) else { break };
            widths.push(record.cells.len());
            at = record.end;
        }
        let first = widths.first().copied().unwrap_or(1);
        let alike = widths.iter().filter(|width| **width == first).count();
        if first < 2 { (0, 0) } else { (alike * 100 / widths.len().max(1), first) }
    };
    let scored = order.map(|delimiter| (score(delimiter), delimiter));
    let best = scored.into_iter().reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.filter(|((alike, _), _)| *alike > 0).map_or(NONE, |(_, delimiter)| delimiter)
}

#[cfg(test)]
mod tests;
