//! `rapporteur law amend`: adopted amendments located in an act and applied.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, ValueEnum};
use rapporteur::{Amendment, Fate, amend, read_amendments, read_law};

use crate::ui::Ui;

/// Locate adopted amendments in the act that they amend, and apply them
///
/// Each amendment is looked for at its place and checked against the words that it quotes; where the place does not
/// lead to them, they are looked for in the article and then in the act. What is not found is not applied.
#[derive(Args, Debug)]
pub(crate) struct AmendArgs {
    /// The act
    law: PathBuf,
    /// The amendments: one JSON object a line with `number`, `place`, `old` and `new`
    amendments: PathBuf,
    /// How to print what became of the amendments
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write the amended text to this file
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug, ValueEnum)]
enum Format {
    /// A line an amendment
    Text,
    /// One object a line
    Jsonl,
}

pub(super) fn run(ui: &Ui, args: &AmendArgs) -> anyhow::Result<()> {
    let law = read_law(&args.law)?;
    ui.findings(&law.law.findings);
    let (amendments, findings) = read_amendments(&args.amendments)?;
    ui.findings(&findings);
    let amended = amend(&law.law, &amendments);
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (amendment, fate) in amendments.iter().zip(&amended.fates) {
        let id = |at: usize| law.law.provisions.get(at).map_or(String::new(), |provision| provision.id.to_string());
        let row = Row::of(amendment, fate, id);
        match args.format {
            Format::Text => writeln!(out, "{}", row.sentence())?,
            Format::Jsonl => writeln!(out, "{}", row.json())?,
        }
    }
    out.flush()?;
    if let Some(file) = &args.output {
        std::fs::write(file, &amended.text).with_context(|| format!("cannot write `{}`", file.display()))?;
    }
    let count = |is: &dyn Fn(&Fate) -> bool| amended.fates.iter().filter(|fate| is(fate)).count();
    let applied = count(&|fate| matches!(fate, Fate::Applied { .. }));
    let located = count(&Fate::is_located);
    ui.note(&format!("{located} of {} amendments located, {applied} applied", amendments.len()));
    Ok(())
}

/// What became of an amendment, in words.
struct Row<'a> {
    amendment: &'a Amendment,
    fate: &'static str,
    provision: String,
    similarity: Option<f64>,
    detail: String,
}

impl<'a> Row<'a> {
    fn of(amendment: &'a Amendment, fate: &Fate, id: impl Fn(usize) -> String) -> Self {
        let row = |fate, provision: Option<usize>, similarity, detail: String| Row {
            amendment,
            fate,
            provision: provision.map_or(String::new(), &id),
            similarity,
            detail,
        };
        match fate {
            Fate::Applied { provision, similarity, by_place } => {
                let detail = if *by_place { "" } else { "found by its words" };
                row("applied", Some(*provision), Some(*similarity), detail.to_owned())
            }
            Fate::Taken { provision, by } => {
                row("taken", Some(*provision), None, format!("amendment {by} changes the same words"))
            }
            Fate::OtherWords { provision, similarity } => {
                row("other-words", Some(*provision), Some(*similarity), "the words there are others".to_owned())
            }
            Fate::NotFound { reason } => row("not-found", None, None, reason.clone()),
            _ => row("unknown", None, None, String::new()),
        }
    }

    fn sentence(&self) -> String {
        let mut sentence = format!("{} ({}): {}", self.amendment.number, self.amendment.place, self.fate);
        if !self.provision.is_empty() {
            sentence.push_str(&format!(" at {}", self.provision));
        }
        if let Some(similarity) = self.similarity.filter(|similarity| *similarity < 1.0) {
            sentence.push_str(&format!(", {:.0} % of the words the same", similarity * 100.0));
        }
        if !self.detail.is_empty() {
            sentence.push_str(&format!("; {}", self.detail));
        }
        sentence
    }

    fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "number": self.amendment.number,
            "place": self.amendment.place,
            "fate": self.fate,
            "provision": self.provision,
            "similarity": self.similarity.map(|similarity| (similarity * 1000.0).round() / 1000.0),
            "detail": self.detail,
        })
    }
}
