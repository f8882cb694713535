//! Evidence: whose words stand for an ask, and why its demands are one.

use std::collections::BTreeMap;

use super::join::Cluster;
use super::likeness::{Likeness, content_stem, for_each_term, product};
use super::{Ask, Group};
use crate::Tagger;
use crate::chinese::is_han;
use crate::codebook::OTHER;

/// The lengths, in words or in Chinese characters by twos, between which a demand reads well alone.
const CLEAR_WORDS: std::ops::RangeInclusive<usize> = 4..=32;

/// What a demand outside of these lengths loses against the others.
const UNCLEAR: f32 = 0.8;

/// Returns the ask of a cluster; none where the cluster is empty, which does not happen.
pub(super) fn ask(cluster: &Cluster, groups: &[Group<'_>], likeness: &Likeness, tagger: &Tagger) -> Option<Ask> {
    let representative = representative(cluster, groups, likeness)?;
    let group = groups.get(representative)?;
    let mut units: Vec<usize> =
        cluster.members.iter().filter_map(|&member| groups.get(member)).flat_map(|group| group.units.clone()).collect();
    units.sort_unstable();
    let many = cluster.members.len() as f32;
    let within = product(&cluster.sum, &cluster.sum) - many;
    Some(Ask {
        theme: group.unit.tags.first().map_or(OTHER, |tag| &tag.theme).to_owned(),
        representative: group.index,
        units,
        concepts: concepts(cluster, likeness, tagger),
        shared: shared(cluster, groups, &group.unit.quote),
        cohesion: if many > 1.0 { (within / (many * (many - 1.0))).clamp(0.0, 1.0) } else { 1.0 },
    })
}

/// Returns the member that is most like all others and reads well alone; the first in order among equals.
fn representative(cluster: &Cluster, groups: &[Group<'_>], likeness: &Likeness) -> Option<usize> {
    let mut best: Option<(f32, usize)> = None;
    for &member in &cluster.members {
        let words = length(&groups.get(member)?.folded);
        let clarity = if CLEAR_WORDS.contains(&words) { 1.0 } else { UNCLEAR };
        let central = product(likeness.vectors.get(member)?, &cluster.sum) * clarity;
        if best.is_none_or(|(most, _)| central > most) {
            best = Some((central, member));
        }
    }
    best.map(|(_, member)| member)
}

fn length(folded: &str) -> usize {
    let characters = folded.chars().filter(|c| is_han(*c)).count();
    characters / 2 + folded.split(' ').filter(|word| word.is_ascii() && !word.is_empty()).count()
}

fn concepts(cluster: &Cluster, likeness: &Likeness, tagger: &Tagger) -> Vec<String> {
    let mut found: BTreeMap<usize, (usize, f32)> = BTreeMap::new();
    for (concept, weight) in cluster.members.iter().filter_map(|&member| likeness.concepts.get(member)).flatten() {
        let entry = found.entry(*concept).or_default();
        entry.0 += 1;
        entry.1 += weight;
    }
    let mut common: Vec<(f32, usize)> = found
        .into_iter()
        .filter(|(_, (count, _))| count * 2 > cluster.members.len())
        .map(|(concept, (_, weight))| (weight, concept))
        .collect();
    common.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    common.into_iter().map(|(_, concept)| tagger.concept_id(concept).to_owned()).collect()
}

/// Returns the words of the representative that most of the members share.
fn shared(cluster: &Cluster, groups: &[Group<'_>], quote: &str) -> Vec<String> {
    if cluster.members.len() < 2 {
        return Vec::new();
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for group in cluster.members.iter().filter_map(|&member| groups.get(member)) {
        let mut terms = Vec::new();
        for_each_term(&group.folded, |term| terms.push(term.to_owned()));
        terms.sort_unstable();
        terms.dedup();
        terms.into_iter().for_each(|term| *counts.entry(term).or_default() += 1);
    }
    let common = |term: &str| counts.get(term).is_some_and(|count| count * 2 > cluster.members.len());
    let mut shared: Vec<String> = Vec::new();
    for word in quote.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let found = if word.is_ascii() {
            let stem = content_stem(&word.to_ascii_lowercase());
            stem.filter(|stem| common(stem)).map(|_| vec![word.to_owned()]).unwrap_or_default()
        } else {
            common_runs(word, &common)
        };
        found.into_iter().for_each(|word| {
            if !shared.contains(&word) {
                shared.push(word)
            }
        });
    }
    shared
}

/// Returns the runs of Chinese characters of which every pair is common.
fn common_runs(word: &str, common: &impl Fn(&str) -> bool) -> Vec<String> {
    let characters: Vec<char> = word.chars().collect();
    let mut runs = Vec::new();
    let mut run = String::new();
    for pair in characters.windows(2) {
        let folded: String = pair.iter().map(|c| crate::chinese::simplified(*c)).collect();
        if common(&folded) {
            let from = usize::from(!run.is_empty());
            run.extend(pair.iter().skip(from));
        } else if !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
    }
    if !run.is_empty() {
        runs.push(run);
    }
    runs
}
