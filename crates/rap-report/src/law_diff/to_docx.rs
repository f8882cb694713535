//! The comparison as a Word document with tracked changes: accepted, it is the new act; rejected, the old one.
//!
//! Words that went are `w:del`, words that came `w:ins`; a provision that moved is `w:moveFrom` where it stood and
//! `w:moveTo` where it stands (ECMA-376, part 1, 17.13.5). The changes bear no date, because no clock reaches an
//! output. Absent on purpose: the look of the printed act; the document is for reading and deciding.

mod package;

pub(super) use package::escaped;

use std::collections::BTreeSet;
use std::io::{self, Write};

use rap_doc::Span;
use rap_law::{Change, ChangeKind, Law, PieceKind, redline};

use super::{LawDiff, label};
use package::{Mark, Paragraph, Style};

impl LawDiff<'_> {
    /// Writes the comparison as a document with tracked changes.
    ///
    /// # Errors
    ///
    /// Returns the failure of the writer.
    pub fn write_docx(&self, out: &mut impl Write) -> io::Result<()> {
        let mut body = Body { diff: self, paragraphs: Vec::new(), seen: BTreeSet::new(), given: BTreeSet::new() };
        body.paragraphs.push(Paragraph::plain(Style::Title, &format!("{} → {}", self.old_name, self.new_name)));
        body.paragraphs.push(Paragraph::plain(Style::Note, &format!("{}.", self.summary())));
        for entry in self.entries() {
            match entry {
                Entry::Row(change) => body.row(change),
                Entry::Left(number, change) => body.left(number, change),
            }
        }
        package::write(&body.paragraphs, out)
    }

    /// Returns the rows with, for each provision that moved, the place that it left.
    fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries: Vec<Entry<'_>> = self.changes().map(Entry::Row).collect();
        let mut moved: Vec<(usize, &Change)> =
            self.changes().enumerate().filter(|(_, change)| change.kind == ChangeKind::Moved).collect();
        moved.sort_by_key(|(_, change)| change.old);
        for (number, change) in moved {
            // It stood behind the nearest provision before it that is shown where it stood.
            let stays = |entry: &Entry<'_>| match entry {
                Entry::Row(other) if other.kind != ChangeKind::Moved => other.old.is_some() && other.old < change.old,
                Entry::Left(_, other) => other.old < change.old,
                Entry::Row(_) => false,
            };
            let nearest =
                entries.iter().enumerate().filter(|(_, entry)| stays(entry)).max_by_key(|(_, entry)| entry.old());
            let at = nearest.map_or(0, |(at, _)| at + 1);
            entries.insert(at, Entry::Left(number, change));
        }
        entries
    }
}

/// What the document shows next.
#[derive(Copy, Clone)]
enum Entry<'l> {
    Row(&'l Change),
    /// The place that a provision left.
    Left(usize, &'l Change),
}

impl Entry<'_> {
    const fn old(&self) -> Option<usize> {
        match self {
            Self::Row(change) | Self::Left(_, change) => change.old,
        }
    }
}

struct Body<'l> {
    diff: &'l LawDiff<'l>,
    paragraphs: Vec<Paragraph>,
    /// The chapters and the like that stand in the document: whether of the old act, and the index.
    seen: BTreeSet<(bool, usize)>,
    /// The provisions whose words stand in the document; a split or merge names one several times.
    given: BTreeSet<(bool, usize)>,
}

