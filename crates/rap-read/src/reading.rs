//! The stage itself: which reader a paper goes to, and what comes back.

use jiff::civil::Date;
use rap_doc::{Block, BlockKind, Doc, Finding, Media, Place, Severity, Source, SourceId};

use crate::{detect, from_docx, from_html, from_mail, from_markdown, from_pdf, from_txt};

/// Says how a paper is to be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReadOptions {
    /// The format, where the caller knows it; told by content and name where not.
    pub media: Option<Media>,
}

/// What was read of a paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// What the paper is and what it says of itself.
    pub source: Source,
    /// Its text; empty where nothing could be read.
    pub doc: Doc,
    /// Who wrote it, where the paper itself says so: the sender of a mail, the author in the metadata.
    pub author: Option<String>,
    /// The papers enclosed in it, in order: the attachments of a mail.
    pub enclosed: Vec<Enclosed>,
    /// What was not read, or only with doubt.
    pub findings: Vec<Finding>,
}

/// A paper that came inside of another one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Enclosed {
    /// Its bytes, as enclosed.
    pub bytes: Vec<u8>,
    /// What was read of it; its origin is that of the outer paper, a slash, and its own name.
    pub reading: Reading,
}

/// What a reader of one format makes of a paper; the origin of its findings is filled in by [`read`].
#[derive(Default)]
pub(crate) struct Draft {
    pub(crate) text: String,
    pub(crate) blocks: Vec<Block>,
    pub(crate) title: Option<String>,
    pub(crate) date: Option<Date>,
    pub(crate) author: Option<String>,
    /// Name and bytes of what is enclosed.
    pub(crate) enclosed: Vec<(String, Vec<u8>)>,
    pub(crate) findings: Vec<Finding>,
}

/// How deep papers may lie in one another: a mail that forwards a mail that forwards a mail is the most that was
/// ever met; each level is read again, so the depth bounds the time.
const DEEPEST: usize = 4;

/// Reads a paper.
///
/// `origin` is the name the paper goes by; its ending helps where the content does not tell the format. Any bytes
/// are accepted: what cannot be read is a finding, and the rest is read. The same bytes give the same reading.
///
/// ```
/// use rap_read::{ReadOptions, read};
///
/// let reading = read(b"", "empty.txt", &ReadOptions::default());
/// assert_eq!(reading.findings[0].code, "empty");
/// assert_eq!(reading.doc.text(), "");
/// ```
#[must_use]
pub fn read(bytes: &[u8], origin: &str, options: &ReadOptions) -> Reading {
    read_enclosed(bytes, origin, options, DEEPEST)
}

fn read_enclosed(bytes: &[u8], origin: &str, options: &ReadOptions, depth: usize) -> Reading {
    let (media, mut draft) = draft(bytes, origin, options);
    let says_nothing = draft.blocks.iter().all(|block| block.kind == BlockKind::Furniture);
    if says_nothing
        && draft.enclosed.is_empty()
        && !draft.findings.iter().any(|finding| finding.severity == Severity::Loss)
    {
        draft.findings.push(empty(bytes));
    }
    let mut enclosed = Vec::new();
    for (name, bytes) in std::mem::take(&mut draft.enclosed) {
        if depth == 0 {
            draft.findings.push(too_deep(name));
            continue;
        }
        let reading = read_enclosed(&bytes, &format!("{origin}/{name}"), &ReadOptions::default(), depth - 1);
        enclosed.push(Enclosed { bytes, reading });
    }
    for finding in &mut draft.findings {
        origin.clone_into(&mut finding.origin);
    }
    let id = SourceId::of(bytes);
    // INVARIANT: readers cover their text in order. Were one wrong, the text would still be read, as plain text.
    let doc = Doc::new(id, std::mem::take(&mut draft.text), draft.blocks);
    let doc = doc.unwrap_or_else(|error| {
        debug_assert!(false, "{error}");
        Doc::of_plain_text(id, from_txt::draft(bytes).text)
    });
    let language = doc.language();
    let source = Source { id, origin: origin.to_owned(), media, title: draft.title, date: draft.date, language };
    Reading { source, doc, author: draft.author, enclosed, findings: draft.findings }
}

fn draft(bytes: &[u8], origin: &str, options: &ReadOptions) -> (Media, Draft) {
    let media = match options.media.map_or_else(|| detect::media(bytes, origin), Ok) {
        Ok(media) => media,
        Err(finding) => return (Media::Unknown, Draft { findings: vec![finding], ..Draft::default() }),
    };
    let draft = match media {
        Media::Markdown => from_markdown::draft(bytes),
        Media::Html => from_html::draft(bytes),
        Media::Docx => from_docx::draft(bytes),
        Media::Pdf => from_pdf::draft(bytes),
        Media::Mail => from_mail::draft(bytes),
        _ => from_txt::draft(bytes),
    };
    (media, draft)
}

fn empty(bytes: &[u8]) -> Finding {
    let message = if bytes.is_empty() { "the file is empty" } else { "the paper holds no text" };
    finding(Severity::Loss, "empty", Place::Whole, message, "check that the right file was saved")
}

fn too_deep(name: String) -> Finding {
    let message = format!("papers lie in one another more than {DEEPEST} deep; this one was not opened");
    finding(Severity::Loss, "enclosed-too-deep", Place::Path(name), message, "save the enclosed paper and add it alone")
}

/// Returns a finding of the paper at hand; [`read`] fills in which one that is.
pub(crate) fn finding(
    severity: Severity,
    code: &'static str,
    place: Place,
    message: impl Into<String>,
    hint: impl Into<String>,
) -> Finding {
    Finding { severity, code, origin: String::new(), place, message: message.into(), hint: hint.into() }
}

#[cfg(test)]
mod tests;
