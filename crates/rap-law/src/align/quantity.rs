//! Quantities: terms, ages, shares and sums that two laws may have in common whatever their language.
//!
//! The stems of a text enter; leave quantities in one form: `72 hours`, `30 days`, `4 percent`, `50000000 money`.

use crate::number::chinese;

/// Words behind a number, with what they count.
const UNITS: [(&str, &str); 22] = [
    ("hour", "hours"),
    ("小时", "hours"),
    ("小時", "hours"),
    ("day", "days"),
    ("日", "days"),
    ("天", "days"),
    ("month", "months"),
    ("个月", "months"),
    ("個月", "months"),
    ("year", "years"),
    ("年", "years"),
    ("周岁", "years of age"),
    ("歲", "years of age"),
    ("percent", "percent"),
    ("%", "percent"),
    ("万元", "money, ten thousands"),
    ("元", "money"),
    ("万人", "persons, ten thousands"),
    ("yuan", "money"),
    ("rmb", "money"),
    ("euro", "money"),
    ("million", "millions"),
];

/// Words of numbers that laws write out.
const WORDS: [(&str, &str); 14] = [
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("ten", "10"),
    ("twelve", "12"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("sixty", "60"),
];

/// Returns the quantities of a text, each with the place of its first stem.
pub(super) fn quantities(stems: &[String]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < stems.len() {
        let Some((length, value)) = number(stems, at) else {
            at += 1;
            continue;
        };
        let behind = stems.get(at + length..).unwrap_or_default();
        let unit = if is_share(stems, at) {
            Some("percent")
        } else if before(stems, at, 1) == Some("of") && before(stems, at, 2) == Some("age") {
            Some("years of age")
        } else {
            unit(behind)
        };
        if let Some(unit) = unit {
            // Years of the calendar and days of a month are no quantities.
            let is_date = unit == "years" && value.len() == 4 || unit == "days" && before(stems, at, 1) == Some("月");
            if !is_date {
                found.push((at, format!("{value} {unit}")));
            }
        }
        at += length;
    }
    found
}

fn before(stems: &[String], at: usize, steps: usize) -> Option<&str> {
    stems.get(at.checked_sub(steps)?).map(String::as_str)
}

/// Tells whether 百分之 stands before a number.
fn is_share(stems: &[String], at: usize) -> bool {
    ["之", "分", "百"].iter().enumerate().all(|(step, stem)| before(stems, at, step + 1) == Some(stem))
}

fn number(stems: &[String], at: usize) -> Option<(usize, String)> {
    let first = stems.get(at)?;
    if let Some((_, value)) = WORDS.iter().find(|(word, _)| word == first) {
        return Some((1, (*value).to_owned()));
    }
    if first.chars().all(|c| c.is_ascii_digit()) {
        return Some((1, first.clone()));
    }
    let numerals: String = stems.get(at..).unwrap_or_default().iter().take(12).map(String::as_str).collect();
    // The 百 of 百分之 counts nothing.
    if numerals.starts_with("百分之") {
        return None;
    }
    let (bytes, value) = chinese(&numerals)?;
    Some((numerals.get(..bytes)?.chars().count(), value))
}

fn unit(rest: &[String]) -> Option<&'static str> {
    let near: String = rest.iter().take(2).map(String::as_str).collect();
    let starts = |word: &str| {
        if word.is_ascii() { rest.first().is_some_and(|stem| stem == word) } else { near.starts_with(word) }
    };
    UNITS.iter().find(|(word, _)| starts(word)).map(|(_, unit)| *unit)
}

#[cfg(test)]
mod tests;
