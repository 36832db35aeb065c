//! The tables of the HTTP API.

pub(crate) mod answers;
pub(crate) mod keys;

use super::{Arg, Row, Tx};
