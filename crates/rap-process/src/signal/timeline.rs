//! The time line made ready: events in order, laws and bodies by number, so that many procedures are asked quickly.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::SignalOptions;
use crate::body::{Bodies, BodyId};
use crate::event::{Event, EventKind, Evidence, Happening, Item, Role, main_item};
use crate::procedure::{Procedure, Stage};
use crate::when::When;

/// How many other laws are told of.
const MOST_OTHERS: usize = 8;

/// Events in order of time, ready to be asked by any number of procedures.
#[derive(Debug)]
pub struct Timeline {
    events: Vec<Event>,
    /// The different laws that the events name, and for each event which.
    items: Vec<Item>,
    item_of: Vec<usize>,
    /// The kind of each event and whether it is only announced, side by side, so that a search reads little memory.
    kinds: Vec<(EventKind, bool)>,
    /// Whether it is known of each event by when it was.
    dated: Vec<bool>,
    /// The newest day on which something of a kind and reading was done, for each law; none where a day is not known.
    newest_done: BTreeMap<(usize, EventKind, Option<u8>), Option<Date>>,
    /// How many events are of each law.
    events_of: Vec<usize>,
    /// Which events name public bodies as having come, in order.
    gatherings: Vec<usize>,
    /// The newest date of a paper, where papers have dates.
    newest: Option<Date>,
    /// The newest day on which something was done.
    newest_told: Option<Date>,
}

impl Timeline {
    /// Returns the time line of some events. `newest` is the newest date of their papers, where one is known.
    #[must_use]
    pub fn new(happenings: &[Happening], newest: Option<Date>) -> Self {
        let mut events: Vec<Event> = happenings.iter().map(|happening| happening.event.clone()).collect();
        events.sort_by_key(|event| {
            let when = event.known_by();
            (when.is_none(), when.map(|when| (when.first(), when.last())))
        });
        let mut items = Vec::new();
        let mut numbers: FxHashMap<Item, usize> = FxHashMap::default();
        let mut item_of = Vec::with_capacity(events.len());
        for event in &events {
            let key = Item { name: String::new(), ..event.item.clone() };
            let number = *numbers.entry(key).or_insert_with(|| {
                items.push(event.item.clone());
                items.len() - 1
            });
            item_of.push(number);
        }
        let gathers =
            |event: &Event| event.kind.gathers() && event.people.iter().any(|person| !person.bodies.is_empty());
        let gatherings = (0..events.len()).filter(|index| events.get(*index).is_some_and(gathers)).collect();
        let mut events_of = vec![0; items.len()];
        for item in &item_of {
            events_of.iter_mut().skip(*item).take(1).for_each(|count| *count += 1);
        }
        let kinds = events.iter().map(|event| (event.kind, event.planned)).collect();
        let dated = events.iter().map(|event| event.known_by().is_some()).collect();
        let told = events.iter().filter(|event| !event.planned).filter_map(|event| event.when);
        let newest_told = told.map(When::last).max();
        let mut newest_done: BTreeMap<(usize, EventKind, Option<u8>), Option<Date>> = BTreeMap::new();
        for (event, item) in events.iter().zip(&item_of).filter(|(event, _)| !event.planned) {
            let last = newest_done.entry((*item, event.kind, event.reading)).or_default();
            *last = (*last).max(event.known_by().map(When::last));
        }
        Self { events, items, item_of, kinds, dated, newest_done, events_of, gatherings, newest, newest_told }
    }

    /// Returns the events in order of time, those without a date last.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }
}

/// A stage with its proof.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StageRow {
    /// The stage, by its index in the procedure.
    pub stage: usize,
    /// When it was first proved, where the proof has a date.
    pub when: Option<When>,
    /// How many events prove it.
    pub events: usize,
    /// The words of the first event that proves it; empty where none does.
    pub proof: Vec<Evidence>,
    /// Whether it is only announced.
    pub planned: bool,
}

impl StageRow {
    /// Tells whether an event proves the stage.
    #[must_use]
    pub fn is_proved(&self) -> bool {
        self.events > 0 && !self.planned
    }
}

