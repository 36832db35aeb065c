//! Keeping the book: info, list, count, revoke, extend, label, forget, sweep.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Ledger;
use crate::clock::Trust;
use crate::policy::{self, Accounts};
use crate::store::decode::Located;
use crate::store::{Mode, Tx, accounts, imports, invites, names, redemptions};
use crate::{
    Authority, CreateRequest, Cursor, Damaged, Error, Invite, InviteId, KindName, KnownAccounts, Limit, Pasted, Refusal, State, Token, UnixTime,
    Username,
};

/// Which invites somebody wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Filter {
    /// Those that let somebody register (or reset) and still have a use.
    Pending,
    /// Those that still have a use, contact invites included.
    Usable,
    /// Those that were used at least once.
    Used,
    /// All.
    All,
}

impl Filter {
    fn includes(self, invite: &Invite, state: State) -> bool {
        let usable = matches!(state, State::Pending | State::Claimed);
        match self {
            Self::Pending => usable && invite.kind.allows_registration(),
            Self::Usable => usable,
            Self::Used => invite.uses > 0,
            Self::All => true,
        }
    }
}

/// A list of invites.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a> {
    /// Which of them.
    pub which: Filter,
    /// Those alone that this user made.
    pub creator: Option<&'a Username>,
    /// The newest first, instead of the oldest.
    pub newest_first: bool,
}

impl Query<'_> {
    /// Everybody's, the oldest first.
    #[must_use]
    pub fn of(which: Filter) -> Self {
        Self { which, creator: None, newest_first: false }
    }
}

/// How many invites there are of a kind in a state.
pub type Counts = BTreeMap<(KindName, State), u64>;

/// A page of invites, counted.
#[derive(Clone, Debug)]
pub struct Counted {
    /// How many of which sort.
    pub counts: Counts,
    /// Those that can't be read.
    pub damaged: Vec<Damaged>,
    /// Where the next page begins; none after the last.
    pub next: Option<Cursor>,
}

/// Part of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// The invites, with where they are in their life.
    pub invites: Vec<(Invite, State)>,
    /// Those that can't be read, whatever was asked for.
    pub damaged: Vec<Damaged>,
    /// Where the next page begins; none after the last.
    pub next: Option<Cursor>,
}

/// An invite that was changed, as it is now.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Which.
    pub id: InviteId,
    /// The invite, and where it is in its life; none if its row can't be read, which keeps nobody from changing it.
    pub invite: Option<(Invite, State)>,
}

impl Ledger {
    /// An invite and where it is in its life. `reference` is its token, a link with that, or its short id.
    ///
    /// # Errors
    /// [`Refusal::NoToken`], [`Refusal::TokenInvalid`], [`Refusal::ReferenceAmbiguous`].
    pub fn info(&mut self, reference: &str, now: UnixTime) -> Result<(Invite, State), Error> {
        let (located, token) = self.resolve(reference)?;
        let (invite, in_flight, known) = self.run(Mode::Read, |tx, _| {
            let invite = invites::find(tx, located.id)?.ok_or(Refusal::TokenInvalid)?;
            let known = accounts::known(tx, invite.users())?;
            Ok((invite, names::count_claims(tx, located.id)?, known))
        })?;
        Ok(as_kept(Invite { token: token.or(invite.token.clone()), ..invite }, in_flight, &known, now))
    }

    /// Who used an invite, as far as is known, and when: the first [`Ledger::BATCH`].
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn uses(&mut self, id: InviteId) -> Result<Vec<(Option<String>, UnixTime)>, Error> {
        self.run(Mode::Read, |tx, _| redemptions::uses(tx, id, Self::BATCH))
    }

