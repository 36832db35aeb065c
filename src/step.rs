//! The steps in the life of invites: events on the host, lines in the log, metrics, and entries for `mod_audit`.
//!
//! In events, `id` is the short id, and `kind` is account, contact, contact-account or reset; tokens are only in `invite` and `validated`, which are
//! tables of the API. What a handler returns or changes has no effect, except for `invite-created` (the invite itself), which is fired before it is
//! stored: handlers may change `additional_data`, `landing_page`, `expires` and `reusable`.

use crate::{KindName, UnixTime};

/// A step, with the fields for its line, its entry and its counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// `invite-stored` (id, kind, invite): it is in the database. For many at once, these are the fields of the first, and their number.
    Stored {
        /// The short id.
        id: String,
        /// Their kind.
        kind: KindName,
        /// The local user who created them.
        creator: Option<String>,
        /// How many.
        count: u64,
    },
    /// `invite-checked` (id, kind, creator, validated): its token was presented and is valid.
    Checked,
    /// `invite-claimed` (id, kind, creator, validated, username): its use and the name are taken, and the account is about to be created.
    Claimed,
    /// `invite-redeemed` (id, kind, creator, validated, username or nil, settled): its use is counted. The account exists, the password is set, or
    /// the contact is added. `settled`: after a crash, an account was found to which nothing has been given.
    Redeemed {
        /// The short id.
        id: String,
        /// Its kind.
        kind: KindName,
        /// Who used it, if that is known.
        username: Option<String>,
    },
    /// `invite-released` (id, kind, creator, validated, username): the attempt has ended without an account.
    Released,
    /// `invite-revoked` (id, invite, by: username, nil for an admin): it was revoked.
    Revoked {
        /// The short id.
        id: String,
        /// The user who did it; none for an admin.
        by: Option<String>,
    },
    /// `invites-revoked` (creators: array of usernames, count, sheet: id or nil): all invites of these users, or the cards of one sheet, were revoked.
    AllRevoked {
        /// The users.
        creators: Vec<String>,
        /// How many invites.
        count: u64,
    },
    /// `invite-extended` (id, invite, expires, by): it has a new expiry.
    Extended {
        /// The short id.
        id: String,
        /// When it expires now.
        expires: UnixTime,
        /// The user who did it; none for an admin.
        by: Option<String>,
    },
    /// `invite-labelled` (id, invite, note or nil, by): it has a new note.
    Labelled {
        /// The short id.
        id: String,
        /// The user who did it; none for an admin.
        by: Option<String>,
    },
    /// `invite-limited` (id, invite, limit or nil, by): it can be used another number of times.
    Limited {
        /// The short id.
        id: String,
        /// The user who did it; none for an admin.
        by: Option<String>,
    },
    /// `invite-restored` (id, invite, by): its revocation was taken back.
    Restored {
        /// The short id.
        id: String,
        /// The user who did it; none for an admin.
        by: Option<String>,
    },
    /// `invite-refused` (verb: make, check, claim or spend; code, id: nil without a token, username): the request was refused.
    Refused {
        /// The code of the refusal.
        code: String,
    },
    /// `invites-forgotten` (username, count): this many contact and reset invites ended with the account.
    Forgotten {
        /// Whose account it was.
        username: String,
        /// How many.
        count: u64,
    },
    /// `invites-settled` (redeemed, released): this many unfinished registrations had created an account, and this many had not.
    Settled {
        /// How many had.
        redeemed: u64,
        /// How many had not.
        released: u64,
    },
    /// `invites-swept` (count, seconds): this many old invites were removed, and how long that took.
    Swept {
        /// How many.
        count: u64,
    },
}

impl Step {
    /// Its line in the log.
    #[must_use]
    pub fn line(&self) -> Option<String> {
        let by = |who: &Option<String>| who.as_ref().map(|who| format!(" by {who}")).unwrap_or_default();
        Some(match self {
            Self::Stored { id, kind, creator, count: 1 } => format!("Invite {id} was made ({kind}){}", by(creator)),
            Self::Stored { kind, creator, count, .. } => format!("{count} invites were made ({kind}){}", by(creator)),
            Self::Redeemed { id, kind, username } => format!("Invite {id} was used ({kind}){}", by(username)),
            Self::Revoked { id, by: who } => format!("Invite {id} was revoked{}", by(who)),
            Self::AllRevoked { creators, count } => format!("{count} invites of {} were revoked", creators.join(", ")),
            Self::Extended { id, expires, by: who } => format!("Invite {id} is valid until {} now{}", expires.to_iso(), by(who)),
            Self::Labelled { id, by: who } => format!("Invite {id} has another note{}", by(who)),
            Self::Limited { id, by: who } => format!("Invite {id} can be used another number of times now{}", by(who)),
            Self::Restored { id, by: who } => format!("Invite {id} is revoked no more{}", by(who)),
            Self::Forgotten { username, count } => format!("{count} invites died with the account {username}"),
            Self::Settled { redeemed, released } => format!("Unfinished registrations: {redeemed} had made an account, {released} had not"),
            Self::Checked | Self::Claimed | Self::Released | Self::Refused { .. } | Self::Swept { .. } => return None,
        })
    }

