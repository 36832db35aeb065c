//! The table `invite_names`: names that are reserved for an invite, and claims, which are names that somebody is registering. No rule is applied
//! here.

use super::decode::{claim, holder as decode_holder};
use super::{Arg, Row, Tx};
use crate::ids::{NodeId, PresentationId, ProcessId};
use crate::{Damaged, Error, InviteId, UnixTime, Username};

/// A use that is held while somebody registers.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    pub(crate) presentation: PresentationId,
    pub(crate) username: Username,
    pub(crate) invite: InviteId,
    pub(crate) is_reset: bool,
    /// From then on, anybody may settle it.
    pub(crate) lease: UnixTime,
    /// The process that took it.
    pub(crate) process: ProcessId,
}

/// Who holds a name.
pub(crate) struct Holder {
    pub(crate) invite: InviteId,
    /// When the reservation of that invite ends: at its expiry, or long ago if it was revoked or used up. A claim lasts longer.
    pub(crate) until: UnixTime,
    /// The claim of the presentation that is registering it.
    pub(crate) claim: Option<Claim>,
}

macro_rules! claim_columns {
    () => {
        "n.presentation, n.username, n.invite, i.kind, n.lease, n.process"
    };
}

/// The statement of [`holder`]. An invite on the authority of an earlier account reserves nothing.
pub(in crate::store) const HOLDER: &str =
    "SELECT n.invite, CASE WHEN i.revoked_at IS NOT NULL OR i.uses >= i.max_uses OR (i.user_authority = 1 AND i.created_at
    < (SELECT a.began_at FROM invite_accounts a WHERE a.host = n.host AND a.username = i.creator)) THEN 0 ELSE i.expires_at END,
    n.presentation, i.kind, n.lease, n.process FROM invite_names n JOIN invites i ON i.id = n.invite WHERE n.host = ?1 AND n.username = ?2";

/// Who holds a name.
pub(crate) fn holder(tx: &mut Tx<'_>, username: &Username) -> Result<Option<Holder>, Error> {
    let row = tx.run(HOLDER, &[Arg::Text(tx.host), Arg::Text(username.as_str())])?.pop();
    Ok(row.map(|row| decode_holder(row, username)).transpose()?)
}

/// Reserves a name for an invite; false if it is reserved already.
pub(crate) fn reserve(tx: &mut Tx<'_>, username: &Username, invite: InviteId) -> Result<bool, Error> {
    let statement = "INSERT INTO invite_names (host, username, invite, reserved) VALUES (?1, ?2, ?3, 1)
                     ON CONFLICT (host, username) DO NOTHING RETURNING 1";
    Ok(!tx.run(statement, &[Arg::Text(tx.host), Arg::Text(username.as_str()), Arg::Blob(&invite.0)])?.is_empty())
}

/// Drops whatever is known of a name: its reservation, and a claim.
pub(crate) fn erase(tx: &mut Tx<'_>, username: &Username) -> Result<(), Error> {
    let statement = "DELETE FROM invite_names WHERE host = ?1 AND username = ?2 RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Text(username.as_str())])
}

/// Drops the reservation of a name for this invite, unless somebody is registering it. It names the invite, because another transaction may have
/// reserved the name anew.
pub(crate) fn release_reservation(tx: &mut Tx<'_>, username: &Username, invite: InviteId) -> Result<(), Error> {
    drop_reservation(tx, username.as_str(), invite)
}

/// The same for a name as the tables have it.
pub(super) fn drop_reservation(tx: &mut Tx<'_>, username: &str, invite: InviteId) -> Result<(), Error> {
    let statement = "DELETE FROM invite_names WHERE host = ?1 AND username = ?2 AND invite = ?3 AND presentation IS NULL RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Text(username), Arg::Blob(&invite.0)])
}

/// Drops the reservation of a bound name. The row has the invite's id, which is returned if it can be read, and that name.
pub(super) fn drop_bound_name(tx: &mut Tx<'_>, row: &mut Row) -> Result<Option<InviteId>, Error> {
    let id = row.bytes().ok().map(InviteId);
    // A damaged id or name has no reservation of ours.
    if let (Some(id), Ok(Some(name))) = (id, row.maybe_text()) {
        drop_reservation(tx, &name, id)?;
    }
    Ok(id)
}

