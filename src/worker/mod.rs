//! The worker: one thread of the process that does what may wait for a disk or for a database server, so that Prosody's event loop never does.
//!
//! Whoever asks posts a [`Task`] and goes on. The worker takes what is waiting, does it in one transaction with one sync (a group), and puts the
//! numbers of the tasks that are done into the [`Mailbox`] of whoever asked. A descriptor tells the event loop of it.
//!
//! Where nobody can wait (while modules are loaded, and in a server that stops), the caller does the task itself, at the same [`Desk`].

#![expect(clippy::disallowed_methods, reason = "here are the thread, and the deadline of what waits for it")]

mod desk;
mod mailbox;
mod task;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use desk::Desk;
pub use mailbox::Mailbox;
pub use task::{LONGEST_WAIT, Task, Work};

use crate::Error;
use crate::store::{Location, Mode};

/// The most tasks that wait. Further ones are refused at once, because they would wait for seconds.
const MOST_WAITING: usize = 1000;
/// The most of them that strangers may have caused.
const MOST_OF_STRANGERS: usize = 250;
/// The most tasks in one group: a few milliseconds of work, besides the sync.
const MOST_TOGETHER: usize = 64;

/// The worker of a process. Clones are the same worker.
#[derive(Clone, Default)]
pub struct Worker(Arc<Shared>);

#[derive(Default)]
struct Shared {
    queue: Mutex<Queue>,
    /// The queue has changed.
    changed: Condvar,
    desk: Mutex<Desk>,
}

#[derive(Default)]
struct Queue {
    tasks: VecDeque<Task>,
    /// The process whose thread serves the queue. A fork inherits the queue but not the thread.
    served_by: Option<u32>,
    /// The thread is doing something.
    is_busy: bool,
    /// How many callers wait for the desk. They come first, because an event loop waits with them.
    in_person: usize,
}

impl Worker {
    /// Posts a task. Those of strangers come after all others. The thread is started when it is first needed.
    ///
    /// # Errors
    /// The task, if too many are waiting and it can be refused.
    pub fn post(&self, task: Task) -> Result<(), Task> {
        let mut queue = self.0.queue();
        let of_strangers = queue.tasks.partition_point(|waiting| !waiting.is_strangers());
        let is_full = queue.tasks.len() >= MOST_WAITING || task.is_strangers() && queue.tasks.len() - of_strangers >= MOST_OF_STRANGERS;
        if is_full && task.can_be_refused() || !self.0.is_served(&mut queue) {
            return Err(task);
        }
        let place = if task.is_strangers() { queue.tasks.len() } else { of_strangers };
        queue.tasks.insert(place, task);
        self.0.changed.notify_all();
        Ok(())
    }

    /// Does a task on the caller's thread, as soon as the worker has done what it is at.
    pub fn in_person(&self, task: &mut Task) {
        self.0.queue().in_person += 1;
        let mut desk = self.0.desk();
        self.0.queue().in_person -= 1;
        self.0.changed.notify_all();
        desk.perform(std::slice::from_mut(task), false);
    }

    /// Does a task on the caller's thread if that takes no longer than to wait for the worker: nothing else is waiting, and the last syncs of the disk
    /// were quick. Returns whether it was done.
    pub fn at_once(&self, task: &mut Task) -> bool {
        let Some(mut desk) = self.0.free_desk() else {
            return false;
        };
        let queue = self.0.queue();
        if !queue.tasks.is_empty() || queue.is_busy || !desk.is_quick(task) {
            return false;
        }
        drop(queue);
        desk.perform(std::slice::from_mut(task), false);
        true
    }

    /// Waits until nothing is left to do, but no longer than this. Returns whether nothing is left.
    #[must_use]
    pub fn drain(&self, longest: Duration) -> bool {
        let end = Instant::now() + longest;
        let mut queue = self.0.queue();
        while !queue.tasks.is_empty() || queue.is_busy {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            queue = self.0.changed.wait_timeout(queue, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    /// Refuses what waits for this mailbox and was not begun. What needs no sync stays, and so does what takes something back.
    pub fn withdraw(&self, mailbox: &Arc<Mailbox>) {
        let mut queue = self.0.queue();
        let (withdrawn, left) = queue.tasks.drain(..).partition(|task| task.can_be_refused() && task.mode() != Mode::Lazy && task.is_for(mailbox));
        queue.tasks = left;
        self.0.changed.notify_all();
        drop(queue);
        let withdrawn: VecDeque<Task> = withdrawn;
        for mut task in withdrawn {
            task.refuse(&Error::Busy);
            task.deliver();
        }
    }

    /// Closes the connection to a database, if the thread is not busy with it. The next task opens it again.
    pub fn close(&self, location: &Location) {
        if let Some(mut desk) = self.0.free_desk() {
            desk.close(location);
        }
    }
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The desk, if nobody is at it.
    fn free_desk(&self) -> Option<MutexGuard<'_, Desk>> {
        match self.desk.try_lock() {
            Ok(desk) => Some(desk),
            Err(TryLockError::Poisoned(desk)) => Some(desk.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// Starts the thread if this process has none. Returns whether there is one.
    fn is_served(self: &Arc<Self>, queue: &mut Queue) -> bool {
        let process = std::process::id();
        if queue.served_by != Some(process) {
            let shared = self.clone();
            let started = thread::Builder::new().name("invites-worker".into()).spawn(move || shared.serve());
            queue.served_by = started.is_ok().then_some(process);
        }
        queue.served_by.is_some()
    }

    /// The thread. It ends with the process.
    fn serve(&self) {
        loop {
            let mut tasks = self.next();
            let mut desk = self.desk();
            if catch_unwind(AssertUnwindSafe(|| desk.perform(&mut tasks, true))).is_err() {
                desk.fail(&mut tasks);
            }
            drop(desk);
            for task in tasks {
                task.deliver();
            }
            let mut queue = self.queue();
            queue.is_busy = false;
            self.changed.notify_all();
        }
    }

    /// Waits for the next tasks to be done together.
    fn next(&self) -> Vec<Task> {
        let mut queue = self.queue();
        loop {
            if queue.in_person == 0 {
                let tasks = together(&mut queue.tasks);
                if !tasks.is_empty() {
                    queue.is_busy = true;
                    return tasks;
                }
            }
            queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Takes the tasks that are done together: the first one, and all of its kind if they form a group. Lazy ones come before the others, because they don't
/// wait for the disk: in one group with durable ones they would.
fn together(waiting: &mut VecDeque<Task>) -> Vec<Task> {
    let first = waiting.iter().position(|task| task.mode() == Mode::Lazy).unwrap_or_default();
    let Some((location, mode)) = waiting.get(first).map(|task| (task.location().clone(), task.mode())) else {
        return Vec::new();
    };
    let most = if mode == Mode::Read { 1 } else { MOST_TOGETHER };
    let (mut taken, mut left) = (Vec::new(), VecDeque::with_capacity(waiting.len()));
    for task in waiting.drain(..) {
        if taken.len() < most && *task.location() == location && task.mode() == mode {
            taken.push(task);
        } else {
            left.push_back(task);
        }
    }
    *waiting = left;
    taken
}
