//! Learning what is a demand: from marked paragraphs to the weights of the vote on acts.
//!
//! Enters: marked paragraphs. Leaves: the bytes of a table of weights, and what a cross-validation says of the rules
//! alone, of the model beside them, and of the thresholds. An example is a statement as the rules alone find and judge
//! it, with or without a marked demand in its place; and each marked content that they do not find. What the writer of
//! an article says in their own name is left out: there nobody marked what is asked.

use rap_doc::{Doc, Language, SourceId, Span};

use super::{FOLDS, Learned, Lesson, Noted, fit, overlap, sum};
use crate::act::vote::{Judged, describe};
use crate::act::{JudgeContext, judge};
use crate::found::Manner;
use crate::weights::{Features, TABLE, to_bytes};
use crate::{Act, AttributeOptions, Finders, Judgement, SourceKind, Statement, Voice, attribute};

/// An example of the cross-validation: its score, whether the rules take it for a demand, whether it is one.
struct Scored {
    score: f32,
    ruled: bool,
    right: bool,
}

/// Fits the weights of the vote on demands.
#[must_use]
pub fn learn_acts(lessons: &[Lesson], language: Language) -> Learned {
    let mut taught: Vec<(Noted, Vec<bool>)> =
        lessons.iter().filter(|lesson| lesson.acts_marked).map(|lesson| examples(lesson, language)).collect();
    forget_rare(&mut taught);
    let mut notes = Vec::new();
    let all: Vec<&Noted> = taught.iter().map(|(noted, _)| noted).collect();
    let count: usize = all.iter().map(|noted| noted.places.len()).sum();
    let demands = all.iter().flat_map(|noted| &noted.places).filter(|(_, label)| *label).count();
    notes.push(format!("acts: {count} statements, {demands} of them demands"));
    validate(&taught, &mut notes);
    let weights = fit(&all);
    Learned { bytes: to_bytes(&weights), notes }
}

/// In how many statements a feature must stand to be learned from: what is rarer tells of the matter and not of the act.
const COMMON: u16 = 6;

/// Takes out the features that stand in few statements.
fn forget_rare(taught: &mut [(Noted, Vec<bool>)]) {
    let mut counts = vec![0_u16; TABLE];
    for feature in taught.iter().flat_map(|(noted, _)| &noted.places).flat_map(|(features, _)| features) {
        if let Some(count) = counts.get_mut(*feature as usize) {
            *count = count.saturating_add(1);
        }
    }
    let common = |feature: &u32| counts.get(*feature as usize).is_some_and(|count| *count >= COMMON);
    for (features, _) in taught.iter_mut().flat_map(|(noted, _)| &mut noted.places) {
        features.retain(common);
    }
}

