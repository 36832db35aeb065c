//! The table `invite_api_answers`: the sealed answers to creations that happen once. No rule is applied here.

use super::{Arg, Tx};
use crate::api::v1::Once;
use crate::{Error, UnixTime};

/// Answers that are older are as good as gone.
fn end(now: UnixTime) -> i64 {
    now.seconds() - Once::KEPT
}

/// Makes room for the answer to this creation; false if it has happened. Whoever asks at the same time waits here.
pub(crate) fn reserve(tx: &mut Tx<'_>, once: &Once, now: UnixTime) -> Result<bool, Error> {
    let statement = "INSERT INTO invite_api_answers (host, id, request, answer, at) VALUES (?1, ?2, ?3, NULL, ?4)
                     ON CONFLICT (host, id) DO UPDATE SET request = excluded.request, answer = NULL, at = excluded.at
                     WHERE invite_api_answers.at <= ?5 RETURNING 1";
    let args = [Arg::Text(tx.host), Arg::Blob(&once.id), Arg::Blob(&once.request), Arg::Int(now.seconds()), Arg::Int(end(now))];
    Ok(!tx.run(statement, &args)?.is_empty())
}

/// Keeps the answer.
pub(crate) fn keep(tx: &mut Tx<'_>, once: &Once, answer: &[u8]) -> Result<(), Error> {
    let statement = "UPDATE invite_api_answers SET answer = ?3 WHERE host = ?1 AND id = ?2 RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Blob(&once.id), Arg::Blob(answer)])
}

/// The hash of what was asked for, and the sealed answer.
type Kept = ([u8; 32], Vec<u8>);

/// What was kept of this creation.
pub(crate) fn find(tx: &mut Tx<'_>, once: &Once, now: UnixTime) -> Result<Option<Kept>, Error> {
    let statement = "SELECT request, answer FROM invite_api_answers WHERE host = ?1 AND id = ?2 AND CAST(at AS BIGINT) > ?3";
    let row = tx.run(statement, &[Arg::Text(tx.host), Arg::Blob(&once.id), Arg::Int(end(now))])?.pop();
    row.map(|mut row| Ok((row.bytes()?, row.blob()?))).transpose()
}

/// Removes up to `limit` answers whose time is over.
pub(crate) fn sweep(tx: &mut Tx<'_>, now: UnixTime, limit: i64) -> Result<(), Error> {
    let statement = "DELETE FROM invite_api_answers WHERE host = ?1 AND id IN
                     (SELECT id FROM invite_api_answers WHERE host = ?1 AND at <= ?2 ORDER BY at LIMIT ?3) RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Int(end(now)), Arg::Int(limit)])
}
