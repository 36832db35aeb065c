//! The commands about keys of the HTTP API: the section `invites_api` of the admin shell, and `prosodyctl mod_invites_api`.

use std::fmt::Display;

use super::{Arg, Command, Flag, Kind, Section};
use crate::text::quoted;

/// The section.
pub static SECTION: Section = Section {
    name: "invites_api",
    desc: "Create and manage keys for the HTTP API",
    module: "invites_api",
    commands: &[
        Command {
            args: &[Arg::HOST, Arg::new("name", "NAME", Kind::KeyName).optional()],
            flags: &[
                Flag::new("expires_after", "PERIOD", Kind::KeyPeriod, "how long the key is valid, such as \"90 days\" (default: it never expires)"),
                Flag::new("methods", "GET,POST", Kind::Methods, "HTTP methods that it may be used with (default: both)"),
            ],
            more: "It can't be shown again: the server stores only a hash",
            ..Command::of_host("create", "Create a key for creating invites over HTTP, and show it")
        },
        Command {
            flags: &[Flag::switch("json", "print JSON, for programs")],
            more: "It shows id, name, creation, expiry, last use and methods",
            ..Command::of_host("list", "List the keys of a host")
        },
        Command { args: &[Arg::HOST, Arg::new("id", "ID", Kind::Text)], ..Command::of_host("delete", "Delete a key, which stops working at once") },
        Command {
            args: &[Arg::HOST, Arg::new("name", "NAME", Kind::KeyName).optional()],
            flags: &[
                Flag::new("scopes", "SCOPES", Kind::Scopes, "what it opens: create, read, manage, register, with commas between them"),
                Flag::new("kinds", "KINDS", Kind::Kinds, "the kinds of invites that it may create (default: account,contact,contact-account)"),
                repeated("role", "ROLE", "its invites may give this role; may be repeated (default: none)"),
                repeated("group", "ID", "its invites may lead to this group, or any with *; may be repeated (default: none)"),
                repeated("room", "JID", "its invites may lead to this room, or any with *; may be repeated (default: none)"),
                Flag::new("longest_expiry", "PERIOD", Kind::KeyPeriod, "the longest lifetime of its invites"),
                Flag::new("most_uses", "N", Kind::Count(u32::MAX as u64), "the most uses of one of its invites"),
                Flag::new("rate", "N", Kind::Count(1_000_000), "how many requests it may make in a minute (default: 600)"),
                Flag::new("expires_after", "PERIOD", Kind::KeyPeriod, "how long the key is valid, such as \"90 days\" (default: it never expires)"),
            ],
            clash: |request| (!request.has("scopes")).then_some("--scopes says what the key opens: create, read, manage, register"),
            more: "It can't be shown again: the server stores only a hash",
            ..Command::of_host("new_key", "Create a key for /invites_api/v1, and show it")
        },
        Command {
            flags: &[Flag::switch("json", "print JSON, for programs")],
            more: "It shows id, name, creation, expiry, last use and scopes; JSON has all that a key may do",
            ..Command::of_host("keys", "List the keys for /invites_api/v1")
        },
        Command {
            args: &[Arg::HOST, Arg::new("id", "ID", Kind::Text)],
            ..Command::of_host("revoke_key", "Revoke a key for /invites_api/v1, which stops working at once")
        },
    ],
};

const fn repeated(name: &'static str, place: &'static str, help: &'static str) -> Flag {
    Flag { is_repeated: true, ..Flag::new(name, place, Kind::Text, help) }
}

/// What a key can be allowed to do.
pub const METHODS: [&str; 2] = ["GET", "POST"];

/// Bytes of the longest name.
const LONGEST_NAME: usize = 200;

/// The name of a key.
pub(super) fn name(text: &[u8]) -> Result<Vec<u8>, String> {
    let is_name = text.len() <= LONGEST_NAME && !text.iter().any(u8::is_ascii_control);
    if is_name { Ok(text.to_vec()) } else { Err("The name is too long or has control characters".to_owned()) }
}

/// HTTP methods, with commas or spaces between them.
pub(super) fn methods(text: &[u8]) -> Result<Vec<String>, String> {
    let shown = String::from_utf8_lossy(text).to_ascii_uppercase();
    let methods: Vec<_> = shown.split([',', ' ', '\t', '\n', '\r']).filter(|method| !method.is_empty()).map(str::to_owned).collect();
    let are_known = methods.iter().all(|method| METHODS.contains(&method.as_str()));
    if are_known && !methods.is_empty() {
        Ok(methods)
    } else {
        Err(format!("{} is not a list of methods. Use \"POST\" or \"GET,POST\"", quoted(text)))
    }
}

/// Words out of these, with commas or spaces between them.
pub(super) fn words(text: &[u8], what: &str, known: &[impl Display]) -> Result<Vec<Vec<u8>>, String> {
    let known: Vec<_> = known.iter().map(ToString::to_string).collect();
    let shown = String::from_utf8_lossy(text).to_ascii_lowercase();
    let words: Vec<_> = shown.split([',', ' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    if words.is_empty() || words.iter().any(|word| !known.contains(word)) {
        return Err(format!("{} is not a list of {what}: {}", quoted(text), known.join(", ")));
    }
    Ok(words.into_iter().map(String::into_bytes).collect())
}
