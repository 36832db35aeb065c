//! What waits to be done, what is being done, and what may be done next.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use super::{Order, Task};
use crate::Error;
use crate::store::{Location, Mode};

/// The most tasks that wait. Further ones are refused at once, because they would wait for seconds.
pub(super) const MOST_WAITING: usize = 1000;
/// The most of them that strangers may have caused.
pub(super) const MOST_OF_STRANGERS: usize = 250;
/// The most tasks in one group: a few milliseconds of work, besides the sync.
const MOST_TOGETHER: usize = 64;
/// The most tasks of PostgreSQL's at a time. Each has a connection.
pub(super) const MOST_CONNECTIONS: usize = 4;
/// How many tasks that have to wait are passed over in search of one that does not.
const MOST_PASSED: usize = 64;
/// How long a database that let us have no further connection is not asked for one.
const PAUSE: Duration = Duration::from_secs(60);

#[derive(Default)]
pub(super) struct Queue {
    pub(super) tasks: VecDeque<Task>,
    begun: Vec<Begun>,
    /// The number of the last one in `begun`.
    last: u64,
    /// The databases with one connection, and until when.
    crowded: HashMap<Location, Instant>,
    /// How many callers wait until they can begin. They come first, because an event loop waits with them.
    pub(super) in_person: usize,
}

/// Tasks that are being done together.
struct Begun {
    number: u64,
    location: Location,
    order: Order,
}

impl Queue {
    /// Adds a task. Those of strangers come after all others.
    ///
    /// # Errors
    /// [`Error::Busy`], if too many are waiting and it can be refused.
    pub(super) fn add(&mut self, task: Task) -> Result<(), Error> {
        let of_strangers = self.of_strangers();
        let is_full = self.tasks.len() >= MOST_WAITING || task.is_strangers() && self.tasks.len() - of_strangers >= MOST_OF_STRANGERS;
        if is_full && task.can_be_refused() {
            return Err(Error::Busy);
        }
        let place = if task.is_strangers() { self.tasks.len() } else { of_strangers };
        self.tasks.insert(place, task);
        Ok(())
    }

    /// Where the tasks of strangers begin.
    fn of_strangers(&self) -> usize {
        self.tasks.partition_point(|waiting| !waiting.is_strangers())
    }

    /// Takes out those that a caller wants back.
    pub(super) fn withdraw(&mut self, is_wanted: impl Fn(&Task) -> bool) -> VecDeque<Task> {
        let (withdrawn, left) = self.tasks.drain(..).partition(is_wanted);
        self.tasks = left;
        withdrawn
    }

    /// Nothing waits and nothing is being done.
    pub(super) fn is_idle(&self) -> bool {
        self.tasks.is_empty() && self.begun.is_empty()
    }

    /// How many threads have something to do, with another task for this database.
    pub(super) fn threads_for(&self, location: &Location) -> usize {
        self.connections(location).min(self.tasks.len() + self.begun.len() + 1)
    }

    /// What a fork inherits and nobody does there is not being done.
    pub(super) fn forget_begun(&mut self) {
        self.begun.clear();
    }

    /// Whether this task can be done beside what is being done.
    pub(super) fn may_begin(&self, task: &Task) -> bool {
        let mut beside = self.begun.iter().filter(|begun| begun.location == *task.location());
        beside.clone().count() < self.connections(task.location()) && beside.all(|begun| begun.order.goes_with(task.order()))
    }

    /// From now on, a task is being done. Returns a number for [`Queue::end`].
    pub(super) fn begin(&mut self, task: &Task) -> u64 {
        self.last += 1;
        self.begun.push(Begun { number: self.last, location: task.location().clone(), order: task.order().clone() });
        self.last
    }

    pub(super) fn end(&mut self, number: u64) {
        self.begun.retain(|begun| begun.number != number);
    }

    /// Begins the next tasks that are done together.
    pub(super) fn next(&mut self) -> Option<(u64, Vec<Task>)> {
        let first = self.first().filter(|_| self.in_person == 0)?;
        let tasks = self.together(first);
        Some((self.begin(tasks.first()?), tasks))
    }

    /// Whether a database is used over another connection already.
    pub(super) fn is_shared(&self, location: &Location) -> bool {
        self.begun.iter().filter(|begun| begun.location == *location).count() > 1
    }

    /// Tasks that were begun wait again, because there was no further connection for them.
    pub(super) fn wait_again(&mut self, number: u64, tasks: Vec<Task>) {
        self.end(number);
        for task in tasks.into_iter().rev() {
            self.crowded.insert(task.location().clone(), Instant::now() + PAUSE);
            let place = if task.is_strangers() { self.of_strangers() } else { 0 };
            self.tasks.insert(place, task);
        }
    }

    fn connections(&self, location: &Location) -> usize {
        let is_crowded = self.crowded.get(location).is_some_and(|until| Instant::now() < *until);
        if is_crowded || matches!(location, Location::File(_)) { 1 } else { MOST_CONNECTIONS }
    }

    /// The first task that can begin, and overtakes none that it has to follow. Lazy ones come before the others, because they don't wait for the
    /// disk: in one group with durable ones they would.
    fn first(&self) -> Option<usize> {
        let lazy = self.tasks.iter().position(|task| task.mode() == Mode::Lazy && self.may_begin(task));
        lazy.or_else(|| {
            let follows = |earlier: &Task, task: &Task| earlier.location() == task.location() && !earlier.order().goes_with(task.order());
            let mut waiting = self.tasks.iter().enumerate().take(MOST_PASSED);
            waiting.find(|(at, task)| self.may_begin(task) && !self.tasks.iter().take(*at).any(|earlier| follows(earlier, task))).map(|(at, _)| at)
        })
    }

    /// Takes this task, and all of its kind if they form a group.
    fn together(&mut self, first: usize) -> Vec<Task> {
        let Some((location, mode)) = self.tasks.get(first).map(|task| (task.location().clone(), task.mode())) else {
            return Vec::new();
        };
        if mode == Mode::Read {
            return self.tasks.remove(first).into_iter().collect();
        }
        let (mut taken, mut left) = (Vec::new(), VecDeque::with_capacity(self.tasks.len()));
        for task in self.tasks.drain(..) {
            if taken.len() < MOST_TOGETHER && *task.location() == location && task.mode() == mode {
                taken.push(task);
            } else {
                left.push_back(task);
            }
        }
        self.tasks = left;
        taken
    }
}
