//! Letters that hold a whole template and say more: too long to be near, and of the campaign all the same.
//!
//! After the sweep, each wording that leads nobody, or a whole cluster whose every wording qualifies, may join a
//! cluster with a shorter representative that it contains. Templates are settled from the shortest on and a template
//! that joined another one takes in nobody, so that a representative always stands for itself.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::index::{Asking, Likeness};
use super::leaders::{Joined, Swept};
use super::{CampaignOptions, Join, Member, Reader, Survey, Wordings};
use crate::sketches::narrow;

/// What a near text must have beyond the template to be the template with words added: some words more in all, and
/// nearly all of the template.
const ADDED_WORDS: u32 = 8;
const WHOLE_TEMPLATE: f64 = 0.95;

/// The representative of each wording that is in a cluster, with the way in which it came.
pub(super) struct Assignment {
    joined: Vec<(u32, u32, Join)>,
    held: FxHashSet<u32>,
}

impl<W: Wordings> Survey<'_, W> {
    /// Tells whether a text of so many shingles contains a leader that is long enough to be a template.
    pub(super) fn contains(&self, options: &CampaignOptions, found: &Likeness, size: usize) -> bool {
        self.sketch(found.leader).length as usize >= options.least_template
            && found.size < size
            && found.containment() + 1e-9 >= options.containment
    }
}

impl Assignment {
    pub(super) fn holds(&self, wording: u32) -> bool {
        self.held.contains(&wording)
    }

    /// Returns the members of each cluster, the representative first, then by number.
    pub(super) fn clusters(&self) -> Vec<Vec<Member>> {
        let mut sorted = self.joined.clone();
        sorted.sort_unstable_by_key(|(wording, leader, join)| (*leader, *join != Join::Representative, *wording));
        let member = |(wording, _, join): &(u32, u32, Join)| Member { wording: *wording, join: *join };
        sorted.chunk_by(|a, b| a.1 == b.1).map(|run| run.iter().map(member).collect()).collect()
    }
}

/// Joins letters to the templates that they contain, and says of every member how it came in.
pub(super) fn joins<W: Wordings>(survey: &Survey<'_, W>, options: &CampaignOptions, swept: Swept) -> Assignment {
    let moves = moves(survey, options, &swept);
    assign(survey, options, &swept, &moves)
}

/// Returns for each wording that leads nobody else, or that leads a cluster, the template that it contains.
fn moves<W: Wordings>(survey: &Survey<'_, W>, options: &CampaignOptions, swept: &Swept) -> BTreeMap<u32, u32> {
    let followers: FxHashSet<u32> =
        swept.joined.iter().filter(|joined| !joined.leads()).map(|joined| joined.wording).collect();
    let least = options.containment * options.least_template as f64 * 0.5;
    let may_contain = |wording: &u32| {
        let sketch = survey.sketch(*wording);
        f64::from(sketch.shared << sketch.level) >= least
            && sketch.length as usize > options.least_template
            && !followers.contains(wording)
    };
    let asked: Vec<u32> = (0..narrow(survey.wordings.count())).filter(may_contain).collect();
    let held: Vec<(u32, Vec<Likeness>)> = asked
        .par_iter()
        .map_init(Asking::default, |asking, wording| {
            let mut held = swept.index.within(survey, options, (*wording, 0), asking);
            held.sort_by_key(|likeness| (std::cmp::Reverse(likeness.size), likeness.leader));
            (*wording, held)
        })
        .filter(|(_, held)| !held.is_empty())
        .collect();
    settle(survey, options, swept, held)
}

