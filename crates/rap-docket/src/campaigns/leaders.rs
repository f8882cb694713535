//! The sweep: each wording joins the leader that it is likest to, or becomes one.
//!
//! Wordings are taken in blocks. All of a block are compared with the leaders of the blocks before, on every core;
//! those that found none are then taken one by one and compared with the leaders of their own block. The outcome
//! depends on the order and the size of the blocks, and not on the threads.

use rayon::prelude::*;

use super::index::{Index, Likeness};
use super::{CampaignOptions, Reader, Survey, Wordings};

/// Wordings that are compared at once: enough to keep the cores busy, few enough that their shingles fit in memory.
const BLOCK: usize = 4096;

/// What a sweep found: the leader of each wording that was swept, and the index of the leaders.
pub(super) struct Swept {
    pub(super) index: Index,
    /// Wording and leader, in the order of the sweep; a leader is its own.
    pub(super) joined: Vec<(u32, u32)>,
}

impl Swept {
    /// Returns the swept wordings in their order.
    pub(super) fn order(&self) -> impl Iterator<Item = u32> + '_ {
        self.joined.iter().map(|(wording, _)| *wording)
    }

    /// Returns the members of each cluster, the leader first, in the order of the sweep.
    pub(super) fn clusters(&self) -> Vec<Vec<u32>> {
        let mut place = rustc_hash::FxHashMap::default();
        let mut clusters: Vec<Vec<u32>> = Vec::new();
        for (wording, leader) in &self.joined {
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

/// Sweeps the wordings in this order.
pub(super) fn sweep<W: Wordings>(survey: &Survey<'_, W>, options: &CampaignOptions, order: &[u32]) -> Swept {
    let mut swept = Swept { index: Index::default(), joined: Vec::with_capacity(order.len()) };
    let blocks = order.chunks(BLOCK);
    let order = (&survey.rarity, options.threshold);
    for block in blocks {
        let index = &swept.index;
        let compared: Vec<Compared> = block
            .par_iter()
            .map_init(<(Reader, Vec<u32>)>::default, |(reader, hits), wording| {
                let set = reader.shingled(survey.wordings, *wording as usize, &survey.ignored).set();
                match likest(&index.near(set, order, 0, hits), set.len(), options) {
                    Some(leader) => Compared::Joins(leader),
                    None => Compared::Leads(set.to_vec()),
                }
            })
            .collect();
        let before = swept.index.len();
        let mut hits = Vec::new();
        for (wording, compared) in block.iter().zip(compared) {
            let leader = match compared {
                Compared::Joins(leader) => leader,
                Compared::Leads(set) => {
                    let found = likest(&swept.index.near(&set, order, before, &mut hits), set.len(), options);
                    found.unwrap_or_else(|| {
                        swept.index.insert(*wording, &set, &survey.rarity, options);
                        *wording
                    })
                }
            };
            swept.joined.push((*wording, leader));
        }
    }
    swept
}

enum Compared {
    Joins(u32),
    Leads(Vec<u64>),
}

/// Returns the leader with the highest Jaccard index that reaches the threshold; of equals the one compared first.
fn likest(likenesses: &[Likeness], size: usize, options: &CampaignOptions) -> Option<u32> {
    let near = likenesses.iter().map(|likeness| (likeness.jaccard(size), likeness.leader));
    let near = near.filter(|(jaccard, _)| *jaccard + 1e-9 >= options.threshold);
    near.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, leader)| leader)
}
