//! The date of a paper, where a line of its own gives it (`Date: 3 May 2024`, `2024年5月3日`) or a report of an agency
//! opens with it (`GENEVA, 3 May 2024 (Agency) — The …`, `通讯社北京2024年5月3日电（记者……）`).
//!
//! Any other date inside of running text is what the text is about and says nothing of the paper.

use jiff::civil::Date;
use rap_doc::{Block, BlockKind, dashed_dateline, month_of, wired_dateline};

/// A dateline is short: place, weekday and date. Counted in bytes, Chinese takes three a character.
const DATELINE_BYTES: usize = 80;

/// Letters carry their date in the head or at the foot.
const HEAD_BLOCKS: usize = 8;
const FOOT_BLOCKS: usize = 3;

/// Returns the date of the first dateline at the head, else of the last one at the foot.
pub(crate) fn dateline(text: &str, blocks: &[Block]) -> Option<Date> {
    let of = |block: &Block| -> Option<Date> {
        let words = block.span.of(text);
        let fits = block.kind != BlockKind::Furniture && words.len() <= DATELINE_BYTES;
        fits.then(|| lone_date(words)).flatten()
    };
    let reported = |block: &Block| opening_date(block.span.of(text));
    let foot = blocks.len().saturating_sub(FOOT_BLOCKS).max(HEAD_BLOCKS.min(blocks.len()));
    let (head, foot) = (blocks.iter().take(HEAD_BLOCKS), blocks.get(foot..).unwrap_or_default());
    head.clone().find_map(of).or_else(|| head.clone().find_map(reported)).or_else(|| foot.iter().rev().find_map(of))
}

/// Returns the date of the place and day with which a report of an agency or newspaper opens.
fn opening_date(words: &str) -> Option<Date> {
    let head = words.get(..words.floor_char_boundary(DATELINE_BYTES))?;
    let end = wired_dateline(head).or_else(|| dashed_dateline(head))?;
    find_date(head.get(..end)?).map(|(date, _)| date)
}

/// Returns the date of a line that is a date and at most five more words.
fn lone_date(line: &str) -> Option<Date> {
    let (date, rest) = find_date(line)?;
    let han = rest.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
    let words = rest.split(|c: char| !c.is_alphabetic()).filter(|word| word.is_ascii() && !word.is_empty()).count();
    let closes = line.trim_end().ends_with(['.', '。', '?', '!', ';']);
    (words <= 5 && han <= 12 && !closes).then_some(date)
}

/// Returns the first full date of these words, and the words without it.
pub(crate) fn find_date(words: &str) -> Option<(Date, String)> {
    chinese_date(words).or_else(|| numeric_date(words)).or_else(|| english_date(words))
}

/// `2024年5月3日`, also with spaces inside, as copied from PDFs.
fn chinese_date(words: &str) -> Option<(Date, String)> {
    let (before, rest) = words.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let (day, after) = rest.split_once(['日', '号', '號'])?;
    let head = before.trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
    let year = before.get(head.len()..)?;
    let date = civil(year.trim(), month.trim(), day.trim())?;
    Some((date, format!("{head} {after}")))
}

/// `2024-05-03`, `2024/5/3`, `2024.5.3`, also as the start of a timestamp. Day-first forms are ambiguous and left out.
fn numeric_date(words: &str) -> Option<(Date, String)> {
    for token in words.split(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '/' | '.'))) {
        let mut parts = token.splitn(3, ['-', '/', '.']);
        if let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next())
            && let Some(date) = civil(year, month, day.trim_end_matches(['.', '-', '/']))
        {
            return Some((date, words.replacen(token, " ", 1)));
        }
    }
    None
}

/// `3 May 2024`, `3rd May, 2024`, `May 3, 2024`, `Sept. 3, 2024`.
fn english_date(words: &str) -> Option<(Date, String)> {
    let tokens: Vec<&str> = words
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '.'))
        .filter(|token| !token.is_empty())
        .collect();
    for (index, three) in tokens.windows(3).enumerate() {
        let &[first, second, year] = three else { continue };
        let date = match (month_of(first), month_of(second)) {
            (Some(month), _) => civil_numbers(year, month, day(second)),
            (_, Some(month)) => civil_numbers(year, month, day(first)),
            _ => None,
        };
        if let Some(date) = date {
            let rest = tokens.iter().enumerate().filter(|(at, _)| *at < index || *at > index + 2);
            return Some((date, rest.map(|(_, token)| *token).collect::<Vec<_>>().join(" ")));
        }
    }
    None
}

fn day(word: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

fn civil(year: &str, month: &str, day: &str) -> Option<Date> {
    civil_numbers(year, month.parse().ok()?, day)
}

/// Papers about laws are dated in these centuries; a "year" outside of them is another number.
fn civil_numbers(year: &str, month: i8, day: &str) -> Option<Date> {
    let year: i16 = year.parse().ok()?;
    let date = Date::new(year, month, day.parse().ok()?).ok()?;
    (1800..2200).contains(&year).then_some(date)
}

#[cfg(test)]
mod tests;
