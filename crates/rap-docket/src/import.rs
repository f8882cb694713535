//! From rows of any format to submissions, one by one.
//!
//! A reader of a format brings the names of the columns and the cells of each row; this part guesses which column holds
//! what from the names and the first rows, and hands on a [`Submission`] for each row that holds one. What does not is
//! a finding with its place and reason. Nothing is kept: a table may be larger than memory.

mod row;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Read;

use rap_doc::{Finding, Place, Severity};
use rustc_hash::FxHashSet;

use crate::mapping::{Choice, Field, Mapping, names_text};
use crate::{Submission, from_delimited, from_json, from_sheet, points_to_file};

/// The form of a table.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum TableFormat {
    /// Cells parted by commas, semicolons, tabs or bars.
    Delimited,
    /// One JSON document.
    Json,
    /// One JSON value a line.
    JsonLines,
    /// A workbook: XLSX, XLS, ODS.
    Sheet,
}

impl TableFormat {
    /// Returns the form of a table by its name; nothing for a file that is none.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())?;
        match ending.as_str() {
            "csv" | "tsv" | "tab" => Some(Self::Delimited),
            "json" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            "xlsx" | "xlsm" | "xls" | "ods" => Some(Self::Sheet),
            _ => None,
        }
    }
}

/// Says how a table is to be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportOptions {
    /// Which columns hold what, where the user says so.
    pub choices: Vec<Choice>,
    /// Whether the table stands beside others: then one whose columns have no name that is known is passed over.
    pub among_others: bool,
}

/// What reading a table came to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Imported {
    /// Which columns were taken for what.
    pub mapping: Mapping,
    /// The names of all columns.
    pub columns: Vec<String>,
    /// The columns that the user chose and the table does not have; nothing was read then.
    pub missing: Vec<Choice>,
    /// How many submissions were handed on.
    pub submissions: u64,
    /// How many submissions the docket says that the office received, where a row of the table says so.
    pub stated: u64,
    /// What the docket and its papers are called, each title once.
    pub titles: Vec<String>,
    /// What was not read, or only with doubt.
    pub findings: Vec<Finding>,
}

/// The ids of a docket, so that none is given twice, also across the tables of a folder.
#[derive(Clone, Debug, Default)]
pub struct Ids(FxHashSet<u64>);

impl Ids {
    /// Takes an id; false where it was taken before.
    fn take(&mut self, id: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        self.0.insert(hasher.finish())
    }
}

/// Reads a table and hands on its submissions in order; `origin` is its name in findings.
///
/// # Errors
///
/// Stops at the first error of `take`. Whatever is wrong with the table is a finding.
pub fn import<E>(
    format: TableFormat,
    input: impl Read,
    origin: &str,
    options: &ImportOptions,
    ids: &mut Ids,
    take: impl FnMut(Submission) -> Result<(), E>,
) -> Result<Imported, E> {
    let mut intake = Intake::new(origin, options, ids, take);
    let read = match format {
        TableFormat::Delimited => from_delimited::read(input, origin, &mut intake),
        TableFormat::Json => from_json::read(input, &mut intake),
        TableFormat::JsonLines => from_json::read_lines(input, &mut intake),
        TableFormat::Sheet => from_sheet::read(input, &mut intake),
    };
    match read {
        Ok(()) | Err(Stop::Columns) => {}
        Err(Stop::Taker(error)) => return Err(error),
        Err(Stop::Unreadable(what)) => {
            let hint = "check that the file is whole; the rows before were read";
            intake.find(Severity::Loss, "table-unreadable", Place::Whole, what, hint);
        }
    }
    intake.finish()
}

/// Why reading ended before the table did.
pub(crate) enum Stop<E> {
    /// Who takes the submissions has had enough.
    Taker(E),
    /// There is no column to read.
    Columns,
    /// The rest cannot be read.
    Unreadable(String),
}

impl<E> From<std::io::Error> for Stop<E> {
    fn from(error: std::io::Error) -> Self {
        Self::Unreadable(format!("the table cannot be read: {error}"))
    }
}

