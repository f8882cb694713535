//! What an element is to an act.

use crate::provision::ProvisionKind;

/// What an element, or the words in it, are to an act.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// Opens a provision of this kind, whose id begins with this word.
    Provision(ProvisionKind, &'static str),
    /// Opens a provision whose kind its number tells: `CHAPTER I`.
    Group,
    /// A heading that opens a part of the provision around it, up to the next of its kind.
    Part,
    /// The number of the provision around it.
    Number,
    /// The heading of the provision around it.
    Heading,
    /// The heading of the provision that comes next.
    HeadingAhead,
    /// Text of the provision around it, an unnumbered text of its own.
    Text,
    /// Text that goes on with the own words of the provision around it, as the end of a sentence after a list.
    Closing,
    /// Text that may begin with the number of the provision around it.
    Numbered,
    /// A cell of a table.
    Cell,
    /// A row of a table, or a list item in the shape of one.
    Row,
    /// A note: set apart, at the end.
    Note,
    /// The title of the act.
    Title,
    /// Words of the page that are part of no provision.
    Front,
    /// What belongs to the page and not to the act.
    Furniture,
    /// Words that the act quotes: text, whatever its elements are elsewhere.
    Quoted,
    /// Data about the act, which no reader of it sees.
    Skip,
    /// The official identifier of the act.
    Identifier,
    /// Data about the act, some of which names it.
    Meta,
    /// A part of a block, which does not end it.
    Inline,
    /// A part of a block that is printed in capitals.
    Upper,
    /// A block of words that are what the words around it are.
    Block,
}

impl Role {
    /// Returns the provision that the element opens.
    pub(crate) const fn provision(self) -> Option<(ProvisionKind, &'static str)> {
        match self {
            Self::Provision(kind, prefix) => Some((kind, prefix)),
            Self::Group => Some((ProvisionKind::Section, "sec")),
            _ => None,
        }
    }

    /// Returns what the words directly in the element are, where it says so.
    pub(crate) const fn words(self) -> Option<Self> {
        match self {
            Self::Provision(..) | Self::Group | Self::Quoted => Some(Self::Text),
            Self::Inline | Self::Upper | Self::Block | Self::Row => None,
            role => Some(role),
        }
    }

    /// Tells a role that does not end the block around it.
    pub(crate) const fn is_inline(self) -> bool {
        matches!(self, Self::Inline | Self::Upper)
    }

    /// Tells a role that shapes the tree, which quoted words must not.
    pub(crate) const fn shapes(self) -> bool {
        !matches!(self, Self::Inline | Self::Upper | Self::Block | Self::Skip | Self::Note | Self::Text | Self::Quoted)
    }
}

/// A start tag.
pub(crate) struct Element<'e> {
    /// Its name without the prefix of its name space.
    pub(crate) name: &'e str,
    /// The byte of the file at which it stands.
    pub(crate) at: usize,
    /// Returns the value of an attribute by its local name.
    pub(crate) attribute: &'e dyn Fn(&str) -> Option<String>,
}

impl Element<'_> {
    /// Returns the value of an attribute; empty where there is none.
    pub(crate) fn get(&self, name: &str) -> String {
        (self.attribute)(name).unwrap_or_default()
    }
}
