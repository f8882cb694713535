//! The paragraphs of one part of a document, as a reader sees them with all changes accepted.

use rap_doc::{Finding, Place, Severity};

use super::xml::{Mark, Tag, walk};
use crate::reading::finding;

/// How deep paragraphs (text boxes) and tables may lie in one another; deeper ones are read into those around them.
const DEEPEST: usize = 50;

/// A paragraph with what decides its kind.
#[derive(Default)]
pub(super) struct Paragraph {
    /// Its number among the paragraphs of the part, from 1.
    pub(super) number: usize,
    pub(super) text: String,
    pub(super) style: Option<String>,
    pub(super) list: Option<String>,
    pub(super) level: Option<u8>,
    pub(super) outline: Option<u8>,
    /// The page it began on when the document was last laid out.
    pub(super) page: Option<u32>,
    /// Its table, row and column, for people.
    pub(super) cell: Option<String>,
    /// The note or comment that begins with it.
    pub(super) note: Option<Note>,
    /// Letters in bold, and all letters.
    bold: (usize, usize),
    /// Its end was deleted: the next paragraph goes on in it.
    joined: bool,
}

impl Paragraph {
    pub(super) const fn is_bold(&self) -> bool {
        self.bold.1 > 0 && self.bold.0 == self.bold.1
    }
}

/// A footnote, endnote or comment.
pub(super) struct Note {
    pub(super) id: String,
    pub(super) author: Option<String>,
}

/// What was read of a part.
#[derive(Default)]
pub(super) struct Body {
    pub(super) paragraphs: Vec<Paragraph>,
    /// The identifiers of the notes, in the order of reference.
    pub(super) footnotes: Vec<String>,
    pub(super) endnotes: Vec<String>,
    /// The byte at which the XML is broken.
    pub(super) broken_at: Option<u64>,
    insertions: usize,
    deletions: usize,
    hidden: usize,
}

impl Body {
    pub(super) fn of(xml: &str) -> Self {
        let mut walker = Walker::default();
        let broken_at = walk(xml, |mark| match mark {
            Mark::Open(name, tag) => walker.open(name, &tag),
            Mark::Close(name) => walker.close(name),
            Mark::Words(words) => walker.words(words),
        });
        while !walker.open.is_empty() {
            walker.close_paragraph();
        }
        walker.body.paragraphs.extend(walker.joined);
        walker.body.broken_at = broken_at;
        if walker.page == 1 {
            // No page was ever laid out, so nothing is known of pages.
            walker.body.paragraphs.iter_mut().for_each(|paragraph| paragraph.page = None);
        }
        walker.body
    }

    /// Returns what a reader of the final text does not see.
    pub(super) fn findings(&self, part: &str) -> Vec<Finding> {
        let place = || Place::Path(part.to_owned());
        let mut findings = Vec::new();
        if self.insertions + self.deletions > 0 {
            let message = format!(
                "tracked changes were read as accepted: {} insertions kept, {} deletions left out",
                self.insertions, self.deletions
            );
            let hint = "accept or reject the changes in a word processor if another text is meant";
            findings.push(finding(Severity::Note, "docx-tracked-changes", place(), message, hint));
        }
        if self.hidden > 0 {
            let message = format!("{} runs of hidden text were left out", self.hidden);
            findings.push(finding(Severity::Note, "docx-hidden-text", place(), message, ""));
        }
        findings
    }
}

/// A table: its number in the part, its row and column being read.
struct Table {
    number: usize,
    row: usize,
    column: usize,
}

/// Where the walk through a part is.
#[derive(Default)]
struct Walker {
    body: Body,
    open: Vec<Paragraph>,
    /// Paragraphs of text boxes, which follow the paragraph they are anchored in.
    boxed: Vec<Paragraph>,
    /// A paragraph whose end was deleted and that the next one continues.
    joined: Option<Paragraph>,
    tables: Vec<Table>,
    table_count: usize,
    paragraph_count: usize,
    page: u32,
    /// Within an element whose content is not read: how many elements are open in it.
    skipped: usize,
    in_text: bool,
    /// Within the properties of a paragraph and of a run.
    in_properties: bool,
    in_run_properties: bool,
    /// Within the properties of a form field, and whether it shows its instructions.
    in_control_properties: bool,
    is_placeholder: bool,
    bold: bool,
    hidden: bool,
    note: Option<Note>,
}

