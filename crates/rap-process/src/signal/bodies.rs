//! Bodies that are seen early, late, first in the list, out of the order of protocol, or not at all.

use rustc_hash::{FxHashMap, FxHashSet};

use super::timeline::{Course, Step};
use super::{Signal, SignalKind};
use crate::basis::{Basis, BasisKind, Confidence};
use crate::body::{Bodies, BodyId};
use crate::event::{Event, Participant, Role};
use crate::procedure::Stage;

const SEEN: [Role; 6] = [Role::Attended, Role::Spoke, Role::Convened, Role::Hosted, Role::Organised, Role::Chaired];

/// Fewer public bodies are no company in which one could be missed.
const COMPANY: usize = 3;

/// When a body is usually first seen.
struct Baseline<'p> {
    body: BodyId,
    order: u16,
    stage: &'p Stage,
    possible: Option<u16>,
    possible_words: &'p str,
    exceptions: &'p [String],
    caution: &'p str,
    basis: Basis,
}

pub(super) fn check(course: &Course<'_>, signals: &mut Vec<Signal>) {
    let baselines = baselines(course);
    let mut seen: FxHashSet<BodyId> = FxHashSet::default();
    let mut gathered_by: FxHashMap<u16, usize> = FxHashMap::default();
    for step in &course.steps {
        let Some(event) = course.event(step.event).filter(|event| event.kind.gathers() && !event.planned) else {
            continue;
        };
        let Some((under_way, stages)) = course.under_way(step.reached) else { continue };
        let here: Vec<&Participant> = event.with_role(&SEEN).filter(|person| is_of(course, person)).collect();
        let mut early_first = None;
        for person in &here {
            let meant = of_country(course, person);
            let rows: Vec<&Baseline<'_>> = baselines.iter().filter(|row| meant.contains(&row.body)).collect();
            // An ambiguous name is early where it is so for every body that it may mean.
            let early = !rows.is_empty() && rows.iter().all(|row| row.order > under_way.max(own_order(course, step)));
            let new = meant.iter().any(|body| !seen.contains(body));
            if early && new {
                signals.push(early_signal(course, event, person, &rows, under_way, &stages));
            } else if let (Some(row), true) = (rows.first(), new && meant.len() == 1) {
                signals.extend(late_signal(event, person, row, step, &gathered_by));
            }
            if early && early_first.is_none() {
                early_first = Some(person.name.as_str());
            }
            seen.extend(meant);
        }
        listing(course, event, early_first, &stages, signals);
        absent(course, event, &here, &stages, signals);
        *gathered_by.entry(under_way).or_default() += 1;
    }
}

/// Returns the order of the stage that the event itself proves.
fn own_order(course: &Course<'_>, step: &Step) -> u16 {
    step.stage.and_then(|stage| course.stage(stage)).map_or(0, |stage| stage.order)
}

/// Returns the bodies of the procedure's country that a name may mean.
fn of_country(course: &Course<'_>, person: &Participant) -> Vec<BodyId> {
    let here = |id: &&BodyId| {
        let country = Bodies::builtin().get(**id).map_or("", |body| body.jurisdiction.as_str());
        country == course.procedure.jurisdiction
            || country == "east-asia" && matches!(course.procedure.jurisdiction.as_str(), "korea" | "japan")
    };
    person.bodies.iter().filter(here).copied().collect()
}

fn is_of(course: &Course<'_>, person: &Participant) -> bool {
    !of_country(course, person).is_empty()
}

fn baselines<'p>(course: &Course<'p>) -> Vec<Baseline<'p>> {
    let bodies = Bodies::builtin();
    let mut rows: Vec<Baseline<'p>> = Vec::new();
    for line in &course.procedure.first_seen {
        let (Some(body), Some((_, stage))) = (bodies.by_id(&line.body), course.stage_named(&line.usual)) else {
            continue;
        };
        rows.push(Baseline {
            body,
            order: stage.order,
            stage,
            possible: course.stage_named(&line.possible).map(|(_, stage)| stage.order),
            possible_words: &line.possible_words,
            exceptions: &line.exceptions,
            caution: &line.caution,
            basis: line.basis.clone(),
        });
    }
    // Without a line of its own, a body is expected from the first stage that names it.
    let mut stages: Vec<&Stage> = course.procedure.stages.iter().collect();
    stages.sort_by_key(|stage| stage.order);
    for stage in stages {
        for body in stage.lead.iter().chain(&stage.others).filter_map(|id| bodies.by_id(id)) {
            if !rows.iter().any(|row| row.body == body) {
                rows.push(Baseline {
                    body,
                    order: stage.order,
                    stage,
                    possible: None,
                    possible_words: "",
                    exceptions: &[],
                    caution: "",
                    basis: Basis { kind: BasisKind::Custom, confidence: Confidence::Inference, ..stage.basis.clone() },
                });
            }
        }
    }
    rows
}

