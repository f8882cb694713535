//! Laws and drafts of them, kept as the files that were received.
//!
//! What enters is the bytes of a law, what leaves is the same bytes: provisions are read anew from them, which takes
//! milliseconds, so that a better reader of laws needs no new dossier. A law of the same origin with other bytes stands
//! in place of the older one, which is kept.

use rap_doc::SourceId;
use rusqlite::{Connection, OptionalExtension, params};

use crate::check::Failure;
use crate::{Added, Dossier, DossierError};

/// A law, or a draft of one, as the files that hold it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LawFiles {
    /// What it is called: the name of its file, or of the folder of its files.
    pub origin: String,
    /// The name and the bytes of each file; one for most laws, many for an act in Formex.
    pub files: Vec<(String, Vec<u8>)>,
}

impl LawFiles {
    /// Returns the name of these files: a SHA-256 over their names and bytes.
    #[must_use]
    pub fn id(&self) -> SourceId {
        let mut all = Vec::new();
        for (name, bytes) in &self.files {
            for part in [name.as_bytes(), bytes] {
                all.extend_from_slice(&(part.len() as u64).to_le_bytes());
                all.extend_from_slice(part);
            }
        }
        SourceId::of(&all)
    }
}

impl Dossier {
    /// Keeps a law, whole or not at all. The very same files are kept once; other files of the same origin stand in
    /// place of the older ones.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be written. The dossier is then as it was.
    pub fn add_law(&mut self, law: &LawFiles) -> Result<Added, DossierError> {
        let sha256 = law.id().to_string();
        self.write(|transaction| add(transaction, law, &sha256))
    }

    /// Returns the current laws, in the order in which they were added.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn laws(&self) -> Result<Vec<LawFiles>, DossierError> {
        self.read(|connection| {
            let mut select =
                connection.prepare("SELECT id, origin FROM law WHERE superseded_by IS NULL ORDER BY id")?;
            let laws = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            laws.map(|law| law.and_then(|(id, origin)| Ok(LawFiles { origin, files: files(connection, id)? })))
                .collect()
        })
    }
}

/// Finds the laws, superseded ones too, whose files are not those of their SHA-256.
pub(crate) fn check_laws(connection: &Connection, failures: &mut Vec<Failure>) -> rusqlite::Result<()> {
    let mut select = connection.prepare("SELECT id, origin, sha256 FROM law ORDER BY id")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (origin, sha256): (String, String) = (row.get(1)?, row.get(2)?);
        let law = LawFiles { origin, files: files(connection, row.get(0)?)? };
        if law.id().to_string() != sha256 {
            let what = "its files are not those of its SHA-256".to_owned();
            failures.push(Failure { origin: law.origin, place: "law".to_owned(), what });
        }
    }
    Ok(())
}

fn add(connection: &Connection, law: &LawFiles, sha256: &str) -> rusqlite::Result<Added> {
    let known: Option<(i64, bool)> = connection
        .query_row("SELECT id, superseded_by IS NULL FROM law WHERE sha256 = ?1", [sha256], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let id = match known {
        Some((_, true)) => return Ok(Added::Known),
        Some((id, false)) => id,
        None => insert(connection, law, sha256)?,
    };
    let older: Option<(i64, String)> = connection
        .query_row(
            "SELECT id, sha256 FROM law WHERE origin = ?1 AND id <> ?2 AND superseded_by IS NULL",
            params![law.origin, id],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    // Going back to an older text makes it current again.
    connection.execute("UPDATE law SET superseded_by = NULL WHERE id = ?1", [id])?;
    let Some((older, sha256)) = older else { return Ok(Added::New) };
    connection.execute("UPDATE law SET superseded_by = ?1 WHERE id = ?2", [id, older])?;
    Ok(sha256.parse().map_or(Added::New, Added::Replaces))
}

fn insert(connection: &Connection, law: &LawFiles, sha256: &str) -> rusqlite::Result<i64> {
    connection.execute("INSERT INTO law (sha256, origin) VALUES (?1, ?2)", [sha256, &law.origin])?;
    let id = connection.last_insert_rowid();
    let mut insert = connection.prepare("INSERT INTO law_file VALUES (?1, ?2, ?3, ?4)")?;
    for (ordinal, (name, bytes)) in law.files.iter().enumerate() {
        insert.execute(params![id, ordinal, name, bytes])?;
    }
    Ok(id)
}

fn files(connection: &Connection, law: i64) -> rusqlite::Result<Vec<(String, Vec<u8>)>> {
    let mut select = connection.prepare_cached("SELECT name, bytes FROM law_file WHERE law = ?1 ORDER BY ordinal")?;
    select.query_map([law], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}
