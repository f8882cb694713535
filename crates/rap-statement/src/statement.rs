//! The statement: what was said, by whom, and how we know.

use rap_doc::Span;

use crate::ActorId;

/// One thing said by one speaker (or one group), as ranges of the document that reports it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    /// The index of the block in which the content starts.
    pub block: usize,
    /// The words that were said, in order; more than one range where the cue interrupts them. Never empty.
    pub content: Vec<Span>,
    /// The words that attribute the content to somebody: `said`, `according to`, `指出`. Empty where there are none.
    pub cue: Vec<Span>,
    /// Whose words they are.
    pub speaker: Speaker,
    /// Who said it together with the speaker ("A and B said"), in the order of the text. Empty for most.
    pub together: Vec<ActorId>,
    /// The words that name the source of this very statement, a pronoun included. Empty for voice `Continued`.
    pub mention: Vec<Span>,
    /// Through whom the words came, the nearest first: "X, citing Y" has speaker Y and relay X.
    pub relays: Vec<Relay>,
    /// In which voice the paper gives it.
    pub voice: Voice,
    /// What the statement does.
    pub act: Act,
    /// Where it stands towards regulation.
    pub stance: Stance,
    /// Whether the act is said outright.
    pub strength: Strength,
    /// The items of a list inside of the content, each a demand or point of its own. Empty where there is no list.
    pub items: Vec<Span>,
    /// Which part of the program holds that this is a statement.
    pub finder: Finder,
}

impl Statement {
    /// Returns the actors whose words these are, the speaker first; none for an author or a speaker unknown.
    pub fn speakers(&self) -> impl Iterator<Item = ActorId> + '_ {
        let first = match self.speaker {
            Speaker::Actor(id) => Some(id),
            Speaker::Author | Speaker::Unknown => None,
        };
        first.into_iter().chain(self.together.iter().copied())
    }

    /// Returns the range from the first to the last word of the content: the quote.
    #[must_use]
    pub fn quote(&self) -> Span {
        self.content.iter().copied().reduce(Span::hull).unwrap_or_default()
    }
}

/// Tells whose words a statement is.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Speaker {
    /// An actor of the record.
    Actor(ActorId),
    /// Whoever wrote the paper, where it does not name them.
    Author,
    /// Somebody the paper does not tell ("it was suggested that").
    Unknown,
}

/// One who passed a statement on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Relay {
    /// Who passed it on.
    pub actor: ActorId,
    /// The words that say so.
    pub mention: Span,
}

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every value, in the order reports use.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the word that rows and reports use.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Returns the value that this word names.
            #[must_use]
            pub fn from_name(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == word)
            }
        }
    };
}
pub(crate) use words;

words! {
    /// Tells in which voice a paper gives a statement.
    Voice {
        /// Attributed by words of its own.
        Explicit = "explicit",
        /// No cue of its own: the report of the last speaker goes on.
        Continued = "continued",
        /// The writer of the paper in their own name; in a submission, the submitter.
        Author = "author",
        /// Said of several together, none of them alone.
        Collective = "collective",
        /// A speech of which the title or subject alone is given: the content is the title, and nothing is claimed.
        TopicOnly = "topic-only",
        /// The paper's own account, in nobody's name.
        Narrator = "narrator",
    }
}

words! {
    /// Tells what a statement does.
    Act {
        /// Asks that something be done or left undone.
        Demand = "demand",
        /// Holds a view.
        Position = "position",
        /// Names what goes wrong or is missing.
        Problem = "problem",
        /// Tells what is the case.
        Fact = "fact",
        /// Undertakes to do something.
        Promise = "promise",
        /// Asks.
        Question = "question",
    }
}

words! {
    /// Tells where a statement stands towards regulation.
    Stance {
        /// Wants rules, or more of them.
        SupportsRegulation = "supports-regulation",
        /// Wants fewer rules, lighter ones, or exemptions.
        SeeksRelief = "seeks-relief",
        /// Wants the state to enable: data, money, computing power, talent.
        SeeksSupport = "seeks-support",
        /// Wants terms, limits or duties made clear.
        SeeksClarity = "seeks-clarity",
        /// Wants rights or people protected.
        SeeksProtection = "seeks-protection",
        /// Wants interests weighed against each other.
        AsksForBalance = "asks-for-balance",
        /// Wants to be heard, or others to be.
        AsksForParticipation = "asks-for-participation",
        /// Names a problem and asks for nothing.
        NamesProblem = "names-problem",
        /// Doubts that the rule or plan is right.
        Doubts = "doubts",
        /// Takes no side.
        Neutral = "neutral",
    }
}

words! {
    /// Tells whether an act is said outright.
    Strength {
        /// Said in words that can mean nothing else.
        Explicit = "explicit",
        /// To be understood from what is said.
        Implied = "implied",
    }
}

words! {
    /// Tells which part of the program found a statement.
    #[derive(Default)]
    Finder {
        /// The rules of the language alone.
        #[default]
        Rules = "rules",
        /// The model alone: the rules did not find it, or gave it another source or content.
        Model = "model",
        /// Both, with the same source and content.
        Both = "rules-and-model",
    }
}