/// Claims a name for a presentation, whose account will join the chain below `root`; false if somebody else holds it.
pub(crate) fn claim_name(tx: &mut Tx<'_>, claim: &Claim, root: Option<NodeId>) -> Result<bool, Error> {
    let args = [
        Arg::Text(tx.host),
        Arg::Text(claim.username.as_str()),
        Arg::Blob(&claim.invite.0),
        Arg::Blob(&claim.presentation.0),
        Arg::Int(claim.lease.seconds()),
        Arg::Blob(&claim.process.0),
        root.as_ref().map_or(Arg::Null, |id| Arg::Blob(&id.0)),
    ];
    let statement = "INSERT INTO invite_names (host, username, invite, reserved, presentation, lease, process, root) VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7)
                     ON CONFLICT (host, username) DO UPDATE SET presentation = excluded.presentation, lease = excluded.lease, process = excluded.process,
                     root = excluded.root
                     WHERE invite_names.invite = excluded.invite AND (invite_names.presentation IS NULL OR invite_names.presentation = excluded.presentation)
                     RETURNING 1";
    Ok(!tx.run(statement, &args)?.is_empty())
}

/// Drops the other names that a presentation has claimed before.
pub(crate) fn release_other_names(tx: &mut Tx<'_>, presentation: PresentationId, username: &Username) -> Result<(), Error> {
    let statement = "DELETE FROM invite_names WHERE host = ?1 AND presentation = ?2 AND reserved = 0 AND username <> ?3 RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Blob(&presentation.0), Arg::Text(username.as_str())])
}

/// Ends the claim of a presentation. A name that was reserved before stays reserved.
pub(crate) fn release(tx: &mut Tx<'_>, presentation: PresentationId) -> Result<(), Error> {
    let args = [Arg::Text(tx.host), Arg::Blob(&presentation.0)];
    let keep = "UPDATE invite_names SET presentation = NULL, lease = NULL, process = NULL WHERE host = ?1 AND presentation = ?2 AND reserved = 1 RETURNING 1";
    tx.run(keep, &args)?;
    tx.tell("DELETE FROM invite_names WHERE host = ?1 AND presentation = ?2 AND reserved = 0 RETURNING 1", &args)
}

/// Removes the name of a presentation, because it is an account's now.
pub(crate) fn finish(tx: &mut Tx<'_>, presentation: PresentationId) -> Result<(), Error> {
    tx.tell("DELETE FROM invite_names WHERE host = ?1 AND presentation = ?2 RETURNING 1", &[Arg::Text(tx.host), Arg::Blob(&presentation.0)])
}

/// The statement of [`claim_of`].
pub(super) const CLAIM_OF: &str =
    concat!("SELECT ", claim_columns!(), " FROM invite_names n JOIN invites i ON i.id = n.invite WHERE n.host = ?1 AND n.presentation = ?2");
/// The statement of [`claims_on`].
pub(super) const CLAIMS_ON: &str = concat!(
    "SELECT ",
    claim_columns!(),
    " FROM invite_names n JOIN invites i ON i.id = n.invite WHERE n.invite = ?1 AND n.presentation IS NOT NULL AND n.presentation <> ?2"
);

/// The claim of a presentation.
pub(crate) fn claim_of(tx: &mut Tx<'_>, presentation: PresentationId) -> Result<Option<Claim>, Error> {
    tx.run(CLAIM_OF, &[Arg::Text(tx.host), Arg::Blob(&presentation.0)])?.pop().map(|row| Ok(claim(row)?)).transpose()
}

/// The claims on an invite by other presentations.
pub(crate) fn claims_on(tx: &mut Tx<'_>, invite: InviteId, except: PresentationId) -> Result<Vec<Claim>, Error> {
    tx.run(CLAIMS_ON, &[Arg::Blob(&invite.0), Arg::Blob(&except.0)])?.into_iter().map(|row| Ok(claim(row)?)).collect()
}

/// The number of claims on an invite.
pub(crate) fn count_claims(tx: &mut Tx<'_>, invite: InviteId) -> Result<i64, Error> {
    let statement = "SELECT COUNT(*) FROM invite_names WHERE invite = ?1 AND presentation IS NOT NULL";
    tx.run(statement, &[Arg::Blob(&invite.0)])?.pop().map_or(Ok(0), |mut row| row.int())
}

/// All claims of a host.
pub(crate) fn claims(tx: &mut Tx<'_>) -> Result<Vec<Result<Claim, Damaged>>, Error> {
    let statement = concat!(
        "SELECT ",
        claim_columns!(),
        " FROM invite_names n JOIN invites i ON i.id = n.invite WHERE n.host = ?1 AND n.presentation IS NOT NULL"
    );
    Ok(tx.run(statement, &[Arg::Text(tx.host)])?.into_iter().map(claim).collect())
}
