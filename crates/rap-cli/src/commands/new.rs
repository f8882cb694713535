//! `rapporteur new`: an empty dossier.

use std::path::PathBuf;

use clap::Args;
use rapporteur::Case;

use super::CodeArgs;
use crate::ui::Ui;

/// Begin a dossier
///
/// The codebook and the kind are kept in the dossier and hold for every paper added to it.
#[derive(Args, Debug)]
pub(crate) struct NewArgs {
    /// The file to make; it must not exist
    #[arg(value_name = "FILE.dossier")]
    dossier: PathBuf,
    #[command(flatten)]
    code: CodeArgs,
}

pub(super) fn run(ui: &Ui, args: &NewArgs) -> anyhow::Result<()> {
    Case::create(&args.dossier, args.code.options()?)?;
    let file = args.dossier.display();
    ui.note(&format!("made {file}; add papers with `rapporteur add {file} PATHS…`"));
    Ok(())
}
