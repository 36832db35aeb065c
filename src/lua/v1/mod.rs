//! Calls of the HTTP API as objects in Lua, and their answers.

use mlua::{Lua, Result, String as LuaString, Table, UserData, UserDataMethods, Value};
use serde_json::json;

use super::arguments;
use super::respond::give;
use super::results::{add, json};
use crate::UnixTime;
use crate::api::v1::{Asked, Call, Lifetimes, NewInvite, Once, Problem, Routed, ScopedKey, Sent, answer, route};
use crate::invite::of_word;

/// The description of the API.
const DOCUMENT: &str = include_str!("../../../docs/openapi.json");

/// A key that is worth something.
pub(super) struct KnownKey {
    pub(super) key: ScopedKey,
    pub(super) lifetimes: Lifetimes,
}

impl UserData for KnownKey {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // () → id
        methods.add_method("id", |_, key, ()| Ok(key.key.id.clone()));
        // () → how many requests it may make in a minute
        methods.add_method("rate", |_, key, ()| Ok(key.key.grant.as_ref().map_or(1, |grant| grant.rate)));
    }
}

/// A call, and what it asks once that was read.
pub(super) struct CallHandle {
    call: Call,
    pub(super) asked: Asked,
    pub(super) once: Option<Once>,
    key: String,
}

impl CallHandle {
    /// What `additional_data.source` says of invites that this key has made.
    pub(super) fn source(&self) -> String {
        format!("api/token/{}", self.key)
    }

    /// What the address names.
    pub(super) fn subject(&self) -> String {
        self.call.subject.clone().unwrap_or_default()
    }

    /// Whether many invites are created.
    pub(super) fn is_many(&self) -> bool {
        self.call.endpoint.operation == crate::api::v1::endpoint::Operation::CreateMany
    }

    fn read(&mut self, key: &KnownKey, shown: &[u8], sent: Sent<'_>, now: UnixTime) -> std::result::Result<(), Problem> {
        let grant = key.key.grant.as_ref().ok_or_else(|| Problem::own("key-invalid"))?;
        self.asked = self.call.read(sent, grant, key.lifetimes, now)?;
        self.once = self.call.once(sent, shown)?;
        self.key.clone_from(&key.key.id);
        Ok(())
    }
}

type Request = (mlua::AnyUserData, LuaString, Option<LuaString>, bool, Option<LuaString>, Option<LuaString>, Value);

impl UserData for CallHandle {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // () → name of what is asked for
        methods.add_method("operation", |_, call, ()| Ok(call.call.endpoint.operation.name()));
        // () → does it need no key?
        methods.add_method("is_open", |_, call, ()| Ok(call.call.endpoint.scope.is_none()));
        // () → what the address names
        methods.add_method("subject", |_, call, ()| Ok(call.subject()));
        // (key, the same as it was shown, body or nil, has it a length? header Content-Type or nil, header Idempotency-Key or nil, now) → nil, or the
        // answer that says what is wrong
        methods.add_method_mut("read", |lua, call, (key, shown, body, has_length, content_type, once, now): Request| {
            let key = key.borrow::<KnownKey>()?;
            let bytes = |text: Option<LuaString>| text.map(|text| text.as_bytes().to_vec());
            let (body, content_type, once) = (bytes(body), bytes(content_type), bytes(once));
            let sent = Sent { body: body.as_deref(), has_length, content_type: content_type.as_deref(), once: once.as_deref() };
            let now = arguments::instant(&now).unwrap_or_default();
            call.read(&key, &shown.as_bytes(), sent, now).err().map(|problem| refused(lua, &problem)).transpose()
        });
        // () → array of the invites that are wanted, as mod_invites.make takes them
        methods.add_method("specs", |lua, call, ()| {
            let Asked::New(wanted) = &call.asked else { return lua.create_table() };
            lua.create_sequence_from(wanted.iter().map(|invite| spec(lua, invite, &call.source())).collect::<Result<Vec<_>>>()?)
        });
        // () → how many there may be in the answer, creator or nil
        methods.add_method("limit", |_, call, ()| {
            Ok(match &call.asked {
                Asked::Search(search) => (search.limit, search.creator.clone()),
                Asked::Tree(limit) => (*limit, None),
                _ => (0, None),
            })
        });
        // () → token, username or nil, password or nil
        methods.add_method("account", |_, call, ()| {
            Ok(match &call.asked {
                Asked::Check(check) => (Some(check.token.clone()), None, None),
                Asked::Account(account) => (Some(account.token.clone()), account.username.clone(), Some(account.password.clone())),
                _ => (None, None, None),
            })
        });
        // (code, words or nil, seconds after which another try makes sense or nil, field or nil) → answer
        methods.add_method("refused", |lua, call, (code, words, pause, field): (String, Option<String>, Option<f64>, Option<String>)| {
            let problem = Problem::of(&code, words.as_deref(), call.call.endpoint.is_addressed());
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is some seconds")]
            let retry_after = pause.map(|pause| pause.ceil().max(1.0) as u64).or(problem.retry_after);
            refused(lua, &Problem { field, retry_after, ..problem })
        });
        // (body) → answer: something was created
        methods.add_method("created", |lua, call, body: LuaString| {
            let answer = answered(lua, 201, &body.as_bytes())?;
            if !call.is_many() {
                answer.raw_get::<Table>("headers")?.raw_set("location", location(&body.as_bytes()))?;
            }
            Ok(answer)
        });
        // (body) → answer
        methods.add_method("done", |lua, _, body: LuaString| answered(lua, 200, &body.as_bytes()));
    }
}

