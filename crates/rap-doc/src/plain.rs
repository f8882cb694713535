//! Plain text into blocks: where a paragraph ends when nothing but line breaks tells.

use memchr::memchr_iter;

use crate::{Block, BlockKind, Language, Origin, Span};

/// Where hard-wrapped text breaks its lines at the latest: mail breaks at 72 to 78, terminals at 80, typewriters
/// and OCR a little later.
const WRAP_COLUMNS: usize = 100;

/// A heading of a plain text is a short line; a headline of a press release may take two printed lines.
const HEADING_BYTES: usize = 200;

/// Returns the blocks of a plain text.
///
/// Blank lines part paragraphs. Between them each line is a paragraph of its own, as in text saved from a word
/// processor or copied from a page, unless the lines look hard-wrapped: none longer than 100 bytes, and all but the
/// last about equally long. A single line without a closing mark before longer text is a heading.
///
/// The blocks are in order, do not overlap, and leave white space alone uncovered.
///
/// ```
/// use rap_doc::{BlockKind, plain_blocks};
///
/// let kinds: Vec<_> = plain_blocks("On the bill\nIt is too wide.\nIt should be narrower.\n")
///     .iter()
///     .map(|block| block.kind)
///     .collect();
/// assert_eq!(kinds, [BlockKind::Heading(1), BlockKind::Paragraph, BlockKind::Paragraph]);
/// ```
#[must_use]
pub fn plain_blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut group = Vec::new();
    for line in lines(text) {
        if line.words.is_empty() {
            close(text, &mut group, &mut blocks);
        } else {
            group.push(line);
        }
    }
    close(text, &mut group, &mut blocks);
    mark_headings(text, &mut blocks);
    blocks
}

/// A line: its 1-based number and its words without the white space at both ends.
struct Line {
    number: usize,
    words: Span,
}

fn lines(text: &str) -> impl Iterator<Item = Line> {
    let ends = memchr_iter(b'\n', text.as_bytes()).chain(std::iter::once(text.len()));
    let mut start = 0;
    ends.enumerate().map(move |(index, end)| {
        let words = Span::new(start, end).trimmed(text);
        start = end + 1;
        Line { number: index + 1, words }
    })
}

fn close(text: &str, group: &mut Vec<Line>, blocks: &mut Vec<Block>) {
    if is_wrapped(group) {
        let mut first = 0;
        for index in 1..=group.len() {
            if group.get(index).is_none_or(|line| starts_item(line.words.of(text))) {
                let lines = group.get(first..index).unwrap_or_default();
                if let (Some(from), Some(to)) = (lines.first(), lines.last()) {
                    blocks.push(block(text, from, from.words.hull(to.words)));
                }
                first = index;
            }
        }
    } else {
        blocks.extend(group.iter().map(|line| block(text, line, line.words)));
    }
    group.clear();
}

/// Tells lines that were broken to fit a column from lines that are paragraphs.
fn is_wrapped(group: &[Line]) -> bool {
    let Some((_, full)) = group.split_last() else { return false };
    let longest = full.iter().map(|line| line.words.len()).max().unwrap_or_default();
    // Words are about as long as a third of a narrow column, so a full line reaches two thirds of the longest.
    let filled = full.iter().filter(|line| line.words.len() * 3 >= longest * 2).count();
    !full.is_empty()
        && longest >= 40
        && group.iter().all(|line| line.words.len() <= WRAP_COLUMNS)
        && filled * 4 >= full.len() * 3
}

fn block(text: &str, line: &Line, span: Span) -> Block {
    let words = span.of(text);
    Block {
        kind: if starts_item(words) { BlockKind::ListItem } else { BlockKind::Paragraph },
        span,
        origin: Origin { page: None, path: format!("line {}", line.number) },
        language: Language::of(words),
    }
}

/// Tells a line that begins with a bullet, or with a number or letter and a mark that closes it.
fn starts_item(words: &str) -> bool {
    let mut chars = words.chars();
    match chars.next() {
        Some('•' | '◦' | '▪' | '‣' | '·' | '●') => true,
        Some('-' | '*' | '–' | '—') => chars.next().is_some_and(char::is_whitespace),
        Some('(' | '（') => {
            let rest = chars.as_str();
            let mut near = rest.char_indices().take(7);
            let end = near.find(|(_, c)| matches!(c, ')' | '）')).map(|(at, _)| at);
            end.is_some_and(|at| at <= 6 && rest.get(..at).is_some_and(is_ordinal))
        }
        Some(first) if first.is_alphanumeric() => {
            // A label has at most three characters; a line without one is not searched.
            let mut near = words.char_indices().take(4);
            let at = near.find(|(_, c)| matches!(c, '.' | ')' | '、' | '．')).map(|(at, _)| at);
            let mark = at.and_then(|at| words.get(at..)).unwrap_or_default();
            at.is_some_and(|at| at <= 3 && words.get(..at).is_some_and(|label| is_digits(label) || is_letter(label)))
                && (mark.starts_with(['、', '．']) || mark.chars().nth(1).is_some_and(char::is_whitespace))
        }
        _ => false,
    }
}

fn is_digits(label: &str) -> bool {
    !label.is_empty() && label.chars().all(|c| c.is_ascii_digit())
}

fn is_letter(label: &str) -> bool {
    label.len() == 1 && label.chars().all(|c| c.is_ascii_lowercase())
}

fn is_ordinal(label: &str) -> bool {
    let roman = |c: char| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X');
    let chinese = |c: char| "一二三四五六七八九十".contains(c);
    !label.is_empty()
        && (is_digits(label) || is_letter(label) || label.chars().all(roman) || label.chars().all(chinese))
}

/// Marks as headings the short lines that close nothing and stand before a longer block.
fn mark_headings(text: &str, blocks: &mut [Block]) {
    for index in 0..blocks.len() {
        // Between a title and the text there may be a dateline.
        let near = if index == 0 { 2 } else { 1 };
        let next = blocks.get(index + 1..).unwrap_or_default().iter().take(near);
        let length = blocks.get(index).map_or(usize::MAX, |this| this.span.len());
        let followed = next.clone().any(|next| next.span.len() > length)
            && next.clone().all(|next| next.kind != BlockKind::ListItem);
        if let Some(block) = blocks.get_mut(index)
            && followed
            && block.kind == BlockKind::Paragraph
            && looks_like_heading(block.span.of(text))
        {
            block.kind = BlockKind::Heading(1);
        }
    }
}

fn looks_like_heading(words: &str) -> bool {
    let closes = |c: char| {
        matches!(
            c,
            '.' | '!' | '?' | ':' | ';' | ',' | '。' | '！' | '？' | '：' | '；' | '，' | '…' | '"' | '”' | '」'
        )
    };
    words.len() <= HEADING_BYTES
        && !words.contains('\n')
        && words.chars().next_back().is_some_and(|c| !closes(c))
        && words.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests;
