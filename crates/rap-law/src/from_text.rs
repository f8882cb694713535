//! A document to a law by the act's own headings: plain text, Markdown, Word and PDF files, once they are a [`Doc`].
//!
//! Lines are what counts: a line that begins with a mark opens a provision, any other is text of the one that is
//! open. English and Chinese marks are known side by side, so that an act in two languages keeps both. Which unit is
//! the basic one (articles, sections, or bare numbers as in the acts of the United Kingdom and of India) is judged
//! from the whole before the tree is grown; a table of contents at the head is told by its headings coming again.
//!
//! Blocks that are furniture, captions and notes stay in the document and are part of no provision.

mod contents;
mod grow;
mod lines;
mod profile;

use rap_doc::Doc;

use crate::provision::Law;

/// Returns the act that a document holds, by its own headings. `origin` is the name that findings are given under.
///
/// Never refuses: a document without a single heading of a law gives a law without provisions and a finding.
#[must_use]
pub fn from_text(doc: Doc, origin: &str) -> Law {
    let lines = lines::lines(&doc);
    let contents = contents::contents(doc.text(), &lines);
    let profile = profile::Profile::of(doc.text(), &lines, &contents);
    let mut grower = grow::Grower::new(&doc, origin, profile);
    for (index, line) in lines.iter().enumerate() {
        if !contents.contains(&index) {
            grower.line(&lines, index, line);
        }
    }
    let (provisions, title, findings) = grower.finish(&lines);
    Law { doc, title, identifier: None, provisions, findings }
}

#[cfg(test)]
mod tests;
