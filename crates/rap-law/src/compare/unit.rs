//! Units: the parts of an act that are compared with those of another, at a level.
//!
//! An act enters, its units leave in the order of the text: at the level of articles the articles, recitals and
//! annexes with all below them; at a lower level the paragraphs or points, and of what stands above them the words
//! that are its own (the opening of a list, what follows it). Every word of a provision that is no heading of a
//! chapter is in exactly one unit.

use rap_doc::Span;

use super::Level;
use crate::redline::{Keys, Token, tokens_into};
use crate::{Law, Provision, ProvisionKind};

/// A part of an act that is compared as a whole.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    /// The provision, by its index in the act.
    pub(crate) provision: usize,
    /// The nearest chapter, section or title above; nothing at the top of the act.
    pub(crate) container: Option<usize>,
    /// The article, recital or annex that it is or is part of.
    pub(crate) article: usize,
    /// The tokens of its words; the first `heading` of them are those of the heading.
    pub(crate) tokens: Vec<Token>,
    /// How many tokens its heading has.
    pub(crate) heading: usize,
}

impl Unit {
    /// Returns the keys of its tokens.
    pub(crate) fn keys(&self) -> impl Iterator<Item = u32> + '_ {
        self.tokens.iter().map(|token| token.key)
    }
}

/// Returns the units of an act at a level.
pub(crate) fn units(law: &Law, level: Level, keys: &mut Keys) -> Vec<Unit> {
    let cut = Cut::of(law, level);
    let mut units = Vec::new();
    let mut article = 0;
    let mut article_end = 0;
    let mut index = 0;
    while let Some(provision) = law.provisions.get(index) {
        let here = cut.rank_of(law, index);
        if index >= article_end {
            (article, article_end) = (index, if here.is_some() { provision.end.max(index + 1) } else { 0 });
        }
        let parted = cut.is_parted(law, index);
        let words = match here {
            Some(_) if !parted => whole(provision),
            Some(_) => own(provision),
            // What stands directly in a chapter and is no provision of its own is compared too.
            None => provision.own.clone(),
        };
        if let Some(unit) = unit(law, index, article, words, here.is_some(), keys) {
            units.push(Unit { container: container(law, &cut, index), ..unit });
        }
        index = if here.is_some() && !parted { provision.end.max(index + 1) } else { index + 1 };
    }
    units
}

fn unit(law: &Law, index: usize, article: usize, words: Vec<Span>, headed: bool, keys: &mut Keys) -> Option<Unit> {
    let text = law.doc.text();
    let provision = law.provisions.get(index)?;
    let mut tokens = Vec::new();
    let mut heading = 0;
    if let Some(span) = provision.heading.filter(|_| headed) {
        tokens_into(text, span, keys, &mut tokens);
        heading = tokens.len();
    }
    for span in words {
        // A colon between number and heading is no word of either.
        let span = span.trimmed(text);
        if !span.of(text).contains(char::is_alphanumeric) && provision.heading.is_some_and(|heading| span < heading) {
            continue;
        }
        tokens_into(text, span, keys, &mut tokens);
    }
    let says = tokens.iter().any(|token| token.is_word);
    says.then_some(Unit { provision: index, container: None, article, tokens, heading })
}

/// Returns all words of a provision but its number and heading.
fn whole(provision: &Provision) -> Vec<Span> {
    let mut cuts: Vec<Span> = provision.number.iter().map(|number| number.printed).chain(provision.heading).collect();
    cuts.sort_unstable();
    let mut spans = Vec::new();
    let mut from = provision.span.start();
    for cut in cuts {
        spans.push(Span::new(from, cut.start()));
        from = from.max(cut.end());
    }
    spans.push(Span::new(from, provision.span.end()));
    spans.retain(|span| !span.is_empty());
    spans
}

fn own(provision: &Provision) -> Vec<Span> {
    provision.own.clone()
}

fn container(law: &Law, cut: &Cut, index: usize) -> Option<usize> {
    let mut above = law.provisions.get(index)?.parent;
    while let Some(at) = above {
        let provision = law.provisions.get(at)?;
        if cut.rank_of(law, at).is_none() {
            return Some(at);
        }
        above = provision.parent;
    }
    None
}

/// Where an act is cut into units.
struct Cut {
    level: u8,
    /// Acts without articles are cut at their sections or, failing these, at whatever has a number at the top.
    basic: Option<ProvisionKind>,
}

impl Cut {
    fn of(law: &Law, level: Level) -> Self {
        let has = |kind| law.provisions.iter().any(|provision| provision.kind == kind);
        let basic = if has(ProvisionKind::Article) {
            None
        } else {
            [ProvisionKind::Section, ProvisionKind::Subsection].into_iter().find(|kind| has(*kind))
        };
        Self { level: level.rank(), basic }
    }

    /// Returns the rank of a provision; a cross-heading that groups articles is a kind of chapter.
    fn rank_of(&self, law: &Law, index: usize) -> Option<u8> {
        let provision = law.provisions.get(index)?;
        let below = law.provisions.get(index + 1..provision.end).unwrap_or_default();
        let basic = self.basic.unwrap_or(ProvisionKind::Article);
        let groups = provision.kind == ProvisionKind::Other && below.iter().any(|below| below.kind == basic);
        if groups { None } else { self.rank(provision.kind) }
    }

    /// Returns how far below an article a provision of this kind stands; nothing for chapters and what holds them.
    fn rank(&self, kind: ProvisionKind) -> Option<u8> {
        if self.basic == Some(kind) {
            return Some(1);
        }
        match kind {
            ProvisionKind::Article
            | ProvisionKind::Recital
            | ProvisionKind::Citation
            | ProvisionKind::Annex
            | ProvisionKind::Conclusion
            | ProvisionKind::Other => Some(1),
            ProvisionKind::Paragraph | ProvisionKind::Subparagraph => Some(2),
            ProvisionKind::Point | ProvisionKind::Indent => Some(3),
            ProvisionKind::Preamble
            | ProvisionKind::Book
            | ProvisionKind::Part
            | ProvisionKind::Title
            | ProvisionKind::Chapter
            | ProvisionKind::Section
            | ProvisionKind::Subsection => None,
        }
    }

    /// Tells whether something below a provision is a unit of its own.
    fn is_parted(&self, law: &Law, index: usize) -> bool {
        let Some(provision) = law.provisions.get(index) else { return false };
        let rank = self.rank_of(law, index).unwrap_or(0);
        let below = law.provisions.get(index + 1..provision.end).unwrap_or_default();
        // An annex may hold sections and articles; at the level of articles it is one unit all the same.
        rank < self.level && below.iter().any(|below| self.rank(below.kind).is_some_and(|rank| rank <= self.level))
    }
}
