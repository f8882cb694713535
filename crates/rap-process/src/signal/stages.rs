//! Stages and their times: skipped, repeated, too short, overdue, quick, slow, silent, gone back.

use super::consultations;
use super::timeline::Course;
use super::{Signal, SignalKind};
use crate::basis::Basis;
use crate::event::{Event, EventKind};
use crate::procedure::{Stage, TimeRule};
use crate::when::{When, day_for_people};

/// Events that prove one stage within this time are one occasion, told more than once.
const ONE_OCCASION_DAYS: i32 = 14;

/// How many steps back are told.
const MOST_BACK: usize = 50;

pub(super) fn check(course: &Course<'_>, signals: &mut Vec<Signal>) {
    skipped(course, signals);
    repeated(course, signals);
    for (index, stage) in course.procedure.stages.iter().enumerate() {
        for rule in &stage.times {
            time(course, index, stage, rule, signals);
        }
    }
    consultations::check(course, signals);
    announced(course, signals);
    pace(course, signals);
    silence(course, signals);
    went_back(course, signals);
}

pub(super) fn signal(kind: SignalKind, stage: &Stage, when: Option<When>, facts: String, basis: &Basis) -> Signal {
    Signal {
        kind,
        subject: stage.name.clone(),
        stage: stage.id.clone(),
        when,
        facts,
        baseline: String::new(),
        basis: Some(basis.clone()),
        exceptions: Vec::new(),
        inference: String::new(),
        caution: "absence from the sources is not absence from the world".to_owned(),
        evidence: Vec::new(),
    }
}

/// A stage that leaves a public trace, with an earlier and a later one told and nothing of itself.
fn skipped(course: &Course<'_>, signals: &mut Vec<Signal>) {
    let proved = |stage: usize| course.done(stage).next();
    let orders: Vec<u16> = (0..course.procedure.stages.len())
        .filter(|stage| proved(*stage).is_some())
        .filter_map(|stage| course.stage(stage))
        .map(|stage| stage.order)
        .collect();
    let Some(last) = orders.iter().max() else { return };
    let first = orders.iter().min().copied().unwrap_or(*last);
    for (index, stage) in course.procedure.stages.iter().enumerate() {
        let reading = stage.proof.iter().find_map(|proof| proof.reading);
        // A second reading tells of a first, whatever else is told; other stages only where the way is told from before.
        let implied = reading.is_some_and(|number| later_reading(course, number));
        let between = stage.order > first && stage.order < *last;
        if stage.optional || !stage.public || proved(index).is_some() || !(between || implied) {
            continue;
        }
        let beside = course
            .procedure
            .stages
            .iter()
            .enumerate()
            .any(|(other, line)| other != index && line.order == stage.order && proved(other).is_some());
        if beside {
            continue;
        }
        let later = (0..course.procedure.stages.len())
            .filter(|other| course.stage(*other).is_some_and(|other| other.order > stage.order))
            .filter_map(|other| Some((course.stage(other)?, proved(other)?)))
            .min_by_key(|(stage, _)| stage.order);
        let Some((next, event)) = later else { continue };
        let shortcuts: Vec<String> =
            stage.shortcuts.iter().map(|rule| format!("{}: {}", rule.words, rule.basis)).collect();
        let facts = format!(
            "“{}” is told{} and nothing of “{}” before it",
            next.name,
            event.known_by().map_or_else(String::new, |when| format!(" ({})", when.for_people())),
            stage.name
        );
        let mut row = signal(SignalKind::StageSkipped, stage, event.known_by(), facts, &stage.basis);
        row.baseline = format!("“{}” comes before “{}”: {}", stage.name, next.name, stage.basis);
        row.inference = if shortcuts.is_empty() {
            "the stage was passed without a word in these sources, or the later one is told wrongly".to_owned()
        } else {
            "the way may have been shortened as the rule allows".to_owned()
        };
        row.exceptions = shortcuts;
        row.evidence.clone_from(&event.evidence);
        signals.push(row);
    }
}

fn later_reading(course: &Course<'_>, number: u8) -> bool {
    let stages = course.procedure.stages.iter().enumerate();
    let mut later = stages
        .filter(|(_, stage)| stage.proof.iter().any(|proof| proof.reading.is_some_and(|reading| reading > number)));
    later.any(|(stage, _)| course.done(stage).next().is_some())
}

