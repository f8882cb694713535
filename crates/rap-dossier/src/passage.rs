//! Passages: the text of a document in runs short enough to be looked at one by one.

/// The longest passage. A quote is compared with the few passages that it touches, so that a text of one endless line
/// costs no more than one of many. Of a row of its sort SQLite keeps 1,002 bytes on a page of 4,096; with its key, a
/// passage of 960 stays below that and is compared in place.
const LONGEST: usize = 960;

/// Returns the passages of a text in order with the byte at which each starts; together they are the text.
pub(crate) fn passages(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let mut end = (start + LONGEST).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let passage = text.get(start..end).filter(|passage| !passage.is_empty())?;
        let found = (start, passage);
        start = end;
        Some(found)
    })
}
