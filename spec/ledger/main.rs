//! The ledger, on SQLite and on PostgreSQL: every rule runs on both.
//!
//! `spec/tools/postgres.sh run cargo test` gives them a PostgreSQL; `make test` does that.

#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a spec that fails panics")]
#![allow(clippy::disallowed_methods, reason = "that is a rule for the library")]

mod accounts;
mod architecture;
mod clocks;
mod common;
mod create;
mod crossings;
mod damage;
mod deaths;
mod files;
mod jobs;
mod manage;
mod model;
mod plans;
mod postgresql;
mod power_cuts;
mod processes;
mod properties;
mod quotas;
mod races;
mod redeem;
mod tables;
mod tree;
mod view;
