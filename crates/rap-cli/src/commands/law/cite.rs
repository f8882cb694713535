//! `rapporteur law cite`: the references in acts and in any other paper.

use std::io::{BufWriter, stdout};
use std::path::PathBuf;

use clap::Args;
use rapporteur::row::ReferenceRow;
use rapporteur::{Instruments, OffsetIndex, read_law, references_of};

use crate::commands::counted;
use crate::output::{Format, Printer, TakeRows};
use crate::ui::Ui;

/// List the references to provisions and acts in papers of any kind, in English and Chinese
///
/// In an act, references to its own provisions are looked up in it. A reference of which a part cannot be found is
/// unresolved as a whole.
#[derive(Args, Debug)]
pub(crate) struct CiteArgs {
    /// The papers: acts, submissions, articles
    #[arg(required = true, value_name = "FILE")]
    papers: Vec<PathBuf>,
    /// How to print the references
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(super) fn run(ui: &Ui, args: &CiteArgs) -> anyhow::Result<()> {
    let instruments = Instruments::built_in();
    let mut out = Printer::new(args.format, BufWriter::with_capacity(1 << 16, stdout().lock()));
    for path in &args.papers {
        let paper = read_law(path)?;
        let units = OffsetIndex::new(paper.law.doc.text());
        for reference in references_of(&paper.law, &instruments) {
            out.row(&ReferenceRow::of(&paper.origin, &paper.law, &units, &reference))?;
        }
    }
    let rows = out.finish::<ReferenceRow<'_>>()?;
    ui.note(&counted(rows, "reference"));
    Ok(())
}
