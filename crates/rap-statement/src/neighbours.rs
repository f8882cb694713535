//! Statements beside each other: what two constructions found of one report, and how far the last one reaches.
//!
//! Enters: the attributed statements of a block in the order of the text. Leaves: the same without doubles, and in
//! records with contents that reach to the end of their sentence. A statement is compared with its neighbours alone.

use rap_doc::{Doc, Span};

use crate::{Act, SourceKind, Statement, Voice};

/// How far apart, counted in statements, two can be that found the same.
const NEAR: usize = 8;

/// How far apart the two halves of one cue can be, in bytes: "expressed hope", "made a case".
const CUE_GAP: usize = 6;

/// Drops what two constructions found of one report: "expressed hope that" by its verb and by its noun, the turn of a
/// speaker and the "she said" in it; in a record also the items of a list that begin like cues ("suggested opening …;
/// and supporting …").
pub(crate) fn drop_doubles(doc: &Doc, kind: SourceKind, first: usize, statements: &mut Vec<Statement>) {
    let block = statements.split_off(first.min(statements.len()));
    let doubled = |index: usize, statement: &Statement| {
        let near = block.iter().enumerate().skip(index.saturating_sub(NEAR)).take(2 * NEAR + 1);
        let mut others = near.filter(|(other, same)| *other != index && same.speaker == statement.speaker);
        others.any(|(_, other)| {
            doubles(doc, statement, other) || kind == SourceKind::Record && is_item_of(doc, statement, other)
        })
    };
    let kept: Vec<bool> = block.iter().enumerate().map(|(index, statement)| !doubled(index, statement)).collect();
    statements.extend(block.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(statement, _)| statement));
}

fn doubles(doc: &Doc, statement: &Statement, other: &Statement) -> bool {
    let (own, others) = (statement.quote(), other.quote());
    let cue_start = |statement: &Statement| statement.cue.first().map_or(0, |cue| cue.start());
    let cue_end = other.cue.last().map_or(0, |cue| cue.end());
    let turn = statement.cue.len() == 1 && statement.cue.iter().all(|cue| matches!(cue.of(doc.text()), ":" | "："));
    let after = cue_start(statement) >= cue_end && cue_start(statement) <= cue_end + CUE_GAP && cue_end > 0;
    turn && own.contains(others) && !other.cue.is_empty() || after && others.overlaps(own)
}

/// Tells a statement whose cue in -ing goes on a list that the other one began with one: its content is an item.
fn is_item_of(doc: &Doc, statement: &Statement, other: &Statement) -> bool {
    let gerund = |words: &str| words.split(' ').next().unwrap_or_default().ends_with("ing");
    let cue = statement.cue.first().copied().unwrap_or_default();
    let listed = gerund(other.quote().of(doc.text())) && gerund(cue.of(doc.text()));
    let end = other.quote().end();
    // Between the items stand a semicolon and an "and".
    listed && statement.mention == other.mention && cue.start() > end && cue.start() <= end + "; and ".len()
}

/// Makes demands of the deeds in -ing that go on a demand of the same source: "highlighted the need for a law,
/// encouraging its use in schools". The cue-like verb becomes part of the content. Returns which statements it changed.
pub(crate) fn carry_on(doc: &Doc, statements: &mut [Statement]) -> Vec<usize> {
    const DEEDS: [&str; 12] = [
        "encouraging",
        "supporting",
        "promoting",
        "backing",
        "defending",
        "protecting",
        "recognising",
        "recognizing",
        "requiring",
        "advancing",
        "fostering",
        "guaranteeing",
    ];
    let mut changed = Vec::new();
    for index in 1..statements.len() {
        let Some((before, [statement, ..])) = statements.split_at_mut_checked(index) else { break };
        let (Some(last), Some(cue)) = (before.last(), statement.cue.first().copied()) else { continue };
        let end = last.quote().end();
        let near = cue.start() > end && cue.start() <= end + "; and ".len();
        let quote = statement.quote().of(doc.text());
        let deed = DEEDS.contains(&cue.of(doc.text())) && !quote.starts_with(['"', '“']) && !quote.starts_with("that ");
        let same = last.mention == statement.mention && last.speaker == statement.speaker;
        if last.act == Act::Demand && near && deed && same {
            statement.cue.clone_from(&last.cue);
            if let Some(first) = statement.content.first_mut() {
                *first = Span::new(cue.start(), first.end());
            }
            statement.act = Act::Demand;
            changed.push(index);
        }
    }
    changed
}

/// Lets the last report of a sentence reach to its end: in a record nobody else speaks in the rest of it.
pub(crate) fn reach_out(doc: &Doc, statements: &mut [Statement]) {
    for index in 0..statements.len() {
        let Some(end) = statements.get(index).map(|statement| statement.quote().end()) else { continue };
        let at = doc.sentences().partition_point(|sentence| sentence.span.end() < end);
        let Some(sentence) = doc.sentences().get(at).map(|sentence| sentence.span) else { continue };
        let rest = Span::new(end, sentence.end());
        let words = rest.of(doc.text());
        let goes_on = words.starts_with([',', ';', ':', '，', '；', '：'])
            || words.starts_with(" and ")
            || words.starts_with(" or ");
        // Its own cue may stand in the rest as well: "…, she argued".
        let mut near = statements.iter().skip(index.saturating_sub(NEAR)).take(2 * NEAR + 1);
        let spoken = near.any(|statement| {
            let mut spans = statement.content.iter().chain(&statement.cue).chain(&statement.mention);
            spans.any(|span| span.overlaps(rest))
        });
        let topic = statements.get(index).is_some_and(|statement| statement.voice == Voice::TopicOnly);
        // A subject is a noun phrase: what follows without a comma belongs to it, unless it is a title in marks.
        let titled =
            topic && Span::new(end.saturating_sub(1), end).of(doc.text()) != "\"" && !words.contains([',', ';', ':']);
        let goes_on = if topic { titled && words.starts_with(' ') } else { goes_on };
        if goes_on && !spoken && end > sentence.start() {
            let full = words.trim_end_matches(['.', '。', '!', '！', ' ']);
            if let Some(last) = statements.get_mut(index).and_then(|statement| statement.content.last_mut()) {
                *last = Span::new(last.start(), end + full.len());
            }
        }
    }
}
