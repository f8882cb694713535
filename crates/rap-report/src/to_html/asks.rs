//! What they ask: the matrix, then theme by theme the asks with their supporters, and what else was said of it.

use std::collections::BTreeMap;

use maud::{Markup, html};
use rap_statement::{Act, BodyKind, Voice};

use super::links::{Links, Page, ask_anchor, theme_anchor};
use super::matrix::{matrix, theme_name};
use super::parts::{facts, quote, reference, speaker_line, speaker_link, stance_labels};
use crate::from_dossier::kind_order;
use crate::report::{AskCard, Report};
use crate::terms::{counted, grouped, kind_heading};

/// How many supporters of one ask the report itself names; asks.csv and report.json have all.
const SUPPORTERS_SHOWN: usize = 100;

/// How many other statements of one act a theme lists in a large report.
const OTHERS_SHOWN: usize = 100;

/// What else is said of a theme beside demands, in this order, with its heading.
const OTHER_ACTS: [(Act, &str); 5] = [
    (Act::Problem, "Problems"),
    (Act::Position, "Positions"),
    (Act::Question, "Questions"),
    (Act::Promise, "Promises"),
    (Act::Fact, "Facts"),
];

/// Returns the whole section.
pub(crate) fn what_they_ask(links: &Links) -> Markup {
    let report = links.report;
    html! {
        section #asks aria-labelledby="asks-title" {
            h2 #asks-title { "What they ask" }
            @if report.asks.is_empty() { p { "Nobody asks for anything in so many words." } }
            (matrix(links))
            @for theme in themes(report) { (theme_section(links, theme)) }
            @let pages = links.layout.ask_pages();
            @if pages > 0 {
                p { "Further asks: " @for run in 0..pages { a href=(links.to(Page::Asks(run), "main")) { "page " (run + 1) } " " } }
            }
        }
    }
}

/// Returns the themes of which anything is said, in the order of the codebook; what bears no theme is last.
pub(crate) fn themes(report: &Report) -> Vec<Option<usize>> {
    let said = |theme: &Option<usize>| {
        report.asks.iter().any(|ask| ask.theme == *theme)
            || theme.is_some_and(|theme| report.statements.iter().any(|said| said.themes.first() == Some(&theme)))
    };
    (0..report.codebook.themes.len()).map(Some).chain(std::iter::once(None)).filter(said).collect()
}

fn theme_section(links: &Links, theme: Option<usize>) -> Markup {
    let report = links.report;
    let card = theme.and_then(|theme| report.codebook.themes.get(theme));
    let all = report.asks.iter().filter(|ask| ask.theme == theme).count();
    let shown: Vec<usize> = links
        .layout
        .asks_on(Page::Index)
        .filter(|index| report.asks.get(*index).is_some_and(|ask| ask.theme == theme))
        .collect();
    html! {
        section.theme #(theme_anchor(theme)) {
            h3 {
                (theme_name(report, theme))
                @if let Some(card) = card && !card.name_zh.is_empty() { span.zh lang="zh" { (card.name_zh) } }
            }
            @if let Some(card) = card && !card.definition.is_empty() { p.intro { (card.definition) } }
            @if all == 0 { p.small.dim { "Nobody asks for anything under this theme." } }
            @for index in &shown { (ask(links, *index)) }
            @if shown.len() < all {
                p.small { (grouped(all - shown.len())) " more asks of this theme are on the pages of further asks and in asks.csv." }
            }
            (other_statements(links, theme))
        }
    }
}

/// Returns one ask with its supporters.
pub(crate) fn ask(links: &Links, index: usize) -> Markup {
    let report = links.report;
    let Some(ask) = report.asks.get(index) else { return html! {} };
    html! {
        article.ask id=(ask_anchor(index)) {
            h4 { (unit_quote(links, ask.representative)) }
            @if ask.units.len() == 1 {
                p.by { "Asked by one: " (unit_by(links, ask.representative)) }
            } @else {
                p.meta { (asked_by(report, ask)) }
                ul.voices {
                    @for unit in ask.units.iter().take(SUPPORTERS_SHOWN) { li {
                        span.by { (unit_by(links, *unit)) }
                        @if *unit != ask.representative { (unit_quote(links, *unit)) } @else { span.dim.small { "in the words above" } }
                    } }
                }
                @if ask.units.len() > SUPPORTERS_SHOWN {
                    p.small.dim { "and " (grouped(ask.units.len() - SUPPORTERS_SHOWN)) " more, in asks.csv" }
                }
            }
        }
    }
}

