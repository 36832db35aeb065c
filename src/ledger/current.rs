//! An invite as it is now, with its state: the result of lists and of verbs that change an invite.

use crate::policy::{self, Accounts};
use crate::store::{Tx, accounts, invites, names};
use crate::{Error, Invite, InviteId, KnownAccounts, Refusal, State, UnixTime};

/// An invite after a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Its id.
    pub id: InviteId,
    /// The invite and its state. `None` if its row can't be read; it can be changed nevertheless.
    pub invite: Option<(Invite, State)>,
}

/// The invite in the transaction that has changed it.
pub(super) fn changed(tx: &mut Tx<'_>, id: InviteId, now: UnixTime) -> Result<Changed, Error> {
    let invite = match invites::find(tx, id) {
        Ok(Some(invite)) => invite,
        Ok(None) | Err(Error::Refused(Refusal::InviteDamaged(_))) => return Ok(Changed { id, invite: None }),
        Err(error) => return Err(error),
    };
    let known = accounts::known(tx, invite.users())?;
    let in_flight = names::count_claims(tx, id)?;
    Ok(Changed { id, invite: Some(as_kept(invite, in_flight, &known, now)) })
}

/// The invite as lists show it, and its state. An invite of an earlier account is revoked, or has no creator any more.
pub(super) fn as_kept(invite: Invite, in_flight: i64, known: &KnownAccounts, now: UnixTime) -> (Invite, State) {
    // Most invites have no users, and a list has many invites.
    if invite.users().next().is_none() {
        let state = invite.state(in_flight, now);
        return (invite, state);
    }
    let state = if policy::is_orphaned(&invite, known) { State::Revoked } else { invite.state(in_flight, now) };
    (policy::without_former_users(invite, known, &Accounts::default()), state)
}
