//! Accounts of one event: two papers, or two parts of one paper, that tell of the same thing.

use rap_statement::ActorKind;
use rustc_hash::FxHashMap;

use super::{Event, EventKind, Participant, Role};
use crate::body::plain;
use crate::when::When;

/// One event with every account of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Happening {
    /// The event with what all accounts tell, the first account before the others.
    pub event: Event,
    /// The accounts, by their index among those that were joined, in order.
    pub accounts: Vec<usize>,
}

/// How many days two accounts of one event may lie apart: papers slip by a day or a weekend.
const NEAR_DAYS: i32 = 3;

/// How many events of one kind and time are compared with each other; a table with more has them by id.
const MOST_COMPARED: usize = 64;

/// Returns the events that some accounts tell of, in the order of time, those without a date last.
#[must_use]
pub fn join(accounts: &[Event]) -> Vec<Happening> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    // Only events of one kind and reading can be one; the newest groups are looked at first.
    let mut by_kind: FxHashMap<(EventKind, Option<u8>), Vec<usize>> = FxHashMap::default();
    for (index, event) in accounts.iter().enumerate() {
        let known = by_kind.entry((event.kind, event.reading)).or_default();
        let same = known.iter().rev().take(MOST_COMPARED).copied().find(|group| {
            let of_group = groups.get(*group).into_iter().flatten();
            of_group.filter_map(|other| accounts.get(*other)).any(|other| are_one(event, other))
        });
        match same.and_then(|group| groups.get_mut(group)) {
            Some(group) => group.push(index),
            None => {
                known.push(groups.len());
                groups.push(vec![index]);
            }
        }
    }
    let mut happenings: Vec<Happening> = groups
        .into_iter()
        .filter_map(|group| Some(Happening { event: merged(accounts, &group)?, accounts: group }))
        .collect();
    happenings.sort_by_key(|happening| {
        let when = happening.event.known_by();
        (when.is_none(), when.map(|when| (when.first(), when.last())), happening.accounts.first().copied())
    });
    happenings
}

fn are_one(one: &Event, other: &Event) -> bool {
    if one.planned != other.planned && one.when != other.when || one.item.of != other.item.of {
        return false;
    }
    let dates = match (one.when, other.when) {
        (Some(one), Some(other)) => Some(near(one, other)),
        _ => None,
    };
    if dates == Some(false) {
        return false;
    }
    if one.kind == EventKind::Trilogue
        && dates == Some(true)
        && !one.item.key.is_empty()
        && one.item.key == other.item.key
    {
        return true;
    }
    if one.kind.gathers() {
        // A gathering is known by those who held it or came, or by its day and place.
        let shared = shared_people(one, other);
        let place = !one.place.is_empty() && one.place == other.place;
        let title = !one.title.is_empty() && one.title == other.title;
        return title || shared >= 2 || shared >= 1 && dates == Some(true) || place && dates == Some(true);
    }
    if !same_item(one, other) && !translated(one, other) || !same_actor(one, other) {
        return false;
    }
    match one.kind {
        EventKind::PlanSilent | EventKind::PlanListed | EventKind::PlanDropped => {
            dates == Some(true) && first_actor(one).is_some()
        }
        // Two papers that give neither a day nor a law may mean anything.
        _ => {
            let known = one.when.is_some() || !one.item.key.is_empty() && !other.item.key.is_empty();
            dates == Some(true) || dates.is_none() && (one.when == other.when && known || same_paper(one, other))
        }
    }
}

/// Tells whether one paper tells of both: its heading gives no date, its text does.
fn same_paper(one: &Event, other: &Event) -> bool {
    let paper = |event: &Event| event.evidence.first().and_then(|evidence| evidence.locus).map(|locus| locus.source);
    paper(one).is_some() && paper(one) == paper(other)
}

fn near(one: When, other: When) -> bool {
    match (one.exact(), other.exact()) {
        (Some(one), Some(other)) => crate::when::days_between(one, other).abs() <= NEAR_DAYS,
        _ => one.may_be(other),
    }
}

fn same_item(one: &Event, other: &Event) -> bool {
    one.item.key == other.item.key || one.item.key.is_empty() || other.item.key.is_empty()
}

