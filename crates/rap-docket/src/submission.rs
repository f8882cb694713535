//! A submission: what somebody sent to an office, as a row of a table or a file of a folder gives it.

use jiff::civil::Date;

use crate::Submitter;

/// What somebody sent, before anything was made of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Submission {
    /// Its name: the id of its row, else the number of its line or row; each name once in a docket.
    pub id: String,
    /// The line of a delimited file, the row of a sheet, the number of a record; counted from 1.
    pub place: u64,
    /// The words as they stand in the table, with marks of HTML and all.
    pub text: String,
    /// The words of the draft that it is about, where the table gives them.
    pub quote: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Who sent it.
    pub submitter: Submitter,
    /// When it was sent or came in.
    pub date: Option<Date>,
    /// For how many submissions that the office received it stands: 1, or more where the office published one of many.
    pub received: u32,
    /// Whether it was published; withdrawn and rejected ones were received alone.
    pub published: bool,
    /// The names of the files that came with it.
    pub attachments: Vec<String>,
    /// How many files came with it, where the table counts them.
    pub attachment_count: u32,
    /// How many agreed and disagreed, where people could vote.
    pub votes: Option<(u32, u32)>,
}

impl Submission {
    /// Tells whether the words only say that the submission is in a file: "See attached file(s)", 见附件.
    #[must_use]
    pub fn points_to_file(&self) -> bool {
        points_to_file(&self.text)
    }
}

/// Tells words that only say that the submission is elsewhere.
///
/// ```
/// use rap_docket::points_to_file;
///
/// assert!(points_to_file("Please see the attached comment letter."));
/// assert!(points_to_file("详见附件。"));
/// assert!(!points_to_file("The attached tax is too high."));
/// ```
#[must_use]
pub fn points_to_file(text: &str) -> bool {
    /// More words say something of their own.
    const MOST_WORDS: usize = 30;
    /// The longest text of so many words, in bytes.
    const MOST_BYTES: usize = 400;
    const FILES: [&str; 7] = ["attached", "attachment", "attachments", "enclosed", "enclosure", "uploaded", "附件"];
    const POINTERS: [&str; 18] = [
        "see",
        "find",
        "submit",
        "submitted",
        "submits",
        "submitting",
        "letter",
        "comments",
        "response",
        "pdf",
        "refer",
        "review",
        "file",
        "files",
        "document",
        "view",
        "commenting",
        "provided",
    ];
    if text.len() > MOST_BYTES {
        return false;
    }
    let lower = text.to_lowercase();
    let bare: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    // In Chinese: a few characters around the word, 详见附件, 具体意见请见附件.
    if (bare.ends_with("附件") || bare.contains("见附件") || bare.contains("見附件")) && bare.chars().count() <= 16
    {
        return true;
    }
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let one_of = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let alone = words.len() <= 2 && one_of(&FILES);
    alone || words.len() <= MOST_WORDS && one_of(&FILES) && one_of(&POINTERS)
}
