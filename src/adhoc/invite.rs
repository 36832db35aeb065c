//! Invites as chat clients show them: a line in a list, and all details.

use std::collections::HashMap;

use super::{Say, clean, words};
use crate::{Argument, KindName, State, UnixTime, text};

/// The fields of an invite that clients show.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The short id.
    pub id: String,
    /// Its kind.
    pub kind: KindName,
    /// Whether it is bound to a name.
    pub is_bound: bool,
    /// The address in its link.
    pub address: String,
    /// Its state.
    pub state: State,
    /// Uses so far.
    pub uses: i64,
    /// The most uses; `None` for any number.
    pub max_uses: Option<i64>,
    /// When it was created.
    pub created: UnixTime,
    /// When it expires; `None` for never.
    pub until: Option<UnixTime>,
    /// The local user who created it.
    pub creator: Option<String>,
    /// Its note.
    pub note: Option<String>,
    /// Its link, and the address of its web page.
    pub links: (Option<String>, Option<String>),
}

/// The most characters of a note in a line.
const LONGEST_IN_LINE: usize = 40;

/// The message for a state in which an invite can't be used now.
fn unusable(state: State) -> Option<&'static str> {
    match state {
        State::Pending => None,
        State::Claimed => Some("adhoc-state-claimed"),
        State::Redeemed => Some("adhoc-state-redeemed"),
        State::Revoked => Some("adhoc-state-revoked"),
        State::Expired => Some("adhoc-state-expired"),
    }
}

