//! The top of the report: its title, its figures in one paragraph, what most ask, and where the law stands.

use maud::{Markup, html};

use super::links::Links;
use super::parts::{lang_of, name, paper_title, quote, speaker_link, voice_of_paper};
use crate::report::{LawLine, Report};
use crate::terms::{counted, grouped, kind_heading, percent};

/// As many shared asks as a reader keeps in mind.
const TOP_ASKS: usize = 5;

/// Returns the title of the report.
pub(crate) fn title(report: &Report) -> &str {
    if report.manifest.title.is_empty() { "Who asks for what" } else { &report.manifest.title }
}

/// Returns the masthead: title and the figures in one paragraph.
pub(crate) fn masthead(report: &Report) -> Markup {
    let title = title(report);
    html! {
        header.top {
            p.kicker { "Rapporteur’s report · sorted by the codebook “" (report.codebook.title) "”" @if let Some(dates) = dates(report) { " · " (dates) } }
            h1 lang=[lang_of(title)] { (title) }
            (lede(report))
        }
    }
}

fn lede(report: &Report) -> Markup {
    let numbers = &report.numbers;
    let figure = |href: &str, words: String| html! { a href=(href) { b { (words) } } };
    html! {
        p.lede {
            (figure("#sources", counted(numbers.sources, "paper", "papers")))
            @if numbers.sources == 1 { " reports " } @else { " report " }
            (figure("#statements", counted(numbers.statements, "statement", "statements")))
            " by " (figure("#speakers", counted(numbers.speakers, "speaker", "speakers")))
            @if numbers.unnamed_speakers > 0 { " and " (grouped(numbers.unnamed_speakers)) " without a name" }
            ". "
            @if numbers.demands == 0 { "None of them is a demand. " } @else {
                (figure("#asks", counted(numbers.demands, "is a demand", "are demands")))
                @if numbers.single_demands > numbers.demands {
                    "; with lists split these are " b { (grouped(numbers.single_demands)) } " single demands"
                }
                @if numbers.asks < numbers.single_demands {
                    ". They come down to "
                } @else { ". They are " }
                (figure("#asks", counted(numbers.asks, "ask", "different asks")))
                ", " (shared(numbers.shared_asks)) ". "
            }
            @if numbers.silent > 0 {
                (figure("#silent", counted(numbers.silent, "person or body", "people and bodies")))
                " attended and " @if numbers.silent == 1 { "is" } @else { "are" } " not quoted. "
            }
            "Of " (figure("#coverage", counted(numbers.sentences, "sentence", "sentences"))) ", "
            @if numbers.unread == 0 { "all" } @else { (percent(numbers.sentences - numbers.unread, numbers.sentences)) }
            " were read."
        }
    }
}

fn shared(asks: usize) -> String {
    match asks {
        0 => "each made by one speaker".to_owned(),
        1 => "one of them made by more than one speaker".to_owned(),
        asks => format!("{} of them made by more than one speaker", grouped(asks)),
    }
}

fn dates(report: &Report) -> Option<String> {
    let dates = || report.papers.iter().filter_map(|paper| paper.source.date);
    let (first, last) = (dates().min()?, dates().max()?);
    Some(if first == last { format!("paper of {first}") } else { format!("papers of {first} to {last}") })
}

/// Returns the asks that most speakers make; nothing where each is made by one.
pub(crate) fn most_asked(links: &Links) -> Markup {
    let report = links.report;
    let mut shared: Vec<usize> =
        (0..report.asks.len()).filter(|ask| report.asks.get(*ask).is_some_and(|ask| ask.speakers.len() > 1)).collect();
    shared.sort_by_key(|ask| std::cmp::Reverse(report.asks.get(*ask).map_or(0, |ask| ask.speakers.len())));
    shared.truncate(TOP_ASKS);
    html! {
        @if !shared.is_empty() {
            section aria-labelledby="most-asked" {
                h2 id="most-asked" { "Asked for by more than one" }
                ul.top { @for ask in shared { (top_ask(links, ask)) } }
            }
        }
    }
}

fn top_ask(links: &Links, index: usize) -> Markup {
    let report = links.report;
    let Some(ask) = report.asks.get(index) else { return html! {} };
    let Some(unit) = report.units.get(ask.representative) else { return html! {} };
    let language = rap_doc::Language::of(&unit.quote);
    let kinds: Vec<String> = ask.kinds.iter().map(|kind| kind_heading(*kind).to_lowercase()).collect();
    html! {
        li {
            (quote(&unit.quote, language, &links.ask(index)))
            br;
            span.small.dim {
                (counted(ask.speakers.len(), "speaker", "speakers")) ": "
                @for (place, speaker) in ask.speakers.iter().take(6).enumerate() {
                    @if place > 0 { ", " }
                    (speaker_link(links, *speaker))
                }
                @if ask.speakers.len() > 6 { " and " (grouped(ask.speakers.len() - 6)) " more" }
                " · " (kinds.join(", "))
            }
        }
    }
}

/// Returns the state of the law in up to five lines, each verbatim and with who says so.
pub(crate) fn law(links: &Links) -> Markup {
    let lines = &links.report.law;
    html! {
        section #law aria-labelledby="law-title" {
            h2 #law-title { "The state of the law in five lines" }
            @if lines.is_empty() {
                p { "The papers say nothing about where the law stands: no sentence tells of its being planned, drafted, read, passed or dropped." }
            } @else {
                p.intro { "In the words of the papers, the newest last. Dates are those that the words themselves name." }
                ol.lines { @for line in lines { (law_line(links, line)) } }
            }
        }
    }
}

fn law_line(links: &Links, line: &LawLine) -> Markup {
    let report = links.report;
    let paper_date = report.papers.get(line.paper).and_then(|paper| paper.source.date);
    html! {
        li {
            span.when {
                @match (line.date, paper_date) {
                    (Some(date), _) => time datetime=(date) { (date.for_people()) },
                    (None, Some(date)) => { "in a paper of " time datetime=(date) { (date) } },
                    (None, None) => "no date",
                }
            }
            div {
                (quote(&line.words, line.language, &links.words(line.paper, line.span)))
                p.who {
                    @match line.speaker {
                        Some(speaker) => {
                            (name(report, speaker))
                            @if report.papers.len() > 1 { ", in " (paper_title(report, line.paper)) }
                        },
                        None => (voice_of_paper(report, line.paper, line.kind)),
                    }
                }
            }
        }
    }
}
