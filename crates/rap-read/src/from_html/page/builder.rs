//! From tags and text to elements and pieces, in one pass whatever the page.

use std::collections::HashMap;

use html5gum::emitters::callback::CallbackEvent;
use rap_doc::BlockKind;

use super::super::element::{End, Shape, ends, shape};
use super::super::furniture;
use super::line::Line;
use super::{Element, Marks, Page, Piece};

/// How many elements may be open in one another. Browsers stop at 512; pages stay far below. What lies deeper
/// belongs to the deepest element that was opened.
const DEEPEST: usize = 200;

/// How many names of elements a page may bring; the standard has about 110.
const MOST_NAMES: usize = 1000;

/// The longest name, attribute or metadata that is looked at; longer ones are cut.
const LONGEST: usize = 4096;

/// An element whose end tag has not been read.
struct Open {
    element: u32,
    shape: Shape,
    end: End,
    /// The next number of an ordered list.
    number: Option<u64>,
}

/// The tag that is being read.
#[derive(Default)]
struct StartTag {
    name: Vec<u8>,
    attribute: Vec<u8>,
    marks: Marks,
    /// The attributes that are looked at beyond the marks, lower-case names.
    kept: Vec<(&'static str, String)>,
}

pub(super) struct Builder {
    page: Page,
    known: HashMap<Vec<u8>, (u16, Shape, End)>,
    stack: Vec<Open>,
    /// Elements that were not opened because the stack was full.
    overflow: usize,
    tag: StartTag,
    line: Line,
    /// How many bytes of the line are links.
    links: usize,
    /// The depth of the stack at which a link was opened.
    link: Option<usize>,
    /// Within an element whose content is not text: its name, how many of them are open, and the words of a title.
    silent: Option<(Vec<u8>, usize, String)>,
    preformatted: usize,
}

impl Builder {
    pub(super) fn new() -> Self {
        let mut builder = Self {
            page: Page::default(),
            known: HashMap::new(),
            stack: Vec::new(),
            overflow: 0,
            tag: StartTag::default(),
            line: Line::default(),
            links: 0,
            link: None,
            silent: None,
            preformatted: 0,
        };
        // Every page has these two, written or not; element 0 is the root and its own parent.
        builder.open_element(b"html", Marks::default());
        builder.open_element(b"body", Marks::default());
        builder
    }

    pub(super) fn finish(mut self) -> Page {
        self.flush();
        self.page
    }

