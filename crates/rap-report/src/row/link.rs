//! The row of a link: a single demand and the provision that it is tied to.

use std::borrow::Cow;

use serde::Serialize;

use super::{Range, Row, list_cell, number_cell, ranges_cell};

/// A single demand with its tie to a provision of a law.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LinkRow<'a> {
    /// The law, by where it came from.
    pub law: &'a str,
    /// The id of the provision; empty for the whole draft and for no tie.
    pub provision: &'a str,
    /// Its number, with that of what it is part of where its own says too little.
    pub number: String,
    /// Its heading.
    pub heading: &'a str,
    /// `cited`, `quoted`, `meant`, `whole-draft` or `none`.
    pub tie: &'static str,
    /// How sure, from 0 to 1.
    pub score: f32,
    /// The 1-based number of the ask that the demand belongs to.
    pub ask: usize,
    /// The 1-based number of the statement that holds it.
    pub statement: usize,
    /// The resolved name of the speaker; empty where the paper does not name one.
    pub speaker: &'a str,
    /// The words of the demand, verbatim.
    pub quote: &'a str,
    /// Where the paper came from.
    pub source: &'a str,
    /// The words of the demand in code points.
    pub chars: Range,
    /// What the tie rests on.
    pub evidence: Vec<EvidenceRow<'a>>,
    /// Other provisions that come close.
    pub close: Vec<CloseRow<'a>>,
}

/// Words that tie a demand to a provision.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct EvidenceRow<'a> {
    /// The words of the paper, verbatim.
    pub words: &'a str,
    /// Where they stand, in code points.
    pub chars: Range,
    /// The words of the law that answer them; empty where the paper names the provision by number.
    pub law: &'a str,
}

/// A provision that comes close.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CloseRow<'a> {
    /// Its id.
    pub provision: &'a str,
    /// Its number.
    pub number: String,
    /// Its score.
    pub score: f32,
}

impl Row for LinkRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "law",
        "provision",
        "number",
        "heading",
        "tie",
        "score",
        "ask",
        "statement",
        "speaker",
        "quote",
        "source",
        "chars",
        "evidence",
        "close",
    ];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let close: Vec<&str> = self.close.iter().map(|close| close.number.as_str()).collect();
        vec![
            self.law.into(),
            self.provision.into(),
            self.number.as_str().into(),
            self.heading.into(),
            self.tie.into(),
            format!("{:.2}", self.score).into(),
            number_cell(self.ask),
            number_cell(self.statement),
            self.speaker.into(),
            self.quote.into(),
            self.source.into(),
            ranges_cell(&[self.chars]),
            list_cell(self.evidence.iter().map(|evidence| evidence.words)),
            list_cell(close),
        ]
    }
}
