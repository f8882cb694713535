//! `rapporteur law add`: laws into a dossier.

use std::path::PathBuf;

use clap::Args;
use rapporteur::{Added, Case, law_name};

use crate::commands::counted;
use crate::ui::Ui;

/// Keep laws, or drafts of them, in a dossier
///
/// From then on `report`, `list links` and `export` on the dossier tie demands to their provisions without `--law`.
/// A file of the same name with other words takes the place of the older text, which is kept. A file without
/// provisions is not kept.
#[derive(Args, Debug)]
pub(crate) struct AddArgs {
    /// The dossier
    #[arg(value_name = "FILE.dossier")]
    dossier: PathBuf,
    /// The acts: files, or folders of Formex files, each of which is one act
    #[arg(required = true, value_name = "FILE|DIR")]
    acts: Vec<PathBuf>,
}

pub(super) fn run(ui: &Ui, args: &AddArgs) -> anyhow::Result<()> {
    let mut case = Case::open(&args.dossier)?;
    for path in &args.acts {
        let (law, added) = case.add_law(path)?;
        ui.findings(&law.law.findings);
        let what = match added {
            None => "not kept",
            Some(Added::New) => "added",
            Some(Added::Known) => "known already",
            Some(Added::Replaces(_)) => "added in place of an earlier text of the same name",
        };
        let provisions = counted(law.law.provisions.len(), "provision");
        ui.note(&format!("{}: {provisions}, {what}", law_name(&law)));
    }
    Ok(())
}
