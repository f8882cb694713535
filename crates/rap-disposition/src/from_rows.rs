//! Rows of cells to a disposition: which column is which, and what a row says.

use rap_doc::{Finding, Place, Severity};

use crate::answer::Answer;
use crate::disposition::{CommentRow, CommentType, Disposition};
use crate::form::{Field, Form};

/// Returns the table that these rows hold, their number in the file beside them; none where no row names columns and
/// they have not the eight columns of the ISO template, which names them on the head of the page.
pub(crate) fn from_rows(rows: &[Vec<String>], origin: &str) -> Option<(Disposition, Vec<Finding>)> {
    let named = rows.iter().enumerate().find_map(|(index, row)| Some((index + 1, columns(row)?)));
    let iso = || rows.first().is_some_and(|row| row.len() == Form::Iso.columns().len());
    let (first, fields) = match named {
        Some(found) => found,
        None if iso() => (0, Form::Iso.columns().iter().map(|column| Some(column.field)).collect()),
        None => return None,
    };
    let mut table = Disposition::default();
    let mut findings = Vec::new();
    for (line, cells) in rows.iter().enumerate().skip(first) {
        // Empty rows wait to be filled; the older template numbers its columns in a row of their own.
        let number = |cell: &str| cell.trim().parse::<usize>().ok();
        if cells.iter().all(|cell| cell.trim().is_empty())
            || (1..).zip(cells).all(|(column, cell)| number(cell) == Some(column))
        {
            continue;
        }
        let row = comment(cells, &fields);
        if row.comment.is_empty() && row.proposed_change.is_empty() {
            let message = format!("row {} has neither a comment nor a proposed change", line + 1);
            findings.push(Finding {
                severity: Severity::Warning,
                code: "disposition-empty-row",
                origin: origin.to_owned(),
                place: Place::Line(line + 1),
                message,
                hint: "fill the comment or delete the row".to_owned(),
            });
            continue;
        }
        table.rows.push(row);
    }
    Some((table, findings))
}

/// Returns the fields of a row that names at least a column of comments and one more.
fn columns(row: &[String]) -> Option<Vec<Option<Field>>> {
    let fields: Vec<Option<Field>> = row.iter().map(|cell| Field::of_name(cell)).collect();
    let known = fields.iter().flatten().count();
    (known >= 2 && fields.contains(&Some(Field::Comment))).then_some(fields)
}

fn comment(cells: &[String], fields: &[Option<Field>]) -> CommentRow {
    let mut row = CommentRow::default();
    let mut decision = None;
    for (cell, field) in cells.iter().zip(fields) {
        let cell = cell.trim_matches(|c: char| c == '\n' || c == ' ').to_owned();
        match field {
            Some(Field::Id) => row.id = cell,
            Some(Field::Body) => row.body = cell,
            Some(Field::IdAndBody) => (row.id, row.body) = id_and_body(&cell),
            Some(Field::Line) => row.line = cell,
            Some(Field::Clause) if ["whole draft", "全文"].contains(&cell.as_str()) => {}
            Some(Field::Clause) => row.clause = cell,
            Some(Field::Element) => row.element = cell,
            Some(Field::Heading) => row.heading = cell,
            Some(Field::Type) => row.kind = CommentType::of_words(&cell),
            Some(Field::Comment) => row.comment = cell,
            Some(Field::ProposedChange) => row.proposed_change = cell,
            Some(Field::Link) => row.link = cell,
            Some(Field::Theme) => row.theme = cell,
            Some(Field::Source) => row.source = cell,
            Some(Field::Answer) => row.answer = Answer::of_cell(&cell),
            Some(Field::Decision) => decision = Some(cell),
            Some(Field::Reason) => row.answer.reason = cell,
            None => {}
        }
    }
    if let Some(cell) = decision {
        let decided = Answer::of_cell(&cell);
        row.answer.decision = decided.decision;
        // Words that were written where the decision belongs are not lost.
        let parts = [decided.reason, std::mem::take(&mut row.answer.reason)];
        row.answer.reason = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    }
    row
}

/// Parts the first column of the ISO template: `DE`, `DE-002`, or a reference with the names below it.
fn id_and_body(cell: &str) -> (String, String) {
    match cell.split_once('\n') {
        Some((id, body)) => (id.trim().to_owned(), body.trim().to_owned()),
        None => match cell.split_once('-') {
            Some((body, _)) => (cell.to_owned(), body.to_owned()),
            None => (String::new(), cell.to_owned()),
        },
    }
}

#[cfg(test)]
mod tests;
