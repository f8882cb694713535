use proptest::prelude::*;

use super::{Month, MonthCount, Penalty, change_points};

fn counts(rows: &[(u32, u32)]) -> Vec<MonthCount> {
    rows.iter().map(|(of_sort, all)| MonthCount { of_sort: *of_sort, all: *all }).collect()
}

#[test]
fn a_share_that_jumps_has_its_month() {
    let months = counts(&[(4, 40), (5, 40), (3, 40), (4, 40), (30, 40), (28, 40), (31, 40), (29, 40)]);
    assert_eq!(change_points(&months, Penalty::Bayes), [4]);
}

#[test]
fn a_share_that_wavers_has_none() {
    let months = counts(&[(14, 40), (15, 40), (13, 40), (16, 40), (12, 40), (15, 40)]);
    assert_eq!(change_points(&months, Penalty::Bayes), Vec::<usize>::new());
}

#[test]
fn months_without_remarks_count_for_nothing() {
    let months = counts(&[(4, 40), (5, 40), (0, 0), (3, 40), (30, 40), (0, 0), (28, 40)]);
    assert_eq!(change_points(&months, Penalty::Bayes), [4]);
}

#[test]
fn small_numbers_are_told() {
    assert!(MonthCount { of_sort: 3, all: 6 }.is_small());
    assert!(!MonthCount { of_sort: 3, all: 60 }.is_small());
    assert_eq!(Month::of("2031-12-05".parse().unwrap()).later(1).to_string(), "2032-01");
}

/// Finds the best cut by trying all of them.
fn by_trial(months: &[MonthCount], penalty: f64) -> f64 {
    let cost = |range: &[MonthCount]| {
        let (hits, all) = range.iter().fold((0, 0), |(hits, all), count| (hits + count.of_sort, all + count.all));
        super::stretch_cost(u64::from(hits), u64::from(all))
    };
    (0..1_u32 << (months.len() - 1))
        .map(|mask| {
            let mut total = 0.0;
            let mut from = 0;
            for at in 1..=months.len() {
                if at == months.len() || mask >> (at - 1) & 1 == 1 {
                    total += cost(&months[from..at]) + penalty;
                    from = at;
                }
            }
            total
        })
        .fold(f64::MAX, f64::min)
}

proptest! {
    #[test]
    fn the_cut_has_the_least_cost_of_all(rows in proptest::collection::vec((0_u32..30, 0_u32..30), 4..10)) {
        let months: Vec<MonthCount> =
            rows.iter().map(|(one, two)| MonthCount { of_sort: *one.min(two), all: *one.max(two) + 1 }).collect();
        let penalty = 4.0;
        let found = change_points(&months, Penalty::Fixed(penalty));
        let mut edges = vec![0];
        edges.extend(&found);
        edges.push(months.len());
        let total: f64 = edges.windows(2).map(|pair| {
            let range = &months[pair[0]..pair[1]];
            let (hits, all) = range.iter().fold((0, 0), |(hits, all), count| (hits + count.of_sort, all + count.all));
            super::stretch_cost(u64::from(hits), u64::from(all)) + penalty
        }).sum();
        prop_assert!((total - by_trial(&months, penalty)).abs() < 1e-6, "{total}");
    }
}
