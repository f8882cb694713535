//! The script: how the new text is made of the old one.
//!
//! A comparison enters; leave steps that copy from the old text or bring new words, in the order of the new text.
//! `apply(script(a, b), a) = b`, to the byte.

use rap_doc::Span;

use super::Comparison;
use crate::redline::{Keys, of_tokens, tokens_into};
use crate::{Law, PieceKind, Redline};

/// A step of a script.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// Takes this range of the old text.
    Copy(Span),
    /// Brings words that the old text does not have, or prints otherwise.
    Bring(String),
}

/// How a new text is made of an old one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Script {
    /// The steps in the order of the new text.
    pub steps: Vec<Step>,
}

impl Script {
    /// Returns the script that makes the text of `new` of that of `old`, along the pairs of their comparison.
    #[must_use]
    pub fn of(comparison: &Comparison, old: &Law, new: &Law) -> Self {
        let mut copies: Vec<(Span, Span)> = Vec::new();
        for change in &comparison.changes {
            let same = change.redline.pieces.iter().filter(|piece| piece.kind == PieceKind::Same);
            copies.extend(same.map(|piece| (piece.new, piece.old)));
        }
        copies.sort_unstable();
        // A merge may bring the same words from two places; the first is taken.
        let mut upto = 0;
        copies.retain(|(new, _)| {
            let free = new.start() >= upto && !new.is_empty();
            upto = if free { new.end() } else { upto };
            free
        });
        let frame = frame(comparison, old, new);
        copies.extend(frame);
        copies.sort_unstable();
        Self { steps: steps(&copies, new.doc.text()) }
    }

    /// Returns the text that the steps make of `old`.
    #[must_use]
    pub fn apply(&self, old: &str) -> String {
        let mut text = String::new();
        for step in &self.steps {
            match step {
                Step::Copy(span) => text.push_str(span.of(old)),
                Step::Bring(words) => text.push_str(words),
            }
        }
        text
    }
}

/// Returns what may be copied of the words between the units: numbers, headings of chapters, white space.
fn frame(comparison: &Comparison, old: &Law, new: &Law) -> Vec<(Span, Span)> {
    let pieces = || comparison.changes.iter().flat_map(|change| &change.redline.pieces);
    let mut of_old: Vec<Span> = pieces().map(|piece| piece.old).filter(|span| !span.is_empty()).collect();
    of_old.sort_unstable();
    let mut of_new: Vec<Span> = pieces().map(|piece| piece.new).filter(|span| !span.is_empty()).collect();
    of_new.sort_unstable();
    let mut keys = Keys::default();
    let mut tokens = |text: &str, taken: &mut dyn Iterator<Item = Span>| {
        let mut tokens = Vec::new();
        let mut from = 0;
        for span in taken.chain([Span::new(text.len(), text.len())]) {
            if span.start() > from {
                tokens_into(text, Span::new(from, span.start()), &mut keys, &mut tokens);
            }
            from = from.max(span.end());
        }
        tokens
    };
    let old_tokens = tokens(old.doc.text(), &mut of_old.into_iter());
    let new_tokens = tokens(new.doc.text(), &mut of_new.into_iter());
    let redline: Redline = of_tokens(old.doc.text(), &old_tokens, new.doc.text(), &new_tokens);
    let same = redline.pieces.iter().filter(|piece| piece.kind == PieceKind::Same);
    same.map(|piece| (piece.new, piece.old)).collect()
}

fn steps(copies: &[(Span, Span)], new: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut from = 0;
    let bring = |span: Span, steps: &mut Vec<Step>| {
        if !span.is_empty() {
            steps.push(Step::Bring(span.of(new).to_owned()));
        }
    };
    for (place, source) in copies {
        bring(Span::new(from, place.start()), &mut steps);
        match steps.last_mut() {
            Some(Step::Copy(last)) if last.end() == source.start() => *last = last.hull(*source),
            _ => steps.push(Step::Copy(*source)),
        }
        from = place.end();
    }
    bring(Span::new(from, new.len()), &mut steps);
    steps
}
