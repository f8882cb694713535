//! `rapporteur answers`: what an office has answered, and what it has not.

use std::io::{self, Write, stdout};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rapporteur::{CommentRow, Counts, Decision, Disposition, read_disposition};
use serde::Serialize;

use crate::ui::Ui;

/// Count the answers of a filled disposition of comments, and list what is still open
#[derive(Args, Debug)]
pub(crate) struct AnswersArgs {
    /// The filled files: DOCX, XLSX or CSV
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = AnswersFormat::Text)]
    format: AnswersFormat,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug, ValueEnum)]
enum AnswersFormat {
    /// For people: the counts, then the open rows
    Text,
    /// One object with the counts and every row
    Json,
}

#[derive(Serialize)]
struct Shape<'t> {
    rows: usize,
    accepted: usize,
    accepted_in_part: usize,
    rejected: usize,
    rejected_without_reason: usize,
    noted: usize,
    answered_otherwise: usize,
    unanswered: usize,
    comments: Vec<RowShape<'t>>,
}

#[derive(Serialize)]
struct RowShape<'t> {
    id: &'t str,
    body: &'t str,
    line: &'t str,
    clause: &'t str,
    element: &'t str,
    #[serde(rename = "type")]
    kind: &'static str,
    comment: &'t str,
    proposed_change: &'t str,
    decision: &'static str,
    reason: &'t str,
}

pub(super) fn run(ui: &Ui, args: &AnswersArgs) -> anyhow::Result<()> {
    let mut table = Disposition::default();
    for path in &args.files {
        let filled = read_disposition(path)?;
        ui.findings(&filled.findings);
        table.rows.extend(filled.table.rows);
    }
    let counts = table.counts();
    let mut out = stdout().lock();
    match args.format {
        AnswersFormat::Text => text(&mut out, &table, &counts)?,
        AnswersFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &shape(&table, &counts))?;
            writeln!(out)?;
        }
    }
    Ok(())
}

fn text(out: &mut impl Write, table: &Disposition, counts: &Counts) -> io::Result<()> {
    writeln!(
        out,
        "{} rows: {} accepted, {} accepted in part, {} rejected ({} without a reason), {} noted, {} answered in other \
         words, {} unanswered",
        counts.rows,
        counts.accepted,
        counts.in_part,
        counts.rejected,
        counts.without_reason,
        counts.noted,
        counts.otherwise,
        counts.unanswered
    )?;
    let is_open = |row: &&CommentRow| row.answer.is_empty();
    for row in table.rows.iter().filter(is_open) {
        let words = if row.proposed_change.is_empty() { &row.comment } else { &row.proposed_change };
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let place = [row.clause.as_str(), row.element.as_str()].join(" ");
        writeln!(out, "open: {}  {}  {words}", row.id, place.trim())?;
    }
    let is_bare = |row: &&CommentRow| row.answer.decision == Some(Decision::Rejected) && row.answer.reason.is_empty();
    for row in table.rows.iter().filter(is_bare) {
        writeln!(out, "rejected without a reason: {}  {}", row.id, row.clause)?;
    }
    Ok(())
}

fn shape<'t>(table: &'t Disposition, counts: &Counts) -> Shape<'t> {
    let comments = table.rows.iter().map(|row| RowShape {
        id: &row.id,
        body: &row.body,
        line: &row.line,
        clause: &row.clause,
        element: &row.element,
        kind: row.kind.map_or("", rapporteur::CommentType::short),
        comment: &row.comment,
        proposed_change: &row.proposed_change,
        decision: row.answer.decision.map_or("", Decision::name),
        reason: &row.answer.reason,
    });
    Shape {
        rows: counts.rows,
        accepted: counts.accepted,
        accepted_in_part: counts.in_part,
        rejected: counts.rejected,
        rejected_without_reason: counts.without_reason,
        noted: counts.noted,
        answered_otherwise: counts.otherwise,
        unanswered: counts.unanswered,
        comments: comments.collect(),
    }
}
