//! Plans of legislation as papers: whose plan it is, for which time, and which items stand in it.

use std::ops::RangeInclusive;

use rap_doc::{BlockKind, Language, Span};
use rap_statement::{ActorKind, SourceKind};

use super::item::laws;
use super::{Event, EventKind, Evidence, Item, Paper, Participant, Role};
use crate::body::{Bodies, BodyId};
use crate::dates::{DateContext, date_mentions};
use crate::when::When;

/// One issue of a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlanIssue {
    /// Whose plan it is, as printed; empty where the paper does not say.
    pub issuer: String,
    /// The bodies that the name may mean.
    pub bodies: Vec<BodyId>,
    /// The years that it is for, from its title.
    pub years: Option<RangeInclusive<i16>>,
    /// The date of the paper.
    pub when: Option<When>,
    /// The title.
    pub title: Evidence,
    /// What stands in it.
    pub items: Vec<PlanItem>,
}

/// An item of a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlanItem {
    /// The law.
    pub item: Item,
    /// The words.
    pub evidence: Evidence,
}

/// The most items of one plan that are read; the longest real ones have some hundreds.
const MOST_ITEMS: usize = 5_000;

/// Returns the plan that a paper is, where it is one.
#[must_use]
pub fn plan_of(paper: &Paper<'_>) -> Option<PlanIssue> {
    let whole_plan = paper.record.parts.iter().any(|part| part.kind == SourceKind::Plan);
    let (_, title) = paper.blocks().find(|(_, block)| is_plan_title(block.span.of(paper.doc.text())))?;
    let head = paper.blocks().take(4).any(|(_, block)| block.span == title.span);
    if !(whole_plan || head) || title.span.len() > 240 {
        return None;
    }
    let words = title.span.of(paper.doc.text());
    let mut context = DateContext { anchor: paper.source.date, last: None };
    let dated = date_mentions(words, title.language, &mut context).into_iter().find_map(|date| date.when);
    let issuer = issuer(paper, title.span);
    let items = items(paper, title.span);
    if items.is_empty() {
        return None;
    }
    Some(PlanIssue {
        bodies: Bodies::builtin().named(&issuer).bodies,
        issuer,
        years: years(words),
        when: paper.source.date.map(When::day).or(dated),
        title: paper.evidence(title.span),
        items,
    })
}

fn is_plan_title(words: &str) -> bool {
    let lower = words.to_ascii_lowercase();
    let plan = [
        "legislative plan",
        "legislative work plan",
        "legislation plan",
        "legislative programme",
        "legislative agenda",
        "legislative program",
    ];
    let plan_zh = ["立法规划", "立法计划", "立法工作计划"];
    words.len() <= 240
        && (plan.iter().any(|name| lower.contains(name)) || plan_zh.iter().any(|name| words.contains(name)))
}

/// Returns the body whose plan it is: named in the title, or first in the paper.
fn issuer(paper: &Paper<'_>, title: Span) -> String {
    let text = paper.doc.text();
    let named = |span: Span| {
        let bodies = paper.record.actors.iter().filter(|actor| matches!(actor.kind, ActorKind::Body(_)));
        let spans = bodies.flat_map(|actor| &actor.names).flat_map(|name| &name.spans).copied();
        let known = Bodies::builtin().found_in(span.of(text)).into_iter().map(|(found, _)| found.shifted(span.start()));
        let inside = spans.filter(|name| span.contains(*name)).chain(known);
        inside.max_by_key(|name| (name.len(), std::cmp::Reverse(name.start()))).map(|name| name.of(text).to_owned())
    };
    let head = paper.blocks().take(4).map(|(_, block)| block.span);
    if let Some(name) = std::iter::once(title).chain(head).find_map(named) {
        return name;
    }
    // An office that no list knows: the words of the title before "legislative plan", without year and possessive.
    let words = title.of(text);
    let cut =
        words.to_ascii_lowercase().find("legislati").or_else(|| words.find("立法")).or_else(|| words.find("年度"));
    let name = cut.and_then(|cut| words.get(..cut)).unwrap_or_default();
    let name =
        name.trim_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, '年' | '#' | ',' | '《'));
    name.trim_end_matches("'s").trim_end_matches("’s").to_owned()
}

/// Returns the years in a title: 2031, 2031–2035, 2031年度.
fn years(title: &str) -> Option<RangeInclusive<i16>> {
    let digits = title.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4);
    let mut years = digits.filter_map(|part| part.parse::<i16>().ok()).filter(|year| (1900..2200).contains(year));
    let first = years.next()?;
    Some(first..=years.next().filter(|last| *last > first).unwrap_or(first))
}

