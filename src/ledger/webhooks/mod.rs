//! Webhooks: what happens to invites is noted in the transaction in which it happens, and sent later.
//!
//! One server at a time sends to a receiver. Of one invite, an event is sent only after those before it have been delivered or given up.

mod note;

use serde::{Deserialize, Serialize};

pub use note::Receiver;
pub(super) use note::note;

use super::Ledger;
use crate::store::receivers::Health;
use crate::store::{Mode, outbox, receivers};
use crate::{Error, InviteId, UnixTime};

/// Something to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The invite that it is about.
    pub(crate) invite: InviteId,
    /// Its place among those of the invite.
    pub(crate) place: i64,
    /// The id of the event, the same for each try.
    pub id: String,
    /// The body.
    pub body: String,
    /// When it happened.
    pub at: UnixTime,
    /// How many tries have failed.
    pub tries: i64,
}

/// What is to be sent to a receiver now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mail {
    /// Events of different invites, which can be sent at the same time. The receiver is this process's for [`Ledger::MAIL_LEASE`] seconds then.
    pub deliveries: Vec<Delivery>,
    /// Seconds after which to ask again, if nothing is to be sent and something waits.
    pub wait: Option<i64>,
    /// How many events were not kept, as too many waited.
    pub lost: i64,
}

/// How a receiver does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiverState {
    /// Its id.
    pub id: String,
    /// How many events wait.
    pub waiting: i64,
    /// How many tries in a row have failed.
    pub failures: i64,
    /// Since when, in Unix seconds.
    pub since: Option<i64>,
    /// What the last one failed with.
    pub problem: Option<String>,
}

impl Ledger {
    /// Seconds for which a receiver belongs to the process that sends to it, more than a try takes.
    pub const MAIL_LEASE: i64 = 60;
    /// Seconds after which an event is given up.
    pub const MAIL_END: i64 = 3 * 86_400;
    /// Events that may wait for a receiver. Further ones are lost.
    pub const MOST_MAIL: i64 = 10_000;
    /// Events that are sent at the same time.
    const AT_ONCE: i64 = 8;
    /// Seconds until the second try, and until the last ones.
    const PAUSES: (i64, i64) = (5, 300);
    /// Characters of a problem that are kept.
    const LONGEST_PROBLEM: usize = 200;