/// The cells of a row, by the number of their column.
pub(crate) trait Cells {
    /// Returns how many columns the row has.
    fn width(&self) -> usize;
    /// Returns the bytes of a cell.
    fn cell(&self, column: usize) -> Option<Cow<'_, [u8]>>;
}

/// A row kept until it is known what the columns hold.
struct Kept(Vec<Option<Vec<u8>>>);

impl Cells for Kept {
    fn width(&self) -> usize {
        self.0.len()
    }

    fn cell(&self, column: usize) -> Option<Cow<'_, [u8]>> {
        self.0.get(column)?.as_deref().map(Cow::Borrowed)
    }
}

/// Rows that are looked at before it is settled what the columns hold.
const SAMPLE_ROWS: usize = 100;

/// Findings of one sort that are told one by one; the others are counted.
const TOLD: u64 = 100;

/// Takes the rows of a reader and makes submissions of them.
pub(crate) struct Intake<'t, E, F: FnMut(Submission) -> Result<(), E>> {
    origin: &'t str,
    options: &'t ImportOptions,
    ids: &'t mut Ids,
    take: F,
    pub(crate) columns: Vec<String>,
    /// What rows are called: "line", "row", "record".
    pub(crate) unit: &'static str,
    kept: Vec<(u64, Kept)>,
    imported: Imported,
    settled: bool,
    counts: BTreeMap<&'static str, u64>,
}

impl<'t, E, F: FnMut(Submission) -> Result<(), E>> Intake<'t, E, F> {
    fn new(origin: &'t str, options: &'t ImportOptions, ids: &'t mut Ids, take: F) -> Self {
        Self {
            origin,
            options,
            ids,
            take,
            columns: Vec::new(),
            unit: "row",
            kept: Vec::new(),
            imported: Imported::default(),
            settled: false,
            counts: BTreeMap::new(),
        }
    }

    /// Adds a finding; of one sort the first hundred are told.
    pub(crate) fn find(
        &mut self,
        severity: Severity,
        code: &'static str,
        place: Place,
        message: impl Into<String>,
        hint: &str,
    ) {
        let count = self.counts.entry(code).or_default();
        *count += 1;
        if *count <= TOLD {
            let (origin, hint) = (self.origin.to_owned(), hint.to_owned());
            self.imported.findings.push(Finding { severity, code, origin, place, message: message.into(), hint });
        }
    }

    /// Names the place of a cell.
    pub(crate) fn place(&self, row: u64, column: &str) -> Place {
        let column = column.trim();
        Place::Path(if column.is_empty() {
            format!("{} {row}", self.unit)
        } else {
            format!("{} {row}, column `{column}`", self.unit)
        })
    }

    /// Returns whether the words are in the last column, where a row with too many cells has delimiters in its words.
    pub(crate) fn words_are_last(&self) -> bool {
        self.settled && self.imported.mapping.of(Field::Text).any(|column| column + 1 == self.columns.len())
    }

    /// Takes a row.
    pub(crate) fn row(&mut self, place: u64, cells: &impl Cells) -> Result<(), Stop<E>> {
        if self.settled {
            return self.submit(place, cells);
        }
        let kept = (0..cells.width()).map(|column| cells.cell(column).map(Cow::into_owned)).collect();
        self.kept.push((place, Kept(kept)));
        if self.kept.len() >= SAMPLE_ROWS { self.settle() } else { Ok(()) }
    }

