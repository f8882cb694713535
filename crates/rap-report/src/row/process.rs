//! The rows of the process: events, signals, contradictions and stages.

use std::borrow::Cow;

use rap_process::{Bodies, Contradiction, Event, Evidence, Happening, Participant, Procedure, Role, Signal, StageRow};
use serde::Serialize;

use super::{Range, Row, list_cell, number_cell};

/// A place where something is said.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PlaceRow<'a> {
    /// The paper, or the file of events.
    pub source: &'a str,
    /// The 1-based paragraph of a paper, or row of a table.
    pub paragraph: usize,
    /// The words in bytes of the text of the paper; none in a table.
    pub bytes: Option<Range>,
    /// The words, verbatim.
    pub quote: &'a str,
}

impl<'a> From<&'a Evidence> for PlaceRow<'a> {
    fn from(evidence: &'a Evidence) -> Self {
        Self {
            source: &evidence.origin,
            paragraph: evidence.place,
            bytes: evidence.locus.map(|locus| [locus.span.start(), locus.span.end()]),
            quote: &evidence.quote,
        }
    }
}

fn places(evidence: &[Evidence]) -> Vec<PlaceRow<'_>> {
    evidence.iter().map(PlaceRow::from).collect()
}

/// Returns places as one cell: `a.txt:4 12-45 “…”; …`.
fn places_cell(places: &[PlaceRow<'_>]) -> Cow<'static, str> {
    let cells = places.iter().map(|place| {
        let range = place.bytes.map_or_else(String::new, |[start, end]| format!(" {start}-{end}"));
        format!("{}:{}{range} “{}”", place.source, place.paragraph, place.quote)
    });
    Cow::Owned(cells.collect::<Vec<_>>().join("; "))
}

/// Somebody who had a part in an event.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ParticipantRow<'a> {
    /// The name, as printed.
    pub name: &'a str,
    /// `convened`, `hosted`, `organised`, `chaired`, `acted`, `attended` or `spoke`.
    pub role: &'static str,
    /// Whom a person came from.
    pub organisation: &'a str,
    /// The ids of the public bodies that the name may mean; more than one where it is ambiguous.
    pub bodies: Vec<&'static str>,
}

impl<'a> From<&'a Participant> for ParticipantRow<'a> {
    fn from(person: &'a Participant) -> Self {
        let known = person.bodies.iter().filter_map(|id| Bodies::builtin().get(*id));
        Self {
            name: &person.name,
            role: person.role.name(),
            organisation: &person.organisation,
            bodies: known.map(|body| body.id.as_str()).collect(),
        }
    }
}

/// An event with every account of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct EventRow<'a> {
    /// When it was, ISO 8601, as exact as it is known: `2031-05`, `2031-05-02/2031-05-09`; empty where not told.
    pub date: String,
    /// What sort of event: `gathering`, `reading`, `plan-listed`.
    pub kind: &'static str,
    /// Which reading it was.
    pub reading: Option<u8>,
    /// Its name as printed.
    pub title: &'a str,
    /// Where it was.
    pub place: &'a str,
    /// The law that it is about, as printed.
    pub law: &'a str,
    /// Whether it is announced and not told as done.
    pub planned: bool,
    /// The last day of a consultation.
    pub until: String,
    /// Who had a part in it; attendees in the order in which they are listed.
    pub people: Vec<ParticipantRow<'a>>,
    /// Parts of a gathering, by their titles.
    pub sessions: Vec<&'a str>,
    /// How many accounts tell of it.
    pub accounts: usize,
    /// The words that tell of it.
    pub evidence: Vec<PlaceRow<'a>>,
}

impl<'a> From<&'a Happening> for EventRow<'a> {
    fn from(happening: &'a Happening) -> Self {
        let event: &Event = &happening.event;
        Self {
            date: event.when.map_or_else(String::new, |when| when.to_string()),
            kind: event.kind.name(),
            reading: event.reading,
            title: &event.title,
            place: &event.place,
            law: &event.item.name,
            planned: event.planned,
            until: event.until.map_or_else(String::new, |until| until.to_string()),
            people: event.people.iter().map(ParticipantRow::from).collect(),
            sessions: event.sessions.iter().map(String::as_str).collect(),
            accounts: happening.accounts.len(),
            evidence: places(&event.evidence),
        }
    }
}

impl EventRow<'_> {
    /// Returns the names of those with a role, in order.
    pub fn named(&self, role: Role) -> impl Iterator<Item = &str> {
        self.people.iter().filter(move |person| person.role == role.name()).map(|person| person.name)
    }
}

impl Row for EventRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "date",
        "kind",
        "reading",
        "title",
        "place",
        "law",
        "planned",
        "until",
        "by",
        "host",
        "organiser",
        "chair",
        "attended",
        "spoke",
        "accounts",
        "evidence",
    ];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let names = |roles: &[Role]| list_cell(roles.iter().flat_map(|role| self.named(*role)));
        vec![
            Cow::Borrowed(&self.date),
            self.kind.into(),
            self.reading.map_or(Cow::Borrowed(""), |reading| Cow::Owned(reading.to_string())),
            self.title.into(),
            self.place.into(),
            self.law.into(),
            if self.planned { "yes" } else { "no" }.into(),
            Cow::Borrowed(&self.until),
            names(&[Role::Acted]),
            names(&[Role::Convened, Role::Hosted]),
            names(&[Role::Organised]),
            names(&[Role::Chaired]),
            names(&[Role::Attended]),
            names(&[Role::Spoke]),
            number_cell(self.accounts),
            places_cell(&self.evidence),
        ]
    }
}