/// An event on the way of the law, with the stage that it proves.
#[derive(Copy, Clone, Debug)]
pub(super) struct Step {
    pub(super) event: usize,
    pub(super) stage: Option<usize>,
    /// The order of the furthest stage that is proved before this event; none where none is.
    pub(super) reached: Option<u16>,
}

/// The events of one law on the way of one procedure.
pub(super) struct Course<'p> {
    pub(super) procedure: &'p Procedure,
    pub(super) timeline: &'p Timeline,
    pub(super) item: Item,
    pub(super) as_of: Option<Date>,
    /// The events that prove a stage or at which bodies were seen, in order of time.
    pub(super) steps: Vec<Step>,
    /// For each stage the events that prove it, in order of time.
    pub(super) proofs: Vec<Vec<usize>>,
    /// Whether each law of the time line may be the one that is followed.
    of_law: Vec<bool>,
    /// How many events are of this law.
    pub(super) counted: usize,
    /// The last event of this law that has a date.
    pub(super) last: Option<usize>,
}

/// A stage that an event may prove: its index, which reading it must be, and the number of the condition "by".
type Condition = (usize, Option<u8>, Option<usize>);

/// What proves stages, ready to be asked: for each kind of event the stages, each with who must have done it.
struct Proofs {
    by_kind: Vec<Vec<Condition>>,
    /// For each condition "by", whether each body fulfils it.
    members: Vec<Vec<bool>>,
}

impl Proofs {
    fn of(procedure: &Procedure) -> Self {
        let bodies = Bodies::builtin();
        let mut by_kind = vec![Vec::new(); EventKind::ALL.len()];
        let mut members: Vec<Vec<bool>> = Vec::new();
        let mut known: FxHashMap<&str, usize> = FxHashMap::default();
        for (stage, line) in procedure.stages.iter().enumerate() {
            for proof in &line.proof {
                let by = (!proof.by.is_empty()).then(|| {
                    *known.entry(&proof.by).or_insert_with(|| {
                        let to = bodies.by_id(&proof.by);
                        let count = u16::try_from(bodies.all().len()).unwrap_or(u16::MAX);
                        members
                            .push((0..count).map(|id| to.is_some_and(|to| bodies.belongs(BodyId(id), to))).collect());
                        members.len() - 1
                    })
                });
                if let Some(stages) = by_kind.get_mut(proof.kind as usize) {
                    stages.push((stage, proof.reading, by));
                }
            }
        }
        Self { by_kind, members }
    }

    /// Tells whether events of a kind can prove a stage.
    fn prove(&self, kind: EventKind) -> bool {
        self.by_kind.get(kind as usize).is_some_and(|stages| !stages.is_empty())
    }

    fn stage_of(&self, event: &Event) -> Option<usize> {
        let stages = self.by_kind.get(event.kind as usize)?;
        let mut open = None;
        for (stage, reading, by) in stages {
            if reading.is_some() && *reading != event.reading {
                continue;
            }
            match by {
                Some(by) if self.did(event, *by) => return Some(*stage),
                Some(_) => {}
                None => open = open.or(Some(*stage)),
            }
        }
        open
    }

    /// Returns the stage that an event proves of which nobody is named as having done it: of those that such an event
    /// proves, the first that is not behind the furthest one reached.
    fn stage_of_nobody(
        &self,
        event: &Event,
        reached: Option<u16>,
        order: impl Fn(usize) -> Option<u16>,
    ) -> Option<usize> {
        let consults = matches!(event.kind, EventKind::ConsultationOpened | EventKind::DraftPublished);
        if !consults || event.with_role(&[Role::Acted]).next().is_some() {
            return None;
        }
        let stages = self.by_kind.get(event.kind as usize)?.iter();
        let ahead = stages.filter(|(stage, _, _)| order(*stage) >= reached);
        ahead.min_by_key(|(stage, _, _)| order(*stage)).map(|(stage, _, _)| *stage)
    }

    fn did(&self, event: &Event, by: usize) -> bool {
        let members = self.members.get(by).map_or(&[][..], Vec::as_slice);
        let acted = event.people.iter().filter(|person| !matches!(person.role, Role::Attended | Role::Spoke));
        acted.flat_map(|person| &person.bodies).any(|body| members.get(usize::from(body.0)).copied().unwrap_or(false))
    }
}

