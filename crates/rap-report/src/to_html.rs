//! The report as HTML: one page, or for a large dossier one page with pages of sources, statements and asks beside it.
//!
//! Everything is escaped, because papers are hostile until shown otherwise; nothing is loaded from anywhere; without
//! its script the report has all its content. Words in the serif face are verbatim, and each of them is a link to
//! the place in its source.

mod articles;
mod asks;
mod coverage;
mod discourse;
mod docket;
mod links;
mod marks;
mod matrix;
mod monthly;
pub(crate) mod page;
mod parts;
mod process;
mod sources;
mod speakers;
mod summary;
mod timeline;

use maud::{Markup, PreEscaped, html};
use rap_dossier::Entry;

pub(crate) use links::{Layout, Page};
use links::{Links, STATEMENTS_A_PAGE};

use crate::report::Report;

/// The sections of the report, in order: the anchor and the words of the table of contents.
const SECTIONS: [(&str, &str); 14] = [
    ("docket", "The docket"),
    ("law", "The state of the law"),
    ("way", "Where the law stands"),
    ("signals", "Signals"),
    ("contradictions", "What the sources contradict"),
    ("discourse", "Discourse over time"),
    ("speakers", "Who spoke and for whom"),
    ("asks", "What they ask"),
    ("articles", "Article by article"),
    ("silent", "Who was there and silent"),
    ("statements", "Every statement"),
    ("coverage", "What was read and what was not"),
    ("method", "Method and manifest"),
    ("sources", "Sources"),
];

/// Returns the report itself. `sources` is the text of all papers where they stand on the same page.
pub(crate) fn index(report: &Report, layout: &Layout, sources: &str) -> String {
    let links = Links { report, layout, page: Page::Index };
    let title = summary::title(report);
    let markup = html! {
        (page::head(title, &report.manifest.program, true))
        div.frame {
            (summary::masthead(report))
            div.body {
                (contents(&links))
                main #main {
                    (summary::most_asked(&links))
                    (docket::docket(&links))
                    (summary::law(&links))
                    (process::way(&links))
                    (process::signals(&links))
                    (process::contradictions(&links))
                    (discourse::discourse(&links))
                    (speakers::who_spoke(&links))
                    (asks::what_they_ask(&links))
                    (articles::article_by_article(&links))
                    (speakers::silent(&links))
                    (speakers::statements(&links))
                    (coverage::coverage(&links))
                    (coverage::method(&links))
                    (source_section(&links, sources))
                }
            }
            footer { p { "Made by " (report.manifest.program) ". This page loads nothing and sends nothing." } }
        }
        (panel())
        (page::foot(true))
    };
    markup.into_string()
}

/// Returns one source as it stands on the page of the report.
pub(crate) fn source_part(report: &Report, layout: &Layout, paper: usize, entry: &Entry) -> String {
    sources::source(&Links { report, layout, page: Page::Index }, paper, entry).into_string()
}

/// Returns a page beside the report.
pub(crate) fn side_page(report: &Report, layout: &Layout, page: Page, entry: Option<&Entry>) -> String {
    let links = Links { report, layout, page };
    let title = summary::title(report);
    let heading = match page {
        Page::Index => title.to_owned(),
        Page::Source(paper) => format!("Source {}", paper + 1),
        Page::Statements(run) => format!("Statements from {}", run * STATEMENTS_A_PAGE + 1),
        Page::Asks(run) => format!("Further asks, page {}", run + 1),
    };
    let markup = html! {
        (page::head(&format!("{heading} – {title}"), &report.manifest.program, false))
        div.frame {
            header.top {
                p.kicker { a href=(links.to(Page::Index, "main")) { (title) } }
                h1 { (heading) }
            }
            main #main {
                @match page {
                    Page::Source(paper) => {
                        (sources::key())
                        @if let Some(entry) = entry { (sources::source(&links, paper, entry)) }
                    },
                    Page::Statements(run) => (statement_run(&links, run)),
                    Page::Asks(_) | Page::Index => (asks::further_asks(&links, page)),
                }
            }
        }
        (page::foot(false))
    };
    markup.into_string()
}

/// Returns the pages beside the report that need no source.
pub(crate) fn side_pages(report: &Report, layout: &Layout) -> Vec<Page> {
    if layout.single {
        return Vec::new();
    }
    let statements = (0..report.statements.len().div_ceil(STATEMENTS_A_PAGE)).map(Page::Statements);
    statements.chain((0..layout.ask_pages()).map(Page::Asks)).collect()
}

fn statement_run(links: &Links, run: usize) -> Markup {
    let last = ((run + 1) * STATEMENTS_A_PAGE).min(links.report.statements.len());
    html! {
        ul.plain #statements { @for index in run * STATEMENTS_A_PAGE..last { (speakers::statement(links, index, None)) } }
        @if last < links.report.statements.len() { p { a href=(links.statement(last)) { "Next page" } } }
    }
}

fn contents(links: &Links) -> Markup {
    html! {
        nav.toc aria-label="Contents" {
            h2 { "Contents" }
            ol {
                @for (id, words) in SECTIONS.into_iter().filter(|(id, _)| is_there(links.report, id)) {
                    li {
                        a href=(links.to(Page::Index, id)) { (words) }
                        @if id == "asks" { ol { @for theme in asks::themes(links.report) {
                            li { a href=(links.to(Page::Index, &links::theme_anchor(theme))) { (matrix::theme_name(links.report, theme)) } }
                        } } }
                    }
                }
            }
        }
    }
}

/// Tells whether a report has a section: that on a docket and that on laws stand only where there are any.
fn is_there(report: &Report, section: &str) -> bool {
    match section {
        "articles" => !report.laws.is_empty(),
        "docket" => report.docket.is_some(),
        "discourse" => discourse::is_told(report),
        "signals" => report.process.standing.is_some(),
        _ => true,
    }
}

fn source_section(links: &Links, sources: &str) -> Markup {
    html! {
        section #sources aria-labelledby="sources-title" {
            h2 #sources-title { "Sources" }
            @if links.layout.single {
                p.intro { "The papers in full, as they were read, with the statements marked." }
                (sources::key())
                (PreEscaped(sources))
            } @else {
                p.intro { "The papers in full, each on a page of its own." }
                ol { @for paper in 0..links.report.papers.len() { li { a href=(links.source(paper)) { (parts::paper_title(links.report, paper)) } } } }
            }
        }
    }
}

/// Returns the empty panel that the script fills on wide screens.
fn panel() -> Markup {
    html! {
        aside.panel #panel hidden aria-label="Source" {
            div.bar { h2 tabindex="-1" {} button type="button" { "Close" } }
            div.text {}
            p.small { a href="#sources" { "Go to the place in the sources" } }
        }
    }
}

#[cfg(test)]
mod tests;
