//! The table `invite_quotas`, and the pending invites that count for quotas. No rule is applied here.

use super::{Arg, Row, Tx};
use crate::{DailyCount, Error, Quota, QuotaKind, UnixTime, Username};

/// The number of pending invites of one sort that a user created on their own authority since a second. It counts no further than the quota needs, so
/// nobody counts a hundred thousand.
pub(crate) fn pending(tx: &mut Tx<'_>, (creator, since): (&Username, UnixTime), sort: QuotaKind, quota: Quota, now: UnixTime) -> Result<i64, Error> {
    macro_rules! count_of {
        ($kind:literal) => {
            concat!(
                "SELECT COUNT(*) FROM (SELECT 1 FROM invites WHERE host = ?1 AND creator = ?2 AND user_authority = 1 AND ",
                $kind,
                " AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses) AND expires_at > ?3
                 AND CAST(created_at AS BIGINT) >= ?5 LIMIT ?4) AS counted"
            )
        };
    }
    let Some(most) = quota.pending else { return Ok(0) };
    let statement = match sort {
        QuotaKind::Accounts => count_of!("kind <> 'contact'"),
        QuotaKind::Contacts => count_of!("kind = 'contact'"),
    };
    // One more than the quota, because a caller may have inserted the invite already.
    let args =
        [Arg::Text(tx.host), Arg::Text(creator.as_str()), Arg::Int(now.seconds()), Arg::Int(most.saturating_add(1)), Arg::Int(since.seconds())];
    tx.run(statement, &args)?.pop().map_or(Ok(0), |mut row| row.int())
}

/// The stored daily count of a user.
pub(crate) fn made(tx: &mut Tx<'_>, creator: &Username) -> Result<DailyCount, Error> {
    let statement = "SELECT day, made, contacts FROM invite_quotas WHERE host = ?1 AND creator = ?2";
    Ok(tx.run(statement, &[Arg::Text(tx.host), Arg::Text(creator.as_str())])?.pop().map(whole).unwrap_or_default())
}

/// The stored daily count of a user, locked until the transaction ends.
pub(crate) fn lock_daily_count(tx: &mut Tx<'_>, creator: &Username) -> Result<DailyCount, Error> {
    let statement = "INSERT INTO invite_quotas (host, creator, day, made, contacts) VALUES (?1, ?2, 0, 0, 0)
                     ON CONFLICT (host, creator) DO UPDATE SET day = invite_quotas.day RETURNING day, made, contacts";
    Ok(tx.run(statement, &[Arg::Text(tx.host), Arg::Text(creator.as_str())])?.pop().map(whole).unwrap_or_default())
}

/// Stores the daily count of a user.
pub(crate) fn store_daily_count(tx: &mut Tx<'_>, creator: &Username, made: DailyCount) -> Result<(), Error> {
    let statement = "UPDATE invite_quotas SET day = ?3, made = ?4, contacts = ?5 WHERE host = ?1 AND creator = ?2 RETURNING 1";
    let args = [Arg::Text(tx.host), Arg::Text(creator.as_str()), Arg::Int(made.day), Arg::Int(made.accounts), Arg::Int(made.contacts)];
    tx.tell(statement, &args)
}

/// A damaged row counts as a day without invites, and is overwritten.
fn whole(mut row: Row) -> DailyCount {
    let mut read = || Ok::<_, Error>(DailyCount { day: row.int()?, accounts: row.int()?, contacts: row.int()? });
    read().unwrap_or_default()
}
