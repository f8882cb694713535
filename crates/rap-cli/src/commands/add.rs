//! `rapporteur add`: papers into a dossier.

use std::path::PathBuf;

use clap::Args;
use rapporteur::{AddedPapers, Case, DocketOptions, Papers, ReportOptions};

use super::campaigns::DocketArgs;
use super::counted;
use crate::ui::Ui;

/// Add papers and dockets to a dossier
///
/// Tables of comments (CSV, TSV, JSON, JSON lines, XLSX) are dockets, each row of which is a submission.
/// A paper that the dossier holds already, byte for byte, is not read again.
#[derive(Args, Debug)]
pub(crate) struct AddArgs {
    /// The dossier
    #[arg(value_name = "FILE.dossier")]
    dossier: PathBuf,
    /// The files and folders to read
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    docket: DocketArgs,
}

pub(super) fn run(ui: &Ui, args: &AddArgs) -> anyhow::Result<()> {
    let mut case = Case::open(&args.dossier)?;
    let added = add(ui, &mut case, &args.paths, args.docket.options()?)?;
    let report = case.report(&ReportOptions { asks_alone: true, ..ReportOptions::default() })?;
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
///
/// Tables of comments are dockets: their submissions are added, each wording once.
pub(super) fn add(ui: &Ui, case: &mut Case, paths: &[PathBuf], options: DocketOptions) -> anyhow::Result<AddedPapers> {
    let (tables, papers) = Papers::below(paths).parted();
    if !tables.papers.is_empty() {
        let added = case.add_docket(&tables, options, |table, mapping| ui.note(&format!("{table}: {mapping}")))?;
        ui.findings(&added.findings);
        let submissions = counted(added.submissions, "submission");
        ui.note(&format!("{submissions} added, {} read and coded", counted(added.wordings, "new wording")));
        if papers.papers.is_empty() {
            ui.findings(&papers.findings);
            return Ok(AddedPapers { findings: papers.findings, ..AddedPapers::default() });
        }
    }
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
