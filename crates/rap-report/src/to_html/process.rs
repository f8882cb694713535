//! Where the law stands on its way: the ladder of stages, the time line, the signals, and what the sources contradict.

use maud::{Markup, PreEscaped, html};
use rap_process::{
    Basis, BasisKind, Contradiction, Evidence, Happening, Procedure, Role, Signal, Standing, day_for_people,
};

use super::links::Links;
use super::parts::{clipped, lang_of};
use super::timeline;
use crate::report::Report;
use crate::terms::counted;

/// How much of a quote beside a row is shown, in characters; the link leads to the whole.
const LONG_QUOTE: usize = 220;

/// How many places of one row are shown; `report.json` has all.
const PLACES: usize = 8;

/// How many events the table shows; `report.json` and `list events` have all.
const EVENTS: usize = 400;

/// How many rows of one sort the page shows.
const ROWS: usize = 300;

/// Returns the section with the ladder of stages and the time line.
pub(crate) fn way(links: &Links) -> Markup {
    let process = &links.report.process;
    html! {
        section #way aria-labelledby="way-title" {
            h2 #way-title { "Where the law stands" }
            @match (&process.procedure, &process.standing) {
                (Some(procedure), Some(standing)) => (ladder(links, procedure, standing)),
                _ => p.intro { "No procedure was named, so the events stand by themselves. Name one with " code { "--procedure" } " to see the stages and what is not as usual." },
            }
            @if process.happenings.is_empty() {
                p { "The papers tell of no meeting, plan, draft, reading or vote." }
            } @else {
                h3 { "Time line" }
                div.scroll tabindex="0" { (timeline::drawing(&process.happenings)) }
                (events(links, &process.happenings))
            }
        }
    }
}

fn ladder(links: &Links, procedure: &Procedure, standing: &Standing) -> Markup {
    let under_way = standing.under_way.and_then(|stage| procedure.stages.get(stage));
    let sources = sources_of(procedure);
    html! {
        p.intro {
            "Laid beside the procedure “" (procedure.title) "”"
            @if !standing.item.name.is_empty() { ", for “" (standing.item.name) "”" }
            @if let Some(date) = standing.as_of { ", as of " (day_for_people(date)) }
            "."
            @if !standing.others.is_empty() {
                " Left out, because they are of other laws: "
                @for (index, (name, count)) in standing.others.iter().enumerate() {
                    @if index > 0 { ", " }
                    "“" bdi lang=[lang_of(name)] { (name) } "” (" (counted(*count, "event", "events")) ")"
                }
                "; " code { "--follow" } " follows one of them."
            }
            @if let Some(stage) = under_way { " Under way, as far as the papers tell: " b { (stage.name) } "." }
        }
        div.scroll { table.ladder {
            caption { "The stages and what proves each" }
            thead { tr { th scope="col" { "Stage" } th scope="col" { "Told" } th scope="col" { "Proof" } th scope="col" { "The stage rests on" } } }
            tbody {
                @for row in &standing.stages {
                    @if let Some(stage) = procedure.stages.get(row.stage) {
                        tr.proved[row.is_proved()] {
                            th scope="row" {
                                (stage.name)
                                @if !stage.local.is_empty() { br; span.small lang=[lang_of(&stage.local)] { (stage.local) } }
                            }
                            td {
                                @if row.is_proved() { "✓ " (row.when.map_or_else(|| "no date".to_owned(), rap_process::When::for_people)) }
                                @else if row.planned { "announced" @if let Some(when) = row.when { ": " (when.for_people()) } }
                                @else { span.dim { "not told" @if !stage.public { " (seldom public)" } } }
                            }
                            td { (places(links, row.proof.get(..1).unwrap_or_default())) }
                            td.small { (rests_on(&stage.basis, &sources)) }
                        }
                    }
                }
            }
        } }
        @if !sources.is_empty() {
            details {
                summary { "The sources of the procedure" }
                ol.sources { @for source in &sources { li { (source) } } }
            }
        }
    }
}

