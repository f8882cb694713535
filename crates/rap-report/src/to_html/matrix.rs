//! The matrix: single demands by theme and kind of body, as a chart (SVG) and as the table of the same figures.

use maud::{Markup, html};

use super::links::{Links, theme_anchor};
use crate::report::{Matrix, MatrixRow, Report};
use crate::terms::{grouped, kind_heading};

/// The measures of the chart, in units of its view box.
const LABEL: usize = 208;
const COLUMN: usize = 84;
const SUM: usize = 56;
const ROW: usize = 34;
const HEAD: usize = 44;
const GAP: usize = 2;

/// How many characters of a theme's name stand on one line of the chart, and of a kind's.
const LABEL_CHARS: usize = 30;
const HEAD_CHARS: usize = 13;

/// Returns the name of a theme of the matrix.
pub(crate) fn theme_name(report: &Report, theme: Option<usize>) -> &str {
    theme.and_then(|theme| report.codebook.themes.get(theme)).map_or("No theme", |theme| &theme.name)
}

/// Returns the chart with its table; nothing where nobody asks for anything.
pub(crate) fn matrix(links: &Links) -> Markup {
    let matrix = &links.report.matrix;
    html! {
        @if !matrix.rows.is_empty() {
            figure {
                figcaption { "Single demands by theme and by kind of body for which the speaker stands. Counts are not votes: they tell where the papers report demands, not how many people hold them." }
                div.scroll tabindex="0" role="region" aria-label="Chart of demands by theme and kind of body" { (chart(links.report)) }
                details {
                    summary { "The same figures as a table" }
                    div.scroll { (table(links)) }
                }
            }
        }
    }
}

fn chart(report: &Report) -> Markup {
    let matrix = &report.matrix;
    let width = LABEL + matrix.kinds.len() * COLUMN + SUM;
    let height = HEAD + (matrix.rows.len() + 1) * ROW;
    let most = matrix.rows.iter().flat_map(|row| &row.counts).copied().max().unwrap_or(1);
    html! {
        svg.matrix viewBox=(format!("0 0 {width} {height}")) width=(width) height=(height) role="img" aria-labelledby="matrix-title matrix-desc" xmlns="http://www.w3.org/2000/svg" {
            title #matrix-title { "Single demands by theme and kind of body" }
            desc #matrix-desc { (described(report)) }
            @for (column, kind) in matrix.kinds.iter().enumerate() {
                (column_head(LABEL + column * COLUMN + COLUMN / 2, kind_heading(*kind)))
            }
            text.sum.num x=(width - SUM / 2) y=(HEAD - 10) { "All" }
            @for (index, row) in matrix.rows.iter().enumerate() {
                (chart_row(report, row, HEAD + index * ROW, most, width))
            }
            @let y = HEAD + matrix.rows.len() * ROW;
            text.sum x="0" y=(y + 22) { "All" }
            @for (column, sum) in column_sums(matrix).into_iter().enumerate() {
                text.sum.num x=(LABEL + column * COLUMN + COLUMN / 2) y=(y + 22) { (grouped(sum)) }
            }
            text.num x=(width - SUM / 2) y=(y + 22) font-weight="600" { (grouped(report.units.len())) }
        }
    }
}

/// Returns the head of a column, broken into two lines where it is long.
fn column_head(x: usize, words: &str) -> Markup {
    let middle = words.len() / 2;
    let gaps = words.match_indices(' ').map(|(at, _)| at);
    let split = (words.len() > HEAD_CHARS)
        .then(|| gaps.min_by_key(|at| at.abs_diff(middle)))
        .flatten()
        .and_then(|at| words.split_at_checked(at));
    html! {
        @match split {
            Some((first, second)) => {
                text.head.num x=(x) y=(HEAD - 25) { (first) }
                text.head.num x=(x) y=(HEAD - 10) { (second.trim_start()) }
            },
            None => text.head.num x=(x) y=(HEAD - 10) { (words) },
        }
    }
}

fn chart_row(report: &Report, row: &MatrixRow, y: usize, most: usize, width: usize) -> Markup {
    let name = theme_name(report, row.theme);
    let short: String = name.chars().take(LABEL_CHARS).collect();
    html! {
        text x="0" y=(y + 22) { (short) @if short.len() < name.len() { "…" } }
        @for (column, count) in row.counts.iter().enumerate() {
            @let x = LABEL + column * COLUMN;
            @if *count == 0 {
                rect.none x=(x + GAP) y=(y + GAP) width=(COLUMN - 2 * GAP) height=(ROW - 2 * GAP) rx="3" {}
            } @else {
                // Four shades, so that the figure on each can be read by everybody in light and in dark.
                @let shade = (count * 4).div_ceil(most);
                rect class=(format!("heat{shade}")) x=(x + GAP) y=(y + GAP) width=(COLUMN - 2 * GAP) height=(ROW - 2 * GAP) rx="3" {}
                text.num.strong[shade > 2] x=(x + COLUMN / 2) y=(y + 22) { (grouped(*count)) }
            }
        }
        text.sum.num x=(width - SUM / 2) y=(y + 22) { (grouped(row.counts.iter().sum())) }
    }
}

fn column_sums(matrix: &Matrix) -> Vec<usize> {
    (0..matrix.kinds.len()).map(|column| matrix.rows.iter().filter_map(|row| row.counts.get(column)).sum()).collect()
}

/// Says in words what the chart shows, for those who do not see it.
fn described(report: &Report) -> String {
    let rows = report.matrix.rows.iter().map(|row| {
        let cells = report.matrix.kinds.iter().zip(&row.counts).filter(|(_, count)| **count > 0);
        let cells: Vec<String> =
            cells.map(|(kind, count)| format!("{} {count}", kind_heading(*kind).to_lowercase())).collect();
        format!("{}: {}.", theme_name(report, row.theme), cells.join(", "))
    });
    rows.collect::<Vec<_>>().join(" ")
}

fn table(links: &Links) -> Markup {
    let matrix = &links.report.matrix;
    html! {
        table {
            caption { "Single demands by theme and kind of body" }
            thead { tr {
                th scope="col" { "Theme" }
                @for kind in &matrix.kinds { th.n scope="col" { (kind_heading(*kind)) } }
                th.n scope="col" { "All" }
            } }
            tbody {
                @for row in &matrix.rows { tr {
                    th scope="row" { a href=(links.to(super::links::Page::Index, &theme_anchor(row.theme))) { (theme_name(links.report, row.theme)) } }
                    @for count in &row.counts { td.n.zero[*count == 0] { (grouped(*count)) } }
                    td.n { (grouped(row.counts.iter().sum())) }
                } }
            }
            tfoot { tr {
                th scope="row" { "All" }
                @for sum in column_sums(matrix) { td.n { (grouped(sum)) } }
                td.n { (grouped(links.report.units.len())) }
            } }
        }
    }
}
