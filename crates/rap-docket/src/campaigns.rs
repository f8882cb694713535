//! From different wordings to campaigns: which texts were made from one another.
//!
//! Wordings enter: texts that differ in their words, each with the number of its copies (equal texts were joined
//! before, by [`Fingerprint`](crate::Fingerprint)). Clusters leave, each with a representative. The way:
//!
//! 1. [`Survey`]: how many of the sampled shingles of each wording stand elsewhere too;
//! 2. [`leaders::sweep`]: wordings in an order, most copies first; each joins the leader it is likest to, or leads;
//! 3. a better leader for each cluster: the wording most copied, else the one most like all others;
//! 4. the sweep once more, these leaders first, so that nothing depends on who wrote first;
//! 5. [`contained::joins`]: letters that hold a whole template and add words of their own.
//!
//! A wording joins by its likeness to the representative and to nobody else. So a cluster cannot drift: the last
//! member is as near to the representative as the first, which chains of likeness do not promise.
//! The index of samples proposes; the exact Jaccard index or containment of the two sets decides, always.
//! Sets are asked for one by one and not kept, but those of leaders. Threads change the time and nothing else.

mod contained;
mod index;
mod leaders;

use rayon::prelude::*;

use crate::Shingled;
use crate::rarity::Rarity;
use crate::sketches::{Sketch, Sketches, narrow};

/// The wordings of a docket, by number from 0 in the order in which they came.
pub trait Wordings: Sync {
    /// Returns how many there are.
    fn count(&self) -> usize;
    /// Returns how many submissions have this wording.
    fn copies(&self, wording: usize) -> u32;
    /// Reads the set of shingles of a wording into `set`, in place of what is there.
    fn read_set(&self, wording: usize, set: &mut Vec<u32>);
}

/// Says when texts are one campaign.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct CampaignOptions {
    /// The least Jaccard index of the shingles of a member and its representative.
    pub threshold: f64,
    /// The least share of a template's shingles that a longer letter must hold to be the template with own words.
    pub containment: f64,
    /// The least length of texts that are joined though they differ, in words. Shorter ones are joined when equal.
    pub least_words: usize,
    /// The least length of a text that is a campaign when it is sent more than once, in words. Shorter equal texts are
    /// equal by chance: "I support this rule", "See attached file".
    pub least_campaign: usize,
    /// The least length of a template that is looked for inside of longer letters, in words.
    pub least_template: usize,
}

impl Default for CampaignOptions {
    fn default() -> Self {
        Self { threshold: 0.5, containment: 0.8, least_words: 15, least_campaign: 8, least_template: 25 }
    }
}

/// How a wording came into its cluster.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Join {
    /// It is the representative.
    Representative,
    /// It is a template with edits.
    Near,
    /// It holds the template and says more.
    Contained,
}

/// A wording of a cluster.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Member {
    /// Its number.
    pub wording: u32,
    /// How it came in.
    pub join: Join,
}

/// Wordings that were made from one another: the representative first, then the others by number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cluster {
    /// The wordings.
    pub members: Vec<Member>,
    /// How many submissions they have together.
    pub senders: u64,
}

/// How many samples are looked at beyond those that may be missed: one if all shingles are sampled, else as many as
/// make up for an unlucky sample.
const SURE_OF_ALL: usize = 1;
const SURE: usize = 4;

/// What is known of all wordings, so that clusters can be made at more than one threshold.
#[derive(Debug)]
pub struct Survey<'w, W> {
    pub(crate) wordings: &'w W,
    /// The samples of each wording that stand elsewhere too come first, the rarest before the others.
    sketches: Sketches,
    /// Shingles that tell nothing, sorted: those of the title of the docket.
    ignored: Vec<u32>,
}

impl<'w, W: Wordings> Survey<'w, W> {
    /// Returns the survey of wordings whose sketches were made as they came. What the `titles` of the docket say is left
    /// out of all comparisons: many quote it, and nobody took it from another.
    #[must_use]
    pub fn of(wordings: &'w W, sketches: Sketches, titles: &[String]) -> Self {
        let mut ignored: Vec<u32> = titles.iter().flat_map(|title| Shingled::of(title).set().to_vec()).collect();
        ignored.sort_unstable();
        let rarity = Rarity::of(sketches.blocks());
        let mut survey = Self { wordings, sketches: Sketches::default(), ignored };
        let mut sketches = sketches;
        sketches.change(|wording, samples, sketch| survey.look_at(wording, samples, sketch, &rarity));
        survey.sketches = sketches;
        survey
    }

