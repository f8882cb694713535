//! The report tree as rows: actors, asks, themes and findings across all papers.

use std::collections::BTreeSet;

use rap_dossier::{StoredAsk, UnitRef};
use rap_statement::ActorKind;

use crate::cast::{Character, CharacterId, CharacterKind};
use crate::provisions::{LawCard, LinkCard};
use crate::report::{AskCard, PaperCard, Report, Said};
use crate::row::{
    ActorRow, AskRow, CloseRow, ContradictionRow, EventRow, EvidenceRow, FindingRow, LinkRow, SignalRow, SourceRow,
    StageShape, SupporterRow, ThemeRow,
};

/// The word for those of no stated body, where a kind of body stands.
const NO_BODY: &str = "";

impl Report {
    /// Returns everybody whom the papers name or quote, in the order of first appearance.
    pub fn actor_rows(&self) -> impl Iterator<Item = ActorRow<'_>> {
        self.cast.characters().iter().enumerate().map(|(id, character)| self.actor_row(id, character))
    }

    /// Returns the asks in the order of the report.
    pub fn ask_rows(&self) -> impl Iterator<Item = AskRow<'_>> {
        self.asks.iter().enumerate().map(|(index, ask)| self.ask_row(index, ask))
    }

    /// Returns the themes of the codebook with what was counted under each.
    pub fn theme_rows(&self) -> impl Iterator<Item = ThemeRow<'_>> {
        self.codebook.themes.iter().enumerate().map(|(index, theme)| {
            let tagged = || self.statements.iter().filter(move |said| said.themes.contains(&index));
            let speakers: BTreeSet<usize> = tagged().map(|said| said.speaker).collect();
            ThemeRow {
                id: &theme.id,
                name: &theme.name,
                name_zh: &theme.name_zh,
                definition: &theme.definition,
                statements: tagged().count(),
                demands: tagged().filter(|said| said.is_demand()).count(),
                asks: self.asks.iter().filter(|ask| ask.theme == Some(index)).count(),
                speakers: speakers.len(),
            }
        })
    }

    /// Returns the ties of every single demand to each law, in the order of the laws and of the papers.
    pub fn link_rows(&self) -> impl Iterator<Item = LinkRow<'_>> {
        let mut asks = vec![0; self.units.len()];
        for (index, ask) in self.asks.iter().enumerate() {
            for &unit in &ask.units {
                asks.get_mut(unit).into_iter().for_each(|ask| *ask = index + 1);
            }
        }
        let rows = self.laws.iter().flat_map(|law| law.links.iter().map(move |link| (law, link)));
        rows.map(move |(law, link)| self.link_row(law, link, asks.get(link.unit).copied().unwrap_or_default()))
    }

    fn link_row<'r>(&'r self, law: &'r LawCard, link: &'r LinkCard, ask: usize) -> LinkRow<'r> {
        let card = link.provision.and_then(|index| law.provisions.get(index));
        let place = self.places.get(link.unit);
        let said = place.and_then(|place| self.statements.get(place.statement));
        let character = said.and_then(|said| self.cast.characters().get(said.speaker));
        let paper = said.and_then(|said| self.papers.get(said.paper));
        let id = |index: usize| law.provisions.get(index).map_or("", |card| card.id.as_str());
        LinkRow {
            law: &law.origin,
            provision: card.map_or("", |card| &card.id),
            number: link.provision.map(|index| law.label(index)).unwrap_or_default(),
            heading: card.map_or("", |card| &card.heading),
            tie: link.tie.name(),
            score: link.score,
            ask,
            statement: place.map_or(0, |place| place.statement + 1),
            speaker: character.map_or("", |character| &character.name),
            quote: self.units.get(link.unit).map_or("", |unit| &unit.quote),
            source: paper.map_or("", |paper| &paper.source.origin),
            chars: place.map_or([0, 0], |place| place.chars),
            evidence: link
                .evidence
                .iter()
                .map(|found| EvidenceRow { words: &found.words, chars: found.chars, law: &found.law })
                .collect(),
            close: link
                .close
                .iter()
                .map(|(index, score)| CloseRow { provision: id(*index), number: law.label(*index), score: *score })
                .collect(),
        }
    }

    /// Returns the asks as a dossier keeps them.
    #[must_use]
    pub fn stored_asks(&self) -> Vec<StoredAsk> {
        let unit = |index: &usize| {
            let place = self.places.get(*index)?;
            let paper = self.papers.get(self.statements.get(place.statement)?.paper)?;
            let statement = place.statement - paper.statements.start;
            Some(UnitRef { source: paper.source.id, statement, item: place.item })
        };
        let stored = self.asks.iter().map(|ask| StoredAsk {
            theme: ask
                .theme
                .and_then(|theme| self.codebook.themes.get(theme))
                .map_or_else(String::new, |theme| theme.id.clone()),
            representative: ask.units.iter().position(|unit| *unit == ask.representative).unwrap_or_default(),
            units: ask.units.iter().filter_map(unit).collect(),
        });
        stored.collect()
    }

    /// Returns the events in order of time.
    pub fn event_rows(&self) -> impl Iterator<Item = EventRow<'_>> {
        self.process.happenings.iter().map(EventRow::from)
    }

    /// Returns what the sources contradict.
    pub fn contradiction_rows(&self) -> impl Iterator<Item = ContradictionRow<'_>> {
        self.process.contradictions.iter().map(ContradictionRow::from)
    }

    /// Returns what is not as usual on the way of the procedure.
    pub fn signal_rows(&self) -> impl Iterator<Item = SignalRow<'_>> {
        self.process.standing.iter().flat_map(|standing| &standing.signals).map(SignalRow::from)
    }

    /// Returns the stages of the procedure with their proof.
    pub fn stage_rows(&self) -> impl Iterator<Item = StageShape<'_>> {
        let stages = self.process.procedure.iter().zip(&self.process.standing);
        stages.flat_map(|(procedure, standing)| {
            standing.stages.iter().filter_map(move |row| StageShape::of(procedure, row))
        })
    }

    /// Returns the findings in the order of the papers.
    pub fn finding_rows(&self) -> impl Iterator<Item = FindingRow<'_>> {
        self.findings.iter().map(FindingRow::from)
    }

    fn actor_row<'r>(&'r self, id: usize, character: &'r Character) -> ActorRow<'r> {
        let origin = |paper: &usize| self.papers.get(*paper).map(|paper| paper.source.origin.as_str());
        ActorRow {
            name: &character.name,
            kind: character.kind.name(),
            role: &character.role,
            organisation: self.cast.body_name(id),
            organisation_kind: self.cast.body_kind(id).map_or(NO_BODY, rap_statement::BodyKind::name),
            aliases: character.aliases.iter().map(String::as_str).collect(),
            sources: character.papers.iter().filter_map(origin).collect(),
            statements: character.statements,
            demands: character.demands,
            present: !character.presence.is_empty(),
        }
    }

    fn ask_row(&self, index: usize, ask: &AskCard) -> AskRow<'_> {
        AskRow {
            ask: index + 1,
            theme: ask.theme.and_then(|theme| self.codebook.themes.get(theme)).map_or("", |theme| &theme.id),
            title: self.units.get(ask.representative).map_or("", |unit| &unit.quote),
            speakers: ask.speakers.len(),
            kinds: ask.kinds.iter().map(|kind| kind.map_or(NO_BODY, rap_statement::BodyKind::name)).collect(),
            supporters: ask.units.iter().filter_map(|unit| self.supporter_row(*unit)).collect(),
        }
    }

    fn supporter_row(&self, unit: usize) -> Option<SupporterRow<'_>> {
        let place = self.places.get(unit)?;
        let said = self.statements.get(place.statement)?;
        let character = self.cast.characters().get(said.speaker)?;
        let body = matches!(character.kind, CharacterKind::Named(ActorKind::Body(_)));
        Some(SupporterRow {
            speaker: &character.name,
            role: if body { "" } else { &character.role },
            organisation: self.cast.body_name(said.speaker),
            organisation_kind: self.cast.body_kind(said.speaker).map_or(NO_BODY, rap_statement::BodyKind::name),
            stance: said.stance.name(),
            strength: said.strength.name(),
            quote: &self.units.get(unit)?.quote,
            source: self.papers.get(said.paper).map_or("", |paper| &paper.source.origin),
            paragraph: place.paragraph,
            bytes: [place.span.start(), place.span.end()],
            chars: place.chars,
            utf16: place.utf16,
        })
    }
}

impl PaperCard {
    /// Returns the row of the paper.
    #[must_use]
    pub fn row(&self) -> SourceRow<'_> {
        SourceRow::new(&self.source, &self.parts, self.coverage.total(), self.statements.len())
    }
}

impl Said {
    /// Returns all whose words the statement is, the speaker first.
    pub fn speakers(&self) -> impl Iterator<Item = CharacterId> + '_ {
        std::iter::once(self.speaker).chain(self.together.iter().copied())
    }

    /// Tells whether the statement asks for something.
    #[must_use]
    pub fn is_demand(&self) -> bool {
        crate::report::asks_for_something(self.act, self.voice)
    }
}
