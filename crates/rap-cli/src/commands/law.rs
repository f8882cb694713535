//! `rapporteur law`: acts as structure, one command a file.

mod add;
mod align;
mod amend;
mod cite;
mod diff;
mod show;

use clap::{Args, Subcommand};

use crate::ui::Ui;

/// Work with the text of acts: keep them in a dossier, show their structure, list references, compare them
#[derive(Args, Debug)]
pub(crate) struct LawArgs {
    #[command(subcommand)]
    command: LawCommand,
}

#[derive(Subcommand, Debug)]
enum LawCommand {
    Add(add::AddArgs),
    Show(show::ShowArgs),
    Cite(cite::CiteArgs),
    Diff(diff::DiffArgs),
    Align(align::AlignArgs),
    Amend(amend::AmendArgs),
}

pub(super) fn run(ui: &Ui, args: &LawArgs) -> anyhow::Result<()> {
    match &args.command {
        LawCommand::Add(args) => add::run(ui, args),
        LawCommand::Show(args) => show::run(ui, args),
        LawCommand::Cite(args) => cite::run(ui, args),
        LawCommand::Diff(args) => diff::run(ui, args),
        LawCommand::Align(args) => align::run(ui, args),
        LawCommand::Amend(args) => amend::run(ui, args),
    }
}
