//! Many threads and several processes at once.

pub(crate) mod at_once;
pub(crate) mod processes;
pub(crate) mod races;
