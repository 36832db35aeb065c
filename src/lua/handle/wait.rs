//! Calls that wait for the worker.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use mlua::{IntoLuaMulti, Lua, MultiValue, UserDataMethods, Value};

use super::{Found, LedgerHandle};
use crate::lua::respond::{Answer, give};
use crate::store::{Location, Mode};
use crate::worker::{Mailbox, Order, Task, Work, Worker};
use crate::{Error, Settings};

/// The worker of this process. It serves all hosts, and outlives reloads of the modules.
static WORKER: LazyLock<Worker> = LazyLock::new(Worker::default);

/// Presented invites of this process that nobody has used yet. Each holds a clone.
static PRESENTED: LazyLock<Arc<()>> = LazyLock::new(Arc::default);

/// A presented invite, for as long as this lives.
pub(super) fn presented() -> Arc<()> {
    PRESENTED.clone()
}

type Tell = Box<dyn FnOnce(&Lua, &mut LedgerHandle) -> mlua::Result<MultiValue>>;

/// Somebody who waits.
struct Waiter {
    tell: Tell,
    /// What takes back what was done, if they don't wait any more.
    undo: Option<(Order, Box<Work>)>,
}

/// The worker, as one ledger uses it.
pub(super) struct Waiting {
    pub(super) worker: Worker,
    /// The settings where no event loop waits.
    pub(super) patient: Arc<Settings>,
    /// The number of the last task.
    pub(super) last: u64,
    location: Location,
    mailbox: Arc<Mailbox>,
    waiters: HashMap<u64, Waiter>,
}

impl Waiting {
    pub(super) fn new(settings: &Settings, location: &Location) -> Answer<Self> {
        let mailbox = Mailbox::new().map_err(|error| Error::Failed(format!("no descriptor for the database's thread: {error}")))?;
        Ok(Self {
            worker: WORKER.clone(),
            patient: Arc::new(Settings { budget: None, ..settings.clone() }),
            last: 0,
            location: location.clone(),
            mailbox: Arc::new(mailbox),
            waiters: HashMap::new(),
        })
    }

    /// Whether an event loop may read the database itself.
    pub(super) fn is_file(&self) -> bool {
        matches!(self.location, Location::File(_))
    }

    /// Whether nobody would share a group.
    pub(super) fn is_alone(&self) -> bool {
        self.waiters.is_empty() && Arc::strong_count(&PRESENTED) <= 2
    }

    /// The next task.
    pub(super) fn task(&mut self, mode: Mode, settings: Arc<Settings>, work: Box<Work>) -> Task {
        self.last += 1;
        Task::new((self.location.clone(), settings), mode, (self.last, self.mailbox.clone()), work)
    }

    /// Whoever waits for this task waits no longer. Once it is done, however late, it is taken back: what does that comes after it, and before whatever
    /// is asked from now on. If that fails too, a claim is settled when its lease is over.
    fn give_up(&mut self, number: u64) {
        let Some((order, undo)) = self.waiters.remove(&number).and_then(|waiter| waiter.undo) else { return };
        let mode = if self.is_file() { Mode::Durable } else { Mode::Read };
        let task = self.task(mode, self.patient.clone(), undo).in_order(order).at_any_time();
        let _ = self.worker.post(task);
    }

    /// Closes the worker's connection.
    pub(super) fn close(&self) {
        self.worker.close(&self.location);
    }
}

impl LedgerHandle {
    /// nil, "wait", the number of the task, and whether it is done however late. [`add`]'s `answer` tells what it has found; after `give_up`, `undo` follows it.
    pub(super) fn wait_for<T: 'static, R: IntoLuaMulti>(
        &mut self,
        lua: &Lua,
        (number, is_certain): (u64, bool),
        found: Found<T>,
        tell: impl FnOnce(&Lua, &mut Self, T) -> Answer<R> + 'static,
        undo: Option<(Order, Box<Work>)>,
    ) -> Answer<MultiValue> {
        if let Some(waiting) = &mut self.waiting {
            let tell: Tell = Box::new(move |lua, handle| give(lua, || tell(lua, handle, found.take()?)));
            waiting.waiters.insert(number, Waiter { tell, undo });
        }
        Ok((Value::Nil, "wait", number, is_certain).into_lua_multi(lua)?)
    }
}

pub(super) fn add<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // () → descriptor that can be read while a task is done, or nil
    methods.add_method("descriptor", |_, handle, ()| Ok(handle.waiting.as_ref().map(|waiting| waiting.mailbox.descriptor())));
    // () → number of a task that is done, or nil
    methods.add_method("done", |_, handle, ()| Ok(handle.waiting.as_ref().and_then(|waiting| waiting.mailbox.take())));
    // () refuses what waits and was not begun
    methods.add_method("withdraw", |_, handle, ()| {
        if let Some(waiting) = &handle.waiting {
            waiting.worker.withdraw(&waiting.mailbox);
        }
        Ok(())
    });
    // (number of a task that is done) → results of the call; nil if they were told already
    methods.add_method_mut("answer", |lua, handle, number: u64| match handle.waiting.as_mut().and_then(|waiting| waiting.waiters.remove(&number)) {
        Some(waiter) => (waiter.tell)(lua, handle),
        None => Value::Nil.into_lua_multi(lua),
    });
    // (number) → as a call that failed. Nobody waits for it any more. What the task does may not be on the disk, even if it has an answer already.
    methods.add_method_mut("give_up", |lua, handle, number: u64| {
        if let Some(waiting) = &mut handle.waiting {
            waiting.give_up(number);
        }
        give::<()>(lua, || Err(Error::Failed("the database has not answered in time".into()).into()))
    });
}

/// Waits until the worker has nothing left to do, but no longer than so many seconds; and the event loop with it. Returns whether nothing is
/// left.
pub(in crate::lua) fn drain(longest: f64) -> bool {
    WORKER.drain(Duration::try_from_secs_f64(longest).unwrap_or_default())
}
