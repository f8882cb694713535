//! Invented papers for tests: a text, and what the stages before would have made of it.
//!
//! All people and bodies are fictional. Spans are found by their words, so that a test reads like the paper.

use rap_doc::{BlockKind, Doc, Language, Media, Source, SourceId, Span};
use rap_dossier::{Coding, Entry};
use rap_statement::{
    Account, Act, Actor, ActorId, ActorKind, Ledger, NameUse, Office, Part, Record, SetAside, SourceKind, Speaker,
    Stance, Statement, Strength, Voice,
};
use rap_theme::Tag;

/// Builds one entry, step by step.
pub(crate) struct PaperFixture {
    pub(crate) entry: Entry,
}

/// One statement as a test writes it.
pub(crate) struct Said<'t> {
    pub(crate) who: Option<ActorId>,
    pub(crate) mention: &'t str,
    pub(crate) cue: &'t str,
    pub(crate) content: &'t [&'t str],
    pub(crate) act: Act,
    pub(crate) stance: Stance,
    pub(crate) themes: &'t [(&'t str, f32, &'t str)],
}

impl PaperFixture {
    pub(crate) fn new(origin: &str, kind: SourceKind, text: &str) -> Self {
        let id = SourceId::of(text.as_bytes());
        let doc = Doc::of_plain_text(id, text.to_owned());
        let language = Language::of(text);
        let title = doc
            .blocks()
            .iter()
            .find(|block| matches!(block.kind, BlockKind::Heading(_)))
            .map(|block| block.span.of(text).to_owned());
        let part =
            Part { blocks: 0..doc.blocks().len(), kind, reason: "reports what was said at a meeting".to_owned() };
        let source = Source { id, origin: origin.to_owned(), media: Media::Text, title, date: None, language };
        let record = Record { parts: vec![part], ..Record::default() };
        Self { entry: Entry { source, doc, record, codings: vec![], findings: vec![] } }
    }

    pub(crate) fn span(&self, words: &str) -> Span {
        let at = self.entry.doc.text().find(words).unwrap_or_else(|| panic!("`{words}` is not in the paper"));
        Span::new(at, at + words.len())
    }

    pub(crate) fn actor(&mut self, name: &str, kind: ActorKind) -> ActorId {
        let spans = self.entry.doc.text().match_indices(name).map(|(at, _)| Span::new(at, at + name.len())).collect();
        self.entry.record.actors.push(Actor {
            name: name.to_owned(),
            kind,
            names: vec![NameUse { name: name.to_owned(), spans }],
            offices: vec![],
            presence: vec![],
        });
        ActorId(u32::try_from(self.entry.record.actors.len() - 1).unwrap())
    }

    pub(crate) fn person(&mut self, name: &str, role: &str, organisation: Option<ActorId>) -> ActorId {
        let id = self.actor(name, ActorKind::Person);
        let span = if role.is_empty() { self.span(name) } else { self.span(role) };
        self.actor_mut(id).offices.push(Office { role: role.to_owned(), organisation, span });
        id
    }

    pub(crate) fn actor_mut(&mut self, id: ActorId) -> &mut Actor {
        &mut self.entry.record.actors[usize::try_from(id.0).unwrap()]
    }

    pub(crate) fn say(&mut self, said: &Said) -> &mut Statement {
        let span = |words: &&str| self.span(words);
        let content: Vec<Span> = said.content.iter().map(span).collect();
        let one = |words: &str| if words.is_empty() { vec![] } else { vec![self.span(words)] };
        let tags = said
            .themes
            .iter()
            .map(|(theme, score, words)| Tag { theme: (*theme).to_owned(), score: *score, words: one(words) })
            .collect();
        let statement = Statement {
            block: self.entry.doc.block_at(content[0].start()).unwrap(),
            content,
            cue: one(said.cue),
            speaker: said.who.map_or(Speaker::Author, Speaker::Actor),
            mention: one(said.mention),
            relays: vec![],
            voice: if said.who.is_none() {
                Voice::Author
            } else if said.cue.is_empty() {
                Voice::Continued
            } else {
                Voice::Explicit
            },
            act: said.act,
            stance: said.stance,
            strength: if said.act == Act::Demand { Strength::Explicit } else { Strength::Implied },
            items: vec![],
        };
        self.entry.codings.push(Coding { tags, items: vec![] });
        self.entry.record.statements.push(statement);
        self.entry.record.statements.last_mut().unwrap()
    }

    /// Returns the entry, with the ledger that its statements and progress lines make.
    pub(crate) fn entry(mut self) -> Entry {
        let record = &mut self.entry.record;
        let coded: Vec<Span> = record.statements.iter().map(Statement::quote).chain(record.progress.clone()).collect();
        let accounts = self.entry.doc.sentences().iter().map(|sentence| {
            let kind = self.entry.doc.blocks()[sentence.block].kind;
            if coded.iter().any(|span| span.overlaps(sentence.span)) {
                Account::Coded
            } else if matches!(kind, BlockKind::Heading(_)) {
                Account::SetAside(SetAside::Heading)
            } else {
                Account::SetAside(SetAside::Narration)
            }
        });
        record.ledger = Ledger { accounts: accounts.collect() };
        self.entry
    }
}
