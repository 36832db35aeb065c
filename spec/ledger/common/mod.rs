//! What the tests of the ledger share: databases on both engines, a Prosody that answers questions, other processes.

pub(crate) mod child;
pub(crate) mod crowd;
pub(crate) mod database;
pub(crate) mod faulty;
pub(crate) mod fixture;
pub(crate) mod proxy;
mod server;

use std::time::{Duration, Instant};

use invites_core::Error;

pub(crate) use crowd::Crowd;
pub(crate) use database::{Database, Place, Scratch, statement};
pub(crate) use fixture::{Fixture, at, bound, contact, contact_account, facts, free, in_name_of, own, reset, settings, subscribe, times, user};
pub(crate) use server::Server;

/// Tries again while the database is busy, or the machine is so busy that PostgreSQL's deadline passes.
pub(crate) fn patiently<T>(mut call: impl FnMut() -> Result<T, Error>) -> Result<T, Error> {
    let start = Instant::now();
    loop {
        match call() {
            Err(Error::Failed(reason)) => assert!(start.elapsed() < Duration::from_secs(60), "waited for a minute: {reason}"),
            other => return other,
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Defines a test that runs on both engines, from its name and a closure that takes a [`Fixture`].
macro_rules! on_both_engines {
    ($name:ident, $test:expr) => {
        $crate::common::test_on!($name, $test, sqlite Sqlite, postgresql Postgres);
    };
}
pub(crate) use on_both_engines;

/// Defines a test that runs on SQLite alone.
macro_rules! on_sqlite {
    ($name:ident, $test:expr) => {
        $crate::common::test_on!($name, $test, sqlite Sqlite);
    };
}
pub(crate) use on_sqlite;

/// Defines a test that runs on PostgreSQL alone.
macro_rules! on_postgresql {
    ($name:ident, $test:expr) => {
        $crate::common::test_on!($name, $test, postgresql Postgres);
    };
}
pub(crate) use on_postgresql;

macro_rules! test_on {
    ($name:ident, $test:expr, $($engine:ident $database:ident),+) => {
        mod $name {
            #[allow(unused_imports, reason = "a test may need none of them")]
            use super::*;

            const TEST: fn(&mut Fixture) = $test;

            $(
                #[test]
                fn $engine() {
                    TEST(&mut Fixture::new(Database::$database));
                }
            )+
        }
    };
}
pub(crate) use test_on;
