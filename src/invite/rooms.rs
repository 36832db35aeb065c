//! The rooms that an invite leads to (XEP-0045): `additional_data.rooms`, and those that the configuration gives.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{Invite, Refusal, Username, text};

/// The most rooms of an invite.
const MOST: usize = 10;
/// Bytes in the longest hostname (RFC 7622 §3.2).
const LONGEST_HOST: usize = 1023;

/// The rooms in `additional_data`, as bare JIDs. What other modules may keep under that name are no rooms.
#[must_use]
pub fn of(data: Option<&Value>) -> Vec<&str> {
    let list = data.and_then(|data| data.get("rooms")).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).filter(|jid| is_room(jid)).take(MOST).collect()
}

/// Checks the rooms of a new invite, and leaves each once.
///
/// # Errors
/// [`Refusal::DataInvalid`] if these are no rooms, or too many.
pub(super) fn fold(data: &mut Value) -> Result<(), Refusal> {
    let list = match data.get_mut("rooms") {
        None => return Ok(()),
        Some(Value::Array(list)) => list,
        Some(Value::Object(fields)) if fields.is_empty() => &mut Vec::new(), // Lua's empty table
        Some(_) => return Err(Refusal::DataInvalid("rooms is not a list".into())),
    };
    let mut known = BTreeSet::new();
    for room in &*list {
        let jid = room.as_str().filter(|jid| is_room(jid)).ok_or_else(|| Refusal::DataInvalid("rooms has something that is no room".into()))?;
        known.insert(jid.to_owned());
    }
    if known.len() > MOST {
        return Err(Refusal::DataInvalid(format!("an invite has at most {MOST} rooms")));
    }
    list.retain(|room| room.as_str().is_some_and(|jid| known.remove(jid)));
    if list.is_empty() {
        data.as_object_mut().and_then(|fields| fields.remove("rooms"));
    }
    Ok(())
}

/// Whether this is the bare JID of a room, as Prosody prepares it (`util.jid.prep`): a local part and a host.
fn is_room(jid: &str) -> bool {
    let forbidden = |c: char| !text::is_plain(c) || c.is_whitespace() || c.is_ascii_uppercase() || matches!(c, '/' | '@');
    jid.split_once('@')
        .is_some_and(|(node, host)| Username::prepared(node).is_ok() && !host.is_empty() && host.len() <= LONGEST_HOST && !host.contains(forbidden))
}

/// The rooms that the configuration gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfiguredRooms {
    /// For every new account (`invites_default_rooms`).
    pub default: Vec<String>,
    /// For the accounts of a group (`invites_group_rooms`).
    pub of_groups: BTreeMap<String, Vec<String>>,
}

impl ConfiguredRooms {
    /// The rooms of somebody who uses this invite, each once, with the user on whose authority they are given: none for the server's. `registers`:
    /// an account is created.
    #[must_use]
    pub fn with<'a>(&'a self, invite: &'a Invite, registers: bool) -> Vec<(&'a str, Option<&'a Username>)> {
        let groups = invite.data.as_ref().and_then(|data| data.get("groups")).and_then(Value::as_array);
        let groups = groups.into_iter().flatten().filter_map(Value::as_str).filter_map(|group| self.of_groups.get(group)).flatten();
        let configured = groups.chain(&self.default).filter(|_| registers && invite.kind.allows_registration()).map(String::as_str);
        let mut rooms: Vec<_> =
            configured.map(|room| (room, None)).chain(of(invite.data.as_ref()).into_iter().map(|room| (room, invite.authoriser()))).collect();
        let mut known = BTreeSet::new();
        rooms.retain(|(room, _)| known.insert(*room));
        rooms
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Authority, CreateRequest, Kind, Limit, Token, UnixTime};

    #[test]
    fn each_room_is_there_once_and_others_are_refused() {
        let mut data = json!({ "rooms": ["garden@rooms.example", "öl@r", "garden@rooms.example"], "x": 1 });
        assert_eq!(fold(&mut data), Ok(()));
        assert_eq!(data, json!({ "rooms": ["garden@rooms.example", "öl@r"], "x": 1 }));
        assert_eq!(of(Some(&data)), ["garden@rooms.example", "öl@r"]);
        for none in [json!([]), json!({})] {
            let mut data = json!({ "rooms": none });
            assert_eq!((fold(&mut data), data), (Ok(()), json!({})));
        }
        let many: Vec<_> = (0..=MOST).map(|number| format!("{number}@r")).collect();
        for odd in [
            json!("garden@r"),
            json!([1]),
            json!(["r"]),
            json!(["@r"]),
            json!(["garden@"]),
            json!(["Garden@r"]),
            json!(["garden@R"]),
            json!(["garden@r/nick"]),
            json!(["a@b@c"]),
            json!(["a b@c"]),
            json!(["a@b\u{1b}"]),
            json!(["a@b c"]),
            json!(many),
        ] {
            let mut data = json!({ "rooms": odd });
            assert!(matches!(fold(&mut data), Err(Refusal::DataInvalid(_))), "{odd}");
        }
        assert_eq!(of(Some(&json!({ "rooms": ["x", 1, "a@b"] }))), ["a@b"]);
        assert!(of(None).is_empty() && of(Some(&json!([1]))).is_empty());
        assert_eq!(fold(&mut json!([1])), Ok(()));
    }

    #[test]
    fn rooms_of_the_configuration_are_the_servers_and_for_new_accounts() {
        let user = |name: &str| Username::prepared(name).unwrap();
        let rooms = ConfiguredRooms { default: vec!["hall@r".into()], of_groups: BTreeMap::from([("family".into(), vec!["garden@r".into()])]) };
        let invite = |kind: Kind, authority| {
            let request = CreateRequest::of(kind);
            let token = Token::parse("abc").unwrap();
            Invite {
                id: token.id(),
                token: None,
                kind: request.kind,
                creator: Some(user("juliet")),
                authority,
                limit: Limit::ONCE,
                uses: 0,
                created: UnixTime::default(),
                expires: UnixTime::NEVER,
                revoked: None,
                landing_page: None,
                data: Some(json!({ "groups": ["family", "other", 1], "rooms": ["attic@r", "hall@r"] })),
                credentials: None,
            }
        };
        let contact = || Kind::ContactAccount { inviter: user("juliet") };
        let juliet = user("juliet");
        let given = invite(contact(), Authority::User);
        assert_eq!(rooms.with(&given, true), [("garden@r", None), ("hall@r", None), ("attic@r", Some(&juliet))]);
        assert_eq!(rooms.with(&given, false), [("attic@r", Some(&juliet)), ("hall@r", Some(&juliet))]);
        assert_eq!(rooms.with(&invite(contact(), Authority::Server), false), [("attic@r", None), ("hall@r", None)]);
        assert_eq!(rooms.with(&invite(Kind::Contact { inviter: user("juliet") }, Authority::Server), true).len(), 2);
        assert!(rooms.with(&Invite { data: None, ..given }, false).is_empty());
    }
}
