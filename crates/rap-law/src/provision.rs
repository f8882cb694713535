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
    /// A lettered or numbered point of a list, 项; a point of a point is a point as well.
    Point,
    /// A number inside of a Chinese point, 目, or a dash.
    Indent,
    /// An annex, a schedule, 附件.
    Annex,
    /// The formula at the end: signatures, date and place.
    Conclusion,
    /// Text that fits nowhere else and is kept.
    Other,
}

impl ProvisionKind {
    /// Returns the word that rows, reports and JSON use for this kind.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Preamble => "preamble",
            Self::Citation => "citation",
            Self::Recital => "recital",
            Self::Book => "book",
            Self::Part => "part",
            Self::Title => "title",
            Self::Chapter => "chapter",
            Self::Section => "section",
            Self::Subsection => "subsection",
            Self::Article => "article",
            Self::Paragraph => "paragraph",
            Self::Subparagraph => "subparagraph",
            Self::Point => "point",
            Self::Indent => "indent",
            Self::Annex => "annex",
            Self::Conclusion => "conclusion",
            Self::Other => "other",
        }
    }

    /// Returns the kind with this name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        const ALL: [ProvisionKind; 17] = [
            ProvisionKind::Preamble,
            ProvisionKind::Citation,
            ProvisionKind::Recital,
            ProvisionKind::Book,
            ProvisionKind::Part,
            ProvisionKind::Title,
            ProvisionKind::Chapter,
            ProvisionKind::Section,
            ProvisionKind::Subsection,
            ProvisionKind::Article,
            ProvisionKind::Paragraph,
            ProvisionKind::Subparagraph,
            ProvisionKind::Point,
            ProvisionKind::Indent,
            ProvisionKind::Annex,
            ProvisionKind::Conclusion,
            ProvisionKind::Other,
        ];
        ALL.into_iter().find(|kind| kind.name() == name)
    }
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

impl Law {
    /// Returns the index of the provision with this id, whole or without the divisions above its article:
    /// `chp_3__sec_2__art_10__para_2` and `art_10__para_2` name the same one.
    ///
    /// An id without the divisions finds nothing where two provisions would fit, as in an act whose chapters each
    /// begin again with article 1. The first unnumbered text of a provision is that provision:
    /// `art_4__para_1` finds article 4 where its only text has no number.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        let whole = |wanted: &str| self.provisions.iter().position(|provision| provision.id.as_str() == wanted);
        let short = |wanted: &str| {
            let mut fitting = self.provisions.iter().enumerate().filter(|(_, provision)| {
                let above = provision.id.as_str().strip_suffix(wanted);
                above.is_some_and(|above| above.ends_with("__") && !above.contains("anx"))
            });
            let first = fitting.next().map(|(index, _)| index);
            first.filter(|_| fitting.next().is_none())
        };
        let find = |wanted: &str| whole(wanted).or_else(|| short(wanted));
        let first_text = || id.strip_suffix("__para_1").or_else(|| id.strip_suffix("__subpara_1")).and_then(find);
        find(id).or_else(first_text)
    }

    /// Returns the indices of the provisions right below provision `index`, in order.
    pub fn children(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.provisions.get(index).map_or(0, |provision| provision.end);
        let mut next = index + 1;
        std::iter::from_fn(move || {
            let child = next;
            next = self.provisions.get(child).filter(|_| child < end)?.end;
            Some(child)
        })
    }

    /// Returns the words at a span of the act's text.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        span.of(self.doc.text())
    }

    /// Returns how many provisions of a kind the act has.
    #[must_use]
    pub fn count(&self, kind: ProvisionKind) -> usize {
        self.provisions.iter().filter(|provision| provision.kind == kind).count()
    }
}

#[cfg(test)]
mod tests;
