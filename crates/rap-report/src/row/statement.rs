//! The row of a statement: what was said, by whom, and where it stands.

use std::borrow::Cow;

use rap_doc::Span;
use rap_dossier::Coding;
use rap_statement::Statement;
use rap_theme::Tag;
use serde::Serialize;

use super::paper::Paper;
use super::{Range, Row, list_cell, number_cell, ranges_cell};

/// A statement as `list statements` and `report.json` give it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct StatementRow<'a> {
    /// Where the paper came from, as the user gave it.
    pub source: &'a str,
    /// The 1-based block of the document in which the content starts.
    pub paragraph: usize,
    /// The quote in UTF-8 bytes.
    pub bytes: Range,
    /// The quote in code points.
    pub chars: Range,
    /// The quote in UTF-16 units.
    pub utf16: Range,
    /// The content in code points, more than one range where its cue interrupts it.
    pub content_chars: Vec<Range>,
    /// The words from the first to the last of the content, exactly as they stand at `chars`.
    pub quote: &'a str,
    /// The words that attribute the content; ` … ` between words that stand apart.
    pub cue: Cow<'a, str>,
    /// The cue in code points.
    pub cue_chars: Vec<Range>,
    /// The resolved name of the speaker; empty where the paper does not name them.
    pub speaker: &'a str,
    /// Who said it together with the speaker; the member is absent where nobody did.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub together: Vec<&'a str>,
    /// Through whom the words came, the nearest first; the member is absent where they came straight.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relays: Vec<&'a str>,
    /// The words that name the source of this statement, a pronoun included, in code points.
    pub speaker_chars: Vec<Range>,
    /// The role of the speaker, as printed.
    pub role: &'a str,
    /// The body for which the speaker speaks, or the speaker, where it is a body.
    pub organisation: &'a str,
    /// The kind of that body.
    pub organisation_kind: &'static str,
    /// The voice.
    pub voice: &'static str,
    /// The act.
    pub act: &'static str,
    /// The stance.
    pub stance: &'static str,
    /// The strength.
    pub strength: &'static str,
    /// Which part of the program found it.
    pub finder: &'static str,
    /// The themes, the surest first.
    pub themes: Vec<ThemeTag<'a>>,
    /// The items of a list inside of the content, in code points.
    pub items: Vec<Range>,
}

/// A theme of a statement with the words that earned it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ThemeTag<'a> {
    /// The id of the theme in its codebook.
    pub id: &'a str,
    /// How surely, from 0 to 1, in thousandths.
    pub score: f32,
    /// The words that earned it, verbatim.
    pub words: Vec<&'a str>,
}

impl<'a> StatementRow<'a> {
    /// Returns the row of a statement of a paper.
    pub(super) fn of(paper: &Paper<'a>, statement: &'a Statement, coding: &'a Coding) -> Self {
        let quote = statement.quote();
        let (chars, utf16) = paper.units(quote);
        let identity = paper.identity(statement.speaker);
        let content_chars = match statement.content.as_slice() {
            [_] => vec![chars],
            spans => paper.all_chars(spans),
        };
        Self {
            source: &paper.source.origin,
            paragraph: statement.block + 1,
            bytes: Paper::bytes(quote),
            chars,
            utf16,
            content_chars,
            quote: paper.words(quote),
            cue: joined(paper, &statement.cue),
            cue_chars: paper.all_chars(&statement.cue),
            speaker: identity.name,
            together: statement.together.iter().filter_map(|id| paper.actor_name(*id)).collect(),
            relays: statement.relays.iter().filter_map(|relay| paper.actor_name(relay.actor)).collect(),
            speaker_chars: paper.all_chars(&statement.mention),
            role: identity.role,
            organisation: identity.organisation,
            organisation_kind: identity.organisation_kind,
            voice: statement.voice.name(),
            act: statement.act.name(),
            stance: statement.stance.name(),
            strength: statement.strength.name(),
            finder: statement.finder.name(),
            themes: coding.tags.iter().map(|tag| ThemeTag::of(paper, tag)).collect(),
            items: paper.all_chars(&statement.items),
        }
    }
}

impl<'a> ThemeTag<'a> {
    pub(super) fn of(paper: &Paper<'a>, tag: &'a Tag) -> Self {
        Self {
            id: &tag.theme,
            // Thousandths: what lies behind them is noise of the arithmetic, not evidence.
            score: (tag.score * 1000.0).round() / 1000.0,
            words: tag.words.iter().map(|span| paper.words(*span)).collect(),
        }
    }
}

fn joined<'a>(paper: &Paper<'a>, spans: &[Span]) -> Cow<'a, str> {
    match spans {
        [] => Cow::Borrowed(""),
        [span] => Cow::Borrowed(paper.words(*span)),
        spans => Cow::Owned(spans.iter().map(|span| paper.words(*span)).collect::<Vec<_>>().join(" … ")),
    }
}

impl Row for StatementRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "source",
        "paragraph",
        "chars",
        "quote",
        "cue",
        "speaker",
        "role",
        "organisation",
        "organisation_kind",
        "voice",
        "act",
        "stance",
        "strength",
        "themes",
        "theme_words",
        "content_chars",
        "cue_chars",
        "speaker_chars",
        "items",
        "bytes",
        "utf16",
        "together",
        "relays",
        "finder",
    ];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.source.into(),
            number_cell(self.paragraph),
            ranges_cell(&[self.chars]),
            self.quote.into(),
            Cow::Borrowed(self.cue.as_ref()),
            self.speaker.into(),
            self.role.into(),
            self.organisation.into(),
            self.organisation_kind.into(),
            self.voice.into(),
            self.act.into(),
            self.stance.into(),
            self.strength.into(),
            list_cell(self.themes.iter().map(|tag| tag.id)),
            list_cell(self.themes.iter().flat_map(|tag| tag.words.iter().copied())),
            ranges_cell(&self.content_chars),
            ranges_cell(&self.cue_chars),
            ranges_cell(&self.speaker_chars),
            ranges_cell(&self.items),
            ranges_cell(&[self.bytes]),
            ranges_cell(&[self.utf16]),
            list_cell(self.together.iter().copied()),
            list_cell(self.relays.iter().copied()),
            self.finder.into(),
        ]
    }
}
