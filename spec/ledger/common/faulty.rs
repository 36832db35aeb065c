//! An engine that records what is asked of it, and fails at a chosen point.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use invites_core::store::{Arg, Engine, Mode, Row, Sql, Store, Work};
use invites_core::{Error, Ledger, Settings};

use super::{Place, child, statement};

/// What happens at the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The database answers with an error.
    Error,
    /// The process dies.
    Death,
    /// PostgreSQL ends the connection.
    Disconnection,
}

/// Where the point was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Point {
    Statement,
    BeforeCommit,
    AfterCommit,
}

/// What was asked since the last reset.
#[derive(Default)]
struct Record {
    statements: Vec<&'static str>,
    rows: usize,
    writes: Vec<Mode>,
}

/// Counts the points at which something can go wrong: before each statement, and before and after each commit.
#[derive(Default)]
pub(crate) struct Plan {
    record: Mutex<Record>,
    armed: Mutex<Option<(Fault, usize)>>,
    struck: Mutex<Option<Point>>,
    /// Another connection, which can end ours.
    pub(crate) beside: Mutex<Option<Box<dyn Engine>>>,
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Plan {
    /// From now on, it happens after this many points.
    pub(crate) fn arm(&self, fault: Fault, after: usize) {
        *lock(&self.armed) = Some((fault, after));
        *lock(&self.struck) = None;
    }

    pub(crate) fn disarm(&self) {
        *lock(&self.armed) = None;
    }

    /// Where it happened, if it did.
    pub(crate) fn struck(&self) -> Option<Point> {
        *lock(&self.struck)
    }

    pub(crate) fn reset(&self) {
        *lock(&self.record) = Record::default();
    }

    /// Statements in the order in which they ran.
    pub(crate) fn statements(&self) -> Vec<&'static str> {
        lock(&self.record).statements.clone()
    }

    /// The number of rows that they returned, changed ones included.
    pub(crate) fn rows(&self) -> usize {
        lock(&self.record).rows
    }

    /// The modes of the transactions that may write.
    pub(crate) fn writes(&self) -> Vec<Mode> {
        lock(&self.record).writes.clone()
    }

    fn pass(&self, point: Point, sql: Option<&mut dyn Sql>) -> Result<(), Error> {
        let armed = *lock(&self.armed);
        match (armed, sql) {
            (Some((Fault::Disconnection, 0)), Some(sql)) => {
                self.disarm();
                *lock(&self.struck) = Some(point);
                let pid = sql.run("SELECT CAST(pg_backend_pid() AS BIGINT)", &[])?[..].first_mut().unwrap().int()?;
                disconnect(lock(&self.beside).as_mut().unwrap().as_mut(), pid);
                Ok(())
            }
            (None, _) | (Some((Fault::Disconnection, 0)), None) => Ok(()),
            (Some((Fault::Error, 0)), _) => {
                self.disarm();
                *lock(&self.struck) = Some(point);
                Err(Error::Failed("a fault that the spec ordered".into()))
            }
            (Some((Fault::Death, 0)), _) => {
                child::say(&format!("{point:?}"));
                std::process::abort();
            }
            (Some((fault, after)), _) => {
                *lock(&self.armed) = Some((fault, after - 1));
                Ok(())
            }
        }
    }
}

/// Ends the connection that a PostgreSQL process serves, and waits for its end.
pub(crate) fn disconnect(beside: &mut dyn Engine, pid: i64) {
    let pid = [Arg::Int(pid)];
    statement(beside, "SELECT 1 FROM pg_terminate_backend(CAST(CAST(?1 AS BIGINT) AS INTEGER))", &pid);
    while !statement(beside, "SELECT 1 FROM pg_stat_activity WHERE pid = CAST(?1 AS BIGINT)", &pid).is_empty() {
        std::thread::yield_now();
    }
}

pub(crate) struct Faulty {
    inner: Box<dyn Engine>,
    plan: Arc<Plan>,
}

impl Faulty {
    /// A ledger with such an engine.
    pub(crate) fn ledger(plan: &Arc<Plan>, place: &Place, settings: Settings) -> Ledger {
        let engine = Self { inner: place.engine(), plan: Arc::clone(plan) };
        Ledger::new(settings, Store::with(place.location.clone(), Box::new(engine)))
    }
}

impl Engine for Faulty {
    fn transaction(&mut self, mode: Mode, work: &mut Work<'_>) -> Result<(), Error> {
        let plan = &self.plan;
        lock(&plan.record).writes.extend(Some(mode).filter(|mode| *mode != Mode::Read));
        self.inner.transaction(mode, &mut |sql| {
            work(&mut Tripwire { sql: &mut *sql, plan })?;
            plan.pass(Point::BeforeCommit, Some(sql))
        })?;
        plan.pass(Point::AfterCommit, None)
    }

    fn name(&self) -> &'static str {
        self.inner.name()
    }

    fn lock_of(&self, process: &[u8]) -> Option<std::path::PathBuf> {
        self.inner.lock_of(process)
    }
}

struct Tripwire<'t> {
    sql: &'t mut dyn Sql,
    plan: &'t Plan,
}

impl Sql for Tripwire<'_> {
    fn run(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, Error> {
        self.plan.pass(Point::Statement, Some(self.sql))?;
        let rows = self.sql.run(statement, args)?;
        let mut record = lock(&self.plan.record);
        record.statements.push(statement);
        record.rows += rows.len();
        Ok(rows)
    }

    fn tell(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<(), Error> {
        self.plan.pass(Point::Statement, Some(self.sql))?;
        self.sql.tell(statement, args)?;
        lock(&self.plan.record).statements.push(statement);
        Ok(())
    }

    fn announce(&mut self, next: &[(&'static str, &[Arg<'_>])]) -> Result<(), Error> {
        self.sql.announce(next)
    }

    fn is_exclusive(&self) -> bool {
        self.sql.is_exclusive()
    }
}
