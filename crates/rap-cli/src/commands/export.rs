//! `rapporteur export`: the asks as a table that an office answers.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rapporteur::{Form, Listing, read_disposition, take_answers, to_disposition, write_disposition};

use super::{BesideArgs, CodeArgs, counted};
use crate::ui::Ui;

/// Write the disposition of comments, one row for each ask and provision, for the office to answer
///
/// The ending of the output says the format: `.docx`, `.xlsx` or `.csv`. The answers are empty until somebody fills
/// them; `rapporteur answers` reads a filled file, and `--answers` takes its answers into a new table.
#[derive(Args, Debug)]
pub(crate) struct ExportArgs {
    /// The files and folders to read, or one dossier
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// The form of the table
    #[arg(long = "as", value_enum, default_value_t = FormArg::Plain, value_name = "FORM")]
    form: FormArg,
    /// The file to write
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// Fill this Word template of the office instead of a page of our own
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
    /// Take the answers of this filled disposition (can be repeated)
    #[arg(long, value_name = "FILE")]
    answers: Vec<PathBuf>,
    /// The date in the head of the table, as in 2031-04-30; none where not given
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    #[command(flatten)]
    code: CodeArgs,
    #[command(flatten)]
    beside: BesideArgs,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug, ValueEnum)]
enum FormArg {
    /// The ISO/IEC/IEEE commenting template of 2012-03
    Iso,
    /// The fields of a W3C disposition of comments
    W3c,
    /// 征求意见汇总处理表
    Zh,
    /// All that is known of a row, decision and reason apart
    Plain,
}

impl FormArg {
    const fn form(self) -> Form {
        match self {
            Self::Iso => Form::Iso,
            Self::W3c => Form::W3c,
            Self::Zh => Form::Chinese,
            Self::Plain => Form::Plain,
        }
    }
}

pub(super) fn run(ui: &Ui, args: &ExportArgs) -> anyhow::Result<()> {
    let mut beside = args.beside.options()?;
    let listing = Listing::open(&args.paths, args.code.options()?)?;
    if beside.laws.is_empty() {
        beside.laws = listing.laws()?;
    }
    let report = listing.report(&beside)?;
    let mut table = to_disposition(&report);
    table.date = args.date.clone().unwrap_or_default();
    ui.findings(&report.findings);
    for path in &args.answers {
        let filled = read_disposition(path)?;
        ui.findings(&filled.findings);
        ui.findings(&take_answers(&mut table, &filled.table, &path.display().to_string()));
    }
    write_disposition(&table, args.form.form(), args.template.as_deref(), &args.output)?;
    let counts = table.counts();
    let without = table.rows.iter().filter(|row| row.clause.is_empty()).count();
    ui.note(&format!(
        "{}, {without} without a provision, {} unanswered; open {}",
        counted(counts.rows, "row"),
        counts.unanswered,
        args.output.display()
    ));
    Ok(())
}
