//! `rapporteur campaigns`: which submissions of a docket are one text.

use std::io::{self, BufWriter, Write, stdout};
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use rapporteur::{CampaignOptions, Campaigns, Case, Choice, Docket, DocketOptions, Field, Papers, is_dossier, to_csv};
use serde_json::{Value, json};

use super::counted;
use crate::ui::Ui;

/// Find duplicates and campaigns among the submissions of a docket
///
/// Reads tables of comments (CSV, TSV, JSON, JSON lines, XLSX), folders of them with their attachments, or a folder of
/// letters. Mail addresses, telephone numbers and other personal data are masked in everything that is printed.
#[derive(Args, Debug)]
pub(crate) struct CampaignsArgs {
    /// The tables, or folders of tables or letters; or one dossier
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    docket: DocketArgs,
    /// How to print the campaigns
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How a docket is to be read.
#[derive(Args, Debug, Default)]
pub(crate) struct DocketArgs {
    /// Which column holds what, `text=Comment` or `id=Number`; guessed where not given (can be repeated)
    #[arg(long, value_name = "FIELD=COLUMN")]
    column: Vec<String>,
    /// The least likeness (Jaccard index) of the texts of a campaign, above 0 and at most 1
    #[arg(long, value_name = "NUMBER", default_value_t = 0.5)]
    threshold: f64,
    /// Leave personal data as it is
    #[arg(long)]
    unmasked: bool,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One object with all counts and campaigns
    Json,
    /// One row for each member of a campaign
    Csv,
}

impl DocketArgs {
    /// Returns the options of the facade.
    pub(crate) fn options(&self) -> anyhow::Result<DocketOptions> {
        if !(self.threshold > 0.0 && self.threshold <= 1.0) {
            bail!("the threshold `{}` is not above 0 and at most 1", self.threshold);
        }
        let choices = self.column.iter().map(|choice| chosen(choice)).collect::<anyhow::Result<_>>()?;
        let campaigns = CampaignOptions { threshold: self.threshold, ..CampaignOptions::default() };
        Ok(DocketOptions { choices, campaigns, unmasked: self.unmasked })
    }
}

fn chosen(choice: &str) -> anyhow::Result<Choice> {
    let (field, column) =
        choice.split_once('=').with_context(|| format!("`{choice}` does not say which column: write text=NAME"))?;
    let field = Field::from_name(field).with_context(|| {
        format!("`{field}` is no field; the commonest are text, id, name, organisation, date, title, attachments")
    })?;
    Ok(Choice { field, column: column.to_owned() })
}

pub(super) fn run(ui: &Ui, args: &CampaignsArgs) -> anyhow::Result<()> {
    let docket = match args.paths.as_slice() {
        [dossier] if is_dossier(dossier) => {
            let case = Case::open(dossier)?;
            if !case.has_docket()? {
                bail!("`{}` holds no submissions; add a table with `rapporteur add`", dossier.display());
            }
            case.docket(args.docket.options()?)?
        }
        paths => gathered(ui, paths, args)?,
    };
    ui.findings(docket.findings());
    let campaigns = docket.campaigns()?;
    let mut out = BufWriter::with_capacity(1 << 16, stdout().lock());
    match args.format {
        Format::Text => write_text(&campaigns, &mut out)?,
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &to_json(&campaigns))?;
            out.write_all(b"\n")?;
        }
        Format::Csv => write_csv(&campaigns, &mut out)?,
    }
    out.flush()?;
    let counts = campaigns.counts;
    ui.note(&format!(
        "{} received, {} published, {} distinct, {} in {}, {} of these with own words",
        counts.received,
        counts.published,
        counts.distinct,
        counts.in_campaigns,
        counted(campaigns.clusters.len(), "campaign"),
        counts.with_own_words
    ));
    Ok(())
}

fn gathered(ui: &Ui, paths: &[PathBuf], args: &CampaignsArgs) -> anyhow::Result<Docket> {
    let papers = Papers::below(paths);
    Ok(Docket::gather(&papers, args.docket.options()?, |table, mapping| ui.note(&format!("{table}: {mapping}")))?)
}

