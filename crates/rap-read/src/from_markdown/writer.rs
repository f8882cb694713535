//! The events of the Markdown parser written down as blocks.

use memchr::memchr_iter;
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
use rap_doc::{Block, BlockKind, Origin};

use crate::compose::Composer;
use crate::from_html;

/// Names and values of the front matter.
type Front = Vec<(String, String)>;

/// What the block being written is in.
#[derive(Default)]
struct Inside {
    heading: Option<u8>,
    quotes: usize,
    items: usize,
    cell: bool,
    note: bool,
    html: bool,
    front: bool,
}

/// The text so far, the block being written and where it began.
pub(super) struct Writer<'s> {
    source: &'s str,
    composer: Composer,
    words: String,
    start: Option<usize>,
    inside: Inside,
    /// The next number of each open list; none for bullets.
    lists: Vec<Option<u64>>,
    front: Front,
    /// Where lines were counted to, and the line there.
    counted: (usize, usize),
}

impl<'s> Writer<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            composer: Composer::default(),
            words: String::new(),
            start: None,
            inside: Inside::default(),
            lists: Vec::new(),
            front: Vec::new(),
            counted: (0, 1),
        }
    }

    pub(super) fn finish(mut self) -> (String, Vec<Block>, Front) {
        self.close();
        (self.composer.text, self.composer.blocks, self.front)
    }

    pub(super) fn event(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(tag) => self.open(&tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) | Event::Html(words) => self.write(&words, at),
            Event::InlineMath(words) | Event::DisplayMath(words) => self.write(&words, at),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.write("\n", at),
            Event::InlineHtml(_) => {}
            Event::FootnoteReference(name) => self.write(&format!("[{name}]"), at),
            Event::SoftBreak | Event::HardBreak => self.write("\n", at),
            Event::TaskListMarker(done) => self.write(if done { "[x] " } else { "[ ] " }, at),
            Event::Rule => self.close(),
        }
    }

    fn write(&mut self, words: &str, at: usize) {
        self.start.get_or_insert(at);
        self.words.push_str(words);
    }

    fn open(&mut self, tag: &Tag<'_>, at: usize) {
        if is_inline(&tag.to_end()) {
            return;
        }
        self.close();
        match tag {
            Tag::Heading { level, .. } => self.inside.heading = Some(number(*level)),
            Tag::BlockQuote(_) => self.inside.quotes += 1,
            Tag::List(first) => self.lists.push(*first),
            Tag::Item => self.open_item(at),
            Tag::TableCell => self.inside.cell = true,
            Tag::FootnoteDefinition(name) => {
                self.inside.note = true;
                self.write(&format!("[{name}] "), at);
            }
            Tag::HtmlBlock => self.inside.html = true,
            Tag::MetadataBlock(_) => self.inside.front = true,
            _ => {}
        }
    }

    fn open_item(&mut self, at: usize) {
        self.inside.items += 1;
        if let Some(Some(next)) = self.lists.last_mut() {
            let label = format!("{next}. ");
            *next = next.saturating_add(1);
            self.write(&label, at);
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if is_inline(&tag) {
            return;
        }
        self.close();
        match tag {
            TagEnd::Heading(_) => self.inside.heading = None,
            TagEnd::BlockQuote(_) => self.inside.quotes = self.inside.quotes.saturating_sub(1),
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Item => self.inside.items = self.inside.items.saturating_sub(1),
            TagEnd::TableCell => self.inside.cell = false,
            TagEnd::FootnoteDefinition => self.inside.note = false,
            TagEnd::HtmlBlock => self.inside.html = false,
            TagEnd::MetadataBlock(_) => self.inside.front = false,
            _ => {}
        }
    }

    /// Writes down the block that is open, if it has words.
    fn close(&mut self) {
        let is_label = self.words.ends_with(' ') && (self.inside.items > 0 || self.inside.note);
        if is_label && !self.words.trim_end().contains(char::is_whitespace) {
            // Only the number of an item or note so far: its words follow in a paragraph of their own.
            return;
        }
        let words = std::mem::take(&mut self.words);
        let Some(start) = self.start.take() else { return };
        let line = self.line_of(start);
        let origin = Origin { page: None, path: format!("line {line}") };
        if self.inside.html {
            for (kind, words) in from_html::fragment(&words) {
                self.composer.add(kind, &words, origin.clone());
            }
            return;
        }
        if self.inside.front {
            self.front.extend(words.lines().filter_map(field));
        }
        self.composer.add(self.kind(), &words, origin);
    }

    const fn kind(&self) -> BlockKind {
        match self.inside {
            Inside { front: true, .. } => BlockKind::Furniture,
            Inside { heading: Some(level), .. } => BlockKind::Heading(level),
            Inside { cell: true, .. } => BlockKind::TableCell,
            Inside { note: true, .. } => BlockKind::Caption,
            Inside { quotes: 1.., .. } => BlockKind::Quote,
            Inside { items: 1.., .. } => BlockKind::ListItem,
            _ => BlockKind::Paragraph,
        }
    }

    /// Returns the 1-based line of a byte; events come in order, so each byte is counted once.
    fn line_of(&mut self, byte: usize) -> usize {
        let (at, line) = self.counted;
        if byte > at {
            let between = self.source.as_bytes().get(at..byte).unwrap_or_default();
            self.counted = (byte, line + memchr_iter(b'\n', between).count());
        }
        self.counted.1
    }
}

const fn is_inline(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

const fn number(level: HeadingLevel) -> u8 {
    level as u8
}

/// Reads `name: value` of front matter, quotation marks around the value aside.
fn field(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    let value = value.trim().trim_matches(['"', '\'']);
    (!value.is_empty()).then(|| (name.trim().to_ascii_lowercase(), value.to_owned()))
}
