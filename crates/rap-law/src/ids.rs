//! Ids of provisions in the manner of Akoma Ntoso: `chp_3__sec_2__art_10__para_2__point_b`.
//!
//! An id is the id of the provision above it, two underscores, the prefix of the kind, one underscore and the number.
//! It is made of printed numbers and of nothing else where there are any, so an edit elsewhere leaves it as it is; an
//! unnumbered provision is named by its place among those like it. The preamble lends no name to what is in it.
//! Where an act numbers two provisions alike, the second is `point_a.2`: no number holds a full stop.

use rustc_hash::FxHashMap;

use crate::provision::{ProvisionId, ProvisionKind};

/// What an id is made of.
pub(crate) struct Named<'a> {
    pub(crate) kind: ProvisionKind,
    pub(crate) prefix: &'static str,
    pub(crate) value: Option<&'a str>,
    /// The place among unnumbered siblings, from 1.
    pub(crate) place: usize,
    pub(crate) parent: Option<usize>,
}

/// The words that the parts of ids begin with.
pub(crate) const PREFIXES: [&str; 35] = [
    "preamble",
    "cit",
    "rec",
    "book",
    "tome",
    "dvs",
    "part",
    "subpart",
    "title",
    "subtitle",
    "chp",
    "subchp",
    "sec",
    "subsec",
    "art",
    "para",
    "subpara",
    "al",
    "point",
    "indent",
    "clause",
    "subclause",
    "item",
    "subitem",
    "anx",
    "sched",
    "app",
    "conclusions",
    "hcontainer",
    "level",
    "xhd",
    "subxhd",
    "group",
    "other",
    "note",
];

/// Letters of a number that an id keeps; the longest in use have six.
const LONGEST_NUMBER: usize = 40;

/// Returns the ids of provisions in the order of the text, each unique.
pub(crate) fn assign(provisions: &[Named<'_>]) -> Vec<ProvisionId> {
    let mut ids: Vec<ProvisionId> = Vec::with_capacity(provisions.len());
    let mut taken: FxHashMap<String, usize> = FxHashMap::default();
    for named in provisions {
        let mut id = String::new();
        let above = named.parent.and_then(|parent| provisions.get(parent).zip(ids.get(parent)));
        if let Some((above, prefix)) = above
            && above.kind != ProvisionKind::Preamble
        {
            id.push_str(prefix.as_str());
            id.push_str("__");
        }
        id.push_str(named.prefix);
        match named.value {
            Some(value) => push_number(&mut id, value),
            None if stands_alone(named) => {}
            None => {
                id.push('_');
                id.push_str(&named.place.to_string());
            }
        }
        let times = taken.entry(id.clone()).or_insert(0);
        *times += 1;
        if *times > 1 {
            id.push('.');
            id.push_str(&times.to_string());
        }
        ids.push(ProvisionId::new(id));
    }
    ids
}

/// Tells a provision of which an act has one at most, so that it needs no number.
fn stands_alone(named: &Named<'_>) -> bool {
    matches!(named.kind, ProvisionKind::Preamble | ProvisionKind::Conclusion)
        || (named.kind == ProvisionKind::Annex && named.place == 1)
}

fn push_number(id: &mut String, value: &str) {
    id.push('_');
    let kept = value.chars().take(LONGEST_NUMBER);
    id.extend(kept.map(|c| if c.is_alphanumeric() { c } else { '-' }));
}
