//! The names of acts, in the languages in which papers name them, and their official identifiers.
//!
//! Names come from a pack, `packs/instruments/*.toml`; a user may add tables of their own.

use rustc_hash::FxHashMap;
use serde::Deserialize;

/// The acts that the built-in pack knows.
const BUILT_IN: [(&str, &str); 4] = [
    ("eu.toml", include_str!("../../../packs/instruments/eu.toml")),
    ("cn.toml", include_str!("../../../packs/instruments/cn.toml")),
    ("us.toml", include_str!("../../../packs/instruments/us.toml")),
    ("uk.toml", include_str!("../../../packs/instruments/uk.toml")),
];

/// Acts by name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Instruments {
    /// Each name with the index of its identifier, in the order of the packs.
    names: Vec<(String, usize)>,
    ids: Vec<String>,
    by_name: FxHashMap<String, usize>,
    /// The names by their first two characters, longest first, so that the start of a text is looked up at once.
    by_start: FxHashMap<String, Vec<usize>>,
}

/// Says why a table of acts cannot be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{file}` is no table of acts: {cause}")]
pub struct InstrumentsError {
    /// The file that was read.
    pub file: String,
    /// What is wrong with it.
    pub cause: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    instrument: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    names: Vec<String>,
    #[serde(rename = "source")]
    _source: Option<String>,
}

impl Instruments {
    /// Returns the acts of the built-in pack.
    #[must_use]
    pub fn built_in() -> Self {
        let mut all = Self::default();
        for (file, toml) in BUILT_IN {
            // INVARIANT: a test reads every file of the pack; a file that does not parse adds no names.
            let _ = all.add(file, toml);
        }
        all
    }

    /// Adds the acts of a table.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with the table; nothing of it is added then.
    pub fn add(&mut self, file: &str, toml: &str) -> Result<(), InstrumentsError> {
        let table: Table = toml::from_str(toml)
            .map_err(|error| InstrumentsError { file: file.to_owned(), cause: error.message().to_owned() })?;
        for entry in table.instrument {
            let id = self.ids.len();
            self.ids.push(entry.id);
            for name in entry.names {
                if !self.by_name.contains_key(&name) && !name.is_empty() {
                    self.by_name.insert(name.clone(), id);
                    let names = self.by_start.entry(start(&name)).or_default();
                    names.push(self.names.len());
                    self.names.push((name, id));
                }
            }
        }
        let names = &self.names;
        #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
        for list in self.by_start.values_mut() {
            list.sort_by_key(|index| std::cmp::Reverse(names.get(*index).map_or(0, |(name, _)| name.len())));
        }
        Ok(())
    }

    /// Returns the names in the order of the packs.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(name, _)| name.as_str())
    }

    /// Returns the identifier of the act with the name at this place in [`Self::names`].
    pub(crate) fn id(&self, index: usize) -> Option<&str> {
        self.names.get(index).and_then(|(_, id)| self.ids.get(*id)).map(String::as_str)
    }

    /// Returns the official identifier of the act with this name.
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<&str> {
        self.by_name.get(name).and_then(|id| self.ids.get(*id)).map(String::as_str)
    }

    /// Returns the length of the longest name that `text` begins with, and the identifier of the act.
    pub(crate) fn at_start(&self, text: &str) -> Option<(usize, &str)> {
        let found = self.by_start.get(&start(text))?;
        found.iter().find_map(|index| {
            let (name, id) = self.names.get(*index)?;
            text.starts_with(name.as_str()).then_some((name.len(), self.ids.get(*id)?.as_str()))
        })
    }
}

fn start(text: &str) -> String {
    text.chars().take(2).collect()
}

#[cfg(test)]
mod tests;
