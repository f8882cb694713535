//! The docket: counts side by side, campaigns by size as a chart (SVG) and as the table of the same figures.

use maud::{Markup, html};

use super::links::Links;
use super::parts::lang_of;
use crate::docket::{CampaignCard, DocketCard};
use crate::terms::{counted, grouped};

/// Campaigns that the chart and the table show; `rapporteur campaigns` gives all.
const SHOWN: usize = 30;

/// The measures of the chart, in units of its view box.
const LABEL: usize = 56;
const WIDTH: usize = 720;
const NUMBER: usize = 72;
const ROW: usize = 24;
const BAR: usize = 16;

/// Returns the section; nothing for a report without a docket.
pub(crate) fn docket(links: &Links) -> Markup {
    html! {
        @if let Some(card) = &links.report.docket {
            section #docket aria-labelledby="docket-title" {
                h2 #docket-title { "The docket" }
                p.intro {
                    "Equal texts were read once and count with all who sent them. "
                    "The five counts belong together: how many came in says nothing about how many different things were said, "
                    "and neither is a vote."
                }
                (counts(card))
                @if card.in_missing_files > 0 {
                    p { (counted(narrow(card.in_missing_files), "submission is", "submissions are")) " in a file that was not given." }
                }
                @if card.masked > 0 {
                    p { "Personal data is masked in " (counted(narrow(card.masked), "submission", "submissions")) "; the dossier keeps the original." }
                }
                @if !card.campaigns.is_empty() {
                    figure {
                        figcaption { "Campaigns by number of submissions. A campaign is one text, sent as it is, with edits, or within a letter." }
                        div.scroll tabindex="0" role="region" aria-label="Chart of campaigns by size" { (chart(card)) }
                    }
                    div.scroll { (table(card)) }
                }
                (sensitivity(card))
            }
        }
    }
}

fn counts(card: &DocketCard) -> Markup {
    html! {
        table {
            caption { "Submissions and texts" }
            thead { tr {
                th.n scope="col" { "Received" } th.n scope="col" { "Published" } th.n scope="col" { "Distinct texts" }
                th.n scope="col" { "In campaigns" } th.n scope="col" { "With own words" }
            } }
            tbody { tr {
                @for count in [card.received, card.published, card.distinct, card.in_campaigns, card.with_own_words] {
                    td.n { (grouped(narrow(count))) }
                }
            } }
        }
    }
}

fn chart(card: &DocketCard) -> Markup {
    let shown: Vec<&CampaignCard> = card.campaigns.iter().take(SHOWN).collect();
    let most = shown.iter().map(|campaign| campaign.size).max().unwrap_or(1).max(1);
    let height = shown.len() * ROW + 8;
    let described: Vec<String> =
        shown.iter().map(|campaign| format!("Campaign {}: {} submissions.", campaign.id, campaign.size)).collect();
    html! {
        svg.matrix viewBox=(format!("0 0 {WIDTH} {height}")) width=(WIDTH) height=(height) role="img" aria-labelledby="docket-chart docket-desc" xmlns="http://www.w3.org/2000/svg" {
            title #docket-chart { "Campaigns by number of submissions" }
            desc #docket-desc { (described.join(" ")) }
            @for (index, campaign) in shown.iter().enumerate() {
                @let y = index * ROW;
                @let length = ((WIDTH - LABEL - NUMBER) * campaign.size / most).max(2);
                text x="0" y=(y + 15) { "#" (campaign.id) }
                rect.heat2 x=(LABEL) y=(y + 2) width=(length) height=(BAR) rx="2" {}
                text x=(LABEL + length + 6) y=(y + 15) { (grouped(campaign.size)) }
            }
        }
    }
}

fn table(card: &DocketCard) -> Markup {
    html! {
        table {
            caption {
                "The same campaigns"
                @if card.campaigns.len() > SHOWN { ": the largest " (SHOWN) " of " (grouped(card.campaigns.len())) }
            }
            thead { tr {
                th.n scope="col" { "#" } th.n scope="col" { "Submissions" } th scope="col" { "Kind" } th.n scope="col" { "Wordings" }
                th.n scope="col" { "With own words" } th scope="col" { "Representative" } th scope="col" { "Its first words" }
            } }
            tbody { @for campaign in card.campaigns.iter().take(SHOWN) { tr {
                td.n { (campaign.id) } td.n { (grouped(campaign.size)) } td { (campaign.kind) } td.n { (grouped(campaign.wordings)) }
                td.n { (grouped(narrow(campaign.with_own_words))) } td { bdi { (campaign.representative) } }
                td lang=[lang_of(&campaign.opening)] { (campaign.opening) }
            } } }
        }
    }
}

fn sensitivity(card: &DocketCard) -> Markup {
    html! {
        table {
            caption { "How many campaigns at other thresholds; this report uses " (format!("{:.2}", card.threshold)) }
            thead { tr { th.n scope="col" { "Threshold" } th.n scope="col" { "Campaigns" } th.n scope="col" { "Submissions in them" } } }
            tbody { @for (threshold, campaigns, submissions) in &card.sensitivity { tr {
                td.n { (format!("{threshold:.2}")) } td.n { (grouped(*campaigns)) } td.n { (grouped(narrow(*submissions))) }
            } } }
        }
    }
}

fn narrow(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
