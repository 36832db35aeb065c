//! Pictures for Lua: ids of what can be drawn, and the pictures.

use std::sync::LazyLock;

use mlua::{Lua, Result, String as LuaString, Table};
use rand::rngs::SysRng;

use super::respond::{Answer, give};
use super::results;
use crate::picture::avatar;
use crate::picture::preview::{Inviter, Preview};
use crate::store::{FONT_FOLDERS, FontFiles, Picture, Studio};
use crate::text;
use crate::token::draw;

/// The pictures of all hosts, if the random source has given them a secret.
static STUDIO: LazyLock<Option<Studio>> = LazyLock::new(|| Some(Studio::new(draw(&mut SysRng).ok()?, FontFiles::new(FONT_FOLDERS))));

/// Characters of a name in a picture.
const LONGEST: usize = 60;

/// The functions. Without the random source, there are no pictures.
pub(super) fn functions(lua: &Lua) -> Result<Table> {
    let table = lua.create_table()?;
    // ({ site, accent; name, address or nil, initial, colour, avatar = id or nil: of the inviter, or nil }) → id
    results::add(lua, &table, "preview", |lua, shown: Table| give(lua, || preview(&shown)))?;
    // (what the owner of an account has published) → id, or nil: it is too large
    let of_avatar = |_: &Lua, bytes: LuaString| Ok(STUDIO.as_ref().and_then(|studio| studio.avatar(&bytes.as_bytes())));
    results::add(lua, &table, "avatar", of_avatar)?;
    // bytes of the largest avatar
    table.raw_set("largest", avatar::LONGEST)?;
    // (id) → PNG; or nil, "awaited", "failed" or "unknown"
    results::add(lua, &table, "take", |lua, id: LuaString| take(lua, &id))?;
    Ok(table)
}

fn preview(shown: &Table) -> Answer<Option<String>> {
    let maybe = |name: &str| Ok::<_, mlua::Error>(shown.raw_get::<Option<LuaString>>(name)?.map(|text| text::clean(&text.as_bytes(), LONGEST)));
    let text = |name: &str| Ok::<_, mlua::Error>(maybe(name)?.unwrap_or_default());
    let inviter = match maybe("name")? {
        Some(name) => Some(Inviter { name, address: maybe("address")?, initial: text("initial")?, colour: text("colour")? }),
        None => None,
    };
    let preview = Preview { site: text("site")?, accent: text("accent")?, inviter };
    let avatar = maybe("avatar")?;
    Ok(STUDIO.as_ref().map(|studio| studio.preview(preview, avatar.as_deref())))
}

fn take(lua: &Lua, id: &LuaString) -> Result<(Option<LuaString>, Option<&'static str>)> {
    let picture = STUDIO.as_ref().map_or(Picture::Unknown, |studio| studio.take(&id.to_string_lossy()));
    Ok(match picture {
        Picture::Drawn(png) => (Some(lua.create_string(&*png)?), None),
        Picture::Awaited => (None, Some("awaited")),
        Picture::Failed => (None, Some("failed")),
        Picture::Unknown => (None, Some("unknown")),
    })
}