impl Body<'_> {
    fn row(&mut self, change: &Change) {
        let moved = change.kind == ChangeKind::Moved;
        let old = change.old.filter(|at| !moved && self.given.insert((true, *at)));
        let new = change.new.filter(|at| self.given.insert((false, *at)));
        self.chapters(if moved { None } else { change.old }, change.new);
        let (come, stay) = if moved { (Mark::Inserted, Mark::MovedTo(0)) } else { (Mark::Inserted, Mark::None) };
        let stay = match (stay, old.is_some(), new.is_some()) {
            (Mark::MovedTo(_), _, _) => Mark::MovedTo(self.number(change)),
            (_, true, false) => Mark::Deleted,
            (_, false, true) => Mark::Inserted,
            (mark, _, _) => mark,
        };
        self.heading(change, old, new, stay);
        let runs = self.runs(
            change,
            false,
            |kind| match kind {
                PieceKind::Same | PieceKind::Variant => (old.is_some() || new.is_some()).then_some(stay),
                PieceKind::Deleted => old.map(|_| Mark::Deleted),
                PieceKind::Inserted => new.map(|_| come),
            },
            new.is_none(),
        );
        self.paragraphs.extend(Paragraph::of_runs(Style::Normal, runs));
    }

    /// Shows the place that a provision left.
    fn left(&mut self, number: usize, change: &Change) {
        let Some(old) = change.old else { return };
        self.chapters(Some(old), None);
        let mark = Mark::MovedFrom(number);
        self.heading(change, Some(old), None, mark);
        let runs = self.runs(
            change,
            false,
            |kind| match kind {
                PieceKind::Same | PieceKind::Variant => Some(mark),
                PieceKind::Deleted => Some(Mark::Deleted),
                PieceKind::Inserted => None,
            },
            true,
        );
        self.paragraphs.extend(Paragraph::of_runs(Style::Normal, runs));
    }

    /// Returns the number of a moved row: its place among the rows, which names both ends of the move.
    fn number(&self, change: &Change) -> usize {
        self.diff.changes().position(|other| std::ptr::eq(other, change)).unwrap_or(0)
    }

    fn heading(&mut self, change: &Change, old: Option<usize>, new: Option<usize>, stay: Mark) {
        let names = (old.map(|at| label::name(self.diff.old, at)), new.map(|at| label::name(self.diff.new, at)));
        let mut runs = match names {
            (Some(old), Some(new)) => tracked(&old, &new),
            (Some(name), None) | (None, Some(name)) => vec![(stay, name)],
            (None, None) => return,
        };
        let heading = self.runs(
            change,
            true,
            |kind| match kind {
                PieceKind::Same | PieceKind::Variant => Some(stay),
                PieceKind::Deleted => old.map(|_| Mark::Deleted),
                PieceKind::Inserted => new.map(|_| Mark::Inserted),
            },
            new.is_none(),
        );
        if !heading.is_empty() {
            let joint = if stay == Mark::None { Mark::None } else { stay };
            runs.push((joint, ": ".to_owned()));
            runs.extend(heading.into_iter().map(|(mark, words)| (mark, words.replace('\n', " "))));
        }
        self.paragraphs.extend(Paragraph::of_runs(Style::Article, runs));
    }

    /// Returns the runs of a redline, of its heading or of the rest; what stays is given in the old print or the new.
    fn runs(
        &self,
        change: &Change,
        heading: bool,
        mark: impl Fn(PieceKind) -> Option<Mark>,
        is_old: bool,
    ) -> Vec<(Mark, String)> {
        let (old, new) = (self.diff.old.doc.text(), self.diff.new.doc.text());
        let mut runs = Vec::new();
        for (index, piece) in change.redline.pieces.iter().enumerate() {
            if (index < change.heading_pieces) != heading {
                continue;
            }
            let Some(mark) = mark(piece.kind) else { continue };
            let from_old = piece.kind == PieceKind::Deleted || is_old && piece.kind != PieceKind::Inserted;
            let words = if from_old { piece.old.of(old) } else { piece.new.of(new) };
            runs.push((mark, words.to_owned()));
        }
        runs
    }

    /// Gives the headings of the chapters that begin with a row.
    fn chapters(&mut self, old: Option<usize>, new: Option<usize>) {
        let olds = self.opened(true, self.diff.old, old);
        let news = self.opened(false, self.diff.new, new);
        for index in 0..olds.len().max(news.len()) {
            let runs = match (olds.get(index), news.get(index)) {
                (Some(old), Some(new)) => tracked(old, new),
                (Some(old), None) => vec![(Mark::Deleted, old.clone())],
                (None, Some(new)) => vec![(Mark::Inserted, new.clone())],
                (None, None) => Vec::new(),
            };
            self.paragraphs.extend(Paragraph::of_runs(Style::Chapter, runs));
        }
    }

    fn opened(&mut self, is_old: bool, law: &Law, at: Option<usize>) -> Vec<String> {
        let mut opened = Vec::new();
        let mut above = at.and_then(|at| law.provisions.get(at)?.parent);
        while let Some((index, provision)) = above.and_then(|at| Some((at, law.provisions.get(at)?))) {
            if self.seen.insert((is_old, index)) && !self.given.contains(&(is_old, index)) {
                let text = law.doc.text();
                let parts: [Option<Span>; 2] =
                    [provision.number.as_ref().map(|number| number.printed), provision.heading];
                let words: Vec<String> =
                    parts.into_iter().flatten().map(|span| label::one_line(span.of(text))).collect();
                opened.push(words.join(" "));
            }
            above = provision.parent;
        }
        opened.retain(|words| !words.is_empty());
        opened.reverse();
        opened
    }
}

/// Returns the runs that make one line of another.
fn tracked(old: &str, new: &str) -> Vec<(Mark, String)> {
    let line = redline(old, new);
    let runs = line.pieces.iter().map(|piece| match piece.kind {
        PieceKind::Same | PieceKind::Variant => (Mark::None, piece.new.of(new).to_owned()),
        PieceKind::Deleted => (Mark::Deleted, piece.old.of(old).to_owned()),
        PieceKind::Inserted => (Mark::Inserted, piece.new.of(new).to_owned()),
    });
    runs.collect()
}