    /// Puts the samples that stand elsewhere too in front, by their rarity; a wording that quotes the title is as long
    /// as what it says beside.
    fn look_at(&self, wording: u32, samples: &mut [u32], sketch: &mut Sketch, rarity: &Rarity) {
        let mut order: Vec<(u8, u32)> = samples.iter().map(|shingle| (rarity.of_shingle(*shingle), *shingle)).collect();
        let mut quotes_title = false;
        for (count, shingle) in &mut order {
            let ignored = self.is_ignored(*shingle);
            quotes_title |= ignored;
            // What tells nothing goes to the end.
            *count = if ignored || *count == 1 { u8::MAX } else { *count - 1 };
        }
        order.sort_unstable();
        samples.iter_mut().zip(&order).for_each(|(sample, (_, shingle))| *sample = *shingle);
        sketch.shared = narrow(order.partition_point(|(count, _)| *count < u8::MAX));
        if quotes_title {
            let mut reader = Reader::default();
            let set = reader.set(self, wording);
            sketch.size = narrow(set.len());
            sketch.length = sketch.length.min(narrow(set.len() + 2));
        }
    }

    fn is_ignored(&self, shingle: u32) -> bool {
        !self.ignored.is_empty() && self.ignored.binary_search(&shingle).is_ok()
    }

    /// Returns the samples of a wording that can say what it is like, the rarest first.
    pub(crate) fn telling(&self, wording: u32) -> &[u32] {
        let shared = self.sketch(wording).shared as usize;
        self.sketches.samples(wording).get(..shared).unwrap_or_default()
    }

    /// Returns the rarest samples of a wording, one of which everything has that shares so much of the wording.
    pub(crate) fn rarest(&self, wording: u32, share: f64) -> &[u32] {
        let sketch = self.sketch(wording);
        let may_miss = ((1.0 - share) * f64::from(sketch.sampled)) as usize;
        let sure = if sketch.level == 0 { SURE_OF_ALL } else { SURE };
        // Samples that stand nowhere else are missed by everything.
        let missed = (sketch.sampled - sketch.shared) as usize;
        let telling = self.telling(wording);
        telling.get(..(may_miss + sure).saturating_sub(missed).max(sure)).unwrap_or(telling)
    }

    /// Returns the clusters of two submissions and more: those of most senders first, then in the order of the
    /// representatives.
    #[must_use]
    pub fn clusters(&self, options: &CampaignOptions) -> Vec<Cluster> {
        let order = self.first_order(options);
        let first = leaders::sweep(self, options, (&order, order.len()));
        let (order, leading) = self.better_order(&first);
        drop(first);
        let swept = leaders::sweep(self, options, (&order, leading));
        let assignment = contained::joins(self, options, swept);
        self.gather(&assignment)
    }

    /// Tells whether a cluster is long enough to be a campaign and no boilerplate that many write by themselves.
    #[must_use]
    pub fn is_campaign(&self, cluster: &Cluster, options: &CampaignOptions) -> bool {
        let representative = cluster.members.first().map(|member| self.sketch(member.wording));
        representative.is_some_and(|sketch| sketch.length as usize >= options.least_campaign)
    }

    pub(crate) fn sketch(&self, wording: u32) -> Sketch {
        self.sketches.sketch(wording)
    }

    /// Tells whether enough of a wording stands elsewhere that it can be like another one at all.
    fn can_be_near(&self, wording: u32, options: &CampaignOptions) -> bool {
        let sketch = self.sketch(wording);
        let needed = options.threshold * f64::from(sketch.sampled);
        // A sample may be poorer than its text: three standard deviations are left to chance, one wording in a thousand.
        let chance = if sketch.level == 0 { 0.5 } else { 3.0 * (needed * (1.0 - options.threshold)).sqrt() };
        sketch.length as usize >= options.least_words && f64::from(sketch.shared) + chance >= needed
    }

    /// Returns the wordings that can be near to others: those of most copies first, then the shortest, because a template
    /// is shorter than the letters around it, then as they came.
    fn first_order(&self, options: &CampaignOptions) -> Vec<u32> {
        let all = 0..narrow(self.wordings.count());
        let mut order: Vec<u32> = all.filter(|wording| self.can_be_near(*wording, options)).collect();
        order.sort_by_key(|wording| {
            (std::cmp::Reverse(self.wordings.copies(*wording as usize)), self.sketch(*wording).size)
        });
        order
    }

