//! The gate of figures: everything that a report counts is counted once more from the rows as they are written.
//!
//! The tree is made in one pass over the entries and the rows in another; where the two do not agree, no report is
//! better than a wrong one.

use std::collections::BTreeSet;

use rap_statement::{Act, Voice};

use crate::ReportError;
use crate::cast::CharacterId;
use crate::report::{Numbers, Report, asks_for_something};
use crate::row::{ActorRow, AskRow, DiscourseRow, LedgerRow, StatementRow};

/// Figures counted from rows.
#[derive(Debug, Default)]
pub(crate) struct Recount {
    numbers: Numbers,
    actors: usize,
    said_by_rows: usize,
    demanded_by_rows: usize,
    /// What those said who said it together with another, and what of it asks for something.
    said_together: usize,
    demanded_together: usize,
    /// Statements by month and act, everybody's, those of papers without a date among them.
    in_months: usize,
    /// Those who were present without a word of their own.
    quiet: Vec<CharacterId>,
    /// The bodies for which somebody speaks.
    heard: BTreeSet<CharacterId>,
}

impl Recount {
    pub(crate) fn source(&mut self) {
        self.numbers.sources += 1;
    }

    /// Counts a statement, and holds its quote against the tree.
    pub(crate) fn statement(&mut self, report: &Report, row: &StatementRow) -> Result<(), ReportError> {
        let index = self.numbers.statements;
        let same = report
            .statements
            .get(index)
            .is_some_and(|said| said.quote == row.quote && [said.span.start(), said.span.end()] == row.bytes);
        if !same {
            let [start, end] = row.bytes;
            return Err(ReportError::Quote { statement: index + 1, origin: row.source.to_owned(), start, end });
        }
        self.numbers.statements += 1;
        self.said_together += row.together.len();
        let act = Act::from_name(row.act).zip(Voice::from_name(row.voice));
        let demand = act.is_some_and(|(act, voice)| asks_for_something(act, voice));
        self.numbers.demands += usize::from(demand);
        self.demanded_together += if demand { row.together.len() } else { 0 };
        Ok(())
    }

    pub(crate) fn sentence(&mut self, row: &LedgerRow) {
        self.numbers.sentences += 1;
        match row.account {
            "coded" => self.numbers.coded += 1,
            "set-aside" => self.numbers.set_aside += 1,
            _ => self.numbers.unread += 1,
        }
    }

    pub(crate) fn finding(&mut self) {
        self.numbers.findings += 1;
    }

    /// Counts the next actor, in the order of the cast.
    pub(crate) fn actor(&mut self, report: &Report, row: &ActorRow) {
        let id = self.actors;
        self.actors += 1;
        self.said_by_rows += row.statements;
        self.demanded_by_rows += row.demands;
        let nameless = matches!(row.kind, "group" | "unnamed" | "author" | "not-told");
        if row.statements > 0 {
            self.heard.extend(report.cast.characters().get(id).and_then(|character| character.organisation));
            self.numbers.unnamed_speakers += usize::from(nameless && row.kind != "not-told");
            self.numbers.speakers += usize::from(!nameless);
        } else if row.present && !nameless {
            self.quiet.push(id);
        }
    }

    /// Counts a row of the table of months; by act every statement stands there once.
    pub(crate) fn discourse(&mut self, row: &DiscourseRow) {
        self.in_months += if row.bodies == "all" && row.by == "act" { row.statements.len() } else { 0 };
    }

    pub(crate) fn ask(&mut self, row: &AskRow) {
        self.numbers.asks += 1;
        self.numbers.shared_asks += usize::from(row.speakers > 1);
        self.numbers.single_demands += row.supporters.len();
    }

    /// Holds the figures of the report against the rows.
    pub(crate) fn check(&self, report: &Report) -> Result<(), ReportError> {
        let (said, counted) = (&report.numbers, &self.numbers);
        let in_matrix: usize = report.matrix.rows.iter().flat_map(|row| &row.counts).sum();
        let figures = [
            ("papers", said.sources, counted.sources),
            ("statements", said.statements, counted.statements),
            ("statements by speaker", said.statements + self.said_together, self.said_by_rows),
            ("statements by month", said.statements, self.in_months),
            ("demands", said.demands, counted.demands),
            ("demands by speaker", said.demands + self.demanded_together, self.demanded_by_rows),
            ("speakers", said.speakers, counted.speakers),
            ("speakers without a name", said.unnamed_speakers, counted.unnamed_speakers),
            ("single demands", said.single_demands, counted.single_demands),
            ("single demands in the matrix", said.single_demands, in_matrix),
            ("asks", said.asks, counted.asks),
            ("shared asks", said.shared_asks, counted.shared_asks),
            ("silent", said.silent, self.quiet.iter().filter(|id| !self.heard.contains(id)).count()),
            ("sentences", said.sentences, counted.sentences),
            ("coded sentences", said.coded, counted.coded),
            ("sentences set aside", said.set_aside, counted.set_aside),
            ("unread sentences", said.unread, counted.unread),
            ("findings", said.findings, counted.findings),
        ];
        match figures.into_iter().find(|(_, printed, counted)| printed != counted) {
            Some((figure, printed, counted)) => Err(ReportError::Figure { figure, printed, counted }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
