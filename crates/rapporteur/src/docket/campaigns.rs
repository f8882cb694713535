//! What a docket comes to: counts side by side, campaigns with their members and the words in which they differ.

use rap_docket::{CampaignOptions, Cluster, Join, OwnRun, Shingled, SubmitterKind, Survey, Wordings, points_to_file};
use rap_report::{CampaignCard, DocketCard};
use rayon::prelude::*;

use super::Docket;
use super::spool::Spool;
use crate::Error;

/// Own words of fewer than this are a name, a place or a greeting.
const LEAST_OWN: usize = 5;

/// How many wordings of a campaign are shown with the words in which they differ, and how long each run of words is.
const DIFFERING: usize = 10;
const RUN_CHARS: usize = 240;

/// How far the other two thresholds lie from the one that is asked for.
const STEP: f64 = 0.15;

/// The counts that are never printed one without the others.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct DocketCounts {
    /// Submissions that the office received, as far as the tables tell.
    pub received: u64,
    /// Submissions that are in the tables with words or files.
    pub published: u64,
    /// Texts, each campaign and each repeated text counted once.
    pub distinct: u64,
    /// Submissions that belong to a campaign.
    pub in_campaigns: u64,
    /// Those of them that add words of their own.
    pub with_own_words: u64,
}

/// Submitters by kind, in the order of [`SubmitterKind::ALL`], and how often they come twice.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SubmitterCounts {
    /// Submissions by kind of submitter.
    pub kinds: [u64; 5],
    /// Different submitters who are named.
    pub named: u64,
    /// Those of them with more than one submission.
    pub repeated: u64,
}

/// How many campaigns there are at another threshold.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Sensitivity {
    /// The threshold.
    pub threshold: f64,
    /// How many campaigns.
    pub clusters: usize,
    /// How many submissions belong to them.
    pub in_campaigns: u64,
}

/// The words in which a wording differs from the representative.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Differing {
    /// A submission of that wording.
    pub member: String,
    /// How many submissions have it.
    pub copies: u32,
    /// What it says and the representative does not.
    pub added: Vec<String>,
    /// What the representative says and it does not.
    pub missing: Vec<String>,
}

/// Submissions that were made from one text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Campaign {
    /// Its number from 1, the largest first.
    pub id: usize,
    /// How many submissions it has.
    pub size: usize,
    /// The submission that stands for all.
    pub representative: String,
    /// The ids of all submissions in the order of the docket.
    pub members: Vec<String>,
    /// `exact`, `near`, `contained` or `mixed`.
    pub kind: &'static str,
    /// How many different wordings it has.
    pub wordings: usize,
    /// How many of its submissions add words of their own.
    pub with_own_words: u64,
    /// The first words of the representative.
    pub opening: String,
    /// The wordings sent most often beside the representative, with their own words.
    pub differing: Vec<Differing>,
}

/// A docket seen as campaigns.
#[derive(Clone, PartialEq, Debug)]
pub struct Campaigns {
    /// The counts.
    pub counts: DocketCounts,
    /// The least likeness of a campaign's texts.
    pub threshold: f64,
    /// Different texts, word by word.
    pub wordings: u64,
    /// Short texts that more than one submission has: no campaigns, and each counted once.
    pub short_repeats: (u64, u64),
    /// Submissions whose words are in a file that is not here.
    pub elsewhere: u64,
    /// Submissions whose words were read from a file beside the table.
    pub joined: u64,
    /// Submissions in which personal data was masked.
    pub masked: u64,
    /// Who sent them.
    pub submitters: SubmitterCounts,
    /// The campaigns, the largest first.
    pub clusters: Vec<Campaign>,
    /// The number of campaigns at three thresholds.
    pub sensitivity: Vec<Sensitivity>,
}

