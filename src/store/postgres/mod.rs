//! PostgreSQL.
//!
//! Prosody's event loop waits for every answer, so one deadline bounds a whole transaction, connecting included. After a timeout, further attempts
//! fail at once for a while. All of it runs on this thread: a tokio runtime drives the connection only during a transaction.

mod connection;
mod resolver;

use std::collections::HashMap;
use std::error::Error as _;
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use tokio::task::{JoinHandle, yield_now};
use tokio::time::timeout_at;
use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use tokio_postgres::{Client, Config, Statement};

use self::connection::{connect, resolve};
use super::{Arg, Cell, Engine, Mode, REST, Row, Sql, Work, address};
use crate::Error;

/// The deadline of a transaction, connecting included.
const DEADLINE: Duration = Duration::from_secs(1);
/// How often a transaction is tried that had to give way or lost its connection.
const TRIES: u32 = 3;

/// A connection to a database. It is opened anew if it is lost.
pub struct Postgres {
    config: Config,
    runtime: Runtime,
    session: Option<Session>,
    resting_until: Option<Instant>,
    /// No connection could be made. The server may have another address by now.
    is_unreachable: bool,
}

struct Session {
    client: Client,
    connection: JoinHandle<()>,
    prepared: HashMap<&'static str, Statement>,
}

impl Drop for Session {
    fn drop(&mut self) {
        self.connection.abort();
    }
}

/// A fault of the database, and whether another try may help.
struct Fault {
    reason: String,
    retry: bool,
    lost: bool,
}

impl Postgres {
    /// The database at a URL `postgresql://user:password@host:port/database`. With `?sslmode=require` it is over TLS, checked against the system's
    /// certificate authorities.
    ///
    /// # Errors
    /// [`Error::Failed`]: the URL can't be used, or the server does not answer.
    pub fn open(url: &str) -> Result<Self, Error> {
        let mut config = address::config(url)?;
        resolve(&mut config)?;
        config.application_name("prosody-invites").connect_timeout(DEADLINE);
        let runtime = Builder::new_current_thread().enable_io().enable_time().build();
        let runtime = runtime.map_err(|error| Error::Failed(format!("PostgreSQL: no runtime: {error}")))?;
        let mut engine = Self { config, runtime, session: None, resting_until: None, is_unreachable: false };
        engine.transaction(Mode::Read, &mut |sql| sql.run("SELECT 1", &[]).map(drop))?;
        Ok(engine)
    }

    /// Runs the work once. The outer result is the database's, the inner one the work's.
    fn attempt(&mut self, mode: Mode, work: &mut Work<'_>, deadline: Instant) -> Result<Result<(), Error>, Fault> {
        let session = match self.session.take() {
            Some(session) if !session.client.is_closed() => session,
            _ => {
                let connected = connect(&self.runtime, &self.config, deadline);
                self.is_unreachable = connected.is_err();
                connected?
            }
        };
        let mut transaction = Transaction { runtime: &self.runtime, session, deadline, fault: None };
        let result = transaction.perform(mode, work);
        let Transaction { session, fault, .. } = transaction;
        match fault {
            // After a timeout the server may still be busy with it, so the connection can't be used any more.
            Some(fault) if fault.lost => Err(fault),
            fault => {
                self.session = Some(session);
                fault.map_or(Ok(result), Err)
            }
        }
    }
}

impl Engine for Postgres {
    fn transaction(&mut self, mode: Mode, work: &mut Work<'_>) -> Result<(), Error> {
        let now = Instant::now();
        if self.resting_until.is_some_and(|until| now < until) {
            return Err(Error::Failed("PostgreSQL: not tried again so soon after it did not answer".into()));
        }
        let deadline = now + DEADLINE;
        let mut tries = 1;
        loop {
            match self.attempt(mode, work, deadline) {
                Ok(result) => return result,
                Err(fault) if fault.retry && tries < TRIES && Instant::now() < deadline => tries += 1,
                Err(fault) => {
                    // Connections that were given up are closed now, not with the next transaction: the server may hold locks for them.
                    self.runtime.block_on(yield_now());
                    if Instant::now() >= deadline {
                        self.resting_until = Some(Instant::now() + REST);
                    }
                    return Err(Error::Failed(format!("PostgreSQL: {}", fault.reason)));
                }
            }
        }
    }

    fn name(&self) -> &'static str {
        "postgresql"
    }

    fn is_outdated(&self) -> bool {
        self.is_unreachable && self.resting_until.is_none_or(|until| until <= Instant::now())
    }
}

/// A transaction under way. It keeps the fault, because the work only sees an error.
struct Transaction<'r> {
    runtime: &'r Runtime,
    session: Session,
    deadline: Instant,
    fault: Option<Fault>,
}