    /// Decides what the columns hold, and takes the rows that waited for it.
    fn settle(&mut self) -> Result<(), Stop<E>> {
        self.settled = true;
        self.imported.columns.clone_from(&self.columns);
        let kept = std::mem::take(&mut self.kept);
        match Mapping::guess(&self.columns, &mean_lengths(&kept, self.columns.len()), &self.options.choices) {
            Ok(mapping) => self.imported.mapping = mapping,
            Err(missing) => {
                self.imported.missing = missing;
                return Err(Stop::Columns);
            }
        }
        if self.imported.mapping.of(Field::Voter).next().is_some() && !self.imported.mapping.has_text() {
            self.find(
                Severity::Note,
                "votes",
                Place::Whole,
                "a table of votes; the votes of each comment stand in its own row",
                "",
            );
            return Err(Stop::Columns);
        }
        if self.options.among_others && self.options.choices.is_empty() && !names_text(&self.columns) {
            let hint = "name this table alone to read it";
            self.find(
                Severity::Note,
                "no-submissions",
                Place::Whole,
                "no column is called as columns of comments are; the table was passed over",
                hint,
            );
            return Err(Stop::Columns);
        }
        if !self.imported.mapping.has_text() {
            let names: Vec<String> = self.columns.iter().take(80).map(|name| format!("`{}`", name.trim())).collect();
            let hint = "name the column of the words: --column text=NAME";
            let message = format!("no column holds the words of submissions; the columns are {}", names.join(", "));
            self.find(Severity::Loss, "no-text-column", Place::Whole, message, hint);
            return Err(Stop::Columns);
        }
        kept.iter().try_for_each(|(place, cells)| self.submit(*place, cells))
    }

    fn finish(mut self) -> Result<Imported, E> {
        if !self.settled
            && (!self.kept.is_empty() || !self.columns.is_empty())
            && let Err(Stop::Taker(error)) = self.settle()
        {
            return Err(error);
        }
        for (code, count) in std::mem::take(&mut self.counts) {
            if count > TOLD {
                let finding = Finding {
                    severity: Severity::Warning,
                    code,
                    origin: self.origin.to_owned(),
                    place: Place::Whole,
                    message: format!("`{code}` {} times more", count - TOLD),
                    hint: String::new(),
                };
                self.imported.findings.push(finding);
            }
        }
        Ok(self.imported)
    }

    /// Keeps what the docket is called; a docket has few titles, and a column of other things is not taken for one.
    fn keep_title(&mut self, title: String) {
        const MOST: usize = 16;
        let titles = &mut self.imported.titles;
        if !title.trim().is_empty() && titles.len() < MOST && !titles.contains(&title) {
            titles.push(title);
        }
    }

    /// Makes a submission of a row, or a finding.
    fn submit(&mut self, place: u64, cells: &impl Cells) -> Result<(), Stop<E>> {
        let kind = self.first(Field::Kind, place, cells);
        let title = self.first(Field::DocketTitle, place, cells);
        self.keep_title(title);
        if !is_submission(&kind) {
            let title = self.first(Field::Title, place, cells);
            self.keep_title(title);
            let stated = self.first(Field::Received, place, cells).trim().parse().unwrap_or(0);
            self.imported.stated = self.imported.stated.max(stated);
            let place = self.place(place, "");
            self.find(
                Severity::Note,
                "not-a-submission",
                place,
                format!("this is `{}`, not a submission", kind.trim()),
                "",
            );
            return Ok(());
        }
        let Some(submission) = self.submission(place, cells) else { return Ok(()) };
        self.imported.submissions += 1;
        (self.take)(submission).map_err(Stop::Taker)
    }
}

/// Returns the mean number of characters of each column.
fn mean_lengths(rows: &[(u64, Kept)], columns: usize) -> Vec<f64> {
    let mean = |column: usize| {
        let cells = rows.iter().filter_map(|(_, row)| row.0.get(column)?.as_deref());
        let all: usize = cells.map(|cell| String::from_utf8_lossy(cell).trim().chars().count()).sum();
        all as f64 / rows.len().max(1) as f64
    };
    (0..columns).map(mean).collect()
}

/// Tells a submission from the other papers of a docket, by the kind that the table states.
fn is_submission(kind: &str) -> bool {
    const OTHERS: [&str; 11] = [
        "notice",
        "rule",
        "proposed rule",
        "supporting",
        "other",
        "docket",
        "supporting & related material",
        "supporting documents",
        "dockets",
        "documents",
        "nonrulemaking",
    ];
    !OTHERS.contains(&kind.trim().to_lowercase().as_str())
}

/// Tells whether a submission waits for a file: its own words point there, or there are none.
#[must_use]
pub fn needs_file(submission: &Submission) -> bool {
    submission.text.trim().is_empty() || points_to_file(&submission.text)
}

#[cfg(test)]
mod tests;
