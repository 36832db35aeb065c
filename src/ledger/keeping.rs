//! Keeping the book: info, list, revoke, forget, sweep.

use super::Ledger;
use crate::store::Mode;
use crate::store::statements as book;
use crate::{Invite, InviteId, Refusal, State, Token, UnixTime, Username};

impl Ledger {
    /// An invite and where it is in its life. `reference` is its token or its short id.
    ///
    /// # Errors
    /// [`Refusal::NoToken`], [`Refusal::TokenInvalid`], [`Refusal::ReferenceAmbiguous`].
    pub fn info(&mut self, reference: &str, now: UnixTime) -> Result<(Invite, State), Refusal> {
        let invite = self.resolve(reference)?;
        let in_flight = self.run(Mode::Read, |sql, _| book::count_claims(sql, invite.id))?;
        let state = invite.state(in_flight, now);
        Ok((invite, state))
    }

    /// Invites that let somebody register (or reset) and still have a use, a page at a time; `after` is the last id of the page before.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn pending(&mut self, after: Option<InviteId>, limit: u16, now: UnixTime) -> Result<Vec<Invite>, Refusal> {
        self.run(Mode::Read, |sql, settings| book::pending(sql, &settings.host, after, i64::from(limit), now))
    }

    /// Takes an invite back: it is not accepted any more, neither at preauth nor between preauth and registration. What it reserved is free. A
    /// registration that has claimed already may still end; that use counts.
    ///
    /// # Errors
    /// As [`Ledger::info`]; [`Refusal::TokenRevoked`] if it was revoked before.
    pub fn revoke(&mut self, reference: &str, now: UnixTime) -> Result<(), Refusal> {
        let id = self.resolve(reference)?.id;
        let revoked = self.run(Mode::Durable, |sql, settings| book::revoke(sql, &settings.host, id, now, settings.kept_until(now)))?;
        if revoked { Ok(()) } else { Err(Refusal::TokenRevoked) }
    }

    /// An account was deleted. If a registration of that name is under way, it was Prosody that took the new account back: the claim is released and that
    /// is all. Otherwise its contact invites and its resets die with it. Returns how many did.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn forget(&mut self, username: &Username, now: UnixTime) -> Result<usize, Refusal> {
        self.run(Mode::Durable, |sql, settings| {
            let claim = book::holder(sql, &settings.host, username)?.and_then(|holder| holder.claim);
            match claim {
                Some(claim) if !claim.is_reset => book::release(sql, &settings.host, claim.permit).map(|()| 0),
                _ => book::revoke_dependents(sql, &settings.host, username, now, settings.kept_until(now)),
            }
        })
    }

    /// Removes up to [`Ledger::BATCH`] invites that died long enough ago. Returns how many: 0 means that there is nothing left to sweep.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn sweep(&mut self, now: UnixTime) -> Result<usize, Refusal> {
        self.run(Mode::Lazy, |sql, settings| book::sweep(sql, &settings.host, now, Self::BATCH))
    }

    /// Whether the bundled module's invites were taken over.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn is_imported(&mut self) -> Result<bool, Refusal> {
        self.run(Mode::Read, |sql, settings| book::is_imported(sql, &settings.host))
    }

    /// Remembers that the bundled module's invites were taken over.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn mark_imported(&mut self, now: UnixTime) -> Result<(), Refusal> {
        self.run(Mode::Durable, |sql, settings| book::mark_imported(sql, &settings.host, now))
    }

    /// The invite that a token or a short id names; a token comes first.
    fn resolve(&mut self, reference: &str) -> Result<Invite, Refusal> {
        let token = Token::parse(reference)?;
        let mut found = self.run(Mode::Read, |sql, settings| match book::find(sql, &settings.host, token.id())? {
            Some(invite) => Ok(vec![Invite { token: Some(token.clone()), ..invite }]),
            None => match InviteId::range(reference) {
                Some(range) => book::find_between(sql, &settings.host, range),
                None => Ok(Vec::new()),
            },
        })?;
        match (found.pop(), found.is_empty()) {
            (Some(invite), true) => Ok(invite),
            (Some(_), false) => Err(Refusal::ReferenceAmbiguous),
            (None, _) => Err(Refusal::TokenInvalid),
        }
    }
}
