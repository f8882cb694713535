//! From a TOML file to a codebook: every key is read where it stands, so that every fault is told with its place.
//!
//! Reading goes on after a fault. What cannot be used is left out of the codebook, which is then not returned.

use std::ops::Range;

use rap_doc::{FileLines, Language, SourceId, meant};
use rustc_hash::FxHashMap;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::{Codebook, CodebookError, CodebookErrors, Concept, Cue, Example, OTHER, Theme};
use crate::cue::{self, Pattern};

type Table<'a> = DeTable<'a>;
type Value<'a> = Spanned<DeValue<'a>>;

/// The weight of a cue that says none.
const USUAL_WEIGHT: f32 = 2.0;

/// The most that a cue can weigh: ten of the usual kind would have to speak against it.
const MOST_WEIGHT: f64 = 10.0;

/// The most faults that are told; a file with more is of another format.
const MOST_ERRORS: usize = 100;

const CODEBOOK_KEYS: &[&str] = &["id", "title", "theme"];
const THEME_KEYS: &[&str] = &["id", "name", "definition", "cues", "except", "weight", "examples", "concept"];
const CONCEPT_KEYS: &[&str] = &["id", "en", "zh", "weight", "except", "joins"];
const CUE_KEYS: &[&str] = &["cue", "weight"];
const LANGUAGES: &[(&str, Language)] = &[("en", Language::English), ("zh", Language::Chinese)];
const LANGUAGE_KEYS: &[&str] = &["en", "zh"];

/// Returns the codebook of this text, or all that is wrong with it.
pub(crate) fn codebook(toml: &str) -> Result<Codebook, CodebookErrors> {
    let (root, faults) = DeTable::parse_recoverable(toml);
    let mut reading = Reading::of(toml);
    for fault in &faults {
        reading.fault(
            fault.span().unwrap_or(0..0),
            format!("this is no TOML: {}", fault.message()),
            hint_of(fault.message()),
        );
    }
    // Where the text is no TOML, keys may be missing because of that: only what is there is judged.
    reading.whole = faults.is_empty();
    let mut codebook = reading.codebook(root.get_ref());
    codebook.toml = toml.to_owned();
    codebook.sha256 = SourceId::of(toml.as_bytes()).to_string();
    reading.finish(codebook)
}

fn hint_of(message: &str) -> String {
    let hint = if message.contains("duplicate key") {
        "a key may stand once in its table; join the two"
    } else if message.contains("quot") || message.contains("string") {
        "words stand in straight quotes: \"training data\""
    } else if message.contains("array") {
        "lists stand in [ ] with a comma after each item"
    } else {
        ""
    };
    hint.to_owned()
}

struct Reading<'a> {
    lines: FileLines<'a>,
    errors: Vec<(usize, CodebookError)>,
    /// Whether the file is TOML throughout, so that what is missing is missing.
    whole: bool,
    /// The ids that are taken, with the line.
    theme_ids: FxHashMap<String, usize>,
    concept_ids: FxHashMap<String, usize>,
    /// The patterns that are taken, with their theme, weight and line.
    patterns: FxHashMap<Pattern, Vec<(String, f32, usize)>>,
}

impl<'a> Reading<'a> {
    fn of(toml: &'a str) -> Self {
        Self {
            lines: FileLines::of(toml),
            errors: Vec::new(),
            whole: true,
            theme_ids: FxHashMap::default(),
            concept_ids: FxHashMap::default(),
            patterns: FxHashMap::default(),
        }
    }

    fn finish(mut self, codebook: Codebook) -> Result<Codebook, CodebookErrors> {
        if self.errors.is_empty() {
            return Ok(codebook);
        }
        self.errors.sort_by_key(|(start, _)| *start);
        self.errors.dedup();
        self.errors.truncate(MOST_ERRORS);
        Err(CodebookErrors { errors: self.errors.into_iter().map(|(_, error)| error).collect() })
    }

    fn line_of(&self, byte: usize) -> usize {
        self.lines.line_of(byte)
    }

    fn fault(&mut self, at: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        let (start, error) = (at.start, self.lines.fault(at, message, hint));
        self.errors.push((start, error));
    }

    fn missing(&mut self, at: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        if self.whole {
            self.fault(at, message, hint);
        }
    }

