//! The report as a folder: every exit once, from one pass over the entries.
//!
//! Files, in this order: the pages of sources where they have pages of their own, `statements.csv`, `report.json`,
//! `asks.csv`, `actors.csv`, and `index.html` last, when every figure has been counted again from the rows. What is
//! a folder on disk and what happens to it after a failure is the caller's affair.

use std::io::{self, Write};

use rap_dossier::{Dossier, DossierError, Entry};

use crate::ReportError;
use crate::gate::Recount;
use crate::report::Report;
use crate::row::{AskRow, Paper, Row, StatementRow};
use crate::to_csv::{write_header, write_row};
use crate::to_html::{self, Layout, Page};
use crate::to_json::JsonWriter;

/// A place for the files of a report.
pub trait Folder {
    /// Opens a new file below the folder, as in `sources/3-0badcafe.html`.
    ///
    /// The writer is flushed before the next file is asked for, or two are open at once; both are dropped at the end.
    ///
    /// # Errors
    ///
    /// Returns the failure of the system.
    fn file(&mut self, path: &str) -> io::Result<Box<dyn Write>>;
}

/// The entries of a dossier, to be gone through in the order in which the report was built.
pub trait Entries {
    /// Calls `visit` with each entry in turn, and stops at the first failure.
    ///
    /// # Errors
    ///
    /// Returns the failure of `visit`, or [`ReportError::Entries`] where an entry cannot be read.
    fn each(&mut self, visit: &mut dyn FnMut(&Entry) -> Result<(), ReportError>) -> Result<(), ReportError>;
}

impl Entries for Dossier {
    fn each(&mut self, visit: &mut dyn FnMut(&Entry) -> Result<(), ReportError>) -> Result<(), ReportError> {
        let unread = |error: DossierError| ReportError::Entries(Box::new(error));
        self.entries().map_err(unread)?.try_for_each(|entry| visit(&entry.map_err(unread)?))
    }
}

impl Entries for &[Entry] {
    fn each(&mut self, visit: &mut dyn FnMut(&Entry) -> Result<(), ReportError>) -> Result<(), ReportError> {
        self.iter().try_for_each(visit)
    }
}

/// Writes a report with everything beside it, and returns the names of its files in the order of writing.
///
/// # Errors
///
/// Returns what the folder or the entries fail with, and an error where a figure or quote of the report does not
/// agree with the entries.
pub fn write_report(
    report: &Report,
    entries: &mut dyn Entries,
    folder: &mut dyn Folder,
) -> Result<Vec<String>, ReportError> {
    write_laid_out(report, &Layout::of(report), entries, folder)
}

pub(crate) fn write_laid_out(
    report: &Report,
    layout: &Layout,
    entries: &mut dyn Entries,
    folder: &mut dyn Folder,
) -> Result<Vec<String>, ReportError> {
    let mut files = Files { folder, written: Vec::new() };
    let mut recount = Recount::default();
    let sources = write_entries(report, layout, entries, &mut files, &mut recount)?;
    files.table("asks.csv", report.ask_rows().inspect(|row| recount.ask(row)).flat_map(AskRow::into_support))?;
    files.table("actors.csv", report.actor_rows().inspect(|row| recount.actor(report, row)))?;
    if report.discourse.months.is_empty() {
        report.discourse_rows().for_each(|row| recount.discourse(&row));
    } else {
        files.table("discourse.csv", report.discourse_rows().inspect(|row| recount.discourse(row)))?;
    }
    if !report.laws.is_empty() {
        files.table("links.csv", report.link_rows())?;
    }
    report.finding_rows().for_each(|_| recount.finding());
    recount.check(report)?;
    for page in to_html::side_pages(report, layout) {
        files.page(&page.path(report), &to_html::side_page(report, layout, page, None))?;
    }
    files.page(&Page::Index.path(report), &to_html::index(report, layout, &sources))?;
    Ok(files.written)
}

/// Writes everything that needs the entries, and returns the sources where they stand on the page of the report.
fn write_entries(
    report: &Report,
    layout: &Layout,
    entries: &mut dyn Entries,
    files: &mut Files,
    recount: &mut Recount,
) -> Result<String, ReportError> {
    let (csv, json) = ("statements.csv", "report.json");
    let mut table = files.open(csv)?;
    write_header::<StatementRow>(&mut table).map_err(failed(csv))?;
    let mut tree = JsonWriter::start(files.open(json)?, report, layout).map_err(failed(json))?;
    let mut sources = String::new();
    let mut index = 0;
    entries.each(&mut |entry| {
        recount.source();
        let paper = Paper::of(entry);
        for row in paper.statements(&entry.codings) {
            recount.statement(report, &row)?;
            write_row(&mut table, &row).map_err(failed(csv))?;
        }
        paper.ledger().for_each(|row| recount.sentence(&row));
        tree.entry(entry).map_err(failed(json))?;
        if layout.single {
            sources.push_str(&to_html::source_part(report, layout, index, entry));
        } else {
            let page = Page::Source(index);
            files.page(&page.path(report), &to_html::side_page(report, layout, page, Some(entry)))?;
        }
        index += 1;
        Ok(())
    })?;
    table.flush().map_err(failed(csv))?;
    tree.finish().map_err(failed(json))?;
    Ok(sources)
}

/// The files of a folder, as they are written.
struct Files<'f> {
    folder: &'f mut dyn Folder,
    written: Vec<String>,
}

impl Files<'_> {
    fn open(&mut self, path: &str) -> Result<Box<dyn Write>, ReportError> {
        let file = self.folder.file(path).map_err(failed(path))?;
        self.written.push(path.to_owned());
        Ok(file)
    }

    fn page(&mut self, path: &str, html: &str) -> Result<(), ReportError> {
        let mut file = self.open(path)?;
        file.write_all(html.as_bytes()).and_then(|()| file.flush()).map_err(failed(path))
    }

    fn table<R: Row>(&mut self, path: &str, mut rows: impl Iterator<Item = R>) -> Result<(), ReportError> {
        let mut file = self.open(path)?;
        write_header::<R>(&mut file).map_err(failed(path))?;
        rows.try_for_each(|row| write_row(&mut file, &row)).map_err(failed(path))?;
        file.flush().map_err(failed(path))
    }
}

fn failed(path: &str) -> impl Fn(io::Error) -> ReportError {
    let file = path.to_owned();
    move |cause| ReportError::Write { file: file.clone(), cause }
}
