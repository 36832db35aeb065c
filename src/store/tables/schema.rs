//! The tables, and how an older database becomes a newer one.

use super::{Arg, Engine, Mode, Sql, transact};
use crate::Error;

/// Each entry is the step to the next version; a step that was released never changes. Both engines take the same text.
const STEPS: &[&[&str]] = &[&[
    // One row an invite. `id` is SHA-256 of the token (since step 3, its first half); `token` and `landing_page` are NULL where the token is not kept
    // in the clear. `username`: the bound name, or the account of a reset. `max_uses`: NULL for "until expiry". Times are Unix seconds.
    "CREATE TABLE invites (
        id BYTEA NOT NULL PRIMARY KEY, host TEXT NOT NULL, token TEXT, kind TEXT NOT NULL, inviter TEXT, username TEXT,
        max_uses BIGINT, uses BIGINT NOT NULL DEFAULT 0, created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL,
        revoked_at BIGINT, sweep_at BIGINT NOT NULL, landing_page TEXT, data TEXT)",
    "CREATE INDEX invites_sweep ON invites (host, sweep_at)",
    // What is listed, in the order of the list: the dead, who may be many more, cost nothing.
    "CREATE INDEX invites_pending ON invites (host, id)
        WHERE kind <> 'contact' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    "CREATE INDEX invites_inviter ON invites (host, inviter) WHERE inviter IS NOT NULL",
    "CREATE INDEX invites_username ON invites (host, username) WHERE username IS NOT NULL",
    // A name that is promised: to one invite (`reserved`), and while somebody registers it to one permit (a claim). One key for both, because
    // they are the same fact. `owner` is the process that took the claim, `lease` the second from which others may ask about it.
    "CREATE TABLE invite_names (
        host TEXT NOT NULL, username TEXT NOT NULL, invite BYTEA NOT NULL REFERENCES invites (id) ON DELETE CASCADE,
        reserved BIGINT NOT NULL, permit BYTEA, lease BIGINT, owner BYTEA, PRIMARY KEY (host, username))",
    "CREATE INDEX invite_names_invite ON invite_names (invite)",
    "CREATE INDEX invite_names_claims ON invite_names (host, permit) WHERE permit IS NOT NULL",
    // One row a use, so that a use is counted once however often it is told. `username` is NULL where a caller did not say.
    "CREATE TABLE invite_redemptions (
        permit BYTEA NOT NULL PRIMARY KEY, host TEXT NOT NULL, username TEXT,
        invite BYTEA NOT NULL REFERENCES invites (id) ON DELETE CASCADE, at BIGINT NOT NULL)",
    "CREATE INDEX invite_redemptions_invite ON invite_redemptions (invite)",
    // The hosts whose old store was read.
    "CREATE TABLE invite_imports (host TEXT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)",
], &[
    // In the order in which invites are listed. Like `invites_sweep` it grows at its end, where an order by id touches another page with each invite.
    "DROP INDEX invites_pending",
    "CREATE INDEX invites_created ON invites (host, created_at, id)",
    // The same for the names of invites, so that the names table is made anew: the old one needed an index by invite, as it referred to `invites`.
    "CREATE TABLE invite_promises (
        host TEXT NOT NULL, username TEXT NOT NULL, invite BYTEA NOT NULL,
        reserved BIGINT NOT NULL, permit BYTEA, lease BIGINT, owner BYTEA, PRIMARY KEY (host, username))",
    "INSERT INTO invite_promises (host, username, invite, reserved, permit, lease, owner)
        SELECT host, username, invite, reserved, permit, lease, owner FROM invite_names",
    "DROP TABLE invite_names",
    "ALTER TABLE invite_promises RENAME TO invite_names",
    "CREATE INDEX invite_names_claims ON invite_names (host, permit) WHERE permit IS NOT NULL",
    "CREATE INDEX invite_names_claimed ON invite_names (invite) WHERE permit IS NOT NULL",
    // Who made an invite, or in whose name, and whether it stands on that user's own right (1) or the server's (0).
    "ALTER TABLE invites ADD COLUMN maker TEXT",
    "ALTER TABLE invites ADD COLUMN own_right BIGINT NOT NULL DEFAULT 0",
    "UPDATE invites SET maker = inviter WHERE inviter IS NOT NULL",
    "CREATE INDEX invites_maker ON invites (host, maker, created_at, id) WHERE maker IS NOT NULL",
    // What counts for a user's quota, and what dies with an account: the other invites of a user, who may have made many, cost nothing.
    "CREATE INDEX invites_counted ON invites (host, maker)
        WHERE own_right = 1 AND kind <> 'contact' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    "DROP INDEX invites_inviter",
    "CREATE INDEX invites_inviter ON invites (host, inviter)
        WHERE kind <> 'account' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    "DROP INDEX invite_redemptions_invite",
    "CREATE INDEX invite_redemptions_invite ON invite_redemptions (invite, at, permit)",
    // What users made in a day (days since 1970, UTC). The row is also the lock behind which a user's invites are counted.
    "CREATE TABLE invite_quotas (host TEXT NOT NULL, maker TEXT NOT NULL, day BIGINT NOT NULL, made BIGINT NOT NULL, PRIMARY KEY (host, maker))",
    // Who invited whom: one row an account that came through an invite, or that invited one. Rows outlive the invites, and the accounts: a name
    // that is deleted and made again is another row. `parent` is the inviter's row.
    "CREATE TABLE invite_lineage (
        id BYTEA NOT NULL PRIMARY KEY, host TEXT NOT NULL, username TEXT NOT NULL, parent BYTEA, invite BYTEA, joined_at BIGINT NOT NULL, left_at BIGINT)",
    "CREATE INDEX invite_lineage_username ON invite_lineage (host, username, joined_at, id)",
    "CREATE UNIQUE INDEX invite_lineage_living ON invite_lineage (host, username) WHERE left_at IS NULL",
    "CREATE INDEX invite_lineage_parent ON invite_lineage (parent, joined_at, username, id) WHERE parent IS NOT NULL",
], &[
    // An id is the first half of SHA-256 now. What refers to it stands aside meanwhile.
    "CREATE TABLE invite_uses (permit BYTEA NOT NULL, host TEXT NOT NULL, username TEXT, invite BYTEA NOT NULL, at BIGINT NOT NULL)",
    "INSERT INTO invite_uses (permit, host, username, invite, at) SELECT permit, host, username, substr(invite, 1, 16), at FROM invite_redemptions",
    "DROP TABLE invite_redemptions",
    "UPDATE invites SET id = substr(id, 1, 16)",
    "CREATE TABLE invite_redemptions (
        permit BYTEA NOT NULL PRIMARY KEY, host TEXT NOT NULL, username TEXT,
        invite BYTEA NOT NULL REFERENCES invites (id) ON DELETE CASCADE, at BIGINT NOT NULL)",
    "INSERT INTO invite_redemptions (permit, host, username, invite, at) SELECT permit, host, username, invite, at FROM invite_uses",
    "DROP TABLE invite_uses",
    "CREATE INDEX invite_redemptions_invite ON invite_redemptions (invite, at, permit)",
    "UPDATE invite_names SET invite = substr(invite, 1, 16)",
    "UPDATE invite_lineage SET invite = substr(invite, 1, 16) WHERE invite IS NOT NULL",
], &[
    // What is known of the account that has a name now; a name without a row never was another account's. What was made before `began_at` belongs to an
    // earlier account, resets from before `resets_from` to an earlier password. `created_at` is Prosody's, or 0 where invites were imported. `tidied` is 0 while there may be rows to end.
    "CREATE TABLE invite_accounts (
        host TEXT NOT NULL, username TEXT NOT NULL, began_at BIGINT NOT NULL, resets_from BIGINT NOT NULL, created_at BIGINT,
        tidied BIGINT NOT NULL, PRIMARY KEY (host, username))",
    "CREATE INDEX invite_accounts_untidy ON invite_accounts (tidied, host) WHERE tidied = 0",
    "ALTER TABLE invites ADD COLUMN credentials TEXT",
    // The newest invite about a user is asked for, and those from before a second.
    "DROP INDEX invites_inviter",
    "CREATE INDEX invites_inviter ON invites (host, inviter, created_at)
        WHERE inviter IS NOT NULL AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    "DROP INDEX invites_username",
    "CREATE INDEX invites_resets ON invites (host, username, created_at)
        WHERE kind = 'reset' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    // What counts for a user's quotas, the account invites and the contact invites: a look-up counts as far as the quota and passes over what has expired.
    "DROP INDEX invites_counted",
    "CREATE INDEX invites_counted ON invites (host, maker, expires_at, created_at)
        WHERE own_right = 1 AND kind <> 'contact' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    "CREATE INDEX invites_counted_contacts ON invites (host, maker, expires_at, created_at)
        WHERE own_right = 1 AND kind = 'contact' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    "ALTER TABLE invite_quotas ADD COLUMN contacts BIGINT NOT NULL DEFAULT 0",
], &[
    // One word for one thing, the same as in the code.
    "ALTER TABLE invites RENAME COLUMN maker TO creator",
    "ALTER TABLE invites RENAME COLUMN own_right TO user_authority",
    "ALTER TABLE invite_quotas RENAME COLUMN maker TO creator",
    "ALTER TABLE invite_names RENAME COLUMN permit TO presentation",
    "ALTER TABLE invite_names RENAME COLUMN owner TO process",
    "ALTER TABLE invite_redemptions RENAME COLUMN permit TO presentation",
    "ALTER TABLE invite_lineage RENAME TO invite_tree",
]];

