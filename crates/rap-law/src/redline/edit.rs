//! Which tokens stay: a shortest edit script where it can be had at a bounded cost, anchors where it cannot.
//!
//! Myers' greedy algorithm (Myers 1986) finds the shortest script in a time that grows with the number of changes.
//! Its work is bounded by the length of the texts. Long texts, and those where the bound is met, are first cut at
//! phrases that each of them has once (the patience method).

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::token::Token;

/// The most changes that a shortest script may have; the memory of a search grows with its square.
const MOST_CHANGES: usize = 1000;

/// The work that a search may do for each token; 300 was enough for every article of the acts we read.
const WORK_PER_TOKEN: usize = 300;

/// Texts of more tokens are cut at anchors before a shortest script is looked for: a phrase that only the two have in
/// common is a better witness than a script that is shorter by a word, and much work is spared.
const LARGE: usize = 240;

/// How often a text may be cut at anchors; each cut leaves shorter texts, and four leave paragraphs of a code.
const MOST_CUTS: usize = 6;

/// A run of tokens that stay, or of tokens that go and come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Edit {
    pub(crate) same: bool,
    pub(crate) old: Range<usize>,
    pub(crate) new: Range<usize>,
}

/// Returns the runs of two texts in order; together they cover both.
pub(crate) fn edits(old: &[Token], new: &[Token]) -> Vec<Edit> {
    let mut script = Script::default();
    compare(old, new, (0, 0), 0, &mut script);
    script.edits
}

#[derive(Default)]
struct Script {
    edits: Vec<Edit>,
}

impl Script {
    /// Adds a run of `old` and `new` tokens, joined to the last one where it is of the same sort.
    fn push(&mut self, same: bool, old: Range<usize>, new: Range<usize>) {
        if old.is_empty() && new.is_empty() {
            return;
        }
        match self.edits.last_mut() {
            Some(last) if last.same == same => {
                last.old.end = old.end;
                last.new.end = new.end;
            }
            _ => self.edits.push(Edit { same, old, new }),
        }
    }
}

/// Compares two runs that begin at the tokens `at` of the whole.
fn compare(old: &[Token], new: &[Token], at: (usize, usize), cuts: usize, script: &mut Script) {
    let head = old.iter().zip(new).take_while(|(a, b)| a.key == b.key).count();
    let (old_rest, new_rest) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a.key == b.key).count();
    let old_inner = old_rest.get(..old_rest.len() - tail).unwrap_or_default();
    let new_inner = new_rest.get(..new_rest.len() - tail).unwrap_or_default();
    let (x, y) = (at.0 + head, at.1 + head);
    let (x_end, y_end) = (x + old_inner.len(), y + new_inner.len());
    script.push(true, at.0..x, at.1..y);
    let is_large = old_inner.len() + new_inner.len() > LARGE;
    if old_inner.is_empty() || new_inner.is_empty() {
        script.push(false, x..x_end, y..y_end);
    } else if !(is_large && cut(old_inner, new_inner, (x, y), cuts, script)) {
        if let Some(snakes) = shortest(old_inner, new_inner) {
            let (mut from, mut to) = (x, y);
            for (start, other, length) in snakes {
                script.push(false, from..x + start, to..y + other);
                script.push(true, x + start..x + start + length, y + other..y + other + length);
                (from, to) = (x + start + length, y + other + length);
            }
            script.push(false, from..x_end, to..y_end);
        } else if is_large || !cut(old_inner, new_inner, (x, y), cuts, script) {
            script.push(false, x..x_end, y..y_end);
        }
    }
    script.push(true, x_end..x_end + tail, y_end..y_end + tail);
}

/// Compares what lies between anchors; without anchors does nothing and says so.
fn cut(old: &[Token], new: &[Token], at: (usize, usize), cuts: usize, script: &mut Script) -> bool {
    let anchors = if cuts < MOST_CUTS { anchors(old, new) } else { Vec::new() };
    if anchors.is_empty() {
        return false;
    }
    let (mut from, mut to) = (0, 0);
    for (x, y) in anchors.into_iter().chain([(old.len(), new.len())]) {
        let (left, right) = (old.get(from..x).unwrap_or_default(), new.get(to..y).unwrap_or_default());
        compare(left, right, (at.0 + from, at.1 + to), cuts + 1, script);
        (from, to) = (x, y);
    }
    true
}

/// How many tokens make an anchor: one word is easily the same by chance, three in a row are not.
const ANCHOR: usize = 3;

