//! Tables of contents at the head of an act, so that no provision is there twice.

use std::ops::Range;

use super::lines::Line;
use crate::mark::Division;

/// A line of a table of contents is a heading; what is longer is text of the act.
const LONGEST_ENTRY: usize = 260;

/// Returns the lines of the table of contents, by index; an empty range where there is none.
///
/// It begins at its own heading or at the first heading of a division, and ends where that first division comes for
/// the second time. Between the two no line may be long; without a heading of its own, nothing but headings may be
/// between them.
pub(super) fn contents(text: &str, lines: &[Line]) -> Range<usize> {
    let titled = lines.iter().take(400).position(|line| is_contents_heading(line.span.of(text)));
    let from = titled.unwrap_or_default();
    let Some(first) = lines.iter().skip(from).position(opens).map(|at| at + from) else { return 0..0 };
    let key = |line: &Line| -> Option<(u8, String)> {
        match (&line.division, &line.item) {
            (Some(Division { prefix, value, .. }), _) => Some((0, format!("{prefix} {value}"))),
            (None, Some(item)) => Some((1, format!("{:?} {}", item.style, item.value))),
            _ => None,
        }
    };
    let wanted = lines.get(first).and_then(key);
    let again = lines.iter().skip(first + 1).position(|line| key(line) == wanted).map(|at| at + first + 1);
    let Some(again) = again else { return titled_only(titled) };
    let by_number = lines.get(first).is_some_and(|line| line.division.is_none());
    let again = if by_number { with_headings_before(lines, first, again) } else { again };
    let inner = lines.get(first..again).unwrap_or_default();
    let short = inner.iter().all(|line| line.span.len() <= LONGEST_ENTRY);
    let by_headings = inner.iter().filter(|line| line.division.is_some()).count();
    let headings_only =
        inner.iter().all(|line| line.division.is_some() || !super::lines::ends_clause(line.span.of(text)));
    let wordy = inner.iter().filter(|line| line.item.is_some()).count() * 4 > inner.len();
    let is_table = short && if titled.is_some() { true } else { by_headings >= 2 && headings_only && !wordy };
    if is_table { titled.unwrap_or(first)..again } else { titled_only(titled) }
}

/// Steps back over the headings of the divisions that the repeated number stands in.
fn with_headings_before(lines: &[Line], first: usize, again: usize) -> usize {
    let mut at = again;
    let division = |index: usize| lines.get(index).is_some_and(|line| line.division.is_some());
    while at > first + 1 {
        if division(at - 1) {
            at -= 1;
        } else if at > first + 2 && division(at - 2) && lines.get(at - 1).is_some_and(Line::is_plain) {
            at -= 2;
        } else {
            break;
        }
    }
    at
}

fn titled_only(titled: Option<usize>) -> Range<usize> {
    titled.map_or(0..0, |at| at..at + 1)
}

fn opens(line: &Line) -> bool {
    line.division.is_some() || line.item.is_some()
}

/// `CONTENTS`, `Table of contents`, `ARRANGEMENT OF SECTIONS`, 目录, 目　次.
pub(super) fn is_contents_heading(words: &str) -> bool {
    if words.len() > 60 {
        return false;
    }
    let letters: String = words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    matches!(
        letters.as_str(),
        "contents"
            | "tableofcontents"
            | "arrangementofsections"
            | "arrangementofclauses"
            | "arrangementofarticles"
            | "目录"
            | "目錄"
            | "目次"
    )
}
