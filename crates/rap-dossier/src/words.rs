//! Words of rows: what a column says, as a value, or an error that names the column.

use rap_doc::Span;
use rusqlite::types::{FromSql, Type};
use rusqlite::{Error, Row};

/// A word that this program does not know, or a value that contradicts another one.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Odd(String);

/// Returns the error of a column that does not hold what it should.
pub(crate) fn odd(column: usize, what: String) -> Error {
    Error::FromSqlConversionFailure(column, Type::Text, Box::new(Odd(what)))
}

/// Returns the value of a column.
pub(crate) fn column<T: FromSql>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    row.get(column)
}

/// Returns the value that the word in a column names.
pub(crate) fn known<T>(row: &Row<'_>, column: usize, read: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let word = row.get_ref(column)?.as_str().map_err(Error::from)?;
    read(word).ok_or_else(|| odd(column, format!("`{word}` is not known")))
}

/// Returns the place of which `first` is the column of the start, and the next one that of the end.
pub(crate) fn span(row: &Row<'_>, first: usize) -> rusqlite::Result<Span> {
    Ok(Span::new(row.get(first)?, row.get(first + 1)?))
}