/// Returns the examples of a paragraph, and of each whether the rules take it for a demand.
fn examples(lesson: &Lesson, language: Language) -> (Noted, Vec<bool>) {
    let (mut noted, mut ruled) = (Noted::default(), Vec::new());
    let kind = lesson.kind.unwrap_or(SourceKind::Article);
    let doc = Doc::of_plain_text(SourceId::of(lesson.text.as_bytes()), lesson.text.clone());
    let options = AttributeOptions { kind: Some(kind), finders: Finders::RulesOnly, ..AttributeOptions::default() };
    let statements = attribute(&doc, &options).statements;
    let mut push = |judged: &Judged<'_>, label: bool| {
        let mut features = Features::default();
        describe(&lesson.text, language, judged, &mut features);
        noted.places.push((features.list, label));
        ruled.push(judged.act == Act::Demand);
    };
    let opinion = |statement: &&Statement| {
        kind == SourceKind::Article && statement.voice == Voice::Author && statement.cue.is_empty()
    };
    let mut found = vec![false; lesson.marked.len()];
    for statement in statements.iter().filter(|one| !opinion(one) && one.voice != Voice::TopicOnly) {
        let own: Vec<_> = statement.content.iter().map(|span| span.start()..span.end()).collect();
        let at = lesson.marked.iter().position(|marked| overlap(&marked.content, &own) >= 0.5);
        if let Some(found) = at.and_then(|at| found.get_mut(at)) {
            *found = true;
        }
        let label = at.and_then(|at| lesson.marked.get(at)).is_some_and(|marked| marked.demand);
        let context = context_of(&statement.content, &statement.cue, statement.voice, kind);
        let signs = judge(&lesson.text, language, &context).signs;
        push(&Judged { signs, ..judged_of(statement, kind) }, label);
    }
    for (marked, _) in lesson.marked.iter().zip(&found).filter(|(marked, found)| !**found && !marked.topic) {
        let spans = |ranges: &[std::ops::Range<usize>]| -> Vec<Span> {
            ranges.iter().map(|range| Span::new(range.start, range.end)).collect()
        };
        let (content, cue) = (spans(&marked.content), spans(&marked.cue));
        let voice = if cue.is_empty() { Voice::Continued } else { Voice::Explicit };
        let context = context_of(&content, &cue, voice, kind);
        let Judgement { act, strength, signs, .. } = judge(&lesson.text, language, &context);
        let judged = Judged { content: &content, cue: &cue, voice, kind, act, strength, signs };
        push(&judged, marked.demand);
    }
    (noted, ruled)
}

fn context_of<'a>(content: &'a [Span], cue: &'a [Span], voice: Voice, kind: SourceKind) -> JudgeContext<'a> {
    JudgeContext { content, cue, manner: Manner::Said, kind, voice, verdict: None }
}

fn judged_of(statement: &Statement, kind: SourceKind) -> Judged<'_> {
    Judged {
        content: &statement.content,
        cue: &statement.cue,
        voice: statement.voice,
        kind,
        act: statement.act,
        strength: statement.strength,
        signs: 0,
    }
}

/// Says how the rules and the vote do in parts that were not fitted to, for some thresholds.
fn validate(taught: &[(Noted, Vec<bool>)], notes: &mut Vec<String>) {
    let mut scored: Vec<Scored> = Vec::new();
    for fold in 0..FOLDS {
        let training: Vec<&Noted> =
            taught.iter().enumerate().filter(|(at, _)| at % FOLDS != fold).map(|(_, (noted, _))| noted).collect();
        let weights = fit(&training);
        for (noted, ruled) in taught.iter().enumerate().filter(|(at, _)| at % FOLDS == fold).map(|(_, one)| one) {
            let rows = noted.places.iter().zip(ruled);
            scored.extend(rows.map(|((features, label), ruled)| Scored {
                score: sum(&weights, features),
                ruled: *ruled,
                right: *label,
            }));
        }
    }
    notes.push(format!("acts, rules alone: {}", figures(&scored, |one| one.ruled)));
    for veto in [-3.0_f32, -2.5, -2.0, -1.0, 0.0] {
        let line: Vec<String> = [0.0_f32, 0.5, 1.0, 2.0, 3.0]
            .into_iter()
            .map(|enough| {
                let asks = |one: &Scored| one.score >= if one.ruled { veto } else { enough };
                format!("from {enough} on {}", figures(&scored, asks))
            })
            .collect();
        notes.push(format!("acts, not below {veto}: {}", line.join("; ")));
    }
}

/// Returns precision, recall and F1 of a judgement.
fn figures(scored: &[Scored], asks: impl Fn(&Scored) -> bool) -> String {
    let count = |wanted: &dyn Fn(&Scored) -> bool| scored.iter().filter(|one| wanted(one)).count() as f64;
    let hits = count(&|one| asks(one) && one.right);
    let (precision, recall) = (hits / count(&|one| asks(one)).max(1.0), hits / count(&|one| one.right).max(1.0));
    format!("P {precision:.3} R {recall:.3} F1 {:.3}", 2.0 * precision * recall / (precision + recall).max(1e-9))
}
