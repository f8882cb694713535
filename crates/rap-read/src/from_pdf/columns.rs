//! The order of reading: columns from left to right, each from top to bottom, between lines that span them.
//!
//! A gutter is an upright strip that no word crosses for several rows, wider than the spaces between words, with
//! running text on both sides: rows that fill their side. The page is cut at its best gutter into what stands above,
//! left, right and below, and each part again. The cells of a table do not fill their sides, so its rows are read
//! across.

use super::lines::{Line, Sheet, Word, cells};

/// How finely the width of the text is looked at.
const STRIPS: usize = 160;

/// How many rows must have words on both sides of a gutter: fewer are an address beside a date.
const FEWEST_ROWS: usize = 5;

/// The least width of a gutter in sizes of the letters; the spaces of justified text stay below.
const NARROWEST_GUTTER: f64 = 0.75;

/// The least share of the width of the text that a column takes.
const NARROWEST_COLUMN: f64 = 0.15;

/// How much of its side a row of running text fills, at least for half of the rows.
const FILLED: f64 = 0.6;

/// Six columns are the most that newspapers have; each cut makes one more part.
const DEEPEST: usize = 24;

/// Puts the lines of a page in the order of reading.
pub(super) fn put_in_order(sheet: &mut Sheet) {
    let rows = std::mem::take(&mut sheet.rows);
    let mut ordered = Vec::new();
    order(rows, &mut ordered, DEEPEST);
    // What was put aside before (stamps) stays at the end.
    ordered.append(&mut sheet.lines);
    sheet.lines = ordered;
}

fn order(mut rows: Vec<Vec<Word>>, ordered: &mut Vec<Line>, depth: usize) {
    rows.retain(|row| !row.is_empty());
    let gutter = if depth == 0 { None } else { best_gutter(&rows) };
    let Some(gutter) = gutter else {
        let mut lines: Vec<Line> = rows.iter().flat_map(|row| across(cells(row))).collect();
        mark_edges(&mut lines);
        ordered.append(&mut lines);
        return;
    };
    let below = rows.split_off(gutter.end.min(rows.len()));
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for row in rows.split_off(gutter.start.min(rows.len())) {
        let (one, two): (Vec<Word>, Vec<Word>) = row.into_iter().partition(|word| word.left < gutter.at);
        left.push(one);
        right.push(two);
    }
    for part in [rows, left, right, below] {
        order(part, ordered, depth - 1);
    }
}

/// Gives the lines of one part of a page the edges that they make together.
fn mark_edges(lines: &mut [Line]) {
    let edges =
        lines.iter().fold((f64::MAX, f64::MIN), |(left, right), line| (left.min(line.left), right.max(line.right)));
    lines.iter_mut().for_each(|line| line.column = edges);
}

/// Reads the cells of a row across: a label and its words are one line, three or more are cells of a table.
fn across(row: Vec<Line>) -> Vec<Line> {
    let is_table = row.len() >= 3;
    let mut lines: Vec<Line> = Vec::new();
    for mut line in row {
        match lines.last_mut() {
            Some(last) if !is_table => {
                if line.words.len() > last.words.len() {
                    (last.size, last.bold, last.y) = (line.size, line.bold, line.y);
                }
                last.words.push(' ');
                last.words.push_str(&line.words);
                last.right = line.right;
            }
            _ => {
                line.cell = is_table;
                lines.push(line);
            }
        }
    }
    lines
}

/// A strip that parts two columns, and the rows for which it does.
struct Gutter {
    at: f64,
    start: usize,
    end: usize,
    /// How many rows have words on both sides.
    both: usize,
    width: f64,
}

