//! What the HTTP API asks beside what others do.

mod keys;
mod once;
mod search;

pub use once::Made;
