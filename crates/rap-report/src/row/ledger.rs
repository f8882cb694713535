//! The row of the ledger: what became of one sentence.

use std::borrow::Cow;

use rap_statement::Account;
use serde::Serialize;

use super::paper::Paper;
use super::{Range, Row, number_cell, ranges_cell};

/// The account of one sentence.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LedgerRow<'a> {
    /// Where the paper came from.
    pub source: &'a str,
    /// The 1-based number of the sentence in the paper.
    pub sentence: usize,
    /// The 1-based block.
    pub paragraph: usize,
    /// The sentence in UTF-8 bytes.
    pub bytes: Range,
    /// The sentence in code points.
    pub chars: Range,
    /// The sentence in UTF-16 units.
    pub utf16: Range,
    /// `coded`, `set-aside` or `unread`.
    pub account: &'static str,
    /// Why it was set aside; empty otherwise.
    pub reason: &'static str,
    /// The sentence, verbatim.
    pub text: &'a str,
}

impl<'a> LedgerRow<'a> {
    /// Returns the row of a sentence, by its index; a sentence that the ledger does not account for is unread.
    pub(super) fn of(paper: &Paper<'a>, sentence: usize) -> Option<Self> {
        let found = paper.doc.sentences().get(sentence)?;
        let (account, reason) = account_words(paper.record.ledger.accounts.get(sentence));
        let (chars, utf16) = paper.units(found.span);
        Some(Self {
            source: &paper.source.origin,
            sentence: sentence + 1,
            paragraph: found.block + 1,
            bytes: Paper::bytes(found.span),
            chars,
            utf16,
            account,
            reason,
            text: paper.words(found.span),
        })
    }
}

fn account_words(account: Option<&Account>) -> (&'static str, &'static str) {
    match account {
        Some(Account::Coded) => ("coded", ""),
        Some(Account::SetAside(reason)) => ("set-aside", reason.name()),
        Some(Account::Unread) | None => ("unread", ""),
    }
}

impl Row for LedgerRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["source", "sentence", "paragraph", "chars", "account", "reason", "text", "bytes", "utf16"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.source.into(),
            number_cell(self.sentence),
            number_cell(self.paragraph),
            ranges_cell(&[self.chars]),
            self.account.into(),
            self.reason.into(),
            self.text.into(),
            ranges_cell(&[self.bytes]),
            ranges_cell(&[self.utf16]),
        ]
    }
}
