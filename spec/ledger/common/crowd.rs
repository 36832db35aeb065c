//! Many who wait for a worker at the same time, so that it does what they want in groups.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use invites_core::store::{Location, Mode, Process};
use invites_core::worker::{Mailbox, Task, Work, Worker};
use invites_core::{Error, Ledger, Settings};

use super::{Place, settings};

/// A worker with a mailbox, as an event loop has them.
pub(crate) struct Crowd {
    worker: Worker,
    mailbox: Arc<Mailbox>,
    location: Location,
    settings: Arc<Settings>,
}

impl Crowd {
    /// The worker of the process with this number.
    pub(crate) fn of(place: &Place, process: u8) -> Self {
        let settings = Settings { process: Process::new([process; 16]), ..settings() };
        let mailbox = Arc::new(Mailbox::new().unwrap());
        Self { worker: Worker::default(), mailbox, location: place.location.clone(), settings: Arc::new(settings) }
    }

    /// All these calls at the same time, and their results in the same order. The worker takes the first one at once, and the others in one group.
    pub(crate) fn all<T, Call>(&self, mode: Mode, calls: impl IntoIterator<Item = Call>) -> Vec<Result<T, Error>>
    where
        T: Send + 'static,
        Call: FnMut(&mut Ledger) -> Result<T, Error> + Send + 'static,
    {
        // PostgreSQL has no groups.
        let mode = if matches!(self.location, Location::File(_)) { mode } else { Mode::Read };
        let results: Vec<_> = calls.into_iter().map(|call| self.post(mode, call)).collect();
        assert!(self.worker.drain(Duration::from_secs(60)), "the worker hangs");
        results.into_iter().map(|result| result.lock().unwrap().take().expect("an answer")).collect()
    }

    fn post<T, Call>(&self, mode: Mode, mut call: Call) -> Arc<Mutex<Option<Result<T, Error>>>>
    where
        T: Send + 'static,
        Call: FnMut(&mut Ledger) -> Result<T, Error> + Send + 'static,
    {
        let result = Arc::new(Mutex::new(None));
        let kept = result.clone();
        let work: Box<Work> = Box::new(move |ledger| {
            let done = ledger.map_or_else(|reason| Err(reason.clone()), &mut call);
            *kept.lock().unwrap() = Some(done);
        });
        let task = Task::new((self.location.clone(), self.settings.clone()), mode, (0, self.mailbox.clone()), work);
        assert!(self.worker.post(task).is_ok(), "too many wait");
        result
    }
}
