//! The files beside a table: which of them came with which submission, and what they say.
//!
//! A file belongs to a submission when its name begins with the id of the submission and `_attachment`, as in folders of
//! the Mirrulations mirror, or when the table names it. Where a file is there as a document and as its extracted text,
//! the text is read.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use rap_doc::{Finding, Place, Severity};
use rap_docket::{Submission, Submitter, SubmitterKind};
use rap_read::{ReadOptions, read};

use crate::papers::{PaperFile, bytes_of};

/// A file with whether a submission took it.
#[derive(Debug)]
struct Beside {
    file: PaperFile,
    taken: AtomicBool,
}

/// The files beside the tables of a docket.
#[derive(Debug, Default)]
pub(super) struct Files {
    files: Vec<Beside>,
    /// Id of a submission and number of the attachment, to the file.
    by_id: BTreeMap<String, BTreeMap<String, usize>>,
    by_name: BTreeMap<String, usize>,
}

impl Files {
    pub(super) fn of(files: Vec<PaperFile>) -> Self {
        let mut beside = Self::default();
        for (index, file) in files.into_iter().enumerate() {
            let name = name_of(&file.origin).to_owned();
            if let Some((id, number)) = name.split_once("_attachment") {
                let id = id.strip_prefix("comment-").unwrap_or(id).to_owned();
                let number: String = number.trim_start_matches('_').chars().take_while(char::is_ascii_digit).collect();
                let of_id = beside.by_id.entry(id).or_default();
                if name.ends_with(".txt") || !of_id.contains_key(&number) {
                    of_id.insert(number, index);
                }
            }
            beside.by_name.insert(name, index);
            beside.files.push(Beside { file, taken: AtomicBool::new(false) });
        }
        beside
    }

    /// Returns all files, when none of them is an attachment.
    pub(super) fn take_all(&mut self) -> Vec<PaperFile> {
        self.files.iter().map(|beside| beside.file.clone()).collect()
    }

    /// Returns the words of the files that came with a submission, in order.
    pub(super) fn attached_to(&self, submission: &Submission, findings: &mut Vec<Finding>) -> Vec<String> {
        if self.files.is_empty() {
            return Vec::new();
        }
        let of_id = self.by_id.get(&submission.id).into_iter().flat_map(BTreeMap::values).copied();
        let mut indices: Vec<usize> = of_id.collect();
        if indices.is_empty() {
            let named = submission.attachments.iter().filter_map(|name| self.by_name.get(name_of(name)));
            indices.extend(named.copied());
        }
        indices.into_iter().filter_map(|index| self.words_of(index, findings)).collect()
    }

    fn words_of(&self, index: usize, findings: &mut Vec<Finding>) -> Option<String> {
        let beside = self.files.get(index)?;
        beside.taken.store(true, Ordering::Relaxed);
        let bytes = bytes_of(&beside.file).map_err(|finding| findings.push(finding)).ok()?;
        let reading = read(&bytes, &beside.file.origin, &ReadOptions::default());
        findings.extend(reading.findings);
        Some(reading.doc.text().to_owned()).filter(|text| !text.trim().is_empty())
    }

    /// Returns a finding for each file that no submission took.
    pub(super) fn unjoined(&self) -> Vec<Finding> {
        let second_form = |name: &str| name.contains("_attachment");
        let left = self.files.iter().filter(|beside| !beside.taken.load(Ordering::Relaxed));
        let left = left.filter(|beside| !second_form(name_of(&beside.file.origin)));
        left.map(|beside| Finding {
            severity: Severity::Warning,
            code: "file-unjoined",
            origin: beside.file.origin.clone(),
            place: Place::Whole,
            message: "the file belongs to no submission of the tables".to_owned(),
            hint: "letters without a table are read from a folder of their own".to_owned(),
        })
        .collect()
    }
}

fn name_of(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Tells a Parquet table by its name.
pub(super) fn is_parquet(file: &PaperFile) -> bool {
    file.origin.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("parquet"))
}

/// Returns the finding that a Parquet table was not read, with the way to have it read.
pub(super) fn unread_parquet(file: &PaperFile) -> Finding {
    let name = name_of(&file.origin);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Finding {
        severity: Severity::Loss,
        code: "parquet-unread",
        origin: file.origin.clone(),
        place: Place::Whole,
        message: "tables in Parquet are not read".to_owned(),
        hint: format!("save it as CSV or JSON lines, for example: duckdb -c \"COPY '{name}' TO '{stem}.csv'\""),
    }
}

/// Returns a file as a letter: its name is its id, its author the submitter.
pub(super) fn letter(file: &PaperFile) -> (Option<Submission>, Vec<Finding>) {
    let bytes = match bytes_of(file) {
        Ok(bytes) => bytes,
        Err(finding) => return (None, vec![finding]),
    };
    let reading = read(&bytes, &file.origin, &ReadOptions::default());
    let text = reading.doc.text().to_owned();
    let names: Vec<String> = reading.author.into_iter().collect();
    let kind = if names.is_empty() { SubmitterKind::Anonymous } else { SubmitterKind::Person };
    let submission = Submission {
        id: file.origin.clone(),
        place: 0,
        published: !text.trim().is_empty(),
        text,
        title: reading.source.title,
        submitter: Submitter { kind, names, ..Submitter::default() },
        date: reading.source.date,
        received: 1,
        ..Submission::default()
    };
    (Some(submission), reading.findings)
}
