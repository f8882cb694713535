//! Order: the longest run of pairs that stand in the same order in both texts.

/// Returns the indices of the heaviest rising run of `(place, weight)`; in a tie the earliest.
///
/// The places of the other text stand in the order of the slice. Time grows with `n log n`.
pub(crate) fn longest(places: &[(usize, u64)]) -> Vec<usize> {
    let mut ranks: Vec<usize> = places.iter().map(|(place, _)| *place).collect();
    ranks.sort_unstable();
    ranks.dedup();
    // A Fenwick tree of the heaviest run that ends at a place or before it.
    let mut tree: Vec<(u64, usize)> = vec![(0, usize::MAX); ranks.len() + 1];
    let mut before = vec![usize::MAX; places.len()];
    let mut best = (0, usize::MAX);
    for (index, (place, weight)) in places.iter().enumerate() {
        let rank = ranks.partition_point(|other| other < place);
        let (heaviest, last) = heaviest(&tree, rank);
        if let Some(before) = before.get_mut(index) {
            *before = last;
        }
        let run = (heaviest + (*weight).max(1), index);
        raise(&mut tree, rank + 1, run);
        if run.0 > best.0 {
            best = run;
        }
    }
    let mut run = Vec::new();
    let mut at = best.1;
    while at != usize::MAX {
        run.push(at);
        at = before.get(at).copied().unwrap_or(usize::MAX);
    }
    run.reverse();
    run
}

fn heaviest(tree: &[(u64, usize)], upto: usize) -> (u64, usize) {
    let mut best = (0, usize::MAX);
    let mut at = upto;
    while at > 0 {
        let here = tree.get(at).copied().unwrap_or(best);
        if here.0 > best.0 || (here.0 == best.0 && here.1 < best.1) {
            best = here;
        }
        at &= at - 1;
    }
    best
}

fn raise(tree: &mut [(u64, usize)], from: usize, run: (u64, usize)) {
    let mut at = from;
    while let Some(here) = tree.get_mut(at) {
        if run.0 > here.0 {
            *here = run;
        }
        at += at & at.wrapping_neg();
    }
}

#[cfg(test)]
mod tests;
