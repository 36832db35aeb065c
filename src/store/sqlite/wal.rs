//! The length of the write-ahead log (WAL).

use super::{PAGES, Sqlite};

/// WAL size in bytes that triggers a checkpoint; the committing caller waits for it.
pub(super) const LENGTH: i64 = 3 * 1024 * 1024;
/// Bytes that must be free on the disk for a WAL of its full length from the start.
const ROOM: u64 = 48 * 1024 * 1024;

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
