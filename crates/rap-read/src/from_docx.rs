//! DOCX (Office Open XML, ECMA-376): paragraphs by style, as a reader sees the final text.
//!
//! Tracked insertions are kept and deletions left out, as if all changes were accepted; a finding counts them.
//! Numbers that the word processor computes (`Article 5`, `2.1`, `第三条`) are part of the words. What stands outside
//! of the running text follows at its end, so that no note breaks a paragraph: notes as captions with their number,
//! comments as captions that begin with the name of who made them, then headers and footers as furniture.
//!
//! The XML is walked as a stream; entities that a file declares itself are never expanded.

mod archive;
mod body;
mod numbering;
mod properties;
mod styles;
mod xml;

use rap_doc::{BlockKind, Finding, Origin, Place, Severity};

use crate::compose::Composer;
use crate::dateline::dateline;
use crate::reading::{Draft, finding};
use archive::Archive;
use body::{Body, Paragraph};
use numbering::Numbering;
use styles::Styles;

pub(crate) fn draft(bytes: &[u8]) -> Draft {
    let mut archive = Archive::open(bytes);
    let mut reader = DocxReader {
        styles: Styles::of(&archive.part("word/styles.xml").unwrap_or_default()),
        numbering: Numbering::of(&archive.part("word/numbering.xml").unwrap_or_default()),
        composer: Composer::default(),
        findings: Vec::new(),
    };
    let main = archive.main_part();
    let Some(body) = reader.walk(&mut archive, &main) else {
        archive.findings.push(no_text(&main));
        return Draft { findings: archive.findings, ..Draft::default() };
    };
    reader.add_all(&body.paragraphs, &main, Aside::No);
    for (part, notes) in [("word/footnotes.xml", &body.footnotes), ("word/endnotes.xml", &body.endnotes)] {
        if let Some(found) = reader.walk(&mut archive, part) {
            reader.add_all(&found.paragraphs, part, Aside::Notes(notes));
        }
    }
    if let Some(found) = reader.walk(&mut archive, "word/comments.xml") {
        reader.add_all(&found.paragraphs, "word/comments.xml", Aside::Comments);
    }
    reader.add_page_furniture(&mut archive);
    let properties = properties::of(&archive.part("docProps/core.xml").unwrap_or_default());
    let Composer { text, blocks } = reader.composer;
    let title = crate::compose::first_heading(&text, &blocks).or(properties.title);
    let date = dateline(&text, &blocks).or(properties.date);
    let mut findings = archive.findings;
    findings.append(&mut reader.findings);
    Draft { title, date, author: properties.author, text, blocks, findings, ..Draft::default() }
}

fn no_text(part: &str) -> Finding {
    let message = format!("the archive holds no readable `{part}`, where the text of a Word document is");
    finding(Severity::Loss, "docx-no-text", Place::Whole, message, "open it in a word processor and save it again")
}

/// Where paragraphs stand that are not running text.
enum Aside<'b> {
    No,
    /// Notes, with the identifiers in the order in which the text refers to them.
    Notes(&'b [String]),
    Comments,
    Page,
}

struct DocxReader {
    styles: Styles,
    numbering: Numbering,
    composer: Composer,
    findings: Vec<Finding>,
}

impl DocxReader {
    fn walk(&mut self, archive: &mut Archive<'_>, part: &str) -> Option<Body> {
        let xml = archive.part(part)?;
        let body = Body::of(&xml);
        if let Some(byte) = body.broken_at {
            let message = format!("`{part}` is broken at byte {byte}; what stands before it was read");
            let hint = "open it in a word processor and save it again";
            self.findings.push(finding(Severity::Loss, "docx-broken-xml", Place::Path(part.to_owned()), message, hint));
        }
        self.findings.extend(body.findings(part));
        Some(body)
    }

    fn add_all(&mut self, paragraphs: &[Paragraph], part: &str, aside: Aside<'_>) {
        for paragraph in paragraphs {
            let kind = match aside {
                Aside::No => self.styles.kind(paragraph),
                Aside::Notes(_) | Aside::Comments => BlockKind::Caption,
                Aside::Page => BlockKind::Furniture,
            };
            // The counters of the numbering go on even where a numbered paragraph is empty.
            let label = self.numbering.label(self.styles.number(paragraph));
            if paragraph.text.trim().is_empty() {
                continue;
            }
            let mark = paragraph.note.as_ref().map(|note| note.mark(&aside)).unwrap_or_default();
            let space = if label.is_empty() { "" } else { " " };
            let words = format!("{mark}{label}{space}{}", paragraph.text.trim_start());
            let path = format!("{part}#p{}{}", paragraph.number, paragraph.cell.as_deref().unwrap_or_default());
            self.composer.add(kind, &words, Origin { page: paragraph.page, path });
        }
    }

    /// Adds headers and footers, each text once however many sections repeat it.
    fn add_page_furniture(&mut self, archive: &mut Archive<'_>) {
        let mut seen: Vec<String> = Vec::new();
        for part in archive.names_of_page_furniture() {
            let Some(mut body) = self.walk(archive, &part) else { continue };
            body.paragraphs.retain(|paragraph| !seen.contains(&paragraph.text));
            self.add_all(&body.paragraphs, &part, Aside::Page);
            seen.extend(body.paragraphs.into_iter().map(|paragraph| paragraph.text));
        }
    }
}

impl body::Note {
    /// Returns what stands before the first words of a note: its number, or the name of who commented.
    fn mark(&self, aside: &Aside<'_>) -> String {
        match (aside, &self.author) {
            (Aside::Notes(order), _) => {
                let number = order.iter().position(|id| *id == self.id).map(|at| at + 1);
                number.map(|number| format!("[{number}] ")).unwrap_or_default()
            }
            (Aside::Comments, Some(author)) => format!("{author}: "),
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests;
