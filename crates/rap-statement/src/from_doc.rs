//! From a document to its record: the stage itself.

use rap_doc::{BlockKind, Doc, Language, Span};

use crate::act::{JudgeContext, judge};
use crate::cast::{Cast, Said, Source};
use crate::found::{Attribution, Found, Manner};
use crate::lang::Readers;
use crate::ledger::keep_ledger;
use crate::progress::progress_of;
use crate::submitter::submitter;
use crate::voice::{Unattributed, unattributed, uncovered};
use crate::{Act, Actor, Judgement, Ledger, Part, SourceKind, Speaker, Stance, Statement, Strength, Voice, guess_kind};

/// Says how a document is to be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AttributeOptions {
    /// The kind of the paper where the user knows it; guessed part by part where not.
    pub kind: Option<SourceKind>,
    /// The name of the submitter, where the paper came with one (a mail's sender, a column of a table).
    pub submitter: Option<String>,
}

/// What a paper says and who says it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Record {
    /// The parts of the paper with their kinds.
    pub parts: Vec<Part>,
    /// The people and bodies it names, by [`ActorId`](crate::ActorId).
    pub actors: Vec<Actor>,
    /// What they said, in the order of the text.
    pub statements: Vec<Statement>,
    /// The sentences that tell where the law stands (planned, drafted, released, dropped), in the order of the text.
    pub progress: Vec<Span>,
    /// What became of every sentence.
    pub ledger: Ledger,
}

/// Returns the record of a document.
#[must_use]
pub fn attribute(doc: &Doc, options: &AttributeOptions) -> Record {
    let parts = match options.kind {
        Some(kind) => vec![Part { blocks: 0..doc.blocks().len(), kind, reason: "given by the user".to_owned() }],
        None => guess_kind(doc),
    };
    let mut stage = Stage { doc, readers: Readers::default(), found: Found::default(), cast: Cast::new(doc) };
    let mut statements = Vec::new();
    let mut progress = Vec::new();
    for part in parts.iter().filter(|part| part.kind != SourceKind::Law) {
        let first = statements.len();
        for block in part.blocks.clone() {
            stage.read_block(block, part.kind, &mut statements);
            progress.extend(progress_of(doc, block));
        }
        if matches!(part.kind, SourceKind::Submission | SourceKind::Plan) {
            let speaker = submitter(doc, part, options, &mut stage.cast);
            name_author(speaker, statements.get_mut(first..).unwrap_or_default());
        }
    }
    let actors = stage.cast.into_actors(&mut statements);
    let ledger = keep_ledger(doc, &parts, &statements, &progress);
    Record { parts, actors, statements, progress, ledger }
}

/// Gives the words of the author to whom the paper names as such.
fn name_author(speaker: Speaker, statements: &mut [Statement]) {
    for statement in statements.iter_mut().filter(|statement| statement.speaker == Speaker::Author) {
        statement.speaker = speaker;
    }
}

/// The stage at work on one document.
struct Stage<'d> {
    doc: &'d Doc,
    readers: Readers,
    found: Found,
    cast: Cast<'d>,
}

