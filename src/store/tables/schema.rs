//! The schema, and its migrations.

use super::{Arg, Engine, Mode, Sql, transact};
use crate::Error;

/// The version that this library reads and writes. (debian/rules reads it here.)
pub const VERSION: i64 = 6;

/// Each entry is the step to the next version. A released step never changes. Both engines take the same SQL.
#[expect(clippy::cast_possible_truncation, reason = "there are a handful of steps")]
const STEPS: [&[&str]; VERSION as usize] = [&[
    // One row for each invite. `id` is SHA-256 of the token (since step 3, its first half). `token` and `landing_page` are NULL if tokens are not
    // stored in the clear. `username`: the bound name, or the account of a reset. `max_uses`: NULL for "until expiry". Times are Unix seconds.
    "CREATE TABLE invites (
        id BYTEA NOT NULL PRIMARY KEY, host TEXT NOT NULL, token TEXT, kind TEXT NOT NULL, inviter TEXT, username TEXT,
        max_uses BIGINT, uses BIGINT NOT NULL DEFAULT 0, created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL,
        revoked_at BIGINT, sweep_at BIGINT NOT NULL, landing_page TEXT, data TEXT)",
    "CREATE INDEX invites_sweep ON invites (host, sweep_at)",
    // The listed invites in the order of the list. Dead invites, which may be many more, cost nothing.
    "CREATE INDEX invites_pending ON invites (host, id)
        WHERE kind <> 'contact' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    "CREATE INDEX invites_inviter ON invites (host, inviter) WHERE inviter IS NOT NULL",
    "CREATE INDEX invites_username ON invites (host, username) WHERE username IS NOT NULL",
    // A reserved name: for one invite (`reserved`), and for one permit while somebody registers it (a claim). Both have one key, because they exclude
    // each other. `owner` is the process of the claim, `lease` the second from which others may settle it.
    "CREATE TABLE invite_names (
        host TEXT NOT NULL, username TEXT NOT NULL, invite BYTEA NOT NULL REFERENCES invites (id) ON DELETE CASCADE,
        reserved BIGINT NOT NULL, permit BYTEA, lease BIGINT, owner BYTEA, PRIMARY KEY (host, username))",
    "CREATE INDEX invite_names_invite ON invite_names (invite)",
    "CREATE INDEX invite_names_claims ON invite_names (host, permit) WHERE permit IS NOT NULL",
    // One row for each use, so that it counts once. `username` is NULL if the caller did not know it.
    "CREATE TABLE invite_redemptions (
        permit BYTEA NOT NULL PRIMARY KEY, host TEXT NOT NULL, username TEXT,
        invite BYTEA NOT NULL REFERENCES invites (id) ON DELETE CASCADE, at BIGINT NOT NULL)",
    "CREATE INDEX invite_redemptions_invite ON invite_redemptions (invite)",
    // The hosts whose old store was imported.
    "CREATE TABLE invite_imports (host TEXT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)",
], &[
    // The order of lists. Like `invites_sweep` it grows at its end; an order by id would touch another page for each invite.
    "DROP INDEX invites_pending",
    "CREATE INDEX invites_created ON invites (host, created_at, id)",
    // The names table is created anew, because the old one referred to `invites` and needed an index by invite.
    "CREATE TABLE invite_promises (
        host TEXT NOT NULL, username TEXT NOT NULL, invite BYTEA NOT NULL,
        reserved BIGINT NOT NULL, permit BYTEA, lease BIGINT, owner BYTEA, PRIMARY KEY (host, username))",
    "INSERT INTO invite_promises (host, username, invite, reserved, permit, lease, owner)
        SELECT host, username, invite, reserved, permit, lease, owner FROM invite_names",
    "DROP TABLE invite_names",
    "ALTER TABLE invite_promises RENAME TO invite_names",
    "CREATE INDEX invite_names_claims ON invite_names (host, permit) WHERE permit IS NOT NULL",
    "CREATE INDEX invite_names_claimed ON invite_names (invite) WHERE permit IS NOT NULL",
    // Who created an invite, or in whose name, and whether it is on that user's authority (1) or the server's (0).
    "ALTER TABLE invites ADD COLUMN maker TEXT",
    "ALTER TABLE invites ADD COLUMN own_right BIGINT NOT NULL DEFAULT 0",
    "UPDATE invites SET maker = inviter WHERE inviter IS NOT NULL",
    "CREATE INDEX invites_maker ON invites (host, maker, created_at, id) WHERE maker IS NOT NULL",
    // What counts for a user's quota, and what ends with an account. A user's other invites, which may be many, cost nothing.
    "CREATE INDEX invites_counted ON invites (host, maker)
        WHERE own_right = 1 AND kind <> 'contact' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    "DROP INDEX invites_inviter",
    "CREATE INDEX invites_inviter ON invites (host, inviter)
        WHERE kind <> 'account' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    "DROP INDEX invite_redemptions_invite",
    "CREATE INDEX invite_redemptions_invite ON invite_redemptions (invite, at, permit)",
    // What users created in a day (days since 1970, UTC). The row is also the lock behind which a user's invites are counted.
    "CREATE TABLE invite_quotas (host TEXT NOT NULL, maker TEXT NOT NULL, day BIGINT NOT NULL, made BIGINT NOT NULL, PRIMARY KEY (host, maker))",
    // Who invited whom: one row for each account that came through an invite or invited somebody. Rows outlive invites and accounts; a name that is
    // registered again gets another row. `parent` is the inviter's row.
    "CREATE TABLE invite_lineage (
        id BYTEA NOT NULL PRIMARY KEY, host TEXT NOT NULL, username TEXT NOT NULL, parent BYTEA, invite BYTEA, joined_at BIGINT NOT NULL, left_at BIGINT)",
    "CREATE INDEX invite_lineage_username ON invite_lineage (host, username, joined_at, id)",
    "CREATE UNIQUE INDEX invite_lineage_living ON invite_lineage (host, username) WHERE left_at IS NULL",
    "CREATE INDEX invite_lineage_parent ON invite_lineage (parent, joined_at, username, id) WHERE parent IS NOT NULL",
], &[
    // An id is now the first half of SHA-256. Rows that refer to it stand aside meanwhile.
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
    // What is known of the current account of a name. A name without a row never changed hands. Invites from before `began_at` belong to an earlier
    // account, resets from before `resets_from` to an earlier password. `created_at` is Prosody's, or 0 if invites were imported. `tidied` is 0 while
    // there may be invites to revoke.
    "CREATE TABLE invite_accounts (
        host TEXT NOT NULL, username TEXT NOT NULL, began_at BIGINT NOT NULL, resets_from BIGINT NOT NULL, created_at BIGINT,
        tidied BIGINT NOT NULL, PRIMARY KEY (host, username))",
    "CREATE INDEX invite_accounts_untidy ON invite_accounts (tidied, host) WHERE tidied = 0",
    "ALTER TABLE invites ADD COLUMN credentials TEXT",
    // Queries ask for the newest invite about a user, and for those from before a second.
    "DROP INDEX invites_inviter",
    "CREATE INDEX invites_inviter ON invites (host, inviter, created_at)
        WHERE inviter IS NOT NULL AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    "DROP INDEX invites_username",
    "CREATE INDEX invites_resets ON invites (host, username, created_at)
        WHERE kind = 'reset' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    // What counts for a user's two quotas. A query counts up to the quota and skips expired invites.
    "DROP INDEX invites_counted",
    "CREATE INDEX invites_counted ON invites (host, maker, expires_at, created_at)
        WHERE own_right = 1 AND kind <> 'contact' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    "CREATE INDEX invites_counted_contacts ON invites (host, maker, expires_at, created_at)
        WHERE own_right = 1 AND kind = 'contact' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
    "ALTER TABLE invite_quotas ADD COLUMN contacts BIGINT NOT NULL DEFAULT 0",
], &[
    // The names that the code uses.
    "ALTER TABLE invites RENAME COLUMN maker TO creator",
    "ALTER TABLE invites RENAME COLUMN own_right TO user_authority",
    "ALTER TABLE invite_quotas RENAME COLUMN maker TO creator",
    "ALTER TABLE invite_names RENAME COLUMN permit TO presentation",
    "ALTER TABLE invite_names RENAME COLUMN owner TO process",
    "ALTER TABLE invite_redemptions RENAME COLUMN permit TO presentation",
    "ALTER TABLE invite_lineage RENAME TO invite_tree",
], &[
    // What is to be done after a redemption, and is not done yet. `account` is a bare JID, perhaps of another server. `step` says what, and `about` for
    // instance the room. `creator`: on whose authority, NULL for the server's.
    "CREATE TABLE invite_follow_ups (
        host TEXT NOT NULL, account TEXT NOT NULL, step TEXT NOT NULL, about TEXT NOT NULL, creator TEXT, at BIGINT NOT NULL,
        PRIMARY KEY (host, account, step, about))",
    // `root`: the account at the top of the chain of users' invites through which an account joined, or is about to. NULL for an account that joined in
    // another way, or before this step: a chain begins with it. `full_at`: when admins were told last that nobody can join below it; `deep_at`: that
    // nobody can join below the last generation.
    "ALTER TABLE invite_tree ADD COLUMN root BYTEA",
    "ALTER TABLE invite_tree ADD COLUMN full_at BIGINT",
    "ALTER TABLE invite_tree ADD COLUMN deep_at BIGINT",
    "ALTER TABLE invite_names ADD COLUMN root BYTEA",
    "CREATE INDEX invite_tree_root ON invite_tree (root, joined_at) WHERE root IS NOT NULL",
    "CREATE INDEX invite_tree_full ON invite_tree (host, full_at) WHERE full_at IS NOT NULL",
    "CREATE INDEX invite_tree_deep ON invite_tree (host, deep_at) WHERE deep_at IS NOT NULL",
    "CREATE INDEX invite_names_root ON invite_names (root) WHERE root IS NOT NULL",
    // Webhooks that are not delivered yet. `receiver`: its id. `place`: the order of those of one invite; only the first of them can be sent. `id` is
    // the same for each try. `due`: the second from which it can be tried.
    "CREATE TABLE invite_outbox (
        host TEXT NOT NULL, receiver TEXT NOT NULL, invite BYTEA NOT NULL, place BIGINT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
        at BIGINT NOT NULL, tries BIGINT NOT NULL, due BIGINT NOT NULL, PRIMARY KEY (host, receiver, invite, place))",
    "CREATE INDEX invite_outbox_due ON invite_outbox (host, receiver, due)",
    // How a receiver of webhooks does: it has failed so many times since `since`, last with `problem`, and is left alone until `due`. One server sends
    // to it, until `lease`. `lost`: events that found the outbox full and were not told of yet.
    "CREATE TABLE invite_receivers (
        host TEXT NOT NULL, receiver TEXT NOT NULL, failures BIGINT NOT NULL DEFAULT 0, since BIGINT, problem TEXT, due BIGINT NOT NULL DEFAULT 0,
        lease BIGINT NOT NULL DEFAULT 0, process BYTEA, lost BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (host, receiver))",
    // Keys of the HTTP API. `hash` is SHA-256 of what is shown. `may`: what the key may do, as JSON.
    "CREATE TABLE invite_api_keys (
        host TEXT NOT NULL, id TEXT NOT NULL, hash BYTEA NOT NULL, name TEXT, may TEXT NOT NULL, created_at BIGINT NOT NULL, expires_at BIGINT,
        used_at BIGINT, PRIMARY KEY (host, id))",
    "CREATE UNIQUE INDEX invite_api_keys_hash ON invite_api_keys (host, hash)",
    "CREATE INDEX invite_api_keys_created ON invite_api_keys (host, created_at, id)",
    // The answers to requests with an Idempotency-Key, of which `id` is a hash, and `request` one of what was asked for. `answer` is sealed with a key
    // that is not in the database; NULL until it is there, which nobody sees.
    "CREATE TABLE invite_api_answers (
        host TEXT NOT NULL, id BYTEA NOT NULL, request BYTEA NOT NULL, answer BYTEA, at BIGINT NOT NULL, PRIMARY KEY (host, id))",
    "CREATE INDEX invite_api_answers_at ON invite_api_answers (host, at)",
]];

