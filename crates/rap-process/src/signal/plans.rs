//! Plans: an item that is silent, dropped or added, by what papers tell and by comparing two issues of one plan.

use rustc_hash::FxHashMap;

use super::timeline::Course;
use super::{Signal, SignalKind};
use crate::basis::Basis;
use crate::body::{BodyId, plain};
use crate::event::{Event, EventKind, Evidence, Item, PlanIssue, PlanItem, Role};
use crate::when::When;

/// How many names a row lists.
const MOST_NAMED: usize = 12;

pub(super) fn check(course: &Course<'_>, plans: &[PlanIssue], signals: &mut Vec<Signal>) {
    told(course, signals);
    compared(course, plans, signals);
}

/// The state of the item in the plan of one body.
struct Known<'p> {
    issuer: &'p Event,
    listed: bool,
}

fn issuer(event: &Event) -> &str {
    event.with_role(&[Role::Acted]).next().map_or("", |actor| actor.name.as_str())
}

/// Tells one issuer of plans from another: by the body where it is known, else by its name. Plans of which nobody is
/// named as the issuer are those of one unknown.
fn issuer_key(event: &Event) -> (Option<BodyId>, String) {
    let actor = event.with_role(&[Role::Acted]).next();
    match actor.and_then(|actor| actor.bodies.first()) {
        Some(body) => (Some(*body), String::new()),
        None => (None, actor.map_or_else(String::new, |actor| plain(&actor.name))),
    }
}

/// What papers tell of plans in their own words.
fn told(course: &Course<'_>, signals: &mut Vec<Signal>) {
    let mut known: Vec<Known<'_>> = Vec::new();
    let mut places: FxHashMap<(Option<BodyId>, String), usize> = FxHashMap::default();
    let plans = [EventKind::PlanListed, EventKind::PlanSilent, EventKind::PlanDropped];
    let mut events: Vec<&Event> = course.events_that(|kind, _| plans.contains(&kind)).collect();
    // The plan of an earlier year comes first, whenever it is told of.
    let year = |event: &Event| event.plan_year.or_else(|| event.known_by().map(|when| when.first().year()));
    events.sort_by_key(|event| (year(event).is_none(), year(event)));
    let beside: Vec<&Event> = events
        .iter()
        .copied()
        .filter(|event| event.kind == EventKind::PlanListed && !event.planned && !issuer(event).is_empty())
        .take(MOST_NAMED)
        .collect();
    for event in events {
        let listed = match event.kind {
            EventKind::PlanListed if !event.planned => true,
            EventKind::PlanSilent | EventKind::PlanDropped => false,
            _ => continue,
        };
        let place = *places.entry(issuer_key(event)).or_insert(known.len());
        let was = known.get(place).map(|known| (known.listed, known.issuer));
        match (was, listed) {
            // Of one plan a paper may say both, that it is silent and that it had been expected to list.
            (Some((was, first)), now) if was != now && is_one_issue(first, event) => {}
            (Some((true, first)), false) => signals.push(change(course, SignalKind::DroppedFromPlan, first, event)),
            (Some((false, first)), true) => signals.push(change(course, SignalKind::AddedToPlan, first, event)),
            (None, false) => {
                // Another body's plan that lists it, for the same time or an earlier one, whenever it is told of.
                let other = |other: &&&Event| issuer_key(other) != issuer_key(event) && year(other) <= year(event);
                signals.push(silent(course, event, beside.iter().find(other).copied()));
            }
            _ => {}
        }
        let now = Known { issuer: event, listed };
        match known.get_mut(place) {
            Some(known) => *known = now,
            None => known.push(now),
        }
    }
}

/// Tells whether two events tell of one issue of a plan, by all that is known.
fn is_one_issue(one: &Event, other: &Event) -> bool {
    let dropped = one.kind == EventKind::PlanDropped || other.kind == EventKind::PlanDropped;
    !dropped && one.plan_year == other.plan_year && one.known_by() == other.known_by()
}

