//! The sweep: each wording joins the leader that it is likest to or contains, or becomes one.
//!
//! Wordings are taken in blocks. All of a block are compared with the leaders of the blocks before, on every core;
//! those that found none are then taken one by one and compared with the leaders of their own block. The outcome
//! depends on the order and the size of the blocks, and not on the threads.

use rayon::prelude::*;

use super::index::{Asking, Index, Likeness};
use super::{CampaignOptions, Survey, Wordings};
use crate::sketches::narrow;

/// Wordings that are compared at once: enough to keep the cores busy, few enough that their shingles fit in memory.
const BLOCK: usize = 4096;

/// What a sweep found: the leader of each wording that was swept, and the index of the leaders.
pub(super) struct Swept {
    pub(super) index: Index,
    /// What was swept, in this order.
    pub(super) joined: Vec<Joined>,
}

/// A wording with the leader that it joined, or that it is.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) struct Joined {
    pub(super) wording: u32,
    pub(super) leader: u32,
    /// How many shingles both have.
    pub(super) shared: u32,
}

impl Joined {
    pub(super) const fn leads(self) -> bool {
        self.wording == self.leader
    }
}

impl Swept {
    /// Returns the swept wordings in their order.
    pub(super) fn order(&self) -> impl Iterator<Item = u32> + '_ {
        self.joined.iter().map(|joined| joined.wording)
    }

    /// Returns the members of each cluster, the leader first, in the order of the sweep.
    pub(super) fn clusters(&self) -> Vec<Vec<u32>> {
        let mut place = rustc_hash::FxHashMap::default();
        let mut clusters: Vec<Vec<u32>> = Vec::new();
        for Joined { wording, leader, .. } in &self.joined {
            let at = *place.entry(*leader).or_insert_with(|| {
                clusters.push(Vec::new());
                clusters.len() - 1
            });
            if let Some(members) = clusters.get_mut(at) {
                members.push(*wording);
            }
        }
        clusters
    }
}

/// Sweeps the wordings in this order; those from the `leading`-th on may join and lead nobody.
pub(super) fn sweep<W: Wordings>(
    survey: &Survey<'_, W>,
    options: &CampaignOptions,
    (order, leading): (&[u32], usize),
) -> Swept {
    let mut swept = Swept { index: Index::default(), joined: Vec::with_capacity(order.len()) };
    let mut asking = Asking::default();
    for block in order.chunks(BLOCK) {
        let index = &swept.index;
        let compared: Vec<Option<Likeness>> = block
            .par_iter()
            .map_init(Asking::default, |asking, wording| index.joined(survey, options, (*wording, 0), asking))
            .collect();
        let before = swept.index.len();
        for (wording, found) in block.iter().zip(compared) {
            let found = found.or_else(|| swept.index.joined(survey, options, (*wording, before), &mut asking));
            let (leader, shared) = found.map_or((*wording, 0), |found| (found.leader, narrow(found.shared)));
            if found.is_none() && swept.joined.len() < leading {
                swept.index.insert(survey, options, *wording, asking.reader.set(survey, *wording));
            }
            swept.joined.push(Joined { wording: *wording, leader, shared });
        }
    }
    swept
}