/// Returns the sources of the stages of a procedure, each once.
fn sources_of(procedure: &Procedure) -> Vec<&str> {
    let mut sources: Vec<&str> = Vec::new();
    for source in procedure.stages.iter().flat_map(|stage| &stage.basis.sources) {
        if !sources.contains(&source.as_str()) {
            sources.push(source);
        }
    }
    sources
}

/// Returns on what a stage rests, its sources by their numbers in the list below the table.
fn rests_on(basis: &Basis, sources: &[&str]) -> Markup {
    let numbers = basis.sources.iter().filter_map(|source| sources.iter().position(|known| known == source));
    let mut numbers: Vec<usize> = numbers.map(|place| place + 1).collect();
    numbers.sort_unstable();
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    let short = Basis { sources: Vec::new(), ..basis.clone() };
    html! { (short) @if !numbers.is_empty() { " [" (numbers.join(", ")) "]" } }
}

fn events(links: &Links, happenings: &[Happening]) -> Markup {
    html! {
        div.scroll { table.events {
            caption { "The events" @if happenings.len() > EVENTS { ", the first " (EVENTS) " of " (happenings.len()) } }
            thead { tr { th scope="col" { "When" } th scope="col" { "What" } th scope="col" { "Who" } th scope="col" { "Words" } } }
            tbody {
                @for happening in happenings.iter().take(EVENTS) {
                    @let event = &happening.event;
                    tr {
                        td {
                            @match (event.when, event.told_on) {
                                (Some(when), _) => (when.for_people()),
                                (None, Some(told)) => span.dim { "told on " (day_for_people(told)) },
                                (None, None) => span.dim { "no date" },
                            }
                        }
                        td {
                            (event.label())
                            @if event.planned { span.dim { " (announced)" } }
                            @if !event.title.is_empty() { br; span.small { (event.title) } }
                            @if !event.place.is_empty() { br; span.small.dim { (event.place) } }
                        }
                        td.small { (who(happening)) }
                        td { (places(links, &event.evidence)) }
                    }
                }
            }
        } }
    }
}

/// Returns those who held an event and how many came and spoke.
fn who(happening: &Happening) -> Markup {
    let event = &happening.event;
    let names = |roles: &'static [Role]| event.with_role(roles).map(|person| person.name.as_str()).collect::<Vec<_>>();
    let hosts = names(&[Role::Convened, Role::Hosted, Role::Organised]);
    let attended = names(&[Role::Attended]);
    let spoke = names(&[Role::Spoke]).len();
    html! {
        @if !hosts.is_empty() { (hosts.join("; ")) br; }
        @if !attended.is_empty() {
            "attended, as listed: " (attended.iter().take(8).copied().collect::<Vec<_>>().join(", "))
            @if attended.len() > 8 { " and " (attended.len() - 8) " more" }
            br;
        }
        @if spoke > 0 { (spoke) " spoke" }
    }
}

/// Returns the section of signals; nothing where no procedure was named.
pub(crate) fn signals(links: &Links) -> Markup {
    let Some(standing) = &links.report.process.standing else { return html! {} };
    html! {
        section #signals aria-labelledby="signals-title" {
            h2 #signals-title { "Signals" }
            p.intro { "What is not as usual. A fact is what the sources tell; what may follow from it is told apart, and is no fact." }
            @if standing.signals.is_empty() { p { "Nothing in the papers differs from what the procedure leads one to expect." } }
            @for signal in standing.signals.iter().take(ROWS) { (one_signal(links, signal)) }
            @if standing.signals.len() > ROWS { p { "and " (standing.signals.len() - ROWS) " more in " code { "report.json" } } }
        }
    }
}

fn one_signal(links: &Links, signal: &Signal) -> Markup {
    let custom =
        signal.basis.as_ref().is_some_and(|basis| matches!(basis.kind, BasisKind::Custom | BasisKind::Analyst));
    html! {
        article.signal {
            h3 { (signal.kind.words()) ": " (signal.subject) @if let Some(when) = signal.when { span.dim { " · " (when.for_people()) } } }
            dl {
                dt { "Fact" } dd { (signal.facts) (places(links, &signal.evidence)) }
                dt { "Usual" } dd { (signal.baseline) @if let Some(basis) = &signal.basis { @if !signal.baseline.contains(&basis.to_string()) { br; span.small.dim { (basis) } } } }
                @if custom { dt { "Kind" } dd { "a custom, no rule" } }
                @if !signal.exceptions.is_empty() { dt { "Exceptions" } dd { ul.plain { @for exception in &signal.exceptions { li { (exception) } } } } }
                dt { "Perhaps" } dd { em { (signal.inference) } }
                dt { "But" } dd { (signal.caution) }
            }
        }
    }
}

