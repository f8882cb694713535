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
        let mut cue = self.cue.clone();
        if let Some(first) = cue.first_mut() {
            first.start = denied_from(window, first.start);
        }
        let attribution = Attribution {
            source: self.source.iter().map(span).collect(),
            cue: cue.iter().map(span).collect(),
            content,
            manner: self.manner,
            finder: self.finder,
            relay: Vec::new(),
        };
        (!attribution.content.is_empty() && !self.is_named_by_adverb(window)).then_some(attribution)
    }

    /// Tells an adverb of one character that was taken for a name: 现提出.
    fn is_named_by_adverb(&self, window: &Window<'_>) -> bool {
        const ADVERBS: [&str; 12] = ["现", "特", "兹", "今", "谨", "拟", "均", "都", "也", "又", "还", "并"];
        let words = |range: &Range<usize>| span_of(window.tokens, range).of(window.text);
        self.phrases.is_empty() && self.source.iter().any(|range| ADVERBS.contains(&words(range)))
    }
}

/// Returns where a cue begins that the words before it deny: 不赞同, 并未要求.
fn denied_from(window: &Window<'_>, cue: usize) -> usize {
    const DENIALS: [&str; 9] = ["不", "未", "并不", "并未", "没有", "从未", "从不", "不再", "绝不"];
    let denied = cue.checked_sub(1).filter(|_| DENIALS.contains(&window.words_before(cue)));
    denied.map_or(cue, |at| if window.words_before(at) == "并" { at - 1 } else { at })
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
