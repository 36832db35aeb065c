//! Something to do with the ledger of a host, and who has asked for it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{Mailbox, Order};
use crate::ledger::Settings;
use crate::store::{Location, Mode};
use crate::{Error, Ledger};

/// How long a task may wait until it is begun.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long whoever asked waits for the answer. What was not begun by then never is; what was begun may still be done.
pub const LONGEST_WAIT: Duration = Duration::from_secs(15);

/// What a task does with the ledger, or with the reason why it can't be done. It keeps the answer itself. It may be called again, if the group in which
/// it was done has failed.
pub type Work = dyn FnMut(Result<&mut Ledger, &Error>) + Send;

/// Something to do, in the ledger of one host.
pub struct Task {
    location: Location,
    settings: Arc<Settings>,
    mode: Mode,
    work: Box<Work>,
    /// Until when it has to be begun.
    until: Option<Instant>,
    is_strangers: bool,
    order: Order,
    number: u64,
    mailbox: Arc<Mailbox>,
}

impl Task {
    /// A task of this number, for a mailbox. What writes is done in a group of that mode, and what reads on its own. If it would be begun too late, it is
    /// refused.
    #[must_use]
    pub fn new((location, settings): (Location, Arc<Settings>), mode: Mode, (number, mailbox): (u64, Arc<Mailbox>), work: Box<Work>) -> Self {
        Self { location, settings, mode, work, until: Some(Instant::now() + PATIENCE), is_strangers: false, order: Order::Alone, number, mailbox }
    }

    /// The same, begun however late, and taken however much waits: it tells of something that has happened.
    #[must_use]
    pub fn at_any_time(self) -> Self {
        Self { until: None, ..self }
    }

    /// The same, for somebody who need not have an account or an invite. It gives way to others.
    #[must_use]
    pub fn of_strangers(self) -> Self {
        Self { is_strangers: true, ..self }
    }

    /// The same, which may be done beside others.
    #[must_use]
    pub fn in_order(self, order: Order) -> Self {
        Self { order, ..self }
    }

    pub(super) fn order(&self) -> &Order {
        &self.order
    }

    pub(super) fn can_be_refused(&self) -> bool {
        self.until.is_some()
    }

    pub(super) fn is_strangers(&self) -> bool {
        self.is_strangers
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
        if self.until.is_some_and(|until| until < Instant::now()) {
            self.refuse(&Error::Busy);
        } else {
            ledger.change_host(&self.settings);
            (self.work)(Ok(ledger));
        }
    }

    pub(super) fn is_for(&self, mailbox: &Arc<Mailbox>) -> bool {
        Arc::ptr_eq(&self.mailbox, mailbox)
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
