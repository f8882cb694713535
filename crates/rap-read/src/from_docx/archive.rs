//! The ZIP archive around a document: its parts by name, within bounds, and what a truncated one still holds.

use std::io::{Cursor, Read};

use flate2::read::DeflateDecoder;
use memchr::memmem;
use rap_doc::{Finding, Place, Severity};
use zip::ZipArchive;

use super::xml::{Mark, walk};
use crate::decode::decode;
use crate::reading::finding;

/// How much one part may inflate to. The longest laws have 10 MB of XML, a zip bomb has gigabytes; 64 MiB take a
/// second to read and a bounded amount of memory.
const MOST_PART_BYTES: u64 = 64 << 20;

/// How many headers and footers are looked at; a document has up to six a section.
const MOST_PAGE_FURNITURE: usize = 60;

pub(super) struct Archive<'b> {
    bytes: &'b [u8],
    /// None where the directory at the end is missing: the file was cut off.
    whole: Option<ZipArchive<Cursor<&'b [u8]>>>,
    pub(super) findings: Vec<Finding>,
}

impl<'b> Archive<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Self {
        let whole = ZipArchive::new(Cursor::new(bytes)).ok();
        let mut findings = Vec::new();
        if whole.is_none() {
            let message =
                "the archive is truncated or broken: its directory is missing; what could be unpacked was read";
            let hint = "ask for the file again";
            findings.push(finding(Severity::Loss, "docx-truncated", Place::Whole, message, hint));
        }
        Self { bytes, whole, findings }
    }

    /// Returns a part as text; none where it is not there or cannot be unpacked at all.
    pub(super) fn part(&mut self, name: &str) -> Option<String> {
        let mut bytes = Vec::new();
        let outcome = match &mut self.whole {
            Some(archive) => {
                let entry = archive.by_name(name).ok()?;
                entry.take(MOST_PART_BYTES + 1).read_to_end(&mut bytes).map(drop)
            }
            None => {
                let stored = find_entry(self.bytes, name)?;
                stored.take(MOST_PART_BYTES + 1).read_to_end(&mut bytes).map(drop)
            }
        };
        let most = usize::try_from(MOST_PART_BYTES).unwrap_or(usize::MAX);
        if bytes.len() > most {
            bytes.truncate(most);
            self.loss("docx-too-large", name, format!("`{name}` inflates to more than 64 MiB; the rest was not read"));
        } else if outcome.is_err() {
            self.loss("docx-broken-part", name, format!("`{name}` is damaged; the rest of it was not read"));
        }
        (!bytes.is_empty()).then(|| decode(&bytes, None).text.into_owned())
    }

    fn loss(&mut self, code: &'static str, part: &str, message: String) {
        let hint = "open it in a word processor and save it again";
        let found = finding(Severity::Loss, code, Place::Path(part.to_owned()), message, hint);
        if !self.findings.contains(&found) {
            self.findings.push(found);
        }
    }

    /// Returns the name of the part with the text, as the relations of the package give it.
    pub(super) fn main_part(&mut self) -> String {
        let mut main = None;
        let relations = self.part("_rels/.rels").unwrap_or_default();
        walk(&relations, |mark| {
            if let Mark::Open("Relationship", tag) = mark
                && tag.get("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            {
                main = main.take().or_else(|| tag.get("Target"));
            }
        });
        main.map_or_else(|| "word/document.xml".to_owned(), |target| target.trim_start_matches('/').to_owned())
    }

    /// Returns the names of the parts with headers and footers, in order of name.
    pub(super) fn names_of_page_furniture(&self) -> Vec<String> {
        let wanted = |name: &str| {
            let file = name.strip_prefix("word/").unwrap_or_default();
            (file.starts_with("header") || file.starts_with("footer")) && file.ends_with(".xml")
        };
        let mut names: Vec<String> = match &self.whole {
            Some(archive) => {
                archive.file_names().filter_map(Result::ok).filter(|name| wanted(name)).map(String::from).collect()
            }
            None => Vec::new(),
        };
        names.sort_unstable();
        names.truncate(MOST_PAGE_FURNITURE);
        names
    }
}

/// Finds an entry by its local header, for an archive without a directory, and inflates as much as there is.
///
/// A local header (APPNOTE.TXT 4.3.7) has 30 bytes, then the name and an extra field. The size it gives may be zero
/// where the archive was written as a stream; a deflated entry ends itself.
fn find_entry<'b>(bytes: &'b [u8], name: &str) -> Option<Box<dyn Read + 'b>> {
    for at in memmem::find_iter(bytes, name.as_bytes()) {
        let header = at.checked_sub(30).and_then(|start| bytes.get(start..at))?;
        let field = |offset: usize| {
            let pair = header.get(offset..offset + 2).and_then(|pair| <[u8; 2]>::try_from(pair).ok());
            pair.map_or(0, |pair| usize::from(u16::from_le_bytes(pair)))
        };
        if !header.starts_with(b"PK\x03\x04") || field(26) != name.len() {
            continue;
        }
        let data = bytes.get(at + name.len() + field(28)..)?;
        let stored = header.get(18..22).and_then(|size| <[u8; 4]>::try_from(size).ok()).map_or(0, u32::from_le_bytes);
        let stored = usize::try_from(stored).unwrap_or(usize::MAX).min(data.len());
        return match field(8) {
            0 => Some(Box::new(data.get(..stored)?)),
            8 => Some(Box::new(DeflateDecoder::new(data))),
            _ => None,
        };
    }
    None
}
