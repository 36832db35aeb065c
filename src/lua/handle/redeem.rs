//! Methods that use invites, and the events that tell of it.

use std::sync::Arc;

use mlua::{AnyUserData, IntoLua, Lua, Table, UserData, UserDataMethods, Value};

use super::wait::presented;
use super::{LedgerHandle, Moment, done, job, verb};
use crate::lua::respond::{Answer, Refused};
use crate::lua::{arguments, results};
use crate::policy::Purpose;
use crate::worker::{Order, Topic};
use crate::{Checked, Error, InviteId, KindName, Ledger, Pasted, Presentation, Redeemed, Refusal, Settled, Username, View};

/// A presentation with the fields of its events. Dropping it has no effect.
struct Shown {
    presentation: Presentation,
    id: InviteId,
    kind: KindName,
    creator: Option<Username>,
    /// The name that it has claimed last.
    claimed: Option<Username>,
    is_redeemed: bool,
    /// Until it was used, it is one of the presented invites of this process.
    presented: Option<Arc<()>>,
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
    fn ended(&mut self, lua: &Lua, username: Option<&Username>, redeemed: Option<Redeemed>, is_released: bool) -> Answer<Table> {
        let events = lua.create_table()?;
        self.presented = None;
        if let Some(redeemed) = redeemed.filter(|_| !self.is_redeemed) {
            self.is_redeemed = true;
            let event = self.event(lua, username.or(self.claimed.as_ref()))?;
            event.raw_set("has_follow_ups", redeemed.has_follow_ups.then_some(true))?;
            events.raw_set("invite-redeemed", event)?;
        }
        if let Some(username) = is_released.then(|| self.claimed.take()).flatten() {
            events.raw_set("invite-released", self.event(lua, Some(&username))?)?;
        }
        Ok(events)
    }
}

/// What is said of a presentation.
type Told = (bool, Value, Table);

/// What becomes of a use when nobody waits for it any more.
enum Undo {
    /// This takes it back.
    By(fn(&mut Ledger, &Presentation)),
    /// The account exists, so it is done however late.
    Never,
    /// It may be done or not.
    Needless,
}

/// A method of the ledger for a presentation. `undo` takes it back if nobody waits for it any more; `call` gets the presentation and a username, and
/// `tell` what it has returned.
fn used<M, T>(
    methods: &mut M,
    name: &str,
    undo: Undo,
    call: fn(&mut Ledger, &Presentation, Option<&Username>, &Moment) -> Result<T, Error>,
    tell: fn(&Lua, &mut Shown, Option<Username>, T) -> Answer<Told>,
) where
    M: UserDataMethods<LedgerHandle>,
    T: Send + 'static,
{
    verb(methods, name, move |_, _, (shown, user, contact): (AnyUserData, Value, Value)| {
        let (mut presentation, invite, claimed) = {
            let shown = shown.borrow::<Shown>()?;
            (shown.presentation.clone(), shown.id, shown.claimed.clone())
        };
        if let Some(contact) = arguments::maybe_text(&contact)? {
            presentation = presentation.by(contact);
        }
        let username = arguments::maybe_username(&user)?;
        let (name, undone) = (username.clone(), presentation.clone());
        let names = [username.clone(), claimed].into_iter().flatten().map(Topic::Name);
        let order = Order::Writes(std::iter::once(Topic::Invite(invite)).chain(names).collect());
        let used = job(
            move |ledger, at| Ok(call(ledger, &presentation, name.as_ref(), at)?),
            move |lua, _, done| tell(lua, &mut *shown.borrow_mut::<Shown>()?, username, done),
        )
        .in_order(order);
        Ok(match undo {
            Undo::By(undo) => used.undone_by(move |ledger| undo(ledger, &undone)),
            Undo::Never => used.at_any_time(),
            Undo::Needless => used,
        })
    });
}

/// The first five return true, a further result, and a map name of an event → the event.
pub(super) fn add<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (presentation, username) → true, username of the new account's contact or nil, events
    used(
        methods,
        "claim",
        Undo::By(|ledger, presentation| drop(ledger.release(presentation))),
        |ledger, presentation, user, at| ledger.claim(presentation, user.ok_or(Refusal::UsernameInvalid)?, &at.accounts, at.now),
        |lua, shown, user, inviter| {
            let event = shown.event(lua, user.as_ref())?;
            shown.claimed = user;
            Ok((true, inviter.as_ref().map(Username::as_str).into_lua(lua)?, lua.create_table_from([("invite-claimed", event)])?))
        },
    );
    // (presentation, username or nil) → true, was that more than the invite has?, events
    used(
        methods,
        "redeem",
        Undo::Never,
        |ledger, presentation, user, at| ledger.redeem(presentation, user, at.now),
        |lua, shown, user, done| Ok((true, Value::Boolean(done.over_limit), shown.ended(lua, user.as_ref(), Some(done), false)?)),
    );
    // (presentation) → true, nil, events
    used(
        methods,
        "release",
        Undo::Needless,
        |ledger, presentation, _, _| ledger.release(presentation),
        |lua, shown, _, ()| Ok((true, Value::Nil, shown.ended(lua, None, None, true)?)),
    );
    // (presentation, username or nil, bare JID of the contact or nil) → true, nil, events
    used(
        methods,
        "spend",
        Undo::Needless,
        |ledger, presentation, user, at| ledger.spend(presentation, user, &at.accounts, at.now),
        |lua, shown, user, done| Ok((true, Value::Nil, shown.ended(lua, user.as_ref(), Some(done), false)?)),
    );
    // (presentation) → true, nil, events: the caller does not know how the attempt ended
    used(
        methods,
        "settle",
        Undo::Needless,
        |ledger, presentation, _, at| ledger.settle(presentation, &at.accounts, at.now),
        |lua, shown, _, settled| Ok((true, Value::Nil, shown.ended(lua, None, found(&settled), settled.released > 0)?)),
    );
    looking(methods);
}