/// Returns the year of the plan that words tell of: "the plan for 2031", "its 2031 legislative plan", 2031年度立法计划.
pub(super) fn year_told(words: &str) -> Option<i16> {
    const BETWEEN: [&str; 8] = ["legislative", "work", "annual", "legislation", "the", "year", "s", "national"];
    let year = |digits: &str| digits.parse::<i16>().ok().filter(|year| (1900..2200).contains(year));
    for name in ["plan", "agenda", "programme", "program", "规划", "计划"] {
        for (at, _) in words.match_indices(name) {
            let behind = words.get(at + name.len()..).unwrap_or_default();
            let behind = behind.strip_prefix(" for the year ").or_else(|| behind.strip_prefix(" for "));
            if let Some(found) = behind.and_then(|behind| behind.get(..4)).and_then(year) {
                return Some(found);
            }
            let before = words.get(..at).unwrap_or_default();
            let Some(digit) = before.rfind(|c: char| c.is_ascii_digit()) else { continue };
            let between = before.get(digit + 1..).unwrap_or_default();
            let plain = between.trim_start_matches(['年', '度']);
            let linked = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            let own = linked.clone().all(|word| BETWEEN.contains(&word.to_ascii_lowercase().as_str()))
                || matches!(plain, "立法" | "立法工作" | "国务院立法工作" | "全国人大常委会立法工作" | "工作");
            let start = before.get(..=digit).and_then(|head| head.len().checked_sub(4));
            if let (true, Some(found)) = (own, start.and_then(|start| before.get(start..=digit)).and_then(year)) {
                return Some(found);
            }
        }
    }
    None
}

fn items(paper: &Paper<'_>, title: Span) -> Vec<PlanItem> {
    let text = paper.doc.text();
    let mut items: Vec<PlanItem> = Vec::new();
    for (_, block) in paper.blocks().filter(|(_, block)| block.span.start() > title.start()) {
        let words = block.span.of(text);
        let listed = matches!(block.kind, BlockKind::ListItem | BlockKind::TableCell) || starts_numbered(words);
        let found = if block.language == Language::Chinese { zh_items(words, listed) } else { en_items(words, listed) };
        for (span, item) in found {
            if items.len() < MOST_ITEMS && !items.iter().any(|known| known.item.key == item.key) {
                let evidence = paper.evidence(span.shifted(block.span.start()));
                items.push(PlanItem { item, evidence });
            }
        }
    }
    items
}

fn starts_numbered(words: &str) -> bool {
    let head: String = words.trim_start().chars().take(5).collect();
    head.contains(['.', ')', '、', '．', '）'])
        && head.starts_with(|c: char| c.is_ascii_digit() || "（(一二三四五六七八九十".contains(c))
        || head.starts_with(['-', '•', '*', '–'])
}

/// An item of a list names one law; a sentence of a plan may name several.
fn en_items(words: &str, listed: bool) -> Vec<(Span, Item)> {
    let found = laws(words, Language::English).into_iter().filter(|law| !law.item.key.is_empty());
    let found: Vec<(Span, Item)> = found.map(|law| (law.span, law.item)).collect();
    if listed { found.into_iter().take(1).collect() } else { named_as_laws(words, found) }
}

/// Leaves those that are written as names, with a capital.
fn named_as_laws(words: &str, found: Vec<(Span, Item)>) -> Vec<(Span, Item)> {
    found.into_iter().filter(|(span, _)| span.of(words).starts_with(char::is_uppercase)).collect()
}

fn zh_items(words: &str, listed: bool) -> Vec<(Span, Item)> {
    let found = laws(words, Language::Chinese).into_iter().filter(|law| !law.item.key.is_empty());
    let found: Vec<(Span, Item)> = found.map(|law| (law.span, law.item)).collect();
    let marked = |span: &Span| {
        words.get(..span.start()).is_some_and(|before| before.ends_with(['《', '、', '，', '：', '；', '.', '．', ' ']))
            || span.start() == 0
    };
    let plan = |span: &Span| span.of(words).contains("立法");
    found.into_iter().filter(|(span, _)| (listed || marked(span)) && !plan(span)).collect()
}

impl PlanIssue {
    /// Returns the events that the plan is: it was published, and each item is listed.
    pub(super) fn events(&self, paper: &Paper<'_>) -> Vec<Event> {
        let event = |kind, item: &Item, evidence: &Evidence| Event {
            kind,
            reading: None,
            title: self.title.quote.clone(),
            when: self.when,
            weekday: None,
            until: None,
            told_on: paper.source.date,
            place: String::new(),
            item: item.clone(),
            planned: false,
            people: vec![Participant {
                name: self.issuer.clone(),
                kind: ActorKind::Body(rap_statement::BodyKind::Other),
                organisation: String::new(),
                role: Role::Acted,
                bodies: self.bodies.clone(),
                span: None,
            }],
            sessions: Vec::new(),
            evidence: vec![evidence.clone()],
            plan_year: self.years.as_ref().map(|years| *years.start()),
            attendance: Vec::new(),
        };
        let published = event(EventKind::PlanPublished, &Item::default(), &self.title);
        let listed = self.items.iter().map(|item| event(EventKind::PlanListed, &item.item, &item.evidence));
        std::iter::once(published).chain(listed).collect()
    }

    /// Returns the item that may be this law.
    #[must_use]
    pub fn names(&self, item: &Item) -> Option<&PlanItem> {
        self.items.iter().find(|listed| !item.key.is_empty() && listed.item.may_be(item))
    }
}
