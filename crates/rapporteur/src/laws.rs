//! Laws from files: a law, or a draft of one, to whose provisions demands are tied.

use std::fs;
use std::path::Path;

use rap_read::{ReadOptions, read};
use rap_report::NamedLaw;

use crate::Error;

/// Reads the law in a file.
///
/// # Errors
///
/// Fails where the file cannot be read. What does not fit the structure of a law is a finding in it.
pub fn read_law(path: &Path) -> Result<NamedLaw, Error> {
    let bytes = fs::read(path).map_err(|cause| Error::Read { path: path.to_path_buf(), cause })?;
    let origin =
        path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let reading = read(&bytes, &origin, &ReadOptions::default());
    let mut law = rap_law::from_text(reading.doc, &origin);
    law.findings.splice(..0, reading.findings);
    Ok(NamedLaw { origin, law })
}
