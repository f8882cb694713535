//! Relays of finished statements: a report inside of a report came through the outer one's speaker.
//!
//! Enters: the attributed statements of a block in the order of the text. Leaves: the same with their relays, the
//! nearest first. What the words themselves say of who passed it on is found before, by the language.

use rap_doc::Span;

use crate::{ActorId, Relay, Speaker, Statement};

/// How many statements before one are looked at for a report around it; more is never nested.
const NEAR: usize = 8;

/// Gives statements inside of the content of others those others' speakers as relays.
pub(crate) fn fill_relays(statements: &mut [Statement]) {
    for index in 0..statements.len() {
        let Some(inner) = statements.get(index) else { break };
        let first = index.saturating_sub(NEAR);
        let near = statements.iter().enumerate().skip(first).take(2 * NEAR + 1);
        let mut outer: Vec<(usize, Relay)> = near
            .filter(|(other, outer)| *other != index && holds(outer, inner))
            .filter_map(|(_, outer)| Some((outer.quote().len(), relay_of(outer)?)))
            .collect();
        outer.sort_by_key(|(length, _)| *length);
        if let Some(inner) = statements.get_mut(index) {
            inner.relays.extend(outer.into_iter().map(|(_, relay)| relay));
        }
    }
}

/// Tells whether cue and content of one statement stand in a piece of the content of another, which somebody else said.
fn holds(outer: &Statement, inner: &Statement) -> bool {
    let Some(cue) = inner.cue.first() else { return false };
    let within = |span: Span| outer.content.iter().any(|piece| piece.contains(span));
    let named = !inner.mention.is_empty() && !outer.mention.is_empty();
    named && inner.speaker != outer.speaker && within(*cue) && within(inner.quote())
}

fn relay_of(statement: &Statement) -> Option<Relay> {
    let Speaker::Actor(actor) = statement.speaker else { return None };
    Some(Relay { actor, mention: *statement.mention.first()? })
}

/// Returns whoever stands before a Chinese word that passes on the words of the source behind it: 李某转述王某的话称.
pub(crate) fn passed_on(text: &str, source: Span, at: impl Fn(Span) -> Option<ActorId>) -> Option<Relay> {
    const PASSING: [&str; 5] = ["援引", "转述", "引述", "引用", "转引"];
    // A name with its office; whoever stands further away belongs to another clause.
    const REACH: usize = 60;
    let before = text.get(..source.start())?;
    let before = before.get(before.ceil_char_boundary(before.len().saturating_sub(REACH))..)?;
    let before = PASSING.iter().find_map(|word| before.strip_suffix(word))?;
    let clause = before.rfind(['。', '，', '；', '\n', '：']).and_then(|at| before.get(at..)).unwrap_or(before);
    let clause = clause.trim_start_matches(['。', '，', '；', '\n', '：']);
    let end = source.start() - PASSING.first().map_or(0, |word| word.len());
    let mention = Span::new(end.checked_sub(clause.len())?, end);
    at(mention).map(|actor| Relay { actor, mention })
}
