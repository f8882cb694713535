use proptest::prelude::*;

use super::{Gain, assign};

fn total(pairs: &[Option<usize>], gains: &[Gain]) -> f64 {
    let gain = |old: usize, new: usize| gains.iter().find(|gain| gain.old == old && gain.new == new).unwrap().gain;
    pairs.iter().enumerate().filter_map(|(old, new)| Some(gain(old, (*new)?))).sum()
}

/// Tries every assignment.
fn best(old: usize, olds: usize, taken: u32, gains: &[Gain]) -> f64 {
    if old == olds {
        return 0.0;
    }
    let without = best(old + 1, olds, taken, gains);
    let with = gains.iter().filter(|gain| gain.old == old && taken >> gain.new & 1 == 0);
    with.map(|gain| gain.gain + best(old + 1, olds, taken | 1 << gain.new, gains)).fold(without, f64::max)
}

#[test]
fn a_unit_gives_way_where_both_gain() {
    let gain = |old, new, gain| Gain { old, new, gain };
    assert_eq!(assign(2, 2, &[gain(0, 0, 0.9), gain(0, 1, 0.8), gain(1, 0, 0.7)]), [Some(1), Some(0)]);
    assert_eq!(assign(2, 1, &[gain(0, 0, 0.4), gain(1, 0, 0.6)]), [None, Some(0)]);
}

proptest! {
    #[test]
    fn no_assignment_gains_more(table in proptest::collection::vec(proptest::collection::vec(-3_i32..10, 5), 0..6)) {
        let cells = table.iter().enumerate().flat_map(|(old, row)| {
            row.iter().enumerate().map(move |(new, gain)| Gain { old, new, gain: f64::from(*gain) })
        });
        let gains: Vec<Gain> = cells.filter(|gain| gain.gain > 0.0).collect();
        let pairs = assign(table.len(), 5, &gains);
        prop_assert!((total(&pairs, &gains) - best(0, table.len(), 0, &gains)).abs() < 1e-6);
    }
}
