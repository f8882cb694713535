//! Places as they stand in a column: `[[0,17],[20,31]]`, JSON that SQLite itself can take apart.
//!
//! A statement has half a dozen lists of places, most of them of one. As rows of their own they would make a dossier
//! three times slower to write and to read; the views of the file show them as rows to whoever wants those.

use rap_doc::Span;
use rusqlite::Row;

use crate::words::odd;

/// Returns lists of numbers as JSON, and nothing for none.
pub(crate) fn numbers<const N: usize>(lists: impl IntoIterator<Item = [usize; N]>) -> Option<String> {
    let mut json = String::new();
    for list in lists {
        json.push(if json.is_empty() { '[' } else { ',' });
        for (index, number) in list.into_iter().enumerate() {
            json.push(if index == 0 { '[' } else { ',' });
            json.push_str(&number.to_string());
        }
        json.push(']');
    }
    close(json)
}

/// Returns places as JSON, and nothing for none.
pub(crate) fn places(spans: &[Span]) -> Option<String> {
    numbers(spans.iter().map(|span| [span.start(), span.end()]))
}

/// Returns numbers as JSON, and nothing for none.
pub(crate) fn flat(list: impl IntoIterator<Item = u32>) -> Option<String> {
    let mut json = String::new();
    for number in list {
        json.push(if json.is_empty() { '[' } else { ',' });
        json.push_str(&number.to_string());
    }
    close(json)
}

fn close(mut json: String) -> Option<String> {
    (!json.is_empty()).then(|| {
        json.push(']');
        json
    })
}

/// Returns the lists of `N` numbers in a column; none where it is null.
pub(crate) fn read_numbers<const N: usize>(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<[usize; N]>> {
    let Some(json) = row.get_ref(column)?.as_str_or_null()? else { return Ok(Vec::new()) };
    let list = json.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let list: Option<Vec<usize>> = list.map(|digits| digits.parse().ok()).collect();
    let list = list.filter(|list| list.len() % N == 0).ok_or_else(|| odd(column, format!("`{json}` are no places")))?;
    Ok(list.chunks_exact(N).filter_map(|chunk| chunk.try_into().ok()).collect())
}

/// Returns the places in a column; none where it is null.
pub(crate) fn read_places(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<Span>> {
    Ok(read_numbers(row, column)?.into_iter().map(|[start, end]| Span::new(start, end)).collect())
}
