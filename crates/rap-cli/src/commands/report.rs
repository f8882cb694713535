//! `rapporteur report`: the main job, from papers or from a dossier.

use std::path::PathBuf;

use clap::Args;
use rapporteur::{Case, ReportFolder, is_dossier};

use super::add::add;
use super::campaigns::DocketArgs;
use super::{BesideArgs, CodeArgs, ProcessArgs, counted};
use crate::ui::Ui;

/// Write the report on papers, or on a dossier
///
/// Writes `index.html`, `statements.csv`, `asks.csv`, `actors.csv`, `discourse.csv` and `report.json` into the folder,
/// and, when papers are named, `case.dossier` with everything that was read, laws included. Other files in the folder
/// are left as they are.
#[derive(Args, Debug)]
pub(crate) struct ReportArgs {
    /// The files and folders to read, or one dossier
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// The folder to write to; made if it is not there
    #[arg(long, short, value_name = "DIR")]
    output: PathBuf,
    #[command(flatten)]
    code: CodeArgs,
    #[command(flatten)]
    beside: BesideArgs,
    #[command(flatten)]
    docket: DocketArgs,
    #[command(flatten)]
    process: ProcessArgs,
}

pub(super) fn run(ui: &Ui, args: &ReportArgs) -> anyhow::Result<()> {
    let mut beside = args.beside.options()?;
    beside.docket = args.docket.options()?;
    beside.process = args.process.options()?;
    let mut folder = ReportFolder::prepare(&args.output)?;
    let (case, report) = match args.paths.as_slice() {
        [dossier] if is_dossier(dossier) => {
            let case = Case::open(dossier)?;
            if beside.laws.is_empty() {
                beside.laws = case.laws()?;
            }
            let report = case.report(&beside)?;
            (case, report)
        }
        paths => {
            let mut case = folder.new_case(args.code.options()?)?;
            add(ui, &mut case, paths, args.docket.options()?)?;
            args.beside.law.iter().try_for_each(|path| case.add_law(path).map(drop))?;
            let report = case.report(&beside)?;
            case.keep_asks(&report)?;
            (case, report)
        }
    };
    folder.write(case, &report)?;
    let numbers = &report.numbers;
    ui.note(&format!(
        "{}, {}, {} of {}; open {}",
        counted(numbers.sources, "source"),
        counted(numbers.statements, "statement"),
        counted(numbers.asks, "ask"),
        counted(numbers.speakers, "speaker"),
        args.output.join("index.html").display()
    ));
    Ok(())
}
