//! The worker: the threads of the process that do what may wait for a disk or for a database server, so that Prosody's event loop never does.
//!
//! Whoever asks posts a [`Task`] and goes on. The worker takes what is waiting, does it in one transaction with one sync (a group), and puts the
//! numbers of the tasks that are done into the [`Mailbox`] of whoever asked. A descriptor tells the event loop of it. PostgreSQL has no groups: there,
//! several threads do tasks at the same time, as their [`Order`] allows.
//!
//! Where nobody can wait (while modules are loaded, and in a server that stops), the caller does the task itself, at the same [`Desk`].

#![expect(clippy::disallowed_methods, reason = "here are the thread, and the deadline of what waits for it")]

mod desk;
mod mailbox;
mod order;
mod queue;
mod task;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use desk::Desk;
pub use mailbox::Mailbox;
pub use order::{Order, Topic};
use queue::Queue;
pub use task::{LONGEST_WAIT, Task, Work};

use crate::Error;
use crate::store::{Location, Mode};

/// The worker of a process. Clones are the same worker.
#[derive(Clone, Default)]
pub struct Worker(Arc<Shared>);

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    /// The queue has changed.
    changed: Condvar,
    desk: Mutex<Desk>,
}

#[derive(Default)]
struct State {
    queue: Queue,
    /// The process whose threads serve the queue, and their number. A fork inherits the queue but no thread.
    served_by: (u32, usize),
}

impl Worker {
    /// Posts a task. Those of strangers come after all others. The threads are started when they are first needed.
    ///
    /// # Errors
    /// [`Error::Busy`], if too many are waiting and it can be refused.
    pub fn post(&self, task: Task) -> Result<(), Error> {
        let mut state = self.0.state();
        if !self.0.is_served(&mut state, task.location()) {
            return Err(Error::Busy);
        }
        state.queue.add(task)?;
        self.0.changed.notify_all();
        Ok(())
    }

    /// Does a task on the caller's thread, as soon as that can be done beside what the worker is at.
    pub fn in_person(&self, task: &mut Task) {
        let mut state = self.0.state();
        state.queue.in_person += 1;
        while !state.queue.may_begin(task) {
            state = self.0.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.queue.in_person -= 1;
        self.0.do_here(state, task);
    }

    /// Does a task on the caller's thread if that takes no longer than to wait for the worker: nothing else is waiting, and the last syncs of the disk
    /// were quick. Returns whether it was done.
    pub fn at_once(&self, task: &mut Task) -> bool {
        let state = self.0.state();
        if !state.queue.is_idle() || !self.0.desk().is_quick(task) {
            return false;
        }
        self.0.do_here(state, task);
        true
    }

    /// Waits until nothing is left to do, but no longer than this. Returns whether nothing is left.
    #[must_use]
    pub fn drain(&self, longest: Duration) -> bool {
        let end = Instant::now() + longest;
        let mut state = self.0.state();
        while !state.queue.is_idle() {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            state = self.0.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    /// Refuses what waits for this mailbox and was not begun. What needs no sync stays, and so does what takes something back.
    pub fn withdraw(&self, mailbox: &Arc<Mailbox>) {
        let is_wanted = |task: &Task| task.can_be_refused() && task.mode() != Mode::Lazy && task.is_for(mailbox);
        let withdrawn = self.0.state().queue.withdraw(is_wanted);
        self.0.changed.notify_all();
        for mut task in withdrawn {
            task.refuse(&Error::Busy);
            task.deliver();
        }
    }

    /// Closes the connections to a database that are not in use. The next task opens one again.
    pub fn close(&self, location: &Location) {
        self.0.desk().close(location);
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts the threads that this process needs for another task. Returns whether there is one.
    fn is_served(self: &Arc<Self>, state: &mut State, location: &Location) -> bool {
        let process = std::process::id();
        if state.served_by.0 != process {
            state.served_by = (process, 0);
            state.queue.forget_begun();
        }
        while state.served_by.1 < state.queue.threads_for(location) {
            let shared = self.clone();
            if thread::Builder::new().name("invites-worker".into()).spawn(move || shared.serve()).is_err() {
                break;
            }
            state.served_by.1 += 1;
        }
        state.served_by.1 > 0
    }

    /// A thread. It ends with the process.
    fn serve(&self) {
        loop {
            let (number, mut tasks) = self.next();
            if self.perform(&mut tasks, true, |location| self.state().queue.is_shared(location)) {
                for task in tasks {
                    task.deliver();
                }
                self.state().queue.end(number);
            } else {
                self.state().queue.wait_again(number, tasks);
            }
            self.changed.notify_all();
        }
    }

    /// Does a task on the caller's thread.
    fn do_here(&self, mut state: MutexGuard<'_, State>, task: &mut Task) {
        let number = state.queue.begin(task);
        drop(state);
        self.perform(std::slice::from_mut(task), false, |_| false);
        self.state().queue.end(number);
        self.changed.notify_all();
    }

    /// Does tasks of one database and one mode. `is_patient`: waits for other processes that write, because no event loop waits. `is_shared`: if there
    /// is no further connection, that is no failure. Returns whether it was done.
    fn perform(&self, tasks: &mut [Task], is_patient: bool, is_shared: impl Fn(&Location) -> bool) -> bool {
        let Some(location) = tasks.first().map(|task| task.location().clone()) else { return true };
        let Some(mut place) = tasks.first().map(|task| self.desk().take(task)) else { return true };
        if is_shared(&location) && !place.is_open() {
            return false;
        }
        match catch_unwind(AssertUnwindSafe(|| place.perform(tasks, is_patient))) {
            Ok(()) => self.desk().put_back(location, place),
            // Nobody knows what state the connection is in.
            Err(_) => tasks.iter_mut().for_each(|task| task.refuse(&Error::Failed("the library failed".into()))),
        }
        true
    }

    /// Waits for the next tasks to be done together.
    fn next(&self) -> (u64, Vec<Task>) {
        let mut state = self.state();
        loop {
            if let Some(next) = state.queue.next() {
                return next;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