/// Returns the section of contradictions and gaps.
pub(crate) fn contradictions(links: &Links) -> Markup {
    let rows = &links.report.process.contradictions;
    html! {
        section #contradictions aria-labelledby="contradictions-title" {
            h2 #contradictions-title { "What the sources contradict" }
            p.intro { "Within a paper and between papers, and where they leave gaps. Nothing was corrected: each row stands beside the words." }
            @if rows.is_empty() { p { "Nothing was found that does not fit." } }
            ul.plain.rows { @for row in rows.iter().take(ROWS) { (contradiction(links, row)) } }
            @if rows.len() > ROWS { p { "and " (rows.len() - ROWS) " more in " code { "report.json" } } }
        }
    }
}

fn contradiction(links: &Links, row: &Contradiction) -> Markup {
    html! {
        li {
            b { (row.kind.words()) } span.dim { @if row.kind.is_gap() { " (gap)" } } ": " (row.words)
            @if !row.caution.is_empty() { br; span.small.dim { "But: " (row.caution) } }
            (places(links, &row.evidence))
        }
    }
}

/// Returns places, each with its words as a link to where they stand.
fn places(links: &Links, evidence: &[Evidence]) -> Markup {
    html! {
        ul.places {
            @for place in evidence.iter().take(PLACES) { li { (place_of(links, place)) } }
            @if evidence.len() > PLACES { li.dim { "and " (evidence.len() - PLACES) " more places" } }
        }
    }
}

fn place_of(links: &Links, evidence: &Evidence) -> Markup {
    let shown = clipped(&evidence.quote, LONG_QUOTE);
    let words = html! { "“" (shown) "”" };
    let paper = evidence.locus.and_then(|locus| paper_of(links.report, locus.source));
    html! {
        @match (evidence.locus, paper) {
            (Some(locus), Some(paper)) => a.q href=(links.words(paper, locus.span)) lang=[lang_of(shown)] { (words) },
            _ => span { (words) " (" (evidence.origin) ", row " (evidence.place) ")" },
        }
        @if shown.len() < evidence.quote.len() { span.dim { " […]" } }
        @if links.report.papers.len() > 1 { @if let Some(paper) = paper { " " a.small href=(links.source(paper)) { (evidence.origin) } } }
    }
}

/// Returns the paper of a source, by index.
fn paper_of(report: &Report, source: rap_doc::SourceId) -> Option<usize> {
    report.papers.iter().position(|paper| paper.source.id == source)
}

/// Returns the spans of a paper to which this page links.
pub(crate) fn anchored(report: &Report, paper: usize) -> impl Iterator<Item = rap_doc::Span> {
    let source = report.papers.get(paper).map(|card| card.source.id);
    let process = &report.process;
    let events =
        process.happenings.iter().take(EVENTS).flat_map(|happening| happening.event.evidence.iter().take(PLACES));
    let signals = process.standing.iter().flat_map(|standing| standing.signals.iter().take(ROWS));
    let signals = signals.flat_map(|signal| signal.evidence.iter().take(PLACES));
    let stages = process.standing.iter().flat_map(|standing| &standing.stages).filter_map(|row| row.proof.first());
    let rows = process.contradictions.iter().take(ROWS).flat_map(|row| row.evidence.iter().take(PLACES));
    let all = events.chain(signals).chain(stages).chain(rows).filter_map(|evidence| evidence.locus);
    all.filter(move |locus| Some(locus.source) == source).map(|locus| locus.span)
}

/// Returns markup that is safe because it is made of numbers and escaped words alone.
pub(crate) fn safe(markup: String) -> PreEscaped<String> {
    PreEscaped(markup)
}