impl Walker {
    fn open(&mut self, name: &str, tag: &Tag<'_>) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        if self.in_control_properties {
            self.is_placeholder |= name == "showingPlcHdr";
            return;
        }
        if self.in_properties || self.in_run_properties {
            self.property(name, tag);
            return;
        }
        match name {
            "p" => self.open_paragraph(),
            "pPr" => self.in_properties = true,
            "rPr" => self.in_run_properties = true,
            "r" => (self.bold, self.hidden) = (false, false),
            "t" => self.in_text = true,
            "tab" | "ptab" => self.write("\t"),
            "br" | "cr" if tag.get("type").is_none_or(|kind| kind == "textWrapping") => self.write("\n"),
            "noBreakHyphen" => self.write("\u{2011}"),
            "lastRenderedPageBreak" => self.page = self.page.max(1) + 1,
            "ins" | "moveTo" => self.body.insertions += 1,
            "del" | "moveFrom" => {
                self.body.deletions += 1;
                self.skipped = 1;
            }
            "sdtPr" => self.in_control_properties = true,
            // A form field that nobody filled in shows its instructions as if they were text.
            "sdtContent" if std::mem::take(&mut self.is_placeholder) => self.skipped = 1,
            "tbl" => self.open_table(),
            "tr" | "tc" => self.open_cell(name),
            "footnote" | "endnote" | "comment" => self.open_note(tag),
            "footnoteReference" => self.body.footnotes.extend(tag.get("id")),
            "endnoteReference" => self.body.endnotes.extend(tag.get("id")),
            _ if is_skipped(name) => self.skipped = 1,
            _ => {}
        }
    }

    /// Reads a property of the open paragraph or run.
    fn property(&mut self, name: &str, tag: &Tag<'_>) {
        match name {
            "rPr" => self.in_run_properties = true,
            "pPrChange" | "rPrChange" | "sectPr" => self.skipped = 1,
            "b" if !self.in_properties => self.bold = tag.is_on(),
            "vanish" if !self.in_properties => self.hidden = tag.is_on(),
            _ => {}
        }
        let Some(paragraph) = self.open.last_mut().filter(|_| self.in_properties) else { return };
        match name {
            "pStyle" => paragraph.style = tag.get("val"),
            "numId" => paragraph.list = tag.get("val"),
            "ilvl" => paragraph.level = tag.get("val").and_then(|level| level.parse().ok()),
            "outlineLvl" => paragraph.outline = tag.get("val").and_then(|level| level.parse().ok()),
            // Within the run properties of a paragraph: its mark, the end of the paragraph, was deleted.
            "del" | "moveFrom" => paragraph.joined = true,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "p" => self.close_paragraph(),
            "pPr" => (self.in_properties, self.in_run_properties) = (false, false),
            "rPr" => self.in_run_properties = false,
            "sdtPr" => self.in_control_properties = false,
            "t" => self.in_text = false,
            "tbl" => drop(self.tables.pop()),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.in_text && self.skipped == 0 {
            self.write(words);
        }
    }

    fn write(&mut self, words: &str) {
        if self.hidden {
            self.body.hidden += usize::from(self.in_text);
            return;
        }
        let page = self.page.max(1);
        let Some(paragraph) = self.open.last_mut() else { return };
        paragraph.page.get_or_insert(page);
        let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
        paragraph.bold.1 += letters;
        paragraph.bold.0 += if self.bold { letters } else { 0 };
        paragraph.text.push_str(words);
    }

    fn open_paragraph(&mut self) {
        self.page = self.page.max(1);
        self.paragraph_count += 1;
        if self.open.len() >= DEEPEST {
            return;
        }
        let cell = self.tables.last().map(|table| {
            format!(" (table {}, row {}, column {})", table.number, table.row.max(1), table.column.max(1))
        });
        let fresh = Paragraph { number: self.paragraph_count, cell, note: self.note.take(), ..Paragraph::default() };
        let joined = self.joined.take().filter(|_| self.open.is_empty());
        self.open.push(joined.unwrap_or(fresh));
    }

    fn close_paragraph(&mut self) {
        (self.in_properties, self.in_run_properties, self.in_text) = (false, false, false);
        let Some(mut paragraph) = self.open.pop() else { return };
        if !self.open.is_empty() {
            self.boxed.push(paragraph);
            return;
        }
        if std::mem::take(&mut paragraph.joined) {
            self.joined = Some(paragraph);
            return;
        }
        self.body.paragraphs.push(paragraph);
        self.body.paragraphs.append(&mut self.boxed);
    }

    fn open_table(&mut self) {
        self.table_count += 1;
        if self.tables.len() < DEEPEST {
            self.tables.push(Table { number: self.table_count, row: 0, column: 0 });
        }
    }

    fn open_cell(&mut self, name: &str) {
        match self.tables.last_mut() {
            Some(table) if name == "tr" => (table.row, table.column) = (table.row + 1, 0),
            Some(table) => table.column += 1,
            None => {}
        }
    }

    /// Opens a note or comment; the line that separates notes from text is none.
    fn open_note(&mut self, tag: &Tag<'_>) {
        if tag.get("type").is_some_and(|kind| kind != "normal") {
            self.skipped = 1;
            return;
        }
        self.note = tag.get("id").map(|id| Note { id, author: tag.get("author").filter(|name| !name.is_empty()) });
    }
}

/// Tells elements whose content is no text, or text that stands elsewhere again.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "instrText"
            | "delText"
            | "delInstrText"
            | "Fallback"
            | "sectPr"
            | "tblPr"
            | "trPr"
            | "tcPr"
            | "tblGrid"
            | "numberingChange"
    )
}
