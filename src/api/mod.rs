//! The HTTP API: what a request says, what it may ask for, and how it is refused.

pub mod fields;
pub mod key;
pub mod refusal;
pub mod request;
pub mod secret;
pub mod v1;

pub use fields::{Wanted, Wrong};
pub use key::Key;
pub use request::Asked;
