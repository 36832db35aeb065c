//! What is to be done after redemptions: noted with them, and done later, a piece at a time.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ledger::{Ledger, Presentation, Settings};
use crate::store::{Mode, Tx, accounts, follow_ups, invites};
use crate::{Error, Invite, InviteId, Kind, UnixTime, Username, message};

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FollowUpStep {
    /// Send the message of whoever invited the account.
    Message,
    /// Lead the account to a room.
    Room,
    /// Send the welcome of the host.
    Welcome,
    /// Tell admins that nobody can join below the account for a while.
    TreeFull,
    /// Tell admins that nobody can join below the last generation below the account for a while.
    TreeDeep,
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
    /// The bare JID of the room. Of a message: the invite and the presentation, of a welcome the presentation, so the same for each try.
    pub about: String,
    /// The user on whose authority it is done; none for the server's.
    pub creator: Option<Username>,
    /// When it was noted.
    pub noted: UnixTime,
    /// The text of a message, as [`Ledger::follow_ups`] finds it; `None` if its invite is gone.
    pub text: Option<String>,
}

impl Ledger {
    /// The next things to do, behind the one with this account, step and matter; none for the first ones.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn follow_ups(&mut self, after: Option<(&str, &str, &str)>) -> Result<Vec<FollowUp>, Error> {
        self.run(Mode::Read, |tx, _| {
            let mut found = follow_ups::page(tx, after, i64::from(Self::PAGE))?;
            found.iter_mut().filter(|to_do| to_do.step == FollowUpStep::Message).try_for_each(|to_do| add_text(tx, to_do))?;
            Ok(found)
        })
    }

    /// This was done, or can't be done any more. If a power cut undoes that, it is done again: whoever does it has to look first.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn followed_up(&mut self, account: &str, step: &str, about: &str) -> Result<(), Error> {
        self.run(Mode::Lazy, |tx, _| follow_ups::finish(tx, account, step, about))
    }
}

/// Adds the text of a message. If its creator's name belongs to another account by now, the message is the server's.
fn add_text(tx: &mut Tx<'_>, to_do: &mut FollowUp) -> Result<(), Error> {
    let id = to_do.about.split_once('/').and_then(|(id, _)| u128::from_str_radix(id, 16).ok()).map(|id| InviteId(id.to_be_bytes()));
    let invite = match id.map(|id| invites::find(tx, id)).transpose() {
        Err(Error::Refused(_)) => None, // damaged
        found => found?.flatten(),
    };
    let Some(invite) = invite else { return Ok(()) };
    to_do.text = message::of(invite.data.as_ref());
    if let Some(creator) = &to_do.creator {
        if accounts::find(tx, creator)?.is_some_and(|account| !account.made(invite.created, None)) {
            to_do.creator = None;
        }
    }
    Ok(())
}

/// Notes what is to be done for the account that has used an invite. Returns how much that is.
pub(super) fn note(
    tx: &mut Tx<'_>,
    settings: &Settings,
    invite: &Invite,
    account: &str,
    presentation: &Presentation,
    now: UnixTime,
) -> Result<usize, Error> {
    let hex = |id: [u8; 16]| format!("{:032x}", u128::from_be_bytes(id));
    let registers = presentation.registers && invite.kind.allows_registration() && !matches!(invite.kind, Kind::Reset { .. });
    let rooms = settings.rooms.with(invite, presentation.registers);
    let mut all: Vec<_> = rooms.into_iter().map(|(room, creator)| (FollowUpStep::Room, room.to_owned(), creator)).collect();
    if registers && message::of(invite.data.as_ref()).is_some() {
        all.push((FollowUpStep::Message, format!("{}/{}", hex(invite.id.0), hex(presentation.id.0)), invite.authoriser()));
    }
    if registers && settings.welcomes {
        all.push((FollowUpStep::Welcome, hex(presentation.id.0), None));
    }
    for (step, about, creator) in &all {
        let to_do = FollowUp { account: account.to_owned(), step: *step, about: about.clone(), creator: creator.cloned(), noted: now, text: None };
        follow_ups::note(tx, &to_do)?;
    }
    Ok(all.len())
}

/// Notes what admins are to be told of the account at the top of a chain.
pub(super) fn note_limit(tx: &mut Tx<'_>, settings: &Settings, top: &Username, step: FollowUpStep, now: UnixTime) -> Result<(), Error> {
    let to_do = FollowUp { account: settings.account(top), step, about: String::new(), creator: None, noted: now, text: None };
    follow_ups::note(tx, &to_do)
}
