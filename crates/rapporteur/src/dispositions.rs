//! Dispositions of comments: written for the office to fill, and read back when it has.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rap_disposition::{Disposition, Filled, Form, to_csv, to_docx, to_docx_in, to_xlsx};
use rap_doc::{Finding, Place, Severity};

use crate::Error;

/// Reads a filled disposition.
///
/// # Errors
///
/// Fails where the file cannot be read, or no table in it is a disposition of comments.
pub fn read_disposition(path: &Path) -> Result<Filled, Error> {
    let bytes = fs::read(path).map_err(|cause| Error::Read { path: path.to_path_buf(), cause })?;
    Ok(rap_disposition::read(&bytes, &path.display().to_string())?)
}

/// Takes the answers of a filled disposition into a new one of the same asks.
///
/// A row is the same where comment and provision are word for word the same; its reference may have changed, because
/// new papers move the rows. Answers whose row is gone are told as findings and stay in the filled file.
pub fn take_answers(table: &mut Disposition, filled: &Disposition, origin: &str) -> Vec<Finding> {
    let key = |clause: &str, element: &str, comment: &str| {
        [clause, element, comment].map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let mut places: BTreeMap<[String; 3], usize> = BTreeMap::new();
    for (index, row) in table.rows.iter().enumerate() {
        places.insert(key(&row.clause, &row.element, &row.comment), index);
    }
    let mut findings = Vec::new();
    for answered in filled.rows.iter().filter(|row| !row.answer.is_empty()) {
        let place = places.get(&key(&answered.clause, &answered.element, &answered.comment));
        match place.and_then(|index| table.rows.get_mut(*index)) {
            Some(row) => {
                row.answer = answered.answer.clone();
                row.kind = answered.kind.or(row.kind);
            }
            None => findings.push(Finding {
                severity: Severity::Warning,
                code: "disposition-row-gone",
                origin: origin.to_owned(),
                place: Place::Path(answered.id.clone()),
                message: format!("row `{}` is answered, and no ask of today has its words", answered.id),
                hint: "compare it by hand: its words or its provision have changed since it was exported".to_owned(),
            }),
        }
    }
    findings
}

/// Writes a disposition in a form; the ending of the file says whether it is a document, a workbook or CSV.
///
/// # Errors
///
/// Fails where the ending is another, where the template cannot be filled, or the file not be written.
pub fn write_disposition(table: &Disposition, form: Form, template: Option<&Path>, path: &Path) -> Result<(), Error> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let bytes = match (ending.as_str(), template) {
        ("docx", Some(template)) => {
            let template = fs::read(template).map_err(|cause| Error::Read { path: template.to_path_buf(), cause })?;
            to_docx_in(&template, table, form)?
        }
        ("docx", None) => to_docx(table, form)?,
        ("xlsx", _) => to_xlsx(table, form)?,
        ("csv", _) => to_csv(table, form)?,
        _ => return Err(Error::Ending { path: path.to_path_buf() }),
    };
    // The file takes its place whole: a job that is killed leaves the last one as it was.
    let staging = path.with_extension(format!("{ending}.writing"));
    fs::write(&staging, bytes).map_err(|cause| Error::Write { path: staging.clone(), cause })?;
    fs::rename(&staging, path).map_err(|cause| Error::Write { path: path.to_path_buf(), cause })
}
