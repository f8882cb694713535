//! Turns: 张某：…… at the start of a paragraph.

use super::class::Class;
use super::cue::cue_at;
use super::draft::Draft;
use super::phrase::Sort;
use super::subject::{Subject, subject_of};
use super::window::Window;
use crate::found::Manner;

/// A turn to speak that a paragraph begins with.
pub(super) struct Turn {
    pub(super) draft: Draft,
    /// Whether the paragraph goes on to report with cues of its own what the speaker said; the draft is then empty
    /// and tells who.
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
    let content = (!leads).then_some(colon + 1..window.tokens.len()).into_iter().collect();
    let draft =
        Draft { source: vec![phrase.tokens.clone()], phrases: 0..1, cue: Vec::new(), content, manner: Manner::Said };
    Some(Turn { draft, leads })
}

/// Tells whether the first sentence behind the colon reports instead of quoting: 在致辞中指出，……, 他认为……
fn reports(window: &Window<'_>, colon: usize) -> bool {
    let end = window.sentences.first().map_or(window.tokens.len(), |sentence| sentence.end);
    let Some(cue) = (colon + 1..end).find(|at| window.is(*at, Class::SAY) && !window.is(*at, Class::INSIDE)) else {
        return false;
    };
    if cue_at(window, cue).is_none() {
        return false;
    }
    match subject_of(window, cue, colon + 1) {
        Subject::Elided(_) => true,
        Subject::Phrases(phrases) => window
            .phrases
            .get(phrases.start)
            .is_some_and(|phrase| phrase.sort == Sort::Pronoun && phrase.tokens.start == colon + 1),
        _ => false,
    }
}
