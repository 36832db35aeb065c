//! Keeping the book: info, list, count, revoke, extend, label, forget, sweep.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use serde_json::{Map, Value};

use super::Ledger;
use crate::clock::Trust;
use crate::policy::{self, Accounts};
use crate::store::rows::Located;
use crate::store::{Mode, accounts as names, keeping, statements as book};
use crate::{Authority, Bookmark, Damaged, Invite, InviteId, Known, Limit, Refusal, Shown, State, Token, UnixTime, Username, Wish};

/// Which invites somebody wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those that let somebody register (or reset) and still have a use.
    Pending,
    /// Those that still have a use, contact invites included.
    Usable,
    /// Those that were used at least once.
    Used,
    /// All.
    All,
}

impl Which {
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
pub struct List<'a> {
    /// Which of them.
    pub which: Which,
    /// Those alone that this user made.
    pub maker: Option<&'a Username>,
    /// The newest first, instead of the oldest.
    pub newest_first: bool,
}

impl List<'_> {
    /// Everybody's, the oldest first.
    #[must_use]
    pub fn of(which: Which) -> Self {
        Self { which, maker: None, newest_first: false }
    }
}

/// How many invites there are of a kind in a state.
pub type Counts = BTreeMap<(&'static str, &'static str), u64>;

/// A page of invites, counted.
#[derive(Clone, Debug)]
pub struct Counted {
    /// How many of which sort.
    pub counts: Counts,
    /// Those that can't be read.
    pub damaged: Vec<Damaged>,
    /// Where the next page begins; none after the last.
    pub next: Option<Bookmark>,
}

/// Part of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// The invites, with where they are in their life.
    pub invites: Vec<(Invite, State)>,
    /// Those that can't be read, whatever was asked for.
    pub damaged: Vec<Damaged>,
    /// Where the next page begins; none after the last.
    pub next: Option<Bookmark>,
}

impl Ledger {
    /// An invite and where it is in its life. `reference` is its token, a link with that, or its short id.
    ///
    /// # Errors
    /// [`Refusal::NoToken`], [`Refusal::TokenInvalid`], [`Refusal::ReferenceAmbiguous`].
    pub fn info(&mut self, reference: &str, now: UnixTime) -> Result<(Invite, State), Refusal> {
        let (located, token) = self.resolve(reference)?;
        let (invite, in_flight, known) = self.run(Mode::Read, |sql, settings| {
            let invite = book::find(sql, &settings.host, located.id)?.ok_or(Refusal::TokenInvalid)?;
            let known = names::known(sql, &settings.host, invite.users())?;
            Ok((invite, book::count_claims(sql, located.id)?, known))
        })?;
        Ok(as_kept(Invite { token: token.or(invite.token.clone()), ..invite }, in_flight, &known, now))
    }

    /// Who used an invite, as far as is known, and when: the first [`Ledger::BATCH`].
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn uses(&mut self, id: InviteId) -> Result<Vec<(Option<String>, UnixTime)>, Refusal> {
        self.run(Mode::Read, |sql, _| keeping::uses(sql, id, Self::BATCH))
    }

