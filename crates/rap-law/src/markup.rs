//! Marked-up acts: what all importers of XML and HTML share. Each of them only says what its elements are to an act.
//!
//! An importer gives every element a [`Role`]; this module keeps the open elements, composes the document block by
//! block with the path of each, and grows the tree. It walks a stream with a stack of its own, so depth costs memory
//! and never the call stack; entities that a file declares are never expanded, and nothing is fetched.
//!
//! White space inside of a block is what the format says it is: a run of it is one space.

mod grow;
mod roles;
mod sheet;
mod xml;

pub(crate) use roles::{Element, Role};
pub(crate) use xml::{read_xml, text_of};

use rap_doc::{BlockKind, Doc, Finding, Place, Severity, SourceId, Span};
use rustc_hash::FxHashMap;

use crate::provision::{Law, ProvisionKind};
use crate::tree::{Opening, Tree};
use sheet::Sheet;

/// An element that is open.
struct Frame {
    name: String,
    /// The identifier that the file gives it.
    id: String,
    /// Its place among siblings of its name.
    place: usize,
    role: Role,
    /// What the words directly in it are.
    words: Role,
    /// How many provisions were open before it.
    depth: usize,
    /// Whether it stands in words that an amending act quotes.
    quoted: bool,
    /// The children so far, by name.
    children: FxHashMap<String, usize>,
    /// Whether it opened a provision.
    opened: bool,
    /// The innermost element around it that opened a provision.
    around: Option<usize>,
    /// Whether a division that a heading alone marks is open in it.
    part: bool,
    /// In a row: whether it has words yet, and whether they are an item's.
    filled: bool,
    item: bool,
    /// The words around a note, while it is read.
    held: Option<String>,
    at: usize,
}

/// Levels that a path names; deeper ones add nothing that a person could follow.
const PATH_LEVELS: usize = 24;

/// The line breaks between two blocks.
const BETWEEN_BLOCKS: usize = 2;

/// How far an end tag looks for its start tag: what is deeper was closed by a broken file.
const NEAREST: usize = 64;

/// An act that grows from elements.
pub(crate) struct Markup<'o> {
    origin: &'o str,
    /// The file that the elements come from, for paths; empty where an act is one file.
    file: String,
    sheet: Sheet,
    tree: Tree,
    frames: Vec<Frame>,
    /// The words of the block that is being read.
    words: String,
    /// Notes, kept until the end as on a printed page.
    notes: Vec<(String, String)>,
    title: Option<Span>,
    heading_ahead: Option<Span>,
    pub(crate) identifier: Option<String>,
    pub(crate) findings: Vec<Finding>,
}

impl<'o> Markup<'o> {
    pub(crate) fn new(origin: &'o str) -> Self {
        Self {
            origin,
            file: String::new(),
            sheet: Sheet::default(),
            tree: Tree::default(),
            frames: Vec::new(),
            words: String::new(),
            notes: Vec::new(),
            title: None,
            heading_ahead: None,
            identifier: None,
            findings: Vec::new(),
        }
    }

    /// Says which file of an act comes next.
    pub(crate) fn enter_file(&mut self, file: &str) {
        self.close_all();
        file.clone_into(&mut self.file);
    }

