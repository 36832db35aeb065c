//! Several servers on one database: claims of a living one are respected, claims of a dead one are settled at once.

use invites_core::store::{Location, Mode, Process, Store};

use crate::prelude::*;

/// A ledger of another process on the same file.
fn other(s: &Fixture, id: u8) -> Ledger {
    s.other(|settings| settings.process = Process::new([id; 16]))
}

fn locks(s: &Fixture) -> Vec<String> {
    let directory = s.place.file().parent().unwrap().read_dir().unwrap();
    let names = directory.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut locks: Vec<_> = names.filter(|name| name.contains("-server-")).collect();
    locks.sort();
    locks
}

on_sqlite!(a_claim_of_a_server_that_lives_is_respected, |s| {
    let token = s.free();
    let (first, second) = (s.check(&token).unwrap(), s.check(&token).unwrap());
    s.claim(&first, "romeo").unwrap();
    let mut beside = other(s, 2);
    let mut claim = |s: &mut Fixture| s.server.answering(|facts| beside.claim(&second, &user("mercutio"), facts, s.now));
    assert_eq!(claim(s), Err(Refusal::InviteInUse.into()), "no account is there yet, and the server that makes it lives");
    s.now = s.now.plus(Ledger::LEASE - 1);
    assert_eq!(claim(s), Err(Refusal::InviteInUse.into()));
    s.redeem(&first, "romeo");
    assert_eq!(claim(s), Err(Refusal::TokenUsed.into()));
});

on_sqlite!(a_claim_of_a_server_that_is_dead_is_settled_at_once, |s| {
    let token = s.free();
    let (first, second) = (s.check(&token).unwrap(), s.check(&token).unwrap());
    let mut dead = other(s, 7);
    s.server.answering(|facts| dead.claim(&first, &user("romeo"), facts, s.now)).unwrap();
    assert_eq!(s.claim(&second, "mercutio"), Err(Refusal::InviteInUse.into()));
    drop(dead);
    assert_eq!(s.claim(&second, "mercutio"), Ok(()));
});

on_sqlite!(one_that_was_killed_leaves_no_lock, |s| {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    let mut killed = child::job(&["serve", &s.place.option()]).spawn().unwrap();
    while s.ledger.servers().unwrap() == 0 {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    killed.kill().unwrap();
    killed.wait().unwrap();
    assert_eq!(s.ledger.servers(), Ok(0));
    assert_eq!(locks(s), [""; 0], "and its file is tidied away");
    assert_eq!(s.claim(&presentation, "romeo"), Ok(()));
});

/// The job: serves until it is killed.
pub(crate) fn serve(option: &str) {
    let settings = Settings { process: Process::new([9; 16]), ..settings() };
    let mut ledger = Ledger::new(settings, Store::new(invites_core::store::Location::parse(option).unwrap()));
    ledger.serve(at(0), 0).unwrap();
    loop {
        std::thread::park();
    }
}

on_sqlite!(servers_are_counted, |s| {
    assert_eq!(s.ledger.servers(), Ok(0), "a command is no server");
    assert_eq!(s.ledger.serve(s.now, 0), Ok(0));
    assert_eq!(s.ledger.serve(s.now, 0), Ok(0), "a host more, or a reload, is the same server");
    let mut beside = other(s, 2);
    assert_eq!(beside.serve(s.now, 0), Ok(1));
    assert_eq!((s.ledger.servers(), locks(s).len()), (Ok(2), 2));
    drop(beside);
    assert_eq!((s.ledger.servers(), locks(s).len()), (Ok(1), 1));
});

on_sqlite!(a_reader_without_a_file_can_not_tell_how_many_servers_there_are, |s| {
    let path = s.place.file().with_file_name("nowhere.sqlite");
    let mut reader = Ledger::new(settings(), Store::reading(Location::File(path)));
    assert!(reader.servers().is_err());
    assert_eq!(reader.refused(), Some(Mode::Read));
});

on_sqlite!(hosts_of_one_server_share_its_lock, |s| {
    let process = Process::new([3; 16]);
    let [mut here, mut there] = ["montague.example", "capulet.example"]
        .map(|host| s.other(|settings| (settings.host, settings.process) = (host.to_owned(), process.clone())));
    assert_eq!((here.serve(s.now, 0), there.serve(s.now, 0)), (Ok(0), Ok(0)));
    drop(here);
    assert_eq!(s.ledger.servers(), Ok(1));
});

on_sqlite!(a_lock_that_somebody_removed_is_made_again, |s| {
    s.ledger.serve(s.now, 0).unwrap();
    let path = s.place.file().with_file_name(&locks(s)[0]);
    std::fs::remove_file(&path).unwrap();
    let token = s.free();
    s.claimed(&token, "romeo");
    assert!(path.exists());
    assert_eq!(s.ledger.servers(), Ok(1));
});

on_postgresql!(postgresql_can_not_tell_the_dead_from_the_living, |s| {
    assert_eq!(s.ledger.serve(s.now, 0), Ok(0));
    assert_eq!(s.ledger.servers(), Ok(0));
});
