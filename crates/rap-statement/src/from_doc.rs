//! From a document to its record: the stage itself.

use rap_doc::{Block, BlockKind, Doc, Language, Span};

use crate::act::vote::{Judged, verdict};
use crate::act::{JudgeContext, judge};
use crate::announced::{Announced, announced, is_item, only_announces};
use crate::asking::act_of_demand;
use crate::cast::{Cast, Said, Source};
use crate::found::{Attribution, Found, Manner};
use crate::lang::Readers;
use crate::ledger::keep_ledger;
use crate::neighbours::{carry_on, drop_doubles, reach_out};
use crate::progress::progress_of;
use crate::relay::{fill_relays, passed_on};
use crate::saying::{accords_with_measure, is_general, is_prompt, is_said, tells_something, unlabelled};
use crate::submitter::submitter;
use crate::voice::{Report, Unattributed, give_turn, turn_of, unattributed, uncovered};
use crate::{
    Act, Actor, ActorId, Finder, Judgement, Ledger, Part, Relay, SourceKind, Speaker, Stance, Statement, Strength,
    Voice, guess_kind,
};

/// Says how a document is to be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AttributeOptions {
    /// The kind of the paper where the user knows it; guessed part by part where not.
    pub kind: Option<SourceKind>,
    /// The name of the submitter, where the paper came with one (a mail's sender, a column of a table).
    pub submitter: Option<String>,
    /// Which parts of the program look for attributions.
    pub finders: Finders,
}

/// Tells which parts of the program look for attributions.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum Finders {
    /// The rules, and a small model that judges what they find and adds what they miss.
    #[default]
    RulesAndModel,
    /// The rules alone.
    RulesOnly,
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
    let mut stage = Stage {
        doc,
        readers: Readers::of(options.finders),
        found: Found::default(),
        cast: Cast::new(doc),
        announced: None,
        votes: options.finders == Finders::RulesAndModel,
    };
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
    /// Whether the model votes on what is a demand.
    votes: bool,
    /// What the block before the list at hand announces of its items.
    announced: Option<Announced>,
}

