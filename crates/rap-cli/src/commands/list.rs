//! `rapporteur list`: rows of one sort, from papers or from a dossier.

use std::io::{self, BufWriter, StdoutLock, Write, stdout};
use std::path::PathBuf;

use anyhow::bail;
use clap::{Args, ValueEnum};
use rap_doc::Finding;
use rapporteur::row::{
    ActorRow, AskRow, ContradictionRow, DiscourseRow, EventRow, FindingRow, LawRow, LedgerRow, LinkRow, Paper, Row,
    SourceRow, StatementRow, ThemeRow,
};
use rapporteur::{Entry, Listing, calendar};

use super::{BesideArgs, CodeArgs, ProcessArgs};
use crate::output::{Format, Page, Printer, TakeRows};
use crate::ui::Ui;

/// List statements, asks, actors and more, from papers or from a dossier
#[derive(Args, Debug)]
pub(crate) struct ListArgs {
    /// What to list
    #[arg(value_enum)]
    what: What,
    /// The files and folders to read, or one dossier
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// How to print the rows
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    code: CodeArgs,
    #[command(flatten)]
    beside: BesideArgs,
    #[command(flatten)]
    process: ProcessArgs,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum What {
    /// Who said what, one row a statement
    Statements,
    /// Demands of one meaning with all who make them
    Asks,
    /// The people and bodies that the papers name
    Actors,
    /// The themes of the codebook with their counts
    Themes,
    /// Which provision of the law each single demand is tied to; with `--law`, or those that the dossier holds
    Links,
    /// The laws, or drafts, that demands are tied to
    Laws,
    /// What happened around the law: meetings, plans, drafts, readings, votes
    Events,
    /// What the papers contradict, in themselves and between them, and where they leave gaps
    Contradictions,
    /// Which share of each month is of which theme, stance and act, and where it changes
    Discourse,
    /// What could not be read, or only with doubt
    Findings,
    /// What became of every sentence
    Ledger,
    /// The papers
    Sources,
}

pub(super) fn run(ui: &Ui, args: &ListArgs) -> anyhow::Result<()> {
    let mut beside = args.beside.options()?;
    beside.process = args.process.options()?;
    beside.asks_alone = matches!(args.what, What::Asks | What::Actors | What::Links | What::Themes);
    let listing = Listing::open(&args.paths, args.code.options()?)?;
    if beside.laws.is_empty() {
        beside.laws = listing.laws()?;
    }
    if args.format == Format::Ics {
        if args.what != What::Events {
            bail!("only events can be a calendar: `rapporteur list events … --format ics`");
        }
        stdout().lock().write_all(calendar(&listing.report(&beside)?).as_bytes())?;
        return Ok(());
    }
    let mut out = Printer::new(args.format, BufWriter::with_capacity(1 << 16, stdout().lock()));
    match args.what {
        What::Statements => each_row::<StatementRow<'_>>(ui, &listing, args, out),
        What::Ledger => each_row::<LedgerRow<'_>>(ui, &listing, args, out),
        What::Sources => each_row::<SourceRow<'_>>(ui, &listing, args, out),
        What::Findings => findings(&listing, out),
        What::Asks => {
            listing.report(&beside)?.ask_rows().try_for_each(|row| out.row(&row))?;
            end::<AskRow<'_>>(ui, out)
        }
        What::Actors => {
            listing.report(&beside)?.actor_rows().try_for_each(|row| out.row(&row))?;
            end::<ActorRow<'_>>(ui, out)
        }
        What::Links => {
            if beside.laws.is_empty() {
                bail!(
                    "links tie demands to a law, and none was given: add `--law FILE`, or keep it: `rapporteur law add`"
                );
            }
            listing.report(&beside)?.link_rows().try_for_each(|row| out.row(&row))?;
            end::<LinkRow<'_>>(ui, out)
        }
        What::Laws => {
            beside.laws.iter().try_for_each(|law| out.row(&LawRow::of(law)))?;
            end::<LawRow<'_>>(ui, out)
        }
        What::Events => {
            listing.report(&beside)?.event_rows().try_for_each(|row| out.row(&row))?;
            end::<EventRow<'_>>(ui, out)
        }
        What::Contradictions => {
            listing.report(&beside)?.contradiction_rows().try_for_each(|row| out.row(&row))?;
            end::<ContradictionRow<'_>>(ui, out)
        }
        What::Discourse => {
            listing.report(&beside)?.discourse_rows().try_for_each(|row| out.row(&row))?;
            end::<DiscourseRow<'_>>(ui, out)
        }
        What::Themes => {
            listing.report(&beside)?.theme_rows().try_for_each(|row| out.row(&row))?;
            end::<ThemeRow<'_>>(ui, out)
        }
    }
}

type Out = Printer<BufWriter<StdoutLock<'static>>>;

/// The longest text, in bytes, whose rows are kept until their turn comes: they are several times as long.
const LONGEST_AHEAD: usize = 4 << 20;

/// An entry that waits for its turn to be printed.
enum Waiting {
    /// The thread that read it has printed its rows.
    Printed(Page, Vec<Finding>),
    /// Its rows are too many to be kept.
    Long(Box<Entry>),
}

/// Prints the rows of one entry after the other, and tells at the end what could not be read.
fn each_row<R: Row>(ui: &Ui, listing: &Listing, args: &ListArgs, mut out: Out) -> anyhow::Result<()> {
    let print_ahead = |entry: Entry| {
        if entry.doc.text().len() > LONGEST_AHEAD {
            return Ok(Waiting::Long(Box::new(entry)));
        }
        let mut page = Page::new(args.format);
        print(args.what, &entry, &mut page)?;
        Ok::<_, io::Error>(Waiting::Printed(page, entry.findings))
    };
    let mut findings = Vec::new();
    let unopened = listing.each_made::<_, anyhow::Error>(print_ahead, |waiting| {
        match waiting? {
            Waiting::Printed(page, found) => {
                out.page::<R>(&page)?;
                findings.extend(found);
            }
            Waiting::Long(entry) => {
                print(args.what, &entry, &mut out)?;
                findings.extend(entry.findings);
            }
        }
        Ok(())
    })?;
    findings.extend(unopened);
    end::<R>(ui, out)?;
    ui.findings(&findings);
    Ok(())
}

/// Prints the rows that an entry has by itself.
fn print(what: What, entry: &Entry, out: &mut impl TakeRows) -> io::Result<()> {
    let paper = Paper::of(entry);
    match what {
        What::Statements => paper.statements(&entry.codings).try_for_each(|row| out.row(&row)),
        What::Ledger => paper.ledger().try_for_each(|row| out.row(&row)),
        What::Sources => out.row(&paper.row()),
        // Theirs are rows of all entries together, or of what is no entry.
        What::Findings
        | What::Asks
        | What::Actors
        | What::Themes
        | What::Links
        | What::Laws
        | What::Events
        | What::Contradictions
        | What::Discourse => Ok(()),
    }
}

fn findings(listing: &Listing, mut out: Out) -> anyhow::Result<()> {
    let unopened = listing.each_made::<_, anyhow::Error>(
        |entry| entry.findings,
        |findings| Ok(findings.iter().try_for_each(|finding| out.row(&FindingRow::from(finding)))?),
    )?;
    unopened.iter().try_for_each(|finding| out.row(&FindingRow::from(finding)))?;
    out.finish::<FindingRow<'_>>()?;
    Ok(())
}

/// Ends the output; an empty list for people says so, because silence could be anything.
fn end<R: Row>(ui: &Ui, out: Out) -> anyhow::Result<()> {
    if out.finish::<R>()? == 0 {
        ui.note("nothing to list");
    }
    Ok(())
}