    /// A page of the host's invites in the order in which they were made, or of those that one user made. So many are looked at, and those left out that were
    /// not asked for: a page costs the same however few fit. A page ends earlier where the invites carry much data.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn list(&mut self, list: List<'_>, after: Option<&Bookmark>, look: u16, now: UnixTime) -> Result<Page, Refusal> {
        let limit = i64::from(look);
        let ((rows, has_more), known, began) = self.run(Mode::Read, |sql, settings| {
            let maker = list.maker.map_or(Ok(None), |maker| names::find(sql, &settings.host, maker))?;
            let began = maker.unwrap_or_default().began;
            let first = Bookmark { created: began.seconds(), id: InviteId([0; 16]) };
            let is_before = began > UnixTime::default() && !list.newest_first && after.is_none_or(|after| after.created < first.created);
            let start = if is_before { Some(first) } else { after.copied() };
            let page = keeping::page(sql, &settings.host, list.maker, start.as_ref(), list.newest_first, limit)?;
            let users: BTreeSet<&Username> = page.0.iter().flat_map(|(_, row)| row).flat_map(|(invite, _)| invite.users()).collect();
            let known = names::known(sql, &settings.host, users)?;
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
    /// [`Refusal::Store`].
    pub fn count(&mut self, after: Option<&Bookmark>, look: u16, now: UnixTime) -> Result<Counted, Refusal> {
        let page = self.list(List::of(Which::All), after, look, now)?;
        let mut counts = Counts::new();
        for (invite, state) in &page.invites {
            *counts.entry((invite.kind.as_str(), state.as_str())).or_default() += 1;
        }
        Ok(Counted { counts, damaged: page.damaged, next: page.next })
    }

    /// Takes an invite back: it is not accepted any more, neither at preauth nor between preauth and registration. What it reserved is free. A
    /// registration that has claimed already may still end; that use counts. With `maker`, only an invite that this user made.
    ///
    /// # Errors
    /// As [`Ledger::info`]; [`Refusal::TokenRevoked`] if it was revoked before.
    pub fn revoke(&mut self, reference: &str, maker: Option<&Username>, now: UnixTime) -> Result<(), Refusal> {
        let id = self.made_by(reference, maker)?.id;
        let revoked = self.run(Mode::Durable, |sql, settings| keeping::revoke(sql, &settings.host, id, now, settings.kept_until(now)))?;
        if revoked { Ok(()) } else { Err(Refusal::TokenRevoked) }
    }

    /// Takes back every invite that can still be used (or can't be read) on a page of those that a user made. How many, and where the next page begins.
    ///
    /// # Errors
    /// [`Refusal::Store`]; then none of this page is taken back.
    pub fn revoke_page(&mut self, maker: &Username, after: Option<&Bookmark>, now: UnixTime) -> Result<(usize, Option<Bookmark>), Refusal> {
        let page = self.list(List { maker: Some(maker), ..List::of(Which::Usable) }, after, Self::PAGE, now)?;
        let ids: Vec<InviteId> =
            page.invites.iter().map(|(invite, _)| invite.id).chain(page.damaged.iter().filter_map(|damaged| damaged.id)).collect();
        if ids.is_empty() {
            return Ok((0, page.next));
        }
        let revoked = self.run(Mode::Durable, |sql, settings| {
            let mut revoked = 0;
            for id in &ids {
                revoked += usize::from(keeping::revoke(sql, &settings.host, *id, now, settings.kept_until(now))?);
            }
            Ok(revoked)
        })?;
        Ok((revoked, page.next))
    }

    /// Lets an invite that has not ended live so many seconds from now. With `maker`, only an invite that this user made on their own right, and no
    /// longer than users may.
    ///
    /// # Errors
    /// As [`Ledger::info`]; which kind of dead it is; [`Refusal::TtlInvalid`], [`Refusal::TtlTooLong`], [`Refusal::NotAllowed`].
    pub fn extend(&mut self, reference: &str, maker: Option<&Username>, ttl: i64, now: UnixTime) -> Result<UnixTime, Refusal> {
        if ttl < 1 {
            return Err(Refusal::TtlInvalid);
        }
        let known = self.made_by(reference, maker)?;
        if maker.is_some() {
            if known.authority != Authority::Maker {
                return Err(Refusal::NotAllowed);
            }
            self.settings.allowance.choice(Limit::Once, Some(ttl))?;
        }
        match self.info(reference, now) {
            Ok((_, State::Revoked)) => return Err(Refusal::TokenRevoked), // also one of an account that is gone
            Ok(_) | Err(Refusal::InviteDamaged(_)) => {}
            Err(refusal) => return Err(refusal),
        }
        let expires = now.plus(ttl);
        self.run(Mode::Durable, |sql, settings| match book::lock_state(sql, &settings.host, known.id, now)?.ok_or(Refusal::TokenInvalid)? {
            State::Revoked => Err(Refusal::TokenRevoked),
            State::Redeemed => Err(Refusal::TokenUsed),
            State::Expired => Err(Refusal::TokenExpired),
            State::Pending | State::Claimed => keeping::extend(sql, &settings.host, known.id, expires, settings.kept_until(expires)),
        })?;
        Ok(expires)
    }

    /// Writes a note on an invite (`additional_data.note`), or takes it away. With `maker`, only on an invite that this user made.
    ///
    /// # Errors
    /// As [`Ledger::info`]; [`Refusal::DataInvalid`] where the data is a list, which has no room for it, and for a note that is too long.
    pub fn label(&mut self, reference: &str, maker: Option<&Username>, note: Option<&str>) -> Result<(), Refusal> {
        let known = self.made_by(reference, maker)?;
        note.map_or(Ok(()), Wish::note_fits)?;
        self.run(Mode::Durable, |sql, settings| {
            let invite = book::lock(sql, &settings.host, known.id)?.ok_or(Refusal::TokenInvalid)?;
            if note.is_none() && invite.data.is_none() {
                return Ok(());
            }
            let mut data = invite.data.unwrap_or_else(|| Value::Object(Map::new()));
            let Value::Object(fields) = &mut data else {
                return Err(Refusal::DataInvalid("a list has no room for a note".into()));
            };
            match note {
                Some(note) => fields.insert("note".into(), note.into()),
                None => fields.remove("note"),
            };
            keeping::annotate(sql, &settings.host, invite.id, &data)
        })
    }

    /// Writes the database to a new file, whole; other processes go on with it meanwhile, this one waits.
    ///
    /// # Errors
    /// [`Refusal::Store`]; PostgreSQL has its own way of doing that.
    pub fn backup(&mut self, copy: &mut dyn Write) -> Result<(), Refusal> {
        self.store.engine(Mode::Read)?.backup(copy)
    }

    /// Removes up to [`Ledger::BATCH`] invites that died long enough ago. Returns how many: 0 means that there is nothing left to sweep; none, that the clock
    /// can't be believed and nothing was looked for. `monotonic` is a clock that nobody can set, in seconds.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn sweep(&mut self, now: UnixTime, monotonic: i64) -> Result<Option<usize>, Refusal> {
        let trust = self.settings.process.watch(now, monotonic);
        let newest = match trust {
            Trust::From(began) => self.run(Mode::Read, |sql, settings| keeping::newest(sql, &settings.host, began))?,
            Trust::Full | Trust::None => None,
        };
        if !trust.is_enough(newest) {
            return Ok(None);
        }
        self.run(Mode::Lazy, |sql, settings| keeping::sweep(sql, &settings.host, now, Self::BATCH).map(Some))
    }

    /// Whether the bundled module's invites were taken over.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn is_imported(&mut self) -> Result<bool, Refusal> {
        self.run(Mode::Read, |sql, settings| keeping::is_imported(sql, &settings.host))
    }

