//! The format of a dossier: how a file says that it is one, and how an older one becomes a newer one.
//!
//! A file says so by `application_id`, and its format by `user_version`. Formats only go forward: each migration
//! takes a file from one format to the next, all of them in one transaction, and a file of a newer program is refused
//! rather than half understood. A migration that has been released is never edited.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::DossierError;

/// `Rapt` in ASCII: how SQLite's `file` magic and our own `open` know a dossier. Any number nobody else uses would do.
const APPLICATION_ID: i32 = 0x5261_7074;

/// The migrations in order; the n-th makes format n.
const MIGRATIONS: [&str; 4] = [
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_finder.sql"),
    include_str!("migrations/0003_docket.sql"),
    include_str!("migrations/0004_law.sql"),
];

/// The format that this program writes.
pub(crate) const FORMAT: i32 = 4;

/// Tells what a database is to us.
enum State {
    /// Nothing was ever written: a new file, or one whose creation was cut short.
    Empty,
    /// A dossier of this format.
    Dossier(i32),
    /// Somebody else's database.
    Foreign,
}

/// Brings the database to the format of this program.
pub(crate) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), DossierError> {
    let at = |cause| DossierError::of_sqlite(path, cause);
    if let State::Dossier(FORMAT) = state(connection).map_err(at)? {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(at)?;
    // Looked at again inside of the transaction: another process may have been faster.
    let from = match state(&transaction).map_err(at)? {
        State::Foreign => return Err(DossierError::NotADossier { path: path.to_owned() }),
        State::Dossier(format) if format > FORMAT => {
            return Err(DossierError::Newer { path: path.to_owned(), format, known: FORMAT });
        }
        State::Dossier(format) => format,
        State::Empty => 0,
    };
    for (format, migration) in (1..).zip(MIGRATIONS) {
        if format > from {
            transaction.execute_batch(migration).map_err(at)?;
        }
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(at)?;
    transaction.pragma_update(None, "user_version", FORMAT).map_err(at)?;
    transaction.commit().map_err(at)
}

fn state(connection: &Connection) -> rusqlite::Result<State> {
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    let (application, format) = (number("application_id")?, number("user_version")?);
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (application, format, tables) {
        (APPLICATION_ID, 1.., _) => State::Dossier(format),
        (0, 0, 0) => State::Empty,
        _ => State::Foreign,
    })
}
