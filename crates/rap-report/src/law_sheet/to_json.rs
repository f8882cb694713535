//! The tree of an act as JSON, for programs.

use std::io::{self, Write};

use rap_doc::{OffsetIndex, Span};
use rap_law::{Law, Reference};
use serde::Serialize;

use super::{LawCounts, LawSheet};
use crate::row::{FindingRow, Range};

#[derive(Serialize)]
struct Page<'l> {
    title: Option<&'l str>,
    identifier: Option<&'l str>,
    language: &'static str,
    source: String,
    summary: LawCounts,
    provisions: Vec<Node<'l>>,
    definitions: Vec<Term<'l>>,
    references: Vec<Link<'l>>,
    findings: Vec<FindingRow<'l>>,
}

/// A provision with those below it.
#[derive(Serialize)]
struct Node<'l> {
    id: &'l str,
    kind: &'static str,
    /// The number as printed.
    number: Option<&'l str>,
    /// Its value in plain form.
    value: Option<&'l str>,
    heading: Option<&'l str>,
    /// The words that are its own, its paragraphs parted by line breaks.
    text: String,
    chars: Range,
    children: Vec<Self>,
}

#[derive(Serialize)]
struct Term<'l> {
    term: &'l str,
    meaning: &'l str,
    provision: &'l str,
    chars: Range,
    uses: Vec<Range>,
}

#[derive(Serialize)]
struct Link<'l> {
    chars: Range,
    text: &'l str,
    kind: &'static str,
    target: &'l [String],
    resolved: bool,
    provision: &'l str,
}

impl LawSheet<'_> {
    /// Writes the act with its definitions, references and findings as one object.
    ///
    /// # Errors
    ///
    /// Fails where `out` does.
    pub fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        let law = self.law;
        let units = OffsetIndex::new(law.doc.text());
        let page = Page {
            title: law.title.map(|title| law.words(title)),
            identifier: law.identifier.as_deref(),
            language: law.doc.language().tag(),
            source: law.doc.source().to_string(),
            summary: self.counts(),
            provisions: nodes(law, &units),
            definitions: self.terms(&units),
            references: self.references.iter().map(|reference| link(law, &units, reference)).collect(),
            findings: law.findings.iter().map(FindingRow::from).collect(),
        };
        serde_json::to_writer_pretty(&mut *out, &page)?;
        writeln!(out)
    }

    /// Writes the counts as one object.
    ///
    /// # Errors
    ///
    /// Fails where `out` does.
    pub fn write_summary_json(&self, out: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &self.counts())?;
        writeln!(out)
    }

    fn terms(&self, units: &OffsetIndex<'_>) -> Vec<Term<'_>> {
        let term = |definition: &rap_law::Definition| Term {
            term: definition.term.of(self.law.doc.text()),
            meaning: definition.meaning.of(self.law.doc.text()),
            provision: id(self.law, Some(definition.provision)),
            chars: chars(units, definition.term),
            uses: definition.uses.iter().map(|span| chars(units, *span)).collect(),
        };
        self.definitions.iter().map(term).collect()
    }
}

fn link<'l>(law: &'l Law, units: &OffsetIndex<'_>, reference: &'l Reference) -> Link<'l> {
    Link {
        chars: chars(units, reference.span),
        text: law.words(reference.span),
        kind: reference.kind.name(),
        target: &reference.target,
        resolved: reference.resolved,
        provision: id(law, reference.provision),
    }
}

fn id(law: &Law, provision: Option<usize>) -> &str {
    provision.and_then(|index| law.provisions.get(index)).map_or("", |provision| provision.id.as_str())
}

/// Hangs the provisions below each other, from the last to the first, so that no call goes deeper than one.
fn nodes<'l>(law: &'l Law, units: &OffsetIndex<'_>) -> Vec<Node<'l>> {
    let mut below: Vec<Vec<Node<'l>>> = law.provisions.iter().map(|_| Vec::new()).collect();
    let mut top = Vec::new();
    for (index, provision) in law.provisions.iter().enumerate().rev() {
        let mut children = below.pop().unwrap_or_default();
        children.reverse();
        let own: Vec<_> = provision.own.iter().map(|span| law.words(*span)).collect();
        let node = Node {
            id: provision.id.as_str(),
            kind: provision.kind.name(),
            number: provision.number.as_ref().map(|number| law.words(number.printed)),
            value: provision.number.as_ref().map(|number| number.value.as_str()),
            heading: provision.heading.map(|heading| law.words(heading)),
            text: own.join("\n"),
            chars: chars(units, provision.span),
            children,
        };
        match provision.parent.filter(|parent| *parent < index).and_then(|parent| below.get_mut(parent)) {
            Some(siblings) => siblings.push(node),
            None => top.push(node),
        }
    }
    top.reverse();
    top
}

fn chars(units: &OffsetIndex<'_>, span: Span) -> Range {
    [units.at(span.start()).char, units.at(span.end()).char]
}
