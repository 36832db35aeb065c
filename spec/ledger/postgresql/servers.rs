//! Faults of PostgreSQL: connections end, answers are lost, the server hangs or is gone. Every answer comes within the deadline, every use counts
//! once, and work goes on when it can.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::Command;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use invites_core::store::{Arg, Budget, Location, Mode, Postgres, Store, transact};

use crate::common::faulty::{Fault, Plan, disconnect, lock};
use crate::common::proxy::{Proxy, Wire};
use crate::crashes::deeds::DEEDS;
use crate::crashes::recovery::{faulty, recover};
use crate::prelude::*;

/// The reason of a failure, and how long it took.
#[track_caller]
fn refused<T>(mut call: impl FnMut() -> Result<T, Error>) -> (String, Duration) {
    let start = Instant::now();
    match call() {
        Err(Error::Failed(reason)) => (reason, start.elapsed()),
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was done"),
    }
}

/// The deadline of a second, and some time for a busy machine.
const LONG: std::ops::Range<Duration> = Duration::from_millis(950)..Duration::from_millis(2500);
const SHORT: Duration = Duration::from_millis(500);

/// A fixture behind a proxy.
fn wired() -> (Fixture, Proxy) {
    let mut s = Fixture::new(Database::Postgres);
    let proxy = Proxy::new(&s.place.option());
    s.ledger = Ledger::new(settings(), Store::new(Location::parse(&proxy.url).unwrap()));
    (s, proxy)
}

on_postgresql!(a_connection_that_ended_since_is_made_anew, |s| {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    let mut beside = s.place.engine();
    let mut ended = |s: &mut Fixture| {
        let mut engine = s.place.engine();
        let pid = statement(engine.as_mut(), "SELECT CAST(pg_backend_pid() AS BIGINT)", &[]).pop().unwrap().int().unwrap();
        s.ledger = Ledger::new(settings(), Store::with(s.place.location.clone(), engine));
        s.ledger.health().unwrap();
        disconnect(beside.as_mut(), pid);
    };
    ended(s);
    assert_eq!(s.claim(&presentation, "romeo"), Ok(()));
    ended(s);
    assert_eq!(s.redeem(&presentation, "romeo"), Redeemed::default());
    ended(s);
    assert_eq!(s.uses(&token), 1);
});

#[test]
fn a_connection_that_ends_at_any_statement_costs_nothing() {
    let (plan, place) = (Arc::new(Plan::default()), Place::new(Database::Postgres));
    *lock(&plan.beside) = Some(place.engine());
    let mut s = faulty(place, &plan);
    s.ledger.health().unwrap();
    let mut restarted = s.restarted();
    for deed in &DEEDS {
        for point in 0.. {
            s.begin_anew();
            let presentations = (deed.prepare)(&mut s);
            plan.arm(Fault::Disconnection, point);
            let result = (deed.act)(&mut s, &presentations);
            plan.disarm();
            assert_eq!(result, Ok(()), "{} at point {point}", deed.name);
            if plan.struck().is_none() {
                break;
            }
            recover(&mut s, &mut restarted, deed);
        }
    }
}

/// The ledger can't know whether its COMMIT was received, so it runs the transaction again.
#[test]
fn what_was_lost_during_a_commit_is_counted_once() {
    for wire in [Wire::LosesCommit, Wire::LosesAnswer] {
        let (mut s, proxy) = wired();
        let losing = |proxy: &Proxy| {
            assert!(proxy.is_whole(), "{wire:?}");
            proxy.set(wire);
        };
        s.ledger.health().unwrap();
        losing(&proxy);
        let token = s.bound("romeo");
        losing(&proxy);
        let presentation = s.claimed(&token, "romeo");
        losing(&proxy);
        assert!(!s.redeem(&presentation, "romeo").over_limit);
        assert!(proxy.is_whole());
        assert_eq!((s.uses(&token), s.state(&token)), (1, State::Redeemed));
        let token = s.free();
        let presentation = s.claimed(&token, "mercutio");
        losing(&proxy);
        s.ledger.release(&presentation).unwrap();
        assert_eq!(s.state(&token), State::Pending);
        losing(&proxy);
        assert!(!s.spend(&presentation, "mercutio").unwrap().over_limit);
        assert_eq!(s.uses(&token), 1);
        assert!(proxy.is_whole());
        s.place.assert_sound();
    }
}

#[test]
fn a_server_that_is_silent_from_the_start_costs_one_second_too() {
    let (mut s, proxy) = wired();
    proxy.set(Wire::Silent);
    let (reason, waited) = refused(|| s.ledger.health());
    assert!(LONG.contains(&waited) && reason.contains("no answer within 1000 ms"), "{waited:?}: {reason}");
    for _ in 0..200 {
        let (reason, waited) = refused(|| s.ledger.health());
        assert!(waited < SHORT && reason.contains("not tried again so soon"), "{waited:?}: {reason}");
    }
}

