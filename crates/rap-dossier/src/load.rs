//! Reading papers back: from rows to an [`Entry`] equal to the one that was added.

mod record;

use std::collections::VecDeque;

use rap_doc::{Block, BlockKind, Doc, Language, Media, Origin, Sentence, Source, SourceId};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::findings::findings_of;
use crate::words::{known, odd, span};
use crate::{Dossier, DossierError, Entry};

impl Dossier {
    /// Tells whether the dossier has these bytes, current or superseded.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn contains(&self, id: SourceId) -> Result<bool, DossierError> {
        self.read(|connection| Ok(row_of(connection, id)?.is_some()))
    }

    /// Returns the current papers in the order in which they were added.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn sources(&self) -> Result<Vec<Source>, DossierError> {
        self.sources_where("superseded_by IS NULL")
    }

    /// Returns the papers that a newer one of the same origin stands in place of.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn superseded(&self) -> Result<Vec<Source>, DossierError> {
        self.sources_where("superseded_by IS NOT NULL")
    }

    fn sources_where(&self, condition: &str) -> Result<Vec<Source>, DossierError> {
        self.read(|connection| {
            let sql = format!("{SOURCE} WHERE {condition} ORDER BY id");
            connection.prepare_cached(&sql)?.query_map([], read_source)?.collect()
        })
    }

    /// Returns a paper with everything that was made of it, equal to what was added.
    ///
    /// # Errors
    ///
    /// Fails with [`DossierError::Unknown`] where the dossier does not have it, and if its rows contradict each other.
    pub fn entry(&self, id: SourceId) -> Result<Entry, DossierError> {
        let found = self.read(|connection| match row_of(connection, id)? {
            Some(row) => read_entry(connection, row).map(Some),
            None => Ok(None),
        })?;
        found.ok_or(DossierError::Unknown { id })
    }

    /// Returns the bytes of a paper as they were received.
    ///
    /// # Errors
    ///
    /// Fails with [`DossierError::Unknown`] where the dossier does not have it.
    pub fn bytes(&self, id: SourceId) -> Result<Vec<u8>, DossierError> {
        let found = self.read(|connection| {
            let sql = "SELECT bytes FROM source_bytes JOIN source ON source.id = source WHERE sha256 = ?1";
            connection.prepare_cached(sql)?.query_row([id.to_string()], |row| row.get(0)).optional()
        })?;
        found.ok_or(DossierError::Unknown { id })
    }

    /// Returns the current papers one after another, so that no more than one is in memory.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read; each paper fails for itself.
    pub fn entries(&self) -> Result<Entries<'_>, DossierError> {
        let ids = self.read(|connection| {
            let sql = "SELECT id FROM source WHERE superseded_by IS NULL ORDER BY id";
            connection.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect()
        })?;
        Ok(Entries { dossier: self, ids })
    }

    /// Returns how many statements the current papers hold.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn statement_count(&self) -> Result<usize, DossierError> {
        self.read(|connection| {
            let sql = "SELECT count(*) FROM statement JOIN source ON source.id = source WHERE superseded_by IS NULL";
            connection.prepare_cached(sql)?.query_row([], |row| row.get(0))
        })
    }
}

/// The current papers of a dossier, one after another.
#[derive(Debug)]
pub struct Entries<'d> {
    dossier: &'d Dossier,
    ids: VecDeque<i64>,
}

impl Iterator for Entries<'_> {
    type Item = Result<Entry, DossierError>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.ids.pop_front()?;
        Some(self.dossier.read(|connection| read_entry(connection, row)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.ids.len(), Some(self.ids.len()))
    }
}

impl ExactSizeIterator for Entries<'_> {}

const SOURCE: &str = "SELECT sha256, origin, media, title, date, language FROM source";

pub(crate) fn row_of(connection: &Connection, id: SourceId) -> rusqlite::Result<Option<i64>> {
    let mut select = connection.prepare_cached("SELECT id FROM source WHERE sha256 = ?1")?;
    select.query_row([id.to_string()], |row| row.get(0)).optional()
}

fn read_source(row: &Row<'_>) -> rusqlite::Result<Source> {
    let date: Option<String> = row.get(4)?;
    Ok(Source {
        id: known(row, 0, |word| word.parse().ok())?,
        origin: row.get(1)?,
        media: known(row, 2, Media::from_mime)?,
        title: row.get(3)?,
        date: match date {
            Some(word) => Some(word.parse().map_err(|_| odd(4, format!("`{word}` is not a date")))?),
            None => None,
        },
        language: known(row, 5, |tag| Some(Language::from_tag(tag)))?,
    })
}

/// Returns the paper of a row of `source`.
pub(crate) fn read_entry(connection: &Connection, row: i64) -> rusqlite::Result<Entry> {
    let source = connection.prepare_cached(&format!("{SOURCE} WHERE id = ?1"))?.query_row([row], read_source)?;
    let text = read_text(connection, row)?;
    let blocks =
        rows(connection, "SELECT kind, level, start, \"end\", page, path, language FROM block", row, read_block)?;
    let sentences = rows(connection, "SELECT start, \"end\", block FROM sentence", row, |row| {
        Ok(Sentence { span: span(row, 0)?, block: row.get(2)? })
    })?;
    let doc = Doc::of_parts(source.id, text, blocks, sentences).map_err(|cause| odd(0, cause.to_string()))?;
    let record = record::read_record(connection, row)?;
    let codings = record::read_codings(connection, row, &record.statements)?;
    Ok(Entry { source, doc, record, codings, findings: findings_of(connection, row)? })
}

/// Returns the rows of one source that `select` gives, in their order.
fn rows<T>(
    connection: &Connection,
    select: &str,
    source: i64,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    let sql = format!("{select} WHERE source = ?1 ORDER BY ordinal");
    connection.prepare_cached(&sql)?.query_map([source], read)?.collect()
}

/// Returns the text of a source.
pub(crate) fn read_text(connection: &Connection, source: i64) -> rusqlite::Result<String> {
    let mut select = connection.prepare_cached("SELECT text FROM passage WHERE source = ?1 ORDER BY start")?;
    let mut passages = select.query([source])?;
    let mut text = String::new();
    while let Some(row) = passages.next()? {
        text.push_str(row.get_ref(0)?.as_str()?);
    }
    Ok(text)
}

fn read_block(row: &Row<'_>) -> rusqlite::Result<Block> {
    let level: Option<u8> = row.get(1)?;
    let kind = known(row, 0, |word| {
        use BlockKind::{Caption, Furniture, Heading, ListItem, Paragraph, Quote, TableCell};
        let kinds = [Heading(level.unwrap_or(1)), Paragraph, ListItem, TableCell, Quote, Caption, Furniture];
        kinds.into_iter().find(|kind| kind.name() == word)
    })?;
    let origin = Origin { page: row.get(4)?, path: row.get(5)? };
    Ok(Block { kind, span: span(row, 2)?, origin, language: known(row, 6, |tag| Some(Language::from_tag(tag)))? })
}