/// Rows of a result: name, label and value.
type Rows = Vec<(&'static str, String, String)>;

impl Say<'_> {
    fn purpose(self, invite: &Shown) -> String {
        let id = match invite.kind {
            KindName::Account if invite.is_bound => "adhoc-purpose-account-named",
            KindName::Account => "adhoc-purpose-account",
            KindName::Contact => "adhoc-purpose-contact",
            KindName::ContactAccount => "adhoc-purpose-contact-account",
            KindName::Reset => "adhoc-purpose-reset",
        };
        self.tell(id, [("address", words(&invite.address))])
    }

    /// The text about its uses; `None` if the state already says so.
    fn uses(self, invite: &Shown) -> Option<String> {
        #[expect(clippy::cast_precision_loss, reason = "plural forms need no more than 53 bits")]
        let number = |number: i64| Argument::Number(number as f64);
        match invite.max_uses {
            Some(1) => None,
            Some(most) => Some(self.tell("adhoc-used-of", [("count", number(invite.uses)), ("most", number(most))])),
            None => Some(self.tell("adhoc-used", [("count", number(invite.uses))])),
        }
    }

    /// The lines of a list, with the creators if that is wanted. Lines that look the same get the short ids of their invites.
    #[must_use]
    pub fn lines(self, invites: &[Shown], with_creator: bool) -> Vec<String> {
        let mut lines: Vec<_> = invites.iter().map(|invite| self.line(invite, with_creator)).collect();
        let mut seen = HashMap::new();
        for line in &lines {
            *seen.entry(line.clone()).or_insert(0) += 1;
        }
        for (line, invite) in lines.iter_mut().zip(invites) {
            if seen.get(line).is_some_and(|times| *times > 1) {
                *line = self.tell("adhoc-line-alike", [("line", words(line)), ("id", words(&invite.id))]);
            }
        }
        lines
    }

    fn line(self, invite: &Shown, with_creator: bool) -> String {
        let state = match (unusable(invite.state), invite.until) {
            (Some(id), _) => self.say(id),
            (None, None) => self.say("adhoc-without-end"),
            (None, Some(until)) => self.tell("adhoc-state-until", [("date", words(&until.to_date()))]),
        };
        let creator = invite.creator.as_deref().filter(|_| with_creator);
        let creator = creator.map(|creator| self.tell("adhoc-made-by", [("creator", words(creator))]));
        let parts: Vec<String> = [Some(self.purpose(invite)), Some(state), self.uses(invite), creator].into_iter().flatten().collect();
        let about = parts.join(&self.say("adhoc-comma"));
        invite.note.as_ref().map_or_else(
            || about.clone(),
            |note| {
                let note = text::clean(note.as_bytes(), LONGEST_IN_LINE);
                self.tell("adhoc-line-note", [("note", words(&note)), ("about", words(&about))])
            },
        )
    }

    /// The links of an invite and its expiry (XEP-0401, sections 5.1 and 5.4), with the one to share first. The XEP's `expire` is for programs, so
    /// people get another one.
    #[must_use]
    pub fn links(self, invite: &Shown, with_link: bool) -> Rows {
        let (uri, page) = if with_link { invite.links.clone() } else { (None, None) };
        self.rows([
            ("landing-url", "adhoc-page", page),
            ("uri", "adhoc-link", uri),
            ("valid-until", "adhoc-valid-until", invite.until.map(UnixTime::text)),
            ("expire", "adhoc-expire", invite.until.map(UnixTime::to_iso)),
        ])
    }

    /// The news that an invite has another expiry.
    #[must_use]
    pub fn extended(self, invite: &Shown) -> String {
        invite.until.map_or_else(|| self.say("adhoc-extended-endless"), |until| self.tell("adhoc-extended", [("date", words(&until.text()))]))
    }

    /// All details of an invite, with its links if the user may give away what it grants.
    #[must_use]
    pub fn details(self, host: &str, invite: &Shown, with_link: bool) -> Rows {
        let state = self.say(unusable(invite.state).unwrap_or("adhoc-state-usable"));
        let creator = invite.creator.as_ref().map(|creator| format!("{creator}@{host}"));
        let rows = self.rows([
            ("purpose", "adhoc-purpose", Some(self.purpose(invite))),
            ("state", "adhoc-state", Some(state)),
            ("uses", "adhoc-uses", self.uses(invite)),
            ("note", "adhoc-note", invite.note.clone()),
            ("maker", "adhoc-maker", creator),
            ("created", "adhoc-created-at", Some(invite.created.text())),
            ("id", "adhoc-id", Some(invite.id.clone())),
        ]);
        [self.links(invite, with_link), rows].concat()
    }

    fn rows<const N: usize>(self, rows: [(&'static str, &'static str, Option<String>); N]) -> Rows {
        rows.into_iter().filter_map(|(name, label, value)| Some((name, self.say(label), clean(&value?)))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::english;
    use super::*;

    fn shown() -> Shown {
        Shown {
            id: "ba7816bf8f01".into(),
            kind: KindName::Account,
            is_bound: false,
            address: "example.com".into(),
            state: State::Pending,
            uses: 0,
            max_uses: Some(1),
            created: UnixTime::from_seconds(1_700_000_000),
            until: Some(UnixTime::from_seconds(1_700_086_400)),
            creator: Some("romeo".into()),
            note: None,
            links: (Some("xmpp:example.com".into()), None),
        }
    }

    #[test]
    fn an_invite_is_one_line() {
        let messages = english();
        let say = Say::new(&messages, "en");
        let named = Shown { is_bound: true, address: "benvolio@example.com".into(), ..shown() };
        for (invite, with_creator, line) in [
            (shown(), false, "account, until 2023-11-15"),
            (shown(), true, "account, until 2023-11-15, by romeo"),
            (Shown { creator: None, ..shown() }, true, "account, until 2023-11-15"),
            (named, false, "account benvolio@example.com, until 2023-11-15"),
            (Shown { until: None, max_uses: None, uses: 5_000_000_000, ..shown() }, false, "account, never expires, used 5000000000 times"),
            (Shown { max_uses: Some(2), ..shown() }, false, "account, until 2023-11-15, used 0 of 2 times"),
            (Shown { kind: KindName::Contact, state: State::Revoked, ..shown() }, false, "contact, revoked"),
            (Shown { kind: KindName::ContactAccount, state: State::Claimed, ..shown() }, false, "account and contact, being used right now"),
            (Shown { kind: KindName::Reset, state: State::Redeemed, ..shown() }, false, "new password for example.com, used up"),
            (Shown { note: Some("für\tBenvolio".into()), ..shown() }, false, "für Benvolio: account, until 2023-11-15"),
        ] {
            assert_eq!(say.line(&invite, with_creator), line);
        }
        let long = say.line(&Shown { note: Some("é".repeat(41)), ..shown() }, false);
        assert!(long.starts_with(&format!("{}…: account", "é".repeat(39))), "{long}");
    }

    #[test]
    fn lines_that_look_the_same_have_ids() {
        let messages = english();
        let (noted, other) = (Shown { note: Some("a".into()), ..shown() }, Shown { id: "0123456789ab".into(), ..shown() });
        assert_eq!(
            Say::new(&messages, "en").lines(&[shown(), noted, other], false),
            ["account, until 2023-11-15 [ba7816bf8f01]", "a: account, until 2023-11-15", "account, until 2023-11-15 [0123456789ab]"]
        );
    }

    #[test]
    fn details_leave_out_what_there_is_not_and_the_link_where_it_is_not_to_be_seen() {
        let messages = english();
        let say = Say::new(&messages, "en");
        let names = |rows: Rows| rows.into_iter().map(|(name, _, _)| name).collect::<Vec<_>>().join(" ");
        let full = Shown { note: Some("a\u{1b}".into()), max_uses: Some(2), links: (Some("x".into()), Some("y".into())), ..shown() };
        assert_eq!(names(say.details("h", &full, true)), "landing-url uri valid-until expire purpose state uses note maker created id");
        assert_eq!(names(say.details("h", &full, false)), "valid-until expire purpose state uses note maker created id");
        assert_eq!(names(say.links(&Shown { until: None, ..shown() }, true)), "uri");
        let rows = say.details("example.com", &full, true);
        let value = |name: &str| rows.iter().find(|row| row.0 == name).unwrap().2.as_str();
        assert_eq!((value("note"), value("maker"), value("state")), ("a\u{fffd}", "romeo@example.com", "active"));
        assert_eq!(
            (value("created"), value("valid-until"), value("expire")),
            ("2023-11-14 22:13 UTC", "2023-11-15 22:13 UTC", "2023-11-15T22:13:20Z")
        );
        assert_eq!(say.extended(&full), "The invite is now valid until 2023-11-15 22:13 UTC");
        assert_eq!(say.extended(&Shown { until: None, ..full }), "The invite never expires now");
    }
}
