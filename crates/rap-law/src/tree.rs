//! The tree while it grows: every importer opens and closes provisions here, and gets ids at the end.
//!
//! Unnumbered text follows one rule in all formats, so that the same act gives the same tree from each of them. The
//! first unnumbered text of a provision is its own. A later one is a provision below it, numbered by position: a
//! paragraph of an article, a subparagraph of anything else. Text after a list that goes on in lower case is no new
//! one but the end of the sentence before the list. In Chinese every unnumbered text of an article is a paragraph
//! (款), the first as well.

use rap_doc::{Doc, Span};

use crate::ids::{self, Named};
use crate::provision::{Number, Provision, ProvisionKind};

/// How deep provisions may lie in each other; the deepest acts have twelve levels. What lies deeper is text.
pub(crate) const DEEPEST: usize = 40;

/// A provision that may still grow.
struct Node {
    kind: ProvisionKind,
    prefix: &'static str,
    number: Option<Number>,
    heading: Option<Span>,
    span: Span,
    own: Vec<Span>,
    parent: Option<usize>,
    end: usize,
    depth: usize,
    /// The unnumbered texts so far.
    texts: usize,
}

/// The provisions so far and those that are open.
#[derive(Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    open: Vec<usize>,
    /// Provisions that were not opened because they lay too deep.
    pub(crate) too_deep: usize,
}

/// What opens: its kind, the word that its id begins with, its number and its first character.
pub(crate) struct Opening {
    pub(crate) kind: ProvisionKind,
    pub(crate) prefix: &'static str,
    pub(crate) number: Option<Number>,
    pub(crate) start: usize,
}

impl Tree {
    /// Opens a provision below the one that is open last; returns whether there was room for it.
    pub(crate) fn open(&mut self, opening: Opening) -> bool {
        let depth = self.open.len();
        if depth >= DEEPEST {
            self.too_deep += 1;
            return false;
        }
        let span = Span::new(opening.start, opening.number.as_ref().map_or(opening.start, |n| n.printed.end()));
        self.nodes.push(Node {
            kind: opening.kind,
            prefix: opening.prefix,
            number: opening.number,
            heading: None,
            span,
            own: Vec::new(),
            parent: self.open.last().copied(),
            end: 0,
            depth,
            texts: 0,
        });
        self.open.push(self.nodes.len() - 1);
        true
    }

    /// Closes the provision that was opened last.
    pub(crate) fn close(&mut self) {
        let Some(index) = self.open.pop() else { return };
        let end = self.nodes.len();
        let Some(node) = self.nodes.get_mut(index) else { return };
        node.end = end;
        let (span, parent) = (node.span, node.parent);
        if let Some(parent) = parent.and_then(|parent| self.nodes.get_mut(parent)) {
            parent.span = parent.span.hull(span);
        }
    }

