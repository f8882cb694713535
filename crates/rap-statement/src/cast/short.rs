//! Short names: "the Ministry" is the Ministry of Rivers where the paper names no other ministry, and 协会 the only
//! association.
//!
//! Enters: all actors of a paper, when it was read to its end. Leaves: the bodies that are called by their last or
//! leading word alone joined with the one body that bears it; where several bear it they stay apart.

use super::Cast;
use crate::lang::en::name_words::head_kind;
use crate::{Actor, ActorKind};

/// Chinese words that stand for a body which was named before, where one name alone ends in them.
const CHINESE: [&str; 14] = [
    "协会",
    "促进会",
    "联合会",
    "联盟",
    "委员会",
    "学会",
    "商会",
    "研究院",
    "研究所",
    "中心",
    "大学",
    "学院",
    "集团",
    "基金会",
];

impl Cast<'_> {
    /// Joins short names with the bodies they stand for, and returns to which actor each now belongs.
    pub(super) fn join_short_names(&mut self) -> Vec<u32> {
        let mut owners: Vec<u32> = (0..u32::try_from(self.entities.len()).unwrap_or(u32::MAX)).collect();
        for short in 0..self.entities.len() {
            let Some(owner) = self.bearer_of(short) else { continue };
            let Some(entity) = self.entities.get_mut(short) else { continue };
            let kept = std::mem::take(&mut entity.kept);
            let (names, presence) =
                (std::mem::take(&mut entity.actor.names), std::mem::take(&mut entity.actor.presence));
            if let Some(slot) = owners.get_mut(short) {
                *slot = owner;
            }
            if let Some(owner) = self.entity_mut(owner) {
                owner.kept |= kept;
                owner.actor.names.extend(names);
                owner.actor.presence.extend(presence);
            }
        }
        owners
    }

    /// Returns the only other body whose name has the short name of this one as its head.
    fn bearer_of(&self, short: usize) -> Option<u32> {
        let actor = &self.entities.get(short)?.actor;
        let word = short_name(actor)?;
        let mut bearers = self.entities.iter().enumerate().filter(|(index, other)| {
            *index != short && matches!(other.actor.kind, ActorKind::Body(_)) && is_headed(&other.actor.name, word)
        });
        let (bearer, _) = bearers.next()?;
        bearers.next().is_none().then(|| u32::try_from(bearer).ok()).flatten()
    }
}

/// Returns the name of a body that is called by one word for what it is.
fn short_name(actor: &Actor) -> Option<&str> {
    if !matches!(actor.kind, ActorKind::Body(_) | ActorKind::Unnamed | ActorKind::Group) || !actor.offices.is_empty() {
        return None;
    }
    let word = actor.name.strip_prefix("the ").or_else(|| actor.name.strip_prefix("The ")).unwrap_or(&actor.name);
    let english = word.starts_with(|first: char| first.is_ascii_uppercase())
        && !word.contains(' ')
        && head_kind(&word.to_ascii_lowercase()).is_some();
    (english || CHINESE.contains(&word)).then_some(word)
}

/// Tells whether a name is longer than its head and has this word for it: "Ministry of Rivers", "Mill Board", 磨坊协会.
fn is_headed(name: &str, head: &str) -> bool {
    if !head.is_ascii() {
        return name.len() > head.len() && name.ends_with(head);
    }
    let rest =
        name.get(..head.len()).filter(|first| first.eq_ignore_ascii_case(head)).and_then(|_| name.get(head.len()..));
    let joints = [" of ", " for "];
    let leads = rest.is_some_and(|rest| {
        joints.iter().any(|joint| rest.get(..joint.len()).is_some_and(|start| start.eq_ignore_ascii_case(joint)))
    });
    leads || name.rsplit_once(' ').is_some_and(|(_, last)| last.eq_ignore_ascii_case(head))
}

#[cfg(test)]
mod tests;
