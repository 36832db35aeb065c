//! The statements by which the book is kept: lists, what is taken back, what is remembered. No rule is applied here.

use serde_json::Value;

use super::rows::{LONGEST, Located, invite, invite_columns, located, place};
use super::statements::{drop_name, find};
use super::{Arg, Row, Sql};
use crate::{Bookmark, Damaged, Invite, InviteId, Refusal, UnixTime, Username};

/// The invites whose id is in a range; at most two, for one is enough to know that there are several.
pub(crate) fn locate_between(sql: &mut dyn Sql, host: &str, (low, high): (InviteId, InviteId)) -> Result<Vec<Located>, Refusal> {
    // The cast keeps SQLite from going through all invites of the host instead.
    let statement = "SELECT id, maker, own_right, created_at FROM invites WHERE id >= ?1 AND id <= ?2 AND CAST(host AS TEXT) = ?3 LIMIT 2";
    sql.run(statement, &[Arg::Blob(&low.0), Arg::Blob(&high.0), Arg::Text(host)])?.into_iter().map(located).collect()
}

/// A row of a list: its place, if it has one, and the invite with the number of claims on it.
pub(crate) type Listed = (Option<Bookmark>, Result<(Invite, i64), Damaged>);

/// Bytes of `data` after which a page ends, though more rows were asked for.
const PAGE_BYTES: i64 = 32 * 1024;
/// Bytes of `data` that are read with all rows of a page at once. What is longer is read by itself, while the page has room.
const SHORT: i64 = 1024;

/// A page of a host's invites in the order in which they were made (or the newest first), of one maker if one is given, each with the number of claims on it;
/// and whether there may be more behind it. At least one row with a place is on it, if there is one among those that were asked for.
pub(crate) fn page(
    sql: &mut dyn Sql,
    host: &str,
    maker: Option<&Username>,
    after: Option<&Bookmark>,
    newest_first: bool,
    limit: i64,
) -> Result<(Vec<Listed>, bool), Refusal> {
    macro_rules! page_of {
        ($condition:literal, $order:literal) => {
            concat!(
                "SELECT (SELECT COUNT(*) FROM invite_names n WHERE n.invite = invites.id AND n.permit IS NOT NULL), octet_length(data), ",
                invite_columns!(1024),
                " FROM invites WHERE host = ?1 AND ",
                $condition,
                " ORDER BY ",
                $order,
                " LIMIT ?4"
            )
        };
    }
    // Before the first, and after the last that there can be: no id is longer than 32 bytes.
    let start = if newest_first { (i64::MAX, [].as_slice()) } else { (i64::MIN, [].as_slice()) };
    let (created, id) = after.map_or(start, |after| (after.created, &after.id.0));
    let mut args = vec![Arg::Text(host), Arg::Int(created), Arg::Blob(id), Arg::Int(limit)];
    args.extend(maker.map(|maker| Arg::Text(maker.as_str())));
    let statement = match (maker.is_some(), newest_first) {
        (false, false) => page_of!("(created_at, id) > (?2, ?3)", "created_at, id"),
        (true, false) => page_of!("maker = ?5 AND (created_at, id) > (?2, ?3)", "created_at, id"),
        (false, true) => page_of!("(created_at, id) < (?2, ?3)", "created_at DESC, id DESC"),
        (true, true) => page_of!("maker = ?5 AND (created_at, id) < (?2, ?3)", "created_at DESC, id DESC"),
    };
    let rows = sql.run(statement, &args)?;
    let mut has_more = i64::try_from(rows.len()) == Ok(limit);
    let (mut listed, mut bytes): (Vec<Listed>, i64) = (Vec::new(), 0);
    for mut row in rows {
        let claims = row.int()?;
        let size = row.maybe_int()?.filter(|size| *size <= LONGEST).unwrap_or_default();
        bytes = bytes.saturating_add(size);
        if bytes > PAGE_BYTES && listed.iter().any(|(place, _)| place.is_some()) {
            has_more = true;
            break;
        }
        let place = place(&row);
        let invite = match place.filter(|_| size > SHORT) {
            Some(place) => find(sql, host, place.id).map_or_else(unreadable, |found| Ok(found.map(Ok)))?,
            None => Some(invite(row)),
        };
        // None: swept since.
        listed.extend(invite.map(|invite| (place, invite.map(|invite| (invite, claims)))));
    }
    Ok((listed, has_more))
}

/// A refusal to read an invite, as an answer.
fn unreadable(refusal: Refusal) -> Result<Option<Result<Invite, Damaged>>, Refusal> {
    match refusal {
        Refusal::InviteDamaged(damaged) => Ok(Some(Err(damaged))),
        other => Err(other),
    }
}

/// Who used an invite (if that is known) and when, the first ones; at most `limit`.
pub(crate) fn uses(sql: &mut dyn Sql, id: InviteId, limit: i64) -> Result<Vec<(Option<String>, UnixTime)>, Refusal> {
    let statement = "SELECT username, at FROM invite_redemptions WHERE invite = ?1 ORDER BY at, permit LIMIT ?2";
    let rows = sql.run(statement, &[Arg::Blob(&id.0), Arg::Int(limit)])?;
    let whole = |mut row: Row| Ok::<_, Refusal>((row.maybe_text()?, row.time()?));
    Ok(rows.into_iter().filter_map(|row| whole(row).ok()).collect())
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

/// When the newest invite was made that was made by then.
pub(crate) fn newest(sql: &mut dyn Sql, host: &str, by: UnixTime) -> Result<Option<UnixTime>, Refusal> {
    let statement = "SELECT created_at FROM invites WHERE host = ?1 AND (created_at, id) < (?2, ?3) ORDER BY created_at DESC, id DESC LIMIT 1";
    let row = sql.run(statement, &[Arg::Text(host), Arg::Int(by.plus(1).seconds()), Arg::Blob(&[])])?.pop();
    Ok(row.and_then(|mut row| row.time().ok()))
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

/// Takes the name back that an invite is bound to, if it is: a row of its id and that name.
pub(super) fn drop_bound_name(sql: &mut dyn Sql, host: &str, row: &mut Row) -> Result<(), Refusal> {
    match (row.bytes(), row.maybe_text()) {
        (Ok(id), Ok(Some(name))) => drop_name(sql, host, &name, InviteId(id)),
        // Nothing of ours is promised to what we can't name.
        _ => Ok(()),
    }
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
