//! The table `invite_outbox`: webhooks that are not delivered yet. No rule is applied here.

use super::{Arg, Row, Tx};
use crate::ledger::Delivery;
use crate::{Error, InviteId, UnixTime};

/// Puts a webhook behind those of the same invite, whose row the caller has locked. False if `most` wait for this receiver already.
pub(crate) fn put(tx: &mut Tx<'_>, receiver: &str, delivery: &Delivery, now: UnixTime, most: i64) -> Result<bool, Error> {
    let (host, receiver, invite) = (Arg::Text(tx.host), Arg::Text(receiver), Arg::Blob(&delivery.invite.0));
    let found = "SELECT MAX(place), MAX(due), CAST(CASE WHEN EXISTS (SELECT 1 FROM invite_outbox AS other WHERE other.host = ?1
                 AND other.receiver = ?2 LIMIT 1 OFFSET ?4) THEN 1 ELSE 0 END AS BIGINT)
                 FROM invite_outbox WHERE host = ?1 AND receiver = ?2 AND invite = ?3";
    let Some(mut row) = tx.run(found, &[host, receiver, invite, Arg::Int(most - 1)])?.pop() else { return Ok(false) };
    let (last, due, is_full) = (row.maybe_int()?, row.maybe_int()?, row.int()? > 0);
    if is_full {
        return Ok(false);
    }
    // Where an earlier one has to wait, so has this one.
    let (place, now) = (Arg::Int(last.unwrap_or(0) + 1), now.seconds());
    let args = [host, receiver, invite, place, Arg::Text(&delivery.id), Arg::Text(&delivery.body), Arg::Int(now), Arg::Int(due.unwrap_or(now))];
    let statement = "INSERT INTO invite_outbox (host, receiver, invite, place, id, body, at, tries, due) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8)
                     RETURNING 1";
    tx.tell(statement, &args)?;
    Ok(true)
}

/// When the next one is due, if any waits.
pub(crate) fn next(tx: &mut Tx<'_>, receiver: &str) -> Result<Option<UnixTime>, Error> {
    let statement = "SELECT due FROM invite_outbox WHERE host = ?1 AND receiver = ?2 ORDER BY due LIMIT 1";
    tx.run(statement, &[Arg::Text(tx.host), Arg::Text(receiver)])?.pop().map(|mut row| row.time()).transpose()
}

/// Up to `limit` that are due, of different invites.
pub(crate) fn due(tx: &mut Tx<'_>, receiver: &str, now: UnixTime, limit: i64) -> Result<Vec<Delivery>, Error> {
    let statement = "SELECT invite, place, id, body, at, tries FROM invite_outbox WHERE host = ?1 AND receiver = ?2 AND due <= ?3 AND NOT EXISTS
                     (SELECT 1 FROM invite_outbox AS before WHERE before.host = ?1 AND before.receiver = ?2 AND before.invite = invite_outbox.invite
                     AND before.place < invite_outbox.place) ORDER BY due LIMIT ?4";
    let rows = tx.run(statement, &[Arg::Text(tx.host), Arg::Text(receiver), Arg::Int(now.seconds()), Arg::Int(limit)])?;
    rows.into_iter().map(delivery).collect()
}

fn delivery(mut row: Row) -> Result<Delivery, Error> {
    let (invite, place) = (InviteId(row.bytes()?), row.int()?);
    Ok(Delivery { invite, place, id: row.text()?, body: row.text()?, at: UnixTime::from_seconds(row.int()?), tries: row.int()? })
}

/// One was delivered, or is given up.
pub(crate) fn remove(tx: &mut Tx<'_>, receiver: &str, delivery: &Delivery) -> Result<(), Error> {
    let statement = "DELETE FROM invite_outbox WHERE host = ?1 AND receiver = ?2 AND invite = ?3 AND place = ?4 RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Text(receiver), Arg::Blob(&delivery.invite.0), Arg::Int(delivery.place)])
}

/// One has failed. It is tried again at `due`, and so are those behind it.
pub(crate) fn postpone(tx: &mut Tx<'_>, receiver: &str, delivery: &Delivery, due: UnixTime) -> Result<(), Error> {
    let statement = "UPDATE invite_outbox SET due = ?5, tries = CASE WHEN place = ?4 THEN tries + 1 ELSE tries END
                     WHERE host = ?1 AND receiver = ?2 AND invite = ?3 AND place >= ?4 RETURNING 1";
    let args = [Arg::Text(tx.host), Arg::Text(receiver), Arg::Blob(&delivery.invite.0), Arg::Int(delivery.place), Arg::Int(due.seconds())];
    tx.tell(statement, &args)
}

/// Removes what happened until then, and returns how many that was.
pub(crate) fn give_up(tx: &mut Tx<'_>, receiver: &str, until: UnixTime) -> Result<usize, Error> {
    let statement = "DELETE FROM invite_outbox WHERE host = ?1 AND receiver = ?2 AND at <= ?3 RETURNING 1";
    Ok(tx.run(statement, &[Arg::Text(tx.host), Arg::Text(receiver), Arg::Int(until.seconds())])?.len())
}

/// How many wait for a receiver, and since when the oldest does.
pub(crate) fn waiting(tx: &mut Tx<'_>, receiver: &str) -> Result<(i64, Option<UnixTime>), Error> {
    let statement = "SELECT COUNT(*), MIN(at) FROM invite_outbox WHERE host = ?1 AND receiver = ?2";
    match tx.run(statement, &[Arg::Text(tx.host), Arg::Text(receiver)])?.pop() {
        Some(mut row) => Ok((row.int()?, row.maybe_int()?.map(UnixTime::from_seconds))),
        None => Ok((0, None)),
    }
}

/// A receiver for which something waits, after this one in the order of their ids.
pub(crate) fn receiver_after(tx: &mut Tx<'_>, receiver: &str) -> Result<Option<String>, Error> {
    let statement = "SELECT receiver FROM invite_outbox WHERE host = ?1 AND receiver > ?2 ORDER BY receiver LIMIT 1";
    tx.run(statement, &[Arg::Text(tx.host), Arg::Text(receiver)])?.pop().map(|mut row| row.text()).transpose()
}

/// Removes all that waits for a receiver.
pub(crate) fn forget(tx: &mut Tx<'_>, receiver: &str) -> Result<usize, Error> {
    let statement = "DELETE FROM invite_outbox WHERE host = ?1 AND receiver = ?2 RETURNING 1";
    Ok(tx.run(statement, &[Arg::Text(tx.host), Arg::Text(receiver)])?.len())
}
