//! Which column holds what: guessed by names first and by contents second, shown to the user, and open to choice.

use std::fmt;

/// What a column of a docket can hold.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Field {
    /// The words of the submission; more than one column may hold them.
    Text,
    /// Its name in the table.
    Id,
    /// The first name of the submitter.
    FirstName,
    /// The last name.
    LastName,
    /// The whole name.
    Name,
    /// The body for which the submitter writes.
    Organisation,
    /// Who writes for the submitter.
    Representative,
    /// The public body that the submitter is.
    Agency,
    /// What sort of submitter it is, in the words of the table.
    Sort,
    /// Its title.
    Title,
    /// When it was sent or came in.
    Date,
    /// For how many submissions the row stands, or how many there are beside it.
    Received,
    /// What the row is: a submission, a notice, a rule.
    Kind,
    /// Whether it was withdrawn.
    Withdrawn,
    /// Whether it was let through, as pol.is says it.
    Moderated,
    /// The files that came with it.
    Attachments,
    /// How many files came with it.
    AttachmentCount,
    /// The words of the draft that it is about.
    Quote,
    /// The language that the table states.
    Language,
    /// How many agreed with it.
    Agrees,
    /// How many disagreed.
    Disagrees,
    /// What the whole docket is called: words that many quote and nobody took from another.
    DocketTitle,
    /// Who voted: a table of votes and not of submissions.
    Voter,
}

const FIELDS: [(Field, &str); 23] = [
    (Field::Text, "text"),
    (Field::Id, "id"),
    (Field::FirstName, "first name"),
    (Field::LastName, "last name"),
    (Field::Name, "name"),
    (Field::Organisation, "organisation"),
    (Field::Representative, "representative"),
    (Field::Agency, "agency"),
    (Field::Sort, "sort"),
    (Field::Title, "title"),
    (Field::Date, "date"),
    (Field::Received, "received"),
    (Field::Kind, "kind"),
    (Field::Withdrawn, "withdrawn"),
    (Field::Moderated, "moderated"),
    (Field::Attachments, "attachments"),
    (Field::AttachmentCount, "attachment count"),
    (Field::Quote, "quote"),
    (Field::Language, "language"),
    (Field::Agrees, "agrees"),
    (Field::Disagrees, "disagrees"),
    (Field::DocketTitle, "docket title"),
    (Field::Voter, "voter"),
];

impl Field {
    /// Returns the word by which users name this field.
    #[must_use]
    pub fn name(self) -> &'static str {
        FIELDS.iter().find(|(field, _)| *field == self).map_or("", |(_, name)| name)
    }

    /// Returns the field that users call so.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let same = |known: &str| key(known) == key(name);
        FIELDS.iter().find(|(_, known)| same(known)).map(|(field, _)| *field)
    }
}

/// A column that the user chose for a field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// The field.
    pub field: Field,
    /// The name of the column, or its number from 1.
    pub column: String,
}

/// Which columns hold which fields.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mapping {
    /// Field, number of the column from 0, and its name, in the order of the fields.
    pub columns: Vec<(Field, usize, String)>,
}

impl Mapping {
    /// Returns the numbers of the columns that hold a field.
    pub fn of(&self, field: Field) -> impl Iterator<Item = usize> + '_ {
        self.columns.iter().filter(move |(known, ..)| *known == field).map(|(_, column, _)| *column)
    }

    /// Tells whether any column holds words.
    #[must_use]
    pub fn has_text(&self) -> bool {
        self.of(Field::Text).next().is_some()
    }

    /// Returns the field that a column holds.
    #[must_use]
    pub fn field(&self, column: usize) -> Option<Field> {
        self.columns.iter().find(|(_, known, _)| *known == column).map(|(field, ..)| *field)
    }

    /// Returns the name of the column that holds a field.
    #[must_use]
    pub fn column_name(&self, field: Field) -> &str {
        self.columns.iter().find(|(known, ..)| *known == field).map_or("", |(.., name)| name)
    }

    /// Returns the mapping of columns with these names: what the user chose, then what the names say, then, where no
    /// name says what the words are, the column whose cells are longest.
    ///
    /// `lengths` holds the mean number of characters of each column in the first rows.
    ///
    /// # Errors
    ///
    /// Returns the choices for which there is no column.
    pub fn guess(names: &[String], lengths: &[f64], choices: &[Choice]) -> Result<Self, Vec<Choice>> {
        let mut mapping = Self::default();
        let mut missing = Vec::new();
        for choice in choices {
            match position(names, &choice.column) {
                Some(column) => mapping.push(choice.field, column, names),
                None => missing.push(choice.clone()),
            }
        }
        if !missing.is_empty() {
            return Err(missing);
        }
        for (field, _) in FIELDS {
            if mapping.of(field).next().is_none()
                && let Some(column) = known(field, names, lengths).filter(|column| mapping.field(*column).is_none())
            {
                mapping.push(field, column, names);
            }
        }
        if !mapping.has_text()
            && mapping.of(Field::Voter).next().is_none()
            && let Some(column) = longest(lengths, &mapping)
        {
            mapping.push(Field::Text, column, names);
        }
        mapping.columns.sort();
        Ok(mapping)
    }

    fn push(&mut self, field: Field, column: usize, names: &[String]) {
        self.columns.push((field, column, names.get(column).cloned().unwrap_or_default()));
    }
}

