//! The table `invite_accounts`, and all that other tables have under a name. No rule is applied here.

use super::names::drop_bound_name;
use super::{Arg, Row, Tx};
use crate::{Account, Error, InviteId, KnownAccounts, UnixTime, Username};

macro_rules! usable {
    () => {
        "revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)"
    };
}

/// What is known of the accounts of these names.
pub(crate) fn known<'a>(tx: &mut Tx<'_>, users: impl IntoIterator<Item = &'a Username>) -> Result<KnownAccounts, Error> {
    let mut known = KnownAccounts::default();
    for user in users {
        if let Some(account) = find(tx, user)? {
            known.insert(user.clone(), account);
        }
    }
    Ok(known)
}

/// The same for a list. Accounts whose rows can't be read are left out, because a list lets nobody in.
pub(crate) fn readable<'a>(tx: &mut Tx<'_>, users: impl IntoIterator<Item = &'a Username>) -> Result<KnownAccounts, Error> {
    let mut known = KnownAccounts::default();
    for user in users {
        if let Some(Ok(account)) = row_of(tx, user)?.map(account) {
            known.insert(user.clone(), account);
        }
    }
    Ok(known)
}

/// What is known of the account of this name.
pub(crate) fn find(tx: &mut Tx<'_>, user: &Username) -> Result<Option<Account>, Error> {
    row_of(tx, user)?.map(account).transpose()
}

fn row_of(tx: &mut Tx<'_>, user: &Username) -> Result<Option<Row>, Error> {
    let statement = "SELECT began_at, resets_from, created_at FROM invite_accounts WHERE host = ?1 AND username = ?2";
    Ok(tx.run(statement, &[Arg::Text(tx.host), Arg::Text(user.as_str())])?.pop())
}

/// A row that ends with `began_at, resets_from, created_at`.
fn account(mut row: Row) -> Result<Account, Error> {
    let (began, resets_from) = (UnixTime::from_seconds(row.int()?), UnixTime::from_seconds(row.int()?));
    let created = row.maybe_int()?;
    let is_adopted = created == Some(0);
    Ok(Account { began, resets_from, created: created.filter(|_| !is_adopted).map(UnixTime::from_seconds), is_adopted })
}

/// What exists under a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Belongings {
    /// When the newest invite was created that the user created, that makes somebody the user's contact, or that resets the user's password.
    pub(crate) newest: Option<UnixTime>,
    /// When the newest reset was created.
    pub(crate) newest_reset: Option<UnixTime>,
    /// When the current account joined the tree.
    pub(crate) joined: Option<UnixTime>,
    /// Whether there is a daily count for the user.
    pub(crate) is_counted: bool,
}

impl Belongings {
    /// Whether nothing exists, which is so for most names.
    pub(crate) fn is_nothing(&self) -> bool {
        self.newest.is_none() && self.joined.is_none() && !self.is_counted
    }
}

