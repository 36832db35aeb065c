//! A call in two parts, and where its first part is done.

use std::sync::{Arc, Mutex, PoisonError};

use mlua::Lua;

use super::{LedgerHandle, Moment};
use crate::lua::respond::{Answer, Refused, caught};
use crate::store::Mode;
use crate::worker::{Order, Work};
use crate::{Error, Ledger};

/// How a job may wait for the worker.
#[derive(Clone, Default)]
pub(super) struct Terms {
    /// Whether anybody can cause it, without an account or an invite.
    pub(super) is_strangers: bool,
    /// Whether it is done however late.
    pub(super) is_certain: bool,
    /// What it may be done beside of.
    pub(super) order: Order,
}

/// A call whose arguments were read.
pub(super) struct Job<Run, Tell> {
    /// What it does in the ledger. It knows nothing of Lua, so that any thread can do it; and it may be done again, if it was refused where it was
    /// tried first, or with the group that it was in.
    pub(super) run: Run,
    /// What it returns to Lua.
    pub(super) tell: Tell,
    /// What takes it back, if nobody waits for the answer any more.
    pub(super) undo: Option<Box<Work>>,
    pub(super) terms: Terms,
}

impl<Run, Tell> Job<Run, Tell> {
    /// The same, for somebody who need not have an account or an invite.
    pub(super) fn of_strangers(self) -> Self {
        Self { terms: Terms { is_strangers: true, ..self.terms }, ..self }
    }

    /// The same, which may be done beside others.
    pub(super) fn in_order(self, order: Order) -> Self {
        Self { terms: Terms { order, ..self.terms }, ..self }
    }

    /// The same, done however late: it tells of something that has happened, and nobody waits for it.
    pub(super) fn at_any_time(self) -> Self {
        Self { terms: Terms { is_certain: true, ..self.terms }, ..self }
    }

    /// The same. If the caller has given up, it is taken back as soon as it is done.
    pub(super) fn undone_by(self, undo: impl Fn(&mut Ledger) + Send + 'static) -> Self {
        Self { undo: Some(Box::new(move |ledger| ledger.map_or((), &undo))), ..self }
    }
}

/// See [`Job`].
pub(super) fn job<T, R, Run, Tell>(run: Run, tell: Tell) -> Job<Run, Tell>
where
    Run: Fn(&mut Ledger, &Moment) -> Result<T, Refused> + Send + 'static,
    Tell: FnOnce(&Lua, &mut LedgerHandle, T) -> Answer<R> + 'static,
{
    Job { run, tell, undo: None, terms: Terms::default() }
}

/// What a job has found, once it is done.
pub(super) struct Found<T>(Arc<Mutex<Option<Result<T, Refused>>>>);

impl<T> Found<T> {
    pub(super) fn take(&self) -> Result<T, Refused> {
        let found = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        found.unwrap_or_else(|| Err(Error::Failed("the database has not answered in time".into()).into()))
    }
}

/// Where a job was done, or will be.
pub(super) enum Place<T> {
    Here(T),
    /// It has this number there.
    Worker(u64, Found<T>),
}

impl LedgerHandle {
    /// Does a job here if that never waits, or if the caller can't; else the worker gets it.
    ///
    /// # Errors
    /// Those of the job; or [`Error::Busy`] if too much is waiting for the worker.
    pub(super) fn place<T, Run>(&mut self, may_wait: bool, terms: Terms, moment: Moment, run: Run) -> Result<Place<T>, Refused>
    where
        T: Send + 'static,
        Run: Fn(&mut Ledger, &Moment) -> Result<T, Refused> + Send + 'static,
    {
        let Self { ledger, waiting, .. } = self;
        let Some(waiting) = waiting else {
            return caught(|| run(ledger, &moment)).map(Place::Here);
        };
        let mut mode = Mode::Read;
        if waiting.is_file() {
            let done = caught(|| run(ledger, &moment));
            match ledger.refused() {
                None => return done.map(Place::Here),
                Some(needed) => mode = needed,
            }
        }
        let found = Arc::new(Mutex::new(None));
        let kept = Found(found.clone());
        let work: Box<Work> = Box::new(move |ledger| {
            let done = ledger.map_or_else(|reason| Err(reason.clone().into()), |ledger| caught(|| run(ledger, &moment)));
            *found.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
        });
        if !may_wait {
            let mut task = waiting.task(Mode::Read, ledger.settings().clone(), work).in_order(terms.order);
            waiting.worker.in_person(&mut task);
            return kept.take().map(Place::Here);
        }
        let mut task = waiting.task(mode, waiting.patient.clone(), work).in_order(terms.order);
        // What has no sync that was measured may take any time.
        if mode != Mode::Read && waiting.is_alone() && waiting.worker.at_once(&mut task) {
            match kept.take() {
                // The worker has more patience.
                Err(refused) if refused.is_failure() => {}
                done => return done.map(Place::Here),
            }
        }
        let task = if terms.is_strangers { task.of_strangers() } else { task };
        let task = if terms.is_certain { task.at_any_time() } else { task };
        waiting.worker.post(task)?;
        Ok(Place::Worker(waiting.last, kept))
    }
}
