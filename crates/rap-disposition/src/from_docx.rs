//! Rows of the tables of a Word document: what a reader sees with all tracked changes accepted.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::error::Error;

/// How much the text may inflate to.
const MOST_BYTES: u64 = 64 << 20;

/// Returns the rows of each table in turn, a table inside of a cell as words of that cell.
pub(crate) fn tables(bytes: &[u8]) -> Result<Vec<Vec<Vec<String>>>, Error> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut xml = Vec::new();
    archive.by_name("word/document.xml")?.take(MOST_BYTES).read_to_end(&mut xml)?;
    let mut found = Tables::default();
    let xml = String::from_utf8_lossy(&xml);
    let mut reader = Reader::from_str(&xml);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => found.open(tag.local_name().as_ref()),
            Ok(Event::End(tag)) => found.close(tag.local_name().as_ref()),
            Ok(Event::Text(text)) => found.words(&text.xml10_content()),
            Ok(Event::GeneralRef(name)) => found.words(reference(&name)),
            // What was read up to a fault is kept.
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    Ok(found.tables)
}

/// Returns the character of a reference of XML itself; entities of the file's own are not expanded.
fn reference(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "\u{fffd}",
    }
}

#[derive(Default)]
struct Tables {
    tables: Vec<Vec<Vec<String>>>,
    depth: usize,
    /// Inside of deleted words.
    deleted: usize,
    text: bool,
}

impl Tables {
    fn open(&mut self, name: &str) {
        match name {
            "tbl" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.tables.push(Vec::new());
                }
            }
            "tr" if self.depth == 1 => {
                if let Some(table) = self.tables.last_mut() {
                    table.push(Vec::new());
                }
            }
            "tc" if self.depth == 1 => {
                if let Some(row) = self.tables.last_mut().and_then(|table| table.last_mut()) {
                    row.push(String::new());
                }
            }
            "p" => self.line(),
            "br" | "cr" => self.push("\n"),
            "tab" => self.push("\t"),
            "del" | "moveFrom" => self.deleted += 1,
            "t" => self.text = true,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "tbl" => self.depth = self.depth.saturating_sub(1),
            "del" | "moveFrom" => self.deleted = self.deleted.saturating_sub(1),
            "t" => self.text = false,
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.text && self.deleted == 0 {
            self.push(words);
        }
    }

    /// Begins a paragraph: on a line of its own where the cell has words already.
    fn line(&mut self) {
        if self.cell().is_some_and(|cell| !cell.is_empty()) {
            self.push("\n");
        }
    }

    fn push(&mut self, words: &str) {
        if let Some(cell) = self.cell() {
            cell.push_str(words);
        }
    }

    fn cell(&mut self) -> Option<&mut String> {
        if self.depth == 0 {
            return None;
        }
        self.tables.last_mut()?.last_mut()?.last_mut()
    }
}
