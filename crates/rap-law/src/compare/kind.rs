//! Kinds of change: what a pair of provisions is called, and the rows of the correlation table.

use std::collections::BTreeMap;
use std::fmt;

use super::matching::{Pair, Side};
use super::order::longest;
use super::unit::Unit;
use super::{Change, Matched, RunnerUp, of_tokens};
use crate::{Law, Piece, PieceKind, Redline};

/// Tells what became of a provision.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ChangeKind {
    /// The same words under the same number in the same place.
    Kept,
    /// Other words.
    Amended,
    /// The same words under another number.
    Renumbered,
    /// In another place among its neighbours or in another chapter, with the same words or others.
    Moved,
    /// One of several provisions that one became.
    Split,
    /// One of several provisions that became one.
    Merged,
    /// New.
    Inserted,
    /// Gone.
    Deleted,
}

impl ChangeKind {
    /// All kinds, in the order in which they are counted.
    pub const ALL: [Self; 8] = [
        Self::Kept,
        Self::Amended,
        Self::Renumbered,
        Self::Moved,
        Self::Split,
        Self::Merged,
        Self::Inserted,
        Self::Deleted,
    ];

    /// Returns the word that tables use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Amended => "amended",
            Self::Renumbered => "renumbered",
            Self::Moved => "moved",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Inserted => "inserted",
            Self::Deleted => "deleted",
        }
    }
}

impl fmt::Display for ChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A runner-up is close where it scores at most this much less.
const CLOSE: f64 = 0.12;

/// Two acts, cut into units.
pub(crate) struct Acts<'l> {
    pub(crate) old: &'l Law,
    pub(crate) new: &'l Law,
    pub(crate) old_units: &'l [Unit],
    pub(crate) new_units: &'l [Unit],
}

/// Returns the rows in the order of the new act; what was deleted stands where it stood.
pub(crate) fn changes(acts: &Acts<'_>, matched: &Matched) -> Vec<Change> {
    let moved = moved(acts, &matched.pairs);
    let links: Vec<(usize, usize)> = matched
        .pairs
        .iter()
        .map(|pair| (pair.old, pair.new))
        .chain(matched.shares.iter().map(|share| (share.old, share.new)))
        .collect();
    let mut rows: Vec<((usize, usize, usize), Change)> = Vec::new();
    for (pair, moved) in matched.pairs.iter().zip(&moved) {
        let change = Change { is_moved: *moved, ..paired(acts, pair, &links) };
        rows.push(((pair.new, 0, pair.old), named(change, several(&links, pair.old, pair.new))));
    }
    for share in &matched.shares {
        let pair = Pair { old: share.old, new: share.new, score: share.part, runner_up: None };
        let several = several(&links, share.old, share.new);
        let change = trimmed(paired(acts, &pair, &links), several);
        rows.push(((share.new, 1, share.old), named(change, several)));
    }
    for (new, _) in acts.new_units.iter().enumerate() {
        if !links.iter().any(|(_, other)| *other == new) {
            let best = matched.best_new.get(new).copied().unwrap_or(0.0);
            rows.push(((new, 0, 0), single(acts, None, Some(new), best)));
        }
    }
    let mut behind = 0;
    // What moved is no neighbour any more.
    let still = matched.pairs.iter().zip(&moved).filter(|(_, moved)| !**moved);
    let partner: BTreeMap<usize, usize> = still.map(|(pair, _)| (pair.old, pair.new)).collect();
    for (old, _) in acts.old_units.iter().enumerate() {
        behind = partner.get(&old).map_or(behind, |new| *new);
        if !links.iter().any(|(other, _)| *other == old) {
            let best = matched.best_old.get(old).copied().unwrap_or(0.0);
            rows.push(((behind, 2, old), single(acts, Some(old), None, best)));
        }
    }
    rows.sort_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, change)| change).collect()
}

/// Returns how many counterparts the two have: the old one among the new, and the new one among the old.
fn several(links: &[(usize, usize)], old: usize, new: usize) -> (usize, usize) {
    let of_old = links.iter().filter(|(other, _)| *other == old).count();
    let of_new = links.iter().filter(|(_, other)| *other == new).count();
    (of_old, of_new)
}

