//! From a name as printed to the bodies that it may mean.
//!
//! A name is compared without case, articles and marks. Where it is no name in the lists but holds one ("the Arms
//! Control Department of the Ministry of …"), it means a part of that body; where it holds several, those that the
//! others belong to are dropped, because a name tells the parent beside the body.

use aho_corasick::{AhoCorasick, MatchKind};
use rap_doc::Span;
use rap_statement::BodyKind;
use rustc_hash::FxHashMap;

use super::{Bodies, Body, BodyId};

/// The names of the lists, ready to be found.
#[derive(Debug)]
pub(super) struct Names {
    exact: FxHashMap<String, Vec<BodyId>>,
    /// None only where the names could not be built into one automaton, which a few thousand can.
    within: Option<AhoCorasick>,
    /// The bodies of each pattern of `within`.
    bodies: Vec<Vec<BodyId>>,
    /// The names as printed, to be found in running text, and the kind of each.
    printed: Option<AhoCorasick>,
    kinds: Vec<BodyKind>,
}

/// A name of fewer letters is found only as a whole: `EP` may be anything.
const SHORTEST_PART: usize = 3;

impl Names {
    pub(super) fn of(all: &[Body]) -> Self {
        let mut exact: FxHashMap<String, Vec<BodyId>> = FxHashMap::default();
        for (index, body) in all.iter().enumerate() {
            let Ok(index) = u16::try_from(index) else { break };
            for name in body.names.iter().chain(&body.local).chain(&body.loose) {
                let bodies = exact.entry(plain(name)).or_default();
                if !bodies.contains(&BodyId(index)) {
                    bodies.push(BodyId(index));
                }
            }
        }
        let mut parts: Vec<(&String, &Vec<BodyId>)> =
            exact.iter().filter(|(name, _)| name.trim().len() >= SHORTEST_PART).collect();
        parts.sort();
        let bodies = parts.iter().map(|(_, bodies)| (*bodies).clone()).collect();
        let patterns: Vec<&str> = parts.iter().map(|(name, _)| name.trim()).collect();
        let within = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&patterns).ok();
        let mut printed: Vec<(&str, BodyKind)> = Vec::new();
        for body in all {
            let names = body.names.iter().chain(&body.local).chain(&body.loose);
            printed.extend(names.filter(|name| name.len() >= SHORTEST_PRINTED).map(|name| (name.as_str(), body.kind)));
        }
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(printed.iter().map(|(name, _)| name))
            .ok();
        Self { exact, within, bodies, printed: finder, kinds: printed.into_iter().map(|(_, kind)| kind).collect() }
    }
}

/// The shortest name that is found in running text; shorter ones are words of their own, or parts of others.
const SHORTEST_PRINTED: usize = 3;

/// What a name means among the bodies that are known.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Named {
    /// The bodies that it may mean; more than one where it is ambiguous, none where it is not known.
    pub bodies: Vec<BodyId>,
    /// Whether it names a part of the body, such as a department of a ministry.
    pub part: bool,
}

impl Bodies {
    /// Returns where a text names bodies, with the kind of each; the longest name at each place.
    #[must_use]
    pub fn found_in(&self, text: &str) -> Vec<(Span, BodyKind)> {
        let finder = self.names.printed.iter().flat_map(|finder| finder.find_iter(text));
        let found = finder.filter_map(|found| {
            let kind = self.names.kinds.get(found.pattern().as_usize())?;
            Some((Span::new(found.start(), found.end()), *kind))
        });
        found.filter(|(span, _)| stands_alone(text, span.start(), span.end())).collect()
    }

    /// Returns the bodies that a name as printed may mean.
    #[must_use]
    pub fn named(&self, name: &str) -> Named {
        let plain = plain(name);
        if let Some(bodies) = self.names.exact.get(&plain) {
            return Named { bodies: bodies.clone(), part: false };
        }
        let mut bodies: Vec<BodyId> = Vec::new();
        let mut longest = Vec::new();
        let finder = self.names.within.iter().flat_map(|names| names.find_iter(&plain));
        for found in finder.filter(|found| stands_alone(&plain, found.start(), found.end())) {
            for body in self.names.bodies.get(found.pattern().as_usize()).into_iter().flatten() {
                if !bodies.contains(body) {
                    bodies.push(*body);
                }
            }
            longest.push(found.end() - found.start());
        }
        // A university or company that has a body in its name is not that body.
        if longest.is_empty() || is_of_another_kind(&plain) {
            return Named::default();
        }
        let own: Vec<BodyId> = bodies
            .iter()
            .copied()
            .filter(|body| !bodies.iter().any(|other| other != body && self.belongs(*other, *body)))
            .collect();
        // A name that tells a parent means a body of that parent's country: "of the Standing Committee" leaves open
        // whether the committee or the commission is meant, but not that of another parliament.
        let dropped = bodies.iter().find(|body| !own.contains(body)).and_then(|body| self.get(*body));
        let own: Vec<BodyId> = match dropped {
            Some(parent) => own
                .into_iter()
                .filter(|body| self.get(*body).is_some_and(|body| body.jurisdiction == parent.jurisdiction))
                .collect(),
            None => own,
        };
        let covered: usize = longest.iter().sum();
        let part = own.len() == 1 && covered + 12 < plain.len();
        Named { bodies: own, part }
    }
}

/// Tells whether words in Latin letters are no part of a longer one; Chinese has no gaps between words.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let inner = text.get(start..end).unwrap_or_default();
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    let after = text.get(end..).and_then(|after| after.chars().next());
    let goes_on = |outer: Option<char>, inner: Option<char>| letter(outer) && letter(inner);
    !goes_on(before, inner.chars().next()) && !goes_on(after, inner.chars().next_back())
}

fn is_of_another_kind(plain: &str) -> bool {
    const KINDS: [&str; 12] = [
        " university ",
        " institute ",
        " academy ",
        " college ",
        " company ",
        " school ",
        " association ",
        " alliance ",
        " bank ",
        "大学",
        "研究院",
        "协会",
    ];
    KINDS.iter().any(|kind| plain.contains(kind))
}

/// Returns a name without case, articles and marks, its words parted by single spaces and a space at either end, so
/// that a word is found whole; Chinese is left without spaces.
pub(crate) fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len() + 2);
    let lower = name.replace("’s", "").replace("'s", "").to_lowercase().replace('&', " and ");
    for word in lower.split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() || matches!(word, "the" | "of" | "for" | "a" | "an" | "and" | "on" | "s") {
            continue;
        }
        if plain.is_empty() && word.is_ascii() {
            plain.push(' ');
        }
        plain.push_str(word);
        if word.is_ascii() {
            plain.push(' ');
        }
    }
    plain
}
