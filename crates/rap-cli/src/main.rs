//! The program `rapporteur`: reads its arguments, runs one command, and ends with a number that says how it went.
//!
//! Standard output is data, standard error is talk. The command line knows no stage; it asks the facade.

mod commands;
mod failure;
mod output;
mod ui;

use std::process::ExitCode;

use clap::Parser;

use crate::commands::Command;
use crate::ui::Ui;

/// Read everything said about a draft law and report who asked for what, with the evidence
#[derive(Parser, Debug)]
#[command(
    name = "rapporteur",
    version,
    max_term_width = 100,
    subcommand_required = true,
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Say nothing but errors
    #[arg(long, short, global = true)]
    quiet: bool,
    /// Use this many threads; by default one for each core
    #[arg(long, global = true, value_name = "NUMBER")]
    threads: Option<usize>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let ui = Ui::new(arguments.quiet);
    if let Some(threads) = arguments.threads {
        rapporteur::use_threads(threads);
    }
    match arguments.command.run(&ui) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failure::tell(&ui, &error),
    }
}