fn stage_names(stages: &[&Stage]) -> String {
    stages.iter().map(|stage| stage.name.as_str()).collect::<Vec<_>>().join(" or ")
}

fn early_signal(
    course: &Course<'_>,
    event: &Event,
    person: &Participant,
    rows: &[&Baseline<'_>],
    under_way: u16,
    stages: &[&Stage],
) -> Signal {
    let bodies = Bodies::builtin();
    let name = |body: BodyId| bodies.get(body).map_or("", |body| body.name());
    let orders = |to: u16| {
        let between: FxHashSet<u16> = course
            .procedure
            .stages
            .iter()
            .map(|stage| stage.order)
            .filter(|order| (under_way..to).contains(order))
            .collect();
        between.len()
    };
    let names: Vec<&str> = rows.iter().map(|row| name(row.body)).collect();
    let baseline: Vec<String> = rows
        .iter()
        .map(|row| {
            let steps = orders(row.order);
            let plural = if steps == 1 { "" } else { "s" };
            format!(
                "{} is usually first seen at “{}”, {steps} stage{plural} later: {}",
                name(row.body),
                row.stage.name,
                row.basis
            )
        })
        .collect();
    let mut exceptions: Vec<String> = Vec::new();
    for row in rows {
        if row.possible.is_some_and(|possible| possible <= under_way) && !row.possible_words.is_empty() {
            exceptions.push(format!("{}: {}", name(row.body), row.possible_words));
        }
        exceptions.extend(row.exceptions.iter().cloned());
    }
    let ambiguous =
        if names.len() > 1 { format!(", a name that may mean {},", names.join(" or ")) } else { String::new() };
    let spoke = event
        .with_role(&[Role::Spoke])
        .any(|speaker| speaker.organisation == person.name || speaker.name == person.name);
    let mut cautions: Vec<String> =
        rows.iter().map(|row| row.caution).filter(|words| !words.is_empty()).map(str::to_owned).collect();
    if !spoke {
        cautions.push("to attend is not to speak: no word of it is reported".to_owned());
    }
    cautions.push("the sources may not tell of earlier occasions".to_owned());
    Signal {
        kind: SignalKind::EarlierThanUsual,
        subject: person.name.clone(),
        stage: stages.first().map_or_else(String::new, |stage| stage.id.clone()),
        when: event.known_by(),
        facts: format!(
            "“{}”{ambiguous} was at the {}{}, while the stage under way was “{}” (no later stage is told before)",
            person.name,
            event.kind.words(),
            event.when.map_or_else(String::new, |when| format!(" of {}", when.for_people())),
            stage_names(stages)
        ),
        baseline: baseline.join("; "),
        basis: rows.first().map(|row| row.basis.clone()),
        exceptions,
        inference: "the body may take an interest earlier than is its custom, so that the law is perhaps still pursued"
            .to_owned(),
        caution: cautions.join("; "),
        evidence: evidence_of(event, person),
    }
}

/// Returns the sentences of the event that name somebody, else all its words.
fn evidence_of(event: &Event, person: &Participant) -> Vec<crate::event::Evidence> {
    let mut naming: Vec<_> = Vec::new();
    for evidence in event.evidence.iter().chain(&event.attendance) {
        if evidence.quote.contains(&person.name) && !naming.contains(evidence) {
            naming.push(evidence.clone());
        }
    }
    if naming.is_empty() { event.evidence.clone() } else { naming }
}

fn late_signal(
    event: &Event,
    person: &Participant,
    row: &Baseline<'_>,
    step: &Step,
    gathered_by: &FxHashMap<u16, usize>,
) -> Option<Signal> {
    let reached = step.reached?;
    // Late is only what could have been seen: gatherings at its usual stage are told, and it was at none of them.
    let occasions = gathered_by.get(&row.order).copied().filter(|count| *count >= 2)?;
    (reached > row.order).then(|| Signal {
        kind: SignalKind::LaterThanUsual,
        subject: person.name.clone(),
        stage: row.stage.id.clone(),
        when: event.known_by(),
        facts: format!(
            "“{}” is first seen at the {}, after the stage “{}” was over; {occasions} gatherings at that stage do not name it",
            person.name,
            event.kind.words(),
            row.stage.name
        ),
        baseline: format!("it is usually first seen at “{}”: {}", row.stage.name, row.basis),
        basis: Some(row.basis.clone()),
        exceptions: row.exceptions.to_vec(),
        inference: "it may have been brought in late, or its part is another than usual".to_owned(),
        caution: "the sources may not tell of earlier occasions".to_owned(),
        evidence: evidence_of(event, person),
    })
}

/// The order of the list of those attending.
fn listing(course: &Course<'_>, event: &Event, early: Option<&str>, stages: &[&Stage], signals: &mut Vec<Signal>) {
    let bodies = Bodies::builtin();
    let listed: Vec<(&Participant, Vec<BodyId>)> = event
        .with_role(&[Role::Attended])
        .map(|person| (person, of_country(course, person)))
        .filter(|(_, meant)| !meant.is_empty())
        .collect();
    let rank = |meant: &[BodyId]| meant.iter().filter_map(|id| bodies.get(*id)).filter_map(|body| body.rank).min();
    let names: Vec<&str> = listed.iter().map(|(person, _)| person.name.as_str()).collect();
    let Some(((first, meant), rest)) = listed.split_first().filter(|(_, rest)| !rest.is_empty()) else { return };
    let leads: Vec<BodyId> = stages.iter().flat_map(|stage| &stage.lead).filter_map(|id| bodies.by_id(id)).collect();
    if early == Some(first.name.as_str()) && !meant.iter().any(|body| leads.contains(body)) {
        let by_rank = rest.iter().all(|(_, other)| match (rank(meant), rank(other)) {
            (Some(first), Some(other)) => first <= other,
            _ => true,
        });
        let lead_names: Vec<String> =
            stages.iter().flat_map(|stage| &stage.lead).map(|id| Course::body_name(id)).collect();
        signals.push(Signal {
            kind: SignalKind::ListedFirst,
            subject: first.name.clone(),
            stage: stages.first().map_or_else(String::new, |stage| stage.id.clone()),
            when: event.known_by(),
            facts: format!("“{}” stands first of {} public bodies in the list of those attending: {}", first.name, listed.len(), names.join(", ")),
            baseline: format!("those who lead the stage “{}” are {}", stage_names(stages), lead_names.join(", ")),
            basis: stages.first().map(|stage| stage.basis.clone()),
            exceptions: if by_rank { vec!["organs of the legislature and of the Party stand before ministries by protocol: rank alone may explain the place".to_owned()] } else { Vec::new() },
            inference: "the hosts may give it weight in the matter".to_owned(),
            caution: "the order of a list of guests is no stage, and only a weak sign of rank".to_owned(),
            evidence: evidence_of(event, first),
        });
    }
    let ranked: Vec<(&Participant, u16)> = listed
        .iter()
        .filter(|(_, meant)| meant.len() == 1)
        .filter_map(|(person, meant)| Some((*person, rank(meant)?)))
        .collect();
    let inverted = ranked.windows(2).find_map(|pair| match pair {
        [(one, a), (other, b)] if a > b => Some((*one, *other)),
        _ => None,
    });
    let Some((one, other)) = inverted else { return };
    signals.push(Signal {
        kind: SignalKind::ListedOutOfOrder,
        subject: one.name.clone(),
        stage: String::new(),
        when: event.known_by(),
        facts: format!("“{}” is listed before “{}”; the list is: {}", one.name, other.name, names.join(", ")),
        baseline: "the order of protocol, given here from memory, puts them the other way round".to_owned(),
        basis: Some(Basis {
            kind: BasisKind::Custom,
            article: String::new(),
            sources: vec!["the official list of bodies".to_owned()],
            confidence: Confidence::Memory,
        }),
        exceptions: vec!["hosts list by invitation, by alphabet or by the part that a body takes".to_owned()],
        inference: "the first may take a larger part in the matter than its rank tells".to_owned(),
        caution: "the order of a list of guests is no stage, and only a weak sign of rank".to_owned(),
        evidence: evidence_of(event, one),
    });
}

/// Public bodies came in number, and none of those who lead the stage.
fn absent(course: &Course<'_>, event: &Event, here: &[&Participant], stages: &[&Stage], signals: &mut Vec<Signal>) {
    let bodies = Bodies::builtin();
    let present: FxHashSet<BodyId> = here.iter().flat_map(|person| of_country(course, person)).collect();
    let leads: Vec<&String> = stages.iter().flat_map(|stage| &stage.lead).collect();
    let led = leads
        .iter()
        .filter_map(|id| bodies.by_id(id))
        .any(|lead| present.iter().any(|body| bodies.belongs(*body, lead) || bodies.belongs(lead, *body)));
    if present.len() < COMPANY || leads.is_empty() || led {
        return;
    }
    let names: Vec<String> = leads.iter().map(|id| Course::body_name(id)).collect();
    signals.push(Signal {
        kind: SignalKind::AbsentWhereUsual,
        subject: names.join(", "),
        stage: stages.first().map_or_else(String::new, |stage| stage.id.clone()),
        when: event.known_by(),
        facts: format!(
            "{} public bodies are named at the {}, and none of {}",
            present.len(),
            event.kind.words(),
            names.join(", ")
        ),
        baseline: format!("they lead the stage “{}”", stage_names(stages)),
        basis: stages.first().map(|stage| stage.basis.clone()),
        exceptions: Vec::new(),
        inference: "the matter may lie with others than usual".to_owned(),
        caution: "absence from a report is not absence from the world; the list may not be complete".to_owned(),
        evidence: event.evidence.clone(),
    });
}
