//! Death and power cuts in the middle of a verb.

pub(crate) mod deaths;
pub(crate) mod deeds;
pub(crate) mod disk;
pub(crate) mod power_cuts;
pub(crate) mod recovery;
pub(crate) mod system_calls;
