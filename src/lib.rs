//! Invites for the Prosody XMPP server: who may register, decided in one place.
//!
//! A [`Ledger`] holds the invites of one host. Its verbs follow the life of an invite:
//!
//! 1. Somebody asks for an invite ([`CreateRequest`]). The ledger returns a [`Draft`], other modules may change it, and [`Ledger::create`] stores it.
//! 2. The invitee presents the [`Token`]. [`Ledger::check`] returns a [`Presentation`] and changes nothing.
//! 3. Just before the account is created, [`Ledger::claim`] takes a use and the username, in one transaction.
//! 4. Once the account exists, [`Ledger::redeem`] counts the use. If the account could not be created, [`Ledger::release`] gives it back.
//!    [`Ledger::settle`] ends a claim that nobody ended, by whether the account exists.
//!
//! [`policy`] has the rules, as pure functions. If a rule needs a fact about an account, the verb returns [`Error::Ask`]; nothing here calls into
//! Prosody. [`store`] has the database: one set of statements for SQLite and PostgreSQL. Only the `lua` module knows Lua.

#![deny(unsafe_code)]

pub mod adhoc;
pub mod api;
mod c_library;
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
mod metrics;
pub mod options;
pub mod picture;
pub mod policy;
pub mod record;
mod refusal;
mod step;
pub mod store;
mod stored_account;
pub mod text;
mod time;
mod token;
mod username;
pub mod web;
pub mod worker;

pub use cursor::Cursor;
pub use damaged::Damaged;
pub use error::Error;
pub use ids::NodeId;
pub use invite::rooms::ConfiguredRooms;
pub use invite::{Authority, Card, CreateRequest, Invite, Kind, KindName, Limit, State, message, roles, rooms, uri};
pub use ledger::{
    Changed, Checked, Counted, Counts, Delivery, Draft, Filter, FollowUp, FollowUpStep, Imported, Ledger, LegacyInvite, Made, Mail, Outage, Page,
    Presentation, Query, ReachedLimits, Receiver, ReceiverState, Redeemed, Settings, Settled, Tidied, View, Walk,
};
pub use metrics::Metric;
pub use policy::account::{Account, KnownAccounts};
pub use policy::allowance::{Allowance, DailyCount, Quota, QuotaKind, Tallies, Tally};
pub use policy::chain::ChainLimits;
pub use record::WebhookEvent;
pub use refusal::{Refusal, Reply};
pub use step::Step;
pub use store::tree::Member;
pub use stored_account::{CREDENTIALS, StoredAccount};
pub use text::i18n::{Argument, Messages};
pub use text::pasted::Pasted;
pub use text::{qr, terminal};
pub use time::UnixTime;
pub use token::{InviteId, Token};
pub use username::Username;
