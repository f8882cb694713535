//! `rapporteur add`: papers into a dossier.

use std::path::PathBuf;

use clap::Args;
use rapporteur::{AddedPapers, Case, Papers, ReportOptions};

use super::counted;
use crate::ui::Ui;

/// Add papers to a dossier
///
/// A paper that the dossier holds already, byte for byte, is not read again.
#[derive(Args, Debug)]
pub(crate) struct AddArgs {
    /// The dossier
    #[arg(value_name = "FILE.dossier")]
    dossier: PathBuf,
    /// The files and folders to read
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

pub(super) fn run(ui: &Ui, args: &AddArgs) -> anyhow::Result<()> {
    let mut case = Case::open(&args.dossier)?;
    let added = add(ui, &mut case, &args.paths)?;
    let report = case.report(&ReportOptions::default())?;
    case.keep_asks(&report)?;
    let file = args.dossier.display();
    let replacing = match added.replacing {
        0 => String::new(),
        number => format!("{number} in place of earlier versions of the same name, "),
    };
    ui.note(&format!(
        "{} added to {file}, {replacing}{} known already; see them with `rapporteur list sources {file}`",
        counted(added.new, "paper"),
        added.known
    ));
    Ok(())
}

/// Adds everything below the paths and tells what could not be read.
pub(super) fn add(ui: &Ui, case: &mut Case, paths: &[PathBuf]) -> anyhow::Result<AddedPapers> {
    let papers = Papers::below(paths);
    let bar = ui.progress(papers.papers.len());
    let added = case.add(&papers, |paper| {
        bar.set_message(paper.origin.clone());
        bar.inc(1);
    });
    bar.finish_and_clear();
    let added = added?;
    ui.findings(&added.findings);
    Ok(added)
}
