//! Tables in JSON: a list of records wherever it lies, one record a line, or one record a file.
//!
//! The document is not parsed as a whole: a scan over its bytes finds the records, so a file may be larger than memory
//! and may end in the middle. The records are the objects of the first list of objects, or the object `data` of an
//! answer of the regulations.gov API. Each is parsed alone; its fields become columns by their paths,
//! `attributes/comment`. What is `included` beside a record are its attachments.

mod records;

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use rap_doc::{Place, Severity};
use rustc_hash::FxHashMap;
use serde_json::Value;

use crate::Submission;
use crate::encoding::Utf8;
use crate::import::{Cells, Intake, Stop};

use records::{Found, Records};

/// The longest record in bytes, as in delimited tables.
const LONGEST: usize = 16 << 20;

/// The column of attachments that stand beside a record.
const INCLUDED: &str = "attachments";

/// Reads one JSON document.
pub(crate) fn read<E, F: FnMut(Submission) -> Result<(), E>>(
    input: impl Read,
    intake: &mut Intake<'_, E, F>,
) -> Result<(), Stop<E>> {
    let (mut input, _) = Utf8::new(input)?;
    intake.unit = "record";
    let mut records = Records::new(LONGEST);
    let mut flat = Flat::default();
    let mut chunk = vec![0; 1 << 16];
    loop {
        let read = input.read(&mut chunk)?;
        if read == 0 {
            break;
        }
        for byte in chunk.get(..read).unwrap_or_default() {
            if let Some(found) = records.push(*byte) {
                take(found, &mut records, &mut flat, intake)?;
            }
        }
    }
    if let Some(found) = records.rest() {
        take(found, &mut records, &mut flat, intake)?;
    }
    flat.flush(intake)?;
    if records.is_open() {
        let place = Place::Byte(usize::try_from(records.bytes()).unwrap_or(usize::MAX));
        let message = format!("the JSON ends in the middle, after {} whole records", flat.records);
        intake.find(Severity::Loss, "json-cut", place, message, "get the file again; the records before were read");
    }
    Ok(())
}

/// Takes what the scan found: a record, something beside it, or a trouble.
fn take<E, F: FnMut(Submission) -> Result<(), E>>(
    found: Found,
    records: &mut Records,
    flat: &mut Flat,
    intake: &mut Intake<'_, E, F>,
) -> Result<(), Stop<E>> {
    match found {
        Found::Record => {
            flat.flush(intake)?;
            flat.record(records.record(), flat.records + 1, intake)
        }
        Found::Included => {
            flat.include(records.record(), intake);
            Ok(())
        }
        Found::TooLong => {
            let place = intake.place(flat.records + 1, "");
            flat.records += 1;
            let message = format!("a record of more than {} MiB; not imported", LONGEST >> 20);
            intake.find(Severity::Loss, "cell-too-long", place, message, "shorten the record");
            Ok(())
        }
    }
}

/// Reads one JSON value a line.
pub(crate) fn read_lines<E, F: FnMut(Submission) -> Result<(), E>>(
    input: impl Read,
    intake: &mut Intake<'_, E, F>,
) -> Result<(), Stop<E>> {
    let (input, _) = Utf8::new(input)?;
    intake.unit = "line";
    let mut input = BufReader::with_capacity(1 << 16, input);
    let mut flat = Flat::default();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let read = (&mut input).take(LONGEST as u64).read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        if read >= LONGEST && line.last() != Some(&b'\n') {
            let place = intake.place(number, "");
            let message = format!("a line of more than {} MiB; not imported", LONGEST >> 20);
            intake.find(Severity::Loss, "cell-too-long", place, message, "shorten the record");
            pass_line(&mut input)?;
        } else if !line.trim_ascii().is_empty() {
            flat.record(line.trim_ascii(), number, intake)?;
            flat.flush(intake)?;
        }
    }
    Ok(())
}

/// Passes over the rest of a line without keeping it.
fn pass_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let end = memchr::memchr(b'\n', buffer);
        let length = end.map_or(buffer.len(), |end| end + 1);
        let done = end.is_some() || buffer.is_empty();
        input.consume(length);
        if done {
            return Ok(());
        }
    }
}

/// Records made flat: paths as columns.
#[derive(Default)]
struct Flat {
    numbers: FxHashMap<String, usize>,
    /// The record that waits for what may be included beside it.
    pending: Option<(u64, Sparse)>,
    records: u64,
}

/// The cells of one record, in the order of their columns' first appearance.
#[derive(Default)]
struct Sparse {
    cells: Vec<Option<String>>,
}

impl Cells for Sparse {
    fn width(&self) -> usize {
        self.cells.len()
    }

    fn cell(&self, column: usize) -> Option<Cow<'_, [u8]>> {
        self.cells.get(column)?.as_deref().map(|cell| Cow::Borrowed(cell.as_bytes()))
    }
}

