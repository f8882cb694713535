//! Findings: those of a paper, and those of files that gave no paper at all.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use rap_doc::{Finding, Place, Severity};
use rusqlite::{Connection, Row, params};

use crate::words::{column, known};
use crate::{Dossier, DossierError};

impl Dossier {
    /// Keeps the findings of files that could not be read into a paper, in place of earlier ones of the same origins.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be written.
    pub fn keep_findings(&mut self, findings: &[Finding]) -> Result<(), DossierError> {
        self.write(|transaction| {
            let mut delete = transaction.prepare_cached("DELETE FROM finding WHERE source IS NULL AND origin = ?1")?;
            for finding in findings {
                delete.execute([&finding.origin])?;
            }
            findings.iter().try_for_each(|finding| insert_finding(transaction, None, finding))
        })
    }

    /// Returns the findings of files that gave no paper, in the order in which they were kept.
    ///
    /// Those of a paper are in its [`Entry`](crate::Entry). What was found wrong with a file that a later run could
    /// read is left out.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn findings(&self) -> Result<Vec<Finding>, DossierError> {
        self.read(|connection| {
            let sql =
                format!("{FINDING} WHERE source IS NULL AND origin NOT IN (SELECT origin FROM source) ORDER BY id");
            connection.prepare_cached(&sql)?.query_map([], read_finding)?.collect()
        })
    }
}

const FINDING: &str = "SELECT severity, code, origin, page, line, byte, path, message, hint FROM finding";

/// Returns the findings of one source in order.
pub(crate) fn findings_of(connection: &Connection, source: i64) -> rusqlite::Result<Vec<Finding>> {
    let sql = format!("{FINDING} WHERE source = ?1 ORDER BY id");
    connection.prepare_cached(&sql)?.query_map([source], read_finding)?.collect()
}

pub(crate) fn insert_finding(connection: &Connection, source: Option<i64>, finding: &Finding) -> rusqlite::Result<()> {
    let (mut page, mut line, mut byte, mut path) = (None, None, None, None);
    match &finding.place {
        Place::Page(number) => page = Some(*number),
        Place::Line(number) => line = Some(*number),
        Place::Byte(number) => byte = Some(*number),
        Place::Path(part) => path = Some(part.clone()),
        Place::Whole => {}
        // A sort of place that this format does not know keeps its words.
        other => path = Some(other.to_string()),
    }
    let Finding { severity, code, origin, message, hint, .. } = finding;
    connection
        .prepare_cached(
            "INSERT INTO finding (source, severity, code, origin, page, line, byte, path, message, hint)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![source, severity.name(), code, origin, page, line, byte, path, message, hint])?;
    Ok(())
}

fn read_finding(row: &Row<'_>) -> rusqlite::Result<Finding> {
    let place = match (row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?) {
        (Some(page), None, None, None) => Place::Page(page),
        (None, Some(line), None, None) => Place::Line(line),
        (None, None, Some(byte), None) => Place::Byte(byte),
        (None, None, None, Some(path)) => Place::Path(path),
        _ => Place::Whole,
    };
    Ok(Finding {
        severity: known(row, 0, |word| {
            [Severity::Note, Severity::Warning, Severity::Loss].into_iter().find(|severity| severity.name() == word)
        })?,
        code: code(&column::<String>(row, 1)?),
        origin: row.get(2)?,
        place,
        message: row.get(7)?,
        hint: row.get(8)?,
    })
}

/// Returns the code as the constant that [`Finding`] wants.
///
/// Codes are a few dozen constants of the program that wrote the file, so each is kept for good the first time it is
/// seen; the schema holds them to 64 characters.
fn code(word: &str) -> &'static str {
    static CODES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut codes = CODES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = codes.get(word) {
        return known;
    }
    let code: &'static str = Box::leak(word.into());
    codes.insert(code);
    code
}
