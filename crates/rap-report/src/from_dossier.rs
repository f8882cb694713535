//! From the entries of a dossier to the report tree, one entry at a time.

use std::collections::{BTreeMap, BTreeSet};

use rap_doc::{Doc, Language, Span};
use rap_dossier::{Coding, Entry};
use rap_statement::{Account, ActorKind, BodyKind, Ledger, Registry, SetAside, Statement};
use rap_theme::{Ask, Codebook, DemandUnit, Tag, Tagger};

use crate::cast::{Cast, CharacterKind};
use crate::discourse::DiscourseCard;
use crate::law::{Progress, five_lines};
use crate::manifest::Manifest;
use crate::process::{ProcessBuilder, ProcessCard, ProcessOptions};
use crate::provisions::{LawTies, NamedLaw};
use crate::report::{
    AskCard, Coverage, LawLine, Matrix, MatrixRow, Numbers, PaperCard, Report, Said, UNREAD_SHOWN, UnitPlace,
    asks_for_something,
};
use crate::row::Paper;

/// How many statements may begin between a statement and a sentence inside of it: no one quotes deeper than this, and
/// it keeps the search short.
const NESTING: usize = 16;

/// Makes a report of entries that are fed one by one; keeps of each what the report shows, and not its text.
#[derive(Debug)]
pub struct ReportBuilder<'l> {
    report: Report,
    tagger: &'l Tagger,
    laws: Vec<LawTies<'l>>,
    progress: Vec<Progress>,
    themes: BTreeMap<String, usize>,
    registry: Registry,
    process: ProcessBuilder,
    /// Whether events and contradictions are left out.
    asks_alone: bool,
}

impl<'l> ReportBuilder<'l> {
    /// Returns a builder without entries. `tagger` is that of the codebook.
    #[must_use]
    pub fn new(codebook: &Codebook, tagger: &'l Tagger, manifest: Manifest) -> Self {
        let themes = codebook.themes.iter().enumerate().map(|(index, theme)| (theme.id.clone(), index)).collect();
        let report = Report {
            manifest,
            codebook: codebook.clone(),
            papers: Vec::new(),
            cast: Cast::default(),
            statements: Vec::new(),
            units: Vec::new(),
            places: Vec::new(),
            asks: Vec::new(),
            law: Vec::new(),
            docket: None,
            laws: Vec::new(),
            process: ProcessCard::default(),
            discourse: DiscourseCard::default(),
            silent: Vec::new(),
            matrix: Matrix::default(),
            findings: Vec::new(),
            numbers: Numbers::default(),
        };
        Self {
            report,
            tagger,
            laws: Vec::new(),
            progress: Vec::new(),
            themes,
            registry: Registry::default(),
            process: ProcessBuilder::default(),
            asks_alone: false,
        }
    }

    /// Leaves out the way of the law and what the papers contradict, which cost the most; must come before the first
    /// entry.
    #[must_use]
    pub const fn with_asks_alone(mut self) -> Self {
        self.asks_alone = true;
        self
    }

    /// Ties the demands of the entries that follow to the provisions of these laws.
    #[must_use]
    pub fn with_laws(mut self, laws: &'l [NamedLaw]) -> Self {
        self.laws = laws.iter().map(|law| LawTies::new(law, self.tagger)).collect();
        self
    }

    /// Follows the process by these options; must come before the first entry.
    #[must_use]
    pub fn following(mut self, options: ProcessOptions) -> Self {
        self.process = ProcessBuilder::new(options);
        self
    }

