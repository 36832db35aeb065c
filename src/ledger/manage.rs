//! Changing invites: revoke, extend, label; and finding the invite that a reference names.

use serde_json::{Map, Value};

use super::create::reserve_bound_name;
use super::current::{Changed, changed};
use super::list::{Filter, Query};
use super::{Ledger, webhooks};
use crate::api::v1::Amendment;
use crate::policy::{self, Accounts};
use crate::record::Happened;
use crate::store::decode::Located;
use crate::store::{Mode, Tx, accounts as stored_accounts, invites};
use crate::{
    Authority, Card, CreateRequest, Cursor, Error, Invite, InviteId, Limit, Pasted, Refusal, State, Token, UnixTime, Username, WebhookEvent,
};

impl Ledger {
    /// Revokes an invite. It is no longer accepted, neither at preauth nor between preauth and registration, and its reservation ends. A registration
    /// that has already claimed it may finish, and that use counts. With `creator`, only an invite that this user created.
    ///
    /// # Errors
    /// As [`Ledger::info`]; [`Refusal::TokenRevoked`] if it was revoked before.
    pub fn revoke(&mut self, reference: &str, creator: Option<&Username>, now: UnixTime) -> Result<Changed, Error> {
        let id = self.created_by(reference, creator)?.id;
        self.run(Mode::Durable, |tx, settings| {
            if !invites::revoke(tx, id, now, settings.kept_until(now))? {
                return Err(Refusal::TokenRevoked.into());
            }
            let by = creator.map(|creator| settings.account(creator));
            webhooks::note(tx, settings, &Happened { by, ..Happened::of(WebhookEvent::Revoked, id) }, now)?;
            changed(tx, id, now)
        })
    }

    /// Revokes every invite that can still be used (or can't be read) on a page of those that a user created; with `sheet`, only the cards of this
    /// sheet. Returns how many, and the cursor of the next page.
    ///
    /// # Errors
    /// [`Error::Failed`]; then no invite of this page is revoked.
    pub fn revoke_page(
        &mut self,
        creator: &Username,
        sheet: Option<&str>,
        after: Option<&Cursor>,
        now: UnixTime,
    ) -> Result<(usize, Option<Cursor>), Error> {
        let page = self.list(Query { creator: Some(creator), ..Query::of(Filter::Usable) }, after, Self::PAGE, now)?;
        let is_meant = |invite: &Invite| sheet.is_none_or(|sheet| Card::of(invite.data.as_ref()).is_some_and(|card| card.sheet == sheet));
        let meant = page.invites.iter().map(|(invite, _)| invite).filter(|invite| is_meant(invite)).map(|invite| invite.id);
        let damaged = page.damaged.iter().filter_map(|damaged| damaged.id).filter(|_| sheet.is_none());
        let ids: Vec<InviteId> = meant.chain(damaged).collect();
        if ids.is_empty() {
            return Ok((0, page.next));
        }
        let revoked = self.run(Mode::Durable, |tx, settings| {
            let mut revoked = 0;
            for id in &ids {
                if invites::revoke(tx, *id, now, settings.kept_until(now))? {
                    webhooks::note(tx, settings, &Happened::of(WebhookEvent::Revoked, *id), now)?;
                    revoked += 1;
                }
            }
            Ok(revoked)
        })?;
        Ok((revoked, page.next))
    }

    /// Lets an invite that has not ended live for `ttl` seconds from now. With `creator`, only an invite that this user created on their own
    /// authority, and within the limits for users.
    ///
    /// # Errors
    /// As [`Ledger::info`]; why the invite is dead; [`Refusal::TtlInvalid`], [`Refusal::TtlTooLong`], [`Refusal::NotAllowed`].
    pub fn extend(&mut self, reference: &str, creator: Option<&Username>, ttl: i64, now: UnixTime) -> Result<(UnixTime, Changed), Error> {
        if ttl < 1 {
            return Err(Refusal::TtlInvalid.into());
        }
        let known = self.created_by(reference, creator)?;
        if creator.is_some() {
            if known.authority != Authority::User {
                return Err(Refusal::NotAllowed.into());
            }
            self.settings.allowance.choice(Limit::ONCE, Some(ttl))?;
        }
        match self.info(reference, now) {
            Ok((_, State::Revoked)) => return Err(Refusal::TokenRevoked.into()), // also one of an account that is gone
            Ok((invite, _)) if ttl > self.settings.longest_for(&invite.kind) => return Err(Refusal::ContactTtlTooLong.into()),
            Ok(_) | Err(Error::Refused(Refusal::InviteDamaged(_))) => {}
            Err(refusal) => return Err(refusal),
        }
        let expires = now.plus(ttl);
        self.run(Mode::Durable, |tx, settings| {
            lock_living(tx, known.id, now)?;
            invites::extend(tx, known.id, expires, settings.kept_until(expires))?;
            Ok((expires, changed(tx, known.id, now)?))
        })
    }

