//! The desk: the connections that write, and what is done over them.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::Task;
use crate::Ledger;
use crate::store::{Location, Mode, Store};

/// A sync up to this long is quick: to hand a task to the thread and back takes a tenth of that.
const QUICK: Duration = Duration::from_millis(1);
/// At first, and after a sync that was not quick, so many quick ones have to follow before the disk counts as quick.
const PROOF: u32 = 16;

/// The connections that are not in use.
#[derive(Default)]
pub(super) struct Desk(HashMap<Location, Vec<Place>>);

/// A connection, for whoever has it.
pub(super) struct Place {
    ledger: Ledger,
    /// How many more quick syncs it takes until the disk counts as quick.
    doubts: u32,
}

impl Desk {
    /// A connection for a task, which is opened when it is first needed.
    pub(super) fn take(&mut self, task: &Task) -> Place {
        self.0
            .get_mut(task.location())
            .and_then(Vec::pop)
            .unwrap_or_else(|| Place { ledger: Ledger::new(task.settings().clone(), Store::new(task.location().clone())), doubts: PROOF })
    }

    pub(super) fn put_back(&mut self, location: Location, place: Place) {
        self.0.entry(location).or_default().push(place);
    }

    /// Whether the last syncs for this task's database were quick.
    pub(super) fn is_quick(&self, task: &Task) -> bool {
        self.0.get(task.location()).is_some_and(|places| places.iter().any(|place| place.doubts == 0))
    }

    pub(super) fn close(&mut self, location: &Location) {
        self.0.remove(location);
    }
}

impl Place {
    /// Whether there is a connection, or one could be opened.
    pub(super) fn is_open(&mut self) -> bool {
        self.ledger.open().is_ok()
    }

    /// Does tasks of one database and one mode. `is_patient`: waits for other processes that write, because no event loop waits.
    pub(super) fn perform(&mut self, tasks: &mut [Task], is_patient: bool) {
        self.ledger.be_patient(is_patient);
        let Some(mode) = tasks.first().map(Task::mode).filter(|mode| *mode != Mode::Read) else {
            return self.one_by_one(tasks);
        };
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

    fn one_by_one(&mut self, tasks: &mut [Task]) {
        for task in tasks {
            task.perform(&mut self.ledger);
        }
    }

    /// A durable group took so long.
    fn took(&mut self, time: Duration) {
        self.doubts = if time <= QUICK { self.doubts.saturating_sub(1) } else { PROOF };
    }
}
