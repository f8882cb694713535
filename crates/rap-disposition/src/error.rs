//! What keeps a table from being written or read at all.

/// Says why a disposition could not be written, or a filled file not be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file is none of the formats that are read.
    #[error("`{0}` is neither DOCX, XLSX nor CSV")]
    Unknown(String),
    /// The archive of an office file cannot be opened or lacks a part.
    #[error("the office file cannot be opened: {0}")]
    Archive(#[from] zip::result::ZipError),
    /// A part of it cannot be read or written.
    #[error("a part of the office file cannot be read: {0}")]
    Part(#[from] std::io::Error),
    /// The workbook cannot be read.
    #[error("the workbook cannot be read: {0}")]
    Workbook(#[from] calamine::XlsxError),
    /// The workbook cannot be written.
    #[error("the workbook cannot be written: {0}")]
    Sheet(#[from] rust_xlsxwriter::XlsxError),
    /// No table of the file has a column for comments.
    #[error("no table of `{0}` has the columns of a disposition of comments")]
    NoTable(String),
    /// The template has no table to fill.
    #[error("the template has no table whose rows could hold comments")]
    Template,
}

impl Error {
    /// Returns what to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "give a .docx, .xlsx or .csv file",
            Self::Archive(_) | Self::Part(_) | Self::Workbook(_) => "open it in an office program and save it again",
            Self::Sheet(_) => "write it as CSV instead",
            Self::NoTable(_) => "the first row of the table names its columns, as in the file that was exported",
            Self::Template => "use the commenting template as its publisher gives it, with its empty rows",
        }
    }
}
