//! Dates in words: the day, month or year that a sentence names, in English and Chinese.
//!
//! Enters a sentence; leaves the last date in it, as exact as it is given. Only dates with a year count: "by
//! September" needs a reader. Nothing is reckoned from "last Saturday", because nothing here knows today.

use std::fmt;

use rap_doc::{MONTH_NAMES, month_of};

/// A date as exact as words give it.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SpokenDate {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12, or 0 where the words give none.
    pub month: u8,
    /// The day, 1 to 31, or 0 where the words give none.
    pub day: u8,
}

/// Years outside of this are numbers of other things; laws in force reach back that far.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2199;

impl fmt::Display for SpokenDate {
    /// Writes ISO 8601 with as many parts as there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
            if self.day > 0 {
                write!(f, "-{:02}", self.day)?;
            }
        }
        Ok(())
    }
}

impl SpokenDate {
    /// Returns the date as people write it: `16 March 2024`, `March 2024`, `2024`.
    #[must_use]
    pub fn for_people(self) -> String {
        let month = usize::from(self.month).checked_sub(1).and_then(|index| MONTH_NAMES.get(index));
        match (month, self.day) {
            (None, _) => self.year.to_string(),
            (Some(month), 0) => format!("{month} {}", self.year),
            (Some(month), day) => format!("{day} {month} {}", self.year),
        }
    }

    /// Returns the date of a calendar.
    #[must_use]
    pub fn of(year: i16, month: i8, day: i8) -> Option<Self> {
        let year = u16::try_from(year).ok()?;
        Some(Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }
}

/// Returns the latest date that the words name.
///
/// ```
/// use rap_report::dates::latest_date;
///
/// let told = |words| latest_date(words).map(|date| date.to_string());
/// assert_eq!(told("On March 16, 2024 the draft was released.").as_deref(), Some("2024-03-16"));
/// assert_eq!(told("草案于2024年3月16日公布。").as_deref(), Some("2024-03-16"));
/// assert_eq!(told("A draft is expected in May 2026, not in 2025.").as_deref(), Some("2026-05"));
/// assert_eq!(told("It dropped the bill by September."), None);
/// ```
#[must_use]
pub fn latest_date(words: &str) -> Option<SpokenDate> {
    let tokens: Vec<Token> = tokens(words);
    let mut latest = None;
    for (index, token) in tokens.iter().enumerate() {
        let Token::Number(year) = *token else { continue };
        let Ok(year) = u16::try_from(year) else { continue };
        if YEARS.contains(&year) {
            latest = latest.max(Some(date_around(&tokens, index, year)));
        }
    }
    latest
}

#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Token {
    Number(u32),
    Month(u8),
    /// 年, 月 or a hyphen or slash between numbers.
    Joint,
    Other,
}

fn date_around(tokens: &[Token], index: usize, year: u16) -> SpokenDate {
    let at = |offset: isize| index.checked_add_signed(offset).and_then(|index| tokens.get(index)).copied();
    let day = |token: Option<Token>| match token {
        Some(Token::Number(day @ 1..=31)) => u8::try_from(day).unwrap_or(0),
        _ => 0,
    };
    let date = |month, day| SpokenDate { year, month, day };
    match (at(-2), at(-1)) {
        (Some(Token::Month(month)), Some(Token::Number(1..=31))) => return date(month, day(at(-1))),
        (before, Some(Token::Month(month))) => return date(month, day(before)),
        _ => {}
    }
    match (at(1), at(2), at(3)) {
        (Some(Token::Joint), Some(Token::Number(month @ 1..=12)), joint) => {
            let day = if joint == Some(Token::Joint) { day(at(4)) } else { 0 };
            date(u8::try_from(month).unwrap_or(0), day)
        }
        _ => date(0, 0),
    }
}

fn tokens(words: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let run = |class: fn(&char) -> bool| rest.chars().take_while(class).map(char::len_utf8).sum::<usize>();
        let length = if c.is_ascii_digit() {
            let length = run(char::is_ascii_digit);
            let number = rest.get(..length).and_then(|digits| digits.parse().ok());
            tokens.push(number.map_or(Token::Other, Token::Number));
            length
        } else if c.is_ascii_alphabetic() {
            let length = run(char::is_ascii_alphabetic);
            let word = rest.get(..length).unwrap_or_default();
            tokens.extend(word_token(word));
            length
        } else {
            match c {
                '年' | '月' | '-' | '/' => tokens.push(Token::Joint),
                c if c.is_whitespace() || c == ',' || c == '.' => {}
                _ => tokens.push(Token::Other),
            }
            c.len_utf8()
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    tokens
}

/// Returns the token of a word; none for the words that stand inside of dates ("the 3rd of May").
fn word_token(word: &str) -> Option<Token> {
    let lower = word.to_ascii_lowercase();
    if ["st", "nd", "rd", "th", "of"].contains(&lower.as_str()) {
        return None;
    }
    // "may" and "march" are words of their own; as months they have a capital.
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    match month_of(word).and_then(|month| u8::try_from(month).ok()) {
        Some(month) if capital => Some(Token::Month(month)),
        _ => Some(Token::Other),
    }
}

#[cfg(test)]
mod tests;
