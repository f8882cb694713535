//! The laws of a report: their provisions, and which demand is tied to which.
//!
//! Laws and the single demands of entries enter, [`LawCard`]s leave. Every tie keeps the words that it rests on; a
//! demand that is tied to nothing has a link that says so, so that the links of a law cover every single demand.

use rap_doc::{Doc, Span};
use rap_law::{Law, ProvisionKind};
use rap_theme::{Asked, Linker, Tagger, Tie};

use crate::row::Range;

/// A law with the demands that are tied to it.
#[derive(Clone, PartialEq, Debug)]
pub struct LawCard {
    /// Where it came from.
    pub origin: String,
    /// Its title, as printed; its origin where it has none.
    pub title: String,
    /// Its provisions, in the order of the law.
    pub provisions: Vec<ProvisionCard>,
    /// The ties of every single demand, in their order.
    pub links: Vec<LinkCard>,
}

/// A provision as a report shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProvisionCard {
    /// Its id in the law.
    pub id: String,
    /// What it is.
    pub kind: ProvisionKind,
    /// Its number, as printed.
    pub number: String,
    /// Its heading.
    pub heading: String,
    /// What it is part of, by index.
    pub parent: Option<usize>,
    /// The index after its last descendant.
    pub end: usize,
    /// Its words, where a demand is tied to it; empty where none is.
    pub words: String,
}

/// A tie of a single demand to a provision.
#[derive(Clone, PartialEq, Debug)]
pub struct LinkCard {
    /// The single demand, by index.
    pub unit: usize,
    /// What kind of tie.
    pub tie: Tie,
    /// The provision, by index; none for the whole draft and for no tie.
    pub provision: Option<usize>,
    /// How sure, from 0 to 1.
    pub score: f32,
    /// The words that it rests on.
    pub evidence: Vec<EvidenceCard>,
    /// Other provisions that come close, with their scores.
    pub close: Vec<(usize, f32)>,
}

/// Words that tie a demand to a provision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EvidenceCard {
    /// Where they stand in the paper, in bytes.
    pub span: Span,
    /// The same in code points.
    pub chars: Range,
    /// The words of the paper.
    pub words: String,
    /// The words of the law that answer them; empty where the paper names the provision by number.
    pub law: String,
}

/// A law with its name, to which demands are to be tied.
#[derive(Clone, PartialEq, Debug)]
pub struct NamedLaw {
    /// Where it came from.
    pub origin: String,
    /// The law.
    pub law: Law,
}

/// Ties the demands of entry after entry to one law.
#[derive(Debug)]
pub(crate) struct LawTies<'l> {
    named: &'l NamedLaw,
    linker: Linker<'l>,
    links: Vec<LinkCard>,
}

impl<'l> LawTies<'l> {
    pub(crate) fn new(named: &'l NamedLaw, tagger: &'l Tagger) -> Self {
        Self { named, linker: Linker::new(&named.law, tagger), links: Vec::new() }
    }

    /// Ties one single demand of the paper; `chars` gives code points.
    pub(crate) fn tie(&mut self, unit: usize, doc: &Doc, words: Span, statement: Span, chars: impl Fn(Span) -> Range) {
        let law = self.named.law.doc.text();
        let asked = Asked { text: doc.text(), unit: words, statement, cited: &[] };
        for link in self.linker.links(&asked) {
            let evidence = link.evidence.iter().map(|evidence| EvidenceCard {
                span: evidence.words,
                chars: chars(evidence.words),
                words: evidence.words.of(doc.text()).to_owned(),
                law: evidence.law.map_or("", |span| span.of(law)).to_owned(),
            });
            self.links.push(LinkCard {
                unit,
                tie: link.tie,
                provision: link.provision,
                score: link.score,
                evidence: evidence.collect(),
                close: link.close,
            });
        }
    }

    pub(crate) fn finish(self) -> LawCard {
        let NamedLaw { origin, law } = self.named;
        let text = law.doc.text();
        let words = |span: Option<Span>| span.map_or("", |span| span.of(text)).trim().to_owned();
        let mut provisions: Vec<ProvisionCard> = law
            .provisions
            .iter()
            .map(|provision| ProvisionCard {
                id: provision.id.to_string(),
                kind: provision.kind,
                number: words(provision.number.as_ref().map(|number| number.printed)),
                heading: words(provision.heading),
                parent: provision.parent,
                end: provision.end,
                words: String::new(),
            })
            .collect();
        for index in self.links.iter().filter_map(|link| link.provision) {
            let span = law.provisions.get(index).map(|provision| provision.span);
            if let Some(card) = provisions.get_mut(index).filter(|card| card.words.is_empty()) {
                card.words = words(span);
            }
        }
        let title = law.title.map_or("", |title| title.of(text)).trim();
        let title = if title.is_empty() { origin.clone() } else { title.to_owned() };
        LawCard { origin: origin.clone(), title, provisions, links: self.links }
    }
}

impl LawCard {
    /// Returns the provision as an office writes it: `Article 7`, or with what it is part of where its own number
    /// says too little, `Article 7 (2) (a)`.
    #[must_use]
    pub fn label(&self, provision: usize) -> String {
        let (whole, inner) = self.label_in_two(provision);
        [whole, inner].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Returns the same in two parts: the article or annex, and what is meant inside of it.
    #[must_use]
    pub fn label_in_two(&self, provision: usize) -> (String, String) {
        let mut inner = Vec::new();
        let mut at = Some(provision);
        while let Some(card) = at.and_then(|index| self.provisions.get(index)) {
            if card.is_whole() {
                inner.reverse();
                return (card.number.clone(), inner.join(" "));
            }
            inner.push(card.number.as_str());
            at = card.parent;
        }
        inner.reverse();
        (inner.join(" "), String::new())
    }
}

impl ProvisionCard {
    /// Tells whether the number names the provision by itself: `Article 7` does, `(a)` does not.
    const fn is_whole(&self) -> bool {
        !matches!(
            self.kind,
            ProvisionKind::Paragraph | ProvisionKind::Subparagraph | ProvisionKind::Point | ProvisionKind::Indent
        )
    }
}
