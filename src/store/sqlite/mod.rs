//! SQLite, embedded: one file beside Prosody's other data.

mod values;
mod wal;

use std::cell::Cell;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use self::values::{cell, words};
use self::wal::LENGTH;
use super::{Arg, Engine, Mode, Row, Sql, Work, private_file};
use crate::Error;

/// How long a statement waits for another process (`prosodyctl`, a backup) while Prosody's event loop waits too.
const BUSY: Duration = Duration::from_millis(50);
/// How long it waits where nobody else does. On a slow disk, others hold the file through each of their commits.
const PATIENCE: Duration = Duration::from_secs(3);

/// Pages in the cache of a connection.
const PAGES: i64 = 256;
/// A connection to a file.
pub struct Sqlite {
    connection: Connection,
    lazy: bool,
    group: Option<Mode>,
    /// Durable work was refused in a lazy group.
    refused: bool,
    is_at_work: bool,
    path: PathBuf,
    /// A statement failed.
    has_failed: Cell<bool>,
    /// The file itself is broken. It may be repaired, which an open connection would not notice.
    is_spoiled: Cell<bool>,
}

impl Sqlite {
    /// Opens the file, or creates it so that only its owner can read it.
    ///
    /// # Errors
    /// [`Error::Failed`] with the path: no such folder, not a database, not writable.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let failed = |what: &dyn std::fmt::Display| Error::Failed(format!("{}: {what}", path.display()));
        match private_file::create(path) {
            // It exists, or another process has just created it.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            made => drop(made.map_err(|error| failed(&error))?),
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|error| failed(&words(&error)))?;
        // This comes before the first read. SQLite would create the files beside it read-only as well, and they would stay so.
        if connection.is_readonly(MAIN_DB).map_err(|error| failed(&words(&error)))? {
            return Err(failed(&"the file can be read but not written"));
        }
        Self::set_up(&connection).map_err(|error| failed(&words(&error)))?;
        // SQLite reads the file and opens its WAL with the first query.
        connection.query_row("PRAGMA schema_version", [], |_| Ok(())).map_err(|error| failed(&words(&error)))?;
        let (has_failed, is_spoiled) = (Cell::new(false), Cell::new(false));
        Ok(Self { connection, lazy: false, group: None, refused: false, is_at_work: false, path: path.to_owned(), has_failed, is_spoiled })
    }

    fn set_up(connection: &Connection) -> rusqlite::Result<()> {
        connection.busy_timeout(BUSY)?;
        connection.set_prepared_statement_cache_capacity(64);
        // Otherwise SQLite would prepare a join again for each new argument, in case another plan is better. Each of our statements has one good
        // plan.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        // A query among a million rows reads its last page from the system, whatever the cache. A few pages, which fit the processor's cache, are
        // faster than many. A transaction that changes more than that waits in memory for its commit.
        connection.pragma_update(None, "cache_size", PAGES)?;
        connection.pragma_update(None, "cache_spill", "OFF")?;
        // This is the only statement that does not wait for another process that runs it too.
        let start = Instant::now();
        while let Err(error) = connection.pragma_update(None, "journal_mode", "WAL") {
            if error.sqlite_error_code() != Some(ErrorCode::DatabaseBusy) || start.elapsed() > BUSY {
                return Err(error);
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        let page: i64 = connection.query_row("PRAGMA page_size", [], |row| row.get(0))?; // that of a file which was there stays
        connection.pragma_update(None, "wal_autocheckpoint", LENGTH / page.max(1))?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", "ON")?;
        connection.pragma_update(None, "trusted_schema", "OFF")
    }

    /// Sets how durable the next commit is. The setting can't be changed within a transaction.
    fn prepare(&mut self, mode: Mode) -> rusqlite::Result<()> {
        let lazy = mode == Mode::Lazy;
        if self.lazy != lazy {
            self.connection.pragma_update(None, "synchronous", if lazy { "NORMAL" } else { "FULL" })?;
            self.lazy = lazy;
        }
        Ok(())
    }

    fn execute(&self, statement: &'static str) -> Result<(), Error> {
        self.connection.prepare_cached(statement).and_then(|mut statement| statement.execute([])).map(drop).map_err(|error| self.fault(&error))
    }

    /// Whether a statement has failed since this was asked last. Otherwise the work itself was refused.
    pub(super) fn has_failed(&self) -> bool {
        self.has_failed.take()
    }

    /// Does the work of a transaction that has begun. After a panic, the connection is within one that nobody ends.
    fn work(&mut self, work: &mut Work<'_>) -> Result<(), Error> {
        self.is_at_work = true;
        let done = work(self);
        self.is_at_work = false;
        done
    }

    /// A part of the group, which is undone alone if it fails.
    fn part(&mut self, work: &mut Work<'_>) -> Result<(), Error> {
        self.execute("SAVEPOINT part")?;
        let done = self.work(work).and_then(|()| self.execute("RELEASE part"));
        if done.is_err() && !self.connection.is_autocommit() {
            self.execute("ROLLBACK TO part").and_then(|()| self.execute("RELEASE part"))?;
        }
        done
    }

    /// Ends the transaction: a commit, or what is left of it after a failure.
    fn end(&mut self, done: Result<(), Error>) -> Result<(), Error> {
        let start = Instant::now();
        let done = done.and_then(|()| self.execute("COMMIT"));
        if !self.lazy {
            wal::took(start.elapsed());
        }
        if done.is_err() && !self.connection.is_autocommit() && self.execute("ROLLBACK").is_err() {
            self.is_spoiled.set(true);
        }
        done
    }

    /// IMMEDIATE takes the write lock first. A transaction that reads first and then writes can fail half-way, because the file is busy.
    fn begin(&mut self, mode: Mode) -> Result<(), Error> {
        self.prepare(mode).map_err(|error| self.fault(&error))?;
        self.execute("BEGIN IMMEDIATE")
    }

    /// The error to return. It may be a reason to open the file anew.
    fn fault(&self, error: &rusqlite::Error) -> Error {
        use ErrorCode::{CannotOpen, DatabaseCorrupt, DiskFull, NotADatabase, ReadOnly, SystemIoFailure};
        self.has_failed.set(true);
        if matches!(error.sqlite_error_code(), Some(CannotOpen | DatabaseCorrupt | DiskFull | NotADatabase | ReadOnly | SystemIoFailure)) {
            self.is_spoiled.set(true);
        }
        Error::Failed(format!("SQLite: {}", words(error)))
    }
}

impl Engine for Sqlite {
    fn transaction(&mut self, mode: Mode, work: &mut Work<'_>) -> Result<(), Error> {
        if mode == Mode::Read {
            return work(self);
        }
        match (self.group, mode) {
            (None, _) => {
                self.begin(mode)?;
                let done = self.work(work);
                self.end(done)
            }
            (Some(Mode::Lazy), Mode::Durable) => {
                self.refused = true;
                Err(Error::Failed("this has to be durable".into()))
            }
            // SQLite rolls the whole group back if the disk is full, for example.
            (Some(_), _) if self.is_at_work || self.connection.is_autocommit() => Err(Error::Failed("SQLite: the group was rolled back".into())),
            (Some(_), _) => self.part(work),
        }
    }

    fn begin_group(&mut self, mode: Mode) -> Result<(), Error> {
        self.begin(mode)?;
        self.group = Some(mode);
        Ok(())
    }

    fn end_group(&mut self) -> Result<(), Error> {
        self.group = None;
        if self.is_at_work || self.connection.is_autocommit() {
            return Err(Error::Failed("SQLite: the group was rolled back".into()));
        }
        self.end(Ok(()))
    }

    fn be_patient(&mut self, is_patient: bool) {
        let _ = self.connection.busy_timeout(if is_patient { PATIENCE } else { BUSY }); // SQLite knows no failure here
    }

    fn refused(&mut self) -> Option<Mode> {
        std::mem::take(&mut self.refused).then_some(Mode::Durable)
    }

    fn backup(&mut self, copy: &mut dyn Write) -> Result<(), Error> {
        // SQLite opens a copy by its path. Beside the database nobody can replace it; in the folder that an admin names, somebody could.
        let mut path = self.path.clone().into_os_string();
        path.push(format!("-copy-{}", std::process::id()));
        let path = PathBuf::from(path);
        let failed = |what: &dyn std::fmt::Display| Error::Failed(format!("{}: {what}", path.display()));
        let text = path.to_str().ok_or_else(|| failed(&"not a path in UTF-8"))?;
        let _ = std::fs::remove_file(&path); // of a process that was killed meanwhile and had the same number
        // SQLite fills an empty file, so others can never read the copy.
        let mut file = private_file::create(&path).map_err(|error| failed(&error))?;
        let done = self.connection.execute("VACUUM INTO ?1", [text]).map_err(|error| failed(&words(&error)));
        let _ = std::fs::remove_file(&path);
        done?;
        std::io::copy(&mut file, copy).map(drop).map_err(|error| Error::Failed(format!("the copy could not be written: {error}")))
    }

    fn name(&self) -> &'static str {
        "sqlite"
    }

    /// A commit that makes the WAL longer has the file system write more than the WAL: it takes up to twice as long.
    fn reserve(&mut self) -> Result<bool, Error> {
        if !self.is_short() {
            return Ok(false);
        }
        self.lengthen().map_err(|error| {
            self.is_spoiled.set(true);
            self.fault(&error)
        })
    }

    fn lock_of(&self, process: &[u8]) -> Option<PathBuf> {
        let name: String = process.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(digit.into(), 16)).collect();
        let mut path = self.path.as_os_str().to_owned();
        path.push("-server-");
        path.push(name);
        Some(path.into())
    }

    /// In the header of the file: bytes 60 to 63, most significant first. Debian's package reads them there before it installs an older version.
    fn note_version(&mut self, version: i64) {
        let noted = self.connection.query_row("PRAGMA user_version", [], |row| row.get(0));
        if noted != Ok(version) && self.connection.pragma_update(None, "user_version", version).is_ok() {
            // From the WAL into the file itself.
            let _ = self.connection.query_row("PRAGMA wal_checkpoint", [], |_| Ok(()));
        }
    }

    fn is_outdated(&self) -> bool {
        // A group stays on its connection, or a part of it would be committed on another one.
        self.group.is_none() && (self.is_at_work || self.is_spoiled.get())
    }
}

