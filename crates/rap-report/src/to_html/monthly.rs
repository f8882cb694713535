//! Shares by month as a drawing (SVG): a row for each sort, a bar for each month, a line where the share changes.
//!
//! The table below it has everything that the drawing shows; a hollow bar stands for too few statements.

use std::fmt::Write as _;

use maud::{Markup, html};
use rap_process::SortCount;

use super::discourse::{cell_anchor, is_shown, sort_words};
use super::process::safe;
use crate::discourse::{GroupCard, SeriesCard};
use crate::report::Report;

const WIDTH: i32 = 740;
const LEFT: i32 = 166;
const ROW: i32 = 42;
const BAR: i32 = 34;
const TOP: i32 = 6;

/// How far apart the months below the drawing are written.
const LABEL: i32 = 62;

/// Returns the drawing of one way to sort.
pub(super) fn drawing(report: &Report, group: &GroupCard, way: &str) -> Markup {
    let months = &report.discourse.months;
    let (Some(first), Some(last)) = (months.first(), months.last()) else { return html! {} };
    let span = first.month.until(last.month).max(1);
    let series: Vec<&SeriesCard> =
        group.series.iter().filter(|series| report.sort_names(series.sort).0 == way && !is_empty(series)).collect();
    let scale = Scale { top: highest(group, &series), step: f64::from(WIDTH - LEFT - 40) / f64::from(span) };
    let height = TOP + ROW * i32::try_from(series.len()).unwrap_or(1) + 24;
    let mut svg = format!(
        "<svg class=\"timeline monthly\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"Shares by {way} and month, {} to {}\">",
        first.month, last.month
    );
    for (line, series) in series.iter().enumerate() {
        row(&mut svg, report, group, series, TOP + ROW * i32::try_from(line).unwrap_or(0), &scale);
    }
    let every = (f64::from(LABEL) / scale.step).ceil().max(1.0);
    let mut written = f64::NEG_INFINITY;
    for month in months {
        let at = f64::from(first.month.until(month.month));
        if at - written >= every {
            written = at;
            // Writing to a string does not fail.
            let x = scale.x(at);
            // The last one ends at the edge rather than run over it.
            let (x, anchor) = if x + LABEL > WIDTH { (WIDTH, "end") } else { (x, "start") };
            let _ = write!(
                svg,
                "<text x=\"{x}\" y=\"{}\" text-anchor=\"{anchor}\" class=\"tick\">{}</text>",
                height - 6,
                month.month
            );
        }
    }
    svg.push_str("</svg>");
    html! {
        figure {
            div.scroll tabindex="0" { (safe(svg)) }
            figcaption { "The full height of a row is " (scale.top) "%." }
        }
    }
}

struct Scale {
    /// The share at the top of a row, in percent.
    top: i32,
    /// The width of a month.
    step: f64,
}

impl Scale {
    fn x(&self, month: f64) -> i32 {
        #[expect(clippy::cast_possible_truncation, reason = "a place in a drawing of a thousand units")]
        let offset = (month * self.step) as i32;
        LEFT + offset
    }

    fn width(&self) -> i32 {
        #[expect(clippy::cast_possible_truncation, reason = "a place in a drawing of a thousand units")]
        let width = (self.step * 0.7) as i32;
        width.clamp(2, 26)
    }

    fn high(&self, share: f64) -> i32 {
        #[expect(clippy::cast_possible_truncation, reason = "a place in a drawing of a thousand units")]
        let high = (share * 100.0 / f64::from(self.top) * f64::from(BAR)).round() as i32;
        high.clamp(0, BAR)
    }
}

fn row(svg: &mut String, report: &Report, group: &GroupCard, series: &SeriesCard, top: i32, scale: &Scale) {
    let base = top + BAR + 2;
    let name = html! { (sort_words(report, series.sort)) }.into_string();
    let _ = write!(
        svg,
        "<text x=\"0\" y=\"{}\">{name}</text><line x1=\"{LEFT}\" y1=\"{base}\" x2=\"{WIDTH}\" y2=\"{base}\" class=\"rule\"/>",
        base - 4
    );
    let Some(first) = report.discourse.months.first() else { return };
    let cells = report.discourse.months.iter().zip(&series.cells).zip(&group.statements).enumerate();
    for (index, ((month, cell), of)) in cells.filter(|(_, ((_, cell), _))| !cell.is_empty()) {
        let count = count_of(cell.len(), *of);
        let high = scale.high(count.share().unwrap_or_default()).max(1);
        let few = if count.is_small() { " planned" } else { "" };
        let bar = format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{high}\" class=\"mark{few}\"><title>{}: {} of {of}</title></rect>",
            scale.x(f64::from(first.month.until(month.month))),
            base - high,
            scale.width(),
            month.month,
            cell.len(),
        );
        let _ = if is_shown(report, index) {
            write!(svg, "<a href=\"#{}\">{bar}</a>", cell_anchor(0, series.sort, index))
        } else {
            write!(svg, "{bar}")
        };
    }
    for change in &series.changes {
        let Some(month) = report.discourse.months.get(change.month) else { continue };
        let x = scale.x(f64::from(first.month.until(month.month))) - 3;
        let _ = write!(
            svg,
            "<line x1=\"{x}\" y1=\"{}\" x2=\"{x}\" y2=\"{base}\" class=\"turn\"><title>the share changes with {}</title></line>",
            top - 2,
            month.month
        );
    }
}

fn is_empty(series: &SeriesCard) -> bool {
    series.cells.iter().all(Vec::is_empty)
}

fn count_of(of_sort: usize, all: usize) -> SortCount {
    let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    SortCount { of_sort: small(of_sort), all: small(all) }
}

/// Returns the highest share that is drawn, in tens of percent: that of months with statements enough, if there are any.
fn highest(group: &GroupCard, series: &[&SeriesCard]) -> i32 {
    let cells = || series.iter().flat_map(|series| series.cells.iter().zip(&group.statements));
    let counts = || cells().map(|(cell, of)| count_of(cell.len(), *of));
    let top =
        |few: bool| counts().filter(|count| few || !count.is_small()).filter_map(SortCount::share).fold(0.0, f64::max);
    let share = if counts().any(|count| !count.is_small()) { top(false) } else { top(true) };
    let tens = (1..10).find(|tens| f64::from(*tens) >= share * 10.0).unwrap_or(10);
    tens * 10
}
