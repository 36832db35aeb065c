//! The table `invites`: one row for each invite. No rule is applied here.

use serde_json::Value;

use super::decode::{LONGEST, Located, data_size, invite, invite_columns, located, place, state};
use super::names::drop_bound_name;
use super::{Arg, Tx};
use crate::{Authority, Cursor, Damaged, Error, Invite, InviteId, Limit, Refusal, State, Token, UnixTime, Username};

fn put(tx: &mut Tx<'_>, statement: &'static str, invite: &Invite, sweep_at: UnixTime) -> Result<bool, Error> {
    let (kind, data) = (invite.kind.name().to_string(), invite.data.as_ref().map(Value::to_string));
    let args = [
        Arg::Blob(&invite.id.0),
        Arg::Text(tx.host),
        Arg::text(invite.token.as_ref().map(Token::secret)),
        Arg::Text(&kind),
        Arg::text(invite.kind.inviter().map(Username::as_str)),
        Arg::text(invite.kind.bound_name().map(Username::as_str)),
        Arg::int(invite.limit.max_uses()),
        Arg::Int(invite.created.seconds()),
        Arg::Int(invite.expires.seconds()),
        Arg::Int(sweep_at.seconds()),
        Arg::text(invite.landing_page.as_deref()),
        Arg::text(data.as_deref()),
        Arg::text(invite.creator.as_ref().map(Username::as_str)),
        Arg::Int(i64::from(invite.authority == Authority::User)),
        Arg::text(invite.credentials.as_deref()),
    ];
    Ok(!tx.run(statement, &args)?.is_empty())
}

/// Inserts a new invite; false if it exists.
pub(crate) fn insert(tx: &mut Tx<'_>, invite: &Invite, sweep_at: UnixTime) -> Result<bool, Error> {
    put(
        tx,
        "INSERT INTO invites
         (id, host, token, kind, inviter, username, max_uses, uses, created_at, expires_at, sweep_at, landing_page, data, creator, user_authority, credentials)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT (id) DO NOTHING RETURNING 1",
        invite,
        sweep_at,
    )
}

/// Inserts an imported invite. A token may come twice: as a contact invite, and as one that also allows registration. The latter stays, whichever
/// comes first.
pub(crate) fn merge(tx: &mut Tx<'_>, invite: &Invite, sweep_at: UnixTime) -> Result<bool, Error> {
    put(
        tx,
        "INSERT INTO invites
         (id, host, token, kind, inviter, username, max_uses, uses, created_at, expires_at, sweep_at, landing_page, data, creator, user_authority, credentials)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT (id) DO UPDATE SET
         kind = excluded.kind, max_uses = excluded.max_uses, created_at = excluded.created_at, landing_page = excluded.landing_page,
         data = excluded.data WHERE invites.host = excluded.host AND invites.kind = 'contact' AND excluded.kind = 'contact-account'
         AND invites.inviter = excluded.inviter AND invites.uses = 0 RETURNING 1",
        invite,
        sweep_at,
    )
}

/// The statement of [`find`].
pub(super) const FIND: &str = concat!("SELECT ", invite_columns!(), " FROM invites WHERE id = ?1 AND host = ?2");
/// The statement of [`lock`] where not the whole database is locked.
pub(super) const LOCK: &str = concat!("SELECT ", invite_columns!(), " FROM invites WHERE id = ?1 AND host = ?2 FOR NO KEY UPDATE");

/// The invite with this id.
pub(crate) fn find(tx: &mut Tx<'_>, id: InviteId) -> Result<Option<Invite>, Error> {
    tx.run(FIND, &[Arg::Blob(&id.0), Arg::Text(tx.host)])?.pop().map(|row| Ok(invite(row)?)).transpose()
}

