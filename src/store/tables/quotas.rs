//! The statements by which a user's invites are counted. No rule is applied here.

use super::{Arg, Row, Tx};
use crate::{DailyCount, Error, Quota, QuotaKind, UnixTime, Username};

/// How many invites of a sort a user has pending on their own right, of those made since a second: as far as the quota needs to know, so that nobody
/// counts a hundred thousand.
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
    // One more than the quota: whoever makes one more counts it already.
    let args =
        [Arg::Text(tx.host), Arg::Text(creator.as_str()), Arg::Int(now.seconds()), Arg::Int(most.saturating_add(1)), Arg::Int(since.seconds())];
    tx.run(statement, &args)?.pop().map_or(Ok(0), |mut row| row.int())
}

/// What a user has made on the day that is written down.
pub(crate) fn made(tx: &mut Tx<'_>, creator: &Username) -> Result<DailyCount, Error> {
    let statement = "SELECT day, made, contacts FROM invite_quotas WHERE host = ?1 AND creator = ?2";
    Ok(tx.run(statement, &[Arg::Text(tx.host), Arg::Text(creator.as_str())])?.pop().map(whole).unwrap_or_default())
}

/// The same; until our transaction ends, nobody else gets past this for the same user.
pub(crate) fn lock_daily_count(tx: &mut Tx<'_>, creator: &Username) -> Result<DailyCount, Error> {
    let statement = "INSERT INTO invite_quotas (host, creator, day, made, contacts) VALUES (?1, ?2, 0, 0, 0)
                     ON CONFLICT (host, creator) DO UPDATE SET day = invite_quotas.day RETURNING day, made, contacts";
    Ok(tx.run(statement, &[Arg::Text(tx.host), Arg::Text(creator.as_str())])?.pop().map(whole).unwrap_or_default())
}

/// Writes down what a user has made on a day.
pub(crate) fn store_daily_count(tx: &mut Tx<'_>, creator: &Username, made: DailyCount) -> Result<(), Error> {
    let statement = "UPDATE invite_quotas SET day = ?3, made = ?4, contacts = ?5 WHERE host = ?1 AND creator = ?2 RETURNING 1";
    let args = [Arg::Text(tx.host), Arg::Text(creator.as_str()), Arg::Int(made.day), Arg::Int(made.accounts), Arg::Int(made.contacts)];
    tx.run(statement, &args).map(drop)
}

/// A damaged row is that of a day on which nothing was made: it is written anew.
fn whole(mut row: Row) -> DailyCount {
    let mut read = || Ok::<_, Error>(DailyCount { day: row.int()?, accounts: row.int()?, contacts: row.int()? });
    read().unwrap_or_default()
}
