//! Checking: recomputes what a dossier claims from what it keeps.

use std::collections::BTreeMap;

use rap_doc::{SourceId, Span};
use rap_statement::Act;
use rusqlite::Connection;

use crate::laws::check_laws;
use crate::load::{read_entry, read_text};
use crate::places::read_places;
use crate::sound::Sound;
use crate::words::span;
use crate::{Dossier, DossierError, Entry};

/// Something in a dossier that does not hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// The paper, by its origin; empty for the dossier as a whole.
    pub origin: String,
    /// Where: `statement 3`, `sentence 12`, `manifest`.
    pub place: String,
    /// What does not hold: lower case, no final period.
    pub what: String,
}

impl Dossier {
    /// Recomputes every quote, number and line of the ledger, and returns what does not hold; nothing if all is well.
    ///
    /// Superseded papers are checked like current ones. One paper at a time is in memory.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read at all.
    pub fn check(&self) -> Result<Vec<Failure>, DossierError> {
        let mut failures = Vec::new();
        self.read(|connection| check_file(connection, &mut failures))?;
        let sources: Vec<(i64, String)> = self.read(|connection| {
            let mut select = connection.prepare("SELECT id, origin FROM source ORDER BY id")?;
            select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        })?;
        for (row, origin) in sources {
            let mut paper = Paper { row, origin, failures: &mut failures };
            // What stops the check of one paper is a failure of that paper, and the next one is checked.
            if let Err(cause) = self.read(|connection| paper.check(connection)) {
                let what = if let DossierError::Damaged { what, .. } = cause { what } else { cause.to_string() };
                paper.fail("rows", what);
            }
        }
        self.read(|connection| check_asks(connection, &mut failures))?;
        self.read(|connection| check_laws(connection, &mut failures))?;
        self.check_manifest(&mut failures)?;
        Ok(failures)
    }

    fn check_manifest(&self, failures: &mut Vec<Failure>) -> Result<(), DossierError> {
        if let Some(manifest) = self.manifest()?
            && SourceId::of(manifest.codebook_toml.as_bytes()).to_string() != manifest.codebook_sha256
        {
            let what = "the codebook is not the one of its SHA-256".to_owned();
            failures.push(Failure { origin: String::new(), place: "manifest".to_owned(), what });
        }
        Ok(())
    }
}

/// Asks SQLite whether the file is whole and every row finds its parent.
fn check_file(connection: &Connection, failures: &mut Vec<Failure>) -> rusqlite::Result<()> {
    let mut fail = |place: &str, what: String| {
        failures.push(Failure { origin: String::new(), place: place.to_owned(), what });
    };
    let mut select = connection.prepare("PRAGMA integrity_check")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let what: String = row.get(0)?;
        if what != "ok" {
            fail("file", what);
        }
    }
    let mut select = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = select.query([])?;
    let mut orphans: BTreeMap<(String, String), usize> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        *orphans.entry((row.get(0)?, row.get(2)?)).or_default() += 1;
    }
    for ((table, parent), rows) in orphans {
        fail(&format!("table {table}"), format!("rows without the row in {parent} that they belong to: {rows}"));
    }
    Ok(())
}

/// One paper under check.
struct Paper<'f> {
    row: i64,
    origin: String,
    failures: &'f mut Vec<Failure>,
}

