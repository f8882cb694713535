//! What is wrong with a codebook file: each fault with its place, all of them together.

use std::fmt;

/// All that is wrong with a codebook file, in the order of its lines.
///
/// `Display` gives one line for each fault; [`CodebookErrors::page`] shows each below the line that holds it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub struct CodebookErrors {
    /// What is wrong; never empty.
    pub errors: Vec<CodebookError>,
}

/// One thing that is wrong with a codebook file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CodebookError {
    /// The 1-based line.
    pub line: usize,
    /// The 1-based column, in characters.
    pub column: usize,
    /// How many characters of the line it is about; at least one.
    pub width: usize,
    /// The line as it stands in the file.
    pub text: String,
    /// What is wrong: lower case, no final period.
    pub message: String,
    /// The next action, or empty where the message says it.
    pub hint: String,
}

impl fmt::Display for CodebookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, " ({})", self.hint) }
    }
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

/// The most characters of a line that are shown: a terminal's width, and no minified file floods the screen.
const SHOWN: usize = 100;

impl CodebookError {
    fn shown(&self, file: &str) -> String {
        let number = self.line.to_string();
        let margin = " ".repeat(number.len());
        let (line, offset) = self.window();
        let before: String = line.chars().take(self.column - 1 - offset).map(blank_of).collect();
        let marked: String = line.chars().skip(self.column - 1 - offset).take(self.width).map(mark_of).collect();
        let marks = if marked.is_empty() { "^".to_owned() } else { marked };
        let mut shown = format!(
            "error: {}\n{margin} ┌ {file}:{}:{}\n{number} │ {line}\n{margin} │ {before}{marks}\n",
            self.message, self.line, self.column
        );
        if !self.hint.is_empty() {
            shown.push_str(&format!("{margin} └ {}\n", self.hint));
        }
        shown
    }

    /// Returns the part of the line that is shown, and how many characters were left out before it.
    fn window(&self) -> (String, usize) {
        let offset = if self.column > SHOWN * 3 / 4 { self.column - SHOWN / 4 } else { 0 };
        (self.text.chars().skip(offset).take(SHOWN).collect(), offset)
    }
}

/// Returns white space as wide as the character on a terminal, where Chinese characters take two cells.
fn blank_of(c: char) -> &'static str {
    if c == '\t' {
        "\t"
    } else if is_wide(c) {
        "  "
    } else {
        " "
    }
}

fn mark_of(c: char) -> &'static str {
    if is_wide(c) { "^^" } else { "^" }
}

const fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}')
}
