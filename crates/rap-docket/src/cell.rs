//! From the words of a cell to the words of a person: entities and tags of HTML are undone, and nothing else.
//!
//! Cells of exports hold HTML in part: `&rsquo;`, `<br/>`, whole paragraphs. A cell without `<` or `&` is returned as
//! it is. A tag that ends a line of text on the screen ends one here; all others vanish without a trace.

use std::borrow::Cow;

use html5gum::{Token, Tokenizer};

/// Tags that begin or end a line on the screen.
const LINES: [&[u8]; 18] = [
    b"br",
    b"p",
    b"div",
    b"li",
    b"ul",
    b"ol",
    b"tr",
    b"table",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"blockquote",
    b"section",
    b"article",
    b"pre",
];

/// Returns the words of a cell without the marks of HTML.
///
/// ```
/// use rap_docket::plain_cell;
///
/// assert_eq!(plain_cell("We don&rsquo;t agree.<br/><br/>It is <b>too</b> wide."), "We don’t agree.\n\nIt is too wide.");
/// assert_eq!(plain_cell("if a < b & c"), "if a < b & c");
/// ```
#[must_use]
pub fn plain_cell(cell: &str) -> Cow<'_, str> {
    if memchr::memchr2(b'<', b'&', cell.as_bytes()).is_none() {
        return Cow::Borrowed(cell);
    }
    let mut text = String::with_capacity(cell.len());
    for token in Tokenizer::new(cell) {
        let Ok(token) = token;
        match token {
            Token::String(words) => text.push_str(&String::from_utf8_lossy(&words)),
            Token::StartTag(tag) => end_line(&mut text, &tag.name),
            Token::EndTag(tag) => end_line(&mut text, &tag.name),
            _ => {}
        }
    }
    Cow::Owned(text)
}

fn end_line(text: &mut String, tag: &[u8]) {
    let twice = matches!(tag, b"p" | b"br") || text.ends_with("\n\n");
    if LINES.contains(&tag) && !text.is_empty() && !text.ends_with("\n\n") && (twice || !text.ends_with('\n')) {
        text.push('\n');
    }
}

#[cfg(test)]
mod tests;
