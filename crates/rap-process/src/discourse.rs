//! Discourse over time: what share of all remarks of a month is of one sort, and where that share changes.
//!
//! Enter counts by month; leave shares with a word of warning where the numbers are small, and change points. These
//! are found by PELT (Killick, Fearnhead and Eckley 2012): the cut of the months into stretches of one share that has
//! the least cost, where a stretch costs twice the negative logarithm of the likelihood of its counts at its own
//! share, and each further stretch the penalty of [`Penalty`]. The cut is exact, not by eye and not by chance.

use jiff::civil::Date;

/// A month, by the number of months since year 0, so that it can be counted with.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month(i32);

impl Month {
    /// Returns the month of a day.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self(i32::from(date.year()) * 12 + i32::from(date.month()) - 1)
    }

    /// Returns the month some months later.
    #[must_use]
    pub const fn later(self, months: i32) -> Self {
        Self(self.0 + months)
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

/// What was counted in a month.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct MonthCount {
    /// Remarks of the sort.
    pub of_sort: u32,
    /// All remarks.
    pub all: u32,
}

impl MonthCount {
    /// Returns the share, from 0 to 1; none of no remarks.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.all > 0).then(|| f64::from(self.of_sort) / f64::from(self.all))
    }

    /// Tells whether the share rests on too few remarks to be read as one: one remark more or less moves it by more
    /// than five points in a hundred.
    #[must_use]
    pub const fn is_small(self) -> bool {
        self.all < SMALL
    }
}

/// Fewer remarks than this are told with a warning.
pub const SMALL: u32 = 20;

/// The longest stretch that is cut, in months: two centuries.
const MOST_MONTHS: usize = 2_400;

/// What a further stretch costs.
#[derive(Copy, Clone, PartialEq, Debug, Default)]
pub enum Penalty {
    /// Twice the logarithm of the number of months that have remarks (the Bayesian criterion for a share and a place).
    #[default]
    Bayes,
    /// A number of the caller's.
    Fixed(f64),
}

/// Returns the indices of the months at which a new stretch begins, in order; empty where the share does not change.
#[must_use]
pub fn change_points(months: &[MonthCount], penalty: Penalty) -> Vec<usize> {
    let kept: Vec<usize> =
        months.iter().enumerate().filter(|(_, count)| count.all > 0).map(|(index, _)| index).take(MOST_MONTHS).collect();
    if kept.len() < 4 {
        return Vec::new();
    }
    let counts: Vec<MonthCount> = kept.iter().filter_map(|index| months.get(*index)).copied().collect();
    let penalty = match penalty {
        Penalty::Bayes => 2.0 * f64::from(u32::try_from(counts.len()).unwrap_or(u32::MAX)).ln(),
        Penalty::Fixed(penalty) => penalty.max(0.0),
    };
    cuts(&counts, penalty).into_iter().filter_map(|cut| kept.get(cut).copied()).collect()
}

/// Optimal partitioning with the pruning of PELT.
fn cuts(counts: &[MonthCount], penalty: f64) -> Vec<usize> {
    let mut sums = vec![(0_u64, 0_u64)];
    for count in counts {
        let (hits, all) = sums.last().copied().unwrap_or_default();
        sums.push((hits + u64::from(count.of_sort), all + u64::from(count.all)));
    }
    let cost = |from: usize, to: usize| match (sums.get(from), sums.get(to)) {
        (Some((a, n)), Some((b, m))) => stretch_cost(b - a, m - n),
        _ => 0.0,
    };
    let mut best = vec![-penalty];
    let mut last = vec![0_usize];
    let mut open = vec![0_usize];
    for to in 1..=counts.len() {
        let total = |from: usize| best.get(from).copied().unwrap_or(f64::MAX) + cost(from, to) + penalty;
        let (least, from) = open
            .iter()
            .map(|from| (total(*from), *from))
            .min_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)))
            .unwrap_or((0.0, 0));
        open.retain(|from| total(*from) - penalty <= least);
        open.push(to);
        best.push(least);
        last.push(from);
    }
    let mut found = Vec::new();
    let mut at = counts.len();
    while let Some(from) = last.get(at).copied().filter(|from| *from > 0 && *from < at) {
        found.push(from);
        at = from;
    }
    found.reverse();
    found
}

/// Returns twice the negative logarithm of the likelihood of so many hits among so many, at their own share.
fn stretch_cost(hits: u64, all: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts of remarks are far below 2^52")]
    let term = |part: u64| if part == 0 { 0.0 } else { part as f64 * (part as f64 / all as f64).ln() };
    -2.0 * (term(hits) + term(all.saturating_sub(hits)))
}

#[cfg(test)]
mod tests;