    /// Remembers that the bundled module's invites were taken over.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn mark_imported(&mut self, now: UnixTime) -> Result<(), Refusal> {
        self.run(Mode::Durable, |sql, settings| keeping::mark_imported(sql, &settings.host, now))
    }

    /// What a reference names. With `maker`, what others made (an earlier account of that name too) is reported as unknown.
    fn made_by(&mut self, reference: &str, maker: Option<&Username>) -> Result<Located, Refusal> {
        let (located, _) = self.resolve(reference)?;
        let Some(maker) = maker else { return Ok(located) };
        let known = self.run(Mode::Read, |sql, settings| names::find(sql, &settings.host, maker))?.unwrap_or_default();
        if located.maker.as_ref() == Some(maker) && known.made(located.created, None) { Ok(located) } else { Err(Refusal::TokenInvalid) }
    }

    /// The invite that a token (or a text with one, see [`Shown`]) or a short id names, and the token if it was one; a token comes first.
    fn resolve(&mut self, reference: &str) -> Result<(Located, Option<Token>), Refusal> {
        let shown = Shown::read(reference)?;
        let range = InviteId::range(reference);
        let (mut found, token) = self.run(Mode::Read, |sql, settings| {
            for token in shown.tokens() {
                if let Some(known) = book::locate(sql, &settings.host, token.id())? {
                    return Ok((vec![known], Some(token.clone())));
                }
            }
            let found = range.map_or_else(|| Ok(Vec::new()), |range| keeping::locate_between(sql, &settings.host, range))?;
            Ok((found, None))
        })?;
        match (found.pop(), found.is_empty()) {
            (Some(known), true) => Ok((known, token)),
            (Some(_), false) => Err(Refusal::ReferenceAmbiguous),
            (None, _) => Err(Refusal::TokenInvalid),
        }
    }
}

/// An invite as it is shown to whoever keeps the book, and where it is in its life: one of an earlier account is over, or is nobody's.
fn as_kept(invite: Invite, in_flight: i64, known: &Known, now: UnixTime) -> (Invite, State) {
    let state = if policy::has_ended(&invite, known) { State::Revoked } else { invite.state(in_flight, now) };
    (policy::without_strangers(invite, known, &Accounts::default()), state)
}
