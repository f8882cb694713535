//! Turns: 张某：…… at the start of a paragraph.

use std::ops::Range;

use super::class::Class;
use super::cue::cue_at;
use super::draft::Draft;
use super::phrase::{Phrase, Sort};
use super::subject::{Subject, subject_of};
use super::window::Window;
use crate::found::{Finder, Manner};

/// A turn to speak that a paragraph begins with.
pub(super) struct Turn {
    /// The first sentence with its speaker, then the others as going on.
    pub(super) drafts: Vec<Draft>,
    /// Whether the paragraph goes on to report with cues of its own what the speaker said; the one draft is then
    /// empty and tells who.
    pub(super) leads: bool,
}

/// Returns the turn that the window begins with.
pub(super) fn turn_at_start(window: &Window<'_>) -> Option<Turn> {
    let phrase = window.phrases.first()?;
    let colon = phrase.tokens.end;
    let speaks = matches!(phrase.sort, Sort::Person | Sort::Office | Sort::Body(_) | Sort::Group | Sort::BareGroup);
    if phrase.tokens.start != 0 || !speaks || !window.is(colon, Class::COLON) || colon + 1 >= window.tokens.len() {
        return None;
    }
    let leads = reports(window, colon);
    let mut drafts = if leads { vec![draft(colon..colon)] } else { spoken(window, colon) };
    if let Some(first) = drafts.first_mut() {
        name_speaker(first, phrase, colon);
    }
    Some(Turn { drafts, leads })
}

/// Returns the sentences of a turn, each a draft; none has a source or cue yet.
fn spoken(window: &Window<'_>, colon: usize) -> Vec<Draft> {
    let behind = window.sentences.iter().map(|sentence| sentence.start.max(colon + 1)..sentence.end);
    behind.filter(|sentence| !sentence.is_empty()).map(draft).collect()
}

fn draft(content: Range<usize>) -> Draft {
    Draft {
        source: Vec::new(),
        phrases: 0..0,
        cue: Vec::new(),
        content: vec![content],
        manner: Manner::Said,
        finder: Finder::Rules,
    }
}

fn name_speaker(draft: &mut Draft, phrase: &Phrase, colon: usize) {
    draft.source.push(phrase.tokens.clone());
    draft.phrases = 0..1;
    draft.cue.push(colon..colon + 1);
}

/// Tells whether the first sentence behind the colon reports instead of quoting: 在致辞中指出，……, 他认为……
fn reports(window: &Window<'_>, colon: usize) -> bool {
    let end = window.sentences.first().map_or(window.tokens.len(), |sentence| sentence.end);
    let cue = (colon + 1..end).find(|at| window.is(*at, Class::SAY) && !window.is(*at, Class::INSIDE));
    let Some(cue) = cue.filter(|cue| cue_at(window, *cue).is_some()) else { return false };
    match subject_of(window, cue, colon + 1) {
        Subject::Elided(_) => true,
        Subject::Phrases(phrases) => window
            .phrases
            .get(phrases.start)
            .is_some_and(|phrase| phrase.sort == Sort::Pronoun && phrase.tokens.start == colon + 1),
        _ => false,
    }
}
