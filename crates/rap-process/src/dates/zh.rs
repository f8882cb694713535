//! Dates in Chinese: 2031年4月19日（星期六）, 4月19日, 今年3月, 上周六, 9月下旬, 日前, 三天前.

use jiff::civil::{Date, Weekday};
use rap_doc::Span;

use super::{DateBasis, DateContext, DateMention, Edge, Part, Unit, YEARS, numeric_date, part_of, quarter};
use crate::when::When;

pub(super) fn mentions(text: &str, context: &mut DateContext) -> Vec<DateMention> {
    let mut found: Vec<DateMention> = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        // A date begins with a digit, a numeral, or one of a few characters; anything else is passed over.
        let read = begins_date(c).then(|| read(rest, text.get(..at).unwrap_or_default(), context)).flatten();
        match read {
            Some((mut mention, length)) => {
                mention.span = Span::new(at, at + length);
                mention.edge = edge(text.get(..at).unwrap_or_default(), text.get(at + length..).unwrap_or_default());
                if let (Some(when), true) = (mention.when, mention.basis <= DateBasis::Inferred) {
                    context.last = Some(when);
                }
                found.push(mention);
                at += length.max(c.len_utf8());
            }
            // A number that is no date is passed over whole, so that its tail is not read as one.
            None => at += number_length(rest).max(c.len_utf8()),
        }
    }
    found
}

fn begins_date(c: char) -> bool {
    c.is_ascii_digit() || digit(c).is_some() || "今去明前本上下同当昨近日这周星十".contains(c)
}

type Read = (DateMention, usize);

fn mention(when: Option<When>, basis: DateBasis, length: usize) -> Option<Read> {
    Some((DateMention { span: Span::default(), when, weekday: None, basis, edge: Edge::On }, length))
}

fn read(rest: &str, before: &str, context: &DateContext) -> Option<Read> {
    if let Some((date, length)) = numeric_date(rest) {
        return with_weekday(mention(Some(When::day(date)), DateBasis::Absolute, length)?, rest);
    }
    if let Some(found) = relative(rest, before, context) {
        return Some(found);
    }
    let (year, year_length) = year(rest, context).unwrap_or((None, 0));
    let behind = rest.get(year_length..)?;
    if let Some((month, month_length)) = month(behind) {
        let read = month_and_day(rest, year, year_length, month, month_length, context)?;
        return with_weekday(read, rest);
    }
    // 三十日 behind other words is a stretch of days; 19日, or 十九日 where a clause begins, is a day.
    let opens = before.chars().next_back().is_none_or(|c| !('\u{4e00}'..='\u{9fff}').contains(&c));
    let counted = !opens && rest.trim_start().starts_with(|c: char| !c.is_ascii_digit());
    if let Some((day, length)) = day_alone(behind).filter(|_| year_length == 0 && !counted) {
        // 19日: the day of the month that was named last, or of the paper.
        let month = context.last.map(When::first).or(context.anchor)?;
        let date = Date::new(month.year(), month.month(), day).ok()?;
        return with_weekday(mention(Some(When::day(date)), DateBasis::Inferred, length)?, rest);
    }
    let year = year?;
    let (when, length) = year_part(year.0, behind);
    mention(when, year.1, year_length + length)
}

/// Returns a year with the way it was found, and its length: 2031年, 二〇三一年, 今年, 同年.
fn year(rest: &str, context: &DateContext) -> Option<(Option<(i16, DateBasis)>, usize)> {
    let relative = |years: i16| context.anchor.map(|anchor| (anchor.year() + years, DateBasis::Inferred));
    let named = [("今年", 0), ("本年", 0), ("去年", -1), ("上年", -1), ("前年", -2), ("明年", 1)];
    if let Some((word, years)) = named.iter().find(|(word, _)| rest.starts_with(word)) {
        return Some((relative(*years), word.len()));
    }
    if rest.starts_with("同年") || rest.starts_with("当年") {
        return Some((context.last.map(|last| (last.first().year(), DateBasis::Inferred)), "同年".len()));
    }
    let length = number_length(rest);
    let digits = rest.get(..length)?;
    let behind = rest.get(length..)?.trim_start_matches(' ');
    let tail = length + rest.get(length..)?.len() - behind.len() + "年".len();
    // 2031年度 names a plan or a report, and no time.
    if !behind.starts_with('年') || behind.starts_with("年度") || digits.chars().count() != 4 {
        return None;
    }
    let year: i16 = digits.chars().try_fold(0_i16, |year, c| Some(year.checked_mul(10)? + digit(c)?))?;
    YEARS.contains(&year).then_some((Some((year, DateBasis::Absolute)), tail))
}

