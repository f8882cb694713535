//! Asks: one demand, however many make it.
//!
//! Units enter, asks leave, and every unit is in exactly one. Two units are compared by the concepts of the codebook
//! that they speak of, which works across languages, and by their words, which does not; those that go opposite ways
//! are kept apart whatever their words. Groups grow from the most alike pair on and join only while their members
//! are alike on average, so that no chain of small steps ends in one ask of everything.
//!
//! Equal words are taken together first, and each unit is compared with those alone that share what is telling in
//! it: the time grows with the number of units and not with its square.

mod direction;
mod evidence;
mod join;
pub(crate) mod likeness;

use rap_statement::Stance;

use crate::{Tag, Tagger};
use direction::Compass;
use likeness::Likeness;

/// One thing that one speaker asks for: a demand, or one item of a demand that is a list.
#[derive(Clone, PartialEq, Debug)]
pub struct DemandUnit {
    /// The words, verbatim.
    pub quote: String,
    /// Who asks, by a number that is equal for equal speakers across sources.
    pub speaker: u32,
    /// Which way it goes.
    pub stance: Stance,
    /// The themes of the words.
    pub tags: Vec<Tag>,
}

/// A demand with all who make it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Ask {
    /// The theme it stands under: the surest one of its representative.
    pub theme: String,
    /// The unit whose words stand for all, by index.
    pub representative: usize,
    /// The units of the same meaning, by index, the representative included, in order.
    pub units: Vec<usize>,
    /// Why they are one: the ids of the concepts of which most of the wordings speak, the most telling
    /// first. In an ask of one wording, its concepts.
    pub concepts: Vec<String>,
    /// Why they are one: words of the representative that most of the wordings share, in the order of the
    /// representative. Empty in an ask of one wording.
    pub shared: Vec<String>,
    /// How alike the wordings are on average, from 0 to 1; 1 where there is one.
    pub cohesion: f32,
}

/// Returns the asks of these units, those with most speakers first. Every unit is in exactly one ask.
///
/// The outcome does not depend on the order of the units, but for the indices.
///
/// ```
/// use rap_statement::Stance;
/// use rap_theme::{Codebook, DemandUnit, Tagger, asks};
///
/// let tagger = Tagger::new(&Codebook::builtin());
/// let unit = |speaker, quote: &str| DemandUnit {
///     quote: quote.to_owned(),
///     speaker,
///     stance: Stance::SeeksRelief,
///     tags: Vec::new(),
/// };
/// let units = [
///     unit(1, "relax the rules on the use of training data"),
///     unit(2, "fines should be lower"),
///     unit(3, "放宽训练数据的合理使用"),
/// ];
/// let asks = asks(&units, &tagger);
/// assert_eq!(asks[0].units, [0, 2]);
/// assert_eq!(asks[1].units, [1]);
/// ```
#[must_use]
pub fn asks(units: &[DemandUnit], tagger: &Tagger) -> Vec<Ask> {
    let groups = groups(units);
    let compass = Compass::new();
    let directions: Vec<_> = groups.iter().map(|group| compass.direction(group)).collect();
    let likeness = Likeness::of(&groups, tagger);
    let mut asks: Vec<(Ask, Rank<'_>)> = join::clusters(&likeness, &directions)
        .into_iter()
        .filter_map(|cluster| {
            let ask = evidence::ask(&cluster, &groups, &likeness, tagger)?;
            let rank = Rank::of(&ask, units, &groups, &cluster.members);
            Some((ask, rank))
        })
        .collect();
    asks.sort_by(|(_, one), (_, other)| one.cmp(other));
    asks.into_iter().map(|(ask, _)| ask).collect()
}

/// Units of the same words.
#[derive(Debug)]
struct Group<'a> {
    /// The words as they are compared: lower case, simplified characters, single spaces.
    folded: String,
    /// The units by index, in order.
    units: Vec<usize>,
    /// The unit that stands for them, whatever the order of the units, and its index.
    unit: &'a DemandUnit,
    index: usize,
    /// The stances of all of them.
    stances: Vec<Stance>,
}

/// Returns the units grouped by their words, in an order that does not depend on that of the units.
fn groups(units: &[DemandUnit]) -> Vec<Group<'_>> {
    let mut order: Vec<(String, usize, &DemandUnit)> =
        units.iter().enumerate().map(|(index, unit)| (folded(&unit.quote), index, unit)).collect();
    order.sort_by(|one, other| one.0.cmp(&other.0).then_with(|| compare(one.2, other.2)).then(one.1.cmp(&other.1)));
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (folded, index, unit) in order {
        match groups.last_mut().filter(|group| group.folded == folded) {
            Some(group) => {
                group.units.push(index);
                group.stances.push(unit.stance);
            }
            None => groups.push(Group { folded, units: vec![index], unit, index, stances: vec![unit.stance] }),
        }
    }
    groups.iter_mut().for_each(|group| group.units.sort_unstable());
    groups
}

/// Orders units of equal folded words by all that can differ between them, so that their indices decide nothing.
fn compare(one: &DemandUnit, other: &DemandUnit) -> std::cmp::Ordering {
    let tags = |unit: &DemandUnit| -> Vec<(String, u32)> {
        unit.tags.iter().map(|tag| (tag.theme.clone(), tag.score.to_bits())).collect()
    };
    let key = |unit: &DemandUnit| (unit.stance, unit.speaker);
    one.quote.cmp(&other.quote).then_with(|| key(one).cmp(&key(other))).then_with(|| tags(one).cmp(&tags(other)))
}

fn folded(quote: &str) -> String {
    let mut folded = String::with_capacity(quote.len());
    for c in quote.chars().flat_map(char::to_lowercase).map(crate::chinese::simplified) {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The place of an ask among asks: most speakers, then most units, then the words.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank<'a> {
    speakers: std::cmp::Reverse<usize>,
    units: std::cmp::Reverse<usize>,
    words: &'a str,
}

impl<'a> Rank<'a> {
    fn of(ask: &Ask, units: &[DemandUnit], groups: &'a [Group<'_>], members: &[usize]) -> Self {
        let mut speakers: Vec<u32> =
            ask.units.iter().filter_map(|&index| units.get(index)).map(|unit| unit.speaker).collect();
        speakers.sort_unstable();
        speakers.dedup();
        // Groups come in the order of their words, so that the first member has the first words.
        let words = members.first().and_then(|&member| groups.get(member)).map_or("", |group| group.folded.as_str());
        Self { speakers: std::cmp::Reverse(speakers.len()), units: std::cmp::Reverse(ask.units.len()), words }
    }
}

#[cfg(test)]
mod tests;
