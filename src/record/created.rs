//! An invite as the HTTP API answers with it (docs/integrate.md).

use serde::Serialize;

use crate::invite::uri;
use crate::{Invite, UnixTime, text};

/// An invite as the HTTP API answers with it. Missing values are left out.
#[derive(Debug, Serialize)]
pub struct CreatedRecord {
    id: String,
    url: Option<String>,
    uri: Option<String>,
    jid: String,
    created_at: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    landing_page: Option<String>,
}

impl CreatedRecord {
    /// A new invite of this host.
    #[must_use]
    pub fn of(host: &str, invite: &Invite) -> Self {
        let uri = invite.token.as_ref().map(|token| uri::link(host, &invite.kind, token));
        let landing_page = invite.landing_page.as_deref().map(|page| text::plain(page).into_owned());
        Self {
            id: invite.id.short(),
            url: landing_page.clone().or_else(|| uri.clone()),
            uri,
            jid: uri::address(host, &invite.kind),
            created_at: invite.created.seconds(),
            expires: invite.expires.unless_never().map(UnixTime::seconds),
            landing_page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Line;
    use super::super::invite::tests::invite;
    use super::*;

    #[test]
    fn what_the_http_api_answers_leaves_out_what_there_is_not() {
        let made = Invite { landing_page: None, expires: UnixTime::from_seconds(9), ..invite() };
        assert_eq!(
            CreatedRecord::of("example.com", &made).line().unwrap(),
            concat!(
                r#"{"id":"ba7816bf8f01","url":"xmpp:tybalt@example.com?register;preauth=abc","uri":"xmpp:tybalt@example.com?register;preauth=abc","#,
                r#""jid":"tybalt@example.com","created_at":1000,"expires":9}"#
            )
        );
        let line = CreatedRecord::of("example.com", &invite()).line().unwrap();
        assert!(
            line.contains(r#""url":"https://example.com/#abc""#) && line.ends_with(r#""created_at":1000,"landing_page":"https://example.com/#abc"}"#)
        );
    }
}
