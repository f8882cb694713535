//! What a statement does: demand, position, problem, fact, promise or question; how strongly; towards what; and the
//! items of its list.
//!
//! Enters: the spans of one statement's content, and what attribution knows of it (its cue, the manner of the cue,
//! the kind of paper, the voice). Leaves: a [`Judgement`]. Attribution stands before, the themes after. The languages
//! hold the cues and their order of precedence; nothing here knows a theme or a law.

pub(crate) mod vote;

use rap_doc::{Language, Span};

use crate::found::Manner;
use crate::lang::{en, zh};
use crate::{Act, SourceKind, Stance, Strength, Voice};

/// What a statement does, as far as its words tell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judgement {
    /// What it does.
    pub act: Act,
    /// Where it stands towards regulation.
    pub stance: Stance,
    /// Whether the act is said outright.
    pub strength: Strength,
    /// The items of a list of demands inside of the content, in order. Empty where there is no list.
    pub items: Vec<Span>,
    /// The kinds of cues that were found, a bit each, with the first bits behind them for a cue of the report that asks
    /// and for a command: what the vote sees.
    pub(crate) signs: u32,
}

impl Judgement {
    /// Tells whether something is asked for.
    #[must_use]
    pub fn is_demand(&self) -> bool {
        self.act == Act::Demand
    }
}

/// What attribution knows of a statement before it is judged.
#[derive(Copy, Clone, Debug)]
pub(crate) struct JudgeContext<'a> {
    /// The ranges of the content in the text.
    pub(crate) content: &'a [Span],
    /// The ranges of the cue; empty where there is none.
    pub(crate) cue: &'a [Span],
    /// How the cue gives the content.
    pub(crate) manner: Manner,
    /// The kind of paper.
    pub(crate) kind: SourceKind,
    /// The voice in which the paper gives the statement.
    pub(crate) voice: Voice,
    /// Whether it is a demand, where that is settled already.
    pub(crate) verdict: Option<bool>,
}

/// What a cue speaks for, by the name of its section in the tables of cues.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Cue {
    /// Asks by being said ("we urge", "please", "why not", "请"), even in the form of a question.
    Ask,
    /// Says that something is to be done.
    Demand,
    /// Says so in words that also report a duty under the law.
    Must,
    /// Points to the law in force, so that a duty is a fact.
    Law,
    /// Lets understand that something is to be done.
    Implied,
    /// Advises a reader ("if you like quiet, …").
    Advice,
    /// Names what goes wrong or is missing.
    Problem,
    /// Undertakes to do something.
    Promise,
    /// Says that a view is held.
    Belief,
    /// Weighs or judges, as views do.
    Position,
    /// Asks.
    Question,
    /// A false friend of another cue.
    Not,
}

impl Cue {
    /// Returns the cue of a section.
    pub(crate) fn of_section(name: &str) -> Option<Self> {
        Some(match name {
            "ask" => Self::Ask,
            "demand" => Self::Demand,
            "must" => Self::Must,
            "law" => Self::Law,
            "implied" => Self::Implied,
            "advice" => Self::Advice,
            "problem" => Self::Problem,
            "promise" => Self::Promise,
            "belief" => Self::Belief,
            "position" => Self::Position,
            "question" => Self::Question,
            "not" => Self::Not,
            _ => return None,
        })
    }
}

/// What a language found in a statement, for the one order of precedence.
pub(crate) trait Signs {
    /// Tells whether a cue of this kind is there.
    fn has(&self, cue: Cue) -> bool;
    /// Returns the first cue of these kinds.
    fn first_of(&self, kinds: &[Cue]) -> Option<Cue>;
    /// Tells whether it ends in a question mark, or as a question does.
    fn asks(&self) -> bool;
    /// Tells whether it commands: a verb without a subject.
    fn commands(&self) -> bool;
    /// Tells whether it says how things are, so that "suggested that" before it gives a view.
    fn tells(&self) -> bool;
    /// Tells whether the cue of the statement gives a view ("believes").
    fn believes(&self) -> bool;
}

