//! An invite as it is now, with its state: what lists show, and what a verb returns that changed it.

use crate::policy::{self, Accounts};
use crate::store::{Tx, accounts, invites, names};
use crate::{Error, Invite, InviteId, KnownAccounts, Refusal, State, UnixTime};

/// An invite that was changed, as it is now.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Which.
    pub id: InviteId,
    /// The invite, and where it is in its life; none if its row can't be read, which keeps nobody from changing it.
    pub invite: Option<(Invite, State)>,
}

/// An invite as it is now, in the transaction that has changed it.
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

/// An invite as it is shown to whoever keeps the book, and where it is in its life: one of an earlier account is over, or is nobody's.
pub(super) fn as_kept(invite: Invite, in_flight: i64, known: &KnownAccounts, now: UnixTime) -> (Invite, State) {
    let state = if policy::is_orphaned(&invite, known) { State::Revoked } else { invite.state(in_flight, now) };
    (policy::without_former_users(invite, known, &Accounts::default()), state)
}
