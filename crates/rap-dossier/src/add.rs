//! Adding a paper: from an [`Entry`] to rows, in one transaction.

mod statements;

use rap_doc::{BlockKind, SourceId, Span};
use rap_statement::{Account, Actor};
use rusqlite::{CachedStatement, Connection, OptionalExtension, params};

use crate::findings::insert_finding;
use crate::passage::passages;
use crate::places::places;
use crate::sound::Sound;
use crate::{Dossier, DossierError, Entry};

/// Tells what adding a paper changed.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Added {
    /// The paper is new.
    New,
    /// The very same bytes are in the dossier already; nothing changed.
    Known,
    /// The paper stands in place of another one of the same origin, which is kept but no longer current.
    Replaces(SourceId),
}

impl Dossier {
    /// Adds a paper with everything that was made of it, whole or not at all.
    ///
    /// A paper whose bytes are known is not added again. One that has the origin of another paper takes its place:
    /// the old one stays in the file and is marked as superseded. Going back to the old bytes makes it current again.
    /// Two papers that are to stand side by side must therefore have different origins.
    ///
    /// # Errors
    ///
    /// Fails with [`DossierError::NotVerbatim`] if a place lies outside of the text, with [`DossierError::Misfit`] if
    /// the parts do not belong together, and if the file cannot be written. The dossier is then as it was.
    pub fn add(&mut self, entry: &Entry, bytes: &[u8]) -> Result<Added, DossierError> {
        let sound = Sound::of(entry, bytes)?;
        self.write(|transaction| add(transaction, sound))
    }

    /// Adds many papers in one transaction, which is quicker than one by one: all of them, or none.
    ///
    /// # Errors
    ///
    /// Fails as [`add`](Self::add) does, at the first paper for which it would.
    pub fn add_all<'e>(
        &mut self,
        entries: impl IntoIterator<Item = (&'e Entry, &'e [u8])>,
    ) -> Result<Vec<Added>, DossierError> {
        let sound: Vec<_> =
            entries.into_iter().map(|(entry, bytes)| Sound::of(entry, bytes)).collect::<Result<_, _>>()?;
        self.write(|transaction| sound.into_iter().map(|entry| add(transaction, entry)).collect())
    }
}

