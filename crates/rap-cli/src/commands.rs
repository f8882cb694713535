//! The commands, one file each.

mod add;
mod answers;
mod campaigns;
mod check;
mod export;
mod law;
mod list;
mod new;
mod report;
mod search;
mod signals;

use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, Subcommand, ValueEnum};
use rapporteur::{
    CodeOptions, Codebook, Finders, ProcessOptions, ReportOptions, SignalOptions, SourceKind, read_events, read_law,
    read_procedure,
};

use crate::ui::Ui;

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    Report(report::ReportArgs),
    New(new::NewArgs),
    Add(add::AddArgs),
    List(list::ListArgs),
    Search(search::SearchArgs),
    Signals(signals::SignalsArgs),
    Campaigns(campaigns::CampaignsArgs),
    Check(check::CheckArgs),
    Export(export::ExportArgs),
    Answers(answers::AnswersArgs),
    Law(law::LawArgs),
}

impl Command {
    pub(crate) fn run(&self, ui: &Ui) -> anyhow::Result<()> {
        match self {
            Self::Report(args) => report::run(ui, args),
            Self::New(args) => new::run(ui, args),
            Self::Add(args) => add::run(ui, args),
            Self::List(args) => list::run(ui, args),
            Self::Search(args) => search::run(ui, args),
            Self::Signals(args) => signals::run(ui, args),
            Self::Campaigns(args) => campaigns::run(ui, args),
            Self::Check(args) => check::run(ui, args),
            Self::Export(args) => export::run(ui, args),
            Self::Answers(args) => answers::run(ui, args),
            Self::Law(args) => law::run(ui, args),
        }
    }
}

/// How papers are to be read.
#[derive(Args, Debug, Default)]
pub(crate) struct CodeArgs {
    /// The kind of the papers; guessed for each part of each paper where not given
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// Sort by the themes of this codebook (TOML) instead of the built-in `ai-law`
    #[arg(long, value_name = "FILE")]
    codebook: Option<PathBuf>,
    /// Look for who said what by rules alone, without the small model beside them
    #[arg(long)]
    rules_only: bool,
}

/// What a report is to hold beside what the papers say.
#[derive(Args, Debug, Default)]
pub(crate) struct BesideArgs {
    /// Tie each demand to a provision of this law or draft (can be repeated); by default to those of the dossier
    #[arg(long, value_name = "FILE")]
    pub(crate) law: Vec<PathBuf>,
}

impl BesideArgs {
    /// Returns the options of the facade, with the laws read that were named.
    pub(crate) fn options(&self) -> anyhow::Result<ReportOptions> {
        let laws = self.law.iter().map(|path| Ok(read_law(path)?)).collect::<anyhow::Result<Vec<_>>>()?;
        Ok(ReportOptions { laws, ..ReportOptions::default() })
    }
}

/// What to know of the way of the law.
#[derive(Args, Debug, Default)]
pub(crate) struct ProcessArgs {
    /// The procedure that the law follows: `china-npcsc-law`, `china-departmental-rule`, `eu-ordinary`, `us-rule`,
    /// `us-bill`, `uk-bill`, `korea-act`, `japan-act`, or a TOML file
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) procedure: Option<String>,
    /// Follow the law of this name; by default the one that the events name most
    #[arg(long, value_name = "NAME")]
    follow: Option<String>,
    /// Ask as of this day (2031-05-02); by default the newest date of the papers
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Add the events of a CSV or iCalendar file (can be repeated)
    #[arg(long, value_name = "FILE")]
    events: Vec<PathBuf>,
}

impl ProcessArgs {
    /// Returns the options of the facade, with the procedure and the events read.
    pub(crate) fn options(&self) -> anyhow::Result<ProcessOptions> {
        let procedure = self.procedure.as_deref().map(read_procedure).transpose()?;
        let mut events = Vec::new();
        for path in &self.events {
            events.extend(read_events(path)?);
        }
        let as_of = match &self.as_of {
            None => None,
            Some(date) => Some(date.parse().map_err(|_| anyhow::anyhow!("`{date}` is no date: write 2031-05-02"))?),
        };
        Ok(ProcessOptions { procedure, signals: SignalOptions { law: self.follow.clone(), as_of }, events })
    }
}

#[derive(Copy, Clone, PartialEq, Eq, Debug, ValueEnum)]
enum Kind {
    /// Minutes, a press release or another report of what was said at a meeting
    Record,
    /// An article or post whose author has a voice
    Article,
    /// A submission, comment or letter: the submitter speaks throughout
    Submission,
    /// A law or a draft of one
    Law,
    /// A plan or agenda
    Plan,
}

impl CodeArgs {
    /// Returns the options of the facade; all errors of a codebook are shown at once.
    pub(crate) fn options(&self) -> anyhow::Result<CodeOptions> {
        let mut options = CodeOptions { kind: self.kind.map(Kind::source_kind), ..CodeOptions::default() };
        if self.rules_only {
            options.finders = Finders::RulesOnly;
        }
        if let Some(file) = &self.codebook {
            let text = std::fs::read_to_string(file)
                .with_context(|| format!("cannot read the codebook `{}`", file.display()))?;
            options.codebook = Codebook::parse(&text).with_context(|| format!("in `{}`", file.display()))?;
        }
        Ok(options)
    }
}

impl Kind {
    const fn source_kind(self) -> SourceKind {
        match self {
            Self::Record => SourceKind::Record,
            Self::Article => SourceKind::Article,
            Self::Submission => SourceKind::Submission,
            Self::Law => SourceKind::Law,
            Self::Plan => SourceKind::Plan,
        }
    }
}

/// Says a number with its noun: "1 paper", "2 papers".
pub(crate) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