fn repeated(course: &Course<'_>, signals: &mut Vec<Signal>) {
    for (index, stage) in course.procedure.stages.iter().enumerate().filter(|(_, stage)| !stage.repeats) {
        let mut occasions: Vec<&Event> = Vec::new();
        for event in course.done(index) {
            let Some(when) = event.when else { continue };
            let apart =
                occasions.last().and_then(|last| last.when).is_none_or(|last| last.days_to(when).0 > ONE_OCCASION_DAYS);
            if apart {
                occasions.push(event);
            }
        }
        let (Some(first), Some(last)) = (occasions.first(), occasions.last()) else { continue };
        if occasions.len() < 2 {
            continue;
        }
        let days = |event: &Event| event.when.map_or_else(String::new, When::for_people);
        let facts =
            format!("“{}” is told {} times: from {} to {}", stage.name, occasions.len(), days(first), days(last));
        let mut row = signal(SignalKind::StageRepeated, stage, last.when, facts, &stage.basis);
        row.baseline = format!("it usually comes once: {}", stage.basis);
        row.inference = "a second round was held, or two papers mean one occasion and differ in its date".to_owned();
        row.evidence = first.evidence.iter().chain(&last.evidence).cloned().collect();
        signals.push(row);
    }
}

fn time(course: &Course<'_>, index: usize, stage: &Stage, rule: &TimeRule, signals: &mut Vec<Signal>) {
    let Some(from) =
        course.stage_named(&rule.after).and_then(|(after, _)| course.done(after).find(|event| event.when.is_some()))
    else {
        return;
    };
    let Some(start) = from.when else { return };
    let done = course.done(index).find(|event| event.when.is_some_and(|when| !when.is_before(start)));
    let before = course.stage_named(&rule.after).map_or("", |(_, stage)| stage.name.as_str());
    if let Some(most) = rule.within_days {
        let (overdue, until, evidence) = match (done, course.as_of) {
            (Some(event), _) => (event.when.map(|when| start.days_to(when).0), event.when, event.evidence.clone()),
            (None, Some(as_of)) => (Some(start.days_to(When::day(as_of)).0), Some(When::day(as_of)), Vec::new()),
            (None, None) => (None, None, Vec::new()),
        };
        if let (Some(days), Some(until)) = (overdue.filter(|days| *days > most), until) {
            let facts = if done.is_some() {
                format!("“{}” came {days} days after “{before}”", stage.name)
            } else {
                format!(
                    "“{before}” was {}; {days} days later ({}) nothing is told of “{}”",
                    start.for_people(),
                    until.for_people(),
                    stage.name
                )
            };
            let mut row = signal(SignalKind::DeadlinePassed, stage, Some(until), facts, &rule.basis);
            row.baseline = format!("{} ({most} days): {}", rule.words, rule.basis);
            row.inference = "the stage is late, or was reached without a word in these sources".to_owned();
            row.evidence = from.evidence.iter().cloned().chain(evidence).collect();
            signals.push(row);
        }
    }
    if let (Some(least), Some(event)) = (rule.not_before_days, done)
        && let Some(days) = event.when.map(|when| start.days_to(when).1).filter(|days| *days < least)
    {
        let facts = format!("“{}” came {days} days after “{before}”", stage.name);
        let mut row = signal(SignalKind::ShorterThanRule, stage, event.when, facts, &rule.basis);
        row.baseline = format!("{} ({least} days): {}", rule.words, rule.basis);
        row.inference = "an exception may have been used".to_owned();
        row.evidence = from.evidence.iter().chain(&event.evidence).cloned().collect();
        signals.push(row);
    }
}

/// What was announced for a day that has passed, with nothing told of it since.
fn announced(course: &Course<'_>, signals: &mut Vec<Signal>) {
    let Some(as_of) = course.as_of else { return };
    let newest = course.newest_done();
    let told = |event: &Event| {
        newest.get(&(event.kind, event.reading)).is_some_and(|last| last.is_none() || *last >= event.told_on)
    };
    let due = |event: &&Event| {
        // Papers need some days to tell of a day that has passed.
        let past = event.when.is_some_and(|when| when.days_to(When::day(as_of)).0 > ONE_OCCASION_DAYS);
        let kept = !matches!(event.kind, EventKind::ConsultationClosed | EventKind::PlanListed);
        event.planned && past && kept && !told(event)
    };
    for event in course.events_that(|_, planned| planned).filter(due).take(MOST_BACK) {
        let Some(when) = event.when else { continue };
        signals.push(Signal {
            kind: SignalKind::DeadlinePassed,
            subject: event.label(),
            stage: String::new(),
            when: Some(when),
            facts: format!(
                "“{}” was announced for {}; by {} nothing is told of it",
                event.label(),
                when.for_people(),
                day_for_people(as_of)
            ),
            baseline: "what is announced for a day is told of once it is done".to_owned(),
            basis: None,
            exceptions: Vec::new(),
            inference: "it was put off, or done without a word in these sources".to_owned(),
            caution: "absence from the sources is not absence from the world".to_owned(),
            evidence: event.evidence.clone(),
        });
    }
}

