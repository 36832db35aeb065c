//! Methods that use invites, and the events that tell of it.

use mlua::{AnyUserData, IntoLuaMulti, Lua, Table, UserData, UserDataMethods, Value};

use super::{LedgerHandle, Moment, verb};
use crate::lua::respond::{Answer, CallError};
use crate::lua::{arguments, results};
use crate::policy::Purpose;
use crate::{Checked, Error, InviteId, KindName, Ledger, Pasted, Presentation, Refusal, Username, View};

/// A presentation with the fields of its events. Dropping it has no effect.
struct Shown {
    presentation: Presentation,
    id: InviteId,
    kind: KindName,
    creator: Option<Username>,
    /// The name that it has claimed last.
    claimed: Option<Username>,
    is_redeemed: bool,
}

impl UserData for Shown {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // () → short id of its invite
        methods.add_method("id", |_, shown, ()| Ok(shown.id.short()));
    }
}

/// A view from which a presentation can be made. Opaque in Lua.
impl UserData for View {}

impl Shown {
    fn event(&self, lua: &Lua, username: Option<&Username>) -> mlua::Result<Table> {
        let event = lua.create_table()?;
        event.raw_set("id", self.id.short())?;
        event.raw_set("kind", self.kind.to_string())?;
        event.raw_set("creator", self.creator.as_ref().map(Username::as_str))?;
        event.raw_set("username", username.map(Username::as_str))?;
        Ok(event)
    }

    /// The events invite-redeemed (once) and invite-released, each if that has happened.
    fn ended(&mut self, lua: &Lua, username: Option<&Username>, is_redeemed: bool, is_released: bool) -> Answer<Table> {
        let events = lua.create_table()?;
        if is_redeemed && !self.is_redeemed {
            self.is_redeemed = true;
            events.raw_set("invite-redeemed", self.event(lua, username.or(self.claimed.as_ref()))?)?;
        }
        if let Some(username) = is_released.then(|| self.claimed.take()).flatten() {
            events.raw_set("invite-released", self.event(lua, Some(&username))?)?;
        }
        Ok(events)
    }
}

/// A method of the ledger for a presentation.
fn used<M, A, R>(methods: &mut M, name: &str, call: impl Fn(&Lua, &mut Ledger, &mut Shown, &Moment, A) -> Answer<R> + 'static)
where
    M: UserDataMethods<LedgerHandle>,
    (AnyUserData, A): mlua::FromLuaMulti,
    R: IntoLuaMulti,
{
    verb(methods, name, move |lua, LedgerHandle { ledger, .. }, at, (shown, own): (AnyUserData, A)| {
        let mut shown = shown.borrow_mut::<Shown>()?;
        call(lua, ledger, &mut shown, at, own)
    });
}

/// The first five return true, a further result, and a map name of an event → the event.
pub(super) fn add<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (presentation, username) → true, username of the new account's contact or nil, events
    used(methods, "claim", |lua, ledger, shown, at, user: Value| {
        let user = arguments::username(&user)?;
        let inviter = ledger.claim(&shown.presentation, &user, &at.accounts, at.now)?;
        let event = shown.event(lua, Some(&user))?;
        shown.claimed = Some(user);
        Ok((true, inviter.as_ref().map(|inviter| inviter.as_str().to_owned()), lua.create_table_from([("invite-claimed", event)])?))
    });
    // (presentation, username or nil) → true, was that more than the invite has?, events
    used(methods, "redeem", |lua, ledger, shown, at, user: Value| {
        let user = arguments::maybe_username(&user)?;
        let done = ledger.redeem(&shown.presentation, user.as_ref(), at.now)?;
        Ok((true, done.over_limit, shown.ended(lua, user.as_ref(), true, false)?))
    });
    // (presentation) → true, nil, events
    used(methods, "release", |lua, ledger, shown, _, _: Value| {
        ledger.release(&shown.presentation)?;
        Ok((true, Value::Nil, shown.ended(lua, None, false, true)?))
    });
    // (presentation, username or nil) → true, nil, events
    used(methods, "spend", |lua, ledger, shown, at, user: Value| {
        let user = arguments::maybe_username(&user)?;
        ledger.spend(&shown.presentation, user.as_ref(), &at.accounts, at.now)?;
        Ok((true, Value::Nil, shown.ended(lua, user.as_ref(), true, false)?))
    });
    // (presentation) → true, nil, events: the caller does not know how the attempt ended
    used(methods, "settle", |lua, ledger, shown, at, _: Value| {
        let settled = ledger.settle(&shown.presentation, &at.accounts, at.now)?;
        Ok((true, Value::Nil, shown.ended(lua, None, !settled.redeemed.is_empty(), settled.released > 0)?))
    });
    looking(methods);
}

fn looking<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (token, username to subscribe to or nil) → validated invite, presentation
    verb(methods, "check", |lua, LedgerHandle { ledger, .. }, at, (token, user): (Value, Value)| {
        let purpose = arguments::maybe_username(&user)?.map_or(Purpose::Register, Purpose::Subscribe);
        let token = arguments::token(&token)?;
        let checked = ledger.check(&token, &purpose, &at.accounts, at.now).map_err(|error| about(&token, error))?;
        Ok(checked_in(lua, ledger, checked, &purpose)?)
    });
    // (token) → invite, and the code of the reason why it can't be used, or nil; the argument of `present`
    verb(methods, "view", |lua, LedgerHandle { ledger, .. }, at, token: Value| {
        let viewed = ledger.view(&arguments::token(&token)?, &at.accounts, at.now)?;
        let table = results::invite(lua, ledger.host(), &viewed.invite)?;
        let code = viewed.obstacle.as_ref().map(Refusal::code);
        Ok((table, code, lua.create_userdata(viewed)?))
    });
    // (what view has answered) → as check
    verb(methods, "present", |lua, LedgerHandle { ledger, .. }, at, viewed: AnyUserData| {
        let viewed = viewed.borrow::<View>()?;
        let id = viewed.invite.id.short();
        let checked = viewed.checked(at.now).map_err(|error| CallError::from(error).about(id))?;
        Ok(checked_in(lua, ledger, checked, &Purpose::Register)?)
    });
    // (what view has answered, username) → true: a claim would get this name now
    verb(methods, "may_claim", |_, LedgerHandle { ledger, .. }, at, (viewed, user): (AnyUserData, Value)| {
        ledger.may_claim(&*viewed.borrow::<View>()?, &arguments::username(&user)?, &at.accounts, at.now)?;
        Ok(true)
    });
    // (username) → true
    verb(methods, "open_name", |_, LedgerHandle { ledger, .. }, at, user: Value| {
        ledger.open_name(&arguments::username(&user)?, &at.accounts, at.now)?;
        Ok(true)
    });
}

/// A refusal of a token, with the short id of its invite if the text has a token.
fn about(token: &str, error: Error) -> CallError {
    let id = Pasted::read(token).ok().and_then(|pasted| pasted.id()).map(InviteId::short);
    CallError::from(error).about(id.unwrap_or_else(|| "without a token".into()))
}

fn checked_in(lua: &Lua, ledger: &Ledger, checked: Checked, purpose: &Purpose) -> mlua::Result<(Table, AnyUserData)> {
    let Checked { presentation, invite } = checked;
    let table = results::validated(lua, ledger.host(), &invite, purpose)?;
    let shown = Shown { presentation, id: invite.id, kind: invite.kind.name(), creator: invite.creator, claimed: None, is_redeemed: false };
    Ok((table, lua.create_userdata(shown)?))
}
