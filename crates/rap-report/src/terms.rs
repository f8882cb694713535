//! Words for people: how reports name kinds of body, acts and counts. One term per thing, the same everywhere.

use rap_statement::{BodyKind, SourceKind};

/// Returns the heading under which those who speak for a kind of body stand.
pub(crate) fn kind_heading(kind: Option<BodyKind>) -> &'static str {
    match kind {
        Some(BodyKind::Legislature) => "Legislature",
        Some(BodyKind::Cabinet) => "Cabinet",
        Some(BodyKind::Ministry) => "Ministries",
        Some(BodyKind::Regulator) => "Regulators",
        Some(BodyKind::Court) => "Courts",
        Some(BodyKind::Party) => "Parties",
        Some(BodyKind::Company) => "Companies",
        Some(BodyKind::IndustryAlliance) => "Industry alliances",
        Some(BodyKind::ResearchInstitute) => "Research institutes",
        Some(BodyKind::University) => "Universities",
        Some(BodyKind::CivilSociety) => "Civil society",
        Some(BodyKind::InternationalOrganisation) => "International organisations",
        Some(BodyKind::Media) => "Media",
        Some(BodyKind::Other) => "Other bodies",
        None => "No body stated",
    }
}

/// Returns what one body of a kind is called.
pub(crate) fn kind_word(kind: Option<BodyKind>) -> &'static str {
    match kind {
        Some(BodyKind::Legislature) => "legislature",
        Some(BodyKind::Cabinet) => "cabinet",
        Some(BodyKind::Ministry) => "ministry",
        Some(BodyKind::Regulator) => "regulator",
        Some(BodyKind::Court) => "court",
        Some(BodyKind::Party) => "party",
        Some(BodyKind::Company) => "company",
        Some(BodyKind::IndustryAlliance) => "industry alliance",
        Some(BodyKind::ResearchInstitute) => "research institute",
        Some(BodyKind::University) => "university",
        Some(BodyKind::CivilSociety) => "civil society",
        Some(BodyKind::InternationalOrganisation) => "international organisation",
        Some(BodyKind::Media) => "media",
        Some(BodyKind::Other) => "other body",
        None => "no body stated",
    }
}

/// Returns how a paper of this kind is called when it speaks for itself.
pub(crate) fn paper_word(kind: Option<SourceKind>) -> &'static str {
    match kind {
        Some(SourceKind::Record) => "the record",
        Some(SourceKind::Article) => "the author of the article",
        Some(SourceKind::Submission) => "the submission",
        Some(SourceKind::Law) => "the text of the law",
        Some(SourceKind::Plan) => "the plan",
        None => "the paper",
    }
}

/// Returns a word of the rows as people read it: `seeks relief` for `seeks-relief`.
pub(crate) fn plain(word: &str) -> String {
    word.replace('-', " ")
}

/// Returns words with a capital at the beginning.
pub(crate) fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Returns a number with its noun: `1 paper`, `1,204 papers`.
pub(crate) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// Returns a number with a comma between thousands.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Returns a share in whole percent, never rounded up to all or down to none.
pub(crate) fn percent(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let rounded = (part * 200 + whole) / (whole * 2);
    match rounded {
        0 if part > 0 => "<1%".to_owned(),
        100 if part < whole => ">99%".to_owned(),
        rounded => format!("{rounded}%"),
    }
}
