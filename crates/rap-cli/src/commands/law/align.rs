//! `rapporteur law align`: which provisions of two acts are about the same matter.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, ValueEnum};
use rapporteur::{AlignOptions, Codebook, LawAlignment, Terms, align, codebook_terms, law_name, read_law};

use super::diff::Level;
use crate::ui::Ui;

/// Find provisions of two acts on the same matter, also across English and Chinese, and say what that rests on
///
/// A pair says that two provisions deal with one matter, and not that they demand the same.
#[derive(Args, Debug)]
pub(crate) struct AlignArgs {
    /// The one act
    left: PathBuf,
    /// The other act
    right: PathBuf,
    /// How fine to align
    #[arg(long, value_enum, default_value_t = Level::Article)]
    level: Level,
    /// How to print the alignment
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Use the terms of this file besides the built-in ones: `english | english = 中文 | 中文` a line
    #[arg(long, value_name = "FILE")]
    terms: Option<PathBuf>,
    /// Use the words of this codebook (TOML) instead of the built-in `ai-law`
    #[arg(long, value_name = "FILE")]
    codebook: Option<PathBuf>,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug, ValueEnum)]
enum Format {
    /// Sentences for people
    Text,
    /// One object
    Json,
    /// A table
    Csv,
}

pub(super) fn run(ui: &Ui, args: &AlignArgs) -> anyhow::Result<()> {
    let (left, right) = (read_law(&args.left)?, read_law(&args.right)?);
    for law in [&left, &right] {
        ui.findings(&law.law.findings);
    }
    let alignment = align(&left.law, &right.law, &AlignOptions { level: args.level.into(), terms: terms(args)? });
    let (left_name, right_name) = (law_name(&left), law_name(&right));
    let shown = LawAlignment {
        left: &left.law,
        right: &right.law,
        left_name: &left_name,
        right_name: &right_name,
        alignment: &alignment,
    };
    let mut bytes = Vec::new();
    match args.format {
        Format::Text => shown.write_text(&mut bytes)?,
        Format::Json => shown.write_json(&mut bytes)?,
        Format::Csv => shown.write_csv(&mut bytes)?,
    }
    match &args.output {
        Some(file) => {
            let fault = || format!("cannot write `{}`", file.display());
            let mut out = BufWriter::new(File::create(file).with_context(fault)?);
            out.write_all(&bytes).and_then(|()| out.flush()).with_context(fault)
        }
        None => Ok(io::stdout().lock().write_all(&bytes)?),
    }
}

fn terms(args: &AlignArgs) -> anyhow::Result<Terms> {
    let codebook = match &args.codebook {
        Some(file) => {
            let text = std::fs::read_to_string(file)
                .with_context(|| format!("cannot read the codebook `{}`", file.display()))?;
            Codebook::parse(&text).with_context(|| format!("in `{}`", file.display()))?
        }
        None => Codebook::builtin(),
    };
    let mut terms = Terms::built_in().with(codebook_terms(&codebook));
    if let Some(file) = &args.terms {
        let list =
            std::fs::read_to_string(file).with_context(|| format!("cannot read the terms `{}`", file.display()))?;
        terms = terms.with(Terms::parse(&list).into_terms());
    }
    Ok(terms)
}