    /// Changes an invite in several ways at once: all, or none. Lifetime and uses of an invite that has ended stay.
    ///
    /// # Errors
    /// As [`Ledger::extend`] and [`Ledger::label`]; [`Refusal::UsesInvalid`] if it was used as often already.
    pub fn amend(&mut self, reference: &str, change: &Amendment, now: UnixTime) -> Result<Changed, Error> {
        let (known, state) = self.info(reference, now)?;
        let needs_life = change.ttl.is_some() || change.limit.is_some();
        if needs_life && state == State::Revoked {
            return Err(Refusal::TokenRevoked.into()); // also one of an account that is gone
        }
        if change.ttl.is_some_and(|ttl| ttl > self.settings.longest_for(&known.kind)) {
            return Err(Refusal::ContactTtlTooLong.into());
        }
        self.run(Mode::Durable, |tx, settings| {
            let invite = invites::lock(tx, known.id)?.ok_or(Refusal::TokenInvalid)?;
            if needs_life {
                lock_living(tx, known.id, now)?;
            }
            if let Some(ttl) = change.ttl {
                let expires = now.plus(ttl);
                invites::extend(tx, known.id, expires, settings.kept_until(expires))?;
            }
            if let Some(limit) = change.limit {
                if !limit.allows(invite.uses) {
                    return Err(Refusal::UsesInvalid.into());
                }
                invites::set_limit(tx, known.id, limit)?;
            }
            if let Some(note) = &change.note {
                set_note(tx, invite, note.as_deref())?;
            }
            changed(tx, known.id, now)
        })
    }

    /// Takes the revocation of an invite back. One that was not revoked stays as it is.
    ///
    /// # Errors
    /// As [`Ledger::info`]; [`Refusal::TokenRevoked`] if it ended with an account; why such an invite could not be created now; or the question.
    pub fn restore(&mut self, reference: &str, accounts: &Accounts, now: UnixTime) -> Result<Changed, Error> {
        let (known, state) = self.info(reference, now)?;
        if state != State::Revoked {
            return self.run(Mode::Read, |tx, _| changed(tx, known.id, now));
        }
        accounts.need(policy::facts_to_create(&CreateRequest { authority: known.authority, ..CreateRequest::of(known.kind.clone()) }))?;
        let users: Vec<Username> = known.users().cloned().collect();
        self.identify_all(&users, accounts, now)?;
        policy::may_create(&known.kind, known.authority, accounts)?;
        self.run(Mode::Durable, |tx, settings| {
            let invite = invites::lock(tx, known.id)?.ok_or(Refusal::TokenInvalid)?;
            if policy::is_orphaned(&invite, &stored_accounts::known(tx, invite.users())?) {
                return Err(Refusal::TokenRevoked.into());
            }
            if invite.revoked.is_some() {
                reserve_bound_name(tx, &invite, now)?;
                invites::restore(tx, known.id, settings.kept_until(invite.expires.max(now)))?;
            }
            changed(tx, known.id, now)
        })
    }

    /// Sets or removes the note of an invite (`additional_data.note`). With `creator`, only of an invite that this user created.
    ///
    /// # Errors
    /// As [`Ledger::info`]; [`Refusal::DataInvalid`] if the data is a list or the note is too long.
    pub fn label(&mut self, reference: &str, creator: Option<&Username>, note: Option<&str>, now: UnixTime) -> Result<Changed, Error> {
        let known = self.created_by(reference, creator)?;
        note.map_or(Ok(()), CreateRequest::note_fits)?;
        self.run(Mode::Durable, |tx, _| {
            let invite = invites::lock(tx, known.id)?.ok_or(Refusal::TokenInvalid)?;
            set_note(tx, invite, note)?;
            changed(tx, known.id, now)
        })
    }

    /// The invite that a reference names. With `creator`, invites of others (and of an earlier account of that name) are reported as unknown.
    fn created_by(&mut self, reference: &str, creator: Option<&Username>) -> Result<Located, Error> {
        let (located, _) = self.resolve(reference)?;
        let Some(creator) = creator else { return Ok(located) };
        let known = self.run(Mode::Read, |tx, _| stored_accounts::find(tx, creator))?.unwrap_or_default();
        if located.creator.as_ref() == Some(creator) && known.made(located.created, None) { Ok(located) } else { Err(Refusal::TokenInvalid.into()) }
    }

    /// The invite that a token (or a text with one, see [`Pasted`]) or a short id names, and the token if there was one. A token comes first.
    pub(super) fn resolve(&mut self, reference: &str) -> Result<(Located, Option<Token>), Error> {
        let shown = Pasted::read(reference)?;
        let range = InviteId::range(reference);
        let (mut found, token) = self.run(Mode::Read, |tx, _| {
            for token in shown.tokens() {
                if let Some(known) = invites::locate(tx, token.id())? {
                    return Ok((vec![known], Some(token.clone())));
                }
            }
            let found = range.map_or_else(|| Ok(Vec::new()), |range| invites::locate_between(tx, range))?;
            Ok((found, None))
        })?;
        match (found.pop(), found.is_empty()) {
            (Some(known), true) => Ok((known, token)),
            (Some(_), false) => Err(Refusal::ReferenceAmbiguous.into()),
            (None, _) => Err(Refusal::TokenInvalid.into()),
        }
    }
}

/// Locks an invite that has not ended.
fn lock_living(tx: &mut Tx<'_>, id: InviteId, now: UnixTime) -> Result<(), Error> {
    match invites::lock_state(tx, id, now)?.ok_or(Refusal::TokenInvalid)? {
        State::Revoked => Err(Refusal::TokenRevoked.into()),
        State::Redeemed => Err(Refusal::TokenUsed.into()),
        State::Expired => Err(Refusal::TokenExpired.into()),
        State::Pending | State::Claimed => Ok(()),
    }
}

/// Sets or removes the note of an invite that is locked.
fn set_note(tx: &mut Tx<'_>, invite: Invite, note: Option<&str>) -> Result<(), Error> {
    if note.is_none() && invite.data.is_none() {
        return Ok(());
    }
    let mut data = invite.data.unwrap_or_else(|| Value::Object(Map::new()));
    let Value::Object(fields) = &mut data else {
        return Err(Refusal::DataInvalid("a list has no room for a note".into()).into());
    };
    match note {
        Some(note) => fields.insert("note".into(), note.into()),
        None => fields.remove("note"),
    };
    invites::annotate(tx, invite.id, &data)
}
