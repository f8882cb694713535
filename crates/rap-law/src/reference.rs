//! References: which provisions of an act, or of other acts, the words of a text refer to.
//!
//! The grammar ([`crate::cite`]) tells what a text says; here it is looked up in the act at hand. A reference is
//! resolved when every provision that it names was found; where one was not, the reference is unresolved and its
//! target is what it says, never the part of it that was found. Relative words (`paragraph 1`, 前款, `this Article`)
//! are taken from the provision that they stand in.

mod index;
mod resolve;
mod written;

use rap_doc::{BlockKind, Doc, Span};

use crate::cite::{Act, Citation, Grammar, Pick, Unit};
use crate::instruments::Instruments;
use crate::provision::Law;
use index::Index;

/// Tells whether a reference stays in its act.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ReferenceKind {
    /// To the act at hand.
    Internal,
    /// To another act.
    External,
}

impl ReferenceKind {
    /// Returns the word that rows and reports use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::External => "external",
        }
    }
}

/// Words that refer to provisions or to an act.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference {
    /// The words.
    pub span: Span,
    /// Whether they stay in the act at hand.
    pub kind: ReferenceKind,
    /// What they refer to: ids of provisions, `act` for the act at hand, `celex:32016R0679#art_6__para_1` for another
    /// act, one for each provision; of an unresolved reference, what it says as far as it can be written as an id.
    pub target: Vec<String>,
    /// Whether everything that the words refer to is in `target` and was found.
    pub resolved: bool,
    /// The provision that the words stand in, by index; nothing outside of provisions and where there is no act.
    pub provision: Option<usize>,
}

/// Returns the references of an act in the order of its text. Numbers and titles of its own provisions are none.
#[must_use]
pub fn references(law: &Law, instruments: &Instruments) -> Vec<Reference> {
    let grammar = Grammar::new(instruments);
    let index = Index::of(law);
    let text = law.doc.text();
    let mut places = Places::new(law);
    let mut resolver = resolve::Resolver::new(Some((law, &index)), text);
    let mut found = Vec::new();
    for block in law.doc.blocks() {
        if block.kind == BlockKind::Furniture || law.title.is_some_and(|title| title.contains(block.span)) {
            continue;
        }
        for citation in grammar.citations(block.span.of(text)) {
            let citation = shifted(citation, block.span.start());
            let provision = places.at(citation.span.start());
            if !is_own_number(law, provision, citation.span) {
                found.push(resolver.resolve(&citation, provision));
            }
        }
    }
    found
}

/// Returns the references of a paper that is no act, block by block.
#[must_use]
pub fn references_in_doc(doc: &Doc, instruments: &Instruments) -> Vec<Reference> {
    let grammar = Grammar::new(instruments);
    let text = doc.text();
    let mut resolver = resolve::Resolver::new(None, text);
    let mut found = Vec::new();
    for block in doc.blocks() {
        let citations = grammar.citations(block.span.of(text));
        let citations = citations.into_iter().map(|citation| shifted(citation, block.span.start()));
        found.extend(citations.map(|citation| resolver.resolve(&citation, None)));
    }
    found
}

/// Returns the references of any text: a submission, an article, a draft without headings.
#[must_use]
pub fn references_in_text(text: &str, instruments: &Instruments) -> Vec<Reference> {
    let grammar = Grammar::new(instruments);
    let mut resolver = resolve::Resolver::new(None, text);
    grammar.citations(text).iter().map(|citation| resolver.resolve(citation, None)).collect()
}

/// Returns the references of a text that speaks of an act, as submissions speak of a draft: what names no act, or the
/// act by its title, is looked up in `law`.
///
/// People call the units of a draft by what they are used to; where the act has no articles but clauses or sections,
/// "Article 9" is its clause or section 9.
#[must_use]
pub fn references_to(law: &Law, text: &str, instruments: &Instruments) -> Vec<Reference> {
    let grammar = Grammar::new(instruments);
    let index = Index::of(law);
    let mut resolver = resolve::Resolver::new(Some((law, &index)), text);
    let title = law.title.map_or("", |title| law.words(title)).trim();
    let mut found = Vec::new();
    for mut citation in grammar.citations(text) {
        if citation.act == Act::Unknown && !title.is_empty() && citation.span.of(text).contains(title) {
            citation.act = Act::This;
        }
        let reference = resolver.resolve(&citation, None);
        if reference.resolved || is_other(&citation.act) {
            found.push(reference);
            continue;
        }
        let others = BASIC_UNITS.iter().filter_map(|unit| in_unit(&citation, *unit));
        let other = others.map(|citation| resolver.resolve(&citation, None)).find(|other| other.resolved);
        found.push(other.unwrap_or(reference));
    }
    found
}

/// The units that acts number through; which of them an act has is a custom of its country.
const BASIC_UNITS: [Unit; 3] = [Unit::Article, Unit::Point, Unit::Section];

/// Returns the reference with its first unit called otherwise; nothing where it does not begin with a basic unit and
/// a figure.
fn in_unit(citation: &Citation, unit: Unit) -> Option<Citation> {
    let mut citation = citation.clone();
    for group in citation.paths.iter_mut().filter_map(|path| path.first_mut()) {
        let figure =
            |number: &[String]| number.first().is_some_and(|first| first.starts_with(|c: char| c.is_ascii_digit()));
        let figures = group.picks.iter().all(|pick| match pick {
            Pick::One(number) => figure(number),
            Pick::Range(from, to) => figure(from) && figure(to),
            _ => false,
        });
        if !figures || !BASIC_UNITS.contains(&group.unit) {
            return None;
        }
        group.unit = unit;
    }
    Some(citation)
}

fn shifted(mut citation: Citation, by: usize) -> Citation {
    citation.span = citation.span.shifted(by);
    citation
}

/// Tells the number that a provision is printed under from a reference.
fn is_own_number(law: &Law, provision: Option<usize>, span: Span) -> bool {
    let provision = provision.and_then(|index| law.provisions.get(index));
    provision.and_then(|provision| provision.number.as_ref()).is_some_and(|number| number.printed.overlaps(span))
}

/// Finds the innermost provision at a place; places come in order, so that nothing is looked at twice.
struct Places<'l> {
    law: &'l Law,
    next: usize,
}

impl<'l> Places<'l> {
    const fn new(law: &'l Law) -> Self {
        Self { law, next: 0 }
    }

    fn at(&mut self, byte: usize) -> Option<usize> {
        while self.law.provisions.get(self.next).is_some_and(|provision| provision.span.start() <= byte) {
            self.next += 1;
        }
        let mut index = self.next.checked_sub(1);
        while let Some(provision) = index.and_then(|index| self.law.provisions.get(index)) {
            if byte < provision.span.end() {
                return index;
            }
            index = provision.parent;
        }
        None
    }
}

/// Tells an act that words name from the act at hand.
const fn is_other(act: &Act) -> bool {
    matches!(act, Act::Named | Act::Known(_) | Act::Unknown)
}

#[cfg(test)]
mod tests;