/// Returns a month and its length: 4月, 四月, 4月份.
fn month(rest: &str) -> Option<(i8, usize)> {
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let rest = rest.get(spaces..)?;
    let length = number_length(rest);
    let month = number(rest.get(..length)?).filter(|month| (1..=12).contains(month))?;
    let behind = rest.get(length..)?.trim_start_matches(' ');
    let space = rest.get(length..)?.len() - behind.len();
    let behind = behind.strip_prefix('月')?;
    let suffix = if behind.starts_with('份') { "份".len() } else { 0 };
    Some((i8::try_from(month).ok()?, spaces + length + space + "月".len() + suffix))
}

/// Returns a day and its length: 19日, 十九日, 19号.
fn day_alone(rest: &str) -> Option<(i8, usize)> {
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let rest = rest.get(spaces..)?;
    let length = number_length(rest);
    let day = number(rest.get(..length)?).filter(|day| (1..=31).contains(day))?;
    let behind = rest.get(length..)?.trim_start_matches(' ');
    let space = rest.get(length..)?.len() - behind.len();
    let mark = behind.chars().next().filter(|c| matches!(c, '日' | '号'))?;
    // 5号文件, 三日内 are no days of a month.
    let next = behind.get(mark.len_utf8()..)?.chars().next();
    let other = if mark == '日' {
        matches!(next, Some('内' | '后'))
    } else {
        matches!(next, Some('文' | '令' | '公' | '楼'))
    };
    (!other).then_some((i8::try_from(day).ok()?, spaces + length + space + mark.len_utf8()))
}

fn month_and_day(
    rest: &str,
    year: Option<(i16, DateBasis)>,
    year_length: usize,
    month: i8,
    month_length: usize,
    context: &DateContext,
) -> Option<Read> {
    let end = year_length + month_length;
    let behind = rest.get(end..)?;
    let first = day_alone(behind).or_else(|| day_of_range(behind));
    let edge = if behind.contains('前') { Edge::Until } else { Edge::On };
    let basis = year.map_or(DateBasis::Inferred, |(_, basis)| basis);
    let year = year.map(|(year, _)| year);
    let year = if year_length > 0 { year } else { context.year_of(month, first.map(|(day, _)| day), edge) };
    let Some((first, first_length)) = first else {
        let (part, part_length) = third(behind);
        let when = year.and_then(|year| When::month(year, month));
        let when = when.map(|month| part.map_or(month, |part| part_of(month, part)));
        return mention(when, basis, end + part_length);
    };
    let end = end + first_length;
    let (last_month, last, length) = range(rest.get(end..)?).unwrap_or((None, first, 0));
    let when = year.and_then(|year| {
        let from = Date::new(year, month, first).ok()?;
        Some(When::between(from, Date::new(year, last_month.unwrap_or(month), last).ok()?))
    });
    mention(when, basis, end + length)
}

/// 24 in 24至28日: a day whose mark stands behind the range.
fn day_of_range(rest: &str) -> Option<(i8, usize)> {
    let length = number_length(rest);
    let day = number(rest.get(..length)?).filter(|day| (1..=31).contains(day))?;
    range(rest.get(length..)?)?;
    Some((i8::try_from(day).ok()?, length))
}

/// Returns the end of a range behind a day: 至28日, —28日, 至5月2日.
fn range(rest: &str) -> Option<(Option<i8>, i8, usize)> {
    let link = ["至", "到", "—", "-", "–", "～", "~"].iter().find(|link| rest.starts_with(**link))?.len();
    let behind = rest.get(link..)?;
    let (month, month_length) = month(behind).map_or((None, 0), |(month, length)| (Some(month), length));
    let (day, length) = day_alone(behind.get(month_length..)?)?;
    Some((month, day, link + month_length + length))
}

