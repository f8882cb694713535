//! Asks: one demand, however many make it.

use rap_statement::Stance;

use crate::Tag;

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
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ask {
    /// The theme it stands under: the surest one of its representative.
    pub theme: String,
    /// The unit whose words stand for all, by index.
    pub representative: usize,
    /// The units of the same meaning, by index, the representative included, in order.
    pub units: Vec<usize>,
}

/// Returns the asks of these units, those with most speakers first. Every unit is in exactly one ask.
#[must_use]
pub fn asks(units: &[DemandUnit]) -> Vec<Ask> {
    let _ = units;
    Vec::new()
}
