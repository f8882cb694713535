//! From different wordings to campaigns: which texts were made from one another.
//!
//! Wordings enter: texts that differ in their words, each with the number of its copies (equal texts were joined
//! before, by [`Fingerprint`](crate::Fingerprint)). Clusters leave, each with a representative. The way:
//!
//! 1. [`Survey`]: the size of each wording and how many of its shingles stand elsewhere too;
//! 2. [`leaders::sweep`]: wordings in an order, most copies first; each joins the leader it is likest to, or leads;
//! 3. a better leader for each cluster: the wording most copied, else the one most like all others;
//! 4. the sweep once more, these leaders first, so that nothing depends on who wrote first;
//! 5. [`contained::joins`]: letters that hold a whole template and add words of their own.
//!
//! A wording joins by its likeness to the representative and to nobody else. So a cluster cannot drift: the last
//! member is as near to the representative as the first, which chains of likeness do not promise.
//! The index of rare shingles proposes; the exact Jaccard index or containment of the two sets decides, always.
//! Texts are asked for one by one and not kept. Threads change the time and nothing else.

mod contained;
mod index;
mod leaders;

use rayon::prelude::*;

use crate::{Rarity, Shingled};

/// The wordings of a docket, by number from 0 in the order in which they came.
pub trait Wordings: Sync {
    /// Returns how many there are.
    fn count(&self) -> usize;
    /// Returns how many submissions have this wording.
    fn copies(&self, wording: usize) -> u32;
    /// Reads the text of a wording into `text`, in place of what is there.
    fn read(&self, wording: usize, text: &mut String);
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

/// What is known of a wording without its text.
#[derive(Copy, Clone, Default, Debug)]
pub(crate) struct Sketch {
    /// How many shingles it has.
    pub(crate) size: u32,
    /// How many of them stand in other wordings too, and a few that do not but look so.
    pub(crate) shared: u32,
    /// How many words it has.
    pub(crate) length: u32,
}

/// What is known of all wordings, so that clusters can be made at more than one threshold.
#[derive(Debug)]
pub struct Survey<'w, W> {
    pub(crate) wordings: &'w W,
    pub(crate) rarity: Rarity,
    pub(crate) sketches: Vec<Sketch>,
    /// Shingles that tell nothing, sorted: those of the title of the docket.
    pub(crate) ignored: Vec<u64>,
}

impl<'w, W: Wordings> Survey<'w, W> {
    /// Looks at every wording twice: once to count its shingles, once to see which of them are shared.
    #[must_use]
    pub fn of(wordings: &'w W, bytes: u64) -> Self {
        let rarity = Rarity::for_bytes(bytes);
        (0..wordings.count()).into_par_iter().for_each_init(Reader::default, |reader, wording| {
            rarity.count(reader.shingled(wordings, wording, &[]).set());
        });
        Self::counted(wordings, rarity, &[])
    }

    /// Returns the survey of wordings whose shingles were counted as they came. What the `titles` of the docket say is
    /// left out of all comparisons: many quote it, and nobody took it from another.
    #[must_use]
    pub fn counted(wordings: &'w W, rarity: Rarity, titles: &[String]) -> Self {
        let mut ignored: Vec<u64> = titles.iter().flat_map(|title| Shingled::of(title).set().to_vec()).collect();
        ignored.sort_unstable();
        let sketches = (0..wordings.count()).into_par_iter().map_init(Reader::default, |reader, wording| {
            let shingled = reader.shingled(wordings, wording, &ignored);
            let set = shingled.set();
            let shared = set.iter().filter(|shingle| rarity.of(**shingle) > 1).count();
            Sketch {
                size: narrow(set.len()),
                shared: narrow(shared),
                length: narrow(shingled.length().min(set.len() + 2)),
            }
        });
        let sketches = sketches.collect();
        Self { wordings, rarity, sketches, ignored }
    }

    /// Returns the clusters of two submissions and more: those of most senders first, then in the order of the
    /// representatives.
    #[must_use]
    pub fn clusters(&self, options: &CampaignOptions) -> Vec<Cluster> {
        let first = leaders::sweep(self, options, &self.first_order(options));
        let order = self.better_order(&first);
        let swept = leaders::sweep(self, options, &order);
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
        self.sketches.get(wording as usize).copied().unwrap_or_default()
    }

    /// Tells whether enough of a wording stands elsewhere that it can be like another one at all.
    fn can_be_near(&self, wording: u32, options: &CampaignOptions) -> bool {
        let sketch = self.sketch(wording);
        sketch.length as usize >= options.least_words
            && f64::from(sketch.shared) + 0.5 >= options.threshold * f64::from(sketch.size)
    }

    /// Returns the wordings that can be near to others: those of most copies first, then as they came.
    fn first_order(&self, options: &CampaignOptions) -> Vec<u32> {
        let all = 0..narrow(self.wordings.count());
        let mut order: Vec<u32> = all.filter(|wording| self.can_be_near(*wording, options)).collect();
        order.sort_by_key(|wording| std::cmp::Reverse(self.wordings.copies(*wording as usize)));
        order
    }

    /// Returns the same wordings, the best representative of each cluster first.
    fn better_order(&self, first: &leaders::Swept) -> Vec<u32> {
        let mut clusters = first.clusters();
        clusters.retain(|members| members.len() > 1);
        clusters.sort_by_cached_key(|members| std::cmp::Reverse(self.senders(members)));
        let best: Vec<u32> = clusters.par_iter().filter_map(|members| self.best_of(members)).collect();
        let known: rustc_hash::FxHashSet<u32> = best.iter().copied().collect();
        best.into_iter().chain(first.order().filter(|wording| !known.contains(wording))).collect()
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
        let sets: Vec<Vec<u64>> = seen
            .iter()
            .map(|wording| reader.shingled(self.wordings, *wording as usize, &self.ignored).set().to_vec())
            .collect();
        let mut all: Vec<u64> = sets.iter().flatten().copied().collect();
        all.sort_unstable();
        let most = all.chunk_by(|a, b| a == b).filter(|run| run.len() * 2 > sets.len());
        let most: Vec<u64> = most.filter_map(|run| run.first().copied()).collect();
        let likeness = |set: &Vec<u64>| crate::jaccard(set, &most);
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

/// Reads wordings one after the other in the same memory.
#[derive(Default)]
pub(crate) struct Reader {
    text: String,
    shingled: Shingled,
}

impl Reader {
    pub(crate) fn shingled(&mut self, wordings: &impl Wordings, wording: usize, ignored: &[u64]) -> &Shingled {
        wordings.read(wording, &mut self.text);
        self.shingled.read(&self.text);
        self.shingled.ignore(ignored);
        &self.shingled
    }
}

/// A docket has fewer than four thousand million wordings; more are not told apart.
pub(crate) fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
