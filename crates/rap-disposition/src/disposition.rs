//! The table itself: its head, its rows, and the counts that are printed beside it.

use crate::answer::{Answer, Decision};

/// A table of comments with the office's answers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Disposition {
    /// The document that is commented on, as the head of the form names it.
    pub document: String,
    /// The project or file number, where there is one.
    pub project: String,
    /// The date of the table, `YYYY-MM-DD`; empty where none was given. It is never today's by itself.
    pub date: String,
    /// The rows in the order of the provisions.
    pub rows: Vec<CommentRow>,
}

/// One comment: what somebody asks of one provision, and what the office answers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CommentRow {
    /// The reference of the row: `DE-002`, `RAP-014`.
    pub id: String,
    /// Who comments: a member body, or the names of all who ask, separated by `; `.
    pub body: String,
    /// The line of the draft, where the form has lines.
    pub line: String,
    /// The clause or article, as printed; empty for the whole document.
    pub clause: String,
    /// The paragraph, figure or table inside of it.
    pub element: String,
    /// The heading of the provision.
    pub heading: String,
    /// General, technical or editorial; none where nobody has said so.
    pub kind: Option<CommentType>,
    /// The words of the comment, verbatim.
    pub comment: String,
    /// What is to be changed, verbatim; empty where the comment does not say.
    pub proposed_change: String,
    /// How the row is tied to the provision: `cited`, `quoted`, `meant`, `whole-draft`, `none`; empty where the file
    /// does not say.
    pub link: String,
    /// The theme of the codebook; empty where the file does not say.
    pub theme: String,
    /// Where the words stand: paper and paragraph.
    pub source: String,
    /// What the office answers.
    pub answer: Answer,
}

/// The type of a comment in the commenting template: ISO/IEC Directives, Part 1, Consolidated ISO Supplement.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum CommentType {
    /// `ge`: on the document as a whole.
    General,
    /// `te`: on the substance of a provision.
    Technical,
    /// `ed`: on its wording alone.
    Editorial,
}

impl CommentType {
    /// Returns the short form of the template.
    #[must_use]
    pub const fn short(self) -> &'static str {
        match self {
            Self::General => "ge",
            Self::Technical => "te",
            Self::Editorial => "ed",
        }
    }

    /// Returns the type that a cell names; forms in use write it in any case, whole or short, in two languages.
    #[must_use]
    pub fn of_words(words: &str) -> Option<Self> {
        match words.trim().to_lowercase().as_str() {
            "ge" | "gen" | "general" | "一般" | "一般性" => Some(Self::General),
            "te" | "tech" | "technical" | "substantive" | "技术" | "技术性" => Some(Self::Technical),
            "ed" | "edit" | "editorial" | "编辑" | "编辑性" => Some(Self::Editorial),
            _ => None,
        }
    }
}

/// How far the office has come, in rows.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Rows of the table.
    pub rows: usize,
    /// Accepted.
    pub accepted: usize,
    /// Accepted in part.
    pub in_part: usize,
    /// Rejected.
    pub rejected: usize,
    /// Noted.
    pub noted: usize,
    /// Answered in words that name none of the decisions.
    pub otherwise: usize,
    /// Not answered.
    pub unanswered: usize,
    /// Rejected without a reason: of the rejected.
    pub without_reason: usize,
}

impl Disposition {
    /// Returns how many rows have which answer.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { rows: self.rows.len(), ..Counts::default() };
        for answer in self.rows.iter().map(|row| &row.answer) {
            match answer.decision {
                Some(Decision::Accepted) => counts.accepted += 1,
                Some(Decision::AcceptedInPart) => counts.in_part += 1,
                Some(Decision::Rejected) => counts.rejected += 1,
                Some(Decision::Noted) => counts.noted += 1,
                None if answer.reason.trim().is_empty() => counts.unanswered += 1,
                None => counts.otherwise += 1,
            }
            if answer.decision == Some(Decision::Rejected) && answer.reason.trim().is_empty() {
                counts.without_reason += 1;
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests;