/// Something that is not as usual, with facts, baseline and inference apart.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SignalRow<'a> {
    /// `earlier-than-usual`, `plan-silent`, `stage-skipped` …
    pub kind: &'static str,
    /// The kind in words.
    pub words: &'static str,
    /// What or whom it is about.
    pub subject: &'a str,
    /// The stage, by its id in the procedure.
    pub stage: &'a str,
    /// When, ISO 8601.
    pub date: String,
    /// What the sources tell.
    pub facts: &'a str,
    /// What is usual.
    pub baseline: &'a str,
    /// `law`, `guide`, `statistic`, `custom` or `analyst`; empty where the sources are compared with themselves.
    pub basis: &'static str,
    /// On what the baseline rests, in words: "custom, according to …".
    pub basis_words: String,
    /// `text-read`, `secondary`, `inference` or `memory`.
    pub confidence: &'static str,
    /// Known exceptions, and what the law allows.
    pub exceptions: Vec<&'a str>,
    /// What may follow; never a fact.
    pub inference: &'a str,
    /// What to keep in mind.
    pub caution: &'a str,
    /// The words that the facts rest on.
    pub evidence: Vec<PlaceRow<'a>>,
}

impl<'a> From<&'a Signal> for SignalRow<'a> {
    fn from(signal: &'a Signal) -> Self {
        Self {
            kind: signal.kind.name(),
            words: signal.kind.words(),
            subject: &signal.subject,
            stage: &signal.stage,
            date: signal.when.map_or_else(String::new, |when| when.to_string()),
            facts: &signal.facts,
            baseline: &signal.baseline,
            basis: signal.basis.as_ref().map_or("", |basis| basis.kind.name()),
            basis_words: signal.basis.as_ref().map_or_else(String::new, ToString::to_string),
            confidence: signal.basis.as_ref().map_or("", |basis| basis.confidence.name()),
            exceptions: signal.exceptions.iter().map(String::as_str).collect(),
            inference: &signal.inference,
            caution: &signal.caution,
            evidence: places(&signal.evidence),
        }
    }
}

impl Row for SignalRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "kind",
        "subject",
        "stage",
        "date",
        "facts",
        "baseline",
        "basis",
        "basis_words",
        "confidence",
        "exceptions",
        "inference",
        "caution",
        "evidence",
    ];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.kind.into(),
            self.subject.into(),
            self.stage.into(),
            Cow::Borrowed(&self.date),
            self.facts.into(),
            self.baseline.into(),
            self.basis.into(),
            Cow::Borrowed(&self.basis_words),
            self.confidence.into(),
            list_cell(self.exceptions.iter().copied()),
            self.inference.into(),
            self.caution.into(),
            places_cell(&self.evidence),
        ]
    }
}

/// Something that the sources contradict or leave open.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ContradictionRow<'a> {
    /// `weekday-date`, `count`, `body-names` …
    pub kind: &'static str,
    /// The kind in words.
    pub title: &'static str,
    /// Whether something is missing rather than contradicted.
    pub gap: bool,
    /// What, in words, with names and numbers.
    pub words: &'a str,
    /// What to keep in mind.
    pub caution: &'a str,
    /// The places, those of one side before those of the other.
    pub evidence: Vec<PlaceRow<'a>>,
}

impl<'a> From<&'a Contradiction> for ContradictionRow<'a> {
    fn from(contradiction: &'a Contradiction) -> Self {
        Self {
            kind: contradiction.kind.name(),
            title: contradiction.kind.words(),
            gap: contradiction.kind.is_gap(),
            words: &contradiction.words,
            caution: &contradiction.caution,
            evidence: places(&contradiction.evidence),
        }
    }
}

impl Row for ContradictionRow<'_> {
    const COLUMNS: &'static [&'static str] = &["kind", "gap", "words", "caution", "evidence"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.kind.into(),
            if self.gap { "yes" } else { "no" }.into(),
            self.words.into(),
            self.caution.into(),
            places_cell(&self.evidence),
        ]
    }
}

/// A stage of the procedure with its proof.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct StageShape<'a> {
    /// Its id in the procedure.
    pub id: &'a str,
    /// Its place in the order; stages of one place run side by side.
    pub order: u16,
    /// Its name in English.
    pub name: &'a str,
    /// Its name in the local language.
    pub local: &'a str,
    /// `proved`, `announced` or `not-told`.
    pub state: &'static str,
    /// When it was first proved, ISO 8601.
    pub date: String,
    /// Whether the way may go past it.
    pub optional: bool,
    /// On what the stage itself rests.
    pub basis_words: String,
    /// The words of the first event that proves it.
    pub evidence: Vec<PlaceRow<'a>>,
}

impl<'a> StageShape<'a> {
    /// Returns the shape of a stage; none where the procedure has no such stage.
    #[must_use]
    pub fn of(procedure: &'a Procedure, row: &'a StageRow) -> Option<Self> {
        let stage = procedure.stages.get(row.stage)?;
        Some(Self {
            id: &stage.id,
            order: stage.order,
            name: &stage.name,
            local: &stage.local,
            state: if row.is_proved() {
                "proved"
            } else if row.planned {
                "announced"
            } else {
                "not-told"
            },
            date: row.when.map_or_else(String::new, |when| when.to_string()),
            optional: stage.optional,
            basis_words: stage.basis.to_string(),
            evidence: places(&row.proof),
        })
    }
}
