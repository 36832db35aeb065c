//! Death in the middle of a verb.

pub(crate) mod deaths;
pub(crate) mod deeds;
pub(crate) mod recovery;
