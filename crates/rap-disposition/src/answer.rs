//! The office's answer: a decision and its reason, read from the one cell that most forms have for both.

/// What the office answers to a comment.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answer {
    /// The decision; none where the cell is empty or names none.
    pub decision: Option<Decision>,
    /// The words beside the decision: the reason, or all words of a cell that names no decision.
    pub reason: String,
}

/// The decisions that offices take on a comment.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Decision {
    /// The change is made.
    Accepted,
    /// A part of the change, or the change in other words, is made.
    AcceptedInPart,
    /// The change is not made.
    Rejected,
    /// The comment asks for no change, or is kept for later.
    Noted,
}

/// The words that name a decision at the beginning of a cell, the longer before those they begin with.
const WORDS: [(&str, Decision); 31] = [
    ("accepted in principle", Decision::AcceptedInPart),
    ("agreed in principle", Decision::AcceptedInPart),
    ("accepted in part", Decision::AcceptedInPart),
    ("accepted partially", Decision::AcceptedInPart),
    ("partially accepted", Decision::AcceptedInPart),
    ("accepted partly", Decision::AcceptedInPart),
    ("partly accepted", Decision::AcceptedInPart),
    ("agreed in part", Decision::AcceptedInPart),
    ("partly agreed", Decision::AcceptedInPart),
    ("partial", Decision::AcceptedInPart),
    ("not accepted", Decision::Rejected),
    ("unaccepted", Decision::Rejected),
    ("not agreed", Decision::Rejected),
    ("disagreed", Decision::Rejected),
    ("declined", Decision::Rejected),
    ("rejected", Decision::Rejected),
    ("accepted", Decision::Accepted),
    ("adopted", Decision::Accepted),
    ("agreed", Decision::Accepted),
    ("accept", Decision::Accepted),
    ("reject", Decision::Rejected),
    ("noted", Decision::Noted),
    ("部分采纳", Decision::AcceptedInPart),
    ("部分采納", Decision::AcceptedInPart),
    ("不予采纳", Decision::Rejected),
    ("不采纳", Decision::Rejected),
    ("未采纳", Decision::Rejected),
    ("不採納", Decision::Rejected),
    ("采纳", Decision::Accepted),
    ("採納", Decision::Accepted),
    ("已知悉", Decision::Noted),
];

impl Answer {
    /// Returns the answer that one cell gives: a decision at its beginning, and what follows as the reason.
    ///
    /// ```
    /// use rap_disposition::{Answer, Decision};
    ///
    /// let answer = Answer::of_cell("Not accepted: the term is defined in Article 3.");
    /// assert_eq!(answer.decision, Some(Decision::Rejected));
    /// assert_eq!(answer.reason, "the term is defined in Article 3.");
    /// assert_eq!(Answer::of_cell("Clarification needed.").decision, None);
    /// ```
    #[must_use]
    pub fn of_cell(cell: &str) -> Self {
        let words = cell.trim();
        let found = WORDS.iter().find_map(|(name, decision)| Some((decision, rest_after(words, name)?)));
        match found {
            Some((decision, rest)) => Self { decision: Some(*decision), reason: rest.to_owned() },
            None => Self { decision: None, reason: words.to_owned() },
        }
    }

    /// Returns the answer as one cell, so that [`Answer::of_cell`] gives it back.
    #[must_use]
    pub fn to_cell(&self, chinese: bool) -> String {
        let Some(decision) = self.decision else { return self.reason.clone() };
        let (name, stop, colon) =
            if chinese { (decision.name_zh(), "。", "：") } else { (decision.name(), ".", ": ") };
        if self.reason.is_empty() { format!("{name}{stop}") } else { format!("{name}{colon}{}", self.reason) }
    }

    /// Tells whether nobody has answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.decision.is_none() && self.reason.trim().is_empty()
    }
}

impl Decision {
    /// All of them, in the order in which forms offer them.
    pub const ALL: [Self; 4] = [Self::Accepted, Self::AcceptedInPart, Self::Rejected, Self::Noted];

    /// Returns the words of English forms.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "Accepted",
            Self::AcceptedInPart => "Accepted in part",
            Self::Rejected => "Rejected",
            Self::Noted => "Noted",
        }
    }

    /// Returns the words of Chinese forms.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::Accepted => "采纳",
            Self::AcceptedInPart => "部分采纳",
            Self::Rejected => "不采纳",
            Self::Noted => "已知悉",
        }
    }
}

/// Returns what follows `name` at the beginning of `words`, without the marks between the two; none where `words`
/// begin otherwise, or go on in the middle of a word.
fn rest_after<'w>(words: &'w str, name: &str) -> Option<&'w str> {
    let head = words.get(..name.len())?;
    let rest = words.get(name.len()..)?;
    let whole = !name.is_ascii() || !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    let marks = |c: char| c.is_whitespace() || ".,;:–—-。，；：、".contains(c);
    (head.eq_ignore_ascii_case(name) && whole).then(|| rest.trim_start_matches(marks))
}

#[cfg(test)]
mod tests;
