//! Events: what happened around a law, when, where, by whom, who was there, and the words that say so.
//!
//! Documents, CSV files and calendars enter; [`Event`]s leave. Each carries the places of its words, or the row of
//! the table it came from. Two papers that tell of one event give two accounts; [`join`](crate::join) finds them.

mod cues;
mod deed;
pub(crate) mod from_doc;
mod from_table;
mod hosts;
mod item;
mod join;
mod meeting;
mod people;
mod place;
mod plan;
mod subject;
mod to_ics;

pub use from_doc::{Paper, events_of};
pub use from_table::{events_from_csv, events_from_ics};
pub use item::{Item, main_item};
pub use join::{Happening, join};
pub(crate) use people::may_be_public;
pub use plan::{PlanIssue, PlanItem, plan_of};
pub use to_ics::to_ics;

use jiff::civil::{Date, Weekday};
use rap_doc::{Locus, Span};
use rap_statement::ActorKind;

use crate::basis::named;
use crate::body::BodyId;
use crate::when::When;

named! {
    /// Tells what sort of event it was.
    EventKind {
        /// A symposium, seminar, forum, conference, workshop or meeting.
        Gathering = "gathering",
        /// A hearing at which people are heard on a draft.
        Hearing = "hearing",
        /// A press conference or statement of a spokesperson.
        PressConference = "press-conference",
        /// A plan of legislation was published.
        PlanPublished = "plan-published",
        /// An item stands in a plan.
        PlanListed = "plan-listed",
        /// A plan does not name an item.
        PlanSilent = "plan-silent",
        /// An item was taken off a plan.
        PlanDropped = "plan-dropped",
        /// Scholars or others without a mandate made a draft public.
        ExpertDraft = "expert-draft",
        /// A draft is being written, or was written and not shown.
        Drafting = "drafting",
        /// A draft was made public.
        DraftPublished = "draft-published",
        /// A consultation was opened.
        ConsultationOpened = "consultation-opened",
        /// A consultation was closed, or is to close.
        ConsultationClosed = "consultation-closed",
        /// A body reviewed a draft before it was submitted.
        Review = "review",
        /// A government approved a bill.
        CabinetApproval = "cabinet-approval",
        /// A bill was proposed, introduced or submitted.
        Proposed = "proposed",
        /// A bill was put on the agenda or referred to a committee.
        Referred = "referred",
        /// A committee reported or voted.
        CommitteeReport = "committee-report",
        /// A reading.
        Reading = "reading",
        /// A body settled its position for negotiation.
        Mandate = "mandate",
        /// A negotiation between institutions.
        Trilogue = "trilogue",
        /// The negotiators agreed.
        Agreement = "agreement",
        /// A vote.
        Vote = "vote",
        /// A law was passed or adopted.
        Adopted = "adopted",
        /// A bill was rejected.
        Rejected = "rejected",
        /// A law was signed.
        Signed = "signed",
        /// A bill was vetoed.
        Vetoed = "vetoed",
        /// A law was published or promulgated.
        Published = "published",
        /// A final rule was issued.
        FinalRule = "final-rule",
        /// A law or part of it is in force.
        InForce = "in-force",
        /// A date was moved.
        Moved = "moved",
        /// A bill was withdrawn or shelved.
        Withdrawn = "withdrawn",
        /// A law was repealed.
        Repealed = "repealed",
        /// Anything else, from a table.
        Other = "other",
    }
}

impl EventKind {
    /// Tells whether people came together.
    #[must_use]
    pub const fn gathers(self) -> bool {
        matches!(self, Self::Gathering | Self::Hearing | Self::PressConference | Self::Trilogue)
    }

