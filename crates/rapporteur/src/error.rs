//! What can go wrong, in the words of the person at the terminal, with the next action apart.

use std::path::PathBuf;

use rap_doc::Finding;
use rap_dossier::DossierError;
use rap_report::ReportError;
use rap_theme::CodebookErrors;

/// Says why a job could not be done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Nothing below the paths can be read.
    #[error("no paper to read: {}", told(findings))]
    NoPapers {
        /// What was found instead.
        findings: Vec<Finding>,
    },
    /// No table holds a submission.
    #[error("no submission to read: {}", told(findings))]
    NoSubmissions {
        /// What was found instead.
        findings: Vec<Finding>,
    },
    /// A column that was chosen is not in the table.
    #[error("`{table}` has no column {}; its columns are {}", quoted(missing.iter().map(|choice| choice.column.as_str())), quoted(columns.iter().map(String::as_str)))]
    NoColumn {
        /// The table.
        table: String,
        /// What was chosen.
        missing: Vec<rap_docket::Choice>,
        /// What there is.
        columns: Vec<String>,
    },
    /// The dossier refuses.
    #[error(transparent)]
    Dossier(#[from] DossierError),
    /// The codebook has errors.
    #[error(transparent)]
    Codebook(#[from] CodebookErrors),
    /// A file of the output folder was not written by this program.
    #[error("`{}` was not written by Rapporteur and would be overwritten", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// A file that was named cannot be read.
    #[error("cannot read `{}`: {cause}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why not.
        cause: std::io::Error,
    },
    /// The ending of a file does not say in which format it is to be written.
    #[error("the ending of `{}` names no format of a disposition", path.display())]
    Ending {
        /// The file.
        path: PathBuf,
    },
    /// A disposition cannot be written or read.
    #[error(transparent)]
    Disposition(#[from] rap_disposition::Error),
    /// A name that the user gave is none of those that are known.
    #[error("there is no {what} `{name}`")]
    Unknown {
        /// What was looked for: `procedure`.
        what: &'static str,
        /// The name.
        name: String,
        /// What is there.
        hint: String,
    },
    /// A file that the user wrote has faults, all of which are told.
    #[error("`{}` cannot be used\n{page}", path.display())]
    Faulty {
        /// The file.
        path: PathBuf,
        /// The faults, each with its line.
        page: String,
    },
    /// A file cannot be written.
    #[error("cannot write `{}`: {cause}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// Why not.
        cause: std::io::Error,
    },
    /// The report could not be written, or does not add up.
    #[error(transparent)]
    Report(#[from] ReportError),
}

impl Error {
    /// Returns the next action, where there is one.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::NoColumn { .. } => Some("choose one of them: --column text=NAME".to_owned()),
            Self::NoPapers { findings } | Self::NoSubmissions { findings } => {
                findings.iter().map(|finding| finding.hint.clone()).find(|hint| !hint.is_empty())
            }
            Self::Dossier(error) => Some(error.hint().to_owned()).filter(|hint| !hint.is_empty()),
            Self::Unknown { hint, .. } => Some(hint.clone()),
            Self::Read { .. } => Some("check the name and the permissions of the file".to_owned()),
            Self::Ending { .. } => Some("end it in .docx, .xlsx or .csv".to_owned()),
            Self::Disposition(error) => Some(error.hint().to_owned()),
            Self::Foreign { .. } => Some("choose another folder with -o, or move the file away".to_owned()),
            Self::Write { .. } | Self::Report(ReportError::Write { .. } | ReportError::Entries(_)) => {
                Some("check the space and the permissions of the folder".to_owned())
            }
            Self::Report(_) => Some("this is a fault of Rapporteur; please report it with the manifest".to_owned()),
            Self::Codebook(_) | Self::Faulty { .. } => None,
        }
    }

    /// Tells whether the fault is the program's and not the user's.
    #[must_use]
    pub const fn is_ours(&self) -> bool {
        matches!(
            self,
            Self::Report(ReportError::Figure { .. } | ReportError::Quote { .. })
                | Self::Dossier(DossierError::NotVerbatim { .. } | DossierError::Misfit { .. })
        )
    }
}

fn told(findings: &[Finding]) -> String {
    match findings {
        [] => "nothing was named".to_owned(),
        findings => findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    }
}

fn quoted<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.map(|word| format!("`{}`", word.trim())).collect::<Vec<_>>().join(", ")
}
