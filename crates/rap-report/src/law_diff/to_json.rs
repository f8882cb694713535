//! The comparison as JSON, for programs; `docs/law-diff.md` describes it.

use std::io::{self, Write};

use rap_doc::{OffsetIndex, Span};
use rap_law::{Change, ChangeKind, Law, Level, PieceKind};
use serde::Serialize;

use super::{LawDiff, label, plain_number};

#[derive(Serialize)]
struct Page<'l> {
    old: Side<'l>,
    new: Side<'l>,
    level: &'static str,
    counts: Counts,
    /// Words and marks printed otherwise without being amended.
    typographic_variants: usize,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Side<'l> {
    name: &'l str,
    title: Option<&'l str>,
    identifier: Option<&'l str>,
    provisions: usize,
}

#[derive(Serialize)]
struct Counts {
    kept: usize,
    amended: usize,
    renumbered: usize,
    moved: usize,
    split: usize,
    merged: usize,
    inserted: usize,
    deleted: usize,
}

#[derive(Serialize)]
struct Row {
    kind: &'static str,
    old: Option<Place>,
    new: Option<Place>,
    amended: bool,
    renumbered: bool,
    moved: bool,
    similarity: f64,
    confidence: f64,
    typographic_variants: usize,
    runner_up: Option<RunnerUp>,
    redline: Vec<Piece>,
}

#[derive(Serialize)]
struct Place {
    id: String,
    number: String,
    name: String,
    heading: Option<String>,
    #[serde(rename = "in")]
    within: Option<String>,
}

#[derive(Serialize)]
struct RunnerUp {
    side: &'static str,
    id: String,
    number: String,
    /// How much less it scores than the counterpart; less than nothing where both have another one.
    behind: f64,
}

#[derive(Serialize)]
struct Piece {
    op: &'static str,
    text: String,
    /// The range in code points of the old document.
    #[serde(skip_serializing_if = "Option::is_none")]
    old_chars: Option<[usize; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new_chars: Option<[usize; 2]>,
}

impl LawDiff<'_> {
    /// Writes the comparison as one JSON object.
    ///
    /// # Errors
    ///
    /// Returns the failure of the writer.
    pub fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        let (old_offsets, new_offsets) = (OffsetIndex::new(self.old.doc.text()), OffsetIndex::new(self.new.doc.text()));
        let page = Page {
            old: side(self.old, self.old_name),
            new: side(self.new, self.new_name),
            level: match self.comparison.level {
                Level::Article => "article",
                Level::Paragraph => "paragraph",
                Level::Point => "point",
            },
            counts: self.counts(),
            typographic_variants: self.changes().map(|change| change.redline.variants).sum(),
            rows: self.changes().map(|change| self.row(change, &old_offsets, &new_offsets)).collect(),
        };
        serde_json::to_writer_pretty(&mut *out, &page)?;
        out.write_all(b"\n")
    }

    fn counts(&self) -> Counts {
        Counts {
            kept: self.count(ChangeKind::Kept),
            amended: self.count(ChangeKind::Amended),
            renumbered: self.count(ChangeKind::Renumbered),
            moved: self.count(ChangeKind::Moved),
            split: self.count(ChangeKind::Split),
            merged: self.count(ChangeKind::Merged),
            inserted: self.count(ChangeKind::Inserted),
            deleted: self.count(ChangeKind::Deleted),
        }
    }

    fn row(&self, change: &Change, old_offsets: &OffsetIndex<'_>, new_offsets: &OffsetIndex<'_>) -> Row {
        let pieces = change.redline.pieces.iter().map(|piece| Piece {
            op: match piece.kind {
                PieceKind::Same => "same",
                PieceKind::Variant => "variant",
                PieceKind::Deleted => "delete",
                PieceKind::Inserted => "insert",
            },
            text: if piece.new.is_empty() {
                piece.old.of(self.old.doc.text())
            } else {
                piece.new.of(self.new.doc.text())
            }
            .to_owned(),
            old_chars: chars(old_offsets, piece.old),
            new_chars: chars(new_offsets, piece.new),
        });
        Row {
            kind: change.kind.name(),
            old: change.old.map(|at| place(self.old, at)),
            new: change.new.map(|at| place(self.new, at)),
            amended: change.is_amended,
            renumbered: change.is_renumbered,
            moved: change.is_moved,
            similarity: rounded(change.similarity),
            confidence: rounded(change.confidence),
            typographic_variants: change.redline.variants,
            runner_up: change.runner_up.map(|rival| {
                let law = if rival.is_old { self.old } else { self.new };
                let place = place(law, rival.provision);
                RunnerUp {
                    side: if rival.is_old { "old" } else { "new" },
                    id: place.id,
                    number: place.number,
                    behind: rounded(change.score - rival.score),
                }
            }),
            redline: pieces.collect(),
        }
    }
}

fn side<'l>(law: &'l Law, name: &'l str) -> Side<'l> {
    Side {
        name,
        title: law.title.map(|title| title.of(law.doc.text())),
        identifier: law.identifier.as_deref(),
        provisions: law.provisions.len(),
    }
}

fn place(law: &Law, at: usize) -> Place {
    Place {
        id: law.provisions.get(at).map_or(String::new(), |provision| provision.id.to_string()),
        number: plain_number(law, at),
        name: label::name(law, at),
        heading: label::heading(law, at),
        within: label::place(law, at),
    }
}

fn chars(offsets: &OffsetIndex<'_>, span: Span) -> Option<[usize; 2]> {
    (!span.is_empty()).then(|| [offsets.at(span.start()).char, offsets.at(span.end()).char])
}

/// Three digits tell rows apart and are the same on every machine.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
