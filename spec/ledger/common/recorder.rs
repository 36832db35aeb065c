//! An engine that records what is asked of it.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use invites_core::store::{Arg, Engine, Mode, Row, Sql, Store, Work};
use invites_core::{Error, Ledger, Settings};

use super::Place;

/// What was asked since the last reset.
#[derive(Default)]
struct Record {
    statements: Vec<&'static str>,
    rows: usize,
    writes: Vec<Mode>,
}

#[derive(Clone, Default)]
pub(crate) struct Recorder(Rc<RefCell<Record>>);

impl Recorder {
    /// A ledger whose engine is recorded.
    pub(crate) fn ledger(&self, place: &Place, settings: Settings) -> Ledger {
        let engine = Recorded(place.engine(), self.clone());
        Ledger::new(settings, Store::with(place.location.clone(), Box::new(engine)))
    }

    pub(crate) fn reset(&self) {
        self.0.take();
    }

    /// Statements in the order in which they ran.
    pub(crate) fn statements(&self) -> Vec<&'static str> {
        self.0.borrow().statements.clone()
    }

    /// The number of rows that they returned, changed ones included.
    pub(crate) fn rows(&self) -> usize {
        self.0.borrow().rows
    }

    /// The modes of the transactions that may write.
    pub(crate) fn writes(&self) -> Vec<Mode> {
        self.0.borrow().writes.clone()
    }
}

struct Recorded(Box<dyn Engine>, Recorder);

impl Engine for Recorded {
    fn transaction(&mut self, mode: Mode, work: &mut Work<'_>) -> Result<(), Error> {
        let recorder = &self.1;
        recorder.0.borrow_mut().writes.extend(Some(mode).filter(|mode| *mode != Mode::Read));
        self.0.transaction(mode, &mut |sql| work(&mut Recording(sql, recorder)))
    }

    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn lock_of(&self, process: &[u8]) -> Option<PathBuf> {
        self.0.lock_of(process)
    }
}

struct Recording<'r>(&'r mut dyn Sql, &'r Recorder);

impl Sql for Recording<'_> {
    fn run(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, Error> {
        let rows = self.0.run(statement, args)?;
        let mut record = self.1.0.borrow_mut();
        record.statements.push(statement);
        record.rows += rows.len();
        Ok(rows)
    }

    fn is_exclusive(&self) -> bool {
        self.0.is_exclusive()
    }
}
