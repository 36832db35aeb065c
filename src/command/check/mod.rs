//! The command `check`: what an admin looks at first. Lua collects facts about the host ([`Facts`]); each line of the report is "ok", or what there is to
//! do.

mod accounts;
mod chains;
mod database;
mod links;
mod modules;
mod options;
mod proxies;
mod webhooks;

use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::terminal;

/// What Prosody says of a host.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own, or a fact")]
pub struct Facts {
    host: String,
    is_component: bool,
    is_disabled: bool,
    /// Whether this is the running server, and not prosodyctl.
    is_server: bool,
    /// Why `mod_invites` could not be loaded.
    load_error: Option<String>,
    /// The version of Lua.
    lua: String,
    /// The version of Prosody.
    prosody: Option<String>,
    /// The modules that are loaded, or under prosodyctl those that are going to be.
    #[serde(deserialize_with = "list")]
    modules: BTreeSet<String>,
    registration_invite_only: bool,
    allow_registration: bool,
    /// The option `modules_disabled`.
    #[serde(deserialize_with = "list")]
    modules_disabled: BTreeSet<String>,
    c2s_require_encryption: bool,
    has_direct_tls: bool,
    database: Option<database::Facts>,
    options: options::Facts,
    accounts: accounts::Facts,
    chains: chains::Facts,
    links: links::Facts,
    suite: modules::Facts,
    #[serde(deserialize_with = "list")]
    webhooks: Vec<webhooks::Facts>,
}

/// A list from Lua, where an empty one looks like an empty object.
pub(super) fn list<'de, D: Deserializer<'de>, T: FromIterator<I>, I: Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    let value = match Value::deserialize(from)? {
        Value::Object(fields) if fields.is_empty() => Value::Array(Vec::new()),
        other => other,
    };
    let Value::Array(items) = value else { return Err(serde::de::Error::custom("not a list")) };
    items.into_iter().map(|item| I::deserialize(item).map_err(serde::de::Error::custom)).collect()
}

/// The lines of a report.
#[derive(Debug, Default)]
pub struct Report {
    /// The lines, none of which can steer a terminal.
    pub lines: Vec<String>,
    /// How many of them say what there is to do.
    pub to_do: usize,
}

impl Report {
    fn ok(&mut self, text: &str) {
        self.lines.push(terminal::text(format!("ok     {text}").as_bytes()).into_owned());
    }

    /// What belongs to the line before.
    fn details(&mut self, text: &str) {
        self.lines.extend(text.lines().map(|line| terminal::text(format!("       {line}").as_bytes()).into_owned()));
    }

    fn needs(&mut self, text: &str) {
        self.to_do += 1;
        self.lines.push(terminal::text(format!("TO DO  {text}").as_bytes()).into_owned());
    }
}

/// Looks at the facts about a host.
#[must_use]
pub fn check(facts: &Facts) -> Report {
    let mut report = Report::default();
    if facts.is_component {
        report.needs(&format!("Host: {} is a component, where nobody has an account: the modules belong on a VirtualHost", facts.host));
        return report;
    }
    if facts.is_disabled {
        report.needs(&format!("Host: {} is switched off: remove enabled = false, or no part of this counts", facts.host));
    }
    library(&mut report, facts);
    if let Some(database) = &facts.database {
        database::check(&mut report, database);
    }
    options::check(&mut report, &facts.host, &facts.options);
    registration(&mut report, facts);
    accounts::check(&mut report, facts);
    chains::check(&mut report, facts);
    encryption(&mut report, facts);
    links::check(&mut report, facts);
    webhooks::check(&mut report, &facts.webhooks);
    modules::check(&mut report, facts);
    report
}

impl Facts {
    fn has(&self, module: &str) -> bool {
        self.modules.contains(module)
    }
}

fn library(report: &mut Report, facts: &Facts) {
    let lua = &facts.lua;
    if let Some(error) = &facts.load_error {
        report.needs(&format!("Library: mod_invites could not be loaded: {error}. If it is about invites_core.so: \"make\" builds it for Lua {lua}"));
    } else {
        let prosody = facts.prosody.as_deref().unwrap_or("of unknown version");
        report.ok(&format!("Library: invites_core.so is loaded (Lua {lua}, Prosody {prosody})"));
    }
}

fn registration(report: &mut Report, facts: &Facts) {
    if !facts.has("invites") {
        report.needs("Modules: add \"invites\" to modules_enabled");
    }
    if !facts.has("invites_register") {
        let is_open = facts.has("register_ibr") || facts.has("register") && facts.allow_registration;
        let who = if is_open { "anybody can register without an invite" } else { "nobody can register" };
        report.needs(&format!("Registration: {who}: add \"invites_register\" to modules_enabled"));
    } else if !facts.registration_invite_only && !facts.allow_registration {
        report.needs("Registration: nobody can register: set registration_invite_only = true (or allow_registration = true, for everybody)");
    } else if facts.modules_disabled.contains("register_ibr") || facts.is_server && !facts.has("register_ibr") {
        let why = if facts.modules_disabled.contains("register_ibr") { "in modules_disabled" } else { "not loaded (the log says why)" };
        report.needs(&format!("Registration: clients can't register, as mod_register_ibr is {why}"));
    } else if facts.registration_invite_only {
        report.ok("Registration: for holders of an invite alone");
        if facts.allow_registration {
            report.needs("Registration: remove allow_registration = true: nothing needs it, and without invites_register everybody could register");
        }
    } else {
        report.ok("Registration: open to everybody (registration_invite_only = false); an invite that is shown counts all the same");
    }
}