    /// Tells that a key is missing, unless it is there with a slip of the pen and that is told already.
    fn missing_key(
        &mut self,
        table: &Table<'_>,
        key: &str,
        at: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        if !table.keys().any(|written| meant(written.get_ref(), &[key]).is_some()) {
            self.missing(at, message, hint);
        }
    }

    fn check_keys(&mut self, table: &Table<'_>, known: &[&str]) {
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

    fn codebook(&mut self, root: &Table<'_>) -> Codebook {
        self.check_keys(root, CODEBOOK_KEYS);
        let (title, title_zh) = self.names(root, "title", 0..0, "a codebook");
        let mut codebook = Codebook {
            id: self.id(root, 0..0, "a codebook").map(|(id, _)| id).unwrap_or_default(),
            title,
            title_zh,
            themes: Vec::new(),
            toml: String::new(),
            sha256: String::new(),
        };
        for (table, at) in self.tables(root, "theme") {
            codebook.themes.push(self.theme(table, at));
        }
        if codebook.themes.is_empty() {
            self.missing(0..0, "the codebook has no theme", "begin one with a line [[theme]]");
        }
        let (mut other, mut themes): (Vec<_>, Vec<_>) =
            codebook.themes.into_iter().partition(|theme| theme.id == OTHER);
        themes.push(other.pop().unwrap_or_else(other_theme));
        codebook.themes = themes;
        codebook
    }

    fn theme(&mut self, table: &Table<'_>, at: Range<usize>) -> Theme {
        self.check_keys(table, THEME_KEYS);
        let id = self.id(table, at.clone(), "a theme");
        let theme_id = id.as_ref().map(|(id, _)| id.clone()).unwrap_or_default();
        if let Some((id, place)) = id {
            let line = self.line_of(place.start);
            if let Some(first) = self.theme_ids.insert(id.clone(), line) {
                self.fault(place, format!("theme `{id}` is there already"), format!("the first is in line {first}"));
            }
        }
        let (name, name_zh) = self.names(table, "name", at.clone(), "a theme");
        let (definition, definition_zh) = match table.contains_key("definition") {
            true => self.names(table, "definition", at.clone(), "a theme"),
            false => Default::default(),
        };
        let mut theme = Theme { id: theme_id, name, name_zh, definition, definition_zh, ..Theme::default() };
        let weight = self.weight(table, USUAL_WEIGHT);
        let cues = self.cue_lists(table, "cues", &theme.id, weight);
        let except = self.cue_lists(table, "except", "", weight);
        if !cues.is_empty() {
            theme.concepts.push(Concept { id: theme.id.clone(), cues, except, joins: false });
        }
        for (concept, place) in self.tables(table, "concept") {
            let concept = self.concept(concept, place, &theme.id);
            theme.concepts.push(concept);
        }
        self.examples(table, &mut theme);
        if theme.concepts.is_empty() && theme.id != OTHER {
            self.missing(
                at,
                format!("theme `{}` has no cues", theme.id),
                "give it cues.en = [\"…\"] or a [[theme.concept]]",
            );
        } else if !theme.concepts.is_empty() && theme.id == OTHER {
            self.fault(
                at,
                "`other` takes no cues",
                "it is what fits no other theme; give the cues a theme of their own",
            );
        }
        theme
    }

    fn concept(&mut self, table: &Table<'_>, at: Range<usize>, theme: &str) -> Concept {
        self.check_keys(table, CONCEPT_KEYS);
        let id = self.id(table, at.clone(), "a concept");
        let concept_id = id.as_ref().map(|(id, _)| id.clone()).unwrap_or_default();
        if let Some((id, place)) = id {
            let line = self.line_of(place.start);
            if let Some(first) = self.concept_ids.insert(id.clone(), line) {
                let hint = format!("the first is in line {first}; a concept belongs to one theme");
                self.fault(place, format!("concept `{id}` is there already"), hint);
            }
        }
        let weight = self.weight(table, USUAL_WEIGHT);
        let mut cues = Vec::new();
        for (key, language) in LANGUAGES {
            if let Some(value) = table.get(*key) {
                self.cues(value, *language, theme, weight, &mut cues);
            }
        }
        if cues.is_empty() {
            self.missing(at, format!("concept `{concept_id}` has no cues"), "give it en = [\"…\"] or zh = [\"…\"]");
        }
        let except = self.cue_lists(table, "except", "", weight);
        Concept { id: concept_id, cues, except, joins: self.yes_or_no(table, "joins") }
    }

    /// Reads `key.en` and `key.zh`, each a list of cues. Cues of no theme are exceptions and may stand anywhere.
    fn cue_lists(&mut self, table: &Table<'_>, key: &str, theme: &str, weight: f32) -> Vec<Cue> {
        let mut cues = Vec::new();
        let Some(lists) = self.table_at(table, key, "lists by language: en = [\"…\"], zh = [\"…\"]") else {
            return cues;
        };
        self.check_keys(lists, LANGUAGE_KEYS);
        for (language_key, language) in LANGUAGES {
            if let Some(value) = lists.get(*language_key) {
                self.cues(value, *language, theme, weight, &mut cues);
            }
        }
        cues
    }

    fn cues(&mut self, list: &Value<'_>, language: Language, theme: &str, weight: f32, cues: &mut Vec<Cue>) {
        let Some(items) = self.array(list, "cues stand in a list: [\"one\", \"another\"]") else { return };
        if items.is_empty() {
            self.missing(list.span(), "the list of cues is empty", "write a cue, or take the line out");
        }
        for item in items {
            let read = match item.get_ref() {
                DeValue::Table(table) => {
                    self.check_keys(table, CUE_KEYS);
                    let own = self.weight(table, weight);
                    self.words(table.get("cue").unwrap_or(item)).map(|words| (words, own))
                }
                _ => self.words(item).map(|words| (words, weight)),
            };
            let Some((words, weight)) = read else { continue };
            self.check_cue(&words, weight, theme, item.span());
            cues.push(Cue { words, language, weight });
        }
    }

    fn check_cue(&mut self, words: &str, weight: f32, theme: &str, at: Range<usize>) {
        let pattern = match cue::pattern(words) {
            Ok(pattern) => pattern,
            Err(fault) => return self.fault(at, format!("cue `{words}`: {}", fault.message), fault.hint),
        };
        if theme.is_empty() {
            return;
        }
        let line = self.line_of(at.start);
        let wordings: Vec<Pattern> = match pattern.parts.as_slice() {
            [part] => part.iter().map(|wording| Pattern { parts: vec![vec![wording.clone()]] }).collect(),
            _ => vec![pattern],
        };
        for wording in wordings {
            let uses = self.patterns.entry(wording).or_default();
            let rival = uses.iter().find(|(other, other_weight, _)| other != theme && *other_weight == weight).cloned();
            uses.push((theme.to_owned(), weight, line));
            if let Some((other, _, first)) = rival {
                let message = format!("cue `{words}` stands in `{other}` with the same weight");
                let hint = format!("see line {first}; give one of them a lower weight, or take it out");
                return self.fault(at, message, hint);
            }
        }
    }

    fn examples(&mut self, table: &Table<'_>, theme: &mut Theme) {
        let Some(examples) = self.table_at(table, "examples", "examples.in.en = [\"…\"]") else { return };
        self.check_keys(examples, &["in", "out"]);
        for (key, kept) in [("in", &mut theme.examples), ("out", &mut theme.counterexamples)] {
            let Some(lists) = self.table_at(examples, key, "lists by language: en = [\"…\"]") else { continue };
            self.check_keys(lists, LANGUAGE_KEYS);
            for (language_key, language) in LANGUAGES {
                let Some(list) = lists.get(*language_key) else { continue };
                let Some(items) = self.array(list, "examples stand in a list: [\"one\", \"another\"]") else {
                    continue;
                };
                let found: Vec<_> = items.iter().filter_map(|item| self.words(item)).collect();
                kept.extend(found.into_iter().map(|words| Example { words, language: *language }));
            }
        }
    }

    fn id(&mut self, table: &Table<'_>, at: Range<usize>, whose: &str) -> Option<(String, Range<usize>)> {
        let Some(value) = table.get("id") else {
            self.missing_key(table, "id", at, format!("{whose} needs an id"), "give it id = \"short-name\"");
            return None;
        };
        let id = self.words(value)?;
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !id.chars().all(fits) {
            let hint = "an id has lower-case letters, digits and `-`; put the words into the name";
            self.fault(value.span(), format!("`{id}` is no id"), hint);
        }
        Some((id, value.span()))
    }

    /// Reads a text that is one string (English) or `en` and `zh`.
    fn names(&mut self, table: &Table<'_>, key: &str, at: Range<usize>, whose: &str) -> (String, String) {
        let Some(value) = table.get(key) else {
            self.missing_key(
                table,
                key,
                at,
                format!("{whose} needs a {key}"),
                format!("give it {key} = \"…\", or {key}.en and {key}.zh"),
            );
            return Default::default();
        };
        let DeValue::Table(names) = value.get_ref() else {
            return (self.words(value).unwrap_or_default(), String::new());
        };
        self.check_keys(names, LANGUAGE_KEYS);
        let mut read = |language: &str| names.get(language).and_then(|value| self.words(value)).unwrap_or_default();
        let (en, zh) = (read("en"), read("zh"));
        if en.is_empty() && !names.contains_key("en") {
            self.missing(value.span(), format!("the {key} is not given in English"), format!("add {key}.en = \"…\""));
        }
        (en, zh)
    }

    /// Reads a string that is not empty.
    fn words(&mut self, value: &Value<'_>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(words) if words.trim().is_empty() => {
                self.missing(value.span(), "this is empty", "write words, or take the line out");
                None
            }
            DeValue::String(words) => Some(words.trim().to_owned()),
            other => {
                let message = format!("words are wanted here, this is {}", kind_of(other));
                self.fault(value.span(), message, "put it in quotes: \"…\"");
                None
            }
        }
    }

    fn weight(&mut self, table: &Table<'_>, usual: f32) -> f32 {
        let Some(value) = table.get("weight") else { return usual };
        let number: Option<f64> = match value.get_ref() {
            DeValue::Integer(number) => number.to_string().parse().ok(),
            DeValue::Float(number) => number.to_string().parse().ok(),
            _ => None,
        };
        match number {
            Some(number) if number > 0.0 && number <= MOST_WEIGHT => number as f32,
            _ => {
                let hint = "1 says little, 2 is usual, 3 is sure; at most 10";
                self.fault(value.span(), "a weight is a number above 0 and up to 10", hint);
                usual
            }
        }
    }

    fn yes_or_no(&mut self, table: &Table<'_>, key: &str) -> bool {
        let Some(value) = table.get(key) else { return false };
        match value.get_ref() {
            DeValue::Boolean(answer) => *answer,
            other => {
                let message = format!("`{key}` is true or false, this is {}", kind_of(other));
                self.fault(value.span(), message, format!("write {key} = true, or take the line out"));
                false
            }
        }
    }

    fn table_at<'t, 'i>(&mut self, table: &'t Table<'i>, key: &str, shape: &str) -> Option<&'t Table<'i>> {
        let value = table.get(key)?;
        match value.get_ref() {
            DeValue::Table(inner) => Some(inner),
            other => {
                let message = format!("`{key}` is {} and should be a table", kind_of(other));
                self.fault(value.span(), message, format!("write {shape}"));
                None
            }
        }
    }

    fn array<'t, 'i>(&mut self, value: &'t Value<'i>, hint: &str) -> Option<&'t DeArray<'i>> {
        match value.get_ref() {
            DeValue::Array(items) => Some(items),
            other => {
                self.fault(value.span(), format!("a list is wanted here, this is {}", kind_of(other)), hint);
                None
            }
        }
    }

    fn tables<'t, 'i>(&mut self, table: &'t Table<'i>, key: &str) -> Vec<(&'t Table<'i>, Range<usize>)> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let hint = format!("begin each with a line of its own in double brackets, ending in {key}]]");
        let Some(items) = self.array(value, &hint) else { return Vec::new() };
        let mut tables = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::Table(inner) => tables.push((inner, item.span())),
                other => self.fault(item.span(), format!("a table is wanted here, this is {}", kind_of(other)), &*hint),
            }
        }
        tables
    }
}

fn other_theme() -> Theme {
    Theme {
        id: OTHER.to_owned(),
        name: "Other".to_owned(),
        name_zh: "其他".to_owned(),
        definition: "What fits no other theme.".to_owned(),
        definition_zh: "不属于其他主题的内容。".to_owned(),
        ..Theme::default()
    }
}

const fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
