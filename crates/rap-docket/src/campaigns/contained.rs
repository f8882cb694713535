//! Letters that hold a whole template and say more: too long to be near, and of the campaign all the same.
//!
//! After the sweep, each wording that leads nobody, or a whole cluster whose every wording qualifies, may join a
//! cluster with a shorter representative that it contains. Templates are settled from the shortest on and a template
//! that joined another one takes in nobody, so that a representative always stands for itself.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::index::Likeness;
use super::leaders::Swept;
use super::{CampaignOptions, Join, Member, Reader, Survey, Wordings};

/// What a near text must have beyond the template to be the template with words added: some words more in all, and
/// nearly all of the template.
const ADDED_WORDS: u32 = 8;
const WHOLE_TEMPLATE: f64 = 0.95;

/// The representative of each wording that is in a cluster, with the way in which it came.
pub(super) struct Assignment {
    joined: Vec<(u32, u32, Join)>,
    held: FxHashSet<u32>,
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
        swept.joined.iter().filter(|(wording, leader)| wording != leader).map(|(wording, _)| *wording).collect();
    let least = options.containment * options.least_template as f64 * 0.5;
    let may_contain = |wording: &u32| {
        let sketch = survey.sketch(*wording);
        f64::from(sketch.shared) >= least
            && sketch.length as usize > options.least_template
            && !followers.contains(wording)
    };
    let count = super::narrow(survey.wordings.count());
    let asked: Vec<u32> = (0..count).filter(may_contain).collect();
    let held: Vec<(u32, Vec<Likeness>)> = asked
        .par_iter()
        .map_init(<(Reader, Vec<u32>)>::default, |(reader, hits), wording| {
            let set = reader.shingled(survey.wordings, *wording as usize, &survey.ignored).set();
            let mut held = swept.index.within(set, options.containment, hits);
            held.retain(|likeness| likeness.leader != *wording && contains(survey, options, likeness, set.len()));
            held.sort_by_key(|likeness| (std::cmp::Reverse(likeness.size), likeness.leader));
            (*wording, held)
        })
        .filter(|(_, held)| !held.is_empty())
        .collect();
    settle(survey, options, swept, held)
}

/// Tells whether a text of so many shingles contains a leader that is long enough to be a template.
fn contains<W: Wordings>(survey: &Survey<'_, W>, options: &CampaignOptions, found: &Likeness, size: usize) -> bool {
    survey.sketch(found.leader).length as usize >= options.least_template
        && found.size < size
        && found.containment() + 1e-9 >= options.containment
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
    for (wording, leader) in swept.joined.iter().filter(|(wording, leader)| wording != leader) {
        led.entry(*leader).or_default().push(*wording);
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

/// Tells whether a wording is near to a template or contains it, by their texts.
fn fits<W: Wordings>(survey: &Survey<'_, W>, options: &CampaignOptions, wording: u32, template: u32) -> bool {
    let (mut own, mut other) = (Reader::default(), Reader::default());
    let set = own.shingled(survey.wordings, wording as usize, &survey.ignored).set();
    let theirs = other.shingled(survey.wordings, template as usize, &survey.ignored).set();
    let likeness = Likeness { leader: template, shared: crate::overlap(set, theirs), size: theirs.len() };
    likeness.jaccard(set.len()) + 1e-9 >= options.threshold || contains(survey, options, &likeness, set.len())
}

fn assign<W: Wordings>(
    survey: &Survey<'_, W>,
    options: &CampaignOptions,
    swept: &Swept,
    moves: &BTreeMap<u32, u32>,
) -> Assignment {
    let mut pairs: Vec<(u32, u32)> = swept
        .joined
        .iter()
        .map(|(wording, leader)| (*wording, moves.get(leader).copied().unwrap_or(*leader)))
        .collect();
    let known: FxHashSet<u32> = pairs.iter().map(|(wording, _)| *wording).collect();
    let more = moves.iter().filter(|(wording, _)| !known.contains(wording));
    pairs.extend(more.map(|(wording, leader)| (*wording, *leader)));
    let mut sizes: FxHashMap<u32, u32> = FxHashMap::default();
    pairs.iter().for_each(|(_, leader)| *sizes.entry(*leader).or_default() += 1);
    pairs.retain(|(_, leader)| sizes.get(leader).is_some_and(|size| *size > 1));
    pairs.sort_unstable_by_key(|(wording, leader)| (*leader, *wording));
    let joined: Vec<(u32, u32, Join)> = pairs
        .par_iter()
        .map_init(Pairing::default, |pairing, (wording, leader)| {
            (*wording, *leader, pairing.how(survey, options, *wording, *leader))
        })
        .collect();
    let held = joined.iter().map(|(wording, ..)| *wording).collect();
    Assignment { joined, held }
}

/// Reads wordings beside their leader, which stays in memory while it is the same.
#[derive(Default)]
struct Pairing {
    own: Reader,
    other: Reader,
    leader: Option<u32>,
}

impl Pairing {
    /// Tells how a wording came to its representative.
    fn how<W: Wordings>(
        &mut self,
        survey: &Survey<'_, W>,
        options: &CampaignOptions,
        wording: u32,
        leader: u32,
    ) -> Join {
        if wording == leader {
            return Join::Representative;
        }
        if self.leader != Some(leader) {
            self.other.shingled(survey.wordings, leader as usize, &survey.ignored);
            self.leader = Some(leader);
        }
        let set = self.own.shingled(survey.wordings, wording as usize, &survey.ignored).set();
        let theirs = self.other.shingled.set();
        let likeness = Likeness { leader, shared: crate::overlap(set, theirs), size: theirs.len() };
        let near = likeness.jaccard(set.len()) + 1e-9 >= options.threshold;
        let longer = survey.sketch(wording).length >= survey.sketch(leader).length + ADDED_WORDS;
        let whole = likeness.containment() >= WHOLE_TEMPLATE;
        if near && !(longer && whole) { Join::Near } else { Join::Contained }
    }
}
