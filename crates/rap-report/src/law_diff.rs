//! Two acts compared, for people: the exits of a [`Comparison`].
//!
//! Enter two acts and their comparison; leave the text that reads like a sentence, the correlation table, JSON, the
//! page side by side, the document with tracked changes, and the amendments in Akoma Ntoso. The exits are here and
//! not in `rap-law`, which stays without pages, archives and serialisation.

pub(crate) mod label;
mod published;
mod sentence;
mod to_akoma_ntoso;
mod to_csv;
mod to_docx;
mod to_html;
mod to_json;
mod to_text;

use rap_law::{Change, ChangeKind, Comparison, Law, ProvisionKind};

pub use label::plain_number;
pub use published::{Agreement, Correlation};

/// Two acts compared, as they are to be shown.
#[derive(Copy, Clone, Debug)]
pub struct LawDiff<'l> {
    /// The old act.
    pub old: &'l Law,
    /// The new act.
    pub new: &'l Law,
    /// What to call the old act: its title or the name of its file.
    pub old_name: &'l str,
    /// What to call the new act.
    pub new_name: &'l str,
    /// What became of each provision.
    pub comparison: &'l Comparison,
    /// How much of the acts is shown.
    pub scope: DiffScope,
}

/// Tells how much of two acts is shown.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum DiffScope {
    /// Articles and annexes with all below them.
    #[default]
    Provisions,
    /// Recitals, the rest of the preamble and the signatures too.
    Everything,
}

impl<'l> LawDiff<'l> {
    /// Returns the rows that are shown, in the order of the new act.
    pub fn changes(&self) -> impl Iterator<Item = &'l Change> + use<'l> {
        let shown = *self;
        self.comparison.changes.iter().filter(move |change| shown.shows(change))
    }

    /// Returns how many of the rows are of a kind.
    #[must_use]
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.changes().filter(|change| change.kind == kind).count()
    }

    fn shows(&self, change: &Change) -> bool {
        let binds = |law: &Law, at: Option<usize>| at.is_none_or(|at| is_binding(law, at));
        self.scope == DiffScope::Everything || (binds(self.old, change.old) && binds(self.new, change.new))
    }
}

/// Tells whether a provision is an article, an annex or a part of one, and not of the preamble or the signatures.
fn is_binding(law: &Law, start: usize) -> bool {
    let mut at = start;
    while let Some(provision) = law.provisions.get(at) {
        match (provision.kind, provision.parent) {
            (ProvisionKind::Article | ProvisionKind::Annex, _) => return true,
            (
                ProvisionKind::Recital | ProvisionKind::Citation | ProvisionKind::Preamble | ProvisionKind::Conclusion,
                _,
            ) => return false,
            (_, Some(parent)) => at = parent,
            (_, None) => break,
        }
    }
    // A group that holds articles is shown with them; what is in no article is text beside the act.
    law.provisions.get(start).is_some_and(|provision| provision.kind != ProvisionKind::Other)
}

#[cfg(test)]
mod tests;
