//! One row to one submission: each field from its cell, and a finding for each cell that cannot be taken as it is.

use rap_doc::Severity;

use super::{Cells, Intake};
use crate::date::{Dated, date_of_cell};
use crate::mapping::Field;
use crate::submitter::Stated;
use crate::{Submission, Submitter};

impl<E, F: FnMut(Submission) -> Result<(), E>> Intake<'_, E, F> {
    pub(super) fn submission(&mut self, place: u64, cells: &impl Cells) -> Option<Submission> {
        let text = self.joined_text(place, cells);
        let attachments = files(&self.first(Field::Attachments, place, cells));
        let attachment_count = self.first(Field::AttachmentCount, place, cells).trim().parse().unwrap_or(0);
        let id = self.id(place, &text, cells)?;
        let withdrawn = is_true(&self.first(Field::Withdrawn, place, cells));
        let rejected = self.first(Field::Moderated, place, cells).trim() == "-1";
        let empty = text.trim().is_empty() && attachments.is_empty() && attachment_count == 0;
        if empty {
            let column = self.imported.mapping.column_name(Field::Text).to_owned();
            let place = self.place(place, &column);
            self.find(Severity::Warning, "no-words", place, format!("submission `{id}` has no words and no file"), "");
        }
        let title = self.first(Field::Title, place, cells);
        let votes = self.votes(place, cells);
        Some(Submission {
            id,
            place,
            submitter: self.submitter(place, cells, &title),
            date: self.date(place, cells),
            received: self.received(place, cells),
            published: !withdrawn && !rejected && !empty,
            quote: Some(self.first(Field::Quote, place, cells)).filter(|quote| !quote.trim().is_empty()),
            title: Some(title).filter(|title| !title.trim().is_empty()),
            text,
            attachments,
            attachment_count,
            votes,
        })
    }

    /// Returns the words; those of several columns one after the other.
    fn joined_text(&mut self, place: u64, cells: &impl Cells) -> String {
        let columns: Vec<usize> = self.imported.mapping.of(Field::Text).collect();
        let mut text = String::new();
        for column in columns {
            let words = self.read(column, place, cells);
            if !text.is_empty() && !words.trim().is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(&words);
        }
        text
    }

    /// Returns the id of a row; nothing where the same row was there before.
    fn id(&mut self, place: u64, text: &str, cells: &impl Cells) -> Option<String> {
        let stated = self.first(Field::Id, place, cells).trim().to_owned();
        let id = if stated.is_empty() { place.to_string() } else { stated };
        if self.ids.take(&id) {
            // The row with all of its words, to tell a row that is there twice from two rows with one id.
            self.ids.take(&format!("{id}\u{0}{text}"));
            return Some(id);
        }
        let column = self.imported.mapping.column_name(Field::Id).to_owned();
        let at = self.place(place, &column);
        if self.ids.take(&format!("{id}\u{0}{text}")) {
            let renamed = format!("{id} ({} {place})", self.unit);
            let message = format!("the id `{id}` is taken; this submission is called `{renamed}`");
            self.find(Severity::Warning, "id-twice", at, message, "give each submission an id of its own");
            self.ids.take(&renamed);
            return Some(renamed);
        }
        let message = format!("submission `{id}` is there twice with the same words; it is counted once");
        self.find(Severity::Warning, "row-twice", at, message, "");
        None
    }

    fn submitter(&mut self, place: u64, cells: &impl Cells, title: &str) -> Submitter {
        let fields =
            [Field::FirstName, Field::LastName, Field::Name, Field::Organisation, Field::Agency, Field::Representative];
        let [first_name, last_name, name, organisation, agency, representative] =
            fields.map(|field| self.first(field, place, cells));
        Submitter::of(&Stated {
            first_name: &first_name,
            last_name: &last_name,
            name: &name,
            organisation: &organisation,
            agency: &agency,
            representative: &representative,
            title,
        })
    }

    fn date(&mut self, place: u64, cells: &impl Cells) -> Option<jiff::civil::Date> {
        let cell = self.first(Field::Date, place, cells);
        if cell.trim().is_empty() {
            return None;
        }
        let what = match date_of_cell(&cell) {
            Dated::On(date) => return Some(date),
            Dated::Ambiguous => "could be one of two days",
            Dated::Unknown => "is no date that is known",
        };
        let column = self.imported.mapping.column_name(Field::Date).to_owned();
        let place = self.place(place, &column);
        let short: String = cell.trim().chars().take(40).collect();
        self.find(
            Severity::Warning,
            "date-unread",
            place,
            format!("`{short}` {what}; the submission has no date"),
            "write dates as 2025-03-31",
        );
        None
    }

    /// Returns for how many received submissions a row stands: a count of all, or of those beside it.
    fn received(&mut self, place: u64, cells: &impl Cells) -> u32 {
        let cell = self.first(Field::Received, place, cells);
        let number: u32 = cell.trim().parse().unwrap_or(0);
        let counts_itself = self.imported.mapping.column_name(Field::Received).to_lowercase().contains("received");
        if counts_itself { number.max(1) } else { number.saturating_add(1) }
    }

    fn votes(&mut self, place: u64, cells: &impl Cells) -> Option<(u32, u32)> {
        let [agrees, disagrees] = [Field::Agrees, Field::Disagrees].map(|field| self.first(field, place, cells));
        Some((agrees.trim().parse().ok()?, disagrees.trim().parse().ok()?))
    }

    pub(super) fn first(&mut self, field: Field, place: u64, cells: &impl Cells) -> String {
        let column = self.imported.mapping.of(field).next();
        column.map_or_else(String::new, |column| self.read(column, place, cells))
    }

    /// Returns the words of a cell; damage costs the damaged bytes and is a finding.
    fn read(&mut self, column: usize, row: u64, cells: &impl Cells) -> String {
        let Some(bytes) = cells.cell(column) else { return String::new() };
        let mut text = match String::from_utf8(bytes.into_owned()) {
            Ok(text) => text,
            Err(error) => {
                let place = self.place(row, &self.columns.get(column).cloned().unwrap_or_default());
                self.find(Severity::Warning, "cell-damaged", place, "bytes that are no text were passed over", "");
                String::from_utf8_lossy(error.as_bytes()).into_owned()
            }
        };
        if text.contains('\0') {
            let place = self.place(row, &self.columns.get(column).cloned().unwrap_or_default());
            self.find(Severity::Warning, "cell-nul", place, "NUL bytes were left out", "");
            text.retain(|c| c != '\0');
        }
        text
    }
}

fn is_true(cell: &str) -> bool {
    matches!(cell.trim().to_ascii_lowercase().as_str(), "true" | "yes" | "1" | "是")
}

/// Returns the names of the files that a cell lists, as paths or addresses.
fn files(cell: &str) -> Vec<String> {
    let parts = cell.split([',', ';', '\n', '|']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}
