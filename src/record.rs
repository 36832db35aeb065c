//! Invites as data: what commands with `--json` print, and what an import reads back (README, "JSON").
//!
//! The order of the fields here is the order in the text. Names are promised to those who read it, so they may differ from ours.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::invite::KindName;
use crate::{Authority, CreateRequest, Invite, Kind, LegacyInvite, Limit, Member, Refusal, State, Token, UnixTime, Username, terminal, text, uri};

/// How deep lists and objects in `additional_data` may be nested; what goes deeper is a cycle or an attack.
pub(crate) const DEEPEST: usize = 16;
/// How large `additional_data` may be, in bytes of JSON.
pub(crate) const LARGEST: usize = 64 * 1024;
/// For how many bytes each value in it counts, besides its text: a list of thousands of the smallest takes longer to read than a text.
pub(crate) const LEAST: usize = 17;

/// Something that is one line of JSON.
pub trait Line: Serialize {
    /// The line. Terminals show it, so characters that could steer one are written as `\uXXXX`.
    ///
    /// # Errors
    /// That of the encoder; there is no value of ours for which it fails.
    fn line(&self) -> serde_json::Result<String> {
        Ok(terminal::json(&serde_json::to_vec(self)?).into_owned())
    }
}

impl Line for InviteRecord {}
impl Line for CreatedRecord {}
impl Line for MemberRecord<'_> {}
impl Line for CountRecord {}

/// An invite. A field that is missing in what is read is null, or what stands beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InviteRecord {
    #[serde(default)]
    id: String,
    token: Option<String>,
    kind: KindName,
    #[serde(default = "pending")]
    state: State,
    username: Option<String>,
    inviter: Option<String>,
    #[serde(rename = "maker")]
    creator: Option<String>,
    #[serde(rename = "own_right", default)]
    by_user: bool,
    #[serde(default)]
    uses: i64,
    #[serde(default = "once")]
    max_uses: Option<i64>,
    created_at: Option<i64>,
    /// Null is never; it may not be missing.
    #[serde(deserialize_with = "Option::deserialize")]
    expires: Option<i64>,
    #[serde(default, skip_deserializing)]
    uri: Option<String>,
    landing_page: Option<String>,
    additional_data: Option<Value>,
    #[serde(default, skip_deserializing)]
    used_by: Option<Vec<UseRecord>>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct UseRecord {
    username: Option<String>,
    at: i64,
}

/// An invite as the HTTP API answers with it (README, "Over HTTP"). What there is not is left out.
#[derive(Debug, Serialize)]
pub struct CreatedRecord {
    id: String,
    url: Option<String>,
    uri: Option<String>,
    jid: String,
    created_at: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    landing_page: Option<String>,
}

/// An account in the tree of who invited whom.
#[derive(Debug, Serialize)]
pub struct MemberRecord<'a> {
    depth: u32,
    username: &'a str,
    inviter: Option<&'a str>,
    joined_at: i64,
    left_at: Option<i64>,
}

/// How many invites there are of a kind in a state.
#[derive(Debug, Serialize)]
pub struct CountRecord {
    /// The kind.
    pub kind: KindName,
    /// The state.
    pub state: State,
    /// How many.
    pub count: u64,
}

fn pending() -> State {
    State::Pending
}

#[expect(clippy::unnecessary_wraps, reason = "null is a number of uses, too: any")]
fn once() -> Option<i64> {
    Some(1)
}

impl InviteRecord {
    /// Bytes of the longest line that is read. No invite is larger.
    pub const LONGEST: usize = 128 * 1024;

    /// An invite of this host, as it stands in lists.
    #[must_use]
    pub fn of(host: &str, invite: &Invite, state: State) -> Self {
        let name = |username: Option<&Username>| username.map(|username| username.as_str().to_owned());
        Self {
            id: invite.id.short(),
            token: invite.token.as_ref().map(|token| token.secret().to_owned()),
            kind: invite.kind.name(),
            state,
            username: name(invite.kind.bound_name()),
            inviter: name(invite.kind.inviter()),
            creator: name(invite.creator.as_ref()),
            by_user: invite.authority == Authority::User,
            uses: invite.uses,
            max_uses: invite.limit.max_uses(),
            created_at: Some(invite.created.seconds()),
            expires: invite.expires.unless_never().map(UnixTime::seconds),
            uri: invite.token.as_ref().map(|token| uri::link(host, &invite.kind, token)),
            landing_page: invite.landing_page.as_deref().map(|page| text::plain(page).into_owned()),
            additional_data: invite.data.clone().map(with_sound_note),
            used_by: None,
        }
    }

