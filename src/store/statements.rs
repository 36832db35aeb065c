//! Every statement about invites, with its arguments and its answer in the ledger's own types. No rule is applied here.

use serde_json::Value;

use super::{Arg, Row, Sql};
use crate::{Authority, Bookmark, Invite, InviteId, Kind, Limit, Refusal, Tally, Token, UnixTime, Username};

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

macro_rules! invite_columns {
    () => {
        "id, token, kind, inviter, username, maker, own_right, max_uses, uses, created_at, expires_at, revoked_at, landing_page, data"
    };
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
         (id, host, token, kind, inviter, username, max_uses, uses, created_at, expires_at, sweep_at, landing_page, data, maker, own_right)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT (id) DO NOTHING RETURNING 1",
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
         (id, host, token, kind, inviter, username, max_uses, uses, created_at, expires_at, sweep_at, landing_page, data, maker, own_right)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT (id) DO UPDATE SET
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
    ];
    Ok(!sql.run(statement, &args)?.is_empty())
}

/// The invite with this id.
pub(crate) fn find(sql: &mut dyn Sql, host: &str, id: InviteId) -> Result<Option<Invite>, Refusal> {
    let statement = concat!("SELECT ", invite_columns!(), " FROM invites WHERE id = ?1 AND host = ?2");
    sql.run(statement, &[Arg::Blob(&id.0), Arg::Text(host)])?.pop().map(invite).transpose()
}

/// The same, and no other transaction gets past this until ours ends. It must come before every look on which a change depends: at READ COMMITTED a
/// look that comes first would see what was true before the wait.
pub(crate) fn lock(sql: &mut dyn Sql, host: &str, id: InviteId) -> Result<Option<Invite>, Refusal> {
    let statement = concat!("UPDATE invites SET uses = uses WHERE id = ?1 AND host = ?2 RETURNING ", invite_columns!());
    sql.run(statement, &[Arg::Blob(&id.0), Arg::Text(host)])?.pop().map(invite).transpose()
}

/// The invites whose id is in a range; at most two, for one is enough to know that there are several.
pub(crate) fn find_between(sql: &mut dyn Sql, host: &str, (low, high): (InviteId, InviteId)) -> Result<Vec<Invite>, Refusal> {
    // The cast keeps SQLite from going through all invites of the host instead.
    let statement = concat!("SELECT ", invite_columns!(), " FROM invites WHERE id >= ?1 AND id <= ?2 AND CAST(host AS TEXT) = ?3 LIMIT 2");
    sql.run(statement, &[Arg::Blob(&low.0), Arg::Blob(&high.0), Arg::Text(host)])?.into_iter().map(invite).collect()
}

/// A page of a host's invites in the order in which they were made, of one maker if one is given, each with the number of claims on it.
pub(crate) fn page(
    sql: &mut dyn Sql,
    host: &str,
    maker: Option<&Username>,
    after: Option<&Bookmark>,
    limit: i64,
) -> Result<Vec<(Invite, i64)>, Refusal> {
    macro_rules! page_of {
        ($condition:literal) => {
            concat!(
                "SELECT (SELECT COUNT(*) FROM invite_names n WHERE n.invite = invites.id AND n.permit IS NOT NULL), ",
                invite_columns!(),
                " FROM invites WHERE host = ?1 AND (created_at, id) > (?2, ?3) ",
                $condition,
                " ORDER BY created_at, id LIMIT ?4"
            )
        };
    }
    let (created, id) = after.map_or((i64::MIN, [].as_slice()), |after| (after.created.seconds(), &after.id.0));
    let mut args = vec![Arg::Text(host), Arg::Int(created), Arg::Blob(id), Arg::Int(limit)];
    let statement = if let Some(maker) = maker {
        args.push(Arg::Text(maker.as_str()));
        page_of!("AND maker = ?5")
    } else {
        page_of!("")
    };
    let with_claims = |mut row: Row| Ok((row.int()?, row)).and_then(|(claims, row)| Ok((invite(row)?, claims)));
    sql.run(statement, &args)?.into_iter().map(with_claims).collect()
}

