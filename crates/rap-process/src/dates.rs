//! Dates in words, in English and Chinese: absolute, without a year, relative to the date of the paper.
//!
//! Enters the text of a block and what is known of the paper's own date; leave the dates that it names, each with
//! its place, resolved as far as the words allow. A month stays a month, "recently" is a vague stretch, and where
//! the paper has no date "last Saturday" stays unresolved but keeps its weekday. Nothing here knows today.

mod en;
mod zh;

pub(crate) use zh::number as chinese_number;

use jiff::civil::{Date, Weekday};
use rap_doc::{Language, Span};

use crate::when::{When, shifted};

/// A date that a text names.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct DateMention {
    /// The words.
    pub span: Span,
    /// What they mean; none where nothing tells the year, or what "last Saturday" was relative to.
    pub when: Option<When>,
    /// The day of the week that is told with it.
    pub weekday: Option<Weekday>,
    /// How the date was found out.
    pub basis: DateBasis,
    /// On which side of the date a thing lies.
    pub edge: Edge,
}

/// Tells how a date was found out.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DateBasis {
    /// The words give it in full.
    Absolute,
    /// The words leave the year open, and the text around them or the date of the paper gives it.
    Inferred,
    /// The words give a distance from the date of the paper: "last week", 昨日.
    Relative,
    /// The words say only that it is not long ago: "recently", 日前.
    Vague,
}

/// Tells on which side of a date a thing lies.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Edge {
    /// On that date.
    #[default]
    On,
    /// Not after that date: "by", "until", 截至.
    Until,
    /// From that date on: "since", "from", 自……起.
    Since,
}

/// What is known when a date is read: the date of the paper, and the last date that the text named.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct DateContext {
    /// The date of the paper.
    pub anchor: Option<Date>,
    /// The last date of the same paragraph that had a year.
    pub last: Option<When>,
}

/// Years outside of these are numbers of other things.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// How long "recently" is at most. The number came from nowhere: news calls nothing recent that is older.
const RECENT_DAYS: i32 = 30;

/// How far ahead of a paper a day without a year may lie: notices name the next weeks, reports the months behind.
const AHEAD_DAYS: i32 = 60;

/// Returns the dates that a text names, in order. `context.last` is left at the last one that was resolved.
///
/// ```
/// use rap_doc::Language;
/// use rap_process::{DateContext, date_mentions};
///
/// let mut context = DateContext { anchor: "2031-05-14".parse().ok(), last: None };
/// let told = |text: &str, language, context: &mut DateContext| -> Vec<String> {
///     let found = date_mentions(text, language, context);
///     found.iter().map(|date| date.when.map_or("?".into(), |when| when.to_string())).collect()
/// };
/// let text = "Back in June 2030 it was planned; by September nothing had come. It met last Saturday.";
/// assert_eq!(told(text, Language::English, &mut context), ["2030-06", "2030-09", "2031-05-10"]);
/// let text = "2030年9月公布规划，今年3月审议，上周六召开座谈会。";
/// assert_eq!(told(text, Language::Chinese, &mut context), ["2030-09", "2031-03", "2031-05-10"]);
/// ```
pub fn date_mentions(text: &str, language: Language, context: &mut DateContext) -> Vec<DateMention> {
    match language {
        Language::Chinese => zh::mentions(text, context),
        Language::English | Language::Other => en::mentions(text, context),
    }
}

impl DateContext {
    /// Returns the year that is meant where words name a month, and perhaps a day, alone.
    fn year_of(&self, month: i8, day: Option<i8>, edge: Edge) -> Option<i16> {
        if let Some(last) = self.last {
            let told = last.first();
            let year = if month >= told.month() { told.year() } else { told.year() + 1 };
            let ahead = self
                .anchor
                .is_some_and(|anchor| Date::new(year, month, 1).is_ok_and(|date| date > shifted(anchor, 366 / 2)));
            return Some(if ahead { told.year() } else { year });
        }
        let anchor = self.anchor?;
        // A window of one year holds each day of the calendar once.
        let from = if edge == Edge::Until { shifted(anchor, -90) } else { shifted(anchor, AHEAD_DAYS - 364) };
        let to = shifted(from, 365);
        (anchor.year() - 1..=anchor.year() + 1)
            .find(|year| Date::new(*year, month, day.unwrap_or(1)).is_ok_and(|date| from <= date && date <= to))
    }

    /// Returns the day of this weekday that "last" means: the one of the week before where this week has had one
    /// already and the words leave it open which.
    fn last_weekday(&self, weekday: Weekday) -> Option<When> {
        let anchor = self.anchor?;
        let back = i32::from(weekday.until(anchor.weekday()));
        let back = if back == 0 { 7 } else { back };
        let latest = shifted(anchor, -back);
        let same_week = weekday.to_monday_zero_offset() < anchor.weekday().to_monday_zero_offset();
        Some(if same_week { When::between(shifted(latest, -7), latest) } else { When::day(latest) })
    }

