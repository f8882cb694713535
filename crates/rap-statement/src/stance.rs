//! Where a statement stands towards regulation, from the weights of the cues in its words.
//!
//! Before it stands the act: a mere fact, promise or question takes no side, a problem with no ask names a problem
//! unless its words already say what is too much or too little. Each language finds the cues; the choice is one.

use crate::{Act, Stance};

/// A cue's bearing: for which stance it speaks, and how loudly.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Bearing {
    pub(crate) stance: Stance,
    pub(crate) weight: u8,
}

impl Bearing {
    /// Reads the name of a section of a table: `relief 3`.
    pub(crate) fn of_section(name: &str) -> Option<Self> {
        let (stance, weight) = name.split_once(' ')?;
        let stance = match stance {
            "relief" => Stance::SeeksRelief,
            "support" => Stance::SeeksSupport,
            "clarity" => Stance::SeeksClarity,
            "protection" => Stance::SeeksProtection,
            "balance" => Stance::AsksForBalance,
            "participation" => Stance::AsksForParticipation,
            "regulation" => Stance::SupportsRegulation,
            "doubts" => Stance::Doubts,
            _ => return None,
        };
        Some(Self { stance, weight: weight.parse().ok()? })
    }
}

/// Votes for each stance, by its place in [`Stance::ALL`].
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Votes([u16; Stance::ALL.len()]);

impl Votes {
    /// Adds a cue's weight. The second cue of a stance adds less than the first: repetition is not emphasis.
    pub(crate) fn cast(&mut self, bearing: Bearing) {
        if let Some(votes) = self.0.get_mut(bearing.stance as usize) {
            let weight = u16::from(bearing.weight) * 2;
            *votes = votes.saturating_add(if *votes == 0 { weight } else { weight / 2 });
        }
    }

    /// The votes of a stance; where relief is sought, the words of regulation name what it is sought from.
    fn of(self, stance: Stance) -> u16 {
        let votes = |stance: Stance| self.0.get(stance as usize).copied().unwrap_or_default();
        if stance == Stance::SupportsRegulation && votes(Stance::SeeksRelief) > 0 {
            return votes(stance) / 2;
        }
        votes(stance)
    }

    /// Returns the stance with the most votes among those asked for; the first of the order below wins a tie.
    fn winner(self, among: &[Stance]) -> Option<Stance> {
        let mut best = None;
        for &stance in among {
            if self.of(stance) > best.map_or(0, |best| self.of(best)) {
                best = Some(stance);
            }
        }
        best
    }

    /// Returns the stance of who refuses what the words name: to refuse a burden is to seek relief from it.
    pub(crate) fn refused(self) -> Stance {
        let burden = self.of(Stance::SupportsRegulation) > 0 && self.of(Stance::SeeksRelief) == 0;
        if burden { Stance::SeeksRelief } else { Stance::Doubts }
    }

    /// Returns the stance of a statement that does `act`.
    pub(crate) fn stance(self, act: Act) -> Stance {
        /// The narrow and unmistakable before the wide and common.
        const ASKED: [Stance; 7] = [
            Stance::AsksForParticipation,
            Stance::AsksForBalance,
            Stance::SeeksRelief,
            Stance::SeeksClarity,
            Stance::SeeksSupport,
            Stance::SeeksProtection,
            Stance::SupportsRegulation,
        ];
        match act {
            Act::Demand => self.winner(&ASKED).or_else(|| self.winner(&[Stance::Doubts])).unwrap_or(Stance::Neutral),
            Act::Position => {
                if self.of(Stance::Doubts) > 0 && self.of(Stance::SeeksRelief) == 0 {
                    Stance::Doubts
                } else {
                    self.winner(&ASKED).unwrap_or(Stance::Neutral)
                }
            }
            Act::Problem if self.of(Stance::SeeksRelief) > 0 => Stance::SeeksRelief,
            Act::Problem => Stance::NamesProblem,
            Act::Fact | Act::Promise | Act::Question => Stance::Neutral,
        }
    }
}