/// The invite with this id, locked until the transaction ends. This comes before every read on which a change depends: at READ COMMITTED, an earlier
/// read would see the state before the wait.
pub(crate) fn lock(tx: &mut Tx<'_>, id: InviteId) -> Result<Option<Invite>, Error> {
    if tx.is_exclusive() {
        return find(tx, id);
    }
    tx.run(LOCK, &[Arg::Blob(&id.0), Arg::Text(tx.host)])?.pop().map(|row| Ok(invite(row)?)).transpose()
}

/// The creator and the age of the invite with this id.
pub(crate) fn locate(tx: &mut Tx<'_>, id: InviteId) -> Result<Option<Located>, Error> {
    let statement = "SELECT id, creator, user_authority, created_at FROM invites WHERE id = ?1 AND host = ?2";
    tx.run(statement, &[Arg::Blob(&id.0), Arg::Text(tx.host)])?.pop().map(located).transpose()
}

/// The invites whose id is in a range; at most two, which is enough to know that it is ambiguous.
pub(crate) fn locate_between(tx: &mut Tx<'_>, (low, high): (InviteId, InviteId)) -> Result<Vec<Located>, Error> {
    // Without the cast, SQLite would scan all invites of the host.
    let statement = "SELECT id, creator, user_authority, created_at FROM invites WHERE id >= ?1 AND id <= ?2 AND CAST(host AS TEXT) = ?3 LIMIT 2";
    tx.run(statement, &[Arg::Blob(&low.0), Arg::Blob(&high.0), Arg::Text(tx.host)])?.into_iter().map(located).collect()
}

/// The state of an invite, claims aside, with its row locked until the transaction ends.
pub(crate) fn lock_state(tx: &mut Tx<'_>, id: InviteId, now: UnixTime) -> Result<Option<State>, Error> {
    let statement = if tx.is_exclusive() {
        "SELECT max_uses, uses, expires_at, revoked_at FROM invites WHERE id = ?1 AND host = ?2"
    } else {
        "SELECT max_uses, uses, expires_at, revoked_at FROM invites WHERE id = ?1 AND host = ?2 FOR NO KEY UPDATE"
    };
    let row = tx.run(statement, &[Arg::Blob(&id.0), Arg::Text(tx.host)])?.pop();
    Ok(row.map(|row| state(row, now).map_err(|reason| Damaged { id: Some(id), reason })).transpose()?)
}

/// A row of a list: its cursor, if it has one, and the invite with its number of claims.
pub(crate) type Listed = (Option<Cursor>, Result<(Invite, i64), Damaged>);

/// Bytes of `data` after which a page ends, even if more rows were asked for.
const PAGE_BYTES: i64 = 32 * 1024;