/// Returns the third of a month that words behind it name.
fn third(rest: &str) -> (Option<Part>, usize) {
    let parts = [
        ("上旬", Part::Early),
        ("中旬", Part::Middle),
        ("下旬", Part::Late),
        ("初", Part::Early),
        ("底", Part::Late),
        ("末", Part::Late),
    ];
    // 12月初次审议 is a first deliberation in December, not one in its first days.
    let other = rest.starts_with("初次") || rest.starts_with("初步") || rest.starts_with("初审");
    let found = parts.iter().find(|(word, _)| rest.starts_with(word)).filter(|_| !other);
    found.map_or((None, 0), |(word, part)| (Some(*part), word.len()))
}

/// Returns a year or the part of it that words behind it name.
fn year_part(year: i16, rest: &str) -> (Option<When>, usize) {
    let parts = [
        ("上半年", Part::FirstHalf),
        ("下半年", Part::SecondHalf),
        ("年初", Part::Early),
        ("年底", Part::Late),
        ("年末", Part::Late),
        ("初", Part::Early),
        ("底", Part::Late),
        ("末", Part::Late),
    ];
    if let Some((word, part)) = parts.iter().find(|(word, _)| rest.starts_with(word)) {
        return (When::year(year).map(|when| part_of(when, *part)), word.len());
    }
    let quarters = [("第一季度", 1), ("第二季度", 2), ("第三季度", 3), ("第四季度", 4)];
    match quarters.iter().find(|(word, _)| rest.starts_with(word)) {
        Some((word, number)) => (quarter(year, *number), word.len()),
        None => (When::year(year), 0),
    }
}

fn relative(rest: &str, before: &str, context: &DateContext) -> Option<Read> {
    let days = [("今天", 0), ("今日", 0), ("昨天", -1), ("昨日", -1), ("前天", -2), ("明天", 1), ("明日", 1)];
    if let Some((word, days)) = days.iter().find(|(word, _)| rest.starts_with(word)) {
        return mention(context.day(*days), DateBasis::Relative, word.len());
    }
    if let Some(word) = ["日前", "近日", "近期", "不久前"].iter().find(|word| rest.starts_with(**word)) {
        let numbered = before.chars().next_back().is_some_and(|c| c.is_ascii_digit() || digit(c).is_some());
        return (!numbered).then(|| mention(context.recently(), DateBasis::Vague, word.len())).flatten();
    }
    if rest.starts_with("当日") || rest.starts_with("当天") {
        let when = context.last.filter(|last| last.exact().is_some());
        return mention(when, DateBasis::Inferred, "当日".len());
    }
    let months = [("上个月", -1), ("上月", -1), ("本月", 0), ("下个月", 1), ("下月", 1)];
    if let Some((word, months)) = months.iter().find(|(word, _)| rest.starts_with(word)) {
        let month = context.month(*months);
        let behind = rest.get(word.len()..)?;
        if let Some((day, length)) = day_alone(behind) {
            let date = month.and_then(|month| Date::new(month.first().year(), month.first().month(), day).ok());
            return mention(date.map(When::day), DateBasis::Inferred, word.len() + length);
        }
        let (part, length) = third(behind);
        let when = month.map(|month| part.map_or(month, |part| part_of(month, part)));
        return mention(when, DateBasis::Relative, word.len() + length);
    }
    weeks(rest, before, context).or_else(|| ago(rest, context))
}

/// 上周六, 本周, 下星期一, 周五.
fn weeks(rest: &str, before: &str, context: &DateContext) -> Option<Read> {
    let steps = [("上个", -1), ("上", -1), ("本", 0), ("这", 0), ("下个", 1), ("下", 1), ("", 0)];
    let (step_word, step) = steps.iter().find(|(word, _)| {
        rest.strip_prefix(word).is_some_and(|rest| rest.starts_with('周') || rest.starts_with("星期"))
    })?;
    let behind = rest.get(step_word.len()..)?;
    let unit = if behind.starts_with('周') { "周".len() } else { "星期".len() };
    let named = behind.get(unit..)?.chars().next().and_then(weekday_of);
    let length = step_word.len() + unit;
    match named {
        Some(weekday) => {
            // 两周一次: a count of weeks is no weekday.
            let counted = step_word.is_empty()
                && before.chars().next_back().is_some_and(|c| c.is_ascii_digit() || digit(c).is_some() || c == '每');
            if counted {
                return None;
            }
            let when = if step_word.is_empty() {
                context.past_weekday(weekday)
            } else {
                context.weekday_of_week(weekday, *step)
            };
            let (mut read, _) = mention(when, DateBasis::Relative, 0)?;
            read.weekday = Some(weekday);
            Some((read, length + "一".len()))
        }
        None if !step_word.is_empty() => mention(context.week(*step), DateBasis::Relative, length),
        None => None,
    }
}

