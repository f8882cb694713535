//! The dossier itself: opening, creating, and the one way in which anything is written.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::{DossierError, schema};

/// How long a writer waits for another one. Adding a paper takes milliseconds; five seconds outlast a large batch.
const PATIENCE: Duration = Duration::from_secs(5);

/// One more than the number of different statements that this crate prepares, so that none is prepared twice.
const PREPARED: usize = 96;

/// A case file: papers with everything that was read, said and asked in them, in one SQLite file.
///
/// Everything that is written is written whole or not at all: a process that is killed, a disk that is full or a
/// second writer lose nothing that was there before.
///
/// ```
/// use rap_dossier::Dossier;
///
/// let dossier = Dossier::in_memory()?;
/// assert_eq!(dossier.sources()?.len(), 0);
/// # Ok::<(), rap_dossier::DossierError>(())
/// ```
#[derive(Debug)]
pub struct Dossier {
    pub(crate) connection: Connection,
    path: PathBuf,
}

impl Dossier {
    /// Creates a dossier in a new file.
    ///
    /// # Errors
    ///
    /// Fails with [`DossierError::Exists`] where there is a file already, and if the file cannot be written.
    pub fn create(path: &Path) -> Result<Self, DossierError> {
        match OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(_) => Self::open(path),
            Err(cause) => Err(of_system(path, &cause)),
        }
    }

    /// Opens a dossier, and takes one of an older format to the present one.
    ///
    /// # Errors
    ///
    /// Fails where there is no such file, where it is no dossier, or one of a newer program.
    pub fn open(path: &Path) -> Result<Self, DossierError> {
        let metadata = std::fs::metadata(path).map_err(|cause| of_system(path, &cause))?;
        if !metadata.is_file() {
            return Err(DossierError::NotADossier { path: path.to_owned() });
        }
        // Not SQLITE_OPEN_CREATE: a file that vanishes in between is not made anew.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|cause| sqlite(path, cause))?;
        match Self::prepared(connection, path) {
            // Where no log can be written beside it, on a read-only medium or in somebody else's folder, it can still
            // be read; unless there is a log, without which the file is not whole.
            Err(DossierError::Failed { .. } | DossierError::ReadOnly { .. }) if !log_of(path).exists() => {
                Self::unchanging(path)
            }
            opened => opened,
        }
    }

    /// Opens a dossier that nobody can write to while it is open.
    pub(crate) fn unchanging(path: &Path) -> Result<Self, DossierError> {
        let name = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(format!("file:{name}?immutable=1"), flags);
        Self::prepared(connection.map_err(|cause| sqlite(path, cause))?, path)
    }

    /// Opens the dossier, or creates it where there is none.
    ///
    /// # Errors
    ///
    /// Fails as [`open`](Self::open) and [`create`](Self::create) do.
    pub fn open_or_create(path: &Path) -> Result<Self, DossierError> {
        match Self::create(path) {
            Err(DossierError::Exists { .. }) => Self::open(path),
            created => created,
        }
    }

    /// Returns a dossier that is kept in memory and gone with its value.
    ///
    /// # Errors
    ///
    /// Fails where there is no memory.
    pub fn in_memory() -> Result<Self, DossierError> {
        let path = Path::new(":memory:");
        Self::prepared(Connection::open_in_memory().map_err(|cause| sqlite(path, cause))?, path)
    }

    /// Returns a dossier that moves to a nameless file on the disk when it grows, and is gone with its value.
    ///
    /// # Errors
    ///
    /// Fails where no temporary file can be written.
    pub fn temporary() -> Result<Self, DossierError> {
        let connection = Connection::open("").map_err(|cause| sqlite(Path::new(""), cause))?;
        Self::prepared(connection, Path::new("temporary dossier"))
    }

    fn prepared(mut connection: Connection, path: &Path) -> Result<Self, DossierError> {
        configure(&connection).map_err(|cause| sqlite(path, cause))?;
        schema::migrate(&mut connection, path)?;
        Ok(Self { connection, path: path.to_owned() })
    }

    /// Returns the file, or a word for it where there is none.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Sets how long a writer waits for another one before it gives up; five seconds unless set.
    ///
    /// # Errors
    ///
    /// Fails if the database refuses, which it has no reason to.
    pub fn wait_at_most(&self, patience: Duration) -> Result<(), DossierError> {
        self.connection.busy_timeout(patience).map_err(|cause| self.error(cause))
    }

    /// Does `act` in one transaction: all of it happens, or nothing.
    pub(crate) fn write<T>(
        &mut self,
        act: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, DossierError> {
        let Self { connection, path } = self;
        let attempt = || {
            // IMMEDIATE, so that two writers queue here and never find out halfway that one of them must give up.
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = act(&transaction)?;
            transaction.commit()?;
            Ok(value)
        };
        attempt().map_err(|cause| sqlite(path, cause))
    }

    /// Does `act` on one unchanging state of the dossier, whatever other processes write meanwhile.
    pub(crate) fn read<T>(&self, act: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, DossierError> {
        let attempt = || {
            let transaction = self.connection.unchecked_transaction()?;
            act(&transaction)
        };
        attempt().map_err(|cause| self.error(cause))
    }

    pub(crate) fn error(&self, cause: rusqlite::Error) -> DossierError {
        sqlite(&self.path, cause)
    }
}

/// Returns the write-ahead log that stands beside a dossier in use.
fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

fn configure(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    // A plan does not depend on the values that are bound, or the same statement is prepared again for each row.
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    // Readers and one writer do not disturb each other. A file that cannot be written keeps the mode it has.
    let mode = connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get::<_, String>(0));
    if let Err(cause) = mode
        && cause.sqlite_error_code() != Some(rusqlite::ErrorCode::ReadOnly)
    {
        return Err(cause);
    }
    // KiB. A paper is written in one transaction; in the usual 2 MiB a long one is moved to disk and back.
    connection.pragma_update(None, "cache_size", -65_536)?;
    // Pages of the indices are written to the file once for many papers, not once for a few.
    connection.pragma_update(None, "wal_autocheckpoint", 16_384)?;
    // With a write-ahead log, NORMAL survives every killed process; a power cut may undo the last paper, whole.
    connection.pragma_update(None, "synchronous", "normal")
}

fn sqlite(path: &Path, cause: rusqlite::Error) -> DossierError {
    DossierError::of_sqlite(path, cause)
}

fn of_system(path: &Path, cause: &std::io::Error) -> DossierError {
    let path = path.to_owned();
    match cause.kind() {
        ErrorKind::NotFound => DossierError::Missing { path },
        ErrorKind::AlreadyExists => DossierError::Exists { path },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => DossierError::ReadOnly { path },
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => DossierError::Full { path },
        _ => DossierError::Failed { path, cause: cause.to_string() },
    }
}