fn add(connection: &Connection, Sound { entry, bytes }: Sound<'_>) -> rusqlite::Result<Added> {
    let sha256 = entry.source.id.to_string();
    let known: Option<(i64, bool)> = connection
        .prepare_cached("SELECT id, superseded_by IS NULL FROM source WHERE sha256 = ?1")?
        .query_row([&sha256], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let source = match known {
        Some((_, true)) => return Ok(Added::Known),
        Some((source, false)) => source,
        None => {
            let source = insert_source(connection, entry, bytes, &sha256)?;
            let rows = Rows { connection, source };
            rows.insert_text(entry, bytes)?;
            rows.insert_actors(entry)?;
            rows.insert_statements(entry)?;
            rows.insert_codings(entry)?;
            for finding in &entry.findings {
                insert_finding(connection, Some(source), finding)?;
            }
            source
        }
    };
    supersede(connection, source)
}

/// Makes `source` the current paper of its origin.
fn supersede(connection: &Connection, source: i64) -> rusqlite::Result<Added> {
    let old: Option<(i64, String)> = connection
        .prepare_cached(
            "SELECT old.id, old.sha256 FROM source AS new JOIN source AS old ON old.origin = new.origin
             WHERE new.id = ?1 AND old.id <> new.id AND old.superseded_by IS NULL",
        )?
        .query_row([source], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    connection.prepare_cached("UPDATE source SET superseded_by = NULL WHERE id = ?1")?.execute([source])?;
    let Some((old, sha256)) = old else { return Ok(Added::New) };
    connection.prepare_cached("UPDATE source SET superseded_by = ?1 WHERE id = ?2")?.execute([source, old])?;
    Ok(sha256.parse().map_or(Added::New, Added::Replaces))
}

fn insert_source(connection: &Connection, entry: &Entry, bytes: &[u8], sha256: &str) -> rusqlite::Result<i64> {
    let Entry { source, doc, record, .. } = entry;
    let mut insert = connection.prepare_cached(
        "INSERT INTO source (sha256, origin, media, title, date, language, text_sha256, text_bytes, blocks, sentences,
                             actors, statements)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
    // A paper that is its own text is not hashed twice.
    let text = doc.text().as_bytes();
    let text_sha256 = if text == bytes { sha256.to_owned() } else { SourceId::of(text).to_string() };
    insert.insert(params![
        sha256,
        source.origin,
        source.media.mime(),
        source.title,
        source.date.map(|date| date.to_string()),
        source.language.tag(),
        text_sha256,
        doc.text().len(),
        doc.blocks().len(),
        doc.sentences().len(),
        record.actors.len(),
        record.statements.len(),
    ])
}

/// The rows of one source.
struct Rows<'c> {
    connection: &'c Connection,
    source: i64,
}

impl Rows<'_> {
    fn prepare(&self, sql: &str) -> rusqlite::Result<CachedStatement<'_>> {
        self.connection.prepare_cached(sql)
    }

    fn insert_text(&self, entry: &Entry, bytes: &[u8]) -> rusqlite::Result<()> {
        let Entry { doc, record, .. } = entry;
        self.prepare("INSERT INTO source_bytes VALUES (?1, ?2)")?.execute(params![self.source, bytes])?;
        let mut insert = self.prepare("INSERT INTO passage VALUES (?1, ?2, ?3, ?4)")?;
        for (start, words) in passages(doc.text()) {
            insert.execute(params![self.source, start, start + words.len(), words])?;
        }
        let mut insert = self.prepare("INSERT INTO block VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?;
        for (ordinal, block) in doc.blocks().iter().enumerate() {
            let level = if let BlockKind::Heading(level) = block.kind { Some(level) } else { None };
            let (start, end) = (block.span.start(), block.span.end());
            let (page, path, language) = (block.origin.page, &block.origin.path, block.language.tag());
            let kind = block.kind.name();
            insert.execute(params![self.source, ordinal, kind, level, start, end, page, path, language])?;
        }
        let mut insert = self.prepare("INSERT INTO sentence VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        for (ordinal, sentence) in doc.sentences().iter().enumerate() {
            let (account, reason) = account_words(record.ledger.accounts.get(ordinal));
            let (start, end) = (sentence.span.start(), sentence.span.end());
            insert.execute(params![self.source, ordinal, sentence.block, start, end, account, reason])?;
        }
        let mut insert = self.prepare("INSERT INTO part VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
        for (ordinal, part) in record.parts.iter().enumerate() {
            let (first, end, kind) = (part.blocks.start, part.blocks.end, part.kind.name());
            insert.execute(params![self.source, ordinal, first, end, kind, part.reason])?;
        }
        self.insert_spans("INSERT INTO progress VALUES (?1, ?2, ?3, ?4)", None, &record.progress)
    }

    /// Inserts places in order: the source, the parent where there is one, the ordinal, where it starts and ends.
    fn insert_spans(&self, sql: &str, parent: Option<usize>, spans: &[Span]) -> rusqlite::Result<()> {
        let mut insert = self.prepare(sql)?;
        for (ordinal, span) in spans.iter().enumerate() {
            let (start, end) = (span.start(), span.end());
            match parent {
                Some(parent) => insert.execute(params![self.source, ordinal, start, end, parent])?,
                None => insert.execute(params![self.source, ordinal, start, end])?,
            };
        }
        Ok(())
    }

    fn insert_actors(&self, entry: &Entry) -> rusqlite::Result<()> {
        let actors = &entry.record.actors;
        let mut insert = self.prepare("INSERT INTO actor (source, ordinal, name, kind) VALUES (?1, ?2, ?3, ?4)")?;
        for (ordinal, actor) in actors.iter().enumerate() {
            insert.execute(params![self.source, ordinal, actor.name, actor.kind.name()])?;
        }
        let mut insert_name = self.prepare("INSERT INTO actor_name VALUES (?1, ?2, ?3, ?4, ?5)")?;
        let mut insert_office = self.prepare("INSERT INTO office VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        for (actor, Actor { names, offices, presence, .. }) in actors.iter().enumerate() {
            for (ordinal, name) in names.iter().enumerate() {
                insert_name.execute(params![self.source, actor, ordinal, name.name, places(&name.spans)])?;
            }
            for (ordinal, office) in offices.iter().enumerate() {
                let body = office.organisation.map(|body| body.0);
                let (start, end) = (office.span.start(), office.span.end());
                insert_office.execute(params![self.source, actor, ordinal, office.role, body, start, end])?;
            }
            self.insert_spans("INSERT INTO presence VALUES (?1, ?5, ?2, ?3, ?4)", Some(actor), presence)?;
        }
        Ok(())
    }
}

/// Returns the two words that the ledger has for a sentence: its account, and the reason where it was set aside.
fn account_words(account: Option<&Account>) -> (Option<&'static str>, Option<&'static str>) {
    match account {
        None => (None, None),
        Some(Account::Coded) => (Some("coded"), None),
        Some(Account::SetAside(reason)) => (Some("set-aside"), Some(reason.name())),
        Some(Account::Unread) => (Some("unread"), None),
    }
}
