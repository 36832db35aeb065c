//! Where the ledger is written down: one set of statements, two engines.
//!
//! Statements are SQL that SQLite and PostgreSQL both take, with `?1` placeholders. An engine runs them and knows nothing of invites; the ledger
//! knows nothing of engines. What differs between the two is in their own files.

#![expect(clippy::disallowed_methods, reason = "here is the file, the socket, the deadline, and the process that a connection belongs to")]

mod address;
mod budget;
#[cfg(feature = "postgres")]
mod postgres;
mod private_file;
mod process;
mod row;
mod sqlite;
mod tables;
mod tx;

use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::Error;
use crate::ids::ProcessId;

pub use address::Address;
pub use budget::Budget;
#[cfg(feature = "postgres")]
pub use postgres::Postgres;
pub use private_file::PrivateFile;
pub use process::Process;
pub use row::{Cell, Row};
pub use sqlite::Sqlite;
use tables::schema;
pub use tables::schema::VERSION;
pub(crate) use tables::{accounts, decode, imports, invites, names, quotas, redemptions, tree};
pub(crate) use tx::Tx;

/// A parameter of a statement.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// NULL
    Null,
    /// BIGINT
    Int(i64),
    /// TEXT, without NUL
    Text(&'a str),
    /// BYTEA
    Blob(&'a [u8]),
}

impl<'a> Arg<'a> {
    /// A number, or NULL.
    #[must_use]
    pub fn int(value: Option<i64>) -> Self {
        value.map_or(Self::Null, Self::Int)
    }

    /// A text, or NULL.
    #[must_use]
    pub fn text(value: Option<&'a str>) -> Self {
        value.map_or(Self::Null, Self::Text)
    }
}

/// Somewhere to run statements.
pub trait Sql {
    /// Runs one statement to its end. What changes rows says `RETURNING`, so that the number of rows tells what was changed.
    ///
    /// # Errors
    /// [`Error::Failed`], with the database's own words.
    fn run(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, Error>;

    /// Whether a transaction that may change something has the whole database to itself from its start. If not, it locks the rows that it looks at.
    fn is_exclusive(&self) -> bool;
}

/// How a piece of work is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Reads alone; each statement sees what is committed at its start.
    Read,
    /// One transaction, on the disk when it returns.
    Durable,
    /// One transaction that a power cut (not the death of the process) may undo as a whole.
    Lazy,
}

/// A piece of work: it may be run again from its start where the engine had to give way to another process.
pub type Work<'w> = dyn FnMut(&mut dyn Sql) -> Result<(), Error> + 'w;

/// A database.
pub trait Engine {
    /// Runs the work; where it refuses, nothing of it is left.
    ///
    /// # Errors
    /// What the work refused, or [`Error::Failed`].
    fn transaction(&mut self, mode: Mode, work: &mut Work<'_>) -> Result<(), Error>;

    /// Writes a copy of the whole database.
    ///
    /// # Errors
    /// [`Error::Failed`], also where the database has tools of its own for that.
    fn backup(&mut self, _copy: &mut dyn Write) -> Result<(), Error> {
        Err(Error::Failed(format!("{} has tools of its own for backups", self.name())))
    }

    /// Its name: `sqlite` or `postgresql`.
    fn name(&self) -> &'static str;

    /// Where a process of this name proves that it lives, by a lock; none where nobody can tell the dead from the living. With an empty name, what all these
    /// paths begin with.
    fn lock_of(&self, _process: &[u8]) -> Option<PathBuf> {
        None
    }

    /// Whether it has to be opened anew, to see whether it works again.
    fn is_outdated(&self) -> bool {
        false
    }
}

/// Runs work that has an answer.
///
/// # Errors
/// See [`Engine::transaction`].
pub fn transact<T>(engine: &mut dyn Engine, mode: Mode, mut work: impl FnMut(&mut dyn Sql) -> Result<T, Error>) -> Result<T, Error> {
    let mut answer = None;
    engine.transaction(mode, &mut |sql| {
        answer = Some(work(sql)?);
        Ok(())
    })?;
    answer.ok_or_else(|| Error::Failed("the transaction did not run".into()))
}

/// Which database, as the option `invites_database` names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// A file of SQLite's.
    File(PathBuf),
    /// `postgresql://user@host/database`
    #[cfg(feature = "postgres")]
    Postgres(String),
}

impl Location {
    /// The location in an option's text.
    ///
    /// # Errors
    /// [`Error::Failed`] for a text that is neither an absolute path nor a URL of PostgreSQL's.
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

/// Opening that took longer than this and failed is not tried again for [`REST`].
const SLOW: Duration = Duration::from_millis(500);
/// For how long nobody tries again after a database that did not answer: it would cost every stream its second.
const REST: Duration = Duration::from_secs(5);
/// How often bringing the schema up to date is tried.
const MIGRATIONS: u32 = 5;

/// A connection that is made when it is first needed, and never shared between processes.
///
/// Prosody 0.12 started with `-D` forks after it has loaded its modules: a connection that the parent made is the parent's. It is left alone
/// (closing it would close the parent's too), and the child makes its own.
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
    /// A store at this place; nothing is opened.
    #[must_use]
    pub fn new(location: Location) -> Self {
        Self { location, opened: None, resting_until: None }
    }

    /// A store on an engine that is open already; its schema is brought up to date at the first use.
    #[must_use]
    pub fn with(location: Location, engine: Box<dyn Engine>) -> Self {
        let opened = Opened { process: std::process::id(), engine, is_migrated: false };
        Self { location, opened: Some(opened), resting_until: None }
    }

    /// The open database, with its schema up to date.
    ///
    /// # Errors
    /// [`Error::Failed`] where it can't be opened; the next call tries again, but for a while after one that had to wait.
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

    /// Proves from now on that this process lives, where its claims could be taken for a dead one's.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub(crate) fn prove(&mut self, process: &Process) -> Result<(), Error> {
        self.lock_of(process)?.map_or(Ok(()), |lock| process.hold_lock(&lock))
    }

    /// Where this process proves that it lives; none where nobody can tell the dead from the living.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub(crate) fn lock_of(&mut self, process: &Process) -> Result<Option<PathBuf>, Error> {
        Ok(self.engine()?.lock_of(&process.id().0))
    }

    /// Whether the process that took a claim is known to be gone.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub(crate) fn is_gone(&mut self, process: ProcessId) -> Result<bool, Error> {
        Ok(self.engine()?.lock_of(&process.0).is_some_and(|path| self::process::is_free(&path)))
    }

    /// How many servers use the database at this moment, as far as anybody can say.
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

    /// Opens the database if it is not, and brings its schema up to date.
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
        // Again, because two processes that make the tables at the same moment can get into each other's way.
        (1..MIGRATIONS).find_map(|_| schema::migrate(engine.as_mut()).ok()).map_or_else(|| schema::migrate(engine.as_mut()), Ok)?;
        Ok(Opened { process: std::process::id(), engine, is_migrated: true })
    }
}
