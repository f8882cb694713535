//! When something was, as exactly as it is known: a day, a month, a year, or the days between two.
//!
//! A month stays a month. Nothing here picks a day that no source gives, and no question is answered for sure that
//! the words leave open: [`When::is_before`] holds where it holds for every day that is meant.

use std::fmt;

use jiff::Span as Days;
use jiff::civil::Date;
use rap_doc::MONTH_NAMES;

/// The days within which something was, both ends included.
///
/// ```
/// use rap_process::When;
///
/// let june = When::month(2031, 6).unwrap();
/// let day = When::parse("2031-07-02").unwrap();
/// assert_eq!(june.to_string(), "2031-06");
/// assert_eq!(day.for_people(), "2 July 2031");
/// assert!(june.is_before(day));
/// assert_eq!(june.days_to(day), (2, 31));
/// ```
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct When {
    first: Date,
    last: Date,
}

impl When {
    /// Returns the one day.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self { first: date, last: date }
    }

    /// Returns the days from one to the other, whichever is earlier first.
    #[must_use]
    pub fn between(one: Date, other: Date) -> Self {
        Self { first: one.min(other), last: one.max(other) }
    }

    /// Returns a whole month; none where there is no such month.
    #[must_use]
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self { first, last: first.last_of_month() })
    }

    /// Returns a whole year; none where there is no such year.
    #[must_use]
    pub fn year(year: i16) -> Option<Self> {
        let first = Date::new(year, 1, 1).ok()?;
        Some(Self { first, last: first.last_of_year() })
    }

    /// Reads `2031`, `2031-06`, `2031-06-02`, or two of them with `/` between.
    #[must_use]
    pub fn parse(words: &str) -> Option<Self> {
        if let Some((from, to)) = words.split_once('/') {
            return Some(Self::between(Self::parse(from)?.first, Self::parse(to)?.last));
        }
        let mut parts = words.trim().split('-');
        let number = |part: Option<&str>| part.map(|part| part.parse::<i16>().ok());
        let year = number(parts.next())??;
        let month = match number(parts.next()) {
            None => return Self::year(year),
            Some(month) => i8::try_from(month?).ok()?,
        };
        match number(parts.next()) {
            None => Self::month(year, month),
            Some(day) => Date::new(year, month, i8::try_from(day?).ok()?).ok().map(Self::day),
        }
    }

    /// Returns the earliest day that is meant.
    #[must_use]
    pub const fn first(self) -> Date {
        self.first
    }

    /// Returns the latest day that is meant.
    #[must_use]
    pub const fn last(self) -> Date {
        self.last
    }

    /// Returns the day, where it is known.
    #[must_use]
    pub fn exact(self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }

    /// Tells whether every day that is meant lies before every day that `other` means.
    #[must_use]
    pub fn is_before(self, other: Self) -> bool {
        self.last < other.first
    }

    /// Tells whether the two may be the same day.
    #[must_use]
    pub fn may_be(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Returns the fewest and the most days from here to `other`; negative where `other` may come first.
    #[must_use]
    pub fn days_to(self, other: Self) -> (i32, i32) {
        (days_between(self.last, other.first), days_between(self.first, other.last))
    }

    /// Returns the same length of time some days later; at the ends of the calendar it stays.
    #[must_use]
    pub fn shifted(self, days: i32) -> Self {
        Self { first: shifted(self.first, days), last: shifted(self.last, days) }
    }

    /// Returns the same days of the next year; a month stays a month.
    #[must_use]
    pub fn a_year_later(self) -> Self {
        let later = |date: Date| date.saturating_add(Days::new().years(1));
        let whole_month = Self::month(self.first.year(), self.first.month()) == Some(self);
        let last = later(self.last);
        Self { first: later(self.first), last: if whole_month { last.last_of_month() } else { last } }
    }

    /// Returns it as people write it: `2 July 2031`, `June 2031`, `2031`, `24 to 28 October 2031`.
    #[must_use]
    pub fn for_people(self) -> String {
        let (first, last) = (self.first, self.last);
        if first == last {
            return day_for_people(first);
        }
        if Self::month(first.year(), first.month()) == Some(self) {
            return format!("{} {}", month_name(first), first.year());
        }
        if Self::year(first.year()) == Some(self) {
            return first.year().to_string();
        }
        if (first.year(), first.month()) == (last.year(), last.month()) {
            return format!("{} to {}", first.day(), day_for_people(last));
        }
        format!("{} to {}", day_for_people(first), day_for_people(last))
    }
}

impl fmt::Display for When {
    /// Writes ISO 8601 with as many parts as are known; other spans as `first/last`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.first, self.last);
        if first == last {
            write!(f, "{first}")
        } else if Self::month(first.year(), first.month()) == Some(*self) {
            write!(f, "{:04}-{:02}", first.year(), first.month())
        } else if Self::year(first.year()) == Some(*self) {
            write!(f, "{:04}", first.year())
        } else {
            write!(f, "{first}/{last}")
        }
    }
}

/// Returns how many days lie from one date to the other; negative where the other is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// Returns a date some days later; at the ends of the calendar it stays.
#[must_use]
pub fn shifted(date: Date, days: i32) -> Date {
    date.saturating_add(Days::new().days(days))
}

/// Returns a day as people write it: `2 July 2031`.
#[must_use]
pub fn day_for_people(date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(date), date.year())
}

fn month_name(date: Date) -> &'static str {
    usize::try_from(date.month() - 1).ok().and_then(|index| MONTH_NAMES.get(index)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
