//! The ledger: for every sentence of a document, what became of it.

use rap_doc::{BlockKind, Doc, Language, Sentence, Span};

use crate::statement::words;
use crate::voice::{is_formality, is_fragment};
use crate::{Part, SourceKind, Statement};

/// Accounts for every sentence of a document, by the index of the sentence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ledger {
    /// One account a sentence, in the order of [`Doc::sentences`](rap_doc::Doc::sentences).
    pub accounts: Vec<Account>,
}

/// Tells what became of one sentence.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Account {
    /// A statement or a mark of progress rests on it.
    Coded,
    /// It was read and holds nothing to code.
    SetAside(SetAside),
    /// No rule could read it.
    Unread,
}

words! {
    /// Tells why a sentence holds nothing to code.
    SetAside {
        /// The paper's own account of what happened: who met, who opened, who chaired.
        Narration = "narration",
        /// A headline, title or heading.
        Heading = "heading",
        /// A greeting, a signature, contact details.
        Formality = "formality",
        /// The text of a law, in which nobody speaks.
        LawText = "law-text",
        /// A fragment without a verb: a cell, a caption, a label.
        Fragment = "fragment",
    }
}

impl Ledger {
    /// Returns how many sentences are coded, set aside and unread.
    #[must_use]
    pub fn totals(&self) -> (usize, usize, usize) {
        let count = |wanted: fn(&Account) -> bool| self.accounts.iter().filter(|account| wanted(account)).count();
        (
            count(|account| matches!(account, Account::Coded)),
            count(|account| matches!(account, Account::SetAside(_))),
            count(|account| matches!(account, Account::Unread)),
        )
    }
}

/// Accounts for every sentence of `doc`.
pub(crate) fn keep_ledger(doc: &Doc, parts: &[Part], statements: &[Statement], progress: &[Span]) -> Ledger {
    let coded = coded(doc, statements, progress);
    let mut accounts = Vec::with_capacity(doc.sentences().len());
    let mut part = 0;
    for (sentence, coded) in doc.sentences().iter().zip(coded) {
        while parts.get(part).is_some_and(|part| part.blocks.end <= sentence.block) {
            part += 1;
        }
        let kind = parts.get(part).map_or(SourceKind::Article, |part| part.kind);
        accounts.push(if coded { Account::Coded } else { set_aside(doc, *sentence, kind) });
    }
    Ledger { accounts }
}

/// Tells of each sentence whether anything rests on it.
fn coded(doc: &Doc, statements: &[Statement], progress: &[Span]) -> Vec<bool> {
    let mut coded = vec![false; doc.sentences().len()];
    let contents = statements.iter().flat_map(|statement| statement.content.iter().chain(&statement.cue));
    for span in contents.chain(progress) {
        let first = doc.sentences().partition_point(|sentence| sentence.span.end() <= span.start());
        for (sentence, coded) in doc.sentences().iter().zip(&mut coded).skip(first) {
            if sentence.span.start() >= span.end() {
                break;
            }
            *coded = true;
        }
    }
    coded
}

/// Accounts for a sentence on which nothing rests.
fn set_aside(doc: &Doc, sentence: Sentence, kind: SourceKind) -> Account {
    let words = sentence.span.of(doc.text());
    let Some(block) = doc.blocks().get(sentence.block) else { return Account::Unread };
    if kind == SourceKind::Law {
        Account::SetAside(SetAside::LawText)
    } else if matches!(block.kind, BlockKind::Heading(_)) {
        Account::SetAside(SetAside::Heading)
    } else if is_formality(words) {
        Account::SetAside(SetAside::Formality)
    } else if block.language == Language::Other && words.chars().any(char::is_alphabetic) {
        Account::Unread
    } else if is_fragment(words, block.kind, block.language) {
        Account::SetAside(SetAside::Fragment)
    } else {
        Account::SetAside(SetAside::Narration)
    }
}

#[cfg(test)]
mod tests;
