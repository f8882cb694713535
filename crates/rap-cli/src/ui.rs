//! Talk on standard error: notes, warnings, errors, and progress on long work.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rap_doc::{Finding, Severity};

/// Work shorter than this shows no bar: a bar that flashes by is noise.
const PATIENCE: Duration = Duration::from_millis(400);

/// How many findings are told one by one; the rest are counted, and the report has them all.
const FINDINGS_TOLD: usize = 20;

/// Says things to the person at the terminal, or keeps silent.
#[derive(Debug)]
pub(crate) struct Ui {
    quiet: bool,
}

impl Ui {
    pub(crate) const fn new(quiet: bool) -> Self {
        Self { quiet }
    }

    /// Tells what was done, in one line.
    pub(crate) fn note(&self, words: &str) {
        if !self.quiet {
            anstream::eprintln!("{words}");
        }
    }

    pub(crate) fn error(&self, words: &str) {
        anstream::eprintln!("\x1b[1;31merror\x1b[0m: {words}");
    }

    pub(crate) fn hint(&self, words: &str) {
        anstream::eprintln!("\x1b[1;36mhint\x1b[0m: {words}");
    }

    /// Tells what could not be read, worst first in the order of the papers, and how many findings there are more.
    pub(crate) fn findings(&self, findings: &[Finding]) {
        if self.quiet {
            return;
        }
        let telling = |finding: &&Finding| finding.severity != Severity::Note;
        for finding in findings.iter().filter(telling).take(FINDINGS_TOLD) {
            let colour = if finding.severity == Severity::Loss { "1;31" } else { "1;33" };
            anstream::eprintln!("\x1b[{colour}m{}\x1b[0m: {finding}", finding.severity.name());
            if !finding.hint.is_empty() {
                anstream::eprintln!("  \x1b[1;36mhint\x1b[0m: {}", finding.hint);
            }
        }
        let more = findings.iter().filter(telling).count().saturating_sub(FINDINGS_TOLD);
        if more > 0 {
            anstream::eprintln!("… and {more} more; `rapporteur list findings` shows them all");
        }
    }

    /// Returns a bar for this many papers; it shows itself after a moment, and never where nobody looks.
    pub(crate) fn progress(&self, papers: usize) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(papers as u64), ProgressDrawTarget::hidden());
        if !self.quiet && std::io::stderr().is_terminal() {
            bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(5));
            bar.set_style(
                ProgressStyle::with_template("{spinner} {pos}/{len} papers {wide_bar} {elapsed} {wide_msg}")
                    .unwrap_or_else(|_| ProgressStyle::default_bar()),
            );
            bar.enable_steady_tick(PATIENCE);
        }
        bar
    }
}
