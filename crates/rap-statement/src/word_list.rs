//! Lists of words and phrases, compiled: asking a text for all of them costs what asking for one does.
//!
//! Enters: a list as the rules write it. Leaves: whether one of its entries opens a text or stands in it, as its
//! bytes are; what is a whole word the rules say by the spaces in their entries.

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};

/// A list of words and phrases.
#[derive(Debug)]
pub(crate) struct WordList {
    /// None only where the entries are more than any list that a person wrote.
    automaton: Option<AhoCorasick>,
}

impl WordList {
    /// Compiles a list.
    pub(crate) fn of<'w>(entries: impl IntoIterator<Item = &'w str>) -> Self {
        let mut builder = AhoCorasick::builder();
        // One step a byte, whatever the list; both kinds of start, because entries open texts and stand in them.
        builder.kind(Some(AhoCorasickKind::DFA)).start_kind(StartKind::Both).match_kind(MatchKind::LeftmostLongest);
        Self { automaton: builder.build(entries).ok() }
    }

    /// Tells whether the text begins with an entry.
    pub(crate) fn opens(&self, text: &str) -> bool {
        self.automaton.as_ref().is_some_and(|automaton| automaton.is_match(Input::new(text).anchored(Anchored::Yes)))
    }

    /// Returns the length of the longest entry that the text begins with; 0 where it begins with none.
    pub(crate) fn opening(&self, text: &str) -> usize {
        let found = self.automaton.as_ref().and_then(|it| it.find(Input::new(text).anchored(Anchored::Yes)));
        found.map_or(0, |found| found.end())
    }

    /// Tells whether an entry stands anywhere in the text.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        self.automaton.as_ref().is_some_and(|automaton| automaton.is_match(text))
    }
}

#[cfg(test)]
mod tests;
