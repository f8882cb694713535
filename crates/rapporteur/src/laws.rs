//! Laws from files: a law, or a draft of one, to whose provisions demands are tied.

use std::fs;
use std::path::Path;

use rap_doc::{Finding, Language, Severity};
use rap_dossier::LawFiles;
use rap_law::{Amendment, LawFormat, Term, from_text, import};
use rap_read::{ReadOptions, read};
use rap_report::NamedLaw;
use rap_theme::{Codebook, Concept};

use crate::Error;

/// Reads the law in a file, or in a folder whose files are one act (Formex).
///
/// # Errors
///
/// Fails where a file cannot be read. What does not fit the structure of a law is a finding in it.
pub fn read_law(path: &Path) -> Result<NamedLaw, Error> {
    Ok(law_of(law_files(path)?))
}

/// Reads the files of a law, as they are.
pub(crate) fn law_files(path: &Path) -> Result<LawFiles, Error> {
    let origin =
        path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let files = if path.is_dir() { files_of(path)? } else { vec![(origin.clone(), bytes_of(path)?)] };
    Ok(LawFiles { origin, files })
}

/// Makes a law of its files.
pub(crate) fn law_of(LawFiles { origin, files }: LawFiles) -> NamedLaw {
    if let [(name, bytes)] = files.as_slice()
        && LawFormat::of(bytes) == LawFormat::Text
    {
        // The name tells the format of a file whose bytes do not.
        let reading = read(bytes, name, &ReadOptions::default());
        let mut law = from_text(reading.doc, &origin);
        law.findings.splice(..0, reading.findings);
        return NamedLaw { origin, law };
    }
    let named: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    NamedLaw { law: import(&named, &origin), origin }
}

/// Returns what to call an act: its title where it has one that fits a line, else the name of its file.
#[must_use]
pub fn law_name(law: &NamedLaw) -> String {
    /// A longer title is no name: those of the Union name all that they amend.
    const LONGEST: usize = 80;
    let title = law.law.title.map(|title| title.of(law.law.doc.text()));
    let title = title.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
    let fits = |title: &String| !title.is_empty() && title.chars().count() <= LONGEST;
    title.filter(fits).unwrap_or_else(|| law.origin.clone())
}

/// Returns the words of a codebook as terms of both languages: of each concept the cues that are plain words.
#[must_use]
pub fn codebook_terms(codebook: &Codebook) -> Vec<Term> {
    let concepts = codebook.themes.iter().flat_map(|theme| &theme.concepts);
    let plain = |concept: &Concept, language: Language| -> Vec<String> {
        let cues = concept.cues.iter().filter(|cue| cue.language == language);
        // A cue with gaps and choices is a pattern of speech and no term.
        cues.map(|cue| cue.words.clone()).filter(|words| !words.contains(['…', '(', '*', '?', '|'])).collect()
    };
    let term = |concept: &Concept| Term {
        english: plain(concept, Language::English),
        chinese: plain(concept, Language::Chinese),
        is_common: false,
    };
    concepts.map(term).filter(|term| !term.english.is_empty() && !term.chinese.is_empty()).collect()
}

/// Reads a list of amendments: one JSON object a line, with the place, the old and the new text.
///
/// The fields are `number`, `place`, `old` and `new`, or go by the names that parliaments' lists have: `amendment`,
/// `where`, `commission`, `parliament`. Returns the amendments, and a finding for each line that is none.
///
/// # Errors
///
/// Fails where the file cannot be read.
pub fn read_amendments(path: &Path) -> Result<(Vec<Amendment>, Vec<Finding>), Error> {
    let bytes = bytes_of(path)?;
    let origin = path.display().to_string();
    let (mut amendments, mut findings) = (Vec::new(), Vec::new());
    for (index, line) in String::from_utf8_lossy(&bytes).lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match amendment(line) {
            Some(amendment) => amendments.push(amendment),
            None => findings.push(Finding {
                severity: Severity::Loss,
                code: "amendment-unread",
                origin: origin.clone(),
                place: rap_doc::Place::Line(index + 1),
                message: "the line is no amendment: no JSON object with a place".to_owned(),
                hint: "give each amendment a line with `place`, `old` and `new`".to_owned(),
            }),
        }
    }
    Ok((amendments, findings))
}

fn amendment(line: &str) -> Option<Amendment> {
    let object: serde_json::Value = serde_json::from_str(line).ok()?;
    let field = |names: [&str; 2]| {
        names.iter().find_map(|name| match object.get(name)? {
            serde_json::Value::String(words) => Some(words.clone()),
            serde_json::Value::Number(number) => Some(number.to_string()),
            _ => None,
        })
    };
    Some(Amendment {
        number: field(["number", "amendment"]).unwrap_or_default(),
        place: field(["place", "where"])?,
        old: field(["old", "commission"]).unwrap_or_default(),
        new: field(["new", "parliament"]).unwrap_or_default(),
    })
}

/// Reads the files of a folder in the order of their names.
fn files_of(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let unread = |cause| Error::Read { path: folder.to_path_buf(), cause };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if path.is_file() {
            let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            files.push((name, bytes_of(&path)?));
        }
    }
    files.sort();
    Ok(files)
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|cause| Error::Read { path: path.to_path_buf(), cause })
}

#[cfg(test)]
mod tests;