    /// The same that also says who has used it, and when.
    #[must_use]
    pub fn with_uses(self, uses: &[(Option<String>, UnixTime)]) -> Self {
        let used_by = uses.iter().map(|(username, at)| UseRecord { username: username.clone(), at: at.seconds() });
        Self { used_by: Some(used_by.collect()), ..self }
    }

    /// The invite in a line of JSON, which may come from anybody. A comma may follow, as in an array with one object a line.
    ///
    /// # Errors
    /// [`Refusal::DataInvalid`].
    pub fn parse(line: &[u8]) -> Result<Self, Refusal> {
        if line.len() > Self::LONGEST {
            return Err(Refusal::DataInvalid("more than 128 KiB".into()));
        }
        let line = line.trim_ascii();
        serde_json::from_slice(line.strip_suffix(b",").unwrap_or(line)).map_err(|error| Refusal::DataInvalid(format!("no invite in JSON: {error}")))
    }

    /// The invite for an import: with the uses that are left.
    ///
    /// # Errors
    /// [`Refusal::NoToken`] and others for what can't be imported: invites that are over or whose token is not in the record, and data that we don't keep.
    pub fn into_legacy(self) -> Result<LegacyInvite, Refusal> {
        if !matches!(self.state, State::Pending | State::Claimed) {
            return Err(Refusal::DataInvalid("the invite is over".into()));
        }
        let token = Token::parse(&self.token.ok_or(Refusal::NoToken)?)?;
        let name = |name: Option<String>| name.map(|name| Username::prepared(&name)).transpose();
        let kind = Kind::from_parts(self.kind, name(self.username)?, name(self.inviter)?)
            .ok_or_else(|| Refusal::DataInvalid("a kind of invite with other users than it has".into()))?;
        let creator = name(self.creator)?.or_else(|| kind.owner().cloned());
        let limit = Limit::from_max_uses(self.max_uses.map(|most| most.saturating_sub(self.uses)))?;
        let data = match self.additional_data {
            Some(data @ (Value::Array(_) | Value::Object(_))) => Some(with_sound_note(kept(data)?)),
            _ => None,
        };
        let request = CreateRequest { data, ..CreateRequest::of(kind) }.agreed()?;
        let expires = self.expires.map_or(UnixTime::NEVER, UnixTime::from_seconds);
        Ok(LegacyInvite {
            token,
            kind: request.kind,
            creator,
            authority: if self.by_user { Authority::User } else { Authority::Server },
            limit,
            created: self.created_at.map_or(expires, UnixTime::from_seconds),
            expires,
            landing_page: self.landing_page.filter(|page| page.chars().all(text::is_plain)),
            data: request.data,
        })
    }
}

impl CreatedRecord {
    /// An invite of this host that was just made.
    #[must_use]
    pub fn of(host: &str, invite: &Invite) -> Self {
        let uri = invite.token.as_ref().map(|token| uri::link(host, &invite.kind, token));
        let landing_page = invite.landing_page.as_deref().map(|page| text::plain(page).into_owned());
        Self {
            id: invite.id.short(),
            url: landing_page.clone().or_else(|| uri.clone()),
            uri,
            jid: uri::address(host, &invite.kind),
            created_at: invite.created.seconds(),
            expires: invite.expires.unless_never().map(UnixTime::seconds),
            landing_page,
        }
    }
}

/// The objects of a JSON array that is read whole, each as a line.
///
/// # Errors
/// What is wrong with the text, in words.
pub fn lines(text: &[u8]) -> Result<Vec<String>, String> {
    if text.len() > InviteRecord::LONGEST {
        return Err("too large to be read in one go: put one object in a line, as export does".into());
    }
    let items: Vec<Value> = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    Ok(items.iter().map(Value::to_string).collect())
}

