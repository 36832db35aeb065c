//! Receivers of webhooks, as the option `invites_webhooks` names them.

use core::net::IpAddr;
use sha2::{Digest, Sha256};

use super::kind::Understood;
use super::raw::Raw;
use super::{Value, text};
use crate::WebhookEvent;

/// Characters of the shortest secret.
const SHORTEST_SECRET: usize = 16;
/// Characters of the longest secret.
const LONGEST_SECRET: usize = 200;
/// The most receivers of one host. Each costs a row in each transaction.
const MOST: usize = 10;
/// Bytes of an id.
const ID: usize = 6;

pub(super) const EXPECTS: &str =
    "a list of up to 10 `{ url = \"https://…\"; secret = \"…\"; events = { … } }`, whose secret has 16 to 200 characters";

/// The receivers. Of two with the same address, the first one counts.
pub(super) fn receivers(raw: &Raw) -> Option<Understood> {
    let elements = if *raw.field("url") == Raw::Nil { raw.list(MOST)? } else { vec![raw] };
    let (mut values, mut left_out) = (Vec::new(), Vec::new());
    for written in elements {
        match receiver(written).filter(|receiver| !values.iter().any(|other| id(other) == id(receiver))) {
            Some(receiver) => values.push(receiver),
            None => left_out.push(written.clone()),
        }
    }
    let is_lost = !left_out.is_empty() && values.is_empty();
    (!is_lost).then_some((Value::List(values), left_out))
}

/// { id, url, secret, shown = the address as it may be shown, events }
fn receiver(raw: &Raw) -> Option<Value> {
    let Raw::Table(_, pairs) = raw else { return None };
    if !pairs.iter().all(|(key, _)| ["url", "secret", "events"].iter().any(|known| key.is(known))) {
        return None;
    }
    let url = printable(raw.field("url"))?;
    let shown = origin(url)?;
    let secret = printable(raw.field("secret")).filter(|secret| (SHORTEST_SECRET..=LONGEST_SECRET).contains(&secret.chars().count()))?;
    let id = Sha256::digest(url).iter().take(ID).fold(0_u64, |id, byte| (id << 8) | u64::from(*byte));
    let fields = [
        ("id", Value::Text(format!("{id:012x}"))),
        ("url", text(url)),
        ("secret", text(secret)),
        ("shown", text(shown)),
        ("events", events(raw.field("events"))?),
    ];
    Some(Value::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()))
}