    /// Takes in one entry. The order of the entries is the order of the report.
    pub fn add(&mut self, entry: &Entry) {
        let index = self.report.papers.len();
        let casting = self.report.cast.add(index, entry, &mut self.registry);
        let paper = Paper::of(entry);
        let first = self.report.statements.len();
        self.laws.iter_mut().for_each(|law| law.begin(&entry.doc));
        let codings = entry.codings.iter().map(Some).chain(std::iter::repeat(None));
        for (statement, coding) in entry.record.statements.iter().zip(codings) {
            let asks = asks_for_something(statement.act, statement.voice);
            let speaker = self.report.cast.speaker(&casting, statement.speaker);
            let others = statement.together.iter().filter_map(|actor| casting.of(*actor));
            let together: Vec<usize> = others.filter(|id| *id != speaker).collect();
            std::iter::once(&speaker).chain(&together).for_each(|id| self.report.cast.count(*id, asks));
            let tags = coding.map_or(&[][..], |coding| &coding.tags);
            let span = statement.quote();
            self.report.statements.push(Said {
                paper: index,
                span,
                speaker,
                together,
                relays: statement.relays.iter().filter_map(|relay| casting.of(relay.actor)).collect(),
                language: language_at(&entry.doc, span),
                voice: statement.voice,
                act: statement.act,
                stance: statement.stance,
                strength: statement.strength,
                themes: tags.iter().filter_map(|tag| self.themes.get(&tag.theme).copied()).collect(),
                quote: span.of(entry.doc.text()).to_owned(),
            });
            if asks {
                self.add_units(&paper, statement, coding, speaker);
            } else {
                let index = self.report.statements.len() - 1;
                self.laws.iter_mut().for_each(|law| law.remark(index, span));
            }
        }
        self.add_progress(index, entry, first);
        if !self.asks_alone {
            self.process.add(entry);
        }
        let (coverage, unread) = account(&entry.doc, &entry.record.ledger);
        self.report.papers.push(PaperCard {
            source: entry.source.clone(),
            parts: entry.record.parts.clone(),
            bytes: entry.doc.text().len(),
            statements: first..self.report.statements.len(),
            coverage,
            unread,
        });
        self.report.findings.extend(entry.findings.iter().cloned());
    }

    /// Takes in a finding that belongs to no entry, as of a file that could not be read at all.
    pub fn add_finding(&mut self, finding: rap_doc::Finding) {
        self.report.findings.push(finding);
    }

    /// Returns the report.
    #[must_use]
    pub fn finish(self) -> Report {
        let tagger = self.tagger;
        self.finish_joined(|units| rap_theme::asks(units, tagger))
    }

    pub(crate) fn finish_joined(mut self, join: impl FnOnce(&[DemandUnit]) -> Vec<Ask>) -> Report {
        let report = &mut self.report;
        let joined = join(&report.units);
        report.asks = joined.iter().map(|ask| ask_card(report, &self.themes, ask)).collect();
        report.asks.sort_by_key(|ask| (theme_order(ask.theme), std::cmp::Reverse(ask.speakers.len())));
        report.matrix = matrix(report);
        report.laws = self.laws.into_iter().map(LawTies::finish).collect();
        report.law = five_lines(self.progress, &report.papers);
        report.process = self.process.finish();
        report.discourse = DiscourseCard::of(report);
        report.silent = silent(&report.cast);
        report.numbers = numbers(report);
        self.report
    }

    fn add_units(&mut self, paper: &Paper, statement: &Statement, coding: Option<&Coding>, speaker: usize) {
        let whole: &[Tag] = coding.map_or(&[], |coding| &coding.tags);
        let units: Vec<(Option<usize>, Span, &[Tag])> = if statement.items.is_empty() {
            vec![(None, statement.quote(), whole)]
        } else {
            let tags = |index: usize| coding.and_then(|coding| coding.items.get(index)).map_or(whole, Vec::as_slice);
            statement.items.iter().enumerate().map(|(index, span)| (Some(index), *span, tags(index))).collect()
        };
        for (item, span, tags) in units {
            let (chars, utf16) = paper.units(span);
            let paragraph = paper.doc.block_at(span.start()).unwrap_or(statement.block) + 1;
            let statement_index = self.report.statements.len() - 1;
            let unit = self.report.units.len();
            for law in &mut self.laws {
                law.tie(unit, paper.doc, span, statement.quote(), |span| paper.units(span).0);
            }
            self.report.places.push(UnitPlace { statement: statement_index, item, span, chars, utf16, paragraph });
            self.report.units.push(DemandUnit {
                quote: paper.words(span).to_owned(),
                speaker: u32::try_from(speaker).unwrap_or(u32::MAX),
                stance: statement.stance,
                tags: tags.to_vec(),
            });
        }
    }

