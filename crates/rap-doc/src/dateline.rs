//! Datelines: the place and day with which a report of an agency or newspaper opens.
//!
//! The head of a text enters; leaves where its dateline ends. Absent on purpose: how much of a text is its head, and
//! what a dateline means, which the callers know.

/// Returns the byte at which the dateline of an English report ends, before the dash behind it: place in capitals,
/// `PORT ELLIS, 12 May (Harbour Wire) — …`.
///
/// ```
/// assert_eq!(rap_doc::dashed_dateline("PORT ELLIS, 12 May — The Senate"), Some("PORT ELLIS, 12 May".len()));
/// assert_eq!(rap_doc::dashed_dateline("The Senate met — late"), None);
/// ```
#[must_use]
pub fn dashed_dateline(head: &str) -> Option<usize> {
    let place = head.split([' ', ',']).next().unwrap_or_default();
    let capitals = place.len() > 2 && place.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-');
    let dash = || [" — ", " – ", " - ", " -- "].into_iter().filter_map(|dash| head.find(dash)).min();
    capitals.then(dash).flatten()
}

/// Returns the byte at which the dateline of a Chinese report ends, before the words that say that it was wired:
/// `江州5月16日电（记者……）`.
///
/// ```
/// assert_eq!(rap_doc::wired_dateline("江州5月16日电（记者陆之遥）座谈会召开。"), Some("江州5月16日".len()));
/// ```
#[must_use]
pub fn wired_dateline(head: &str) -> Option<usize> {
    ["电（", "电(", "讯（", "讯("].into_iter().filter_map(|mark| head.find(mark)).min()
}
