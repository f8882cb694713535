//! Comparison of two acts: what became of each provision, and which words changed.
//!
//! Two [`Law`]s enter, of any two acts and not only versions of one; a [`Comparison`] leaves: rows that pair
//! provisions at a [`Level`], each with its kind of change, its redline and how sure it is. The pipeline is a file
//! a step: `unit` cuts the acts, `feature` weighs words and phrases, `candidate` finds who may belong to whom,
//! `matching` decides with the evidence of place, `share` finds splits and merges, `kind` names the change.
//!
//! The outcome does not depend on which act is called the old one, except that inserted is then deleted and split
//! merged. Absent on purpose: exits to formats, which `rap-report` has.

mod assign;
mod candidate;
pub(crate) mod citation;
mod feature;
pub(crate) mod fold;
mod kind;
mod matching;
pub(crate) mod order;
mod script;
mod share;
pub(crate) mod unit;

pub use citation::plain_article_number;
pub use kind::ChangeKind;
pub use script::{Script, Step};

use crate::redline::{Keys, of_tokens};
use crate::{Law, Provision, ProvisionKind, Redline};
use candidate::Candidate;
use matching::{Pair, Places, Side};
use unit::Unit;

/// Tells how fine two acts are compared.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Level {
    /// Articles, recitals and annexes, each with all below it.
    #[default]
    Article,
    /// Paragraphs, and of articles what is their own.
    Paragraph,
    /// Points and indents, and of what stands above them what is their own.
    Point,
}

impl Level {
    const fn rank(self) -> u8 {
        match self {
            Self::Article => 1,
            Self::Paragraph => 2,
            Self::Point => 3,
        }
    }
}

/// How two acts are to be compared.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct CompareOptions {
    /// How fine.
    pub level: Level,
}

/// Another provision that might be the counterpart as well.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct RunnerUp {
    /// The provision, by its index.
    pub provision: usize,
    /// Whether it is one of the old act: a rival of the old provision, and not of the new one.
    pub is_old: bool,
    /// Its score; that of the row is [`Change::score`].
    pub score: f64,
}

/// What became of a provision: a row of the correlation table.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// What kind of change it is, the weightiest where there are several.
    pub kind: ChangeKind,
    /// The provision of the old act, by its index; nothing where it is inserted.
    pub old: Option<usize>,
    /// The provision of the new act, by its index; nothing where it is deleted.
    pub new: Option<usize>,
    /// Whether words came or went; typography is no amendment.
    pub is_amended: bool,
    /// Whether its number is another one.
    pub is_renumbered: bool,
    /// Whether it left its place among its neighbours or in its chapter.
    pub is_moved: bool,
    /// How much of both texts is the same, from 0 to 1; 0 where there is no counterpart.
    pub similarity: f64,
    /// What spoke for the pair, texts and place together; about 0.45 is the least.
    pub score: f64,
    /// How sure the row is, from 0 to 1: by its score and by the distance to the runner-up.
    pub confidence: f64,
    /// The best other counterpart, where it is close.
    pub runner_up: Option<RunnerUp>,
    /// The redline of heading and words, with spans of the two documents.
    pub redline: Redline,
    /// How many pieces of [`Self::redline`] belong to the heading.
    pub heading_pieces: usize,
}

/// Two acts compared.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    /// How fine.
    pub level: Level,
    /// The rows in the order of the new act; what was deleted stands where it stood.
    pub changes: Vec<Change>,
}

impl Comparison {
    /// Returns how many rows are of a kind.
    #[must_use]
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.changes.iter().filter(|change| change.kind == kind).count()
    }

    /// Returns how many words and marks are printed otherwise without being amended.
    #[must_use]
    pub fn variants(&self) -> usize {
        self.changes.iter().map(|change| change.redline.variants).sum()
    }

    /// Tells whether nothing changed but print.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.iter().all(|change| change.kind == ChangeKind::Kept)
    }
}

