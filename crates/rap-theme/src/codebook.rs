//! Codebooks: the themes of a debate, as a TOML file that its user can edit.
//!
//! A file enters and a [`Codebook`] or all that is wrong with the file leaves. `docs/codebook.md` is the reference
//! for those who write one. Next stands the [`Tagger`](crate::Tagger).

mod from_toml;

use rap_doc::Language;

pub use crate::fault::{CodebookError, CodebookErrors};

const AI_LAW: &str = include_str!("../../../packs/codebooks/ai-law.toml");

/// The id of the theme of whatever fits no other; every codebook ends with it.
pub(crate) const OTHER: &str = "other";

/// A set of themes by which statements are sorted.
#[derive(Clone, PartialEq, Debug)]
pub struct Codebook {
    /// Its short name: `ai-law`.
    pub id: String,
    /// Its title in English.
    pub title: String,
    /// Its title in Chinese; empty where the codebook gives none.
    pub title_zh: String,
    /// The themes in the order of the file; `other` is always the last.
    pub themes: Vec<Theme>,
    /// The file itself, so that a dossier can keep what it was coded by.
    pub toml: String,
    /// The SHA-256 of the file, for the manifest: 64 hexadecimal digits.
    pub sha256: String,
}

/// A theme of a codebook.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Theme {
    /// Its id: `open-source`.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// Its name in Chinese; empty where the codebook gives none.
    pub name_zh: String,
    /// What belongs to it.
    pub definition: String,
    /// What belongs to it, in Chinese; empty where the codebook gives none.
    pub definition_zh: String,
    /// What it is about, with the words that tell.
    pub concepts: Vec<Concept>,
    /// Sentences that belong to it.
    pub examples: Vec<Example>,
    /// Sentences that seem to and do not.
    pub counterexamples: Vec<Example>,
}

/// One thing that a theme is about, whatever the language.
#[derive(Clone, PartialEq, Debug)]
pub struct Concept {
    /// Its id, unique in the codebook: `training-data-use`.
    pub id: String,
    /// The words that tell of it.
    pub cues: Vec<Cue>,
    /// Phrases in which these words tell of something else.
    pub except: Vec<Cue>,
    /// Whether demands that share it ask for the same: "freer use of training data" is a demand, "data" a topic.
    pub joins: bool,
}

/// A word or phrase that tells of a concept.
#[derive(Clone, PartialEq, Debug)]
pub struct Cue {
    /// The words, as written in the file.
    pub words: String,
    /// The language whose list they stand in.
    pub language: Language,
    /// How much they say: 1 little (they count beside others), 2 the usual, 3 and more for sure.
    pub weight: f32,
}

/// A sentence by which a codebook explains itself, and by which it is tested.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Example {
    /// The sentence.
    pub words: String,
    /// Its language.
    pub language: Language,
}

impl Codebook {
    /// Returns the codebook of AI law: six sections and `other`.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the file is part of the program, and a test reads it")]
    pub fn builtin() -> Self {
        Self::parse(AI_LAW).expect("the built-in codebook is right")
    }

    /// Reads a codebook from the text of its TOML file.
    ///
    /// ```
    /// use rap_theme::Codebook;
    ///
    /// let codebook = Codebook::parse(
    ///     r#"
    ///     id = "parks"
    ///     title = "City parks"
    ///     [[theme]]
    ///     id = "trees"
    ///     name = "Trees"
    ///     definition = "Planting and felling."
    ///     cues.en = ["tree", "(plant|fell) … orchard"]
    ///     "#,
    /// );
    /// assert_eq!(codebook.map(|codebook| codebook.themes.len()), Ok(2), "`other` comes by itself");
    /// ```
    ///
    /// # Errors
    ///
    /// Returns everything that is wrong with the file, in the order of its lines.
    pub fn parse(toml: &str) -> Result<Self, CodebookErrors> {
        from_toml::codebook(toml)
    }

    /// Returns the theme with this id.
    #[must_use]
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == id)
    }
}

#[cfg(test)]
mod tests;