    /// Returns the words for people.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Gathering => "meeting",
            Self::Hearing => "hearing",
            Self::PressConference => "press conference",
            Self::PlanPublished => "plan published",
            Self::PlanListed => "listed in a plan",
            Self::PlanSilent => "not named in a plan",
            Self::PlanDropped => "taken off a plan",
            Self::ExpertDraft => "expert draft published",
            Self::Drafting => "drafting",
            Self::DraftPublished => "draft published",
            Self::ConsultationOpened => "consultation opened",
            Self::ConsultationClosed => "consultation closed",
            Self::Review => "reviewed",
            Self::CabinetApproval => "approved by the government",
            Self::Proposed => "proposed",
            Self::Referred => "referred",
            Self::CommitteeReport => "committee report",
            Self::Reading => "reading",
            Self::Mandate => "mandate for negotiation",
            Self::Trilogue => "trilogue",
            Self::Agreement => "provisional agreement",
            Self::Vote => "vote",
            Self::Adopted => "adopted",
            Self::Rejected => "rejected",
            Self::Signed => "signed",
            Self::Vetoed => "vetoed",
            Self::Published => "published",
            Self::FinalRule => "final rule",
            Self::InForce => "in force",
            Self::Moved => "date moved",
            Self::Withdrawn => "withdrawn",
            Self::Repealed => "repealed",
            Self::Other => "event",
        }
    }
}

named! {
    /// Tells what somebody did at an event.
    Role {
        /// Called it together or held it.
        Convened = "convened",
        /// Hosted it.
        Hosted = "hosted",
        /// Organised it.
        Organised = "organised",
        /// Chaired it.
        Chaired = "chaired",
        /// Did the deed: published, proposed, voted.
        Acted = "acted",
        /// Was named among those attending.
        Attended = "attended",
        /// Spoke.
        Spoke = "spoke",
    }
}

/// Somebody who had a part in an event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Participant {
    /// The name, as printed.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Whom a person came from; empty for bodies.
    pub organisation: String,
    /// What they did.
    pub role: Role,
    /// The public bodies that the name may mean; more than one where it is ambiguous.
    pub bodies: Vec<BodyId>,
    /// Where it is named; none for events from a table.
    pub span: Option<Span>,
}

/// Where it is said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence {
    /// The paper or file, by its name in the dossier.
    pub origin: String,
    /// The place in the text of a paper.
    pub locus: Option<Locus>,
    /// The 1-based paragraph of a paper, or row of a table.
    pub place: usize,
    /// The words, verbatim.
    pub quote: String,
}

/// One account of an event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// What sort of event it was.
    pub kind: EventKind,
    /// Which reading; none for other events.
    pub reading: Option<u8>,
    /// Its name as printed; empty where it has none.
    pub title: String,
    /// When it was.
    pub when: Option<When>,
    /// The day of the week that is told, by whatever date.
    pub weekday: Option<Weekday>,
    /// The last day of a consultation.
    pub until: Option<When>,
    /// The date of the paper that tells of it.
    pub told_on: Option<Date>,
    /// Where it was; empty where that is not told.
    pub place: String,
    /// The law that it is about.
    pub item: Item,
    /// The year of the plan that an event about a plan tells of; none for other events.
    pub plan_year: Option<i16>,
    /// Whether it is announced and not told as done.
    pub planned: bool,
    /// Who had a part in it, in the order in which they are named.
    pub people: Vec<Participant>,
    /// Parts of a gathering, by their titles.
    pub sessions: Vec<String>,
    /// The words that tell of it; never empty.
    pub evidence: Vec<Evidence>,
    /// The sentences that tell who and how many came.
    pub attendance: Vec<Evidence>,
}

impl Event {
    /// Returns when it was, or at the latest the date of the paper that tells of it as done.
    #[must_use]
    pub fn known_by(&self) -> Option<When> {
        self.when.or_else(|| self.told_on.filter(|_| !self.planned).map(When::day))
    }

    /// Returns those with one of these roles.
    pub fn with_role<'e>(&'e self, roles: &'e [Role]) -> impl Iterator<Item = &'e Participant> {
        self.people.iter().filter(move |person| roles.contains(&person.role))
    }

    /// Returns the name of the event for people: its kind, which reading, who did it.
    #[must_use]
    pub fn label(&self) -> String {
        let kind = match (self.kind, self.reading) {
            (EventKind::Reading, Some(1)) => "first reading".to_owned(),
            (EventKind::Reading, Some(2)) => "second reading".to_owned(),
            (EventKind::Reading, Some(3)) => "third reading".to_owned(),
            (kind, _) => kind.words().to_owned(),
        };
        let actor = self.with_role(&[Role::Acted, Role::Convened, Role::Hosted]).next();
        let year = self.plan_year.map(|year| format!("for {year}"));
        let beside: Vec<String> = actor.map(|actor| actor.name.clone()).into_iter().chain(year).collect();
        if beside.is_empty() { kind } else { format!("{kind} ({})", beside.join(", ")) }
    }
}
