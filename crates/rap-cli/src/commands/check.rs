//! `rapporteur check`: every quote, number and line of the ledger once more.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use rapporteur::Case;

use super::counted;
use crate::ui::Ui;

/// Recompute every quote, number and ledger line of a dossier
///
/// Ends with 1 if one of them fails; each failure says which and where.
#[derive(Args, Debug)]
pub(crate) struct CheckArgs {
    /// The dossier
    #[arg(value_name = "FILE.dossier")]
    dossier: PathBuf,
}

pub(super) fn run(ui: &Ui, args: &CheckArgs) -> anyhow::Result<()> {
    let outcome = Case::open(&args.dossier)?.check()?;
    for failure in &outcome.failures {
        anstream::println!("{}: {}: {}", failure.origin, failure.place, failure.what);
    }
    if !outcome.failures.is_empty() {
        bail!("{} in {}", counted(outcome.failures.len(), "failure"), args.dossier.display());
    }
    ui.note(&format!(
        "{}, {} and {} hold",
        counted(outcome.sources, "source"),
        counted(outcome.statements, "statement"),
        counted(outcome.sentences, "ledger line")
    ));
    Ok(())
}
