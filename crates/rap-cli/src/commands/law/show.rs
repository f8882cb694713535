//! `rapporteur law show`: the tree of an act.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rapporteur::{Instruments, LawSheet, read_law, to_akoma_ntoso};

use crate::ui::Ui;

/// Show an act as the tree of its provisions, each with its id
///
/// Reads Formex (one file, or a folder that is one act), saved pages of EUR-Lex, Akoma Ntoso, USLM, CLML, and any
/// text, Markdown, Word or PDF file by the headings of the act.
#[derive(Args, Debug)]
pub(crate) struct ShowArgs {
    /// The act: a file, or a folder of Formex files
    #[arg(value_name = "FILE|DIR")]
    act: PathBuf,
    /// Count recitals, chapters, articles, annexes, definitions, references and findings instead
    #[arg(long)]
    summary: bool,
    /// How to print the act
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug, ValueEnum)]
enum Format {
    /// The tree for people
    Text,
    /// One object with the tree, definitions, references and findings
    Json,
    /// Akoma Ntoso 3
    Akn,
}

pub(super) fn run(ui: &Ui, args: &ShowArgs) -> anyhow::Result<()> {
    let act = read_law(&args.act)?;
    ui.findings(&act.law.findings);
    let mut out = BufWriter::new(stdout().lock());
    let sheet = LawSheet::of(&act.law, &Instruments::built_in());
    match (args.format, args.summary) {
        (Format::Text, true) => sheet.write_summary(&mut out)?,
        (Format::Text, false) => sheet.write_text(&mut out)?,
        // The counts have no form in Akoma Ntoso.
        (Format::Json | Format::Akn, true) => sheet.write_summary_json(&mut out)?,
        (Format::Json, false) => sheet.write_json(&mut out)?,
        (Format::Akn, false) => out.write_all(to_akoma_ntoso(&act.law).as_bytes())?,
    }
    out.flush()?;
    Ok(())
}
