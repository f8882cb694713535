//! Joining: groups of like demands, grown from the most alike pair on.

use super::direction::Direction;
use super::likeness::{Likeness, Vector, product};

/// How alike a pair must be to begin a group, and how alike two groups on average to become one.
///
/// Set on invented demands in both languages: below, demands on one topic that ask for different things meet.
const PAIR: f32 = 0.44;
const AVERAGE: f32 = 0.36;

/// Of how many of its most telling features a demand's neighbours are looked up.
const TELLING: usize = 10;

/// How many of those that share a feature are looked at: the ones for whom it is most telling, around which the
/// others then gather. With fewer, large asks fall apart; with more, time is spent on pairs that are not alike.
const NEIGHBOURS: usize = 32;

/// How many features of a group are kept: the rest are words that few of its members use.
const MOST_FEATURES: usize = 512;

/// A group of like demands.
#[derive(Debug)]
pub(super) struct Cluster {
    /// The groups of equal words, by index, in order.
    pub(super) members: Vec<usize>,
    /// The sum of their vectors.
    pub(super) sum: Vector,
    direction: Direction,
}

/// Returns the clusters; every group of equal words is in exactly one.
pub(super) fn clusters(likeness: &Likeness, directions: &[Direction]) -> Vec<Cluster> {
    let mut clusters: Vec<Option<Cluster>> = likeness
        .vectors
        .iter()
        .zip(directions)
        .enumerate()
        .map(|(index, (vector, &direction))| Some(Cluster { members: vec![index], sum: vector.clone(), direction }))
        .collect();
    let mut place: Vec<usize> = (0..clusters.len()).collect();
    for (_, one, other) in pairs(likeness, directions) {
        let (one, other) = (root(&mut place, one), root(&mut place, other));
        if one == other || !may_join(&clusters, one, other) {
            continue;
        }
        let Some(taken) = clusters.get_mut(other).and_then(Option::take) else { continue };
        if let Some(kept) = clusters.get_mut(one).and_then(Option::as_mut) {
            kept.take_in(taken);
        }
        place.get_mut(other).into_iter().for_each(|place| *place = one);
    }
    let mut clusters: Vec<Cluster> = clusters.into_iter().flatten().collect();
    clusters.iter_mut().for_each(|cluster| cluster.members.sort_unstable());
    clusters
}

impl Cluster {
    fn take_in(&mut self, other: Self) {
        self.members.extend(other.members);
        self.direction = self.direction.with(other.direction);
        let mut sum: Vector = Vec::with_capacity(self.sum.len() + other.sum.len());
        let (mut left, mut right) = (self.sum.iter().peekable(), other.sum.iter().peekable());
        loop {
            match (left.peek(), right.peek()) {
                (Some(&&(one, a)), Some(&&(two, b))) if one == two => {
                    sum.push((one, a + b));
                    left.next();
                    right.next();
                }
                (Some(&&(one, a)), Some(&&(two, _))) if one < two => {
                    sum.push((one, a));
                    left.next();
                }
                (Some(&&entry), None) => {
                    sum.push(entry);
                    left.next();
                }
                (_, Some(&&entry)) => {
                    sum.push(entry);
                    right.next();
                }
                (None, None) => break,
            }
        }
        if sum.len() > 2 * MOST_FEATURES {
            sum.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
            sum.truncate(MOST_FEATURES);
            sum.sort_by_key(|(feature, _)| *feature);
        }
        self.sum = sum;
    }
}

fn may_join(clusters: &[Option<Cluster>], one: usize, other: usize) -> bool {
    let at = |index: usize| clusters.get(index).and_then(Option::as_ref);
    let (Some(one), Some(other)) = (at(one), at(other)) else { return false };
    // The product of two sums is the sum of the products of all pairs.
    let pairs = one.members.len() as f32 * other.members.len() as f32;
    !one.direction.opposes(other.direction) && product(&one.sum, &other.sum) >= AVERAGE * pairs
}

fn root(place: &mut [usize], mut index: usize) -> usize {
    while let Some(&next) = place.get(index) {
        if next == index {
            break;
        }
        // Each step shortens the way for the next.
        let further = place.get(next).copied().unwrap_or(next);
        place.get_mut(index).into_iter().for_each(|place| *place = further);
        index = further;
    }
    index
}

/// Returns the pairs that are alike enough to begin with, the most alike first.
fn pairs(likeness: &Likeness, directions: &[Direction]) -> Vec<(f32, usize, usize)> {
    let lists = lists(likeness);
    let mut seen = vec![usize::MAX; likeness.vectors.len()];
    let mut pairs = Vec::new();
    for (index, vector) in likeness.vectors.iter().enumerate() {
        seen.get_mut(index).into_iter().for_each(|seen| *seen = index);
        for feature in telling(vector) {
            for &(_, neighbour) in lists.get(feature as usize).into_iter().flatten().take(NEIGHBOURS) {
                let Some(last) = seen.get_mut(neighbour).filter(|last| **last != index) else { continue };
                *last = index;
                let opposed = match (directions.get(index), directions.get(neighbour)) {
                    (Some(one), Some(other)) => one.opposes(*other),
                    _ => true,
                };
                let Some(other) = likeness.vectors.get(neighbour).filter(|_| !opposed) else { continue };
                let alike = product(vector, other);
                if alike >= PAIR {
                    pairs.push((alike, index.min(neighbour), index.max(neighbour)));
                }
            }
        }
    }
    pairs.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    pairs.dedup_by_key(|pair| (pair.1, pair.2));
    pairs
}

/// Returns the groups that have each feature, those first for whom it is most telling.
fn lists(likeness: &Likeness) -> Vec<Vec<(f32, usize)>> {
    let mut lists: Vec<Vec<(f32, usize)>> = vec![Vec::new(); likeness.features];
    for (index, vector) in likeness.vectors.iter().enumerate() {
        for &(feature, weight) in vector {
            lists.get_mut(feature as usize).into_iter().for_each(|list| list.push((weight, index)));
        }
    }
    for list in &mut lists {
        list.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        list.truncate(NEIGHBOURS);
    }
    lists
}

/// Returns the features that tell most of a demand.
fn telling(vector: &Vector) -> impl Iterator<Item = u32> {
    let mut features = vector.clone();
    features.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    features.into_iter().take(TELLING).map(|(feature, _)| feature)
}
