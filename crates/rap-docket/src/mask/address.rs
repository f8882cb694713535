//! Addresses of houses: `12 Quay Street, Apt 4`, `P.O. Box 77`, 东岭区海桥路12号3单元501室.

use std::ops::Range;

/// Words that end the name of a street in English.
const STREETS: [&str; 36] = [
    "street",
    "st",
    "avenue",
    "ave",
    "road",
    "rd",
    "boulevard",
    "blvd",
    "lane",
    "ln",
    "drive",
    "dr",
    "court",
    "ct",
    "place",
    "pl",
    "terrace",
    "way",
    "highway",
    "hwy",
    "parkway",
    "pkwy",
    "square",
    "sq",
    "circle",
    "cir",
    "trail",
    "crescent",
    "close",
    "row",
    "quay",
    "alley",
    "loop",
    "plaza",
    "turnpike",
    "pike",
];

/// Words of a place inside of a house.
const UNITS: [&str; 9] = ["apt", "apartment", "unit", "suite", "ste", "floor", "fl", "room", "rm"];

/// Signs that end the name of a street in Chinese, before the number.
const ROADS: [char; 8] = ['路', '街', '道', '巷', '弄', '村', '苑', '里'];

/// Returns the address around a run of digits that is the number of a house.
pub(super) fn house(text: &str, run: Range<usize>) -> Option<Range<usize>> {
    english(text, &run).or_else(|| post_box(text, &run)).or_else(|| chinese(text, &run))
}

/// Reads `12 Quay Street`, up to four words with capitals between the number and the word of the street.
fn english(text: &str, run: &Range<usize>) -> Option<Range<usize>> {
    const MOST_WORDS: usize = 4;
    let first = first_group(text, run);
    if first.len() > 6 || first.is_empty() {
        return None;
    }
    let rest = text.get(first.end..)?;
    let rest = rest.strip_prefix(' ')?;
    let mut at = first.end + 1;
    for (index, word) in rest.split(' ').take(MOST_WORDS + 1).enumerate() {
        let bare = word.trim_end_matches(['.', ',', ';', '\n', '\r']);
        let bare = bare.split(['\n', ',']).next().unwrap_or_default();
        let end = at + bare.len();
        let capital = bare.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        if !capital {
            return None;
        }
        if index > 0 && STREETS.contains(&bare.trim_end_matches('.').to_lowercase().as_str()) {
            return Some(first.start..unit_after(text, end));
        }
        if bare.len() != word.len() && word.contains([',', ';', '\n']) {
            return None;
        }
        at += word.len() + 1;
    }
    None
}

/// Returns the end of `, Apt 4B` or ` #12` behind an address, else the end of the address.
fn unit_after(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let trimmed = rest.trim_start_matches(['.', ',', ' ']);
    let skipped = rest.len() - trimmed.len();
    let mut words = trimmed.splitn(3, ' ');
    let (Some(first), second) = (words.next(), words.next()) else { return end };
    let number = |word: &str| {
        word.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').map(char::len_utf8).sum::<usize>()
    };
    if let Some(rest) = first.strip_prefix('#') {
        return end + skipped + 1 + number(rest);
    }
    let is_unit = UNITS.contains(&first.trim_end_matches('.').to_lowercase().as_str());
    match second.filter(|second| is_unit && second.contains(|c: char| c.is_ascii_digit())) {
        Some(second) => {
            end + skipped
                + first.len()
                + 1
                + number(second.trim_start_matches('#'))
                + usize::from(second.starts_with('#'))
        }
        None => end,
    }
}

fn post_box(text: &str, run: &Range<usize>) -> Option<Range<usize>> {
    let first = first_group(text, run);
    let before = text.get(..first.start)?.trim_end();
    let opening = ["p.o. box", "po box", "p. o. box"].into_iter().find(|opening| {
        before
            .len()
            .checked_sub(opening.len())
            .and_then(|at| before.get(at..))
            .is_some_and(|end| end.eq_ignore_ascii_case(opening))
    })?;
    Some(before.len() - opening.len()..first.end)
}

/// Reads a name of a road, a number and 号, with the parts of a house behind and the names of places before.
fn chinese(text: &str, run: &Range<usize>) -> Option<Range<usize>> {
    /// A province, a city, a district and a road are hardly longer.
    const MOST_BEFORE: usize = 20;
    let first = first_group(text, run);
    let rest = text.get(first.end..)?;
    let after = rest.strip_prefix('号')?;
    let before = text.get(..first.start)?;
    if !before.ends_with(ROADS) {
        return None;
    }
    let is_name =
        |c: &char| ('\u{4E00}'..='\u{9FFF}').contains(c) && !matches!(c, '在' | '于' | '为' | '是' | '住' | '址');
    let start =
        first.start - before.chars().rev().take(MOST_BEFORE).take_while(is_name).map(char::len_utf8).sum::<usize>();
    let of_house = |c: &char| {
        c.is_ascii_digit() || matches!(c, '号' | '楼' | '栋' | '幢' | '单' | '元' | '室' | '层' | '座' | '弄' | '-')
    };
    let length: usize = after.chars().take(24).take_while(of_house).map(char::len_utf8).sum();
    Some(start..first.end + '号'.len_utf8() + length)
}

/// Returns the digits at the start of a run.
fn first_group(text: &str, run: &Range<usize>) -> Range<usize> {
    let words = text.get(run.clone()).unwrap_or_default();
    let skipped = words.len() - words.trim_start_matches(|c: char| !c.is_ascii_digit()).len();
    let digits = words.bytes().skip(skipped).take_while(u8::is_ascii_digit).count();
    run.start + skipped..run.start + skipped + digits
}