/// Takes an invite back, and what it reserves; false if that was done before.
pub(crate) fn revoke(sql: &mut dyn Sql, host: &str, id: InviteId, now: UnixTime, sweep_at: UnixTime) -> Result<bool, Refusal> {
    let args = [Arg::Blob(&id.0), Arg::Text(host), Arg::Int(now.seconds()), Arg::Int(sweep_at.seconds())];
    let statement = "UPDATE invites SET revoked_at = ?3, sweep_at = ?4 WHERE id = ?1 AND host = ?2 AND revoked_at IS NULL RETURNING id, username";
    let Some(mut row) = sql.run(statement, &args)?.pop() else {
        return Ok(false);
    };
    drop_bound_name(sql, host, &mut row)?;
    Ok(true)
}

/// Revokes what depends on an account: its contact invites and its resets. How many there were.
pub(crate) fn revoke_dependents(sql: &mut dyn Sql, host: &str, user: &Username, now: UnixTime, sweep_at: UnixTime) -> Result<usize, Refusal> {
    let args = [Arg::Text(host), Arg::Text(user.as_str()), Arg::Int(now.seconds()), Arg::Int(sweep_at.seconds())];
    let contacts = sql.run(
        "UPDATE invites SET revoked_at = ?3, sweep_at = ?4 WHERE host = ?1 AND inviter = ?2 AND kind <> 'account' AND revoked_at IS NULL RETURNING 1",
        &args,
    )?;
    let resets = sql.run(
        "UPDATE invites SET revoked_at = ?3, sweep_at = ?4 WHERE host = ?1 AND username = ?2 AND kind = 'reset' AND revoked_at IS NULL RETURNING 1",
        &args,
    )?;
    Ok(contacts.len() + resets.len())
}

