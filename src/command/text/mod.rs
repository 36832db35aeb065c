//! Invites as text: rows of lists, and the details of one. Nothing in them can steer a terminal.

pub mod csv;

use serde_json::Value;

use super::date;
use crate::{Card, CreateRequest, Invite, KindName, Limit, Member, State, UnixTime, Username, message, roles, rooms, terminal, text, uri};

/// The head of a list of invites.
#[must_use]
pub fn head(with_state: bool) -> String {
    columns("Token", "Expires", with_state.then_some("State"), "Description")
}

/// An invite in a list, with its state if that is wanted. Tokens that other software made may be longer than ours; half a token would be of no use.
#[must_use]
pub fn row(host: &str, invite: &Invite, state: Option<State>) -> String {
    let reference = invite.token.as_ref().map_or_else(|| invite.id.short(), |token| token.secret().to_owned());
    let state = state.map(|state| state.to_string());
    columns(&terminal::text(reference.as_bytes()), &date::time(invite.expires), state.as_deref(), &describe(host, invite))
}

/// The last column is never cut off: it says what an invite gives, and to whom.
fn columns(token: &str, expires: &str, state: Option<&str>, description: &str) -> String {
    let state = state.map(|state| format!(" | {state:<9}")).unwrap_or_default();
    format!("{token:<24} | {expires:<20}{state} | {description}")
}

/// How many invites there are of a kind in a state; or the head of such rows.
#[must_use]
pub fn count_row(kind: &str, state: &str, count: &str) -> String {
    format!("{kind:<16} | {state:<10} | {count:>12}")
}

/// What an invite is, in a few words. Power comes early, and what somebody has typed comes last.
#[must_use]
pub fn describe(host: &str, invite: &Invite) -> String {
    let (jid, inviter, data) = (uri::address(host, &invite.kind), invite.kind.inviter(), invite.data.as_ref());
    let roles = listed("role", &roles::names(data).unwrap_or_default());
    let what = match invite.kind.name() {
        KindName::Reset => format!("Password reset for {jid}"),
        KindName::Account => {
            let on = if invite.kind.bound_name().is_some() { "" } else { "on " };
            let contact = inviter.map(|inviter| format!(", and contact of {}", inviter.as_str())).unwrap_or_default();
            format!("Account {on}{jid}{roles}{contact}")
        }
        KindName::Contact => format!("Contact of {jid}{roles}"),
        KindName::ContactAccount => format!("Account, and contact of {jid}{roles}"),
    };
    let most = || invite.limit.max_uses().map_or_else(|| "any number of times".to_owned(), |most| most.to_string());
    let used = if invite.limit == Limit::ONCE { String::new() } else { format!(", used {} of {}", invite.uses, most()) };
    let creator = invite.creator.as_ref().filter(|creator| Some(*creator) != inviter);
    let creator = creator.map(|creator| format!(", by {}", creator.as_str())).unwrap_or_default();
    let groups = field(invite, "groups").and_then(Value::as_array).map(|groups| groups.iter().map(plain).collect::<Vec<_>>());
    let groups = listed("group", &groups.unwrap_or_default());
    let note = CreateRequest::note(data).filter(|note| !note.is_empty());
    let note = note.map(|note| format!(" ({})", text::clean(note.as_bytes(), CreateRequest::LONGEST_NOTE))).unwrap_or_default();
    terminal::text(format!("{what}{used}{creator}{groups}{}{}{note}", listed("room", &rooms::of(data)), Card::words(data)).as_bytes()).into_owned()
}