    pub(super) fn event(&mut self, event: CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = StartTag { name: cut(name).to_vec(), ..StartTag::default() };
            }
            CallbackEvent::AttributeName { name } => {
                self.tag.attribute.clear();
                self.tag.attribute.extend_from_slice(cut(name));
                self.tag.marks.hidden |= name == b"hidden";
            }
            CallbackEvent::AttributeValue { value } => self.attribute(cut(value)),
            CallbackEvent::CloseStartTag { self_closing } => {
                let tag = std::mem::take(&mut self.tag);
                self.start(&tag, self_closing);
            }
            CallbackEvent::EndTag { name } => self.end(cut(name)),
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            _ => {}
        }
    }

    fn attribute(&mut self, value: &[u8]) {
        let value = String::from_utf8_lossy(value);
        let name = std::mem::take(&mut self.tag.attribute);
        self.tag.marks = furniture::marked(self.tag.marks, &self.tag.name, &name, &value);
        let kept = ["content", "name", "property", "itemprop", "datetime", "href", "start", "http-equiv", "type"];
        if let Some(known) = kept.iter().find(|known| known.as_bytes() == name) {
            self.tag.kept.push((*known, value.into_owned()));
        }
    }

    fn start(&mut self, tag: &StartTag, self_closing: bool) {
        if let Some((name, depth, _)) = &mut self.silent {
            *depth += usize::from(*name == tag.name && !self_closing);
            return;
        }
        self.note(tag);
        match shape(&tag.name) {
            Shape::Void | Shape::Frame => {}
            Shape::Break => self.line.break_line(),
            Shape::Rule => self.flush(),
            Shape::Silent if self_closing && tag.name == b"svg" => {}
            Shape::Silent => self.silent = Some((tag.name.clone(), 1, String::new())),
            Shape::Inline => self.start_inline(tag),
            Shape::Block(_) | Shape::Container => self.start_block(tag),
        }
    }

    /// Keeps what a tag says of the page as a whole.
    fn note(&mut self, tag: &StartTag) {
        let named = |wanted: &str| tag.kept.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.clone());
        let noted = match tag.name.as_slice() {
            b"meta" => named("name").or_else(|| named("property")).or_else(|| named("itemprop")).zip(named("content")),
            b"time" => named("datetime").map(|value| ("time".to_owned(), value)),
            _ => None,
        };
        if let Some((name, value)) = noted {
            self.page.metadata.push((name.to_ascii_lowercase(), value));
        }
    }

    fn start_inline(&mut self, tag: &StartTag) {
        match tag.name.as_slice() {
            b"a" if tag.kept.iter().any(|(name, _)| *name == "href") => self.link = Some(self.stack.len()),
            b"a" => self.link = None,
            b"q" => self.line.push("“"),
            // The unknown element of a page's own making may hold blocks; it has a place in the path.
            name if name.contains(&b'-') => self.open_element(name, tag.marks),
            _ => {}
        }
    }

    fn start_block(&mut self, tag: &StartTag) {
        self.flush();
        self.end_left_open(&tag.name);
        self.preformatted += usize::from(tag.name == b"pre");
        let number = self.item_number(&tag.name);
        self.open_element(&tag.name, tag.marks);
        if let Some(list) = self.stack.last_mut()
            && tag.name == b"ol"
            && self.overflow == 0
        {
            let start =
                tag.kept.iter().find(|(name, _)| *name == "start").and_then(|(_, value)| value.trim().parse().ok());
            list.number = Some(start.unwrap_or(1));
        }
        if let Some(number) = number {
            self.line.push(&format!("{number}. "));
        }
    }

    /// Returns the number that a browser would print before an item of an ordered list.
    fn item_number(&mut self, name: &[u8]) -> Option<u64> {
        let list = self.stack.last_mut().filter(|_| name == b"li")?;
        let number = list.number?;
        list.number = Some(number.saturating_add(1));
        Some(number)
    }

    /// Ends the elements whose end tags were left out before `next`, up to the nearest list, table or section.
    fn end_left_open(&mut self, next: &[u8]) {
        let mut ended = None;
        for (index, open) in self.stack.iter().enumerate().skip(2).rev() {
            match open.end {
                End::Bound => break,
                End::Optional if ends(next, self.name_of(open)) => ended = Some(index),
                _ => {}
            }
        }
        if let Some(length) = ended {
            self.truncate(length);
        }
    }

    fn name_of(&self, open: &Open) -> &[u8] {
        self.page.name(open.element).as_bytes()
    }

    fn open_element(&mut self, name: &[u8], marks: Marks) {
        if self.stack.len() >= DEEPEST {
            self.overflow += 1;
            return;
        }
        let (name, shape, end) = self.intern(name);
        let index = u32::try_from(self.page.elements.len()).unwrap_or(u32::MAX);
        let parent = self.stack.last().map_or(index, |open| open.element);
        let nth = self.page.siblings.entry((parent, name)).or_insert(0);
        *nth += 1;
        let nth = *nth;
        self.page.elements.push(Element { name, parent, nth, marks });
        self.stack.push(Open { element: index, shape, end, number: None });
    }

    fn intern(&mut self, name: &[u8]) -> (u16, Shape, End) {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        let full = self.known.len() >= MOST_NAMES;
        let name = if full { b"element" } else { name };
        let index = u16::try_from(self.page.names.len()).unwrap_or(u16::MAX);
        self.page.names.push(String::from_utf8_lossy(name.get(..name.len().min(32)).unwrap_or_default()).into_owned());
        let entry = (index, shape(name), End::of(name));
        if !full {
            self.known.insert(name.to_vec(), entry);
        }
        entry
    }

    fn end(&mut self, name: &[u8]) {
        if let Some((silent, depth, words)) = &mut self.silent {
            *depth -= usize::from(silent == name);
            if *depth == 0 {
                if silent == b"title" {
                    let title = std::mem::take(words);
                    self.page.metadata.push(("title".to_owned(), title));
                }
                self.silent = None;
            }
            return;
        }
        match shape(name) {
            Shape::Inline if name == b"a" => self.link = None,
            Shape::Inline if name == b"q" => self.line.push("”"),
            Shape::Inline if !name.contains(&b'-') => {}
            Shape::Break => self.line.break_line(),
            Shape::Void | Shape::Frame | Shape::Rule | Shape::Silent => {}
            shape => {
                if shape != Shape::Inline {
                    self.flush();
                }
                self.preformatted = self.preformatted.saturating_sub(usize::from(name == b"pre"));
                self.close_element(name);
            }
        }
    }

    fn close_element(&mut self, name: &[u8]) {
        if self.overflow > 0 {
            self.overflow -= 1;
            return;
        }
        // The first two are the frame and stay open to the end.
        let found = self.stack.iter().skip(2).rposition(|open| self.name_of(open) == name);
        if let Some(at) = found {
            self.truncate(at + 2);
        }
    }

    fn truncate(&mut self, length: usize) {
        self.stack.truncate(length);
        if self.link.is_some_and(|depth| depth > length) {
            self.link = None;
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((name, _, words)) = &mut self.silent {
            if name == b"title" && words.len() < LONGEST {
                words.push_str(text);
            }
            return;
        }
        let before = self.line.words.len();
        if self.preformatted > 0 {
            self.line.push_preformatted(text);
        } else {
            self.line.push(text);
        }
        if self.link.is_some() {
            self.links += self.line.words.len() - before;
        }
    }

    /// Ends the piece that is being read; two line breaks in a row part paragraphs.
    fn flush(&mut self) {
        let words = self.line.take();
        let links = std::mem::take(&mut self.links);
        if words.trim().is_empty() {
            return;
        }
        let Some(element) = self.stack.last().map(|open| open.element) else { return };
        let kind = self.kind();
        if self.preformatted > 0 {
            self.page.pieces.push(Piece { element, kind, words, links, preformatted: true });
            return;
        }
        let share = links.saturating_mul(100) / words.len().max(1);
        for part in words.split("\n\n").filter(|part| !part.trim().is_empty()) {
            let links = part.len().saturating_mul(share) / 100;
            self.page.pieces.push(Piece { element, kind, words: part.to_owned(), links, preformatted: false });
        }
    }

    /// Returns the kind of the text at hand: that of the nearest element that says one, a quotation or table around
    /// a paragraph included.
    fn kind(&self) -> BlockKind {
        let mut kind = BlockKind::Paragraph;
        for open in self.stack.iter().rev() {
            match open.shape {
                Shape::Block(BlockKind::Paragraph) => {}
                Shape::Block(found) => return found,
                Shape::Container if self.name_of(open) == b"main" || self.name_of(open) == b"article" => break,
                _ => {}
            }
            kind = BlockKind::Paragraph;
        }
        kind
    }
}

fn cut(bytes: &[u8]) -> &[u8] {
    bytes.get(..bytes.len().min(LONGEST)).unwrap_or_default()
}
