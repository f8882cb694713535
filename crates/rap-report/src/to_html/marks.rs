//! Marks: the text of a source with everything that the report says about it, as nested elements.
//!
//! Enter the blocks of a document and marks over its text, which may nest and cross as they like; leaves HTML in
//! which every mark has its anchor exactly once. Where two marks cross, the later one is cut in two; where they nest
//! deeper than anybody quotes, a mark becomes a point, so that the output grows with the text and the marks and
//! never with their product.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt::Write;

use maud::Escaper;
use rap_doc::Span;

/// How many marks may lie inside of each other before the next is a point alone.
const DEPTH: usize = 12;

/// Something to be shown on words of a source.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Mark {
    /// Which words.
    pub(crate) span: Span,
    /// How it is shown.
    pub(crate) look: Look,
    /// Its anchor, where something links to it.
    pub(crate) anchor: Option<String>,
    /// What stands behind it: numbers of statements with their links.
    pub(crate) notes: Vec<Note>,
}

/// A number behind marked words, linked to the statement in the list.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Note {
    /// The number to print.
    pub(crate) number: usize,
    /// Where it leads.
    pub(crate) href: String,
}

/// Tells how marked words look; of marks on equal words the first in this order is the outer one.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Look {
    /// A sentence that tells where the law stands, or words that say who was present: linked to, not coloured.
    Plain,
    /// A sentence that no rule could read.
    Unread,
    /// A statement that asks for nothing.
    Statement,
    /// A statement that asks for something.
    Demand,
    /// One item of a list.
    Item,
    /// The words that attribute.
    Cue,
    /// The words that name the source.
    Mention,
}

impl Look {
    const fn open(self) -> &'static str {
        match self {
            Self::Plain => "<span class=\"at\"",
            Self::Unread => "<span class=\"unread\"",
            Self::Statement => "<mark class=\"st\"",
            Self::Demand => "<mark class=\"st de\"",
            Self::Item => "<span class=\"item\"",
            Self::Cue => "<span class=\"cue\"",
            Self::Mention => "<span class=\"by\"",
        }
    }

    const fn close(self) -> &'static str {
        match self {
            Self::Statement | Self::Demand => "</mark>",
            _ => "</span>",
        }
    }
}

/// A mark that waits to be opened: by start, the longer first, then by look.
type Waiting = Reverse<(usize, Reverse<usize>, Look, usize)>;

/// Writes the text of blocks in order, each call one block; keeps the marks that go on from block to block.
pub(crate) struct MarkedText<'t> {
    text: &'t str,
    marks: Vec<Mark>,
    waiting: BinaryHeap<Waiting>,
    open: Vec<(usize, usize, usize)>,
}

impl<'t> MarkedText<'t> {
    pub(crate) fn new(text: &'t str, marks: Vec<Mark>) -> Self {
        let waiting = marks
            .iter()
            .enumerate()
            .map(|(index, mark)| Reverse((mark.span.start(), Reverse(mark.span.end()), mark.look, index)))
            .collect();
        Self { text, marks, waiting, open: Vec::new() }
    }

    /// Appends a block with its marks to `html`. Blocks must come in the order of the text.
    pub(crate) fn push_block(&mut self, block: Span, html: &mut String) {
        let mut at = block.start();
        loop {
            let opens = self.waiting.peek().map(|Reverse((start, ..))| *start).filter(|start| *start < block.end());
            let closes = self.open.last().map(|(_, end, _)| *end);
            match (opens, closes) {
                (opens, Some(end)) if opens.is_none_or(|start| end <= start) => {
                    self.push_text(&mut at, end, html);
                    self.close(html);
                }
                (Some(start), _) => {
                    self.push_text(&mut at, start, html);
                    self.open(at, block, html);
                }
                (None, None) => break,
                (None, Some(_)) => self.close(html),
            }
        }
        self.push_text(&mut at, block.end(), html);
    }

    /// Appends the anchors of marks that lie behind the last block, so that no link leads nowhere.
    pub(crate) fn push_rest(&mut self, html: &mut String) {
        while let Some(Reverse((.., index))) = self.waiting.pop() {
            self.push_point(index, html);
        }
    }

    fn push_text(&self, at: &mut usize, to: usize, html: &mut String) {
        if *at < to {
            // Writing to a String cannot fail.
            let _ = Escaper::new(html).write_str(self.text.get(*at..to).unwrap_or_default());
            *at = to;
        }
    }

    /// Opens the next waiting mark at `at`, cut at the end of what encloses it; the rest waits again.
    fn open(&mut self, at: usize, block: Span, html: &mut String) {
        let Some(Reverse((_, Reverse(end), look, index))) = self.waiting.pop() else { return };
        if end <= at || self.open.len() >= DEPTH {
            return self.push_point(index, html);
        }
        let enclosing = self.open.last().map_or(block.end(), |(_, end, _)| *end).min(block.end());
        html.push_str(look.open());
        if let Some(anchor) = self.marks.get_mut(index).and_then(|mark| mark.anchor.take()) {
            let _ = write!(html, " id=\"{anchor}\"");
        }
        html.push('>');
        self.open.push((index, end.min(enclosing), end));
    }

    /// Closes the innermost mark; where more of it follows, the rest waits.
    fn close(&mut self, html: &mut String) {
        let Some((index, end, whole)) = self.open.pop() else { return };
        let Some(mark) = self.marks.get_mut(index) else { return };
        html.push_str(mark.look.close());
        if end < whole {
            self.waiting.push(Reverse((end, Reverse(whole), mark.look, index)));
        } else {
            push_notes(&std::mem::take(&mut mark.notes), html);
        }
    }

    fn push_point(&mut self, index: usize, html: &mut String) {
        let Some(mark) = self.marks.get_mut(index) else { return };
        if let Some(anchor) = mark.anchor.take() {
            let _ = write!(html, "<span class=\"at\" id=\"{anchor}\"></span>");
        }
        push_notes(&std::mem::take(&mut mark.notes), html);
    }
}

fn push_notes(notes: &[Note], html: &mut String) {
    for Note { number, href } in notes {
        let _ =
            write!(html, "<a class=\"note\" href=\"{href}\" title=\"statement {number} in the report\">{number}</a>");
    }
}

#[cfg(test)]
mod tests;
