//! A database, as the store uses it: statements, transactions and groups of them.

use std::io::Write;
use std::path::PathBuf;

use super::Row;
use crate::Error;

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

/// Something that runs statements.
pub trait Sql {
    /// Runs one statement to its end. A statement that changes rows says `RETURNING`, so that the number of rows tells how many it changed.
    ///
    /// # Errors
    /// [`Error::Failed`] with the database's own text.
    fn run(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, Error>;

    /// Runs a statement whose rows nobody needs. Its error may come with a later statement, or with the commit.
    ///
    /// # Errors
    /// See [`Sql::run`].
    fn tell(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<(), Error> {
        self.run(statement, args).map(drop)
    }

    /// Announces the next statements of [`Sql::run`], which only read or lock, so that an engine can send them in one go.
    ///
    /// # Errors
    /// See [`Sql::run`].
    fn announce(&mut self, _next: &[(&'static str, &[Arg<'_>])]) -> Result<(), Error> {
        Ok(())
    }

    /// Whether a transaction that may write has the whole database to itself from its start. If not, it locks the rows that it reads.
    fn is_exclusive(&self) -> bool;
}

/// How a piece of work runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Only reads. Each statement sees what was committed at its start.
    Read,
    /// One transaction, on the disk when it returns.
    Durable,
    /// One transaction that a power cut may undo as a whole (but not the death of the process).
    Lazy,
}

/// A piece of work. It may run again from its start if the engine had to give way to another process.
pub type Work<'w> = dyn FnMut(&mut dyn Sql) -> Result<(), Error> + 'w;

/// The servers of a database that can be at several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replication {
    /// The one that is used, which takes writes.
    pub used: String,
    /// What the others are.
    pub others: Vec<String>,
    /// What is wrong with others.
    pub problems: Vec<String>,
    /// Whether a commit waits until another server has it.
    pub is_confirmed: bool,
}

/// A database. Any thread may use it, one at a time.
pub trait Engine: Send {
    /// Runs the work in a transaction, which is rolled back if the work fails.
    ///
    /// # Errors
    /// The error of the work, or [`Error::Failed`].
    fn transaction(&mut self, mode: Mode, work: &mut Work<'_>) -> Result<(), Error>;

    /// Writes a copy of the whole database.
    ///
    /// # Errors
    /// [`Error::Failed`], also if the database has tools of its own for that.
    fn backup(&mut self, _copy: &mut dyn Write) -> Result<(), Error> {
        Err(Error::Failed(format!("{} has tools of its own for backups", self.name())))
    }

    /// Begins a group: until it ends, each transaction is a part of one that is committed at the end. A part that fails is undone alone. In
    /// a database without groups, each transaction is one of its own.
    ///
    /// # Errors
    /// [`Error::Failed`].
    fn begin_group(&mut self, _mode: Mode) -> Result<(), Error> {
        Ok(())
    }

    /// Commits the group.
    ///
    /// # Errors
    /// [`Error::Failed`]: nothing of the group has happened. Its pieces of work may be done again, one by one.
    fn end_group(&mut self) -> Result<(), Error> {
        Ok(())
    }

    /// How the last work should have run that was refused because it can't be done here: in a reader, or in a lazy group. Asking forgets it.
    fn refused(&mut self) -> Option<Mode> {
        None
    }

    /// From now on, waits for other processes that write: for seconds, or only for a moment.
    fn be_patient(&mut self, _is_patient: bool) {}

    /// Its name: `sqlite` or `postgresql`.
    fn name(&self) -> &'static str;

    /// Takes the room on the disk that the coming commits need, so that they are quicker. Returns whether it took any; the next durable commit waits
    /// until it is on the disk.
    ///
    /// # Errors
    /// [`Error::Failed`]. Without room there is no error.
    fn reserve(&mut self) -> Result<bool, Error> {
        Ok(false)
    }

    /// The path of the lock with which a process of this id proves that it lives. `None` if the dead can't be told from the living. With an empty id,
    /// the common beginning of these paths.
    fn lock_of(&self, _process: &[u8]) -> Option<PathBuf> {
        None
    }

    /// Notes the schema version where programs without SQL can read it, if the database has a place for that. It is only a note: a failure is ignored,
    /// and the next opening tries again.
    fn note_version(&mut self, _version: i64) {}

    /// What there is to know of its servers, if it can be at several.
    fn replication(&mut self) -> Option<Replication> {
        None
    }

    /// Whether it has to be opened anew to see whether it works again.
    fn is_outdated(&self) -> bool {
        false
    }
}

/// Runs work that has a result.
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
