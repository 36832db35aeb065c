//! The table `invite_imports`: the hosts whose old store was read.

use super::{Arg, Sql};
use crate::{Error, UnixTime};

/// Whether the old store of this host was read.
pub(crate) fn is_imported(sql: &mut dyn Sql, host: &str) -> Result<bool, Error> {
    Ok(!sql.run("SELECT 1 FROM invite_imports WHERE host = ?1", &[Arg::Text(host)])?.is_empty())
}

/// The old store of this host was read.
pub(crate) fn mark_imported(sql: &mut dyn Sql, host: &str, now: UnixTime) -> Result<(), Error> {
    let statement = "INSERT INTO invite_imports (host, at) VALUES (?1, ?2) ON CONFLICT (host) DO NOTHING RETURNING 1";
    sql.run(statement, &[Arg::Text(host), Arg::Int(now.seconds())]).map(drop)
}