    fn add_progress(&mut self, paper: usize, entry: &Entry, first: usize) {
        let names = body_names(entry);
        let mut said: Vec<(Span, usize)> =
            self.report.statements.iter().skip(first).map(|said| (said.span, said.speaker)).collect();
        said.sort_by_key(|(span, _)| span.start());
        for &span in &entry.record.progress {
            let before = said.partition_point(|(said, _)| said.start() <= span.start());
            let around = said.get(before.saturating_sub(NESTING)..before).unwrap_or_default();
            let owner = around.iter().filter(|(said, _)| said.contains(span)).min_by_key(|(said, _)| said.len());
            let named = owner.map(|(_, speaker)| *speaker).filter(|speaker| {
                let character = self.report.cast.characters().get(*speaker);
                matches!(character.map(|character| character.kind), Some(CharacterKind::Named(_)))
            });
            let next = names.partition_point(|name| name.start() < span.start());
            let names_a_body = names.get(next).is_some_and(|name| span.contains(*name));
            let language = language_at(&entry.doc, span);
            let words = span.of(entry.doc.text()).to_owned();
            let block = entry.doc.block_at(span.start()).unwrap_or_default();
            let kind = entry.record.parts.iter().find(|part| part.blocks.contains(&block)).map(|part| part.kind);
            let line = LawLine { paper, span, words, language, kind, speaker: named, date: None };
            self.progress.push(Progress::new(line, names_a_body));
        }
    }
}

fn language_at(doc: &Doc, span: Span) -> Language {
    doc.block_at(span.start()).and_then(|block| doc.blocks().get(block)).map_or(Language::Other, |block| block.language)
}

/// Returns where the bodies of a paper are named, in the order of the text.
fn body_names(entry: &Entry) -> Vec<Span> {
    let bodies = entry.record.actors.iter().filter(|actor| matches!(actor.kind, ActorKind::Body(_)));
    let mut spans: Vec<Span> = bodies.flat_map(|actor| &actor.names).flat_map(|name| name.spans.clone()).collect();
    spans.sort();
    spans
}

fn account(doc: &Doc, ledger: &Ledger) -> (Coverage, Vec<(Span, String)>) {
    let mut coverage =
        Coverage { set_aside: SetAside::ALL.iter().map(|reason| (*reason, 0)).collect(), ..Coverage::default() };
    let mut unread = Vec::new();
    let accounts = ledger.accounts.iter().copied().chain(std::iter::repeat(Account::Unread));
    for (sentence, account) in doc.sentences().iter().zip(accounts) {
        match account {
            Account::Coded => coverage.coded += 1,
            Account::SetAside(reason) => {
                if let Some((_, count)) = coverage.set_aside.iter_mut().find(|(known, _)| *known == reason) {
                    *count += 1;
                }
            }
            Account::Unread => {
                coverage.unread += 1;
                if unread.len() < UNREAD_SHOWN {
                    unread.push((sentence.span, sentence.span.of(doc.text()).to_owned()));
                }
            }
        }
    }
    (coverage, unread)
}

/// Orders themes as the codebook does, and what has none last.
fn theme_order(theme: Option<usize>) -> usize {
    theme.unwrap_or(usize::MAX)
}

/// Orders kinds of body as reports do, those of no stated body last.
pub(crate) fn kind_order(kind: Option<BodyKind>) -> usize {
    kind.and_then(|kind| BodyKind::ALL.iter().position(|known| *known == kind)).unwrap_or(usize::MAX)
}

