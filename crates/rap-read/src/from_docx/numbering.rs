//! The numbers that a word processor prints before paragraphs and does not store: `Article 5`, `(b)`, `第三条`.

use std::collections::HashMap;

use super::xml::{Mark, walk};

/// Lists have nine levels (ECMA-376, 17.9.6).
const LEVELS: usize = 9;

#[derive(Clone, Default)]
struct Level {
    format: String,
    /// The label with `%1` for the number of the first level, and so on.
    text: String,
    start: u32,
}

/// A list as a paragraph names it: the definition it follows, and the numbers it starts from otherwise.
#[derive(Default)]
struct List {
    definition: String,
    starts: Vec<(usize, u32)>,
}

#[derive(Default)]
pub(super) struct Numbering {
    definitions: HashMap<String, Vec<Level>>,
    lists: HashMap<String, List>,
    /// The last number given at each level, by definition: lists of one definition count on.
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    started: Vec<String>,
}

impl Numbering {
    pub(super) fn of(xml: &str) -> Self {
        let mut parser = Parser::default();
        walk(xml, |mark| match mark {
            Mark::Open(name, tag) => parser.open(name, &|attribute| tag.get(attribute)),
            Mark::Close(name) => parser.close(name),
            Mark::Words(_) => {}
        });
        parser.numbering
    }

    /// Counts one paragraph of a list, and returns its label; empty for a bullet or no list.
    pub(super) fn label(&mut self, number: Option<(String, u8)>) -> String {
        let Some((id, level)) = number else { return String::new() };
        let level = usize::from(level).min(LEVELS - 1);
        let Some(list) = self.lists.get(&id) else { return String::new() };
        let Some(levels) = self.definitions.get(&list.definition) else { return String::new() };
        let counters = self.counters.entry(list.definition.clone()).or_default();
        if !list.starts.is_empty() && !self.started.contains(&id) {
            self.started.push(id.clone());
            for (level, start) in &list.starts {
                let counter = counters.get_mut(*level);
                counter.into_iter().for_each(|counter| *counter = start.checked_sub(1));
            }
        }
        let start = levels.get(level).map_or(1, |level| level.start);
        for (at, counter) in counters.iter_mut().enumerate() {
            match at.cmp(&level) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => *counter = Some(counter.map_or(start, |last| last.saturating_add(1))),
                std::cmp::Ordering::Greater => *counter = None,
            }
        }
        printed(levels, level, counters)
    }
}

/// Writes the label of a level out: `%1.%2` with the numbers of the first and second level.
fn printed(levels: &[Level], level: usize, counters: &[Option<u32>]) -> String {
    let Some(own) = levels.get(level) else { return String::new() };
    if own.format == "bullet" || own.format == "none" {
        return String::new();
    }
    let mut label = String::new();
    let mut chars = own.text.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            label.push(c);
            continue;
        }
        let place = chars.next().and_then(|digit| digit.to_digit(10)).and_then(|digit| usize::try_from(digit).ok());
        if let Some(place) = place.and_then(|digit| digit.checked_sub(1)) {
            let format = levels.get(place).map_or("decimal", |level| level.format.as_str());
            let start = levels.get(place).map_or(1, |level| level.start);
            label.push_str(&numeral(counters.get(place).copied().flatten().unwrap_or(start), format));
        }
    }
    label.trim().to_owned()
}

/// Writes a number in one of the formats of ECMA-376, 17.18.59; those that are not known as Arabic digits.
fn numeral(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number, b'a'),
        "upperLetter" => letters(number, b'A'),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "decimalZero" => format!("{number:02}"),
        "ordinal" => ordinal(number),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "chineseLegalSimplified" => chinese(number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            char::from_u32(0x2460 + number - 1).map(String::from).unwrap_or_default()
        }
        _ => number.to_string(),
    }
}

/// `a` to `z`, then `aa`, `bb`, as Word counts. The number is bounded so that a hostile one is no long word.
fn letters(number: u32, first: u8) -> String {
    let index = number.saturating_sub(1);
    let letter = u8::try_from(index % 26).map_or(first, |offset| first + offset);
    let times = usize::try_from(index / 26 + 1).unwrap_or(1).min(8);
    char::from(letter).to_string().repeat(times)
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            written.push_str(sign);
            rest -= value;
        }
    }
    written
}

fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `一` to `九千九百九十九`; `十二`, not `一十二`.
fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if number == 0 || number > 9999 {
        return number.to_string();
    }
    let digit = |at: u32| DIGITS.get(usize::try_from(at).unwrap_or(0)).copied().unwrap_or_default();
    let mut written = String::new();
    let mut skipped = false;
    for (value, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let here = number / value % 10;
        if here == 0 {
            skipped |= !written.is_empty() && !number.is_multiple_of(value);
            continue;
        }
        if std::mem::take(&mut skipped) {
            written.push('零');
        }
        if !(value == 10 && here == 1 && written.is_empty()) {
            written.push_str(digit(here));
        }
        written.push_str(unit);
    }
    written
}

/// Where the walk through `word/numbering.xml` is.
#[derive(Default)]
struct Parser {
    numbering: Numbering,
    definition: Option<(String, Vec<Level>)>,
    list: Option<(String, List)>,
    level: usize,
}

impl Parser {
    fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) {
        let value = || attribute("val").unwrap_or_default();
        match name {
            "abstractNum" => {
                let levels = vec![Level { start: 1, ..Level::default() }; LEVELS];
                self.definition = attribute("abstractNumId").map(|id| (id, levels));
            }
            "num" => self.list = attribute("numId").map(|id| (id, List::default())),
            "lvl" | "lvlOverride" => self.level = attribute("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0),
            "abstractNumId" => self.list.iter_mut().for_each(|(_, list)| list.definition = value()),
            "startOverride" => {
                let start = (self.level, value().parse().unwrap_or(1));
                self.list.iter_mut().for_each(|(_, list)| list.starts.push(start));
            }
            "start" | "numFmt" | "lvlText" => {
                let level = self.definition.as_mut().and_then(|(_, levels)| levels.get_mut(self.level));
                match (name, level) {
                    ("start", Some(level)) => level.start = value().parse().unwrap_or(1),
                    ("numFmt", Some(level)) => level.format = value(),
                    (_, Some(level)) => level.text = value(),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "abstractNum" => self.numbering.definitions.extend(self.definition.take()),
            "num" => self.numbering.lists.extend(self.list.take()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
