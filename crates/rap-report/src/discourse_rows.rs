//! Discourse over time as rows: the table `discourse.csv` and the list `discourse` of `report.json`.

use rap_process::SortCount;
use rap_statement::{Act, BodyKind, Stance};

use crate::discourse::{ChangeCard, GroupCard, SeriesCard, Sort, Who};
use crate::report::Report;
use crate::row::{ChangeShape, DiscourseRow, StatementPlace};

impl Report {
    /// Returns what is said in each month by everybody and by each kind of body, for each sort that occurs there.
    pub fn discourse_rows(&self) -> impl Iterator<Item = DiscourseRow<'_>> {
        self.discourse.groups.iter().flat_map(move |group| {
            group
                .series
                .iter()
                .flat_map(move |series| self.months_of(group, series).chain(self.undated_of(group, series)))
        })
    }

    fn months_of<'r>(&'r self, group: &'r GroupCard, series: &'r SeriesCard) -> impl Iterator<Item = DiscourseRow<'r>> {
        let months = self.discourse.months.iter().zip(&group.statements).zip(&group.papers).zip(&series.cells);
        months.enumerate().filter(|(_, (((_, of), _), _))| **of > 0).map(
            move |(index, (((month, of), papers), cell))| {
                let change = series.changes.iter().find(|change| change.month == index);
                DiscourseRow {
                    month: month.month.to_string(),
                    papers: *papers,
                    few: few(*of),
                    change: change.map(change_shape),
                    ..self.discourse_row(group, series, cell, *of)
                }
            },
        )
    }

    fn undated_of<'r>(&'r self, group: &'r GroupCard, series: &'r SeriesCard) -> Option<DiscourseRow<'r>> {
        (!series.undated.is_empty()).then(|| self.discourse_row(group, series, &series.undated, group.undated))
    }

    fn discourse_row<'r>(
        &'r self,
        group: &GroupCard,
        series: &SeriesCard,
        cell: &'r [usize],
        of: usize,
    ) -> DiscourseRow<'r> {
        let (by, sort) = self.sort_names(series.sort);
        let count = SortCount { of_sort: small(cell.len()), all: small(of) };
        let place = |index: &usize| {
            let said = self.statements.get(*index)?;
            let source = self.papers.get(said.paper).map_or("", |paper| &paper.source.origin);
            Some(StatementPlace { source, bytes: [said.span.start(), said.span.end()] })
        };
        DiscourseRow {
            month: "undated".to_owned(),
            bodies: match group.who {
                Who::All => "all",
                Who::Kind(kind) => kind.map_or("none-stated", BodyKind::name),
            },
            by,
            sort,
            count: cell.len(),
            of,
            share: (count.share().unwrap_or_default() * 10_000.0).round() / 10_000.0,
            papers: 0,
            few: few(of),
            change: None,
            statements: cell.iter().map(|index| index + 1).collect(),
            places: cell.iter().filter_map(place).collect(),
        }
    }

    /// Returns by what a sort sorts, and its name.
    pub(crate) fn sort_names(&self, sort: Sort) -> (&'static str, &str) {
        match sort {
            Sort::Theme(theme) => {
                ("theme", theme.and_then(|theme| self.codebook.themes.get(theme)).map_or("none", |theme| &theme.id))
            }
            Sort::Stance(stance) => ("stance", Stance::ALL.get(stance).map_or("", |stance| stance.name())),
            Sort::Act(act) => ("act", Act::ALL.get(act).map_or("", |act| act.name())),
        }
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn few(of: usize) -> bool {
    SortCount { of_sort: 0, all: small(of) }.is_small()
}

fn change_shape(change: &ChangeCard) -> ChangeShape {
    let wide = |count: u32| usize::try_from(count).unwrap_or(usize::MAX);
    ChangeShape {
        before: wide(change.before.of_sort),
        before_of: wide(change.before.all),
        after: wide(change.after.of_sort),
        after_of: wide(change.after.all),
    }
}