    /// Closes provisions until `depth` are open.
    pub(crate) fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.close();
        }
    }

    /// Returns how many provisions are open.
    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Returns the kinds of the open provisions from the outermost.
    pub(crate) fn open_kinds(&self) -> impl DoubleEndedIterator<Item = ProvisionKind> + '_ {
        self.open.iter().filter_map(|index| self.nodes.get(*index)).map(|node| node.kind)
    }

    /// Returns the number of the innermost open provision of a kind.
    pub(crate) fn open_number(&self, kind: ProvisionKind) -> Option<&str> {
        let open = self.open.iter().rev().filter_map(|index| self.nodes.get(*index)).find(|node| node.kind == kind)?;
        open.number.as_ref().map(|number| number.value.as_str())
    }

    /// Returns the kind of the provision that was opened last.
    pub(crate) fn top_kind(&self) -> Option<ProvisionKind> {
        self.top().map(|node| node.kind)
    }

    fn top(&self) -> Option<&Node> {
        self.open.last().and_then(|index| self.nodes.get(*index))
    }

    fn top_mut(&mut self) -> Option<&mut Node> {
        self.open.last().and_then(|index| self.nodes.get_mut(*index))
    }

    /// Tells whether the provision opened last holds nothing but its number and heading.
    pub(crate) fn top_is_bare(&self) -> bool {
        self.top().is_some_and(|node| node.own.is_empty())
            && self.open.last() == self.nodes.len().checked_sub(1).as_ref()
    }

    /// Tells whether the provision opened last has a heading.
    pub(crate) fn top_has_heading(&self) -> bool {
        self.top().is_some_and(|node| node.heading.is_some())
    }

    /// Tells whether the provision opened last has a number.
    pub(crate) fn top_has_number(&self) -> bool {
        self.top().is_some_and(|node| node.number.is_some())
    }

    /// Gives the provision opened last its number.
    pub(crate) fn number(&mut self, number: Number) {
        if let Some(node) = self.top_mut() {
            node.span = if node.span.is_empty() { number.printed } else { node.span.hull(number.printed) };
            node.number = Some(number);
        }
    }

    /// Says what the provision opened last is, once its number tells.
    pub(crate) fn rename(&mut self, kind: ProvisionKind, prefix: &'static str) {
        if let Some(node) = self.top_mut() {
            node.kind = kind;
            node.prefix = prefix;
        }
    }

    /// Gives the provision opened last its heading, or makes the heading longer.
    pub(crate) fn heading(&mut self, span: Span) {
        if let Some(node) = self.top_mut() {
            node.heading = Some(node.heading.map_or(span, |before| before.hull(span)));
            node.span = node.span.hull(span);
        }
    }

    /// Adds words to the provision opened last as its own.
    pub(crate) fn own(&mut self, span: Span) {
        if let Some(node) = self.top_mut()
            && !span.is_empty()
        {
            node.own.push(span);
            node.texts = node.texts.max(1);
            node.span = node.span.hull(span);
        }
    }

    /// Makes the last own words of the provision opened last longer, up to the end of `span`.
    pub(crate) fn lengthen(&mut self, span: Span) {
        if let Some(node) = self.top_mut() {
            node.span = node.span.hull(span);
            match node.own.last_mut() {
                Some(last) => *last = last.hull(span),
                None => node.own.push(span),
            }
        }
    }

    /// Adds an unnumbered text by the rule of this module; a provision that it opens stays open.
    pub(crate) fn unnumbered(&mut self, text: &str, span: Span, chinese: bool) {
        let Some(node) = self.top() else { return };
        let (kind, texts) = (node.kind, node.texts);
        let childless = self.top_is_bare();
        let below = match kind {
            ProvisionKind::Article => ProvisionKind::Paragraph,
            ProvisionKind::Paragraph | ProvisionKind::Point | ProvisionKind::Indent => ProvisionKind::Subparagraph,
            _ => return self.own(span),
        };
        let chinese_article = chinese && kind == ProvisionKind::Article;
        let first = span.of(text).chars().next();
        // After a list the sentence before it may go on; after a colon words may be quoted that are to be inserted.
        let colon = self.top().and_then(|node| node.own.last()).is_some_and(|own| own.of(text).ends_with([':', '：']));
        let quotes = colon && first.is_some_and(|c| matches!(c, '‘' | '“' | '«' | '「' | '『' | '"'));
        let goes_on = quotes || (!childless && first.is_some_and(char::is_lowercase));
        if !chinese_article && ((texts == 0 && childless) || goes_on) {
            return self.own(span);
        }
        // Points before any text leave the first place to a text that is missing.
        let place = texts + 1;
        if let Some(node) = self.top_mut() {
            node.texts = place;
        }
        let prefix = if below == ProvisionKind::Paragraph { "para" } else { "subpara" };
        self.open(Opening { kind: below, prefix, number: None, start: span.start() });
        if let Some(node) = self.top_mut() {
            node.texts = node.texts.max(1);
            node.own.push(span);
            node.span = node.span.hull(span);
        }
    }

    /// Closes everything and returns the provisions with their ids.
    pub(crate) fn finish(mut self, doc: &Doc) -> Vec<Provision> {
        self.close_to(0);
        let places = self.places();
        let named: Vec<_> = self
            .nodes
            .iter()
            .zip(&places)
            .map(|(node, place)| Named {
                kind: node.kind,
                prefix: node.prefix,
                value: node.number.as_ref().map(|number| number.value.as_str()),
                place: *place,
                parent: node.parent,
            })
            .collect();
        let ids = ids::assign(&named);
        let text = doc.text();
        let provision = |(node, id): (Node, _)| Provision {
            id,
            kind: node.kind,
            number: node.number,
            heading: node.heading.filter(|span| !span.of(text).trim().is_empty()),
            span: node.span.trimmed(text),
            own: node.own.into_iter().filter(|span| !span.of(text).trim().is_empty()).collect(),
            parent: node.parent,
            end: node.end,
            depth: node.depth,
        };
        self.nodes.into_iter().zip(ids).map(provision).collect()
    }

    /// Returns the place of each provision among its unnumbered siblings of the same prefix, from 1; a text below an
    /// article or paragraph counts the first text, which is the parent's own.
    fn places(&self) -> Vec<usize> {
        let mut counts: rustc_hash::FxHashMap<(Option<usize>, &str), usize> = rustc_hash::FxHashMap::default();
        let mut places = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let parent = node.parent.and_then(|parent| self.nodes.get(parent));
            let numbered = node.number.is_some();
            let flat = matches!(node.prefix, "para" | "subpara") && !numbered;
            let first = usize::from(flat && parent.is_some_and(|parent| !parent.own.is_empty()));
            let count = counts.entry((node.parent, node.prefix)).or_insert(first);
            *count += usize::from(!numbered);
            places.push(*count);
        }
        places
    }
}
