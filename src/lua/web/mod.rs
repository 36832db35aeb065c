//! What web pages ask: who sent a request, what they say of kinds and refusals, and which fields a form has.

mod account_form;
mod extra_fields;

use mlua::{Function, IntoLua, Lua, Result, String as LuaString, Table, UserData, UserDataMethods, Value as LuaValue};

use super::results::{add, serialized};
use crate::web::client::{Address, Proxies, Request};
use crate::web::{colour, cookie, html, kinds, refusals, start_form};
use crate::{KindName, uri};

/// The functions and tables for them.
pub(super) fn functions(lua: &Lua) -> Result<Table> {
    let table = lua.create_table()?;
    table.raw_set("kinds", of_kinds(lua)?)?;
    table.raw_set("refusals", of_refusals(lua)?)?;
    // (address, as a proxy may write it, or anything else) → the address alone, what attempts from there are counted under; or nil
    let read = |text: LuaValue| text.as_string().and_then(|text| Address::read(&text.as_bytes()));
    let ip = move |_: &Lua, text| Ok(read(text).map(|address| (address.text.clone(), address.key())).unzip());
    add(lua, &table, "ip", ip)?;
    add(lua, &table, "proxies", |_, networks: Vec<String>| Ok(ProxiesHandle(Proxies::new(networks.iter().map(String::as_str)))))?;
    // (text) → HTML
    add(lua, &table, "html", |_, text: LuaString| Ok(html::escaped(&text.as_bytes())))?;
    // (text of several lines) → HTML
    add(lua, &table, "html_lines", |_, text: LuaString| Ok(html::lines(&text.to_string_lossy())))?;
    // (text) → the same without the marks around what it was told
    add(lua, &table, "unmarked", |_, text: Option<LuaString>| Ok(text.map(|text| html::unmarked(&text.to_string_lossy()))))?;
    // (colour) → CSS with it
    add(lua, &table, "colours", |_, colour: String| Ok(colour::css(&colour)))?;
    // (name, address) → what stands in the circle of a person, its colour
    let face = |_: &Lua, (name, address): (String, String)| Ok((colour::initial(&name), colour::of_person(&address).hex()));
    add(lua, &table, "face", face)?;
    // (xmpp: link, name of the inviter) → the link with this name, if it adds a contact
    add(lua, &table, "named_uri", |_, (link, name): (String, LuaString)| Ok(uri::named(&link, &name.to_string_lossy())))?;
    // (what was typed) → value or nil; or nil, id of the text that says what is wrong, number in it
    table.raw_set("note", typed(lua, |text| start_form::note(text, "error-note"))?)?;
    table.raw_set("message", typed(lua, start_form::message)?)?;
    table.raw_set("title", typed(lua, |text| start_form::note(text, "error-title"))?)?;
    table.raw_set("card_count", typed(lua, |text| start_form::card_count(text).map(Some))?)?;
    #[expect(clippy::cast_precision_loss, reason = "Lua knows numbers without end as infinity")]
    let seconds = |seconds: i64| if seconds == i64::MAX { f64::INFINITY } else { seconds as f64 };
    table.raw_set("lifetime", typed(lua, move |text| start_form::lifetime(text).map(|chosen| chosen.map(seconds)))?)?;
    table.raw_set("most_cards", start_form::MOST_CARDS)?;
    // (link) → the same as HTML that can be read on paper
    add(lua, &table, "readable_link", |_, link: LuaString| Ok(html::readable_link(&link.to_string_lossy())))?;
    // (kind, does the app get the invite?, is there a form?) → id of the text about the last step
    let last_step = |_: &Lua, (kind, is_handed_over, registers_here): (String, bool, bool)| {
        Ok(KindName::ALL.into_iter().find(|known| known.to_string() == kind).map(|kind| kinds::last_step(kind, is_handed_over, registers_here)))
    };
    add(lua, &table, "last_step", last_step)?;
    // (kind, platform or nil, is there an app for it that opens such invites?, is there a form?) → what the main button does: "app", "browser" or "open"
    let main_way = |lua: &Lua, (kind, platform, takes_invites, has_form): (String, Option<String>, bool, bool)| {
        let kind = KindName::ALL.into_iter().find(|known| known.to_string() == kind);
        kind.map(|kind| serialized(lua, &kinds::main_way(kind, platform.as_deref(), takes_invites, has_form))).transpose()
    };
    add(lua, &table, "main_way", main_way)?;
    // (header Cookie, name, is it encrypted all the way?) → value or nil
    let read = |lua: &Lua, (header, name, is_encrypted): (LuaString, String, bool)| {
        cookie::read(&header.as_bytes(), &name, is_encrypted).map(|value| lua.create_string(value)).transpose()
    };
    add(lua, &table, "read_cookie", read)?;
    // (name, value, "Strict" or "Lax", is it encrypted all the way?) → header Set-Cookie
    let write =
        |_: &Lua, (name, value, same_site, is_encrypted): (String, String, String, bool)| Ok(cookie::write(&name, &value, &same_site, is_encrypted));
    add(lua, &table, "write_cookie", write)?;
    account_form::add(lua, &table)?;
    extra_fields::add(lua, &table)?;
    super::apps::add(lua, &table)?;
    Ok(table)
}