/// The version that this library reads and writes.
#[expect(clippy::cast_possible_wrap, reason = "there are a handful of steps")]
pub const VERSION: i64 = STEPS.len() as i64;

/// Brings the tables to [`VERSION`], in one transaction.
///
/// # Errors
/// [`Error::Failed`]: the database fails, or a newer library has been at it.
pub(in crate::store) fn migrate(engine: &mut dyn Engine) -> Result<(), Error> {
    if transact(engine, Mode::Read, version) == Ok(VERSION) {
        return Ok(());
    }
    transact(engine, Mode::Durable, |sql| {
        sql.run("CREATE TABLE IF NOT EXISTS invite_schema (id BIGINT NOT NULL PRIMARY KEY, version BIGINT NOT NULL)", &[])?;
        sql.run("INSERT INTO invite_schema (id, version) VALUES (1, 0) ON CONFLICT (id) DO NOTHING RETURNING 1", &[])?;
        // Read again under the lock of this update: another process may be doing the same.
        try_to_write(sql)?;
        let version = version(sql)?;
        if version > VERSION {
            let reason = format!("the database has schema version {version}; this library knows up to {VERSION}: install the newer one");
            return Err(Error::Failed(reason));
        }
        for step in STEPS.iter().skip(usize::try_from(version).unwrap_or(0)) {
            for statement in *step {
                sql.run(statement, &[])?;
            }
        }
        sql.run("UPDATE invite_schema SET version = ?1 WHERE id = 1 RETURNING 1", &[Arg::Int(VERSION)])?;
        Ok(())
    })
}

/// The version of the tables that are there; 0 for none.
fn version(sql: &mut dyn Sql) -> Result<i64, Error> {
    match sql.run("SELECT version FROM invite_schema WHERE id = 1", &[])?.pop() {
        Some(mut row) => row.int(),
        None => Ok(0),
    }
}

/// A change that changes nothing, to see whether changes are possible.
///
/// # Errors
/// [`Error::Failed`].
pub(in crate::store) fn try_to_write(sql: &mut dyn Sql) -> Result<(), Error> {
    sql.run("UPDATE invite_schema SET version = version WHERE id = 1 RETURNING 1", &[]).map(drop)
}