/// Leaves out laws named in the other language where nothing tells that one of them is the law that is followed: a
/// single one may be, of several none is taken.
fn without_strangers(items: &[Item], item: &Item, mut of_law: Vec<bool>) -> Vec<bool> {
    let stranger = |other: &Item| {
        !item.key.is_empty()
            && !other.key.is_empty()
            && other.is_chinese() != item.is_chinese()
            && other.is_translated(item).is_none()
    };
    let mut apart: Vec<&Item> = Vec::new();
    for (other, _) in items.iter().zip(&of_law).filter(|(other, of_law)| **of_law && stranger(other)) {
        if apart.len() < 2 && !apart.iter().any(|known| known.may_be(other)) {
            apart.push(other);
        }
    }
    let known = items.iter().any(|other| !other.key.is_empty() && other.is_translated(item) == Some(true));
    if apart.len() > 1 || known {
        for (other, of_law) in items.iter().zip(&mut of_law) {
            *of_law &= !stranger(other);
        }
    }
    of_law
}

impl<'p> Course<'p> {
    pub(super) fn of(procedure: &'p Procedure, timeline: &'p Timeline, options: &SignalOptions) -> Self {
        let item = match &options.law {
            Some(name) => Item::named(name),
            None => main_item(timeline.items.iter().zip(timeline.events_of.iter().copied()), &procedure.jurisdiction),
        };
        let of_law: Vec<bool> = timeline
            .items
            .iter()
            .map(|named| named.may_be(&item) && !named.is_elsewhere(&procedure.jurisdiction))
            .collect();
        let of_law = without_strangers(&timeline.items, &item, of_law);
        let proofs = Proofs::of(procedure);
        let order = |stage: usize| procedure.stages.get(stage).map(|stage| stage.order);
        let mut course = Self {
            procedure,
            timeline,
            item,
            as_of: None,
            steps: Vec::new(),
            proofs: vec![Vec::new(); procedure.stages.len()],
            of_law,
            counted: 0,
            last: None,
        };
        let mut reached = None;
        let mut gatherings = timeline.gatherings.iter().copied().peekable();
        for (index, ((kind, planned), dated)) in timeline.kinds.iter().zip(&timeline.dated).enumerate() {
            let gathers = gatherings.peek() == Some(&index);
            if gathers {
                gatherings.next();
            }
            if !course.is_of_law(index) {
                continue;
            }
            course.counted += 1;
            if !planned && *dated {
                course.last = Some(index);
            }
            // Events are large and lie far apart: only those of a kind that proves something are looked at.
            let event = timeline.events.get(index).filter(|_| proofs.prove(*kind));
            let stage = event
                .and_then(|event| proofs.stage_of(event).or_else(|| proofs.stage_of_nobody(event, reached, order)));
            if stage.is_some() || gathers {
                course.steps.push(Step { event: index, stage, reached });
            }
            if let Some(stage) = stage {
                if let Some(events) = course.proofs.get_mut(stage) {
                    events.push(index);
                }
                if !planned {
                    reached = reached.max(order(stage));
                }
            }
        }
        course.as_of = options.as_of.or(timeline.newest).or(timeline.newest_told);
        course
    }

