//! Creating invites.

pub(crate) mod draft;
pub(crate) mod import;
pub(crate) mod permission;
pub(crate) mod quotas;