fn encryption(report: &mut Report, facts: &Facts) {
    if !facts.c2s_require_encryption {
        report.needs("Encryption: set c2s_require_encryption = true: tokens and passwords can currently be sent unencrypted");
    } else if !facts.has("tls") && !facts.has_direct_tls {
        report.needs("Encryption: add \"tls\" to modules_enabled: without encryption nobody is offered to register");
    } else {
        report.ok("Encryption: required before registration (whether the certificate is right says \"prosodyctl check certs\")");
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A host on which all is well, with these facts changed.
    pub(super) fn report(changes: &Value) -> Report {
        let mut facts = json!({
            "host": "h", "lua": "5.4", "prosody": "13.0.2", "modules": ["invites", "invites_register", "tls"], "registration_invite_only": true,
            "c2s_require_encryption": true,
            "database": { "place": "/d/i.sqlite", "engine": "sqlite", "version": 9, "servers": 1,
                "file": { "path": "/d/i.sqlite", "data": "/d", "has_wal": true, "parts": {} } },
            "options": { "problems": {}, "places": {} },
            "accounts": { "provider": "internal_hashed", "creates": true, "sets_passwords": true, "absent_admins": {} },
            "links": { "page_module": "invites_page", "silent_proxies": {}, "web_servers": {} },
            "suite": { "root": "/p", "tree": "/p", "prosody_user": "prosody", "unreadable": {}, "copies": {} },
        });
        merge(&mut facts, changes);
        check(&serde_json::from_value(facts).unwrap())
    }

    fn merge(into: &mut Value, changes: &Value) {
        match (into, changes) {
            (Value::Object(into), Value::Object(changes)) => {
                for (key, change) in changes {
                    merge(into.entry(key.clone()).or_insert(Value::Null), change);
                }
            }
            (into, change) => *into = change.clone(),
        }
    }

    /// What there is to do then, and is not otherwise.
    pub(super) fn to_do(changes: &Value) -> Vec<String> {
        let report = report(changes);
        let lines: Vec<_> = report.lines.iter().filter_map(|line| line.strip_prefix("TO DO  ").map(str::to_owned)).collect();
        assert_eq!(lines.len(), report.to_do);
        lines
    }

    /// The one line that is "ok" about a subject.
    pub(super) fn ok(changes: &Value, subject: &str) -> Option<String> {
        let start = format!("ok     {subject}: ");
        report(changes).lines.iter().find_map(|line| line.strip_prefix(&start).map(str::to_owned))
    }

    #[test]
    fn what_is_well_needs_nothing() {
        assert_eq!(to_do(&json!({})), [] as [&str; 0]);
        assert_eq!(ok(&json!({}), "Library").unwrap(), "invites_core.so is loaded (Lua 5.4, Prosody 13.0.2)");
    }

    #[test]
    fn components_and_hosts_that_are_off_are_named() {
        let lines = report(&json!({ "is_component": true })).lines;
        assert_eq!(lines, ["TO DO  Host: h is a component, where nobody has an account: the modules belong on a VirtualHost"]);
        assert_eq!(to_do(&json!({ "is_disabled": true })), ["Host: h is switched off: remove enabled = false, or no part of this counts"]);
        let broken = to_do(&json!({ "load_error": "why\n", "database": null }));
        assert_eq!(broken, ["Library: mod_invites could not be loaded: why?. If it is about invites_core.so: \"make\" builds it for Lua 5.4"]);
    }

    #[test]
    fn who_can_register_is_told() {
        for (changes, expected) in [
            (json!({ "modules": ["invites", "tls"] }), "nobody can register: add \"invites_register\" to modules_enabled"),
            (
                json!({ "modules": ["invites", "tls", "register_ibr"] }),
                "anybody can register without an invite: add \"invites_register\" to modules_enabled",
            ),
            (
                json!({ "modules": ["invites", "tls", "register"], "allow_registration": true }),
                "anybody can register without an invite: add \"invites_register\" to modules_enabled",
            ),
            (
                json!({ "registration_invite_only": false }),
                "nobody can register: set registration_invite_only = true (or allow_registration = true, for everybody)",
            ),
            (json!({ "modules_disabled": ["register_ibr"] }), "clients can't register, as mod_register_ibr is in modules_disabled"),
            (json!({ "is_server": true }), "clients can't register, as mod_register_ibr is not loaded (the log says why)"),
            (
                json!({ "allow_registration": true }),
                "remove allow_registration = true: nothing needs it, and without invites_register everybody could register",
            ),
        ] {
            assert_eq!(to_do(&changes), [format!("Registration: {expected}")]);
        }
        assert_eq!(to_do(&json!({ "modules": ["invites_register", "tls"] })), ["Modules: add \"invites\" to modules_enabled"]);
        let open = json!({ "registration_invite_only": false, "allow_registration": true });
        assert!(ok(&open, "Registration").unwrap().starts_with("open to everybody (registration_invite_only = false)"));
    }

    #[test]
    fn encryption_is_needed() {
        let clear = to_do(&json!({ "c2s_require_encryption": false }));
        assert_eq!(clear, ["Encryption: set c2s_require_encryption = true: tokens and passwords can currently be sent unencrypted"]);
        let without = json!({ "modules": ["invites", "invites_register"] });
        assert_eq!(to_do(&without), ["Encryption: add \"tls\" to modules_enabled: without encryption nobody is offered to register"]);
        assert_eq!(to_do(&json!({ "modules": ["invites", "invites_register"], "has_direct_tls": true })), [] as [&str; 0]);
    }
}
