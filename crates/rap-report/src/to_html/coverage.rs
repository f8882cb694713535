//! What was read and what was not: the ledger of each paper, unread sentences, findings; method and manifest.

use maud::{Markup, html};
use rap_statement::SetAside;

use super::links::Links;
use super::parts::{lang_of, paper_title, quote};
use crate::report::{Coverage, PaperCard, Report, UNREAD_SHOWN};
use crate::terms::{capital, counted, grouped, percent, plain};

/// How many papers the table of the ledger names in a large report before it sums up the rest.
const PAPERS_SHOWN: usize = 1_000;

/// How many unread sentences of each paper a large report shows.
const UNREAD_SHOWN_OF_MANY: usize = 5;

/// Returns what became of every sentence, and what could not be read.
pub(crate) fn coverage(links: &Links) -> Markup {
    let report = links.report;
    let numbers = &report.numbers;
    html! {
        section #coverage aria-labelledby="coverage-title" {
            h2 #coverage-title { "What was read and what was not" }
            p {
                "Every sentence has an account. Of " b { (grouped(numbers.sentences)) } ", "
                b { (grouped(numbers.coded)) } " are coded (" (percent(numbers.coded, numbers.sentences)) "), "
                b { (grouped(numbers.set_aside)) } " hold nothing to code and are set aside, and "
                b { (grouped(numbers.unread)) } " could not be read by any rule."
            }
            div.scroll tabindex="0" role="region" aria-label="Ledger of every paper" { (ledger_table(links)) }
            @for (index, paper) in report.papers.iter().enumerate().take(PAPERS_SHOWN).filter(|(_, paper)| !paper.unread.is_empty()) {
                (unread(links, index, paper))
            }
            (findings(report))
        }
    }
}

fn reasons(report: &Report) -> Vec<SetAside> {
    let occurs = |reason: &SetAside| report.papers.iter().any(|paper| set_aside(&paper.coverage, *reason) > 0);
    SetAside::ALL.iter().copied().filter(occurs).collect()
}

fn set_aside(coverage: &Coverage, reason: SetAside) -> usize {
    coverage.set_aside.iter().filter(|(known, _)| *known == reason).map(|(_, count)| count).sum()
}

fn ledger_table(links: &Links) -> Markup {
    let report = links.report;
    let reasons = reasons(report);
    let sum = |count: &dyn Fn(&Coverage) -> usize| -> usize {
        report.papers.iter().map(|paper| count(&paper.coverage)).sum()
    };
    html! {
        table {
            thead { tr {
                th scope="col" { "Paper" }
                th.n scope="col" { "Sentences" } th.n scope="col" { "Coded" }
                @for reason in &reasons { th.n scope="col" { (capital(&plain(reason.name()))) } }
                th.n scope="col" { "Unread" }
            } }
            tbody { @for (index, paper) in report.papers.iter().enumerate().take(PAPERS_SHOWN) { tr {
                @let title = paper_title(report, index);
                th scope="row" lang=[lang_of(&title)] { a href=(links.source(index)) { (title) } }
                td.n { (grouped(paper.coverage.total())) } td.n { (grouped(paper.coverage.coded)) }
                @for reason in &reasons { (number(set_aside(&paper.coverage, *reason))) }
                (number(paper.coverage.unread))
            } } }
            @if report.papers.len() > 1 { tfoot { tr {
                th scope="row" { "All " (counted(report.papers.len(), "paper", "papers")) }
                td.n { (grouped(sum(&Coverage::total))) } td.n { (grouped(sum(&|coverage| coverage.coded))) }
                @for reason in &reasons { (number(sum(&|coverage| set_aside(coverage, *reason)))) }
                (number(sum(&|coverage| coverage.unread)))
            } } }
        }
    }
}

fn number(count: usize) -> Markup {
    html! { td.n.zero[count == 0] { (grouped(count)) } }
}

/// Returns the unread sentences of a paper, folded; in a large report the first of them.
fn unread(links: &Links, index: usize, paper: &PaperCard) -> Markup {
    let shown = paper.unread.iter().take(if links.layout.single { UNREAD_SHOWN } else { UNREAD_SHOWN_OF_MANY });
    let more = paper.coverage.unread.saturating_sub(shown.len());
    html! {
        details {
            summary { (counted(paper.coverage.unread, "unread sentence", "unread sentences")) " in " (paper_title(links.report, index)) }
            ul.plain.small { @for (span, words) in shown { li { (quote(words, rap_doc::Language::of(words), &links.words(index, *span))) } } }
            @if more > 0 { p.small.dim { "and " (grouped(more)) " more" } }
        }
    }
}