impl Transaction<'_> {
    fn perform(&mut self, mode: Mode, work: &mut Work<'_>) -> Result<(), Error> {
        let begin = match mode {
            Mode::Read => return work(self),
            Mode::Durable => "BEGIN ISOLATION LEVEL READ COMMITTED",
            Mode::Lazy => "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off",
        };
        self.simple(begin)?;
        let done = work(self).and_then(|()| self.simple("COMMIT"));
        if done.is_err() && self.fault.as_ref().is_none_or(|fault| !fault.lost) {
            self.rollback()?;
        }
        done
    }

    /// Rolls back. The first fault is kept even if this fails too.
    fn rollback(&mut self) -> Result<(), Error> {
        let first = self.fault.take();
        let undone = self.simple("ROLLBACK");
        if let Some(Fault { reason, retry, .. }) = first {
            let lost = self.fault.as_ref().is_some_and(|fault| fault.lost);
            self.fault = Some(Fault { reason, retry, lost });
        }
        undone
    }

    fn simple(&mut self, statement: &str) -> Result<(), Error> {
        let Self { runtime, session, deadline, .. } = self;
        let done = wait(runtime, *deadline, session.client.batch_execute(statement));
        self.kept(done)
    }

    fn kept<T>(&mut self, result: Result<T, Fault>) -> Result<T, Error> {
        result.map_err(|fault| {
            let refusal = Error::Failed(format!("PostgreSQL: {}", fault.reason));
            self.fault = Some(fault);
            refusal
        })
    }

    fn query(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, Fault> {
        let Self { runtime, session, deadline, .. } = self;
        let prepared = if let Some(prepared) = session.prepared.get(statement) {
            prepared.clone()
        } else {
            // SQLite's placeholders are `?1`, PostgreSQL's are `$1`. No statement has a question mark elsewhere.
            let prepared = wait(runtime, *deadline, session.client.prepare(&statement.replace('?', "$")))?;
            session.prepared.insert(statement, prepared.clone());
            prepared
        };
        let args: Vec<&(dyn ToSql + Sync)> = args.iter().map(|arg| arg as &(dyn ToSql + Sync)).collect();
        let rows = wait(runtime, *deadline, session.client.query(&prepared, &args))?;
        rows.iter().map(row).collect()
    }
}

impl Sql for Transaction<'_> {
    fn run(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, Error> {
        let answer = self.query(statement, args);
        self.kept(answer)
    }

    fn is_exclusive(&self) -> bool {
        false
    }
}

impl ToSql for Arg<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match *self {
            Arg::Null => Ok(IsNull::Yes),
            Arg::Int(value) => value.to_sql(ty, out),
            Arg::Text(value) => value.to_sql(ty, out),
            Arg::Blob(value) => value.to_sql(ty, out),
        }
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::TEXT | Type::BYTEA)
    }

    to_sql_checked!();
}

fn row(row: &tokio_postgres::Row) -> Result<Row, Fault> {
    let cell = |index: usize, ty: &Type| -> Result<Cell, tokio_postgres::Error> {
        Ok(match *ty {
            Type::INT8 => row.try_get::<_, Option<i64>>(index)?.map_or(Cell::Null, Cell::Int),
            Type::INT4 => row.try_get::<_, Option<i32>>(index)?.map_or(Cell::Null, |value| Cell::Int(value.into())),
            Type::TEXT => row.try_get::<_, Option<String>>(index)?.map_or(Cell::Null, Cell::Text),
            _ => row.try_get::<_, Option<Vec<u8>>>(index)?.map_or(Cell::Null, Cell::Blob),
        })
    };
    let cells = row.columns().iter().enumerate().map(|(index, column)| cell(index, column.type_()).map_err(Fault::from));
    Ok(Row::new(cells.collect::<Result<_, _>>()?))
}

/// Waits for the server until the deadline.
fn wait<T, E: Into<Fault>>(runtime: &Runtime, deadline: Instant, answer: impl Future<Output = Result<T, E>>) -> Result<T, Fault> {
    let answer = async { timeout_at(deadline.into(), answer).await };
    match runtime.block_on(answer) {
        Ok(answer) => answer.map_err(Into::into),
        Err(_elapsed) => Err(Fault { reason: format!("no answer within {} ms", DEADLINE.as_millis()), retry: false, lost: true }),
    }
}

/// The text of an error with its causes.
fn words(error: &tokio_postgres::Error) -> String {
    if let Some(database) = error.as_db_error() {
        return format!("{} ({})", database.message(), database.code().code());
    }
    let cause = error.source().map(|source| format!(": {source}")).unwrap_or_default();
    format!("{error}{cause}")
}

impl From<tokio_postgres::Error> for Fault {
    fn from(error: tokio_postgres::Error) -> Self {
        // 40001 and 40P01: another transaction was in the way. 57P01 to 57P03: the server is restarting.
        let code = error.code().map(tokio_postgres::error::SqlState::code);
        let restarting = code.is_some_and(|code| code.starts_with("57P"));
        let lost = error.is_closed() || restarting;
        Self { reason: words(&error), retry: lost || matches!(code, Some("40001" | "40P01")), lost }
    }
}
