//! How deep lists and quotations lie in one another.
//!
//! The parser walks every open list and quotation at each line, so a file that opens a million of them would take
//! the square of that. No paper nests more than a handful.

use memchr::memchr_iter;

/// Far beyond any paper, far below what costs time.
const DEEPEST: usize = 64;

/// Returns the 1-based number of the first line that opens more lists and quotations than any paper does.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut start = 0;
    for (index, end) in memchr_iter(b'\n', bytes).chain([bytes.len()]).enumerate() {
        if depth(bytes.get(start..end).unwrap_or_default()) > DEEPEST {
            return Some(index + 1);
        }
        start = end + 1;
    }
    None
}

/// Counts the marks that open a container at the start of a line, and every four columns before one of them.
fn depth(line: &[u8]) -> usize {
    let (mut marks, mut columns, mut at) = (0, 0, 0);
    while let Some(byte) = line.get(at) {
        let spaced = |next: usize| line.get(next).is_none_or(u8::is_ascii_whitespace);
        let length = match byte {
            b' ' | b'\t' => {
                columns += 1;
                at += 1;
                continue;
            }
            b'>' => 1,
            b'-' | b'*' | b'+' if spaced(at + 1) => 1,
            b'0'..=b'9' => match line.iter().skip(at).position(|byte| !byte.is_ascii_digit()) {
                Some(digits) if digits < 10 && matches!(line.get(at + digits), Some(b'.' | b')')) => digits + 1,
                _ => break,
            },
            _ => break,
        };
        marks += 1 + columns / 4;
        columns = 0;
        at += length;
    }
    // A rule of spaced dashes or stars opens at most one list.
    let rule = line.iter().all(|byte| matches!(byte, b'-' | b'*' | b' ' | b'\t' | b'\r'));
    if rule && line.len() < 1000 { marks.min(1) } else { marks }
}
