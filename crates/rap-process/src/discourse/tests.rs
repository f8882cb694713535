use proptest::prelude::*;

use super::{Month, Series, SortCount, stretches};

fn months(rows: &[&[(u32, u32)]]) -> Vec<Vec<SortCount>> {
    rows.iter()
        .map(|papers| papers.iter().map(|(of_sort, all)| SortCount { of_sort: *of_sort, all: *all }).collect())
        .collect()
}

/// Returns the months at which the share of a series of one-paper months changes.
fn changes(rows: &[(u32, u32)]) -> Vec<usize> {
    let rows: Vec<Vec<(u32, u32)>> = rows.iter().map(|row| vec![*row]).collect();
    let rows: Vec<&[(u32, u32)]> = rows.iter().map(Vec::as_slice).collect();
    changes_of_papers(&rows)
}

fn changes_of_papers(rows: &[&[(u32, u32)]]) -> Vec<usize> {
    stretches(&months(rows), 1).iter().skip(1).map(|stretch| stretch.months.start).collect()
}

#[test]
fn a_share_that_jumps_has_its_month() {
    assert_eq!(changes(&[(4, 40), (5, 40), (3, 40), (4, 40), (30, 40), (28, 40), (31, 40), (29, 40)]), [4]);
}

#[test]
fn a_share_that_goes_up_and_down_again_has_both_months() {
    let low = [(4, 40); 6];
    let high = [(30, 40); 6];
    let all: Vec<(u32, u32)> = low.iter().chain(&high).chain(&low).copied().collect();
    assert_eq!(changes(&all), [6, 12]);
}

#[test]
fn a_share_that_wavers_has_none() {
    assert_eq!(changes(&[(14, 40), (15, 40), (13, 40), (16, 40), (12, 40), (15, 40)]), Vec::<usize>::new());
}

#[test]
fn a_constant_share_has_none() {
    for share in [0, 1, 7, 40] {
        assert_eq!(changes(&[(share, 40); 36]), Vec::<usize>::new());
    }
}

#[test]
fn tiny_counts_have_none() {
    assert_eq!(changes(&[(0, 2), (0, 2), (0, 2), (2, 2), (2, 2), (2, 2)]), Vec::<usize>::new());
    assert_eq!(changes(&[(0, 40), (40, 40)]), Vec::<usize>::new());
    assert_eq!(changes(&[]), Vec::<usize>::new());
}

#[test]
fn one_month_by_itself_is_no_change() {
    assert_eq!(
        changes(&[(4, 40), (5, 40), (3, 40), (30, 40), (4, 40), (4, 40), (3, 40), (5, 40), (4, 40)]),
        Vec::<usize>::new()
    );
}

#[test]
fn what_rests_on_one_paper_is_no_change() {
    let quiet: &[(u32, u32)] = &[(2, 20), (2, 20)];
    let loud: &[(u32, u32)] = &[(60, 60), (2, 20)];
    assert_eq!(changes_of_papers(&[quiet, quiet, quiet, quiet, quiet, loud, quiet]), Vec::<usize>::new());
}

#[test]
fn months_without_remarks_count_for_nothing() {
    let rows = [(4, 40), (5, 40), (0, 0), (3, 40), (30, 40), (0, 0), (28, 40), (29, 40)];
    assert_eq!(changes(&rows), [4]);
}

#[test]
fn small_numbers_are_told_and_months_are_written() {
    assert!(SortCount { of_sort: 3, all: 6 }.is_small());
    assert!(!SortCount { of_sort: 3, all: 60 }.is_small());
    let month = Month::of("2031-12-05".parse().unwrap());
    assert_eq!(month.to_string(), "2031-12");
    assert_eq!(month.until(Month::of("2032-02-01".parse().unwrap())), 2);
}

