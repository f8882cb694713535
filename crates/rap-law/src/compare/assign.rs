//! Assignment: the pairs whose gains add up to the most, each unit in one pair at most.
//!
//! Sparse candidates enter with what each pair gains; leave the pairs of a best assignment. The method is that of
//! shortest augmenting paths (Jonker and Volgenant 1987) over the candidates alone; leaving a unit without a
//! partner gains nothing and is always open.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What a pair gains; only pairs that gain something are of use.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Gain {
    pub(crate) old: usize,
    pub(crate) new: usize,
    pub(crate) gain: f64,
}

/// The paths that are tried to the end cost at most this many steps together; after that a unit takes the best
/// partner that is free. 20 million steps take half a second.
const MOST_STEPS: usize = 20_000_000;

/// Returns for each of `olds` units its partner; `gains` are in the order of the old units.
pub(crate) fn assign(olds: usize, news: usize, gains: &[Gain]) -> Vec<Option<usize>> {
    let mut rows: Vec<Vec<(usize, f64)>> = vec![Vec::new(); olds];
    for gain in gains.iter().filter(|gain| gain.gain > 0.0) {
        if let Some(row) = rows.get_mut(gain.old) {
            row.push((gain.new, -gain.gain));
        }
    }
    // Column `news + row` stands for the row without a partner.
    for (index, row) in rows.iter_mut().enumerate() {
        row.push((news + index, 0.0));
    }
    let columns = olds + news;
    let mut search = Search {
        row_price: rows.iter().map(|row| row.iter().map(|(_, cost)| *cost).fold(0.0, f64::min)).collect(),
        seat: vec![None; olds],
        rows,
        column_price: vec![0.0; columns],
        partner: vec![None; columns],
        distance: vec![f64::INFINITY; columns],
        from: vec![None; columns],
        steps: 0,
    };
    for row in 0..olds {
        search.place(row);
    }
    let mut pairs = vec![None; olds];
    for (column, row) in search.partner.iter().enumerate().take(news) {
        if let Some(slot) = row.and_then(|row| pairs.get_mut(row)) {
            *slot = Some(column);
        }
    }
    pairs
}

struct Search {
    rows: Vec<Vec<(usize, f64)>>,
    row_price: Vec<f64>,
    column_price: Vec<f64>,
    /// The row that each column is given to.
    partner: Vec<Option<usize>>,
    /// The column that each row has.
    seat: Vec<Option<usize>>,
    distance: Vec<f64>,
    /// From which row a column was reached.
    from: Vec<Option<usize>>,
    steps: usize,
}

/// An order of distances, which are never NaN.
#[derive(Copy, Clone, PartialEq)]
struct Distance(f64);

impl Eq for Distance {}
impl Ord for Distance {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}
impl PartialOrd for Distance {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Search {
    /// Gives a row its column, moving others on where all are better off for it.
    fn place(&mut self, row: usize) {
        if self.steps > MOST_STEPS {
            self.take_free(row);
            return;
        }
        let mut heap = BinaryHeap::new();
        let mut reached = Vec::new();
        let mut done: Vec<(usize, f64)> = Vec::new();
        self.relax(row, 0.0, &mut heap, &mut reached);
        let mut end = None;
        while let Some(Reverse((Distance(distance), column))) = heap.pop() {
            if distance > self.distance.get(column).copied().unwrap_or(0.0) {
                continue;
            }
            match self.partner.get(column).copied().flatten() {
                None => {
                    end = Some((column, distance));
                    break;
                }
                Some(next) => {
                    done.push((column, distance));
                    self.relax(next, distance, &mut heap, &mut reached);
                }
            }
        }
        if let Some((column, total)) = end {
            self.reprice(row, &done, total);
            self.augment(column);
        }
        for column in reached {
            if let (Some(distance), Some(from)) = (self.distance.get_mut(column), self.from.get_mut(column)) {
                (*distance, *from) = (f64::INFINITY, None);
            }
        }
    }

    fn relax(
        &mut self,
        row: usize,
        upto: f64,
        heap: &mut BinaryHeap<Reverse<(Distance, usize)>>,
        reached: &mut Vec<usize>,
    ) {
        let price = self.row_price.get(row).copied().unwrap_or(0.0);
        for (column, cost) in self.rows.get(row).map(Vec::as_slice).unwrap_or_default() {
            self.steps += 1;
            let reduced = (cost - price - self.column_price.get(*column).copied().unwrap_or(0.0)).max(0.0);
            let distance = upto + reduced;
            if let Some(known) = self.distance.get_mut(*column)
                && distance < *known
            {
                *known = distance;
                if let Some(from) = self.from.get_mut(*column) {
                    *from = Some(row);
                }
                reached.push(*column);
                heap.push(Reverse((Distance(distance), *column)));
            }
        }
    }

    fn reprice(&mut self, row: usize, done: &[(usize, f64)], total: f64) {
        if let Some(price) = self.row_price.get_mut(row) {
            *price += total;
        }
        for (column, distance) in done {
            let change = total - distance;
            if let Some(price) = self.column_price.get_mut(*column) {
                *price -= change;
            }
            let partner = self.partner.get(*column).copied().flatten();
            if let Some(price) = partner.and_then(|row| self.row_price.get_mut(row)) {
                *price += change;
            }
        }
    }

    fn augment(&mut self, end: usize) {
        let mut column = end;
        while let Some(from) = self.from.get(column).copied().flatten() {
            let before = self.seat.get_mut(from).and_then(|seat| seat.replace(column));
            if let Some(partner) = self.partner.get_mut(column) {
                *partner = Some(from);
            }
            match before {
                Some(before) => column = before,
                None => break,
            }
        }
    }

    /// Gives a row the best column that is free.
    fn take_free(&mut self, row: usize) {
        let free = |column: usize| self.partner.get(column).copied().flatten().is_none();
        let columns = self.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        let best = columns.iter().filter(|(column, _)| free(*column)).min_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((column, _)) = best
            && let Some(partner) = self.partner.get_mut(*column)
        {
            *partner = Some(row);
        }
    }
}

#[cfg(test)]
mod tests;
