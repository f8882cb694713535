//! Faults of a file that a user writes: what is wrong, where, and what to do, shown below the line that holds it.

use std::fmt;
use std::ops::Range;

/// One thing that is wrong with a file that a user wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
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

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, " ({})", self.hint) }
    }
}

/// The most characters of a line that are shown: a terminal's width, and no minified file floods the screen.
const SHOWN: usize = 100;

/// The lines of a text, so that a range of its bytes can be told by line and column.
#[derive(Clone, Debug)]
pub struct FileLines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> FileLines<'a> {
    /// Returns the lines of a text.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// Returns the 1-based line of a byte.
    #[must_use]
    pub fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).max(1)
    }

    /// Returns the fault at a range of bytes.
    #[must_use]
    pub fn fault(&self, at: Range<usize>, message: impl Into<String>, hint: impl Into<String>) -> Fault {
        let line = self.line_of(at.start);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let text = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let chars = |from: usize, to: usize| self.text.get(from..to).map_or(0, |words| words.chars().count());
        let end = at.end.min(start + text.len());
        Fault {
            line,
            column: chars(start, at.start.min(start + text.len())) + 1,
            width: chars(at.start, end).max(1),
            text: text.to_owned(),
            message: message.into(),
            hint: hint.into(),
        }
    }
}

impl Fault {
    /// Returns the fault as a page shows it: what is wrong, the file and line, the line itself with marks, a hint.
    #[must_use]
    pub fn shown(&self, file: &str) -> String {
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