impl Paper<'_> {
    fn fail(&mut self, place: &str, what: String) {
        self.failures.push(Failure { origin: self.origin.clone(), place: place.to_owned(), what });
    }

    fn check(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let text = read_text(connection, self.row)?;
        let sha256: String = self.value(connection, "SELECT text_sha256 FROM source WHERE id = ?1")?;
        if SourceId::of(text.as_bytes()).to_string() != sha256 {
            self.fail("text", "the text is not the one of its SHA-256".to_owned());
        }
        self.check_counts(connection)?;
        self.check_quotes(connection, &text)?;
        let entry = read_entry(connection, self.row)?;
        let bytes: Vec<u8> = self.value(connection, "SELECT bytes FROM source_bytes WHERE source = ?1")?;
        if let Err(cause) = Sound::of(&entry, &bytes) {
            let place = if matches!(cause, DossierError::NotVerbatim { .. }) { "places" } else { "rows" };
            let what = cause.to_string();
            self.fail(place, what.strip_prefix(&format!("`{}`: ", self.origin)).unwrap_or(&what).to_owned());
        }
        self.check_ledger(&entry);
        self.check_items(&entry);
        Ok(())
    }

    fn value<T: rusqlite::types::FromSql>(&self, connection: &Connection, sql: &str) -> rusqlite::Result<T> {
        connection.prepare_cached(sql)?.query_row([self.row], |row| row.get(0))
    }

    /// Counts the rows of the paper against the numbers that were stored with it.
    fn check_counts(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        for (table, plural) in
            [("block", "blocks"), ("sentence", "sentences"), ("actor", "actors"), ("statement", "statements")]
        {
            let counted: i64 = self.value(connection, &format!("SELECT count(*) FROM {table} WHERE source = ?1"))?;
            let stored: i64 = self.value(connection, &format!("SELECT {plural} FROM source WHERE id = ?1"))?;
            if counted != stored {
                self.fail(plural, format!("{stored} were stored and {counted} are there"));
            }
        }
        Ok(())
    }

    /// Compares every stored quote with the text, and with the content that it spans.
    fn check_quotes(&mut self, connection: &Connection, text: &str) -> rusqlite::Result<()> {
        let mut select = connection
            .prepare_cached("SELECT ordinal, start, \"end\", quote, content FROM statement WHERE source = ?1")?;
        let mut rows = select.query([self.row])?;
        while let Some(row) = rows.next()? {
            let (ordinal, place): (i64, Span) = (row.get(0)?, span(row, 1)?);
            if text.get(place.range()) != Some(row.get_ref(3)?.as_str()?) {
                let (start, end) = (place.start(), place.end());
                let what = format!("the quote is not what the text says at bytes {start} to {end}");
                self.fail(&format!("statement {ordinal}"), what);
            }
            if read_places(row, 4)?.into_iter().reduce(Span::hull).is_some_and(|hull| hull != place) {
                self.fail(&format!("statement {ordinal}"), "the quote is not what its content spans".to_owned());
            }
        }
        Ok(())
    }

    /// Every sentence has its line; every coded one holds something.
    fn check_ledger(&mut self, entry: &Entry) {
        let sentences = entry.doc.sentences().len();
        for sentence in entry.record.ledger.accounts.len()..sentences {
            self.fail(&format!("sentence {sentence}"), "the ledger does not account for it".to_owned());
        }
    }

    /// The items of a list lie inside of what was said.
    fn check_items(&mut self, entry: &Entry) {
        for (index, statement) in entry.record.statements.iter().enumerate() {
            if statement.items.iter().any(|item| !statement.quote().contains(*item)) {
                self.fail(&format!("statement {index}"), "an item of its list lies outside of the quote".to_owned());
            }
        }
    }
}

/// Every ask has units and one that stands for it; every unit is a demand, or an item that is there.
fn check_asks(connection: &Connection, failures: &mut Vec<Failure>) -> rusqlite::Result<()> {
    let mut fail = |ask: i64, what: &str| {
        failures.push(Failure { origin: String::new(), place: format!("ask {ask}"), what: what.to_owned() });
    };
    let mut select = connection.prepare(
        "SELECT id FROM ask WHERE (SELECT count(*) FROM ask_unit WHERE ask = id AND representative = 1) <> 1 ORDER BY id",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        fail(row.get(0)?, "no unit stands for it");
    }
    let mut select = connection.prepare(
        "SELECT ask, act, item >= ifnull(json_array_length(items), 0)
         FROM ask_unit AS unit
         JOIN statement ON statement.source = unit.source AND statement.ordinal = unit.statement ORDER BY ask",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        if row.get_ref(1)?.as_str()? != Act::Demand.name() {
            fail(row.get(0)?, "a unit of it is no demand");
        }
        if row.get(2)? {
            fail(row.get(0)?, "an item of it is not in its statement");
        }
    }
    Ok(())
}
