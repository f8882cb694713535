//! What was meant by a word that a file of a user has and may not have: the nearest one that it may.

/// Returns the known word that was probably meant: near in letters, or the same beside case, `-` and `_`.
///
/// ```
/// assert_eq!(rap_doc::meant("titel", &["id", "title"]), Some("title"));
/// assert_eq!(rap_doc::meant("weather", &["id", "title"]), None);
/// ```
#[must_use]
pub fn meant<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    let plain = |key: &str| key.to_lowercase().replace(['-', '_', ' '], "");
    let wanted = plain(written);
    let nearest = known.iter().map(|key| (distance(&wanted, &plain(key)), *key)).min()?;
    // A word of one or two letters is near to every other.
    if wanted.chars().count() < 3 && nearest.0 > 0 {
        return None;
    }
    // One letter wrong in a short key, two in a longer one: more would be guessing.
    (nearest.0 <= (wanted.chars().count() / 3).clamp(1, 2)).then_some(nearest.1)
}

/// Returns how many letters must be put in, taken out, changed or swapped with the next to get from one to the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().take(64).collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let mut previous = None;
    for (row, a) in one.chars().take(64).enumerate() {
        let mut now = vec![row + 1];
        for (column, &b) in other.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&last, column) + usize::from(a != b)).min(at(&last, column + 1) + 1);
            best = best.min(at(&now, column) + 1);
            let swapped = column > 0 && previous == Some(b) && other.get(column - 1) == Some(&a);
            if swapped {
                best = best.min(at(&before_last, column - 1) + 1);
            }
            now.push(best);
        }
        previous = Some(a);
        before_last = std::mem::replace(&mut last, now);
    }
    last.last().copied().unwrap_or_default()
}
