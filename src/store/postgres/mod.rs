//! PostgreSQL, at one server or at several of which one takes writes.
//!
//! Others wait for the same connection, so one deadline bounds a whole transaction, connecting included. After a timeout, further attempts fail at once
//! for a while. All of it runs on the caller's thread: a tokio runtime drives the connection only during a transaction.

mod connection;
mod fault;
mod hosts;
mod resolver;
mod session;
mod transaction;
mod values;

use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use tokio::task::yield_now;
use tokio::time::timeout_at;

use self::fault::{Fault, Sort};
use self::hosts::Hosts;
use self::session::Session;
use self::transaction::Transaction;
use self::values::Request;
use super::{Engine, Mode, Replication, Work};
use crate::Error;

/// The deadline of a transaction, connecting included.
const DEADLINE: Duration = Duration::from_secs(1);
/// How often a transaction is tried that had to give way or lost its connection.
const TRIES: u32 = 3;
/// Why a standby is not used.
const STANDBY: &str = "it is a standby, which takes no writes";

const BEGIN: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";
/// After a commit whose answer was lost, the transaction may find its own rows and write nothing. PostgreSQL would acknowledge that without waiting for
/// the standby. A message in its log makes it wait for that, and so for the first commit too.
const BEGIN_AGAIN: &str = "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_logical_emit_message(true, 'prosody-invites', '')";
const BEGIN_LAZY: &str = "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off";
const COMMIT: &str = "COMMIT";

/// A connection to a database. It is opened anew if it is lost.
pub struct Postgres {
    hosts: Hosts,
    runtime: Runtime,
    session: Option<Session>,
}

impl Postgres {
    /// The database at a URL `postgresql://user:password@host:port,other:port/database`. It is used at the first of its servers that takes writes. With
    /// `?sslmode=require` it is over TLS, checked against the system's certificate authorities.
    ///
    /// # Errors
    /// [`Error::Failed`]: the URL can't be used, no server answers, or none takes writes.
    pub fn open(url: &str) -> Result<Self, Error> {
        let hosts = Hosts::new(url)?;
        let runtime = Builder::new_current_thread().enable_io().enable_time().build();
        let runtime = runtime.map_err(|error| Error::Failed(format!("PostgreSQL: no runtime: {error}")))?;
        let mut engine = Self { hosts, runtime, session: None };
        engine.transaction(Mode::Read, &mut |_| Ok(()))?;
        Ok(engine)
    }

    /// Runs the work once. The outer result is the database's, the inner one the work's.
    fn attempt(&mut self, begin: Option<&'static str>, work: &mut Work<'_>, deadline: Instant) -> Result<Result<(), Error>, Fault> {
        let session = match self.session.take() {
            Some(session) if !session.is_closed() => session,
            _ => self.hosts.connect(&self.runtime, deadline)?,
        };
        let mut transaction = Transaction::new(&self.runtime, session, deadline);
        let result = transaction.perform(begin, work);
        let Transaction { session, fault, .. } = transaction;
        match fault {
            Some(fault) if fault.is_lost() => {
                if fault.sort == Sort::Silent {
                    self.hosts.rest();
                }
                Err(fault)
            }
            fault => {
                self.session = Some(session);
                fault.map_or(Ok(result), Err)
            }
        }
    }
}

impl Engine for Postgres {
    fn transaction(&mut self, mode: Mode, work: &mut Work<'_>) -> Result<(), Error> {
        let deadline = Instant::now() + DEADLINE;
        let mut begin = match mode {
            Mode::Read => None,
            Mode::Durable => Some(BEGIN),
            Mode::Lazy => Some(BEGIN_LAZY),
        };
        let mut tries = 1;
        loop {
            match self.attempt(begin, work, deadline) {
                Ok(result) => return result,
                Err(fault) if fault.may_pass() && tries < TRIES && Instant::now() < deadline => {
                    tries += 1;
                    begin = begin.map(|begin| if begin == BEGIN { BEGIN_AGAIN } else { begin });
                }
                Err(fault) => {
                    // Connections that were given up are closed now, not with the next transaction: the server may hold locks for them.
                    self.runtime.block_on(yield_now());
                    return Err(Error::Failed(format!("PostgreSQL: {}", fault.reason)));
                }
            }
        }
    }

    fn name(&self) -> &'static str {
        "postgresql"
    }

    fn replication(&mut self) -> Option<Replication> {
        self.transaction(Mode::Read, &mut |sql| sql.run("SELECT 1", &[]).map(drop)).ok()?;
        self.hosts.look(&self.runtime, self.session.as_ref()?)
    }
}

/// Waits for the server until the deadline.
fn wait<T>(runtime: &Runtime, deadline: Instant, answer: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
    let answer = async { timeout_at(deadline.into(), answer).await };
    runtime.block_on(answer).unwrap_or_else(|_elapsed| Err(Fault::silent(DEADLINE)))
}
