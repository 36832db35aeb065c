//! The write-ahead log (WAL): its length, and when it goes into the file.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;

use super::{PAGES, Sqlite};

/// WAL size in bytes that triggers a checkpoint; the committing caller waits for it.
pub(super) const LENGTH: i64 = 3 * 1024 * 1024;
/// Bytes that must be free on the disk for a WAL of its full length from the start.
const ROOM: u64 = 48 * 1024 * 1024;

/// A durable commit that takes longer says that the disk is slow.
const SLOW: Duration = Duration::from_secs(1);

/// Whether the last durable commit of this process was slow.
static IS_SLOW: AtomicBool = AtomicBool::new(false);

/// A durable commit took so long.
pub(super) fn took(time: Duration) {
    IS_SLOW.store(time > SLOW, Ordering::Relaxed);
}

impl Drop for Sqlite {
    /// The last connection to close moves the WAL into the file, with two syncs. On a slow disk, that is left to the next start: a server that stops
    /// may be killed if it takes too long.
    fn drop(&mut self) {
        let _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, IS_SLOW.load(Ordering::Relaxed));
    }
}

impl Sqlite {
    /// Whether the WAL is shorter than it gets, and the disk has plenty of room for it.
    pub(super) fn is_short(&self) -> bool {
        let mut wal = self.path.as_os_str().to_owned();
        wal.push("-wal");
        let length = std::fs::metadata(wal).map_or(0, |wal| wal.len());
        i64::try_from(length).is_ok_and(|length| length < LENGTH)
            && rustix::fs::statvfs(&self.path).is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) >= ROOM)
    }

    /// Writes a transaction of the length of the WAL, and rolls it back. SQLite writes later commits over it. Returns whether that was possible.
    pub(super) fn lengthen(&self) -> rusqlite::Result<bool> {
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
            .and_then(|()| self.connection.execute("INSERT INTO filler (data) VALUES (zeroblob(?1))", [LENGTH + PAGES * page]));
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
}