/// `, role a`, `, roles a, b`, or nothing.
fn listed(noun: &str, names: &[impl AsRef<str>]) -> String {
    match names {
        [] => String::new(),
        [name] => format!(", {noun} {}", name.as_ref()),
        names => format!(", {noun}s {}", names.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")),
    }
}

/// What an invite invites to, in the words of Prosody's own command where that has any.
fn heading(host: &str, invite: &Invite) -> String {
    let jid = uri::address(host, &invite.kind);
    match (invite.kind.name(), invite.kind.bound_name()) {
        (KindName::Account, Some(name)) => format!("Invitation to register on {host} with username '{}'", name.as_str()),
        (KindName::Account, None) => format!("Invitation to register on {jid}"),
        (KindName::Contact, _) => format!("Invitation to become a contact of {jid}"),
        (KindName::ContactAccount, _) => format!("Invitation to register and become a contact of {jid}"),
        (KindName::Reset, _) => format!("Password reset for {jid}"),
    }
}

/// All about an invite, line by line. Programs read this: names of rows, their order and the empty lines are those of Prosody's own command, with ours at
/// the end of each block.
#[must_use]
pub fn details(host: &str, invite: &Invite, state: State, uses: &[(Option<String>, UnixTime)]) -> Vec<String> {
    let name = |user: &Username| user.as_str().to_owned();
    let inviter = invite.kind.inviter().map(name);
    let is_contact = matches!(invite.kind.name(), KindName::Contact | KindName::ContactAccount);
    let time = |time| Some(date::time(time));
    let most = invite.limit.max_uses().map_or_else(|| "any number".to_owned(), |most| most.to_string());
    let mut lines = vec![terminal::text(heading(host, invite).as_bytes()).into_owned()];
    lines.extend(rows([
        ("Creator", invite.creator.as_ref().map(name).or_else(|| inviter.clone().filter(|_| is_contact))),
        ("Created", time(invite.created)),
        ("Expires", time(invite.expires)),
        ("Contact", inviter.filter(|_| !is_contact)),
        ("Id", Some(invite.id.short())),
        ("State", Some(state.to_string())),
        ("Uses", Some(format!("{} of {most}", invite.uses))),
    ]));
    let used_by = |(user, at): &(Option<String>, UnixTime)| Some(format!("{}, {}", user.as_deref().unwrap_or("somebody"), date::time(*at)));
    lines.extend(rows(uses.iter().map(|used| ("Used by", used_by(used)))));
    lines.push(String::new());
    lines.extend(rows([
        ("XMPP URI", invite.token.as_ref().map(|token| uri::link(host, &invite.kind, token))),
        ("Web link", invite.landing_page.as_deref().map(|page| text::plain(page).into_owned())),
    ]));
    if invite.data.is_some() {
        let roles = roles::names(invite.data.as_ref()).unwrap_or_default();
        lines.push(String::new());
        lines.extend(rows([
            ("Role", roles.first().cloned()),
            ("Secondary roles", roles.get(1..).filter(|others| !others.is_empty()).map(|others| others.join(", "))),
            ("Groups", field(invite, "groups").and_then(shown)),
            ("Rooms", Some(rooms::of(invite.data.as_ref()).join(", ")).filter(|rooms| !rooms.is_empty())),
            ("Comment", field(invite, "note").and_then(shown).map(|note| text::sound(&note).into_owned())),
            ("Message", message::of(invite.data.as_ref())),
            ("Only for", field(invite, "invitee").and_then(shown)),
            ("Source", field(invite, "source").and_then(shown)),
        ]));
    }
    lines
}

/// The rows that have a value.
fn rows<'a>(rows: impl IntoIterator<Item = (&'a str, Option<String>)>) -> impl Iterator<Item = String> {
    rows.into_iter().filter_map(|(name, value)| Some(format!("{name}:\t{}", terminal::text(value?.as_bytes()))))
}

fn field<'a>(invite: &'a Invite, key: &str) -> Option<&'a Value> {
    invite.data.as_ref()?.get(key)
}