/// Returns the places of runs of tokens that occur once in each text, as many as are in the same order in both.
fn anchors(old: &[Token], new: &[Token]) -> Vec<(usize, usize)> {
    type Seen = (usize, usize, usize, usize);
    let mut seen: FxHashMap<[u32; ANCHOR], Seen> = FxHashMap::default();
    let key = |run: &[Token]| -> [u32; ANCHOR] { std::array::from_fn(|at| run.get(at).map_or(0, |token| token.key)) };
    for (at, run) in old.windows(ANCHOR).enumerate() {
        let entry = seen.entry(key(run)).or_default();
        (entry.0, entry.1) = (entry.0 + 1, at);
    }
    for (at, run) in new.windows(ANCHOR).enumerate() {
        if let Some(entry) = seen.get_mut(&key(run)) {
            (entry.2, entry.3) = (entry.2 + 1, at);
        }
    }
    let mut pairs = Vec::new();
    for (at, run) in old.windows(ANCHOR).enumerate() {
        if let Some((1, x, 1, y)) = seen.get(&key(run)).copied()
            && x == at
        {
            pairs.push((x, y));
        }
    }
    crate::compare::order::longest(&pairs.iter().map(|(_, y)| (*y, 1)).collect::<Vec<_>>())
        .into_iter()
        .filter_map(|index| pairs.get(index).copied())
        .collect()
}

/// Returns the runs that stay in a shortest script: where in each text, and how long; nothing beyond the bounds.
fn shortest(old: &[Token], new: &[Token]) -> Option<Vec<(usize, usize, usize)>> {
    let (n, m) = (old.len() as isize, new.len() as isize);
    if i32::try_from(old.len() + new.len()).is_err() {
        return None;
    }
    let budget = WORK_PER_TOKEN * (old.len() + new.len()) + 4096;
    let most = (old.len() + new.len()).min(MOST_CHANGES);
    let mut work = 0;
    // `front[k]` is how far in `old` the diagonal `k - middle` was followed; one is kept for each number of changes.
    let middle = most as isize + 1;
    let mut front = vec![0_i32; 2 * most + 3];
    let mut fronts: Vec<Vec<i32>> = Vec::new();
    for changes in 0..=most as isize {
        let low = middle - changes;
        fronts.push(front.get((low - 1) as usize..=(middle + changes + 1) as usize).unwrap_or_default().to_vec());
        let mut k = -changes;
        while k <= changes {
            let reach = |k: isize| front.get((middle + k) as usize).map_or(0, |reach| *reach as isize);
            let down = k == -changes || (k != changes && reach(k - 1) < reach(k + 1));
            let mut x = if down { reach(k + 1) } else { reach(k - 1) + 1 };
            let mut y = x - k;
            while x < n && y < m && y >= 0 && same(old, x, new, y) {
                x += 1;
                y += 1;
                work += 1;
            }
            if let Some(reached) = front.get_mut((middle + k) as usize) {
                *reached = x as i32;
            }
            if x >= n && y >= m {
                return Some(trace(&fronts, n, m));
            }
            k += 2;
            work += 1;
        }
        if work > budget {
            return None;
        }
    }
    None
}

fn same(old: &[Token], x: isize, new: &[Token], y: isize) -> bool {
    match (old.get(x as usize), new.get(y as usize)) {
        (Some(a), Some(b)) => a.key == b.key,
        _ => false,
    }
}

/// Follows the fronts back from the end of both texts.
fn trace(fronts: &[Vec<i32>], n: isize, m: isize) -> Vec<(usize, usize, usize)> {
    let mut snakes = Vec::new();
    let (mut x, mut y) = (n, m);
    for (changes, front) in fronts.iter().enumerate().rev() {
        let changes = changes as isize;
        let k = x - y;
        // A kept front begins one diagonal below those that it was left with.
        let reach = |k: isize| front.get((k + changes + 1) as usize).map_or(0, |reach| *reach as isize);
        let down = k == -changes || (k != changes && reach(k - 1) < reach(k + 1));
        let before = if down { k + 1 } else { k - 1 };
        let (from_x, from_y) = if changes == 0 { (0, 0) } else { (reach(before), reach(before) - before) };
        let start_x = if changes == 0 {
            0
        } else if down {
            from_x
        } else {
            from_x + 1
        };
        let start_y = start_x - k;
        if x > start_x {
            snakes.push((start_x as usize, start_y as usize, (x - start_x) as usize));
        }
        (x, y) = (from_x, from_y);
    }
    snakes.reverse();
    snakes
}