    /// What is to be sent to a receiver now. Only one server gets something, until it has called [`Ledger::delivered`] or its lease is over.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn mail(&mut self, receiver: &str, now: UnixTime) -> Result<Mail, Error> {
        let (next, health) = self.run(Mode::Read, |tx, _| Ok((outbox::next(tx, receiver)?, receivers::find(tx, receiver)?)))?;
        let health = health.unwrap_or_default();
        let is_due = |at: &UnixTime| *at <= now || *at > now.plus(Self::PAUSES.1); // else the clock was set
        let Some(next) = next else { return Ok(Mail::default()) };
        if let Some(at) = [next, health.due].into_iter().find(|at| !is_due(at)) {
            return Ok(Mail { wait: Some(at.seconds() - now.seconds()), ..Mail::default() });
        }
        let gone = match health.process {
            Some(process) if health.lease > now && self.store.is_gone(process)? => Some(process),
            _ => None,
        };
        self.run(Mode::Lazy, |tx, settings| {
            let process = settings.process.id();
            let Health { lost, failures, .. } = receivers::find(tx, receiver)?.unwrap_or_default();
            if !receivers::take(tx, receiver, (process, gone), (now, now.plus(Self::MAIL_LEASE)))? {
                return Ok(Mail { wait: Some(Self::PAUSES.0), ..Mail::default() });
            }
            // A receiver that fails is tried with one.
            let most = if failures > 0 { 1 } else { Self::AT_ONCE };
            let deliveries = outbox::due(tx, receiver, now.max(next), most)?;
            if deliveries.is_empty() {
                receivers::give_back(tx, receiver, process, &health)?;
            }
            Ok(Mail { wait: deliveries.is_empty().then_some(Self::PAUSES.0), deliveries, lost })
        })
    }

    /// What became of deliveries, each with its problem if it has failed. Returns how many were given up. They are tried again after pauses that grow,
    /// and given up after three days. If all fail, the receiver is left alone for as long.
    ///
    /// # Errors
    /// [`Error::Failed`]; then they are sent again.
    pub fn delivered(&mut self, receiver: &str, outcomes: &[(Delivery, Option<String>)], now: UnixTime) -> Result<usize, Error> {
        let is_alive = outcomes.iter().any(|(_, problem)| problem.is_none());
        let last = outcomes.iter().rev().find_map(|(_, problem)| problem.as_ref());
        self.run(Mode::Lazy, |tx, settings| {
            let mut health = receivers::find(tx, receiver)?.unwrap_or_default();
            let mut given_up = 0;
            if is_alive {
                health = Health::default();
            } else if let Some(problem) = last {
                health.failures += 1;
                health.since = health.since.or(Some(now));
                health.problem = Some(problem.chars().take(Self::LONGEST_PROBLEM).collect());
                health.due = now.plus(pause(health.failures));
                given_up += outbox::give_up(tx, receiver, now.plus(-Self::MAIL_END))?;
            }
            for (delivery, problem) in outcomes {
                if problem.is_none() {
                    outbox::remove(tx, receiver, delivery)?;
                } else if delivery.at > now.plus(-Self::MAIL_END) {
                    // What fails alone gets behind the others.
                    let again = if is_alive { now.plus(pause(delivery.tries + 1)) } else { health.due };
                    outbox::postpone(tx, receiver, delivery, again)?;
                } else if is_alive {
                    outbox::remove(tx, receiver, delivery)?;
                    given_up += 1;
                }
            }
            receivers::give_back(tx, receiver, settings.process.id(), &health)?;
            Ok(given_up)
        })
    }

    /// How the receivers do.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn receivers(&mut self) -> Result<Vec<ReceiverState>, Error> {
        self.run(Mode::Read, |tx, settings| {
            let state = |receiver: &Receiver| {
                let (waiting, _) = outbox::waiting(tx, &receiver.id)?;
                let Health { failures, since, problem, .. } = receivers::find(tx, &receiver.id)?.unwrap_or_default();
                Ok(ReceiverState { id: receiver.id.clone(), waiting, failures, since: since.map(UnixTime::seconds), problem })
            };
            settings.receivers.iter().map(state).collect()
        })
    }

    /// Drops what waits for receivers that are not in the configuration any more, and returns how many events that were.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn forget_receivers(&mut self) -> Result<usize, Error> {
        let mut former = Vec::new();
        self.run(Mode::Read, |tx, settings| {
            former.clear();
            let mut last = String::new();
            while let Some(receiver) = outbox::receiver_after(tx, &last)? {
                if !settings.receivers.iter().any(|known| known.id == receiver) {
                    former.push(receiver.clone());
                }
                last = receiver;
            }
            Ok(())
        })?;
        if former.is_empty() {
            return Ok(0);
        }
        self.run(Mode::Lazy, |tx, _| {
            let mut dropped = 0;
            for receiver in &former {
                dropped += outbox::forget(tx, receiver)?;
                receivers::forget(tx, receiver)?;
            }
            Ok(dropped)
        })
    }
}

/// Seconds until the next try, after so many that have failed.
fn pause(failures: i64) -> i64 {
    let (first, longest) = Ledger::PAUSES;
    let doubled = u32::try_from(failures.clamp(1, 20) - 1).map_or(longest, |times| first << times);
    doubled.min(longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_five_minutes() {
        assert_eq!([1, 2, 3, 6, 7, 8, i64::MAX].map(pause), [5, 10, 20, 160, 300, 300, 300]);
    }
}
