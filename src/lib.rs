//! Invites for the Prosody XMPP server: who may register, decided in one place.
//!
//! A [`Ledger`] holds the invites of one host. Its verbs follow the life of an invite:
//!
//! 1. Somebody **wishes** for an invite ([`Wish`]); the ledger makes a [`Draft`], other modules may add to it, and [`Ledger::create`] writes it down.
//! 2. The invitee presents the [`Token`]: [`Ledger::check`] answers with a [`Permit`] and changes nothing.
//! 3. When the account is about to be made, [`Ledger::claim`] takes a use and the name, in one transaction.
//! 4. When the account is there, [`Ledger::redeem`] counts the use; when it failed, [`Ledger::release`] gives it back. A claim whose holder vanished is
//!    settled by looking whether the account is there ([`Ledger::settle`]).
//!
//! What is allowed says [`policy`]: pure rules over facts. A rule that needs a fact about an account answers [`Refusal::Ask`]; nothing here ever calls
//! into Prosody. The database is behind [`store`]: one set of statements, SQLite or PostgreSQL. Lua sees all this through the `lua` module, which is the
//! only place that knows Lua.

#![forbid(unsafe_code)]

mod account;
mod allowance;
mod bookmark;
mod clock;
mod damaged;
pub mod form;
mod invite;
mod ledger;
#[cfg(feature = "mlua")]
mod lua;
pub mod policy;
pub mod qr;
mod refusal;
mod shown;
pub mod store;
pub mod terminal;
pub mod text;
mod texts;
mod time;
mod token;
pub mod uri;
mod username;

pub use account::{Account, Known};
pub use allowance::{Allowance, Made, Quota, Sort, Tallies, Tally};
pub use bookmark::Bookmark;
pub use damaged::Damaged;
pub use invite::{Authority, Invite, Kind, Limit, State, Wish};
pub use ledger::{Checked, Counted, Counts, Draft, Imported, Ledger, Legacy, List, Page, Permit, Redeemed, Settings, Settled, Tidied, Viewed, Which};
pub use refusal::Refusal;
pub use shown::Shown;
pub use store::lineage::{Member, NodeId};
pub use texts::{Argument, Texts};
pub use time::UnixTime;
pub use token::{InviteId, Token};
pub use username::Username;