impl<'a> MemberRecord<'a> {
    /// The account, so many levels below the one that was asked for.
    #[must_use]
    pub fn of(member: &'a Member, depth: u32) -> Self {
        Self {
            depth,
            username: member.username.as_str(),
            inviter: member.inviter.as_ref().map(Username::as_str),
            joined_at: member.joined.seconds(),
            left_at: member.left.map(UnixTime::seconds),
        }
    }
}

/// The same data with a note that can be shown: rows of older versions and files may hold anything.
pub(crate) fn with_sound_note(mut data: Value) -> Value {
    if let Some(Value::String(note)) = data.get_mut("note") {
        *note = text::sound(note).into_owned();
    }
    data
}

/// `additional_data` with the bounds of what modules hand over, and without null, which Lua can't keep.
fn kept(data: Value) -> Result<Value, Refusal> {
    let data = within(data, 0, &mut 0)?;
    spend(&mut 0, data.to_string().len())?;
    Ok(data)
}

fn within(value: Value, depth: usize, size: &mut usize) -> Result<Value, Refusal> {
    spend(size, LEAST)?;
    match value {
        Value::Array(_) | Value::Object(_) if depth == DEEPEST => Err(Refusal::DataInvalid("lists within lists without end".into())),
        Value::Array(items) => items.into_iter().map(|item| within(item, depth + 1, size)).collect::<Result<_, _>>().map(Value::Array),
        Value::Object(fields) => {
            let mut object = Map::new();
            for (name, field) in fields.into_iter().filter(|(_, field)| !field.is_null()) {
                spend(size, name.len())?;
                object.insert(name, within(field, depth + 1, size)?);
            }
            Ok(Value::Object(object))
        }
        Value::Null => Err(Refusal::DataInvalid("a list with null in it".into())),
        Value::String(text) => {
            spend(size, text.len())?;
            Ok(Value::String(text))
        }
        other => Ok(other),
    }
}

