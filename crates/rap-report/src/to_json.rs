//! The report as JSON: `report.json`, described in `docs/report-json.md`.
//!
//! One object, its members always in the same order, each row on a line of its own, so that two reports can be
//! compared line by line. Statements are written as their entries go by and are never held together.

use std::io::{self, Write};

use rap_dossier::Entry;
use serde::Serialize;

use crate::report::{LawLine, PaperCard, Report};
use crate::row::{Paper, SourceRow, StatementRow};
use crate::to_html::{Layout, Page};

/// The name of the format, and the version that grows when a field changes its meaning or goes.
const FORMAT: &str = "rapporteur-report";
const VERSION: u32 = 1;

#[derive(Serialize)]
struct ManifestShape<'r> {
    title: &'r str,
    program: &'r str,
    codebook: CodebookShape<'r>,
    packs: Vec<PackShape<'r>>,
    options: Vec<OptionShape<'r>>,
}

#[derive(Serialize)]
struct CodebookShape<'r> {
    id: &'r str,
    title: &'r str,
    sha256: &'r str,
}

#[derive(Serialize)]
struct PackShape<'r> {
    name: &'r str,
    sha256: &'r str,
}

#[derive(Serialize)]
struct OptionShape<'r> {
    option: &'r str,
    value: &'r str,
}

/// A source with what became of its sentences.
#[derive(Serialize)]
struct SourceShape<'r> {
    number: usize,
    page: String,
    #[serde(flatten)]
    row: SourceRow<'r>,
    coverage: CoverageShape,
}

#[derive(Serialize)]
struct CoverageShape {
    coded: usize,
    set_aside: std::collections::BTreeMap<&'static str, usize>,
    unread: usize,
}

/// A statement with its number and the place that a link opens.
#[derive(Serialize)]
struct StatementShape<'r> {
    number: usize,
    link: String,
    #[serde(flatten)]
    row: StatementRow<'r>,
}

#[derive(Serialize)]
struct LawShape<'r> {
    date: Option<String>,
    quote: &'r str,
    speaker: &'r str,
    source: &'r str,
    bytes: [usize; 2],
}

#[derive(Serialize)]
struct PresentShape<'r> {
    name: &'r str,
    kind: &'static str,
    organisation: &'r str,
    organisation_kind: &'static str,
    source: &'r str,
    words: &'r str,
    bytes: [usize; 2],
}

#[derive(Serialize)]
struct MatrixShape<'r> {
    theme: &'r str,
    kind: &'static str,
    single_demands: usize,
}

/// Writes a report as the entries go by: the head first, then each entry, then the rest.
pub(crate) struct JsonWriter<'r, W> {
    out: W,
    report: &'r Report,
    layout: &'r Layout,
    papers: usize,
    statements: usize,
}

impl<'r, W: Write> JsonWriter<'r, W> {
    /// Writes everything that stands before the statements.
    pub(crate) fn start(mut out: W, report: &'r Report, layout: &'r Layout) -> io::Result<Self> {
        writeln!(out, "{{")?;
        member(&mut out, "format", &FORMAT)?;
        member(&mut out, "version", &VERSION)?;
        member(&mut out, "manifest", &manifest(report))?;
        member(&mut out, "numbers", &report.numbers)?;
        list(&mut out, "sources", report.papers.iter().enumerate().map(|(index, _)| source(report, layout, index)))?;
        list(&mut out, "themes", report.theme_rows())?;
        list(&mut out, "law", report.law.iter().map(|line| law(report, line)))?;
        list(&mut out, "actors", report.actor_rows())?;
        list(&mut out, "present_and_silent", report.silent.iter().filter_map(|id| present(report, *id)))?;
        list(&mut out, "matrix", matrix(report))?;
        list(&mut out, "asks", report.ask_rows())?;
        // A report without a law has no links, and keeps the shape that it has always had.
        if !report.laws.is_empty() {
            list(&mut out, "links", report.link_rows())?;
        }
        if let Some(docket) = &report.docket {
            member(&mut out, "docket", docket)?;
        }
        list(&mut out, "events", report.event_rows())?;
        list(&mut out, "contradictions", report.contradiction_rows())?;
        // Only with a procedure is there something to stand beside.
        if report.process.standing.is_some() {
            member(&mut out, "standing", &standing(report))?;
            list(&mut out, "stages", report.stage_rows())?;
            list(&mut out, "signals", report.signal_rows())?;
        }
        // Papers without dates have no months.
        if !report.discourse.months.is_empty() {
            list(&mut out, "discourse", report.discourse_rows())?;
        }
        list(&mut out, "findings", report.finding_rows())?;
        write!(out, "\"statements\": [")?;
        Ok(Self { out, report, layout, papers: 0, statements: 0 })
    }