/// Returns the bits of the kinds of cues, of a cue that asks, and of a command.
pub(crate) fn signs_of(cues: impl Iterator<Item = Cue>, asked: bool, commands: bool) -> u32 {
    let bits = cues.fold(0, |bits, cue| bits | 1 << (cue as u32));
    bits | u32::from(asked) << 16 | u32::from(commands) << 17
}

/// The order of precedence: what asks outright, questions, what asks by its words or its form, then the rest.
pub(crate) fn decide(signs: &impl Signs, context: &JudgeContext<'_>) -> (Act, Strength) {
    use Strength::{Explicit, Implied};
    let has = |cue| signs.has(cue);
    if context.manner == Manner::Topic {
        return (if signs.asks() || has(Cue::Question) { Act::Question } else { Act::Fact }, Explicit);
    }
    match context.verdict {
        Some(true) => return (Act::Demand, Implied),
        Some(false) => return otherwise(signs, context),
        None => {}
    }
    let in_law = has(Cue::Law) || context.kind == SourceKind::Law;
    let demanded = has(Cue::Demand) || (has(Cue::Must) && !in_law);
    if has(Cue::Ask) || (context.manner == Manner::Asked && (demanded || !signs.tells())) {
        return (Act::Demand, Explicit);
    }
    if signs.asks() {
        return (Act::Question, Explicit);
    }
    // The rows of a plan begin like commands: "(Review) Bill".
    let commanded = context.voice != Voice::Narrator && context.kind != SourceKind::Plan && signs.commands();
    if demanded || commanded {
        return (Act::Demand, Explicit);
    }
    if has(Cue::Question) && !has(Cue::Problem) {
        return (Act::Question, Implied);
    }
    if has(Cue::Implied) {
        return (Act::Demand, Implied);
    }
    otherwise(signs, context)
}

/// The order of precedence of what asks for nothing.
fn otherwise(signs: &impl Signs, context: &JudgeContext<'_>) -> (Act, Strength) {
    use Strength::{Explicit, Implied};
    let has = |cue| signs.has(cue);
    if signs.asks() || has(Cue::Question) && !has(Cue::Problem) {
        return (Act::Question, if signs.asks() { Explicit } else { Implied });
    }
    if signs.believes() {
        return (Act::Position, Explicit);
    }
    match signs.first_of(&[Cue::Problem, Cue::Promise, Cue::Belief]) {
        Some(Cue::Belief) => (Act::Position, Explicit),
        Some(Cue::Promise) => (Act::Promise, Explicit),
        Some(_) => (Act::Problem, Explicit),
        None if has(Cue::Advice) && context.verdict.is_none() => (Act::Demand, Implied),
        None if has(Cue::Position) => (Act::Position, Implied),
        None => (Act::Fact, Explicit),
    }
}

/// Judges a statement of a text.
pub(crate) fn judge(text: &str, language: Language, context: &JudgeContext<'_>) -> Judgement {
    match language {
        Language::English => en::act::judge(text, context),
        Language::Chinese => zh::act::judge(text, context),
        Language::Other => Judgement {
            act: Act::Fact,
            stance: Stance::Neutral,
            strength: Strength::Implied,
            items: Vec::new(),
            signs: 0,
        },
    }
}

/// Judges a sentence that stands alone, as its author's own words: what a submission is made of.
///
/// ```
/// use rap_doc::Language;
/// use rap_statement::{Act, Stance, judge_sentence};
///
/// let judged = judge_sentence("The bill should define “provider” and exempt research.", Language::English);
/// assert_eq!(judged.act, Act::Demand);
/// assert_eq!(judged.items.len(), 2);
/// assert_eq!(judge_sentence("草案于三月公布。", Language::Chinese).act, Act::Fact);
/// assert_eq!(judge_sentence("建议明确平台的责任。", Language::Chinese).stance, Stance::SeeksClarity);
/// ```
#[must_use]
pub fn judge_sentence(text: &str, language: Language) -> Judgement {
    let whole = [Span::new(0, text.len())];
    let context = JudgeContext {
        content: &whole,
        cue: &[],
        manner: Manner::Said,
        kind: SourceKind::Submission,
        voice: Voice::Author,
        verdict: None,
    };
    judge(text, language, &context)
}

#[cfg(test)]
mod tests;
