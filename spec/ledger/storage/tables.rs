//! The tables: created once, migrated from each older version, left alone by an older library.

use std::sync::Barrier;

use invites_core::store::{Arg, Location, Row, Store, VERSION};
use sha2::{Digest, Sha256};

use crate::prelude::*;

on_both_engines!(tables_are_made_once, |s| {
    assert_eq!(s.ledger.health().map(|(_, version)| version), Ok(VERSION));
    s.free();
    let before = s.place.contents();
    for _ in 0..3 {
        s.restart();
        assert_eq!(s.ledger.health().map(|(_, version)| version), Ok(VERSION));
    }
    assert_eq!(s.place.contents(), before);
    assert_eq!(s.count("invite_schema"), 1);
});

on_both_engines!(tables_of_a_newer_library_are_left_alone, |s| {
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
});

/// The statements of each version. None has a semicolon in it.
const VERSIONS: &str = include_str!("versions.sql");

on_both_engines!(older_tables_are_read, |s| {
    for version in [1, 2, 3, 4, 5] {
        *s = Fixture::at(Place::new(s.place.database));
        let texts = VERSIONS.split("-- version ").skip(1).take(version).map(|text| text.split_once('\n').unwrap().1);
        for text in texts.flat_map(|text| text.split(';')).filter(|text| !text.trim().is_empty()) {
            s.place.sql(text);
        }
        assert_eq!(s.place.number("SELECT version FROM invite_schema"), i64::try_from(version).unwrap());
        tables_are_read(s, version);
    }
});

fn tables_are_read(s: &mut Fixture, version: usize) {
    let (used, bound) = (Token::parse("used").unwrap(), Token::parse("bound").unwrap());
    let run = |text: &str, id: &Token, presentation: &[u8]| {
        let digest = Sha256::digest(id.secret());
        // The first two versions had all of it.
        let args = [Arg::Blob(if version < 3 { &digest } else { &digest[..16] }), Arg::Blob(presentation)];
        let mut text = text.replace("NOW", &at(0).seconds().to_string());
        if version > 4 {
            for (old, new) in [("permit", "presentation"), ("owner", "process"), ("invite_lineage", "invite_tree")] {
                text = text.replace(old, new);
            }
        }
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

/// Opens the tables in several threads at once. Returns the errors.
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

on_both_engines!(all_who_come_first_find_the_tables, |s| {
    for (number, rounds) in [(2, if s.place.database == Database::Sqlite { 50 } else { 10 }), (16, 5)] {
        for _ in 0..rounds {
            let place = Place::new(s.place.database);
            let refused = openers(&place.location, number);
            assert!(refused.is_empty() || number == 16 && refused.len() < number, "one of them makes the tables: {refused:?}");
            assert_eq!(openers(&place.location, number), [], "and then they are there for all");
            assert_eq!(place.number("SELECT version FROM invite_schema"), VERSION);
        }
    }
});
