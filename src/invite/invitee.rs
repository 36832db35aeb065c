//! The one person whom a contact invite is for (XEP-0379 §5.2): `additional_data.invitee`, a bare JID.

use serde_json::Value;

use super::{Invite, Kind};
use crate::{Refusal, Username, text};

/// Bytes in the longest hostname (RFC 7622 §3.2).
const LONGEST_HOST: usize = 1023;

/// Whether this person may use the invite to become a contact. An invite for one person is for nobody else, nor for somebody whom the caller doesn't
/// name; what can't be read in place of the JID is nobody's.
#[must_use]
pub(crate) fn admits(invite: &Invite, jid: Option<&str>) -> bool {
    invite.data.as_ref().and_then(|data| data.get("invitee")).is_none_or(|invitee| jid.is_some() && invitee.as_str() == jid)
}

/// The JID of the person, if the invite is for one.
#[must_use]
pub(crate) fn of(invite: &Invite) -> Option<&str> {
    invite.data.as_ref()?.get("invitee")?.as_str()
}

/// Checks the person whom a new invite is for.
///
/// # Errors
/// [`Refusal::JidInvalid`] if it is no bare JID as Prosody prepares it; [`Refusal::DataInvalid`] if the invite creates accounts, whose address it
/// can't be yet.
pub(super) fn check(data: Option<&Value>, kind: &Kind) -> Result<(), Refusal> {
    let Some(invitee) = data.and_then(|data| data.get("invitee")) else { return Ok(()) };
    if !invitee.as_str().is_some_and(is_bare) {
        return Err(Refusal::JidInvalid);
    }
    if matches!(kind, Kind::Contact { .. }) { Ok(()) } else { Err(Refusal::DataInvalid("only a contact invite can be for one address".into())) }
}

/// Whether this is a bare JID with a local part.
fn is_bare(jid: &str) -> bool {
    let is_odd = |c: char| !text::is_plain(c) || c.is_whitespace() || c.is_ascii_uppercase() || matches!(c, '/' | '@');
    jid.split_once('@')
        .is_some_and(|(node, host)| Username::prepared(node).is_ok() && !host.is_empty() && host.len() <= LONGEST_HOST && !host.contains(is_odd))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_invite_for_one_person_is_a_contact_invite_with_a_bare_jid() {
        let juliet = Username::prepared("juliet").unwrap();
        let contact = Kind::Contact { inviter: juliet.clone() };
        let data = json!({ "invitee": "romeo@montague.example" });
        assert_eq!(check(Some(&data), &contact), Ok(()));
        assert_eq!(check(None, &contact), Ok(()));
        for kind in
            [Kind::ContactAccount { inviter: juliet.clone() }, Kind::Account { username: None, inviter: None }, Kind::Reset { username: juliet }]
        {
            assert!(matches!(check(Some(&data), &kind), Err(Refusal::DataInvalid(_))));
        }
        for odd in [json!("romeo"), json!("@h"), json!("romeo@"), json!("Romeo@h"), json!("romeo@h/x"), json!("a@b@c"), json!("a@b c"), json!(1)] {
            assert_eq!(check(Some(&json!({ "invitee": odd })), &contact), Err(Refusal::JidInvalid), "{odd}");
        }
    }
}