    /// The user of its entry for `mod_audit`, `Some(None)` for an entry without user; `None` without an entry.
    #[must_use]
    pub fn whose(&self) -> Option<Option<&str>> {
        match self {
            Self::Stored { creator: who, .. }
            | Self::Redeemed { username: who, .. }
            | Self::Revoked { by: who, .. }
            | Self::Extended { by: who, .. }
            | Self::Labelled { by: who, .. }
            | Self::Limited { by: who, .. }
            | Self::Restored { by: who, .. } => Some(who.as_deref()),
            Self::AllRevoked { .. } => Some(None),
            Self::Forgotten { username, .. } => Some(Some(username)),
            Self::Checked | Self::Claimed | Self::Released | Self::Refused { .. } | Self::Settled { .. } | Self::Swept { .. } => None,
        }
    }

    /// Its counter with the label, and the number to add.
    #[must_use]
    pub fn counter(&self) -> Option<(&'static str, Option<String>, u64)> {
        Some(match self {
            Self::Stored { kind, count, .. } => ("created", Some(kind.to_string()), *count),
            Self::Checked => ("checked", None, 1),
            Self::Claimed => ("claimed", None, 1),
            Self::Redeemed { kind, .. } => ("redeemed", Some(kind.to_string()), 1),
            Self::Revoked { .. } => ("revoked", None, 1),
            Self::AllRevoked { count, .. } => ("revoked", None, *count),
            Self::Refused { code } => ("refused", Some(code.clone()), 1),
            Self::Swept { count } => ("swept", None, *count),
            Self::Released
            | Self::Extended { .. }
            | Self::Labelled { .. }
            | Self::Limited { .. }
            | Self::Restored { .. }
            | Self::Forgotten { .. }
            | Self::Settled { .. } => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_has_its_line_its_entry_and_its_counter() {
        let (id, juliet) = (|| "ba7816bf8f01".to_owned(), || Some("juliet".to_owned()));
        let stored = |creator, count| Step::Stored { id: id(), kind: KindName::ContactAccount, creator, count };
        let expires = UnixTime::from_seconds(1_700_000_000);
        let all = Step::AllRevoked { creators: vec!["juliet".into(), "romeo".into()], count: 3 };
        for (step, line, whose, counter) in [
            (stored(juliet(), 1), "Invite ba7816bf8f01 was made (contact-account) by juliet", Some(Some("juliet")), Some(("created", 1))),
            (stored(None, 500), "500 invites were made (contact-account)", Some(None), Some(("created", 500))),
            (Step::Checked, "", None, Some(("checked", 1))),
            (Step::Claimed, "", None, Some(("claimed", 1))),
            (
                Step::Redeemed { id: id(), kind: KindName::Reset, username: None },
                "Invite ba7816bf8f01 was used (reset)",
                Some(None),
                Some(("redeemed", 1)),
            ),
            (Step::Released, "", None, None),
            (Step::Revoked { id: id(), by: juliet() }, "Invite ba7816bf8f01 was revoked by juliet", Some(Some("juliet")), Some(("revoked", 1))),
            (all, "3 invites of juliet, romeo were revoked", Some(None), Some(("revoked", 3))),
            (Step::Extended { id: id(), expires, by: None }, "Invite ba7816bf8f01 is valid until 2023-11-14T22:13:20Z now", Some(None), None),
            (Step::Labelled { id: id(), by: juliet() }, "Invite ba7816bf8f01 has another note by juliet", Some(Some("juliet")), None),
            (Step::Limited { id: id(), by: None }, "Invite ba7816bf8f01 can be used another number of times now", Some(None), None),
            (Step::Restored { id: id(), by: juliet() }, "Invite ba7816bf8f01 is revoked no more by juliet", Some(Some("juliet")), None),
            (Step::Refused { code: "token-used".into() }, "", None, Some(("refused", 1))),
            (Step::Forgotten { username: "juliet".into(), count: 2 }, "2 invites died with the account juliet", Some(Some("juliet")), None),
            (Step::Settled { redeemed: 1, released: 2 }, "Unfinished registrations: 1 had made an account, 2 had not", None, None),
            (Step::Swept { count: 7 }, "", None, Some(("swept", 7))),
        ] {
            assert_eq!(step.line().unwrap_or_default(), line);
            assert_eq!(step.whose(), whose, "{step:?}");
            assert_eq!(step.counter().map(|(name, _, count)| (name, count)), counter, "{step:?}");
        }
        assert_eq!(stored(None, 1).counter().unwrap().1.as_deref(), Some("contact-account"));
    }
}
