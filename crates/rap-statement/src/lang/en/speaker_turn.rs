//! Speaker turns: "Ada Lund: The draft is too wide."

use super::attribution::{Find, Site, single};
use super::tag::Tag;
use crate::found::{Finder, Manner};

/// The longest name with office that opens a turn.
const LONGEST_NAME: usize = 14;

impl Site<'_> {
    /// Returns the turn that the sentence opens, where it begins with a name and a colon.
    pub(crate) fn speaker_turn(&self) -> Option<Find> {
        let clauses = &self.clauses;
        let colon =
            (clauses.from..clauses.to.min(clauses.from + LONGEST_NAME)).find(|at| clauses.tag(*at) == Tag::Colon)?;
        // "Q12 Ada Lund:" in minutes of evidence.
        let numbered = clauses
            .word(clauses.from)
            .strip_prefix('Q')
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
        let name = clauses.from + usize::from(numbered)..colon;
        let named = |at: usize| {
            matches!(
                clauses.tag(at),
                Tag::Noun
                    | Tag::Determiner
                    | Tag::Preposition
                    | Tag::Comma
                    | Tag::Mark
                    | Tag::Genitive
                    | Tag::Adjective
                    | Tag::Coordinator
            )
        };
        let capitals = name.clone().filter(|at| self.capital(*at)).count();
        let words = name.clone().filter(|at| clauses.token(*at).is_some_and(|token| token.is_word())).count();
        let plain = name.clone().any(|at| clauses.noun_frames(at) != 0);
        if name.is_empty() || plain || capitals * 2 < words + 1 || !name.clone().all(named) || colon + 2 >= clauses.to {
            return None;
        }
        let content = clauses.trimmed(colon + 1..clauses.to);
        // What is asked keeps its mark.
        let asks = usize::from(clauses.word(content.end) == "?");
        let content = content.start..content.end + asks;
        (content.len() > 2).then(|| Find {
            source: single(name),
            cue: colon..colon + 1,
            content: single(content),
            manner: Manner::Said,
            finder: Finder::Rules,
        })
    }
}

#[cfg(test)]
mod tests;
