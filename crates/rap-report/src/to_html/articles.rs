//! Article by article: for each provision of a law what is asked of it, by whom, and what that rests on; asks that
//! have no home in it stand apart.

use std::collections::BTreeMap;

use maud::{Markup, html};
use rap_theme::Tie;

use super::asks::{other_list, unit_by, unit_quote};
use super::links::Links;
use super::parts::{clipped, lang_of};
use crate::provisions::{EvidenceCard, LawCard, LinkCard};
use crate::terms::{counted, grouped};

/// How many demands of one provision the report itself shows; links.csv has all.
const SHOWN: usize = 60;

/// How much of a provision's own words is shown. In characters.
const LONG_PROVISION: usize = 4000;

/// Returns the whole section; nothing where the report was given no law.
pub(crate) fn article_by_article(links: &Links) -> Markup {
    let laws = &links.report.laws;
    html! {
        @if !laws.is_empty() {
            section #articles aria-labelledby="articles-title" {
                h2 #articles-title { "Article by article" }
                p.intro {
                    "Each demand beside the provision that it touches, with the words that say so: "
                    "it names the provision, quotes it, or speaks of its matter. "
                    "The last is a proposal for a reader to check."
                }
                @for (index, law) in laws.iter().enumerate() { (one_law(links, index, law)) }
            }
        }
    }
}

fn one_law(links: &Links, index: usize, law: &LawCard) -> Markup {
    let mut by_provision: BTreeMap<usize, Vec<&LinkCard>> = BTreeMap::new();
    for link in &law.links {
        if let Some(provision) = link.provision {
            by_provision.entry(provision).or_default().push(link);
        }
    }
    for (_, provision) in &law.remarks {
        by_provision.entry(*provision).or_default();
    }
    let without = |tie: Tie| -> Vec<&LinkCard> { law.links.iter().filter(|link| link.tie == tie).collect() };
    html! {
        section.theme id=(format!("law{}", index + 1)) {
            h3 lang=[lang_of(&law.title)] { (law.title) }
            (tally(law))
            @for (provision, found) in &by_provision { (one_provision(links, law, *provision, found)) }
            (apart(links, law, "Of the draft as a whole", &without(Tie::WholeDraft)))
            (apart(links, law, "Without a home in this law", &without(Tie::None)))
        }
    }
}

/// Says how many demands are tied how; a demand that names two provisions has two ties.
fn tally(law: &LawCard) -> Markup {
    let count = |tie: Tie| law.links.iter().filter(|link| link.tie == tie).count();
    let words = |tie: Tie| match tie {
        Tie::Cited => "name a provision",
        Tie::Quoted => "quote one",
        Tie::Meant => "speak of the matter of one",
        Tie::WholeDraft => "speak of the draft as a whole",
        Tie::None => "touch nothing in it",
    };
    html! {
        p.meta {
            (counted(law.links.len(), "tie", "ties")) ": "
            @for (place, tie) in Tie::ALL.into_iter().filter(|tie| count(*tie) > 0).enumerate() {
                @if place > 0 { ", " }
                (grouped(count(tie))) " " (words(tie))
            }
        }
    }
}

fn one_provision(links: &Links, law: &LawCard, provision: usize, found: &[&LinkCard]) -> Markup {
    let Some(card) = law.provisions.get(provision) else { return html! {} };
    html! {
        article.ask {
            h4 lang=[lang_of(&law.title)] {
                (law.label(provision))
                @if !card.heading.is_empty() { " · " (card.heading) }
            }
            details.small {
                summary { "The words of the law" }
                p.q lang=[lang_of(&card.words)] {
                    (clipped(&card.words, LONG_PROVISION))
                    @if card.words.chars().nth(LONG_PROVISION).is_some() { " […]" }
                }
            }
            @if !found.is_empty() {
                ul.voices { @for link in found.iter().take(SHOWN) { li { (demand(links, law, link)) } } }
                (more(found.len()))
            }
            @let remarks: Vec<usize> = law.remarks.iter().filter(|(_, of)| *of == provision).map(|(said, _)| *said).collect();
            @if !remarks.is_empty() {
                details.others {
                    summary { "What else is said of it: " (counted(remarks.len(), "statement", "statements")) }
                    (other_list(links, &remarks))
                }
            }
        }
    }
}

fn apart(links: &Links, law: &LawCard, heading: &str, found: &[&LinkCard]) -> Markup {
    html! {
        @if !found.is_empty() {
            details.others {
                summary { (heading) ": " (counted(found.len(), "demand", "demands")) }
                ul.plain { @for link in found.iter().take(SHOWN) { li { (demand(links, law, link)) } } }
                (more(found.len()))
            }
        }
    }
}

fn more(found: usize) -> Markup {
    html! { @if found > SHOWN { p.small.dim { "and " (grouped(found - SHOWN)) " more, in links.csv" } } }
}

fn demand(links: &Links, law: &LawCard, link: &LinkCard) -> Markup {
    html! {
        span.by { (unit_by(links, link.unit)) }
        div { (unit_quote(links, link.unit)) }
        @if link.tie != Tie::None {
            span.small.dim {
                (because(link))
                @if !link.close.is_empty() {
                    "; close to it: "
                    @for (place, (provision, _)) in link.close.iter().enumerate() {
                        @if place > 0 { ", " }
                        (law.label(*provision))
                    }
                }
            }
        }
    }
}

/// Says what a tie rests on.
fn because(link: &LinkCard) -> Markup {
    let verb = match link.tie {
        Tie::Cited => "names it: ",
        Tie::Quoted => "quotes it: ",
        Tie::Meant => "shares with it: ",
        Tie::WholeDraft | Tie::None => "says: ",
    };
    html! {
        (verb)
        @for (place, found) in link.evidence.iter().enumerate() {
            @if place > 0 { ", " }
            (evidence(found))
        }
    }
}

fn evidence(found: &EvidenceCard) -> Markup {
    let other = found.law.trim();
    let same = other.is_empty() || other.to_lowercase() == found.words.to_lowercase();
    html! {
        span.q lang=[lang_of(&found.words)] { (found.words) }
        @if !same { " (" span.q lang=[lang_of(other)] { (other) } ")" }
    }
}