fn write_text(campaigns: &Campaigns, out: &mut impl Write) -> io::Result<()> {
    let counts = campaigns.counts;
    writeln!(out, "received        {:>9}", counts.received)?;
    writeln!(out, "published       {:>9}", counts.published)?;
    writeln!(out, "distinct        {:>9}", counts.distinct)?;
    writeln!(out, "in campaigns    {:>9}", counts.in_campaigns)?;
    writeln!(out, "with own words  {:>9}", counts.with_own_words)?;
    if campaigns.short_repeats.0 > 0 {
        let (texts, submissions) = campaigns.short_repeats;
        writeln!(
            out,
            "{submissions} submissions repeat {texts} short texts; these are no campaigns, each counts once"
        )?;
    }
    if campaigns.elsewhere > 0 {
        writeln!(out, "{} submissions are in files that are not here", campaigns.elsewhere)?;
    }
    for sensitivity in &campaigns.sensitivity {
        let (threshold, submissions) = (sensitivity.threshold, sensitivity.in_campaigns);
        writeln!(
            out,
            "at threshold {threshold:.2}: {} of {submissions} submissions",
            counted(sensitivity.clusters, "campaign")
        )?;
    }
    for campaign in &campaigns.clusters {
        writeln!(out)?;
        writeln!(
            out,
            "#{} {} submissions, {}, {}, {} with own words, representative {}",
            campaign.id,
            campaign.size,
            campaign.kind,
            counted(campaign.wordings, "wording"),
            campaign.with_own_words,
            campaign.representative
        )?;
        writeln!(out, "  “{}”", one_line(&campaign.opening))?;
        for differing in campaign.differing.iter().take(3) {
            writeln!(out, "  {} ×{}", differing.member, differing.copies)?;
            differing.added.iter().take(4).try_for_each(|words| writeln!(out, "    + {}", one_line(words)))?;
            differing.missing.iter().take(4).try_for_each(|words| writeln!(out, "    - {}", one_line(words)))?;
        }
    }
    Ok(())
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn to_json(campaigns: &Campaigns) -> Value {
    let counts = campaigns.counts;
    let clusters: Vec<Value> = campaigns
        .clusters
        .iter()
        .map(|campaign| {
            let differing: Vec<Value> = campaign
                .differing
                .iter()
                .map(|one| json!({"member": one.member, "copies": one.copies, "added": one.added, "missing": one.missing}))
                .collect();
            json!({
                "id": campaign.id,
                "size": campaign.size,
                "representative": campaign.representative,
                "members": campaign.members,
                "kind": campaign.kind,
                "wordings": campaign.wordings,
                "with_own_words": campaign.with_own_words,
                "opening": campaign.opening,
                "differing": differing,
            })
        })
        .collect();
    let sensitivity: Vec<Value> = campaigns
        .sensitivity
        .iter()
        .map(|one| json!({"threshold": one.threshold, "clusters": one.clusters, "in_campaigns": one.in_campaigns}))
        .collect();
    let kinds: serde_json::Map<String, Value> =
        campaigns.submitters.each().map(|(kind, count)| (kind.to_owned(), json!(count))).collect();
    json!({
        "received": counts.received,
        "published": counts.published,
        "distinct": counts.distinct,
        "in_campaigns": counts.in_campaigns,
        "with_own_words": counts.with_own_words,
        "threshold": campaigns.threshold,
        "wordings": campaigns.wordings,
        "short_repeats": {"texts": campaigns.short_repeats.0, "submissions": campaigns.short_repeats.1},
        "in_missing_files": campaigns.elsewhere,
        "from_files": campaigns.joined,
        "masked": campaigns.masked,
        "submitters": {"kinds": kinds, "named": campaigns.submitters.named, "repeated": campaigns.submitters.repeated},
        "sensitivity": sensitivity,
        "clusters": clusters,
    })
}

fn write_csv(campaigns: &Campaigns, out: &mut impl Write) -> io::Result<()> {
    out.write_all("\u{feff}cluster,size,kind,representative,member\r\n".as_bytes())?;
    for campaign in &campaigns.clusters {
        for member in &campaign.members {
            let (id, size) = (campaign.id.to_string(), campaign.size.to_string());
            let cells = [id.as_str(), &size, campaign.kind, &campaign.representative, member];
            to_csv::write_line(out, cells.into_iter())?;
        }
    }
    Ok(())
}
