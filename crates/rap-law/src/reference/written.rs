//! What a reference says, written as ids, where there is no act to look it up in.

use super::resolve::MOST_TARGETS;
use crate::cite::{Citation, Group, Pick, Unit};

/// Returns `celex:32024R1689` of an ELI or a CELEX number.
pub(super) fn celex_of(identifier: &str) -> Option<String> {
    let rest = identifier.split("/eli/").nth(1)?;
    let mut parts = rest.split('/');
    let letter = match parts.next()? {
        "reg" => 'R',
        "dir" => 'L',
        "dec" => 'D',
        _ => return None,
    };
    let (year, number) = (parts.next()?, parts.next()?.parse::<u32>().ok()?);
    Some(format!("celex:3{year}{letter}{number:04}"))
}

/// Writes what a reference to another act says: `celex:32016R0679#art_6__para_1`.
pub(super) fn external(ids: &str, citation: &Citation) -> (Vec<String>, bool) {
    if citation.paths.is_empty() {
        return (ids.split(' ').map(str::to_owned).collect(), true);
    }
    let (paths, whole) = said(&citation.paths);
    let one = !ids.contains(' ');
    let act = ids.split(' ').next().unwrap_or(ids);
    (paths.into_iter().map(|path| format!("{act}#{path}")).collect(), whole && one)
}

/// Writes paths as ids without an act to look them up in; and whether nothing of what was said is left out.
pub(super) fn said(paths: &[Vec<Group>]) -> (Vec<String>, bool) {
    let mut all = Vec::new();
    let mut whole = true;
    for path in paths {
        let mut heads = vec![String::new()];
        for (depth, group) in path.iter().enumerate() {
            let last = depth + 1 == path.len();
            let mut ids = Vec::new();
            for pick in &group.picks {
                whole &= write_pick(group.unit, pick, &mut ids);
            }
            // Below several numbers at once it is open what the rest belongs to.
            whole &= last || ids.len() <= 1 || heads.len() > 1;
            heads =
                heads.iter().flat_map(|head| ids.iter().map(move |id| joined(head, id))).take(MOST_TARGETS).collect();
        }
        all.extend(heads.into_iter().filter(|head| !head.is_empty()));
    }
    (all, whole)
}

fn joined(head: &str, id: &str) -> String {
    if head.is_empty() { id.to_owned() } else { format!("{head}__{id}") }
}

fn write_pick(unit: Unit, pick: &Pick, ids: &mut Vec<String>) -> bool {
    match pick {
        Pick::One(number) => {
            ids.push(written(unit, number));
            true
        }
        Pick::Range(from, to) => match between(from, to) {
            Some(numbers) => {
                ids.extend(numbers.iter().map(|number| written(unit, number)));
                true
            }
            None => {
                ids.push(written(unit, from));
                ids.push(written(unit, to));
                false
            }
        },
        Pick::Place(place) => {
            ids.push(format!("{}_{place}", prefix(unit)));
            true
        }
        Pick::Last | Pick::This | Pick::Before(_) => false,
    }
}

/// Returns the numbers from one to another, where they are plain: 8 to 15, (a) to (d).
fn between(from: &[String], to: &[String]) -> Option<Vec<Vec<String>>> {
    let (last, head) = from.split_last()?;
    let (end, end_head) = to.split_last()?;
    if head != end_head {
        return None;
    }
    let list =
        |values: Vec<String>| values.into_iter().map(|value| head.iter().cloned().chain([value]).collect()).collect();
    if let (Ok(a), Ok(b)) = (last.parse::<u32>(), end.parse::<u32>()) {
        return (a < b && b - a < 500).then(|| list((a..=b).map(|n| n.to_string()).collect()));
    }
    let (a, b) = (single(last)?, single(end)?);
    (a < b).then(|| list((a..=b).map(|c| char::from(c).to_string()).collect()))
}

fn single(label: &str) -> Option<u8> {
    let byte = label.bytes().next()?;
    // Roman numerals are letters as well: a range of them is not one of letters.
    (label.len() == 1 && byte.is_ascii_alphabetic() && byte != b'i').then_some(byte)
}

/// Writes a number with its brackets as an id: 5(1)(a) of an article is `art_5__para_1__point_a`.
fn written(unit: Unit, number: &[String]) -> String {
    let mut id = String::new();
    let mut unit = unit;
    for label in number {
        if !id.is_empty() {
            id.push_str("__");
        }
        let plain: String = label.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        id.push_str(prefix(unit));
        if !plain.is_empty() {
            id.push('_');
            id.push_str(&plain);
        }
        unit = match unit {
            Unit::Article => Unit::Paragraph,
            Unit::Section => Unit::Subsection,
            Unit::Subsection => Unit::Paragraph,
            _ => Unit::Point,
        };
    }
    id
}

const fn prefix(unit: Unit) -> &'static str {
    match unit {
        Unit::Annex => "anx",
        Unit::Recital => "rec",
        Unit::Book => "book",
        Unit::Part => "part",
        Unit::Title => "title",
        Unit::Chapter => "chp",
        Unit::Section => "sec",
        Unit::Article => "art",
        Unit::Subsection => "subsec",
        Unit::Paragraph => "para",
        Unit::Subparagraph => "subpara",
        Unit::Point | Unit::Bracket => "point",
        Unit::Indent => "indent",
        Unit::Sentence => "sentence",
    }
}