/// Tells whether an account in English and one in Chinese are of one law: by its subject, or by one day and one body.
fn translated(one: &Event, other: &Event) -> bool {
    match one.item.is_translated(&other.item) {
        Some(same) => same,
        None if one.item.is_chinese() == other.item.is_chinese() => false,
        None => {
            let bodies = |event: &Event| first_actor(event).map(|actor| actor.bodies.clone()).unwrap_or_default();
            let day = one.when.and_then(When::exact);
            day.is_some()
                && day == other.when.and_then(When::exact)
                && bodies(one).iter().any(|body| bodies(other).contains(body))
        }
    }
}

fn first_actor(event: &Event) -> Option<&Participant> {
    event.with_role(&[Role::Acted]).next()
}

fn same_actor(one: &Event, other: &Event) -> bool {
    match (first_actor(one), first_actor(other)) {
        (Some(one), Some(other)) => are_same(one, other),
        _ => true,
    }
}

/// Tells whether two names are of one: the same bodies, equal names, or a name and its short form ("Ant Group", "Ant").
fn are_same(one: &Participant, other: &Participant) -> bool {
    if !one.bodies.is_empty() && !other.bodies.is_empty() {
        return one.bodies.iter().any(|body| other.bodies.contains(body));
    }
    let (a, b) = (plain(&one.name), plain(&other.name));
    a == b || begins(&a, &b) || begins(&b, &a)
}

/// Tells whether a long name begins with a short one and goes on with a word of its form alone.
fn begins(short: &str, long: &str) -> bool {
    const FORMS: [&str; 12] =
        ["group", "inc", "ltd", "limited", "corp", "corporation", "company", "com", "集团", "公司", "有限公司", "科技"];
    let rest = long.strip_prefix(short).map(str::trim);
    !short.is_empty() && rest.is_some_and(|rest| rest.split(' ').all(|word| FORMS.contains(&word)))
}

/// Tells whether one of two names stands in the other: a working group of an alliance and the alliance.
fn are_related(one: &Participant, other: &Participant) -> bool {
    let (a, b) = (plain(&one.name), plain(&other.name));
    let long = |name: &str| name.trim().chars().count() >= 4;
    are_same(one, other) || long(&a) && long(&b) && (a.contains(&b) || b.contains(&a))
}

/// Counts bodies and people that two accounts share.
fn shared_people(one: &Event, other: &Event) -> usize {
    let bodies = |event: &Event| -> Vec<Participant> {
        let all = event.people.iter().filter(|person| matches!(person.kind, ActorKind::Body(_) | ActorKind::Person));
        all.take(MOST_COMPARED).cloned().collect()
    };
    let others = bodies(other);
    bodies(one).iter().filter(|person| others.iter().any(|other| are_related(person, other))).count()
}

fn merged(accounts: &[Event], group: &[usize]) -> Option<Event> {
    let members: Vec<&Event> = group.iter().filter_map(|index| accounts.get(*index)).collect();
    let mut event = (*members.first()?).clone();
    // The account that names most people gives the order of the list.
    let fullest =
        members.iter().max_by_key(|account| (account.people.len(), std::cmp::Reverse(account.evidence.len())));
    if let Some(fullest) = fullest {
        event.people.clone_from(&fullest.people);
    }
    for other in members.iter().skip(1) {
        // The more exact date is told; that another differs is a contradiction of its own.
        let length = |when: When| crate::when::days_between(when.first(), when.last());
        event.when = match (event.when, other.when) {
            (Some(one), Some(two)) if length(two) < length(one) => Some(two),
            (one, two) => one.or(two),
        };
        event.until = event.until.or(other.until);
        event.weekday = event.weekday.or(other.weekday);
        if event.place.is_empty() {
            event.place.clone_from(&other.place);
        }
        if event.title.is_empty() {
            event.title.clone_from(&other.title);
        }
        if event.item.key.is_empty() {
            event.item = other.item.clone();
        }
        for person in members.iter().flat_map(|account| &account.people) {
            let known = event.people.iter().any(|known| known.role == person.role && are_same(known, person));
            if !known {
                event.people.push(person.clone());
            }
        }
        for session in &other.sessions {
            if !event.sessions.contains(session) {
                event.sessions.push(session.clone());
            }
        }
        event.evidence.extend(other.evidence.iter().cloned());
        event.attendance.extend(other.attendance.iter().cloned());
    }
    Some(event)
}
