//! A page as the reader needs it: elements with their parents, pieces of text with their elements, metadata.

mod builder;
mod line;

use std::collections::HashMap;

use html5gum::emitters::callback::CallbackEmitter;
use html5gum::{Span, Tokenizer};
use rap_doc::BlockKind;

use builder::Builder;

/// The parts of a path that are kept at its end; what lies between them and `html/body` is `…`. A page that nests
/// deeper would otherwise cost its depth for every block.
const PATH_PARTS: usize = 12;

/// An element that may hold text.
pub(super) struct Element {
    /// The index of its name in [`Page::names`].
    pub(super) name: u16,
    /// The index of its parent; its own for the root.
    pub(super) parent: u32,
    /// Its number among the elements of its name in its parent, from 1.
    nth: u32,
    /// What its attributes say of it.
    pub(super) marks: Marks,
}

/// What the attributes of an element say of its part in the page.
#[derive(Copy, Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Marks {
    /// It is not shown.
    pub(super) hidden: bool,
    /// Its role says that it is furniture (navigation, banner).
    pub(super) furniture_role: bool,
    /// Its class or id sounds like furniture.
    pub(super) furniture_class: bool,
    /// It says that it is the article or the main part.
    pub(super) main: bool,
}

/// A run of words that a reader sees as one.
pub(super) struct Piece {
    pub(super) element: u32,
    pub(super) kind: BlockKind,
    pub(super) words: String,
    /// How many bytes of the words are links.
    pub(super) links: usize,
    /// The lines are as in the source.
    pub(super) preformatted: bool,
}

#[derive(Default)]
pub(super) struct Page {
    pub(super) names: Vec<String>,
    pub(super) elements: Vec<Element>,
    pub(super) pieces: Vec<Piece>,
    /// `title`, then `meta` names with their contents and `time`, in order, lower-case names.
    pub(super) metadata: Vec<(String, String)>,
    /// How many elements of a name a parent has.
    siblings: HashMap<(u32, u16), u32>,
}

impl Page {
    /// Reads a page in one pass.
    pub(super) fn of(html: &str) -> Self {
        let mut builder = Builder::new();
        let callback = |event: html5gum::emitters::callback::CallbackEvent<'_>, _: Span<()>| {
            builder.event(event);
            None::<std::convert::Infallible>
        };
        let mut emitter = CallbackEmitter::new(callback);
        emitter.naively_switch_states(true);
        let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
        builder.finish()
    }

    pub(super) fn name(&self, element: u32) -> &str {
        let element = self.elements.get(element as usize);
        element.and_then(|element| self.names.get(usize::from(element.name))).map_or("", String::as_str)
    }

    /// Returns the way from the root to an element, `html/body/article/p[3]`.
    pub(super) fn path(&self, element: u32) -> String {
        let mut parts = Vec::new();
        let mut at = element;
        while let Some(element) = self.elements.get(at as usize) {
            if parts.len() == PATH_PARTS && element.parent > 1 {
                parts.push("html/body/…".to_owned());
                break;
            }
            let same = self.siblings.get(&(element.parent, element.name)).copied().unwrap_or_default();
            let name = self.name(at);
            parts.push(if same > 1 { format!("{name}[{}]", element.nth) } else { name.to_owned() });
            if element.parent == at {
                break;
            }
            at = element.parent;
        }
        parts.reverse();
        parts.join("/")
    }

    /// Returns the first metadata with one of these names, the names in order of preference.
    pub(super) fn meta(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| {
            let found = self.metadata.iter().find(|(known, value)| known == name && !value.trim().is_empty());
            found.map(|(_, value)| value.trim())
        })
    }
}