/// What was redeemed because its account was found. There may be something to do for it.
fn found(settled: &Settled) -> Option<Redeemed> {
    (!settled.redeemed.is_empty()).then_some(Redeemed { has_follow_ups: true, ..Redeemed::default() })
}

fn looking<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (token, username to subscribe to or nil, bare JID of who wants to or nil) → validated invite, presentation
    verb(methods, "check", |_, _, (token, user, jid): (Value, Value, Value)| {
        let purpose = match (arguments::maybe_username(&user)?, arguments::maybe_text(&jid)?) {
            (None, _) => Purpose::Register,
            (Some(user), None) => Purpose::Subscribe(user),
            (Some(user), Some(jid)) => Purpose::SubscribeAs(user, jid),
        };
        let token = arguments::token(&token)?;
        let (asked, order) = (purpose.clone(), reads(&token));
        Ok(job(
            move |ledger, at| ledger.check(&token, &asked, &at.accounts, at.now).map_err(|error| about(&token, error)),
            move |lua, handle, checked| Ok(checked_in(lua, handle.host(), checked, &purpose)?),
        )
        .in_order(order)
        .of_strangers())
    });
    // (token) → invite with the array `rooms` of all that it leads to, and the code of the reason why it can't be used, or nil; the argument of `present`
    verb(methods, "view", |_, _, token: Value| {
        let token = arguments::token(&token)?;
        let order = reads(&token);
        Ok(job(
            move |ledger, at| Ok(ledger.view(&token, &at.accounts, at.now)?),
            |lua, handle, viewed: View| {
                let table = results::invite(lua, handle.host(), &viewed.invite)?;
                let rooms = handle.ledger.settings().rooms.with(&viewed.invite, true);
                table.raw_set("rooms", rooms.into_iter().map(|(room, _)| room).collect::<Vec<_>>())?;
                let code = viewed.obstacle.as_ref().map(Refusal::code);
                Ok((table, code, lua.create_userdata(viewed)?))
            },
        )
        .in_order(order)
        .of_strangers())
    });
    // (what view has answered) → as check
    verb(methods, "present", |_, _, viewed: AnyUserData| {
        let viewed = viewed.borrow::<View>()?.clone();
        Ok(job(
            move |_, at| viewed.checked(at.now).map_err(|error| Refused::from(error).about(viewed.invite.id.short())),
            |lua, handle, checked| Ok(checked_in(lua, handle.host(), checked, &Purpose::Register)?),
        ))
    });
    // (what view has answered, username) → true: a claim would get this name now
    verb(methods, "may_claim", |_, _, (viewed, user): (AnyUserData, Value)| {
        let (viewed, username) = (viewed.borrow::<View>()?.clone(), arguments::username(&user)?);
        let order = Order::Reads(vec![Topic::Invite(viewed.invite.id), Topic::Name(username.clone())]);
        Ok(job(move |ledger, at| Ok(ledger.may_claim(&viewed, &username, &at.accounts, at.now)?), done).in_order(order).of_strangers())
    });
    // (username) → true
    verb(methods, "open_name", |_, _, user: Value| {
        let username = arguments::username(&user)?;
        let order = Order::Reads(vec![Topic::Name(username.clone())]);
        Ok(job(move |ledger, at| Ok(ledger.open_name(&username, &at.accounts, at.now)?), done).in_order(order).of_strangers())
    });
}

/// Reads the invites that a text may be the token of.
fn reads(text: &str) -> Order {
    let pasted = Pasted::read(text);
    Order::Reads(pasted.iter().flat_map(Pasted::tokens).map(|token| Topic::Invite(token.id())).collect())
}

/// A refusal of a token, with the short id of its invite if the text has a token.
fn about(token: &str, error: Error) -> Refused {
    let id = Pasted::read(token).ok().and_then(|pasted| pasted.id()).map(InviteId::short);
    Refused::from(error).about(id.unwrap_or_else(|| "without a token".into()))
}

fn checked_in(lua: &Lua, host: &str, checked: Checked, purpose: &Purpose) -> mlua::Result<(Table, AnyUserData)> {
    let Checked { presentation, invite } = checked;
    let table = results::validated(lua, host, &invite, purpose)?;
    let shown = Shown {
        presentation,
        id: invite.id,
        kind: invite.kind.name(),
        creator: invite.creator,
        claimed: None,
        is_redeemed: false,
        presented: Some(presented()),
    };
    Ok((table, lua.create_userdata(shown)?))
}