impl Docket {
    /// Returns the campaigns of the docket.
    ///
    /// # Errors
    ///
    /// Fails where the temporary file cannot be written.
    pub fn campaigns(mut self) -> Result<Campaigns, Error> {
        self.spool.flush()?;
        let members = members_by_wording(&self.wordings, self.spool.count());
        let survey = Survey::of(&self.spool, std::mem::take(&mut self.sketches), &self.titles);
        let options = self.options.campaigns;
        let all = survey.clusters(&options);
        let (clusters, short): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|cluster| is_campaign(&survey, &self.spool, cluster, &options));
        let sensitivity = sensitivity(&survey, &self.spool, &options, &clusters);
        let described: Vec<Campaign> =
            clusters.par_iter().enumerate().map(|(index, cluster)| self.describe(index, cluster, &members)).collect();
        let named = self.senders.len() as u64;
        let repeated = self.senders.values().filter(|count| **count > 1).count() as u64;
        let wordings = self.spool.count() as u64;
        let merged: u64 = clusters.iter().map(|cluster| cluster.members.len() as u64 - 1).sum();
        Ok(Campaigns {
            counts: DocketCounts {
                received: self.received.max(self.stated),
                published: self.wordings.iter().flatten().count() as u64,
                distinct: wordings - merged,
                in_campaigns: clusters.iter().map(|cluster| cluster.senders).sum(),
                with_own_words: described.iter().map(|campaign| campaign.with_own_words).sum(),
            },
            threshold: options.threshold,
            wordings,
            short_repeats: (short.len() as u64, short.iter().map(|cluster| cluster.senders).sum()),
            elsewhere: self.elsewhere,
            joined: self.joined,
            masked: self.masked,
            submitters: SubmitterCounts { named, repeated, ..self.submitters },
            clusters: described,
            sensitivity,
        })
    }

    fn describe(&self, index: usize, cluster: &Cluster, members: &Members) -> Campaign {
        let representative = cluster.members.first().map_or(0, |member| member.wording as usize);
        let mut rows: Vec<u32> =
            cluster.members.iter().flat_map(|member| members.of(member.wording as usize)).copied().collect();
        rows.sort_unstable();
        let id_of = |wording: usize| members.of(wording).first().map_or("", |row| self.id(*row as usize)).to_owned();
        let mut text = String::new();
        self.spool.read(representative, &mut text);
        let template = Shingled::of(&text);
        let others = cluster.members.get(1..).unwrap_or_default();
        let own: Vec<bool> = others
            .par_iter()
            .map(|member| {
                let mut own = String::new();
                self.spool.read(member.wording as usize, &mut own);
                Shingled::of(&own).own_runs(&template).into_iter().any(|run| run.length() >= LEAST_OWN)
            })
            .collect();
        let copies = |wording: u32| self.spool.copies(wording as usize);
        let with_own =
            others.iter().zip(own).filter(|(_, own)| *own).map(|(member, _)| u64::from(copies(member.wording)));
        let with_own_words = with_own.sum();
        let mut shown: Vec<u32> = others.iter().map(|member| member.wording).collect();
        shown.sort_by_key(|wording| (std::cmp::Reverse(copies(*wording)), *wording));
        shown.truncate(DIFFERING);
        Campaign {
            id: index + 1,
            size: rows.len(),
            representative: id_of(representative),
            members: rows.iter().map(|row| self.id(*row as usize).to_owned()).collect(),
            kind: kind(cluster),
            wordings: cluster.members.len(),
            with_own_words,
            opening: cut(text.trim(), RUN_CHARS),
            differing: shown
                .into_iter()
                .map(|wording| self.differing(wording, id_of(wording as usize), &text, &template))
                .collect(),
        }
    }

    fn differing(&self, wording: u32, member: String, text: &str, template: &Shingled) -> Differing {
        let mut own = String::new();
        self.spool.read(wording as usize, &mut own);
        let shingled = Shingled::of(&own);
        let words = |runs: Vec<OwnRun>, of: &str| runs.into_iter().map(|run| cut(run.span.of(of), RUN_CHARS)).collect();
        Differing {
            member,
            copies: self.spool.copies(wording as usize),
            added: words(shingled.own_runs(template), &own),
            missing: words(template.own_runs(&shingled), text),
        }
    }
}

