//! From a dossier to the folder of a report, which is there whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use rap_doc::Finding;
use rap_dossier::{Dossier, Entry};
use rap_report::{Folder, Manifest, NamedLaw, ProcessOptions, Report, ReportBuilder, ReportError};
use rap_theme::Tagger;

use crate::{Case, CodeOptions, DocketOptions, Error};

/// The program as manifests name it.
pub(crate) const PROGRAM: &str = concat!("rapporteur ", env!("CARGO_PKG_VERSION"));

/// The dossier that a report on papers leaves beside itself.
const DOSSIER: &str = "case.dossier";

/// The words by which a page of ours is known.
const GENERATOR: &str = "<meta name=\"generator\" content=\"rapporteur ";

/// How much of a page is read to find them: the head of a page is far shorter.
const HEAD_BYTES: usize = 4096;

/// What a report is to hold beside what the papers say.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ReportOptions {
    /// The laws, or drafts, to whose provisions the demands are tied: those of [`Case::laws`], or others.
    pub laws: Vec<NamedLaw>,
    /// How the campaigns of a docket are found.
    pub docket: DocketOptions,
    /// The procedure that the law follows, and what the user knows of its way.
    pub process: ProcessOptions,
    /// Whether only statements, actors and asks are wanted: events, contradictions and the docket are left out.
    pub asks_alone: bool,
}

/// Returns the report on entries that `each` hands on; `each` returns what could not be opened.
pub(crate) fn of_entries(
    options: &CodeOptions,
    beside: &ReportOptions,
    each: impl FnOnce(&mut dyn FnMut(&Entry) -> Result<(), Error>) -> Result<Vec<Finding>, Error>,
) -> Result<Report, Error> {
    let laws = beside.laws.iter().map(|law| ("law".to_owned(), law.origin.clone()));
    let procedure = beside.process.procedure.iter().map(|procedure| ("procedure".to_owned(), procedure.id.clone()));
    let as_of = beside.process.signals.as_of.iter().map(|date| ("as-of".to_owned(), date.to_string()));
    let options_used = options.named().into_iter().chain(laws).chain(procedure).chain(as_of).collect();
    let manifest = Manifest { program: PROGRAM.to_owned(), options: options_used, ..Manifest::default() };
    let tagger = Tagger::new(&options.codebook);
    let mut builder = ReportBuilder::new(&options.codebook, &tagger, manifest)
        .with_laws(&beside.laws)
        .following(beside.process.clone());
    if beside.asks_alone {
        builder = builder.with_asks_alone();
    }
    beside.laws.iter().flat_map(|law| &law.law.findings).for_each(|finding| builder.add_finding(finding.clone()));
    let unopened = each(&mut |entry| {
        builder.add(entry);
        Ok(())
    })?;
    unopened.into_iter().for_each(|finding| builder.add_finding(finding));
    Ok(builder.finish())
}

/// The folder of a report. Files are made in a folder of their own inside of it and take their places at the end, so
/// that a job that fails or is killed leaves the last report as it was.
#[derive(Debug)]
pub struct ReportFolder {
    folder: PathBuf,
    staging: PathBuf,
    files: Vec<String>,
}

impl ReportFolder {
    /// Makes the folder where it is not there, and makes sure that nothing of anybody else's is overwritten.
    ///
    /// # Errors
    ///
    /// Fails where the folder cannot be written to, and where it holds an `index.html` or `case.dossier` that this
    /// program did not write.
    pub fn prepare(folder: &Path) -> Result<Self, Error> {
        let index = folder.join("index.html");
        if index.exists() && !is_ours(&index) {
            return Err(Error::Foreign { path: index });
        }
        let dossier = folder.join(DOSSIER);
        if dossier.exists() {
            Dossier::open(&dossier)?;
        }
        let staging = folder.join(format!(".writing-{}", std::process::id()));
        fs::create_dir_all(&staging).map_err(failed(&staging))?;
        Ok(Self { folder: folder.to_path_buf(), staging, files: Vec::new() })
    }

    /// Begins the dossier that is kept beside the report.
    ///
    /// # Errors
    ///
    /// Fails where it cannot be written.
    pub fn new_case(&mut self, options: CodeOptions) -> Result<Case, Error> {
        let case = Case::create(&self.staging.join(DOSSIER), options)?;
        self.files.push(DOSSIER.to_owned());
        Ok(case)
    }

    /// Writes the report on a case and puts everything in its place.
    ///
    /// # Errors
    ///
    /// Fails where a file cannot be written or a figure does not add up; the last report is then as it was.
    pub fn write(mut self, case: Case, report: &Report) -> Result<(), Error> {
        let mut entries = Entries(&case);
        let written = rap_report::write_report(report, &mut entries, &mut Staging(&self.staging));
        self.files.extend(written?);
        // The last connection folds the write-ahead log into the file, which can then be moved.
        drop(case);
        for file in &self.files {
            let (from, to) = (self.staging.join(file), self.folder.join(file));
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent).map_err(failed(parent))?;
            }
            fs::rename(from, &to).map_err(failed(&to))?;
        }
        Ok(())
    }
}

impl Drop for ReportFolder {
    fn drop(&mut self) {
        // What is left there is of no use to anybody, and a failure to remove it is not worth a word.
        drop(fs::remove_dir_all(&self.staging));
    }
}

struct Staging<'f>(&'f Path);

impl Folder for Staging<'_> {
    fn file(&mut self, path: &str) -> io::Result<Box<dyn Write>> {
        let path = self.0.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        Ok(Box::new(BufWriter::new(File::create(path)?)))
    }
}

struct Entries<'c>(&'c Case);

impl rap_report::Entries for Entries<'_> {
    fn each(&mut self, visit: &mut dyn FnMut(&Entry) -> Result<(), ReportError>) -> Result<(), ReportError> {
        for entry in self.0.dossier.entries().map_err(unreadable)? {
            visit(&entry.map_err(unreadable)?)?;
        }
        Ok(())
    }
}

fn unreadable(error: rap_dossier::DossierError) -> ReportError {
    ReportError::Entries(Box::new(error))
}

fn is_ours(index: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(index)
        .and_then(|file| io::Read::read_to_end(&mut io::Read::take(file, HEAD_BYTES as u64), &mut head));
    read.is_ok() && String::from_utf8_lossy(&head).contains(GENERATOR)
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_path_buf();
    move |cause| Error::Write { path, cause }
}