fn id(receiver: &Value) -> Option<&Value> {
    let Value::Map(fields) = receiver else { return None };
    fields.first().map(|(_, id)| id)
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn printable(raw: &Raw) -> Option<&str> {
    if let Raw::Text(bytes) = raw { text::printable(bytes) } else { None }
}

/// The events that a receiver wants: all, if it names none.
fn events(raw: &Raw) -> Option<Value> {
    let known = |raw: &&Raw| WebhookEvent::ALL.into_iter().map(|event| event.to_string()).find(|event| raw.is(event));
    let wanted: Vec<String> = match raw {
        Raw::Nil => WebhookEvent::ALL.into_iter().map(|event| event.to_string()).collect(),
        Raw::Table(..) => raw.list(WebhookEvent::ALL.len())?.iter().map(known).collect::<Option<_>>()?,
        single => vec![known(&single)?],
    };
    (!wanted.is_empty()).then(|| Value::List(wanted.into_iter().map(Value::Text).collect()))
}

/// The address without its path, which may be a secret. `None` for an address that is not encrypted and leaves this machine, that has a user in it, or
/// that is none.
fn origin(url: &str) -> Option<&str> {
    let (scheme, rest) = text::scheme(url)?;
    let rest = rest.strip_prefix("//").filter(|_| url.bytes().all(|byte| byte.is_ascii_graphic()))?;
    let authority = rest.split(['/', '?']).next().filter(|authority| !authority.contains(['@', '\\']) && !rest.contains('#'))?;
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?,
        None => authority.find(':').and_then(|at| authority.split_at_checked(at)).unwrap_or((authority, "")),
    };
    let is_port = |port: &str| port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    if host.is_empty() || !(port.is_empty() || is_port(port)) {
        return None;
    }
    let is_here = || host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    let is_safe = scheme == "https" || scheme == "http" && is_here();
    url.get(..scheme.len() + 3 + authority.len()).filter(|_| is_safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_encrypted_addresses_and_this_machine_are_safe() {
        for (url, expected) in [
            ("https://hooks.example.com", Some("https://hooks.example.com")),
            ("https://hooks.example.com:8443/a/secret?key=1", Some("https://hooks.example.com:8443")),
            ("http://127.0.0.1:8080/x", Some("http://127.0.0.1:8080")),
            ("http://localhost/x", Some("http://localhost")),
            ("http://[::1]:80/x", Some("http://[::1]:80")),
            ("http://127.0.0.1.example.com/", None),
            ("http://localhost.example.com/", None),
            ("http://hooks.example.com/", None),
            ("http://127.0.0.1@hooks.example.com/", None),
            ("https://me:sesame@hooks.example.com/", None),
            ("https://hooks.example.com#x", None),
            ("https://hooks.example.com\\@127.0.0.1/", None),
            ("https://a b/", None),
            ("https://müller.example/", None),
            ("https://", None),
            ("https://:80/", None),
            ("https://a:0/", None),
            ("https://a:99999/", None),
            ("https://[::1/", None),
            ("ftp://127.0.0.1/", None),
            ("hooks.example.com", None),
        ] {
            assert_eq!(origin(url), expected, "{url}");
        }
    }

    fn table(fields: &[(&str, Raw)]) -> Raw {
        Raw::Table(0, fields.iter().map(|(name, value)| (Raw::Text(name.as_bytes().to_vec()), value.clone())).collect())
    }

    fn raw(text: &str) -> Raw {
        Raw::Text(text.into())
    }

    fn entry(url: &str, secret: &str, events: Raw) -> Raw {
        table(&[("url", raw(url)), ("secret", raw(secret)), ("events", events)])
    }

    #[test]
    fn an_entry_with_a_mistake_is_left_out_and_the_others_count() {
        let (good, secret) = ("https://a/x", "0123456789abcdef");
        let ids = |raw: &Raw| {
            let (found, left_out) = receivers(raw)?;
            let Value::List(found) = found else { panic!("a list") };
            Some((found.len(), left_out.len()))
        };
        assert_eq!(ids(&entry(good, secret, Raw::Nil)), Some((1, 0)), "one may stand alone");
        for bad in [
            entry("http://a/x", secret, Raw::Nil),
            entry(good, "short", Raw::Nil),
            entry(good, &"x".repeat(201), Raw::Nil),
            entry(good, secret, Raw::of_list(vec![raw("party")])),
            entry(good, secret, Raw::of_list(vec![])),
            entry(good, secret, Raw::Boolean(true)),
            table(&[("url", raw(good)), ("secret", raw(secret)), ("event", raw("created"))]),
            raw(good),
        ] {
            assert_eq!(ids(&Raw::of_list(vec![bad.clone()])), None, "{bad:?}");
            assert_eq!(ids(&Raw::of_list(vec![bad, entry(good, secret, Raw::Nil)])), Some((1, 1)));
        }
        let twice = vec![entry(good, secret, Raw::Nil), entry(good, "another secret, which is long", Raw::Nil)];
        assert_eq!(ids(&Raw::of_list(twice)), Some((1, 1)), "one address is one receiver");
        assert_eq!(
            (ids(&Raw::of_list(vec![])), ids(&Raw::of_list(vec![entry(good, secret, Raw::Nil); 11])), ids(&raw("x"))),
            (Some((0, 0)), None, None)
        );
    }

    #[test]
    fn a_receiver_gets_what_it_names_or_all() {
        let events_of = |events: Raw| {
            let Some((Value::List(found), _)) = receivers(&entry("https://a/x", "0123456789abcdef", events)) else { panic!("one") };
            let Some(Value::Map(fields)) = found.into_iter().next() else { panic!("a table") };
            fields.into_iter().find(|(name, _)| name == "events").map(|(_, events)| events)
        };
        let words = |words: &[&str]| Some(Value::List(words.iter().copied().map(text).collect()));
        assert_eq!(events_of(Raw::Nil), words(&["created", "redeemed", "revoked", "limit-reached"]));
        assert_eq!(events_of(raw("revoked")), words(&["revoked"]));
        assert_eq!(events_of(Raw::of_list(vec![raw("limit-reached"), raw("created")])), words(&["limit-reached", "created"]));
    }
}