impl Stage<'_> {
    fn read_block(&mut self, block: usize, kind: SourceKind, statements: &mut Vec<Statement>) {
        let Some(Block { kind: form, span, .. }) = self.doc.blocks().get(block).cloned() else { return };
        if form == BlockKind::Furniture {
            return;
        }
        if !is_item(form) {
            self.announced = None;
        }
        if matches!(form, BlockKind::Heading(_)) {
            self.announced = announced(span.of(self.doc.text()), &[]);
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
        let attributed = statements.get_mut(first..).unwrap_or_default();
        attributed.sort_by_key(|statement| (statement.quote().start(), statement.quote().end()));
        drop_doubles(self.doc, kind, first, statements);
        let attributed = statements.get_mut(first..).unwrap_or_default();
        for index in carry_on(self.doc, attributed) {
            attributed.get_mut(index).into_iter().for_each(|statement| self.judge(statement, Manner::Asked, kind));
        }
        let turn = turn_of(self.doc, block, statements.get(first..).unwrap_or_default());
        if let Some(turn) = &turn {
            give_turn(turn, statements.get_mut(first..).unwrap_or_default());
        }
        fill_relays(statements.get_mut(first..).unwrap_or_default());
        if kind == SourceKind::Record {
            reach_out(self.doc, statements.get_mut(first..).unwrap_or_default());
        }
        if !is_item(form) {
            self.announced = announced(span.of(self.doc.text()), statements.get(first..).unwrap_or_default());
        }
        if self.announced.is_some() {
            let announces = |statement: &Statement| only_announces(self.doc.text(), statement);
            let block = statements.split_off(first);
            statements.extend(block.into_iter().filter(|statement| !announces(statement)));
        }
        self.unattributed(block, kind, first, turn.as_ref(), statements);
        let statements = statements.get_mut(first..).unwrap_or_default();
        statements.sort_by_key(|statement| (statement.quote().start(), statement.quote().end()));
    }

    fn attributed(&mut self, block: usize, kind: SourceKind, index: usize, before: &[Statement]) -> Option<Statement> {
        let attribution = self.found.attributions.get(index)?;
        let content: Vec<Span> = attribution.content.iter().copied().filter(|span| !span.is_empty()).collect();
        if content.is_empty()
            || !is_said(self.doc.text(), attribution)
            || is_prompt(self.doc.text(), attribution)
            || is_general(self.doc.text(), attribution)
        {
            return None;
        }
        let submitters = self.is_submitters(attribution, kind, before);
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
        let said = if submitters { Said::by_author() } else { said };
        if !self.speaks(attribution, &content, &said, kind) || self.is_not_given(attribution) {
            return None;
        }
        let speakers: Vec<ActorId> = said.speakers().collect();
        let voice = voice_of(attribution, &said);
        let mut statement = Statement {
            block,
            content,
            cue: attribution.cue.clone(),
            speaker: said.speaker,
            together: said.together,
            mention: if submitters { Vec::new() } else { attribution.source.clone() },
            relays: self.relays(attribution),
            voice,
            act: Act::Fact,
            stance: Stance::Neutral,
            strength: Strength::Explicit,
            items: Vec::new(),
            finder: attribution.finder,
        };
        self.judge(&mut statement, attribution.manner, kind);
        if statement.act == Act::Demand {
            statement.act = act_of_demand(self.doc.text(), &statement)?;
            let asks = statement.act == Act::Demand;
            statement.items.retain(|_| asks);
        }
        if attribution.manner != Manner::Topic && !tells_something(self.doc.text(), &statement) {
            return None;
        }
        // In a record, what the model alone takes for a report and what claims and asks for nothing is a deed.
        let deed = attribution.finder == Finder::Model && statement.act == Act::Fact && !self.suggests(attribution);
        if kind == SourceKind::Record && deed {
            return None;
        }
        let relays = statement.relays.iter().map(|relay| relay.actor);
        speakers.into_iter().chain(relays).for_each(|speaker| self.cast.keep(speaker));
        Some(statement)
    }

    /// Returns those who passed on what the words attribute to somebody else.
    fn relays(&self, attribution: &Attribution) -> Vec<Relay> {
        let told =
            attribution.relay.iter().filter_map(|relay| Some(Relay { actor: self.cast.at(*relay)?, mention: *relay }));
        let source = attribution.source.first();
        let passed = source.and_then(|source| passed_on(self.doc.text(), *source, |span| self.cast.at(span)));
        told.chain(passed).collect()
    }

    /// Tells whether a source can have said what is attributed to it: a thing cannot, unless it is quoted, and in a
    /// record of a meeting a paper is what is spoken of.
    fn speaks(&self, attribution: &Attribution, content: &[Span], said: &Said, kind: SourceKind) -> bool {
        let quoted = content.first().is_some_and(|first| first.of(self.doc.text()).starts_with(['"', '“', '‘', '「']));
        match said.source {
            Source::Reader => false,
            // The model has weighed what kind of thing it is; in a record things are what is spoken of.
            Source::Thing => {
                let weighed = attribution.finder != Finder::Rules && kind != SourceKind::Record;
                quoted || weighed && !accords_with_measure(self.doc.text(), attribution)
            }
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

    /// Tells a Chinese wish without a subject of its own, which in a submission is the submitter's: 建议延长期限. The
    /// subject of the clause before is none, unless that clause reports: 期限过短，建议延长.
    fn is_submitters(&self, attribution: &Attribution, kind: SourceKind, before: &[Statement]) -> bool {
        let text = self.doc.text();
        let Some(cue) = attribution.cue.first().filter(|cue| !cue.of(text).is_ascii()) else { return false };
        if !matches!(kind, SourceKind::Submission | SourceKind::Plan) {
            return false;
        }
        let Some(source) = attribution.source.last() else { return true };
        let reported = before.iter().any(|other| other.mention == attribution.source && !other.cue.is_empty());
        let apart = source.end() < cue.start() && Span::new(source.end(), cue.start()).of(text).contains(['，', ',']);
        attribution.manner == Manner::Asked && apart && !reported
    }

    /// Tells a cue that is owed or possible, not given: "the ministry should understand that", "both may ask for".
    fn is_not_given(&self, attribution: &Attribution) -> bool {
        const OUGHT: [&str; 6] = ["should ", "must ", "ought ", "needs to ", "need to ", "shall "];
        const POSSIBLE: [&str; 4] = ["can ", "could ", "may ", "might "];
        let cue = attribution.cue.first().map_or("", |cue| cue.of(self.doc.text()));
        let begins = |words: &[&str]| words.iter().any(|word| cue.starts_with(word));
        begins(&OUGHT) || attribution.manner == Manner::Asked && begins(&POSSIBLE) || self.is_wondered(attribution)
    }

    /// Tells a report that a question only asks for: "Could the ministry confirm that a warning comes first?"
    fn is_wondered(&self, attribution: &Attribution) -> bool {
        const ASKING: [&str; 9] = ["Could ", "Can ", "Will ", "Would ", "Should ", "May ", "Might ", "Shall ", "Does "];
        let Some(cue) = attribution.cue.first() else { return false };
        let sentences = self.doc.sentences();
        let at = sentences.partition_point(|sentence| sentence.span.end() <= cue.start());
        let words = sentences.get(at).map_or("", |sentence| sentence.span.of(self.doc.text()));
        words.ends_with('?') && ASKING.iter().any(|word| words.starts_with(word))
    }

    /// Adds what the sentences of a block say that nobody is named for.
    fn unattributed(
        &mut self,
        block: usize,
        kind: SourceKind,
        first: usize,
        turn: Option<&Report>,
        statements: &mut Vec<Statement>,
    ) {
        let doc = self.doc;
        let attributed = statements.get(first..).unwrap_or_default();
        let mut added: Vec<Statement> = Vec::new();
        for index in uncovered(doc, block, attributed) {
            let Some(sentence) = doc.sentences().get(index).copied() else { continue };
            let item = self.announced_item(block, index, kind);
            let announces = self.announced.is_some() && sentence.span.of(doc.text()).ends_with([':', '：']);
            let whose = match &item {
                Some(item) => Some(item.whose()),
                None if announces => None,
                None => unattributed(doc, sentence, kind, attributed, added.last(), &self.cast),
            };
            let Some(whose) = whose.map(|whose| turn.cloned().map_or(whose, Unattributed::Continued)) else { continue };
            let (voice, speaker, together, least) = match whose {
                Unattributed::Continued(report) => (Voice::Continued, report.speaker, report.together, Act::Fact),
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
                finder: Finder::Rules,
            };
            self.judge(&mut statement, Manner::Said, kind);
            if let Some(item) = item {
                statement.act = item.act(statement.act);
            }
            // What nobody is named for is a statement where it does more than tell.
            if least == Act::Fact || !matches!(statement.act, Act::Fact | Act::Promise) {
                added.push(statement);
            }
        }
        statements.append(&mut added);
    }

    /// Returns what was announced of the block, where it is an item of a list and the sentence its first.
    fn announced_item(&self, block: usize, sentence: usize, kind: SourceKind) -> Option<Announced> {
        let item = self.announced.as_ref().filter(|item| !item.headed || kind == SourceKind::Submission)?;
        let form = self.doc.blocks().get(block)?.kind;
        (is_item(form) && sentence == self.doc.sentences_of(block).start).then(|| item.clone())
    }

    fn judge(&self, statement: &mut Statement, manner: Manner, kind: SourceKind) {
        let language = self.doc.blocks().get(statement.block).map_or(Language::Other, |block| block.language);
        if let Some(first) = statement.content.first_mut() {
            *first = unlabelled(self.doc.text(), *first);
        }
        let (content, cue, voice) = (&statement.content, &statement.cue, statement.voice);
        let context = JudgeContext { content, cue, manner, kind, voice, verdict: None };
        let mut judgement = judge(self.doc.text(), language, &context);
        // What the writer of an article says in their own name nobody has marked for the model.
        let opinion = kind == SourceKind::Article && voice == Voice::Author && cue.is_empty();
        if self.votes && !opinion && manner != Manner::Topic {
            let Judgement { act, strength, signs, .. } = judgement;
            let judged = Judged { content, cue, voice, kind, act, strength, signs };
            let verdict = verdict(self.doc.text(), language, &judged);
            if verdict.is_some() {
                judgement = judge(self.doc.text(), language, &JudgeContext { verdict, ..context });
            }
        }
        let Judgement { act, stance, strength, items, .. } = judgement;
        statement.act = act;
        statement.stance = stance;
        statement.strength = strength;
        statement.items = items;
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