/// Returns how the members of a cluster came in, in one word.
fn kind(cluster: &Cluster) -> &'static str {
    let has = |join: Join| cluster.members.iter().any(|member| member.join == join);
    match (has(Join::Near), has(Join::Contained)) {
        (false, false) => "exact",
        (true, false) => "near",
        (false, true) => "contained",
        (true, true) => "mixed",
    }
}

/// Tells whether a cluster is a campaign: long enough, and more than the news that the words are in a file.
fn is_campaign(survey: &Survey<'_, Spool>, spool: &Spool, cluster: &Cluster, options: &CampaignOptions) -> bool {
    let mut text = String::new();
    if let Some(member) = cluster.members.first() {
        spool.read(member.wording as usize, &mut text);
    }
    survey.is_campaign(cluster, options) && !points_to_file(&text)
}

fn sensitivity(
    survey: &Survey<'_, Spool>,
    spool: &Spool,
    options: &CampaignOptions,
    clusters: &[Cluster],
) -> Vec<Sensitivity> {
    let at = |threshold: f64, clusters: &[Cluster]| Sensitivity {
        threshold,
        clusters: clusters.len(),
        in_campaigns: clusters.iter().map(|cluster| cluster.senders).sum(),
    };
    let other = |threshold: f64| {
        let options = CampaignOptions { threshold, ..*options };
        let mut clusters = survey.clusters(&options);
        clusters.retain(|cluster| is_campaign(survey, spool, cluster, &options));
        at(threshold, &clusters)
    };
    let round = |threshold: f64| (threshold * 100.0).round() / 100.0;
    let (low, high) = (round((options.threshold - STEP).max(0.05)), round((options.threshold + STEP).min(1.0)));
    vec![other(low), at(options.threshold, clusters), other(high)]
}

/// The submissions of each wording, in order.
struct Members {
    rows: Vec<u32>,
    starts: Vec<usize>,
}

impl Members {
    fn of(&self, wording: usize) -> &[u32] {
        let range = self.starts.get(wording).zip(self.starts.get(wording + 1));
        range.and_then(|(start, end)| self.rows.get(*start..*end)).unwrap_or_default()
    }
}

/// Sorts the submissions by wording, in two passes over them.
fn members_by_wording(wordings: &[Option<u32>], count: usize) -> Members {
    let mut starts = vec![0_usize; count + 1];
    for wording in wordings.iter().flatten() {
        if let Some(start) = starts.get_mut(*wording as usize + 1) {
            *start += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut next = starts.clone();
    let mut rows = vec![0; sum];
    for (row, wording) in (0_u32..).zip(wordings) {
        let place = wording.and_then(|wording| next.get_mut(wording as usize));
        if let Some(place) = place {
            if let Some(slot) = rows.get_mut(*place) {
                *slot = row;
            }
            *place += 1;
        }
    }
    Members { rows, starts }
}

impl Campaigns {
    /// Returns what a report says of them.
    #[must_use]
    pub fn card(&self) -> DocketCard {
        let campaign = |campaign: &Campaign| CampaignCard {
            id: campaign.id,
            size: campaign.size,
            kind: campaign.kind,
            wordings: campaign.wordings,
            with_own_words: campaign.with_own_words,
            representative: campaign.representative.clone(),
            opening: campaign.opening.clone(),
        };
        DocketCard {
            received: self.counts.received,
            published: self.counts.published,
            distinct: self.counts.distinct,
            in_campaigns: self.counts.in_campaigns,
            with_own_words: self.counts.with_own_words,
            threshold: self.threshold,
            wordings: self.wordings,
            in_missing_files: self.elsewhere,
            masked: self.masked,
            submitters: self.submitters.each().collect(),
            sensitivity: self.sensitivity.iter().map(|one| (one.threshold, one.clusters, one.in_campaigns)).collect(),
            campaigns: self.clusters.iter().map(campaign).collect(),
        }
    }
}

impl SubmitterCounts {
    /// Returns each kind with its count.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, u64)> + '_ {
        SubmitterKind::ALL.iter().map(|kind| kind.name()).zip(self.kinds)
    }
}

fn cut(text: &str, chars: usize) -> String {
    match text.char_indices().nth(chars) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