/// The statement of [`belongings`].
pub(super) const BELONGINGS: &str = concat!(
    "SELECT (SELECT created_at FROM invites WHERE host = ?1 AND creator = ?2 ORDER BY created_at DESC, id DESC LIMIT 1),
     (SELECT created_at FROM invites WHERE host = ?1 AND inviter = ?2 AND ",
    usable!(),
    " ORDER BY created_at DESC LIMIT 1),
     (SELECT created_at FROM invites WHERE host = ?1 AND username = ?2 AND kind = 'reset' AND ",
    usable!(),
    " ORDER BY created_at DESC LIMIT 1),
     (SELECT joined_at FROM invite_tree WHERE host = ?1 AND username = ?2 AND left_at IS NULL),
     (SELECT MAX(day) FROM invite_quotas WHERE host = ?1 AND creator = ?2)"
);

/// What exists under a name: one statement, and each part takes one step in an index.
pub(crate) fn belongings(tx: &mut Tx<'_>, user: &Username) -> Result<Belongings, Error> {
    let mut row = tx
        .run(BELONGINGS, &[Arg::Text(tx.host), Arg::Text(user.as_str())])?
        .pop()
        .ok_or_else(|| Error::Failed("the database gave no answer".into()))?;
    let mut time = || Ok::<_, Error>(row.maybe_int()?.map(UnixTime::from_seconds));
    let (made, about, newest_reset) = (time()?, time()?, time()?);
    let joined = time()?;
    let is_counted = row.maybe_int()?.is_some();
    Ok(Belongings { newest: made.max(about).max(newest_reset), newest_reset, joined, is_counted })
}

/// From this second on, the name belongs to another account, or to the account that Prosody created then. Invites of an earlier one can be tidied.
pub(crate) fn begin(tx: &mut Tx<'_>, user: &Username, began: UnixTime, created: Option<UnixTime>) -> Result<(), Error> {
    let statement = "INSERT INTO invite_accounts (host, username, began_at, resets_from, created_at, tidied) VALUES (?1, ?2, ?3, 0, ?4, 0)
                     ON CONFLICT (host, username) DO UPDATE SET created_at = excluded.created_at, tidied = 0, began_at =
                     CASE WHEN excluded.began_at > invite_accounts.began_at THEN excluded.began_at ELSE invite_accounts.began_at END RETURNING 1";
    let args = [Arg::Text(tx.host), Arg::Text(user.as_str()), Arg::Int(began.seconds()), Arg::int(created.map(UnixTime::seconds))];
    tx.tell(statement, &args)
}

/// Invites under this name are imported. They belong to the current account, unless we know that it was another one.
pub(crate) fn adopt(tx: &mut Tx<'_>, user: &Username) -> Result<(), Error> {
    let statement = "INSERT INTO invite_accounts (host, username, began_at, resets_from, created_at, tidied) VALUES (?1, ?2, 0, 0, 0, 1)
                     ON CONFLICT (host, username) DO UPDATE SET created_at = 0
                     WHERE invite_accounts.began_at = 0 AND invite_accounts.created_at IS NULL RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Text(user.as_str())])
}

/// Resets the daily count of a user.
pub(crate) fn forget_count(tx: &mut Tx<'_>, user: &Username) -> Result<(), Error> {
    let statement = "DELETE FROM invite_quotas WHERE host = ?1 AND creator = ?2 RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Text(user.as_str())])
}

/// Removes what is known of the accounts of this name.
pub(crate) fn erase(tx: &mut Tx<'_>, user: &Username) -> Result<(), Error> {
    let statement = "DELETE FROM invite_accounts WHERE host = ?1 AND username = ?2 RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Text(user.as_str())])
}

/// Makes resets of an account from before a second void.
pub(crate) fn void_resets(tx: &mut Tx<'_>, user: &Username, from: UnixTime) -> Result<(), Error> {
    let statement = "INSERT INTO invite_accounts (host, username, began_at, resets_from, tidied) VALUES (?1, ?2, 0, ?3, 0)
                     ON CONFLICT (host, username) DO UPDATE SET tidied = 0, resets_from =
                     CASE WHEN excluded.resets_from > invite_accounts.resets_from THEN excluded.resets_from ELSE invite_accounts.resets_from END
                     RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Text(user.as_str()), Arg::Int(from.seconds())])
}

/// Rows of which [`untidy`] reads one. A row that can't be read is skipped.
const UNTIDY_ROWS: i64 = 100;

/// An account whose name may have invites of an earlier one.
pub(crate) fn untidy(tx: &mut Tx<'_>) -> Result<Option<(Username, Account)>, Error> {
    let statement = "SELECT username, began_at, resets_from, created_at FROM invite_accounts WHERE tidied = 0 AND host = ?1 LIMIT ?2";
    let rows = tx.run(statement, &[Arg::Text(tx.host), Arg::Int(UNTIDY_ROWS)])?;
    Ok(rows.into_iter().find_map(|mut row| Some((row.name().ok()??, account(row).ok()?))))
}

