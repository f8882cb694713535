//! What they ask: the matrix, then theme by theme the asks with their supporters, and what else was said of it.

use std::collections::BTreeMap;

use maud::{Markup, html};
use rap_statement::{Act, BodyKind, Voice};

use super::links::{Links, Page, ask_anchor, theme_anchor};
use super::matrix::{matrix, theme_name};
use super::parts::{facts, lang_of, quote, reference, speaker_line, speaker_link, stance_labels};
use crate::cast::CharacterId;
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
    let Some(ask) = links.report.asks.get(index) else { return html! {} };
    html! {
        article.ask id=(ask_anchor(index)) {
            h4 { (unit_quote(links, ask.representative)) }
            @if let [_] = ask.units.as_slice() {
                p.by { "Asked by one: " (unit_by(links, ask.representative)) }
            } @else {
                p.meta { (asked_by(links.report, ask)) }
                (voices(links, ask))
            }
        }
    }
}

/// Returns the supporters of an ask, each with their own words; several demands of one speaker stand together.
fn voices(links: &Links, ask: &AskCard) -> Markup {
    let mut by_speaker: BTreeMap<CharacterId, Vec<usize>> = BTreeMap::new();
    for &unit in &ask.units {
        if let Some(speaker) = unit_speaker(links.report, unit) {
            by_speaker.entry(speaker).or_default().push(unit);
        }
    }
    let order = ask.speakers.iter().filter_map(|speaker| by_speaker.get(speaker));
    html! {
        ul.voices {
            @for units in order.clone().take(SUPPORTERS_SHOWN) { li {
                @if let Some(first) = units.first() { span.by { (unit_by(links, *first)) } }
                @for (place, unit) in units.iter().enumerate() { div {
                    @if *unit == ask.representative { span.dim.small { "in the words above" } } @else { (unit_quote(links, *unit)) }
                    @if place > 0 { (unit_reference(links, *unit)) }
                } }
            } }
        }
        @let more = order.count().saturating_sub(SUPPORTERS_SHOWN);
        @if more > 0 { p.small.dim { "and " (grouped(more)) " more, in asks.csv" } }
    }
}

fn unit_speaker(report: &Report, unit: usize) -> Option<CharacterId> {
    Some(report.statements.get(report.places.get(unit)?.statement)?.speaker)
}

fn unit_reference(links: &Links, unit: usize) -> Markup {
    html! { @if let Some(place) = links.report.places.get(unit) { (reference(links, place.statement)) } }
}

pub(crate) fn unit_quote(links: &Links, unit: usize) -> Markup {
    let report = links.report;
    let (Some(words), Some(place)) = (report.units.get(unit), report.places.get(unit)) else { return html! {} };
    let Some(said) = report.statements.get(place.statement) else { return html! {} };
    quote(&words.quote, said.language, &links.words(said.paper, place.span))
}

pub(crate) fn unit_by(links: &Links, unit: usize) -> Markup {
    let report = links.report;
    let Some(place) = report.places.get(unit) else { return html! {} };
    let Some(said) = report.statements.get(place.statement) else { return html! {} };
    html! { (speaker_line(links, said.speaker)) (stance_labels(links, said)) (reference(links, place.statement)) }
}

/// Says how many speakers ask, for which kinds of body, and why their demands are taken for one.
fn asked_by(report: &Report, ask: &AskCard) -> Markup {
    let mut kinds: BTreeMap<usize, (Option<BodyKind>, usize)> = BTreeMap::new();
    for speaker in &ask.speakers {
        let kind = report.cast.body_kind(*speaker);
        kinds.entry(kind_order(kind)).or_insert((kind, 0)).1 += 1;
    }
    html! {
        @if ask.speakers.len() == 1 { "Asked by one, in " b { (counted(ask.units.len(), "demand", "demands")) } } @else {
            "Asked by " b { (counted(ask.speakers.len(), "speaker", "speakers")) } ": "
            @for (place, (kind, count)) in kinds.into_values().enumerate() {
                @if place > 0 { ", " }
                (kind_heading(kind).to_lowercase()) " " (grouped(count))
            }
            @if ask.units.len() > ask.speakers.len() { ", in " (counted(ask.units.len(), "demand", "demands")) }
        }
        @if !ask.shared.is_empty() {
            " · shared words: "
            @for (place, words) in ask.shared.iter().enumerate() {
                @if place > 0 { ", " }
                span.q lang=[lang_of(words)] { (words) }
            }
        }
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

pub(crate) fn other_list(links: &Links, said: &[usize]) -> Markup {
    let limit = if links.layout.single { said.len() } else { OTHERS_SHOWN };
    html! {
        ul.plain { @for index in said.iter().take(limit) { @if let Some(said) = links.report.statements.get(*index) { li {
            (quote(&said.quote, said.language, &links.quote(said)))
            " — " (speaker_link(links, said.speaker))
            " " (facts(links, said, said.speaker))
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
