//! The acts of the tables, in the forms in which third parties published them.

use std::path::Path;

use anyhow::Context;
use rap_doc::{Doc, SourceId, Span};
use rap_law::{Law, Number, Provision, ProvisionId, ProvisionKind, from_text};
use serde::Deserialize;

/// An act of articles one after the other, built from their numbers, headings and texts.
#[derive(Default)]
struct Builder {
    text: String,
    provisions: Vec<Provision>,
}

impl Builder {
    fn article(&mut self, value: &str, heading: &str, words: &str) {
        let start = self.text.len();
        self.text.push_str(value);
        let number = Span::new(start, self.text.len());
        self.text.push(' ');
        let from = self.text.len();
        self.text.push_str(heading.trim());
        let heading = (self.text.len() > from).then_some(Span::new(from, self.text.len()));
        self.text.push('\n');
        let from = self.text.len();
        self.text.push_str(words.trim());
        let own = Span::new(from, self.text.len());
        let index = self.provisions.len();
        self.provisions.push(Provision {
            id: ProvisionId::new(format!("art_{value}")),
            kind: ProvisionKind::Article,
            number: Some(Number { printed: number, value: value.to_owned() }),
            heading,
            span: Span::new(start, self.text.len()),
            own: vec![own],
            parent: None,
            end: index + 1,
            depth: 0,
        });
        self.text.push_str("\n\n");
    }

    fn law(self) -> Law {
        let doc = Doc::of_plain_text(SourceId::of(self.text.as_bytes()), self.text);
        Law { doc, title: None, identifier: None, provisions: self.provisions, findings: Vec::new() }
    }
}

#[derive(Deserialize)]
struct Repealed {
    section: serde_json::Value,
    section_title: String,
    section_desc: String,
}

/// Reads an act as a list of sections with titles.
pub(super) fn repealed(file: &Path) -> anyhow::Result<Law> {
    let sections: Vec<Repealed> = serde_json::from_str(&read(file)?)?;
    let mut builder = Builder::default();
    for section in sections {
        let number = section.section.as_str().map_or_else(|| section.section.to_string(), str::to_owned);
        builder.article(&number, &section.section_title, &section.section_desc);
    }
    Ok(builder.law())
}

#[derive(Deserialize)]
struct Chunk {
    section_id: Option<serde_json::Value>,
    text: String,
}

/// Reads an act cut into chunks, of which those that begin with their own number are sections.
pub(super) fn in_force(file: &Path) -> anyhow::Result<Law> {
    let mut builder = Builder::default();
    let mut before = 0;
    for line in read(file)?.lines() {
        let chunk: Chunk = serde_json::from_str(line)?;
        let Some(id) = chunk.section_id else { continue };
        let number = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        let value: usize = number.parse().unwrap_or(0);
        let Some(rest) = chunk.text.strip_prefix(&format!("{number}.")) else { continue };
        // Footnotes are numbered too; a section follows the one before it.
        if value != before + 1 {
            continue;
        }
        before = value;
        let (heading, words) = rest.split_once(".-").or_else(|| rest.split_once(".–")).unwrap_or((rest, ""));
        builder.article(&number, heading, words);
    }
    Ok(builder.law())
}

/// Returns the section that a cell such as `3, para 1`, `41(1)` or `First proviso to section 22` speaks of.
pub(super) fn section(cell: &str) -> String {
    let from = cell.find("section ").map_or(0, |at| at + "section ".len());
    cell.get(from..).unwrap_or_default().chars().take_while(char::is_ascii_alphanumeric).collect()
}

/// Reads an act as plain text.
pub(super) fn plain(file: &Path) -> anyhow::Result<Law> {
    let text = read(file)?;
    Ok(from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text), &file.display().to_string()))
}

fn read(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}
