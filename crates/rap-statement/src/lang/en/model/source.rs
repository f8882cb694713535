//! Sources: who may hold what a place attributes, and what speaks for each.

use std::ops::Range;

use super::super::attribution::{Find, Site, single};
use super::super::class;
use super::super::tag::Tag;
use super::content::Content;
use super::place::{Place, PlaceKind, head_class, head_of};
use super::{bucket, overlap};
use crate::weights::{TakeFeatures, word_number};

/// The templates of this file begin here.
const TEMPLATE: u32 = 3000;

/// Words that may name the source; none where nobody is named.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Source {
    range: Option<Range<usize>>,
    kind: SourceKind,
    pub(super) of_rule: bool,
}

/// Tells where a source stands.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum SourceKind {
    Nobody,
    /// Where a rule found it and nothing here does.
    Rule,
    Subject,
    /// The noun phrase right before the cue.
    Near,
    /// The pronoun or name at the head of the clause.
    Leading,
    /// Behind an inverted cue or a preposition.
    Behind,
    /// Behind `by`.
    Agent,
    Possessor,
    /// Another noun phrase to the left of the cue, beyond an aside or what hangs on the nearest one.
    Beyond,
    /// What opens the sentence.
    Opening,
}

/// How many noun phrases to the left of the cue are looked at beyond the nearest.
const BEYOND: usize = 3;

/// Lists the sources that a place may have.
pub(crate) fn list(site: &Site<'_>, place: &Place, rule: Option<&Find>, sources: &mut Vec<Source>) {
    sources.clear();
    let clauses = &site.clauses;
    let group = &place.group;
    let of_rule = rule.map(|rule| rule.source.first().cloned());
    let mut push = |range: Option<Range<usize>>, kind: SourceKind| {
        let range = range.filter(|range| !range.is_empty() && !overlap(range, &(group.first..group.end)));
        let range = range.filter(|range| names_somebody(site, range) && !is_expletive(site, place, range));
        if (range.is_some() || kind == SourceKind::Nobody) && !sources.iter().any(|known| known.range == range) {
            let of_rule = of_rule.as_ref() == Some(&range);
            sources.push(Source { range, kind, of_rule });
        }
    };
    push(place.subject.clone(), SourceKind::Subject);
    // What stands right before a noun belongs to the noun: "a strong push".
    let noun = place.kind == PlaceKind::Noun;
    if place.kind != PlaceKind::According && !noun {
        let before = clauses.phrase_before(group.first).map(|start| start..group.first);
        push(before, SourceKind::Near);
    }
    if noun {
        push(possessor(site, group.first), SourceKind::Possessor);
        let finite = clauses.groups_before(group.first).next().and_then(|verb| clauses.subject(verb));
        push(finite, SourceKind::Leading);
    }
    if place.kind == PlaceKind::Verb {
        let leading = clauses.groups.first().and_then(|verb| clauses.subject(verb));
        push(leading, SourceKind::Leading);
    }
    // What stands further left of a noun holds it only where a genitive or a verb says so.
    let mut at = group.first;
    for _ in (0..BEYOND).filter(|_| !noun) {
        let Some(start) = noun_phrase_before(site, at) else { break };
        push(Some(start.clone()), SourceKind::Beyond);
        at = start.start;
    }
    let own = if noun { noun_phrase_before(site, group.end).map_or(group.first, |own| own.start) } else { group.first };
    let opening = clauses.phrase_end(clauses.from);
    push((opening > clauses.from && opening <= own).then_some(clauses.from..opening), SourceKind::Opening);
    let behind = clauses.phrase_end(group.end);
    push((behind > group.end).then_some(group.end..behind), SourceKind::Behind);
    // A place or an adverbial may stand between, not more.
    const REACH: usize = 8;
    let by = (group.end..clauses.to.min(group.end + REACH))
        .take_while(|at| !clauses.tag(*at).breaks())
        .find(|at| matches!(clauses.word(*at), "by" | "among" | "from"));
    let agent = by.map(|by| by + 1..clauses.phrase_end(by + 1)).filter(|range| !range.is_empty());
    push(agent, SourceKind::Agent);
    if let Some(range) = rule.and_then(|rule| rule.source.first().cloned()) {
        push(Some(range), SourceKind::Rule);
    }
    push(None, SourceKind::Nobody);
}

/// Tells words that can name a source from those that only point ("this", "there"), date ("this month") or stand before
/// a noun that is not there ("a strong").
fn names_somebody(site: &Site<'_>, range: &Range<usize>) -> bool {
    let clauses = &site.clauses;
    if range.len() == 1 {
        let word = clauses.word(range.start);
        if ["this", "that", "there"].iter().any(|pointing| word.eq_ignore_ascii_case(pointing))
            && clauses.tag(range.start) != Tag::Relative
        {
            return false;
        }
    }
    let Some(head) = head_of(clauses, range) else { return true };
    let lower = clauses.token(head).is_some_and(|token| !token.is_capital());
    let bare = range.len() == 1 || matches!(clauses.word(range.start), "a" | "an" | "A" | "An");
    let adjective = lower && bare && matches!(clauses.tag(head), Tag::Adjective | Tag::Adverb);
    let indefinite = range.len() == 1 && matches!(clauses.word(head), "a" | "an" | "A" | "An");
    let dates = matches!(clauses.word(range.start), "this" | "last" | "next" | "This" | "Last" | "Next");
    !(adjective || indefinite || dates && clauses.is(head, class::TIME))
}

