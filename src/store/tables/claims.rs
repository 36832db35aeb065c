//! What a claim and a redemption read first, announced so that it takes one round trip.

use super::{Arg, Tx, accounts, invites, names, redemptions};
use crate::ids::PresentationId;
use crate::{Error, InviteId, Username};

/// Announces what a claim of a name reads, whose invite is locked if it is to be taken.
pub(crate) fn announce(tx: &mut Tx<'_>, invite: InviteId, presentation: PresentationId, username: &Username, locks: bool) -> Result<(), Error> {
    let (host, invite, presentation, username) = (Arg::Text(tx.host), Arg::Blob(&invite.0), Arg::Blob(&presentation.0), Arg::Text(username.as_str()));
    let next: [(_, &[_]); 5] = [
        (if locks { invites::LOCK } else { invites::FIND }, &[invite, host]),
        (redemptions::IS_RECORDED, &[presentation]),
        (names::HOLDER, &[host, username]),
        (names::CLAIMS_ON, &[invite, presentation]),
        (accounts::BELONGINGS, &[host, username]),
    ];
    // Only who takes the name has to know what an earlier account of it has left.
    tx.announce(next.get(..if locks { 5 } else { 4 }).unwrap_or_default())
}

/// Announces what a redemption reads.
pub(crate) fn announce_redemption(tx: &mut Tx<'_>, invite: InviteId, presentation: PresentationId) -> Result<(), Error> {
    let (host, invite, presentation) = (Arg::Text(tx.host), Arg::Blob(&invite.0), Arg::Blob(&presentation.0));
    tx.announce(&[(invites::LOCK, &[invite, host]), (names::CLAIM_OF, &[host, presentation])])
}
