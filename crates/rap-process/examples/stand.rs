//! Measures how long fifty procedures take over a time line of a hundred thousand events, by a fixed seed.
//!
//! `cargo run --release -p rap-process --example stand`

use std::time::Instant;

use rap_process::{
    Bodies, BodyId, Event, EventKind, Evidence, Happening, Item, Participant, Procedure, Role, SignalOptions, Timeline,
    When, stand,
};
use rap_statement::{ActorKind, BodyKind};

const EVENTS: u64 = 100_000;
const PROCEDURES: usize = 50;

fn main() {
    let happenings: Vec<Happening> = (0..EVENTS).filter_map(happening).collect();
    let procedures: Vec<Procedure> =
        Procedure::names().cycle().take(PROCEDURES).filter_map(Procedure::builtin).collect();
    let start = Instant::now();
    let timeline = Timeline::new(&happenings, None);
    let made = start.elapsed();
    let options = SignalOptions { law: Some("Harbour Law".to_owned()), as_of: None };
    let signals: usize =
        procedures.iter().map(|procedure| stand(procedure, &timeline, &[], &options).signals.len()).sum();
    println!(
        "{} events, {} procedures: time line {:.3} s, all {:.3} s, {signals} signals",
        happenings.len(),
        procedures.len(),
        made.as_secs_f64(),
        start.elapsed().as_secs_f64()
    );
}

/// Returns an event made of the digits of a number (splitmix64).
fn happening(seed: u64) -> Option<Happening> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(7);
    let mut next = |below: usize| {
        state ^= state >> 30;
        state = state.wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state ^= state >> 27;
        usize::try_from(state >> 11).unwrap_or(0) % below.max(1)
    };
    let day = When::parse("2000-01-01")?.shifted(i32::try_from(next(9000)).ok()?);
    let bodies = Bodies::builtin().all();
    let people = (0..next(4)).filter_map(|_| {
        let body = next(bodies.len());
        Some(Participant {
            name: bodies.get(body)?.name().to_owned(),
            kind: ActorKind::Body(BodyKind::Ministry),
            organisation: String::new(),
            role: Role::ALL.get(next(Role::ALL.len())).copied()?,
            bodies: vec![BodyId(u16::try_from(body).ok()?)],
            span: None,
        })
    });
    let people = people.collect();
    let kind = EventKind::ALL.get(next(EventKind::ALL.len())).copied()?;
    let item = if next(2) == 0 { Item::named("Harbour Law") } else { Item::named("Ferry Law") };
    let event = Event {
        kind,
        reading: (kind == EventKind::Reading).then_some(u8::try_from(next(3) + 1).unwrap_or(1)),
        title: String::new(),
        when: Some(day),
        weekday: None,
        until: None,
        told_on: None,
        place: String::new(),
        item,
        planned: next(10) == 0,
        people,
        sessions: Vec::new(),
        evidence: vec![Evidence { origin: "t.csv".to_owned(), locus: None, place: 2, quote: "row".to_owned() }],
        plan_year: None,
        attendance: Vec::new(),
    };
    Some(Happening { event, accounts: vec![usize::try_from(seed).unwrap_or(0)] })
}
