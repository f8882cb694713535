//! `rapporteur signals`: what is not as usual on the way of a law, against a stated baseline.

use std::io::{BufWriter, stdout};
use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use rapporteur::row::SignalRow;
use rapporteur::{Listing, ReportOptions};

use super::{CodeArgs, ProcessArgs, counted};
use crate::output::{Format, Printer, TakeRows};
use crate::ui::Ui;

/// Tell what is early, late, missing or out of order on the way of a law
///
/// Each signal has its facts, the baseline with its source and known exceptions, and apart from them what may follow.
#[derive(Args, Debug)]
pub(crate) struct SignalsArgs {
    /// The files and folders to read, or one dossier
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// How to print the rows
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    process: ProcessArgs,
    #[command(flatten)]
    code: CodeArgs,
}

pub(super) fn run(ui: &Ui, args: &SignalsArgs) -> anyhow::Result<()> {
    if args.process.procedure.is_none() {
        bail!("signals need a procedure to compare with: add `--procedure NAME`, such as `--procedure eu-ordinary`");
    }
    if args.format == Format::Ics {
        bail!("only events can be a calendar: `rapporteur list events … --format ics`");
    }
    let beside = ReportOptions { process: args.process.options()?, ..ReportOptions::default() };
    let report = Listing::open(&args.paths, args.code.options()?)?.report(&beside)?;
    let mut out = Printer::new(args.format, BufWriter::with_capacity(1 << 16, stdout().lock()));
    report.signal_rows().try_for_each(|row| out.row(&row))?;
    let rows = out.finish::<SignalRow<'_>>()?;
    let standing = report.process.standing.as_ref();
    let law = standing.map_or("", |standing| standing.item.name.as_str());
    let as_of = standing.and_then(|standing| standing.as_of);
    ui.note(&format!(
        "{} on the way of {}{}, from {}",
        counted(rows, "signal"),
        if law.is_empty() { "the law" } else { law },
        as_of.map_or_else(String::new, |date| format!(", as of {date}")),
        counted(report.process.happenings.len(), "event")
    ));
    let others: Vec<String> = standing
        .iter()
        .flat_map(|standing| &standing.others)
        .map(|(law, events)| format!("{law} ({})", counted(*events, "event")))
        .collect();
    if !others.is_empty() {
        ui.note(&format!("left out, because they are of other laws: {}; `--follow NAME` takes one", others.join(", ")));
    }
    ui.findings(&report.findings);
    Ok(())
}
