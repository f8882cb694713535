//! Blocks: the parts that a reader of a paper sees, a heading, a paragraph, a cell.

use crate::{Language, Span};

/// Tells what a block is to the eye.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum BlockKind {
    /// A heading with its level, 1 the highest.
    Heading(u8),
    /// A paragraph of running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A cell of a table.
    TableCell,
    /// A quotation set apart.
    Quote,
    /// A caption of a figure or table, or a note at the foot of a page.
    Caption,
    /// What belongs to the page and not to the text: running headers, footers, page numbers, menus.
    Furniture,
}

impl BlockKind {
    /// Returns the word that rows and reports use for this kind.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heading(_) => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem => "list-item",
            Self::TableCell => "table-cell",
            Self::Quote => "quote",
            Self::Caption => "caption",
            Self::Furniture => "furniture",
        }
    }
}

/// Says where in the paper a block stands, in the terms of its format.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Origin {
    /// The 1-based page, in formats that have pages.
    pub page: Option<u32>,
    /// The place in the format's own terms: `line 12`, `html/body/article/p[3]`, `word/document.xml#p12`.
    pub path: String,
}

/// A part of a document: what it is, where it stands in the text, where it came from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// What it is to the eye.
    pub kind: BlockKind,
    /// Its range in the text of the document.
    pub span: Span,
    /// Its place in the paper.
    pub origin: Origin,
    /// The language it is written in.
    pub language: Language,
}
