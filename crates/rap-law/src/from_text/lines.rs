//! The lines of a document that can be text of a law, each with the mark it begins with.

use rap_doc::{BlockKind, Doc, Span};

use crate::mark::{self, Division, Item};

/// A line of a block.
pub(super) struct Line {
    /// The line without white space around it.
    pub(super) span: Span,
    /// Whether it is the first line of its block.
    pub(super) first: bool,
    /// Whether the line before it in the block ends a sentence or a clause.
    pub(super) after_stop: bool,
    /// Whether its characters are mostly Chinese.
    pub(super) chinese: bool,
    /// Whether the block is a heading of the document.
    pub(super) heading: bool,
    pub(super) division: Option<Division>,
    pub(super) item: Option<Item>,
}

impl Line {
    /// Tells a line that opens nothing by itself.
    pub(super) const fn is_plain(&self) -> bool {
        self.division.is_none() && self.item.is_none()
    }
}

/// Marks that end a sentence or a clause.
pub(super) fn ends_clause(words: &str) -> bool {
    let words = words.trim_end_matches(['"', '”', '’', '»', '*', '_']);
    words.ends_with(['.', ';', ':', '。', '；', '：', '!', '?', '！', '？', '…', '—'])
        || words.ends_with(" and")
        || words.ends_with(" or")
}

/// Returns the lines of all blocks that are running text.
pub(super) fn lines(doc: &Doc) -> Vec<Line> {
    let text = doc.text();
    let mut lines = Vec::new();
    for block in doc.blocks() {
        if matches!(block.kind, BlockKind::Furniture | BlockKind::Caption) {
            continue;
        }
        let mut start = block.span.start();
        let mut first = true;
        let mut after_stop = true;
        for piece in block.span.of(text).split('\n') {
            let span = Span::new(start, start + piece.len()).trimmed(text);
            start += piece.len() + 1;
            if span.is_empty() || is_comment(span.of(text)) {
                continue;
            }
            let division = mark::division(text, span);
            let bare = mark::undecorated(text, span);
            let item = if division.is_none() { mark::item(text, bare) } else { None };
            let chinese = is_chinese(span.of(text));
            let heading = matches!(block.kind, BlockKind::Heading(_));
            lines.push(Line { span, first, after_stop, chinese, heading, division, item });
            first = false;
            after_stop = ends_clause(span.of(text));
        }
    }
    lines
}

/// Tells comments of plain-text markup, which are no words of the act: `<!-- start -->`.
fn is_comment(words: &str) -> bool {
    words.starts_with("<!--") && words.ends_with("-->")
}

/// Tells Chinese by the first characters that are letters.
fn is_chinese(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).take(12);
    let (mut han, mut all) = (0_usize, 0_usize);
    for c in letters {
        all += 1;
        han += usize::from(matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'));
    }
    han * 2 > all
}