/// A page of a host's invites in the order of creation (or the newest first), optionally of one creator, each with its number of claims; and whether
/// there may be more. It has at least one row with a cursor, if there is one among the rows asked for.
pub(crate) fn page(
    tx: &mut Tx<'_>,
    creator: Option<&Username>,
    after: Option<&Cursor>,
    newest_first: bool,
    limit: i64,
) -> Result<(Vec<Listed>, bool), Error> {
    macro_rules! page_of {
        ($condition:literal, $order:literal) => {
            concat!(
                // Most of the time nobody is registering. That is one question for the whole page instead of one for each row.
                "SELECT CASE WHEN EXISTS (SELECT 1 FROM invite_names n WHERE n.host = ?1 AND n.presentation IS NOT NULL)
                 THEN (SELECT COUNT(*) FROM invite_names n WHERE n.invite = invites.id AND n.presentation IS NOT NULL) ELSE 0 END, ",
                // Longer data is read separately, while the page has room.
                invite_columns!(1024),
                " FROM invites WHERE host = ?1 AND ",
                $condition,
                " ORDER BY ",
                $order,
                " LIMIT ?4"
            )
        };
    }
    // Before the first and behind the last possible place: no id is longer than 32 bytes.
    let start = if newest_first { (i64::MAX, [].as_slice()) } else { (i64::MIN, [].as_slice()) };
    let (created, id) = after.map_or(start, |after| (after.created, &after.id.0));
    let mut args = vec![Arg::Text(tx.host), Arg::Int(created), Arg::Blob(id), Arg::Int(limit)];
    args.extend(creator.map(|creator| Arg::Text(creator.as_str())));
    let statement = match (creator.is_some(), newest_first) {
        (false, false) => page_of!("(created_at, id) > (?2, ?3)", "created_at, id"),
        (true, false) => page_of!("creator = ?5 AND (created_at, id) > (?2, ?3)", "created_at, id"),
        (false, true) => page_of!("(created_at, id) < (?2, ?3)", "created_at DESC, id DESC"),
        (true, true) => page_of!("creator = ?5 AND (created_at, id) < (?2, ?3)", "created_at DESC, id DESC"),
    };
    let rows = tx.run(statement, &args)?;
    let mut has_more = i64::try_from(rows.len()) == Ok(limit);
    let (mut listed, mut bytes): (Vec<Listed>, i64) = (Vec::with_capacity(rows.len()), 0);
    for mut row in rows {
        let claims = row.int()?;
        let (size, is_read) = data_size(&row);
        bytes = bytes.saturating_add(if size > LONGEST { 0 } else { size });
        if bytes > PAGE_BYTES && listed.iter().any(|(place, _)| place.is_some()) {
            has_more = true;
            break;
        }
        let place = place(&row);
        let invite = match place.filter(|_| !is_read) {
            Some(place) => find(tx, place.id).map_or_else(unreadable, |found| Ok(found.map(Ok)))?,
            None => Some(invite(row)),
        };
        // It was swept meanwhile.
        listed.extend(invite.map(|invite| (place, invite.map(|invite| (invite, claims)))));
    }
    Ok((listed, has_more))
}

/// An error of reading an invite, as a result.
fn unreadable(error: Error) -> Result<Option<Result<Invite, Damaged>>, Error> {
    match error {
        Error::Refused(Refusal::InviteDamaged(damaged)) => Ok(Some(Err(damaged))),
        other => Err(other),
    }
}

/// Counts a use. A used-up invite is swept at `sweep_at`.
pub(crate) fn count_use(tx: &mut Tx<'_>, id: InviteId, sweep_at: UnixTime) -> Result<(), Error> {
    let statement = "UPDATE invites SET uses = uses + 1, sweep_at = CASE WHEN uses + 1 >= max_uses THEN CAST(?2 AS BIGINT) ELSE sweep_at END
                     WHERE id = ?1 RETURNING 1";
    tx.tell(statement, &[Arg::Blob(&id.0), Arg::Int(sweep_at.seconds())])
}

/// Revokes an invite and drops its reservation; false if it was revoked before.
pub(crate) fn revoke(tx: &mut Tx<'_>, id: InviteId, now: UnixTime, sweep_at: UnixTime) -> Result<bool, Error> {
    let args = [Arg::Blob(&id.0), Arg::Text(tx.host), Arg::Int(now.seconds()), Arg::Int(sweep_at.seconds())];
    let statement = "UPDATE invites SET revoked_at = ?3, sweep_at = ?4 WHERE id = ?1 AND host = ?2 AND revoked_at IS NULL RETURNING id, username";
    let Some(mut row) = tx.run(statement, &args)?.pop() else {
        return Ok(false);
    };
    drop_bound_name(tx, &mut row)?;
    Ok(true)
}

/// Sets another expiry for an invite that has not ended.
pub(crate) fn extend(tx: &mut Tx<'_>, id: InviteId, expires: UnixTime, sweep_at: UnixTime) -> Result<(), Error> {
    let statement = "UPDATE invites SET expires_at = ?3, sweep_at = ?4 WHERE id = ?1 AND host = ?2 RETURNING 1";
    let args = [Arg::Blob(&id.0), Arg::Text(tx.host), Arg::Int(expires.seconds()), Arg::Int(sweep_at.seconds())];
    tx.tell(statement, &args)
}