impl fmt::Display for Mapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (field, _, name)) in self.columns.iter().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            write!(f, "{comma}{}=`{}`", field.name(), name.trim())?;
        }
        Ok(())
    }
}

/// Tells whether any of these names is known for any field: then they are names and not the first row of data.
pub(crate) fn is_header(names: &[String]) -> bool {
    FIELDS.iter().any(|(field, _)| by_name(*field, names).next().is_some())
}

/// Tells whether the name of a column says that it holds the words of submissions.
pub(crate) fn names_text(names: &[String]) -> bool {
    by_name(Field::Text, names).next().is_some()
}

/// Returns the column whose name is known for a field. Of several that may hold the words, an empty one is passed.
fn known(field: Field, names: &[String], lengths: &[f64]) -> Option<usize> {
    let filled = |column: &usize| field != Field::Text || lengths.get(*column).is_none_or(|length| *length > 0.0);
    let mut all: Vec<usize> = by_name(field, names).collect();
    if !all.iter().any(filled) {
        return all.first().copied();
    }
    all.retain(filled);
    all.first().copied()
}

fn by_name(field: Field, names: &[String]) -> impl Iterator<Item = usize> + '_ {
    /// Field, tab, name; the likelier first.
    const NAMES: &str = include_str!("../../../packs/docket/columns.tsv");
    let known = NAMES.lines().filter_map(|line| line.split_once('\t'));
    let known = known.filter(move |(known, _)| *known == field.name()).map(|(_, name)| key(name));
    known.flat_map(move |known| {
        let whole = names.iter().position(|name| key(name) == known);
        let last = names.iter().position(|name| last_part(name) == known);
        whole.or(last)
    })
}

/// Returns the column that a user calls so: by its name, else the last part of its path, else its number from 1.
fn position(names: &[String], wanted: &str) -> Option<usize> {
    let exact = names.iter().position(|name| name.trim() == wanted.trim());
    let like = || names.iter().position(|name| key(name) == key(wanted) || last_part(name) == key(wanted));
    let number = || wanted.trim().parse::<usize>().ok()?.checked_sub(1).filter(|column| *column < names.len());
    exact.or_else(like).or_else(number)
}

/// Returns the column with the longest cells, where they are long enough to be words of people.
fn longest(lengths: &[f64], mapping: &Mapping) -> Option<usize> {
    /// The mean of characters of a column of comments, even of short ones; names and dates are shorter.
    const LEAST: f64 = 20.0;
    let free = lengths.iter().enumerate().filter(|(column, _)| mapping.field(*column).is_none());
    let best = free.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.filter(|(_, length)| **length >= LEAST).map(|(column, _)| column)
}

/// Returns the letters and digits of a name in lower case.
fn key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Returns the key of the last part of a path, `data/attributes/comment`; nothing for a name that is no path, and for
/// parts that say nothing without what stands before them.
fn last_part(name: &str) -> String {
    let part = name.rsplit_once('/').map_or("", |(before, last)| {
        let of_record =
            before.split('/').all(|part| matches!(part, "data" | "attributes" | "node" | "properties" | "fields"));
        let translated = last.len() <= 5 && !before.contains('/');
        if of_record {
            last
        } else if translated && is_language(last) {
            before
        } else {
            ""
        }
    });
    if part.is_empty() { "\u{0}".to_owned() } else { key(part) }
}

/// Tells a tag of a language, as exports in several languages add it to the name of a column: `body/en`, `body/zh-CN`.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    parts.next().is_some_and(|code| (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests;
