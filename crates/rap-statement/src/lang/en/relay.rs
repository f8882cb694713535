//! Relays: "the Courier, citing Ada Lund, said that …" is Lund's statement as told by the Courier.
//!
//! Enters: the attributions of a block, with the one who passes the words on as their source. Leaves: the same with
//! whoever is cited as the source, and the other as the relay. A survey or report that is cited says nothing of its own
//! here: whoever cites it speaks. Reports inside of reports are not made here but read off the finished statements.

use rap_doc::Span;

use super::class;
use super::source::describe;
use super::words::Words;
use crate::found::{Attribution, Found, Mention, MentionForm};

/// As many words as whoever is cited may take.
const LONGEST: usize = 24;

/// Makes those who are cited the sources of what others pass on, and returns who these others are.
pub(super) fn pass_on(words: Words<'_>, found: &mut Found) -> Vec<Mention> {
    let tied: Vec<usize> = found.said_by.iter().map(|tie| tie.0).collect();
    let mut relays = Vec::new();
    for (index, attribution) in found.attributions.iter_mut().enumerate() {
        if tied.contains(&index) {
            continue;
        }
        if let Some(cited) = cited(words, attribution) {
            attribution.relay = std::mem::replace(&mut attribution.source, vec![cited]);
            relays.extend(attribution.relay.first().map(|relay| described(words, *relay)));
        }
    }
    relays
}

fn described(words: Words<'_>, span: Span) -> Mention {
    let at = |offset: usize| words.tokens.partition_point(|token| token.span().start() < offset);
    describe(words, at(span.start()), at(span.end()), span)
}

/// Returns the words that name whoever is cited between the source and the cue, or between the cue and the content.
fn cited(words: Words<'_>, attribution: &Attribution) -> Option<Span> {
    let (source, cue) = (attribution.source.last()?, attribution.cue.first()?);
    let content = attribution.content.iter().find(|content| content.start() > cue.start())?;
    let at = |offset: usize| words.tokens.partition_point(|token| token.span().start() < offset);
    let (from, end) = (at(source.end()), at(content.start()));
    let cites = |at: &usize| ["citing", "quoting"].iter().any(|word| words.says(*at, word));
    let first = (from..end.min(from + LONGEST)).find(cites)? + 1;
    let stop = (first..end.min(first + LONGEST)).find(|at| words.mark(*at, b','))?;
    let span = words.span(first, stop);
    let people = !matches!(describe(words, first, stop, span).form, MentionForm::Thing | MentionForm::Paper);
    (first < stop && people && !words.is(first, class::POSSESSIVE)).then_some(span)
}

#[cfg(test)]
mod tests;
