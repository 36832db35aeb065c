//! The tables: made once, whoever comes first; kept when a newer library opens them; left alone by an older one.

use std::sync::Barrier;

use invites_core::store::{Arg, Location, Row, Store, VERSION};
use invites_core::{Error, Ledger, State, Token};
use sha2::{Digest, Sha256};

use crate::common::{Database, Fixture, Place, at, contact_account, on_both_engines, settings, statement};

on_both_engines!(
    tables_are_made_once,
    tables_of_a_newer_library_are_left_alone,
    older_tables_are_read,
    two_who_come_first_both_find_the_tables,
    many_who_come_first_all_find_the_tables,
);

fn tables_are_made_once(s: &mut Fixture) {
    assert_eq!(s.ledger.health().map(|(_, version)| version), Ok(VERSION));
    s.free();
    let before = s.place.contents();
    for _ in 0..3 {
        s.restart();
        assert_eq!(s.ledger.health().map(|(_, version)| version), Ok(VERSION));
    }
    assert_eq!(s.place.contents(), before);
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invite_schema"), 1);
}

fn tables_of_a_newer_library_are_left_alone(s: &mut Fixture) {
    let token = s.free();
    let before = s.place.contents();
    s.place.sql("UPDATE invite_schema SET version = 99");
    s.restart();
    for _ in 0..2 {
        let Err(Error::Failed(reason)) = s.ledger.health() else { panic!("it was opened") };
        assert!(reason.contains("schema version 99") && reason.contains(&format!("up to {VERSION}")), "{reason}");
        assert_eq!(s.check(&token).unwrap_err().code(), "internal-server-error", "the gate is closed");
    }
    assert_eq!((s.place.contents(), s.place.number("SELECT version FROM invite_schema")), (before, 99));
    s.place.sql(&format!("UPDATE invite_schema SET version = {VERSION}"));
    assert!(s.check(&token).is_ok(), "and opens when it can");
}

/// As the first release made them. This text never changes.
const VERSION_1: &str = "
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
    CREATE TABLE invite_imports (host TEXT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)";

/// What the second version changed.
const VERSION_2: &str = "
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
    UPDATE invite_schema SET version = 2";

/// What the third version changed.
const VERSION_3: &str = "
    CREATE TABLE invite_uses (permit BYTEA NOT NULL, host TEXT NOT NULL, username TEXT, invite BYTEA NOT NULL, at BIGINT NOT NULL);
    DROP TABLE invite_redemptions;
    CREATE TABLE invite_redemptions (
        permit BYTEA NOT NULL PRIMARY KEY, host TEXT NOT NULL, username TEXT,
        invite BYTEA NOT NULL REFERENCES invites (id) ON DELETE CASCADE, at BIGINT NOT NULL);
    DROP TABLE invite_uses;
    CREATE INDEX invite_redemptions_invite ON invite_redemptions (invite, at, permit);
    UPDATE invite_schema SET version = 3";

/// What the fourth version changed.
const VERSION_4: &str = "
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
    UPDATE invite_schema SET version = 4";

fn older_tables_are_read(s: &mut Fixture) {
    for version in [1, 2, 3, 4] {
        *s = Fixture::at(Place::new(s.place.database));
        let texts = [VERSION_1, VERSION_2, VERSION_3, VERSION_4];
        for text in texts.iter().take(version).flat_map(|text| text.split(';')) {
            s.place.sql(text);
        }
        tables_are_read(s, version);
    }
}

