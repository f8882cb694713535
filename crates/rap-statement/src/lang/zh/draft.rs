//! Drafts: attributions in tokens, before they become ranges of the document.

use std::ops::Range;

use rap_doc::Span;

use super::class::Class;
use super::phrase::{Phrase, Sort, span_of};
use super::window::Window;
use crate::BodyKind;
use crate::found::{Attribution, Finder, Manner};

/// An attribution whose extent may still change while its sentence is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Draft {
    pub(super) source: Vec<Range<usize>>,
    /// The phrases that the source is made of, by index.
    pub(super) phrases: Range<usize>,
    pub(super) cue: Vec<Range<usize>>,
    pub(super) content: Vec<Range<usize>>,
    pub(super) manner: Manner,
    pub(super) finder: Finder,
}

impl Draft {
    /// Returns the source as a phrase where no phrase stands behind it: a name that no list and no ending tells.
    pub(super) fn unlisted(&self) -> Option<Phrase> {
        let tokens = self.source.first().filter(|_| self.phrases.is_empty())?;
        // The model takes whole phrases: whoever they describe bears no name.
        let sort = if self.finder == Finder::Rules { Sort::Body(BodyKind::Other) } else { Sort::Office };
        Some(Phrase::bare(tokens.clone(), sort))
    }

    /// Returns where the content ends.
    pub(super) fn end(&self) -> usize {
        self.content.last().map(|range| range.end).unwrap_or_default()
    }

    /// Cuts the content off before the token `at`, where another attribution begins.
    pub(super) fn cut(&mut self, window: &Window<'_>, at: usize) {
        for range in &mut self.content {
            range.end = range.end.min(at).max(range.start);
            let joint = Class::COMMA | Class::SEMICOLON | Class::COLON | Class::ADVERB | Class::CONJUNCTION;
            while range.end == at.min(range.end) && range.end > range.start && window.is(range.end - 1, joint) {
                range.end -= 1;
            }
        }
    }

    /// Returns the attribution of a text whose tokens start at byte `base`, or nothing where no content is left.
    pub(super) fn attribution(&self, window: &Window<'_>, base: usize) -> Option<Attribution> {
        let span = |range: &Range<usize>| span_of(window.tokens, range).shifted(base);
        let content: Vec<Span> = self
            .content
            .iter()
            .map(|range| trimmed(window, range.clone()))
            .filter(|range| !range.is_empty())
            .map(|range| span(&range))
            .collect();
        let attribution = Attribution {
            source: self.source.iter().map(span).collect(),
            cue: self.cue.iter().map(span).collect(),
            content,
            manner: self.manner,
            finder: self.finder,
            relay: Vec::new(),
        };
        (!attribution.content.is_empty()).then_some(attribution)
    }
}

/// Leaves out the stop at the end and the marks that join clauses at both ends.
fn trimmed(window: &Window<'_>, range: Range<usize>) -> Range<usize> {
    let edge = Class::COMMA | Class::SEMICOLON | Class::COLON | Class::STOP | Class::LISTING;
    let (mut start, mut end) = (range.start, range.end);
    while start < end && window.is(end - 1, edge) {
        end -= 1;
    }
    while start < end && window.is(start, edge) {
        start += 1;
    }
    start..end
}