/// Takes from the redline of a share what belongs to the others: what comes before and behind it in a merged
/// provision, what goes before and behind it in one that was split. The row of the chief pair has these words.
fn trimmed(mut change: Change, (of_old, of_new): (usize, usize)) -> Change {
    let is_same = |piece: &Piece| matches!(piece.kind, PieceKind::Same | PieceKind::Variant);
    let pieces = std::mem::take(&mut change.redline.pieces);
    let (heading, body) = pieces.split_at_checked(change.heading_pieces).unwrap_or_default();
    let mut kept = Vec::new();
    for (part, is_heading) in [(heading, true), (body, false)] {
        let first = part.iter().position(is_same).unwrap_or(part.len());
        let last = part.iter().rposition(is_same).unwrap_or(0);
        kept.extend(part.iter().enumerate().filter_map(|(at, piece)| {
            let outside = at < first || at > last;
            let foreign = match piece.kind {
                PieceKind::Inserted => of_new > 1,
                PieceKind::Deleted => of_old > 1,
                PieceKind::Same | PieceKind::Variant => false,
            };
            (!(outside && foreign)).then_some(*piece)
        }));
        if is_heading {
            change.heading_pieces = kept.len();
        }
    }
    change.redline.pieces = kept;
    change.is_amended = change.redline.is_amended();
    change
}

fn named(change: Change, (of_old, of_new): (usize, usize)) -> Change {
    let kind = if of_new > 1 && of_new >= of_old {
        ChangeKind::Merged
    } else if of_old > 1 {
        ChangeKind::Split
    } else if change.is_moved {
        ChangeKind::Moved
    } else if change.is_amended {
        ChangeKind::Amended
    } else if change.is_renumbered {
        ChangeKind::Renumbered
    } else {
        ChangeKind::Kept
    };
    Change { kind, ..change }
}

fn paired(acts: &Acts<'_>, pair: &Pair, links: &[(usize, usize)]) -> Change {
    let (old_text, new_text) = (acts.old.doc.text(), acts.new.doc.text());
    let (redline, heading_pieces, old, new) = match (acts.old_units.get(pair.old), acts.new_units.get(pair.new)) {
        (Some(old), Some(new)) => {
            let (redline, heading) = redline(old_text, old, new_text, new);
            (redline, heading, Some(old.provision), Some(new.provision))
        }
        _ => (Redline::default(), 0, None, None),
    };
    let runner_up = pair.runner_up.filter(|(side, other, score)| {
        let is_share = match side {
            Side::Old => links.contains(&(*other, pair.new)),
            Side::New => links.contains(&(pair.old, *other)),
        };
        !is_share && pair.score - score < CLOSE
    });
    let rival = pair.runner_up.map_or(0.0, |(_, _, score)| score);
    Change {
        kind: ChangeKind::Kept,
        old,
        new,
        is_amended: redline.is_amended(),
        is_renumbered: number(acts.old, old) != number(acts.new, new),
        is_moved: false,
        similarity: redline.similarity,
        score: pair.score,
        confidence: confidence(pair.score, rival),
        runner_up: runner_up.and_then(|(side, other, score)| {
            let is_old = side == Side::Old;
            let units = if is_old { acts.old_units } else { acts.new_units };
            Some(RunnerUp { provision: units.get(other)?.provision, is_old, score })
        }),
        redline,
        heading_pieces,
    }
}

/// Returns the redline of two units, and how many of its pieces are those of the heading.
fn redline(old_text: &str, old: &Unit, new_text: &str, new: &Unit) -> (Redline, usize) {
    if old.heading == 0 && new.heading == 0 {
        return (of_tokens(old_text, &old.tokens, new_text, &new.tokens), 0);
    }
    let (old_heading, old_body) = old.tokens.split_at_checked(old.heading).unwrap_or_default();
    let (new_heading, new_body) = new.tokens.split_at_checked(new.heading).unwrap_or_default();
    let heading = of_tokens(old_text, old_heading, new_text, new_heading);
    let body = of_tokens(old_text, old_body, new_text, new_body);
    let count = heading.pieces.len();
    let (of_heading, of_body) = (old_heading.len() + new_heading.len(), old_body.len() + new_body.len());
    let all = (of_heading + of_body).max(1) as f64;
    let similarity = (heading.similarity * of_heading as f64 + body.similarity * of_body as f64) / all;
    let pieces = heading.pieces.into_iter().chain(body.pieces).collect();
    (Redline { pieces, similarity, variants: heading.variants + body.variants }, count)
}