/// The address of a new invite, relative to that of its creation.
fn location(body: &[u8]) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Named {
        id: String,
    }
    serde_json::from_slice::<Named>(body).ok().map(|named| format!("invites/{}", named.id))
}

/// The functions for it.
pub(super) fn functions(lua: &Lua) -> Result<Table> {
    let table = lua.create_table()?;
    // (method, path below ours, query or nil, header Accept or nil) → call; or nil, answer
    add(lua, &table, "route", |lua, (method, path, query, accept): (String, LuaString, Option<LuaString>, Option<LuaString>)| {
        give(lua, || {
            let bytes = |text: Option<LuaString>| text.map(|text| text.as_bytes().to_vec());
            let routed = route(&method, &path.as_bytes(), &bytes(query).unwrap_or_default(), bytes(accept).as_deref());
            Ok(match routed {
                Ok(Routed::Call(call)) => {
                    let call = CallHandle { call, asked: Asked::Nothing, once: None, key: String::new() };
                    (Some(lua.create_userdata(call)?), None)
                }
                Ok(Routed::Methods(allow)) => {
                    let answer = lua.create_table_from([("status_code", 204)])?;
                    answer.raw_set("headers", lua.create_table_from([("allow", allow)])?)?;
                    (None, Some(answer))
                }
                Err(problem) => (None, Some(refused(lua, &problem)?)),
            })
        })
    })?;
    // (name, array of objects as JSON, name of a further field or nil, its value: a text, a boolean, or nil) → JSON
    add(lua, &table, "list", |_, (name, objects, more, value): (String, Vec<String>, Option<String>, Value)| {
        let value = match value {
            Value::String(text) => json!(text.to_string_lossy()).to_string(),
            Value::Boolean(truth) => truth.to_string(),
            _ => "null".to_owned(),
        };
        Ok(answer::list(&name, &objects, more.as_deref().map(|more| (more, value.as_str()))))
    })?;
    // (invite or nil, code or nil) → JSON: is its token good?
    add(lua, &table, "checked", |_, (invite, code): (Option<Table>, Option<String>)| {
        let text = |key: &str| invite.as_ref().filter(|_| code.is_none()).map_or(Ok(None), |invite| invite.raw_get::<Option<String>>(key));
        Ok(answer::body(&answer::Checked {
            valid: code.is_none(),
            kind: text("kind")?.and_then(|kind| of_word(&kind)),
            username: text("username")?,
            inviter: text("inviter")?,
            expires: match &invite {
                Some(invite) if code.is_none() => invite.raw_get("valid_until")?,
                _ => None,
            },
            code,
        }))
    })?;
    // (username, host) → JSON
    add(lua, &table, "account", |_, (username, host): (String, String)| {
        Ok(answer::body(&answer::Account { jid: format!("{username}@{host}"), username }))
    })?;
    // (app as the catalogue has it) → JSON
    add(lua, &table, "app", |_, app: Table| {
        let text = |key: &str| app.raw_get::<Value>(key).map(|text| text.as_string().map(LuaString::to_string_lossy));
        let platforms = app.raw_get::<Option<Vec<String>>>("platforms").unwrap_or_default().unwrap_or_default();
        Ok(answer::body(&answer::App {
            id: text("id")?.unwrap_or_default(),
            name: text("name")?,
            text: text("text")?,
            image: text("image")?,
            link: text("link")?,
            platforms,
        }))
    })?;
    table.raw_set("document", DOCUMENT)?;
    Ok(table)
}

fn spec(lua: &Lua, wanted: &NewInvite, source: &str) -> Result<Value> {
    let list = |list: &Vec<String>| if list.is_empty() { json!(null) } else { json!(list) };
    let spec = json(
        lua,
        &json!({
            "kind": wanted.kind(), "username": wanted.username, "inviter": wanted.inviter,
            "data": {
                "source": source, "note": wanted.note, "message": wanted.message, "rooms": list(&wanted.rooms), "roles": list(&wanted.roles),
                "groups": list(&wanted.groups), "invitee": wanted.invitee,
            },
        }),
    )?;
    let Value::Table(table) = &spec else { return Ok(spec) };
    for (name, number) in [("uses", wanted.max_uses), ("ttl", wanted.ttl)] {
        #[expect(clippy::cast_precision_loss, reason = "it is less than 2^32")]
        table.raw_set(name, number.map(|number| number.map_or(f64::INFINITY, |number| number as f64)))?;
    }
    Ok(spec)
}

fn answered(lua: &Lua, status: u16, body: &[u8]) -> Result<Table> {
    let answer = lua.create_table()?;
    answer.raw_set("status_code", status)?;
    answer.raw_set("headers", lua.create_table_from([("content_type", "application/json")])?)?;
    answer.raw_set("body", lua.create_string(body)?)?;
    Ok(answer)
}

fn refused(lua: &Lua, problem: &Problem) -> Result<Table> {
    let answer = answered(lua, problem.status, problem.body().as_bytes())?;
    let headers = answer.raw_get::<Table>("headers")?;
    headers.raw_set("content_type", "application/problem+json")?;
    headers.raw_set("allow", problem.allow.as_deref())?;
    headers.raw_set("retry_after", problem.retry_after.map(|seconds| seconds.to_string()))?;
    headers.raw_set("www_authenticate", (problem.status == 401).then_some("Bearer"))?;
    Ok(answer)
}
