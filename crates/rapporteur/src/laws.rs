//! Laws from files: a law, or a draft of one, to whose provisions demands are tied.

use std::fs;
use std::path::Path;

use rap_doc::Language;
use rap_law::{LawFormat, Term, from_text, import};
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
    let origin =
        path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    if path.is_dir() {
        let files = files_of(path)?;
        let named: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        return Ok(NamedLaw { law: import(&named, &origin), origin });
    }
    let bytes = bytes_of(path)?;
    if LawFormat::of(&bytes) != LawFormat::Text {
        return Ok(NamedLaw { law: import(&[(&origin, &bytes)], &origin), origin });
    }
    let reading = read(&bytes, &origin, &ReadOptions::default());
    let mut law = from_text(reading.doc, &origin);
    law.findings.splice(..0, reading.findings);
    Ok(NamedLaw { origin, law })
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