fn tables_are_read(s: &mut Fixture, version: usize) {
    let (used, bound) = (Token::parse("used").unwrap(), Token::parse("bound").unwrap());
    let run = |text: &str, id: &Token, presentation: &[u8]| {
        let digest = Sha256::digest(id.secret());
        // The first two had the whole of it.
        let args = [Arg::Blob(if version < 3 { &digest } else { &digest[..16] }), Arg::Blob(presentation)];
        let text = text.replace("NOW", &at(0).seconds().to_string());
        statement(s.place.engine().as_mut(), &text, &args[..if presentation.is_empty() { 1 } else { 2 }]);
    };
    let invites = "INSERT INTO invites (id, host, token, kind, inviter, username, max_uses, uses, created_at, expires_at, sweep_at, data) VALUES ";
    let used_row = r#"(?1, 'montague.example', 'used', 'contact-account', 'juliet', NULL, 2, 1, NOW, NOW + 900, NOW + 4500, '{"note":"x"}')"#;
    let reset = Token::parse("reset").unwrap();
    let reset_row = "(?1, 'montague.example', NULL, 'reset', NULL, 'juliet', 1, 0, NOW, NOW + 900, NOW + 4500, NULL)";
    run(&format!("{invites}{reset_row}"), &reset, &[]);
    let bound_row = "(?1, 'montague.example', 'bound', 'account', NULL, 'romeo', 1, 0, NOW, NOW + 900, NOW + 4500, NULL)";
    run(&format!("{invites}{used_row}"), &used, &[]);
    run(&format!("{invites}{bound_row}"), &bound, &[]);
    run("INSERT INTO invite_redemptions (invite, permit, host, username, at) VALUES (?1, ?2, 'montague.example', 'paris', NOW)", &used, &[7; 16]);
    let claim = "INSERT INTO invite_names (invite, permit, host, username, reserved, lease, owner)
                 VALUES (?1, ?2, 'montague.example', 'romeo', 1, NOW + 60, ?2)";
    run(claim, &bound, &[8; 16]);
    if version > 1 {
        let joined = "INSERT INTO invite_lineage (invite, id, host, username, joined_at) VALUES (?1, ?2, 'montague.example', 'paris', NOW)";
        run(joined, &used, &[7; 16]);
    }

    assert_eq!(s.ledger.health().map(|(_, version)| version), Ok(VERSION));
    let (invite, state) = s.ledger.info("used", s.now).unwrap();
    assert_eq!((invite.kind, invite.uses, state), (contact_account("juliet"), 1, State::Pending));
    assert_eq!(invite.data, Some(serde_json::json!({ "note": "x" })));
    assert_eq!(s.state(&bound), State::Claimed);
    let joined: Vec<_> = s.place.sql("SELECT invite FROM invite_tree").iter_mut().map(Row::bytes).collect();
    assert_eq!(joined, vec![Ok(used.id().0); usize::from(version > 1)]);
    s.now = at(60);
    assert_eq!(s.settle_stale().map(|(_, released, _)| released), Ok(1));
    assert!(s.register(&bound, "romeo").is_ok());
    assert!(s.register(&used, "mercutio").is_ok());
    s.server.created("juliet", at(0));
    s.server.password("juliet", "a password");
    assert!(s.register(&reset, "juliet").is_ok());
    s.place.assert_sound();
}

/// Opens the tables in so many threads at the same moment; who fails at first.
fn openers(location: &Location, number: usize) -> Vec<Error> {
    let barrier = Barrier::new(number);
    let open = || {
        let mut ledger = Ledger::new(settings(), Store::new(location.clone()));
        barrier.wait();
        ledger.health().err()
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..number).map(|_| scope.spawn(open)).collect();
        threads.into_iter().filter_map(|thread| thread.join().unwrap()).collect()
    })
}

fn two_who_come_first_both_find_the_tables(s: &mut Fixture) {
    for _ in 0..if s.place.database == Database::Sqlite { 50 } else { 10 } {
        let place = Place::new(s.place.database);
        assert_eq!(openers(&place.location, 2), []);
        assert_eq!(place.number("SELECT version FROM invite_schema"), VERSION);
    }
}

fn many_who_come_first_all_find_the_tables(s: &mut Fixture) {
    for _ in 0..5 {
        let place = Place::new(s.place.database);
        let refused = openers(&place.location, 16);
        assert!(refused.len() < 16, "one of them makes the tables: {refused:?}");
        assert_eq!(openers(&place.location, 16), [], "and then they are there for all");
        assert_eq!(place.number("SELECT version FROM invite_schema"), VERSION);
    }
}
