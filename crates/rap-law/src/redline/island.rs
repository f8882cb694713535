//! Islands: a word that stays by chance between words that change tells a reader nothing.

use super::edit::Edit;
use super::token::Token;

/// An island of at most this many words or Chinese characters is swallowed by changes on both sides that are as long; with
/// three of them a reader recognises a phrase.
const ISLAND: usize = 2;

/// Joins changes with what stays between them, where that is no more than an island.
pub(super) fn swallow(old: &[Token], edits: &mut Vec<Edit>) {
    let mut kept: Vec<Edit> = Vec::with_capacity(edits.len());
    for index in 0..edits.len() {
        let Some(edit) = edits.get(index).cloned() else { continue };
        let is_island = edit.same && {
            let words = words(old, &edit);
            let before = kept.last().map_or(0, |last| if last.same { 0 } else { extent(last) });
            let after = edits.get(index + 1).map_or(0, extent);
            words <= ISLAND && before >= edit.old.len() && after >= edit.old.len()
        };
        match kept.last_mut() {
            Some(last) if is_island || (last.same == edit.same) => {
                last.old.end = edit.old.end;
                last.new.end = edit.new.end;
            }
            _ => kept.push(edit),
        }
    }
    *edits = kept;
}

fn words(old: &[Token], edit: &Edit) -> usize {
    old.get(edit.old.clone()).unwrap_or_default().iter().filter(|token| token.is_word).count()
}

fn extent(edit: &Edit) -> usize {
    edit.old.len().max(edit.new.len())
}
