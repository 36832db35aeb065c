//! The ledger on SQLite and PostgreSQL: every rule is tested on both.
//!
//! `make test` starts a PostgreSQL for it, as `spec/tools/postgres.sh run cargo test` does.

#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a spec that fails panics")]
#![allow(clippy::disallowed_methods, reason = "that is a rule for the library")]

mod accounts;
mod architecture;
mod common;
mod concurrency;
mod crashes;
mod create;
mod jobs;
mod manage;
mod model;
mod postgresql;
mod prelude;
mod redeem;
mod storage;
