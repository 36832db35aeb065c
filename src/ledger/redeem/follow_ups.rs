//! What is to be done after redemptions: noted with them, and done later, a piece at a time.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ledger::{Ledger, Settings};
use crate::store::{Mode, Tx, follow_ups};
use crate::{Error, Invite, UnixTime, Username};

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FollowUpStep {
    /// Lead the account to a room.
    Room,
}

impl fmt::Display for FollowUpStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// Something that is to be done after a redemption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The bare JID for which it is done; perhaps of another server.
    pub account: String,
    /// What is to be done.
    pub step: FollowUpStep,
    /// The bare JID of the room.
    pub about: String,
    /// The user on whose authority it is done; none for the server's.
    pub creator: Option<Username>,
    /// When it was noted.
    pub noted: UnixTime,
}

impl Ledger {
    /// The next things to do, behind the one with this account, step and matter; none for the first ones.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn follow_ups(&mut self, after: Option<(&str, &str, &str)>) -> Result<Vec<FollowUp>, Error> {
        self.run(Mode::Read, |tx, _| follow_ups::page(tx, after, i64::from(Self::PAGE)))
    }

    /// This was done, or can't be done any more. If a power cut undoes that, it is done again: whoever does it has to look first.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn followed_up(&mut self, account: &str, step: &str, about: &str) -> Result<(), Error> {
        self.run(Mode::Lazy, |tx, _| follow_ups::finish(tx, account, step, about))
    }
}

/// Notes what is to be done for the account that has used an invite. Returns how much that is.
pub(super) fn note(tx: &mut Tx<'_>, settings: &Settings, invite: &Invite, account: &str, registers: bool, now: UnixTime) -> Result<usize, Error> {
    let rooms = settings.rooms.with(invite, registers);
    for (room, creator) in &rooms {
        let to_do =
            FollowUp { account: account.to_owned(), step: FollowUpStep::Room, about: (*room).to_owned(), creator: creator.cloned(), noted: now };
        follow_ups::note(tx, &to_do)?;
    }
    Ok(rooms.len())
}
