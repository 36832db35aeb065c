//! Several servers in the URL, one of which takes writes: a standby is never taken for it, one that hangs costs its share of the time, and what was
//! acknowledged is there when the standby takes over.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use invites_core::store::{Location, Mode, Postgres, Store, transact};

use crate::common::database;
use crate::prelude::*;

/// A URL with these servers, each as `host:port`, in the place of its own.
fn at_servers(url: &str, servers: &[String]) -> String {
    let (start, rest) = url.split_once('@').unwrap();
    format!("{start}@{}/{}", servers.join(","), rest.split_once('/').unwrap().1)
}

fn servers_of(url: &str) -> Vec<String> {
    url.split_once('@').unwrap().1.split_once('/').unwrap().0.split(',').map(str::to_owned).collect()
}

/// A server that takes connections and says nothing.
fn mute() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    (listener, address)
}

/// A port where nobody listens.
fn deaf() -> String {
    mute().1
}

fn ledger(url: &str) -> Ledger {
    Ledger::new(settings(), Store::new(Location::parse(url).unwrap()))
}

#[test]
fn a_server_that_hangs_has_its_share_of_the_time() {
    let place = Place::new(Database::Postgres);
    let (_listener, mute) = mute();
    let good = servers_of(&place.option()).remove(0);
    let url = at_servers(&place.option(), &[mute, deaf(), good]);
    // Each engine is a new one, which knows of no server that hangs; a busy machine may need a second.
    assert!((0..5).any(|_| Postgres::open(&url).is_ok()), "the others are tried within the same second");
}

#[test]
fn each_server_has_its_reason() {
    let place = Place::new(Database::Postgres);
    let ((_listener, mute), deaf) = (mute(), deaf());
    let mut ledger = ledger(&at_servers(&place.option(), &[mute.clone(), deaf.clone()]));
    let Err(Error::Failed(reason)) = ledger.health() else { panic!("nobody answers") };
    assert!(reason.contains(&format!("{mute}: no answer in time; {deaf}: ")) && reason.contains("Connection refused"), "{reason}");
}

/// A primary and the standby for which its commits wait. Both end with it.
struct Pair {
    script: Child,
    url: String,
    primary: String,
    standby: String,
}

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/spec/tools/postgres.sh");

impl Pair {
    fn start() -> Self {
        let mut script = Command::new(SCRIPT).arg("pair").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(script.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut line = || lines.next().unwrap();
        Self { url: line(), primary: line(), standby: line(), script }
    }

    fn signal(word: &str, pid: &str) {
        assert!(Command::new(SCRIPT).args([word, pid]).status().unwrap().success());
    }

    /// The URL with one of its servers alone.
    fn alone(&self, at: usize) -> String {
        at_servers(&self.url, &servers_of(&self.url)[at..=at])
    }
}

impl Drop for Pair {
    fn drop(&mut self) {
        drop(self.script.stdin.take());
        let _ = self.script.wait();
    }
}

/// Does something to every connection that waits for the standby, until it is dropped.
struct Disturber(Arc<AtomicBool>, Option<JoinHandle<()>>);

impl Disturber {
    fn start(url: String, how: &str) -> Self {
        let has_ended = Arc::new(AtomicBool::new(false));
        let ended = Arc::clone(&has_ended);
        let disturb = format!("SELECT 1 FROM pg_stat_activity WHERE CASE WHEN wait_event = 'SyncRep' THEN {how}(pid) END");
        let thread = std::thread::spawn(move || {
            let mut beside = Postgres::open(&url).unwrap();
            while !ended.load(Ordering::SeqCst) {
                statement(&mut beside, &disturb, &[]);
            }
        });
        Self(has_ended, Some(thread))
    }
}

impl Drop for Disturber {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
        let _ = self.1.take().map(JoinHandle::join);
    }
}

