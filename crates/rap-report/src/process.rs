//! Where the law stands: events, signals and contradictions of all papers of a report.
//!
//! Enter entries one by one and the options of the user; leaves a [`ProcessCard`]. Without a procedure there are
//! events and contradictions; with one there are the ladder of its stages and signals too.

use jiff::civil::Date;
use rap_dossier::Entry;
use rap_process::{
    Contradiction, Event, Happening, Paper, PlanIssue, Procedure, SignalOptions, Standing, Timeline,
    contradictions_between, contradictions_within, events_of, join, plan_of, stand,
};

/// What the user wants to know of the process, and what they know of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ProcessOptions {
    /// The procedure that the law follows.
    pub procedure: Option<Procedure>,
    /// The law to follow, and the day as of which to ask.
    pub signals: SignalOptions,
    /// Events that the user adds.
    pub events: Vec<Event>,
}

/// Where the law stands, as a report shows it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ProcessCard {
    /// The events in order of time, each with every account of it.
    pub happenings: Vec<Happening>,
    /// What the sources contradict, in the order of the papers, and then between them.
    pub contradictions: Vec<Contradiction>,
    /// The procedure that was asked for.
    pub procedure: Option<Procedure>,
    /// Where the law stands on it.
    pub standing: Option<Standing>,
}

/// Collects what the papers tell of the process.
#[derive(Debug, Default)]
pub(crate) struct ProcessBuilder {
    options: ProcessOptions,
    accounts: Vec<Event>,
    plans: Vec<PlanIssue>,
    contradictions: Vec<Contradiction>,
    newest: Option<Date>,
}

impl ProcessBuilder {
    pub(crate) fn new(options: ProcessOptions) -> Self {
        Self { accounts: options.events.clone(), options, ..Self::default() }
    }

    pub(crate) fn add(&mut self, entry: &Entry) {
        let paper = Paper { source: &entry.source, doc: &entry.doc, record: &entry.record };
        let events = events_of(&paper);
        self.contradictions.extend(contradictions_within(&paper, &events));
        self.accounts.extend(events);
        self.plans.extend(plan_of(&paper));
        self.newest = self.newest.max(entry.source.date);
    }

    pub(crate) fn finish(mut self) -> ProcessCard {
        let happenings = join(&self.accounts);
        self.contradictions.extend(contradictions_between(&self.accounts, &happenings));
        let timeline = Timeline::new(&happenings, self.newest);
        let procedure = self.options.procedure;
        let standing =
            procedure.as_ref().map(|procedure| stand(procedure, &timeline, &self.plans, &self.options.signals));
        ProcessCard { happenings, contradictions: self.contradictions, procedure, standing }
    }
}
