//! The catalogue of apps, for Lua.

use std::collections::HashSet;

use mlua::{Error, Lua, Result, String as LuaString, Table, Value};

use super::arguments::misuse;
use super::raw::Tables;
use super::respond::Answer;
use super::results::{self, json, serialized};
use crate::KindName;
use crate::options::Raw;
use crate::web::apps::{App, Catalogue, KNOWN, MOST_OFFERS, MOST_PAIRS, Pictures, Sources, choose, downloads, opens, runs_on};

/// How deep the description of an app is read: download, its buttons, one of them, its platforms.
const DEEPEST: usize = 5;
/// How deep it is read for the list of its platforms and of the kinds that it opens.
const PLATFORMS: usize = 2;

/// { `site_apps`, show, hide = options or nil; offers = array of items, by = array of the modules that offer them; enabled = array of modules;
/// base = address of ours, paths = array of the pictures there } → array of apps, warnings, what is said of unknown ids
pub(super) fn catalogue(lua: &Lua, asked: &Table) -> Answer<(Vec<Table>, Vec<String>, Vec<String>)> {
    let mut tables = Tables::default();
    let mut list = |value: &Value| -> Result<Option<Vec<_>>> {
        let Value::Table(table) = value else { return Ok(None) };
        Ok(Some(table.sequence_values::<Value>().map(|app| tables.read(&app?, DEEPEST)).collect::<Result<_>>()?))
    };
    let known = json(lua, &serde_json::from_str(KNOWN).map_err(|_| misuse("the list of apps is no JSON"))?)?;
    let known = list(&known)?.unwrap_or_default();
    let own = list(&asked.raw_get("site_apps")?)?;
    let (show, hide): (Option<Vec<String>>, Option<Vec<String>>) = (asked.raw_get("show")?, asked.raw_get("hide")?);
    let enabled: HashSet<String> = asked.raw_get::<Vec<String>>("enabled")?.into_iter().collect();
    let base: String = asked.raw_get("base")?;
    // Addresses of pictures are UTF-8, so those of other files are none.
    let paths: Vec<_> = asked.raw_get::<Vec<LuaString>>("paths")?.into_iter().filter_map(|path| Some(path.to_str().ok()?.to_owned())).collect();
    let (offers, offers_are_cut) = offered(asked, &mut tables)?;
    let found = Catalogue::of(&Sources {
        known: &known,
        own: own.as_deref(),
        offers: &offers,
        offers_are_cut,
        show: show.as_deref(),
        hide: hide.as_deref(),
        enabled: &enabled,
        pictures: Pictures { base: base.trim_end_matches('/'), paths: &paths },
    });
    let apps = found.apps.iter().map(|app| given(lua, app, &tables)).collect::<Result<_>>()?;
    Ok((apps, found.warnings, found.unknown))
}

/// What modules offer, each with the name of the module, as far as there is room; whether there is more.
fn offered(asked: &Table, tables: &mut Tables) -> Result<(Vec<(String, Raw)>, bool)> {
    let (by, items): (Table, Table) = (asked.raw_get("by")?, asked.raw_get("offers")?);
    tables.limit(MOST_PAIRS);
    let mut offers = Vec::new();
    for (name, item) in by.sequence_values().zip(items.sequence_values::<Value>()) {
        let read = tables.read(&item?, DEEPEST)?;
        if offers.len() == MOST_OFFERS || tables.is_full() {
            return Ok((offers, true));
        }
        offers.push((name?, read));
    }
    Ok((offers, false))
}

/// Adds what pages ask about the apps of a catalogue.
pub(super) fn add(lua: &Lua, web: &Table) -> Result<()> {
    // (array of apps, platform or nil, kind of an invite) → places of those to recommend, places of all others
    results::add(lua, web, "choose", |_, (apps, platform, of): (Vec<Table>, Option<String>, String)| {
        let apps: Vec<_> = apps.into_iter().map(|app| Tables::default().read(&Value::Table(app), PLATFORMS)).collect::<Result<_>>()?;
        let (best, others) = choose(&apps, platform.as_deref(), kind(&of)?);
        let from_one = |list: Vec<usize>| list.into_iter().map(|at| at + 1).collect::<Vec<_>>();
        Ok((from_one(best), from_one(others)))
    })?;
    // (app, platform) → does it run there?
    results::add(lua, web, "runs_on", |_, (app, platform): (Value, String)| Ok(runs_on(&Tables::default().read(&app, PLATFORMS)?, &platform)))?;
    // (app, kind of an invite) → does it open the links of those?
    results::add(lua, web, "opens", |_, (app, of): (Value, String)| Ok(opens(&Tables::default().read(&app, PLATFORMS)?, kind(&of)?)))?;
    // (app, platform or nil, may its links pass an invite on?) → array of { url or format = template of it that passes it on, text, is_store, is_paid,
    // system = name of a platform or nil }
    results::add(lua, web, "downloads", |lua, (app, platform, passes_invite): (Value, Option<String>, bool)| {
        serialized(lua, &downloads(&Tables::default().read(&app, DEEPEST)?, platform.as_deref(), passes_invite))
    })
}

fn kind(name: &str) -> Result<KindName> {
    KindName::ALL.into_iter().find(|known| known.to_string() == name).ok_or_else(|| Error::runtime("there is no such kind of invite"))
}

/// The app as other modules know it: what was written, with what it was read as.
fn given(lua: &Lua, app: &App, tables: &Tables) -> Result<Table> {
    let copy = |id: Option<usize>| {
        let copied = lua.create_table()?;
        for pair in id.and_then(|id| tables.get(id)).into_iter().flat_map(|table| table.pairs::<Value, Value>().collect::<Vec<_>>()) {
            let (key, value) = pair?;
            copied.raw_set(key, value)?;
        }
        Ok::<_, Error>(copied)
    };
    let table = copy(Some(app.table))?;
    for field in &app.dropped {
        table.raw_set(*field, Value::Nil)?;
    }
    let buttons = lua.create_table()?;
    for (id, image) in &app.buttons {
        let button = copy(Some(*id))?;
        if let Some(image) = image {
            button.raw_set("image", image.as_str())?;
        }
        buttons.raw_push(button)?;
    }
    let download = copy(app.download)?;
    download.raw_set("buttons", buttons)?;
    table.raw_set("download", download)?;
    // Others take the flag for all kinds, so it is true only where that is right.
    let flag = app.opens.account && app.opens.contact;
    if !flag && (app.opens.account || app.opens.contact) {
        let opens = lua.create_table()?;
        opens.raw_set("account", app.opens.account)?;
        opens.raw_set("contact", app.opens.contact)?;
        table.raw_set("opens", opens)?;
        table.raw_set("supports_preauth_uri", false)?;
    }
    table.raw_set("id", app.id.as_str())?;
    table.raw_set("listed_as", app.listed_as.as_str())?;
    table.raw_set("is_usual", app.is_usual.then_some(true))?;
    table.raw_set("platforms", app.platforms.clone())?;
    table.raw_set("image", app.image.as_str())?;
    table.raw_set("asset", app.asset.clone())?;
    Ok(table)
}
