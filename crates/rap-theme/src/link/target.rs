//! Targets: the provisions that a demand can mean, with the words of each.

use rap_doc::Span;
use rap_law::{Law, ProvisionKind};

/// A provision that a demand can mean: an article, or an annex without articles.
///
/// Chapters are too wide and points too narrow for what demands say; recitals explain and order nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Target {
    /// Its index in the law.
    pub(super) provision: usize,
    /// Its heading, and those of the provisions inside of it.
    pub(super) headings: Vec<Span>,
    /// All of it.
    pub(super) span: Span,
}

pub(super) fn targets(law: &Law) -> Vec<Target> {
    let mut targets = Vec::new();
    let mut until = 0;
    for (index, provision) in law.provisions.iter().enumerate().filter(|(_, provision)| is_target(provision.kind)) {
        if index < until {
            continue;
        }
        let below = law.provisions.get(index + 1..provision.end).unwrap_or_default();
        // An annex that is made of articles is a container of targets like a chapter.
        if provision.kind == ProvisionKind::Annex && below.iter().any(|inner| inner.kind == ProvisionKind::Article) {
            continue;
        }
        let headings = std::iter::once(provision).chain(below).filter_map(|inner| inner.heading).collect();
        targets.push(Target { provision: index, headings, span: provision.span });
        until = provision.end;
    }
    targets
}

const fn is_target(kind: ProvisionKind) -> bool {
    matches!(kind, ProvisionKind::Article | ProvisionKind::Annex)
}
