//! The redline: which words of a text stay, go and come.
//!
//! Two texts enter, as spans of two documents; leave [`Piece`]s in the order of reading, words of English and
//! characters of Chinese. Typography is told apart from amendment: a piece whose words differ in print alone is a
//! [`PieceKind::Variant`]. Absent on purpose: which provisions belong together, which is the matter of `compare`.

mod edit;
mod island;
mod token;

use rap_doc::Span;

pub(crate) use edit::{Edit, edits};
pub(crate) use token::{Keys, Token, tokens_into};

/// Tells what became of a piece of text.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PieceKind {
    /// In both texts, byte for byte.
    Same,
    /// In both texts, printed otherwise: another quotation mark, a full-width letter, 臺 for 台, other white space; what
    /// has no width may be in one of them alone.
    Variant,
    /// In the old text alone.
    Deleted,
    /// In the new text alone.
    Inserted,
}

/// A piece of a redline, with its place in each text; empty where it is not.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// What became of it.
    pub kind: PieceKind,
    /// Where it is in the old text.
    pub old: Span,
    /// Where it is in the new text.
    pub new: Span,
}

/// The redline of two texts.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Redline {
    /// The pieces in the order of reading; where words are replaced, the old ones stand first.
    pub pieces: Vec<Piece>,
    /// How much of both texts is the same, from 0 to 1, by characters that are not white space.
    pub similarity: f64,
    /// How many words and marks are printed otherwise without being amended; white space is not counted.
    pub variants: usize,
}

impl Redline {
    /// Tells whether words came or went.
    #[must_use]
    pub fn is_amended(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece.kind, PieceKind::Deleted | PieceKind::Inserted))
    }
}

/// Returns the redline of the words of `old` and `new`.
///
/// ```
/// use rap_law::{PieceKind, redline};
///
/// let line = redline("A provider shall keep logs.", "A deployer shall keep logs.");
/// let kinds: Vec<_> = line.pieces.iter().map(|piece| piece.kind).collect();
/// assert_eq!(kinds, [PieceKind::Same, PieceKind::Deleted, PieceKind::Inserted, PieceKind::Same]);
/// assert!(!redline("第三条：“平台”", "第三条︰「平臺」").is_amended(), "print is no amendment");
/// ```
#[must_use]
pub fn redline(old: &str, new: &str) -> Redline {
    let mut keys = Keys::default();
    let (mut old_tokens, mut new_tokens) = (Vec::new(), Vec::new());
    tokens_into(old, Span::new(0, old.len()), &mut keys, &mut old_tokens);
    tokens_into(new, Span::new(0, new.len()), &mut keys, &mut new_tokens);
    of_tokens(old, &old_tokens, new, &new_tokens)
}

/// Returns the redline of two runs of tokens.
pub(crate) fn of_tokens(old: &str, old_tokens: &[Token], new: &str, new_tokens: &[Token]) -> Redline {
    let mut edits = edits(old_tokens, new_tokens);
    let same = same_weight(old, old_tokens, &edits);
    let whole = weight(old, old_tokens) + weight(new, new_tokens);
    let similarity = if whole == 0 { 1.0 } else { 2.0 * same as f64 / whole as f64 };
    island::swallow(old_tokens, &mut edits);
    let mut writer = Writer { old, new, line: Redline { similarity: similarity.min(1.0), ..Redline::default() } };
    for edit in &edits {
        let before = old_tokens.get(edit.old.clone()).unwrap_or_default();
        let after = new_tokens.get(edit.new.clone()).unwrap_or_default();
        if edit.same {
            before.iter().zip(after).for_each(|(before, after)| writer.same(before, after));
        } else {
            before.iter().for_each(|token| writer.add(alone(token, PieceKind::Deleted), token.span, Span::default()));
            after.iter().for_each(|token| writer.add(alone(token, PieceKind::Inserted), Span::default(), token.span));
        }
    }
    writer.line
}

/// Returns what a token is that one text has alone: white space and what has no width is print.
const fn alone(token: &Token, kind: PieceKind) -> PieceKind {
    if token.key == 0 { PieceKind::Variant } else { kind }
}

/// Gathers tokens into pieces as long as they are of one kind and next to each other.
struct Writer<'t> {
    old: &'t str,
    new: &'t str,
    line: Redline,
}

impl Writer<'_> {
    fn same(&mut self, before: &Token, after: &Token) {
        let (old, new) = (before.span.of(self.old), after.span.of(self.new));
        if old == new {
            self.add(PieceKind::Same, before.span, after.span);
        } else {
            self.line.variants += usize::from(old.trim() != new.trim());
            self.add(PieceKind::Variant, before.span, after.span);
        }
    }

    fn add(&mut self, kind: PieceKind, old: Span, new: Span) {
        let follows = |before: Span, next: Span| next.is_empty() || before.end() == next.start();
        match self.line.pieces.last_mut() {
            Some(last) if last.kind == kind && follows(last.old, old) && follows(last.new, new) => {
                last.old = Span::new(last.old.start(), old.end().max(last.old.end()));
                last.new = Span::new(last.new.start(), new.end().max(last.new.end()));
            }
            _ => self.line.pieces.push(Piece { kind, old, new }),
        }
    }
}

fn weight(text: &str, tokens: &[Token]) -> usize {
    tokens.iter().map(|token| size(token.span.of(text))).sum()
}

/// Returns the characters of a token that are seen; a Chinese character has three bytes and a letter mostly one.
fn size(words: &str) -> usize {
    words.trim_end().chars().count()
}

fn same_weight(old: &str, tokens: &[Token], edits: &[Edit]) -> usize {
    let same = edits.iter().filter(|edit| edit.same);
    same.map(|edit| weight(old, tokens.get(edit.old.clone()).unwrap_or_default())).sum()
}

#[cfg(test)]
mod tests;