    /// Returns the latest such weekday up to the date of the paper, which news mean by the name alone.
    fn past_weekday(&self, weekday: Weekday) -> Option<When> {
        let anchor = self.anchor?;
        Some(When::day(shifted(anchor, -i32::from(weekday.until(anchor.weekday())))))
    }

    /// Returns the weekday of the week that lies some weeks from that of the paper.
    fn weekday_of_week(&self, weekday: Weekday, weeks: i32) -> Option<When> {
        Some(When::day(shifted(self.monday(weeks)?, i32::from(weekday.to_monday_zero_offset()))))
    }

    fn week(&self, weeks: i32) -> Option<When> {
        let monday = self.monday(weeks)?;
        Some(When::between(monday, shifted(monday, 6)))
    }

    fn monday(&self, weeks: i32) -> Option<Date> {
        let anchor = self.anchor?;
        Some(shifted(anchor, weeks * 7 - i32::from(anchor.weekday().to_monday_zero_offset())))
    }

    fn day(&self, days: i32) -> Option<When> {
        self.anchor.map(|anchor| When::day(shifted(anchor, days)))
    }

    fn month(&self, months: i32) -> Option<When> {
        let anchor = self.anchor?;
        let index = i32::from(anchor.year()) * 12 + i32::from(anchor.month()) - 1 + months;
        When::month(i16::try_from(index.div_euclid(12)).ok()?, i8::try_from(index.rem_euclid(12) + 1).ok()?)
    }

    fn year(&self, years: i16) -> Option<When> {
        When::year(self.anchor?.year().checked_add(years)?)
    }

    /// Returns a stretch of time some weeks, months or years ago, as exact as the unit is.
    fn ago(&self, count: i32, unit: Unit) -> Option<When> {
        match unit {
            Unit::Day => self.day(-count),
            Unit::Week => self.week(-count),
            Unit::Month => self.month(-count),
            Unit::Year => self.year(-i16::try_from(count).ok()?),
        }
    }

    fn recently(&self) -> Option<When> {
        self.anchor.map(|anchor| When::between(shifted(anchor, -RECENT_DAYS), anchor))
    }
}

/// A unit in which people count time.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Returns the first, middle or last part of a stretch: thirds of a month, halves and thirds of a year.
fn part_of(when: When, part: Part) -> When {
    let (first, last) = (when.first(), when.last());
    let days = crate::when::days_between(first, last);
    match part {
        Part::Early => When::between(first, shifted(first, days / 3)),
        Part::Middle => When::between(shifted(first, days / 3), shifted(first, days * 2 / 3)),
        Part::Late => When::between(shifted(first, days * 2 / 3), last),
        Part::FirstHalf => When::between(first, shifted(first, days / 2)),
        Part::SecondHalf => When::between(shifted(first, days / 2 + 1), last),
    }
}

/// A part of a month or year.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Part {
    Early,
    Middle,
    Late,
    FirstHalf,
    SecondHalf,
}

/// Returns the days of a quarter of a year, 1 to 4.
fn quarter(year: i16, number: i8) -> Option<When> {
    let first = When::month(year, number.checked_mul(3)?.checked_sub(2)?)?;
    Some(When::between(first.first(), When::month(year, number * 3)?.last()))
}

/// Reads `2031-06-02`, `2031/6/2`, `2031.6.2` at the start of `words`; returns the date and its length in bytes.
fn numeric_date(words: &str) -> Option<(Date, usize)> {
    let number = |words: &str, most: usize| {
        let length = words.bytes().take(most + 1).take_while(u8::is_ascii_digit).count();
        (1..=most).contains(&length).then_some(length)
    };
    let year = number(words, 4).filter(|length| *length == 4)?;
    let mark = *words.as_bytes().get(year).filter(|mark| matches!(mark, b'-' | b'/' | b'.'))?;
    let month_at = year + 1;
    let month = number(words.get(month_at..)?, 2)?;
    let day_at = month_at + month + 1;
    (words.as_bytes().get(day_at - 1) == Some(&mark)).then_some(())?;
    let day = number(words.get(day_at..)?, 2)?;
    let end = day_at + day;
    let date = Date::new(
        words.get(..year)?.parse().ok()?,
        words.get(month_at..month_at + month)?.parse().ok()?,
        words.get(day_at..end)?.parse().ok()?,
    );
    date.ok().filter(|date| YEARS.contains(&date.year())).map(|date| (date, end))
}

#[cfg(test)]
mod tests;
