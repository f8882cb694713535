//! From a document to its record: the stage itself.

use rap_doc::{BlockKind, Doc, Span};

use crate::cast::Cast;
use crate::found::{Attribution, Found, Manner};
use crate::lang::Readers;
use crate::ledger::keep_ledger;
use crate::{Act, Actor, Ledger, Part, SourceKind, Stance, Statement, Strength, Voice, guess_kind};

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
    let mut stage = Stage { doc, readers: Readers::default(), found: Found::default(), cast: Cast::new(doc.text()) };
    let mut statements = Vec::new();
    for part in &parts {
        if part.kind == SourceKind::Law {
            continue;
        }
        for block in part.blocks.clone() {
            stage.read_block(block, &mut statements);
        }
    }
    let actors = stage.cast.into_actors(&mut statements);
    let ledger = keep_ledger(doc, &parts, &statements);
    Record { parts, actors, statements, progress: Vec::new(), ledger }
}

/// The stage at work on one document.
struct Stage<'d> {
    doc: &'d Doc,
    readers: Readers,
    found: Found,
    cast: Cast<'d>,
}

impl Stage<'_> {
    fn read_block(&mut self, block: usize, statements: &mut Vec<Statement>) {
        if self.doc.blocks().get(block).is_none_or(|block| matches!(block.kind, BlockKind::Furniture)) {
            return;
        }
        self.found.clear();
        self.readers.read_block(self.doc, block, &mut self.found);
        for attribution in &self.found.attributions {
            statements.extend(statement(block, attribution, &self.found, &mut self.cast));
        }
    }
}

fn statement(block: usize, attribution: &Attribution, found: &Found, cast: &mut Cast<'_>) -> Option<Statement> {
    let first = attribution.content.first()?;
    debug_assert!(!first.is_empty());
    Some(Statement {
        block,
        content: attribution.content.clone(),
        cue: attribution.cue.clone(),
        speaker: cast.speaker(attribution, found),
        together: Vec::new(),
        mention: attribution.source.clone(),
        relays: Vec::new(),
        voice: if attribution.manner == Manner::Topic { Voice::TopicOnly } else { Voice::Explicit },
        act: if attribution.manner == Manner::Asked { Act::Demand } else { Act::Position },
        stance: Stance::Neutral,
        strength: Strength::Explicit,
        items: Vec::new(),
    })
}
