//! The ledger as an object in Lua: each method reads its arguments, makes one call, and writes the answer.

mod accounts;
mod create;
mod maintain;
mod manage;
mod redeem;

use mlua::{Error, MultiValue, UserData, UserDataMethods};

use super::results;
use crate::record::{Line, MemberRecord};
use crate::{Counts, Draft, Ledger, Member, Presentation};

/// A host's ledger.
pub(super) struct LedgerHandle(pub(super) Ledger);

impl UserData for LedgerHandle {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        create::methods(methods);
        redeem::methods(methods);
        manage::methods(methods);
        maintain::methods(methods);
        accounts::methods(methods);
    }
}

/// Opaque in Lua: drop it and nothing happens.
impl UserData for Draft {}
/// Opaque in Lua: drop it and nothing happens.
impl UserData for Presentation {}
impl UserData for Member {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (how many levels below the account that was asked for) → JSON
        methods.add_method("json", |_, member, depth: u32| MemberRecord::of(member, depth).line().map_err(Error::external));
    }
}

/// How many invites there are of which sort.
struct Sums(Counts);

impl UserData for Sums {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (is it wanted as JSON too?) → array of { kind, state, count }, in the order of these words; and json, if that is wanted
        methods.add_method("rows", |lua, Sums(counts), as_json: bool| results::counts(lua, counts, as_json));
    }
}

type Call = mlua::Result<MultiValue>;