    /// A page of the host's invites in the order in which they were made, or of those that one user made. So many are looked at, and those left out that were
    /// not asked for: a page costs the same however few fit. A page ends earlier where the invites carry much data.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn list(&mut self, list: Query<'_>, after: Option<&Cursor>, look: u16, now: UnixTime) -> Result<Page, Error> {
        let limit = i64::from(look);
        let ((rows, has_more), known, began) = self.run(Mode::Read, |tx, _| {
            let creator = list.creator.map_or(Ok(None), |creator| accounts::find(tx, creator))?;
            let began = creator.unwrap_or_default().began;
            let first = Cursor { created: began.seconds(), id: InviteId([0; 16]) };
            let is_before = began > UnixTime::default() && !list.newest_first && after.is_none_or(|after| after.created < first.created);
            let start = if is_before { Some(first) } else { after.copied() };
            let page = invites::page(tx, list.creator, start.as_ref(), list.newest_first, limit)?;
            let users: BTreeSet<&Username> = page.0.iter().flat_map(|(_, row)| row).flat_map(|(invite, _)| invite.users()).collect();
            let known = accounts::known(tx, users)?;
            Ok((page, known, began))
        })?;
        // The next page begins behind the last row whose place we can name; the rows behind that come again with it.
        let end = rows.iter().rposition(|(place, _)| place.is_some()).filter(|_| has_more);
        // What an earlier account of that name made comes last where the newest comes first.
        let next = end.and_then(|end| rows.get(end)?.0).filter(|next| began == UnixTime::default() || next.created >= began.seconds());
        let mut page = Page { invites: Vec::new(), damaged: Vec::new(), next };
        for (place, row) in rows.into_iter().take(end.map_or(usize::MAX, |end| end + 1)) {
            if began > UnixTime::default() && place.is_some_and(|place| place.created < began.seconds()) {
                continue;
            }
            match row {
                Err(damaged) => page.damaged.push(damaged),
                Ok((invite, claims)) => {
                    let (invite, state) = as_kept(invite, claims, &known, now);
                    if list.which.includes(&invite, state) {
                        page.invites.push((invite, state));
                    }
                }
            }
        }
        Ok(page)
    }

    /// Counts a page of invites by kind and state.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn count(&mut self, after: Option<&Cursor>, look: u16, now: UnixTime) -> Result<Counted, Error> {
        let page = self.list(Query::of(Filter::All), after, look, now)?;
        let mut counts = Counts::new();
        for (invite, state) in &page.invites {
            *counts.entry((invite.kind.name(), *state)).or_default() += 1;
        }
        Ok(Counted { counts, damaged: page.damaged, next: page.next })
    }

    /// Takes an invite back: it is not accepted any more, neither at preauth nor between preauth and registration. What it reserved is free. A
    /// registration that has claimed already may still end; that use counts. With `creator`, only an invite that this user made.
    ///
    /// # Errors
    /// As [`Ledger::info`]; [`Refusal::TokenRevoked`] if it was revoked before.
    pub fn revoke(&mut self, reference: &str, creator: Option<&Username>, now: UnixTime) -> Result<Changed, Error> {
        let id = self.created_by(reference, creator)?.id;
        self.run(Mode::Durable, |tx, settings| {
            if !invites::revoke(tx, id, now, settings.kept_until(now))? {
                return Err(Refusal::TokenRevoked.into());
            }
            changed(tx, id, now)
        })
    }

    /// Takes back every invite that can still be used (or can't be read) on a page of those that a user made. How many, and where the next page begins.
    ///
    /// # Errors
    /// [`Error::Failed`]; then none of this page is taken back.
    pub fn revoke_page(&mut self, creator: &Username, after: Option<&Cursor>, now: UnixTime) -> Result<(usize, Option<Cursor>), Error> {
        let page = self.list(Query { creator: Some(creator), ..Query::of(Filter::Usable) }, after, Self::PAGE, now)?;
        let ids: Vec<InviteId> =
            page.invites.iter().map(|(invite, _)| invite.id).chain(page.damaged.iter().filter_map(|damaged| damaged.id)).collect();
        if ids.is_empty() {
            return Ok((0, page.next));
        }
        let revoked = self.run(Mode::Durable, |tx, settings| {
            let mut revoked = 0;
            for id in &ids {
                revoked += usize::from(invites::revoke(tx, *id, now, settings.kept_until(now))?);
            }
            Ok(revoked)
        })?;
        Ok((revoked, page.next))
    }

    /// Lets an invite that has not ended live so many seconds from now. With `creator`, only an invite that this user made on their own right, and no
    /// longer than users may.
    ///
    /// # Errors
    /// As [`Ledger::info`]; which kind of dead it is; [`Refusal::TtlInvalid`], [`Refusal::TtlTooLong`], [`Refusal::NotAllowed`].
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
            Ok(_) | Err(Error::Refused(Refusal::InviteDamaged(_))) => {}
            Err(refusal) => return Err(refusal),
        }
        let expires = now.plus(ttl);
        self.run(Mode::Durable, |tx, settings| match invites::lock_state(tx, known.id, now)?.ok_or(Refusal::TokenInvalid)? {
            State::Revoked => Err(Refusal::TokenRevoked.into()),
            State::Redeemed => Err(Refusal::TokenUsed.into()),
            State::Expired => Err(Refusal::TokenExpired.into()),
            State::Pending | State::Claimed => {
                invites::extend(tx, known.id, expires, settings.kept_until(expires))?;
                Ok((expires, changed(tx, known.id, now)?))
            }
        })
    }

    /// Writes a note on an invite (`additional_data.note`), or takes it away. With `creator`, only on an invite that this user made.
    ///
    /// # Errors
    /// As [`Ledger::info`]; [`Refusal::DataInvalid`] where the data is a list, which has no room for it, and for a note that is too long.
    pub fn label(&mut self, reference: &str, creator: Option<&Username>, note: Option<&str>, now: UnixTime) -> Result<Changed, Error> {
        let known = self.created_by(reference, creator)?;
        note.map_or(Ok(()), CreateRequest::note_fits)?;
        self.run(Mode::Durable, |tx, _| {
            let invite = invites::lock(tx, known.id)?.ok_or(Refusal::TokenInvalid)?;
            if note.is_none() && invite.data.is_none() {
                return changed(tx, known.id, now);
            }
            let mut data = invite.data.unwrap_or_else(|| Value::Object(Map::new()));
            let Value::Object(fields) = &mut data else {
                return Err(Refusal::DataInvalid("a list has no room for a note".into()).into());
            };
            match note {
                Some(note) => fields.insert("note".into(), note.into()),
                None => fields.remove("note"),
            };
            invites::annotate(tx, invite.id, &data)?;
            changed(tx, known.id, now)
        })
    }

    /// Writes the database to a new file, whole; other processes go on with it meanwhile, this one waits.
    ///
    /// # Errors
    /// [`Error::Failed`]; PostgreSQL has its own way of doing that.
    pub fn backup(&mut self, copy: &mut dyn Write) -> Result<(), Error> {
        self.store.engine()?.backup(copy)
    }

    /// Removes up to [`Ledger::BATCH`] invites that died long enough ago. Returns how many: 0 means that there is nothing left to sweep; none, that the clock
    /// can't be believed and nothing was looked for. `monotonic` is a clock that nobody can set, in seconds.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn sweep(&mut self, now: UnixTime, monotonic: i64) -> Result<Option<usize>, Error> {
        let trust = self.settings.process.watch(now, monotonic);
        let newest = match trust {
            Trust::From(began) => self.run(Mode::Read, |tx, _| invites::newest(tx, began))?,
            Trust::Full | Trust::None => None,
        };
        if !trust.is_enough(newest) {
            return Ok(None);
        }
        self.run(Mode::Lazy, |tx, _| invites::sweep(tx, now, Self::BATCH).map(Some))
    }

    /// Whether the bundled module's invites were taken over.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn is_imported(&mut self) -> Result<bool, Error> {
        self.run(Mode::Read, |tx, _| imports::is_imported(tx))
    }

    /// Remembers that the bundled module's invites were taken over.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn mark_imported(&mut self, now: UnixTime) -> Result<(), Error> {
        self.run(Mode::Durable, |tx, _| imports::mark_imported(tx, now))
    }

    /// What a reference names. With `creator`, what others made (an earlier account of that name too) is reported as unknown.
    fn created_by(&mut self, reference: &str, creator: Option<&Username>) -> Result<Located, Error> {
        let (located, _) = self.resolve(reference)?;
        let Some(creator) = creator else { return Ok(located) };
        let known = self.run(Mode::Read, |tx, _| accounts::find(tx, creator))?.unwrap_or_default();
        if located.creator.as_ref() == Some(creator) && known.made(located.created, None) { Ok(located) } else { Err(Refusal::TokenInvalid.into()) }
    }

    /// The invite that a token (or a text with one, see [`Pasted`]) or a short id names, and the token if it was one; a token comes first.
    fn resolve(&mut self, reference: &str) -> Result<(Located, Option<Token>), Error> {
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

/// An invite as it is now, in the transaction that has changed it.
pub(super) fn changed(tx: &mut Tx<'_>, id: InviteId, now: UnixTime) -> Result<Changed, Error> {
    let invite = match invites::find(tx, id) {
        Ok(Some(invite)) => invite,
        Ok(None) | Err(Error::Refused(Refusal::InviteDamaged(_))) => return Ok(Changed { id, invite: None }),
        Err(error) => return Err(error),
    };
    let known = accounts::known(tx, invite.users())?;
    let in_flight = names::count_claims(tx, id)?;
    Ok(Changed { id, invite: Some(as_kept(invite, in_flight, &known, now)) })
}

/// An invite as it is shown to whoever keeps the book, and where it is in its life: one of an earlier account is over, or is nobody's.
fn as_kept(invite: Invite, in_flight: i64, known: &KnownAccounts, now: UnixTime) -> (Invite, State) {
    let state = if policy::is_orphaned(&invite, known) { State::Revoked } else { invite.state(in_flight, now) };
    (policy::without_former_users(invite, known, &Accounts::default()), state)
}
