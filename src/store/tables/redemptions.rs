//! The table `invite_redemptions`: one row for each use. No rule is applied here.

use super::{Arg, Row, Tx};
use crate::ids::PresentationId;
use crate::{Error, InviteId, UnixTime, Username};

/// Records the use of this presentation; false if it was recorded before.
pub(crate) fn record(
    tx: &mut Tx<'_>,
    presentation: PresentationId,
    username: Option<&Username>,
    invite: InviteId,
    now: UnixTime,
) -> Result<bool, Error> {
    let args =
        [Arg::Blob(&presentation.0), Arg::Text(tx.host), Arg::text(username.map(Username::as_str)), Arg::Blob(&invite.0), Arg::Int(now.seconds())];
    let statement = "INSERT INTO invite_redemptions (presentation, host, username, invite, at) VALUES (?1, ?2, ?3, ?4, ?5)
                     ON CONFLICT (presentation) DO NOTHING RETURNING 1";
    Ok(!tx.run(statement, &args)?.is_empty())
}

/// The statement of [`is_recorded`].
pub(super) const IS_RECORDED: &str = "SELECT 1 FROM invite_redemptions WHERE presentation = ?1";

/// Whether the use of this presentation is recorded.
pub(crate) fn is_recorded(tx: &mut Tx<'_>, presentation: PresentationId) -> Result<bool, Error> {
    Ok(!tx.run(IS_RECORDED, &[Arg::Blob(&presentation.0)])?.is_empty())
}

/// Who used an invite (if known) and when: the first `limit` uses.
pub(crate) fn uses(tx: &mut Tx<'_>, id: InviteId, limit: i64) -> Result<Vec<(Option<String>, UnixTime)>, Error> {
    let statement = "SELECT username, at FROM invite_redemptions WHERE invite = ?1 ORDER BY at, presentation LIMIT ?2";
    let rows = tx.run(statement, &[Arg::Blob(&id.0), Arg::Int(limit)])?;
    let whole = |mut row: Row| Ok::<_, Error>((row.maybe_text()?, row.time()?));
    Ok(rows.into_iter().filter_map(|row| whole(row).ok()).collect())
}