    /// Returns the other laws that the events name, with how many events are of each, most first.
    pub(super) fn other_laws(&self) -> Vec<(String, usize)> {
        let mut counts: Vec<(&Item, usize)> = Vec::new();
        let mut places: FxHashMap<&[String], usize> = FxHashMap::default();
        let all = self.timeline.items.iter().zip(&self.timeline.events_of).zip(&self.of_law);
        for ((item, events), _) in all.filter(|((item, _), of_law)| !**of_law && !item.key.is_empty()) {
            let place = *places.entry(&item.key).or_insert(counts.len());
            match counts.get_mut(place) {
                Some((_, count)) => *count += events,
                None => counts.push((item, *events)),
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts.into_iter().take(MOST_OTHERS).map(|(item, count)| (item.name.clone(), count)).collect()
    }

    fn is_of_law(&self, index: usize) -> bool {
        self.timeline.item_of.get(index).and_then(|item| self.of_law.get(*item)).copied().unwrap_or(false)
    }

    /// Returns the events of this law whose kind and state fit, in order of time.
    pub(super) fn events_that(&self, fit: impl Fn(EventKind, bool) -> bool) -> impl Iterator<Item = &'p Event> {
        let kinds = self.timeline.kinds.iter().enumerate().filter(move |(_, (kind, planned))| fit(*kind, *planned));
        kinds.filter(|(index, _)| self.is_of_law(*index)).filter_map(|(index, _)| self.event(index))
    }

    /// Returns the newest day on which something of a kind and reading was done; none where nothing was, and where it
    /// was on a day that is not told, no day.
    pub(super) fn newest_done(&self) -> FxHashMap<(EventKind, Option<u8>), Option<Date>> {
        let mut newest: FxHashMap<(EventKind, Option<u8>), Option<Date>> = FxHashMap::default();
        for ((item, kind, reading), date) in &self.timeline.newest_done {
            if self.of_law.get(*item).copied().unwrap_or(false) {
                let last = newest.entry((*kind, *reading)).or_default();
                *last = (*last).max(*date);
            }
        }
        newest
    }

    pub(super) fn event(&self, index: usize) -> Option<&'p Event> {
        self.timeline.events.get(index)
    }

    pub(super) fn stage(&self, index: usize) -> Option<&'p Stage> {
        self.procedure.stages.get(index)
    }

    pub(super) fn stage_named(&self, id: &str) -> Option<(usize, &'p Stage)> {
        let index = self.procedure.stage(id)?;
        Some((index, self.stage(index)?))
    }

    /// Returns the stages that are under way when one of this order was the last that was reached: the first that
    /// may not be left out.
    pub(super) fn under_way(&self, reached: Option<u16>) -> Option<(u16, Vec<&'p Stage>)> {
        let open = |stage: &&Stage| reached.is_none_or(|reached| stage.order > reached);
        let needed = self.procedure.stages.iter().filter(open).filter(|stage| !stage.optional).map(|stage| stage.order);
        let order =
            needed.min().or_else(|| self.procedure.stages.iter().filter(open).map(|stage| stage.order).min())?;
        Some((order, self.procedure.stages.iter().filter(|stage| stage.order == order).collect()))
    }

    /// Returns the events that prove a stage as done.
    pub(super) fn done(&self, stage: usize) -> impl Iterator<Item = &'p Event> + '_ {
        let events = self.proofs.get(stage).map_or(&[][..], Vec::as_slice);
        events.iter().filter_map(|index| self.event(*index)).filter(|event| !event.planned)
    }

    /// Returns the order of the furthest stage that is proved.
    pub(super) fn reached(&self) -> Option<u16> {
        let proved = (0..self.procedure.stages.len()).filter(|stage| self.done(*stage).next().is_some());
        proved.filter_map(|stage| self.stage(stage)).map(|stage| stage.order).max()
    }

    pub(super) fn under_way_now(&self) -> Option<usize> {
        let (order, _) = self.under_way(self.reached())?;
        self.procedure.stages.iter().position(|stage| stage.order == order)
    }

    pub(super) fn rows(&self) -> Vec<StageRow> {
        let row = |stage: usize| {
            let all = self.proofs.get(stage).map_or(&[][..], Vec::as_slice);
            let first = self.done(stage).next().or_else(|| all.first().and_then(|index| self.event(*index)));
            StageRow {
                stage,
                when: first.and_then(Event::known_by).or_else(|| first.and_then(|event| event.when)),
                events: all.len(),
                proof: first.map_or_else(Vec::new, |event| event.evidence.clone()),
                planned: self.done(stage).next().is_none() && !all.is_empty(),
            }
        };
        (0..self.procedure.stages.len()).map(row).collect()
    }

    /// Tells a body for people, by its id.
    pub(super) fn body_name(id: &str) -> String {
        let bodies = Bodies::builtin();
        bodies.by_id(id).and_then(|id| bodies.get(id)).map_or_else(|| id.to_owned(), |body| body.name().to_owned())
    }
}