    /// Returns the same wordings, the best representative of each cluster first and those that joined nobody and were
    /// joined by nobody last, with the number of the others. Most texts of a docket are like no other; in the second
    /// sweep these may join, and are not looked for.
    fn better_order(&self, first: &leaders::Swept) -> (Vec<u32>, usize) {
        let mut clusters = first.clusters();
        let alone = clusters.iter().filter(|members| members.len() == 1).flatten();
        let lonely: rustc_hash::FxHashSet<u32> = alone.copied().collect();
        clusters.retain(|members| members.len() > 1);
        clusters.sort_by_cached_key(|members| std::cmp::Reverse(self.senders(members)));
        let best: Vec<u32> = clusters.par_iter().filter_map(|members| self.best_of(members)).collect();
        let known: rustc_hash::FxHashSet<u32> = best.iter().copied().collect();
        let (members, alone): (Vec<u32>, Vec<u32>) =
            first.order().filter(|wording| !known.contains(wording)).partition(|wording| !lonely.contains(wording));
        let leading = best.len() + members.len();
        (best.into_iter().chain(members).chain(alone).collect(), leading)
    }

    fn senders(&self, members: &[u32]) -> u64 {
        members.iter().map(|wording| u64::from(self.wordings.copies(*wording as usize))).sum()
    }

    /// Returns the wording that stands best for a cluster: the leader where it was sent more than once, because the
    /// leader has most copies; else the one that is likest to what most of the first members share.
    fn best_of(&self, members: &[u32]) -> Option<u32> {
        /// Enough members to see what a template is; more would only cost time.
        const SEEN: usize = 48;
        let leader = *members.first()?;
        if self.wordings.copies(leader as usize) > 1 {
            return Some(leader);
        }
        let mut reader = Reader::default();
        let seen = members.get(..members.len().min(SEEN))?;
        let sets: Vec<Vec<u32>> = seen.iter().map(|wording| reader.set(self, *wording).to_vec()).collect();
        let mut all: Vec<u32> = sets.iter().flatten().copied().collect();
        all.sort_unstable();
        let most = all.chunk_by(|a, b| a == b).filter(|run| run.len() * 2 > sets.len());
        let most: Vec<u32> = most.filter_map(|run| run.first().copied()).collect();
        let likeness = |set: &Vec<u32>| crate::jaccard(set, &most);
        let best =
            seen.iter().zip(&sets).reduce(|best, next| if likeness(next.1) > likeness(best.1) { next } else { best });
        best.map(|(wording, _)| *wording)
    }

    /// Returns the clusters of an assignment, those that are copies of one wording alone included.
    fn gather(&self, assignment: &contained::Assignment) -> Vec<Cluster> {
        let mut clusters: Vec<Cluster> = assignment
            .clusters()
            .into_iter()
            .map(|members| {
                let senders =
                    members.iter().map(|member| u64::from(self.wordings.copies(member.wording as usize))).sum();
                Cluster { members, senders }
            })
            .chain(self.alone(assignment))
            .filter(|cluster| cluster.senders > 1)
            .collect();
        let place = |cluster: &Cluster| cluster.members.first().map_or(0, |member| member.wording);
        clusters.sort_by_key(|cluster| (std::cmp::Reverse(cluster.senders), place(cluster)));
        clusters
    }

    /// Returns the wordings outside of every cluster that were sent more than once.
    fn alone<'s>(&'s self, assignment: &'s contained::Assignment) -> impl Iterator<Item = Cluster> + 's {
        let all = 0..narrow(self.wordings.count());
        all.filter(|wording| !assignment.holds(*wording)).filter_map(|wording| {
            let senders = u64::from(self.wordings.copies(wording as usize));
            let members = vec![Member { wording, join: Join::Representative }];
            (senders > 1).then_some(Cluster { members, senders })
        })
    }
}

/// Reads the sets of wordings one after the other in the same memory.
#[derive(Default)]
pub(crate) struct Reader {
    set: Vec<u32>,
}

impl Reader {
    pub(crate) fn set<W: Wordings>(&mut self, survey: &Survey<'_, W>, wording: u32) -> &[u32] {
        survey.wordings.read_set(wording as usize, &mut self.set);
        if !survey.ignored.is_empty() {
            self.set.retain(|shingle| !survey.is_ignored(*shingle));
        }
        &self.set
    }
}

#[cfg(test)]
mod tests;