/// A fixed sequence of numbers from 0 to 1 (Knuth's constants), so that the test needs no source of chance.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 33).unwrap()) / f64::from(1_u32 << 31)
    }

    /// Returns papers of 15 remarks each; those of one paper lean one way together by `likeness`.
    fn month(&mut self, share: f64, papers: usize, likeness: f64) -> Vec<SortCount> {
        let paper = |_| {
            let lean = share + (self.next() - 0.5) * likeness;
            let of_sort = (0..15).filter(|_| self.next() < lean).count();
            SortCount { of_sort: u32::try_from(of_sort).unwrap(), all: 15 }
        };
        (0..papers).map(paper).collect()
    }
}

/// Returns in how many of 400 series of 24 months, 20 of them looked at together, a change is found.
fn alarms(before: f64, after: f64, likeness: f64) -> (usize, usize) {
    let mut chance = Chance(7);
    let mut found = 0;
    let mut placed = 0;
    for _ in 0..400 {
        let series: Vec<_> =
            (0..24).map(|month| chance.month(if month < 12 { before } else { after }, 3, likeness)).collect();
        let cuts: Vec<usize> = stretches(&series, 20).iter().skip(1).map(|stretch| stretch.months.start).collect();
        found += usize::from(!cuts.is_empty());
        placed += usize::from(cuts.iter().any(|cut| (11..=13).contains(cut)));
    }
    (found, placed)
}

#[test]
fn chance_alone_is_seldom_a_change_and_a_real_one_seldom_missed() {
    let constant: Vec<usize> = [0.1, 0.3, 0.5].map(|share| alarms(share, share, 0.0).0).to_vec();
    let clustered: Vec<usize> = [0.2, 0.5].map(|share| alarms(share, share, 0.4).0).to_vec();
    assert!(constant.iter().chain(&clustered).all(|found| *found <= 2), "{constant:?} {clustered:?}");
    let planted = [alarms(0.2, 0.4, 0.0).1, alarms(0.3, 0.6, 0.2).1];
    assert!(planted.iter().all(|found| *found >= 370), "{planted:?}");
}

/// Returns the least cost by trying all cuts.
fn by_trial(series: &Series<'_>) -> f64 {
    let length = series.months.len();
    let cost = |mask: u32| {
        let mut total = -series.penalty;
        let mut from = 0;
        for at in 1..=length {
            if at == length || mask >> (at - 1) & 1 == 1 {
                if !series.may_be_one(from, at) {
                    return f64::INFINITY;
                }
                total += series.cost(series.count(from, at)) + series.penalty;
                from = at;
            }
        }
        total
    };
    (0..1_u32 << (length - 1)).map(cost).fold(f64::INFINITY, f64::min)
}

proptest! {
    #[test]
    fn the_cut_has_the_least_cost_of_all(rows in proptest::collection::vec((0_u32..30, 0_u32..30), 2..11), penalty in 0.5..9.0) {
        let papers: Vec<Vec<SortCount>> =
            rows.iter().map(|(one, two)| vec![SortCount { of_sort: *one.min(two), all: one.max(two) + 1 }]).collect();
        let papers: Vec<&[SortCount]> = papers.iter().map(Vec::as_slice).collect();
        let series = Series { penalty, ..Series::new(&papers, 1) };
        let mut edges = vec![0];
        edges.extend(series.cuts());
        edges.push(papers.len());
        let parts = edges.windows(2);
        let total: f64 =
            parts.map(|pair| series.cost(series.count(pair[0], pair[1])) + series.penalty).sum::<f64>() - series.penalty;
        let best = by_trial(&series);
        prop_assert!(!best.is_finite() || (total - best).abs() < 1e-6, "{total} and {best}");
    }

    #[test]
    fn any_counts_have_an_answer(rows in proptest::collection::vec(proptest::collection::vec((any::<u32>(), any::<u32>()), 0..4), 0..40)) {
        let series: Vec<Vec<SortCount>> = rows
            .iter()
            .map(|papers| papers.iter().map(|(one, two)| SortCount { of_sort: *one.min(two), all: *one.max(two) }).collect())
            .collect();
        let found = stretches(&series, 3);
        prop_assert_eq!(&found, &stretches(&series, 3));
        prop_assert!(found.windows(2).all(|pair| pair[0].months.end <= pair[1].months.start));
    }
}
