//! Something to do with the ledger of a host, and who has asked for it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Mailbox;
use crate::ledger::Settings;
use crate::store::{Location, Mode};
use crate::{Error, Ledger};

/// How long a task may wait until it is begun. Whoever asked has given up then.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// What a task does with the ledger, or with the reason why it can't be done. It keeps the answer itself. It may be called again, if the group in which
/// it was done has failed.
pub type Work = dyn FnMut(Result<&mut Ledger, &Error>) + Send;

/// Something to do, in the ledger of one host.
pub struct Task {
    location: Location,
    settings: Arc<Settings>,
    mode: Mode,
    work: Box<Work>,
    asked: Instant,
    number: u64,
    mailbox: Arc<Mailbox>,
}

impl Task {
    /// A task of this number, for a mailbox. What writes is done in a group of that mode, and what reads on its own. If it would be begun too late, it is
    /// refused.
    #[must_use]
    pub fn new((location, settings): (Location, Arc<Settings>), mode: Mode, (number, mailbox): (u64, Arc<Mailbox>), work: Box<Work>) -> Self {
        Self { location, settings, mode, work, asked: Instant::now(), number, mailbox }
    }

    pub(super) fn location(&self) -> &Location {
        &self.location
    }

    pub(super) fn mode(&self) -> Mode {
        self.mode
    }

    pub(super) fn settings(&self) -> &Arc<Settings> {
        &self.settings
    }

    /// Does it, unless it has waited too long.
    pub(super) fn perform(&mut self, ledger: &mut Ledger) {
        if self.asked.elapsed() < PATIENCE {
            ledger.change_host(&self.settings);
            (self.work)(Ok(ledger));
        } else {
            self.refuse(&Error::Failed("the database was too busy".into()));
        }
    }

    /// It can't be done.
    pub(super) fn refuse(&mut self, reason: &Error) {
        (self.work)(Err(reason));
    }

    #[cfg(test)]
    pub(super) fn into_number(self) -> u64 {
        self.number
    }

    pub(super) fn deliver(self) {
        self.mailbox.put(self.number);
    }
}