#[test]
fn a_standby_takes_over() {
    let pair = Pair::start();
    let [first, second] = [0, 1].map(|at| servers_of(&pair.url).remove(at));
    let backwards = at_servers(&pair.url, &[second.clone(), first.clone()]);
    let mut s = Fixture::at(Place::existing(&backwards));

    // A standby that is asked first is not taken.
    patiently(|| s.ledger.health()).unwrap();
    let token = s.invite(free(), times(2)).unwrap().token.unwrap();
    let found = (0..10).find_map(|_| s.ledger.replication().unwrap().filter(|found| found.problems.is_empty())).unwrap();
    assert_eq!((&found.used, found.others.as_slice()), (&first, [format!("{second} is a standby")].as_slice()));
    assert!(found.is_confirmed);
    let Err(Error::Failed(reason)) = ledger(&pair.alone(1)).health() else { panic!("a standby was taken") };
    assert!(reason.contains("it is a standby"), "{reason}");

    // A commit that was not waited for is not acknowledged, because the primary alone has it: neither if somebody cancels the wait, nor if the connection
    // ends in it and the second try finds everything done.
    Pair::signal("pause", &pair.standby);
    for how in ["pg_cancel_backend", "pg_terminate_backend"] {
        let draft = s.draft(free(), times(1)).unwrap();
        let disturber = Disturber::start(pair.alone(0), how);
        let outcome = s.ledger.create(&draft, s.now);
        drop(disturber);
        assert!(matches!(outcome, Err(Error::Failed(_))), "{how}: {outcome:?}");
        let stored = s.place.number(&format!("SELECT COUNT(*) FROM invites WHERE token = '{}'", draft.token().secret()));
        assert_eq!(stored, 1, "{how}: the primary has it");
    }
    Pair::signal("resume", &pair.standby);

    // What was acknowledged is there when the primary is gone, and nothing is counted twice.
    let presentation = patiently(|| s.check(&token)).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    Pair::signal("kill", &pair.primary);
    let Err(Error::Failed(reason)) = s.check(&token) else { panic!("nobody takes writes") };
    assert!(reason.contains("it is a standby"), "{reason}");
    let mut promoter = Command::new("psql");
    assert!(promoter.args(["-X", "-q", "-d", &pair.alone(1), "-c", "SELECT pg_promote()"]).stdout(Stdio::null()).status().unwrap().success());
    let start = Instant::now();
    let next = patiently(|| s.check(&token)).unwrap();
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    s.claim(&next, "mercutio").unwrap();
    let third = s.check(&token).unwrap();
    assert_eq!(s.claim(&third, "benvolio"), Err(Refusal::InviteInUse.into()), "the first claim is still there");
    s.redeem(&presentation, "romeo");
    s.redeem(&next, "mercutio");
    assert_eq!(s.uses(&token), 2);
}

/// The port of the server that takes a write.
fn port(engine: &mut Postgres) -> Result<i64, Error> {
    transact(engine, Mode::Durable, |sql| {
        sql.run("CREATE SCHEMA IF NOT EXISTS that_nobody_needs", &[])?;
        sql.run("SELECT CAST(inet_server_port() AS BIGINT)", &[])?.pop().unwrap().int()
    })
}

#[test]
fn a_server_that_takes_no_writes_any_more_is_left() {
    // Only a cluster of its own can be told so.
    let mut script = Command::new(SCRIPT).arg("serve").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(script.stdout.take().unwrap()).lines().map(Result::unwrap);
    let url = lines.next().unwrap();
    let servers = [&url, &database::server()].map(|url| servers_of(url).remove(0));
    let both = at_servers(&url, &servers);
    let ports = servers.map(|server| server.rsplit_once(':').unwrap().1.parse::<i64>().unwrap());
    // On a busy machine, the first one may take longer than its share.
    let at_first = || Postgres::open(&both).and_then(|mut engine| port(&mut engine).map(|port| (port, engine)));
    let mut engine = (0..20).find_map(|_| at_first().ok().filter(|(port, _)| *port == ports[0])).unwrap().1;
    let mut beside = Postgres::open(&url).unwrap();
    statement(&mut beside, "ALTER SYSTEM SET default_transaction_read_only = on", &[]);
    statement(&mut beside, "SELECT 1 FROM pg_reload_conf()", &[]);
    // Each connection hears of it in its own time.
    let mut found = port(&mut engine);
    while found == Ok(ports[0]) {
        found = port(&mut engine);
    }
    assert_eq!(found, Ok(ports[1]));
    drop(script.stdin.take());
    assert!(script.wait().is_ok());
}