fn findings(report: &Report) -> Markup {
    html! {
        section #findings aria-labelledby="findings-title" {
            h3 #findings-title { "Findings" }
            @if report.findings.is_empty() { p { "Every paper was read without a doubt to report." } } @else {
                p.intro { "What could not be read, or only with doubt, and what to do about it." }
                table {
                    thead { tr { th scope="col" { "What" } th scope="col" { "Where" } th scope="col" { "Next step" } } }
                    tbody { @for finding in &report.findings { tr {
                        td { b { (finding.severity.name()) } ": " (finding.message) }
                        td { bdi { (finding.origin) } @let place = finding.place.to_string(); @if !place.is_empty() { ", " (place) } }
                        td { @if finding.hint.is_empty() { "–" } @else { (finding.hint) } }
                    } } }
                }
            }
        }
    }
}

/// Returns how the report was made, and of what.
pub(crate) fn method(links: &Links) -> Markup {
    let report = links.report;
    let rules_only =
        report.manifest.options.iter().any(|(option, value)| (option.as_str(), value.as_str()) == ("finders", "rules"));
    let means = if rules_only {
        "by rules"
    } else {
        "by rules and by small linear models that weigh what these find and may miss"
    };
    html! {
        section #method aria-labelledby="method-title" {
            h2 #method-title { "Method and manifest" }
            p { "The papers were read " (means) ", without a generative model and without a network: no quote can be anything but words of a paper. A statement is found by the words that attribute it: a source, a cue such as “said”, “according to” or “指出”, and a content. It is explicit where these words stand beside it, continued where the report of the last speaker goes on, and the author’s where nobody else speaks. Demands are told from positions, problems, facts, promises and questions by their wording; lists inside of a demand are split; demands of one meaning are joined, and each keeps the words of each who makes it." }
            p { "Words in quotation marks stand in a source exactly as printed here, and lead to it; “[…]” marks where a long quote is cut. All else is the report’s own. Roles and bodies are as the papers state them. Who was present and silent took no position. A figure counts what the papers report, and not how many people hold a view. Some wordings are missed, and some are sorted wrongly: the number beside each statement leads to the source, so that every line can be checked." }
            (manifest(report))
            (sources_table(links))
        }
    }
}

fn manifest(report: &Report) -> Markup {
    let manifest = &report.manifest;
    html! {
        table {
            caption { "Manifest: the same papers with these give the same report, byte for byte." }
            tbody {
                tr { th scope="row" { "Program" } td { (manifest.program) } }
                tr { th scope="row" { "Codebook" } td { (report.codebook.title) " (" (report.codebook.id) ")" br; span.hash { (report.codebook.sha256) } } }
                @for (pack, hash) in &manifest.packs { tr { th scope="row" { (pack) } td { span.hash { (hash) } } } }
                @for (option, value) in &manifest.options { tr { th scope="row" { (option) } td { (value) } } }
            }
        }
    }
}

fn sources_table(links: &Links) -> Markup {
    let report = links.report;
    html! {
        h3 #manifest-sources { "Papers" }
        table {
            thead { tr { th scope="col" { "Paper" } th scope="col" { "Read as" } th scope="col" { "SHA-256" } } }
            tbody { @for (index, paper) in report.papers.iter().enumerate() { tr {
                td { a href=(links.source(index)) { bdi { (paper.source.origin) } } }
                td { (read_as(paper)) }
                td { span.hash { (paper.source.id) } }
            } } }
        }
    }
}

/// Says as what the parts of a paper were read: "article (1–6), record (7–24)".
pub(crate) fn read_as(paper: &PaperCard) -> String {
    match paper.parts.as_slice() {
        [part] => part.kind.name().to_owned(),
        parts => {
            let part = |part: &rap_statement::Part| {
                format!(
                    "{} ({}–{})",
                    part.kind.name(),
                    part.blocks.start + 1,
                    part.blocks.end.max(part.blocks.start + 1)
                )
            };
            parts.iter().map(part).collect::<Vec<_>>().join(", ")
        }
    }
}
