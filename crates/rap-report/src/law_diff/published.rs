//! Published correlation tables: what others say became of each provision, beside what the comparison says.
//!
//! Enters a table as CSV or with tabs; leave the rows that both have, and those that one of them lacks. Columns are
//! told by their names (`old…`, `new…`), or are the first two. Numbers are read in plain form, so that `Article 10`,
//! `10` and 第十条 are one; a remark without a number is no counterpart.

use std::collections::BTreeSet;

use rap_law::Level;

use super::{LawDiff, plain_number};

/// A correlation: an old number and a new one; nothing where there is no counterpart.
pub type Correlation = (Option<String>, Option<String>);

/// How a comparison and a published table agree.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Agreement {
    /// Rows that both have.
    pub both: Vec<Correlation>,
    /// Rows of the comparison that speak of a provision which the table names, and are not in the table.
    pub ours_alone: Vec<Correlation>,
    /// Rows of the table that the comparison does not have.
    pub table_alone: Vec<Correlation>,
}

impl LawDiff<'_> {
    /// Returns how the comparison agrees with a published table.
    #[must_use]
    pub fn agreement(&self, table: &str) -> Agreement {
        let cut = |number: String| if self.comparison.level == Level::Article { basic(&number) } else { number };
        let theirs: BTreeSet<Correlation> = correlations(table)
            .into_iter()
            .map(|(old, new)| (old.map(cut), new.map(cut)))
            .filter(|(old, new)| old.is_some() || new.is_some())
            .collect();
        let plain = |law, at: Option<usize>| at.map(|at| normal(&plain_number(law, at)).unwrap_or_default());
        let ours: BTreeSet<Correlation> =
            self.changes().map(|change| (plain(self.old, change.old), plain(self.new, change.new))).collect();
        let olds: BTreeSet<&String> = theirs.iter().filter_map(|(old, _)| old.as_ref()).collect();
        let news: BTreeSet<&String> = theirs.iter().filter_map(|(_, new)| new.as_ref()).collect();
        let spoken_of = |(old, new): &&Correlation| {
            old.as_ref().is_some_and(|old| olds.contains(old)) || new.as_ref().is_some_and(|new| news.contains(new))
        };
        Agreement {
            both: theirs.intersection(&ours).cloned().collect(),
            ours_alone: ours.difference(&theirs).filter(spoken_of).cloned().collect(),
            table_alone: theirs.difference(&ours).cloned().collect(),
        }
    }
}

/// Returns the rows of a table.
fn correlations(table: &str) -> Vec<Correlation> {
    let table = table.trim_start_matches('\u{feff}');
    let first = table.lines().next().unwrap_or_default();
    let delimiter = ['\t', ';', ','].into_iter().max_by_key(|mark| first.matches(*mark).count()).unwrap_or(',');
    let mut rows = table.lines().map(|line| cells(line, delimiter)).peekable();
    let columns = rows.peek().and_then(|header| columns(header));
    if columns.is_some() {
        rows.next();
    }
    let (old, new) = columns.unwrap_or((0, 1));
    let cell = |row: &[String], at: usize| row.get(at).and_then(|cell| normal(cell));
    rows.map(|row| (cell(&row, old), cell(&row, new))).collect()
}

/// Returns the columns of the old and the new number, where a header names them.
fn columns(header: &[String]) -> Option<(usize, usize)> {
    let find = |word: &str| {
        let named = |suffix: &str| {
            header
                .iter()
                .position(|name| name.trim().to_lowercase().starts_with(word) && name.to_lowercase().ends_with(suffix))
        };
        named("number").or_else(|| named("article")).or_else(|| named(""))
    };
    Some((find("old")?, find("new")?))
}

/// Returns the cells of a line; quoted cells may hold the delimiter, a doubled quotation mark is one.
fn cells(line: &str, delimiter: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut chars = line.trim_end_matches('\r').chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cells.last_mut().into_iter().for_each(|cell| cell.push('"'));
            }
            '"' => quoted = !quoted,
            _ if c == delimiter && !quoted => cells.push(String::new()),
            _ => cells.last_mut().into_iter().for_each(|cell| cell.push(c)),
        }
    }
    cells
}

/// Returns a number in plain form: `Article 10(2)` is `10(2)`, 第十二条之一 is `12-1`; nothing without a number.
fn normal(cell: &str) -> Option<String> {
    let cell = cell.trim();
    if let Some(number) = rap_law::plain_article_number(cell) {
        return Some(number);
    }
    let words = ["articles", "article", "art.", "section", "sec.", "§"];
    let lower = cell.to_lowercase();
    let from = words.iter().find(|word| lower.starts_with(**word)).map_or(0, |word| word.len());
    let number: String = cell.get(from..).unwrap_or(cell).split_whitespace().collect();
    let named = lower.starts_with("annex") || lower.starts_with("recital");
    (named || number.starts_with(|c: char| c.is_ascii_digit())).then(|| if named { cell.to_owned() } else { number })
}

/// Returns the number of the article alone: `10(2)(a)` and `3, para 1` speak of 10 and 3.
fn basic(number: &str) -> String {
    if number.starts_with(|c: char| c.is_ascii_digit()) {
        number.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
    } else {
        number.to_owned()
    }
}
