//! What can go wrong when a report is written.

use std::io;

/// Says why a report was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// A file of the report could not be written.
    #[error("cannot write `{file}`: {cause}")]
    Write {
        /// The file, below the folder of the report.
        file: String,
        /// What the system says.
        #[source]
        cause: io::Error,
    },
    /// The entries could not be read again.
    #[error("cannot read the papers again: {0}")]
    Entries(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A figure of the report is not what its rows add up to.
    #[error("the report says {printed} {figure}, but its rows add up to {counted}")]
    Figure {
        /// Which figure.
        figure: &'static str,
        /// What the report says.
        printed: usize,
        /// What the rows add up to.
        counted: usize,
    },
    /// A quote of the report is not what stands in the source.
    #[error("{origin}: the words at bytes {start} to {end} are not those of statement {statement}")]
    Quote {
        /// The 1-based number of the statement.
        statement: usize,
        /// Where the paper came from.
        origin: String,
        /// Where the quote starts, in bytes.
        start: usize,
        /// Where it ends.
        end: usize,
    },
}