/// Marks a name as tidied, unless another account has ended meanwhile.
pub(crate) fn tidied(tx: &mut Tx<'_>, user: &Username, account: &Account) -> Result<(), Error> {
    let statement = "UPDATE invite_accounts SET tidied = 1 WHERE host = ?1 AND username = ?2 AND began_at = ?3 AND resets_from = ?4 RETURNING 1";
    let args = [Arg::Text(tx.host), Arg::Text(user.as_str()), Arg::Int(account.began.seconds()), Arg::Int(account.resets_from.seconds())];
    tx.tell(statement, &args)
}

/// Revokes up to `limit` invites of each sort that earlier accounts of a name left behind: those on the user's authority, contact invites and resets.
/// The others lose their creator. Returns the ids of those that were revoked (`None` if it can't be read), and
/// whether there may be more.
pub(crate) fn tidy(
    tx: &mut Tx<'_>,
    user: &Username,
    account: &Account,
    (now, sweep_at): (UnixTime, UnixTime),
    limit: i64,
) -> Result<(Vec<Option<InviteId>>, bool), Error> {
    macro_rules! made {
        () => {
            "id IN (SELECT id FROM invites WHERE host = ?1 AND creator = ?2 AND created_at < ?3 ORDER BY created_at, id LIMIT ?4)"
        };
    }
    let (host, user, limited) = (Arg::Text(tx.host), Arg::Text(user.as_str()), Arg::Int(limit));
    let before = Arg::Int(account.began.seconds());
    let (now, sweep_at) = (Arg::Int(now.seconds()), Arg::Int(sweep_at.seconds()));
    let ended = concat!(
        "UPDATE invites SET revoked_at = ?5, sweep_at = ?6 WHERE ",
        made!(),
        " AND ",
        usable!(),
        " AND (user_authority = 1 OR inviter = ?2 AND kind <> 'account') RETURNING id, username"
    );
    let mut ended = tx.run(ended, &[host, user, before, limited, now, sweep_at])?;
    let mut revoked = Vec::new();
    for row in &mut ended {
        revoked.push(drop_bound_name(tx, row)?);
    }
    let left = tx.run(concat!("UPDATE invites SET creator = NULL WHERE ", made!(), " RETURNING 1"), &[host, user, before, limited])?;
    // An account invite goes on without the contact.
    let about = concat!(
        "UPDATE invites SET inviter = CASE WHEN kind = 'account' THEN NULL ELSE inviter END,
         revoked_at = CASE WHEN kind = 'account' THEN revoked_at ELSE CAST(?5 AS BIGINT) END,
         sweep_at = CASE WHEN kind = 'account' THEN sweep_at ELSE CAST(?6 AS BIGINT) END
         WHERE id IN (SELECT id FROM invites WHERE host = ?1 AND inviter = ?2 AND created_at < ?3 AND ",
        usable!(),
        " ORDER BY created_at LIMIT ?4) RETURNING id, CAST(CASE WHEN kind = 'account' THEN 0 ELSE 1 END AS BIGINT)"
    );
    let mut about = tx.run(about, &[host, user, before, limited, now, sweep_at])?;
    let resets = concat!(
        "UPDATE invites SET revoked_at = ?5, sweep_at = ?6 WHERE id IN (SELECT id FROM invites WHERE host = ?1 AND username = ?2 AND kind = 'reset'
         AND created_at < ?3 AND ",
        usable!(),
        " ORDER BY created_at LIMIT ?4) RETURNING id"
    );
    let resets_before = Arg::Int(account.began.max(account.resets_from).seconds());
    let mut resets = tx.run(resets, &[host, user, resets_before, limited, now, sweep_at])?;
    let more = [&left, &about, &resets].into_iter().any(|rows| reached(rows, limit));
    for row in &mut about {
        let id = row.bytes().ok().map(InviteId);
        revoked.extend((row.int()? == 1).then_some(id));
    }
    for row in &mut resets {
        revoked.push(row.bytes().ok().map(InviteId));
    }
    Ok((revoked, more))
}

fn reached(rows: &[Row], limit: i64) -> bool {
    i64::try_from(rows.len()).is_ok_and(|count| count >= limit)
}
