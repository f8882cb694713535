//! Discourse over time: which share of all remarks of a month is of one sort, and where that share changes.
//!
//! Enter the counts of papers by month; leave [`Stretch`]es of months that have one share. They are found by PELT
//! (Killick, Fearnhead and Eckley 2012): the cut of the months that costs least, where a stretch costs twice the
//! negative logarithm of the likelihood of its counts at its own share, and each further stretch a penalty. The cut is
//! exact, not by eye and not by chance.
//!
//! Four rules keep accidents from being told as changes. The penalty is that of the modified Bayesian criterion for
//! one share (Zhang and Siegmund 2007: three times the logarithm of the number of months), and grows with the number
//! of series that are looked at together. The cost is divided by the dispersion, because the remarks of one paper are
//! alike. A stretch has two months and [`FEW`] remarks at least. And a change must stand without the one paper of
//! either side that speaks for it most.
//!
//! Absent on purpose: what a change means. The papers at hand may have changed, and not what people think.

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

    /// Returns how many months another one is later.
    #[must_use]
    pub const fn until(self, later: Self) -> i32 {
        later.0 - self.0
    }
}

/// Writes `2031-05`.
impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

/// What was counted in a paper, a month or a stretch of months.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct SortCount {
    /// Remarks of the sort.
    pub of_sort: u32,
    /// All remarks.
    pub all: u32,
}

impl SortCount {
    /// Returns the share, from 0 to 1; none of no remarks.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.all > 0).then(|| f64::from(self.of_sort) / f64::from(self.all))
    }

    /// Tells whether there are too few remarks for a share: one more or less moves it by five points in a hundred.
    #[must_use]
    pub const fn is_small(self) -> bool {
        self.all < FEW
    }

    fn plus(self, other: Self) -> Self {
        Self { of_sort: self.of_sort.saturating_add(other.of_sort), all: self.all.saturating_add(other.all) }
    }

    const fn minus(self, other: Self) -> Self {
        Self { of_sort: self.of_sort.saturating_sub(other.of_sort), all: self.all.saturating_sub(other.all) }
    }
}

/// Fewer remarks than this are told with a warning, and make no stretch: the round number at which one remark is five
/// points in a hundred.
pub const FEW: u32 = 20;

/// The fewest months with remarks in which a change is looked for.
const FEWEST_MONTHS: usize = 6;

/// The fewest months of a stretch: one month by itself is an outlier and no new share.
const SHORTEST: usize = 2;

/// The most months that are cut, the newest: half a century, which bounds the work.
const MOST_MONTHS: usize = 600;

/// Months of one share.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// The months, by their index.
    pub months: std::ops::Range<usize>,
    /// What was counted in them.
    pub count: SortCount,
}

/// Tells whether a series is long and full enough for a change to be looked for.
#[must_use]
pub fn can_change(months: &[Vec<SortCount>]) -> bool {
    let full = months.iter().filter(|papers| total(papers).all > 0).count();
    full >= FEWEST_MONTHS && months.iter().map(|papers| total(papers).all).fold(0, u32::saturating_add) >= 2 * FEW
}

/// Returns the stretches of one share in order; one where the share does not change, none where there is too little to
/// tell. A month is what was counted in each of its papers, and `together` the number of series that are looked at.
///
/// ```
/// use rap_process::{SortCount, stretches};
/// let month = |of_sort| vec![SortCount { of_sort, all: 20 }, SortCount { of_sort: of_sort + 1, all: 20 }];
/// let months: Vec<_> = [2, 3, 2, 2, 14, 15, 13, 14].map(month).to_vec();
/// let found = stretches(&months, 1);
/// assert_eq!(found.iter().map(|stretch| stretch.months.start).collect::<Vec<_>>(), [0, 4]);
/// ```
#[must_use]
pub fn stretches(months: &[Vec<SortCount>], together: usize) -> Vec<Stretch> {
    if !can_change(months) {
        return Vec::new();
    }
    let mut kept: Vec<usize> =
        months.iter().enumerate().filter(|(_, papers)| total(papers).all > 0).map(|(index, _)| index).collect();
    kept.drain(..kept.len().saturating_sub(MOST_MONTHS));
    let papers: Vec<&[SortCount]> = kept.iter().filter_map(|index| months.get(*index)).map(Vec::as_slice).collect();
    let series = Series::new(&papers, together);
    let mut edges = vec![0];
    edges.extend(series.cuts());
    edges.push(papers.len());
    series.drop_what_rests_on_one_paper(&mut edges);
    let stretch = |pair: &[usize]| {
        let (&from, &to) = (pair.first()?, pair.last()?);
        let months = *kept.get(from)?..*kept.get(to.checked_sub(1)?)? + 1;
        Some(Stretch { months, count: series.count(from, to) })
    };
    edges.windows(2).filter_map(stretch).collect()
}

fn total(papers: &[SortCount]) -> SortCount {
    papers.iter().fold(SortCount::default(), |sum, paper| sum.plus(*paper))
}

/// A series at work: its months have remarks, all of them.
struct Series<'m> {
    months: &'m [&'m [SortCount]],
    /// What was counted before each month, and in all of them at the end.
    sums: Vec<SortCount>,
    dispersion: f64,
    penalty: f64,
}

