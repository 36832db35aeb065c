//! What the specs of the ledger share: a database of its own for each, a Prosody that answers the ledger's questions, and the two engines.

pub(crate) mod child;
pub(crate) mod counter;
pub(crate) mod database;
pub(crate) mod faulty;
pub(crate) mod fixture;
pub(crate) mod proxy;
mod server;

use std::time::{Duration, Instant};

use invites_core::Error;

pub(crate) use database::{Database, Place, Scratch, statement};
pub(crate) use fixture::{Fixture, at, bound, contact, contact_account, facts, free, own, reset, settings, user};
pub(crate) use server::Server;

/// Tries again as long as the database is in somebody else's hands, or the machine is so busy that PostgreSQL's deadline passes.
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

/// Runs each of these rules, which are functions of a [`Fixture`], on both engines.
macro_rules! on_both_engines {
    ($($rule:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test] fn $rule() { super::$rule(&mut $crate::common::Fixture::new($crate::common::Database::Sqlite)); })+
        }
        mod postgresql {
            $(#[test] fn $rule() { super::$rule(&mut $crate::common::Fixture::new($crate::common::Database::Postgres)); })+
        }
    };
}
pub(crate) use on_both_engines;
