//! The statements by which invites are made and used, with their arguments and their answers in the ledger's own types. No rule is applied here.

use serde_json::Value;

use super::rows::{Located, claim, holder as holder_of, invite, invite_columns, located, state};
use super::{Arg, Sql};
use crate::{Authority, Damaged, Invite, InviteId, Refusal, State, Token, UnixTime, Username};

/// Names one presentation of a token.
pub(crate) type PermitId = [u8; 16];
/// Names a server process.
pub(crate) type Owner = [u8; 16];

/// A use that somebody holds while they register.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    pub(crate) permit: PermitId,
    pub(crate) username: Username,
    pub(crate) invite: InviteId,
    pub(crate) is_reset: bool,
    /// From then on others may ask what became of it.
    pub(crate) lease: UnixTime,
    /// The process that took it.
    pub(crate) owner: Owner,
}

/// What is promised about a name.
pub(crate) struct Holder {
    pub(crate) invite: InviteId,
    /// When that invite's promise ends: with its expiry, or long ago if it was revoked or used up. A claim lasts longer.
    pub(crate) until: UnixTime,
    /// Who is registering it at this moment.
    pub(crate) claim: Option<Claim>,
}

macro_rules! claim_columns {
    () => {
        "n.permit, n.username, n.invite, i.kind, n.lease, n.owner"
    };
}

/// Writes a new invite down; false if it is there already.
pub(crate) fn insert(sql: &mut dyn Sql, host: &str, invite: &Invite, sweep_at: UnixTime) -> Result<bool, Refusal> {
    put(
        sql,
        "INSERT INTO invites
         (id, host, token, kind, inviter, username, max_uses, uses, created_at, expires_at, sweep_at, landing_page, data, maker, own_right, credentials)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT (id) DO NOTHING RETURNING 1",
        host,
        invite,
        sweep_at,
    )
}

/// The same for an imported invite, where one token may come twice: as a contact invite, and as the one that also allows registration. The latter
/// stays, whichever came first.
pub(crate) fn merge(sql: &mut dyn Sql, host: &str, invite: &Invite, sweep_at: UnixTime) -> Result<bool, Refusal> {
    put(
        sql,
        "INSERT INTO invites
         (id, host, token, kind, inviter, username, max_uses, uses, created_at, expires_at, sweep_at, landing_page, data, maker, own_right, credentials)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT (id) DO UPDATE SET
         kind = excluded.kind, max_uses = excluded.max_uses, created_at = excluded.created_at, landing_page = excluded.landing_page,
         data = excluded.data WHERE invites.host = excluded.host AND invites.kind = 'contact' AND excluded.kind = 'contact-account'
         AND invites.inviter = excluded.inviter AND invites.uses = 0 RETURNING 1",
        host,
        invite,
        sweep_at,
    )
}

fn put(sql: &mut dyn Sql, statement: &'static str, host: &str, invite: &Invite, sweep_at: UnixTime) -> Result<bool, Refusal> {
    let data = invite.data.as_ref().map(Value::to_string);
    let args = [
        Arg::Blob(&invite.id.0),
        Arg::Text(host),
        Arg::text(invite.token.as_ref().map(Token::secret)),
        Arg::Text(invite.kind.as_str()),
        Arg::text(invite.kind.inviter().map(Username::as_str)),
        Arg::text(invite.kind.bound_name().map(Username::as_str)),
        Arg::int(invite.limit.max_uses()),
        Arg::Int(invite.created.seconds()),
        Arg::Int(invite.expires.seconds()),
        Arg::Int(sweep_at.seconds()),
        Arg::text(invite.landing_page.as_deref()),
        Arg::text(data.as_deref()),
        Arg::text(invite.maker.as_ref().map(Username::as_str)),
        Arg::Int(i64::from(invite.authority == Authority::Maker)),
        Arg::text(invite.credentials.as_deref()),
    ];
    Ok(!sql.run(statement, &args)?.is_empty())
}

/// The invite with this id.
pub(crate) fn find(sql: &mut dyn Sql, host: &str, id: InviteId) -> Result<Option<Invite>, Refusal> {
    let statement = concat!("SELECT ", invite_columns!(), " FROM invites WHERE id = ?1 AND host = ?2");
    sql.run(statement, &[Arg::Blob(&id.0), Arg::Text(host)])?.pop().map(|row| Ok(invite(row)?)).transpose()
}

/// The same, and no other transaction gets past this until ours ends. It must come before every look on which a change depends: at READ COMMITTED a
/// look that comes first would see what was true before the wait.
pub(crate) fn lock(sql: &mut dyn Sql, host: &str, id: InviteId) -> Result<Option<Invite>, Refusal> {
    if sql.is_alone() {
        return find(sql, host, id);
    }
    let statement = concat!("SELECT ", invite_columns!(), " FROM invites WHERE id = ?1 AND host = ?2 FOR NO KEY UPDATE");
    sql.run(statement, &[Arg::Blob(&id.0), Arg::Text(host)])?.pop().map(|row| Ok(invite(row)?)).transpose()
}

