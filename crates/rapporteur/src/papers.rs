//! From paths to papers: which files are to be read, in which order, and under which names.
//!
//! Folders are walked without following links, hidden files are passed over, and the order is that of the names, so
//! that the same folder gives the same dossier on every machine. What cannot be listed is a finding.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rap_doc::{Finding, Place, Severity};
use walkdir::WalkDir;

/// The largest file that is read, in bytes: a paper is decoded in memory, and the longest consultation papers in the
/// wild are a hundredth of this.
const MOST_BYTES: u64 = 1 << 30;

/// A file to be read and the name that the dossier gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PaperFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Its name in the dossier: the path below the deepest folder that holds everything named, with `/`.
    pub origin: String,
    /// Its length in bytes when it was listed.
    pub bytes: u64,
}

/// The papers found below the paths that the user named, and what could not be listed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Papers {
    /// The files, in the order of their names, each once.
    pub papers: Vec<PaperFile>,
    /// Paths that do not exist or cannot be opened, folders without a file.
    pub findings: Vec<Finding>,
}

impl Papers {
    /// Returns the papers at these files and below these folders.
    #[must_use]
    pub fn below(paths: &[PathBuf]) -> Self {
        let base = common_folder(paths);
        let mut found = Self::default();
        for path in paths {
            let before = found.papers.len() + found.findings.len();
            found.list(path, &base);
            if path.is_dir() && found.papers.len() + found.findings.len() == before {
                let hint = "name a folder that holds txt, md, html, docx, pdf or eml files";
                found.findings.push(loss("folder-empty", &origin(path, &base), "the folder holds no file", hint));
            }
        }
        found.papers.sort_by(|a, b| a.origin.cmp(&b.origin));
        found.papers.dedup_by(|a, b| a.path == b.path);
        found
    }

    fn list(&mut self, path: &Path, base: &Path) {
        let visible = |entry: &walkdir::DirEntry| {
            entry.depth() == 0 || !entry.file_name().to_str().is_some_and(|name| name.starts_with('.'))
        };
        for entry in WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(visible) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) if entry.file_type().is_symlink() => {
                    let hint = "name the file itself if it belongs to the case";
                    self.findings.push(loss("link", &origin(entry.path(), base), "links are not followed", hint));
                }
                Ok(entry) => self.add(entry.path(), base),
                Err(error) => {
                    let at = error.path().unwrap_or(path);
                    let why = error.io_error().map_or_else(|| error.to_string(), plain_words);
                    self.findings.push(loss("unlisted", &origin(at, base), &why, "check the path and its permissions"));
                }
            }
        }
    }

    fn add(&mut self, path: &Path, base: &Path) {
        let origin = origin(path, base);
        match std::fs::metadata(path) {
            Ok(data) if !data.is_file() => {
                self.findings.push(loss("no-file", &origin, "neither a file nor a folder", "name a file"));
            }
            Ok(data) if data.len() > MOST_BYTES && rap_docket::TableFormat::of_name(&origin).is_none() => {
                let hint = "split the file, or extract its text";
                self.findings.push(loss("too-large", &origin, "larger than 1 GiB, not read", hint));
            }
            Ok(data) if !is_dossier(path) => {
                self.papers.push(PaperFile { path: path.to_path_buf(), origin, bytes: data.len() });
            }
            // A dossier that lies among the papers was made from them.
            Ok(_) => {}
            Err(error) => {
                self.findings.push(loss("unopened", &origin, &plain_words(&error), "check its permissions"));
            }
        }
    }
}

/// Reads a paper whole, or says why it cannot be read.
pub(crate) fn bytes_of(paper: &PaperFile) -> Result<Vec<u8>, Finding> {
    std::fs::read(&paper.path).map_err(|error| {
        loss("unopened", &paper.origin, &plain_words(&error), "check that the file is there and may be read")
    })
}

/// Opens a file to read it bit by bit, or says why it cannot be read.
pub(crate) fn open(paper: &PaperFile) -> Result<File, Finding> {
    File::open(&paper.path).map_err(|error| {
        loss("unopened", &paper.origin, &plain_words(&error), "check that the file is there and may be read")
    })
}

/// Tells whether a file is a dossier, by the first bytes of every SQLite file.
#[must_use]
pub fn is_dossier(path: &Path) -> bool {
    const MAGIC: &[u8; 16] = b"SQLite format 3\0";
    let mut head = [0; 16];
    File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok() && head == *MAGIC
}

fn loss(code: &'static str, origin: &str, message: &str, hint: &str) -> Finding {
    Finding {
        severity: Severity::Loss,
        code,
        origin: origin.to_owned(),
        place: Place::Whole,
        message: message.to_owned(),
        hint: hint.to_owned(),
    }
}

/// Says an error of the system in the words of a person.
fn plain_words(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        _ => error.to_string(),
    }
}

/// Returns the deepest folder that holds every path; for one folder, itself.
fn common_folder(paths: &[PathBuf]) -> PathBuf {
    let folder = |path: &PathBuf| -> PathBuf {
        if path.is_dir() { path.clone() } else { path.parent().map(Path::to_path_buf).unwrap_or_default() }
    };
    let mut folders = paths.iter().map(folder);
    let first = folders.next().unwrap_or_default();
    folders.fold(first, |common, folder| {
        common.components().zip(folder.components()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
    })
}

fn origin(path: &Path, base: &Path) -> String {
    let below = path.strip_prefix(base).unwrap_or(path);
    let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    if parts.is_empty() { path.to_string_lossy().into_owned() } else { parts.join("/") }
}

#[cfg(test)]
mod tests;