/// Tells the "it" of "it seems that", "it turns out that".
fn is_expletive(site: &Site<'_>, place: &Place, range: &Range<usize>) -> bool {
    const IMPERSONAL: [&str; 15] = [
        "seem", "seems", "seemed", "appear", "appears", "appeared", "happens", "happened", "follows", "followed",
        "turns", "turned", "looks", "means", "emerged",
    ];
    let clauses = &site.clauses;
    range.len() == 1
        && clauses.word(range.start).eq_ignore_ascii_case("it")
        && IMPERSONAL.contains(&clauses.word(place.group.main))
}

/// Returns the nearest noun phrase that ends before `at`, over whatever else stands between.
fn noun_phrase_before(site: &Site<'_>, at: usize) -> Option<Range<usize>> {
    let clauses = &site.clauses;
    let end = (clauses.from..at).rev().find(|at| clauses.tag(*at).in_noun_phrase())? + 1;
    let mut start = end - 1;
    while start > clauses.from && clauses.tag(start - 1).in_noun_phrase() && clauses.tag(start) != Tag::Determiner {
        start -= 1;
    }
    Some(start..end)
}

/// Returns whoever a genitive or possessive before the noun names.
fn possessor(site: &Site<'_>, noun: usize) -> Option<Range<usize>> {
    // Adjectives and nouns between the holder and the noun.
    const REACH: usize = 5;
    let clauses = &site.clauses;
    let floor = clauses.from.max(noun.saturating_sub(REACH));
    let at = (floor..noun).rev().find(|at| clauses.tag(*at) == Tag::Genitive || clauses.is(*at, class::POSSESSIVE))?;
    if clauses.tag(at) == Tag::Genitive {
        return clauses.phrase_before(at).map(|start| start..at);
    }
    Some(at..at + 1)
}

/// Returns a number for which marks and verbs stand between two positions.
fn tags_between(site: &Site<'_>, from: usize, to: usize) -> u32 {
    let bits = |tag: Tag| {
        u32::from(tag.verbal())
            | match tag {
                Tag::Comma => 1 << 1,
                Tag::Preposition => 1 << 2,
                Tag::Relative | Tag::That | Tag::Wh | Tag::Subordinator => 1 << 3,
                Tag::Coordinator => 1 << 4,
                Tag::Noun | Tag::Pronoun => 1 << 5,
                _ => 0,
            }
    };
    (from..to).fold(u32::from(from == to) << 6, |all, at| all | bits(site.clauses.tag(at)))
}

impl Source {
    /// Returns the source as the list that an attribution holds.
    pub(crate) fn pieces(&self) -> Vec<Range<usize>> {
        self.range.clone().map_or_else(Vec::new, single)
    }

    /// Adds what speaks for the source.
    pub(crate) fn describe(&self, site: &Site<'_>, place: &Place, content: &Content, out: &mut impl TakeFeatures) {
        let clauses = &site.clauses;
        let group = &place.group;
        let kind = self.kind as u32;
        let shape = place.kind as u32 * 16 + group.form as u32 * 2 + u32::from(group.passive);
        let content_kind = content.kind as u32;
        let rule = u32::from(self.of_rule) + 2 * u32::from(place.rule.is_some());
        let head = self.range.as_ref().map_or(0, |range| 1 + head_class(clauses, range));
        let within = self.range.as_ref().is_some_and(|range| content.pieces.iter().any(|piece| overlap(range, piece)));
        let distance = self.range.as_ref().map_or(0, |range| {
            if range.end <= group.first {
                10 + bucket(group.first - range.end)
            } else {
                30 + bucket(range.start.saturating_sub(group.end))
            }
        });
        let (word, between, before_it) = self.range.as_ref().map_or((0, 0, 0), |range| {
            let head = head_of(clauses, range).map_or("", |head| clauses.word(head));
            let between = if range.end <= group.first { tags_between(site, range.end, group.first) } else { 99 };
            (word_number(head), between, range.start.checked_sub(1).map_or(0, |at| clauses.tag(at) as u32))
        });
        let mut out = out.templates(TEMPLATE);
        out.add(0, [kind, shape]);
        out.add(1, [kind, content_kind]);
        out.add(2, [kind, rule]);
        out.add(3, [kind, head]);
        out.add(4, [kind, distance]);
        out.add(5, [kind, place.stem]);
        out.add(6, [kind, u32::from(within)]);
        out.add(7, [rule, shape]);
        out.add(8, [kind, place.follows as u32, content_kind]);
        out.add(9, [kind, self.range.as_ref().map_or(0, |range| bucket(range.len()))]);
        let before = group.first.checked_sub(1).map_or(0, |at| clauses.tag(at) as u32);
        out.add(10, [kind, before, group.form as u32]);
        out.add(11, [kind, clauses.tag(group.end) as u32, before]);
        out.add(12, [kind, content_kind, shape]);
        out.add(13, [word, group.form as u32]);
        out.add(14, [head, group.form as u32, place.kind as u32]);
        out.add(15, [between, group.form as u32]);
        out.add(16, [between, head]);
        out.add(17, [before_it, kind, place.kind as u32]);
        out.add(18, [before_it, head, group.form as u32]);
    }
}
