//! Importing invites: those of the bundled module, and those from an export.

use serde_json::Value;

use super::Ledger;
use super::create::reserve_bound_name;
use crate::store::{Mode, accounts, invites};
use crate::{Authority, Error, Invite, Kind, Limit, Refusal, Token, UnixTime, Username};

/// An invite of the bundled `mod_invites`, or one from an export.
#[derive(Clone, Debug)]
pub struct LegacyInvite {
    /// Its token.
    pub token: Token,
    /// What it lets its holder do.
    pub kind: Kind,
    /// Who created it, as far as is known.
    pub creator: Option<Username>,
    /// Who stands behind it.
    pub authority: Authority,
    /// How often it can be used.
    pub limit: Limit,
    /// When it was created.
    pub created: UnixTime,
    /// When it expires.
    pub expires: UnixTime,
    /// The URL of its web page.
    pub landing_page: Option<String>,
    /// Its `additional_data`.
    pub data: Option<Value>,
}

/// The result of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// New invites.
    pub imported: u64,
    /// Entries whose invite exists already.
    pub merged: u64,
    /// New invites whose name is reserved for another invite. They can be used once that one has ended.
    pub conflicts: u64,
    /// Entries that were left out.
    pub skipped: u64,
}

impl Ledger {
    /// Imports invites as they are. An inviter who is gone, or a name that is reserved already, is no reason to lose one.
    ///
    /// # Errors
    /// [`Error::Failed`]; then none of these entries is imported.
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
                        // Another host of this database has the same token. It can't be two invites.
                        done.skipped += 1;
                    }
                    continue;
                }
                match reserve_bound_name(tx, &invite, now) {
                    Err(Error::Refused(Refusal::UsernameReserved)) => done.conflicts += 1,
                    other => other?,
                }
                done.imported += 1;
            }
            Ok(done)
        })
    }
}
