//! Methods that send webhooks.

use mlua::{AnyUserData, Table, UserData, UserDataMethods};

use super::{LedgerHandle, job, verb};
use crate::lua::respond::Answer;
use crate::lua::results;
use crate::{Delivery, Mail, ReceiverState};

/// Opaque in Lua. Dropping it has no effect.
impl UserData for Delivery {}

pub(super) fn add<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (id of a receiver) → array of { id, body, delivery }; seconds after which to ask again, or nil; number of events that were not kept
    verb(methods, "mail", |_, _, receiver: String| {
        Ok(job(
            move |ledger, at| Ok(ledger.mail(&receiver, at.now)?),
            |lua, _, mail: Mail| {
                let list = lua.create_table_with_capacity(mail.deliveries.len(), 0)?;
                for delivery in mail.deliveries {
                    let table = lua.create_table()?;
                    table.raw_set("id", delivery.id.as_str())?;
                    table.raw_set("body", delivery.body.as_str())?;
                    table.raw_set("delivery", lua.create_userdata(delivery)?)?;
                    list.raw_push(table)?;
                }
                Ok((list, mail.wait, mail.lost))
            },
        ))
    });
    // (id of a receiver; array of { delivery; problem = text, nil if it was taken }) → number of events that are given up
    verb(methods, "delivered", |_, _, (receiver, outcomes): (String, Table)| {
        let outcome = |outcome: mlua::Result<Table>| -> Answer<_> {
            let outcome = outcome?;
            let delivery = outcome.raw_get::<AnyUserData>("delivery")?.borrow::<Delivery>()?.clone();
            let problem = outcome.raw_get::<Option<mlua::String>>("problem")?.map(|problem| problem.to_string_lossy().replace('\0', " "));
            Ok((delivery, problem))
        };
        let outcomes = outcomes.sequence_values().map(outcome).collect::<Answer<Vec<_>>>()?;
        Ok(job(move |ledger, at| Ok(ledger.delivered(&receiver, &outcomes, at.now)?), |_, _, given_up: usize| Ok(given_up)))
    });
    // () → array of { id, waiting, failures, since or nil, problem or nil }
    verb(methods, "receivers", |_, _, ()| {
        Ok(job(|ledger, _| Ok(ledger.receivers()?), |lua, _, states: Vec<ReceiverState>| Ok(results::serialized(lua, &states)?)))
    });
    // () → number of events that are dropped, as nobody wants them any more
    verb(methods, "forget_receivers", |_, _, ()| Ok(job(|ledger, _| Ok(ledger.forget_receivers()?), |_, _, dropped: usize| Ok(dropped))));
}
