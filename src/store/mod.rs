//! The store: one set of statements for two engines, SQLite and PostgreSQL.
//!
//! Statements are SQL that both engines take, with `?1` placeholders. (`RETURNING`, `ON CONFLICT` and `FOR NO KEY UPDATE` rule other engines out.) An
//! engine runs them and knows nothing of invites; the ledger knows nothing of engines.

#![expect(clippy::disallowed_methods, reason = "here is the file, the socket, the deadline, and the process that a connection belongs to")]

mod address;
mod admin_socket;
mod budget;
mod engine;
mod entries;
mod folder;
mod location;
#[cfg(feature = "postgres")]
mod postgres;
mod private_file;
mod process;
mod reader;
mod row;
mod sqlite;
mod studio;
pub mod suite;
mod tables;
mod tx;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::Error;
use crate::ids::ProcessId;

pub use address::{Address, SqlOption};
pub use admin_socket::ask as ask_admin_socket;
pub use budget::Budget;
pub use engine::{Arg, Engine, Mode, Replication, Sql, Work, transact};
pub use entries::Entries;
pub use folder::{paths, texts};
pub use location::Location;
#[cfg(feature = "postgres")]
pub use postgres::Postgres;
pub use private_file::{PrivateFile, open_to_read};
pub use process::Process;
use reader::Reader;
pub use row::{Cell, Row};
pub use sqlite::Sqlite;
pub use studio::{FONT_FOLDERS, FontFiles, Picture, Studio};
use tables::schema;
pub use tables::schema::VERSION;
pub(crate) use tables::{accounts, api, claims, decode, follow_ups, imports, invites, names, outbox, quotas, receivers, redemptions, tree};
pub(crate) use tx::Tx;

/// If opening took longer than this and failed, it is not tried again for [`REST`].
const SLOW: Duration = Duration::from_millis(500);
/// How long a database that did not answer is left alone. Otherwise it would cost every stream its second.
const REST: Duration = Duration::from_secs(5);
/// How often the migration is tried.
const MIGRATIONS: u32 = 5;

/// How often this process has opened a database to write in it. The file may be another one since, so readers open it anew.
static OPENINGS: AtomicU64 = AtomicU64::new(0);

/// A connection that is opened when it is first needed. Processes never share one.
///
/// Prosody 0.12 with `-D` forks after it has loaded its modules. A connection of the parent is left alone (closing it would close the parent's too),
/// and the child opens its own.
pub struct Store {
    location: Location,
    /// Whether this is a [`Reader`].
    only_reads: bool,
    /// Whether it waits for other processes.
    is_patient: bool,
    opened: Option<Opened>,
    resting_until: Option<Instant>,
}

struct Opened {
    process: u32,
    /// [`OPENINGS`] at that time.
    openings: u64,
    engine: Box<dyn Engine>,
    is_migrated: bool,
}

impl Store {
    /// A store at this location. Nothing is opened yet.
    #[must_use]
    pub fn new(location: Location) -> Self {
        Self { location, only_reads: false, is_patient: false, opened: None, resting_until: None }
    }

    /// The part of a database that an event loop may use itself, because it never waits. Other work is refused; [`Store::refused`] tells that.
    #[must_use]
    pub fn reading(location: Location) -> Self {
        Self { only_reads: true, ..Self::new(location) }
    }

    /// A store on an open engine. Its schema is migrated at the first use.
    #[must_use]
    pub fn with(location: Location, engine: Box<dyn Engine>) -> Self {
        let opened = Opened { process: std::process::id(), openings: 0, engine, is_migrated: false };
        Self { location, only_reads: false, is_patient: false, opened: Some(opened), resting_until: None }
    }

