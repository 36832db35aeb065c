//! Events of `mod_invites` as steps.

use mlua::{Lua, MultiValue, Table, Value};
use serde_json::json;

use super::arguments::{self, text};
use super::respond::{Answer, give};
use super::results::json;
use crate::{Metric, Step};

type Told = (Option<String>, Option<String>, Option<&'static str>, Option<String>, u64);

/// (name of an event, the event) → line for the log or nil; username of its entry in `mod_audit`, "" for an entry without user, nil without an
/// entry; name of its counter or nil, its label or nil, number to add
pub(super) fn told(lua: &Lua, (name, event): (String, Table)) -> mlua::Result<MultiValue> {
    give(lua, || -> Answer<Told> {
        let Some(step) = read(&name, &event)? else { return Ok((None, None, None, None, 0)) };
        let (counter, label, count) = step.counter().map_or((None, None, 0), |(counter, label, count)| (Some(counter), label, count));
        Ok((step.line(), step.whose().map(|whose| whose.unwrap_or_default().to_owned()), counter, label, count))
    })
}

/// map name of an event → { counter = its name or nil, label = the field of the event that is its label, or nil }: the events of each preauth and
/// registration, which have no line and add one to their counter
pub(super) fn quiet(lua: &Lua) -> mlua::Result<Value> {
    let refused = Step::Refused { code: "code".into() };
    let quiet = |step: &Step| {
        let (counter, label) = step.counter().map(|(counter, label, _)| (counter, label)).unzip();
        json!({ "counter": counter, "label": label.flatten() })
    };
    json(
        lua,
        &json!({
            "invite-checked": quiet(&Step::Checked), "invite-claimed": quiet(&Step::Claimed), "invite-released": quiet(&Step::Released),
            "invite-refused": quiet(&refused),
        }),
    )
}

/// array of { kind, name, unit, description, label or nil, labels = its values }
pub(super) fn metrics(lua: &Lua) -> mlua::Result<Value> {
    let row = |metric: &Metric| {
        json!({
            "kind": metric.kind, "name": metric.name, "unit": metric.unit, "description": metric.description, "label": metric.label,
            "labels": metric.labels(),
        })
    };
    json(lua, &Metric::ALL.iter().map(row).collect())
}

fn read(name: &str, event: &Table) -> Answer<Option<Step>> {
    let maybe = |key: &str| arguments::maybe_text(&event.raw_get(key)?);
    let kind = || arguments::word(&event.raw_get("kind")?).ok_or_else(|| arguments::misuse("an invite has a kind"));
    let number = |key: &str| -> Answer<u64> { Ok(event.raw_get(key)?) };
    Ok(Some(match name {
        "invite-stored" => Step::Stored { id: text(event, "id")?, kind: kind()?, creator: maybe("creator")?, count: number("count")? },
        "invite-redeemed" => Step::Redeemed { id: text(event, "id")?, kind: kind()?, username: maybe("username")? },
        "invite-revoked" => Step::Revoked { id: text(event, "id")?, by: maybe("by")? },
        "invites-revoked" => Step::AllRevoked { creators: event.raw_get("creators")?, count: number("count")? },
        "invite-extended" => {
            let expires = arguments::instant(&event.raw_get::<Value>("expires")?).ok_or_else(|| arguments::misuse("an invite expires"))?;
            Step::Extended { id: text(event, "id")?, expires, by: maybe("by")? }
        }
        "invite-labelled" => Step::Labelled { id: text(event, "id")?, by: maybe("by")? },
        "invite-limited" => Step::Limited { id: text(event, "id")?, by: maybe("by")? },
        "invite-restored" => Step::Restored { id: text(event, "id")?, by: maybe("by")? },
        "invites-forgotten" => Step::Forgotten { username: text(event, "username")?, count: number("count")? },
        "invites-settled" => Step::Settled { redeemed: number("redeemed")?, released: number("released")? },
        "invites-swept" => Step::Swept { count: number("count")? },
        _ => return Ok(None),
    }))
}
