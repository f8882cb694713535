//! Dates as tables write them, in many styles; a date that could be two is none.

use jiff::civil::Date;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What a cell says of a date.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Dated {
    /// This day.
    On(Date),
    /// One of two days: `03/04/2025`.
    Ambiguous,
    /// None that is known.
    Unknown,
}

/// Returns the day that a cell names. Its time of day is left out, and no time zone moves it.
///
/// ```
/// use rap_docket::{Dated, date_of_cell};
/// use jiff::civil::date;
///
/// for cell in ["2025-05-16T04:00Z", "16 May 2025", "May 16, 2025", "16.05.2025", "5/16/2025", "2025年5月16日", "1747368000000"] {
///     assert_eq!(date_of_cell(cell), Dated::On(date(2025, 5, 16)), "{cell}");
/// }
/// assert_eq!(date_of_cell("03/04/2025"), Dated::Ambiguous);
/// assert_eq!(date_of_cell("soon"), Dated::Unknown);
/// ```
#[must_use]
pub fn date_of_cell(cell: &str) -> Dated {
    /// Longer cells hold no date alone.
    const LONGEST: usize = 64;
    let cell = cell.trim();
    if cell.len() > LONGEST {
        return Dated::Unknown;
    }
    let numbers: Vec<&str> = cell.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    if cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return of_digits(cell);
    }
    if let Some(month) = month_in(cell) {
        return of_words(&numbers, month);
    }
    match numbers.as_slice() {
        [year, month, day, ..] if year.len() == 4 => day_of(year, month, day),
        [day, month, year, ..] if year.len() == 4 && cell.contains('.') => day_of(year, month, day),
        [first, second, year, ..] if year.len() == 4 => match (first.parse::<u8>(), second.parse::<u8>()) {
            (Ok(one), Ok(two)) if one > 12 || one == two => day_of(year, &two.to_string(), &one.to_string()),
            (Ok(one), Ok(two)) if two > 12 => day_of(year, &one.to_string(), &two.to_string()),
            _ => Dated::Ambiguous,
        },
        _ => Dated::Unknown,
    }
}

/// Reads digits alone: `20250516`, seconds or milliseconds since 1970, or the day number of a spreadsheet.
fn of_digits(cell: &str) -> Dated {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);
    /// Day 0 of spreadsheets, which count a 29 February 1900 that never was.
    const SHEET: Date = jiff::civil::date(1899, 12, 30);
    let Ok(number) = cell.parse::<i64>() else { return Dated::Unknown };
    let after =
        |from: Date, days: i64| from.checked_add(jiff::Span::new().days(days)).map_or(Dated::Unknown, Dated::On);
    match (cell.len(), number) {
        (8, _) => day_of(cell.get(..4).unwrap_or(""), cell.get(4..6).unwrap_or(""), cell.get(6..).unwrap_or("")),
        (10, _) => after(EPOCH, number / 86_400),
        (13, _) => after(EPOCH, number / 86_400_000),
        (5, 20_000..=80_000) => after(SHEET, number),
        _ => Dated::Unknown,
    }
}

fn month_in(cell: &str) -> Option<usize> {
    let mut words = cell.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() >= 3);
    words.find_map(|word| {
        let head = word.get(..3)?.to_ascii_lowercase();
        MONTHS.iter().position(|month| *month == head)
    })
}

/// Reads `16 May 2025`, `May 16, 2025` and `Tue Aug 30 17:21:58 WIB 2016`.
fn of_words(numbers: &[&str], month: usize) -> Dated {
    let year = numbers.iter().find(|number| number.len() == 4);
    let day = numbers.iter().find(|number| number.len() <= 2);
    match (year, day) {
        (Some(year), Some(day)) => day_of(year, &(month + 1).to_string(), day),
        _ => Dated::Unknown,
    }
}

fn day_of(year: &str, month: &str, day: &str) -> Dated {
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else { return Dated::Unknown };
    Date::new(year, month, day).map_or(Dated::Unknown, Dated::On)
}
