//! The body of a webhook (docs/integrate.md).

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::InviteRecord;
use crate::{Invite, InviteId, State, UnixTime};

/// The fields of `additional_data` that receivers see. Other modules may keep secrets in others.
const SHOWN: [&str; 4] = ["groups", "note", "roles", "rooms"];
/// Bytes of them that are sent, in JSON.
const LONGEST: usize = 16 * 1024;

/// What can happen to an invite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WebhookEvent {
    /// It was created.
    Created,
    /// A use was counted.
    Redeemed,
    /// It was revoked, or has ended with an account.
    Revoked,
    /// The last of several uses was counted, or the limit on accounts below a user was reached.
    LimitReached,
}

impl WebhookEvent {
    /// All events.
    pub const ALL: [Self; 4] = [Self::Created, Self::Redeemed, Self::Revoked, Self::LimitReached];
}

impl fmt::Display for WebhookEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// The limit that was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum WebhookLimit {
    /// The uses of the invite.
    Uses,
    /// The accounts below one user (`invites_tree_accounts`).
    TreeAccounts,
    /// The generations below one user (`invites_tree_depth`).
    TreeDepth,
}

/// What has happened.
#[derive(Clone, Debug)]
pub(crate) struct Happened {
    pub(crate) event: WebhookEvent,
    pub(crate) invite: InviteId,
    /// The bare JID of the account that has used it, or below which nobody can join.
    pub(crate) account: Option<String>,
    /// The bare JID of the user who did it.
    pub(crate) by: Option<String>,
    pub(crate) limit: Option<WebhookLimit>,
}

impl Happened {
    pub(crate) fn of(event: WebhookEvent, invite: InviteId) -> Self {
        Self { event, invite, account: None, by: None, limit: None }
    }
}

/// The body of a webhook.
#[derive(Debug, Serialize)]
pub struct WebhookRecord<'a> {
    id: &'a str,
    event: WebhookEvent,
    host: &'a str,
    at: i64,
    account: Option<&'a str>,
    by: Option<&'a str>,
    limit: Option<WebhookLimit>,
    invite: InviteRecord,
}

impl<'a> WebhookRecord<'a> {
    /// What has happened to an invite, as it is now: without its token, and without links, which have the token in them.
    pub(crate) fn of(id: &'a str, host: &'a str, happened: &'a Happened, (invite, state): (&Invite, State), now: UnixTime) -> Self {
        let shown = Invite { token: None, landing_page: None, data: invite.data.as_ref().and_then(shown), ..invite.clone() };
        Self {
            id,
            event: happened.event,
            host,
            at: now.seconds(),
            account: happened.account.as_deref(),
            by: happened.by.as_deref(),
            limit: happened.limit,
            invite: InviteRecord::of(host, &shown, state),
        }
    }
}

fn shown(data: &Value) -> Option<Value> {
    let fields: Map<_, _> = SHOWN.iter().filter_map(|name| Some(((*name).to_owned(), data.get(name)?.clone()))).collect();
    let shown = Some(Value::Object(fields)).filter(|shown| shown.as_object().is_some_and(|fields| !fields.is_empty()));
    shown.filter(|shown| shown.to_string().len() <= LONGEST)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::Line;
    use super::super::invite::tests::invite;
    use super::*;

    #[test]
    fn a_body_has_no_token_and_no_link() {
        let happened = Happened { account: Some("romeo@example.com".into()), ..Happened::of(WebhookEvent::Redeemed, invite().id) };
        let made = Invite { data: Some(json!({ "note": "for Romeo", "password": "sesame", "groups": ["a"] })), ..invite() };
        let line =
            |invite: &Invite| WebhookRecord::of("0a", "example.com", &happened, (invite, State::Pending), UnixTime::from_seconds(5)).line().unwrap();
        assert_eq!(
            line(&made),
            concat!(
                r#"{"id":"0a","event":"redeemed","host":"example.com","at":5,"account":"romeo@example.com","by":null,"limit":null,"invite":"#,
                r#"{"id":"ba7816bf8f01","token":null,"kind":"account","state":"pending","username":"tybalt","inviter":"juliet","maker":"juliet","#,
                r#""own_right":true,"uses":1,"max_uses":3,"created_at":1000,"expires":null,"uri":null,"landing_page":null,"#,
                r#""additional_data":{"groups":["a"],"note":"for Romeo"},"used_by":null}}"#
            )
        );
        let large = Invite { data: Some(json!({ "groups": ["x".repeat(LONGEST)] })), ..invite() };
        assert!(line(&large).contains(r#""additional_data":null"#) && line(&Invite { data: None, ..invite() }).len() < 1000);
    }
}
