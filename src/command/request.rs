//! What a command was asked for: its arguments and flags by name, and the invite that it makes.

use std::collections::BTreeMap;

use super::{Command, Flag, Value};
use crate::KindName;

/// A command with its arguments and flags.
#[derive(Clone, Debug)]
pub struct Request {
    /// The command.
    pub command: &'static Command,
    /// The prepared host for which it works.
    pub host: String,
    /// The prepared username of the first argument, if that is a JID.
    pub username: Option<String>,
    values: BTreeMap<&'static str, Value>,
}

impl PartialEq for Request {
    fn eq(&self, other: &Self) -> bool {
        self.command.name == other.command.name && self.host == other.host && self.username == other.username && self.values == other.values
    }
}

/// The invite that a command makes, as `mod_invites.make` takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// Its kind.
    pub kind: KindName,
    /// The account that it is bound to.
    pub username: Option<Vec<u8>>,
    /// The user who becomes a contact.
    pub inviter: Option<Vec<u8>>,
    /// The roles that it gives, the primary one first.
    pub roles: Vec<Vec<u8>>,
}

/// Roles that may do anything.
const POWER: [&[u8]; 2] = [b"prosody:admin", b"prosody:operator"];

impl Request {
    pub(super) fn of(command: &'static Command) -> Self {
        Self { command, host: String::new(), username: None, values: BTreeMap::new() }
    }

    pub(super) fn set(&mut self, key: &'static str, value: Value) {
        self.values.insert(key, value);
    }

    pub(super) fn set_flag(&mut self, flag: &Flag, value: Value) {
        match (flag.is_repeated, value, self.values.get_mut(flag.name)) {
            (true, Value::Text(text), Some(Value::Many(many))) => many.push(text),
            (true, Value::Text(text), _) => self.set(flag.name, Value::Many(vec![text])),
            (_, value, _) => self.set(flag.name, value),
        }
    }

    /// The value of an argument or a flag.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.values.get(key)
    }

    /// Whether an argument or a flag was given.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.values.contains_key(key)
    }

    /// All arguments and flags that were given, by name.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.values.iter().map(|(key, value)| (*key, value))
    }

    fn text(&self, key: &str) -> Option<Vec<u8>> {
        self.get(key).and_then(|value| if let Value::Text(text) = value { Some(text.clone()) } else { None })
    }

    fn many(&self, key: &str) -> &[Vec<u8>] {
        if let Some(Value::Many(many)) = self.get(key) { many } else { &[] }
    }

    /// The invite that the command makes, if it makes one.
    #[must_use]
    pub fn spec(&self) -> Option<Spec> {
        let named = || self.username.clone().map(String::into_bytes);
        let roles = self.many("role").to_vec();
        let account = Spec { kind: KindName::Account, username: None, inviter: self.text("contact"), roles };
        Some(match self.command.name {
            "create_account" => Spec { username: named(), ..account },
            "create_reset" => Spec { kind: KindName::Reset, username: named(), ..account },
            "create_contact" if self.has("allow_registration") => Spec { kind: KindName::ContactAccount, inviter: named(), ..account },
            "create_contact" => Spec { kind: KindName::Contact, inviter: named(), ..account },
            "generate" if self.has("reset") => Spec { kind: KindName::Reset, username: self.text("reset"), ..account },
            "generate" => Spec { roles: self.many("role").last().cloned().into_iter().collect(), ..account },
            "bulk" | "sheet" => account,
            _ => return None,
        })
    }

    /// A warning for each role that lets many people do anything.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        let number = |key| if let Some(Value::Number(number)) = self.get(key) { *number } else { 1 };
        let many = match (self.get("uses"), number("number").saturating_mul(number("uses"))) {
            (Some(Value::Endless), _) => "Any number of people".to_owned(),
            (_, 1) => return Vec::new(),
            (_, accounts) => format!("Up to {accounts} people"),
        };
        let roles = self.spec().map(|spec| spec.roles).unwrap_or_default().into_iter().filter(|role| POWER.contains(&role.as_slice()));
        let warn = |role: &[u8]| {
            let role = String::from_utf8_lossy(role);
            format!("Warning: {many} will have the role {role}. If that is not what you want, revoke what this creates.")
        };
        roles.map(|role| warn(&role)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::invites;

    fn request(name: &str, values: &[(&'static str, Value)]) -> Request {
        let command = invites::SECTION.command(name.as_bytes()).unwrap();
        let values = values.iter().cloned().collect();
        Request { command, host: "h".to_owned(), username: Some("romeo".to_owned()), values }
    }

    fn many(words: &[&str]) -> Value {
        Value::Many(words.iter().map(|word| word.as_bytes().to_vec()).collect())
    }

    #[test]
    fn each_command_makes_its_invite() {
        let romeo = || Some(b"romeo".to_vec());
        let text = |text: &str| Value::Text(text.as_bytes().to_vec());
        let roles = || ("role", many(&["a", "b"]));
        for (name, values, expected) in [
            ("create_account", vec![roles(), ("contact", text("juliet"))], (KindName::Account, romeo(), Some(b"juliet".to_vec()), 2)),
            ("create_reset", vec![], (KindName::Reset, romeo(), None, 0)),
            ("create_contact", vec![], (KindName::Contact, None, romeo(), 0)),
            ("create_contact", vec![("allow_registration", Value::Given)], (KindName::ContactAccount, None, romeo(), 0)),
            ("generate", vec![("reset", text("romeo"))], (KindName::Reset, romeo(), None, 0)),
            ("generate", vec![roles()], (KindName::Account, None, None, 1)),
            ("bulk", vec![roles()], (KindName::Account, None, None, 2)),
        ] {
            let spec = request(name, &values).spec().unwrap();
            assert_eq!((spec.kind, spec.username, spec.inviter, spec.roles.len()), expected, "{name}");
        }
        assert_eq!(request("generate", &[roles()]).spec().unwrap().roles, [b"b".to_vec()]);
        assert_eq!(request("list", &[]).spec(), None);
    }

    #[test]
    fn power_for_many_is_worth_a_warning() {
        let admin = || ("role", many(&["x", "prosody:admin"]));
        let number = |key, number| (key, Value::Number(number));
        for (name, values, expected) in [
            ("create_account", vec![admin()], None),
            ("create_account", vec![admin(), number("uses", 30)], Some("Up to 30 people")),
            ("create_account", vec![number("uses", 30)], None),
            ("bulk", vec![admin(), number("number", 3), number("uses", 2)], Some("Up to 6 people")),
            ("bulk", vec![admin(), number("number", 3), ("uses", Value::Endless)], Some("Any number of people")),
            ("sheet", vec![("role", many(&["prosody:member"])), number("number", 3)], None),
        ] {
            let expected = expected
                .map(|many| format!("Warning: {many} will have the role prosody:admin. If that is not what you want, revoke what this creates."));
            assert_eq!(request(name, &values).warnings(), Vec::from_iter(expected), "{name}");
        }
    }
}
