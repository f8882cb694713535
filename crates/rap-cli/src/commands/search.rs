//! `rapporteur search`: words in everything that a dossier holds.

use std::path::PathBuf;

use clap::Args;
use rapporteur::Case;

use crate::ui::Ui;

/// Find words in the papers of a dossier
///
/// English words are found in all their forms, Chinese words wherever they stand.
#[derive(Args, Debug)]
pub(crate) struct SearchArgs {
    /// The dossier
    #[arg(value_name = "FILE.dossier")]
    dossier: PathBuf,
    /// The words that must all occur in one sentence
    #[arg(required = true)]
    words: Vec<String>,
}

pub(super) fn run(ui: &Ui, args: &SearchArgs) -> anyhow::Result<()> {
    let hits = Case::open(&args.dossier)?.search(&args.words.join(" "))?;
    for hit in &hits {
        anstream::println!("{}: {}", hit.origin, hit.words.replace('\n', " "));
    }
    ui.note(&format!("found in {}", super::counted(hits.len(), "sentence")));
    Ok(())
}
