//! The table `invite_imports`: the hosts whose old store was imported.

use super::{Arg, Tx};
use crate::{Error, UnixTime};

/// Whether the old store of this host was imported.
pub(crate) fn is_imported(tx: &mut Tx<'_>) -> Result<bool, Error> {
    Ok(!tx.run("SELECT 1 FROM invite_imports WHERE host = ?1", &[Arg::Text(tx.host)])?.is_empty())
}

/// Records that the old store of this host was imported.
pub(crate) fn mark_imported(tx: &mut Tx<'_>, now: UnixTime) -> Result<(), Error> {
    let statement = "INSERT INTO invite_imports (host, at) VALUES (?1, ?2) ON CONFLICT (host) DO NOTHING RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Int(now.seconds())])
}