/// A value of `additional_data`, which may be anything; of an object, its names.
fn shown(value: &Value) -> Option<String> {
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::Array(items) => Some(items.iter().map(plain).collect::<Vec<_>>().join(", ")).filter(|_| !items.is_empty()),
        Value::Object(fields) => Some(fields.keys().cloned().collect::<Vec<_>>().join(", ")).filter(|_| !fields.is_empty()),
        other => Some(plain(other)),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// An account in the tree of who invited whom, so many levels below the one that was asked for.
#[must_use]
pub fn member(member: &Member, depth: usize) -> String {
    let inviter = member.inviter.as_ref().filter(|_| depth == 0).map(|inviter| format!(", invited by {}", inviter.as_str())).unwrap_or_default();
    let left = member.left.map(|left| format!(", deleted {}", date::day(left))).unwrap_or_default();
    let line = format!("{}{}{inviter}, since {}{left}", "  ".repeat(depth), member.username.as_str(), date::day(member.joined));
    terminal::text(line.as_bytes()).into_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Authority, Kind, Token};

    fn user(name: &str) -> Username {
        Username::prepared(name).unwrap()
    }

    fn invite(kind: Kind) -> Invite {
        let token = Token::parse("abc").unwrap();
        Invite {
            id: token.id(),
            token: Some(token),
            creator: kind.owner().cloned(),
            kind,
            authority: Authority::Server,
            limit: Limit::ONCE,
            uses: 0,
            created: UnixTime::from_seconds(1_795_608_000),
            expires: UnixTime::NEVER,
            revoked: None,
            landing_page: None,
            data: None,
            credentials: None,
        }
    }

    fn of(kind: Kind, data: Value) -> Invite {
        Invite { data: Some(data), ..invite(kind) }
    }

    fn account(name: Option<&str>, inviter: Option<&str>) -> Kind {
        Kind::Account { username: name.map(user), inviter: inviter.map(user) }
    }

    #[test]
    fn an_invite_is_told_in_a_few_words() {
        let contact = || Kind::Contact { inviter: user("juliet") };
        for (invite, expected) in [
            (invite(account(None, None)), "Account on h"),
            (invite(account(Some("romeo"), Some("juliet"))), "Account romeo@h, and contact of juliet"),
            (Invite { creator: Some(user("nurse")), ..invite(contact()) }, "Contact of juliet@h, by nurse"),
            (invite(contact()), "Contact of juliet@h"),
            (invite(Kind::ContactAccount { inviter: user("juliet") }), "Account, and contact of juliet@h"),
            (invite(Kind::Reset { username: user("romeo") }), "Password reset for romeo@h"),
            (of(account(None, None), json!({ "roles": ["b", "a"], "groups": ["x", 1] })), "Account on h, roles b, a, groups x, 1"),
            (of(account(None, None), json!({ "roles": { "z": true, "prosody:admin": true, "n": false } })), "Account on h, roles prosody:admin, z"),
            (of(account(None, None), json!({ "roles": [1], "groups": "x", "note": "for\nyou \u{1b}" })), "Account on h (for you \u{fffd})"),
            (of(account(None, None), json!({ "note": "x", "sheet": { "id": "x", "number": 3, "of": 10 } })), "Account on h, card 3 of 10 (x)"),
            (Invite { limit: Limit::from_max_uses(Some(3)).unwrap(), uses: 1, ..invite(account(None, None)) }, "Account on h, used 1 of 3"),
            (Invite { limit: Limit::UNTIL_EXPIRY, ..invite(account(None, None)) }, "Account on h, used 0 of any number of times"),
        ] {
            assert_eq!(describe("h", &invite), expected);
        }
    }

    #[test]
    fn rows_stand_below_their_heads() {
        assert_eq!(head(false), "Token                    | Expires              | Description");
        assert_eq!(head(true), "Token                    | Expires              | State     | Description");
        let invite = Invite { expires: UnixTime::from_seconds(1_795_608_000), ..invite(account(None, None)) };
        assert_eq!(row("h", &invite, None), "abc                      | 2026-11-25T12:00:00Z | Account on h");
        let unknown = Invite { token: None, expires: UnixTime::NEVER, ..invite };
        assert_eq!(row("h", &unknown, Some(State::Pending)), "ba7816bf8f01             | never                | pending   | Account on h");
        assert_eq!(count_row("Kind", "State", "Count"), "Kind             | State      |        Count");
        assert_eq!(count_row("account", "pending", "7"), "account          | pending    |            7");
    }

    #[test]
    fn details_are_those_of_prosodys_own_command_and_more() {
        let data = json!({ "roles": ["a", "b", "c"], "groups": { "x": true, "y": true }, "note": "for\nRomeo", "source": "api" });
        let invite = Invite { landing_page: Some("https://h/".into()), ..of(account(Some("romeo"), Some("juliet")), data) };
        let uses = [(Some("juliet".to_owned()), UnixTime::from_seconds(1_795_608_000)), (None, UnixTime::from_seconds(1_795_608_001))];
        assert_eq!(
            details("h", &invite, State::Redeemed, &uses),
            [
                "Invitation to register on h with username 'romeo'",
                "Created:\t2026-11-25T12:00:00Z",
                "Expires:\tnever",
                "Contact:\tjuliet",
                "Id:\tba7816bf8f01",
                "State:\tredeemed",
                "Uses:\t0 of 1",
                "Used by:\tjuliet, 2026-11-25T12:00:00Z",
                "Used by:\tsomebody, 2026-11-25T12:00:01Z",
                "",
                "XMPP URI:\txmpp:romeo@h?register;preauth=abc",
                "Web link:\thttps://h/",
                "",
                "Role:\ta",
                "Secondary roles:\tb, c",
                "Groups:\tx, y",
                "Comment:\tfor?Romeo",
                "Source:\tapi",
            ]
        );
    }

    #[test]
    fn details_have_the_message_and_for_whom_an_invite_is() {
        let data = json!({ "message": "Hi\nRomeo\u{1b}", "invitee": "romeo@net" });
        let lines = details("h", &of(Kind::Contact { inviter: user("juliet") }, data), State::Pending, &[]);
        assert_eq!(lines.last_chunk(), Some(&["Message:\tHi?Romeo".to_owned(), "Only for:\tromeo@net".to_owned()]));
    }

    #[test]
    fn details_leave_out_what_there_is_not() {
        let lines = |kind| details("h", &invite(kind), State::Pending, &[]);
        assert_eq!(lines(account(None, None)).len(), 8);
        assert_eq!(
            lines(Kind::Contact { inviter: user("juliet") }).get(..2).unwrap(),
            ["Invitation to become a contact of juliet@h", "Creator:\tjuliet"]
        );
        assert_eq!(lines(Kind::ContactAccount { inviter: user("juliet") })[0], "Invitation to register and become a contact of juliet@h");
        assert_eq!(lines(Kind::Reset { username: user("juliet") })[0], "Password reset for juliet@h");
        let odd = of(account(None, None), json!({ "groups": [], "note": false, "source": 5 }));
        assert_eq!(details("h", &odd, State::Pending, &[]).last().unwrap(), "Source:\t5");
    }

    #[test]
    fn an_account_stands_below_its_inviter() {
        let id = crate::NodeId([0; 16]);
        let known = Member { id, username: user("romeo"), inviter: Some(user("juliet")), joined: UnixTime::from_seconds(86_400), left: None };
        assert_eq!(member(&known, 0), "romeo, invited by juliet, since 1970-01-02");
        let gone = Member { left: Some(UnixTime::from_seconds(172_800)), ..known };
        assert_eq!(member(&gone, 2), "    romeo, since 1970-01-02, deleted 1970-01-03");
    }

    #[test]
    fn csv_quotes_what_holds_a_comma() {
        assert_eq!(csv::line("h", &invite(account(None, None))), "ba7816bf8f01,xmpp:h?register;preauth=abc,xmpp:h?register;preauth=abc,never");
        let page = Invite { landing_page: Some("https://h/?a,\"b\"".into()), ..invite(account(None, None)) };
        assert_eq!(csv::line("h", &page), "ba7816bf8f01,\"https://h/?a,\"\"b\"\"\",xmpp:h?register;preauth=abc,never");
    }
}