fn unit_quote(links: &Links, unit: usize) -> Markup {
    let report = links.report;
    let (Some(words), Some(place)) = (report.units.get(unit), report.places.get(unit)) else { return html! {} };
    let Some(said) = report.statements.get(place.statement) else { return html! {} };
    quote(&words.quote, said.language, &links.words(said.paper, place.span))
}

fn unit_by(links: &Links, unit: usize) -> Markup {
    let report = links.report;
    let Some(place) = report.places.get(unit) else { return html! {} };
    let Some(said) = report.statements.get(place.statement) else { return html! {} };
    html! { (speaker_line(links, said.speaker)) (stance_labels(links, said)) (reference(links, place.statement)) }
}

/// Says how many speakers ask, and for which kinds of body: "Asked by 3 speakers: companies 2, universities 1".
fn asked_by(report: &Report, ask: &AskCard) -> Markup {
    let mut kinds: BTreeMap<usize, (Option<BodyKind>, usize)> = BTreeMap::new();
    for speaker in &ask.speakers {
        let kind = report.cast.body_kind(*speaker);
        kinds.entry(kind_order(kind)).or_insert((kind, 0)).1 += 1;
    }
    html! {
        "Asked by " b { (counted(ask.speakers.len(), "speaker", "speakers")) } ": "
        @for (place, (kind, count)) in kinds.into_values().enumerate() {
            @if place > 0 { ", " }
            (kind_heading(kind).to_lowercase()) " " (grouped(count))
        }
        @if ask.units.len() > ask.speakers.len() { " · " (counted(ask.units.len(), "demand", "demands")) }
    }
}

/// Returns what else is said of a theme, folded; each statement stands under its surest theme.
fn other_statements(links: &Links, theme: Option<usize>) -> Markup {
    let report = links.report;
    let of_theme = |index: &usize| {
        report.statements.get(*index).is_some_and(|said| {
            said.themes.first().copied() == theme && !said.is_demand() && said.voice != Voice::TopicOnly
        })
    };
    let others: Vec<usize> = (0..report.statements.len()).filter(of_theme).collect();
    let of_act = |act: Act| -> Vec<usize> {
        others
            .iter()
            .copied()
            .filter(|index| report.statements.get(*index).is_some_and(|said| said.act == act))
            .collect()
    };
    html! {
        @if !others.is_empty() {
            details.others {
                summary { "What else is said of it: " (counted(others.len(), "statement", "statements")) }
                @for (act, heading) in OTHER_ACTS {
                    @let said = of_act(act);
                    @if !said.is_empty() {
                        h4 { (heading) " · " (grouped(said.len())) }
                        (other_list(links, &said))
                    }
                }
            }
        }
    }
}

fn other_list(links: &Links, said: &[usize]) -> Markup {
    let limit = if links.layout.single { said.len() } else { OTHERS_SHOWN };
    html! {
        ul.plain { @for index in said.iter().take(limit) { @if let Some(said) = links.report.statements.get(*index) { li {
            (quote(&said.quote, said.language, &links.quote(said)))
            " — " (speaker_link(links, said.speaker))
            " " (facts(links, said))
            (reference(links, *index))
        } } } }
        @if said.len() > limit { p.small.dim { "and " (grouped(said.len() - limit)) " more, in statements.csv" } }
    }
}

/// Returns the title by which a page of further asks is called.
pub(crate) fn further_asks(links: &Links, page: Page) -> Markup {
    let mut theme: Option<Option<usize>> = None;
    html! {
        @for index in links.layout.asks_on(page) {
            @let of = links.report.asks.get(index).and_then(|ask| ask.theme);
            @if theme != Some(of) { h2 { (theme_name(links.report, of)) } }
            ({ theme = Some(of); ask(links, index) })
        }
    }
}
