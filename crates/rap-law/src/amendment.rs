//! Adopted amendments: located in the act that they amend, checked against its words, and applied.
//!
//! Amendments enter as lists publish them (place, old text, new text); leave, for each, where it was found or why it
//! was not, and the amended text. A place is read as parliaments write it: `Article 71 – paragraph 6 – point c a
//! (new)`. Where the place does not lead to the old text, the text is looked for, first in the article and then in
//! the act. Absent on purpose: guessing. What stands nowhere is not applied, and what two amendments claim goes to the
//! first.

mod locate;
mod place;

use rap_doc::Span;

use crate::Law;
use locate::Located;

pub use place::{Part, Place, Step};

/// An amendment as it was adopted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Amendment {
    /// Its number in the list.
    pub number: String,
    /// The place as printed.
    pub place: String,
    /// The text that it amends; empty for something new.
    pub old: String,
    /// The text that it puts there; empty or `deleted` for a deletion.
    pub new: String,
}

/// Tells what became of an amendment.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub enum Fate {
    /// It was found and applied.
    Applied {
        /// The provision that it amends, or behind which it inserts, by its index.
        provision: usize,
        /// How much of its old text and of the text at the place are the same; 1 for something new.
        similarity: f64,
        /// Whether the place led there, and not the words.
        by_place: bool,
    },
    /// It was found, and another amendment had changed the same words already.
    Taken {
        /// The provision.
        provision: usize,
        /// The number of the amendment that came first.
        by: String,
    },
    /// The place was found, and its words are not those that the amendment amends.
    OtherWords {
        /// The provision.
        provision: usize,
        /// How much is the same.
        similarity: f64,
    },
    /// It was not found.
    NotFound {
        /// Why not: lower case, no final period.
        reason: String,
    },
}

impl Fate {
    /// Tells whether its place in the act is known.
    #[must_use]
    pub const fn is_located(&self) -> bool {
        !matches!(self, Self::NotFound { .. })
    }
}

/// An act with its amendments.
#[derive(Clone, PartialEq, Debug)]
pub struct Amended {
    /// The text of the act with all amendments that were applied.
    pub text: String,
    /// What became of each amendment, in the order of the list.
    pub fates: Vec<Fate>,
}

/// A text that differs more from what an amendment quotes is another text: printers and PDF change a word in twenty.
const SAME_WORDS: f64 = 0.85;

/// Returns the act with its amendments.
#[must_use]
pub fn amend(law: &Law, amendments: &[Amendment]) -> Amended {
    let finder = locate::Finder::of(law);
    let mut edits: Vec<Edit> = Vec::new();
    let mut fates = Vec::new();
    for (order, amendment) in amendments.iter().enumerate() {
        fates.push(match finder.locate(amendment) {
            Err(reason) => Fate::NotFound { reason },
            Ok(found) if found.similarity < SAME_WORDS => {
                Fate::OtherWords { provision: found.provision, similarity: found.similarity }
            }
            Ok(found) => take(&mut edits, order, amendment, &found, amendments),
        });
    }
    Amended { text: applied(law.doc.text(), edits, amendments), fates }
}

/// A change of the text: the words at `span` go, those of the amendment come.
struct Edit {
    span: Span,
    order: usize,
}

/// Notes the edit of an amendment, unless its words are taken.
fn take(edits: &mut Vec<Edit>, order: usize, amendment: &Amendment, found: &Located, all: &[Amendment]) -> Fate {
    let inside = |edit: &&Edit| {
        edit.span.overlaps(found.span) || edit.span.start() < found.span.start() && found.span.start() < edit.span.end()
    };
    if let Some(taken) = edits.iter().find(inside) {
        let by = all.get(taken.order).map_or(String::new(), |other| other.number.clone());
        return Fate::Taken { provision: found.provision, by };
    }
    let similarity = if amendment.old.trim().is_empty() { 1.0 } else { found.similarity };
    edits.push(Edit { span: found.span, order });
    Fate::Applied { provision: found.provision, similarity, by_place: found.by_place }
}

fn applied(text: &str, mut edits: Vec<Edit>, amendments: &[Amendment]) -> String {
    // What is inserted at one point stands in the order of the list.
    edits.sort_by_key(|edit| (edit.span.start(), edit.span.end(), edit.order));
    let mut amended = String::with_capacity(text.len());
    let mut from = 0;
    for edit in &edits {
        let Some(amendment) = amendments.get(edit.order) else { continue };
        amended.push_str(Span::new(from, edit.span.start()).of(text));
        if edit.span.is_empty() {
            amended.push('\n');
        }
        if !is_deletion(&amendment.new) {
            amended.push_str(amendment.new.trim());
        }
        from = edit.span.end();
    }
    amended.push_str(Span::new(from, text.len()).of(text));
    amended
}

/// Tells the word that lists print for a deletion: `deleted`, `(c) deleted`, 删去.
fn is_deletion(new: &str) -> bool {
    let last = new.trim().rsplit(char::is_whitespace).next().unwrap_or_default();
    last.is_empty()
        || new.trim().chars().count() < 16 && (last.eq_ignore_ascii_case("deleted") || last == "删去" || last == "删除")
}

#[cfg(test)]
mod tests;
