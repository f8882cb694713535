//! The row of an ask: one demand with all who make it, each in their own words.

use std::borrow::Cow;

use serde::Serialize;

use super::{Range, Row, list_cell, number_cell, ranges_cell};

/// A demand with all who make it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AskRow<'a> {
    /// Its 1-based number in the order of the report.
    pub ask: usize,
    /// The theme it stands under.
    pub theme: &'a str,
    /// The words of one supporter that stand for all, verbatim.
    pub title: &'a str,
    /// How many different speakers make it.
    pub speakers: usize,
    /// The kinds of body that make it, without repetition.
    pub kinds: Vec<&'static str>,
    /// Each demand that makes it.
    pub supporters: Vec<SupporterRow<'a>>,
}

/// One supporter of an ask with their own words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SupporterRow<'a> {
    /// The resolved name; empty where the paper does not name the speaker.
    pub speaker: &'a str,
    /// The role, as printed.
    pub role: &'a str,
    /// The body.
    pub organisation: &'a str,
    /// The kind of that body.
    pub organisation_kind: &'static str,
    /// The stance of the statement.
    pub stance: &'static str,
    /// The strength of the statement.
    pub strength: &'static str,
    /// The words, verbatim.
    pub quote: &'a str,
    /// Where the paper came from.
    pub source: &'a str,
    /// The 1-based block in which the words start.
    pub paragraph: usize,
    /// The words in UTF-8 bytes.
    pub bytes: Range,
    /// The words in code points.
    pub chars: Range,
    /// The words in UTF-16 units.
    pub utf16: Range,
}

/// An ask beside one of its supporters, for a table in which every supporter has a line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SupportRow<'a> {
    /// The 1-based number of the ask.
    pub ask: usize,
    /// The theme it stands under.
    pub theme: &'a str,
    /// The words that stand for all.
    pub title: &'a str,
    /// How many different speakers make it.
    pub speakers: usize,
    /// One of them, with their own words.
    #[serde(flatten)]
    pub supporter: SupporterRow<'a>,
}

impl<'a> AskRow<'a> {
    /// Returns one row for each supporter.
    pub fn into_support(self) -> impl Iterator<Item = SupportRow<'a>> {
        let Self { ask, theme, title, speakers, kinds: _, supporters } = self;
        supporters.into_iter().map(move |supporter| SupportRow { ask, theme, title, speakers, supporter })
    }
}

impl Row for SupportRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "ask",
        "theme",
        "title",
        "speakers",
        "speaker",
        "role",
        "organisation",
        "organisation_kind",
        "stance",
        "strength",
        "quote",
        "source",
        "paragraph",
        "chars",
        "bytes",
        "utf16",
    ];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let supporter = &self.supporter;
        vec![
            number_cell(self.ask),
            self.theme.into(),
            self.title.into(),
            number_cell(self.speakers),
            supporter.speaker.into(),
            supporter.role.into(),
            supporter.organisation.into(),
            supporter.organisation_kind.into(),
            supporter.stance.into(),
            supporter.strength.into(),
            supporter.quote.into(),
            supporter.source.into(),
            number_cell(supporter.paragraph),
            ranges_cell(&[supporter.chars]),
            ranges_cell(&[supporter.bytes]),
            ranges_cell(&[supporter.utf16]),
        ]
    }
}

impl Row for AskRow<'_> {
    const COLUMNS: &'static [&'static str] = &["ask", "theme", "title", "speakers", "kinds", "supporters"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            number_cell(self.ask),
            self.theme.into(),
            self.title.into(),
            number_cell(self.speakers),
            list_cell(self.kinds.iter().copied()),
            list_cell(self.supporters.iter().map(|supporter| supporter.speaker)),
        ]
    }
}