impl<'m> Series<'m> {
    fn new(months: &'m [&'m [SortCount]], together: usize) -> Self {
        let mut sums = vec![SortCount::default()];
        for papers in months {
            sums.push(sums.last().copied().unwrap_or_default().plus(total(papers)));
        }
        let number = |count: usize| f64::from(u32::try_from(count.max(1)).unwrap_or(u32::MAX));
        let penalty = 3.0 * number(months.len()).ln() + 2.0 * number(together).ln();
        let by_month: Vec<SortCount> = months.iter().map(|papers| total(papers)).collect();
        let by_paper: Vec<SortCount> =
            months.iter().flat_map(|papers| papers.iter()).copied().filter(|paper| paper.all > 0).collect();
        Self { months, sums, dispersion: dispersion(&by_month).max(dispersion(&by_paper)).max(1.0), penalty }
    }

    fn count(&self, from: usize, to: usize) -> SortCount {
        let at = |index: usize| self.sums.get(index).copied().unwrap_or_default();
        at(to).minus(at(from))
    }

    fn cost(&self, count: SortCount) -> f64 {
        deviance(count) / self.dispersion
    }

    fn may_be_one(&self, from: usize, to: usize) -> bool {
        to >= from + SHORTEST && self.count(from, to).all >= FEW
    }

    /// Optimal partitioning with the pruning of PELT. A beginning that can no longer win is dropped when the one that
    /// beats it may begin a stretch itself, so that the least length of a stretch leaves the cut exact.
    fn cuts(&self) -> Vec<usize> {
        let length = self.months.len();
        let mut best = vec![f64::INFINITY; length + 1];
        let mut last = vec![0_usize; length + 1];
        let mut open: Vec<(usize, Option<usize>)> = vec![(0, None)];
        best.iter_mut().take(1).for_each(|first| *first = -self.penalty);
        for to in 1..=length {
            open.retain(|(_, beaten)| beaten.is_none_or(|by| !self.may_be_one(by, to)));
            let before = |from: usize| best.get(from).copied().unwrap_or(f64::INFINITY);
            let whole = |from: usize| before(from) + self.cost(self.count(from, to));
            let won = open
                .iter()
                .filter(|(from, _)| self.may_be_one(*from, to))
                .map(|(from, _)| (whole(*from) + self.penalty, *from))
                .min_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
            let Some((least, from)) = won.filter(|(least, _)| least.is_finite()) else {
                open.push((to, None));
                continue;
            };
            for (start, beaten) in &mut open {
                if beaten.is_none() && whole(*start) > least {
                    *beaten = Some(to);
                }
            }
            open.push((to, None));
            best.iter_mut().skip(to).take(1).for_each(|best| *best = least);
            last.iter_mut().skip(to).take(1).for_each(|last| *last = from);
        }
        let mut found = Vec::new();
        let mut at = length;
        while let Some(from) = last.get(at).copied().filter(|from| *from > 0 && *from < at) {
            found.push(from);
            at = from;
        }
        found.reverse();
        found
    }

    /// Joins neighbours whose difference does not stand without one paper, the weakest difference first.
    fn drop_what_rests_on_one_paper(&self, edges: &mut Vec<usize>) {
        loop {
            let gain = |(index, edge): (usize, &[usize])| match edge {
                [from, at, to] => Some((index + 1, self.gain_without_one(*from, *at, *to))),
                _ => None,
            };
            let weakest = edges.windows(3).enumerate().filter_map(gain).min_by(|one, other| one.1.total_cmp(&other.1));
            match weakest {
                Some((edge, gain)) if gain < self.penalty => {
                    edges.remove(edge);
                }
                _ => return,
            }
        }
    }

    /// Returns how much two neighbours apart explain more than together, without the one paper that speaks for it most.
    fn gain_without_one(&self, from: usize, at: usize, to: usize) -> f64 {
        let (before, after) = (self.count(from, at), self.count(at, to));
        let gain = |before: SortCount, after: SortCount| {
            if before.all == 0 || after.all == 0 {
                return 0.0;
            }
            self.cost(before.plus(after)) - self.cost(before) - self.cost(after)
        };
        let papers = |from: usize, to: usize| {
            self.months.iter().skip(from).take(to.saturating_sub(from)).flat_map(|papers| papers.iter()).copied()
        };
        let without_before = papers(from, at).map(|paper| gain(before.minus(paper), after));
        let without_after = papers(at, to).map(|paper| gain(before, after.minus(paper)));
        without_before.chain(without_after).fold(f64::INFINITY, f64::min)
    }
}

/// Returns how many times as far neighbours lie from each other as chance alone would have them: about 1 where each
/// remark is made for itself. A change lies between two neighbours alone, and so makes it larger by little.
fn dispersion(counts: &[SortCount]) -> f64 {
    let pairs = counts.windows(2).filter_map(|pair| match pair {
        [one, other] => Some((*one, *other)),
        _ => None,
    });
    let mut sum = 0.0;
    let mut number = 0.0;
    for (one, other) in pairs {
        number += 1.0;
        let both = one.plus(other).share().unwrap_or_default();
        let spread = both * (1.0 - both) * (1.0 / f64::from(one.all.max(1)) + 1.0 / f64::from(other.all.max(1)));
        if spread > 0.0 {
            let apart = one.share().unwrap_or_default() - other.share().unwrap_or_default();
            sum += apart * apart / spread;
        }
    }
    if number > 0.0 { sum / number } else { 1.0 }
}

/// Returns twice the negative logarithm of the likelihood of a count at its own share.
fn deviance(count: SortCount) -> f64 {
    let all = f64::from(count.all);
    let term = |part: u32| if part == 0 { 0.0 } else { f64::from(part) * (f64::from(part) / all).ln() };
    -2.0 * (term(count.of_sort) + term(count.all.saturating_sub(count.of_sort)))
}

#[cfg(test)]
mod tests;
