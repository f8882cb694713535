//! What can go wrong with a dossier, and what to do then.

use std::path::{Path, PathBuf};

use rap_doc::SourceId;
use rusqlite::ErrorCode;

/// Says why a dossier could not be opened, read or written. What was in it before is still in it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DossierError {
    /// There is no such file.
    #[error("there is no dossier `{}`", path.display())]
    Missing {
        /// The file that was asked for.
        path: PathBuf,
    },
    /// A file of this name is there already.
    #[error("`{}` exists already", path.display())]
    Exists {
        /// The file that was to be created.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("`{}` is not a dossier", path.display())]
    NotADossier {
        /// The file.
        path: PathBuf,
    },
    /// A newer program wrote it.
    #[error("`{}` has format {format}, and this program knows formats up to {known}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        format: i32,
        /// The newest format that this program knows.
        known: i32,
    },
    /// Another process was writing to it for longer than we waited.
    #[error("`{}` is locked by another process", path.display())]
    Locked {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("no space is left on the disk for `{}`", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// It may be read but not written.
    #[error("`{}` cannot be written to", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The file is broken, or its rows contradict each other.
    #[error("`{}` is damaged: {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What does not hold, and where.
        what: String,
    },
    /// A quote is not what the document says at its place.
    #[error("`{origin}`: the {what} at bytes {start} to {end} is not in the text")]
    NotVerbatim {
        /// The paper.
        origin: String,
        /// Which quote: `quote of statement 3`, `item 2 of statement 7`.
        what: String,
        /// Where it should start, in bytes of the text.
        start: usize,
        /// Where it should end.
        end: usize,
    },
    /// The parts of an entry do not belong together.
    #[error("`{origin}`: {what}")]
    Misfit {
        /// The paper.
        origin: String,
        /// What does not fit.
        what: String,
    },
    /// The dossier has no such source.
    #[error("the dossier has no source {id}")]
    Unknown {
        /// The source that was asked for.
        id: SourceId,
    },
    /// Anything else that the database or the system says.
    #[error("`{}`: {cause}", path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// What it says.
        cause: String,
    },
}

impl DossierError {
    /// Returns the next action, or nothing where there is none.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "check the name, or create it first",
            Self::Exists { .. } => "choose another name, or open the file that is there",
            Self::NotADossier { .. } => {
                "name a file that Rapporteur has written; papers are added to one, not opened as one"
            }
            Self::Newer { .. } => "use the version of Rapporteur that wrote it, or a later one; nothing was changed",
            Self::Locked { .. } => "wait until the other program has finished, or close it, and try again",
            Self::Full { .. } => "free some space and try again; what was stored before is kept",
            Self::ReadOnly { .. } => "change its permissions, or work on a copy",
            Self::Damaged { .. } => "go back to a copy, or make a new dossier from the papers",
            Self::NotVerbatim { .. } | Self::Misfit { .. } => {
                "this is a fault of Rapporteur; the paper was left out, please report it"
            }
            Self::Unknown { .. } => "list the sources of the dossier",
            Self::Failed { .. } => "",
        }
    }

    /// Returns the error that the words of SQLite mean for this file.
    pub(crate) fn of_sqlite(path: &Path, cause: rusqlite::Error) -> Self {
        let path = path.to_owned();
        match cause.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
                Self::Locked { path }
            }
            Some(ErrorCode::DiskFull) => Self::Full { path },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { path },
            Some(ErrorCode::NotADatabase) => Self::NotADossier { path },
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, what: cause.to_string() },
            _ => match cause {
                // A row that does not read as what it should be.
                rusqlite::Error::FromSqlConversionFailure(_, _, what) => Self::Damaged { path, what: what.to_string() },
                rusqlite::Error::InvalidColumnType(..) | rusqlite::Error::IntegralValueOutOfRange(..) => {
                    Self::Damaged { path, what: cause.to_string() }
                }
                _ => Self::Failed { path, cause: cause.to_string() },
            },
        }
    }
}
