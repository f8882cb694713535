//! On what a line of a pack rests: what kind of rule it is, who says so, and how surely we know.

use std::fmt;

macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every value, in the order reports use.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the word that packs, rows and reports use.
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
pub(crate) use named;

named! {
    /// Tells what kind of rule a baseline is.
    BasisKind {
        /// A law or regulation says so.
        Law = "law",
        /// An official guide of the body concerned.
        Guide = "guide",
        /// Counted cases.
        Statistic = "statistic",
        /// What is usually done, as several observers tell.
        Custom = "custom",
        /// One analyst's word.
        Analyst = "analyst",
    }
}

named! {
    /// Tells how surely a line is known.
    Confidence {
        /// The text of the rule was read.
        TextRead = "text-read",
        /// A secondary account.
        Secondary = "secondary",
        /// Concluded from other lines.
        Inference = "inference",
        /// From memory; to be checked before it is relied on.
        Memory = "memory",
    }
}

/// On what a line rests.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Basis {
    /// What kind of rule it is.
    pub kind: BasisKind,
    /// The place in the source: `Art. 57`; empty where none is given.
    pub article: String,
    /// Who says so, by their titles.
    pub sources: Vec<String>,
    /// How surely we know.
    pub confidence: Confidence,
}

impl fmt::Display for Basis {
    /// Writes it for people: `law (Art. 29, Legislation Law)`, `custom, according to an article of 2024`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sources = self.sources.join("; ");
        let place = match (self.article.is_empty(), sources.is_empty()) {
            (true, _) => sources,
            (false, true) => self.article.clone(),
            (false, false) => format!("{}, {sources}", self.article),
        };
        let kind = match self.kind {
            BasisKind::Law => "law",
            BasisKind::Guide => "official guide",
            BasisKind::Statistic => "counted cases",
            BasisKind::Custom => "custom",
            BasisKind::Analyst => "one analyst's word",
        };
        match (self.kind, place.is_empty()) {
            (_, true) => f.write_str(kind)?,
            (BasisKind::Custom | BasisKind::Analyst, false) => write!(f, "{kind}, according to {place}")?,
            (_, false) => write!(f, "{kind} ({place})")?,
        }
        match self.confidence {
            Confidence::Memory => f.write_str("; from memory, not checked against a source"),
            Confidence::Inference => f.write_str("; inferred, not stated by a source"),
            Confidence::TextRead | Confidence::Secondary => Ok(()),
        }
    }
}