    /// Returns the names of the open elements from the innermost.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.frames.iter().rev().map(|frame| frame.name.as_str())
    }

    /// Returns the role of the innermost open element.
    pub(crate) fn parent_role(&self) -> Role {
        self.frames.last().map_or(Role::Front, |frame| frame.role)
    }

    /// Returns the name of the innermost open element.
    pub(crate) fn parent(&self) -> &str {
        self.names().next().unwrap_or_default()
    }

    /// Tells whether an element of this name is open nearby.
    pub(crate) fn is_within(&self, name: &str) -> bool {
        self.names().take(NEAREST).any(|open| open == name)
    }

    /// Opens an element.
    pub(crate) fn start(&mut self, element: &Element<'_>, role: Role) {
        let around = self.around_index();
        let above = self.frames.last_mut();
        let (mut place, mut words, mut quoted) = (1, Role::Front, false);
        if let Some(above) = above {
            let count = match above.children.get_mut(element.name) {
                Some(count) => count,
                None => above.children.entry(element.name.to_owned()).or_default(),
            };
            *count += 1;
            place = *count;
            words = above.words;
            quoted = above.quoted || above.role == Role::Quoted;
        }
        // A note interrupts the words around it, which go on after it.
        let held = match role {
            Role::Note if words != Role::Note => Some(std::mem::take(&mut self.words)),
            Role::Inline | Role::Upper | Role::Skip => None,
            _ => {
                self.flush();
                None
            }
        };
        // Quoted words are words of the act that quotes them, whatever they are in the act that they change.
        let role = if quoted && role.shapes() { Role::Block } else { role };
        let words = role.words().unwrap_or(words);
        let depth = self.tree.depth();
        self.frames.push(Frame {
            name: element.name.to_owned(),
            id: if role.is_inline() { String::new() } else { element.get("id").chars().take(80).collect() },
            place,
            role,
            words,
            depth,
            quoted,
            children: FxHashMap::default(),
            opened: false,
            around,
            part: false,
            filled: false,
            item: false,
            held,
            at: element.at,
        });
        if let Some((kind, prefix)) = role.provision() {
            let opened = self.open(kind, prefix);
            if let Some(frame) = self.frames.last_mut() {
                frame.opened = opened;
            }
        }
    }

    fn open(&mut self, kind: ProvisionKind, prefix: &'static str) -> bool {
        // A provision lies in the one around it, or in the unnumbered text that its list follows.
        let paragraph = kind == ProvisionKind::Paragraph;
        self.tree.close_to(if paragraph { self.base() } else { self.text_depth() });
        self.tree.open(Opening { kind, prefix, number: None, start: self.sheet.next_start() })
    }

    /// Closes the innermost element of this name; an end without a start changes nothing and is told.
    pub(crate) fn end(&mut self, name: &str, at: usize) {
        let near = self.frames.iter().rev().take(NEAREST).position(|frame| frame.name == name);
        let Some(above) = near else {
            return self.find(Severity::Warning, "end-without-start", at, format!("`</{name}>` closes nothing"));
        };
        if above > 0 {
            let open = self.frames.last().map(|frame| frame.name.clone()).unwrap_or_default();
            self.find(
                Severity::Warning,
                "unclosed-element",
                at,
                format!("`<{open}>` is not closed before `</{name}>`"),
            );
        }
        for _ in 0..=above {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let inside = self.frames.last().is_some_and(|frame| frame.role.is_inline() || frame.role == Role::Skip);
        if !inside {
            self.flush();
        }
        let Some(frame) = self.frames.pop() else { return };
        if let Some(held) = frame.held {
            self.words = held;
        }
        if frame.opened && frame.role.provision().is_some_and(|(kind, _)| kind == ProvisionKind::Point) {
            self.tree.close_to(frame.depth + 1);
            if !self.tree.top_has_number() {
                // An item without a number is set off by a dash, printed or not.
                self.tree.rename(ProvisionKind::Indent, "indent");
            }
        }
        if frame.opened || frame.role == Role::Row {
            self.tree.close_to(frame.depth);
        }
    }

    fn close_all(&mut self) {
        while !self.frames.is_empty() {
            self.pop();
        }
        self.flush();
    }

    /// Adds characters to the block that is being read.
    pub(crate) fn characters(&mut self, text: &str) {
        if self.frames.last().is_some_and(|frame| frame.words == Role::Skip) {
            return;
        }
        let upper = self.frames.last().is_some_and(|frame| frame.role == Role::Upper).then(|| text.to_uppercase());
        let mut rest = upper.as_deref().unwrap_or(text);
        while let Some(at) = rest.find(|c: char| c.is_ascii_whitespace()) {
            let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.words.push_str(before);
            if !self.words.is_empty() && !self.words.ends_with(' ') {
                self.words.push(' ');
            }
            rest = after.trim_start_matches(|c: char| c.is_ascii_whitespace());
        }
        self.words.push_str(rest);
    }

    /// Takes back the white space before a mark that is no word, as before the number of a note.
    pub(crate) fn trim_words(&mut self) {
        let kept = self.words.trim_end().len();
        self.words.truncate(kept);
    }

    /// Ends the block that is being read and gives its words to what they belong to.
    fn flush(&mut self) {
        if self.words.trim().is_empty() {
            return self.words.clear();
        }
        let words = std::mem::take(&mut self.words);
        let role = self.frames.last().map_or(Role::Front, |frame| frame.words);
        if role == Role::Identifier {
            self.identifier.get_or_insert_with(|| words.trim().to_owned());
            return;
        }
        if role == Role::Meta {
            return;
        }
        if role == Role::Note {
            let path = self.path();
            self.notes.push((words, path));
            return;
        }
        let path = self.path();
        let kind = match role {
            Role::Furniture => BlockKind::Furniture,
            Role::Title => BlockKind::Heading(1),
            Role::Heading | Role::HeadingAhead | Role::Part => BlockKind::Heading(2),
            Role::Cell => BlockKind::TableCell,
            _ => BlockKind::Paragraph,
        };
        let close = matches!(role, Role::Number | Role::Heading);
        if let Some(span) = self.sheet.add(kind, &words, path, close) {
            self.give(role, span);
        }
    }

    /// Returns the path of the innermost element: `ACT/ENACTING.TERMS/ARTICLE[5]/PARAG@1234`, the last being the byte
    /// of the file at which it stands.
    fn path(&self) -> String {
        let mut path = self.file.clone();
        for frame in self.frames.iter().take(NEAREST).filter(|frame| !frame.role.is_inline()).take(PATH_LEVELS) {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(&frame.name);
            if !frame.id.is_empty() {
                path.push('#');
                path.push_str(&frame.id);
            } else if frame.place > 1 {
                path.push_str(&format!("[{}]", frame.place));
            }
        }
        let at =
            self.frames.iter().rev().take(NEAREST).find(|frame| !frame.role.is_inline()).map_or(0, |frame| frame.at);
        if at > 0 {
            path.push_str(&format!("@{at}"));
        }
        path
    }

    /// Tells a person what was odd, once for each code and a handful of places.
    pub(crate) fn find(&mut self, severity: Severity, code: &'static str, at: usize, message: String) {
        let told = self.findings.iter().filter(|finding| finding.code == code).take(MOST_FINDINGS).count();
        if told >= MOST_FINDINGS {
            return;
        }
        let file = if self.file.is_empty() { self.origin } else { &self.file };
        let hint = "compare with the printed act".to_owned();
        let (origin, place) = (file.to_owned(), Place::Byte(at));
        self.findings.push(Finding { severity, code, origin, place, message, hint });
    }

    /// Closes what a file left open.
    pub(crate) fn end_of_file(&mut self, at: usize) {
        if let Some(open) = self.frames.last().map(|frame| frame.name.clone()) {
            self.find(Severity::Warning, "unclosed-element", at, format!("the file ends inside of `<{open}>`"));
        }
        self.close_all();
    }

    /// Returns the act.
    pub(crate) fn finish(mut self, source: SourceId) -> Law {
        self.close_all();
        for (words, path) in std::mem::take(&mut self.notes) {
            self.sheet.add(BlockKind::Caption, &words, path, false);
        }
        if self.tree.too_deep > 0 {
            let message = format!("{} provisions lie too deep in others and are kept as text", self.tree.too_deep);
            self.find(Severity::Warning, "too-deep", 0, message);
        }
        let (text, blocks) = self.sheet.into_parts();
        let doc = Doc::new(source, text.clone(), blocks).unwrap_or_else(|_| Doc::of_plain_text(source, text));
        let provisions = self.tree.finish(&doc);
        let mut findings = self.findings;
        if provisions.is_empty() {
            findings.push(Finding {
                severity: Severity::Warning,
                code: "no-provisions",
                origin: self.origin.to_owned(),
                place: Place::Whole,
                message: "the file holds no provision of an act".to_owned(),
                hint: "check that it is an act and not a judgment, a debate or a list".to_owned(),
            });
        }
        Law { doc, title: self.title, identifier: self.identifier, provisions, findings }
    }
}

/// The places that are told for one kind of trouble.
const MOST_FINDINGS: usize = 20;