fn spend(size: &mut usize, bytes: usize) -> Result<(), Refusal> {
    *size = size.saturating_add(bytes);
    if *size > LARGEST { Err(Refusal::DataInvalid("more than 64 KiB".into())) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn user(name: &str) -> Username {
        Username::prepared(name).unwrap()
    }

    fn invite() -> Invite {
        let token = Token::parse("abc").unwrap();
        Invite {
            id: token.id(),
            token: Some(token),
            kind: Kind::Account { username: Some(user("tybalt")), inviter: Some(user("juliet")) },
            creator: Some(user("juliet")),
            authority: Authority::User,
            limit: Limit::from_max_uses(Some(3)).unwrap(),
            uses: 1,
            created: UnixTime::from_seconds(1000),
            expires: UnixTime::NEVER,
            revoked: None,
            landing_page: Some("https://example.com/#abc".into()),
            data: Some(json!({ "note": "a\u{1b}\u{202e}\"", "groups": ["a"], "b": 1.5 })),
            credentials: None,
        }
    }

    #[test]
    fn fields_have_their_names_and_their_order() {
        let line = InviteRecord::of("example.com", &invite(), State::Claimed).with_uses(&[(None, UnixTime::from_seconds(5))]).line().unwrap();
        assert_eq!(
            line,
            concat!(
                r#"{"id":"ba7816bf8f01","token":"abc","kind":"account","state":"claimed","username":"tybalt","inviter":"juliet","maker":"juliet","#,
                r#""own_right":true,"uses":1,"max_uses":3,"created_at":1000,"expires":null,"uri":"xmpp:tybalt@example.com?register;preauth=abc","#,
                r#""landing_page":"https://example.com/#abc","additional_data":{"b":1.5,"groups":["a"],"note":"a"#,
                "\u{fffd}\\u202e",
                r#"\""},"used_by":[{"username":null,"at":5}]}"#
            )
        );
    }

    #[test]
    fn what_the_http_api_answers_leaves_out_what_there_is_not() {
        let made = Invite { landing_page: None, expires: UnixTime::from_seconds(9), ..invite() };
        assert_eq!(
            CreatedRecord::of("example.com", &made).line().unwrap(),
            concat!(
                r#"{"id":"ba7816bf8f01","url":"xmpp:tybalt@example.com?register;preauth=abc","uri":"xmpp:tybalt@example.com?register;preauth=abc","#,
                r#""jid":"tybalt@example.com","created_at":1000,"expires":9}"#
            )
        );
        let line = CreatedRecord::of("example.com", &invite()).line().unwrap();
        assert!(
            line.contains(r#""url":"https://example.com/#abc""#) && line.ends_with(r#""created_at":1000,"landing_page":"https://example.com/#abc"}"#)
        );
    }

    #[test]
    fn what_was_written_is_read_back() {
        let line = InviteRecord::of("example.com", &invite(), State::Pending).line().unwrap() + ",\n";
        let read = InviteRecord::parse(line.as_bytes()).unwrap().into_legacy().unwrap();
        let invite = invite();
        assert_eq!((read.token, read.kind, read.creator, read.authority), (invite.token.unwrap(), invite.kind, invite.creator, invite.authority));
        assert_eq!((read.limit.max_uses(), read.created, read.expires), (Some(2), invite.created, invite.expires));
        assert_eq!((read.landing_page, read.data), (invite.landing_page, Some(json!({ "note": "a\u{fffd}\u{202e}\"", "groups": ["a"], "b": 1.5 }))));
    }

    fn import(record: &Value) -> Result<LegacyInvite, Refusal> {
        InviteRecord::parse(record.to_string().as_bytes()).and_then(InviteRecord::into_legacy)
    }

    #[test]
    fn what_is_missing_is_null_or_usual() {
        let read = import(&json!({ "token": "abc", "kind": "account", "expires": 7 })).unwrap();
        assert_eq!((read.limit.max_uses(), read.created, read.authority), (Some(1), read.expires, Authority::Server));
        assert_eq!(import(&json!({ "token": "abc", "kind": "account", "expires": 7, "max_uses": null })).unwrap().limit.max_uses(), None);
        let contact = import(&json!({ "token": "abc", "kind": "contact", "inviter": "romeo", "expires": null })).unwrap();
        assert_eq!((contact.creator, contact.expires), (Some(user("romeo")), UnixTime::NEVER));
        let reset = json!({ "token": "abc", "kind": "reset", "username": "romeo", "expires": 7, "additional_data": { "allow_reset": "romeo" } });
        assert_eq!(import(&reset).unwrap().kind, Kind::Reset { username: user("romeo") });
        let data = json!({ "token": "abc", "kind": "account", "expires": 7, "additional_data": { "a": null, "b": { "c": null } }, "new": [] });
        assert_eq!(import(&data).unwrap().data, Some(json!({ "b": {} })));
    }

    #[test]
    fn what_is_no_invite_is_refused() {
        let with = |field: &str, value: Value| {
            let mut record = json!({ "token": "abc", "kind": "account", "expires": 7 });
            if let Some(fields) = record.as_object_mut() {
                fields.insert(field.into(), value);
            }
            record
        };
        let deep = (0..40).fold(json!([]), |inner, _| json!([inner]));
        for bad in [
            json!([]),
            json!({ "token": "abc", "kind": "account" }),
            json!({ "kind": "account", "expires": 7 }),
            with("token", json!("a b")),
            with("kind", json!("party")),
            with("kind", json!("contact")),
            with("state", json!("revoked")),
            with("state", json!("odd")),
            with("uses", json!(1)),
            with("max_uses", json!(0)),
            with("expires", json!("soon")),
            with("username", json!("a@b")),
            with("additional_data", json!({ "x": deep })),
            with("additional_data", json!({ "x": [null] })),
            with("additional_data", json!({ "x": "x".repeat(LARGEST) })),
            with("additional_data", json!({ "x": vec![1; 5000] })),
        ] {
            assert!(import(&bad).is_err(), "{bad:.80}");
        }
        for bad in
            ["", "{", "\u{0}", "{\"token\":\"a\",\"token\":\"a\",\"kind\":\"account\",\"expires\":1}", &"[".repeat(100_000), &" ".repeat(1 << 20)]
        {
            assert!(InviteRecord::parse(bad.as_bytes()).is_err(), "{bad:.20}");
        }
    }

    #[test]
    fn an_array_is_read_whole_as_lines() {
        assert_eq!(lines(b"[ {\"b\": 1,\n\"a\": 2}, 3 ]").unwrap(), ["{\"a\":2,\"b\":1}", "3"]);
        assert!(lines(b"{}").is_err() && lines(b"").is_err() && lines(&b" ".repeat(1 << 20)).is_err());
        assert!(lines("[".repeat(100_000).as_bytes()).is_err());
    }
}