/// Returns whose plan an event tells of and for when.
fn plan_words(event: &Event) -> String {
    let who = issuer(event);
    let who = if who.is_empty() { "a body that is not told" } else { who };
    match event.plan_year {
        Some(year) => format!("{who} for {year}"),
        None => format!("{who} ({})", on(event.known_by())),
    }
}

fn plan_rule(course: &Course<'_>) -> (Vec<String>, Option<Basis>) {
    let rule = course.procedure.plans.first();
    (rule.map_or_else(Vec::new, |rule| vec![rule.words.clone()]), rule.map(|rule| rule.basis.clone()))
}

const CAUTION: &str = "a plan is not a draft, and an item that a plan leaves out is not abandoned for that";

fn on(when: Option<When>) -> String {
    when.map_or_else(|| "at a time not told".to_owned(), When::for_people)
}

fn change(course: &Course<'_>, kind: SignalKind, first: &Event, event: &Event) -> Signal {
    let (exceptions, basis) = plan_rule(course);
    let (before, now) =
        if kind == SignalKind::DroppedFromPlan { ("listed", "no longer names") } else { ("not listed", "lists") };
    Signal {
        kind,
        subject: event.item.name.clone(),
        stage: String::new(),
        when: event.known_by(),
        facts: format!(
            "“{}” was {before} in the plan of {} and the plan of {} {now} it",
            event.item.name,
            plan_words(first),
            plan_words(event)
        ),
        baseline: "an item usually stays in a plan until it is done".to_owned(),
        basis,
        exceptions,
        inference: if kind == SignalKind::DroppedFromPlan {
            "the law may have been put off, or be pursued under another name".to_owned()
        } else {
            "the law may be pursued again".to_owned()
        },
        caution: CAUTION.to_owned(),
        evidence: first.evidence.iter().chain(&event.evidence).cloned().collect(),
    }
}

fn silent(course: &Course<'_>, event: &Event, other: Option<&Event>) -> Signal {
    let (exceptions, basis) = plan_rule(course);
    let beside = other.map_or_else(String::new, |other| format!("; that of {} lists it", plan_words(other)));
    let evidence: Vec<Evidence> = match other {
        Some(other) => event.evidence.iter().chain(&other.evidence).cloned().collect(),
        None => event.evidence.clone(),
    };
    Signal {
        kind: SignalKind::PlanSilent,
        subject: event.item.name.clone(),
        stage: String::new(),
        when: event.known_by(),
        facts: format!("the plan of {} does not name “{}”{beside}", plan_words(event), event.item.name),
        baseline: if other.is_some() {
            "an item that one plan lists is usually found in the other where the time has come".to_owned()
        } else {
            "an item that is pursued is usually found in a plan".to_owned()
        },
        basis,
        exceptions,
        inference: "the law may not be among the next tasks of that body".to_owned(),
        caution: CAUTION.to_owned(),
        evidence,
    }
}

/// Issues of one plan beside each other.
fn compared(course: &Course<'_>, plans: &[PlanIssue], signals: &mut Vec<Signal>) {
    let mut order: Vec<&PlanIssue> = plans.iter().collect();
    order.sort_by_key(|plan| (plan.years.as_ref().map(|years| *years.start()), plan.when.map(When::first)));
    for (index, plan) in order.iter().enumerate() {
        let next = order.iter().skip(index + 1).find(|next| one_plan(plan, next));
        let Some(next) = next else { continue };
        let dropped: Vec<&PlanItem> = plan.items.iter().filter(|item| next.names(&item.item).is_none()).collect();
        let added: Vec<&PlanItem> = next.items.iter().filter(|item| plan.names(&item.item).is_none()).collect();
        for (kind, items) in [(SignalKind::DroppedFromPlan, dropped), (SignalKind::AddedToPlan, added)] {
            let (main, others): (Vec<&PlanItem>, Vec<&PlanItem>) =
                items.into_iter().partition(|item| !course.item.key.is_empty() && item.item.may_be(&course.item));
            for group in [main, others] {
                if !group.is_empty() && !already_told(signals, kind, &group) {
                    signals.push(difference(course, kind, plan, next, &group));
                }
            }
        }
    }
    // The last issue of a plan may leave out the law that everything else is about.
    for plan in order.iter().filter(|plan| plan.names(&course.item).is_none()) {
        let older = order.iter().any(|other| one_plan(other, plan) && other.names(&course.item).is_some());
        if !course.item.key.is_empty()
            && !older
            && course.counted > 0
            && course.item.name.is_ascii() == plan.title.quote.is_ascii()
        {
            signals.push(left_out(course, plan));
        }
    }
}