    /// The open database, with its schema migrated.
    ///
    /// # Errors
    /// [`Error::Failed`] if it can't be opened. The next call tries again, but not for a while after one that had to wait.
    pub fn engine(&mut self) -> Result<&mut dyn Engine, Error> {
        let process = std::process::id();
        if let Some(inherited) = self.opened.take_if(|opened| opened.process != process) {
            std::mem::forget(inherited);
        }
        let openings = OPENINGS.load(Ordering::Relaxed);
        let is_good = |opened: &Opened| !opened.engine.is_outdated() && (!self.only_reads || opened.openings == openings);
        let opened = match self.opened.take().filter(is_good) {
            Some(opened) if opened.is_migrated => opened,
            opened => self.ready(opened)?,
        };
        Ok(self.opened.insert(opened).engine.as_mut())
    }

    /// See [`Engine::begin_group`].
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub(crate) fn begin_group(&mut self, mode: Mode) -> Result<(), Error> {
        self.engine()?.begin_group(mode)
    }

    /// See [`Engine::end_group`].
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub(crate) fn end_group(&mut self) -> Result<(), Error> {
        self.opened.as_mut().map_or(Ok(()), |opened| opened.engine.end_group())
    }

    /// See [`Engine::be_patient`].
    pub(crate) fn be_patient(&mut self, is_patient: bool) {
        self.is_patient = is_patient;
        if let Some(opened) = &mut self.opened {
            opened.engine.be_patient(is_patient);
        }
    }

    /// See [`Engine::refused`].
    pub fn refused(&mut self) -> Option<Mode> {
        self.opened.as_mut().and_then(|opened| opened.engine.refused())
    }

    /// From now on, this process proves that it lives, where others could take its claims for those of a dead process.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub(crate) fn prove(&mut self, process: &Process) -> Result<(), Error> {
        self.lock_of(process)?.map_or(Ok(()), |lock| process.hold_lock(&lock))
    }

    /// The path of the lock with which this process proves that it lives; `None` if the dead can't be told from the living.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub(crate) fn lock_of(&mut self, process: &Process) -> Result<Option<PathBuf>, Error> {
        Ok(self.engine()?.lock_of(&process.id().0))
    }

    /// Whether the process of a claim is known to be dead.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub(crate) fn is_gone(&mut self, process: ProcessId) -> Result<bool, Error> {
        Ok(self.engine()?.lock_of(&process.0).is_some_and(|path| self::process::is_free(&path)))
    }

    /// The number of servers on the database, as far as that is known.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub(crate) fn servers(&mut self) -> Result<usize, Error> {
        Ok(self.engine()?.lock_of(&[]).map_or(0, |start| process::count_held(&start)))
    }

    /// Closes the connection; the next use opens it again.
    pub fn close(&mut self) {
        self.opened = None;
    }

    /// Opens the database if needed, and migrates its schema.
    fn ready(&mut self, opened: Option<Opened>) -> Result<Opened, Error> {
        let start = Instant::now();
        if self.resting_until.is_some_and(|until| start < until) {
            return Err(Error::Failed("the database is not tried again so soon after it did not answer".into()));
        }
        let ready = self.open(opened);
        self.resting_until = (ready.is_err() && start.elapsed() > SLOW).then(|| Instant::now() + REST);
        ready
    }

    fn open(&self, opened: Option<Opened>) -> Result<Opened, Error> {
        let mut engine: Box<dyn Engine> = match (opened, &self.location) {
            (Some(Opened { engine, .. }), _) => engine,
            (None, location) if self.only_reads => {
                let engine = Box::new(Reader::of(location));
                return Ok(Opened { process: std::process::id(), openings: OPENINGS.load(Ordering::Relaxed), engine, is_migrated: true });
            }
            (None, Location::File(path)) => Box::new(Sqlite::open(path)?),
            #[cfg(feature = "postgres")]
            (None, Location::Postgres(url)) => Box::new(Postgres::open(url)?),
        };
        engine.be_patient(self.is_patient);
        // It tries again, because two processes that create the tables at the same moment can get into each other's way.
        (1..MIGRATIONS).find_map(|_| schema::migrate(engine.as_mut()).ok()).map_or_else(|| schema::migrate(engine.as_mut()), Ok)?;
        let openings = OPENINGS.fetch_add(1, Ordering::Relaxed);
        Ok(Opened { process: std::process::id(), openings, engine, is_migrated: true })
    }
}
