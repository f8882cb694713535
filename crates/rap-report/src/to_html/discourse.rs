//! Discourse over time: drawings of shares by month, the changes in words, and tables whose cells open on statements.

use maud::{Markup, html};
use rap_process::{FEW, SortCount};
use rap_statement::{Act, Stance};

use super::links::Links;
use super::monthly;
use super::parts::reference;
use crate::discourse::{ChangeCard, DiscourseCard, GroupCard, SeriesCard, Sort, Who};
use crate::report::Report;
use crate::terms::{capital, counted, kind_heading, percent, plain};

/// How many statements a cell leads to; `discourse.csv` has all.
const CELL: usize = 12;

/// How many months the tables show, the newest; `discourse.csv` has all.
pub(super) const MONTHS: usize = 120;

/// By what statements are sorted, in the order of the page.
const WAYS: [(&str, &str); 3] = [("theme", "Themes"), ("stance", "Stances"), ("act", "Acts")];

/// Tells whether there are months to compare.
pub(crate) fn is_told(report: &Report) -> bool {
    report.discourse.months.len() > 1
}

/// Returns the section; nothing where there are no two months to compare.
pub(crate) fn discourse(links: &Links) -> Markup {
    let card = &links.report.discourse;
    let Some(all) = card.all().filter(|_| is_told(links.report)) else { return html! {} };
    html! {
        section #discourse aria-labelledby="discourse-title" {
            h2 #discourse-title { "Discourse over time" }
            p.intro {
                (counted(all.statements.iter().sum(), "statement", "statements")) " of "
                (counted(card.months.len(), "month", "months")) ", each by the date of its paper. "
                @if !card.undated.is_empty() {
                    (counted(card.undated.len(), "statement", "statements")) " of "
                    (counted(card.undated_papers.len(), "paper", "papers")) " without a date "
                    @if card.undated.len() == 1 { "is" } @else { "are" } " not among them. "
                }
                "Fewer than " (FEW) " statements in a month are too few for a share: hollow bars, and brackets in the tables."
            }
            (changes(links, card))
            @for (index, (way, title)) in WAYS.iter().enumerate() {
                h3 { (title) }
                (monthly::drawing(links.report, all, way))
                details {
                    summary { "Table: " (title.to_lowercase()) " by month" }
                    (table(links, 0, all, Some(way)))
                }
                @if index == 0 { p.small.dim { "A statement may have more themes than one, so that shares of themes may add up to more than all." } }
            }
            h3 { "By kind of body" }
            @for (index, group) in card.groups.iter().enumerate().skip(1).filter(|(_, group)| group.statements.iter().any(|count| *count > 0)) {
                details {
                    summary { (who(group.who)) ": " (counted(group.statements.iter().sum(), "statement", "statements")) }
                    (table(links, index, group, None))
                }
            }
        }
    }
}

fn changes(links: &Links, card: &DiscourseCard) -> Markup {
    let found: Vec<(usize, &GroupCard, &SeriesCard, &ChangeCard)> = card
        .groups
        .iter()
        .enumerate()
        .flat_map(|(index, group)| group.series.iter().map(move |series| (index, group, series)))
        .flat_map(|(index, group, series)| series.changes.iter().map(move |change| (index, group, series, change)))
        .collect();
    html! {
        h3 { "Where shares change" }
        @if card.looked_at == 0 {
            p { "No series has statements enough to look for a change." }
        } @else if found.is_empty() {
            p { "No share changes by more than chance and the habits of single papers explain, in " (counted(card.looked_at, "series", "series")) " that were looked at." }
        } @else {
            ul.plain.rows {
                @for (index, group, series, change) in &found { li { (one_change(links, *index, group, series, change)) } }
            }
            p.small.dim {
                "Perhaps other people wrote in these months, and nobody changed their mind. Found by PELT (Killick and others 2012) with a penalty for the "
                (counted(card.looked_at, "series", "series")) " looked at; a change that rests on one paper is not told."
            }
        }
    }
}

