//! Sweeps, backups, and a database that is closed.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use invites_core::store::PrivateFile;

use crate::prelude::*;

on_both_engines!(a_sweep_takes_a_batch_and_leaves_nothing_behind, |s| {
    let several = s.token(free(), times(3));
    for name in ["romeo", "mercutio"] {
        s.register(&several, name).unwrap();
    }
    for number in 0..Ledger::BATCH + 49 {
        s.bound(&format!("user{number}"));
    }
    s.now = at(1_000_000);
    let live = s.free();
    assert_eq!([s.sweep(s.now), s.sweep(s.now), s.sweep(s.now)], [Ok(100), Ok(50), Ok(0)]);
    assert_eq!(s.state(&live), State::Pending);
    assert_eq!(["invites", "invite_names", "invite_redemptions"].map(|table| s.count(table)), [1, 0, 0]);
});

on_both_engines!(history_keeps_the_dead_for_longer, |s| {
    s.ledger = s.other(|settings| settings.history = 86_400);
    let (used, expired) = (s.free(), s.free());
    s.register(&used, "romeo").unwrap();
    s.now = at(86_399);
    assert_eq!(s.sweep(s.now), Ok(0));
    assert_eq!(s.check(&used), Err(Refusal::TokenUsed.into()));
    s.now = at(86_400);
    assert_eq!(s.sweep(s.now), Ok(1));
    s.now = at(87_400);
    assert_eq!(s.state(&expired), State::Expired);
    assert_eq!(s.sweep(s.now), Ok(1));
});

on_both_engines!(what_is_erased_has_never_been, |s| {
    let tables = ["invites", "invite_names", "invite_redemptions", "invite_tree", "invite_accounts", "invite_quotas"];
    let kept = s.free();
    s.register(&kept, "romeo").unwrap();
    let before = tables.map(|table| s.count(table));
    let mut tokens = vec![s.free(), s.bound("rosaline"), s.free(), s.token(contact("nurse"), Limit::ONCE), s.token_of(&own("nurse", free()))];
    tokens.push(s.token(reset("nurse"), Limit::ONCE));
    s.register(&tokens[0], "mercutio").unwrap();
    s.claimed(&tokens[2], "benvolio");
    for name in ["mercutio", "nurse"] {
        s.end(name);
    }
    let names = ["mercutio", "rosaline", "benvolio", "nurse"].map(user);
    assert_eq!(s.ledger.erase(&tokens, &names), Ok(tokens.len()));
    assert_eq!(tables.map(|table| s.count(table)), before);
    assert_eq!(s.ledger.erase(&tokens, &names), Ok(0));
    assert_eq!((s.state(&kept), s.open_name("rosaline")), (State::Redeemed, Ok(())));
});

on_both_engines!(a_backup_holds_the_same, |s| {
    let scratch = Scratch::new();
    let path = scratch.path().join("copy.sqlite");
    let (token, claimed) = (s.bound("romeo"), s.token_of(&own("juliet", free())));
    s.register(&claimed, "mercutio").unwrap();
    let mut file = PrivateFile::create(&path).unwrap();
    if s.place.database == Database::Postgres {
        assert!(matches!(s.ledger.backup(&mut file), Err(Error::Failed(reason)) if reason.contains("postgresql")));
        file.discard();
        assert!(!path.exists());
        return;
    }
    s.ledger.backup(&mut file).unwrap();
    file.close().unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let contents = s.place.contents();
    s.revoke(&token);
    let mut copy = Fixture::at(Place::existing(path.to_str().unwrap()));
    assert_eq!(copy.place.contents(), contents);
    assert_eq!(copy.ledger.members(&user("mercutio")).unwrap().len(), 1);
    assert!(copy.register(&token, "romeo").is_ok());
    assert_eq!(s.state(&token), State::Revoked);
});

on_both_engines!(a_backup_that_can_not_be_written_leaves_nothing, |s| {
    if s.place.database == Database::Postgres {
        return;
    }
    s.free();
    let files =
        || fs::read_dir(s.place.file().parent().unwrap()).unwrap().map(|entry| entry.unwrap().path()).collect::<std::collections::BTreeSet<_>>();
    let before = files();
    let mut full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    assert!(matches!(s.ledger.backup(&mut full), Err(Error::Failed(reason)) if reason.contains("No space left")));
    assert_eq!(files(), before);
    s.place.assert_sound();
});

on_both_engines!(a_closed_ledger_opens_again, |s| {
    let name = match s.place.database {
        Database::Sqlite => "sqlite",
        Database::Postgres => "postgresql",
    };
    assert_eq!(s.ledger.health(), Ok((name, invites_core::store::VERSION)));
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.ledger.close();
    s.ledger.close();
    assert_eq!(s.claim(&presentation, "romeo"), Ok(()));
    s.ledger.close();
    assert_eq!(s.settle(&presentation), Ok((0, 1, 0)));
});

const DAY: i64 = 86_400;

// src/clock.rs tests which clocks are believed.
on_both_engines!(a_clock_that_is_not_believed_deletes_nothing_until_it_is_mended, |s| {
    let token = s.free();
    assert_eq!(s.ledger.sweep(at(400 * DAY), 0), Ok(None), "wrong from the start");
    s.now = at(400 * DAY + 1);
    s.free();
    assert_eq!(s.ledger.sweep(at(400 * DAY + 2), 2), Ok(None), "what is made by that clock says nothing about it");
    s.now = at(60);
    assert_eq!(s.ledger.sweep(s.now, 60), Ok(None));
    assert!(s.check(&token).is_ok());
    assert_eq!(s.ledger.sweep(at(60 + DAY), 60 + DAY), Ok(Some(1)));
    assert_eq!(s.check(&token), Err(Refusal::TokenInvalid.into()));
});