impl Stage<'_> {
    fn read_block(&mut self, block: usize, kind: SourceKind, statements: &mut Vec<Statement>) {
        let silent = |kind| matches!(kind, BlockKind::Furniture | BlockKind::Heading(_));
        if self.doc.blocks().get(block).is_none_or(|block| silent(block.kind)) {
            return;
        }
        self.found.clear();
        self.readers.read_block(self.doc, block, &mut self.found);
        self.cast.enter(&self.found);
        let first = statements.len();
        // In the order of the text, so that a pronoun finds those who spoke before it.
        let mut order: Vec<usize> = (0..self.found.attributions.len()).collect();
        order.sort_by_key(|&index| self.found.attributions.get(index).map(place_of));
        for index in order {
            statements.extend(self.attributed(block, kind, index, statements.get(first..).unwrap_or_default()));
        }
        drop_doubles(first, statements);
        if kind == SourceKind::Record {
            reach_out(self.doc, statements.get_mut(first..).unwrap_or_default());
        }
        self.unattributed(block, kind, first, statements);
        let statements = statements.get_mut(first..).unwrap_or_default();
        statements.sort_by_key(|statement| (statement.quote().start(), statement.quote().end()));
    }

    fn attributed(&mut self, block: usize, kind: SourceKind, index: usize, before: &[Statement]) -> Option<Statement> {
        let attribution = self.found.attributions.get(index)?;
        let content: Vec<Span> = attribution.content.iter().copied().filter(|span| !span.is_empty()).collect();
        if content.is_empty() {
            return None;
        }
        let said = if attribution.source.is_empty() && attribution.cue.is_empty() {
            // A quotation that goes on without words that say whose it is.
            let last = before.last();
            Said {
                speaker: last.map_or(Speaker::Unknown, |last| last.speaker),
                together: last.map_or_else(Vec::new, |last| last.together.clone()),
                group: false,
                source: Source::Actor,
            }
        } else {
            self.cast.said(index, attribution, &self.found)
        };
        if !self.speaks(attribution, &content, &said, kind) || self.is_obligation(attribution) {
            return None;
        }
        said.speakers().for_each(|speaker| self.cast.keep(speaker));
        let voice = voice_of(attribution, &said);
        let mut statement = Statement {
            block,
            content,
            cue: attribution.cue.clone(),
            speaker: said.speaker,
            together: said.together,
            mention: attribution.source.clone(),
            relays: Vec::new(),
            voice,
            act: Act::Fact,
            stance: Stance::Neutral,
            strength: Strength::Explicit,
            items: Vec::new(),
        };
        self.judge(&mut statement, attribution.manner, kind);
        Some(statement)
    }

    /// Tells whether a source can have said what is attributed to it: a thing cannot, unless it is quoted, and in a
    /// record of a meeting a paper is what is spoken of.
    fn speaks(&self, attribution: &Attribution, content: &[Span], said: &Said, kind: SourceKind) -> bool {
        let quoted = content.first().is_some_and(|first| first.of(self.doc.text()).starts_with(['"', '“', '‘', '「']));
        match said.source {
            Source::Reader => false,
            Source::Thing => quoted,
            Source::Paper => kind != SourceKind::Record,
            Source::Actor | Source::Writer => {
                !attribution.source.is_empty()
                    || said.speaker != Speaker::Unknown
                    || kind != SourceKind::Record
                    || attribution.manner == Manner::Asked
                    || quoted
                    || self.suggests(attribution)
            }
        }
    }

    /// Tells the cue of what was said by somebody whom the record does not name: "it was suggested that".
    fn suggests(&self, attribution: &Attribution) -> bool {
        let content = attribution.content.first().map_or("", |content| content.of(self.doc.text()));
        content.starts_with("that ") || !content.is_ascii()
    }

    /// Tells a cue that is owed, not given: "the ministry should understand that".
    fn is_obligation(&self, attribution: &Attribution) -> bool {
        const OUGHT: [&str; 6] = ["should ", "must ", "ought ", "needs to ", "need to ", "shall "];
        let cue = attribution.cue.first().map_or("", |cue| cue.of(self.doc.text()));
        OUGHT.iter().any(|ought| cue.starts_with(ought))
    }

    /// Adds what the sentences of a block say that nobody is named for.
    fn unattributed(&mut self, block: usize, kind: SourceKind, first: usize, statements: &mut Vec<Statement>) {
        let doc = self.doc;
        let open: Vec<usize> = uncovered(doc, block, statements.get(first..).unwrap_or_default());
        for index in open {
            let Some(sentence) = doc.sentences().get(index).copied() else { continue };
            let before = statements.get(first..).unwrap_or_default();
            let Some(voice) = unattributed(doc, sentence, kind, before, &self.cast) else { continue };
            let (voice, speaker, together, least) = match voice {
                Unattributed::Continued(last) => {
                    let last = before.get(last);
                    let speaker = last.map_or(Speaker::Unknown, |last| last.speaker);
                    (Voice::Continued, speaker, last.map_or_else(Vec::new, |last| last.together.clone()), Act::Fact)
                }
                Unattributed::Author => (Voice::Author, Speaker::Author, Vec::new(), Act::Fact),
                Unattributed::Opinion => (Voice::Author, Speaker::Author, Vec::new(), Act::Demand),
                Unattributed::Narrator => (Voice::Narrator, Speaker::Unknown, Vec::new(), Act::Demand),
            };
            let mut statement = Statement {
                block,
                content: vec![sentence.span],
                cue: Vec::new(),
                speaker,
                together,
                mention: Vec::new(),
                relays: Vec::new(),
                voice,
                act: Act::Fact,
                stance: Stance::Neutral,
                strength: Strength::Explicit,
                items: Vec::new(),
            };
            self.judge(&mut statement, Manner::Said, kind);
            // What nobody is named for is a statement where it does more than tell.
            if least == Act::Fact || !matches!(statement.act, Act::Fact | Act::Promise) {
                statements.push(statement);
                let added = statements.get_mut(first..).unwrap_or_default();
                added.sort_by_key(|statement| statement.quote().start());
            }
        }
    }

    fn judge(&self, statement: &mut Statement, manner: Manner, kind: SourceKind) {
        let language = self.doc.blocks().get(statement.block).map_or(Language::Other, |block| block.language);
        let context =
            JudgeContext { content: &statement.content, cue: &statement.cue, manner, kind, voice: statement.voice };
        let Judgement { act, stance, strength, items } = judge(self.doc.text(), language, &context);
        statement.act = act;
        statement.stance = stance;
        statement.strength = strength;
        statement.items = items;
    }
}

