//! The table `invite_api_keys`: keys of the HTTP API with scopes. No rule is applied here.

use super::{Arg, Row, Tx};
use crate::api::v1::{KeyHash, NewKey, ScopedKey};
use crate::{Error, UnixTime};

/// Stores a new key; false if there is one of this id.
pub(crate) fn insert(tx: &mut Tx<'_>, NewKey { key, hash }: &NewKey) -> Result<bool, Error> {
    let grant = serde_json::to_string(&key.grant).map_err(|error| Error::Failed(error.to_string()))?;
    let args = [
        Arg::Text(tx.host),
        Arg::Text(&key.id),
        Arg::Blob(&hash.0),
        Arg::text(key.name.as_deref()),
        Arg::Text(&grant),
        Arg::Int(key.created_at),
        Arg::int(key.expires),
    ];
    let statement = "INSERT INTO invite_api_keys (host, id, hash, name, may, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                     ON CONFLICT (host, id) DO NOTHING RETURNING 1";
    Ok(!tx.run(statement, &args)?.is_empty())
}

/// The key with this hash.
pub(crate) fn find(tx: &mut Tx<'_>, hash: KeyHash) -> Result<Option<ScopedKey>, Error> {
    let statement = "SELECT id, name, may, created_at, expires_at, used_at FROM invite_api_keys WHERE host = ?1 AND hash = ?2";
    tx.run(statement, &[Arg::Text(tx.host), Arg::Blob(&hash.0)])?.pop().map(key).transpose()
}

/// Up to `limit` keys in the order of creation, behind this one.
pub(crate) fn page(tx: &mut Tx<'_>, after: Option<(i64, &str)>, limit: i64) -> Result<Vec<ScopedKey>, Error> {
    let (created, id) = after.unwrap_or((i64::MIN, ""));
    let statement = "SELECT id, name, may, created_at, expires_at, used_at FROM invite_api_keys WHERE host = ?1 AND (created_at, id) > (?2, ?3)
                     ORDER BY created_at, id LIMIT ?4";
    let rows = tx.run(statement, &[Arg::Text(tx.host), Arg::Int(created), Arg::Text(id), Arg::Int(limit)])?;
    rows.into_iter().map(key).collect()
}

/// Removes a key, and returns it.
pub(crate) fn remove(tx: &mut Tx<'_>, id: &str) -> Result<Option<ScopedKey>, Error> {
    let statement = "DELETE FROM invite_api_keys WHERE host = ?1 AND id = ?2 RETURNING id, name, may, created_at, expires_at, used_at";
    tx.run(statement, &[Arg::Text(tx.host), Arg::Text(id)])?.pop().map(key).transpose()
}

/// Notes that a key is used.
pub(crate) fn note_use(tx: &mut Tx<'_>, id: &str, now: UnixTime) -> Result<(), Error> {
    let statement = "UPDATE invite_api_keys SET used_at = ?3 WHERE host = ?1 AND id = ?2 RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Text(id), Arg::Int(now.seconds())])
}

/// What such a key may do can't be read if another program has written it.
fn key(mut row: Row) -> Result<ScopedKey, Error> {
    let (id, name, may) = (row.text()?, row.maybe_text()?, row.text()?);
    let (created_at, expires, last_used) = (row.int()?, row.maybe_int()?, row.maybe_int()?);
    Ok(ScopedKey { id, name, created_at, expires, last_used, grant: serde_json::from_str(&may).ok() })
}
