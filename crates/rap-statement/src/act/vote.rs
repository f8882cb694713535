//! The vote on demands: a linear model beside the rules that judge what a statement does.
//!
//! Enters: a statement as the rules judged it. Leaves: whether it is a demand after all, where the model is sure that
//! the rules are wrong. It sees the words of the content and of the cue, the voice, the kind of paper and the verdict
//! of the rules; its weights come from our own marked paragraphs alone ([`learn_acts`](crate::learn_acts)).
//! Absent on purpose: any other act. The model tells demands from the rest and nothing else.

use std::sync::LazyLock;

use rap_doc::{Language, Span};

use crate::lang::zh::token::simplified;
use crate::weights::{TakeFeatures, Templates, Weights, word_number};
use crate::{Act, SourceKind, Strength, Voice};

static ENGLISH: LazyLock<Option<Weights<'static>>> =
    LazyLock::new(|| Weights::read(include_bytes!("../../../../packs/models/acts-en.bin")));
static CHINESE: LazyLock<Option<Weights<'static>>> =
    LazyLock::new(|| Weights::read(include_bytes!("../../../../packs/models/acts-zh.bin")));

/// Below which score a demand of the rules is none, in English and in Chinese: chosen by cross-validation over the
/// paragraphs that are trained on, as are the next two.
const VETO: [f32; 2] = [-3.0, -2.5];
/// From which score on a statement is a demand though the rules do not hold it for one.
const ENOUGH: [f32; 2] = [3.0, 0.5];

/// The templates of this file begin here.
const TEMPLATE: u32 = 5000;
/// As many words or characters of a content are looked at.
const LONGEST: usize = 60;

/// A statement as the rules judged it.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Judged<'a> {
    pub(crate) content: &'a [Span],
    pub(crate) cue: &'a [Span],
    pub(crate) voice: Voice,
    pub(crate) kind: SourceKind,
    pub(crate) act: Act,
    pub(crate) strength: Strength,
    /// The signs that the rules saw ([`Judgement`](crate::Judgement)).
    pub(crate) signs: u32,
}

/// Returns whether a statement is a demand, where the model is sure that the rules judged it wrongly.
pub(crate) fn verdict(text: &str, language: Language, judged: &Judged<'_>) -> Option<bool> {
    // What an author asks in their own name the rules were made for with many more texts than the model has seen.
    if judged.voice == Voice::Author && judged.cue.is_empty() {
        return None;
    }
    let (weights, index) = match language {
        Language::English => (ENGLISH.as_ref()?, 0),
        Language::Chinese => (CHINESE.as_ref()?, 1),
        Language::Other => return None,
    };
    let score = weights.score(|sum| describe(text, language, judged, sum));
    let demanded = judged.act == Act::Demand;
    let least = if demanded { VETO } else { ENOUGH };
    let asks = score >= least.get(index).copied()?;
    (asks != demanded).then_some(asks)
}

/// Adds what can be seen of a statement.
pub(crate) fn describe(text: &str, language: Language, judged: &Judged<'_>, out: &mut impl TakeFeatures) {
    let mut out = out.templates(TEMPLATE);
    let rule = judged.act as u32 * 2 + u32::from(judged.strength == Strength::Explicit);
    let voice = judged.voice as u32;
    let cued = u32::from(!judged.cue.is_empty());
    out.add(0, [rule]);
    out.add(1, [rule, voice]);
    out.add(2, [rule, judged.kind as u32, cued]);
    out.add(4, [judged.signs]);
    out.add(5, [judged.signs, rule, voice]);
    let mut bits = judged.signs;
    while bits != 0 {
        out.add(6, [bits.trailing_zeros()]);
        out.add(7, [bits.trailing_zeros(), rule]);
        bits &= bits - 1;
    }
    let pieces = u32::try_from(judged.content.len().min(3)).unwrap_or_default();
    out.add(3, [rule, pieces]);
    match language {
        Language::Chinese => describe_chinese(text, judged, rule, &mut out),
        Language::English | Language::Other => describe_english(text, judged, rule, &mut out),
    }
}

fn words_of<'t>(text: &'t str, spans: &'t [Span]) -> impl Iterator<Item = &'t str> {
    let apart = |sign: char| !(sign.is_alphanumeric() || matches!(sign, '\'' | '’' | '-'));
    spans.iter().flat_map(move |span| {
        let parts = span.of(text).split_inclusive(apart);
        // The mark behind a word is a word of its own.
        parts.flat_map(move |part| {
            let word = part.trim_end_matches(apart);
            let mark = part.get(word.len()..).unwrap_or_default();
            [word, mark.trim()].into_iter().filter(|word| !word.is_empty())
        })
    })
}

fn describe_english(text: &str, judged: &Judged<'_>, rule: u32, out: &mut Templates<'_, impl TakeFeatures>) {
    let cue = words_of(text, judged.cue).take(8).map(word_number).fold(0, |_, word| {
        out.add(10, [word]);
        out.add(11, [word, rule]);
        word
    });
    let (mut before, mut second) = (0, 0);
    for (at, word) in words_of(text, judged.content).take(LONGEST).enumerate() {
        let number = word_number(word);
        out.add(12, [number]);
        out.add(13, [number, rule]);
        out.add(14, [before, number]);
        out.add(15, [second, before, number]);
        if at < 2 {
            out.add(16 + u32::try_from(at).unwrap_or_default(), [number, cue]);
            out.add(18 + u32::try_from(at).unwrap_or_default(), [number, rule]);
        }
        (second, before) = (before, number);
    }
    out.add(20, [before, rule]);
}

fn describe_chinese(text: &str, judged: &Judged<'_>, rule: u32, out: &mut Templates<'_, impl TakeFeatures>) {
    let mut cue = 0;
    for span in judged.cue {
        cue = word_number(&simplified(span.of(text)));
        out.add(30, [cue]);
        out.add(31, [cue, rule]);
    }
    let (mut before, mut second) = (0, 0);
    let mut at = 0;
    for span in judged.content {
        for sign in simplified(span.of(text)).chars().filter(|sign| !sign.is_whitespace()).take(2 * LONGEST) {
            let number = sign as u32;
            out.add(32, [number]);
            out.add(33, [before, number]);
            out.add(34, [before, number, rule]);
            out.add(35, [second, before, number]);
            if at == 1 {
                out.add(36, [before, number, cue]);
                out.add(37, [before, number, rule]);
            }
            at += 1;
            (second, before) = (before, number);
        }
    }
    out.add(38, [second, before, rule]);
}

#[cfg(test)]
mod tests;
