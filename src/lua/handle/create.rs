//! Methods that create and import invites.

use mlua::{AnyUserData, Table, UserData, UserDataMethods, Value};

use super::{LedgerHandle, done, job, verb};
use crate::lua::command::{Form, show_created};
use crate::lua::respond::Answer;
use crate::lua::{arguments, results};
use crate::{Draft, Imported, Invite, Ledger, Limit, Refusal, Token};

/// The most invites of one call. They take a few milliseconds, while the server waits.
const MOST_AT_ONCE: u16 = 500;

/// Opaque in Lua. Dropping it has no effect.
impl UserData for Draft {}

pub(super) fn add<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (spec of mod_invites.make, { username, inviter, creator: prepared; false: invalid }, how many) → array of invites, array of drafts
    verb(methods, "draft", |_, _, (spec, names, count): (Table, Table, Value)| {
        let count = arguments::whole(&count).and_then(|count| u16::try_from(count).ok()).filter(|count| (1..=MOST_AT_ONCE).contains(count));
        let count = count.ok_or_else(|| Refusal::DataInvalid(format!("not a number from 1 to {MOST_AT_ONCE}")))?;
        let request = arguments::request(&spec, &names)?;
        Ok(job(
            move |ledger, at| Ok(ledger.drafts(request.clone(), count, &at.accounts, at.now)?),
            |lua, handle, found: Vec<Draft>| {
                let (invites, drafts) = (lua.create_table()?, lua.create_table()?);
                for draft in found {
                    invites.raw_push(results::invite(lua, handle.host(), &draft.invite())?)?;
                    drafts.raw_push(lua.create_userdata(draft)?)?;
                }
                Ok((invites, drafts))
            },
        ))
    });
    // (array of drafts, array of the invites as other modules left them, "json", "csv" or nil) → true: the tables show what was stored
    verb(methods, "create", |_, _, (drafts, invites, form): (Table, Table, Form)| {
        let (changed, tables) = changed(&drafts, &invites)?;
        let undone = changed.clone();
        Ok(job(
            move |ledger, at| Ok(ledger.create_all(&changed, at.now)?),
            move |lua, handle, created: Vec<Invite>| {
                for (invite, table) in created.iter().zip(&tables) {
                    results::fill(lua, table, handle.host(), invite)?;
                    show_created(table, &form, handle.host(), invite)?;
                }
                Ok(true)
            },
        )
        .undone_by(move |ledger| erase(ledger, &undone)))
    });
    // (array of entries: lines of JSON, tables with invites of the bundled module, or false for anything else; counts so far or nil) → counts
    verb(methods, "import", |_, _, (entries, so_far): (Table, Option<Table>)| {
        let (mut invites, mut odd) = (Vec::new(), 0);
        for entry in entries.sequence_values::<Value>() {
            match arguments::entry(&entry?) {
                Ok(invite) => invites.push(invite),
                Err(_) => odd += 1,
            }
        }
        Ok(job(
            move |ledger, at| Ok(ledger.import(&invites, at.now)?),
            move |lua, _, done: Imported| {
                let counts = so_far.map_or_else(|| lua.create_table(), Ok)?;
                for (name, count) in
                    [("imported", done.imported), ("merged", done.merged), ("conflicts", done.conflicts), ("skipped", done.skipped + odd)]
                {
                    counts.raw_set(name, count + counts.raw_get::<Option<u64>>(name)?.unwrap_or_default())?;
                }
                Ok(counts)
            },
        ))
    });
    // () → were the invites of the bundled module taken over?
    verb(methods, "imported", |_, _, ()| Ok(job(|ledger, _| Ok(ledger.is_imported()?), |_, _, is_imported: bool| Ok(is_imported))));
    // () → true
    verb(methods, "mark_imported", |_, _, ()| Ok(job(|ledger, at| Ok(ledger.mark_imported(at.now)?), done)));
}

/// Takes a creation back whose caller has given up.
pub(super) fn erase(ledger: &mut Ledger, undone: &[Draft]) {
    let tokens: Vec<Token> = undone.iter().map(|draft| draft.token().clone()).collect();
    let _ = ledger.erase(&tokens, &[]);
}

/// Drafts with the changes that other modules made to their tables, and these tables.
pub(super) fn changed(drafts: &Table, invites: &Table) -> Answer<(Vec<Draft>, Vec<Table>)> {
    let mut changed = Vec::new();
    let tables = invites.sequence_values::<Table>().collect::<mlua::Result<Vec<_>>>()?;
    for (draft, table) in drafts.sequence_values::<AnyUserData>().zip(&tables) {
        let mut draft = draft?.borrow::<Draft>()?.clone();
        change(&mut draft, table)?;
        changed.push(draft);
    }
    Ok((changed, tables))
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
