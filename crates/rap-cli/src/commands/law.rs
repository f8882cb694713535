//! `rapporteur law`: acts as structure, one command a file.

mod align;
mod amend;
mod diff;

use clap::{Args, Subcommand};

use crate::ui::Ui;

/// Work with the text of acts: compare them provision by provision
#[derive(Args, Debug)]
pub(crate) struct LawArgs {
    #[command(subcommand)]
    command: LawCommand,
}

#[derive(Subcommand, Debug)]
enum LawCommand {
    Diff(diff::DiffArgs),
    Align(align::AlignArgs),
    Amend(amend::AmendArgs),
}

pub(super) fn run(ui: &Ui, args: &LawArgs) -> anyhow::Result<()> {
    match &args.command {
        LawCommand::Diff(args) => diff::run(ui, args),
        LawCommand::Align(args) => align::run(ui, args),
        LawCommand::Amend(args) => amend::run(ui, args),
    }
}