/// Whose the invite with this id is.
pub(crate) fn locate(sql: &mut dyn Sql, host: &str, id: InviteId) -> Result<Option<Located>, Refusal> {
    let statement = "SELECT id, maker, own_right, created_at FROM invites WHERE id = ?1 AND host = ?2";
    sql.run(statement, &[Arg::Blob(&id.0), Arg::Text(host)])?.pop().map(located).transpose()
}

/// Where an invite is in its life, but for claims; no other transaction gets past this until ours ends.
pub(crate) fn lock_state(sql: &mut dyn Sql, host: &str, id: InviteId, now: UnixTime) -> Result<Option<State>, Refusal> {
    let statement = if sql.is_alone() {
        "SELECT max_uses, uses, expires_at, revoked_at FROM invites WHERE id = ?1 AND host = ?2"
    } else {
        "SELECT max_uses, uses, expires_at, revoked_at FROM invites WHERE id = ?1 AND host = ?2 FOR NO KEY UPDATE"
    };
    let row = sql.run(statement, &[Arg::Blob(&id.0), Arg::Text(host)])?.pop();
    Ok(row.map(|row| state(row, now).map_err(|reason| Damaged { id: Some(id), reason })).transpose()?)
}

/// Counts a use; once they are all spent the invite is swept at `sweep_at`. The uses with this one.
pub(crate) fn count_use(sql: &mut dyn Sql, id: InviteId, sweep_at: UnixTime) -> Result<i64, Refusal> {
    let statement = "UPDATE invites SET uses = uses + 1, sweep_at = CASE WHEN uses + 1 >= max_uses THEN CAST(?2 AS BIGINT) ELSE sweep_at END
                     WHERE id = ?1 RETURNING uses";
    sql.run(statement, &[Arg::Blob(&id.0), Arg::Int(sweep_at.seconds())])?.pop().ok_or_else(|| super::odd(&super::Cell::Odd("no such invite")))?.int()
}

/// Writes down that this permit was used; false if that was written before.
pub(crate) fn record(
    sql: &mut dyn Sql,
    host: &str,
    permit: PermitId,
    username: Option<&Username>,
    invite: InviteId,
    now: UnixTime,
) -> Result<bool, Refusal> {
    let args = [Arg::Blob(&permit), Arg::Text(host), Arg::text(username.map(Username::as_str)), Arg::Blob(&invite.0), Arg::Int(now.seconds())];
    let statement = "INSERT INTO invite_redemptions (permit, host, username, invite, at) VALUES (?1, ?2, ?3, ?4, ?5)
                     ON CONFLICT (permit) DO NOTHING RETURNING 1";
    Ok(!sql.run(statement, &args)?.is_empty())
}

/// Whether this permit was used.
pub(crate) fn is_recorded(sql: &mut dyn Sql, permit: PermitId) -> Result<bool, Refusal> {
    Ok(!sql.run("SELECT 1 FROM invite_redemptions WHERE permit = ?1", &[Arg::Blob(&permit)])?.is_empty())
}

/// The statement of [`holder`], a join. What stands on the right of an earlier account promises nothing.
pub(super) const HOLDER: &str = "SELECT n.invite, CASE WHEN i.revoked_at IS NOT NULL OR i.uses >= i.max_uses OR (i.own_right = 1 AND i.created_at
    < (SELECT a.began_at FROM invite_accounts a WHERE a.host = n.host AND a.username = i.maker)) THEN 0 ELSE i.expires_at END,
    n.permit, i.kind, n.lease, n.owner FROM invite_names n JOIN invites i ON i.id = n.invite WHERE n.host = ?1 AND n.username = ?2";

/// What is promised about a name.
pub(crate) fn holder(sql: &mut dyn Sql, host: &str, username: &Username) -> Result<Option<Holder>, Refusal> {
    let row = sql.run(HOLDER, &[Arg::Text(host), Arg::Text(username.as_str())])?.pop();
    Ok(row.map(|row| holder_of(row, username)).transpose()?)
}

/// Takes a name back that is promised to this invite and that nobody is registering. It names the invite, for since the look another transaction may have
/// promised the name anew.
pub(crate) fn drop_promise(sql: &mut dyn Sql, host: &str, username: &Username, invite: InviteId) -> Result<(), Refusal> {
    drop_name(sql, host, username.as_str(), invite)
}

/// The same for a name as it stands in the tables.
pub(super) fn drop_name(sql: &mut dyn Sql, host: &str, username: &str, invite: InviteId) -> Result<(), Refusal> {
    let statement = "DELETE FROM invite_names WHERE host = ?1 AND username = ?2 AND invite = ?3 AND permit IS NULL RETURNING 1";
    sql.run(statement, &[Arg::Text(host), Arg::Text(username), Arg::Blob(&invite.0)]).map(drop)
}

