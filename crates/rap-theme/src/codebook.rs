//! Codebooks: the themes of a debate, as a TOML file that its user can edit.

/// A set of themes by which statements are sorted.
#[derive(Clone, PartialEq, Debug)]
pub struct Codebook {
    /// Its short name: `ai-law`.
    pub id: String,
    /// Its title in English.
    pub title: String,
    /// The themes in the order of the file; `other` is always the last.
    pub themes: Vec<Theme>,
    /// The SHA-256 of the file, for the manifest: 64 hexadecimal digits.
    pub sha256: String,
}

/// A theme of a codebook.
#[derive(Clone, PartialEq, Debug)]
pub struct Theme {
    /// Its id: `open-source`.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// Its name in Chinese; empty where the codebook gives none.
    pub name_zh: String,
    /// What belongs to it.
    pub definition: String,
}

/// All that is wrong with a codebook file, each with its line.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the codebook has {} errors", errors.len())]
pub struct CodebookErrors {
    /// The 1-based line and what is wrong there.
    pub errors: Vec<(usize, String)>,
}
