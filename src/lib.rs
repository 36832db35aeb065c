//! Invites for the Prosody XMPP server: who may register, decided in one place.
//!
//! A [`Ledger`] holds the invites of one host. Its verbs follow the life of an invite:
//!
//! 1. Somebody **wishes** for an invite ([`CreateRequest`]); the ledger makes a [`Draft`], other modules may add to it, and [`Ledger::create`] writes it down.
//! 2. The invitee presents the [`Token`]: [`Ledger::check`] answers with a [`Presentation`] and changes nothing.
//! 3. When the account is about to be made, [`Ledger::claim`] takes a use and the name, in one transaction.
//! 4. When the account is there, [`Ledger::redeem`] counts the use; when it failed, [`Ledger::release`] gives it back. A claim whose holder vanished is
//!    settled by looking whether the account is there ([`Ledger::settle`]).
//!
//! What is allowed says [`policy`]: pure rules over facts. A rule that needs a fact about an account answers [`Error::Ask`]; nothing here ever calls
//! into Prosody. The database is behind [`store`]: one set of statements, SQLite or PostgreSQL. Lua sees all this through the `lua` module, which is the
//! only place that knows Lua.

#![forbid(unsafe_code)]

pub mod api;
mod clock;
pub mod command;
mod cursor;
mod damaged;
mod error;
mod ids;
mod invite;
mod ledger;
#[cfg(feature = "mlua")]
mod lua;
pub mod options;
pub mod policy;
pub mod record;
mod refusal;
pub mod store;
pub mod text;
mod time;
mod token;
mod username;
pub mod web;

pub use cursor::Cursor;
pub use damaged::Damaged;
pub use error::Error;
pub use ids::NodeId;
pub use invite::{Authority, CreateRequest, Invite, Kind, KindName, Limit, State, roles, uri};
pub use ledger::{
    Changed, Checked, Counted, Counts, Draft, Filter, Imported, Ledger, LegacyInvite, Page, Presentation, Query, Redeemed, Settings, Settled, Tidied,
    View,
};
pub use policy::account::{Account, KnownAccounts};
pub use policy::allowance::{Allowance, DailyCount, Quota, QuotaKind, Tallies, Tally};
pub use refusal::Refusal;
pub use store::tree::Member;
pub use text::i18n::{Argument, Messages};
pub use text::pasted::Pasted;
pub use text::{qr, terminal};
pub use time::UnixTime;
pub use token::{InviteId, Token};
pub use username::Username;
