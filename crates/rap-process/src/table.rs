//! Reading a TOML file that a user wrote: every key where it stands, and every fault with its place.
//!
//! Reading goes on after a fault, so that all are told at once. What cannot be used is left out, and the file as a
//! whole is then not returned.

use std::ops::Range;

use rap_doc::{Fault, FileLines, meant};
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::basis::{Basis, BasisKind, Confidence};
use crate::fault::FileFaults;

pub(crate) type Table<'a> = DeTable<'a>;
type Value<'a> = Spanned<DeValue<'a>>;

/// The most faults that are told; a file with more is of another format.
const MOST_FAULTS: usize = 100;

/// A file as it is read.
pub(crate) struct Reading<'a> {
    lines: FileLines<'a>,
    faults: Vec<(usize, Fault)>,
    /// Whether the file is TOML throughout, so that what is missing is missing.
    whole: bool,
}

impl<'a> Reading<'a> {
    /// Begins to read a file; returns its root too.
    pub(crate) fn of(toml: &'a str) -> (Self, Spanned<Table<'a>>) {
        let (root, faults) = DeTable::parse_recoverable(toml);
        let mut reading = Self { lines: FileLines::of(toml), faults: Vec::new(), whole: faults.is_empty() };
        for fault in &faults {
            let at = fault.span().unwrap_or(0..0);
            reading.fault(at, format!("this is no TOML: {}", fault.message()), "");
        }
        (reading, root)
    }

    /// Returns what was read, or all that is wrong.
    pub(crate) fn finish<T>(mut self, what: &'static str, read: T) -> Result<T, FileFaults> {
        if self.faults.is_empty() {
            return Ok(read);
        }
        self.faults.sort_by_key(|(start, _)| *start);
        self.faults.dedup();
        self.faults.truncate(MOST_FAULTS);
        Err(FileFaults { what, faults: self.faults.into_iter().map(|(_, fault)| fault).collect() })
    }

    pub(crate) fn line_of(&self, byte: usize) -> usize {
        self.lines.line_of(byte)
    }

    pub(crate) fn fault(&mut self, at: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.faults.push((at.start, self.lines.fault(at, message, hint)));
    }

    /// Tells that something is missing, where the file is TOML throughout.
    pub(crate) fn missing(&mut self, at: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        if self.whole {
            self.fault(at, message, hint);
        }
    }

