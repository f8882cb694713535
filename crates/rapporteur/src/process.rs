//! What a user brings to the question where the law stands: a procedure by name or file, events in a table.

use std::path::Path;

use rap_doc::meant;
use rap_process::{Event, FileFaults, Procedure, events_from_csv, events_from_ics, to_ics};
use rap_report::Report;

use crate::Error;
use crate::report::PROGRAM;

/// Returns the procedure with this name, or the one in the file of this name.
///
/// # Errors
///
/// Fails where neither is there, and tells all that is wrong with the file.
pub fn read_procedure(name: &str) -> Result<Procedure, Error> {
    if let Some(procedure) = Procedure::builtin(name) {
        return Ok(procedure);
    }
    let path = Path::new(name);
    if !path.exists() {
        let names: Vec<&str> = Procedure::names().collect();
        let near = meant(name, &names).map(|near| format!("did you mean `{near}`?"));
        let hint = near.unwrap_or_else(|| format!("known are {}; or name a TOML file", names.join(", ")));
        return Err(Error::Unknown { what: "procedure", name: name.to_owned(), hint });
    }
    let toml = read(path)?;
    Procedure::parse(&toml).map_err(|faults| faulty(path, &faults))
}

/// Returns the events of a CSV or iCalendar file.
///
/// # Errors
///
/// Fails where the file cannot be read, and tells all that is wrong with it.
pub fn read_events(path: &Path) -> Result<Vec<Event>, Error> {
    let text = read(path)?;
    let origin =
        path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let calendar = text.trim_start_matches('\u{feff}').trim_start().starts_with("BEGIN:VCALENDAR");
    let events = if calendar { events_from_ics(&text, &origin) } else { events_from_csv(&text, &origin) };
    events.map_err(|faults| faulty(path, &faults))
}

/// Returns the time line of a report as a calendar (iCalendar).
#[must_use]
pub fn calendar(report: &Report) -> String {
    to_ics(&report.process.happenings, PROGRAM)
}

fn read(path: &Path) -> Result<String, Error> {
    let bytes = std::fs::read(path).map_err(|cause| Error::Read { path: path.to_path_buf(), cause })?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn faulty(path: &Path, faults: &FileFaults) -> Error {
    let file = path.display().to_string();
    Error::Faulty { path: path.to_path_buf(), page: faults.page(&file) }
}
