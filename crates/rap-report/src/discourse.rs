//! Discourse over time: the statements of a report by month, kind of body and sort (theme, stance, act).
//!
//! Enters a report with its papers and statements; leaves a [`DiscourseCard`]. The month is that of the paper, because
//! few papers tell on which day each thing was said; papers without a date are counted apart. Every cell keeps its
//! statements, and every change point the counts before and after it.

use std::collections::{BTreeMap, BTreeSet};

use rap_process::{Month, SortCount, can_change, stretches};
use rap_statement::{Act, BodyKind, Stance};

use crate::from_dossier::kind_order;
use crate::report::{Report, Said};

/// Statements by month.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct DiscourseCard {
    /// The months that have statements, in order.
    pub months: Vec<MonthCard>,
    /// Statements of papers without a date, by index.
    pub undated: Vec<usize>,
    /// Papers without a date that hold statements, by index.
    pub undated_papers: Vec<usize>,
    /// Who speaks: everybody first, then the kinds of body in the order of reports.
    pub groups: Vec<GroupCard>,
    /// In how many series a change was looked for.
    pub looked_at: usize,
}

/// A month with statements.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MonthCard {
    /// The month.
    pub month: Month,
    /// Its papers, by index.
    pub papers: Vec<usize>,
}

/// What those of one kind of body say.
#[derive(Clone, PartialEq, Debug)]
pub struct GroupCard {
    /// Who speaks.
    pub who: Who,
    /// How many statements they make in each month.
    pub statements: Vec<usize>,
    /// How many of the papers of each month they speak in.
    pub papers: Vec<usize>,
    /// How many statements they make in papers without a date.
    pub undated: usize,
    /// One series for each sort that occurs.
    pub series: Vec<SeriesCard>,
}

/// Who speaks.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Who {
    /// Everybody.
    All,
    /// Those who speak for a kind of body; none for those of no stated body.
    Kind(Option<BodyKind>),
}

/// By what statements are sorted.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sort {
    /// A theme, by its index in the codebook; none for statements without a theme.
    Theme(Option<usize>),
    /// A stance, by its place in [`Stance::ALL`].
    Stance(usize),
    /// An act, by its place in [`Act::ALL`].
    Act(usize),
}

/// One sort of statements over the months.
#[derive(Clone, PartialEq, Debug)]
pub struct SeriesCard {
    /// The sort.
    pub sort: Sort,
    /// The statements of each month, by index.
    pub cells: Vec<Vec<usize>>,
    /// Those of papers without a date.
    pub undated: Vec<usize>,
    /// Where the share changes.
    pub changes: Vec<ChangeCard>,
}

/// A month at which a share changes.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct ChangeCard {
    /// The first month of the new share, by index.
    pub month: usize,
    /// What was counted in the months of one share before it.
    pub before: SortCount,
    /// What was counted from it on, until the share changes again.
    pub after: SortCount,
}

impl DiscourseCard {
    /// Counts the statements of a report.
    pub(crate) fn of(report: &Report) -> Self {
        let month_of = |said: &Said| report.papers.get(said.paper).and_then(|paper| paper.source.date).map(Month::of);
        let mut papers: BTreeMap<Month, BTreeSet<usize>> = BTreeMap::new();
        let mut card = Self::default();
        for (index, said) in report.statements.iter().enumerate() {
            match month_of(said) {
                Some(month) => {
                    papers.entry(month).or_default().insert(said.paper);
                }
                None => card.undated.push(index),
            }
        }
        let undated: BTreeSet<usize> =
            card.undated.iter().filter_map(|index| report.statements.get(*index)).map(|said| said.paper).collect();
        card.undated_papers = undated.into_iter().collect();
        let months: Vec<Month> = papers.keys().copied().collect();
        card.months = papers
            .into_iter()
            .map(|(month, papers)| MonthCard { month, papers: papers.into_iter().collect() })
            .collect();
        let at = |said: &Said| month_of(said).and_then(|month| months.binary_search(&month).ok());
        let mut groups: BTreeMap<usize, (Who, Counting)> = BTreeMap::new();
        for (index, said) in report.statements.iter().enumerate() {
            let kinds: BTreeSet<usize> = said.speakers().map(|id| kind_order(report.cast.body_kind(id))).collect();
            let kinds = kinds.into_iter().map(|order| (order.saturating_add(1).max(1), who(order)));
            for (key, who) in std::iter::once((0, Who::All)).chain(kinds) {
                let (_, counting) = groups.entry(key).or_insert_with(|| (who, Counting::new(months.len())));
                counting.add(index, said, at(said));
            }
        }
        card.groups = groups.into_values().map(|(who, counting)| counting.finish(who)).collect();
        card.find_changes(report);
        card
    }

