//! Public bodies: who they are, what they belong to, and with what they are confused.
//!
//! The lists are `packs/actors/*.toml`. A name that two bodies bear stays ambiguous: [`Bodies::named`] returns both.

mod from_toml;
mod resolve;

pub use resolve::Named;
pub(crate) use resolve::plain;

use rap_statement::BodyKind;

use crate::basis::Confidence;
use crate::fault::FileFaults;

const PACKS: [(&str, &str); 5] = [
    ("china", include_str!("../../../packs/actors/china.toml")),
    ("eu", include_str!("../../../packs/actors/eu.toml")),
    ("us", include_str!("../../../packs/actors/us.toml")),
    ("uk", include_str!("../../../packs/actors/uk.toml")),
    ("east-asia", include_str!("../../../packs/actors/east-asia.toml")),
];

/// Names a body among all that are known: its index.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BodyId(pub u16);

/// A public body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Body {
    /// Its short name in packs: `npcsc`.
    pub id: String,
    /// Its names and short forms in English, the fullest first.
    pub names: Vec<String>,
    /// Its names and short forms in its own and other languages.
    pub local: Vec<String>,
    /// Names that mean this body or another: "Legal Affairs Committee".
    pub loose: Vec<String>,
    /// What it is.
    pub kind: BodyKind,
    /// The body that it belongs to, by id; empty where it stands alone.
    pub parent: String,
    /// The country or union.
    pub jurisdiction: String,
    /// Its place in the order of protocol, 1 the first; none where no order is known.
    pub rank: Option<u16>,
    /// With what it is often confused, by id.
    pub confused_with: Vec<String>,
    /// What to know about it; empty for most.
    pub note: String,
    /// How surely the entry is known.
    pub confidence: Confidence,
}

impl Body {
    /// Returns the name for people.
    #[must_use]
    pub fn name(&self) -> &str {
        self.names.first().or_else(|| self.local.first()).map_or(&self.id, String::as_str)
    }
}

/// All bodies that are known, with their names ready to be found.
#[derive(Debug)]
pub struct Bodies {
    all: Vec<Body>,
    names: resolve::Names,
}

impl Bodies {
    /// Returns the bodies of the packs that come with the program.
    ///
    /// # Panics
    ///
    /// Never: the packs are read by a test.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: std::sync::LazyLock<Bodies> = std::sync::LazyLock::new(|| {
            let read = PACKS.iter().filter_map(|(_, toml)| from_toml::bodies(toml).ok());
            Bodies::new(read.flatten().collect())
        });
        &BUILTIN
    }

    /// Returns the bodies of a list of one's own.
    #[must_use]
    pub fn new(all: Vec<Body>) -> Self {
        let names = resolve::Names::of(&all);
        Self { all, names }
    }

    /// Reads a list of bodies.
    ///
    /// # Errors
    ///
    /// Returns all that is wrong with the file.
    pub fn parse(toml: &str) -> Result<Vec<Body>, FileFaults> {
        from_toml::bodies(toml)
    }

    /// Returns the body.
    #[must_use]
    pub fn get(&self, id: BodyId) -> Option<&Body> {
        self.all.get(usize::from(id.0))
    }

    /// Returns the body with this short name.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<BodyId> {
        self.all.iter().position(|body| body.id == id).and_then(|index| u16::try_from(index).ok()).map(BodyId)
    }

    /// Returns all bodies.
    #[must_use]
    pub fn all(&self) -> &[Body] {
        &self.all
    }

    /// Tells whether one body is the other or belongs to it, directly or through others.
    #[must_use]
    pub fn belongs(&self, body: BodyId, to: BodyId) -> bool {
        let mut at = Some(body);
        // No real tree of offices is deeper; the bound keeps a circle in a list from turning for ever.
        for _ in 0..16 {
            match at {
                Some(id) if id == to => return true,
                Some(id) => at = self.get(id).and_then(|body| self.by_id(&body.parent)),
                None => return false,
            }
        }
        false
    }
}

#[cfg(test)]
mod tests;