/// Otherwise one stranger could keep Prosody's event loop waiting all the time.
#[test]
fn a_slow_server_is_asked_less_often_for_strangers() {
    let (mut s, proxy) = wired();
    let budgeted = Settings { budget: Some(Budget::default()), ..settings() };
    s.ledger = Ledger::new(budgeted, Store::new(Location::parse(&proxy.url).unwrap()));
    let token = s.free();
    let presentation = s.claimed(&token, "romeo");
    proxy.set(Wire::Slow);
    let reason = (0..40).find_map(|_| s.check(&token).err());
    assert!(reason.is_some_and(|reason| reason.to_string().contains("answers slowly")));
    for _ in 0..200 {
        let (_, waited) = refused(|| s.check(&token));
        assert!(waited < SHORT);
    }
    let (reason, waited) = refused(|| s.open_name("mercutio"));
    assert!(waited < SHORT && reason.contains("answers slowly"), "{reason}");
    proxy.set(Wire::Whole);
    assert!(!s.redeem(&presentation, "romeo").again, "an account that is there is written down in any case");
    assert_eq!(patiently(|| s.check(&token)), Err(Refusal::TokenUsed.into()), "and the time comes when strangers are answered again");
}

#[test]
fn a_name_server_that_is_silent_costs_one_second_at_the_most() {
    // The name does not exist. Without a name server, finding that out takes its time.
    let mut ledger = Place::existing("postgresql://invites@nothing.invalid/invites").ledger();
    for _ in 0..20 {
        let (reason, waited) = refused(|| ledger.health());
        assert!(waited < LONG.end && reason.contains("nothing.invalid") || reason.contains("not tried again so soon"), "{waited:?}: {reason}");
    }
}

/// Otherwise another server would wait for a lock that nobody needs any more.
#[test]
fn a_transaction_that_was_given_up_holds_no_locks() {
    let (mut s, proxy) = wired();
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    let mut given_up = Postgres::open(&proxy.url).unwrap();
    let outcome = transact(&mut given_up, Mode::Durable, |sql| {
        sql.run("UPDATE invites SET uses = uses RETURNING 1", &[])?;
        proxy.set(Wire::Silent);
        sql.run("SELECT 1", &[])
    });
    assert!(outcome.is_err());
    proxy.set(Wire::Whole);
    s.ledger = s.place.ledger();
    assert_eq!(s.claim(&presentation, "romeo"), Ok(()));
}

on_postgresql!(a_lock_that_somebody_holds_for_long_is_a_refusal_and_no_reason_to_rest, |s| {
    let (held, other) = (s.free(), s.free());
    let (waiting, free) = (s.check(&held).unwrap(), s.check(&other).unwrap());
    let mut holder = s.place.engine();
    transact(holder.as_mut(), Mode::Durable, |sql| {
        sql.run("UPDATE invites SET uses = uses WHERE id = ?1 RETURNING 1", &[Arg::Blob(&held.id().0)])?;
        let (reason, waited) = refused(|| s.claim(&waiting, "romeo"));
        assert!(reason.contains("lock timeout") && waited < LONG.end, "{waited:?}: {reason}");
        assert_eq!(s.claim(&free, "mercutio"), Ok(()));
        Ok(())
    })
    .unwrap();
    assert_eq!(s.claim(&waiting, "romeo"), Ok(()));
});

#[test]
fn a_server_that_is_not_there_is_refused_at_once_and_found_later() {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut ledger = Place::existing(&format!("postgresql://invites@{address}/invites")).ledger();
    for _ in 0..50 {
        let (reason, waited) = refused(|| ledger.health());
        assert!(waited < SHORT && reason.contains("Connection refused"), "{waited:?}: {reason}");
    }
}

#[test]
fn a_url_that_can_not_be_used_says_why() {
    let place = Place::new(Database::Postgres);
    for (url, reason) in [
        ("postgresql://invites@127.0.0.1:99999/invites".to_owned(), "invites_database"),
        (format!("{}&sslmode=require", place.option()), "TLS"),
        (place.option().replacen("options=", "nonsense=", 1), "invites_database"),
        (place.option().replacen('?', "_that_is_not_there?", 1), "does not exist"),
    ] {
        let (found, waited) = refused(|| Place::existing(&url).ledger().health());
        assert!(found.contains(reason) && waited < LONG.end, "{url}: {waited:?}: {found}");
    }
}

/// A cluster of its own, which the test can stop.
#[test]
fn a_server_that_hangs_or_ends_is_survived() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/spec/tools/postgres.sh");
    let mut cluster = Command::new(script).arg("serve").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(cluster.stdout.take().unwrap()).lines().map(Result::unwrap);
    let (url, pid) = (lines.next().unwrap(), lines.next().unwrap());
    let signal = |word: &str| assert!(Command::new(script).args([word, &pid]).status().unwrap().success());
    let mut s = Fixture::at(Place::existing(&url));
    let token = s.free();
    let presentation = s.check(&token).unwrap();

    signal("pause");
    let (reason, waited) = refused(|| s.claim(&presentation, "romeo"));
    let again: Vec<_> = (0..200).map(|_| refused(|| s.check(&token))).collect();
    let mut late = s.place.ledger();
    let (_, opening) = refused(|| late.health());
    signal("resume");
    assert!(LONG.contains(&waited) && reason.contains("no answer within 1000 ms"), "{waited:?}: {reason}");
    assert!(again.iter().all(|(reason, waited)| *waited < SHORT && reason.contains("not tried again so soon")), "{again:?}");
    assert!(LONG.contains(&opening), "{opening:?}");
    std::thread::sleep(Duration::from_secs(5));
    assert_eq!(s.claim(&presentation, "romeo"), Ok(()));
    assert!(late.health().is_ok());

    drop(cluster.stdin.take());
    assert!(cluster.wait().is_ok());
    let (reason, waited) = refused(|| s.check(&token));
    assert!(waited < LONG.end, "{waited:?}: {reason}");
}