    /// Tells every key that a table may not have.
    pub(crate) fn check_keys(&mut self, table: &Table<'_>, known: &[&str]) {
        for (key, _) in table {
            if !known.contains(&key.get_ref().as_ref()) {
                let hint = match meant(key.get_ref(), known) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("known here: {}", known.join(", ")),
                };
                self.fault(key.span(), format!("unknown key `{}`", key.get_ref()), hint);
            }
        }
    }

    /// Returns the string at a key; empty where it is not there.
    pub(crate) fn words(&mut self, table: &Table<'_>, key: &str) -> String {
        table.get(key).and_then(|value| self.string(value)).map(|(words, _)| words).unwrap_or_default()
    }

    /// Returns the string at a key that must be there, and its place.
    pub(crate) fn needed(
        &mut self,
        table: &Table<'_>,
        key: &str,
        at: &Range<usize>,
        whose: &str,
    ) -> (String, Range<usize>) {
        match table.get(key) {
            Some(value) => self.string(value).unwrap_or_else(|| (String::new(), value.span())),
            None => {
                // A slip of the pen is told already.
                if !table.keys().any(|written| meant(written.get_ref(), &[key]).is_some()) {
                    self.missing(at.clone(), format!("{whose} needs `{key}`"), format!("give it {key} = \"…\""));
                }
                (String::new(), at.clone())
            }
        }
    }

    /// Returns the id of a table; ids have lower-case letters, digits and `-`.
    pub(crate) fn id(&mut self, table: &Table<'_>, at: &Range<usize>, whose: &str) -> (String, Range<usize>) {
        let (id, place) = self.needed(table, "id", at, whose);
        if !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            self.fault(place.clone(), format!("`{id}` is no id"), "an id has lower-case letters, digits and `-`");
        }
        (id, place)
    }

    fn string(&mut self, value: &Value<'_>) -> Option<(String, Range<usize>)> {
        match value.get_ref() {
            DeValue::String(words) if !words.trim().is_empty() => Some((words.trim().to_owned(), value.span())),
            DeValue::String(_) => {
                self.fault(value.span(), "empty words", "write something, or take the line out");
                None
            }
            _ => {
                self.fault(value.span(), "words are expected here", "words stand in quotes: \"…\"");
                None
            }
        }
    }

    /// Returns the strings of a list, or the one string, each with its place.
    pub(crate) fn list(&mut self, table: &Table<'_>, key: &str) -> Vec<(String, Range<usize>)> {
        let Some(value) = table.get(key) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|item| self.string(item)).collect(),
            DeValue::String(_) => self.string(value).into_iter().collect(),
            _ => {
                self.fault(value.span(), format!("`{key}` is a list of words"), format!("{key} = [\"…\", \"…\"]"));
                Vec::new()
            }
        }
    }

    /// Returns the whole number at a key.
    pub(crate) fn number(&mut self, table: &Table<'_>, key: &str) -> Option<i32> {
        let value = table.get(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => i32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number.is_none_or(|number| number < 0) {
            self.fault(value.span(), format!("`{key}` is a whole number from 0"), format!("{key} = 30"));
        }
        number.filter(|number| *number >= 0)
    }

    /// Returns the `true` or `false` at a key; `usual` where it is not there.
    pub(crate) fn yes_or_no(&mut self, table: &Table<'_>, key: &str, usual: bool) -> bool {
        let Some(value) = table.get(key) else { return usual };
        match value.get_ref() {
            DeValue::Boolean(choice) => *choice,
            _ => {
                self.fault(value.span(), format!("`{key}` is true or false"), format!("{key} = true"));
                usual
            }
        }
    }

    /// Returns the value of a named choice at a key; the first choice is the hint.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        table: &Table<'_>,
        key: &str,
        choices: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let (words, place) = self.string(table.get(key)?)?;
        let found = choices.iter().copied().find(|choice| name(*choice) == words);
        if found.is_none() {
            let known: Vec<&str> = choices.iter().map(|choice| name(*choice)).collect();
            let hint = meant(&words, &known)
                .map_or_else(|| format!("one of: {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
            self.fault(place, format!("unknown {key} `{words}`"), hint);
        }
        found
    }

    /// Returns the tables of `[[key]]`, each with its place.
    pub(crate) fn tables<'t>(&mut self, table: &'t Table<'a>, key: &str) -> Vec<(&'t Table<'a>, Range<usize>)> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let hint = format!("begin each with a line [[{key}]]");
        let items: &DeArray<'a> = match value.get_ref() {
            DeValue::Array(items) => items,
            _ => {
                self.fault(value.span(), format!("`{key}` is a list of tables"), hint);
                return Vec::new();
            }
        };
        let mut tables = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => tables.push((table, item.span())),
                _ => self.fault(item.span(), format!("`{key}` is a list of tables"), hint.clone()),
            }
        }
        tables
    }

    /// Returns the entries of a table of tables: `[source.NAME]`.
    pub(crate) fn named_tables<'t>(
        &mut self,
        table: &'t Table<'a>,
        key: &str,
    ) -> Vec<(String, &'t Table<'a>, Range<usize>)> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let hint = format!("begin each with a line [{key}.NAME]");
        let DeValue::Table(named) = value.get_ref() else {
            self.fault(value.span(), format!("`{key}` holds named tables"), hint);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for (name, item) in named {
            match item.get_ref() {
                DeValue::Table(table) => tables.push((name.get_ref().to_string(), table, name.span())),
                _ => self.fault(item.span(), format!("`{key}.{}` is a table", name.get_ref()), hint.clone()),
            }
        }
        tables
    }

    /// Reads on what a line rests: `basis`, `article`, `source` and `confidence`. Without a confidence of its own a
    /// line is as sure as the least sure of its sources.
    pub(crate) fn basis(&mut self, table: &Table<'_>, at: &Range<usize>, whose: &str, sources: &Sources) -> Basis {
        let kind = self.choice(table, "basis", BasisKind::ALL, BasisKind::name);
        if kind.is_none() && !table.contains_key("basis") {
            let hint = "basis = \"law\", \"guide\", \"statistic\", \"custom\" or \"analyst\"";
            self.missing(at.clone(), format!("{whose} does not say on what it rests"), hint);
        }
        let told = self.choice(table, "confidence", Confidence::ALL, Confidence::name);
        let mut titles = Vec::new();
        let mut least = None;
        for (key, place) in self.list(table, "source") {
            match sources.iter().find(|source| source.key == key) {
                Some(source) => {
                    titles.push(source.title.clone());
                    least = least.max(Some(source.confidence));
                }
                None => {
                    let keys: Vec<&str> = sources.iter().map(|source| source.key.as_str()).collect();
                    let hint = meant(&key, &keys).map_or_else(
                        || format!("add [source.{key}] with title and confidence"),
                        |near| format!("did you mean `{near}`?"),
                    );
                    self.fault(place, format!("no source `{key}`"), hint);
                }
            }
        }
        if titles.is_empty() && !table.contains_key("source") && told != Some(Confidence::Memory) {
            self.missing(
                at.clone(),
                format!("{whose} names no source"),
                "give it source = [\"…\"], or confidence = \"memory\"",
            );
        }
        Basis {
            kind: kind.unwrap_or(BasisKind::Analyst),
            article: self.words(table, "article"),
            sources: titles,
            confidence: told.or(least).unwrap_or(Confidence::Memory),
        }
    }

    /// Reads the sources of a file.
    pub(crate) fn sources(&mut self, root: &Table<'a>) -> Sources {
        let mut sources = Vec::new();
        for (key, table, at) in self.named_tables(root, "source") {
            self.check_keys(table, &["title", "url", "confidence"]);
            let (title, _) = self.needed(table, "title", &at, "a source");
            let confidence = self.choice(table, "confidence", Confidence::ALL, Confidence::name);
            if confidence.is_none() && !table.contains_key("confidence") {
                self.missing(
                    at,
                    format!("source `{key}` does not say how surely it is known"),
                    "confidence = \"secondary\"",
                );
            }
            let url = self.words(table, "url");
            sources.push(PackSource { key, title, url, confidence: confidence.unwrap_or(Confidence::Memory) });
        }
        sources
    }
}

/// The keys that say on what a line rests.
pub(crate) const BASIS_KEYS: [&str; 4] = ["basis", "article", "source", "confidence"];

pub(crate) type Sources = Vec<PackSource>;

/// A source that the lines of a pack rest on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PackSource {
    /// The name by which lines refer to it.
    pub key: String,
    /// Its title, for people.
    pub title: String,
    /// Where it is; empty where no address is known.
    pub url: String,
    /// How surely what it says is known.
    pub confidence: Confidence,
}
