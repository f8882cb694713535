//! `rapporteur law diff`: what became of each provision of an act in another one.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use rapporteur::{Agreement, CompareOptions, Correlation, DiffScope, LawDiff, NamedLaw, compare, law_name, read_law};

use crate::ui::Ui;

/// Compare two acts: what was kept, amended, renumbered, moved, split, merged, inserted or deleted
///
/// The acts may be versions of one or any two. Quotation marks, full-width characters, variant characters and spaces
/// are no amendments; they are counted apart.
#[derive(Args, Debug)]
pub(crate) struct DiffArgs {
    /// The old act
    old: PathBuf,
    /// The new act
    new: PathBuf,
    /// How fine to compare
    #[arg(long, value_enum, default_value_t = Level::Article)]
    level: Level,
    /// How to print the comparison
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Show recitals, the rest of the preamble and signatures too
    #[arg(long)]
    all: bool,
    /// Compare the outcome with this published correlation table (CSV or tab-separated)
    #[arg(long, value_name = "FILE")]
    table: Option<PathBuf>,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Level {
    /// Articles and annexes, each with all below it
    Article,
    /// Paragraphs
    Paragraph,
    /// Points
    Point,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug, ValueEnum)]
enum Format {
    /// Sentences for people
    Text,
    /// One object with all redlines
    Json,
    /// The correlation table
    Csv,
    /// A page with both acts side by side
    Html,
    /// A Word document with tracked changes
    Docx,
    /// Amendments in Akoma Ntoso
    Akn,
}

impl From<Level> for rapporteur::Level {
    fn from(level: Level) -> Self {
        match level {
            Level::Article => Self::Article,
            Level::Paragraph => Self::Paragraph,
            Level::Point => Self::Point,
        }
    }
}

pub(super) fn run(ui: &Ui, args: &DiffArgs) -> anyhow::Result<()> {
    if args.format == Format::Docx && args.output.is_none() && io::stdout().is_terminal() {
        bail!("a Word document is no text for a terminal; name a file with -o");
    }
    let (old, new) = (read_law(&args.old)?, read_law(&args.new)?);
    for law in [&old, &new] {
        ui.findings(&law.law.findings);
    }
    let comparison = compare(&old.law, &new.law, CompareOptions { level: args.level.into() });
    let (old_name, new_name) = names(&old, &new);
    let diff = LawDiff {
        old: &old.law,
        new: &new.law,
        old_name: &old_name,
        new_name: &new_name,
        comparison: &comparison,
        scope: if args.all { DiffScope::Everything } else { DiffScope::Provisions },
    };
    write(args, &diff)?;
    if let Some(file) = &args.table {
        let table =
            std::fs::read_to_string(file).with_context(|| format!("cannot read the table `{}`", file.display()))?;
        tell(ui, &diff.agreement(&table));
    }
    Ok(())
}

/// Returns what to call the acts; two versions under one title are told by their files.
fn names(old: &NamedLaw, new: &NamedLaw) -> (String, String) {
    let names = (law_name(old), law_name(new));
    if names.0 != names.1 {
        return names;
    }
    (format!("{} ({})", names.0, old.origin), format!("{} ({})", names.1, new.origin))
}

fn write(args: &DiffArgs, diff: &LawDiff<'_>) -> anyhow::Result<()> {
    let mut bytes = Vec::new();
    match args.format {
        Format::Text => diff.write_text(&mut bytes)?,
        Format::Json => diff.write_json(&mut bytes)?,
        Format::Csv => diff.write_csv(&mut bytes)?,
        Format::Html => diff.write_html(&mut bytes)?,
        Format::Docx => diff.write_docx(&mut bytes)?,
        Format::Akn => diff.write_akoma_ntoso(&mut bytes)?,
    }
    match &args.output {
        Some(file) => {
            let fault = || format!("cannot write `{}`", file.display());
            let mut out = BufWriter::new(File::create(file).with_context(fault)?);
            out.write_all(&bytes).and_then(|()| out.flush()).with_context(fault)?;
        }
        None => {
            let mut out = io::stdout().lock();
            out.write_all(&bytes)?;
            out.flush()?;
        }
    }
    Ok(())
}

/// Says how the outcome agrees with a published table, row by row where it does not.
fn tell(ui: &Ui, agreement: &Agreement) {
    let theirs = agreement.both.len() + agreement.table_alone.len();
    ui.note(&format!("{} of {} rows of the table are found", agreement.both.len(), theirs));
    let row = |(old, new): &Correlation| {
        let cell = |number: &Option<String>| number.clone().unwrap_or_else(|| "nothing".to_owned());
        format!("{} → {}", cell(old), cell(new))
    };
    for (what, rows) in [("in the table alone", &agreement.table_alone), ("found alone", &agreement.ours_alone)] {
        for correlation in rows {
            ui.note(&format!("  {what}: {}", row(correlation)));
        }
    }
}