/// Drops what two constructions found of one report: "expressed hope that" by its verb and by its noun, the turn of a
/// speaker and the "she said" in it.
fn drop_doubles(first: usize, statements: &mut Vec<Statement>) {
    let block: Vec<Statement> = statements.split_off(first.min(statements.len()));
    let doubled = |statement: &Statement| {
        block.iter().any(|other| {
            if other == statement || other.speaker != statement.speaker {
                return false;
            }
            let (own, others) = (statement.quote(), other.quote());
            let turn = statement.cue.len() == 1 && statement.cue.iter().all(|cue| cue.len() <= "：".len());
            let cue_of = |statement: &Statement| statement.cue.first().map_or(0, |cue| cue.start());
            let cue_end = other.cue.last().map_or(0, |cue| cue.end());
            let noun = others.overlaps(own) && cue_of(statement) >= cue_end && cue_of(statement) <= cue_end + 6;
            turn && own.contains(others) && !other.cue.is_empty()
                || noun && others != own
                || noun && cue_of(other) < cue_of(statement)
        })
    };
    let kept: Vec<bool> = block.iter().map(|statement| !doubled(statement)).collect();
    statements.extend(block.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(statement, _)| statement));
}

/// Lets the last report of a sentence reach to its end: in a record nobody else speaks in the rest of it.
fn reach_out(doc: &Doc, statements: &mut [Statement]) {
    for index in 0..statements.len() {
        let Some(end) = statements.get(index).map(|statement| statement.quote().end()) else { continue };
        let at = doc.sentences().partition_point(|sentence| sentence.span.end() < end);
        let Some(sentence) = doc.sentences().get(at).map(|sentence| sentence.span) else { continue };
        let rest = Span::new(end, sentence.end());
        let words = rest.of(doc.text());
        let goes_on =
            words.starts_with([',', ';', '，', '；']) || words.starts_with(" and ") || words.starts_with(" or ");
        let spoken = statements.iter().enumerate().any(|(other, statement)| {
            let mut spans = statement.content.iter().chain(&statement.cue).chain(&statement.mention);
            other != index && spans.any(|span| span.overlaps(rest))
        });
        let topic = statements.get(index).is_some_and(|statement| statement.voice == Voice::TopicOnly);
        if goes_on && !spoken && !topic && sentence.contains(Span::new(end, end)) {
            let full = words.trim_end_matches(['.', '。', '!', '！', ' ']);
            if let Some(last) = statements.get_mut(index).and_then(|statement| statement.content.last_mut()) {
                *last = Span::new(last.start(), end + full.len());
            }
        }
    }
}

/// Returns where an attribution stands: by its source, by its cue, by its content.
fn place_of(attribution: &Attribution) -> usize {
    let spans = attribution.source.first().or_else(|| attribution.cue.first()).or_else(|| attribution.content.first());
    spans.map_or(0, |span| span.start())
}

fn voice_of(attribution: &Attribution, said: &Said) -> Voice {
    if attribution.manner == Manner::Topic {
        Voice::TopicOnly
    } else if attribution.source.is_empty() && attribution.cue.is_empty() {
        Voice::Continued
    } else if said.speaker == Speaker::Author {
        Voice::Author
    } else if said.group || !said.together.is_empty() {
        Voice::Collective
    } else {
        Voice::Explicit
    }
}

#[cfg(test)]
mod tests;
