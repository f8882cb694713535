//! What is odd about the numbers of articles.

use rap_doc::{Severity, Span};

use super::{Grower, leading, shortened};
use crate::number;

impl Grower<'_> {
    /// Notes what is odd about the number of an article.
    pub(super) fn note_number(&mut self, value: &str, printed: Span) {
        if self.in_annex() {
            return;
        }
        let words = shortened(printed.of(self.text()));
        let Some(number) = leading(value).filter(|number| *number <= number::LARGEST_USUAL) else {
            let message = format!("the number of `{words}` is larger than that of any act");
            return self.find(Severity::Warning, "wild-number", printed, message);
        };
        let inserted = !value.bytes().all(|b| b.is_ascii_digit());
        let last = self.last_article.unwrap_or(number.saturating_sub(1));
        if number == last && !inserted {
            self.find(
                Severity::Warning,
                "duplicate-number",
                printed,
                format!("`{words}` has the number of the one before it"),
            );
        } else if number < last {
            self.find(Severity::Note, "number-out-of-order", printed, format!("`{words}` comes after {last}"));
        } else if number > last + 1 {
            let message = format!("`{words}` comes after {last}: numbers between them are missing");
            self.find(Severity::Note, "number-gap", printed, message);
        }
        self.last_article = Some(number);
    }
}
