//! Methods that create invites.

use mlua::{AnyUserData, Table, UserDataMethods, Value};

use super::super::command::{Form, show_created};
use super::super::respond::{Answer, give};
use super::super::{arguments, results};
use super::{Call, LedgerHandle};
use crate::{Draft, Limit, Refusal};

pub(super) fn methods<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (request, facts, now) → invite, draft
    methods.add_method_mut("draft", |lua, LedgerHandle(ledger), (request, facts, now): (Table, Option<Table>, Value)| -> Call {
        give(lua, || {
            let draft = ledger.draft(arguments::request(&request)?, &arguments::accounts(facts.as_ref())?, arguments::time(&now)?)?;
            let table = results::invite(lua, ledger.host(), &draft.invite())?;
            Ok((table, lua.create_userdata(draft)?))
        })
    });
    // (array of drafts, array of the invites as other modules left them, now, "json", "csv" or nil) → true: the tables show what was stored
    methods.add_method_mut("create", |lua, LedgerHandle(ledger), (drafts, invites, now, form): (Table, Table, Value, Form)| -> Call {
        give(lua, || {
            let mut changed = Vec::new();
            let tables = invites.sequence_values::<Table>().collect::<mlua::Result<Vec<_>>>()?;
            for (draft, table) in drafts.sequence_values::<AnyUserData>().zip(&tables) {
                let mut draft = draft?.borrow::<Draft>()?.clone();
                change(&mut draft, table)?;
                changed.push(draft);
            }
            for (invite, table) in ledger.create_all(&changed, arguments::time(&now)?)?.iter().zip(&tables) {
                results::fill(lua, table, ledger.host(), invite)?;
                show_created(table, &form, ledger.host(), invite)?;
            }
            Ok(true)
        })
    });
    // (array of entries: lines of JSON, tables with invites of the bundled module, or false for anything else; now; counts so far or nil) → counts
    methods.add_method_mut("import", |lua, LedgerHandle(ledger), (entries, now, so_far): (Table, Value, Option<Table>)| -> Call {
        give(lua, || {
            let (mut invites, mut odd) = (Vec::new(), 0);
            for entry in entries.sequence_values::<Value>() {
                match arguments::entry(&entry?) {
                    Ok(invite) => invites.push(invite),
                    Err(_) => odd += 1,
                }
            }
            let done = ledger.import(&invites, arguments::time(&now)?)?;
            let counts = so_far.map_or_else(|| lua.create_table(), Ok)?;
            for (name, count) in
                [("imported", done.imported), ("merged", done.merged), ("conflicts", done.conflicts), ("skipped", done.skipped + odd)]
            {
                counts.raw_set(name, count + counts.raw_get::<Option<u64>>(name)?.unwrap_or_default())?;
            }
            Ok(counts)
        })
    });
}

/// Applies the changes that other modules made to a new invite, as far as they may.
fn change(draft: &mut Draft, invite: &Table) -> Answer<()> {
    draft.data = arguments::data(&invite.raw_get("additional_data")?)?;
    draft.landing_page = arguments::maybe_text(&invite.raw_get("landing_page")?)?;
    draft.expires = arguments::instant(&invite.raw_get("expires")?).ok_or(Refusal::TtlInvalid)?;
    draft.limit = match (invite.raw_get::<Value>("reusable")?.as_boolean(), draft.limit) {
        (Some(true), Limit::ONCE) => Limit::UNTIL_EXPIRY,
        (Some(false), _) => Limit::ONCE,
        (_, limit) => limit,
    };
    Ok(())
}
