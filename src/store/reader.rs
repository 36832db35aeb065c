//! The part of a database that an event loop may use itself.

use std::io::Write;
use std::path::PathBuf;

use super::{Engine, Location, Mode, Sqlite, Work};
use crate::Error;
use crate::store::tables::schema;

/// Reads of an SQLite file take some microseconds and never wait for a writer. All else is refused, because it may wait: what writes, and whatever
/// asks PostgreSQL.
pub(super) struct Reader {
    /// `None` if the file is not there yet, is older than this library, or can't be opened. Whoever may write sees to that.
    sqlite: Option<Sqlite>,
    is_file: bool,
    refused: Option<Mode>,
}

impl Reader {
    pub(super) fn of(location: &Location) -> Self {
        let Location::File(path) = location else {
            return Self { sqlite: None, is_file: false, refused: None };
        };
        let opened = path.exists().then(|| Sqlite::open(path).ok()).flatten();
        let sqlite = opened.and_then(|mut sqlite| schema::is_current(&mut sqlite).then_some(sqlite));
        Self { sqlite, is_file: true, refused: None }
    }

    fn refuse<T>(&mut self, mode: Mode) -> Result<T, Error> {
        self.refused.get_or_insert(mode);
        Err(Error::Failed("this may wait, so it is not done here".into()))
    }
}

impl Engine for Reader {
    fn transaction(&mut self, mode: Mode, work: &mut Work<'_>) -> Result<(), Error> {
        let Some(sqlite) = self.sqlite.as_mut().filter(|_| mode == Mode::Read) else {
            return self.refuse(mode);
        };
        let done = sqlite.transaction(mode, work);
        if done.is_err() && sqlite.has_failed() {
            // Another connection may get further: it waits for others, and is opened anew.
            self.refused = Some(mode);
        }
        done
    }

    fn backup(&mut self, _copy: &mut dyn Write) -> Result<(), Error> {
        self.refuse(Mode::Read)
    }

    fn name(&self) -> &'static str {
        "sqlite"
    }

    fn reserve(&mut self) -> Result<bool, Error> {
        self.refuse(Mode::Read) // not in a group
    }

    fn lock_of(&self, process: &[u8]) -> Option<PathBuf> {
        self.sqlite.as_ref().and_then(|sqlite| sqlite.lock_of(process))
    }

    fn refused(&mut self) -> Option<Mode> {
        self.refused.take()
    }

    fn is_outdated(&self) -> bool {
        self.is_file && self.sqlite.as_ref().is_none_or(Engine::is_outdated)
    }
}