fn already_told(signals: &[Signal], kind: SignalKind, items: &[&PlanItem]) -> bool {
    signals
        .iter()
        .any(|signal| signal.kind == kind && items.iter().all(|item| signal.evidence.contains(&item.evidence)))
}

/// Tells two issues of one plan by their issuer and their time.
fn one_plan(one: &PlanIssue, other: &PlanIssue) -> bool {
    let issuer = one.bodies.iter().any(|body| other.bodies.contains(body))
        || one.bodies.is_empty() && other.bodies.is_empty() && !one.issuer.is_empty() && one.issuer == other.issuer;
    let length = |plan: &PlanIssue| plan.years.as_ref().map(|years| years.end() - years.start());
    issuer && (one.years != other.years || one.when != other.when) && length(one) == length(other)
}

fn year_of(plan: &PlanIssue) -> String {
    match &plan.years {
        Some(years) if years.start() == years.end() => years.start().to_string(),
        Some(years) => format!("{} to {}", years.start(), years.end()),
        None => on(plan.when),
    }
}

fn difference(
    course: &Course<'_>,
    kind: SignalKind,
    plan: &PlanIssue,
    next: &PlanIssue,
    items: &[&PlanItem],
) -> Signal {
    let (exceptions, basis) = plan_rule(course);
    let names: Vec<String> = items.iter().take(MOST_NAMED).map(|item| format!("“{}”", item.item.name)).collect();
    let more = items.len().saturating_sub(MOST_NAMED);
    let names =
        if more > 0 { format!("{} and {more} more", names.join(", ")) } else { crate::contradiction::listed(&names) };
    let (verb, other) = if kind == SignalKind::DroppedFromPlan {
        ("in the plan for", "not in that for")
    } else {
        ("not in the plan for", "in that for")
    };
    let titles = if kind == SignalKind::DroppedFromPlan { &next.title } else { &plan.title };
    Signal {
        kind,
        subject: names.clone(),
        stage: String::new(),
        when: next.when,
        facts: format!(
            "{names} {} {verb} {} of {} and {other} {}",
            if items.len() == 1 { "is" } else { "are" },
            year_of(plan),
            if plan.issuer.is_empty() { "the same body" } else { &plan.issuer },
            year_of(next)
        ),
        baseline: "the two issues of one plan are compared; an item usually stays until it is done".to_owned(),
        basis,
        exceptions,
        inference: if kind == SignalKind::DroppedFromPlan {
            "the law may be done, put off, or pursued under another name".to_owned()
        } else {
            "the law may have become a task for the year".to_owned()
        },
        caution: CAUTION.to_owned(),
        evidence: items.iter().take(MOST_NAMED).map(|item| item.evidence.clone()).chain([titles.clone()]).collect(),
    }
}

fn left_out(course: &Course<'_>, plan: &PlanIssue) -> Signal {
    let (exceptions, basis) = plan_rule(course);
    let name = name_of(&course.item);
    Signal {
        kind: SignalKind::PlanSilent,
        subject: name.clone(),
        stage: String::new(),
        when: plan.when,
        facts: format!(
            "the plan for {} of {} lists {} items and does not name “{name}”",
            year_of(plan),
            if plan.issuer.is_empty() { "a body that is not told" } else { &plan.issuer },
            plan.items.len()
        ),
        baseline: "an item that is pursued is usually found in a plan".to_owned(),
        basis,
        exceptions,
        inference: "the law may not be among the next tasks of that body".to_owned(),
        caution: format!("{CAUTION}; an item may stand in the plan under another name"),
        evidence: vec![plan.title.clone()],
    }
}

fn name_of(item: &Item) -> String {
    if item.name.is_empty() { item.key.join(" ") } else { item.name.clone() }
}
