//! JIDs that were typed, and what Prosody makes of them.

use std::collections::BTreeMap;

use super::value::Value;
use crate::text::quoted;

/// A JID as Prosody has prepared it: username and host; none where it is no JID.
pub type Jid = (Option<String>, Option<String>);

/// What Prosody makes of the texts that it was asked about.
pub type Jids = BTreeMap<Vec<u8>, Jid>;

/// Which part of a JID is not valid, in words; or the hostname in it, which has to be prepared before that can be said.
pub(super) fn invalid(jid: &[u8], jids: &Jids) -> Result<String, Vec<u8>> {
    let Some(at) = jid.iter().position(|byte| *byte == b'@').filter(|at| *at > 0) else {
        return Ok(format!("{} is not a valid hostname", quoted(jid)));
    };
    let (user, host) = (jid.get(..at).unwrap_or_default(), jid.get(at + 1..).unwrap_or_default());
    match jids.get(host) {
        None => Err(host.to_vec()),
        Some((None, Some(_))) => Ok(format!("{} is not a valid username", quoted(user))),
        Some(_) => Ok(format!("{} is not a valid hostname", quoted(host))),
    }
}

/// Anybody, by bare JID. A resource is left out. Until it is prepared, the text stands for it.
pub(super) fn anybody(text: &[u8], jids: &Jids, asked: &mut Vec<Vec<u8>>) -> Result<Value, String> {
    match jids.get(text) {
        None => {
            asked.push(text.to_vec());
            Ok(Value::Text(text.to_vec()))
        }
        Some((Some(username), Some(host))) => Ok(Value::Text(format!("{username}@{host}").into_bytes())),
        Some(_) => Err(format!("{} is not the JID of a user", quoted(text))),
    }
}

/// A user of the host: `juliet` or `juliet@example.com`. Until it is prepared, the text stands for it.
pub(super) fn user(text: &[u8], host: &str, jids: &Jids, asked: &mut Vec<Vec<u8>>) -> Result<Value, String> {
    let jid = if text.contains(&b'@') { text.to_vec() } else { [text, b"@", host.as_bytes()].concat() };
    match jids.get(&jid) {
        None => {
            asked.push(jid);
            Ok(Value::Text(text.to_vec()))
        }
        Some((Some(username), Some(its_host))) if its_host == host => Ok(Value::Text(username.clone().into_bytes())),
        Some(_) => Err(format!("{} is not a valid username on {host}", quoted(text))),
    }
}
