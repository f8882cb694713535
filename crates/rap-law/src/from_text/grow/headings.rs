//! Headings: what looks like one, and where one ends on the line of a number.

use rap_doc::Span;

use super::Basis;

/// A heading is shorter than this, in bytes.
pub(super) const LONGEST_HEADING: usize = 300;

pub(super) fn looks_like_heading(words: &str) -> bool {
    let words = words.trim_end_matches(['*', '#', '_', '=', ' ']);
    words.len() <= LONGEST_HEADING
        && words.chars().any(char::is_alphabetic)
        && !words.ends_with(['.', ';', ':', ',', '。', '；', '：', '，', '-', '—'])
        && !words.starts_with('[')
}

/// Splits `Short title.—(1) This Act …`, `SHORT TITLE.`, 【目的】为了… into heading and text.
pub(super) fn split_heading(text: &str, rest: Span, basis: Basis) -> Option<(Span, Span)> {
    let words = rest.of(text);
    if let Some(inner) = words.strip_prefix('【') {
        let end = inner.find('】').filter(|end| *end <= LONGEST_HEADING)?;
        let open = rest.start() + '【'.len_utf8();
        let body = Span::new(open + end + '】'.len_utf8(), rest.end()).trimmed(text);
        return Some((Span::new(open, open + end), body));
    }
    if basis == Basis::Article {
        return None;
    }
    let near: usize = words.char_indices().map(|(at, _)| at).take_while(|at| *at <= LONGEST_HEADING).last()?;
    let head = words.get(..near)?;
    let marks = [".—", ".–", ".-", ". —", ". –", ". -", "—(", "––", "--"];
    if let Some(at) = marks.iter().filter_map(|mark| head.find(mark)).min() {
        let heading = Span::new(rest.start(), rest.start() + at).trimmed(text);
        let body = words.get(at..)?.trim_start_matches(['.', ' ', '—', '–', '-']);
        return Some((heading, Span::new(rest.end() - body.len(), rest.end())));
    }
    // The section headings of the United States end in a full stop: `SHORT TITLE.`
    let capitals = words.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let end = words.find(". ").filter(|at| *at <= LONGEST_HEADING);
    match end {
        _ if capitals && words.len() <= LONGEST_HEADING => Some((rest, Span::new(rest.end(), rest.end()))),
        Some(at)
            if words
                .get(..at)
                .is_some_and(|head| head.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)) =>
        {
            let heading = Span::new(rest.start(), rest.start() + at);
            Some((heading, Span::new(rest.start() + at + 1, rest.end()).trimmed(text)))
        }
        _ => None,
    }
}
