//! Classes of Chinese words and marks: what the rules know of a token.

use crate::BodyKind;

bitflags::bitflags! {
    /// The classes of one token. The four highest bits hold a [`BodyKind`], see [`Class::of_kind`].
    #[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
    pub(crate) struct Class: u64 {
        // Cues.
        const SAY = 1;
        const SAY_COMMA = 1 << 1;
        const ASK = 1 << 2;
        const ASK_COMMA = 1 << 3;
        const ATTITUDE = 1 << 4;
        const CUE_NOUN = 1 << 5;
        const HEARSAY = 1 << 6;
        const ACCORDING = 1 << 7;
        const IMPRESSION = 1 << 8;
        // What stands between a source and its cue.
        const ADVERB = 1 << 9;
        const TIME = 1 << 10;
        const PREPOSITION = 1 << 11;
        const CLOSER = 1 << 12;
        // Words by their use in names.
        const NOUN = 1 << 13;
        const PLACE = 1 << 14;
        const BREAK = 1 << 15;
        const VERB = 1 << 16;
        const CONJUNCTION = 1 << 17;
        // People and bodies.
        const ROLE = 1 << 18;
        const ROLE_PART = 1 << 19;
        const SURNAME = 1 << 20;
        const DOUBTFUL = 1 << 21;
        const COMPOUND = 1 << 22;
        const GIVEN = 1 << 23;
        const FOREIGN = 1 << 24;
        const SUFFIX = 1 << 25;
        const SHORT = 1 << 26;
        const WEAK = 1 << 27;
        const KNOWN = 1 << 28;
        // Sources without a name.
        const GROUP = 1 << 29;
        const GROUP_NOUN = 1 << 30;
        const QUANTITY = 1 << 31;
        const OPINION = 1 << 32;
        const UNNAMED = 1 << 33;
        const PRONOUN = 1 << 34;
        const DETERMINER = 1 << 35;
        const DOCUMENT = 1 << 36;
        // Acts without content.
        const NOT_CONTENT = 1 << 37;
        const TOPIC_NOUN = 1 << 38;
        const TOPIC_VERB = 1 << 39;
        const PRESENCE = 1 << 40;
        // Marks.
        const COMMA = 1 << 41;
        const COLON = 1 << 42;
        const SEMICOLON = 1 << 43;
        const STOP = 1 << 44;
        const LISTING = 1 << 45;
        const OPEN_QUOTE = 1 << 46;
        const CLOSE_QUOTE = 1 << 47;
        const OPEN_TITLE = 1 << 48;
        const CLOSE_TITLE = 1 << 49;
        const OPEN_PAREN = 1 << 50;
        const CLOSE_PAREN = 1 << 51;
        const DOT = 1 << 52;
        const OTHER_MARK = 1 << 53;
        const LATIN = 1 << 54;
        const NUMBER = 1 << 55;
        // Where a token stands: within quotation or title marks; within brackets.
        const QUOTED = 1 << 56;
        const ASIDE = 1 << 57;

        const CUE = Self::SAY.bits() | Self::SAY_COMMA.bits() | Self::ASK.bits() | Self::ASK_COMMA.bits()
            | Self::ATTITUDE.bits() | Self::CUE_NOUN.bits();
        const ASKING = Self::ASK.bits() | Self::ASK_COMMA.bits();
        const MARK = Self::COMMA.bits() | Self::COLON.bits() | Self::SEMICOLON.bits() | Self::STOP.bits()
            | Self::LISTING.bits() | Self::OPEN_QUOTE.bits() | Self::CLOSE_QUOTE.bits() | Self::OPEN_TITLE.bits()
            | Self::CLOSE_TITLE.bits() | Self::OPEN_PAREN.bits() | Self::CLOSE_PAREN.bits() | Self::DOT.bits()
            | Self::OTHER_MARK.bits();
        const OPENING = Self::OPEN_QUOTE.bits() | Self::OPEN_TITLE.bits() | Self::OPEN_PAREN.bits();
        const CLOSING = Self::CLOSE_QUOTE.bits() | Self::CLOSE_TITLE.bits() | Self::CLOSE_PAREN.bits();
        /// Marks between which a clause stands.
        const CLAUSE_EDGE = Self::COMMA.bits() | Self::COLON.bits() | Self::SEMICOLON.bits() | Self::STOP.bits()
            | Self::OPEN_QUOTE.bits() | Self::CLOSE_QUOTE.bits() | Self::OTHER_MARK.bits();
        const BODY_END = Self::SUFFIX.bits() | Self::KNOWN.bits();
        const INSIDE = Self::QUOTED.bits() | Self::ASIDE.bits();
    }
}

/// Where the kind of body stands in the bits.
const KIND_SHIFT: u32 = 60;

impl Class {
    /// Returns the bits that hold a kind of body.
    pub(crate) fn of_kind(kind: BodyKind) -> Self {
        let index = BodyKind::ALL.iter().position(|known| *known == kind).unwrap_or_default() as u64;
        Self::from_bits_retain((index + 1) << KIND_SHIFT)
    }

    /// Returns these classes without the kind of body.
    pub(crate) fn without_kind(self) -> Self {
        Self::from_bits_retain(self.bits() & !(u64::MAX << KIND_SHIFT))
    }

    /// Returns the kind of body that the word tells.
    pub(crate) fn kind(self) -> Option<BodyKind> {
        let index = usize::try_from(self.bits() >> KIND_SHIFT).ok()?.checked_sub(1)?;
        BodyKind::ALL.get(index).copied()
    }
}
