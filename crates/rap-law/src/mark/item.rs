//! Items: the numbers and letters of paragraphs and points, `1.`, `(1)`, `(a)`, `(iv)`, `（一）`, `1．`, and dashes.

use rap_doc::Span;

use crate::number;

/// How an item is numbered; items of one list share a style.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum ItemStyle {
    /// `1.`, `1．`, `1、`
    Dotted,
    /// `3.1.`
    Nested,
    /// `(1)`, `1)`, `（1）`, `①`
    Bracketed,
    /// `(a)`, `a)`, `a.`
    Letter,
    /// `(A)`
    Capital,
    /// `(ii)`
    Roman,
    /// `(II)`
    CapitalRoman,
    /// `（一）`
    Chinese,
    /// `一、`
    ChineseDotted,
    /// `–`, `-`, `•`
    Dash,
}

/// An item at the start of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Item {
    /// How it is numbered. A letter that may be a Roman numeral is given as [`ItemStyle::Letter`].
    pub(crate) style: ItemStyle,
    /// The number in plain form; empty for a dash.
    pub(crate) value: String,
    /// The words that number it.
    pub(crate) printed: Span,
    /// What follows on the line.
    pub(crate) rest: Span,
}

/// A number of an item has at most these bytes: `（一百二十三）` and `(xxxviii)` fit.
const LONGEST: usize = 40;

/// Returns the item that a line begins with. `line` has no white space around it.
pub(crate) fn item(text: &str, line: Span) -> Option<Item> {
    let words = line.of(text);
    let first = words.chars().next()?;
    let (style, value, length) = match first {
        '(' | '（' => bracketed(words)?,
        '–' | '—' | '-' | '•' | '·' | '●' | '▪' | '−' => dash(words, first)?,
        '①'..='⑳' => circled(first),
        _ => dotted(words)?,
    };
    let printed = Span::new(line.start(), line.start() + length);
    let rest = Span::new(printed.end(), line.end()).trimmed(text);
    Some(Item { style, value, printed, rest })
}

fn circled(c: char) -> (ItemStyle, String, usize) {
    let value = u32::from(c) - u32::from('①') + 1;
    (ItemStyle::Bracketed, value.to_string(), c.len_utf8())
}

fn dash(words: &str, first: char) -> Option<(ItemStyle, String, usize)> {
    let rest = words.get(first.len_utf8()..)?;
    let parted = rest.is_empty() || rest.starts_with(char::is_whitespace);
    parted.then(|| (ItemStyle::Dash, String::new(), first.len_utf8()))
}

fn bracketed(words: &str) -> Option<(ItemStyle, String, usize)> {
    let inner = words.strip_prefix(['(', '（'])?;
    let open = words.len() - inner.len();
    let near = inner.char_indices().take_while(|(at, _)| *at <= LONGEST);
    let (at, close) = near.into_iter().find(|(_, c)| matches!(c, ')' | '）'))?;
    let (style, value) = label(inner.get(..at)?.trim())?;
    Some((style, value, open + at + close.len_utf8()))
}

/// Reads what stands between brackets, or before a dot.
fn label(label: &str) -> Option<(ItemStyle, String)> {
    if let Some((length, digits)) = number::decimal(label) {
        let suffix = label.get(length..)?;
        let plain = suffix.len() <= 3 && suffix.bytes().all(|b| b.is_ascii_alphabetic());
        return plain.then(|| (ItemStyle::Bracketed, format!("{digits}{suffix}")));
    }
    if let Some((length, value)) = number::chinese(label) {
        return (length == label.len()).then_some((ItemStyle::Chinese, value));
    }
    let letters = label.bytes().all(|b| b.is_ascii_alphabetic()) && !label.is_empty();
    if !letters {
        return None;
    }
    let lower = label.bytes().all(|b| b.is_ascii_lowercase());
    let upper = label.bytes().all(|b| b.is_ascii_uppercase());
    let repeated = label.len() <= 4 && label.chars().all(|c| label.starts_with(c));
    let roman = number::roman(label).is_some();
    let style = match (lower, upper, label.len()) {
        (true, _, 1) => ItemStyle::Letter,
        (_, true, 1) => ItemStyle::Capital,
        (true, _, _) if roman => ItemStyle::Roman,
        (_, true, _) if roman => ItemStyle::CapitalRoman,
        (true, _, _) if repeated || label.len() == 2 => ItemStyle::Letter,
        (_, true, _) if repeated || label.len() == 2 => ItemStyle::Capital,
        _ => return None,
    };
    Some((style, label.to_owned()))
}

/// `1.`, `1．`, `1、`, `一、`, `a)`, `1)`, `12a.`; a dot before a digit makes a decimal number and no item.
fn dotted(words: &str) -> Option<(ItemStyle, String, usize)> {
    if let Some(found) = nested_number(words) {
        return Some(found);
    }
    let near = words.char_indices().take_while(|(at, _)| *at <= LONGEST);
    let (at, mark) = near.into_iter().find(|(_, c)| !c.is_alphanumeric() && *c != '〇')?;
    let (mut style, value) = label(words.get(..at)?)?;
    let rest = words.get(at + mark.len_utf8()..)?;
    let parted = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let text = rest.chars().next().is_some_and(|c| c.is_alphabetic() || matches!(c, '(' | '‘' | '“' | '[' | '《'));
    let numbered = matches!(style, ItemStyle::Bracketed | ItemStyle::Chinese);
    let fits = match mark {
        '.' => (parted || (text && style == ItemStyle::Bracketed)) && (numbered || value.len() == 1),
        '．' | '、' => numbered,
        ')' | '）' => (parted || text) && (value.len() <= 3 || numbered) && style != ItemStyle::Chinese,
        _ => false,
    };
    if matches!(mark, '.' | '．' | '、') {
        style = match style {
            ItemStyle::Bracketed => ItemStyle::Dotted,
            ItemStyle::Chinese => ItemStyle::ChineseDotted,
            // "a." and "I." at the start of a line open points; "A. Smith" does not.
            ItemStyle::Letter => style,
            _ => return None,
        };
    }
    fits.then(|| (style, value, at + mark.len_utf8()))
}

/// `3.1.`, `3.1.2.`: a point of a point, by its whole number.
fn nested_number(words: &str) -> Option<(ItemStyle, String, usize)> {
    let length = words.bytes().take(LONGEST).take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let number = words.get(..length)?;
    let inner = number.strip_suffix('.')?;
    let rest = words.get(length..)?;
    let parted = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let parts = inner.split('.').filter(|part| !part.is_empty() && part.len() <= 3).count();
    let whole = parts >= 2 && parts == inner.split('.').count();
    (whole && parted).then(|| (ItemStyle::Nested, inner.to_owned(), length))
}
