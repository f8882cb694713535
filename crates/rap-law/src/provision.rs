//! The provision tree: what an act is made of, as ranges into its document.

use std::fmt;

use rap_doc::{Doc, Finding, Span};

/// Names a provision in the manner of Akoma Ntoso (`chp_3__sec_2__art_10__para_2__point_b`).
///
/// Unique inside of one [`Law`], also where the act itself numbers two provisions alike.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ProvisionId(String);

impl ProvisionId {
    /// Returns the id made of these words; an importer sees to it that it is unique.
    pub fn new(id: String) -> Self {
        Self(id)
    }

    /// Returns the id as it is printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProvisionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Tells what a provision is; the names are those of Akoma Ntoso 3 where it has one.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum ProvisionKind {
    /// The preamble: citations, recitals and the formula of enactment.
    Preamble,
    /// "Having regard to …".
    Citation,
    /// A numbered "Whereas".
    Recital,
    /// A book, 卷.
    Book,
    /// A part, 编.
    Part,
    /// A title.
    Title,
    /// A chapter, 章.
    Chapter,
    /// A section of a chapter, 节; in acts whose basic unit is the section, see [`Self::Article`].
    Section,
    /// A group below a section.
    Subsection,
    /// The basic numbered unit: an article, 条; the section of a common-law act.
    Article,
    /// A paragraph of an article, 款.
    Paragraph,
    /// An unnumbered part of a paragraph.
    Subparagraph,
    /// A lettered or numbered point of a list, 项.
    Point,
    /// A point inside a point, 目, or a dash.
    Indent,
    /// An annex, a schedule, 附件.
    Annex,
    /// The formula at the end: signatures, date and place.
    Conclusion,
    /// Text that fits nowhere else and is kept.
    Other,
}

/// The number of a provision, as printed and as a value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Number {
    /// The words of the document that number it: `Article 10`, `(a)`, `第十二条之一`.
    pub printed: Span,
    /// The value in plain form: `10`, `a`, `iv`, `12-1` for 第十二条之一, `12a`.
    pub value: String,
}

/// One provision: a node of the tree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Provision {
    /// Its id, unique in the act.
    pub id: ProvisionId,
    /// What it is.
    pub kind: ProvisionKind,
    /// Its number, where it has one.
    pub number: Option<Number>,
    /// Its heading, without the number.
    pub heading: Option<Span>,
    /// All of it with everything below it, from the number to the last character.
    pub span: Span,
    /// The words that are its own and not those of a provision below: the text before, between and after its
    /// children, in order, without number and heading.
    pub own: Vec<Span>,
    /// The provision that it is part of, by index; nothing at the top.
    pub parent: Option<usize>,
    /// The index after its last descendant: descendants of provision `i` are `i + 1..end`.
    pub end: usize,
    /// How deep it lies; 0 at the top.
    pub depth: usize,
}

/// One act at one date: its document and its provisions in the order of the text, parents before children.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Law {
    /// The text with its blocks; language and place of each are there.
    pub doc: Doc,
    /// The title as printed.
    pub title: Option<Span>,
    /// The official identifier that the source states: a CELEX number, an ELI, a URI.
    pub identifier: Option<String>,
    /// The provisions in the order of the text, each followed by those below it.
    pub provisions: Vec<Provision>,
    /// What did not fit.
    pub findings: Vec<Finding>,
}