/// A function that reads what somebody typed.
fn typed<T: IntoLua + 'static>(lua: &Lua, read: impl Fn(&[u8]) -> std::result::Result<Option<T>, start_form::Problem> + 'static) -> Result<Function> {
    lua.create_function(move |_, typed: LuaString| {
        Ok(read(&typed.as_bytes()).map_or_else(|(id, most)| (None, Some(id), Some(most)), |value| (value, None, None)))
    })
}

/// kind → what pages say of it, as in [`kinds::Texts`]
fn of_kinds(lua: &Lua) -> Result<Table> {
    let table = lua.create_table()?;
    for kind in KindName::ALL {
        table.raw_set(kind.to_string(), serialized(lua, &kinds::texts(kind))?)?;
    }
    Ok(table)
}

/// code → what pages say of the refusal, as in [`refusals::Row`]
fn of_refusals(lua: &Lua) -> Result<Table> {
    let table = lua.create_table()?;
    for (code, row) in refusals::ROWS {
        table.raw_set(*code, serialized(lua, row)?)?;
    }
    Ok(table)
}

/// The proxies that an admin trusts, as an object in Lua.
struct ProxiesHandle(Proxies);

type Asked = (Option<LuaString>, Option<LuaString>, Table, bool, Option<Vec<Table>>, bool);

impl UserData for ProxiesHandle {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (address that Prosody found or nil, address of the connection or nil, headers, is it secure, hops of the header Forwarded or nil, is the public address
        // https) → { address, silent, is_secure, is_encrypted }
        methods.add_method("client", |lua, Self(proxies), (ip, peer, headers, is_secure, hops, outside): Asked| {
            let schemes = hops.map(|hops| hops.iter().filter_map(|hop| bytes(hop, "proto").transpose()).collect::<Result<Vec<_>>>()).transpose()?;
            let (ip, peer) = (owned(ip), owned(peer));
            let (for_whom, proto) = (bytes(&headers, "x_forwarded_for")?, bytes(&headers, "x_forwarded_proto")?);
            let mut is_forwarded = for_whom.is_some() || proto.is_some();
            for mark in ["forwarded", "x_forwarded_host", "x_real_ip", "via"] {
                is_forwarded |= bytes(&headers, mark)?.is_some();
            }
            let request = Request {
                ip: &ip,
                peer: &peer,
                is_secure,
                is_forwarded,
                schemes: schemes.as_deref(),
                for_whom: for_whom.as_deref(),
                proto: proto.as_deref(),
                hosts: None,
            };
            let client = proxies.client(&request, outside);
            let table = lua.create_table()?;
            table.raw_set(
                "address",
                Some(client.address).filter(|address| !address.is_empty()).map(|address| lua.create_string(address)).transpose()?,
            )?;
            table.raw_set("silent", client.silent_proxy)?;
            table.raw_set("is_secure", client.is_secure)?;
            table.raw_set("is_encrypted", client.is_encrypted)?;
            Ok(table)
        });
        // (address of the connection or nil, headers, our own address) → does another web site send this form?
        methods.add_method("is_foreign", |_, Self(proxies), (peer, headers, own): (Option<LuaString>, Table, LuaString)| {
            let (peer, hosts) = (owned(peer), bytes(&headers, "x_forwarded_host")?);
            let request = Request { peer: &peer, hosts: hosts.as_deref(), ..Request::default() };
            let (site, origin, host) = (bytes(&headers, "sec_fetch_site")?, bytes(&headers, "origin")?, bytes(&headers, "host")?);
            Ok(proxies.is_foreign(&request, site.as_deref(), origin.as_deref(), &host.unwrap_or_default(), &own.as_bytes()))
        });
        // (address, or anything else) → what attempts from there are counted under, do many share that?
        methods.add_method("key", |_, Self(proxies), address: LuaValue| {
            Ok(proxies.key(&address.as_string().map(|text| text.as_bytes().to_vec()).unwrap_or_default()))
        });
    }
}

fn owned(text: Option<LuaString>) -> Vec<u8> {
    text.map(|text| text.as_bytes().to_vec()).unwrap_or_default()
}

fn bytes(table: &Table, name: &str) -> Result<Option<Vec<u8>>> {
    Ok(table.raw_get::<Option<LuaString>>(name)?.map(|text| text.as_bytes().to_vec()))
}
