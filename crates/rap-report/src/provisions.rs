//! The laws of a report: their provisions, and which demand is tied to which.
//!
//! Laws and the single demands of entries enter, [`LawCard`]s leave. Every tie keeps the words that it rests on; a
//! demand that is tied to nothing has a link that says so, so that the links of a law cover every single demand.

use rap_doc::{BlockKind, Doc, Span};
use rap_law::{Instruments, Law, ProvisionKind};
use rap_theme::{Asked, Citation, Linker, Tagger, Tie, citations, standing_over};

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
    /// Statements that ask for nothing and name a provision: the statement and the provision, by index.
    pub remarks: Vec<(usize, usize)>,
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
    instruments: Instruments,
    /// Where the paper at hand names provisions of this law.
    cited: Vec<Citation>,
    links: Vec<LinkCard>,
    remarks: Vec<(usize, usize)>,
}

impl<'l> LawTies<'l> {
    pub(crate) fn new(named: &'l NamedLaw, tagger: &'l Tagger) -> Self {
        Self {
            named,
            linker: Linker::new(&named.law, tagger),
            instruments: Instruments::built_in(),
            cited: Vec::new(),
            remarks: Vec::new(),
            links: Vec::new(),
        }
    }

    /// Reads where the next paper names provisions of this law.
    pub(crate) fn begin(&mut self, doc: &Doc) {
        self.cited = citations(doc, &self.named.law, &self.instruments);
    }

    /// Ties one single demand of the paper; `chars` gives code points.
    pub(crate) fn tie(&mut self, unit: usize, doc: &Doc, words: Span, statement: Span, chars: impl Fn(Span) -> Range) {
        let law = self.named.law.doc.text();
        let block = doc.block_at(words.start());
        let heading = block.map(|block| heading_above(doc, block)).unwrap_or_default();
        let cited = standing_over(doc, &self.cited, statement, heading);
        let asked = Asked { text: doc.text(), unit: words, statement, heading, cited: &cited };
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

    /// Notes the provisions that a statement names which asks for nothing.
    pub(crate) fn remark(&mut self, statement: usize, span: Span) {
        let named = self.cited.iter().filter(|citation| span.contains(citation.words));
        for provision in named.map(|citation| citation.provision) {
            if !self.remarks.contains(&(statement, provision)) {
                self.remarks.push((statement, provision));
            }
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
        let remarked = self.remarks.iter().map(|(_, provision)| *provision);
        for index in self.links.iter().filter_map(|link| link.provision).chain(remarked) {
            let span = law.provisions.get(index).map(|provision| provision.span);
            if let Some(card) = provisions.get_mut(index).filter(|card| card.words.is_empty()) {
                card.words = words(span);
            }
        }
        let title = law.title.map_or("", |title| title.of(text)).trim();
        let title = if title.is_empty() { origin.clone() } else { title.to_owned() };
        LawCard { origin: origin.clone(), title, provisions, links: self.links, remarks: self.remarks }
    }
}

/// How many blocks above a paragraph a heading still speaks for it.
const REACH_OF_HEADING: usize = 24;

/// Returns the heading under which a block stands; empty where there is none.
fn heading_above(doc: &Doc, block: usize) -> Span {
    let above = doc.blocks().iter().take(block).rev().take(REACH_OF_HEADING);
    // The title of the paper stands over everything and says nothing of a paragraph.
    let mut headings = above.filter(|block| matches!(block.kind, BlockKind::Heading(level) if level > 1));
    headings.next().map(|heading| heading.span).unwrap_or_default()
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
