//! The same work in many threads that start together.

use std::sync::Barrier;

use invites_core::store::{Location, Store};

use crate::prelude::*;

/// Does the same work in threads that start together, each with a ledger of its own.
pub(crate) fn at_once<T: Send>(location: &Location, threads: usize, work: impl Fn(usize, &mut Ledger) -> T + Sync) -> Vec<T> {
    at_once_under(&settings(), location, threads, work)
}

/// Does it under other settings.
pub(crate) fn at_once_under<T: Send>(
    settings: &Settings,
    location: &Location,
    threads: usize,
    work: impl Fn(usize, &mut Ledger) -> T + Sync,
) -> Vec<T> {
    let barrier = Barrier::new(threads);
    let run = |number| {
        let mut ledger = Ledger::new(settings.clone(), Store::new(location.clone()));
        let opened = patiently(|| ledger.health());
        barrier.wait();
        opened.unwrap();
        work(number, &mut ledger)
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|number| scope.spawn(move || run(number))).collect::<Vec<_>>();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

pub(crate) fn check(ledger: &mut Ledger, token: &Token, now: UnixTime) -> Presentation {
    patiently(|| ledger.check(token.secret(), &Purpose::Register, &Accounts::default(), now)).unwrap().presentation
}

pub(crate) fn claim(ledger: &mut Ledger, presentation: &Presentation, name: &str, now: UnixTime) -> Result<(), Error> {
    let absent = facts(&[(name, AccountStatus::Absent)]);
    patiently(|| ledger.claim(presentation, &user(name), &absent, now)).map(drop)
}

pub(crate) fn redeem(ledger: &mut Ledger, presentation: &Presentation, name: &str, now: UnixTime) -> Redeemed {
    patiently(|| ledger.redeem(presentation, Some(&user(name)), now)).unwrap()
}