/// Promises a name to an invite; false if it is promised already.
pub(crate) fn reserve(sql: &mut dyn Sql, host: &str, username: &Username, invite: InviteId) -> Result<bool, Refusal> {
    let statement = "INSERT INTO invite_names (host, username, invite, reserved) VALUES (?1, ?2, ?3, 1)
                     ON CONFLICT (host, username) DO NOTHING RETURNING 1";
    Ok(!sql.run(statement, &[Arg::Text(host), Arg::Text(username.as_str()), Arg::Blob(&invite.0)])?.is_empty())
}

/// Promises the name of a claim to its permit; false if the name is promised to somebody else.
pub(crate) fn hold(sql: &mut dyn Sql, host: &str, claim: &Claim) -> Result<bool, Refusal> {
    let args = [
        Arg::Text(host),
        Arg::Text(claim.username.as_str()),
        Arg::Blob(&claim.invite.0),
        Arg::Blob(&claim.permit),
        Arg::Int(claim.lease.seconds()),
        Arg::Blob(&claim.owner),
    ];
    let statement = "INSERT INTO invite_names (host, username, invite, reserved, permit, lease, owner) VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6)
                     ON CONFLICT (host, username) DO UPDATE SET permit = excluded.permit, lease = excluded.lease, owner = excluded.owner
                     WHERE invite_names.invite = excluded.invite AND (invite_names.permit IS NULL OR invite_names.permit = excluded.permit)
                     RETURNING 1";
    Ok(!sql.run(statement, &args)?.is_empty())
}

/// Lets go of the other names that a permit held before it turned to this one.
pub(crate) fn let_go_of_others(sql: &mut dyn Sql, host: &str, permit: PermitId, username: &Username) -> Result<(), Refusal> {
    let statement = "DELETE FROM invite_names WHERE host = ?1 AND permit = ?2 AND reserved = 0 AND username <> ?3 RETURNING 1";
    sql.run(statement, &[Arg::Text(host), Arg::Blob(&permit), Arg::Text(username.as_str())]).map(drop)
}

/// The attempt of this permit is over; a name that was reserved before stays reserved.
pub(crate) fn release(sql: &mut dyn Sql, host: &str, permit: PermitId) -> Result<(), Refusal> {
    let args = [Arg::Text(host), Arg::Blob(&permit)];
    let keep = "UPDATE invite_names SET permit = NULL, lease = NULL, owner = NULL WHERE host = ?1 AND permit = ?2 AND reserved = 1 RETURNING 1";
    sql.run(keep, &args)?;
    sql.run("DELETE FROM invite_names WHERE host = ?1 AND permit = ?2 AND reserved = 0 RETURNING 1", &args).map(drop)
}

/// The name of this permit is an account's now.
pub(crate) fn fulfil(sql: &mut dyn Sql, host: &str, permit: PermitId) -> Result<(), Refusal> {
    sql.run("DELETE FROM invite_names WHERE host = ?1 AND permit = ?2 RETURNING 1", &[Arg::Text(host), Arg::Blob(&permit)]).map(drop)
}

/// The claim of a permit.
pub(crate) fn claim_of(sql: &mut dyn Sql, host: &str, permit: PermitId) -> Result<Option<Claim>, Refusal> {
    let statement =
        concat!("SELECT ", claim_columns!(), " FROM invite_names n JOIN invites i ON i.id = n.invite WHERE n.host = ?1 AND n.permit = ?2");
    sql.run(statement, &[Arg::Text(host), Arg::Blob(&permit)])?.pop().map(|row| Ok(claim(row)?)).transpose()
}

/// The claims on an invite by other permits.
pub(crate) fn claims_on(sql: &mut dyn Sql, invite: InviteId, except: PermitId) -> Result<Vec<Claim>, Refusal> {
    let statement = concat!(
        "SELECT ",
        claim_columns!(),
        " FROM invite_names n JOIN invites i ON i.id = n.invite WHERE n.invite = ?1 AND n.permit IS NOT NULL AND n.permit <> ?2"
    );
    sql.run(statement, &[Arg::Blob(&invite.0), Arg::Blob(&except)])?.into_iter().map(|row| Ok(claim(row)?)).collect()
}

/// How many claims there are on an invite.
pub(crate) fn count_claims(sql: &mut dyn Sql, invite: InviteId) -> Result<i64, Refusal> {
    let statement = "SELECT COUNT(*) FROM invite_names WHERE invite = ?1 AND permit IS NOT NULL";
    sql.run(statement, &[Arg::Blob(&invite.0)])?.pop().map_or(Ok(0), |mut row| row.int())
}

/// All claims of a host.
pub(crate) fn claims(sql: &mut dyn Sql, host: &str) -> Result<Vec<Result<Claim, Damaged>>, Refusal> {
    let statement =
        concat!("SELECT ", claim_columns!(), " FROM invite_names n JOIN invites i ON i.id = n.invite WHERE n.host = ?1 AND n.permit IS NOT NULL");
    Ok(sql.run(statement, &[Arg::Text(host)])?.into_iter().map(claim).collect())
}
