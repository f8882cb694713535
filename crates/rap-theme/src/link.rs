//! Links: the provision of a law that a demand speaks of, and the words that say so.
//!
//! A demand and a law enter, at least one [`Link`] leaves. Four signs are looked for, the surest first: the demand, or
//! what is said around it, cites a provision; it quotes words of one; it speaks of the matter of one, by words and by
//! concepts of the codebook, which reach across languages; it speaks of the draft as a whole. A demand without any of
//! them is tied to nothing, and says so. What comes close is shown beside the best.
//!
//! Absent on purpose: what a demand is, storage, and any guess without words to show for it.

mod cited;
mod draft;
mod matter;
mod quoted;
mod target;
mod tokens;

use rap_doc::Span;
use rap_law::Law;

use crate::Tagger;
pub use cited::{citations, standing_over};
use matter::{Matter, Near};
use quoted::Wording;
use target::Target;

/// Says how a demand is tied to a provision.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Tie {
    /// It, or what is said around it, names the provision by its number.
    Cited,
    /// It repeats words that stand in the provision.
    Quoted,
    /// It speaks of the matter of the provision.
    Meant,
    /// It speaks of the draft as a whole.
    WholeDraft,
    /// Nothing ties it to the law.
    None,
}

impl Tie {
    /// All of them, the surest first.
    pub const ALL: [Self; 5] = [Self::Cited, Self::Quoted, Self::Meant, Self::WholeDraft, Self::None];

    /// Returns the word that rows and reports use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cited => "cited",
            Self::Quoted => "quoted",
            Self::Meant => "meant",
            Self::WholeDraft => "whole-draft",
            Self::None => "none",
        }
    }
}

/// A demand in its paper.
#[derive(Copy, Clone, Debug)]
pub struct Asked<'a> {
    /// The text of the paper.
    pub text: &'a str,
    /// The words of the demand.
    pub unit: Span,
    /// The statement that holds them.
    pub statement: Span,
    /// The heading above them; empty where there is none.
    pub heading: Span,
    /// Provisions that the paper names in the demand, before it in its paragraph, or in the heading above it.
    pub cited: &'a [Citation],
}

/// A reference of a paper to a provision of the law.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Citation {
    /// The words that refer.
    pub words: Span,
    /// The provision, by index in the law.
    pub provision: usize,
}

/// A tie of a demand to a provision, with what it rests on.
#[derive(Clone, PartialEq, Debug)]
pub struct Link {
    /// What kind of tie it is.
    pub tie: Tie,
    /// The provision, by index in the law; none for the whole draft and for no tie.
    pub provision: Option<usize>,
    /// How sure the tie is, from 0 to 1.
    pub score: f32,
    /// The words that it rests on.
    pub evidence: Vec<Evidence>,
    /// Other provisions that come close, the closest first, with their scores.
    pub close: Vec<(usize, f32)>,
}

/// Words that tie a demand to a provision.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Evidence {
    /// In the paper.
    pub words: Span,
    /// In the law; none where the words name the provision and do not stand in it.
    pub law: Option<Span>,
}

/// How sure a citation is: in the demand itself, in its statement, before it in its paragraph or above it.
const CITED_INSIDE: f32 = 1.0;
const CITED_BESIDE: f32 = 0.9;
const CITED_BEFORE: f32 = 0.8;

/// The score of likeness of matter from which a demand speaks for itself, whatever was cited before it.
const SPEAKS_FOR_ITSELF: f32 = 0.5;

/// What words of the heading above a demand count beside its own, where its own do not tell enough. The words of the
/// paragraph around it were tried as well: they tie more demands, and more of them wrongly.
const OF_HEADING: f32 = 0.6;

/// Ties demands to the provisions of one law; built once for a law.
#[derive(Debug)]
pub struct Linker<'l> {
    law: &'l Law,
    targets: Vec<Target>,
    wording: Wording,
    matter: Matter<'l>,
}