    /// Returns the series of everybody.
    #[must_use]
    pub fn all(&self) -> Option<&GroupCard> {
        self.groups.first().filter(|group| group.who == Who::All)
    }

    fn find_changes(&mut self, report: &Report) {
        let counted = |group: &GroupCard, series: &SeriesCard| count_by_paper(report, &self.months, group, series);
        let all: Vec<Vec<Vec<Vec<SortCount>>>> = self
            .groups
            .iter()
            .map(|group| group.series.iter().map(|series| counted(group, series)).collect())
            .collect();
        let looked_at = all.iter().flatten().filter(|months| can_change(months)).count();
        self.looked_at = looked_at;
        for (group, counts) in self.groups.iter_mut().zip(&all) {
            for (series, months) in group.series.iter_mut().zip(counts) {
                let found = stretches(months, looked_at);
                series.changes = found
                    .windows(2)
                    .filter_map(|pair| match pair {
                        [before, after] => {
                            let month = after.months.start;
                            Some(ChangeCard { month, before: before.count, after: after.count })
                        }
                        _ => None,
                    })
                    .collect();
            }
        }
    }
}

fn who(order: usize) -> Who {
    Who::Kind(BodyKind::ALL.get(order).copied())
}

/// The counts of one group at work.
struct Counting {
    months: usize,
    statements: Vec<usize>,
    papers: Vec<BTreeSet<usize>>,
    undated: usize,
    series: BTreeMap<Sort, (Vec<Vec<usize>>, Vec<usize>)>,
}

impl Counting {
    fn new(months: usize) -> Self {
        let papers = vec![BTreeSet::new(); months];
        Self { months, statements: vec![0; months], papers, undated: 0, series: BTreeMap::new() }
    }

    fn add(&mut self, index: usize, said: &Said, month: Option<usize>) {
        match month {
            Some(month) => {
                self.statements.iter_mut().skip(month).take(1).for_each(|count| *count += 1);
                self.papers.iter_mut().skip(month).take(1).for_each(|papers| papers.extend([said.paper]));
            }
            None => self.undated += 1,
        }
        for sort in sorts_of(said) {
            let (cells, undated) =
                self.series.entry(sort).or_insert_with(|| (vec![Vec::new(); self.months], Vec::new()));
            match month {
                Some(month) => cells.iter_mut().skip(month).take(1).for_each(|cell| cell.push(index)),
                None => undated.push(index),
            }
        }
    }

    fn finish(self, who: Who) -> GroupCard {
        let series = self.series.into_iter();
        let series =
            series.map(|(sort, (cells, undated))| SeriesCard { sort, cells, undated, changes: Vec::new() }).collect();
        let papers = self.papers.iter().map(BTreeSet::len).collect();
        GroupCard { who, statements: self.statements, papers, undated: self.undated, series }
    }
}

/// Returns the sorts of a statement: its themes or none, its stance, its act.
fn sorts_of(said: &Said) -> impl Iterator<Item = Sort> {
    let themes: BTreeSet<Option<usize>> = match said.themes.as_slice() {
        [] => BTreeSet::from([None]),
        themes => themes.iter().copied().map(Some).collect(),
    };
    let stance = Stance::ALL.iter().position(|stance| *stance == said.stance).map(Sort::Stance);
    let act = Act::ALL.iter().position(|act| *act == said.act).map(Sort::Act);
    themes.into_iter().map(Sort::Theme).chain(stance).chain(act)
}

/// Returns what a group says of a sort in each paper of each month, in the order of the papers.
fn count_by_paper(
    report: &Report,
    months: &[MonthCard],
    group: &GroupCard,
    series: &SeriesCard,
) -> Vec<Vec<SortCount>> {
    let speaks = |said: &Said| match group.who {
        Who::All => true,
        Who::Kind(kind) => said.speakers().any(|id| report.cast.body_kind(id) == kind),
    };
    let paper = |paper: &usize, cell: &[usize]| {
        let range = report.papers.get(*paper).map_or(0..0, |card| card.statements.clone());
        let all = report.statements.get(range.clone()).unwrap_or_default().iter().filter(|said| speaks(said)).count();
        let of_sort = cell.iter().filter(|index| range.contains(index)).count();
        let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        SortCount { of_sort: small(of_sort), all: small(all) }
    };
    months
        .iter()
        .zip(&series.cells)
        .map(|(month, cell)| {
            month.papers.iter().map(|index| paper(index, cell)).filter(|count| count.all > 0).collect()
        })
        .collect()
}

#[cfg(test)]
mod tests;
