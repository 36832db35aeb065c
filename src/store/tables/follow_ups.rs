//! The table `invite_follow_ups`: what is to be done after redemptions, and is not done yet. No rule is applied here.

use super::{Arg, Row, Tx};
use crate::invite::of_word;
use crate::ledger::FollowUp;
use crate::{Error, Refusal, UnixTime, Username};

/// Notes something to do. What is noted already stays as it is.
pub(crate) fn note(tx: &mut Tx<'_>, to_do: &FollowUp) -> Result<(), Error> {
    let step = to_do.step.to_string();
    let args = [
        Arg::Text(tx.host),
        Arg::Text(&to_do.account),
        Arg::Text(&step),
        Arg::Text(&to_do.about),
        Arg::text(to_do.creator.as_ref().map(Username::as_str)),
        Arg::Int(to_do.noted.seconds()),
    ];
    let statement = "INSERT INTO invite_follow_ups (host, account, step, about, creator, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                     ON CONFLICT (host, account, step, about) DO NOTHING RETURNING 1";
    tx.tell(statement, &args)
}

/// Up to `limit` things to do, behind this one. Rows that we would not have written are left out.
pub(crate) fn page(tx: &mut Tx<'_>, after: Option<(&str, &str, &str)>, limit: i64) -> Result<Vec<FollowUp>, Error> {
    let (account, step, about) = after.unwrap_or_default();
    let statement = "SELECT account, step, about, creator, at FROM invite_follow_ups WHERE host = ?1 AND (account, step, about) > (?2, ?3, ?4)
                     ORDER BY account, step, about LIMIT ?5";
    let rows = tx.run(statement, &[Arg::Text(tx.host), Arg::Text(account), Arg::Text(step), Arg::Text(about), Arg::Int(limit)])?;
    Ok(rows.into_iter().filter_map(|row| follow_up(row).ok()).collect())
}

fn follow_up(mut row: Row) -> Result<FollowUp, Error> {
    let account = row.text()?;
    let step = of_word(&row.text()?).ok_or_else(|| Refusal::DataInvalid("no such step".into()))?;
    Ok(FollowUp::new(account, step, row.text()?, row.name()?, UnixTime::from_seconds(row.int()?)))
}

/// Something was done, or can't be done any more.
pub(crate) fn finish(tx: &mut Tx<'_>, account: &str, step: &str, about: &str) -> Result<(), Error> {
    let statement = "DELETE FROM invite_follow_ups WHERE host = ?1 AND account = ?2 AND step = ?3 AND about = ?4 RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Text(account), Arg::Text(step), Arg::Text(about)])
}

/// Nothing is left to do for an account, which has ended.
pub(crate) fn forget(tx: &mut Tx<'_>, username: &Username) -> Result<(), Error> {
    let account = format!("{}@{}", username.as_str(), tx.host);
    tx.tell("DELETE FROM invite_follow_ups WHERE host = ?1 AND account = ?2 RETURNING 1", &[Arg::Text(tx.host), Arg::Text(&account)])
}
