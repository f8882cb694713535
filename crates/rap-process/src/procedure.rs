//! Procedures: how a kind of law usually comes about, stage by stage, and on what each line of that rests.
//!
//! A TOML file enters and a [`Procedure`], or all that is wrong with the file, leaves. The procedures that come with
//! the program are `packs/procedures/*.toml`; `docs/process.md` is the reference for those who write one.

mod from_toml;

use crate::basis::Basis;
use crate::event::EventKind;
use crate::fault::FileFaults;
pub use crate::table::PackSource;

const PACKS: [(&str, &str); 8] = [
    ("china-npcsc-law", include_str!("../../../packs/procedures/china-npcsc-law.toml")),
    ("china-departmental-rule", include_str!("../../../packs/procedures/china-departmental-rule.toml")),
    ("eu-ordinary", include_str!("../../../packs/procedures/eu-ordinary.toml")),
    ("us-rule", include_str!("../../../packs/procedures/us-rule.toml")),
    ("us-bill", include_str!("../../../packs/procedures/us-bill.toml")),
    ("uk-bill", include_str!("../../../packs/procedures/uk-bill.toml")),
    ("korea-act", include_str!("../../../packs/procedures/korea-act.toml")),
    ("japan-act", include_str!("../../../packs/procedures/japan-act.toml")),
];

/// The way of a kind of law, as its stages and the customs around them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Procedure {
    /// Its short name: `china-npcsc-law`.
    pub id: String,
    /// Its title in English.
    pub title: String,
    /// Its title in the local language; empty where none is given.
    pub local: String,
    /// The country or union, as in the lists of bodies.
    pub jurisdiction: String,
    /// How texts name the country or union, so that events elsewhere are told apart.
    pub names: Vec<String>,
    /// The sources that its lines rest on.
    pub sources: Vec<PackSource>,
    /// The stages, in the order of the file.
    pub stages: Vec<Stage>,
    /// When bodies are usually first seen.
    pub first_seen: Vec<FirstSeen>,
    /// How long the way usually takes.
    pub pace: Vec<Pace>,
    /// After how long a silence is worth a word.
    pub silence: Vec<Rule>,
    /// What is known of how plans change; a caution for whoever reads one.
    pub plans: Vec<Rule>,
    /// The file itself.
    pub toml: String,
}

/// A stage on the way of a law.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stage {
    /// Its short name.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// Its name in the local language; empty where none is given.
    pub local: String,
    /// Its place in the order; stages of one place run side by side.
    pub order: u16,
    /// Who decides, by the ids of bodies.
    pub lead: Vec<String>,
    /// Who else is usually seen.
    pub others: Vec<String>,
    /// The paper that shows that the stage was reached.
    pub paper: String,
    /// The events that show it.
    pub proof: Vec<Proof>,
    /// Whether the way may go past it.
    pub optional: bool,
    /// Whether it usually leaves a trace that papers tell of.
    pub public: bool,
    /// Whether it is usual that it comes more than once.
    pub repeats: bool,
    /// Its rules of time.
    pub times: Vec<TimeRule>,
    /// What allows to leave it out.
    pub shortcuts: Vec<Rule>,
    /// On what the stage rests.
    pub basis: Basis,
}

/// An event that shows that a stage was reached.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proof {
    /// What happened.
    pub kind: EventKind,
    /// Which reading it was.
    pub reading: Option<u8>,
    /// Who did it, by the id of a body or of one that it belongs to; empty where anybody may have.
    pub by: String,
}

/// A rule in words and what it rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rule {
    /// The rule, for people.
    pub words: String,
    /// How many days it speaks of; 0 where none.
    pub days: i32,
    /// On what it rests.
    pub basis: Basis,
}

/// A rule of time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TimeRule {
    /// The rule, for people.
    pub words: String,
    /// The stage from which the days are counted; empty where it is the stage itself.
    pub after: String,
    /// How long the stage lasts at least.
    pub at_least_days: Option<i32>,
    /// How long after the other stage this one begins at the latest.
    pub within_days: Option<i32>,
    /// How long after the other stage this one begins at the earliest.
    pub not_before_days: Option<i32>,
    /// On what it rests.
    pub basis: Basis,
}

/// When a body is usually first seen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FirstSeen {
    /// The body, by its id.
    pub body: String,
    /// The first stage at which the law allows it; empty where that is not told.
    pub possible: String,
    /// The words about that.
    pub possible_words: String,
    /// The first stage at which it is usually seen.
    pub usual: String,
    /// Known exceptions.
    pub exceptions: Vec<String>,
    /// What to keep in mind.
    pub caution: String,
    /// On what it rests.
    pub basis: Basis,
}

/// How long the way from one stage to another usually takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pace {
    /// The stage from which the days are counted.
    pub from: String,
    /// The stage to which they are counted.
    pub to: String,
    /// Fewer days are quick.
    pub quick_days: i32,
    /// More days are slow.
    pub slow_days: i32,
    /// How many cases that rests on.
    pub cases: i32,
    /// When those cases were.
    pub period: String,
    /// The rule, for people.
    pub words: String,
    /// On what it rests.
    pub basis: Basis,
}

impl Procedure {
    /// Reads a procedure.
    ///
    /// # Errors
    ///
    /// Returns all that is wrong with the file, each fault with its line.
    pub fn parse(toml: &str) -> Result<Self, FileFaults> {
        from_toml::procedure(toml)
    }

    /// Returns the procedure with this name that comes with the program.
    #[must_use]
    pub fn builtin(name: &str) -> Option<Self> {
        let (_, toml) = PACKS.iter().find(|(id, _)| *id == name)?;
        Self::parse(toml).ok()
    }

    /// Returns the names of the procedures that come with the program.
    pub fn names() -> impl Iterator<Item = &'static str> + Clone {
        PACKS.iter().map(|(id, _)| *id)
    }

    /// Returns the index of the stage with this short name.
    #[must_use]
    pub fn stage(&self, id: &str) -> Option<usize> {
        self.stages.iter().position(|stage| stage.id == id)
    }
}

#[cfg(test)]
mod tests;
