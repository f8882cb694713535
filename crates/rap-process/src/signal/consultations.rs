//! Consultations: shorter than the rule, or over with nothing told since.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::stages::signal;
use super::timeline::Course;
use super::{Signal, SignalKind};
use crate::basis::{Basis, BasisKind, Confidence};
use crate::event::{Event, EventKind};
use crate::procedure::{Stage, TimeRule};
use crate::when::{When, day_for_people};

/// How many short consultations of one stage are told.
const MOST_SHORT: usize = 200;

pub(super) fn check(course: &Course<'_>, signals: &mut Vec<Signal>) {
    for (index, stage) in course.procedure.stages.iter().enumerate() {
        let further = further_told(course, stage.order);
        let rule = stage.times.iter().find(|rule| rule.at_least_days.is_some());
        let begun = rule.map(|rule| (rule, Begun::of(course, index, stage.order)));
        let mut open = true;
        let limit = signals.len() + MOST_SHORT;
        for event in course.done(index) {
            let Some(until) =
                event.until.or_else(|| (event.kind == EventKind::ConsultationClosed).then_some(event.when)?)
            else {
                continue;
            };
            if let Some((rule, begun)) = begun.as_ref().filter(|_| signals.len() < limit) {
                let opened = event.when.filter(|_| event.kind != EventKind::ConsultationClosed);
                match (opened, begun.draft_before(until)) {
                    (Some(when), _) => shorter(stage, rule, event, (when, until), signals),
                    (None, Some((draft, when))) => {
                        shorter_since_draft(stage, rule, (event, draft), (when, until), signals);
                    }
                    (None, None) => {}
                }
            }
            if open {
                let before = signals.len();
                passed(course, (stage, further), event, until, signals);
                open = signals.len() == before;
            }
        }
    }
    closed_alone(course, signals);
}

/// When consultations of a stage may have begun, where the paper that tells of their end does not say.
struct Begun<'p> {
    /// The last days of those whose opening is told.
    told: FxHashSet<When>,
    /// The drafts that were shown up to this stage, in order of time.
    drafts: Vec<(When, &'p Event)>,
}

impl<'p> Begun<'p> {
    fn of(course: &Course<'p>, index: usize, order: u16) -> Self {
        let opened =
            course.done(index).filter(|event| event.kind != EventKind::ConsultationClosed && event.when.is_some());
        let told = opened.filter_map(|event| event.until).collect();
        let upto = course.procedure.stages.iter().enumerate().filter(|(_, stage)| stage.order <= order);
        let shown = upto.flat_map(|(index, _)| course.done(index));
        let shown = shown.filter(|event| matches!(event.kind, EventKind::Proposed | EventKind::DraftPublished));
        let mut drafts: Vec<(When, &Event)> = shown.filter_map(|event| Some((event.when?, event))).collect();
        drafts.sort_by_key(|(when, _)| when.last());
        Self { told, drafts }
    }

    /// Returns the last draft that was shown before comments closed; none where it is told when they opened.
    fn draft_before(&self, until: When) -> Option<(&'p Event, When)> {
        let before = self.drafts.partition_point(|(when, _)| when.is_before(until));
        let (when, event) = self.drafts.get(before.checked_sub(1)?)?;
        (!self.told.contains(&until)).then_some((*event, *when))
    }
}

fn shorter_since_draft(
    stage: &Stage,
    rule: &TimeRule,
    (event, draft): (&Event, &Event),
    (from, until): (When, When),
    signals: &mut Vec<Signal>,
) {
    let before = signals.len();
    shorter(stage, rule, event, (from, until), signals);
    for row in signals.iter_mut().skip(before) {
        row.facts = format!(
            "comments closed on {}, {} days after the draft of {}; when comments opened is not told",
            until.for_people(),
            from.days_to(until).1,
            from.for_people()
        );
        row.evidence.extend(draft.evidence.iter().cloned());
    }
}

/// Returns the last day that is told of a stage further on.
fn further_told(course: &Course<'_>, order: u16) -> Option<Date> {
    let further = course.procedure.stages.iter().enumerate().filter(|(_, stage)| stage.order > order);
    let events = further.flat_map(|(index, _)| course.done(index));
    events.filter_map(Event::known_by).map(When::last).max()
}

fn shorter(stage: &Stage, rule: &TimeRule, event: &Event, (from, until): (When, When), signals: &mut Vec<Signal>) {
    let most = from.days_to(until).1;
    // The first day counts too: from 30 December to 28 January are 30 days.
    let Some(least) = rule.at_least_days.filter(|least| most + 1 < *least) else { return };
    let facts = format!("open to comment from {} to {}: {most} days", from.for_people(), until.for_people());
    let mut row = signal(SignalKind::ShorterThanRule, stage, Some(from), facts, &rule.basis);
    row.baseline = format!("{} ({least} days): {}", rule.words, rule.basis);
    row.inference = "an exception may have been decided".to_owned();
    row.evidence.clone_from(&event.evidence);
    signals.push(row);
}

fn passed(
    course: &Course<'_>,
    (stage, further): (&Stage, Option<Date>),
    event: &Event,
    until: When,
    signals: &mut Vec<Signal>,
) {
    let Some(as_of) = course.as_of else { return };
    let days = until.days_to(When::day(as_of)).0;
    let since = further.is_some_and(|further| further >= until.first());
    if days <= 0 || since {
        return;
    }
    let facts = format!(
        "comments were taken until {}; by {} ({days} days later) no further stage is told",
        until.for_people(),
        day_for_people(as_of)
    );
    let basis = Basis {
        kind: BasisKind::Custom,
        article: String::new(),
        sources: Vec::new(),
        confidence: Confidence::Inference,
    };
    let mut row = signal(SignalKind::DeadlinePassed, stage, Some(until), facts, &basis);
    row.baseline = "when the time for comments is over, the next stage or a word on the comments follows".to_owned();
    row.inference = "the comments may be under work, or the matter rests".to_owned();
    row.evidence.clone_from(&event.evidence);
    signals.push(row);
}

/// Comments that closed, where no stage of the procedure tells of their opening, and nothing was told since.
fn closed_alone(course: &Course<'_>, signals: &mut Vec<Signal>) {
    if signals.iter().any(|signal| signal.kind == SignalKind::DeadlinePassed) {
        return;
    }
    let proves = |stage: &Stage| stage.proof.iter().any(|proof| proof.kind == EventKind::ConsultationOpened);
    let Some(stage) = course.procedure.stages.iter().find(|stage| proves(stage)) else { return };
    let closed = course.events_that(|kind, planned| kind == EventKind::ConsultationClosed && !planned);
    let Some(event) = closed.filter(|event| event.when.is_some()).last() else { return };
    let Some(until) = event.when else { return };
    let stages = course.procedure.stages.iter().enumerate().filter(|(_, other)| other.order > stage.order);
    let later = stages.flat_map(|(index, _)| course.done(index)).filter_map(Event::known_by).map(When::last).max();
    passed(course, (stage, later), event, until, signals);
}