impl Sql for Sqlite {
    fn run(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, Error> {
        let fault = |error: rusqlite::Error| self.fault(&error);
        let mut prepared = self.connection.prepare_cached(statement).map_err(fault)?;
        let columns = prepared.column_count();
        let mut rows = prepared.query(rusqlite::params_from_iter(args)).map_err(fault)?;
        let mut answer = Vec::new();
        while let Some(row) = rows.next().map_err(fault)? {
            let mut cells = Vec::with_capacity(columns);
            for column in 0..columns {
                cells.push(cell(row.get_ref(column).map_err(fault)?));
            }
            answer.push(Row::new(cells));
        }
        Ok(answer)
    }

    fn is_exclusive(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::super::{Tx, names, schema};
    use super::*;
    use crate::Username;

    #[test]
    fn a_join_is_compiled_once() {
        let path = std::env::temp_dir().join(format!("invites-{}.sqlite", std::process::id()));
        let mut sqlite = Sqlite::open(&path).unwrap();
        schema::migrate(&mut sqlite).unwrap();
        for name in ["juliet", "romeo", "tybalt"] {
            assert!(names::holder(&mut Tx::new(&mut sqlite, "capulet.example"), &Username::prepared(name).unwrap()).unwrap().is_none());
        }
        let compiled = sqlite.connection.prepare_cached(names::HOLDER).unwrap().get_status(StatementStatus::RePrepare);
        drop(sqlite);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(compiled, 0);
    }
}