/// Counts a use; once they are all spent the invite is swept at `sweep_at`. The uses with this one.
pub(crate) fn count_use(sql: &mut dyn Sql, id: InviteId, sweep_at: UnixTime) -> Result<i64, Refusal> {
    let statement = "UPDATE invites SET uses = uses + 1, sweep_at = CASE WHEN uses + 1 >= max_uses THEN CAST(?2 AS BIGINT) ELSE sweep_at END
                     WHERE id = ?1 RETURNING uses";
    sql.run(statement, &[Arg::Blob(&id.0), Arg::Int(sweep_at.seconds())])?.pop().ok_or_else(|| super::odd("no such invite"))?.int()
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

/// What is promised about a name.
pub(crate) fn holder(sql: &mut dyn Sql, host: &str, username: &Username) -> Result<Option<Holder>, Refusal> {
    let statement = "SELECT n.invite, CASE WHEN i.revoked_at IS NOT NULL OR i.uses >= i.max_uses THEN 0 ELSE i.expires_at END,
                     n.permit, i.kind, n.lease, n.owner FROM invite_names n JOIN invites i ON i.id = n.invite WHERE n.host = ?1 AND n.username = ?2";
    let Some(mut row) = sql.run(statement, &[Arg::Text(host), Arg::Text(username.as_str())])?.pop() else {
        return Ok(None);
    };
    let (invite, until) = (InviteId(row.bytes()?), UnixTime::from_seconds(row.int()?));
    let claim = match row.maybe_bytes()? {
        None => None,
        Some(permit) => Some(Claim {
            permit,
            username: username.clone(),
            invite,
            is_reset: row.text()? == "reset",
            lease: UnixTime::from_seconds(row.int()?),
            owner: row.bytes()?,
        }),
    };
    Ok(Some(Holder { invite, until, claim }))
}

/// Takes a name back that is promised to this invite and that nobody is registering. It names the invite, for since the look another transaction may have
/// promised the name anew.
pub(crate) fn drop_promise(sql: &mut dyn Sql, host: &str, username: &Username, invite: InviteId) -> Result<(), Refusal> {
    drop_name(sql, host, username.as_str(), invite)
}

/// The same for the name that an invite is bound to, if it is: a row of its id and that name.
fn drop_bound_name(sql: &mut dyn Sql, host: &str, row: &mut Row) -> Result<(), Refusal> {
    let (id, name) = (InviteId(row.bytes()?), row.maybe_text()?);
    name.map_or(Ok(()), |name| drop_name(sql, host, &name, id))
}

fn drop_name(sql: &mut dyn Sql, host: &str, username: &str, invite: InviteId) -> Result<(), Refusal> {
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
    sql.run(statement, &[Arg::Text(host), Arg::Blob(&permit)])?.pop().map(claim).transpose()
}

/// The claims on an invite by other permits.
pub(crate) fn claims_on(sql: &mut dyn Sql, invite: InviteId, except: PermitId) -> Result<Vec<Claim>, Refusal> {
    let statement = concat!(
        "SELECT ",
        claim_columns!(),
        " FROM invite_names n JOIN invites i ON i.id = n.invite WHERE n.invite = ?1 AND n.permit IS NOT NULL AND n.permit <> ?2"
    );
    sql.run(statement, &[Arg::Blob(&invite.0), Arg::Blob(&except)])?.into_iter().map(claim).collect()
}

/// How many claims there are on an invite.
pub(crate) fn count_claims(sql: &mut dyn Sql, invite: InviteId) -> Result<i64, Refusal> {
    let statement = "SELECT COUNT(*) FROM invite_names WHERE invite = ?1 AND permit IS NOT NULL";
    sql.run(statement, &[Arg::Blob(&invite.0)])?.pop().map_or(Ok(0), |mut row| row.int())
}

/// All claims of a host.
pub(crate) fn claims(sql: &mut dyn Sql, host: &str) -> Result<Vec<Claim>, Refusal> {
    let statement =
        concat!("SELECT ", claim_columns!(), " FROM invite_names n JOIN invites i ON i.id = n.invite WHERE n.host = ?1 AND n.permit IS NOT NULL");
    sql.run(statement, &[Arg::Text(host)])?.into_iter().map(claim).collect()
}

/// Removes up to `limit` invites whose time of keeping is over, with what is known of their uses. How many there were.
pub(crate) fn sweep(sql: &mut dyn Sql, host: &str, now: UnixTime, limit: i64) -> Result<usize, Refusal> {
    // An invite through which somebody registers at this moment stays until that is settled. So the first statement marks, and thereby locks, what seems
    // dead; the second looks again, when nobody can claim any more.
    macro_rules! is_unclaimed {
        () => {
            "NOT EXISTS (SELECT 1 FROM invite_names n WHERE n.invite = invites.id AND n.permit IS NOT NULL)"
        };
    }
    let mark = concat!(
        "UPDATE invites SET sweep_at = 0 WHERE id IN (SELECT id FROM invites WHERE host = ?1 AND sweep_at <= ?2 AND ",
        is_unclaimed!(),
        " ORDER BY sweep_at LIMIT ?3) RETURNING 1"
    );
    if sql.run(mark, &[Arg::Text(host), Arg::Int(now.seconds()), Arg::Int(limit)])?.is_empty() {
        return Ok(0);
    }
    let remove = concat!("DELETE FROM invites WHERE host = ?1 AND sweep_at = 0 AND ", is_unclaimed!(), " RETURNING id, username");
    let mut removed = sql.run(remove, &[Arg::Text(host)])?;
    removed.iter_mut().try_for_each(|row| drop_bound_name(sql, host, row))?;
    Ok(removed.len())
}

/// Whether the old store of this host was read.
pub(crate) fn is_imported(sql: &mut dyn Sql, host: &str) -> Result<bool, Refusal> {
    Ok(!sql.run("SELECT 1 FROM invite_imports WHERE host = ?1", &[Arg::Text(host)])?.is_empty())
}

/// The old store of this host was read.
pub(crate) fn mark_imported(sql: &mut dyn Sql, host: &str, now: UnixTime) -> Result<(), Refusal> {
    let statement = "INSERT INTO invite_imports (host, at) VALUES (?1, ?2) ON CONFLICT (host) DO NOTHING RETURNING 1";
    sql.run(statement, &[Arg::Text(host), Arg::Int(now.seconds())]).map(drop)
}

fn invite(mut row: Row) -> Result<Invite, Refusal> {
    let id = InviteId(row.bytes()?);
    let token = row.maybe_text()?.map(|text| Token::parse(&text)).transpose().map_err(super::odd)?;
    let kind = row.text()?;
    let mut name = || row.maybe_text()?.map(|name| Username::prepared(&name)).transpose().map_err(super::odd);
    let (inviter, username, maker) = (name()?, name()?, name()?);
    let kind = Kind::from_parts(&kind, username, inviter).ok_or_else(|| super::odd(kind))?;
    let authority = if row.int()? == 1 { Authority::Maker } else { Authority::Server };
    let limit = Limit::from_max_uses(row.maybe_int()?).map_err(super::odd)?;
    let uses = row.int()?;
    let (created, expires) = (UnixTime::from_seconds(row.int()?), UnixTime::from_seconds(row.int()?));
    let revoked = row.maybe_int()?.map(UnixTime::from_seconds);
    let landing_page = row.maybe_text()?;
    let data = row.maybe_text()?.map(|text| serde_json::from_str(&text)).transpose().map_err(|error| super::odd(error.to_string()))?;
    Ok(Invite { id, token, kind, maker, authority, limit, uses, created, expires, revoked, landing_page, data })
}

fn claim(mut row: Row) -> Result<Claim, Refusal> {
    Ok(Claim {
        permit: row.bytes()?,
        username: Username::prepared(&row.text()?).map_err(super::odd)?,
        invite: InviteId(row.bytes()?),
        is_reset: row.text()? == "reset",
        lease: UnixTime::from_seconds(row.int()?),
        owner: row.bytes()?,
    })
}

/// Counts the account invites that a user has pending and has made on this day (since 1970), and keeps others from counting until our transaction ends.
pub(crate) fn tally(sql: &mut dyn Sql, host: &str, maker: &Username, day: i64, now: UnixTime) -> Result<Tally, Refusal> {
    let statement = "INSERT INTO invite_quotas (host, maker, day, made) VALUES (?1, ?2, ?3, 0) ON CONFLICT (host, maker) DO UPDATE SET
                     made = CASE WHEN invite_quotas.day = excluded.day THEN invite_quotas.made ELSE 0 END, day = excluded.day RETURNING made";
    let args = [Arg::Text(host), Arg::Text(maker.as_str()), Arg::Int(day)];
    let today = sql.run(statement, &args)?.pop().map_or(Ok(0), |mut row| row.int())?;
    let statement = "SELECT COUNT(*) FROM invites WHERE host = ?1 AND maker = ?2 AND own_right = 1 AND kind <> 'contact' AND revoked_at IS NULL
                     AND expires_at > ?3 AND (max_uses IS NULL OR uses < max_uses)";
    let args = [Arg::Text(host), Arg::Text(maker.as_str()), Arg::Int(now.seconds())];
    let pending = sql.run(statement, &args)?.pop().map_or(Ok(0), |mut row| row.int())?;
    Ok(Tally { pending, today })
}

/// One more made today.
pub(crate) fn count_made(sql: &mut dyn Sql, host: &str, maker: &Username) -> Result<(), Refusal> {
    let statement = "UPDATE invite_quotas SET made = made + 1 WHERE host = ?1 AND maker = ?2 RETURNING 1";
    sql.run(statement, &[Arg::Text(host), Arg::Text(maker.as_str())]).map(drop)
}

/// Gives an invite another end of life, if it has not ended yet.
pub(crate) fn extend(sql: &mut dyn Sql, host: &str, id: InviteId, expires: UnixTime, sweep_at: UnixTime) -> Result<(), Refusal> {
    let statement = "UPDATE invites SET expires_at = ?3, sweep_at = ?4 WHERE id = ?1 AND host = ?2 RETURNING 1";
    let args = [Arg::Blob(&id.0), Arg::Text(host), Arg::Int(expires.seconds()), Arg::Int(sweep_at.seconds())];
    sql.run(statement, &args).map(drop)
}

/// Gives an invite other data.
pub(crate) fn annotate(sql: &mut dyn Sql, host: &str, id: InviteId, data: &Value) -> Result<(), Refusal> {
    let data = data.to_string();
    let statement = "UPDATE invites SET data = ?3 WHERE id = ?1 AND host = ?2 RETURNING 1";
    sql.run(statement, &[Arg::Blob(&id.0), Arg::Text(host), Arg::Text(&data)]).map(drop)
}

/// How many invites there are of each kind in each state: kind, state, count.
pub(crate) fn stats(sql: &mut dyn Sql, host: &str, now: UnixTime) -> Result<Vec<(String, String, i64)>, Refusal> {
    let statement = "SELECT kind, state, COUNT(*) FROM (SELECT kind, CASE WHEN revoked_at IS NOT NULL THEN 'revoked'
                     WHEN max_uses IS NOT NULL AND uses >= max_uses THEN 'redeemed' WHEN expires_at <= ?2 THEN 'expired' ELSE 'pending' END AS state
                     FROM invites WHERE host = ?1) counted GROUP BY kind, state ORDER BY kind, state";
    let rows = sql.run(statement, &[Arg::Text(host), Arg::Int(now.seconds())])?;
    rows.into_iter().map(|mut row| Ok((row.text()?, row.text()?, row.int()?))).collect()
}
