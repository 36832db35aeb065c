-- The tables as each released version created or changed them. This text never changes.

-- version 1
CREATE TABLE invite_schema (id BIGINT NOT NULL PRIMARY KEY, version BIGINT NOT NULL);
INSERT INTO invite_schema (id, version) VALUES (1, 1);
CREATE TABLE invites (id BYTEA NOT NULL PRIMARY KEY, host TEXT NOT NULL, token TEXT, kind TEXT NOT NULL, inviter TEXT, username TEXT,
    max_uses BIGINT, uses BIGINT NOT NULL DEFAULT 0, created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, revoked_at BIGINT,
    sweep_at BIGINT NOT NULL, landing_page TEXT, data TEXT);
CREATE INDEX invites_sweep ON invites (host, sweep_at);
CREATE INDEX invites_pending ON invites (host, id) WHERE kind <> 'contact' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses);
CREATE INDEX invites_inviter ON invites (host, inviter) WHERE inviter IS NOT NULL;
CREATE INDEX invites_username ON invites (host, username) WHERE username IS NOT NULL;
CREATE TABLE invite_names (host TEXT NOT NULL, username TEXT NOT NULL, invite BYTEA NOT NULL REFERENCES invites (id) ON DELETE CASCADE,
    reserved BIGINT NOT NULL, permit BYTEA, lease BIGINT, owner BYTEA, PRIMARY KEY (host, username));
CREATE INDEX invite_names_invite ON invite_names (invite);
CREATE INDEX invite_names_claims ON invite_names (host, permit) WHERE permit IS NOT NULL;
CREATE TABLE invite_redemptions (permit BYTEA NOT NULL PRIMARY KEY, host TEXT NOT NULL, username TEXT,
    invite BYTEA NOT NULL REFERENCES invites (id) ON DELETE CASCADE, at BIGINT NOT NULL);
CREATE INDEX invite_redemptions_invite ON invite_redemptions (invite);
CREATE TABLE invite_imports (host TEXT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)

-- version 2
DROP INDEX invites_pending;
CREATE INDEX invites_created ON invites (host, created_at, id);
CREATE TABLE invite_promises (
    host TEXT NOT NULL, username TEXT NOT NULL, invite BYTEA NOT NULL,
    reserved BIGINT NOT NULL, permit BYTEA, lease BIGINT, owner BYTEA, PRIMARY KEY (host, username));
INSERT INTO invite_promises (host, username, invite, reserved, permit, lease, owner)
    SELECT host, username, invite, reserved, permit, lease, owner FROM invite_names;
DROP TABLE invite_names;
ALTER TABLE invite_promises RENAME TO invite_names;
CREATE INDEX invite_names_claims ON invite_names (host, permit) WHERE permit IS NOT NULL;
CREATE INDEX invite_names_claimed ON invite_names (invite) WHERE permit IS NOT NULL;
ALTER TABLE invites ADD COLUMN maker TEXT;
ALTER TABLE invites ADD COLUMN own_right BIGINT NOT NULL DEFAULT 0;
UPDATE invites SET maker = inviter WHERE inviter IS NOT NULL;
CREATE INDEX invites_maker ON invites (host, maker, created_at, id) WHERE maker IS NOT NULL;
CREATE INDEX invites_counted ON invites (host, maker)
    WHERE own_right = 1 AND kind <> 'contact' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses);
DROP INDEX invites_inviter;
CREATE INDEX invites_inviter ON invites (host, inviter)
    WHERE kind <> 'account' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses);
DROP INDEX invite_redemptions_invite;
CREATE INDEX invite_redemptions_invite ON invite_redemptions (invite, at, permit);
CREATE TABLE invite_quotas (host TEXT NOT NULL, maker TEXT NOT NULL, day BIGINT NOT NULL, made BIGINT NOT NULL, PRIMARY KEY (host, maker));
CREATE TABLE invite_lineage (
    id BYTEA NOT NULL PRIMARY KEY, host TEXT NOT NULL, username TEXT NOT NULL, parent BYTEA, invite BYTEA, joined_at BIGINT NOT NULL, left_at BIGINT);
CREATE INDEX invite_lineage_username ON invite_lineage (host, username, joined_at, id);
CREATE UNIQUE INDEX invite_lineage_living ON invite_lineage (host, username) WHERE left_at IS NULL;
CREATE INDEX invite_lineage_parent ON invite_lineage (parent, joined_at, username, id) WHERE parent IS NOT NULL;
UPDATE invite_schema SET version = 2

-- version 3
CREATE TABLE invite_uses (permit BYTEA NOT NULL, host TEXT NOT NULL, username TEXT, invite BYTEA NOT NULL, at BIGINT NOT NULL);
DROP TABLE invite_redemptions;
CREATE TABLE invite_redemptions (
    permit BYTEA NOT NULL PRIMARY KEY, host TEXT NOT NULL, username TEXT,
    invite BYTEA NOT NULL REFERENCES invites (id) ON DELETE CASCADE, at BIGINT NOT NULL);
DROP TABLE invite_uses;
CREATE INDEX invite_redemptions_invite ON invite_redemptions (invite, at, permit);
UPDATE invite_schema SET version = 3

-- version 4
CREATE TABLE invite_accounts (host TEXT NOT NULL, username TEXT NOT NULL, began_at BIGINT NOT NULL, resets_from BIGINT NOT NULL,
    created_at BIGINT, tidied BIGINT NOT NULL, PRIMARY KEY (host, username));
CREATE INDEX invite_accounts_untidy ON invite_accounts (tidied, host) WHERE tidied = 0;
ALTER TABLE invites ADD COLUMN credentials TEXT;
DROP INDEX invites_inviter;
CREATE INDEX invites_inviter ON invites (host, inviter, created_at)
    WHERE inviter IS NOT NULL AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses);
DROP INDEX invites_username;
CREATE INDEX invites_resets ON invites (host, username, created_at)
    WHERE kind = 'reset' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses);
DROP INDEX invites_counted;
CREATE INDEX invites_counted ON invites (host, maker, expires_at, created_at)
    WHERE own_right = 1 AND kind <> 'contact' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses);
CREATE INDEX invites_counted_contacts ON invites (host, maker, expires_at, created_at)
    WHERE own_right = 1 AND kind = 'contact' AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses);
ALTER TABLE invite_quotas ADD COLUMN contacts BIGINT NOT NULL DEFAULT 0;
UPDATE invite_schema SET version = 4;

-- version 5
ALTER TABLE invites RENAME COLUMN maker TO creator;
ALTER TABLE invites RENAME COLUMN own_right TO user_authority;
ALTER TABLE invite_quotas RENAME COLUMN maker TO creator;
ALTER TABLE invite_names RENAME COLUMN permit TO presentation;
ALTER TABLE invite_names RENAME COLUMN owner TO process;
ALTER TABLE invite_redemptions RENAME COLUMN permit TO presentation;
ALTER TABLE invite_lineage RENAME TO invite_tree;
UPDATE invite_schema SET version = 5
