//! What the rules of a language hand on: mentions and attributions, not yet tied to actors.

use rap_doc::Span;

pub(crate) use crate::Finder;

use crate::BodyKind;

/// What the rules of one language find in one block, each list in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) mentions: Vec<Mention>,
    pub(crate) attributions: Vec<Attribution>,
    /// Mentions (by index) that the text says were present, with the words that say so.
    pub(crate) present: Vec<(usize, Span)>,
    /// Further offices of mentions (by index) beside the one in the mention.
    pub(crate) offices: Vec<(usize, OfficeFound)>,
    /// Short forms that the text defines for mentions (by index): the `ABC` of `Alliance for Better Courts (ABC)`.
    pub(crate) aliases: Vec<(usize, Span)>,
    /// Mentions (by index) of which words beside the name tell whether a woman bears it: `Ms.`, `Mr.`, `先生`.
    pub(crate) female: Vec<(usize, bool)>,
    /// Attributions and mentions (both by index) that belong together; an attribution without a pair has the mentions
    /// that its source overlaps.
    pub(crate) said_by: Vec<(usize, usize)>,
    /// Single names in passing, which may be short for somebody named before: "the price fell, and Lund laughed".
    pub(crate) passing: Vec<Span>,
    /// Offices that stand by themselves, of nobody in particular: 市长, 律师.
    pub(crate) titles: Vec<Span>,
}

impl Found {
    pub(crate) fn clear(&mut self) {
        self.mentions.clear();
        self.attributions.clear();
        self.present.clear();
        self.offices.clear();
        self.aliases.clear();
        self.female.clear();
        self.said_by.clear();
        self.titles.clear();
        self.passing.clear();
    }
}

/// A role, a body, or both.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct OfficeFound {
    pub(crate) role: Option<Span>,
    pub(crate) organisation: Option<(Span, BodyKind)>,
}

/// Words that name somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Mention {
    /// The whole phrase, office included: "Baidu's Vice President of Legal Affairs, Wu Mengyi".
    pub(crate) span: Span,
    /// The name itself, or the pronoun, or the describing noun phrase.
    pub(crate) name: Span,
    /// The role, where the phrase gives one.
    pub(crate) role: Option<Span>,
    /// The body for which the person holds it.
    pub(crate) organisation: Option<(Span, BodyKind)>,
    pub(crate) form: MentionForm,
}

/// Tells in which form a mention names somebody.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum MentionForm {
    Person,
    Body(BodyKind),
    /// "he", "她": one person; `female` where the word tells.
    Pronoun {
        female: Option<bool>,
        plural: bool,
    },
    /// "the ministry", "该负责人": one named before.
    Definite,
    /// "experts", "与会代表".
    Group,
    /// "a source", "有关人士".
    Unnamed,
    /// "the past year", "the rules": a thing, of which only a manner of speaking says that it speaks.
    Thing,
    /// "the report", "the draft": a paper, which speaks for its authors.
    Paper,
}

/// A source, a cue and a content that belong together, as the words give them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Attribution {
    /// The words that name the source; empty where nobody is named ("it was suggested that").
    pub(crate) source: Vec<Span>,
    pub(crate) cue: Vec<Span>,
    pub(crate) content: Vec<Span>,
    pub(crate) manner: Manner,
    pub(crate) finder: Finder,
    /// The words that name who passed it on: the `Courier` of "the Courier, citing Ada Lund, said". Empty for most.
    pub(crate) relay: Vec<Span>,
}

/// Tells how an attribution gives its content.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Manner {
    /// Said, thought or written.
    Said,
    /// Asked for by the cue itself: "suggested increasing", "called for", "建议".
    Asked,
    /// Only the title or subject of a speech is given.
    Topic,
}
