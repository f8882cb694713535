//! Learning: from marked paragraphs to what the weights of the model are fitted to.
//!
//! Enters: a sentence with what the rules found, and the attributions that are marked in its paragraph. Leaves: for
//! each place whether it is a cue, and where it is, which content and source are right. Places inside of a marked
//! content teach nothing: what they attribute belongs to the outer report, which the reader keeps anyway.

use std::ops::Range;

use super::super::attribution::{Find, Site};
use super::super::token::Token;
use super::{content, place, source};
use crate::learn::{Decision, Marked, Noted, largest, overlap};
use crate::weights::Features;

/// What the sentences of one paragraph teach.
#[derive(Debug, Default)]
pub(crate) struct Observer {
    marked: Vec<Marked>,
    pub(crate) noted: Noted,
    seen: Vec<usize>,
}

impl Observer {
    /// Returns an observer of a paragraph in which this is marked.
    pub(crate) fn new(marked: &[Marked]) -> Self {
        Self { marked: marked.to_vec(), ..Self::default() }
    }

    /// Notes what a sentence teaches.
    pub(crate) fn observe(&mut self, site: &Site<'_>, rules: &[Find]) {
        let mut places = Vec::new();
        place::find_places(site, rules, &mut places);
        let tokens = site.clauses.tokens;
        let targets: Vec<Option<usize>> = places.iter().map(|place| self.marked_at(tokens, place.group.main)).collect();
        let mut best: Vec<(usize, usize, f64)> = Vec::new();
        for (index, place) in places.iter().enumerate() {
            let Some(marked) = targets.get(index).copied().flatten() else { continue };
            let overlap = self.best_content(site, place, rules, marked).map_or(0.0, |(_, _, overlap)| overlap);
            match best.iter_mut().find(|(known, _, _)| *known == marked) {
                Some(known) if overlap > known.2 => *known = (marked, index, overlap),
                Some(_) => {}
                None => best.push((marked, index, overlap)),
            }
        }
        for (index, place) in places.iter().enumerate() {
            let mut features = Features::default();
            place.describe(site, rules, &mut features);
            let label = match targets.get(index).copied().flatten() {
                Some(marked) => best
                    .iter()
                    .any(|(known, at, overlap)| *known == marked && *at == index && *overlap >= 0.5)
                    .then_some(true),
                None if self.inside_content(tokens, place.group.main) => None,
                None => Some(false),
            };
            self.noted.places.extend(label.map(|label| (features.list, label)));
        }
        for (marked, index, overlap) in best {
            if !self.seen.contains(&marked) {
                self.seen.push(marked);
                let [cue, content] = &mut self.noted.reached;
                *cue += 1;
                *content += usize::from(overlap >= 0.5);
            }
            if let Some(place) = places.get(index).filter(|_| overlap >= 0.5) {
                self.rank(site, place, rules, marked);
            }
        }
    }

    /// Notes the rankings of contents and sources at a place that is a cue.
    fn rank(&mut self, site: &Site<'_>, place: &place::Place, rules: &[Find], marked: usize) {
        let Some((contents, right, _)) = self.best_content(site, place, rules, marked) else { return };
        let described = contents.iter().map(|content| {
            let mut features = Features::default();
            content.describe(site, place, &mut features);
            features.list
        });
        self.noted.rankings.push(Decision { options: described.collect(), right });
        let rule = place.rule.and_then(|index| rules.get(index));
        let mut sources = Vec::new();
        source::list(site, place, rule, &mut sources);
        let Some(content) = contents.get(right) else { return };
        let Some(wanted) = self.marked.get(marked).map(|marked| &marked.source) else { return };
        let tokens = site.clauses.tokens;
        let overlaps: Vec<f64> = sources
            .iter()
            .map(|source| match (wanted.is_empty(), source.pieces().is_empty()) {
                (true, true) => 1.0,
                (false, false) => overlap(&bytes(tokens, &source.pieces()), wanted),
                _ => 0.0,
            })
            .collect();
        let Some(right) = largest(&overlaps).filter(|right| overlaps.get(*right).is_some_and(|most| *most > 0.0))
        else {
            return;
        };
        let described = sources.iter().map(|source| {
            let mut features = Features::default();
            source.describe(site, place, content, &mut features);
            features.list
        });
        self.noted.rankings.push(Decision { options: described.collect(), right });
    }

    fn best_content(
        &self,
        site: &Site<'_>,
        place: &place::Place,
        rules: &[Find],
        marked: usize,
    ) -> Option<(Vec<content::Content>, usize, f64)> {
        let rule = place.rule.and_then(|index| rules.get(index));
        let mut contents = Vec::new();
        content::list(site, place, rule, &mut contents);
        let wanted = &self.marked.get(marked)?.content;
        let tokens = site.clauses.tokens;
        let overlaps: Vec<f64> =
            contents.iter().map(|content| overlap(&bytes(tokens, &content.pieces), wanted)).collect();
        let right = largest(&overlaps)?;
        let most = overlaps.get(right).copied()?;
        Some((contents, right, most))
    }

    fn marked_at(&self, tokens: &[Token], main: usize) -> Option<usize> {
        let start = tokens.get(main)?.start as usize;
        self.marked.iter().position(|marked| marked.cue.iter().any(|cue| cue.contains(&start)))
    }

    fn inside_content(&self, tokens: &[Token], main: usize) -> bool {
        let Some(start) = tokens.get(main).map(|token| token.start as usize) else { return false };
        self.marked.iter().any(|marked| marked.content.iter().any(|piece| piece.contains(&start)))
    }
}

fn bytes(tokens: &[Token], ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let byte_range = |range: &Range<usize>| {
        let first = tokens.get(range.start)?;
        let last = tokens.get(range.end.checked_sub(1)?)?;
        Some(first.start as usize..last.end as usize)
    };
    ranges.iter().filter_map(byte_range).collect()
}