/// Decides from the shortest letter on: the longest template that it holds and that still stands for itself.
fn settle<W: Wordings>(
    survey: &Survey<'_, W>,
    options: &CampaignOptions,
    swept: &Swept,
    mut held: Vec<(u32, Vec<Likeness>)>,
) -> BTreeMap<u32, u32> {
    held.sort_by_key(|(wording, _)| (survey.sketch(*wording).size, *wording));
    let mut led: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for joined in swept.joined.iter().filter(|joined| !joined.leads()) {
        led.entry(joined.leader).or_default().push(joined.wording);
    }
    let mut moves = BTreeMap::new();
    for (wording, templates) in held {
        let template = templates.iter().find(|likeness| !moves.contains_key(&likeness.leader));
        let Some(template) = template else { continue };
        let followers = led.get(&wording).map_or(&[][..], Vec::as_slice);
        if followers.par_iter().all(|follower| fits(survey, options, *follower, template.leader)) {
            moves.insert(wording, template.leader);
        }
    }
    moves
}

/// Tells whether a wording is near to a template or contains it.
fn fits<W: Wordings>(survey: &Survey<'_, W>, options: &CampaignOptions, wording: u32, template: u32) -> bool {
    let (mut own, mut other) = (Reader::default(), Reader::default());
    let (set, theirs) = (own.set(survey, wording), other.set(survey, template));
    let likeness = Likeness { leader: template, shared: crate::overlap(set, theirs), size: theirs.len() };
    likeness.jaccard(set.len()) + 1e-9 >= options.threshold || survey.contains(options, &likeness, set.len())
}

fn assign<W: Wordings>(
    survey: &Survey<'_, W>,
    options: &CampaignOptions,
    swept: &Swept,
    moves: &BTreeMap<u32, u32>,
) -> Assignment {
    // Where a wording or its leader moved, what it shares with its leader now is not counted yet.
    let mut pairs: Vec<(Joined, bool)> = Vec::with_capacity(swept.joined.len());
    for joined in &swept.joined {
        let moved = moves.get(&joined.leader);
        pairs.push((Joined { leader: moved.copied().unwrap_or(joined.leader), ..*joined }, moved.is_none()));
    }
    let known: FxHashSet<u32> = swept.joined.iter().map(|joined| joined.wording).collect();
    let more = moves.iter().filter(|(wording, _)| !known.contains(wording));
    pairs.extend(more.map(|(wording, leader)| (Joined { wording: *wording, leader: *leader, shared: 0 }, false)));
    let mut sizes: FxHashMap<u32, u32> = FxHashMap::default();
    pairs.iter().for_each(|(pair, _)| *sizes.entry(pair.leader).or_default() += 1);
    pairs.retain(|(pair, _)| sizes.get(&pair.leader).is_some_and(|size| *size > 1));
    pairs.sort_unstable_by_key(|(pair, _)| (pair.leader, pair.wording));
    let joined: Vec<(u32, u32, Join)> = pairs
        .par_iter()
        .map_init(<(Reader, Reader)>::default, |readers, (pair, counted)| {
            (pair.wording, pair.leader, how(survey, options, (*pair, *counted), readers))
        })
        .collect();
    let held = joined.iter().map(|(wording, ..)| *wording).collect();
    Assignment { joined, held }
}

/// Tells how a wording came to its representative.
fn how<W: Wordings>(
    survey: &Survey<'_, W>,
    options: &CampaignOptions,
    (pair, counted): (Joined, bool),
    readers: &mut (Reader, Reader),
) -> Join {
    if pair.leads() {
        return Join::Representative;
    }
    let (own, other) = (survey.sketch(pair.wording), survey.sketch(pair.leader));
    let (likeness, size) = if counted {
        let likeness = Likeness { leader: pair.leader, shared: pair.shared as usize, size: other.size as usize };
        (likeness, own.size as usize)
    } else {
        let (set, theirs) = (readers.0.set(survey, pair.wording), readers.1.set(survey, pair.leader));
        (Likeness { leader: pair.leader, shared: crate::overlap(set, theirs), size: theirs.len() }, set.len())
    };
    let near = likeness.jaccard(size) + 1e-9 >= options.threshold;
    let longer = own.length >= other.length + ADDED_WORDS;
    let whole = likeness.containment() >= WHOLE_TEMPLATE;
    if near && !(longer && whole) { Join::Near } else { Join::Contained }
}
