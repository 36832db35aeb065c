//! A transaction under way. What can wait for the next round trip does.

use std::mem::take;
use std::time::Instant;

use tokio::runtime::Runtime;

use super::{COMMIT, Fault, Request, Session, wait};
use crate::Error;
use crate::store::{Arg, Row, Sql, Work};

/// Statements that wait for a later one at most.
const WAITING: usize = 16;

/// A transaction. It keeps the fault, because the work only sees an error.
pub(super) struct Transaction<'r> {
    pub(super) runtime: &'r Runtime,
    pub(super) session: Session,
    pub(super) deadline: Instant,
    pub(super) fault: Option<Fault>,
    /// What begins it, if it was not sent yet.
    begin: Option<&'static str>,
    /// Statements whose rows nobody needs. They go with the next one.
    told: Vec<Request>,
    /// Rows that came before they were asked for.
    ahead: Vec<(Request, Vec<Row>)>,
}

impl<'r> Transaction<'r> {
    pub(super) fn new(runtime: &'r Runtime, session: Session, deadline: Instant) -> Self {
        Self { runtime, session, deadline, fault: None, begin: None, told: Vec::new(), ahead: Vec::new() }
    }

    /// Runs the work, within `begin` and a commit if there is one.
    pub(super) fn perform(&mut self, begin: Option<&'static str>, work: &mut Work<'_>) -> Result<(), Error> {
        self.begin = begin;
        let done = work(self).and_then(|()| self.finish(begin.map(|_| COMMIT)));
        let has_begun = begin.is_some() && self.begin.is_none();
        if done.is_err() && has_begun && self.fault.as_ref().is_none_or(|fault| !fault.is_lost()) {
            self.rollback()?;
        }
        done
    }

    fn finish(&mut self, commit: Option<&'static str>) -> Result<(), Error> {
        if self.told.is_empty() && (commit.is_none() || self.begin.is_some()) {
            return Ok(());
        }
        let done = self.exchange(Vec::new(), commit).map(drop);
        self.kept(done)
    }

    /// Rolls back. The first fault is kept even if this fails too.
    fn rollback(&mut self) -> Result<(), Error> {
        self.told.clear();
        let first = self.fault.take();
        let undone = self.exchange(Vec::new(), Some("ROLLBACK")).map(drop);
        let undone = self.kept(undone);
        if let Some(Fault { reason, sort }) = first {
            let sort = self.fault.as_ref().filter(|fault| fault.is_lost()).map_or(sort, |fault| fault.sort);
            self.fault = Some(Fault { reason, sort });
        }
        undone
    }

    /// Sends what waits, these requests, and the end, and waits for the answers to these requests.
    fn exchange(&mut self, requests: Vec<Request>, end: Option<&str>) -> Result<Vec<(Request, Vec<Row>)>, Fault> {
        let mut all = take(&mut self.told);
        let waited = all.len();
        all.extend(requests);
        wait(self.runtime, self.deadline, self.session.prepare(&all))?;
        let begin = self.begin.take();
        let answers = wait(self.runtime, self.deadline, self.session.exchange(begin, &all, end))?;
        Ok(all.into_iter().zip(answers).skip(waited).collect())
    }

    fn kept<T>(&mut self, result: Result<T, Fault>) -> Result<T, Error> {
        result.map_err(|fault| {
            let refusal = Error::Failed(format!("PostgreSQL: {}", fault.reason));
            self.fault = Some(fault);
            refusal
        })
    }
}

impl Sql for Transaction<'_> {
    fn run(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, Error> {
        let request = Request::new(statement, args);
        if let Some(at) = self.ahead.iter().position(|(announced, _)| *announced == request) {
            return Ok(self.ahead.swap_remove(at).1);
        }
        if !statement.starts_with("SELECT") {
            // What was read before a change may not be true after it.
            self.ahead.clear();
        }
        let answer = self.exchange(vec![request], None);
        let answer = answer.map(|mut answers| answers.pop().map(|(_, rows)| rows).unwrap_or_default());
        self.kept(answer)
    }

    fn tell(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<(), Error> {
        self.ahead.clear();
        self.told.push(Request::new(statement, args));
        if self.told.len() < WAITING {
            return Ok(());
        }
        let done = self.exchange(Vec::new(), None).map(drop);
        self.kept(done)
    }

    fn announce(&mut self, next: &[(&'static str, &[Arg<'_>])]) -> Result<(), Error> {
        let answers = self.exchange(next.iter().map(|(statement, args)| Request::new(statement, args)).collect(), None);
        self.ahead = self.kept(answers)?;
        Ok(())
    }

    fn is_exclusive(&self) -> bool {
        false
    }
}
