//! Asks and the numbers of actors: what is known only once all papers are seen.

use std::collections::BTreeMap;

use rap_doc::SourceId;
use rusqlite::{Connection, Row, params};

use crate::load::row_of;
use crate::words::{known, odd};
use crate::{Dossier, DossierError};

/// Names a demand, or one item of a demand that is a list, across the papers of a dossier.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct UnitRef {
    /// The paper.
    pub source: SourceId,
    /// The index of the statement in its record.
    pub statement: usize,
    /// The index of the item in the statement; nothing for the statement as a whole.
    pub item: Option<usize>,
}

/// An ask as kept: a [`rap_theme::Ask`] whose units are named by where they stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoredAsk {
    /// The theme it stands under.
    pub theme: String,
    /// The index of the unit whose words stand for all.
    pub representative: usize,
    /// The units of the same meaning, in order.
    pub units: Vec<UnitRef>,
}

impl Dossier {
    /// Keeps these asks in place of those that are there.
    ///
    /// # Errors
    ///
    /// Fails if a unit names a source or statement that is not there, and if the file cannot be written.
    pub fn replace_asks(&mut self, asks: &[StoredAsk]) -> Result<(), DossierError> {
        self.write(|transaction| {
            transaction.execute_batch("DELETE FROM ask_unit; DELETE FROM ask")?;
            let mut rows = BTreeMap::new();
            (1_i64..).zip(asks).try_for_each(|(id, ask)| insert_ask(transaction, &mut rows, id, ask))
        })
    }

    /// Returns the asks in the order in which they were given.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn asks(&self) -> Result<Vec<StoredAsk>, DossierError> {
        self.read(|connection| {
            let mut asks = Vec::new();
            let mut themes = connection.prepare_cached("SELECT id, theme FROM ask ORDER BY id")?;
            let mut rows = themes.query([])?;
            while let Some(row) = rows.next()? {
                asks.push(read_ask(connection, row)?);
            }
            Ok(asks)
        })
    }

    /// Gives the actors of one paper their numbers, which are equal for the same person or body in every paper.
    ///
    /// The numbers are in the order of the actors of its record.
    ///
    /// # Errors
    ///
    /// Fails with [`DossierError::Unknown`] where the paper is not there, and if the file cannot be written.
    pub fn number_actors(&mut self, id: SourceId, numbers: &[u32]) -> Result<(), DossierError> {
        let found = self.write(|transaction| {
            let Some(source) = row_of(transaction, id)? else { return Ok(false) };
            let mut update =
                transaction.prepare_cached("UPDATE actor SET number = ?3 WHERE source = ?1 AND ordinal = ?2")?;
            for (ordinal, number) in numbers.iter().enumerate() {
                update.execute(params![source, ordinal, number])?;
            }
            Ok(true)
        })?;
        if found { Ok(()) } else { Err(DossierError::Unknown { id }) }
    }

    /// Returns the numbers of the actors of one paper; nothing for one that has none yet.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn actor_numbers(&self, id: SourceId) -> Result<Vec<Option<u32>>, DossierError> {
        self.read(|connection| {
            let sql = "SELECT number FROM actor JOIN source ON source.id = source WHERE sha256 = ?1 ORDER BY ordinal";
            connection.prepare_cached(sql)?.query_map([id.to_string()], |row| row.get(0))?.collect()
        })
    }
}

fn insert_ask(
    connection: &Connection,
    rows: &mut BTreeMap<SourceId, i64>,
    id: i64,
    ask: &StoredAsk,
) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT INTO ask VALUES (?1, ?2)")?.execute(params![id, ask.theme])?;
    let mut insert = connection.prepare_cached("INSERT INTO ask_unit VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (ordinal, unit) in ask.units.iter().enumerate() {
        let source = match rows.get(&unit.source) {
            Some(row) => *row,
            None => {
                let row = row_of(connection, unit.source)?;
                let row = row.ok_or_else(|| odd(0, format!("ask {id} names source {}", unit.source)))?;
                rows.insert(unit.source, row);
                row
            }
        };
        let item = unit.item.and_then(|item| i64::try_from(item).ok()).unwrap_or(-1);
        insert.execute(params![id, ordinal, source, unit.statement, item, ordinal == ask.representative])?;
    }
    Ok(())
}

fn read_ask(connection: &Connection, row: &Row<'_>) -> rusqlite::Result<StoredAsk> {
    let id: i64 = row.get(0)?;
    let mut ask = StoredAsk { theme: row.get(1)?, representative: 0, units: Vec::new() };
    let mut select = connection.prepare_cached(
        "SELECT sha256, statement, item, representative FROM ask_unit JOIN source ON source.id = source
         WHERE ask = ?1 ORDER BY ordinal",
    )?;
    let mut rows = select.query([id])?;
    while let Some(row) = rows.next()? {
        if row.get(3)? {
            ask.representative = ask.units.len();
        }
        ask.units.push(UnitRef {
            source: known(row, 0, |word| word.parse().ok())?,
            statement: row.get(1)?,
            item: usize::try_from(row.get::<_, i64>(2)?).ok(),
        });
    }
    Ok(ask)
}