impl Flat {
    /// Parses a record and keeps it until the next one.
    fn record<E, F: FnMut(Submission) -> Result<(), E>>(
        &mut self,
        bytes: &[u8],
        number: u64,
        intake: &mut Intake<'_, E, F>,
    ) -> Result<(), Stop<E>> {
        self.records += 1;
        let trouble = match serde_json::from_slice(bytes) {
            Ok(Value::Object(fields)) => {
                // The docket and the documents of an API stand in files like those of the comments.
                let kind = fields.get("type").and_then(Value::as_str).unwrap_or_default();
                if fields.contains_key("attributes") && matches!(kind, "dockets" | "documents") {
                    let place = intake.place(number, "");
                    intake.find(
                        Severity::Note,
                        "not-a-submission",
                        place,
                        format!("this is of `{kind}`, not a submission"),
                        "",
                    );
                    return Ok(());
                }
                let mut sparse = Sparse::default();
                fields.into_iter().for_each(|(name, value)| self.put(&name, value, &mut sparse, intake));
                self.pending = Some((number, sparse));
                return Ok(());
            }
            Ok(Value::String(text)) => {
                let mut sparse = Sparse::default();
                self.put("text", Value::String(text), &mut sparse, intake);
                self.pending = Some((number, sparse));
                return Ok(());
            }
            Ok(_) => "the value is no object".to_owned(),
            Err(error) => format!("no JSON: {error}"),
        };
        let place = intake.place(number, "");
        intake.find(
            Severity::Loss,
            "json-record",
            place,
            format!("not imported: {trouble}"),
            "write one JSON object for each submission",
        );
        Ok(())
    }

    fn flush<E, F: FnMut(Submission) -> Result<(), E>>(
        &mut self,
        intake: &mut Intake<'_, E, F>,
    ) -> Result<(), Stop<E>> {
        match self.pending.take() {
            Some((number, sparse)) => intake.row(number, &sparse),
            None => Ok(()),
        }
    }

    /// Adds the addresses of files of what is included to the record before.
    fn include<E, F: FnMut(Submission) -> Result<(), E>>(&mut self, bytes: &[u8], intake: &mut Intake<'_, E, F>) {
        let Some((_, mut sparse)) = self.pending.take() else { return };
        let number = self.records;
        if let Ok(value) = serde_json::from_slice::<Value>(bytes) {
            let mut files = Vec::new();
            addresses(&value, &mut files);
            if !files.is_empty() {
                self.append(INCLUDED, &files.join("\n"), &mut sparse, intake);
            }
        }
        self.pending = Some((number, sparse));
    }

    /// Puts a value and all that is in it into the columns of their paths.
    fn put<E, F: FnMut(Submission) -> Result<(), E>>(
        &mut self,
        path: &str,
        value: Value,
        sparse: &mut Sparse,
        intake: &mut Intake<'_, E, F>,
    ) {
        match value {
            Value::Null => {}
            Value::Object(fields) => {
                for (name, value) in fields {
                    self.put(&format!("{path}/{name}"), value, sparse, intake);
                }
            }
            Value::Array(values) => {
                let mut files = Vec::new();
                for value in values {
                    match &value {
                        Value::String(text) => files.push(text.clone()),
                        other => addresses(other, &mut files),
                    }
                }
                if !files.is_empty() {
                    self.append(path, &files.join("\n"), sparse, intake);
                }
            }
            Value::String(text) => self.append(path, &text, sparse, intake),
            other => self.append(path, &other.to_string(), sparse, intake),
        }
    }

    fn append<E, F: FnMut(Submission) -> Result<(), E>>(
        &mut self,
        path: &str,
        text: &str,
        sparse: &mut Sparse,
        intake: &mut Intake<'_, E, F>,
    ) {
        /// A table has tens of columns; keys that are made up for each record are no columns.
        const MOST_COLUMNS: usize = 2000;
        let next = self.numbers.len();
        let column = match self.numbers.get(path) {
            Some(column) => *column,
            None if next >= MOST_COLUMNS => return,
            None => {
                self.numbers.insert(path.to_owned(), next);
                intake.columns.push(path.to_owned());
                next
            }
        };
        if sparse.cells.len() <= column {
            sparse.cells.resize(column + 1, None);
        }
        if let Some(cell) = sparse.cells.get_mut(column) {
            match cell {
                Some(cell) => {
                    cell.push('\n');
                    cell.push_str(text);
                }
                None => *cell = Some(text.to_owned()),
            }
        }
    }
}

/// Collects the names and addresses of files in a value.
fn addresses(value: &Value, files: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text)
                        if matches!(name.as_str(), "fileUrl" | "fileName" | "filename" | "file" | "url") =>
                    {
                        files.push(text.clone());
                    }
                    other => addresses(other, files),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| addresses(value, files)),
        _ => {}
    }
}

#[cfg(test)]
mod tests;
