//! The ledger: for every sentence of a document, what became of it.

use rap_doc::{BlockKind, Doc};

use crate::statement::words;
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
pub(crate) fn keep_ledger(doc: &Doc, parts: &[Part], statements: &[Statement]) -> Ledger {
    let mut accounts: Vec<Account> = doc
        .sentences()
        .iter()
        .map(|sentence| {
            let law = parts.iter().any(|part| part.kind == SourceKind::Law && part.blocks.contains(&sentence.block));
            match doc.blocks().get(sentence.block).map(|block| block.kind) {
                _ if law => Account::SetAside(SetAside::LawText),
                Some(BlockKind::Heading(_)) => Account::SetAside(SetAside::Heading),
                Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote) => Account::Unread,
                _ => Account::SetAside(SetAside::Fragment),
            }
        })
        .collect();
    for statement in statements {
        for span in &statement.content {
            let first = doc.sentences().partition_point(|sentence| sentence.span.end() <= span.start());
            for (sentence, account) in doc.sentences().iter().zip(&mut accounts).skip(first) {
                if !sentence.span.overlaps(*span) {
                    break;
                }
                *account = Account::Coded;
            }
        }
    }
    Ledger { accounts }
}
