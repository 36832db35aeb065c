//! Importing invites: those of the bundled module, and those from an export.

use serde_json::Value;

use super::Ledger;
use super::create::promise;
use crate::store::{Mode, accounts, invites};
use crate::{Authority, Error, Invite, Kind, Limit, Refusal, Token, UnixTime, Username};

/// An invite as the bundled `mod_invites` kept it.
#[derive(Clone, Debug)]
pub struct LegacyInvite {
    /// Its token.
    pub token: Token,
    /// What it is good for.
    pub kind: Kind,
    /// Who made it, as far as is known.
    pub creator: Option<Username>,
    /// Who stands behind it.
    pub authority: Authority,
    /// `reusable`, or once.
    pub limit: Limit,
    /// When it was made.
    pub created: UnixTime,
    /// When it expires.
    pub expires: UnixTime,
    /// Its web page.
    pub landing_page: Option<String>,
    /// Its `additional_data`.
    pub data: Option<Value>,
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Invites that are new.
    pub imported: u64,
    /// Entries that belonged to an invite that was there.
    pub merged: u64,
    /// New invites whose name is promised to another one: they are there, and wait for that one to end.
    pub conflicts: u64,
    /// Entries that were dead long ago.
    pub skipped: u64,
}

impl Ledger {
    /// Takes over invites of the bundled module, as they are: an inviter who is gone or a name that is promised twice is no reason to lose one.
    ///
    /// # Errors
    /// [`Error::Failed`]; then none of these entries is taken over.
    pub fn import(&mut self, entries: &[LegacyInvite], now: UnixTime) -> Result<Imported, Error> {
        self.run(Mode::Durable, |tx, settings| {
            let mut done = Imported::default();
            for entry in entries {
                let sweep_at = settings.kept_until(entry.expires);
                let in_clear = settings.store_tokens && !matches!(entry.kind, Kind::Reset { .. });
                let invite = Invite {
                    id: entry.token.id(),
                    token: in_clear.then(|| entry.token.clone()),
                    kind: entry.kind.clone(),
                    creator: entry.creator.clone(),
                    authority: entry.authority,
                    limit: entry.limit,
                    uses: 0,
                    created: entry.created.min(now),
                    expires: entry.expires,
                    revoked: None,
                    landing_page: entry.landing_page.clone().filter(|_| in_clear),
                    data: entry.data.clone(),
                    credentials: None,
                };
                for user in invite.users() {
                    accounts::adopt(tx, user)?;
                }
                if !invites::insert(tx, &invite, sweep_at)? {
                    if invites::locate(tx, invite.id)?.is_some() {
                        invites::merge(tx, &invite, sweep_at)?;
                        done.merged += 1;
                    } else {
                        // Another host of this database has the same token; it can't be two invites.
                        done.skipped += 1;
                    }
                    continue;
                }
                match promise(tx, &invite, now) {
                    Err(Error::Refused(Refusal::UsernameReserved)) => done.conflicts += 1,
                    other => other?,
                }
                done.imported += 1;
            }
            Ok(done)
        })
    }
}