fn pace(course: &Course<'_>, signals: &mut Vec<Signal>) {
    for pace in &course.procedure.pace {
        let (Some((from, _)), Some((to, stage))) = (course.stage_named(&pace.from), course.stage_named(&pace.to))
        else {
            continue;
        };
        let start = course.done(from).find_map(|event| Some((event, event.when?)));
        let end = course.done(to).find_map(|event| Some((event, event.when?)));
        let (Some((first, start)), Some((last, end))) = (start, end) else { continue };
        let (fewest, most) = start.days_to(end);
        let kind = if most < pace.quick_days {
            SignalKind::QuickerThanUsual
        } else if fewest > pace.slow_days {
            SignalKind::SlowerThanUsual
        } else {
            continue;
        };
        let told = if fewest == most { format!("{most} days") } else { format!("{fewest} to {most} days") };
        let facts = format!("from {} to {}: {told}", start.for_people(), end.for_people());
        let mut row = signal(kind, stage, Some(end), facts, &pace.basis);
        row.baseline = format!("{} ({} cases, {}): {}", pace.words, pace.cases, pace.period, pace.basis);
        row.inference = "the matter was pressed or contested more than most".to_owned();
        row.caution = "acts differ in size; an amendment is not a code".to_owned();
        row.evidence = first.evidence.iter().chain(&last.evidence).cloned().collect();
        signals.push(row);
    }
}

fn silence(course: &Course<'_>, signals: &mut Vec<Signal>) {
    let (Some(as_of), Some(last)) = (course.as_of, course.last.and_then(|index| course.event(index))) else { return };
    let Some(when) = last.known_by() else { return };
    let ended = course.procedure.stages.iter().enumerate().any(|(index, stage)| {
        stage.proof.iter().any(|proof| proof.kind == EventKind::InForce) && course.done(index).next().is_some()
    });
    for rule in course.procedure.silence.iter().filter(|_| !ended) {
        let days = when.days_to(When::day(as_of)).0;
        if days <= rule.days {
            continue;
        }
        let stage = course.under_way_now().and_then(|stage| course.stage(stage));
        signals.push(Signal {
            kind: SignalKind::LongSilence,
            subject: course.item.name.clone(),
            stage: stage.map_or_else(String::new, |stage| stage.id.clone()),
            when: Some(When::day(as_of)),
            facts: format!(
                "the last event told is of {} ({}); that is {days} days before {}",
                when.for_people(),
                last.label(),
                day_for_people(as_of)
            ),
            baseline: format!("{} ({} days): {}", rule.words, rule.days, rule.basis),
            basis: Some(rule.basis.clone()),
            exceptions: Vec::new(),
            inference: "the matter may rest, or have moved to another instrument".to_owned(),
            caution: "these sources may simply end".to_owned(),
            evidence: last.evidence.clone(),
        });
    }
}

fn went_back(course: &Course<'_>, signals: &mut Vec<Signal>) {
    let back = [EventKind::Withdrawn, EventKind::Moved, EventKind::Repealed, EventKind::Rejected, EventKind::Vetoed];
    // A time line of any length gives a report of a bearable one.
    let events = course.events_that(|kind, planned| back.contains(&kind) && !planned);
    for event in events.take(MOST_BACK) {
        signals.push(Signal {
            kind: SignalKind::WentBack,
            subject: if event.item.name.is_empty() { course.item.name.clone() } else { event.item.name.clone() },
            stage: String::new(),
            when: event.known_by(),
            facts: format!(
                "{}{}",
                event.label(),
                event.known_by().map_or_else(String::new, |when| format!(", {}", when.for_people()))
            ),
            baseline: "a law usually goes on to the next stage".to_owned(),
            basis: None,
            exceptions: Vec::new(),
            inference: "the text may come back under another number, or its matter may move to another instrument"
                .to_owned(),
            caution: "to go back is not to be abandoned, unless a source says so".to_owned(),
            evidence: event.evidence.clone(),
        });
    }
}
