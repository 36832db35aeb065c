//! The names that nearly every test uses.

pub(crate) use invites_core::policy::{AccountStatus, Accounts, Purpose, Question, Subject};
pub(crate) use invites_core::{
    Allowance, Authority, Counts, CreateRequest, Cursor, Draft, Error, Filter, Imported, Invite, InviteId, Kind, KindName, Ledger, LegacyInvite,
    Limit, Member, Presentation, Query, Quota, Redeemed, Refusal, Settings, Settled, State, Token, UnixTime,
};
pub(crate) use serde_json::json;

pub(crate) use crate::common::fixture::outcomes;
pub(crate) use crate::common::{
    Crowd, Database, Fixture, Place, Scratch, Server, at, bound, child, contact, contact_account, facts, free, in_name_of, on_both_engines,
    on_postgresql, on_sqlite, own, patiently, reset, settings, statement, subscribe, times, user,
};
