//! PDF (ISO 32000): glyphs to lines, columns and paragraphs, with the page of each.
//!
//! A PDF has glyphs at places and no text; what a reader sees as lines, columns and paragraphs is found by geometry,
//! in five steps: `glyphs` (the interpreter draws each page on a device that notes glyphs), `lines`, `columns` (the
//! order of reading), `furniture` (running heads, feet and page numbers: the same words at the same place on several
//! pages, digits aside), `paragraphs`.
//!
//! A word broken at the end of a line is joined, so that it can be found and quoted. The broken form is not lost: it
//! stands as furniture behind its paragraph, with the page and the word `hyphenation` as its place.

mod columns;
mod furniture;
mod glyphs;
mod growth;
mod headings;
mod lines;
mod metadata;
mod paragraphs;
mod quiet;
mod words;

use std::sync::Arc;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use rap_doc::{Finding, Place, Severity};

use crate::compose::{self, Composer};
use crate::dateline::dateline;
use crate::reading::{Draft, finding};
use glyphs::PageGlyphs;

/// How many pages are named one by one in findings; beyond, their number says enough.
const NAMED_PAGES: usize = 20;

pub(crate) fn draft(bytes: &[u8]) -> Draft {
    // The crates below read what no one has checked; a panic there is a bug in them, and costs this paper, not the
    // dossier. Nothing that could be left half-done survives the call.
    let outcome = quiet::caught(|| read(bytes));
    let draft = outcome.unwrap_or_else(|| Err(broken("the reader of PDF files failed on it")));
    draft.unwrap_or_else(|finding| Draft { findings: vec![finding], ..Draft::default() })
}

fn read(bytes: &[u8]) -> Result<Draft, Finding> {
    growth::check(bytes).map_err(|growth::TooLarge| too_large())?;
    let pdf = Pdf::new(Arc::new(bytes.to_vec())).map_err(unopened)?;
    let pages = glyphs::of(&pdf);
    let mut findings = doubts(&pages);
    let mut sheets: Vec<lines::Sheet> = pages.iter().map(lines::of).collect();
    for sheet in &mut sheets {
        columns::put_in_order(sheet);
    }
    furniture::mark(&mut sheets);
    let paragraphs = paragraphs::of(&sheets);
    let mut composer = Composer::default();
    for paragraph in &paragraphs {
        composer.add(paragraph.kind, &paragraph.words, paragraph.origin());
    }
    if composer.blocks.is_empty() && findings.is_empty() {
        findings.push(broken("it holds no page with text"));
    }
    let metadata = metadata::of(&pdf);
    let Composer { text, blocks } = composer;
    let title = compose::first_heading(&text, &blocks).or(metadata.title);
    let date = dateline(&text, &blocks).or(metadata.date);
    Ok(Draft { title, date, author: metadata.author, text, blocks, findings, ..Draft::default() })
}

fn unopened(error: LoadPdfError) -> Finding {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => finding(
            Severity::Loss,
            "pdf-encrypted",
            Place::Page(1),
            "the file asks for a password from page 1 on",
            "open it with the password and save or print it without one",
        ),
        LoadPdfError::Decryption(_) => finding(
            Severity::Loss,
            "pdf-encrypted",
            Place::Page(1),
            "the file is encrypted in a way that is not read",
            "open it in a PDF viewer and print it to a new PDF",
        ),
        LoadPdfError::Invalid => broken("it cannot be opened"),
    }
}

fn too_large() -> Finding {
    let hint = "if you trust the file, open it in a PDF viewer and print it to a new PDF";
    let message =
        "the file unpacks to more than a paper can hold, as files do that are made to harm; it was not opened";
    finding(Severity::Loss, "pdf-too-large", Place::Whole, message, hint)
}

fn broken(what: &str) -> Finding {
    let hint = "open it in a PDF viewer and print it to a new PDF, or ask for the file again";
    finding(Severity::Loss, "pdf-broken", Place::Whole, format!("the PDF is broken: {what}"), hint)
}

/// Returns what could not be read of the pages: scans, glyphs without a character, pages that were given up.
fn doubts(pages: &[PageGlyphs]) -> Vec<Finding> {
    let pages_with = |wanted: fn(&PageGlyphs) -> bool| -> Vec<u32> {
        pages.iter().filter(|page| wanted(page)).map(|page| page.number).collect()
    };
    let ocr = "run a text recognition (OCR) on the file and add the result";
    let print = "open it in a PDF viewer and print it to a new PDF";
    let mut findings = Vec::new();
    let mut report = |pages: &[u32], severity, code, message: &str, hint: &str| {
        for page in pages.iter().take(NAMED_PAGES) {
            findings.push(finding(severity, code, Place::Page(*page), message, hint));
        }
        if let Some(more) = pages.len().checked_sub(NAMED_PAGES + 1) {
            let message = format!("{message}; so do {} more pages", more + 1);
            findings.push(finding(severity, code, Place::Whole, message, hint));
        }
    };
    let scanned = pages_with(PageGlyphs::is_picture);
    report(&scanned, Severity::Loss, "pdf-scanned-page", "the page is a picture and holds no text", ocr);
    let unmapped = pages_with(PageGlyphs::is_unmapped);
    report(&unmapped, Severity::Warning, "pdf-unmapped-glyphs", "the page holds signs whose letters are unknown", ocr);
    let given_up = pages_with(|page| page.is_given_up);
    report(&given_up, Severity::Loss, "pdf-page-too-complex", "the page was too complex to be read to its end", print);
    findings
}

#[cfg(test)]
mod tests;