impl<'l> Linker<'l> {
    /// Returns the linker of a law.
    #[must_use]
    pub fn new(law: &'l Law, tagger: &'l Tagger) -> Self {
        let targets = target::targets(law);
        let wording = Wording::of(law, &targets);
        let matter = Matter::of(law, &targets, tagger);
        Self { law, targets, wording, matter }
    }

    /// Returns the ties of a demand, at least one; several where it cites several provisions.
    #[must_use]
    pub fn links(&self, asked: &Asked<'_>) -> Vec<Link> {
        let mut close = self.matter.closest(asked.text, &[(asked.unit, 1.0)]);
        let cited = cited(asked);
        let elsewhere =
            |best: &Near| best.score >= SPEAKS_FOR_ITSELF && best.is_tie() && !self.is_cited(&cited, best.target);
        let is_near = cited.iter().any(|link| link.score > CITED_BEFORE);
        if !cited.is_empty() && (is_near || !close.first().is_some_and(elsewhere)) {
            return cited;
        }
        if !close.first().is_some_and(|best| best.is_tie()) {
            close = self.matter.closest(asked.text, &[(asked.unit, 1.0), (asked.heading, OF_HEADING)]);
        }
        let meant = |index: usize| close.iter().filter(move |found| found.target != index);
        if let Some(found) = self.wording.quoted(asked, self.law) {
            let close = meant(found.target).map(|near| (self.provision(near.target), near.score)).collect();
            let provision = Some(self.provision(found.target));
            return vec![Link { tie: Tie::Quoted, provision, score: found.score, evidence: found.evidence, close }];
        }
        if let Some((best, others)) = close.split_first().filter(|(best, _)| best.is_tie()) {
            let others = others.iter().filter(|near| near.is_close_to(best));
            let close = others.map(|near| (self.provision(near.target), near.score)).collect();
            let provision = Some(self.provision(best.target));
            let evidence = best.evidence();
            return vec![Link { tie: Tie::Meant, provision, score: best.score, evidence, close }];
        }
        let whole = draft::named(asked.text, asked.unit);
        let (tie, score) = if whole.is_empty() { (Tie::None, 0.0) } else { (Tie::WholeDraft, CITED_BEFORE) };
        let evidence = whole.into_iter().map(|words| Evidence { words, law: None }).collect();
        vec![Link { tie, provision: None, score, evidence, close: Vec::new() }]
    }

    /// Tells whether one of the ties is to this target or to a part of it.
    fn is_cited(&self, cited: &[Link], target: usize) -> bool {
        let at = self.provision(target);
        let end = self.law.provisions.get(at).map_or(at, |provision| provision.end);
        cited.iter().filter_map(|link| link.provision).any(|provision| (at..end).contains(&provision))
    }

    fn provision(&self, target: usize) -> usize {
        self.targets.get(target).map_or(0, |target| target.provision)
    }
}

/// Returns the ties by citation: those inside of the demand, or else those inside of its statement, or else the
/// nearest before it.
fn cited(asked: &Asked<'_>) -> Vec<Link> {
    let within = |span: Span| asked.cited.iter().filter(move |citation| span.contains(citation.words));
    let before = || asked.cited.iter().filter(|citation| citation.words.end() <= asked.unit.start());
    let nearest = before().map(|citation| citation.words).max_by_key(|words| words.start());
    let (citations, score): (Vec<&Citation>, f32) = if within(asked.unit).next().is_some() {
        (within(asked.unit).collect(), CITED_INSIDE)
    } else if within(asked.statement).next().is_some() {
        (within(asked.statement).collect(), CITED_BESIDE)
    } else {
        (before().filter(|citation| Some(citation.words) == nearest).collect(), CITED_BEFORE)
    };
    let mut links: Vec<Link> = Vec::new();
    for citation in citations {
        let evidence = Evidence { words: citation.words, law: None };
        match links.iter_mut().find(|link| link.provision == Some(citation.provision)) {
            Some(link) => link.evidence.push(evidence),
            None => links.push(Link {
                tie: Tie::Cited,
                provision: Some(citation.provision),
                score,
                evidence: vec![evidence],
                close: Vec::new(),
            }),
        }
    }
    links
}

#[cfg(test)]
mod tests;
