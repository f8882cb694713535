//! The comparison as text: a sentence a provision, and under it the words that changed.

use std::io::{self, Write};

use rap_law::{Change, ChangeKind, Level, PieceKind};

use super::{LawDiff, label};

/// How many changes of a provision are shown; the page and the JSON have them all.
const HUNKS: usize = 12;

/// How many characters of unchanged text stand on each side of a change.
const CONTEXT: usize = 30;

impl LawDiff<'_> {
    /// Writes the comparison for people at a terminal.
    ///
    /// # Errors
    ///
    /// Returns the failure of the writer.
    pub fn write_text(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{} → {}, {}\n{}\n", self.old_name, self.new_name, self.manner(), self.summary())?;
        let mut kept = Vec::new();
        for change in self.changes() {
            if change.kind == ChangeKind::Kept {
                kept.extend(change.new.map(|at| label::name(self.new, at)));
                continue;
            }
            let ending = if change.is_amended && change.old.is_some() && change.new.is_some() { ":" } else { "." };
            writeln!(out, "{}{ending}", self.sentence(change))?;
            if ending == ":" {
                self.write_hunks(change, out)?;
            }
        }
        if !kept.is_empty() {
            writeln!(out, "\nUnchanged: {}.", kept.join(", "))?;
        }
        Ok(())
    }

    fn manner(&self) -> &'static str {
        match self.comparison.level {
            Level::Article => "article by article",
            Level::Paragraph => "paragraph by paragraph",
            Level::Point => "point by point",
        }
    }

    /// Returns how many provisions there are of each kind: "3 kept, 12 amended, 1 deleted".
    pub(super) fn summary(&self) -> String {
        let counts = ChangeKind::ALL.map(|kind| (self.count(kind), kind));
        let told: Vec<String> =
            counts.iter().filter(|(count, _)| *count > 0).map(|(count, kind)| format!("{count} {kind}")).collect();
        let variants: usize = self.changes().map(|change| change.redline.variants).sum();
        let mut summary = if told.is_empty() { "no provision".to_owned() } else { told.join(", ") };
        if variants > 0 {
            summary.push_str(&format!("; {variants} typographic variants, which are no amendments"));
        }
        summary
    }

    fn write_hunks(&self, change: &Change, out: &mut impl Write) -> io::Result<()> {
        let hunks = self.hunks(change);
        for hunk in hunks.iter().take(HUNKS) {
            writeln!(out, "    {hunk}")?;
        }
        if hunks.len() > HUNKS {
            writeln!(out, "    … and {} more changes", hunks.len() - HUNKS)?;
        }
        writeln!(out)
    }

    /// Returns the changes of a redline, each with a little of what stands around it.
    fn hunks(&self, change: &Change) -> Vec<String> {
        let mut hunks = Vec::new();
        let mut hunk = String::new();
        let mut before = String::new();
        for (index, piece) in change.redline.pieces.iter().enumerate() {
            if index == change.heading_pieces {
                hunks.extend(Some(std::mem::take(&mut hunk)).filter(|hunk| !hunk.is_empty()));
                before.clear();
            }
            let (old, new) = (piece.old.of(self.old.doc.text()), piece.new.of(self.new.doc.text()));
            match piece.kind {
                PieceKind::Deleted | PieceKind::Inserted => {
                    if hunk.is_empty() {
                        hunk.push_str(&before);
                    }
                    before.clear();
                    let (open, words, close) =
                        if piece.kind == PieceKind::Deleted { ("[-", old, "-]") } else { ("{+", new, "+}") };
                    let space = if words.ends_with(char::is_whitespace) { " " } else { "" };
                    hunk.push_str(&format!("{open}{}{close}{space}", label::one_line(words)));
                }
                PieceKind::Same | PieceKind::Variant => {
                    let words = spaced(new);
                    if !hunk.is_empty() {
                        hunk.push_str(&head(&words));
                        // What lies between two near changes is shown whole.
                        if words.chars().count() > 2 * CONTEXT {
                            hunks.push(std::mem::take(&mut hunk));
                        } else {
                            hunk.push_str(words.get(head_bytes(&words)..).unwrap_or_default());
                        }
                    }
                    before = tail(&format!("{before}{words}"));
                }
            }
        }
        hunks.extend(Some(hunk).filter(|hunk| !hunk.is_empty()));
        hunks.iter().map(|hunk| hunk.trim().to_owned()).collect()
    }
}

/// Returns words with each run of white space as one space, also at the ends.
fn spaced(words: &str) -> String {
    let mut line = label::one_line(words);
    if words.starts_with(char::is_whitespace) {
        line.insert(0, ' ');
    }
    if words.ends_with(char::is_whitespace) && !line.ends_with(' ') {
        line.push(' ');
    }
    line
}

fn head_bytes(words: &str) -> usize {
    words.char_indices().nth(CONTEXT).map_or(words.len(), |(at, _)| at)
}

fn head(words: &str) -> String {
    let bytes = head_bytes(words);
    let head = words.get(..bytes).unwrap_or_default();
    // A word is not cut; Chinese has no spaces to cut at.
    match head.rfind(' ').filter(|_| bytes < words.len()) {
        Some(space) if space > 0 && words.chars().count() > 2 * CONTEXT => {
            format!("{} …", head.get(..space).unwrap_or_default())
        }
        _ if bytes < words.len() && words.chars().count() > 2 * CONTEXT => format!("{head}…"),
        _ => head.to_owned(),
    }
}

fn tail(words: &str) -> String {
    let count = words.chars().count();
    if count <= CONTEXT {
        return words.to_owned();
    }
    let from = words.char_indices().nth(count - CONTEXT).map_or(0, |(at, _)| at);
    let tail = words.get(from..).unwrap_or_default();
    match tail.trim_end().find(' ') {
        Some(space) => format!("… {}", tail.get(space + 1..).unwrap_or_default()),
        None => format!("…{tail}"),
    }
}
