//! The desk: the connections that write, one for each database, and what is done there.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::Task;
use crate::store::{Location, Mode, Store};
use crate::{Error, Ledger};

/// A sync up to this long is quick: to hand a task to the thread and back takes a tenth of that.
const QUICK: Duration = Duration::from_millis(1);
/// At first, and after a sync that was not quick, so many quick ones have to follow before the disk counts as quick.
const PROOF: u32 = 16;

#[derive(Default)]
pub(super) struct Desk(HashMap<Location, Place>);

struct Place {
    ledger: Ledger,
    /// How many more quick syncs it takes until the disk counts as quick.
    doubts: u32,
}

impl Desk {
    /// Does tasks of one database and one mode. `is_patient`: waits for other processes that write, because no event loop waits.
    pub(super) fn perform(&mut self, tasks: &mut [Task], is_patient: bool) {
        let Some(first) = tasks.first() else { return };
        let place = self.0.entry(first.location().clone()).or_insert_with(|| {
            let store = Store::new(first.location().clone());
            Place { ledger: Ledger::new(first.settings().clone(), store), doubts: PROOF }
        });
        place.ledger.be_patient(is_patient);
        place.perform(first.mode(), &mut tasks.iter_mut().collect::<Vec<_>>());
    }

    /// Whether the last syncs for this task's database were quick.
    pub(super) fn is_quick(&self, task: &Task) -> bool {
        self.0.get(task.location()).is_some_and(|place| place.doubts == 0)
    }

    /// Something went wrong that should not have: nobody knows what state the connection is in.
    pub(super) fn fail(&mut self, tasks: &mut [Task]) {
        for task in tasks {
            self.close(task.location());
            task.refuse(&Error::Failed("the library failed".into()));
        }
    }

    pub(super) fn close(&mut self, location: &Location) {
        self.0.remove(location);
    }
}

impl Place {
    fn perform(&mut self, mode: Mode, tasks: &mut [&mut Task]) {
        if mode == Mode::Read {
            return self.one_by_one(tasks);
        }
        let start = Instant::now();
        if let Err(reason) = self.ledger.begin_group(mode) {
            return tasks.iter_mut().for_each(|task| task.refuse(&reason));
        }
        let mut refused = Vec::new();
        for task in tasks.iter_mut() {
            task.perform(&mut self.ledger);
            refused.push(self.ledger.refused().is_some());
        }
        match self.ledger.end_group() {
            Ok(()) if mode == Mode::Durable => self.took(start.elapsed()),
            Ok(()) => {}
            // Each gets its own reason. What failed for all of them may be one task's fault.
            Err(_) => return self.one_by_one(tasks),
        }
        // A lazy group has done nothing of what has to be durable.
        for (task, _) in tasks.iter_mut().zip(refused).filter(|(_, is_refused)| *is_refused) {
            task.perform(&mut self.ledger);
        }
    }

    fn one_by_one(&mut self, tasks: &mut [&mut Task]) {
        for task in tasks {
            task.perform(&mut self.ledger);
        }
    }

    /// A durable group took so long.
    fn took(&mut self, time: Duration) {
        self.doubts = if time <= QUICK { self.doubts.saturating_sub(1) } else { PROOF };
    }
}