/// Returns what became of each provision of `old` in `new`.
#[must_use]
pub fn compare(old: &Law, new: &Law, options: CompareOptions) -> Comparison {
    let mut keys = Keys::default();
    // INVARIANT: the matching always sees the two acts in one order, so that it is the same from both sides.
    let turned = (new.provisions.len(), new.doc.text()) < (old.provisions.len(), old.doc.text());
    let (first, second) = if turned { (new, old) } else { (old, new) };
    let first_units = unit::units(first, options.level, &mut keys);
    let second_units = unit::units(second, options.level, &mut keys);
    let matched = Matched::of((first, &first_units), (second, &second_units));
    let (matched, old_units, new_units) =
        if turned { (matched.turned(), second_units, first_units) } else { (matched, first_units, second_units) };
    let changes = kind::changes(&kind::Acts { old, new, old_units: &old_units, new_units: &new_units }, &matched);
    Comparison { level: options.level, changes }
}

/// What the matching found, in units.
pub(crate) struct Matched {
    /// The pairs in the order of the old units.
    pub(crate) pairs: Vec<Pair>,
    /// Further pairs of splits and merges.
    pub(crate) shares: Vec<share::Share>,
    /// For each old and new unit without a partner the best score that it had with any.
    pub(crate) best_old: Vec<f64>,
    pub(crate) best_new: Vec<f64>,
}

impl Matched {
    fn of(old: (&Law, &[Unit]), new: (&Law, &[Unit])) -> Self {
        let (old_features, new_features) = feature::features((old.0.doc.text(), old.1), (new.0.doc.text(), new.1));
        let candidates = candidate::candidates((old.1, &old_features), (new.1, &new_features));
        let prior = candidates.iter().map(|candidate| prior(candidate, old, new)).collect();
        let old_cites = citation::citations(old.0, old.1);
        let new_cites = citation::citations(new.0, new.1);
        let places = Places { old: old.1, new: new.1, prior, old_cites, new_cites };
        let pairs = matching::pairs(&candidates, &places);
        let shares =
            share::shares(&old_features, &new_features, &candidates, &pairs, (&places.old_cites, &places.new_cites));
        let (mut best_old, mut best_new) = (vec![0.0_f64; old.1.len()], vec![0.0_f64; new.1.len()]);
        for candidate in &candidates {
            if let (Some(old), Some(new)) = (best_old.get_mut(candidate.old), best_new.get_mut(candidate.new)) {
                *old = old.max(candidate.text);
                *new = new.max(candidate.text);
            }
        }
        Self { pairs, shares, best_old, best_new }
    }

    fn turned(mut self) -> Self {
        for pair in &mut self.pairs {
            std::mem::swap(&mut pair.old, &mut pair.new);
            if let Some((side, ..)) = &mut pair.runner_up {
                *side = if *side == Side::Old { Side::New } else { Side::Old };
            }
        }
        self.pairs.sort_by_key(|pair| pair.old);
        for share in &mut self.shares {
            std::mem::swap(&mut share.old, &mut share.new);
        }
        self.shares.sort_by_key(|share| (share.old, share.new));
        std::mem::swap(&mut self.best_old, &mut self.best_new);
        self
    }
}

/// Returns what the kinds and numbers of two units say before anything is known of their places.
fn prior(candidate: &Candidate, old: (&Law, &[Unit]), new: (&Law, &[Unit])) -> f64 {
    let provision = |law: &'_ Law, units: &[Unit], at: usize| -> Option<Provision> {
        law.provisions.get(units.get(at)?.provision).cloned()
    };
    let (Some(before), Some(after)) = (provision(old.0, old.1, candidate.old), provision(new.0, new.1, candidate.new))
    else {
        return 0.0;
    };
    let class = |kind| match kind {
        ProvisionKind::Recital | ProvisionKind::Citation => 0,
        ProvisionKind::Annex => 1,
        _ => 2,
    };
    // A recital is no article, whatever words it shares with the one that it explains.
    if class(before.kind) != class(after.kind) {
        return -0.3;
    }
    let number = |provision: &Provision| provision.number.as_ref().map(|number| number.value.clone());
    let same_number = number(&before).is_some() && number(&before) == number(&after);
    if same_number { 0.03 } else { 0.0 }
}

#[cfg(test)]
mod tests;
