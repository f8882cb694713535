//! Actors: the people and bodies that a paper names.

use rap_doc::Span;

use crate::statement::words;

/// Names an actor within one [`Record`](crate::Record): its index there.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ActorId(pub u32);

/// A person, body or group that a paper names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Actor {
    /// The fullest name that the paper gives, as printed there.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Every form of the name with the places where it occurs, the fullest first.
    pub names: Vec<NameUse>,
    /// The offices that the paper gives to a person, in order of appearance.
    pub offices: Vec<Office>,
    /// The words that say the actor was present (at the meeting, the hearing). Empty where the paper says nothing.
    pub presence: Vec<Span>,
}

/// A form of a name and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NameUse {
    /// The form, as printed.
    pub name: String,
    /// Where it stands.
    pub spans: Vec<Span>,
}

/// What a person is and for whom, as stated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Office {
    /// The role, as printed: "Vice President of Legal Affairs". Empty where only the body is given.
    pub role: String,
    /// The body.
    pub organisation: Option<ActorId>,
    /// The words that state it.
    pub span: Span,
}

/// Tells what an actor is.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ActorKind {
    /// A human being with a name.
    Person,
    /// A body with a name.
    Body(BodyKind),
    /// Several together under no name: "the experts", "与会代表".
    Group,
    /// One whom the paper does not name: "a source", "该负责人" without antecedent.
    Unnamed,
}

impl ActorKind {
    /// Returns the word that rows and reports use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Body(kind) => kind.name(),
            Self::Group => "group",
            Self::Unnamed => "unnamed",
        }
    }
}

words! {
    /// Tells what sort of body it is.
    BodyKind {
        /// A parliament, its chambers, committees and staff bodies.
        Legislature = "legislature",
        /// A government as a whole.
        Cabinet = "cabinet",
        /// A ministry or department.
        Ministry = "ministry",
        /// An agency or commission that supervises.
        Regulator = "regulator",
        /// A court or prosecutor.
        Court = "court",
        /// A political party.
        Party = "party",
        /// A company.
        Company = "company",
        /// An association of companies.
        IndustryAlliance = "industry-alliance",
        /// A research institute or think tank.
        ResearchInstitute = "research-institute",
        /// A university or one of its schools.
        University = "university",
        /// A union, charity, association of citizens or of a profession.
        CivilSociety = "civil-society",
        /// A body of states.
        InternationalOrganisation = "international-organisation",
        /// A newspaper, agency, broadcaster.
        Media = "media",
        /// A body whose sort its name does not tell.
        Other = "other",
    }
}
