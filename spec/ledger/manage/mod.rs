//! Looking at invites, changing them, and keeping the database in order.

mod api;
pub(crate) mod change;
pub(crate) mod list;
pub(crate) mod maintain;
