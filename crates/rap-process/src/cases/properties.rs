//! What holds for any events and any procedure: a total, deterministic answer, that shifts with the dates.

use proptest::prelude::*;
use rap_statement::{ActorKind, BodyKind};

use crate::{
    Bodies, BodyId, Event, EventKind, Evidence, Item, Participant, Procedure, Role, SignalOptions, Standing, Timeline,
    When, join, stand,
};

fn event() -> impl Strategy<Value = Event> {
    let bodies = Bodies::builtin().all().len();
    let people = proptest::collection::vec((0..bodies, 0..Role::ALL.len()), 0..5);
    (0..EventKind::ALL.len(), 0_i32..4000, 0_i32..60, proptest::option::of(1_u8..4), people, any::<bool>(), 0..3_usize)
        .prop_map(|(kind, day, length, reading, people, planned, law)| {
            let start = When::parse("2020-01-01").unwrap();
            let first = start.shifted(day).first();
            let people = people.into_iter().map(|(body, role)| Participant {
                name: Bodies::builtin().all().get(body).unwrap().name().to_owned(),
                kind: ActorKind::Body(BodyKind::Ministry),
                organisation: String::new(),
                role: Role::ALL[role],
                bodies: vec![BodyId(u16::try_from(body).unwrap())],
                span: None,
            });
            Event {
                kind: EventKind::ALL[kind],
                reading,
                title: String::new(),
                when: (length < 55).then(|| When::between(first, crate::shifted(first, length / 2))),
                weekday: None,
                until: (length % 3 == 0).then(|| When::day(crate::shifted(first, length))),
                told_on: None,
                place: String::new(),
                item: [Item::default(), Item::named("Harbour Law"), Item::named("Ferry Law")][law].clone(),
                planned,
                people: people.collect(),
                sessions: Vec::new(),
                evidence: vec![Evidence { origin: "t.csv".into(), locus: None, place: 2, quote: "row".into() }],
                plan_year: None,
                attendance: Vec::new(),
            }
        })
}

fn moved(events: &[Event], days: i32) -> Vec<Event> {
    let shift = |when: Option<When>| when.map(|when| when.shifted(days));
    let one = |event: &Event| Event { when: shift(event.when), until: shift(event.until), ..event.clone() };
    events.iter().map(one).collect()
}

fn answer(events: &[Event], procedure: &str) -> Standing {
    let timeline = Timeline::new(&join(events), None);
    stand(&Procedure::builtin(procedure).unwrap(), &timeline, &[], &SignalOptions::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_events_have_one_answer_that_shifts_with_the_dates(
        events in proptest::collection::vec(event(), 0..40),
        days in -2000_i32..2000,
    ) {
        for procedure in Procedure::names() {
            let one = answer(&events, procedure);
            prop_assert_eq!(&one, &answer(&events, procedure));
            let other = answer(&moved(&events, days), procedure);
            let shape = |standing: &Standing, back: i32| -> Vec<_> {
                let signals = standing.signals.iter();
                signals.map(|row| (row.kind, row.subject.clone(), row.stage.clone(), row.when.map(|when| when.shifted(back)))).collect()
            };
            prop_assert_eq!(shape(&one, 0), shape(&other, -days));
            let stages = |standing: &Standing, back: i32| -> Vec<_> {
                standing.stages.iter().map(|row| (row.events, row.planned, row.when.map(|when| when.shifted(back)))).collect()
            };
            prop_assert_eq!(stages(&one, 0), stages(&other, -days));
            prop_assert_eq!(one.under_way, other.under_way);
        }
    }
}
