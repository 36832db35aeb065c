//! Version 1 of the HTTP API (`/invites_api/v1`): everything about invites, for keys with scopes.

pub mod answer;
pub mod body;
pub mod call;
pub mod change;
#[cfg(test)]
mod document;
pub mod endpoint;
pub mod grant;
pub mod key;
pub mod new_invite;
pub mod once;
pub mod portal;
pub mod problem;
pub mod route;
pub mod search;

pub use call::{Asked, Call, Sent};
pub use change::Amendment;
pub use grant::{Grant, Scope};
pub use key::{KeyHash, NewKey, ScopedKey};
pub use new_invite::{Lifetimes, NewInvite};
pub use once::Once;
pub use problem::Problem;
pub use route::{Routed, route};
pub use search::Search;
