//! The tables: one file for the statements of each, the schema, and the reading of rows.

pub(crate) mod accounts;
pub(crate) mod api;
pub(crate) mod claims;
pub(crate) mod decode;
pub(crate) mod follow_ups;
pub(crate) mod imports;
pub(crate) mod invites;
pub(crate) mod names;
pub(crate) mod outbox;
pub(crate) mod quotas;
pub(crate) mod receivers;
pub(crate) mod redemptions;
pub(super) mod schema;
pub(crate) mod tree;

use super::{Arg, Cell, Engine, Mode, Row, Sql, Tx, transact};
