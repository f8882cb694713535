//! The numbers after an English unit: ` 5(1), 6 and 8 to 15`, ` (a) to (d)`.

use super::MOST_PICKS;
use crate::cite::cursor::Cursor;
use crate::cite::{Pick, Unit};

/// Takes the numbers after a unit's word: ` 5(1), 6 and 8 to 15`.
pub(super) fn numbers(cursor: &mut Cursor<'_>, unit: Unit) -> Option<Vec<Pick>> {
    let mut ahead = *cursor;
    let spaced = ahead.space();
    ahead.eat("No ");
    let first = number(&mut ahead, unit)?;
    if !spaced && !cursor.text.get(..cursor.at)?.ends_with(['.', '§']) {
        return None;
    }
    let bracketed = cursor.rest().trim_start().starts_with('(');
    let mut picks = vec![Pick::One(first)];
    while picks.len() < MOST_PICKS {
        let mut next = ahead;
        let Some(joint) = joint(&mut next) else { break };
        let Some(number) = same_manner(&mut next, unit, bracketed, picks.last()) else { break };
        match (joint, picks.last_mut()) {
            (Joint::To, Some(last)) => {
                let Pick::One(from) = last else { break };
                *last = Pick::Range(from.clone(), filled(from, number));
            }
            (Joint::And, _) => {
                let filled = picks.iter().rev().find_map(full).map_or(number.clone(), |before| filled(before, number));
                picks.push(Pick::One(filled));
            }
            _ => break,
        }
        ahead = next;
    }
    *cursor = ahead;
    Some(picks)
}

pub(super) fn full(pick: &Pick) -> Option<&Vec<String>> {
    match pick {
        Pick::One(number) | Pick::Range(_, number) => Some(number),
        _ => None,
    }
}

/// Gives a number that begins with a bracket what stands before it in the number before: `5(1) and (2)` is 5(1), 5(2).
fn filled(before: &[String], number: Vec<String>) -> Vec<String> {
    let Some(first) = number.first().filter(|first| first.is_empty()) else { return number };
    let _ = first;
    let kept = before.len().saturating_sub(number.len() - 1).max(1);
    before.iter().take(kept).cloned().chain(number.into_iter().skip(1)).collect()
}

pub(super) enum Joint {
    And,
    To,
}

/// Takes what joins two numbers: `, `, ` and `, ` or `, ` to `, `–`.
pub(super) fn joint(cursor: &mut Cursor<'_>) -> Option<Joint> {
    if cursor.eat("–") || cursor.eat("-") {
        return Some(Joint::To);
    }
    let comma = cursor.eat(",") || cursor.eat(";");
    if !cursor.space() {
        return None;
    }
    let mut ahead = *cursor;
    if ahead.whole("to") || ahead.whole("through") {
        ahead.whole("and");
        if ahead.space() {
            *cursor = ahead;
            return Some(Joint::To);
        }
        return None;
    }
    let mut ahead = *cursor;
    let word = ahead.whole("and/or") || ahead.whole("and") || ahead.whole("or");
    if word && ahead.space() {
        *cursor = ahead;
        return Some(Joint::And);
    }
    comma.then_some(Joint::And)
}

/// Takes a further number of a list, written in the manner of the first: brackets after brackets, digits after digits.
fn same_manner(cursor: &mut Cursor<'_>, unit: Unit, bracketed: bool, last: Option<&Pick>) -> Option<Vec<String>> {
    let mut ahead = *cursor;
    if bracketed {
        let digits =
            |number: &[String]| number.first().is_some_and(|label| label.starts_with(|c: char| c.is_ascii_digit()));
        let like = last.and_then(full).map(|last| digits(last));
        return number(cursor, unit).filter(|number| like == Some(digits(number)));
    }
    if cursor.rest().starts_with('(') {
        // "Article 5(1) and (2)": the brackets go on with the same article.
        let nested = last.and_then(full).is_some_and(|number| number.len() > 1);
        let mut labels = vec![String::new()];
        while let Some(label) = ahead.bracket() {
            labels.push(label);
        }
        if !nested || labels.len() < 2 {
            return None;
        }
        *cursor = ahead;
        return Some(labels);
    }
    number(cursor, unit)
}

/// Takes one number with its brackets: `5(1)(a)`, `(a)(i)`, `III`, `(a)`.
fn number(cursor: &mut Cursor<'_>, unit: Unit) -> Option<Vec<String>> {
    let mut ahead = *cursor;
    let mut number = Vec::new();
    if ahead.rest().starts_with('(') {
        if !matches!(
            unit,
            Unit::Point | Unit::Paragraph | Unit::Subparagraph | Unit::Subsection | Unit::Recital | Unit::Indent
        ) {
            return None;
        }
    } else {
        let value = ahead.number()?;
        let digits = value.starts_with(|c: char| c.is_ascii_digit());
        // "point A", "paragraph I" are rare and "section a" is none; "Section A" and "Part A" are usual.
        let lettered = matches!(unit, Unit::Annex | Unit::Section | Unit::Part | Unit::Title | Unit::Point);
        if !digits && !lettered {
            return None;
        }
        // A year is no number: "Article 2016", "section 1990".
        number.push(value);
        if unit == Unit::Sentence {
            return None;
        }
    }
    loop {
        let mut next = ahead;
        if number.len() == 1
            && next.rest().starts_with(" (")
            && next.rest().as_bytes().get(2).is_some_and(u8::is_ascii_digit)
        {
            // The older manner: "Article 6 (1)".
            next.at += 1;
        }
        let Some(label) = next.bracket() else { break };
        number.push(label);
        ahead = next;
        if number.len() > 8 {
            return None;
        }
    }
    if number.is_empty() {
        return None;
    }
    *cursor = ahead;
    Some(number)
}
