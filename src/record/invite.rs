//! An invite as a line of JSON: what `list`, `show` and `export` print, and what `import` reads.

use serde::{Deserialize, Serialize};

use serde_json::Value;

use super::bounds::{kept, with_sound_texts};
use crate::invite::uri;
use crate::{Authority, CreateRequest, Invite, Kind, KindName, LegacyInvite, Limit, Refusal, State, Token, UnixTime, Username, text};

/// An invite. When it is read, a missing field is null or has the default given here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
    /// Null means never. The field may not be missing.
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct UseRecord {
    username: Option<String>,
    at: i64,
}

fn pending() -> State {
    State::Pending
}

#[expect(clippy::unnecessary_wraps, reason = "null is a number of uses, too: any")]
fn once() -> Option<i64> {
    Some(1)
}

impl InviteRecord {
    /// Bytes in the longest line that is read. No invite is larger.
    pub const LONGEST: usize = 128 * 1024;

    /// An invite of this host, as lists show it.
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
            additional_data: invite.data.clone().map(with_sound_texts),
            used_by: None,
        }
    }

    /// The record without what uses the invite: for those who may know of it, and no more.
    #[must_use]
    pub fn without_token(self) -> Self {
        Self { token: None, uri: None, landing_page: None, ..self }
    }

    /// The record with its uses.
    #[must_use]
    pub fn with_uses(self, uses: &[(Option<String>, UnixTime)]) -> Self {
        let used_by = uses.iter().map(|(username, at)| UseRecord { username: username.clone(), at: at.seconds() });
        Self { used_by: Some(used_by.collect()), ..self }
    }

    /// Parses a line of JSON, which may come from anybody. A comma may follow, as in an array with one object per line.
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

    /// The invite for an import, with the uses that are left.
    ///
    /// # Errors
    /// [`Refusal::NoToken`] and others if it can't be imported: its token is not in the record, it has ended, or its data can't be stored.
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
            Some(data @ (Value::Array(_) | Value::Object(_))) => Some(with_sound_texts(kept(data)?)),
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

#[cfg(test)]
pub(super) mod tests {
    use serde_json::json;

    use super::super::Line;
    use super::super::bounds::LARGEST;
    use super::*;

    fn user(name: &str) -> Username {
        Username::prepared(name).unwrap()
    }

    pub(in crate::record) fn invite() -> Invite {
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
}
