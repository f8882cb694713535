//! `cargo xtask`: everything that CI does, as commands that anyone can run.
//!
//! `ci` runs all steps; `tidy` checks the house rules that no compiler checks; `corpus` measures the quality of the
//! stages on the development sets, most of which lie outside of the repository, and compares with the last accepted run; `marks` serves
//! those who mark paragraphs.

mod bench;
mod ci;
mod corpus;
mod marks;
mod tidy;
mod train;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
usage: cargo xtask <command>

  ci                  format, clippy, tidy, tests, docs and the recipes of the README
  tidy                the house rules: sizes, layers, names, licences, the budget of dependencies
  bench               time and memory of the whole program on invented papers, as a table
  bench docket        campaigns in invented dockets of 10 thousand to 5 million comments, beside Python libraries
  corpus [SET…]       precision, recall and F1 on the development sets, gains and losses against the accepted run
  corpus --accept     the same, and accept the run as the one to compare with
  corpus --dump SET   the statements found in an attribution set, as JSON lines for the reference scorer
  corpus --slips FILE what is missed and found too much in a file of marked paragraphs
  train [MODEL…]      fit the weights under packs/models (attribution, acts) to the marked paragraphs of corpus/attribution
  marks check FILE…   whether marked paragraphs are in their format, and what they hold
  marks strip FILE    the paragraphs without their marks
  marks agree A B     how far two markings of the same paragraphs agree
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["ci"] => ci::run(&root()),
        ["bench"] => bench::run(&root()),
        ["bench", "docket"] => bench::docket::run(&root()),
        ["tidy"] => tidy::run(&root()),
        ["train", rest @ ..] => train::run(&root(), rest),
        ["marks", rest @ ..] => marks::run(rest),
        ["corpus", rest @ ..] => corpus::run(&root(), rest),
        _ => {
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the folder of the workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}
