//! Sentences that tell where a law stands: planned, drafted, released, submitted, read, adopted, in force, dropped.
//!
//! Enters: a sentence. Leaves: its [`Progress`], where it has a word for the law and, close by, the word of a step that
//! is told as done or set, and neither asked for nor supposed. The report chooses its lines on the state of the law
//! from these sentences; nothing here orders them or reads their dates.

use rap_doc::{BlockKind, Doc, Language, Span};

use crate::lang::{en, zh};
use crate::statement::words;

words! {
    /// Tells a step on the way of a law.
    Step {
        /// On an agenda or in a plan, or somebody is charged with it.
        Planned = "planned",
        /// Being written, or written and not yet shown.
        Drafted = "drafted",
        /// Shown to the public.
        Released = "released",
        /// Opened to comments, or heard.
        Consulted = "consulted",
        /// Handed to those who decide.
        Submitted = "submitted",
        /// Read, debated or reviewed by those who decide.
        Read = "read",
        /// Put to the vote, or rejected by it.
        Voted = "voted",
        /// Adopted, enacted, signed.
        Adopted = "adopted",
        /// In force, or with a date for it.
        InForce = "in-force",
        /// Withdrawn, shelved, postponed, repealed.
        Dropped = "dropped",
        /// A plan or agenda in which it does not appear.
        Silent = "silent",
        /// When something is to come, or that nobody says when.
        Timetable = "timetable",
        /// What somebody expects to become of it.
        Outlook = "outlook",
    }
}

/// What a sentence tells of the way of a law.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Progress {
    /// The furthest step it tells of.
    pub step: Step,
    /// Whether it gives a date, a year or a month at least.
    pub dated: bool,
}

/// The longest sentence that is read, in bytes: what is longer is no sentence that a report could print.
const LONGEST: usize = 4000;

/// A word of the tables of progress.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Sign {
    /// Names a law.
    Law,
    /// Names a step.
    Step(Step),
    /// Names a step and the law that takes it.
    Whole(Step),
    /// Makes the step behind it a wish, a duty or a supposition.
    Wish,
    /// A false friend of another sign.
    Not,
}

impl Sign {
    /// Returns the sign of a section of the tables.
    pub(crate) fn of_section(name: &str) -> Option<Self> {
        match name {
            "law" => Some(Self::Law),
            "wish" => Some(Self::Wish),
            "not" | "not law" => Some(Self::Not),
            _ => match name.strip_suffix(" of the law") {
                Some(step) => Step::from_name(step).map(Self::Whole),
                None => Step::from_name(name).map(Self::Step),
            },
        }
    }

    /// Tells whether it names a step.
    pub(crate) const fn is_step(self) -> bool {
        matches!(self, Self::Step(_) | Self::Whole(_))
    }
}

/// Returns what a sentence tells of the way of a law, where it tells of it.
///
/// ```
/// use rap_doc::Language;
/// use rap_statement::{Step, tells_progress};
///
/// let told = tells_progress("The bill was tabled in parliament on 3 May 2025.", Language::English);
/// assert!(told.is_some_and(|told| told.step == Step::Submitted && told.dated));
/// assert_eq!(tells_progress("The bill should be tabled soon.", Language::English), None);
/// ```
#[must_use]
pub fn tells_progress(sentence: &str, language: Language) -> Option<Progress> {
    if sentence.len() > LONGEST {
        return None;
    }
    match language {
        Language::English => en::progress::read(sentence),
        Language::Chinese => zh::progress::read(sentence),
        Language::Other => None,
    }
}

/// Returns the sentences of a block that tell where a law stands, in order; a heading claims nothing.
pub(crate) fn progress_of(doc: &Doc, block: usize) -> impl Iterator<Item = Span> + '_ {
    let (language, heading) = match doc.blocks().get(block) {
        Some(block) => (block.language, matches!(block.kind, BlockKind::Heading(_))),
        None => (Language::Other, true),
    };
    let sentences = if heading { 0..0 } else { doc.sentences_of(block) };
    let spans = doc.sentences().get(sentences).unwrap_or_default().iter().map(|sentence| sentence.span);
    spans.filter(move |span| tells_progress(span.of(doc.text()), language).is_some())
}

/// Chooses among the steps that stand near a law and behind no wish; `near` says how far is near.
///
/// `signs` are in the order of the text, each with the place where it begins and the place where it ends.
pub(crate) fn choose(signs: &[(Sign, usize, usize)], near: usize, wish: usize) -> Option<Step> {
    let near_law = |start: usize, end: usize| {
        signs.iter().any(|&(sign, from, to)| sign == Sign::Law && from <= end + near && start <= to + near)
    };
    let wished =
        |start: usize| signs.iter().any(|&(sign, from, _)| sign == Sign::Wish && from < start && start <= from + wish);
    let told = signs.iter().filter_map(|&(sign, start, end)| match sign {
        Sign::Step(step) if near_law(start, end) && !wished(start) => Some(step),
        Sign::Whole(step) if !wished(start) => Some(step),
        _ => None,
    });
    told.fold(None, |best, step| match best {
        Some(best) if rank(best) >= rank(step) => Some(best),
        _ => Some(step),
    })
}

/// Orders steps by how much they tell where a sentence has several: what happened before what is expected.
const fn rank(step: Step) -> u8 {
    match step {
        Step::Timetable => 0,
        Step::Outlook => 1,
        Step::Planned => 2,
        Step::Consulted => 3,
        Step::Drafted => 4,
        Step::Released => 5,
        Step::Read => 6,
        Step::Submitted => 7,
        Step::Voted => 8,
        Step::InForce => 9,
        Step::Adopted => 10,
        Step::Dropped => 11,
        Step::Silent => 12,
    }
}

#[cfg(test)]
mod tests;
