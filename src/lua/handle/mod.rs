//! The ledger as an object in Lua. Each method reads its arguments, makes one call, and writes the result.

mod accounts;
mod create;
mod maintain;
mod manage;
mod redeem;

use mlua::{Error, MultiValue, UserData, UserDataMethods};

use super::command::Form;
use super::results;
use crate::command::text;
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

/// Opaque in Lua. Dropping it has no effect.
impl UserData for Draft {}
/// Opaque in Lua. Dropping it has no effect.
impl UserData for Presentation {}
impl UserData for Member {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (number of levels below the account at the top) → JSON
        methods.add_method("json", |_, member, depth: u32| MemberRecord::of(member, depth).line().map_err(Error::external));
        // (the same) → text in one line
        methods.add_method("line", |_, member, depth: usize| Ok(text::member(member, depth)));
    }
}

/// Counts of invites, summed over pages.
struct Sums(Counts);

impl UserData for Sums {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // ("json", "count" or nil) → array of { kind, state, count } in the order of these words, and json or text
        methods.add_method("rows", |lua, Sums(counts), form: Form| results::counts(lua, counts, &form));
    }
}

type Call = mlua::Result<MultiValue>;
