//! What a document says of itself (`docProps/core.xml`): title, author, date.

use jiff::civil::Date;

use super::xml::{Mark, walk};
use crate::compose::one_line;
use crate::dateline::find_date;

#[derive(Default)]
pub(super) struct Properties {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<Date>,
}

/// Names that programs put where the author should be.
const NO_AUTHORS: [&str; 9] = [
    "admin",
    "administrator",
    "author",
    "microsoft office user",
    "office user",
    "owner",
    "python-docx",
    "unknown",
    "user",
];

/// Reads the core properties. The date is that of the last change: a template's creation says nothing of the paper.
pub(super) fn of(xml: &str) -> Properties {
    let mut properties = Properties::default();
    let (mut open, mut created) = (String::new(), None);
    walk(xml, |mark| match mark {
        Mark::Open(name, _) => name.clone_into(&mut open),
        Mark::Close(_) => open.clear(),
        Mark::Words(words) => {
            let value = one_line(words);
            match open.as_str() {
                "title" if !value.is_empty() && !is_file_name(&value) => properties.title = Some(value),
                "creator" if !value.is_empty() && !NO_AUTHORS.contains(&value.to_lowercase().as_str()) => {
                    properties.author = Some(value);
                }
                "modified" => properties.date = find_date(&value).map(|(date, _)| date),
                "created" => created = find_date(&value).map(|(date, _)| date),
                _ => {}
            }
        }
    });
    properties.date = properties.date.or(created);
    properties
}

/// Tells a title that is the name of a file, as programs leave it there.
fn is_file_name(title: &str) -> bool {
    let lower = title.to_lowercase();
    lower.starts_with("microsoft word - ") || [".doc", ".docx", ".dotx", ".rtf"].iter().any(|end| lower.ends_with(end))
}