    /// Writes the statements of the next entry.
    pub(crate) fn entry(&mut self, entry: &Entry) -> io::Result<()> {
        let paper = Paper::of(entry);
        for row in paper.statements(&entry.codings) {
            self.out.write_all(if self.statements == 0 { b"\n" } else { b",\n" })?;
            self.statements += 1;
            let page = if self.layout.single { Page::Index } else { Page::Source(self.papers) };
            let link = format!("{}#s{}-{}-{}", page.path(self.report), self.papers + 1, row.bytes[0], row.bytes[1]);
            serde_json::to_writer(&mut self.out, &StatementShape { number: self.statements, link, row })?;
        }
        self.papers += 1;
        Ok(())
    }

    /// Writes the end.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.out.write_all(b"\n]\n}\n")?;
        self.out.flush()
    }
}

#[derive(Serialize)]
struct StandingShape<'r> {
    procedure: &'r str,
    law: &'r str,
    as_of: Option<String>,
    under_way: &'r str,
    others: Vec<OtherLawShape<'r>>,
}

#[derive(Serialize)]
struct OtherLawShape<'r> {
    law: &'r str,
    events: usize,
}

fn standing(report: &Report) -> Option<StandingShape<'_>> {
    let (procedure, standing) = report.process.procedure.as_ref().zip(report.process.standing.as_ref())?;
    let stage = standing.under_way.and_then(|stage| procedure.stages.get(stage));
    Some(StandingShape {
        procedure: &procedure.id,
        law: &standing.item.name,
        as_of: standing.as_of.map(|date| date.to_string()),
        under_way: stage.map_or("", |stage| &stage.id),
        others: standing.others.iter().map(|(law, events)| OtherLawShape { law, events: *events }).collect(),
    })
}

fn member<W: Write>(out: &mut W, name: &str, value: &impl Serialize) -> io::Result<()> {
    write!(out, "\"{name}\": ")?;
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b",\n")
}

fn list<W: Write, R: Serialize>(out: &mut W, name: &str, rows: impl Iterator<Item = R>) -> io::Result<()> {
    write!(out, "\"{name}\": [")?;
    for (index, row) in rows.enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &row)?;
    }
    out.write_all(b"\n],\n")
}

fn manifest(report: &Report) -> ManifestShape<'_> {
    let manifest = &report.manifest;
    let codebook = &report.codebook;
    ManifestShape {
        title: &manifest.title,
        program: &manifest.program,
        codebook: CodebookShape { id: &codebook.id, title: &codebook.title, sha256: &codebook.sha256 },
        packs: manifest.packs.iter().map(|(name, sha256)| PackShape { name, sha256 }).collect(),
        options: manifest.options.iter().map(|(option, value)| OptionShape { option, value }).collect(),
    }
}

fn source<'r>(report: &'r Report, layout: &Layout, index: usize) -> Option<SourceShape<'r>> {
    let card: &PaperCard = report.papers.get(index)?;
    let coverage = CoverageShape {
        coded: card.coverage.coded,
        set_aside: card.coverage.set_aside.iter().map(|(reason, count)| (reason.name(), *count)).collect(),
        unread: card.coverage.unread,
    };
    let page = if layout.single { Page::Index } else { Page::Source(index) };
    Some(SourceShape { number: index + 1, page: page.path(report), row: card.row(), coverage })
}

fn law<'r>(report: &'r Report, line: &'r LawLine) -> LawShape<'r> {
    let speaker = line.speaker.and_then(|id| report.cast.characters().get(id));
    LawShape {
        date: line.date.map(|date| date.to_string()),
        quote: &line.words,
        speaker: speaker.map_or("", |speaker| &speaker.name),
        source: report.papers.get(line.paper).map_or("", |paper| &paper.source.origin),
        bytes: [line.span.start(), line.span.end()],
    }
}

fn present(report: &Report, id: usize) -> Option<PresentShape<'_>> {
    let character = report.cast.characters().get(id)?;
    let presence = character.presence.first()?;
    Some(PresentShape {
        name: &character.name,
        kind: character.kind.name(),
        organisation: report.cast.body_name(id),
        organisation_kind: report.cast.body_kind(id).map_or("", rap_statement::BodyKind::name),
        source: report.papers.get(presence.paper).map_or("", |paper| &paper.source.origin),
        words: &presence.words,
        bytes: [presence.span.start(), presence.span.end()],
    })
}

fn matrix(report: &Report) -> impl Iterator<Item = MatrixShape<'_>> {
    let themes = &report.codebook.themes;
    report.matrix.rows.iter().flat_map(move |row| {
        let theme = row.theme.and_then(|theme| themes.get(theme)).map_or("", |theme| &theme.id);
        let cells = report.matrix.kinds.iter().zip(&row.counts);
        cells.map(move |(kind, count)| MatrixShape {
            theme,
            kind: kind.map_or("", rap_statement::BodyKind::name),
            single_demands: *count,
        })
    })
}

#[cfg(test)]
mod tests;
