//! The time line as a drawing (SVG): one mark for each event that has a date, a bar where the date is a stretch.
//!
//! The table below it has everything that the drawing shows; colours say nothing that words do not.

use std::fmt::Write as _;

use jiff::civil::Date;
use maud::{Markup, html};
use rap_process::{EventKind, Happening, When, days_between};

use super::process::safe;

const WIDTH: i32 = 960;
const LEFT: i32 = 190;
const ROW: i32 = 22;
const TOP: i32 = 28;

/// Rows are kinds of event; more than these share the last.
const GROUPS: [(&str, &[EventKind]); 6] = [
    (
        "meetings, hearings",
        &[EventKind::Gathering, EventKind::Hearing, EventKind::PressConference, EventKind::Trilogue],
    ),
    ("plans", &[EventKind::PlanPublished, EventKind::PlanListed, EventKind::PlanSilent, EventKind::PlanDropped]),
    ("drafts", &[EventKind::ExpertDraft, EventKind::Drafting, EventKind::DraftPublished, EventKind::Proposed]),
    ("consultations", &[EventKind::ConsultationOpened, EventKind::ConsultationClosed]),
    (
        "readings, votes",
        &[
            EventKind::Reading,
            EventKind::Vote,
            EventKind::CommitteeReport,
            EventKind::Mandate,
            EventKind::Agreement,
            EventKind::Adopted,
            EventKind::Rejected,
            EventKind::Referred,
            EventKind::Review,
            EventKind::CabinetApproval,
        ],
    ),
    ("law", &[]),
];

/// How many marks are drawn; more would cover each other.
const MARKS: usize = 600;

/// Returns the drawing; nothing where fewer than two events have dates.
pub(crate) fn drawing(happenings: &[Happening]) -> Markup {
    let dated: Vec<(usize, &Happening, When)> = happenings
        .iter()
        .filter_map(|happening| Some((group_of(happening.event.kind), happening, happening.event.when?)))
        .take(MARKS)
        .collect();
    let first = dated.iter().map(|(_, _, when)| when.first()).min();
    let last = dated.iter().map(|(_, _, when)| when.last()).max();
    let (Some(first), Some(last)) = (first, last) else { return html! {} };
    if dated.len() < 2 || first == last {
        return html! {};
    }
    let used: Vec<usize> = (0..GROUPS.len()).filter(|group| dated.iter().any(|(of, ..)| of == group)).collect();
    let height = TOP + ROW * i32::try_from(used.len()).unwrap_or(1) + 26;
    let mut svg = format!(
        "<svg class=\"timeline\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"Time line of {} events from {first} to {last}\">",
        dated.len()
    );
    let days = days_between(first, last).max(1);
    let x = |date: Date| LEFT + (WIDTH - LEFT - 20) * days_between(first, date) / days;
    years(&mut svg, (first, last), height, x);
    for (line, group) in used.iter().enumerate() {
        let y = TOP + ROW * i32::try_from(line).unwrap_or(0) + ROW / 2;
        let name = GROUPS.get(*group).map_or("", |(name, _)| name);
        // Writing to a string does not fail.
        let _ = write!(
            svg,
            "<text x=\"0\" y=\"{}\">{name}</text><line x1=\"{LEFT}\" y1=\"{y}\" x2=\"{WIDTH}\" y2=\"{y}\" class=\"rule\"/>",
            y + 4
        );
        for (_, happening, when) in dated.iter().filter(|(of, ..)| of == group) {
            let (from, to) = (x(when.first()), x(when.last()));
            let class = if happening.event.planned { "mark planned" } else { "mark" };
            let _ = write!(
                svg,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"10\" rx=\"4\" class=\"{class}\"><title>{}: {}</title></rect>",
                from - 4,
                y - 5,
                (to - from + 8).max(8),
                when.for_people(),
                happening.event.kind.words()
            );
        }
    }
    svg.push_str("</svg>");
    html! { (safe(svg)) }
}

/// Draws the first days of years, or of months where the time is short.
fn years(svg: &mut String, (first, last): (Date, Date), height: i32, x: impl Fn(Date) -> i32) {
    let months = days_between(first, last) < 800;
    let mut count = 0;
    let mut year = first.year();
    let mut month = 1;
    while count < 40 && year <= last.year() {
        if let Ok(date) = Date::new(year, month, 1)
            && date >= first
            && date <= last
        {
            let at = x(date);
            let label = if months { format!("{year}-{month:02}") } else { year.to_string() };
            let _ = write!(svg, "<line x1=\"{at}\" y1=\"{TOP}\" x2=\"{at}\" y2=\"{}\" class=\"tick\"/>", height - 22);
            let _ = write!(svg, "<text x=\"{}\" y=\"{}\" class=\"tick\">{label}</text>", at + 3, height - 8);
            count += 1;
        }
        if months {
            month += 3;
            if month > 12 {
                month = 1;
                year += 1;
            }
        } else {
            year += 1;
        }
    }
}

fn group_of(kind: EventKind) -> usize {
    GROUPS.iter().position(|(_, kinds)| kinds.contains(&kind)).unwrap_or(GROUPS.len() - 1)
}
