//! Findings: what a stage could not do, or wants a person to look at. A finding is a value, not an error.

use std::fmt;

/// Tells how much a finding matters.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Worth knowing; nothing is missing.
    Note,
    /// Something was read with doubt.
    Warning,
    /// Something was not read.
    Loss,
}

impl Severity {
    /// Returns the word that rows and reports use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Loss => "loss",
        }
    }
}

/// Says where in a paper a finding is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub enum Place {
    /// The paper as a whole.
    #[default]
    Whole,
    /// A 1-based page.
    Page(u32),
    /// A 1-based line.
    Line(usize),
    /// A byte of the source, counted from 0.
    Byte(usize),
    /// A part in the format's own terms, as in [`crate::Origin::path`].
    Path(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Page(page) => write!(f, "page {page}"),
            Self::Line(line) => write!(f, "line {line}"),
            Self::Byte(byte) => write!(f, "byte {byte}"),
            Self::Path(path) => f.write_str(path),
        }
    }
}

/// One thing that was not or not surely read: which paper, where, what, and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// A stable short name, `kebab-case`: `pdf-encrypted`, `text-invalid-utf8`.
    pub code: &'static str,
    /// The paper, by [`crate::Source::origin`].
    pub origin: String,
    /// Where in the paper.
    pub place: Place,
    /// What was wrong: lower case, no final period.
    pub message: String,
    /// The next action, or empty where there is none.
    pub hint: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.origin)?;
        if self.place != Place::Whole {
            write!(f, "{}: ", self.place)?;
        }
        f.write_str(&self.message)
    }
}