/// Migrates the tables to [`VERSION`], in one transaction.
///
/// # Errors
/// [`Error::Failed`]: the database fails, or a newer library has migrated it.
pub(in crate::store) fn migrate(engine: &mut dyn Engine) -> Result<(), Error> {
    if !is_current(engine) {
        step(engine)?;
    }
    engine.note_version(VERSION);
    Ok(())
}

/// Whether the tables have the version of this library.
pub(in crate::store) fn is_current(engine: &mut dyn Engine) -> bool {
    transact(engine, Mode::Read, version) == Ok(VERSION)
}

/// Takes the steps that are missing.
fn step(engine: &mut dyn Engine) -> Result<(), Error> {
    transact(engine, Mode::Durable, |sql| {
        sql.run("CREATE TABLE IF NOT EXISTS invite_schema (id BIGINT NOT NULL PRIMARY KEY, version BIGINT NOT NULL)", &[])?;
        sql.run("INSERT INTO invite_schema (id, version) VALUES (1, 0) ON CONFLICT (id) DO NOTHING RETURNING 1", &[])?;
        // This reads again under the lock of the update, because another process may be migrating too.
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

/// The version of the tables; 0 if there are none.
fn version(sql: &mut dyn Sql) -> Result<i64, Error> {
    match sql.run("SELECT version FROM invite_schema WHERE id = 1", &[])?.pop() {
        Some(mut row) => row.int(),
        None => Ok(0),
    }
}

/// Writes without changing anything, to see whether writing works.
///
/// # Errors
/// [`Error::Failed`].
pub(in crate::store) fn try_to_write(sql: &mut dyn Sql) -> Result<(), Error> {
    sql.run("UPDATE invite_schema SET version = version WHERE id = 1 RETURNING 1", &[]).map(drop)
}