fn ask_card(report: &Report, themes: &BTreeMap<String, usize>, ask: &Ask) -> AskCard {
    let mut seen = BTreeSet::new();
    let mut speakers = Vec::new();
    let mut kinds = Vec::new();
    let statements = ask.units.iter().filter_map(|unit| report.statements.get(report.places.get(*unit)?.statement));
    for speaker in statements.flat_map(Said::speakers) {
        if seen.insert(speaker) {
            speakers.push(speaker);
            kinds.push(report.cast.body_kind(speaker));
        }
    }
    kinds.sort_by_key(|kind| kind_order(*kind));
    kinds.dedup();
    let theme = themes.get(&ask.theme).copied();
    AskCard {
        theme,
        representative: ask.representative,
        units: ask.units.clone(),
        speakers,
        kinds,
        shared: ask.shared.clone(),
    }
}

fn matrix(report: &Report) -> Matrix {
    let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut kinds: BTreeMap<usize, Option<BodyKind>> = BTreeMap::new();
    let mut themes: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    for ask in &report.asks {
        for unit in ask.units.iter().filter_map(|unit| report.units.get(*unit)) {
            let kind = report.cast.body_kind(usize::try_from(unit.speaker).unwrap_or(usize::MAX));
            *counts.entry((theme_order(ask.theme), kind_order(kind))).or_default() += 1;
            kinds.insert(kind_order(kind), kind);
            themes.insert(theme_order(ask.theme), ask.theme);
        }
    }
    let count = |theme: &usize, kind: &usize| counts.get(&(*theme, *kind)).copied().unwrap_or_default();
    let row = |(order, theme): (&usize, &Option<usize>)| MatrixRow {
        theme: *theme,
        counts: kinds.keys().map(|kind| count(order, kind)).collect(),
    };
    Matrix { rows: themes.iter().map(row).collect(), kinds: kinds.values().copied().collect() }
}

/// Returns those who were present and of whom no word is reported: a body is silent when none of its people speaks.
fn silent(cast: &Cast) -> Vec<usize> {
    let characters = cast.characters();
    let speaking: BTreeSet<usize> = characters
        .iter()
        .filter(|character| character.statements > 0)
        .filter_map(|character| character.organisation)
        .collect();
    let is_silent = |(id, character): &(usize, &crate::cast::Character)| {
        character.kind.is_named()
            && !character.presence.is_empty()
            && character.statements == 0
            && !speaking.contains(id)
    };
    let mut silent: Vec<usize> = characters.iter().enumerate().filter(is_silent).map(|(id, _)| id).collect();
    silent.sort_by_key(|id| (kind_order(cast.body_kind(*id)), *id));
    silent
}

fn numbers(report: &Report) -> Numbers {
    let speaking = || report.cast.characters().iter().filter(|character| character.statements > 0);
    let told = speaking().filter(|character| !matches!(character.kind, CharacterKind::Untold(_))).count();
    let named = speaking().filter(|character| character.kind.is_named()).count();
    let sum = |count: fn(&Coverage) -> usize| report.papers.iter().map(|paper| count(&paper.coverage)).sum();
    Numbers {
        sources: report.papers.len(),
        speakers: named,
        unnamed_speakers: told - named,
        statements: report.statements.len(),
        demands: report.statements.iter().filter(|said| asks_for_something(said.act, said.voice)).count(),
        single_demands: report.units.len(),
        asks: report.asks.len(),
        shared_asks: report.asks.iter().filter(|ask| ask.speakers.len() > 1).count(),
        silent: report.silent.len(),
        sentences: sum(Coverage::total),
        coded: sum(|coverage| coverage.coded),
        set_aside: sum(Coverage::set_aside_total),
        unread: sum(|coverage| coverage.unread),
        findings: report.findings.len(),
    }
}
