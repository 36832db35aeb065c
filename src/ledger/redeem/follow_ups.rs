//! What is to be done after redemptions: noted with them, and done later, a piece at a time.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ledger::{Ledger, Presentation, Settings};
use crate::store::{Mode, Tx, accounts, follow_ups, invites};
use crate::{Error, Invite, InviteId, Kind, UnixTime, Username, message, roles};

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FollowUpStep {
    /// Make the account and whoever invited it contacts. It is done at once, too; this is for who did not live to do it.
    Contact,
    /// Give the account the roles of the invite. It is done at once, too.
    Roles,
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
    /// The bare JID of the room. Else the invite and the presentation, so the same for each try; of a welcome the presentation.
    pub about: String,
    /// The user on whose authority it is done; none for the server's.
    pub creator: Option<Username>,
    /// When it was noted.
    pub noted: UnixTime,
    /// The text of a message, as [`Ledger::follow_ups`] finds it; `None` if its invite is gone.
    pub text: Option<String>,
    /// The roles to give, the primary one first, likewise.
    pub roles: Option<Vec<String>>,
    /// Who invited the account, of a contact, likewise; `None` if their name belongs to another account by now.
    pub contact: Option<Username>,
}

impl FollowUp {
    /// Something to do, before its invite was looked up.
    pub(crate) fn new(account: String, step: FollowUpStep, about: String, creator: Option<Username>, noted: UnixTime) -> Self {
        Self { account, step, about, creator, noted, text: None, roles: None, contact: None }
    }
}

impl Ledger {
    /// The next things to do, behind the one with this account, step and matter; none for the first ones.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn follow_ups(&mut self, after: Option<(&str, &str, &str)>) -> Result<Vec<FollowUp>, Error> {
        self.run(Mode::Read, |tx, _| {
            let mut found = follow_ups::page(tx, after, i64::from(Self::PAGE))?;
            found.iter_mut().try_for_each(|to_do| add_what_the_invite_says(tx, to_do))?;
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

/// Adds the text of a message, the roles, or the contact. If the name of the creator or the contact belongs to another account by now, a message is
/// the server's, and there are no roles and no contact.
fn add_what_the_invite_says(tx: &mut Tx<'_>, to_do: &mut FollowUp) -> Result<(), Error> {
    if !matches!(to_do.step, FollowUpStep::Contact | FollowUpStep::Message | FollowUpStep::Roles) {
        return Ok(());
    }
    let id = to_do.about.split_once('/').and_then(|(id, _)| u128::from_str_radix(id, 16).ok()).map(|id| InviteId(id.to_be_bytes()));
    let invite = match id.map(|id| invites::find(tx, id)).transpose() {
        Err(Error::Refused(_)) => None, // damaged
        found => found?.flatten(),
    };
    let Some(invite) = invite else { return Ok(()) };
    match to_do.step {
        FollowUpStep::Contact => {
            let inviter = invite.kind.inviter();
            to_do.contact = inviter.map(|inviter| is_same(tx, inviter, &invite)).transpose()?.and_then(|same| inviter.filter(|_| same).cloned());
        }
        FollowUpStep::Roles => {
            let holds = to_do.creator.as_ref().map_or(Ok(true), |creator| is_same(tx, creator, &invite))?;
            to_do.roles = roles::names(invite.data.as_ref()).filter(|_| holds);
        }
        _ => {
            to_do.text = message::of(invite.data.as_ref());
            let holds = to_do.creator.as_ref().map_or(Ok(true), |creator| is_same(tx, creator, &invite))?;
            to_do.creator.take_if(|_| !holds);
        }
    }
    Ok(())
}

/// Whether the name of a user of this invite still belongs to the account that it was made for.
fn is_same(tx: &mut Tx<'_>, user: &Username, invite: &Invite) -> Result<bool, Error> {
    Ok(accounts::find(tx, user)?.is_none_or(|account| account.made(invite.created, None)))
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
    let of_invite = || format!("{}/{}", hex(invite.id.0), hex(presentation.id.0));
    if invite.kind.inviter().is_some() {
        all.push((FollowUpStep::Contact, of_invite(), None));
    }
    if registers && roles::names(invite.data.as_ref()).is_some_and(|names| !names.is_empty()) {
        all.push((FollowUpStep::Roles, of_invite(), invite.authoriser()));
    }
    if registers && message::of(invite.data.as_ref()).is_some() {
        all.push((FollowUpStep::Message, of_invite(), invite.authoriser()));
    }
    if registers && settings.welcomes {
        all.push((FollowUpStep::Welcome, hex(presentation.id.0), None));
    }
    for (step, about, creator) in &all {
        follow_ups::note(tx, &FollowUp::new(account.to_owned(), *step, about.clone(), creator.cloned(), now))?;
    }
    Ok(all.len())
}

/// Notes what admins are to be told of the account at the top of a chain.
pub(super) fn note_limit(tx: &mut Tx<'_>, settings: &Settings, top: &Username, step: FollowUpStep, now: UnixTime) -> Result<(), Error> {
    follow_ups::note(tx, &FollowUp::new(settings.account(top), step, String::new(), None, now))
}
