//! A server process, and how it proves that it lives.
//!
//! Each process that uses an SQLite file holds a lock on a file of its own beside it. The kernel drops the lock with the process. It is never the
//! database file itself: opening and closing that would drop SQLite's locks.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rustix::fs::{FlockOperation, flock};

use crate::clock::{Clock, Trust};
use crate::ids::ProcessId;
use crate::{Error, UnixTime};

/// How often a lock is tried for again, and after how many milliseconds. Other processes hold it for the moment in which they see that it is free.
const TRIES: u32 = 50;

/// This process. Clones are the same process.
#[derive(Clone, Debug)]
pub struct Process {
    id: ProcessId,
    locks: Arc<Mutex<HashMap<PathBuf, File>>>,
    clock: Arc<Mutex<Clock>>,
}

impl Process {
    /// A process with this id, which no other may have.
    #[must_use]
    pub fn new(id: [u8; 16]) -> Self {
        Self { id: ProcessId(id), locks: Arc::default(), clock: Arc::default() }
    }

    /// The id in its claims.
    pub(crate) fn id(&self) -> ProcessId {
        self.id
    }

    /// Watches the clock, and returns how far it is trusted; see [`Clock::watch`].
    pub(crate) fn watch(&self, now: UnixTime, monotonic: i64) -> Trust {
        self.clock.lock().unwrap_or_else(PoisonError::into_inner).watch(now, monotonic)
    }

    /// Holds the lock at this path from now on. The file is created anew if somebody removed it.
    ///
    /// # Errors
    /// [`Error::Failed`] if there can be no lock. Other processes could take this one for dead then.
    pub(crate) fn hold_lock(&self, path: &Path) -> Result<(), Error> {
        let mut locks = self.locks.lock().unwrap_or_else(PoisonError::into_inner);
        if locks.get(path).is_some_and(|file| is_at(file, path)) {
            return Ok(());
        }
        let failed = |error: std::io::Error| Error::Failed(format!("{}: the lock that shows that this server runs: {error}", path.display()));
        for _ in 0..TRIES {
            let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path).map_err(failed)?;
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                // A process that removes leftovers may have been faster.
                Ok(()) if is_at(&file, path) => {
                    locks.insert(path.to_owned(), file);
                    return Ok(());
                }
                Ok(()) => {}
                Err(rustix::io::Errno::WOULDBLOCK) => std::thread::sleep(Duration::from_millis(1)),
                Err(error) => return Err(failed(error.into())),
            }
        }
        Err(failed(ErrorKind::WouldBlock.into()))
    }
}

/// Whether no process holds the lock at this path. If that is unknown, the lock counts as held.
pub(super) fn is_free(path: &Path) -> bool {
    match OpenOptions::new().read(true).open(path) {
        Ok(file) => is_lockable(&file),
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

/// The number of held locks whose path begins so. Files of dead processes are removed.
pub(super) fn count_held(start: &Path) -> usize {
    let (Some(directory), Some(start)) = (start.parent(), start.file_name()) else { return 0 };
    let mut held = 0;
    for entry in directory.read_dir().into_iter().flatten().flatten() {
        if !entry.file_name().as_encoded_bytes().starts_with(start.as_encoded_bytes()) {
            continue;
        }
        match OpenOptions::new().read(true).open(entry.path()) {
            // It is locked meanwhile, so no process can take the lock on a file that is about to be removed.
            Ok(file) if is_lockable(&file) => drop(std::fs::remove_file(entry.path())),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            _ => held += 1,
        }
    }
    held
}

fn is_lockable(file: &File) -> bool {
    flock(file, FlockOperation::NonBlockingLockShared).is_ok()
}

fn is_at(file: &File, path: &Path) -> bool {
    let identity = |found: std::fs::Metadata| (found.dev(), found.ino());
    file.metadata().ok().map(identity).is_some_and(|file| path.metadata().ok().map(identity) == Some(file))
}
