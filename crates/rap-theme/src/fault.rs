//! What is wrong with a codebook file: each fault with its place, all of them together.

use std::fmt;

/// One thing that is wrong with a codebook file.
pub use rap_doc::Fault as CodebookError;

/// All that is wrong with a codebook file, in the order of its lines.
///
/// `Display` gives one line for each fault; [`CodebookErrors::page`] shows each below the line that holds it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub struct CodebookErrors {
    /// What is wrong; never empty.
    pub errors: Vec<CodebookError>,
}

impl fmt::Display for CodebookErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.count())?;
        self.errors.iter().try_for_each(|error| write!(f, "\n{error}"))
    }
}

impl CodebookErrors {
    fn count(&self) -> String {
        match self.errors.len() {
            1 => "the codebook has 1 error".to_owned(),
            many => format!("the codebook has {many} errors"),
        }
    }

    /// Returns the faults as a page for the terminal: each with its place in the file, its line and a hint.
    ///
    /// ```
    /// use rap_theme::Codebook;
    ///
    /// let errors = Codebook::parse("id = \"parks\"\ntitel = \"City parks\"\n[[theme]]").unwrap_err();
    /// assert!(errors.page("parks.toml").starts_with(
    /// "error: unknown key `titel`
    ///   ┌ parks.toml:2:1
    /// 2 │ titel = \"City parks\"
    ///   │ ^^^^^
    ///   └ did you mean `title`?
    /// "));
    /// ```
    #[must_use]
    pub fn page(&self, file: &str) -> String {
        let mut page = String::new();
        for error in &self.errors {
            page.push_str(&error.shown(file));
            page.push('\n');
        }
        page.push_str(&self.count());
        page.push('\n');
        page
    }
}