/// Sets another number of uses, which leaves at least one.
pub(crate) fn set_limit(tx: &mut Tx<'_>, id: InviteId, limit: Limit) -> Result<(), Error> {
    let statement = "UPDATE invites SET max_uses = ?3 WHERE id = ?1 AND host = ?2 RETURNING 1";
    tx.tell(statement, &[Arg::Blob(&id.0), Arg::Text(tx.host), Arg::int(limit.max_uses())])
}

/// Takes a revocation back.
pub(crate) fn restore(tx: &mut Tx<'_>, id: InviteId, sweep_at: UnixTime) -> Result<(), Error> {
    let statement = "UPDATE invites SET revoked_at = NULL, sweep_at = ?3 WHERE id = ?1 AND host = ?2 RETURNING 1";
    tx.tell(statement, &[Arg::Blob(&id.0), Arg::Text(tx.host), Arg::Int(sweep_at.seconds())])
}

/// Sets the data of an invite.
pub(crate) fn annotate(tx: &mut Tx<'_>, id: InviteId, data: &Value) -> Result<(), Error> {
    let data = data.to_string();
    let statement = "UPDATE invites SET data = ?3 WHERE id = ?1 AND host = ?2 RETURNING 1";
    tx.tell(statement, &[Arg::Blob(&id.0), Arg::Text(tx.host), Arg::Text(&data)])
}

/// When the newest of the invites was created that existed at this time.
pub(crate) fn newest(tx: &mut Tx<'_>, by: UnixTime) -> Result<Option<UnixTime>, Error> {
    let statement = "SELECT created_at FROM invites WHERE host = ?1 AND (created_at, id) < (?2, ?3) ORDER BY created_at DESC, id DESC LIMIT 1";
    let row = tx.run(statement, &[Arg::Text(tx.host), Arg::Int(by.plus(1).seconds()), Arg::Blob(&[])])?.pop();
    Ok(row.and_then(|mut row| row.time().ok()))
}

/// Removes an invite with its redemptions, whatever its state. Returns how many were there.
pub(crate) fn erase(tx: &mut Tx<'_>, id: InviteId) -> Result<usize, Error> {
    let statement = "DELETE FROM invites WHERE id = ?1 AND host = ?2 RETURNING 1";
    Ok(tx.run(statement, &[Arg::Blob(&id.0), Arg::Text(tx.host)])?.len())
}

/// Removes up to `limit` invites whose time is over, with their redemptions. Returns how many.
pub(crate) fn sweep(tx: &mut Tx<'_>, now: UnixTime, limit: i64) -> Result<usize, Error> {
    // An invite through which somebody is registering stays until that is settled. So the first statement marks (and thereby locks) candidates, and
    // the second looks again when nobody can claim any more.
    macro_rules! is_unclaimed {
        () => {
            "NOT EXISTS (SELECT 1 FROM invite_names n WHERE n.invite = invites.id AND n.presentation IS NOT NULL)"
        };
    }
    let mark = concat!(
        "UPDATE invites SET sweep_at = 0 WHERE id IN (SELECT id FROM invites WHERE host = ?1 AND sweep_at <= ?2 AND ",
        is_unclaimed!(),
        " ORDER BY sweep_at LIMIT ?3) RETURNING 1"
    );
    if tx.run(mark, &[Arg::Text(tx.host), Arg::Int(now.seconds()), Arg::Int(limit)])?.is_empty() {
        return Ok(0);
    }
    let remove = concat!("DELETE FROM invites WHERE host = ?1 AND sweep_at = 0 AND ", is_unclaimed!(), " RETURNING id, username");
    let mut removed = tx.run(remove, &[Arg::Text(tx.host)])?;
    removed.iter_mut().try_for_each(|row| drop_bound_name(tx, row).map(drop))?;
    Ok(removed.len())
}