fn best_gutter(rows: &[Vec<Word>]) -> Option<Gutter> {
    let words = || rows.iter().flatten();
    let left = words().map(|word| word.left).fold(f64::MAX, f64::min);
    let right = words().map(|word| word.right).fold(f64::MIN, f64::max);
    let width = right - left;
    if rows.len() < FEWEST_ROWS || width <= 0.0 || !width.is_finite() {
        return None;
    }
    let mut best: Option<Gutter> = None;
    for strip in 1..STRIPS {
        let at = left + width * strip as f64 / STRIPS as f64;
        if at - left < width * NARROWEST_COLUMN || right - at < width * NARROWEST_COLUMN {
            continue;
        }
        for found in runs(rows, at) {
            let better = best.as_ref().is_none_or(|best| {
                found.both > best.both || (found.both == best.both && found.width > best.width + 0.01)
            });
            if better && is_filled(rows, &found) {
                best = Some(found);
            }
        }
    }
    best
}

/// Returns the runs of rows that leave a strip around `at` free.
fn runs(rows: &[Vec<Word>], at: f64) -> Vec<Gutter> {
    let mut found = Vec::new();
    let mut run = Run::new(at, 0);
    for (index, row) in rows.iter().enumerate() {
        if !run.takes(row) {
            found.extend(run.gutter(index));
            run = Run::new(at, index);
            if !run.takes(row) {
                run = Run::new(at, index + 1);
            }
        }
    }
    found.extend(run.gutter(rows.len()));
    found
}

/// A run of rows that is being followed down a strip.
struct Run {
    at: f64,
    start: usize,
    /// The right edge of the words on the left, and the left edge of those on the right.
    edges: (f64, f64),
    both: usize,
}

impl Run {
    const fn new(at: f64, start: usize) -> Self {
        Self { at, start, edges: (f64::MIN, f64::MAX), both: 0 }
    }

    /// Adds a row, unless a word of it crosses the strip or leaves it too narrow.
    fn takes(&mut self, row: &[Word]) -> bool {
        let split = row.partition_point(|word| word.left < self.at);
        let last = split.checked_sub(1).and_then(|index| row.get(index));
        let next = row.get(split);
        let edges = (
            last.map_or(self.edges.0, |word| self.edges.0.max(word.right)),
            next.map_or(self.edges.1, |word| self.edges.1.min(word.left)),
        );
        let size = last.or(next).map_or(10.0, |word| word.size);
        if edges.0 > self.at || edges.1 - edges.0 < NARROWEST_GUTTER * size {
            return false;
        }
        self.edges = edges;
        self.both += usize::from(last.is_some() && next.is_some());
        true
    }

    fn gutter(&self, end: usize) -> Option<Gutter> {
        let (start, both, width) = (self.start, self.both, self.edges.1 - self.edges.0);
        (both >= FEWEST_ROWS).then_some(Gutter { at: self.at, start, end, both, width })
    }
}

/// Tells whether running text stands on both sides: half of the rows fill their side.
fn is_filled(rows: &[Vec<Word>], gutter: &Gutter) -> bool {
    let rows = rows.get(gutter.start..gutter.end).unwrap_or_default();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for row in rows {
        let split = row.partition_point(|word| word.left < gutter.at);
        let (one, two) = row.split_at(split.min(row.len()));
        left.extend(extent(one));
        right.extend(extent(two));
    }
    fill(&left) > FILLED && fill(&right) > FILLED
}

fn extent(words: &[Word]) -> Option<(f64, f64)> {
    Some((words.first()?.left, words.last()?.right))
}

/// Returns which share of the width of a side its middle row fills, by its words and not by their gaps.
fn fill(extents: &[(f64, f64)]) -> f64 {
    let left = extents.iter().map(|extent| extent.0).fold(f64::MAX, f64::min);
    let right = extents.iter().map(|extent| extent.1).fold(f64::MIN, f64::max);
    let mut widths: Vec<f64> = extents.iter().map(|extent| extent.1 - extent.0).collect();
    widths.sort_by(f64::total_cmp);
    widths.get(widths.len() / 2).map_or(0.0, |width| width / (right - left).max(1.0))
}
