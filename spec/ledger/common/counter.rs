//! An engine that counts what is asked of it.

use std::cell::Cell;
use std::rc::Rc;

use invites_core::store::{Arg, Engine, Mode, Row, Sql, Store, Work};
use invites_core::{Error, Ledger};

use super::{Place, settings};

#[derive(Clone, Default)]
pub(crate) struct Counter(Rc<[Cell<usize>; 3]>);

impl Counter {
    /// A ledger whose engine is counted.
    pub(crate) fn ledger(&self, place: &Place) -> Ledger {
        let engine = Counted(place.engine(), self.clone());
        Ledger::new(settings(), Store::with(place.location.clone(), Box::new(engine)))
    }

    pub(crate) fn reset(&self) {
        self.0.iter().for_each(|count| count.set(0));
    }

    /// Statements that were run.
    pub(crate) fn statements(&self) -> usize {
        self.0[0].get()
    }

    /// Rows that they gave back, changed ones too.
    pub(crate) fn rows(&self) -> usize {
        self.0[1].get()
    }

    /// Transactions that may change something.
    pub(crate) fn writes(&self) -> usize {
        self.0[2].get()
    }

    fn add(&self, what: usize, count: usize) {
        self.0[what].set(self.0[what].get() + count);
    }
}

struct Counted(Box<dyn Engine>, Counter);

impl Engine for Counted {
    fn transaction(&mut self, mode: Mode, work: &mut Work<'_>) -> Result<(), Error> {
        let counter = &self.1;
        counter.add(2, usize::from(mode != Mode::Read));
        self.0.transaction(mode, &mut |sql| work(&mut Counting(sql, counter)))
    }

    fn name(&self) -> &'static str {
        self.0.name()
    }
}

struct Counting<'c>(&'c mut dyn Sql, &'c Counter);

impl Sql for Counting<'_> {
    fn run(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, Error> {
        let rows = self.0.run(statement, args)?;
        self.1.add(0, 1);
        self.1.add(1, rows.len());
        Ok(rows)
    }

    fn is_exclusive(&self) -> bool {
        self.0.is_exclusive()
    }
}