fn one_change(links: &Links, index: usize, group: &GroupCard, series: &SeriesCard, change: &ChangeCard) -> Markup {
    let month = links.report.discourse.months.get(change.month).map(|month| month.month.to_string());
    let shown =
        is_shown(links.report, change.month) && series.cells.get(change.month).is_some_and(|cell| !cell.is_empty());
    let words = html! { "from " (month.unwrap_or_default()) " on" };
    let share = |count: SortCount| {
        let [part, whole] = [count.of_sort, count.all].map(|count| usize::try_from(count).unwrap_or(usize::MAX));
        format!("{} ({part} of {whole})", percent(part, whole))
    };
    html! {
        b { (sort_words(links.report, series.sort)) } ", " (who(group.who).to_lowercase()) ", "
        @if shown { a href={ "#" (cell_anchor(index, series.sort, change.month)) } { (words) } } @else { (words) }
        ": " (share(change.after)) ", before " (share(change.before))
    }
}

fn table(links: &Links, index: usize, group: &GroupCard, way: Option<&str>) -> Markup {
    let report = links.report;
    let series: Vec<&SeriesCard> =
        group.series.iter().filter(|series| way.is_none_or(|way| report.sort_names(series.sort).0 == way)).collect();
    let months = report.discourse.months.iter().zip(&group.statements).zip(&group.papers).enumerate();
    let hidden = report.discourse.months.len().saturating_sub(MONTHS);
    html! {
        div.scroll tabindex="0" { table.months {
            @if hidden > 0 { caption { "The last " (MONTHS) " months; all are in discourse.csv" } }
            thead { tr {
                th scope="col" { "Month" } th.n scope="col" { "Papers" } th.n scope="col" { "Statements" }
                @for series in &series { th.n scope="col" { (sort_words(report, series.sort)) } }
            } }
            tbody {
                @for (month, ((card, of), papers)) in months.skip(hidden).filter(|(_, ((_, of), _))| **of > 0) {
                    tr {
                        th scope="row" { (card.month) }
                        td.n { (papers) } td.n { (of) }
                        @for series in &series { (cell(links, index, series, month, *of)) }
                    }
                }
            }
        } }
    }
}

fn cell(links: &Links, group: usize, series: &SeriesCard, month: usize, of: usize) -> Markup {
    let statements = series.cells.get(month).map_or(&[][..], Vec::as_slice);
    let share = percent(statements.len(), of);
    let few = u32::try_from(of).is_ok_and(|all| SortCount { of_sort: 0, all }.is_small());
    let changes = series.changes.iter().any(|change| change.month == month);
    html! {
        @if statements.is_empty() {
            td.n.zero.turn[changes] { "0" }
        } @else {
            td.n.turn[changes] id=(cell_anchor(group, series.sort, month)) { details {
                summary {
                    @if few { "(" (share) ")" } @else { (share) }
                    " " span.dim { (statements.len()) }
                }
                @for statement in statements.iter().take(CELL) { (reference(links, *statement)) " " }
                @if statements.len() > CELL { span.dim { "+" (statements.len() - CELL) } }
            } }
        }
    }
}

/// Tells whether the tables show a month.
pub(super) fn is_shown(report: &Report, month: usize) -> bool {
    month >= report.discourse.months.len().saturating_sub(MONTHS)
}

/// Returns the anchor of a cell: who speaks, the sort and the month, all by number.
pub(super) fn cell_anchor(group: usize, sort: Sort, month: usize) -> String {
    let sort = match sort {
        Sort::Theme(theme) => format!("t{}", theme.map_or(0, |theme| theme + 1)),
        Sort::Stance(stance) => format!("s{stance}"),
        Sort::Act(act) => format!("a{act}"),
    };
    format!("d{group}-{sort}-{month}")
}

/// Returns a sort as people call it.
pub(super) fn sort_words(report: &Report, sort: Sort) -> String {
    match sort {
        Sort::Theme(theme) => {
            let theme = theme.and_then(|theme| report.codebook.themes.get(theme));
            theme.map_or_else(|| "No theme".to_owned(), |theme| theme.name.clone())
        }
        Sort::Stance(stance) => capital(&plain(Stance::ALL.get(stance).map_or("", |stance| stance.name()))),
        Sort::Act(act) => capital(&plain(Act::ALL.get(act).map_or("", |act| act.name()))),
    }
}

fn who(who: Who) -> &'static str {
    match who {
        Who::All => "Everybody",
        Who::Kind(kind) => kind_heading(kind),
    }
}
