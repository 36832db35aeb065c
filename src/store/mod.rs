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
#[cfg(feature = "postgres")]
mod postgres;
mod private_file;
mod process;
mod row;
mod sqlite;
mod studio;
pub mod suite;
mod tables;
mod tx;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::Error;
use crate::ids::ProcessId;

pub use address::{Address, SqlOption};
pub use admin_socket::ask as ask_admin_socket;
pub use budget::Budget;
pub use engine::{Arg, Engine, Mode, Replication, Sql, Work, transact};
pub use entries::Entries;
pub use folder::{paths, texts};
#[cfg(feature = "postgres")]
pub use postgres::Postgres;
pub use private_file::{PrivateFile, open_to_read};
pub use process::Process;
pub use row::{Cell, Row};
pub use sqlite::Sqlite;
pub use studio::{FONT_FOLDERS, FontFiles, Picture, Studio};
use tables::schema;
pub use tables::schema::VERSION;
pub(crate) use tables::{accounts, claims, decode, imports, invites, names, quotas, redemptions, tree};
pub(crate) use tx::Tx;

/// The database that the option `invites_database` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// An SQLite file.
    File(PathBuf),
    /// `postgresql://user@host/database`
    #[cfg(feature = "postgres")]
    Postgres(String),
}

impl Location {
    /// Parses the option.
    ///
    /// # Errors
    /// [`Error::Failed`] for a text that is neither an absolute path nor a PostgreSQL URL.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if text.starts_with('/') && !text.contains('\0') {
            return Ok(Self::File(text.into()));
        }
        if text.starts_with("postgresql://") || text.starts_with("postgres://") {
            #[cfg(feature = "postgres")]
            return Ok(Self::Postgres(text.to_owned()));
            #[cfg(not(feature = "postgres"))]
            return Err(Error::Failed("invites_database: this library was built without PostgreSQL".into()));
        }
        Err(Error::Failed("invites_database must be an absolute path or begin with postgresql://".into()))
    }
}

/// If opening took longer than this and failed, it is not tried again for [`REST`].
const SLOW: Duration = Duration::from_millis(500);
/// How long a database that did not answer is left alone. Otherwise it would cost every stream its second.
const REST: Duration = Duration::from_secs(5);
/// How often the migration is tried.
const MIGRATIONS: u32 = 5;

/// A connection that is opened when it is first needed. Processes never share one.
///
/// Prosody 0.12 with `-D` forks after it has loaded its modules. A connection of the parent is left alone (closing it would close the parent's too),
/// and the child opens its own.
pub struct Store {
    location: Location,
    opened: Option<Opened>,
    resting_until: Option<Instant>,
}

struct Opened {
    process: u32,
    engine: Box<dyn Engine>,
    is_migrated: bool,
}

impl Store {
    /// A store at this location. Nothing is opened yet.
    #[must_use]
    pub fn new(location: Location) -> Self {
        Self { location, opened: None, resting_until: None }
    }

    /// A store on an open engine. Its schema is migrated at the first use.
    #[must_use]
    pub fn with(location: Location, engine: Box<dyn Engine>) -> Self {
        let opened = Opened { process: std::process::id(), engine, is_migrated: false };
        Self { location, opened: Some(opened), resting_until: None }
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
        let opened = match self.opened.take().filter(|opened| !opened.engine.is_outdated()) {
            Some(opened) if opened.is_migrated => opened,
            opened => self.ready(opened)?,
        };
        Ok(self.opened.insert(opened).engine.as_mut())
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
            (None, Location::File(path)) => Box::new(Sqlite::open(path)?),
            #[cfg(feature = "postgres")]
            (None, Location::Postgres(url)) => Box::new(Postgres::open(url)?),
        };
        // It tries again, because two processes that create the tables at the same moment can get into each other's way.
        (1..MIGRATIONS).find_map(|_| schema::migrate(engine.as_mut()).ok()).map_or_else(|| schema::migrate(engine.as_mut()), Ok)?;
        Ok(Opened { process: std::process::id(), engine, is_migrated: true })
    }
}