/// 三天前, 两周前, 3个月前, 一年前.
fn ago(rest: &str, context: &DateContext) -> Option<Read> {
    let length = number_length(rest);
    let count = number(rest.get(..length)?)?;
    let behind = rest.get(length..)?;
    let units = [
        ("天前", Unit::Day),
        ("日前", Unit::Day),
        ("周前", Unit::Week),
        ("个星期前", Unit::Week),
        ("个月前", Unit::Month),
        ("年前", Unit::Year),
    ];
    let (word, unit) = units.iter().find(|(word, _)| behind.starts_with(word))?;
    mention(context.ago(count, *unit), DateBasis::Relative, length + word.len())
}

/// Adds the weekday that stands behind a date: （星期六）, 周六.
fn with_weekday((mut read, length): Read, rest: &str) -> Option<Read> {
    let behind = rest.get(length..)?;
    let open = behind.chars().next().filter(|c| matches!(c, '（' | '(')).map_or(0, char::len_utf8);
    let words = behind.get(open..)?;
    let unit = ["星期", "周", "礼拜"].iter().find(|unit| words.starts_with(**unit));
    let weekday = unit.and_then(|unit| words.get(unit.len()..)?.chars().next().and_then(weekday_of));
    let (Some(unit), Some(_)) = (unit, weekday) else { return Some((read, length)) };
    let close = if open > 0 {
        words
            .get(unit.len() + "六".len()..)?
            .chars()
            .next()
            .filter(|c| matches!(c, '）' | ')'))
            .map_or(0, char::len_utf8)
    } else {
        0
    };
    read.weekday = weekday;
    Some((read, length + open + unit.len() + "六".len() + close))
}

fn weekday_of(c: char) -> Option<Weekday> {
    Some(match c {
        '一' => Weekday::Monday,
        '二' => Weekday::Tuesday,
        '三' => Weekday::Wednesday,
        '四' => Weekday::Thursday,
        '五' => Weekday::Friday,
        '六' => Weekday::Saturday,
        '日' | '天' => Weekday::Sunday,
        _ => return None,
    })
}

fn edge(before: &str, after: &str) -> Edge {
    let before: String = before.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    if ends(&["截至", "截止", "截止到", "截止日期为", "截止时间为", "截止于", "不迟于", "不晚于", "延长至", "为止"])
        || after.starts_with('前')
        || after.starts_with("之前")
        || after.starts_with("以前")
        || after.starts_with("截止")
        || after.starts_with("止")
    {
        Edge::Until
    } else if ends(&["自", "从"]) || after.starts_with('起') {
        Edge::Since
    } else {
        Edge::On
    }
}

/// Returns the length in bytes of the digits or numerals at the start.
fn number_length(rest: &str) -> usize {
    let ascii = rest.bytes().take_while(u8::is_ascii_digit).count();
    if ascii > 0 {
        return ascii;
    }
    rest.chars().take_while(|c| digit(*c).is_some() || *c == '十').map(char::len_utf8).sum()
}

fn digit(c: char) -> Option<i16> {
    Some(match c {
        '0'..='9' => i16::try_from(u32::from(c) - u32::from('0')).ok()?,
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Returns a number up to 99 in digits or numerals: 19, 十九, 二十.
pub(crate) fn number(words: &str) -> Option<i32> {
    if words.is_empty() || words.chars().count() > 4 {
        return None;
    }
    if let Some((tens, ones)) = words.split_once('十') {
        let tens = if tens.is_empty() { 1 } else { single(tens)? };
        let ones = if ones.is_empty() { 0 } else { single(ones)? };
        return Some(tens * 10 + ones);
    }
    words.chars().try_fold(0_i32, |number, c| Some(number * 10 + i32::from(digit(c)?)))
}

fn single(words: &str) -> Option<i32> {
    let mut chars = words.chars();
    let digit = digit(chars.next()?)?;
    chars.next().is_none().then(|| i32::from(digit))
}
