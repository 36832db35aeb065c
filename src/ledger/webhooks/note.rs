//! Noting what happens to invites, for the receivers who want to know.

use rand::rngs::SysRng;

use super::Delivery;
use crate::ledger::current::changed;
use crate::ledger::{Ledger, Settings};
use crate::record::{Happened, Line, WebhookRecord};
use crate::store::{Tx, outbox, receivers};
use crate::token::draw;
use crate::{Error, UnixTime, WebhookEvent};

/// A receiver of webhooks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receiver {
    /// Its id, which stands for its address.
    pub id: String,
    /// What it wants to know.
    pub events: Vec<WebhookEvent>,
}

/// Notes an event within the transaction that has changed the invite, whose row is locked. There is nothing to say of an invite that can't be read.
pub(crate) fn note(tx: &mut Tx<'_>, settings: &Settings, happened: &Happened, now: UnixTime) -> Result<(), Error> {
    let mut wanting = settings.receivers.iter().filter(|receiver| receiver.events.contains(&happened.event)).peekable();
    if wanting.peek().is_none() {
        return Ok(());
    }
    let Some((invite, state)) = changed(tx, happened.invite, now)?.invite else { return Ok(()) };
    let id = format!("{:032x}", u128::from_be_bytes(draw(&mut SysRng)?));
    let record = WebhookRecord::of(&id, &settings.host, happened, (&invite, state), now);
    let body = record.line().map_err(|error| Error::Failed(error.to_string()))?;
    let delivery = Delivery { invite: happened.invite, place: 0, id, body, at: now, tries: 0 };
    for receiver in wanting {
        if !outbox::put(tx, &receiver.id, &delivery, now, Ledger::MOST_MAIL)? {
            receivers::lose(tx, &receiver.id)?;
        }
    }
    Ok(())
}
