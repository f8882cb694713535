use proptest::prelude::*;

use super::longest;

#[test]
fn the_heavier_run_stays() {
    assert_eq!(longest(&[(3, 1), (0, 1), (1, 1), (2, 1)]), [1, 2, 3]);
    assert_eq!(longest(&[(1, 9), (0, 1)]), [0]);
    assert_eq!(longest(&[]), Vec::<usize>::new());
}

proptest! {
    #[test]
    fn the_run_rises_and_none_is_heavier(places in proptest::collection::vec((0_usize..12, 1_u64..5), 0..9)) {
        let run = longest(&places);
        let rises = |run: &[usize]| run.windows(2).all(|pair| pair[0] < pair[1] && places[pair[0]].0 < places[pair[1]].0);
        let weight = |run: &[usize]| run.iter().map(|at| places[*at].1).sum::<u64>();
        prop_assert!(rises(&run));
        for choice in 0_u32..1 << places.len() {
            let other: Vec<usize> = (0..places.len()).filter(|at| choice >> at & 1 == 1).collect();
            prop_assert!(!rises(&other) || weight(&other) <= weight(&run));
        }
    }
}
