//! Marks: the words at the start of a line that open a provision, `Article 10`, `第十条`, `(a)`.
//!
//! A mark is read from one line and knows nothing of the lines around it; whether it opens a provision there is for
//! the importer to tell.

mod chinese;
mod english;
mod item;

use rap_doc::Span;

pub(crate) use chinese::inserted;
pub(crate) use item::{Item, ItemStyle, item};

use crate::provision::ProvisionKind;

/// A division of an act at the start of a line: its kind, number and what follows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Division {
    pub(crate) kind: ProvisionKind,
    /// The word that its id begins with.
    pub(crate) prefix: &'static str,
    /// The number in plain form; empty for `ANNEX` alone.
    pub(crate) value: String,
    /// The words that number it, in the text of the document.
    pub(crate) printed: Span,
    /// What follows on the line, without what parts it from the number.
    pub(crate) rest: Span,
    /// How sure it is that the line opens a division and does not speak of one.
    pub(crate) sure: Sureness,
    /// Marks in the heading that belong to nothing.
    pub(crate) stray: bool,
}

/// Tells how a division's number is parted from what follows.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Sureness {
    /// The number stands alone, or a mark or a wide space parts it from what follows.
    Set,
    /// A space or nothing parts it from a text that could go on from it.
    Tight,
}

/// Returns the division that a line opens, if it opens one. `line` is the line's span without white space around it.
pub(crate) fn division(text: &str, line: Span) -> Option<Division> {
    let line = undecorated(text, line);
    let words = line.of(text);
    match words.chars().next()? {
        '第' | '附' | '编' | '序' => chinese::division(text, line),
        first if first.is_ascii_alphabetic() || first == '§' => english::division(text, line),
        _ => None,
    }
}

/// Returns the line without the marks of plain-text markup around it: `## Title I`, `== Article 1`, `**第一条**`.
pub(crate) fn undecorated(text: &str, line: Span) -> Span {
    let words = line.of(text);
    let mark = |c: char| matches!(c, '#' | '*' | '=' | '_' | '>' | '\u{feff}' | '\u{200b}') || c.is_whitespace();
    let front = words.trim_start_matches(mark);
    let start = line.start() + (words.len() - front.len());
    // Asterisks at the end close those at the start; elsewhere they are notes.
    let decorated = start > line.start();
    let end = if decorated { front.trim_end_matches(mark).len() } else { front.trim_end().len() };
    Span::new(start, start + end)
}

/// Returns `rest` without the marks that part a number from its heading: `: – — .` and white space, and bold marks.
fn after_separator(text: &str, rest: Span) -> Span {
    let words = rest.of(text);
    let part = |c: char| matches!(c, ':' | '：' | '–' | '—' | '-' | '.' | '．' | '*' | '、' | '|') || c.is_whitespace();
    let kept = words.trim_start_matches(part);
    Span::new(rest.end() - kept.len(), rest.end())
}

#[cfg(test)]
mod tests;
