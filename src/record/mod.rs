//! Invites as data: what commands print with `--json`, and what an import reads (docs/integrate.md).
//!
//! The order of the fields here is the order in the JSON. Programs rely on the names, so they may differ from ours.

pub(crate) mod bounds;
mod created;
mod invite;
mod webhook;

pub use created::CreatedRecord;
pub use invite::InviteRecord;
pub(crate) use webhook::{Happened, WebhookLimit};
pub use webhook::{WebhookEvent, WebhookRecord};

use serde::Serialize;
use serde_json::Value;

use crate::{KindName, Member, State, UnixTime, Username, terminal};

/// A record that is one line of JSON.
pub trait Line: Serialize {
    /// The line. Terminals show it, so characters that could steer one are written as `\uXXXX`.
    ///
    /// # Errors
    /// The encoder's error; it fails for none of our records.
    fn line(&self) -> serde_json::Result<String> {
        Ok(terminal::json(&serde_json::to_vec(self)?).into_owned())
    }
}

impl Line for InviteRecord {}
impl Line for CreatedRecord {}
impl Line for MemberRecord<'_> {}
impl Line for CountRecord {}
impl Line for WebhookRecord<'_> {}

/// An account in the tree.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Member"))]
pub struct MemberRecord<'a> {
    depth: u32,
    username: &'a str,
    inviter: Option<&'a str>,
    joined_at: i64,
    left_at: Option<i64>,
}

/// The number of invites of a kind in a state.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CountRecord {
    /// The kind.
    pub kind: KindName,
    /// The state.
    pub state: State,
    /// The number.
    pub count: u64,
}

/// The objects of a JSON array, each as a line.
///
/// # Errors
/// A text that says what is wrong.
pub fn lines(text: &[u8]) -> Result<Vec<String>, String> {
    if text.len() > InviteRecord::LONGEST {
        return Err("too large to be read in one go: put one object in a line, as export does".into());
    }
    let items: Vec<Value> = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    Ok(items.iter().map(Value::to_string).collect())
}

impl<'a> MemberRecord<'a> {
    /// The account, `depth` levels below the top.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_array_is_read_whole_as_lines() {
        assert_eq!(lines(b"[ {\"b\": 1,\n\"a\": 2}, 3 ]").unwrap(), ["{\"a\":2,\"b\":1}", "3"]);
        assert!(lines(b"{}").is_err() && lines(b"").is_err() && lines(&b" ".repeat(1 << 20)).is_err());
        assert!(lines("[".repeat(100_000).as_bytes()).is_err());
    }
}
