//! Dates in English: `19 April 2031`, `Saturday, April 19`, `by September`, `last week`, `early 2031`.

use jiff::civil::{Date, Weekday};
use rap_doc::{Span, month_of};

use super::{DateBasis, DateContext, DateMention, Edge, Part, Unit, YEARS, numeric_date, part_of, quarter};
use crate::when::When;

/// A word or number of the text.
#[derive(Copy, Clone, Debug)]
struct Token<'t> {
    words: &'t str,
    start: usize,
    end: usize,
}

const NUMBERS: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

pub(super) fn mentions(text: &str, context: &mut DateContext) -> Vec<DateMention> {
    let tokens = tokens(text);
    let reader = Reader { text, tokens: &tokens };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match reader.date_at(at, context) {
            Some((mention, end)) => {
                if let (Some(when), true) = (mention.when, mention.basis <= DateBasis::Inferred) {
                    context.last = Some(when);
                }
                found.push(mention);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut start = None;
    let bytes = text.as_bytes();
    for at in 0..=bytes.len() {
        let inside = bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        // "19th" is one token, and so is every run of letters and digits.
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                tokens.push(Token { words: text.get(from..at).unwrap_or_default(), start: from, end: at });
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
}

/// A date before it is placed: what it means, how that is known, and the token behind it.
type Read = (Option<When>, DateBasis, usize);

impl<'t> Reader<'t> {
    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.words)
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(at).eq_ignore_ascii_case(word))
    }

    /// Returns the text between a token and the one before it.
    fn gap(&self, at: usize) -> &'t str {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before)).map_or(0, |token| token.end);
        let start = self.tokens.get(at).map_or(self.text.len(), |token| token.start);
        self.text.get(before..start).unwrap_or_default()
    }

    /// Tells whether nothing but white space, a comma or a full stop of a short form parts a token from the last.
    fn joined(&self, at: usize) -> bool {
        at < self.tokens.len() && matches!(self.gap(at).trim(), "" | "," | "." | ".,") && !self.gap(at).contains('\n')
    }

    fn date_at(&self, at: usize, context: &DateContext) -> Option<(DateMention, usize)> {
        let (weekday, from) = self.leading_weekday(at);
        let edge = self.edge(at);
        let (mut read, mut weekday) = match self.absolute(from, edge, context) {
            Some(read) => (read, weekday),
            None => (self.relative(at, context)?, self.relative_weekday(at)),
        };
        if weekday.is_none()
            && let Some((told, end)) = self.trailing_weekday(read.2)
        {
            weekday = Some(told);
            read.2 = end;
        }
        let (when, basis, end) = read;
        let last = self.tokens.get(end.checked_sub(1)?)?;
        let span = Span::new(self.tokens.get(at)?.start, last.end);
        Some((DateMention { span, when, weekday, basis, edge }, end))
    }

    /// Returns the weekday before a date, and where the date itself begins.
    fn leading_weekday(&self, at: usize) -> (Option<Weekday>, usize) {
        let Some(weekday) = weekday(self.word(at)) else { return (None, at) };
        let next = at + 1 + usize::from(self.is(at + 1, &["the"]));
        if self.joined(at + 1) { (Some(weekday), next) } else { (None, at) }
    }

    /// Returns the weekday behind a date: `(Saturday)`, `, a Saturday`, ` Saturday`.
    fn trailing_weekday(&self, end: usize) -> Option<(Weekday, usize)> {
        let gap = self.gap(end);
        if matches!(gap.trim(), "(" | "（") {
            return Some((weekday(self.word(end))?, end + 1));
        }
        if gap.trim() == "," && self.is(end, &["a"]) {
            return Some((weekday(self.word(end + 1))?, end + 2));
        }
        None
    }

    /// Returns the weekday that relative words name, as in "last Saturday".
    fn relative_weekday(&self, at: usize) -> Option<Weekday> {
        weekday(self.word(at)).or_else(|| weekday(self.word(at + 1)))
    }

    fn edge(&self, at: usize) -> Edge {
        let before = |back: usize, words: &[&str]| at >= back && self.is(at - back, words) && self.joined(at);
        if before(1, &["by", "until", "till", "before"])
            || before(1, &["than"]) && before(2, &["later"])
            || before(1, &["on"]) && before(2, &["close", "closes", "closing", "ends", "end", "expires"])
            || before(1, &["is", "was", "of"]) && before(2, &["deadline", "date"])
            || before(1, &["to", "through"]) && before(2, &["extended", "run", "runs", "open"])
        {
            Edge::Until
        } else if before(1, &["since", "from"]) {
            Edge::Since
        } else {
            Edge::On
        }
    }

    fn absolute(&self, at: usize, edge: Edge, context: &DateContext) -> Option<Read> {
        self.iso(at)
            .or_else(|| self.day_month(at, edge, context))
            .or_else(|| self.month_first(at, edge, context))
            .or_else(|| self.part(at, context))
            .or_else(|| self.year_alone(at))
    }

    fn iso(&self, at: usize) -> Option<Read> {
        let token = self.tokens.get(at)?;
        let (date, length) = numeric_date(self.text.get(token.start..)?)?;
        let end = token.start + length;
        let next = self.tokens.partition_point(|token| token.start < end);
        Some((Some(When::day(date)), DateBasis::Absolute, next))
    }

    /// `19 April`, `the 19th of April 2031`, `24-28 October`, `24 to 28 October`.
    fn day_month(&self, at: usize, edge: Edge, context: &DateContext) -> Option<Read> {
        let first = day(self.word(at))?;
        let (last, next) = match self.range_to(at + 1) {
            Some((last, next)) => (last, next),
            None => (first, at + 1),
        };
        let next = next + usize::from(self.is(next, &["of"]));
        let month = self.month(next).filter(|_| self.joined(next))?;
        let (year, end) = self.year_behind(next + 1);
        self.days(year.or_else(|| self.year_of_the_end(end)), month, first, last, edge, context, end)
    }

    /// `April 19`, `April 19, 2031`, `April 24-28`, `April 2031`, and `April` alone behind a preposition.
    fn month_first(&self, at: usize, edge: Edge, context: &DateContext) -> Option<Read> {
        let month = self.month(at)?;
        if let Some(first) = day(self.word(at + 1)).filter(|_| self.joined(at + 1)) {
            let (last, next) = self.range_to(at + 2).unwrap_or((first, at + 2));
            // "May 20 people" is no date; a month and a day stand before a mark, a year or a small word.
            let (year, end) = self.year_behind(next);
            let year = year.or_else(|| self.year_of_the_end(end));
            return self.days(year, month, first, last, edge, context, end);
        }
        let (year, end) = self.year_behind(at + 1);
        if let Some(year) = year {
            return Some((When::month(year, month), DateBasis::Absolute, end));
        }
        let led = at > 0
            && self.is(
                at - 1,
                &[
                    "in", "by", "since", "until", "till", "of", "last", "this", "next", "from", "during", "early",
                    "late", "mid", "before", "after", "for", "through", "and", "to",
                ],
            )
            && matches!(self.gap(at).trim(), "" | "-");
        if !led || self.word(at).len() < 3 {
            return None;
        }
        // "last June" counts from the paper; any other month follows the dates before it.
        let year = if self.is(at - 1, &["last", "this", "next"]) {
            DateContext { last: None, ..*context }.year_of(month, None, edge)
        } else {
            context.year_of(month, None, edge)
        };
        Some((year.and_then(|year| When::month(year, month)), DateBasis::Inferred, at + 1))
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one date")]
    fn days(
        &self,
        year: Option<i16>,
        month: i8,
        first: i8,
        last: i8,
        edge: Edge,
        context: &DateContext,
        end: usize,
    ) -> Option<Read> {
        let basis = if year.is_some() { DateBasis::Absolute } else { DateBasis::Inferred };
        let Some(year) = year.or_else(|| context.year_of(month, Some(first), edge)) else {
            return Some((None, basis, end));
        };
        let date = |day| Date::new(year, month, day).ok();
        Some((Some(When::between(date(first)?, date(last)?)), basis, end))
    }

    /// Returns the day that ends a range, and the token behind it.
    fn range_to(&self, at: usize) -> Option<(i8, usize)> {
        if matches!(self.gap(at).trim(), "-" | "–" | "—") {
            return Some((day(self.word(at))?, at + 1));
        }
        let linked = self.is(at, &["to", "and", "through"]) && self.joined(at) && self.joined(at + 1);
        linked.then(|| day(self.word(at + 1))).flatten().map(|last| (last, at + 2))
    }

    /// Returns the year of the day that ends a range of two months: "October 9 to November 3, 2031".
    fn year_of_the_end(&self, at: usize) -> Option<i16> {
        let dashed = matches!(self.gap(at).trim(), "-" | "–" | "—");
        let at = if dashed { at } else { at + 1 };
        let linked = self.is(at.checked_sub(1)?, &["to", "and", "until", "through"]) && self.joined(at);
        if !dashed && !linked {
            return None;
        }
        let month_first = self.month(at).is_some() && day(self.word(at + 1)).is_some();
        let day_first = day(self.word(at)).is_some() && self.month(at + 1).is_some();
        (month_first || day_first).then(|| self.year_behind(at + 2).0).flatten()
    }

    fn year_behind(&self, at: usize) -> (Option<i16>, usize) {
        match year(self.word(at)).filter(|_| self.joined(at)) {
            Some(year) => (Some(year), at + 1),
            None => (None, at),
        }
    }

    /// Returns a month by its name; `may` and `march` are other words unless they have a capital.
    fn month(&self, at: usize) -> Option<i8> {
        month_of(self.word(at)).filter(|_| self.word(at).starts_with(|c: char| c.is_ascii_uppercase()))
    }

    /// `early June 2031`, `the end of 2031`, `the first half of 2031`, `Q1 2031`.
    fn part(&self, at: usize, context: &DateContext) -> Option<Read> {
        let (part, next) = match self.word(at).to_ascii_lowercase().as_str() {
            "early" | "beginning" | "start" => (Part::Early, at + 1),
            "mid" | "middle" => (Part::Middle, at + 1),
            "late" | "end" => (Part::Late, at + 1),
            "first" if self.is(at + 1, &["half"]) => (Part::FirstHalf, at + 2),
            "second" if self.is(at + 1, &["half"]) => (Part::SecondHalf, at + 2),
            "q1" | "q2" | "q3" | "q4" => {
                let number = self.word(at).get(1..)?.parse().ok()?;
                return Some((quarter(year(self.word(at + 1))?, number), DateBasis::Absolute, at + 2));
            }
            _ => return None,
        };
        let next = next + usize::from(self.is(next, &["of"]));
        if let Some(year) = year(self.word(next)) {
            return Some((When::year(year).map(|year| part_of(year, part)), DateBasis::Absolute, next + 1));
        }
        if self.is(next, &["this", "last", "next"]) && self.is(next + 1, &["year", "month"]) {
            let (when, basis, end) = self.relative(next, context)?;
            return Some((when.map(|when| part_of(when, part)), basis, end));
        }
        let month = self.month(next)?;
        let (told, end) = self.year_behind(next + 1);
        let year = told.or_else(|| context.year_of(month, None, Edge::On));
        let when = year.and_then(|year| When::month(year, month)).map(|month| part_of(month, part));
        Some((when, if told.is_some() { DateBasis::Absolute } else { DateBasis::Inferred }, end))
    }

    /// A year behind a preposition; "the 2031 plan" names a plan and no time.
    fn year_alone(&self, at: usize) -> Option<Read> {
        let year = year(self.word(at))?;
        let led = at > 0
            && self
                .is(at - 1, &["in", "since", "by", "until", "during", "of", "from", "before", "after", "throughout"])
            && self.gap(at).trim().is_empty();
        let ends = self.tokens.get(at).is_none_or(|token| {
            let rest = self.text.get(token.end..).unwrap_or_default();
            rest.is_empty() || rest.starts_with([',', '.', ';', ':', ')', '?', '!', '\n']) || {
                self.is(
                    at + 1,
                    &[
                        "and", "the", "it", "that", "but", "when", "to", "by", "in", "on", "as", "a", "after",
                        "before", "with", "for", "was", "were", "is", "has", "had", "until",
                    ],
                )
            }
        });
        (led && ends).then(|| (When::year(year), DateBasis::Absolute, at + 1))
    }

    fn relative(&self, at: usize, context: &DateContext) -> Option<Read> {
        let word = self.word(at).to_ascii_lowercase();
        let next = self.word(at + 1).to_ascii_lowercase();
        let relative = |when, end| Some((when, DateBasis::Relative, end));
        match word.as_str() {
            "yesterday" => relative(context.day(-1), at + 1),
            "today" => relative(context.day(0), at + 1),
            "tomorrow" => relative(context.day(1), at + 1),
            "recently" | "lately" => Some((context.recently(), DateBasis::Vague, at + 1)),
            "last" | "past" | "this" | "next" | "coming" => {
                let step = match word.as_str() {
                    "last" | "past" => -1,
                    "this" => 0,
                    _ => 1,
                };
                if let Some(weekday) = weekday(&next) {
                    let when = match step {
                        -1 => context.last_weekday(weekday),
                        0 => context.weekday_of_week(weekday, 0),
                        _ => context.weekday_of_week(weekday, 1),
                    };
                    return relative(when, at + 2);
                }
                match next.as_str() {
                    "week" => relative(context.week(step), at + 2),
                    "month" => relative(context.month(step), at + 2),
                    "year" if word != "past" => relative(context.year(i16::try_from(step).ok()?), at + 2),
                    _ => None,
                }
            }
            "on" => {
                let weekday = weekday(&next).filter(|_| self.joined(at + 1))?;
                // "on Tuesday, 5 March": the date itself is read by the absolute rules.
                if self.month(at + 2).is_some() || day(self.word(at + 2)).is_some() && self.joined(at + 2) {
                    return None;
                }
                relative(context.past_weekday(weekday), at + 2)
            }
            _ => self.ago(at, &word, &next, context),
        }
    }

    /// `three days ago`, `a month ago`, `10 years ago`.
    fn ago(&self, at: usize, word: &str, next: &str, context: &DateContext) -> Option<Read> {
        if !self.is(at + 2, &["ago", "earlier"]) {
            return None;
        }
        let count = match word {
            "a" | "an" => 1,
            _ => word.parse().ok().or_else(|| {
                NUMBERS.iter().position(|number| *number == word).and_then(|count| i32::try_from(count).ok())
            })?,
        };
        let unit = match next.strip_suffix('s').unwrap_or(next) {
            "day" => Unit::Day,
            "week" => Unit::Week,
            "month" => Unit::Month,
            "year" => Unit::Year,
            _ => return None,
        };
        Some((context.ago(count, unit), DateBasis::Relative, at + 3))
    }
}

fn year(word: &str) -> Option<i16> {
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|year| YEARS.contains(year))
}

fn day(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let day = (1..=2).contains(&digits.len()).then(|| digits.parse().ok()).flatten()?;
    (1..=31).contains(&day).then_some(day)
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word.to_ascii_lowercase().as_str() {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thu" | "thurs" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}