fn number(law: &Law, provision: Option<usize>) -> Option<&str> {
    Some(law.provisions.get(provision?)?.number.as_ref()?.value.as_str())
}

/// Returns the row of a unit that has no counterpart.
fn single(acts: &Acts<'_>, old: Option<usize>, new: Option<usize>, best: f64) -> Change {
    let old_unit = old.and_then(|at| acts.old_units.get(at));
    let new_unit = new.and_then(|at| acts.new_units.get(at));
    let tokens = |unit: Option<&Unit>| unit.map(|unit| unit.tokens.clone()).unwrap_or_default();
    let redline = of_tokens(acts.old.doc.text(), &tokens(old_unit), acts.new.doc.text(), &tokens(new_unit));
    let heading_end = old_unit.or(new_unit).map_or(0, |unit| unit.heading);
    let heading_pieces = usize::from(heading_end > 0 && redline.pieces.len() > 1);
    Change {
        kind: if old.is_some() { ChangeKind::Deleted } else { ChangeKind::Inserted },
        old: old_unit.map(|unit| unit.provision),
        new: new_unit.map(|unit| unit.provision),
        is_amended: true,
        is_renumbered: false,
        is_moved: false,
        similarity: 0.0,
        score: best,
        confidence: 1.0 - steepness(best, 0.45),
        runner_up: None,
        redline: Redline { similarity: 0.0, ..redline },
        heading_pieces,
    }
}

/// Returns how sure a pair is; half sure at the least score, and less where another one scores as much.
fn confidence(score: f64, rival: f64) -> f64 {
    let margin = ((score - rival) / 0.15).clamp(0.0, 1.0);
    steepness(score, 0.44) * (0.6 + 0.4 * margin)
}

fn steepness(score: f64, middle: f64) -> f64 {
    1.0 / (1.0 + (-14.0 * (score - middle)).exp())
}

/// Tells of each pair whether it left its place: out of the order that most text keeps, or into a chapter that is
/// not what its chapter became.
fn moved(acts: &Acts<'_>, pairs: &[Pair]) -> Vec<bool> {
    let weight = |pair: &Pair| acts.old_units.get(pair.old).map_or(1, |unit| unit.tokens.len() as u64);
    let places: Vec<(usize, u64)> = pairs.iter().map(|pair| (pair.new, weight(pair))).collect();
    let mut moved = vec![true; pairs.len()];
    for index in longest(&places) {
        if let Some(moved) = moved.get_mut(index) {
            *moved = false;
        }
    }
    let home_of = |units: &[Unit], at: usize| units.get(at).and_then(home);
    let mut went: BTreeMap<(Option<usize>, Option<usize>), u64> = BTreeMap::new();
    for pair in pairs {
        *went.entry((home_of(acts.old_units, pair.old), home_of(acts.new_units, pair.new))).or_default() +=
            weight(pair);
    }
    let (mut most_from, mut most_to) = (BTreeMap::new(), BTreeMap::new());
    for ((from, to), weight) in &went {
        let most: &mut u64 = most_from.entry(*from).or_default();
        *most = (*most).max(*weight);
        let most: &mut u64 = most_to.entry(*to).or_default();
        *most = (*most).max(*weight);
    }
    for (pair, moved) in pairs.iter().zip(&mut moved) {
        let (from, to) = (home_of(acts.old_units, pair.old), home_of(acts.new_units, pair.new));
        let weight = went.get(&(from, to)).copied().unwrap_or(0);
        // A chapter that was divided went to both halves; what is the most of either side is no move.
        let stays = most_from.get(&from) == Some(&weight) || most_to.get(&to) == Some(&weight);
        *moved |= !stays;
    }
    moved
}

/// Returns what a unit must stay in so as not to be moved: its article if it is part of one, else its chapter.
fn home(unit: &Unit) -> Option<usize> {
    if unit.article == unit.provision { unit.container } else { Some(unit.article) }
}
