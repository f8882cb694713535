//! Invented papers for tests: a text, and what the stages before would have made of it.
//!
//! All people and bodies are fictional. Spans are found by their words, so that a test reads like the paper.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::rc::Rc;

use rap_doc::{BlockKind, Doc, Finding, Language, Media, Source, SourceId, Span};
use rap_dossier::{Coding, Entry};
use rap_statement::{
    Account, Act, Actor, ActorId, ActorKind, Finder, Ledger, NameUse, Office, Part, Record, SetAside, SourceKind,
    Speaker, Stance, Statement, Strength, Voice,
};
use rap_theme::{Ask, Codebook, DemandUnit, Tag, Theme};

use crate::report::Report;
use crate::to_html::Layout;
use crate::write::{Folder, write_laid_out};
use crate::{Manifest, ReportBuilder};

mod sample;

pub(crate) use sample::sample;

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

    pub(crate) fn dated(mut self, date: &str) -> Self {
        self.entry.source.date = Some(date.parse().unwrap());
        self
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

    pub(crate) fn present(&mut self, id: ActorId, words: &str) {
        let span = self.span(words);
        self.actor_mut(id).presence.push(span);
    }

    pub(crate) fn actor_mut(&mut self, id: ActorId) -> &mut Actor {
        &mut self.entry.record.actors[usize::try_from(id.0).unwrap()]
    }

    pub(crate) fn progress(&mut self, words: &str) {
        let span = self.span(words);
        self.entry.record.progress.push(span);
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
            together: vec![],
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
            finder: Finder::Rules,
        };
        self.entry.codings.push(Coding { tags, items: vec![] });
        self.entry.record.statements.push(statement);
        self.entry.record.statements.last_mut().unwrap()
    }

    pub(crate) fn finding(&mut self, finding: Finding) {
        self.entry.findings.push(finding);
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

/// Returns a small codebook.
pub(crate) fn codebook() -> Codebook {
    let theme = |id: &str, name: &str, name_zh: &str, definition: &str| Theme {
        id: id.to_owned(),
        name: name.to_owned(),
        name_zh: name_zh.to_owned(),
        definition: definition.to_owned(),
        ..Theme::default()
    };
    Codebook {
        id: "sample".to_owned(),
        title: "Machines and the law".to_owned(),
        title_zh: String::new(),
        themes: vec![
            theme("scope", "Concept and scope", "概念与范围", "What the law covers, and whom."),
            theme("data", "Data for training", "训练数据", "How data may be had and used."),
            theme("liability", "Allocation of liability", "责任分配", "Who answers for harm."),
            theme("other", "Other", "", ""),
        ],
        sha256: "ab".repeat(32),
        toml: String::new(),
    }
}

/// Joins demands that share a long word, so that tests of the report do not depend on how asks are joined.
pub(crate) fn joined_by_long_words(units: &[DemandUnit]) -> Vec<Ask> {
    let long = |unit: &DemandUnit| -> Vec<String> {
        unit.quote.split_whitespace().filter(|word| word.len() >= 12).map(str::to_lowercase).collect()
    };
    let mut asks: Vec<Ask> = vec![];
    for (index, unit) in units.iter().enumerate() {
        let words = long(unit);
        let same = |ask: &&mut Ask| long(&units[ask.representative]).iter().any(|word| words.contains(word));
        let theme = unit.tags.first().map(|tag| tag.theme.clone()).unwrap_or_default();
        match asks.iter_mut().find(same) {
            Some(ask) => ask.units.push(index),
            None => asks.push(Ask { theme, representative: index, units: vec![index], ..Ask::default() }),
        }
    }
    asks
}

/// A folder in memory.
#[derive(Clone, Default)]
pub(crate) struct MemoryFolder {
    files: Rc<RefCell<BTreeMap<String, Vec<u8>>>>,
}

struct MemoryFile {
    folder: MemoryFolder,
    path: String,
}

impl Write for MemoryFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.folder.files.borrow_mut().get_mut(&self.path).unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Folder for MemoryFolder {
    fn file(&mut self, path: &str) -> io::Result<Box<dyn Write>> {
        let before = self.files.borrow_mut().insert(path.to_owned(), vec![]);
        assert!(before.is_none(), "{path} is written twice");
        Ok(Box::new(MemoryFile { folder: self.clone(), path: path.to_owned() }))
    }
}

impl MemoryFolder {
    pub(crate) fn text(&self, path: &str) -> String {
        String::from_utf8(self.files.borrow()[path].clone()).unwrap()
    }

    pub(crate) fn paths(&self) -> Vec<String> {
        self.files.borrow().keys().cloned().collect()
    }
}

/// Returns the report on entries.
pub(crate) fn report(entries: &[Entry]) -> Report {
    let manifest = Manifest {
        title: "What Lakeland hears about its machines bill".to_owned(),
        program: "rapporteur 0.0.0".to_owned(),
        options: vec![("kind".to_owned(), "guessed".to_owned())],
        packs: vec![("lexicons".to_owned(), "cd".repeat(32))],
    };
    let tagger = rap_theme::Tagger::new(&codebook());
    let mut builder = ReportBuilder::new(&codebook(), &tagger, manifest);
    entries.iter().for_each(|entry| builder.add(entry));
    builder.finish_joined(joined_by_long_words)
}

/// Returns the written report on entries, on one page or on many.
pub(crate) fn written(entries: &[Entry], single: bool) -> MemoryFolder {
    let report = report(entries);
    let mut folder = MemoryFolder::default();
    let layout = Layout::laid_out(&report, single);
    let mut again = entries;
    write_laid_out(&report, &layout, &mut again, &mut folder).unwrap();
    folder
}
