//! SQLite, embedded: one file beside Prosody's other data.

use std::cell::Cell;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags, ToSql};

use super::{Arg, Engine, Mode, Row, Sql, Work, private_file};
use crate::Error;

/// How long a statement waits for another process (`prosodyctl`, a backup). It is short, because Prosody's event loop waits too.
const BUSY: Duration = Duration::from_millis(50);

/// Bytes in the longest value that is read, much more than we ever write.
const LONGEST: usize = 1024 * 1024;
/// Pages in the cache of a connection.
const PAGES: i64 = 256;
/// WAL size in bytes that triggers a checkpoint; the committing caller waits for it.
const WAL: i64 = 3 * 1024 * 1024;
/// Bytes that must be free on the disk for a WAL of its full length from the start.
const ROOM: u64 = 48 * 1024 * 1024;

/// A connection to a file.
pub struct Sqlite {
    connection: Connection,
    lazy: bool,
    path: PathBuf,
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
        Ok(Self { connection, lazy: false, path: path.to_owned(), is_spoiled: Cell::new(false) })
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
        connection.pragma_update(None, "wal_autocheckpoint", WAL / page.max(1))?;
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

    /// Whether the WAL is shorter than it gets, and the disk has plenty of room for it.
    fn is_short(&self) -> bool {
        let mut wal = self.path.as_os_str().to_owned();
        wal.push("-wal");
        let length = std::fs::metadata(wal).map_or(0, |wal| wal.len());
        i64::try_from(length).is_ok_and(|length| length < WAL)
            && rustix::fs::statvfs(&self.path).is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) >= ROOM)
    }

    /// Writes a transaction of the length of the WAL, and rolls it back. SQLite writes later commits over it. Returns whether that was possible.
    fn lengthen(&self) -> rusqlite::Result<bool> {
        let empty = || self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
        let is_busy = empty()?;
        if is_busy {
            return Ok(false);
        }
        let page: i64 = self.connection.query_row("PRAGMA page_size", [], |row| row.get(0))?;
        self.connection.pragma_update(None, "cache_spill", "ON")?;
        // As many pages as the cache keeps are not written.
        let filled = self
            .connection
            .execute_batch("BEGIN IMMEDIATE; CREATE TABLE filler (data BLOB NOT NULL)")
            .and_then(|()| self.connection.execute("INSERT INTO filler (data) VALUES (zeroblob(?1))", [WAL + PAGES * page]));
        // SQLite may have rolled it back.
        if !self.connection.is_autocommit() {
            self.connection.execute_batch("ROLLBACK")?;
        }
        self.connection.pragma_update(None, "cache_spill", "OFF")?;
        // A user's quota may leave less room than the disk has.
        if filled.is_err() {
            empty()?;
        }
        Ok(filled.is_ok())
    }

    /// The error to return. It may be a reason to open the file anew.
    fn fault(&self, error: &rusqlite::Error) -> Error {
        use ErrorCode::{CannotOpen, DatabaseCorrupt, DiskFull, NotADatabase, ReadOnly, SystemIoFailure};
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
        self.prepare(mode).map_err(|error| self.fault(&error))?;
        // IMMEDIATE takes the write lock first. A transaction that reads first and then writes can fail half-way with SQLITE_BUSY.
        self.execute("BEGIN IMMEDIATE")?;
        let done = work(self).and_then(|()| self.execute("COMMIT"));
        if done.is_err() && !self.connection.is_autocommit() && self.execute("ROLLBACK").is_err() {
            self.is_spoiled.set(true);
        }
        done
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
        self.is_spoiled.get()
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

impl ToSql for Arg<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match *self {
            Arg::Null => ToSqlOutput::Owned(Value::Null),
            Arg::Int(value) => ToSqlOutput::Owned(Value::Integer(value)),
            Arg::Text(value) => ToSqlOutput::Borrowed(ValueRef::Text(value.as_bytes())),
            Arg::Blob(value) => ToSqlOutput::Borrowed(ValueRef::Blob(value)),
        })
    }
}

fn cell(value: ValueRef<'_>) -> super::Cell {
    match value {
        ValueRef::Null => super::Cell::Null,
        ValueRef::Integer(value) => super::Cell::Int(value),
        ValueRef::Text(value) | ValueRef::Blob(value) if value.len() > LONGEST => super::Cell::Odd("more than 1 MiB"),
        ValueRef::Text(value) => String::from_utf8(value.to_vec()).map_or(super::Cell::Odd("a text that is not UTF-8"), super::Cell::Text),
        ValueRef::Blob(value) => super::Cell::Blob(value.to_vec()),
        ValueRef::Real(_) => super::Cell::Odd("a fraction"),
    }
}

/// The text of an error, and what an admin can do about it.
fn words(error: &rusqlite::Error) -> String {
    let hint = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => " (another process holds it)",
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => " (restore it from a backup, or move it away to start with an empty one)",
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen) => " (the server needs to write to the file and to its folder)",
        _ => "",
    };
    format!("{error}{hint}")
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
